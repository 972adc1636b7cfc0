"""Earlier values of a metric, and what proves them."""

from decimal import Decimal

import pytest

from factsheet.content.model import Metric
from factsheet.content.sheets.read import read_sheet
from factsheet.core.codes import fix


def _read(history: str) -> tuple[Metric, list[str], list[str]]:
    data = f"---\ntitle: T\nmetrics:\n  x: {{value: 5, source: s, history: {{{history}}}}}\n---\n".encode()
    sheet, problems = read_sheet("content/ro/a.md", data, path="a", language="ro", is_reference=True)
    assert sheet is not None
    return sheet.metrics["x"], [one.code for one in problems], [fix(one) for one in problems]


def test_values_take_what_proves_them() -> None:
    """What stands beside the years holds for all values, what stands in one holds for that one."""
    metric, problems, _ = _read('source: all, quote: "of all", 2020: 1, 2021: {value: 2, bound: over, source: own}')
    assert problems == []
    first, second = metric.history
    assert (int(first.value), first.bound, first.source, first.quote) == (1, "exact", "all", "of all")
    assert (int(second.value), second.bound, second.source, second.quote) == (2, "over", "own", "of all")
    assert second.place_of("bound").column > second.place_of("quote").column


def test_the_metric_as_it_was_is_a_figure_of_its_own() -> None:
    """It has the value and evidence of then, and the unit and source of today where no other is named."""
    metric, _, _ = _read('2021: {value: 2, quote: "2 in 2021"}')
    then = metric.at(metric.history[0])
    assert (then.id, then.value, then.source, then.quote) == ("x@2021", Decimal(2), "s", "2 in 2021")
    assert (then.history, then.derivation) == ((), None)


@pytest.mark.parametrize(
    ("history", "code", "word"),
    [
        ("2020: {quote: q}", "N102", "value"),
        ("2020: {value: 1, quotes: q}", "F007", "quote"),
        ("2020: {value: 1.5}", "N103", "whole"),
        ("2020: [1]", "F008", ""),
        ("20x: 1", "N113", "four digits"),
        ("2020: {value: 1, bound: more}", "F015", "over"),
    ],
)
def test_slips_are_told(history: str, code: str, word: str) -> None:
    """A value that is missing or no number, a key or a bound misspelt."""
    _, problems, fixes = _read(history)
    assert problems == [code]
    assert word in fixes[0]
