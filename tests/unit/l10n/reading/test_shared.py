"""Words and signs that several currencies share fit each of them; a full name or a code fits one."""

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.currencies import is_in


@pytest.mark.parametrize(
    ("tag", "text", "read", "wanted", "fits"),
    [
        ("en", "$100", "USD", "CAD", True),
        ("en", "HK$100", "HKD", "USD", False),
        ("en", "100 dollars", "USD", "AUD", True),
        ("en", "100 Canadian dollars", "CAD", "USD", False),
        ("en", "USD 100", "USD", "CAD", False),
        ("en", "100 cents", "USD/100", "USD", False),
        ("ro", "100 de dolari", "USD", "CAD", True),
        ("ro", "100 de dolari canadieni", "CAD", "USD", False),
        ("ro", "100 de dolari americani", "USD", "CAD", False),
        ("ro", "100 de lei", "RON", "USD", False),
        ("ro", "100", None, "USD", False),
        ("ro", "100", None, None, True),
    ],
)
def test_a_shared_word_fits_each(tag: str, text: str, read: str | None, wanted: str | None, *, fits: bool) -> None:
    """What a text says of its currency decides, not what the word is mostly taken for."""
    assert is_in(cldr.locale(tag), text, read, wanted) is fits
