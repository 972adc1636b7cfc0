"""Numbers written in words: "four", "twenty-one", "o mie", "douăzeci de mii", "a million"."""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.core.patterns import LETTERS, either, regex
from factsheet.core.records import dataclass, replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import found_in
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.fold import fold, shared, words_of
from factsheet.l10n.reading.language import NumberWords, language
from factsheet.l10n.reading.lexicon import Lexicon, lexicon
from factsheet.l10n.reading.phrases import joins
from factsheet.l10n.reading.qualifiers import bound_around
from factsheet.l10n.reading.units import Measure, units_at

_LAST_WORD: Final = regex(r"[^\W\d_]+ ?\Z")
_REACH: Final = 24
_SENTENCE_ENDS: Final = ".!?:"
_MOST_PARTS: Final = 6
_HUNDRED: Final = 2


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number in words at a place of a folded text; `scale` is the power of ten of its last digit."""

    start: int
    end: int
    value: Decimal | int
    scale: int
    negative: bool = False


def number_words(lex: Lexicon, plain: str, known: Measure | None = None) -> Iterator[WrittenNumber]:
    """Give each number in words; nothing, quickly, when the text has no such word at all.

    `known` is the unit that is looked for: a hyphen may join it to the number ("a two-month operation").
    """
    lower = plain.lower()
    words = words_of(lower)
    present, has_parts = lex.number_words & words, not words.isdisjoint(_decimals(lex.code)[0])
    if not (present or has_parts):
        return
    done, others = 0, dict(_with_rests(lex, lower)) if has_parts else {}
    for start in sorted({*_starts(lex, lower, present), *others}):
        parsed = (others.get(start) or _parse(lex, lower, start)) if start >= done else None
        found = parsed and _signed(lex, lower, parsed)
        if found is not None and _stands_alone(lex, lower, found, known):
            yield found
            done = found.end


@lru_cache(maxsize=64)
def _decimals(code: str) -> tuple[frozenset[str], Mapping[str, Decimal], re.Pattern[str]]:
    """Words for decimals ("anderthalb") with what they say, "an" of "an hour and a half", and a word of each."""
    own = language(code)
    said = {one: meant.replace(",", ".") for one, meant in own.in_figures.items()}
    numbers = {one: Decimal(meant) for one, meant in said.items() if "." in meant and meant.replace(".", "").isdigit()}
    rests = [phrase for phrase in own.rests if phrase[0].isalpha()]
    ones = either(own.numbers.articles)
    one_and_more = regex(rf"(?<!\w)(?:{ones})(?= (?:[^\W\d_]+ )?(?:{either(rests)})(?!\w))")
    words = *(phrase.partition(" ")[0] for phrase in numbers), *(phrase.rpartition(" ")[2] for phrase in rests)
    return frozenset(words), numbers, one_and_more


def _with_rests(lex: Lexicon, lower: str) -> Iterator[tuple[int, WrittenNumber]]:
    """Give the one of "an hour and a half", and words for decimals ("másfél óra", "másfél millió"), by place."""
    _, decimals, one_and_more = _decimals(lex.code)
    yield from ((one.start(), WrittenNumber(*one.span(), 1, 0)) for one in one_and_more.finditer(lower))
    for phrase, value in decimals.items():
        for found in re.finditer(rf"(?<!\w){re.escape(phrase)}(?= )", lower):
            power, end = lex.scales_after.after(lower, found.end() + 1) or (0, found.end())
            number = value.scaleb(power)
            yield found.start(), WrittenNumber(found.start(), end, int(number) if power else number, power - 1)


def _starts(lex: Lexicon, lower: str, present: frozenset[str]) -> set[int]:
    """Give where a number in words may begin: at such a word, or at the article before a scale word."""
    articles = lex.language.numbers.articles
    starts: set[int] = set()
    for word in present:
        at = lower.find(word)
        while at >= 0:
            if word in lex.number_starts:
                starts.add(at)
            else:
                last = _LAST_WORD.search(lower, at - _REACH, at)
                if last and last[0].rstrip() in articles:
                    starts.add(last.start())
            at = lower.find(word, at + len(word))
    return starts


def _parse(lex: Lexicon, lower: str, start: int) -> WrittenNumber | None:
    """Add up parts such as "two million", "three hundred thousand", "five", each smaller than the last."""
    numbers, total = lex.language.numbers, Decimal(0)
    end, least, at = start, 99, start
    for _ in range(_MOST_PARTS):
        part = _part(lex, numbers, lower, at, is_rest=total > 0)
        if part is None or part.scale >= least or (part.value >= 10**least):
            break
        total, end, least = total + part.value, part.end, part.scale
        joints = [one for one in (" ", *numbers.after_hundred) if lower.startswith(one, end)]
        if part.scale <= _HUNDRED or not joints:
            break
        at = end + max(map(len, joints))
    return WrittenNumber(start, end, total, least) if end > start else None


def _part(lex: Lexicon, numbers: NumberWords, lower: str, at: int, *, is_rest: bool) -> WrittenNumber | None:
    """Read a number below a thousand with the scale word behind it, if any."""
    word, end = _word(lower, at)
    if word in lex.bare_scales:
        return WrittenNumber(at, end, 10 ** lex.bare_scales[word], lex.bare_scales[word])
    group = _group(numbers, lower, at, is_rest=is_rest)
    lone = group is None
    if group is None:
        if word not in numbers.articles:
            return None
        group = WrittenNumber(at, end, numbers.articles[word], 0)
    scale = _scale(lex, numbers, lower, group.end)
    if scale is None:
        return None if lone else group
    return WrittenNumber(at, scale[1], group.value * 10 ** scale[0], scale[0])


def _scale(lex: Lexicon, numbers: NumberWords, lower: str, end: int) -> tuple[int, int] | None:
    link = lex.links.after(lower, end + 1) if lower.startswith(" ", end) else None
    for at in (end,) if link is None else (end, link[1]):
        word, stop = _next_word(lower, at)
        if word in numbers.scales:
            more, last = _next_word(lower, stop)
            power = numbers.scales[word]
            is_more = numbers.scales.get(more, 0) > power  # "dos mil millones"
            return (power + numbers.scales[more], last) if is_more else (power, stop)
    return None


def _group(numbers: NumberWords, lower: str, at: int, *, is_rest: bool) -> WrittenNumber | None:
    """Read 0 to 999; an article counts only before a hundred, and a word for one only behind more."""
    word, end = _word(lower, at)
    first = _below_hundred(numbers, lower, at, is_rest=is_rest)
    count, last = (first.value, first.end) if first else (numbers.articles.get(word, 0), end)
    hundred, stop = _next_word(lower, last)
    value, stop = (count * 100, stop) if hundred in numbers.hundreds else (numbers.round.get(word, 0), end)
    if not value:
        return first
    for joint in numbers.after_hundred:
        behind = stop + len(joint)
        rest = _below_hundred(numbers, lower, behind, is_rest=True) if lower.startswith(joint, stop) else None
        if rest is not None and _next_word(lower, rest.end)[0] not in numbers.hundreds:
            return WrittenNumber(at, rest.end, value + rest.value, 0)
    return WrittenNumber(at, stop, value, _HUNDRED)


def _below_hundred(numbers: NumberWords, lower: str, at: int, *, is_rest: bool) -> WrittenNumber | None:
    word, end = _word(lower, at)
    if word not in numbers.tens:
        small, (behind, stop) = numbers.small.get(word) or numbers.ones.get(word, 0), _next_word(lower, end)
        ten = numbers.tens_behind.get(behind, 0) if 0 < small <= 9 else 0  # noqa: PLR2004
        if ten:
            return WrittenNumber(at, stop, small + ten, 0)
        is_last = behind not in numbers.scales and behind not in numbers.hundreds  # "one hundred and one thousand"
        is_one = is_rest and is_last and word in numbers.ones
        return WrittenNumber(at, end, small, 0) if word in numbers.small or is_one else None
    for joint in numbers.joints:
        unit, stop = _word(lower, end + len(joint)) if lower.startswith(joint, end) else ("", end)
        ones = numbers.small.get(unit) or numbers.ones.get(unit) or 0
        if 0 < ones <= 9:  # noqa: PLR2004
            return WrittenNumber(at, stop, numbers.tens[word] + ones, 0)
    return WrittenNumber(at, end, numbers.tens[word], 0)


def _word(lower: str, at: int) -> tuple[str, int]:
    found = LETTERS.match(lower, at)
    return (found[0], found.end()) if found else ("", at)


def _next_word(lower: str, end: int) -> tuple[str, int]:
    return _word(lower, end + 1) if lower.startswith(" ", end) else ("", end)


def _signed(lex: Lexicon, lower: str, found: WrittenNumber) -> WrittenNumber:
    """Take the minus right before a word that is a number by itself (Italian "-mille"), but no hyphen."""
    at = found.start - 1
    if lower[at : found.start] != "-" or lower[found.start : found.end] not in lex.bare_scales:
        return found
    return replace(found, start=at, negative=True) if at == 0 or lower[at - 1] in " (" else found


def _stands_alone(lex: Lexicon, lower: str, found: WrittenNumber, known: Measure | None) -> bool:
    """Tell a number from a part of another word, of an ordinal or of a fraction, and from its homonyms."""
    before, after = lower[found.start - 1 : found.start], lower[found.end : found.end + 2]
    if before in ("-", "'") or (before and (joins(before) or before.isdigit())):
        return False
    is_joined = known is not None and known.ends(lower, found.end) is not None
    if after[:1] in ("-", "'") and after[1:].isalpha() and not is_joined:
        return False  # nor "Three's Company"
    numbers = lex.language.numbers
    if _next_word(lower, found.end)[0] in numbers.fractions:
        return False
    lead = lower[max(found.start - _REACH, 0) : found.start].rstrip()
    if lower[found.start : found.end] in numbers.tens_behind and lead.endswith(tuple(lex.language.ordinal_words)):
        return False
    return not lead.endswith(numbers.halves_before) and _is_likely(numbers, lead, lower[found.start : found.end])


def _is_likely(numbers: NumberWords, lead: str, word: str) -> bool:
    if word not in numbers.doubtful or not lead or lead[-1] in _SENTENCE_ENDS:
        return True
    last = _LAST_WORD.search(lead)
    return last is not None and last[0].strip() in numbers.doubtful[word]


def in_figures(loc: NumberLocale, text: str, *, numbers: bool = True) -> str:
    """Write in figures what a text says in words: what its language has for some, as "a fortnight", and `numbers`."""
    lex = lexicon(loc)
    plain = fold(text, lex.code).plain
    pattern, phrases = _phrases(lex.code)
    plain = pattern.sub(lambda found: phrases[found[0].lower()], plain)
    if not numbers:
        return plain
    words = [(one.start, one.end, Decimal(one.value)) for one in number_words(lex, plain)]
    words += [
        (start, end, value)
        for start, end, value in (*found_in(loc, plain), *_articles(lex, plain))
        if not any(shared((start, end), one[:2]) for one in words) and _counts(loc, plain, start, end, value)
    ]
    for start, end, value in sorted(set(words), reverse=True):
        plain = f"{plain[:start]}{value}{plain[end:]}"
    return plain


def _counts(loc: NumberLocale, plain: str, start: int, end: int, value: Decimal) -> bool:
    """Whether words say a number: one does so before a unit alone, any in a script without spaces."""
    if joins(plain[start]):
        return value != 1 or (plain.startswith(" ", end) and bool(units_at(loc, plain, end + 1)))
    return bool(units_at(loc, plain, end)) and plain[start:end] not in language(loc.code).numbers.doubtful


def _articles(lex: Lexicon, plain: str) -> Iterator[tuple[int, int, Decimal]]:
    """Articles, which say one before a unit: "a kilometre", "o oră"."""
    lower = plain.lower()
    for found in LETTERS.finditer(lower):
        if lex.language.numbers.articles.get(found[0]) == 1:
            yield found.start(), found.end(), Decimal(1)


@lru_cache(maxsize=64)
def _phrases(code: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    meant = {phrase.lower(): figures for phrase, figures in language(code).in_figures.items()}
    return regex(rf"(?<!\w)(?:{either(meant)})(?!\w)", re.IGNORECASE), meant


# A given number in words, by the rules that every language counts with: "o arestare" is one, "cztery" four.

_NEXT: Final = regex(r"[ -]([^\W\d_]+)")


def spelled_out(loc: NumberLocale, text: str, value: Decimal, others: Collection[Numeral]) -> Iterator[Numeral]:
    """Give the places where a text has a value in words, and no other number is read.

    Words for one are articles too, and small numbers homonyms of other words: so this is asked for a figure whose value
    is known, not for what a text may say.
    """
    lex = lexicon(loc)
    folded = fold(text, lex.code)
    for start, end, number in (*found_in(loc, folded.plain), *_other_words(lex, folded.plain)):
        first, last = folded.start(start), folded.end(end)
        is_apart = not any(shared((first, last), (one.start, one.end)) for one in others)
        if number == value and is_apart and not _begins_more(lex, folded.plain, end):
            bound = bound_around(lex, folded.plain, start, end)
            yield Numeral(first, last, text[first:last], number, Decimal(1), bound=bound, word=True)


def _other_words(lex: Lexicon, plain: str) -> Iterator[tuple[int, int, Decimal]]:
    """Give where words that a language does not count with say nought or one: "no deaths", "a single death"."""
    lower, numbers = plain.lower(), lex.language.numbers
    meant = {word: value for value, words in enumerate((numbers.none, numbers.single)) for word in words}
    for found in re.finditer(rf"(?<!\w)(?:{either(meant)})(?=[ ][^\W\d_])", lower):
        bound = lex.bounds.after(lower, found.start())
        following = _NEXT.match(lower, found.end())
        is_pronoun = following is not None and following[1] in numbers.ones  # "no one"
        if not is_pronoun and (bound is None or bound[1] <= found.end()):  # "no more than"
            yield *found.span(), Decimal(meant[found[0]])


def _begins_more(lex: Lexicon, plain: str, end: int) -> bool:
    """Whether more of a number follows, or another: "o sută", "un milion", "one and a half", "one or two"."""
    found = _NEXT.match(plain, end)
    word = found[1].lower() if found else ""
    following = _NEXT.match(plain, found.end()) if found and word in lex.language.joins else found
    is_more = following is not None and following[1].lower() in lex.number_words
    return is_more or lex.rests.after(plain, end + plain.startswith(" ", end)) is not None
