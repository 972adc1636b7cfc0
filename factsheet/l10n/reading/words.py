"""Numbers written in words: "four", "twenty-one", "o mie", "douăzeci de mii", "a million"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from factsheet.l10n.reading.language import NumberWords
from factsheet.l10n.reading.lexicon import Lexicon
from factsheet.l10n.reading.phrases import joins

_WORD: Final = re.compile(r"[^\W\d_]+")
_LAST_WORD: Final = re.compile(r"[^\W\d_]+ ?\Z")
_REACH: Final = 24
_SENTENCE_ENDS: Final = ".!?:"
_MOST_PARTS: Final = 6
_HUNDRED: Final = 2


@dataclass(frozen=True, slots=True)
class Words:
    """A number in words at a place of a folded text; `scale` is the power of ten of its last word."""

    start: int
    end: int
    value: int
    scale: int


def number_words(lex: Lexicon, plain: str) -> Iterator[Words]:
    """Give each number in words; nothing, quickly, when the text has no such word at all."""
    if not lex.number_words or lex.number_words.isdisjoint(_WORD.findall(plain.lower())):
        return
    done = 0
    for word in _WORD.finditer(plain):
        if word.start() < done or word[0].lower() not in lex.number_starts:
            continue
        found = _parse(lex, plain, word.start())
        if found is not None and _stands_alone(lex, plain, found):
            yield found
            done = found.end


def _parse(lex: Lexicon, plain: str, start: int) -> Words | None:
    """Add up parts such as "two million", "three hundred thousand", "five", each smaller than the last."""
    numbers = lex.language.numbers
    total, end, least, at = 0, start, 99, start
    for _ in range(_MOST_PARTS):
        part = _part(lex, numbers, plain, at)
        if part is None or part.scale >= least or (part.value >= 10**least):
            break
        total, end, least = total + part.value, part.end, part.scale
        if part.scale <= _HUNDRED or not plain.startswith(" ", end):
            break
        at = end + 1
    return Words(start, end, total, least) if end > start else None


def _part(lex: Lexicon, numbers: NumberWords, plain: str, at: int) -> Words | None:
    """Read a number below a thousand with the scale word behind it, if any."""
    word, end = _word(plain, at)
    if word in lex.bare_scales:
        return Words(at, end, 10 ** lex.bare_scales[word], lex.bare_scales[word])
    group = _group(numbers, plain, at)
    lone = group is None
    if group is None:
        if word not in numbers.articles:
            return None
        group = Words(at, end, numbers.articles[word], 0)
    scale = _scale(lex, numbers, plain, group.end)
    if scale is None:
        return None if lone else group
    return Words(at, scale[1], group.value * 10 ** scale[0], scale[0])


def _scale(lex: Lexicon, numbers: NumberWords, plain: str, end: int) -> tuple[int, int] | None:
    link = lex.links.after(plain, end + 1) if plain.startswith(" ", end) else None
    for at in (end,) if link is None else (end, link[1]):
        word, stop = _next_word(plain, at)
        if word in numbers.scales:
            return numbers.scales[word], stop
    return None


def _group(numbers: NumberWords, plain: str, at: int) -> Words | None:
    """Read 0 to 999; an article counts only before a hundred."""
    word, end = _word(plain, at)
    first = _below_hundred(numbers, plain, at)
    count = first or (Words(at, end, numbers.articles[word], 0) if word in numbers.articles else None)
    if count is None:
        return None
    hundred, stop = _next_word(plain, count.end)
    if hundred not in numbers.hundreds:
        return first
    for joint in numbers.after_hundred:
        rest = _below_hundred(numbers, plain, stop + len(joint)) if plain.startswith(joint, stop) else None
        if rest is not None:
            return Words(at, rest.end, count.value * 100 + rest.value, 0)
    return Words(at, stop, count.value * 100, _HUNDRED)


def _below_hundred(numbers: NumberWords, plain: str, at: int) -> Words | None:
    word, end = _word(plain, at)
    if word not in numbers.tens:
        return Words(at, end, numbers.small[word], 0) if word in numbers.small else None
    for joint in numbers.joints:
        unit, stop = _word(plain, end + len(joint)) if plain.startswith(joint, end) else ("", end)
        ones = numbers.small.get(unit) or numbers.ones.get(unit) or 0
        if 0 < ones <= 9:  # noqa: PLR2004
            return Words(at, stop, numbers.tens[word] + ones, 0)
    return Words(at, end, numbers.tens[word], 0)


def _word(plain: str, at: int) -> tuple[str, int]:
    found = _WORD.match(plain, at)
    return (found[0].lower(), found.end()) if found else ("", at)


def _next_word(plain: str, end: int) -> tuple[str, int]:
    return _word(plain, end + 1) if plain.startswith(" ", end) else ("", end)


def _stands_alone(lex: Lexicon, plain: str, found: Words) -> bool:
    """Tell a number from a part of another word, of an ordinal or of a fraction, and from its homonyms."""
    before, after = plain[max(found.start - 1, 0) : found.start], plain[found.end : found.end + 2]
    if before in ("-", "'") or (before and (joins(before) or before.isdigit())):
        return False
    if after[:1] == "-" and after[1:].isalpha():
        return False
    numbers = lex.language.numbers
    if _next_word(plain, found.end)[0] in numbers.fractions:
        return False
    lead = plain[max(found.start - _REACH, 0) : found.start].lower().rstrip(" ")
    if lead.endswith(numbers.halves_before):
        return False
    return _is_likely(numbers, lead, plain[found.start : found.end].lower())


def _is_likely(numbers: NumberWords, lead: str, word: str) -> bool:
    if word not in numbers.doubtful or not lead or lead[-1] in _SENTENCE_ENDS:
        return True
    last = _LAST_WORD.search(lead)
    return last is not None and last[0].strip(" ") in numbers.doubtful[word]
