"""Which unit of CLDR the words behind a number name: by its sign, or by its name in whatever inflection.

CLDR gives the names of units in one grammatical case. Prose has others ("w 12 kilometrach"), so a word of a long name
is known again by its beginning. The name of most words wins: "kilometri pătrați" are no kilometres.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from factsheet.core.derived import derived
from factsheet.core.patterns import LETTERS, regex
from factsheet.core.records import dataclass
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import fold, fold_word
from factsheet.l10n.reading.language import language
from factsheet.l10n.reading.phrases import Phrases, back_over_space, skip_space

Units = frozenset[str]
"""The ids of units that share a name, such as "length-kilometer"."""

_NONE: Final[Units] = frozenset()
_WIDTHS: Final = ("long", "short", "narrow")
_GAP: Final = regex(r"[ \-]?")
_LEAST: Final = 5
"""A shorter word of a name is known only as it is: "mile" is not the beginning of "milioane"."""
_SUFFIX: Final = 3
"""How many letters of a name an inflection may change, and how many more than these it may add."""
_KEY: Final = 3
_MOST_WORDS: Final = 6
_REACH: Final = 60
"""How much of a text behind a number is looked at, in characters."""


def units_around(loc: NumberLocale, plain: str, start: int, end: int) -> Units:
    """Give the units that may be meant by what stands before and behind a number of a folded text.

    `start` and `end` are those of the number without any unit; one space or hyphen may part it from the unit.
    """
    index = _index(loc)
    found, length = index.before(plain, start, end)
    sign = end + 1 if plain.startswith("+", end) else end  # "65+ years"
    for place in dict.fromkeys((end, skip_space(plain, sign), end + plain.startswith("-", end))):
        units, stop = index.after(plain, place)
        if units and stop - place > length:
            return units
    return found


def units_at(loc: NumberLocale, plain: str, at: int) -> Units:
    """Give the units whose name begins at a place of a folded text."""
    return _index(loc).after(plain, at)[0]


def units_of(loc: NumberLocale, text: str, at: int) -> Units:
    """Give the units whose name begins at a place of a text."""
    return units_at(loc, fold(text[at : at + _REACH], loc.code).plain, 0)


def names_unit(loc: NumberLocale, text: str, end: int) -> bool:
    """Tell whether a unit of measure stands right behind a place of a text."""
    plain = fold(text[end : end + _REACH], loc.code).plain
    return bool(units_at(loc, plain, plain.startswith(" ")))


def names_other_unit(loc: NumberLocale, text: str, end: int, unit: str) -> bool:
    """Tell whether right behind a place of a text stands a unit of measure, and not this one."""
    found = units_of(loc, text, end + text.startswith((" ", "\u00a0"), end))
    return bool(found) and unit not in found


class _Index:
    """The signs and names of all units in one language; plain, so that it can be kept."""

    def __init__(self, patterns: Iterable[tuple[str, str, str]], names: Iterable[tuple[str, str]]) -> None:
        """Index patterns, as what stands before and behind the number, and names that may be inflected."""
        signs: dict[str, set[str]] = defaultdict(set)
        around: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for before, after, unit in patterns:
            (around[before][after] if before else signs[after]).add(unit)
        self._signs = Phrases((sign, frozenset(units)) for sign, units in signs.items())
        self._before = Phrases((before, before) for before in around)
        self._around = {before: dict(units) for before, units in around.items()}
        words: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for name, unit in names:
            words[tuple(LETTERS.findall(name.casefold()))].add(unit)
        self._names: dict[str, list[tuple[tuple[str, ...], Units]]] = {}
        for name_words, units in words.items():
            if name_words:
                self._names.setdefault(name_words[0][:_KEY], []).append((name_words, frozenset(units)))

    def before(self, plain: str, start: int, end: int) -> tuple[Units, int]:
        """Give the units that are written before a number, or on both sides of it, and how much they take."""
        before = self._before
        hit = before.before(plain, back_over_space(plain, start)) or before.before(plain, start, whole=False)
        if hit is None:
            return _NONE, 0
        place = skip_space(plain, end)
        fitting = [after for after in self._around[hit[0]] if plain.startswith(after, place)]
        after = max(fitting, key=len, default=None)
        return (_NONE, 0) if after is None else (frozenset(self._around[hit[0]][after]), len(hit[0]) + len(after))

    def after(self, plain: str, at: int) -> tuple[Units, int]:
        """Give the units whose sign or name begins at a place, and where it ends; what is exact goes first."""
        units, stop = self.named(plain, at)
        sign = self._signs.after(plain, at)
        return sign if sign is not None and sign[1] >= stop else (units, stop)

    def named(self, plain: str, at: int) -> tuple[Units, int]:
        """Give the units whose name of most words stands at a place, and where it ends."""
        words = list(_words(plain, at))
        first = words[0][0] if words else ""
        found, end, most = _NONE, at, 0
        every = self._names.get(first[:_KEY], ())
        roots = {one.partition("-")[2] for name, units in every if name == (first,) for one in units}
        for name, units in every:
            is_own = not roots or name[0] == first or any(root in one for root in roots for one in units)
            if most <= len(name) <= len(words) and is_own and all(map(is_inflected, name, (word for word, _ in words))):
                found = found | units if len(name) == most else units
                most, end = len(name), words[len(name) - 1][1]
        return found, end


def _words(plain: str, at: int) -> Iterator[tuple[str, int]]:
    """The words from a place on, each with its end, parted by nothing but one space or hyphen."""
    for _ in range(_MOST_WORDS):
        word = LETTERS.match(plain, at)
        if word is None:
            return
        yield word[0].casefold(), word.end()
        gap = _GAP.match(plain, word.end())
        at = gap.end() if gap else word.end()


def is_inflected(name: str, word: str) -> bool:
    """Tell whether a word may be an inflection of a word of a name."""
    if name == word or len(name) < _LEAST:
        return name == word
    longest = len(name) + min(2 * _SUFFIX, len(name) - 1)  # not Polish "dzień" of "dziedzińcu"
    return len(word) <= longest and word.startswith(name[: max(len(name) - _SUFFIX, _LEAST - 1)])


@lru_cache(maxsize=64)
def _index(loc: NumberLocale) -> _Index:
    return derived(f"units-{loc.cldr}-{loc.numerals}", loc.tag.encode(), lambda: _made(loc))


def _made(loc: NumberLocale) -> _Index:
    everyday = [(word, unit) for unit, words in language(loc.code).units.items() for word in words]
    patterns = list(_patterns(loc, loc.code))
    names = [(after, unit) for width, before, after, unit in patterns if width == "long" and not before]
    signs = [(before, after, unit) for _, before, after, unit in patterns if before or after]
    return _Index([*signs, *(("", word, unit) for word, unit in everyday)], [*names, *everyday])


def _patterns(loc: NumberLocale, code: str) -> Iterator[tuple[str, str, str, str]]:
    """Give width, what stands before and behind the number, and the unit, of each pattern that has a number."""
    for unit in sorted(cldr.unit_ids()):
        for width in _WIDTHS:
            for pattern in cldr.unit_patterns(loc, unit, width).values():
                before, number, after = pattern.partition("{0}")
                if number:
                    yield width, fold_word(before, code), fold_word(after, code), unit


# How a language writes a quantity in one unit, for reading a figure whose unit is known.
#
# Signs of units are short, and some mean something else to who does not know ("5m": metres or millions).

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
    halves = [pattern.partition("{0}") for _, pattern in _patterns_of(loc, unit)]
    alone = {
        fold_word(pattern, loc.code): _EXACT[category]
        for category, pattern in _patterns_of(loc, unit)
        if "{0}" not in pattern and category in _EXACT
    }
    names = (*(fold_word(after, loc.code) for _, _, after in halves), *language(loc.code).units.get(unit, ()))
    return Measure(
        after=Phrases((name, True) for name in names if name != "°"),
        before=Phrases((fold_word(before, loc.code), True) for before, digits, _ in halves if digits),
        alone=dict(sorted(alone.items(), key=lambda form: -len(form[0]))),
    )


def glued_units(loc: NumberLocale, code: str) -> Iterator[str]:
    """Give the signs, of two letters or more, of common units that stand right behind the digits."""
    for unit in sorted(cldr.unit_ids()):
        if unit.startswith(_COMMON) or unit in _DEGREES:
            for _, pattern in _patterns_of(loc, unit):
                before, digits, after = pattern.partition("{0}")
                sign = fold_word(after, code)
                if digits and not before and after[:1] not in (" ", "\u00a0", "\u202f"):
                    yield from (sign,) if len(sign) > _ONE_LETTER else ()


def _patterns_of(loc: NumberLocale, unit: str) -> list[tuple[str, str]]:
    return [row for width in _WIDTHS for row in cldr.unit_patterns(loc, unit, width).items()]
