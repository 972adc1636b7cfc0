"""How long something lasts, and how many times it has changed, beside the name of a figure: what it says."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.checks.contrary import denies
from factsheet.content.kinds import kind_of
from factsheet.content.model import LOWER_BOUNDS, Metric, Span
from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.nouns import is_related, related, share
from factsheet.content.statements.text import WORD
from factsheet.core.patterns import either, regex
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import PARTS, Duration
from factsheet.l10n.reading.qualifiers import direction, way_of
from factsheet.l10n.reading.shares import multiples
from factsheet.l10n.reading.times import durations
from factsheet.l10n.reading.words import in_figures
from factsheet.site.proof.quotes import year_of

# How long something lasts, by what a sentence types beside the name of a figure, is what that figure says.

_MONTH: Final = Decimal(2_629_746)
"""The seconds of a month that is as long as any other."""

_YEAR: Final = 12 * _MONTH
_DAY: Final = Decimal(86_400)
_ROUNDED: Final = Decimal("0.03")
"""By how much two lengths may differ that are the same in other units: a month, 30 days."""

_ABOUT: Final = Decimal("0.25")
_MOST_WORDS: Final = 5
"""How many words may limit a length of time behind its verb: "on average no more than about"."""

_LOW: Final = regex(r"(\d+(?:[.,]\d+)?)(?:[^\d.,;:!?]{0,12}?)[ \u00a0]?(\S+)[ \u00a0]?\Z")
Lengths = tuple[Decimal, Decimal]
"""The shortest and the longest of several lengths, in seconds."""
Said = tuple[str | None, Decimal, Decimal]
"""A bound, and such lengths."""


def lengths_of(metric: Metric) -> Lengths | None:
    """How long something lasts by what a figure declares: a duration, a range or an amount of time, a period."""
    value, unit = metric.value, (kind_of(metric).unit_id(metric.measure) or "").removeprefix("duration-")
    if isinstance(value, Duration):
        return _seconds(value), _seconds(value)
    ends = [value.low, value.high] if isinstance(value, Span) else [value]
    numbers = [one for one in ends if isinstance(one, Decimal)]
    if unit in PARTS and len(numbers) == len(ends):
        first, *_, last = [_seconds(Duration(((unit, one),))) for one in (*numbers, numbers[-1])]
        return first, last
    if not kind_of(metric).is_time or not isinstance(value, Span):
        return None
    days = [Decimal(one.toordinal()) for one in ends if isinstance(one, date)]
    if len(days) == len(ends):
        return (days[1] - days[0]) * _DAY, (days[1] - days[0] + 1) * _DAY
    years = (numbers[1] - numbers[0]) * _YEAR if len(numbers) == len(ends) else None
    return None if years is None else (years, years + _YEAR)


def _seconds(value: Duration) -> Decimal:
    months, seconds = value.length
    return months * _MONTH + seconds


def lasts(loc: NumberLocale, text: str) -> bool:
    """Whether a clause has a verb of lasting."""
    return _verbs(loc).search(text) is not None


def other_length(loc: NumberLocale, metric: Metric, label: Sequence[str], text: str) -> tuple[int, str] | None:
    """Where a clause says how long what it names lasts, and in what words, if that is not what a figure declares."""
    own = lengths_of(metric)
    every = list(_said(loc, label, text)) if own is not None else []
    if own is None or not every or any(_agrees(own, *one) for _, _, one in every):
        return None
    return every[0][:2]


def _said(loc: NumberLocale, label: Sequence[str], text: str) -> Iterator[tuple[int, str, Said]]:
    """Give each length of time right behind a verb of lasting: its place, its text, its bound and its ends."""
    own = grammar(loc)
    for verb in _verbs(loc).finditer(text):
        behind = text[verb.end() :]
        figures = in_figures(loc, behind)
        for one in durations(loc, behind)[:2]:
            low = _LOW.search(figures, 0, one.start)
            is_range = low is not None and (low[2] in own.to or low[2] in own.own.joins or not low[2][0].isalnum())
            start = low.start() if low is not None and is_range else one.start
            if not _is_led(loc, label, figures[:start]) or not _is_free(loc, figures[one.end :]):
                continue
            last = _seconds(one.value)
            parts = (
                ((one.value.parts[0][0], Decimal(low[1].replace(",", "."))),) if low and is_range else one.value.parts
            )
            first = _seconds(Duration(parts))
            yield verb.end(), figures[start : one.end], (one.bound, first, last)
            break


@lru_cache(maxsize=64)
def _verbs(loc: NumberLocale) -> re.Pattern[str]:
    """The verbs of lasting of a language, and a colon."""
    own = grammar(loc)
    every = either(own.own.lasts)
    return regex(rf"(?<!\w)(?:{every})(?!\w)[ \u00a0]?|[:：] ?" if own.spaced else f"{every}|：", re.IGNORECASE)


def _is_led(loc: NumberLocale, label: Sequence[str], before: str) -> bool:
    """Whether only words of a limit, or the subject of a verb that begins, stand between it and a length of time."""
    words = {*WORD.findall(before.lower())} - _limits(loc)
    if grammar(loc).own.verb_first:
        words = {word for word in words if word not in grammar(loc).stops and not related(label, (word,))}
    return not words and len(before.split()) <= _MOST_WORDS + len(label)


def _is_free(loc: NumberLocale, behind: str) -> bool:
    """Whether a length of time ends its phrase: not "a two-hour delay", nor "an hour longer"."""
    own = grammar(loc)
    following = WORD.match(behind.lstrip(" \u00a0"))
    if following is not None and following[0].lower() in own.durations:  # "two and a half hours"
        following = WORD.match(behind.lstrip(" \u00a0")[following.end() :].lstrip(" \u00a0"))
    word = following[0].lower() if following else ""
    return not word or (word in own.stops and word not in _relative(loc)) or word in own.own.lasts


@lru_cache(maxsize=64)
def _limits(loc: NumberLocale) -> frozenset[str]:
    """The words that may stand between a verb and its length of time."""
    own = grammar(loc)
    return _words((*own.lex.bounds.table, *own.own.between)) | own.skipped | own.determiners


@lru_cache(maxsize=64)
def _relative(loc: NumberLocale) -> frozenset[str]:
    """The words behind a length of time that make a difference of it, or put it in another time."""
    own = grammar(loc)
    known = own.lex.language
    return _words((*known.more, *known.fewer, *own.own.differences, *own.own.until, *own.own.later))


def _words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase.lower().split())


def _agrees(own: Lengths, bound: str | None, first: Decimal, last: Decimal) -> bool:
    """Whether what is said of a length holds of all that is declared, or is one of several that are."""
    shortest, longest = own[0] * (1 - _ROUNDED), own[1] * (1 + _ROUNDED)
    if bound in LOWER_BOUNDS:
        return first <= own[0] * (1 + _ROUNDED)
    if bound in {"under", "up-to"}:
        return last >= own[1] * (1 - _ROUNDED)
    if bound in {"about", "nearly"}:
        return first * (1 - _ABOUT) <= longest and shortest <= last * (1 + _ABOUT)
    if first < last:
        return first <= own[0] * (1 + _ROUNDED) and own[1] * (1 - _ROUNDED) <= last
    return shortest <= last <= longest


# By how many times something has changed, where a clause says nothing else of a figure, is what the figure says.

_ROUNDED_CHANGE: Final = Decimal("0.15")
"""How far a change may be from the multiple that a text rounds it to."""

CLAIMS: Final = frozenset((StatementKind.MULTIPLE, StatementKind.FRACTION))
"""What says how something has changed in one word."""
Claim = tuple[str, str | None, Decimal]
"""What is said, its bound, and how many times as large something has become."""


def changes_of(metric: Metric, years: Iterable[int] = ()) -> list[Decimal]:
    """How many times as large something has become, by what a figure declares or by its history; empty if unknown."""
    value, kind = metric.value, kind_of(metric)
    if not isinstance(value, Decimal) or not kind.is_number or kind.is_time:
        return []
    if "times_of" in kind.results:
        return [value]
    if metric.change:
        return [1 + value / 100] if kind.unit_text(metric) == "%" else []
    meant = set(years)
    earlier = [one.value for one in metric.history if not meant or year_of(one.when) in meant]
    return [value / one for one in earlier if one]


def other_change(
    loc: NumberLocale, metric: Metric, label: Iterable[str], text: str, every: Sequence[Statement]
) -> str | None:
    """By what factor something has changed, where a clause says nothing else, if a figure declares another change."""
    years = [int(one.value or 0) for one in every if one.kind is StatementKind.YEAR]
    own = changes_of(metric, years)
    if not own or any(one.kind.is_time and one.kind is not StatementKind.YEAR for one in every):
        return None
    said = next(_claims(loc, text, every), None)
    if said is None or not _says_nothing_else(loc, label, text, said[0]) or denies(loc, text):
        return None
    return None if any(is_said_of(one, *said[1:]) for one in own) else said[0]


def other_multiple(loc: NumberLocale, metric: Metric, lead: str, every: Sequence[Statement]) -> str | None:
    """By what factor something has come to the figure right behind it, where it did not: "doubled, to"."""
    own = changes_of(metric) if any(one.kind in CLAIMS for one in every) else []
    said = next(_claims(loc, lead, every), None) if own else None
    if said is None or not {*WORD.findall(lead.partition(said[0])[2].lower())} <= grammar(loc).to or denies(loc, lead):
        return None
    return None if any(is_said_of(one, *said[1:]) for one in own) else said[0]


def _claims(loc: NumberLocale, text: str, inside: Iterable[Statement]) -> Iterator[Claim]:
    """Give "doubled", "fell by a third" and "grew four times" as how many times as large something has become."""
    for one in inside:
        at = text.find(one.text) if one.kind in CLAIMS and one.value else -1
        if at < 0 or not one.value:
            continue
        way = direction(loc, text, at, at + len(one.text))
        if one.kind is StatementKind.MULTIPLE:
            yield one.text, one.bound, one.value if way >= 0 else 1 / one.value
        elif way and _leads(loc, text[:at]) == "by":
            yield one.text, one.bound, 1 + way * one.value
        elif not _leads(loc, text[:at]):
            yield one.text, one.bound, one.value
    figures = in_figures(loc, text)
    for many in multiples(loc, figures):
        way = direction(loc, figures, many.start, many.end)
        if many.part > 1:
            yield many.text, many.bound, many.part if way >= 0 else 1 / many.part


def _leads(loc: NumberLocale, before: str) -> str:
    """What stands before a part in words: "by", another word that makes a noun of it, or none before "halved"."""
    own = grammar(loc)
    words = [word for word in WORD.findall(before.lower()) if word not in own.lex.language.numbers.articles]
    last = words[-1] if words else "-"
    if last in own.own.by:
        return "by"
    is_led = last in own.lex.number_words or last in own.own.articles or last == "-"
    return last if is_led or before.rstrip(" ").lower().endswith(tuple(own.lex.language.numbers.articles)) else ""


def _says_nothing_else(loc: NumberLocale, label: Iterable[str], text: str, said: str) -> bool:
    """Whether a clause has the words of a label, and beside them and what is said none that say anything."""
    named, dull = set(label), _dull(loc)
    rest = text.replace(said, " ", 1)
    for word in (one.rpartition("'")[2] for one in WORD.findall(rest.lower().replace("’", "'"))):  # "l'an dernier"
        of_label = next((one for one in named if is_related(one, word)), None)
        named -= {of_label}
        is_dull = word in dull or way_of(loc, word) or share(grammar(loc).durations, (word,))  # "بالعام"
        if of_label is None and not is_dull:
            return False
    return not named


@lru_cache(maxsize=64)
def _dull(loc: NumberLocale) -> frozenset[str]:
    """The words that say nothing of their own beside a change."""
    own = grammar(loc)
    known = own.lex.language
    phrases = (*own.own.sums, *own.lex.bounds.table, *known.more, *known.fewer, *known.times, *own.own.articles)
    words = {word for phrase in phrases for word in phrase.lower().split()}
    return own.not_names | own.skipped | own.quantifiers | own.durations | own.lex.number_words | words


def what_changes(loc: NumberLocale, label: Iterable[str]) -> tuple[str, ...]:
    """The words of a label that name what changes: "passengers" of "Growth in the number of passengers"."""
    dull = _dull(loc)
    return tuple(word for word in label if not way_of(loc, word) and word not in dull)


def is_said_of(own: Decimal, bound: str | None, said: Decimal) -> bool:
    """Whether a change is what is said of it, rounded; with a limit, within it."""
    if bound in LOWER_BOUNDS:
        return own >= said * (1 - _ROUNDED_CHANGE) if said > 1 else own <= said * (1 + _ROUNDED_CHANGE)
    return abs(own - said) <= said * _ROUNDED_CHANGE
