"""A heading says the scale, the money or the unit of the numbers below it, or nothing of the kind."""

import pytest

from factsheet.content.statements.yearlike import heading
from factsheet.l10n import cldr


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    [
        ("en", "Thousands", (3, None, None)),
        ("en", "Arrests (thousands)", (3, None, None)),
        ("en", "Budget, in millions of euros", (6, None, None)),
        ("ro", "Buget (milioane de lei)", (6, None, None)),
        ("en", "Budget (euros)", (None, "EUR", None)),
        ("ro", "Suma în lei", None),
        ("en", "%", (None, None, "percent")),
        ("ro", "Pondere, %", (None, None, "percent")),
        ("en", "Length, km", (None, None, "kilometer")),
        ("en", "Millions of people", None),
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
