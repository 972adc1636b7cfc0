"""One figure computed from its parts."""

import pytest

from factsheet.content.sheets.read import read_sheet
from factsheet.core.codes import fix, message
from factsheet.site.deriving import Derivations, derive


def _derive(declared: str) -> Derivations:
    data = f"""---
title: T
metrics:
  x: {{{declared}}}
  a: {{value: 40}}
  b: {{value: 50}}
  nothing: {{value: 0}}
  over: {{value: 17000, bound: over}}
  most: {{value: 17000, bound: up-to}}
  usd: {{value: 12.5, currency: USD}}
  usd-2: {{value: 10, currency: USD}}
  eur: {{value: 3, currency: EUR}}
  p: {{value: 12.5, kind: percent}}
  q: {{value: 7.25, kind: percent}}
  r: {{value: 10–20, kind: range}}
  year: {{value: 2024, kind: year}}
  rate: {{value: 5, per: 100000}}
  rate-2: {{value: 7, per: 100000}}
---
""".encode()
    sheet, problems = read_sheet("content/ro/index.md", data, path="index", language="ro", is_reference=True)
    assert sheet is not None
    assert problems == []
    return derive("index", {"index": sheet}.get)


@pytest.mark.parametrize(
    ("declared", "kind", "value", "bound"),
    [
        ("sum_of: [a, b]", "count", "90", "exact"),
        ("sum_of: [usd, usd-2]", "money", "22.5", "exact"),
        ("difference_of: [p, q]", "percent", "5.25", "exact"),
        ("share_of: [a, b]", "percent", "80", "exact"),
        ("share_of: [b, over]", "percent", "0.3", "under"),
        ("share_of: [a, over], digits: 3", "percent", "0.236", "under"),
        ("change_of: [a, b]", "percent", "25", "exact"),
        ("change_of: [usd, usd-2]", "percent", "-20", "exact"),
        ("change_of: [usd-2, usd], currency: USD", "money", "2.5", "exact"),
        ("sum_of: [a, over]", "count", "17040", "over"),
        ("sum_of: [a, over], bound: at-least", "count", "17040", "at-least"),
        ("sum_of: [a, over], value: 17000, bound: over", "count", "17000", "over"),
        ("share_of: [a, b], value: 80", "percent", "80", "exact"),
        ("times_of: [b, a]", "times", "1.3", "exact"),
        ("times_of: [b, a], digits: 2", "times", "1.25", "exact"),
        ("change_of: [q, p], kind: points", "points", "5.25", "exact"),
        ("difference_of: [q, p], kind: points, change: true", "points", "-5.25", "exact"),
        ("change_of: [b, a], kind: count", "count", "-10", "exact"),
        ("sum_of: [rate, rate-2]", "count", "12", "exact"),
    ],
)
def test_results_have_the_unit_and_the_bound_of_their_parts(declared: str, kind: str, value: str, bound: str) -> None:
    """A result is of the kind, currency and bound that follow from its parts."""
    found = _derive(declared)
    assert [message(one) for one in found.problems] == []
    metric = found.metrics["x"]
    assert (metric.kind, str(metric.value), metric.bound) == (kind, value, bound)
    assert metric.currency == ("USD" if kind == "money" else None)


@pytest.mark.parametrize(
    ("declared", "code", "said", "told"),
    [
        ("sum_of: [a, year]", "N143", "year", "one number"),
        ("sum_of: [r, a]", "N143", "r, which is of kind range", "one number"),
        ("sum_of: [usd, eur]", "N144", "eur is in another unit (money, EUR)", "one kind"),
        ("sum_of: [a, p]", "N144", "p is in another unit (percent, %)", "one kind"),
        ("sum_of: [a, rate]", "N144", "rate is in another unit (count, per 100000)", "one kind"),
        ("sum_of: [usd, usd-2], currency: EUR", "N144", "x is in another unit (money, EUR)", "one kind"),
        ("share_of: [a, nothing]", "N145", "40 ÷ 0", "zero"),
        ("change_of: [nothing, a]", "N145", "(40 − 0) ÷ 0", "zero"),
        ("share_of: [b, a]", "N145", "50 ÷ 40", "write the part first"),
        ("change_of: [p, q]", "N145", "(7.25 − 12.5) ÷ 12.5", "points"),
        ("sum_of: [over, most]", "N146", "parts make it nothing", "opposite ways"),
        ("sum_of: [a, over], bound: exact", "N146", "declared as exact, but its parts make it over", "bound: over"),
        ("share_of: [a, b], kind: count", "N147", "kind count, which `share_of`", "percent"),
        ("sum_of: [a, b], value: 100", "N148", "declared as 100, but 40 + 50 gives 90", "value: 90"),
        ("share_of: [a, b], value: 70", "N148", "declared as 70, but 40 ÷ 50 gives 80", "value: 80"),
        ("share_of: [a, b], value: 80.5", "N148", "80.5", "value: 80"),
        ("difference_of: [a, b]", "N103", "-10", "below zero"),
        ("sum_of: [a, b], value: 90.5", "N103", "90.5", "whole number"),
        ('sum_of: [a, b], value: "90"', "N101", "90", "quotation marks"),
    ],
)
def test_what_cannot_be_computed_says_why(declared: str, code: str, said: str, told: str) -> None:
    """Unlike units, nothing to divide by, bounds that cancel out, values that are not the result."""
    found = _derive(declared)
    assert [one.code for one in found.problems] == ([code] if code else [])
    assert "x" not in found.metrics
    assert all(said in message(one) and told in fix(one) and one.place.line == 4 for one in found.problems)
