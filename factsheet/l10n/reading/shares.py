"""Parts of a whole, multiples and places in an order: "1 in 5", "three times", "2nd of 27"."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from factsheet.core.patterns import LAST_LETTERS, LETTERS, regex
from factsheet.core.records import dataclass, replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import found_in
from factsheet.l10n.reading.digits import Numeral, roman_value
from factsheet.l10n.reading.fold import Folded, fold, shared
from factsheet.l10n.reading.language import NumberWords, language
from factsheet.l10n.reading.lexicon import Lexicon, lexicon
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.phrases import Phrases, back_over_space, skip_space
from factsheet.l10n.reading.qualifiers import bound_around
from factsheet.l10n.reading.words import number_words

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
    lower = (folded := _folded(loc, text)).lower
    joints, ahead = _joints(loc.code)
    every = {start: (end, value) for start, end, value in _plain_numbers(loc, text, folded)}
    found = [*_every_nth(loc, folded, lower)]
    for start, (end, value) in every.items():
        joint = ahead.after(lower, skip_space(lower, end))
        behind = every.get(skip_space(lower, joint[1])) if joint else None
        if behind is not None and value > behind[1]:
            found.append(_share(loc, folded, start, *behind, value))
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
        if not any(shared((start, end), (one.start, one.end)) for one in read_ones):
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
    lower = (folded := _folded(loc, text)).lower
    own = language(loc.code)
    before, behind = (Phrases((word, True) for word in words) for words in (own.times_before, own.times))
    found = []
    for start, end, number in _plain_numbers(loc, text, folded):
        hit = behind.after(lower, end + lower.startswith((" ", "-"), end))
        lead = before.before(lower, back_over_space(lower, start)) if hit is None else None
        if hit is not None:
            rest = lexicon(loc).rests.after(folded.plain, skip_space(folded.plain, hit[1]))
            value = number + (rest[0] if rest else 0)
            found.append(_share(loc, folded, start, rest[1] if rest else hit[1], value, Decimal(1)))
        elif lead is not None:
            found.append(_share(loc, folded, lead[1], end, number, Decimal(1)))
    for word in _WORD.finditer(lower):
        times = own.multiples.get(word[0])
        if times is not None and not any(shared(word.span(), (one.start, one.end)) for one in found):
            found.append(_share(loc, folded, word.start(), word.end(), Decimal(times), Decimal(1)))
    return tuple(sorted(found, key=lambda one: one.start))


def bound_before_article(loc: NumberLocale, text: str, start: int) -> str | None:
    """Give the bound of a part in words that has an article: "about a quarter"."""
    folded = _folded(loc, text)
    lead = folded.lower[:start].rstrip(" -")
    article = next((one for one in language(loc.code).numbers.articles if lead.endswith(f" {one}")), None)
    if article is None:
        return None
    at = len(lead) - len(article)
    return bound_around(lexicon(loc), folded.plain, at, at)


def behind_part(loc: NumberLocale, text: str, end: int) -> int:
    """Give where that begins of which a part in words is, behind a link and an article: "litre" of "half a litre"."""
    lower = _folded(loc, text).lower
    at = skip_space(lower, end)
    for phrases in (lexicon(loc).links, _articles(loc.code)):
        found = phrases.after(lower, at)
        at = at if found is None else skip_space(lower, found[1])
    return at


def unit_of_part(loc: NumberLocale, text: str, end: int) -> tuple[bool, int] | None:
    """Tell what a part in words is of, percentage points (True) or per cent (False), with its end; or None."""
    folded = _folded(loc, text)
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


def _folded(loc: NumberLocale, text: str) -> Folded:
    """The folded text, of the same length as the original."""
    folded = fold(text, loc.code)
    return folded if folded.starts is None else fold(folded.plain, loc.code)


@lru_cache(maxsize=64)
def _articles(code: str) -> Phrases[bool]:
    return Phrases((word, True) for word in language(code).numbers.articles)


@lru_cache(maxsize=64)
def _joints(code: str) -> tuple[Phrases[bool], Phrases[bool]]:
    """What stands between a part and its whole, and between a whole and its part."""
    own = language(code)
    return Phrases((word, True) for word in own.one_in), Phrases((word, True) for word in own.in_one)


# Ranks in running text ("3rd", "seventh", "locul 3", "al 3-lea", "1. Germany"), and powers of ten ("6.02 × 10²³").

_DIGITS: Final = regex(r"(?<![\d.,])\d{1,4}(?![\d]|[.,]\d)")
_ROMAN: Final = regex(r"(?<![^\W_])X{0,3}(?:IX|IV|V?I{0,3})(?<=[IVX])(?![^\W_])")
_BEGINS: Final = regex(r"(?:\A|[,;:(]) ?\Z")
_ITEM: Final = regex(r"[.)] ?[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank at a place of a text."""

    start: int
    text: str
    value: Decimal


def ranks(loc: NumberLocale, text: str) -> tuple[Rank, ...]:
    """Give the ranks of a text, in order: digits with what makes an ordinal of them, and ordinals in words."""
    plain, own, lex = fold(text, loc.code).plain, language(loc.code), lexicon(loc)
    found = []
    numbers = {one.start(): (one.end(), Decimal(one[0])) for one in _DIGITS.finditer(plain)}
    numbers |= {one.start(): (one.end(), Decimal(roman_value(one[0]))) for one in _ROMAN.finditer(plain)}
    numbers |= {start: (end, value) for start, end, value in found_in(loc, plain)}
    numbers |= {words.start: (words.end, Decimal(words.value)) for words in number_words(lex, plain)}
    for start, (end, number) in numbers.items():
        ending = lex.ordinals.after(plain, end)
        is_label = plain[: back_over_space(plain, start)].lower().endswith(own.rank_labels or ("\0",))
        is_item = _ITEM.match(plain, end) and _BEGINS.search(plain[:start][-2:])
        is_dotted = own.ordinal_dot and plain.startswith(".", end)
        if ending or is_label or (plain[start].isdigit() and (is_item or is_dotted)):
            found.append(Rank(start, plain[start : ending[1] if ending else end], number))
    for start, end, value in ordinals_in(lex, plain.lower()):
        lead = LAST_LETTERS.search(plain[:start].lower().rstrip())
        if not (lead and lead[0] in own.numbers.articles and lex.links.after(plain, end + 1)):  # "a third of"
            found.append(Rank(start, plain[start:end], Decimal(value)))
    behind = ((one, plain[one.start + len(one.text) :].lstrip(" -")) for one in found)
    counted = (one for one, text in behind if not text.startswith(own.ranks_from_end))
    return tuple(sorted(counted, key=lambda one: one.start))


_POWER: Final = regex(
    r"(?:(?<=\d)[ \u00a0]?[×x·⋅*][ \u00a0]?|(?<![\d.,]))10"
    r"(?:\^[ ]?(?P<caret>[-\u2212]?\d{1,3})|(?P<raised>⁻?[⁰¹²³⁴-⁹]{1,3}))"
    r"|(?<=\d)[eE](?P<letter>[-+\u2212]?\d{1,3})(?!\w)"
)
_RAISED: Final = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹\u2212", "-0123456789-")
_MOST: Final = 60
"""The largest power that is read: no figure has more digits."""


def may_have_powers(text: str) -> bool:
    """Tell quickly whether a text may hold a power of ten."""
    return _POWER.search(text) is not None


def with_powers(loc: NumberLocale, text: str, every: Sequence[Numeral], unit: str | None) -> tuple[Numeral, ...]:
    """Read each number with the power of ten behind it, and the unit behind that; others stay as they are."""
    found = list(every)
    for power in _POWER.finditer(text):
        exponent = int((power["caret"] or power["raised"] or power["letter"]).translate(_RAISED))
        one_itself = "1" if power[0].startswith("1") else ""
        bare = f"{text[: power.start()]}{one_itself}{text[power.end() :]}"
        at = power.start() + len(one_itself)
        alone = next((one for one in read(loc, bare, unit=unit) if one.start < at <= one.end), None)
        if alone is None or abs(exponent) > _MOST:
            continue
        start = alone.start
        end = max(alone.end + len(text) - len(bare), power.end())
        whole = replace(alone, end=end, text=text[start:end])
        found = [one for one in found if not shared((one.start, one.end), (start, end))]
        found.append(replace(whole, value=alone.value.scaleb(exponent), ulp=alone.ulp.scaleb(exponent)))
    return tuple(sorted(found, key=lambda one: one.start))


def ordinals_in(lex: Lexicon, lower: str) -> Iterator[tuple[int, int, int]]:
    """Give the ordinals in words of a text in small letters, each with its tens: "twenty-fourth", "الثاني عشر"."""
    words, numbers = lex.language.ordinal_words, lex.language.numbers
    for word, behind in pairwise((*LETTERS.finditer(lower), None)):
        if word and word[0] in words:
            start, value = _tens_before(numbers, lower, word.start()) if words[word[0]] <= 9 else (word.start(), 0)  # noqa: PLR2004
            ten = numbers.tens_behind.get(behind[0], 0) if behind and behind.start() == word.end() + 1 else 0
            yield start, behind.end() if behind and ten else word.end(), words[word[0]] + ten + value


def _tens_before(numbers: NumberWords, lower: str, start: int) -> tuple[int, int]:
    """The tens that an ordinal in words goes on from ("al douăzeci și cincilea"), with their place."""
    for joint in numbers.joints:
        word = LAST_LETTERS.search(lower[:start].removesuffix(joint)) if lower[:start].endswith(joint) else None
        if word is not None and word[0] in numbers.tens:
            return word.start(), numbers.tens[word[0]]
    return start, 0
