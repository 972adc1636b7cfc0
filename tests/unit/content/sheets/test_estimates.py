"""Rates, intervals, margins and scores as they are declared."""

from decimal import Decimal

import pytest

from factsheet.content.model import Metric, Span
from factsheet.content.sheets import read_sheet

SHEET = """---
title: Cifre
metrics:
  a:
    value: 9.6
    {keys}
---
"""


def declared(*keys: str) -> tuple[Metric | None, list[str]]:
    """The metric with these keys, and the codes of what is found."""
    data = SHEET.replace("{keys}", "\n    ".join(keys)).encode()
    sheet, problems = read_sheet("a.md", data, path="a", language="ro", is_reference=True)
    assert sheet is not None
    return sheet.metrics.get("a"), [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("per: 100000", Decimal(100_000)),
        ("per: day", "day"),
        ("per: duration-day", "day"),
        ("per: person", "person"),
        ("interval: 9–10.5", Span(Decimal(9), Decimal("10.5"))),
        ("margin: 0.5", Decimal("0.5")),
        ("out_of: 10", Decimal(10)),
    ],
)
def test_what_is_declared(key: str, value: object) -> None:
    """Each key is read as what it is."""
    made, codes = declared("kind: number", key)
    assert codes == []
    assert getattr(made, key.partition(":")[0]) == value


def test_a_compound_measure_is_a_rate() -> None:
    """CLDR has no grams per kilometre; they are composed of both units."""
    made, codes = declared("measure: gram-per-kilometer")
    assert codes == []
    assert made is not None
    assert (made.measure, made.per) == ("gram", "kilometer")


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        (("kind: number", "per: inhabitant"), "N130"),
        (("kind: number", "per: 1"), "N130"),
        (("kind: number", "per: 100 kWh"), "N130"),
        (("kind: number", "per: 100.000"), "N103"),
        (("kind: number", "out_of: 1.000"), "N103"),
        (("kind: number", "round_to: 100.000"), "N103"),
        (("kind: number", "margin: 0"), "N131"),
        (("kind: number", "confidence: 100"), "N131"),
        (("kind: number", "interval: 9–10", "margin: 1"), "N132"),
        (("kind: number", "interval: 10–11"), "N133"),
        (("kind: number", "interval: 10–9"), "N112"),
        (("kind: number", "interval: around 9"), "N121"),
        (("kind: number", "interval: 9–1.0.0"), "N101"),
        (("kind: number", "margin: 1e3"), "N101"),
        (("kind: times", "per: day"), "N111"),
        (("measure: gram-per-mile-per-day",), "N105"),
    ],
)
def test_what_is_refused(keys: tuple[str, ...], code: str) -> None:
    """Each fault is told with its own code."""
    assert declared(*keys)[1] == [code]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("per: capita", "person"),
        ("per: locuitor", "person"),
        ("per: km2", "square-kilometer"),
        ("per: days", "day"),
        ("measure: g/km", "gram-per-kilometer"),
        ("measure: mg/dl", "milligram-per-deciliter"),
        ("kind: ordinal", "rank"),
        ("kind: percentage-points", "points"),
        ("bound: less", "under"),
        ("round_to: 1e5", "100000"),
    ],
)
def test_what_was_meant(key: str, meant: str) -> None:
    """A word that is used elsewhere is answered with the one that is used here."""
    name, _, word = key.partition(": ")
    keys = (key,) if name in {"kind", "measure"} else ("kind: number", key)
    data = SHEET.replace("{keys}", "\n    ".join(keys)).encode()
    _, problems = read_sheet("a.md", data, path="a", language="ro", is_reference=True)
    values = [dict(problem.values) for problem in problems if word in dict(problem.values).values()]
    assert [one.get("suggestion") or one.get("better") for one in values[:1]] == [meant]
