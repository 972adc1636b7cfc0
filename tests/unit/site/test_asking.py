"""What is asked of a table: exact answers, without the total and without missing values."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from factsheet.content.model import Column, Metric, Table, Total
from factsheet.content.tables import read_grid
from factsheet.content.targets import cell_of, question_of
from factsheet.core.problems import Place
from factsheet.site.asking import Unanswered, answer, holders, settled
from factsheet.site.computing import NotComputable
from factsheet.site.tabulating import DataTable

HERE = Place("content/ro/index.md", 1, 1)
PERCENT = Metric(id="t", kind="percent", value=Decimal(0), place=HERE)
COUNT = replace(PERCENT, kind="count")

SHARES = "key,2023,2024\nro,5.3,4.8\nde,2.0,1.8\ngr,:,4.8\neu,9.9,9.9\n"
AMOUNTS = "key,2023,2024\nro,200,250\nde,0,3\ngr,7,7\n"


def table(
    text: str, common: Metric = PERCENT, *, sort: str = "", columns: Mapping[str, Column] | None = None
) -> DataTable:
    """A table of one kind of cells, with a total where it has a row `eu`."""
    total = Total(row="eu", place=HERE) if "\neu," in text else None
    declared = Table(id="t", file="data/t.csv", other=common, sort=sort, total=total, columns=columns or {}, place=HERE)
    grid, problems = read_grid("data/t.csv", text.encode(), declared, [":"])
    assert not problems
    return DataTable(declared=declared, grid=grid)


def told(found: DataTable, asked: str) -> tuple[str, str]:
    """The kind and the value of an answer."""
    question = question_of(asked)
    assert question is not None
    metric = answer(found, question).metric
    return metric.kind, str(metric.value)


@pytest.mark.parametrize(
    ("asked", "kind", "value"),
    [
        ("t[ro, 2024].rank", "rank", "1"),
        ("t[gr, 2024].rank", "rank", "1"),
        ("t[de, 2024].rank", "rank", "3"),
        ("t[ro, 2024].change(2023)", "points", "-0.5"),
        ("t[ro, 2024].difference(2023)", "points", "-0.5"),
        ("t.max(2024)", "percent", "4.8"),
        ("t.min(2023)", "percent", "2.0"),
        ("t.max(*)", "percent", "5.3"),
        ("t.max", "percent", "5.3"),
        ("t.count(2024 > 1.8)", "count", "2"),
        ("t.count(2024 >= 1.8)", "count", "3"),
        ("t.count(2023 != 2)", "count", "1"),
    ],
)
def test_answers_follow_from_the_cells(asked: str, kind: str, value: str) -> None:
    """Equal values share a rank, shares change by points, and neither the total nor a missing value is compared."""
    assert told(table(SHARES), asked) == (kind, value)


@pytest.mark.parametrize(
    ("asked", "kind", "value"),
    [
        ("t[ro, 2024].change(2023)", "percent", "25"),
        ("t[ro, 2024].difference(2023)", "count", "50"),
        ("t.count(2024 < 7)", "count", "1"),
        ("t.count(2024 = 7)", "count", "1"),
        ("t.count(2024 <= 7)", "count", "2"),
    ],
)
def test_amounts_change_by_per_cent(asked: str, kind: str, value: str) -> None:
    """The change of an amount is in per cent of the old one, the difference in its own unit."""
    assert told(table(AMOUNTS, COUNT), asked) == (kind, value)


def test_a_sorted_table_is_asked_by_its_order() -> None:
    """Without a column, the one that orders the rows is meant."""
    question = question_of("t.max")
    assert question is not None
    assert str(settled(table(SHARES, sort="2024"), question)) == "t.max(2024)"


def test_columns_of_several_units_must_be_named() -> None:
    """Values in several units have no greatest among them."""
    weight = Column(id="2024", header="2024", metric=COUNT, place=HERE)
    found = table(AMOUNTS, PERCENT, columns={"2024": weight})
    with pytest.raises(Unanswered, match="which"):
        told(found, "t.max")
    assert told(found, "t.max(2024)") == ("count", "250")


@pytest.mark.parametrize(
    ("text", "common", "asked", "reason"),
    [
        (SHARES, PERCENT, "t[eu, 2024].rank", "total"),
        (SHARES, replace(PERCENT, bound="over"), "t.count(2024 > 1)", "bound"),
        ("key,2024,2023\nro,:,1\n", PERCENT, "t.max(2024)", "words"),
        ("key,2024,2023\nro,:,1\n", PERCENT, "t[ro, 2023].change(2024)", "empty"),
        ("key,2024\nro,:\n", PERCENT, "t.max", "words"),
        ("key,2024\neu,1\n", PERCENT, "t.max", "empty"),
    ],
)
def test_what_cannot_be_compared_has_no_answer(text: str, common: Metric, asked: str, reason: str) -> None:
    """The total, bounds, missing values and columns without numbers give no answer."""
    with pytest.raises(Unanswered, match=reason):
        told(table(text, common), asked)


def test_nothing_grows_from_zero() -> None:
    """What calculations refuse, answers refuse too."""
    with pytest.raises(NotComputable):
        told(table(AMOUNTS, COUNT), "t[de, 2024].change(2023)")


def test_holders_are_all_cells_with_the_value() -> None:
    """Two rows with the greatest value hold it both."""
    question = question_of("t.max(2024)")
    assert question is not None
    assert holders(table(SHARES), question) == [cell_of("t[ro, 2024]"), cell_of("t[gr, 2024]")]
