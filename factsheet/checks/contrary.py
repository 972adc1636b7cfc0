"""What two languages say to the contrary beside the same numbers: one denies, goes the other way, or limits a day."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from factsheet.checks.abreast import sentences_of
from factsheet.checks.reading import ReadBlock, Shown
from factsheet.checks.written import WrittenValue
from factsheet.content.kinds import kind_of
from factsheet.content.model import LOWER_BOUNDS, UPPER_BOUNDS, Span
from factsheet.content.statements.comparing import SHARES, StatementKind
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.text import WORD
from factsheet.core.codes import report
from factsheet.core.patterns import LAST_LETTERS, LETTERS, either, regex
from factsheet.core.problems import Problem
from factsheet.core.records import replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import TimeOfDay
from factsheet.l10n.reading.fold import fold, words_of
from factsheet.l10n.reading.phrases import CLAUSE_ENDS, PHRASE_ENDS, Telling, back_over_space, longest_words
from factsheet.l10n.reading.qualifiers import bound_before, direction, may_tell, way_of

Locales = tuple[NumberLocale, NumberLocale]
Pairs = Sequence[tuple[WrittenValue, WrittenValue]]

_NAME: Final = regex(r"(?<=\d )[A-Z][a-z]+(?!\w)")  # "150 Nu", money
_SHOWN: Final = 80
_BEFORE: Final = 90
_BEHIND: Final = 40
_OF_LIMITS: Final = frozenset((StatementKind.YEAR, StatementKind.DATE, StatementKind.FRACTION))


def contradictions(
    locs: Locales, pairs: Pairs, is_contrary: Callable[[Locales, tuple[str, str]], bool]
) -> Iterator[Problem]:
    """Report, for equal numbers of two corresponding blocks, sentences of which one alone denies what it says.

    Where both deny nothing, or both do, the words of change beside two numbers must go one way. `is_contrary` tells
    whether two texts say contraries, so that one denies what the other says: "not guilty", "nevinovat".
    """
    if _say_neither(locs, pairs):
        return
    told = set()
    for sentences, (one, two) in _by_sentence(pairs):
        denied = [denies(loc, text) for loc, text in zip(locs, sentences, strict=True)]
        way = _way(locs[0], one)
        back = _way(locs[1], two) if way else 0
        if not back and (one.statement.currency or one.statement.unit in SHARES):
            way, back = _ways_of(locs[0], sentences[0]), _ways_of(locs[1], sentences[1])
        is_turned = way * back < 0
        is_other = denied[0] is not denied[1]
        if is_turned is is_other or (is_other and None in denied) or sentences in told:
            continue
        at = denied[1] is True
        if not is_turned and not (_is_beside(locs[at], (one, two)[at]) and not is_contrary(locs, sentences)):
            continue
        told.add(sentences)
        code = "P216" if is_turned else "P217"
        yield report(code, two.place, here=_around(two), there=_around(one), other=one.place)


def _say_neither(locs: Locales, pairs: Pairs) -> bool:
    """Tell quickly that no block denies anything, and that the blocks of one language speak of no change."""
    sides = [{item.block.text for item in side} for side in zip(*pairs, strict=True)]
    may_deny = any(may_be_denied(loc, text) for loc, side in zip(locs, sides, strict=False) for text in side)
    may_turn = all(any(may_tell(loc, text) for text in side) for loc, side in zip(locs, sides, strict=False))
    return not (may_deny or may_turn)


def may_be_denied(loc: NumberLocale, text: str) -> bool:
    """Tell quickly whether a text may deny something."""
    return bool(_denying(loc).among(fold(text, grammar(loc).code).words))


@lru_cache(maxsize=64)
def _denying(loc: NumberLocale) -> Telling:
    own = grammar(loc)
    words = {*longest_words(own.denials), *(ending.rpartition("'")[2] for ending in own.own.denying_endings)}
    return Telling(words.__contains__)


@lru_cache(maxsize=64)
def _unsure(loc: NumberLocale) -> Telling:
    own = grammar(loc)
    every = (" ".join(word for word in one.split() if word not in own.denials) or one for one in own.own.no_denials)
    parts = longest_words(every)
    return Telling(lambda word: any(part in word for part in parts))


@lru_cache(maxsize=64)
def _heads(loc: NumberLocale) -> frozenset[str]:
    return frozenset(" ".join(one.split()[:3]) for one in grammar(loc).no_denials)


@lru_cache(maxsize=64)
def _unsure_phrases(loc: NumberLocale) -> re.Pattern[str]:
    """Find such a beginning of a word or such words: "lack", but not "black", "with no", but not "with North"."""
    own = grammar(loc)
    ends = ((re.escape(one), r"(?!\w)" if one.split()[-1] in own.denials else "") for one in own.own.no_denials)
    phrases = "|".join(map("".join, ends)) or "(?!)"
    return regex(rf"(?<!\w)(?:{phrases})" if own.spaced else phrases)


@lru_cache(maxsize=64)
def _no_denials(loc: NumberLocale) -> re.Pattern[str]:
    """Find what denies nothing, bounds right before a number: "did not reach 5,000", but not "did not reach London"."""
    own = grammar(loc)
    bounds = either(one for one in own.no_denials if one not in own.own.no_denials)
    number = rf"\W*(?:\w{{1,3}}\W+)?(?:\d|(?:{either(own.spelled)})(?!\w))"
    return regex(rf"{either(own.own.no_denials)}|(?:{bounds})(?={number})")


def _by_sentence(pairs: Pairs) -> Iterator[tuple[tuple[str, str], tuple[WrittenValue, WrittenValue]]]:
    """Give each pair with the sentences it stands in."""
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for one, two in pairs:
        found.setdefault((one.block.text, two.block.text), []).append((_at(one), _at(two)))
    said = {texts: sentences_of(texts, places) for texts, places in found.items()}
    yield from ((next(said[one.block.text, two.block.text]), (one, two)) for one, two in pairs)


def crossing(pairs: Pairs) -> tuple[WrittenValue, WrittenValue, WrittenValue] | None:
    """Give two numbers of a block, and what equals the first, that two languages have in each other's clause.

    Sentences stand in one order in every language, whatever the order of words in them; so do most of their clauses.
    """
    order = [_at(two) for _, two in sorted(pairs, key=lambda pair: _at(pair[0]))]
    for ends in (CLAUSE_ENDS, PHRASE_ENDS) if order != sorted(order) else ():
        first, second = (_ends(item.block, ends) for item in pairs[0])
        if 1 < len(first) == len(second):
            placed = ((bisect_right(first, _at(one)), bisect_right(second, _at(two)), one, two) for one, two in pairs)
            found = _crossing(sorted(placed, key=lambda item: item[0]))
            if found is not None:
                return found
    return None


def _crossing(
    placed: Iterable[tuple[int, int, WrittenValue, WrittenValue]],
) -> tuple[WrittenValue, WrittenValue, WrittenValue] | None:
    clause = 0
    last: tuple[int, WrittenValue] | None = None
    furthest: tuple[int, WrittenValue] | None = None
    for here, there, one, two in placed:
        if here != clause:
            last, clause = furthest, here
        if last is not None and there < last[0] and one.value != last[1].value:
            return two, last[1], one
        if furthest is None or there > furthest[0]:
            furthest = there, two
    return None


def _ends(block: ReadBlock, ends: re.Pattern[str]) -> list[int]:
    """Give where the clauses of a block end: not at a comma or a point in a figure, or in what is read as one."""
    spans = [(one.start, one.end) for one in block.shown] + [(one.start, one.end) for one in block.statements]
    found = (one.start() for one in ends.finditer(block.text))
    return [at for at in found if not any(start < at < end for start, end in spans)]


def _at(item: WrittenValue) -> int:
    return item.statement.digits[0]


@lru_cache(maxsize=2_048)
def denies(loc: NumberLocale, text: str) -> bool | None:
    """Tell whether a sentence denies what it says: "did not fall", "nu a scăzut".

    None where nobody can tell: the language has no words for it, or says what others say with one: "hardly", "lack".
    """
    own, lower = grammar(loc), f" {text.lower()}".replace("’", "'")
    if not own.denials:
        return None
    words = words_of(lower)
    unsure = None if _unsure(loc).among(words) and _unsure_phrases(loc).search(lower) else False
    if not _denying(loc).among(words):
        return unsure
    lower = f" {_NAME.sub('', text).lower()}".replace("’", "'")
    if any(map(lower.__contains__, _heads(loc))):
        lower = _no_denials(loc).sub(" ", lower)
    return True if own.denied(WORD.findall(lower)) else unsure


def _is_beside(loc: NumberLocale, item: WrittenValue) -> bool:
    """Tell whether the denial of a sentence stands near its number: another one may be a free translation."""
    one = item.statement
    return denies(loc, item.block.text[max(0, one.start - _BEFORE) : one.end + _BEHIND]) is True


@lru_cache(maxsize=2_048)
def _ways_of(loc: NumberLocale, text: str) -> int:
    """Which way all words of change of a sentence go; 0 where they go both ways, or there are none."""
    ways = {way_of(loc, word) for word in LETTERS.findall(text.lower())} - {0} if may_tell(loc, text) else ()
    return sum(ways) if len(ways) == 1 else 0


def _way(loc: NumberLocale, item: WrittenValue) -> int:
    one = item.statement
    bound = bound_before(grammar(loc).lex, item.block.text.lower(), one.start) if one.bound else None
    text = item.block.text[: one.end] if item.is_of_time else item.block.text  # not "in 2019 more careful people"
    return direction(loc, text, bound[1] if bound else one.start, one.end, is_sure=True)


def _around(item: WrittenValue) -> str:
    """What stands around a number, in whole words where spaces part them."""
    text, one = item.block.text, item.statement
    before, behind = f" {text[: one.start]}"[-_SHOWN // 2 :], f"{text[one.end :]} "[: _SHOWN // 4]
    lead, rest = before.partition(" ")[2] or before, behind.rpartition(" ")[0] or behind
    return f"{lead}{text[one.start : one.end]}{rest}".strip(" ")


def limits_turned(locs: Locales, pairs: Pairs) -> Iterator[Problem]:
    """Report days, years, times and parts that one text limits and the other does not, or from the other side."""
    told: set[int | None] = set()
    for pair in pairs:
        if not all(map(_has_limit, pair)) or pair[1].statement.figure in told:
            continue
        (way, there), (back, here) = (_limit(loc, item) for loc, item in zip(locs, pair, strict=True))
        one, two = pair
        if way * back < 0:
            mine, theirs = one.statement.text, two.statement.text
            yield report("P209", two.place, here=theirs, read=here, there=mine, meant=there, other=one.place)
        elif way != back and 0 in {way, back} and one.statement.kind is not StatementKind.FRACTION:
            limited, other, words = (one, two, there) if way else (two, one, here)
            is_only = not any(map(_is_one_of_two, pair))
            if is_only and _is_lone(locs if way else locs[::-1], way or back, words, limited, other):
                told |= {two.statement.figure} - {None}
                shown = _shown(other) or other.statement
                yield report("P218", limited.place, words=words, metric=shown.text, other=other.place)


def _has_limit(item: WrittenValue) -> bool:
    """Whether something is a day, a year, a time or a part, typed or shown by a figure."""
    shown = _shown(item)
    if shown is None or shown.figure is None:
        return item.statement.kind in _OF_LIMITS
    return kind_of(shown.figure.metric).is_time or isinstance(shown.figure.metric.value, TimeOfDay)


def _is_one_of_two(item: WrittenValue) -> bool:
    """Whether a sentence says several days or years, which may be a range: "from 3 March to 14 April"."""
    start, end = item.block.clause(item.statement.start)
    found = (replace(item, statement=one) for one in item.block.statements if one.start in range(start, end))
    every = (one.statement for one in found if _has_limit(one))
    return len({one.start if one.figure is None else -1 - one.figure for one in every}) > 1


def _shown(item: WrittenValue) -> Shown | None:
    return None if item.statement.figure is None else item.block.shown[item.statement.figure]


def _is_lone(locs: Sequence[NumberLocale], way: int, words: str, *pair: WrittenValue) -> bool:
    """Whether the first text alone says "before", "until", "by" or "after"; "from" and "since" are said in many ways.

    What was so by a year, was so in that year: "by 1976 it had been restored".
    """
    own, there = grammar(locs[0]), grammar(locs[1])
    known = (there.until if way < 0 else there.since).table
    spans = [one.block.clause(one.statement.start) for one in pair]
    said, text = (f" {one.block.text[start:end].lower()} " for one, (start, end) in zip(pair, spans, strict=True))
    is_so = words.lower().startswith(own.own.by) and not words_of(said).isdisjoint(own.own.past)
    is_strict = (way < 0 and not is_so) or words.lower().startswith(own.own.later)
    end = back_over_space(pair[1].block.text, pair[1].statement.start)
    last = LAST_LETTERS.search(pair[1].block.text, 0, end)  # "extended to May" says "until May"
    is_to = last is not None and last[0] in there.to and words.lower().startswith((*own.to,))
    return is_strict and bool(known) and not is_to and not any(f" {phrase} " in text for phrase in known)


def _limit(loc: NumberLocale, item: WrittenValue) -> tuple[int, str]:
    """Give the way in which the words right before limit a day, a year or a part, 0 for none, and all of it."""
    own, shown = grammar(loc), _shown(item)
    is_whole = shown is not None and shown.figure is not None and not isinstance(shown.figure.metric.value, Span)
    start, end = (shown.start, shown.end) if shown and is_whole else (item.statement.start, item.statement.end)
    folded = fold(item.block.text, own.code)
    text = folded.lower
    at = back_over_space(text, folded.at(start))
    last = LAST_LETTERS.search(text, 0, at)
    is_article = last is not None and last[0] in {*own.lex.language.numbers.articles, *own.own.articles}
    if is_article and item.statement.kind is StatementKind.YEAR and item.statement.nouns:
        return 0, item.statement.text  # "before the 1967 war"
    for place in (at, back_over_space(text, last.start()) if last and is_article else at):
        early, late = own.until.before(text, place), own.since.before(text, place)
        found = early or late
        if found is not None:  # "as of August" may be from then on, and until then
            return bool(late) - bool(early), item.block.text[folded.start(found[1]) : end]
        bound = own.lex.bounds.before(text, place)
        if bound is not None and item.statement.kind is StatementKind.FRACTION:
            way = 1 if bound[0] in LOWER_BOUNDS else -1 if bound[0] in UPPER_BOUNDS else 0
            return way, item.block.text[folded.start(bound[1]) : end]
    return 0, item.statement.text
