"""Amounts of money."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.amounts import CurrencyWidth, currency, is_currency
from factsheet.l10n.decimals import Display
from factsheet.l10n.figures import LosesDigits


@pytest.mark.parametrize(
    ("tag", "value", "code", "text"),
    [
        ("en", "97000000", "USD", "$97,000,000"),
        ("en", "97", "RON", "RON\u00a097"),
        ("en-IN", "97", "RON", "RON\u00a097"),
        ("ja", "97", "RON", "RON\u00a097"),
        ("es-MX", "97", "RON", "RON\u00a097"),
        ("ro", "97", "RON", "97\u00a0RON"),
        ("en", "97.5", "USD", "$97.50"),
        ("en", "97.00", "USD", "$97"),
        ("en", "97.125", "USD", "$97.125"),
        ("en", "1.5", "KWD", "KWD\u00a01.500"),
        ("ja", "97.5", "JPY", "￥97.5"),
        ("en", "-97", "USD", "-$97"),
        ("de-AT", "1209", "EUR", "€\u00a01.209"),
        ("ar-EG", "-97", "USD", "\u061c-\u200f٩٧\u00a0US$"),
        ("fa", "97", "USD", "\u200e$۹۷"),
        ("pl", "1209", "PLN", "1209\u00a0zł"),
    ],
)
def test_symbol(tag: str, value: str, code: str, text: str) -> None:
    """Whole amounts have no decimals, others at least their currency's; letters keep off the digits."""
    assert currency(cldr.locale(tag), Decimal(value), code).text == text


@pytest.mark.parametrize(
    ("tag", "width", "text"),
    [
        ("ro", "symbol", "97.000.000\u00a0USD"),
        ("ro", "narrow", "97.000.000\u00a0$"),
        ("ro", "code", "97.000.000\u00a0USD"),
        ("ro", "name", "97.000.000 de dolari americani"),
        ("en", "code", "USD\u00a097,000,000"),
        ("en", "name", "97,000,000 US dollars"),
        ("sw", "name", "dola za Marekani 97,000,000"),
    ],
)
def test_width(tag: str, width: CurrencyWidth, text: str) -> None:
    """A currency stands as sign, narrow sign, code or name."""
    assert currency(cldr.locale(tag), Decimal(97_000_000), "USD", width=width).text == text


@pytest.mark.parametrize(
    ("tag", "display", "width", "text"),
    [
        ("en", "compact-long", "symbol", "$97 million"),
        ("ro", "compact-long", "symbol", "97 de milioane\u00a0USD"),
        ("en", "compact-long", "code", "USD\u00a097 million"),
        ("sw", "compact-long", "symbol", "US$\u00a0milioni 97"),
        ("ja", "compact-long", "symbol", "$9700万"),
        ("ro", "compact-long", "name", "97 de milioane de dolari americani"),
        ("en", "compact-long", "name", "97 million US dollars"),
        ("en", "compact-short", "symbol", "$97M"),
        ("ro", "compact-short", "symbol", "97\u00a0mil.\u00a0USD"),
        ("pt-BR", "compact-short", "symbol", "US$\u00a097\u00a0mi"),
        ("de-CH", "compact-short", "symbol", "97\u00a0Mio.\u00a0$"),
        ("fr", "compact-short", "symbol", "97\u00a0M\u00a0$US"),
    ],
)
def test_compact(tag: str, display: Display, width: CurrencyWidth, text: str) -> None:
    """Compact money puts the scale word where the language has it, and the sign beside it."""
    assert currency(cldr.locale(tag), Decimal(97_000_000), "USD", width=width, display=display).text == text


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de-CH", "$\u00a015"),
        ("tr", "$15"),
        ("es-MX", "USD\u00a015"),
        ("ar-EG", "\u200f١٥\u00a0US$"),
        ("en", "$15"),
    ],
)
def test_small_amounts_in_compact_form(tag: str, text: str) -> None:
    """An amount too small for a scale word stands as in full."""
    for display in ("compact-long", "compact-short"):
        assert currency(cldr.locale(tag), Decimal(15), "USD", display=display).text == text


def test_negative_with_a_scale_word() -> None:
    """The sign of a negative amount stands where the pattern for money has it."""
    assert currency(cldr.locale("en"), Decimal(-97_000_000), "USD", display="compact-long").text == "-$97 million"
    assert (
        currency(cldr.locale("sw"), Decimal(-97_000_000), "USD", display="compact-long").text == "-US$\u00a0milioni 97"
    )
    assert currency(cldr.locale("it"), Decimal(-1000), "USD", display="compact-long").text == "-mille\u00a0USD"


def test_category() -> None:
    """A noun after an amount with a scale word agrees with the scale."""
    shown = currency(cldr.locale("ro"), Decimal(17_000), "USD", display="compact-long", width="name")
    assert (shown.text, shown.category, shown.scale) == ("17 mii de dolari americani", "other", 3)


def test_digits() -> None:
    """Decimals may be asked for; what they would lose is refused."""
    english = cldr.locale("en")
    assert currency(english, Decimal(97), "USD", digits=2).text == "$97.00"
    assert currency(english, Decimal("97.555"), "USD", digits=2, exact=False).text == "$97.56"
    assert currency(english, Decimal("97.5"), "USD", width="name", digits=1).text == "97.5 US dollars"
    with pytest.raises(LosesDigits):
        currency(english, Decimal("97.555"), "USD", digits=2)


def test_is_currency() -> None:
    """A code is a currency if CLDR knows it, in capitals."""
    assert [is_currency(code) for code in ("USD", "RON", "usd", "US$", "")] == [
        True,
        True,
        False,
        False,
        False,
    ]
