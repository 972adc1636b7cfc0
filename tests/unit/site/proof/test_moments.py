"""Whether a passage speaks of the time of a value."""

from decimal import Decimal

import pytest

from factsheet.content.model import HistoryPoint
from factsheet.core.problems import Place
from factsheet.l10n import cldr
from factsheet.l10n.iso8601 import Stretch
from factsheet.site.proof.quotes import other_times, out_of_order

HERE = Place("content/ro/index.md")


def _point(when: int, value: int) -> HistoryPoint:
    return HistoryPoint(when=Decimal(when), value=Decimal(value), place=HERE)


@pytest.mark.parametrize(
    ("tag", "text", "when", "value", "expected"),
    [
        ("ro", "24.100 de seri în 2023", 2023, 24100, ()),
        ("ro", "24.100 de seri", 2023, 24100, ()),
        ("ro", "24.100 de seri la 30 iunie 2023", 2023, 24100, ()),
        ("ro", "24.100 de seri în 2023", 2022, 24100, ("2023",)),
        ("en", "1950 chairs", 2023, 1950, ()),
        ("en", "1950 chairs in March 2021 and 2022", 2023, 1950, ("2021", "2022")),
    ],
)
def test_a_passage_that_names_years_names_that_of_the_value(
    tag: str, text: str, when: int, value: int, expected: tuple[str, ...]
) -> None:
    """A passage without a year speaks of any; the value itself is no year."""
    assert other_times(cldr.locale(tag), text, _point(when, value)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24,100 in 2022 and 25,870 in 2023", None),
        ("in 2022 it was 24,100 and in 2023 it was 25,870", None),
        ("25,870 in 2023, from 24,100 in 2022", None),
        ("from 24,100 to 25,870 between 2022 and 2023", None),
        ("24,100 in 2023 and 25,870 in 2022", 2023),
        ("24,100 in 2022 and 2023, then 25,870", None),
        ("24,100 and 25,870", None),
    ],
)
def test_values_and_years_stand_in_one_order(text: str, expected: int | None) -> None:
    """Two values that were exchanged are found where the passage names both years, each once."""
    points = (_point(2022, 24100), _point(2023, 25870))
    wrong = out_of_order(cldr.locale("en"), text, points)
    assert (wrong.when if wrong else None) in ({expected} if expected is None else {Decimal(2022), Decimal(2023)})


def test_a_business_year_is_named_as_such() -> None:
    """A passage that names it may name other years as well."""
    point = HistoryPoint(when=Stretch("fiscal", 2022), value=Decimal(3), place=HERE)
    assert other_times(cldr.locale("en"), "3 in 2022/23 and 4 in March 2024", point) == ()
    assert other_times(cldr.locale("en"), "3 in 2021/22 and 4 in March 2024", point) == ("2021/22",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 în trimestrul I 2024", ()),
        ("3 în trimestrul II 2024", ("2024-Q2",)),
        ("3 în ianuarie–martie 2024", ()),
        ("3 în 2024", ()),
        ("3 în 2023", ("2023",)),
    ],
)
def test_a_passage_of_another_quarter_is_found(text: str, expected: tuple[str, ...]) -> None:
    """A quarter is named as a quarter, by its months, or by its year alone."""
    point = HistoryPoint(when=Stretch("quarter", 2024, 1), value=Decimal(3), place=HERE)
    assert other_times(cldr.locale("ro"), text, point) == expected
