"""How a language writes a quantity in one unit, for reading a figure whose unit is known.

Signs of units are short, and some mean something else to who does not know ("5m": metres or millions).
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import fold_word
from factsheet.l10n.reading.phrases import Phrases, skip_space
from factsheet.records import dataclass

_WIDTHS: Final = ("long", "short", "narrow")
_EXACT: Final = {"zero": 0, "one": 1, "two": 2}
_COMMON: Final = ("length", "mass", "duration", "digital", "speed", "area", "volume", "frequency", "power")
_DEGREES: Final = ("temperature-celsius", "temperature-fahrenheit", "energy-kilowatt-hour")
_ONE_LETTER: Final = 1


@dataclass(frozen=True, slots=True)
class Measure:
    """The words and signs of a unit after and before the digits, and forms that say the number themselves."""

    after: Phrases[bool]
    before: Phrases[bool]
    alone: Mapping[str, int]
    """Arabic "يومان" is two days, with no digit. Longest first."""

    def ends(self, plain: str, at: int) -> int | None:
        """Give the end of the unit that stands right after the digits, or one space or hyphen on."""
        places = (at, skip_space(plain, at), at + plain.startswith("-", at))
        found = next(filter(None, (self.after.after(plain, place) for place in places)), None)
        return None if found is None else found[1]


@lru_cache(maxsize=256)
def measure(loc: NumberLocale, unit: str) -> Measure:
    """Give the forms of a CLDR unit, such as "length-kilometer"."""
    halves = [pattern.partition("{0}") for _, pattern in _patterns(loc, unit)]
    code = loc.cldr.partition("_")[0]
    alone = {
        fold_word(pattern, code): _EXACT[category]
        for category, pattern in _patterns(loc, unit)
        if "{0}" not in pattern and category in _EXACT
    }
    return Measure(
        after=Phrases((fold_word(after, code), True) for _, _, after in halves),
        before=Phrases((fold_word(before, code), True) for before, digits, _ in halves if digits),
        alone=dict(sorted(alone.items(), key=lambda form: -len(form[0]))),
    )


def glued_units(loc: NumberLocale, code: str) -> Iterator[str]:
    """Give the signs, of two letters or more, of common units that stand right behind the digits."""
    for unit in sorted(cldr.unit_ids()):
        if unit.startswith(_COMMON) or unit in _DEGREES:
            for _, pattern in _patterns(loc, unit):
                before, digits, after = pattern.partition("{0}")
                sign = fold_word(after, code)
                if digits and not before and after[:1] not in (" ", "\u00a0", "\u202f"):
                    yield from (sign,) if len(sign) > _ONE_LETTER else ()


def _patterns(loc: NumberLocale, unit: str) -> list[tuple[str, str]]:
    return [row for width in _WIDTHS for row in cldr.unit_patterns(loc, unit, width).items()]
