"""Numbers that are not written in digits: words, parts of one word, characters, fractions, Roman numerals."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from factsheet.content.statements.comparing import StatementKind
from factsheet.content.statements.grammar import Grammar, grammar
from factsheet.core.patterns import LETTERS, either, regex
from factsheet.core.records import dataclass
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.digits import roman_value
from factsheet.l10n.reading.fold import Folded, fold
from factsheet.l10n.reading.phrases import joins
from factsheet.l10n.reading.words import number_words

_CAPITALS: Final = regex(r"[IVXLCDM][IVXLCDM]")
_SIGNS: Final = (
    "[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070\u2074-\u2079\u2080-\u2089\u2150-\u215e\u2160-\u2188"
    "\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289\u32b1-\u32bf]"
)
_SIGN: Final = regex(f"{_SIGNS}{_SIGNS}*")
_ROMAN: Final = regex(
    r"(?<![A-Za-z0-9.])(?=[IVXLCDM]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
    r"(?=(?:i?[eè]me|er?)?(?![A-Za-z0-9]))"
)
_KANJI: Final = regex("ゼロ|[〇一二三四五六七八九两十百千万億亿兆]+")
_KANJI_ZERO: Final = "ゼロ"
_KANJI_DIGITS: Final = {"两": 2, **{sign: value for value, sign in enumerate("〇一二三四五六七八九")}}
_KANJI_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_KANJI_LARGE: Final = {"万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
_HYPHENED: Final = regex(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_LONGEST: Final = 60
_COUNTED: Final = 4
"""Parts up to which are things of their own, which are counted: "two halves", "four quarters", but "two tenths"."""
_LONGEST_WORD: Final = 24
_CJK: Final = frozenset({"ja", "zh", "yue"})


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number without digits at a place of a folded text."""

    start: int
    end: int
    value: Decimal
    ulp: Decimal
    kind: StatementKind = StatementKind.COUNT
    word: bool = True
    odd: bool = False


def has_signs(text: str) -> bool:
    """Tell whether a text has digits of other kinds: superscripts, circled digits, fractions."""
    return not text.isascii() and _SIGN.search(text) is not None


def may_say_words(loc: NumberLocale, text: str) -> bool:
    """Tell quickly whether a text may say a number without digits."""
    own = grammar(loc)
    return has_signs(text) or has_words(own, fold(text, own.code))


def has_words(own: Grammar, folded: Folded) -> bool:
    """Tell quickly whether a text may have a number in words of its language, or in Roman capitals."""
    if not own.spaced or own.own.compound or _has_capitals(folded.plain):
        return True
    return not own.spelled.isdisjoint(folded.words)


@lru_cache(maxsize=512)
def _has_capitals(text: str) -> bool:
    return _CAPITALS.search(text) is not None


def spelled(grammar: Grammar, folded: Folded) -> Iterator[Spelled]:
    """Give every number without digits, in no order; some may overlap, the longest is the one that counts."""
    plain, lower = folded.plain, folded.lower
    if not plain.isascii():
        yield from _signs(plain)
    if grammar.code in _CJK:
        yield from _characters(grammar, plain)
    for found in number_words(grammar.lex, plain):
        yield Spelled(found.start, found.end, Decimal(found.value), Decimal(10) ** found.scale)
    present = folded.words
    if present & grammar.own.fractions.keys():
        yield from _fractions(grammar, lower)
    multiples = grammar.lex.language.multiples
    for word in () if multiples.keys().isdisjoint(present) else LETTERS.finditer(lower):
        if word[0] in multiples:
            yield Spelled(*word.span(), Decimal(multiples[word[0]]), Decimal(1), StatementKind.MULTIPLE)
    if grammar.own.dozens and any(word in lower for word in grammar.own.dozens):
        yield from _dozens(grammar.own.dozens, grammar.own.half_dozens, lower)
    if grammar.own.compound:
        yield from _compounds(grammar, plain, lower)


def roman(plain: str) -> Iterator[Spelled]:
    """Give Roman numerals of two letters or more."""
    for found in _ROMAN.finditer(plain) if _has_capitals(plain) else ():
        yield Spelled(*found.span(), Decimal(roman_value(found[0])), Decimal(1), StatementKind.ROMAN)


def _signs(plain: str) -> Iterator[Spelled]:
    for found in _SIGN.finditer(plain):
        before = plain[found.start() - 1 : found.start()]
        if before and (before.isdigit() or joins(before)):
            continue  # an exponent, or the mark of a unit: what stands before it is read with it
        values = [Fraction(unicodedata.numeric(sign)).limit_denominator(100) for sign in found[0]]
        if any(value.denominator != 1 for value in values):
            value, kind = _decimal(sum(values, Fraction(0))), StatementKind.FRACTION
        else:
            value, kind = Decimal("".join(str(value.numerator) for value in values)[:_LONGEST]), StatementKind.COUNT
        yield Spelled(*found.span(), value, Decimal(1), kind, word=False, odd=True)


def _fractions(grammar: Grammar, lower: str) -> Iterator[Spelled]:
    numbers = grammar.lex.language.numbers
    scales = {word: 10**power for word, power in {**numbers.scales, **grammar.lex.language.scales}.items()}
    scales = {**grammar.own.dozens, **scales}
    small = numbers.small or {word: int(said) for word, said in grammar.own.compound.items() if said.isdecimal()}
    for found in LETTERS.finditer(lower):
        part = grammar.own.fractions.get(found[0])
        if part is None:
            continue
        start, times = _times(small, lower, found.start())
        if times == 1 and _is_in_order(grammar, lower, *found.span()):
            continue
        value, whole = Fraction(part) * times, Fraction(part).denominator
        if value.denominator < whole <= _COUNTED:  # "two quarters"
            yield Spelled(start, found.start() - 1, Decimal(times), Decimal(1))
            continue
        behind = _scaled(grammar.own.of_scales).match(lower, found.end())
        if behind and behind[1] in scales:
            amount = _decimal(value * scales[behind[1]])
            yield Spelled(start, behind.end(), amount, amount)
        else:
            yield Spelled(start, found.end(), _decimal(value), Decimal("0.0001"), StatementKind.FRACTION)


@lru_cache(maxsize=64)
def _scaled(links: tuple[str, ...]) -> re.Pattern[str]:
    """Match the scale word of a part: "million" of "half a million"."""
    return regex(rf"(?: (?:{either(links)}))?[ -]([^\W\d_]+)")


def _is_in_order(grammar: Grammar, lower: str, start: int, end: int) -> bool:
    """Tell a place in a row, or in a town, from a part: "the second half", "the old quarter of", not "a third"."""
    before, own = LETTERS.findall(lower[:start][-_LONGEST_WORD:])[-1:], grammar.lex.language
    if before and before[0] in own.ordinal_words:
        return True
    is_led = bool(before) and before[0] in {*own.numbers.articles, *own.numbers.ones}
    is_of = grammar.parts_of.after(lower, end + 1) is not None and lower[start:end] not in grammar.own.homonyms
    return lower[start:end] in {*own.ordinal_words, *grammar.own.homonyms} and not (is_led or is_of)


def _times(small: Mapping[str, int], lower: str, start: int) -> tuple[int, int]:
    """Give the number of parts that a word before says ("two thirds"), and where it begins."""
    before = re.search(r"([^\W\d_]+)[ -]\Z", lower[:start][-16:])
    count = small.get(before[1], 0) if before else 0
    return (start - len(before[0]), count) if before and 1 < count < 10 else (start, 1)  # noqa: PLR2004


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _dozens(dozens: Mapping[str, int], halves: Collection[str], lower: str) -> Iterator[Spelled]:
    for found in _HYPHENED.finditer(lower):
        count = dozens.get(found[0])
        if count is not None and not re.search(r"[\d.,][ \u00a0]?\Z", lower[: found.start()][-2:]):
            *_, before = lower[: found.start()][-16:].rstrip().split(" ")
            is_half = before in halves and found.start() > 0
            start, value = (found.start() - len(before) - 1 if is_half else found.start()), Decimal(count)
            value = value / 2 if is_half else value
            yield Spelled(start, found.end(), value, value)


def _compounds(grammar: Grammar, plain: str, lower: str) -> Iterator[Spelled]:
    parts, numbers = grammar.own.compound, grammar.lex.language.numbers
    whole, part = _compound_patterns(tuple(parts), numbers.joints)
    words = tuple(joint for joint in numbers.joints if joint.strip().isalpha())
    for found in whole.finditer(lower):
        for start, end in _apart(parts, part, words, lower, *found.span()):
            value = _compound_value(parts, lower[start:end], part)
            is_article = value == 1 and grammar.lex.scales_after.after(plain, end + 1) is None
            if value and not is_article and lower[start:end] not in numbers.doubtful:
                yield Spelled(start, end, Decimal(value), Decimal(1))


def _apart(
    parts: Mapping[str, str], part: re.Pattern[str], joints: Collection[str], lower: str, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Give where the numbers of a run of words stand, which an "et" parts where it makes no number of them."""
    if not joints or _compound_value(parts, lower[start:end], part):
        yield start, end
        return
    for joint in re.finditer(either(joints), lower[start:end]):
        if _compound_value(parts, lower[start : start + joint.start()], part):
            yield start, start + joint.start()
            yield from _apart(parts, part, joints, lower, start + joint.end(), end)
            return


@lru_cache(maxsize=16)
def _compound_patterns(parts: tuple[str, ...], joints: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Match a word that is made of these parts only, a joint between two of them or not; and one part."""
    one = either(parts)
    more = rf"(?:(?:{either(joints)})?(?:{one})){{0,11}}"
    return regex(rf"(?<![\w-])(?:{one}){more}(?![\w-])"), regex(one)


def _compound_value(parts: Mapping[str, str], word: str, pattern: re.Pattern[str]) -> int:
    """Give the number that such a word says; 0 where it says none: "entre cent et deux cents", "cinq et deux"."""
    total = group = last = 0
    is_joined = False
    for piece in pattern.findall(word):
        means = parts[piece]
        if means.startswith("x"):
            factor = int(means[1:])
            if factor <= group:
                return 0
            group = last = max(group, 1) * factor
            if factor > 100:  # noqa: PLR2004
                total, group, last = total + group, 0, 0
        elif means != "+":
            value = int(means)
            is_behind = last % 10 == 0 and (value < last or not last)
            if not is_behind and not (is_joined and last < 10 and value % 10 == 0):  # noqa: PLR2004 - "einundzwanzig"
                return 0
            group, last = group + value, value
        is_joined = means == "+"
    return total + group


def _characters(grammar: Grammar, plain: str) -> Iterator[Spelled]:
    others = grammar.not_numbers
    for found in _KANJI.finditer(plain):
        before = plain[found.start() - 1 : found.start()]
        is_other = any(others.after(plain, at) for at in range(max(0, found.start() - 1), found.start() + 1))
        if not (before.isdigit() or is_other):
            yield Spelled(*found.span(), Decimal(_characters_value(found[0].replace(_KANJI_ZERO, "〇"))), Decimal(1))


def _characters_value(text: str) -> int:
    total = group = digit = 0
    for sign in text:
        if sign in _KANJI_DIGITS:
            digit = digit * 10 + _KANJI_DIGITS[sign]
        elif sign in _KANJI_SMALL:
            group, digit = group + max(digit, 1) * _KANJI_SMALL[sign], 0
        else:
            total, group, digit = total + max(group + digit, 1) * _KANJI_LARGE[sign], 0, 0
    return total + group + digit
