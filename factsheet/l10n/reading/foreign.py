"""A number that was written by the rules of another language: "1.209" in an English text."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.digits import syntax
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.numeral import Numeral
from factsheet.patterns import regex
from factsheet.records import dataclass

_ONE_GROUP: Final = regex(r"[1-9]\d{0,2}\D\d{3}")
_GROUP: Final = -3


@dataclass(frozen=True, slots=True)
class Foreign:
    """What a numeral is when read by the rules of another language."""

    loc: NumberLocale
    value: Decimal


def foreign_reading(loc: NumberLocale, others: Iterable[NumberLocale], text: str, numeral: Numeral) -> Foreign | None:
    """Tell when a numeral makes sense in one of the other languages only, or more sense there; else None.

    More sense is a whole number of thousands where the language itself reads three decimals: "1.209" in
    English, "1,209" in Romanian. `text` is the text that was read; scale words count in the value.
    """
    run = syntax(loc).run.search(fold(text[numeral.start : numeral.end]).text)
    if run is None:
        return None
    own = syntax(loc).exact(run[0])
    if own is not None and not (own.as_tuple().exponent == _GROUP and _ONE_GROUP.fullmatch(run[0])):
        return None
    read = next(syntax(loc).split(run[0], 0, len(run[0]))).value
    for other in others:
        value = syntax(other).exact(run[0])
        if value is not None and read and (own is None or value == value.to_integral_value()):
            return Foreign(other, value * (numeral.value / read))
    return None
