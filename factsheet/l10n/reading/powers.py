"""Numbers as powers of ten: "6.02 × 10²³", "1.6 x 10^-19", "10^34"."""

from collections.abc import Sequence
from typing import Final

from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.numeral import Numeral
from factsheet.l10n.reading.numerals import read
from factsheet.patterns import regex
from factsheet.records import replace

_POWER: Final = regex(
    r"(?:(?<=\d)[ \u00a0]?[×x·⋅*][ \u00a0]?|(?<![\d.,]))10"
    r"(?:\^[ ]?(?P<caret>[-\u2212]?\d{1,3})|(?P<raised>⁻?[⁰¹²³⁴-⁹]{1,3}))"
)
_DIGITS: Final = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹\u2212", "-0123456789-")
_MOST: Final = 60
"""The largest power that is read: no figure has more digits."""


def with_powers(loc: NumberLocale, text: str, every: Sequence[Numeral], unit: str | None) -> tuple[Numeral, ...]:
    """Read each number with the power of ten behind it, and the unit behind that; others stay as they are."""
    found = list(every)
    for power in _POWER.finditer(text):
        exponent = int((power["caret"] or power["raised"]).translate(_DIGITS))
        one_itself = "1" if power[0].startswith("1") else ""
        bare = f"{text[: power.start()]}{one_itself}{text[power.end() :]}"
        at = power.start() + len(one_itself)
        alone = next((one for one in read(loc, bare, unit=unit) if one.start < at <= one.end), None)
        if alone is None or abs(exponent) > _MOST:
            continue
        start = alone.start
        end = max(alone.end + len(text) - len(bare), power.end())
        whole = replace(alone, end=end, text=text[start:end])
        found = [one for one in found if one.end <= start or end <= one.start]
        found.append(replace(whole, value=alone.value.scaleb(exponent), ulp=alone.ulp.scaleb(exponent)))
    return tuple(sorted(found, key=lambda one: one.start))
