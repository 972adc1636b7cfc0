"""Number patterns of UTS #35 (`¤#,##0.00;(¤#,##0.00)`), turned into the text before and after the digits."""

import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.records import dataclass

_NUMBER: Final = frozenset("#0,.@123456789")
_SIGN: Final = "\ue000"
_PERCENT: Final = "\ue001"
_PLUS: Final = "\ue002"
_CURRENCY: Final = "\ue003"
_TOKENS: Final = {"-": _SIGN, "%": _PERCENT, "+": _PLUS, "¤": _CURRENCY}
_SPACE: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Affixes:
    """What stands around the digits, for positive and for negative numbers, and for such as show a plus."""

    before: str
    after: str
    minus_before: str
    minus_after: str
    plus_before: str
    plus_after: str
    zeros: int
    """Digits the pattern has before its decimal point; 0 for a pattern that is a word ("mille")."""

    def around(self, number: Decimal, *, plus: bool = False) -> tuple[str, str]:
        """Give the text before and after a number; `plus` asks for a sign above zero too (UTS #35, "except zero")."""
        if number < 0:
            return self.minus_before, self.minus_after
        return (self.plus_before, self.plus_after) if plus and number else (self.before, self.after)


@lru_cache(maxsize=8192)
def affixes(loc: NumberLocale, pattern: str, symbol: str = "") -> Affixes:
    """Write a pattern's affixes with the signs of the language, `symbol` standing for the currency.

    A symbol whose edge is neither sign nor space is kept off the digits by a no-break space (CLDR's
    currencySpacing, one rule for all languages).
    """
    positive, _, negative = _split(pattern)
    before, number, after = _parts(positive)
    minus_before, minus_after = _SIGN + before, after
    if negative:
        minus_before, _, minus_after = _parts(negative)
    plus_before, plus_after = (part.replace(_SIGN, _PLUS) for part in (minus_before, minus_after))
    written = [
        _written(loc, part, symbol, leading=not place % 2)
        for place, part in enumerate((before, after, minus_before, minus_after, plus_before, plus_after))
    ]
    zeros = number.partition(".")[0].count("0")
    return Affixes(written[0], written[1], written[2], written[3], written[4], written[5], zeros)


def _split(pattern: str) -> tuple[str, str, str]:
    """Split at the first semicolon outside quotes."""
    quoted = False
    for place, char in enumerate(pattern):
        if char == "'":
            quoted = not quoted
        elif char == ";" and not quoted:
            return pattern[:place], char, pattern[place + 1 :]
    return pattern, "", ""


def _parts(pattern: str) -> tuple[str, str, str]:
    """Give prefix, digits and suffix of one half of a pattern; quotes resolved, signs made tokens."""
    before: list[str] = []
    number: list[str] = []
    after: list[str] = []
    quoted = False
    for place, char in enumerate(pattern):
        if char == "'":
            if pattern[place + 1 : place + 2] == "'":
                (after if number else before).append("'")
            quoted = not quoted
        elif not quoted and char in _NUMBER and not after:
            number.append(char)
        else:
            (after if number else before).append(char if quoted else _TOKENS.get(char, char))
    return "".join(before), "".join(number), "".join(after)


def _written(loc: NumberLocale, affix: str, symbol: str, *, leading: bool) -> str:
    signs = cldr.symbols(loc)
    currency = symbol
    if symbol and leading and affix.endswith(_CURRENCY) and _is_letter(symbol[-1]):
        currency = symbol + _SPACE
    elif symbol and not leading and affix.startswith(_CURRENCY) and _is_letter(symbol[0]):
        currency = _SPACE + symbol
    return (
        affix.replace(_SIGN, signs.minus)
        .replace(_PERCENT, signs.percent)
        .replace(_PLUS, signs.plus)
        .replace(_CURRENCY, currency)
    )


def _is_letter(char: str) -> bool:
    """Tell whether a symbol's edge is neither a sign (S) nor a space (Z)."""
    return unicodedata.category(char)[0] not in "SZ"
