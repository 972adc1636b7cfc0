"""Which figures may stand in one chart."""

from datetime import date
from decimal import Decimal

import pytest

from factsheet.content.model import Chart, HistoryPoint, Metric, MetricWords, Span, Value
from factsheet.core.problems import Place
from factsheet.l10n.iso8601 import TimeOfDay
from factsheet.site.charting import faults, spread

HERE = Place("content/ro/index.md")
HISTORY = tuple(HistoryPoint(when=Decimal(year), value=Decimal(5), place=HERE) for year in (2020, 2021))


def _metric(name: str, value: Value = Decimal(5), **given: object) -> Metric:
    return Metric(**{"id": name, "kind": "count", "value": value, "place": HERE, **given})  # type: ignore[arg-type]


def _words(name: str, unit: str) -> MetricWords:
    return MetricWords(id=name, unit={"other": unit}, place=HERE)


DOLLARS = _metric("a", kind="money", currency="USD")
EUROS = _metric("b", kind="money", currency="EUR")
HALF = _metric("half", Decimal(50), kind="percent")
TOO_MUCH = _metric("all", Decimal(150), kind="percent")
MORE = _metric("more", Decimal(50), kind="percent", change=True)
PER_YEAR, PER_DAY = _metric("y", per="year"), _metric("d", per="day")
YEAR = _metric("year", Decimal(2020), kind="year")
DAY = _metric("day", date(2020, 1, 1), kind="date")
EVENING = _metric("evening", TimeOfDay(19, 45), kind="time")
OVER_TIME = _metric("past", history=HISTORY)


@pytest.mark.parametrize(
    ("kind", "metrics", "reasons"),
    [
        ("bars", [DOLLARS, DOLLARS], []),
        ("bars", [DOLLARS, EUROS], ["units"]),
        ("bars", [DOLLARS, HALF], ["units"]),
        ("bars", [PER_YEAR, PER_YEAR], []),
        ("bars", [PER_YEAR, PER_DAY], ["units"]),
        ("bars", [HALF, MORE], ["units"]),
        ("bars", [DOLLARS, YEAR], ["moment"]),
        ("timeline", [YEAR, DAY], []),
        ("timeline", [EVENING], ["clock"]),
        ("bars", [EVENING], ["clock"]),
        ("timeline", [YEAR, DOLLARS], ["amount"]),
        ("share", [HALF, HALF], []),
        ("share", [TOO_MUCH], ["share"]),
        ("line", [OVER_TIME], []),
        ("columns", [OVER_TIME, OVER_TIME], ["one"]),
        ("line", [DOLLARS], ["history"]),
    ],
)
def test_reasons(kind: str, metrics: list[Metric], reasons: list[str]) -> None:
    """Lengths of one unit, times on a timeline, one history over time: anything else has its reason."""
    chart = Chart(id="c", type=kind, place=HERE)
    assert [fault.reason for fault in faults(chart, metrics, {})] == reasons


@pytest.mark.parametrize(("kind", "reasons"), [("count", []), ("number", ["units"])])
def test_things_that_are_counted_are_compared(kind: str, reasons: list[str]) -> None:
    """Women and men are both counted; points and grades, which are plain numbers, are not the same."""
    chart = Chart(id="c", type="bars", place=HERE)
    metrics = [_metric("women", kind=kind), _metric("men", kind=kind)]
    same = {"women": _words("women", "{n} persoane"), "men": _words("men", "{n} persoane")}
    other = {**same, "men": _words("men", "{n} bărbați")}
    assert list(faults(chart, metrics, same)) == []
    assert [fault.reason for fault in faults(chart, metrics, other)] == reasons


def test_share_of_the_last_named() -> None:
    """A part may equal its whole, the last one named, but not exceed it, nor be a share of nothing."""
    chart = Chart(id="c", type="share", place=HERE)
    whole, part, more = (
        _metric("whole", Decimal(9)),
        _metric("part", Decimal(9)),
        _metric("more", Decimal(10)),
    )
    assert list(faults(chart, [part, whole], {})) == []
    assert [fault.metric for fault in faults(chart, [more, whole], {})] == ["more"]
    assert any(faults(chart, [_metric("none", Decimal(0))], {}))
    wide = _metric("wide", Span(Decimal(1), Decimal(12)), kind="range")
    assert [fault.metric for fault in faults(chart, [wide, whole], {})] == ["wide"]


def test_present_value_counts_as_a_point() -> None:
    """One earlier value and a present one with its day make a line."""
    chart = Chart(id="c", type="line", place=HERE)
    assert list(faults(chart, [_metric("a", history=HISTORY[:1], as_of=date(2024, 1, 1))], {})) == []
    assert any(faults(chart, [_metric("a", history=HISTORY[:1])], {}))


def _share(name: str, value: str, **given: object) -> Metric:
    return _metric(name, Decimal(value), **{"kind": "percent", **given})


WHOLE = _metric("whole", Decimal(100))


@pytest.mark.parametrize(
    ("metrics", "reasons"),
    [
        ([_share("a", "60"), _share("b", "70")], ["sum"]),
        ([_share("a", "60"), _share("b", "40")], []),
        ([_share(name, "16.7") for name in "abcdef"], []),
        ([_share("a", "60.1"), _share("b", "40.1")], ["sum"]),
        ([_share("a", "60", bound="up-to"), _share("b", "70")], []),
        ([_metric("a", Decimal(60)), _metric("b", Decimal(41)), WHOLE], ["sum"]),
        ([_metric("a", Decimal(60)), _metric("b", Decimal(40)), WHOLE], []),
        ([_metric("a", Span(Decimal(50), Decimal(60)), kind="range"), _metric("b", Decimal(50)), WHOLE], []),
    ],
)
def test_shares_are_together_no_more_than_the_whole(metrics: list[Metric], reasons: list[str]) -> None:
    """60 % and 70 % are not shares of one whole; percentages may each be off by half of their last digit."""
    words = {metric.id: _words(metric.id, "{n}") for metric in metrics}
    chart = Chart(id="c", type="share", place=HERE)
    assert [fault.reason for fault in faults(chart, metrics, words)] == reasons


def test_the_spread_of_an_estimate() -> None:
    """Its interval, or its margin on either side; nothing for an exact figure."""
    assert spread(_metric("a", interval=Span(Decimal(4), Decimal(7)))) == (Decimal(4), Decimal(7))
    assert spread(_metric("a", margin=Decimal(2))) == (Decimal(3), Decimal(7))
    assert spread(DOLLARS) == ()
