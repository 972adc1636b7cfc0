"""Number patterns of UTS #35."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.figures import affixes


@pytest.mark.parametrize(
    ("tag", "pattern", "symbol", "plus", "minus"),
    [
        ("ro", "#,##0.###", "", "|", "-|"),
        ("ro", "#,##0.00\u00a0¤", "lei", "|\u00a0lei", "-|\u00a0lei"),
        ("en", "¤#,##0.00", "$", "$|", "-$|"),
        ("en", "¤#,##0.00", "RON", "RON\u00a0|", "-RON\u00a0|"),
        ("en", "¤#,##0.00;(¤#,##0.00)", "$", "$|", "($|)"),
        ("en", "0¤", "kr", "|\u00a0kr", "-|\u00a0kr"),
        ("sv", "#,##0\u00a0%", "", "|\u00a0%", "\u2212|\u00a0%"),
        ("ar-EG", "#,##0%", "", "|٪\u061c", "\u061c-|٪\u061c"),
        ("sw", "milioni 0;milioni -0", "", "milioni |", "milioni -|"),
        ("ro", "0\u00a0mil'.'\u00a0¤", "USD", "|\u00a0mil.\u00a0USD", "-|\u00a0mil.\u00a0USD"),
        ("en", "'#'0 'o''clock'", "", "#| o'clock", "-#| o'clock"),
        ("en", "+0;';'0", "", "+|", ";|"),
        ("en", "';'0;-0", "", ";|", "-|"),
    ],
)
def test_affixes(tag: str, pattern: str, symbol: str, plus: str, minus: str) -> None:
    """Signs are the language's, quotes are resolved, and a currency in letters keeps off the digits."""
    found = affixes(cldr.locale(tag), pattern, symbol)
    assert "|".join(found.around(Decimal(1))) == plus
    assert "|".join(found.around(Decimal(-1))) == minus


def test_zeros() -> None:
    """A pattern's digits before the point are counted, in its first half only; a word has none."""
    french = cldr.locale("fr")
    zeros = [affixes(french, pattern).zeros for pattern in ("mille", "00 mille", "elfu 0;elfu -0", "#,##0.00")]
    assert zeros == [0, 2, 1, 1]
