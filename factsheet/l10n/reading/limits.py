"""Whether words right before a place of a text put a bound on what stands there."""

from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.context import bound_before
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.lexicon import lexicon

_REACH = 40


def says_bound_before(loc: NumberLocale, text: str, start: int) -> bool:
    """Tell whether a bound word stands before a place: "over " of "over {figure}"."""
    lex = lexicon(loc)
    plain = fold(text[max(0, start - _REACH) : start], lex.code).plain
    return bound_before(lex, plain, len(plain)) is not None
