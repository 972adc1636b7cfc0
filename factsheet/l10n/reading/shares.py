"""Parts and multiples in running text: "1 in 5", "unul din trei", "twice", "de 3 ori", "s-a dublat"."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.context import bound_around
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.fold import Folded, fold
from factsheet.l10n.reading.language import language
from factsheet.l10n.reading.lexicon import Lexicon, lexicon
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.phrases import Phrases, back_over_space, skip_space
from factsheet.l10n.reading.words import WrittenNumber, number_words, roman_value
from factsheet.patterns import regex
from factsheet.records import dataclass, replace

_COMPOUND: Final = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")


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
    joints = _joints(_code(loc))
    every = {one.start: one for one in read(loc, text)}
    found = []
    for start, end, part in _parts(loc, lower, every.values()):
        joint = joints.after(lower, end + lower.startswith(" ", end)) or _joint_behind_noun(joints, lower, end)
        whole = every.get(joint[1] + 1) if joint else None
        if whole is not None and whole.value > part and not whole.percent and whole.currency is None:
            found.append(_share(loc, folded, start, whole.end, part, whole.value))
    return tuple(found)


def _joint_behind_noun(joints: Phrases[bool], lower: str, end: int) -> tuple[bool, int] | None:
    """The joint where what is counted stands before it: "une personne sur trois"."""
    noun = _COMPOUND.match(lower, end + 1) if lower.startswith(" ", end) else None
    return joints.after(lower, noun.end() + 1) if noun and lower.startswith(" ", noun.end()) else None


def multiples(loc: NumberLocale, text: str) -> tuple[WrittenShare, ...]:
    """Give each multiple of a text: "3 times", "twice", "doubled", "aproape dublu"."""
    folded, lower = _folded(loc, text)
    own = language(_code(loc))
    behind = Phrases((word, True) for word in own.times)
    found = []
    for one in read(loc, text):
        hit = behind.after(lower, one.end + lower.startswith((" ", "-"), one.end))
        if hit is not None and not one.percent and one.currency is None:
            half = lexicon(loc).half.after(folded.plain, skip_space(folded.plain, hit[1]))
            value = one.value + (Decimal("0.5") if half else 0)
            found.append(_share(loc, folded, one.start, half[1] if half else hit[1], value, Decimal(1)))
    for word in _COMPOUND.finditer(lower):
        times = own.multiples.get(word[0])
        if times is not None:
            found.append(_share(loc, folded, word.start(), word.end(), Decimal(times), Decimal(1)))
    return tuple(sorted(found, key=lambda one: one.start))


def bound_before_article(loc: NumberLocale, text: str, start: int) -> str | None:
    """Give the bound of a part in words that has an article: "about a quarter"."""
    folded, lower = _folded(loc, text)
    lead = lower[:start].rstrip(" ")
    article = next((one for one in language(_code(loc)).numbers.articles if lead.endswith(f" {one}")), None)
    if article is None:
        return None
    at = len(lead) - len(article)
    return bound_around(lexicon(loc), folded.plain, at, at)


def unit_of_part(loc: NumberLocale, text: str, end: int) -> tuple[bool, int] | None:
    """Tell what a part in words is of: percentage points (True) or per cent (False), "half a percentage point".

    It is given with its end; None where it is something else. An article or a link may stand before it.
    """
    folded, lower = _folded(loc, text)
    lex, at = lexicon(loc), skip_space(lower, end)
    for phrases in (lex.links, _articles(_code(loc))):
        found = phrases.after(lower, at)
        at = at if found is None else skip_space(lower, found[1])
    points, percent = lex.points.after(folded.plain, at), lex.percent.after(folded.plain, at)
    if points is not None:
        return True, points[1]
    return None if percent is None else (False, percent[1])


def _parts(loc: NumberLocale, lower: str, every: Iterable[Numeral]) -> Iterator[tuple[int, int, Decimal]]:
    """The numbers that may be the part; "one" is one here."""
    for one in every:
        yield one.start, one.end, one.value
    numbers = language(_code(loc)).numbers
    ones = {word for word, value in (*numbers.ones.items(), *numbers.articles.items()) if value == 1}
    for word in _COMPOUND.finditer(lower):
        if word[0] in ones:
            yield word.start(), word.end(), Decimal(1)


def _share(loc: NumberLocale, folded: Folded, start: int, end: int, part: Decimal, whole: Decimal) -> WrittenShare:
    lex = lexicon(loc)
    return WrittenShare(
        start, end, folded.original[start:end], part, whole, bound_around(lex, folded.plain, start, end)
    )


def _folded(loc: NumberLocale, text: str) -> tuple[Folded, str]:
    """The folded text, of the same length as the original, and its small letters."""
    folded = fold(text, _code(loc))
    if folded.starts is not None:
        folded = fold(folded.plain, _code(loc))
    lower = folded.plain.lower()
    return folded, lower if len(lower) == len(folded.plain) else folded.plain


def _code(loc: NumberLocale) -> str:
    return loc.cldr.partition("_")[0]


@lru_cache(maxsize=64)
def _articles(code: str) -> Phrases[bool]:
    return Phrases((word, True) for word in language(code).numbers.articles)


@lru_cache(maxsize=64)
def _joints(code: str) -> Phrases[bool]:
    return Phrases((word, True) for word in language(code).one_in)


# Ranks in running text: "3rd", "seventh", "locul 3", "al 3-lea", "1. Germany".

_DIGITS: Final = regex(r"(?<![\d.,])\d{1,4}(?![\d]|[.,]\d)")
_ROMAN: Final = regex(r"(?<![^\W_])X{0,3}(?:IX|IV|V?I{0,3})(?<=[IVX])(?![^\W_])")
_WORD: Final = regex(r"[^\W\d_]+")
_BEGINS: Final = regex(r"(?:\A|[,;:(]) ?\Z")
_ITEM: Final = regex(r"[.)] ?[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank at a place of a text."""

    start: int
    text: str
    value: Decimal


def _ones(lex: Lexicon, plain: str) -> Iterator[WrittenNumber]:
    """The words for one, which mostly are other words as well: "number one"."""
    ones = lex.language.numbers.ones
    for word in _WORD.finditer(plain.lower()):
        if word[0] in ones:
            yield WrittenNumber(*word.span(), ones[word[0]], 0)


def ranks(loc: NumberLocale, text: str) -> tuple[Rank, ...]:
    """Give the ranks of a text, in order: digits with what makes an ordinal of them, and ordinals in words."""
    code = loc.cldr.partition("_")[0]
    folded = fold(text, code)
    plain, own, lex = folded.plain, language(code), lexicon(loc)
    found = []
    for one in _DIGITS.finditer(plain):
        ending = lex.ordinals.after(plain, one.end())
        is_label = plain[: back_over_space(plain, one.start())].lower().endswith(own.rank_labels or ("\0",))
        is_item = _ITEM.match(plain, one.end()) and _BEGINS.search(plain[max(0, one.start() - 2) : one.start()])
        is_dotted = own.ordinal_dot and plain.startswith(".", one.end())
        if ending or is_label or is_item or is_dotted:
            end = ending[1] if ending else one.end()
            found.append(Rank(one.start(), plain[one.start() : end], Decimal(one[0])))
    for one in _ROMAN.finditer(plain):
        ending = lex.ordinals.after(plain, one.end())
        if ending or plain[: back_over_space(plain, one.start())].lower().endswith(own.rank_labels or ("\0",)):
            found.append(
                Rank(one.start(), plain[one.start() : ending[1] if ending else one.end()], Decimal(roman_value(one[0])))
            )
    found += [
        Rank(words.start, plain[words.start : words.end], Decimal(words.value))
        for words in (*number_words(lex, plain), *_ones(lex, plain))
        if plain[: back_over_space(plain, words.start)].lower().endswith(own.rank_labels or ("\0",))
    ]
    for word in _WORD.finditer(plain.lower()):
        value = own.ordinal_words.get(word[0])
        if value is not None:
            found.append(Rank(word.start(), word[0], Decimal(value)))
    return tuple(sorted(found, key=lambda one: one.start))


# Numbers as powers of ten: "6.02 × 10²³", "1.6 x 10^-19", "10^34".

_POWER: Final = regex(
    r"(?:(?<=\d)[ \u00a0]?[×x·⋅*][ \u00a0]?|(?<![\d.,]))10"
    r"(?:\^[ ]?(?P<caret>[-\u2212]?\d{1,3})|(?P<raised>⁻?[⁰¹²³⁴-⁹]{1,3}))"
)
_RAISED: Final = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹\u2212", "-0123456789-")
_MOST: Final = 60
"""The largest power that is read: no figure has more digits."""


def with_powers(loc: NumberLocale, text: str, every: Sequence[Numeral], unit: str | None) -> tuple[Numeral, ...]:
    """Read each number with the power of ten behind it, and the unit behind that; others stay as they are."""
    found = list(every)
    for power in _POWER.finditer(text):
        exponent = int((power["caret"] or power["raised"]).translate(_RAISED))
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
