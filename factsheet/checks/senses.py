"""Words that no translation exchanges: days of the week, months, seasons, "all", "hundreds", rises and falls."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from factsheet.checks.contrary import denies
from factsheet.checks.reading import ReadBlock
from factsheet.checks.written import without
from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.dated import is_named
from factsheet.content.statements.grammar import Grammar, grammar
from factsheet.content.statements.reader import read
from factsheet.core.derived import derived
from factsheet.core.patterns import LETTERS
from factsheet.core.records import NamedTuple
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import qualifiers
from factsheet.l10n.reading.fold import Folded, fold, places_of, unaccented
from factsheet.l10n.reading.phrases import PHRASE_ENDS, Phrases, Telling, by_longest_word, joins, skip_space, stands_in

Said = tuple[int | str, str, int]
"""What must be the same, the words, and where in the text of the block they begin."""

_ENDING: Final = 2
"""How many letters more than in CLDR the name of a day may have: "Mondays", "duminica"."""

_CLOSED: Final = frozenset(("weekday", "month", "ordinal", "rate", "season", "quarter", "half"))
"""What is said in few ways, so that one text may say more of it than the other."""

_ALONE: Final = frozenset(("direction", "quantity"))
"""What is compared only where no number stands: beside one, other checks see it."""

OPPOSED: Final = frozenset(
    ("charge", "cleanness", "gate", "guilt", "know", "law", "luck", "mood", "owner", "room", "scope", "settled")
)
"""What has two ends, of which a denial says the other: what is not open is closed."""

_SEEN_THROUGH: Final = {StatementKind.NAME, StatementKind.ORDINAL, StatementKind.ROMAN, StatementKind.MULTIPLE}
"""What hides no word that is part of it."""

Sense = tuple[str, str]
"""What something is said of, and what is said: `("season", "winter")`."""


def senses(loc: NumberLocale, block: ReadBlock) -> Mapping[str, Sequence[Said]]:
    """Give what a block says in such words, by what they are of, in the order of the text."""
    return _by_sense(loc, block.text, lambda: block.statements, [(one.start, one.end) for one in block.shown])


def senses_of_text(loc: NumberLocale, text: str) -> Mapping[str, Sequence[Said]]:
    """Give what a text without figures says in such words; its numbers are read only where it has any."""
    return _by_sense(loc, text, lambda: read(loc, text))


def words_said(loc: NumberLocale, text: str) -> Mapping[str, Sequence[Said]]:
    """Give the same without a look at its numbers, which takes longest."""
    return _by_sense(loc, text, tuple)


def _by_sense(
    loc: NumberLocale, text: str, numbers: Callable[[], Sequence[Statement]], spans: Sequence[tuple[int, int]] = ()
) -> Mapping[str, Sequence[Said]]:
    own = grammar(loc)
    hits = list(_found(loc, own, fold(text, own.code), text))
    if not hits:
        return {}
    found: dict[str, list[Said]] = {}
    every = [one for one in numbers() if one.kind not in _SEEN_THROUGH]
    is_beside = bool(spans) or not all(one.kind.is_time or one.kind is StatementKind.DOUBT for one in every)
    taken = [*((min(one.start, one.digits[0]), max(one.end, one.digits[1])) for one in every), *spans]
    for start, end, (of, value) in hits:
        if not any(first < end and start < last for first, last in taken):
            found.setdefault(of, []).append((value, text[start:end], start))
    return {of: said for of, said in found.items() if not (is_beside and of in _ALONE)}


def extremes(loc: NumberLocale, text: str) -> Iterator[tuple[str, str]]:
    """Give which ends a text calls something, `most` or `least`, with the words that do: "the smallest"."""
    own, folded = grammar(loc), fold(text, grammar(loc).code)
    for start, end, (of, value) in _found(loc, own, folded, text):
        if of == "extreme" and own.own.senses.get(folded.plain[start:end].lower()):
            yield value, text[start:end]
    for phrase, value in own.own.superlatives.items():
        if stands_in(folded.lower.replace("\u2019", "'"), phrase):
            yield value, phrase


class Spoken(NamedTuple):
    """A text of a language, and what it says in such words."""

    loc: NumberLocale
    text: str
    said: Mapping[str, Sequence[Said]]

    def denies(self, at: int | None = None) -> bool | None:
        """Tell whether the text, or what a comma parts of it at a place, denies what it says; None if nobody can."""
        if not grammar(self.loc).denials:
            return "denied" in self.said
        starts = [0, *(found.end() for found in PHRASE_ENDS.finditer(self.text))] if at is not None else [0]
        start = next(one for one in reversed(starts) if one <= (at or 0))
        end = next((one for one in starts if one > start), len(self.text))
        return denies(self.loc, self.text[start:end])


def spoken(loc: NumberLocale, text: str) -> Spoken:
    """Give a text without figures with what it says."""
    return Spoken(loc, text, senses_of_text(loc, text))


def differing(one: Spoken, two: Spoken) -> Iterator[tuple[Said, Said]]:
    """Give what two texts say otherwise of one thing, where each says something that the other does not.

    Where one of them alone denies something, it may say the same with the contrary: "not open", "closed".
    """
    here, there = one.said, two.said
    common = (here.keys() & there.keys()) - {"denied"}
    for of in common:
        mine, other = here[of], there[of]
        left, right = without(mine, other), without(other, mine)
        is_turned = of == "direction" and {said[0] for said in mine}.isdisjoint(said[0] for said in other)
        is_other = bool(left and right) and (of in _CLOSED or len(mine) == len(other) or is_turned)
        if is_other and of in OPPOSED:
            is_other = one.denies(mine[0][2]) is two.denies(other[0][2])
        if is_other and not (of == "quantity" and _is_not_all(one, two)):
            yield left[0], right[0]


def _is_not_all(one: Spoken, two: Spoken) -> bool:
    """Tell whether one text says “not all”, and the other “did not … all”."""
    here, there = ([said[0] for said in side.said["quantity"]] for side in (one, two))
    is_turned = (here, there) == (["all"], ["not-all"]) and one.denies() is not False
    return is_turned or ((there, here) == (["all"], ["not-all"]) and two.denies() is not False)


def is_contrary(locs: Sequence[NumberLocale], texts: Sequence[str]) -> bool:
    """Tell whether two texts name two ends of something, so that one may deny what the other says: "not guilty"."""
    here, there = (words_said(loc, text) for loc, text in zip(locs, texts, strict=True))
    common = here.keys() & there.keys() & OPPOSED
    return any({one[0] for one in here[of]}.isdisjoint(one[0] for one in there[of]) for of in common)


def _found(loc: NumberLocale, own: Grammar, folded: Folded, written: str) -> Iterator[tuple[int, int, Sense]]:
    lower, last = folded.lower, 0
    telling = _telling(loc).among(folded.words)
    if own.spaced and not telling:
        return
    phrases = _known(loc)[0]
    for start in _starts(loc, folded, telling) if own.spaced else range(len(lower)):
        if start < last:
            continue
        hit = phrases.after(lower, start)
        word = LETTERS.match(lower, start) if hit is None and own.spaced else None
        if word is not None:
            name, sense, way = _alone(loc, word[0])
            may_begin = name is not None and (start > 0 or name[0][0] == "weekday")  # not "March", "May"
            is_name = name is not None and (not name[1] or (may_begin and written[start : start + 1].isupper()))
            is_other = word[0] in own.own.homonyms and not is_named(own, lower, *word.span())
            said = name[0] if name and is_name and not is_other else sense
            hit = (said, word.end()) if said else _rate(own, lower, start) or (way and (way, word.end()))
        if hit is not None:
            last = hit[1]
            if hit[0][0] != "direction" or not _is_bound(own, lower, start, last):
                yield start, last, hit[0]


_LIMITS: Final = frozenset(("at-least", "up-to"))


def _is_bound(own: Grammar, lower: str, start: int, end: int) -> bool:
    """Tell whether a word is part of a bound that compares nothing: "up to", Spanish "al menos"."""
    at, before = own.lex.bounds.after(lower, start), own.lex.bounds.before(lower, end)
    return (at is not None and at[0] in _LIMITS) or (before is not None and before[0] in _LIMITS and before[1] < start)


def _starts(loc: NumberLocale, folded: Folded, telling: frozenset[str]) -> Sequence[int]:
    """The places of the words with which something may begin: those that tell something, and first ones of phrases."""
    lower, (_, begun, firsts) = folded.lower, _known(loc)
    if not all(map(_is_plain, telling)):  # a phrase may end within such a word, and so begin anywhere
        return sorted(at for word in folded.words for at in places_of(lower, word))
    places = [(at, begun.get(word, ())) for word in telling for at in places_of(lower, word)]
    begins = {at - far for at, behind in places for far in behind if 0 < far <= at}
    words = ((at, LETTERS.match(lower, at)) for at in begins if not (at and lower[at - 1].isalpha()))
    return sorted({at for at, _ in places} | {at for at, word in words if word and word[0] in firsts})


@lru_cache(maxsize=20_000)
def _is_plain(word: str) -> bool:
    return all(map(joins, word))


@lru_cache(maxsize=64)
def _telling(loc: NumberLocale) -> Telling:
    """The words one of which stands in every text that says something so."""
    known = frozenset(_known(loc)[1])
    return Telling(lambda word: word in known or not _is_plain(word) or any(_alone(loc, word)))


@lru_cache(maxsize=4_096)
def _alone(loc: NumberLocale, word: str) -> tuple[tuple[Sense, bool] | None, Sense | None, Sense | None]:
    """What a word says by itself: the name of a day or a month with another ending, a contrary, and a direction."""
    names, way = _names(loc), qualifiers.way_of(loc, word)
    others = grammar(loc).own.homonyms
    sizes = range(len(word), max(_ENDING, len(word) - _ENDING - 1), -1)  # without what an inflection may have added
    every = (word[:size] for size in sizes)
    name = next((names[one] for one in every if one in names and one not in {*others} - {word}), None)
    return name, _contrary(loc, word), ("direction", str(way)) if way else None


def _contrary(loc: NumberLocale, word: str) -> Sense | None:
    """What a word says whose beginning, or a part of which, is known: "reopened" by "reopen*"."""
    starts, parts = _stems(loc)
    longest = next((word[:size] for size in range(len(word), 0, -1) if word[:size] in starts), None)
    return starts[longest] if longest else next((sense for part, sense in parts.items() if part in word), None)


@lru_cache(maxsize=64)
def _stems(loc: NumberLocale) -> tuple[Mapping[str, Sense], Mapping[str, Sense]]:
    """The contraries that are known by the beginning of a word, and those by any part of one."""
    stems = [(word, _sense(text)) for text, words in grammar(loc).own.contraries.items() for word in words]
    starts = {word[:-1]: sense for word, sense in stems if word[-1:] == "*" != word[:1]}
    return starts, {word[1:-1]: sense for word, sense in stems if word[:1] == "*"}


def _rate(own: Grammar, lower: str, at: int) -> tuple[Sense, int] | None:
    """Read "every week" as what "weekly" says."""
    every = own.every.after(lower, at)
    unit = own.units.after(lower, skip_space(lower, every[1])) if every else None
    return (("rate", unit[0]), unit[1]) if unit else None


_Known = tuple[Phrases[Sense], Mapping[str, Sequence[int]], frozenset[str]]


@lru_cache(maxsize=64)
def _known(loc: NumberLocale) -> _Known:
    """The phrases of a language; for the longest word of each, how far behind the first one it stands; first words."""
    return derived(f"senses-{loc.cldr}-{loc.numerals}", loc.tag.encode(), lambda: _indexed(_phrases(loc), grammar(loc)))


def _indexed(known: Phrases[Sense], own: Grammar) -> _Known:
    phrases = (*known.table, *own.every.table)
    return known, by_longest_word(phrases), frozenset(found[0] for found in map(LETTERS.search, phrases) if found)


def _phrases(loc: NumberLocale) -> Phrases[Sense]:
    """The phrases of a language: its own, its rates, its money, its scale words, and what it compares with."""
    own = grammar(loc)
    lists = own.lex.language
    return Phrases(
        (
            *((word, _sense(text)) for text, words in own.own.contraries.items() for word in words if "*" not in word),
            *((word, ("direction", "1")) for word in lists.more if word not in qualifiers.COMPARING),
            *((word, ("direction", "-1")) for word in lists.fewer if word not in qualifiers.COMPARING),
            *((word, ("money", code)) for code, words in lists.currencies.items() for word in words),
            *((word, ("magnitude", str(power))) for word, power in own.own.scales.items()),
            *((word, ("rate", unit)) for word, unit in (*lists.per_units.items(), *_rates(own))),
            *((phrase, _sense(text)) for phrase, text in own.own.senses.items()),
        ),
        is_lower=True,
    )


def _rates(own: Grammar) -> Iterator[tuple[str, str]]:
    """Give "a year", "per day" and what they are per; "a second" is an ordinal."""
    ordinals, words = own.lex.language.ordinal_words, own.lex.language.per
    units = ((time, own.units.after(time, 0)) for time in own.durations if time not in ordinals)
    yield from ((f"{per} {time}", unit[0]) for time, unit in units if unit for per in words)


@lru_cache(maxsize=256)
def has_sense(loc: NumberLocale, of: str) -> bool:
    """Tell whether a language has words for something: whether its silence means anything."""
    return of == "month" or any(said == of for said, _ in _known(loc)[0].table.values())


def _sense(text: str) -> Sense:
    of, _, value = text.partition(" ")
    return of, value


@lru_cache(maxsize=64)
def _names(loc: NumberLocale) -> Mapping[str, tuple[Sense, bool]]:
    """The names of days and months, without accents too, and whether they need a capital."""
    own, found = grammar(loc), dict[str, tuple[Sense, bool]]()
    for of, table in (("weekday", cldr.weekdays), ("month", cldr.months)):
        for context in ("format", "stand-alone"):
            for number, name in table(loc, "wide", context).items():
                plain = fold(name, own.code).plain
                sense = (of, str(number)), plain[:1].isupper()
                found[plain.lower()] = sense
                if plain.lower() not in own.own.homonyms:
                    found.setdefault(unaccented(plain.lower()), sense)
    return found
