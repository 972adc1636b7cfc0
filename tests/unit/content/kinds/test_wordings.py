"""Other ways to write what a text says, in which it is read."""

import pytest
from factsheet.content.kinds.wordings import otherwise

from factsheet.l10n import cldr
from tests.counting import metric


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "the under-18s", "the under 18 years"),
        ("en", "the under-5 population", "the under 5 years population"),
        ("en", "children under five", "children under 5"),
        ("es", "65 o más años", "65 años o más"),
        ("en", "65 or more years", "65 years or more"),
        ("de", "20- bis 64-Jährige", "20  bis 64 Jährige"),
    ],
)
def test_ages_are_written_as_they_are_read(tag: str, text: str, expected: str) -> None:
    """The unit stands right behind the number, and the bound behind both."""
    assert expected in set(otherwise(cldr.locale(tag), metric("quantity", "18", measure="year"), text))
