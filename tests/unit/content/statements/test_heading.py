"""A heading says the scale, the money or the unit of the numbers below it, or nothing of the kind."""

import pytest

from factsheet.content.statements.heading import heading, per_of
from factsheet.l10n import cldr


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    [
        ("en", "Thousands", (3, None, None)),
        ("en", "Arrests (thousands)", (3, None, None)),
        ("en", "Budget, in millions of euros", (6, "EUR", None)),
        ("ro", "Buget (milioane de lei)", (6, "RON", None)),
        ("en", "Budget ($m)", (6, "USD", None)),
        ("en", "Budget in dollars", (None, "USD", None)),
        ("ro", "Buget (mil. lei)", (6, "RON", None)),
        ("de", "Budget (Mio. €)", (6, "EUR", None)),
        ("fr", "Budget en dollars", (None, "USD", None)),
        ("en", "Deaths in thousands", (3, None, None)),
        ("ro", "Mii de decese", (3, None, None)),
        ("en", "Growth (pp)", (None, None, "points")),
        ("en", "Length in miles", (None, None, "mile")),
        ("en", "The figure is in dollars.", (None, "USD", None)),
        ("en", "Euro area budget", None),
        ("en", "Arrests in the euro area", None),
        ("en", "Budget in 2024", None),
        ("en", "Deaths (a)", None),
        ("en", "Million", None),
        ("ro", "Bani", None),
        ("ro", "Valoare (bani)", None),
        ("ro", "Bugetul la 1 ianuarie", None),
        ("en", "Budget (euros)", (None, "EUR", None)),
        ("ro", "Suma în lei", (None, "RON", None)),
        ("en", "%", (None, None, "percent")),
        ("ro", "Pondere, %", (None, None, "percent")),
        ("en", "Length, km", (None, None, "kilometer")),
        ("en", "Millions of people", (6, None, None)),
        ("en", "Days", None),
        ("en", "Arrests", None),
        ("en", "", None),
    ],
)
def test_the_unit_of_a_heading_is_read(
    tag: str, text: str, said: tuple[int | None, str | None, str | None] | None
) -> None:
    """It stands in brackets, behind a comma, or alone."""
    found = heading(cldr.locale(tag), text)
    assert (None if found is None else (found.scale, found.currency, found.unit)) == said


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    [
        ("en", "Deaths per day", {"day"}),
        ("en", "Budget per inhabitant", {"person"}),
        ("en", "Cases per million", {1_000_000}),
        ("ro", "Copii la mia de locuitori", {1000}),
        ("de", "Tote pro Tag", {"day"}),
        ("en", "Deaths per year", set()),
        ("ro", "Bugetul la 1 ianuarie", set()),
        ("en", "Deaths", set()),
    ],
)
def test_what_numbers_are_per_is_read(tag: str, text: str, said: set[str | int]) -> None:
    """A year is left out: what is counted in one is told apart by no heading."""
    assert per_of(cldr.locale(tag), text) == said
