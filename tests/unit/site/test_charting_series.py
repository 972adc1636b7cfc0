"""Figures put into series: metrics with their history, rows or columns of a table."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from factsheet.content.model import Chart, HistoryPoint, Metric
from factsheet.content.targets import CellTarget
from factsheet.core.problems import Place
from factsheet.site.charting import heads, moment, series_of

HERE = Place("content/ro/index.md")
CHART = Chart(id="c", type="line", place=HERE)


def _cell(row: str, column: str) -> Metric:
    cell = CellTarget("t", row, column)
    return Metric(id=str(cell), kind="percent", value=Decimal(5), cell=cell, place=HERE)


CELLS = [_cell(row, column) for row in ("ro", "de") for column in ("2024-08", "2023-12")]


@pytest.mark.parametrize(
    ("series", "names", "points"), [(None, ["ro", "de"], "2024-08"), ("column", ["2024-08", "2023-12"], "ro")]
)
def test_a_table_gives_its_rows_or_its_columns(series: str | None, names: list[str], points: str) -> None:
    """Rows are the series unless the chart asks for columns; times are put in their order."""
    found = series_of(replace(CHART, series=series), CELLS)
    assert [one.name for one in found] == names
    assert points in found[0].points
    assert heads(found) == (["2023-12", "2024-08"] if series is None else ["ro", "de"])


def test_a_table_whose_rows_are_times_gives_its_columns() -> None:
    """A file with one line a year is read as an editor means it."""
    found = series_of(CHART, [_cell(year, column) for year in ("2023", "2024") for column in ("a", "b")])
    assert [(one.name, one.of, list(one.points)) for one in found] == [
        ("a", "column", ["2023", "2024"]),
        ("b", "column", ["2023", "2024"]),
    ]


def test_a_metric_gives_its_history_and_its_present_value() -> None:
    """Without the time of its present value only the earlier ones are known."""
    history = (HistoryPoint(when=Decimal(2020), value=Decimal(1), place=HERE),)
    metric = Metric(id="a", kind="count", value=Decimal(2), history=history, place=HERE)
    assert list(series_of(CHART, [metric])[0].points) == ["2020"]
    assert list(series_of(CHART, [replace(metric, as_of=date(2021, 5, 1))])[0].points) == ["2020", "2021-05-01"]


def test_moments_are_in_the_order_of_time() -> None:
    """A year begins with its first day."""
    assert moment(Decimal(2024)) == moment(date(2024, 1, 1)) < moment(date(2024, 1, 2))
