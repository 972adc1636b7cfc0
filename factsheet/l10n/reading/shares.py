"""Parts and multiples in running text: "1 in 5", "unul din trei", "twice", "de 3 ori", "s-a dublat"."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import found_in
from factsheet.l10n.reading.context import bound_around
from factsheet.l10n.reading.fold import Folded, fold
from factsheet.l10n.reading.language import language
from factsheet.l10n.reading.lexicon import lexicon
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.phrases import Phrases, back_over_space, skip_space

_WORD: Final = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class WrittenShare:
    """A part of a whole at a place of a text, half-open; of a multiple, the whole is 1."""

    start: int
    end: int
    text: str
    part: Decimal
    whole: Decimal
    bound: str | None


def shares(loc: NumberLocale, text: str) -> tuple[WrittenShare, ...]:
    """Give each "1 in 5" of a text, in figures or in words."""
    folded, lower = _folded(loc, text)
    joints = _joints(loc.code)
    every = {start: (end, value) for start, end, value in _plain_numbers(loc, text, folded)}
    found = [*_every_nth(loc, folded, lower)]
    for start, end, part in _parts(loc, lower, ((start, *rest) for start, rest in every.items())):
        joint = joints.after(lower, end + lower.startswith(" ", end)) or _joint_behind_noun(joints, lower, end)
        whole = every.get(joint[1] + 1) if joint else None
        if whole is not None and whole[1] > part:
            found.append(_share(loc, folded, start, whole[0], part, whole[1]))
    return tuple(found)


def _plain_numbers(loc: NumberLocale, text: str, folded: Folded) -> Iterator[tuple[int, int, Decimal]]:
    """The numbers of a text that have no unit, in figures and in words, each with where it begins and ends."""
    read_ones = read(loc, text)
    yield from ((one.start, one.end, one.value) for one in read_ones if not one.percent and one.currency is None)
    for start, end, value in found_in(loc, folded.plain):
        if all(end <= one.start or one.end <= start for one in read_ones):
            yield start, end, value


def _every_nth(loc: NumberLocale, folded: Folded, lower: str) -> Iterator[WrittenShare]:
    """The parts that an ordinal says: "jeder dritte", "every third"."""
    own = language(loc.code)
    words = list(_WORD.finditer(lower)) if own.every_nth else []
    for each, nth in pairwise(words):
        whole = own.ordinal_words.get(nth[0], 0)
        if each[0] in own.every_nth and whole > 1:
            yield _share(loc, folded, each.start(), nth.end(), Decimal(1), Decimal(whole))


def _joint_behind_noun(joints: Phrases[bool], lower: str, end: int) -> tuple[bool, int] | None:
    """The joint where what is counted stands before it: "une personne sur trois"."""
    noun = _WORD.match(lower, end + 1) if lower.startswith(" ", end) else None
    return joints.after(lower, noun.end() + 1) if noun and lower.startswith(" ", noun.end()) else None


def multiples(loc: NumberLocale, text: str) -> tuple[WrittenShare, ...]:
    """Give each multiple of a text: "3 times", "twice", "doubled", "aproape dublu"."""
    folded, lower = _folded(loc, text)
    own = language(loc.code)
    before, behind = (Phrases((word, True) for word in words) for words in (own.times_before, own.times))
    found = []
    for start, end, number in _plain_numbers(loc, text, folded):
        hit = behind.after(lower, end + lower.startswith((" ", "-"), end))
        lead = before.before(lower, back_over_space(lower, start)) if hit is None else None
        if hit is not None:
            half = lexicon(loc).half.after(folded.plain, skip_space(folded.plain, hit[1]))
            value = number + (Decimal("0.5") if half else 0)
            found.append(_share(loc, folded, start, half[1] if half else hit[1], value, Decimal(1)))
        elif lead is not None:
            found.append(_share(loc, folded, lead[1], end, number, Decimal(1)))
    for word in _WORD.finditer(lower):
        times = own.multiples.get(word[0])
        if times is not None and all(word.end() <= one.start or one.end <= word.start() for one in found):
            found.append(_share(loc, folded, word.start(), word.end(), Decimal(times), Decimal(1)))
    return tuple(sorted(found, key=lambda one: one.start))


def bound_before_article(loc: NumberLocale, text: str, start: int) -> str | None:
    """Give the bound of a part in words that has an article: "about a quarter"."""
    folded, lower = _folded(loc, text)
    lead = lower[:start].rstrip(" -")
    article = next((one for one in language(loc.code).numbers.articles if lead.endswith(f" {one}")), None)
    if article is None:
        return None
    at = len(lead) - len(article)
    return bound_around(lexicon(loc), folded.plain, at, at)


def behind_part(loc: NumberLocale, text: str, end: int) -> int:
    """Give where that begins of which a part in words is, behind a link and an article: "litre" of "half a litre"."""
    _, lower = _folded(loc, text)
    at = skip_space(lower, end)
    for phrases in (lexicon(loc).links, _articles(loc.code)):
        found = phrases.after(lower, at)
        at = at if found is None else skip_space(lower, found[1])
    return at


def unit_of_part(loc: NumberLocale, text: str, end: int) -> tuple[bool, int] | None:
    """Tell what a part in words is of: percentage points (True) or per cent (False), "half a percentage point".

    It is given with its end; None where it is something else.
    """
    folded, _ = _folded(loc, text)
    lex, at = lexicon(loc), behind_part(loc, text, end)
    points, percent = lex.points.after(folded.plain, at), lex.percent.after(folded.plain, at)
    if points is not None:
        return True, points[1]
    return None if percent is None else (False, percent[1])


def _parts(
    loc: NumberLocale, lower: str, every: Iterable[tuple[int, int, Decimal]]
) -> Iterator[tuple[int, int, Decimal]]:
    """The numbers that may be the part; "one" is one here."""
    counted = list(every)
    yield from counted
    numbers = language(loc.code).numbers
    ones = {word for word, value in (*numbers.ones.items(), *numbers.articles.items()) if value == 1}
    for word in _WORD.finditer(lower):
        if word[0] in ones and all(word.start() != start for start, _, _ in counted):
            yield word.start(), word.end(), Decimal(1)


def _share(loc: NumberLocale, folded: Folded, start: int, end: int, part: Decimal, whole: Decimal) -> WrittenShare:
    bound = bound_around(lexicon(loc), folded.plain, start, end) or bound_before_article(loc, folded.plain, start)
    return WrittenShare(start, end, folded.original[start:end], part, whole, bound)


def _folded(loc: NumberLocale, text: str) -> tuple[Folded, str]:
    """The folded text, of the same length as the original, and its small letters."""
    folded = fold(text, loc.code)
    if folded.starts is not None:
        folded = fold(folded.plain, loc.code)
    lower = folded.plain.lower()
    return folded, lower if len(lower) == len(folded.plain) else folded.plain


@lru_cache(maxsize=64)
def _articles(code: str) -> Phrases[bool]:
    return Phrases((word, True) for word in language(code).numbers.articles)


@lru_cache(maxsize=64)
def _joints(code: str) -> Phrases[bool]:
    return Phrases((word, True) for word in language(code).one_in)
