"""Amounts of money: sign, code or name of the currency, in full and in compact form."""

import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from factsheet.l10n import cldr, decimals, figures, patterns, phrases
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.compact import Compacted, compacted
from factsheet.l10n.decimals import Display
from factsheet.l10n.formatted import FormattedNumber
from factsheet.l10n.patterns import Affixes

CurrencyWidth = Literal["symbol", "narrow", "code", "name"]


def is_currency(code: str) -> bool:
    """Tell whether CLDR knows an ISO 4217 code."""
    return code in cldr.currency_codes()


def currency(  # noqa: PLR0913 - as many as a number has choices
    loc: NumberLocale,
    value: Decimal,
    code: str,
    *,
    width: CurrencyWidth = "symbol",
    display: Display = "standard",
    digits: int | None = None,
    exact: bool = True,
    plus: bool = False,
) -> FormattedNumber:
    """Write an amount of money, above zero with its `plus` where that is asked for.

    With `digits` None a whole amount has no decimals, any other at least those of its currency; a compact one
    as `decimal`. "compact-long" sets the scale word beside the sign: "$97 million". Raises `LosesDigits`.
    """
    if width == "name":
        shown = number(loc, value, code, display=display, digits=digits, exact=exact, plus=plus)
        return phrases.in_phrase(loc, shown, ("money", code, ""))
    writer = figures.writer(loc, "currency", money=True)
    if display == "compact-short":
        cut = compacted(loc, value, "currency", "short", digits=digits, exact=exact)
        return decimals.shorten(loc, cut, _short(loc, cut, code, width), writer, display=display, plus=plus)
    scaled = decimals.cut_by(loc, value, display, digits=digits, exact=exact)
    if scaled is not None:
        return decimals.shorten(loc, scaled, _long(loc, scaled, code, width), writer, display=display, plus=plus)
    amount = _amount(value, code, digits, exact=exact)
    return decimals.around(loc, amount, _affixes(loc, code, width), writer.write(amount), plus=plus)


def number(
    loc: NumberLocale,
    value: Decimal,
    code: str,
    *,
    display: Display = "standard",
    digits: int | None = None,
    exact: bool = True,
    plus: bool = False,
) -> FormattedNumber:
    """Write the number of an amount, as the name of the currency follows it; arguments as for `currency`."""
    writer = figures.writer(loc, money=True)
    cut = decimals.cut_by(loc, value, display, digits=digits, exact=exact)
    if cut is not None:
        return decimals.shorten(loc, cut, decimals.compact_affixes(loc, cut), writer, display=display, plus=plus)
    amount = _amount(value, code, digits, exact=exact)
    return decimals.around(loc, amount, decimals.affixes(loc, "decimal"), writer.write(amount), plus=plus)


def _amount(value: Decimal, code: str, digits: int | None, *, exact: bool) -> Decimal:
    """Give the value with the decimals to show: none, or at least those of the currency."""
    if digits is not None:
        return figures.with_digits(value, digits, exact=exact)
    number = figures.plain(value)
    used = -int(number.as_tuple().exponent)
    return figures.with_digits(number, max(used, cldr.currency_digits(code)), exact=True) if used else number


@lru_cache(maxsize=2048)
def _affixes(loc: NumberLocale, code: str, width: CurrencyWidth) -> Affixes:
    return patterns.affixes(loc, cldr.pattern(loc, "currency"), _symbol(loc, code, width))


@lru_cache(maxsize=2048)
def _symbol(loc: NumberLocale, code: str, width: CurrencyWidth) -> str:
    if width == "narrow":
        return cldr.currency_narrow(loc, code)
    return code if width == "code" else cldr.currency_symbol(loc, code)


def _short(loc: NumberLocale, cut: Compacted, code: str, width: CurrencyWidth) -> Affixes:
    """Give what stands around "97M" where the language has patterns for money."""
    if cut.pattern is None:
        return _affixes(loc, code, width)
    return patterns.affixes(loc, cut.pattern, _symbol(loc, code, width))


def _long(loc: NumberLocale, cut: Compacted, code: str, width: CurrencyWidth) -> Affixes:
    """Set the scale word inside the pattern for money: CLDR has none for long compact money."""
    money = _affixes(loc, code, width)
    if cut.pattern is None:
        return money
    scale, minus, plus = patterns.affixes(loc, cut.pattern), cldr.symbols(loc).minus, cldr.symbols(loc).plus
    return Affixes(
        _beside(money.before, scale.before, minus),
        _beside(scale.after, money.after, minus),
        _beside(money.minus_before, scale.before, minus),
        _beside(scale.after, money.minus_after, minus),
        _beside(money.plus_before, scale.before, plus),
        _beside(scale.after, money.plus_after, plus),
        scale.zeros,
    )


def _beside(left: str, right: str, minus: str) -> str:
    """Join two affixes; a no-break space keeps a currency off a word, but no minus off what it belongs to."""
    spaced = {unicodedata.category(char)[0] for char in left[-1:] + right[:1]} & {"Z"}
    return f"{left}\u00a0{right}" if left and right and not spaced and not left.endswith(minus) else left + right
