"""Whether words right before a place of a text put a bound on what stands there."""

from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.context import bound_before
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.lexicon import lexicon

_REACH = 40


def is_below_zero(loc: NumberLocale, text: str, end: int) -> bool:
    """Tell whether a number that ends at a place of a text is called less than nought: "12 degrees below zero"."""
    lex = lexicon(loc)
    words = fold(text[end : end + _REACH], lex.code).plain.lower().split(",")[0]
    return any(f" {phrase}" in words for phrase in lex.language.below_zero)


def says_bound_before(loc: NumberLocale, text: str, start: int) -> bool:
    """Tell whether a bound word stands before a place: "over " of "over {figure}"."""
    lex = lexicon(loc)
    plain = fold(text[max(0, start - _REACH) : start], lex.code).plain
    return bound_before(lex, plain, len(plain)) is not None
