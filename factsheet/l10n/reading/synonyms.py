"""What a word of some language means in front matter: `peste` and `mehr als` are `over`, `lei` are `RON`."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from factsheet.core.suggest import nearest
from factsheet.l10n import cldr
from factsheet.l10n.reading.fold import fold_word
from factsheet.l10n.reading.language import language, languages

_LONGEST = 100
_LEAST = 4
_MOST_WORDS = 8
_COMMON = frozenset({"in", "a", "h"})
"""How long a word for people is, in letters: that before it, "per" or "pro", is shorter."""


def bound_meant(word: str) -> str | None:
    """The bound that a word, or one very like it, begins in any language whose prose is known (`less`); else None."""
    known, folded = _bounds(), fold_word(word[:_LONGEST])
    begun = (phrase for phrase in known if phrase.startswith(f"{folded} "))
    near = nearest(folded, known) if len(folded) > _LEAST else None
    found = folded if folded in known else next(begun, None) or near
    return known[found] if found else None


def name_meant(word: str, known: Collection[str]) -> str | None:
    """Which of the known names of front matter a word stands for in any language: `coloane` for `columns`.

    A name that is written almost so is taken where no language has the word, then the only one among several words.
    """
    parts = {names_meant(part, known) for part in word.split()[:_MOST_WORDS]} if " " in word.strip() else set()
    parts |= {*word.split()} & {*known} if parts else set()
    among = parts - {None}
    return names_meant(word, known) or nearest(word, known) or (among.pop() if len(among) == 1 else None)


def names_meant(word: str, known: Collection[str]) -> str | None:
    """Which of the known names a word stands for in any language, as it is written there."""
    folded = fold_word(word[:_LONGEST].lower())
    return next((name for phrase, name in _phrases("names") if phrase == folded and name in known), None)


def power_meant(word: str) -> int | None:
    """Which power of ten a word of any language is: 3 for `mii`."""
    folded = fold_word(word[:_LONGEST].lower())
    return next(filter(None, (language(code).scales.get(folded) for code in languages())), None)


def is_person(word: str) -> bool:
    """Whether a word is of a phrase for each person in any language, as `capita` and `locuitor`."""
    words = {one for code in languages() for phrase in language(code).per_person for one in phrase.split()}
    return len(word) >= _LEAST and fold_word(word[:_LONGEST].lower()) in words


def currency_meant(name: str) -> str | None:
    """The code of the currency that has this everyday name in any language, if no other has it; else None."""
    known, written = _currencies(), name[:_LONGEST]
    found = known.get(fold_word(written)) or known.get(fold_word(written.lower()), frozenset())
    return next(iter(found)) if len(found) == 1 else None


def unit_meant(name: str, tag: str) -> str | None:
    """The id of the unit that has this name or sign in CLDR, as `kg` or `tone`; the language `tag` is asked first.

    The first word of a name is enough: `tone` for "tone metrice".
    """
    wanted = fold_word(name[:_LONGEST].replace("-", " ")).lower()
    if (everyday := _everyday().get(wanted)) is not None:
        return everyday
    for names in map(_names, dict.fromkeys((tag, "en", *languages()))):
        exact = fold_word(name[:_LONGEST])
        begun = [unit for one, unit in names.items() if one.startswith(f"{wanted} ")]
        found = names.get(exact) or names.get(wanted) or nearest(name, begun) or next(iter(begun), None)
        if found:
            return found
    return None


def unit_called(name: str, tag: str) -> str | None:
    """The id of the unit that has exactly this name or sign in a language, unless the word is a common one: "in"."""
    return None if name in _COMMON else _names(tag).get(fold_word(name))


@lru_cache(maxsize=64)
def _names(tag: str) -> Mapping[str, str]:
    """Every name and sign of a unit in a language, folded; of several units, the first of CLDR."""
    try:
        loc = cldr.locale(tag)
    except cldr.UnknownLocale:
        return {}
    found: dict[str, str] = {}
    for unit in sorted(cldr.unit_ids()):
        for width in ("short", "long"):
            for pattern in cldr.unit_patterns(loc, unit, width).values():
                text = fold_word(str(pattern).replace("{0}", "").strip(" \u00a0\u202f"))
                found.setdefault(text, unit.partition("-")[2])
    found.pop("", None)
    return {**{text.lower(): unit for text, unit in reversed(found.items())}, **found}  # "GB" and "Gb" are different


@lru_cache(maxsize=1)
def _everyday() -> Mapping[str, str]:
    """The everyday names of units that mean the same in all languages that have them: `mp` for square metres."""
    found: dict[str, set[str]] = {}
    for name, unit in _phrases("units"):
        found.setdefault(name.lower(), set()).add(unit.partition("-")[2])
    return {name: next(iter(units)) for name, units in found.items() if len(units) == 1}


@lru_cache(maxsize=1)
def _bounds() -> dict[str, str]:
    """Every phrase before a number that says a bound; none says two, whatever the language."""
    return {**dict(_phrases("bounds")), "exact": "exact"}


@lru_cache(maxsize=1)
def _currencies() -> dict[str, frozenset[str]]:
    """Every everyday name of money, with the codes that it stands for."""
    found: dict[str, frozenset[str]] = {}
    for name, code in _phrases("currencies"):
        found[name] = found.get(name, frozenset()) | {code}
    return found


def _phrases(table: str) -> Iterator[tuple[str, str]]:
    for code in languages():
        for meaning, phrases in getattr(language(code), table).items():
            yield from ((phrase, meaning) for phrase in phrases)
