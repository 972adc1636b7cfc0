"""Words that no translation exchanges: days of the week, months, seasons, "all", "hundreds", rises and falls."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import Final

from factsheet.checks.reading import ReadBlock
from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.grammar import Grammar, grammar
from factsheet.content.statements.reader import read
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import directions
from factsheet.l10n.reading.fold import fold, words_of
from factsheet.l10n.reading.phrases import Phrases, Telling, joins, longest_words, skip_space, stands_in
from factsheet.patterns import LETTERS, regex

Said = tuple[int | str, str, int]
"""What must be the same, the words, and where in the text of the block they begin."""

_LETTER: Final = regex(r"[^\W\d_]")
_ENDING: Final = 2
"""How many letters more than in CLDR the name of a day may have: "Mondays", "duminica"."""

_ALONE: Final = frozenset(("direction", "quantity"))
"""What is compared only where no number stands: beside one, other checks see it."""

Sense = tuple[str, str]
"""What something is said of, and what is said: `("season", "winter")`."""


def senses(loc: NumberLocale, block: ReadBlock) -> Mapping[str, Sequence[Said]]:
    """Give what a block says in such words, by what they are of, in the order of the text."""
    shown = ((one.start, one.end) for one in block.shown)
    taken = chain(_taken(block.statements), shown)
    return _by_sense(loc, block.text, taken)


def senses_of_text(loc: NumberLocale, text: str) -> Mapping[str, Sequence[Said]]:
    """Give what a text without figures says in such words."""
    return _by_sense(loc, text, _taken(read(loc, text)))


def _taken(statements: Iterable[Statement]) -> Iterator[tuple[int, int]]:
    return ((min(one.start, one.digits[0]), max(one.end, one.digits[1])) for one in statements if _hides(one.kind))


def _by_sense(loc: NumberLocale, text: str, spans: Iterable[tuple[int, int]]) -> Mapping[str, Sequence[Said]]:
    own, found = grammar(loc), dict[str, list[Said]]()
    plain = fold(text, own.code).plain
    if own.spaced and not _telling(loc)[0].among(words_of(plain.lower())):
        return {}
    taken = list(spans)
    for start, end, (of, value) in _found(loc, own, plain, text):
        if not any(first < end and start < last for first, last in taken):
            found.setdefault(of, []).append((value, text[start:end], start))
    return {of: said for of, said in found.items() if not (taken and of in _ALONE)}


def extremes(loc: NumberLocale, text: str) -> Iterator[tuple[str, str]]:
    """Give which ends a text calls something, `most` or `least`, with the words that do: "the smallest"."""
    own, plain = grammar(loc), fold(text, grammar(loc).code).plain
    for start, end, (of, value) in _found(loc, own, plain, text):
        if of == "extreme":
            yield value, text[start:end]
    for phrase, value in own.own.superlatives.items():
        if stands_in(plain.lower().replace("\u2019", "'"), phrase):
            yield value, phrase


def _hides(kind: StatementKind) -> bool:
    return kind not in {StatementKind.NAME, StatementKind.ORDINAL, StatementKind.ROMAN, StatementKind.MULTIPLE}


def differing(here: Mapping[str, Sequence[Said]], there: Mapping[str, Sequence[Said]]) -> Iterator[tuple[Said, Said]]:
    """Give what two blocks say otherwise of one thing, where they say as much of it."""
    for of in here.keys() & there.keys():
        mine, other = here[of], there[of]
        if len(mine) == len(other) and Counter(one[0] for one in mine) != Counter(one[0] for one in other):
            yield next((one, two) for one, two in zip(mine, other, strict=True) if one[0] != two[0])


def _found(loc: NumberLocale, own: Grammar, plain: str, written: str) -> Iterator[tuple[int, int, Sense]]:
    lower, last = plain.lower(), 0
    if len(lower) != len(plain):
        return
    phrases, names = _phrases(loc), _names(loc)
    for start in _starts(loc, lower) if own.spaced else range(len(lower)):
        if start < last:
            continue
        hit = phrases.after(lower, start)
        if hit is None and own.spaced:
            word = LETTERS.match(lower, start)
            named = _named(names, word[0], written, start) if word else None
            hit = (named, word.end()) if named and word else _rate(own, lower, start)
            way = directions.way_of(loc, word[0]) if word and hit is None else 0
            hit = (("direction", str(way)), word.end()) if way and word else hit
        if hit is not None:
            last = hit[1]
            if hit[0][0] != "direction" or not _is_bound(own, lower, start, last):
                yield start, last, hit[0]


_LIMITS: Final = frozenset(("at-least", "up-to"))


def _is_bound(own: Grammar, lower: str, start: int, end: int) -> bool:
    """Tell whether a word is part of a bound that compares nothing: "up to", Spanish "al menos"."""
    at, before = own.lex.bounds.after(lower, start), own.lex.bounds.before(lower, end)
    return (at is not None and at[0] in _LIMITS) or (before is not None and before[0] in _LIMITS and before[1] < start)


def _starts(loc: NumberLocale, lower: str) -> Sequence[int]:
    """The places of the words with which something may begin."""
    words = _telling(loc)[1].among(words_of(lower))
    return sorted(at for word in words for at in _places(lower, word))


def _places(text: str, word: str) -> Iterator[int]:
    """The places at which a word stands by itself."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_LETTER.match(text, end) or (at and _LETTER.match(text, at - 1))):
            yield at
        at = text.find(word, end)


@lru_cache(maxsize=64)
def _telling(loc: NumberLocale) -> tuple[Telling, Telling]:
    """The words one of which stands in every text that says something so, and those with which it may begin."""
    phrases = (*_phrases(loc).table, *grammar(loc).every.table)
    firsts = frozenset(word[0] for phrase in phrases if (word := LETTERS.search(phrase)))
    names = _names(loc)

    def judge(known: frozenset[str], word: str) -> bool:
        return (
            word in known
            or not all(map(joins, word))  # a phrase may end within it
            or any(one in names for one in _without_endings(word))
            or directions.way_of(loc, word) != 0
        )

    return Telling(partial(judge, longest_words(phrases))), Telling(partial(judge, firsts))


def _without_endings(word: str) -> Iterator[str]:
    """The word, and what is left of it without what an inflection may have added."""
    return (word[:size] for size in range(len(word), max(_ENDING, len(word) - _ENDING - 1), -1))


def _named(names: Mapping[str, tuple[Sense, bool]], word: str, written: str, start: int) -> Sense | None:
    """Read the name of a day or a month, with another ending; in a language that writes them so, with a capital."""
    is_proper = start > 0 and written[start : start + 1].isupper()
    for one in _without_endings(word):
        sense, needs_capital = names.get(one, (None, False))
        if sense is not None:
            return sense if is_proper or not needs_capital else None
    return None


def _rate(own: Grammar, lower: str, at: int) -> tuple[Sense, int] | None:
    """Read "every week" as what "weekly" says."""
    every = own.every.after(lower, at)
    unit = own.units.after(lower, skip_space(lower, every[1])) if every else None
    return (("rate", unit[0]), unit[1]) if unit else None


@lru_cache(maxsize=64)
def _phrases(loc: NumberLocale) -> Phrases[Sense]:
    """The phrases of a language: its own, its rates, its money, its scale words, and what it compares with."""
    own = grammar(loc)
    lists = own.lex.language
    return Phrases(
        (
            *((word, ("direction", "1")) for word in lists.more if word not in directions.COMPARING),
            *((word, ("direction", "-1")) for word in lists.fewer if word not in directions.COMPARING),
            *((word, ("money", code)) for code, words in lists.currencies.items() for word in words),
            *((word, ("magnitude", str(power))) for word, power in own.own.scales.items()),
            *((word, ("rate", unit)) for word, unit in lists.per_units.items()),
            *((phrase, _sense(text)) for phrase, text in own.own.senses.items()),
        )
    )


@lru_cache(maxsize=256)
def has_sense(loc: NumberLocale, of: str) -> bool:
    """Tell whether a language has words for something: whether its silence means anything."""
    return of == "month" or any(said == of for said, _ in _phrases(loc).table.values())


def _sense(text: str) -> Sense:
    of, _, value = text.partition(" ")
    return of, value


@lru_cache(maxsize=64)
def _names(loc: NumberLocale) -> Mapping[str, tuple[Sense, bool]]:
    """The names of days and months that are no other words, and whether they need a capital."""
    own, found = grammar(loc), dict[str, tuple[Sense, bool]]()
    for of, table in (("weekday", cldr.weekdays), ("month", cldr.months)):
        for context in ("format", "stand-alone"):
            for number, name in table(loc, "wide", context).items():
                plain = fold(name, own.code).plain
                if plain.lower() not in own.own.homonyms:
                    found[plain.lower()] = (of, str(number)), plain[:1].isupper()
    return found
