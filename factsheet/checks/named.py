"""A day, a year, a part or a place that a text types beside the name of a figure is what that figure declares."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.checks.claimed import CLAIMS, changes_of, lasts, lengths_of, other_change, other_length, what_changes
from factsheet.checks.reading import ReadBlock, blocks, with_original
from factsheet.checks.senses import words_said
from factsheet.checks.subjects import words_of
from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import Mismatch
from factsheet.content.model import Metric, Span
from factsheet.content.statements.comparing import PartialDate, Statement, StatementKind, is_one_day
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.nouns import related, share
from factsheet.core.codes import report
from factsheet.core.patterns import either, regex
from factsheet.core.problems import Problem
from factsheet.core.records import NamedTuple, dataclass
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Stretch, TimeOfDay
from factsheet.l10n.reading.fold import words_of as folded_words
from factsheet.l10n.reading.phrases import back_over_space, clauses_of
from factsheet.l10n.reading.times import times
from factsheet.l10n.reading.words import in_figures
from factsheet.site.site import Site

_LEAST_WORDS: Final = 2
"""One word alone names too much: "the law was amended in 2015"."""

_ROUGHLY: Final = 1_800
"""By how many seconds a time in words may be off: "half past four"."""

_REACH: Final = 30


@dataclass(frozen=True, slots=True)
class _Called:
    """A figure that no number says, and the words of its label."""

    metric: Metric
    words: tuple[str, ...]


class _Known(NamedTuple):
    """The figures of a sheet that a text may name, by what is looked for beside their names."""

    named: tuple[_Called, ...]
    lasting: tuple[_Called, ...]
    changing: tuple[_Called, ...]


def names_have_their_values(site: Site) -> Iterator[Problem]:
    """Report a day, a period or a part typed in a sentence that names a figure by its label, where it is another."""
    for tag, path in with_original(site):
        loc = site.by_tag[tag].numbers
        known = _known(site, tag, path, loc)
        for block in blocks(site, tag, path) if any(known) else ():
            if not block.passage.is_exempt:
                yield from _of_block(loc, block, known, block.typed(site.literals(tag, path)))


def days_of_the_week_are_right(site: Site) -> Iterator[Problem]:
    """Report a day of the week beside a whole date that was another day: "Tuesday, 18 September 2023"."""
    for tag, path in with_original(site):
        loc = site.by_tag[tag].numbers
        for block in blocks(site, tag, path):
            for start, end, day in _whole_days(block):
                before, behind = _beside(loc)
                every = (before.search(block.text, start - _REACH, start), behind.match(block.text, end))
                for found in filter(None, every):
                    part = found.lastindex or 0
                    if _weekdays(loc).get(found[part].lower(), day.weekday()) != day.weekday():
                        own, typed = cldr.weekdays(loc, "wide", "stand-alone")[day.weekday()], found[part]
                        yield report("S316", block.place(found.start(part)), typed=typed, date=day.isoformat(), own=own)


@lru_cache(maxsize=64)
def _beside(loc: NumberLocale) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Match the word before a date, an article or a comma between them: "Montag, den"; and a day behind it: "(火)"."""
    articles = either((*grammar(loc).own.articles, *grammar(loc).own.places))
    days, wide = map(either, (_weekdays(loc), cldr.weekdays(loc, "wide").values()))
    behind = rf" ?[(（]({days})\.?[)）]" + ("" if grammar(loc).spaced else rf"|({wide})")
    before = rf"([^\W\d_]+(?:-[^\W\d_]+)?)\.?,? ?(?:(?:{articles}) )?\Z"
    return regex(before), regex(behind, re.IGNORECASE)


def _whole_days(block: ReadBlock) -> Iterator[tuple[int, int, date]]:
    """Give the dates of a block that have a year, a month and a day, typed or of figures, with their places."""
    for one in block.statements:
        if len(one.dates) == 1 and one.figure is None:
            year, month, day = one.dates[0]
            if year and month and day:
                with suppress(ValueError):  # there is no such day
                    yield one.start, one.end, date(year, month, day)
    for _, shown, figure in block.figures:
        if isinstance(figure.metric.value, date):
            yield shown.start, shown.end, figure.metric.value


@lru_cache(maxsize=64)
def _weekdays(loc: NumberLocale) -> Mapping[str, int]:
    """The names of the days of the week in a language, in small letters, with their numbers from Monday."""
    every = [cldr.weekdays(loc, width, one) for width in ("abbreviated", "wide") for one in ("format", "stand-alone")]
    return {name.lower().rstrip("."): number for names in every for number, name in names.items()}


def _known(site: Site, tag: str, path: str, loc: NumberLocale) -> _Known:
    own, original = grammar(loc), site.original(path)
    found = [(original.metrics.get(name), words.label) for name, words in site.sheets[tag, path].words.items()]
    every = [
        _Called(one, tuple(word for word in words_of(own, label) if not share(own.durations, (word,))))
        for one, label in found
        if one is not None and label
    ]
    return _Known(
        tuple(one for one in every if not kind_of(one.metric).is_number),
        tuple(one for one in every if lengths_of(one.metric) is not None),
        tuple(
            _Called(one.metric, one.words if one.metric.history else what_changes(loc, one.words))
            for one in every
            if changes_of(one.metric)
        ),
    )


class _Clause(NamedTuple):
    """A clause of a block, the numbers that are typed in it, and what its references name."""

    loc: NumberLocale
    block: ReadBlock
    start: int
    text: str
    typed: Sequence[Statement]
    shown: AbstractSet[str]


Claim = tuple[int, str, Metric, str]
"""Where a clause says something else of a figure, in what words, and what the figure is."""


def _of_block(loc: NumberLocale, block: ReadBlock, known: _Known, typed: Sequence[Statement]) -> Iterator[Problem]:
    for start, end in clauses_of(block.text):
        shown = {one.reference.target.rpartition("/")[2] for one in block.shown if one.start in range(start, end)}
        inside = [one for one in typed if one.start in range(start, end)]
        clause = _Clause(loc, block, start, block.text[start:end], inside, shown)
        claims = [_changed_otherwise(clause, known.changing)]
        if block.passage.is_body:
            claims += [_lasts_otherwise(clause, known.lasting), _typed_otherwise(clause, known.named)]
        for at, words, metric, own in filter(None, claims):
            yield report("S315", block.place(at), typed=words, metric=metric.id, own=own)
        if claims[2:] and claims[2]:
            return


def _typed_otherwise(clause: _Clause, every: Sequence[_Called]) -> Claim | None:
    """Give what a clause that names a figure types in its place: another day, part or hour."""
    words = folded_words(clause.text.lower()) if every and not clause.typed else ()
    for called in every if clause.typed or not _part_words(clause.loc).isdisjoint(words) else ():
        metric = called.metric
        named = _named(clause.loc, called.words, clause.text) if metric.id not in clause.shown else 0
        at = _other(clause, metric, is_sure=named >= _LEAST_WORDS) if named else None
        if at is not None:
            return at[0], clause.block.text[at[0] : at[1]], metric, kind_of(metric).machine(metric.value)
    return None


@lru_cache(maxsize=64)
def _part_words(loc: NumberLocale) -> frozenset[str]:
    """Words of which one is in a place or a part in words: "in fourth place", "un sur quatre"."""
    lex = grammar(loc).lex
    return lex.number_words | lex.language.ordinal_words.keys()


def _lasts_otherwise(clause: _Clause, every: Sequence[_Called]) -> Claim | None:
    """Give how long a clause says that a figure lasts which it names, if it is another time: "The ride takes a day"."""
    loc, block, start, text, own = clause.loc, clause.block, clause.start, clause.text, grammar(clause.loc)
    end = start + len(text)
    is_lasting = bool(every) and lasts(loc, text)
    if not is_lasting or any(one.start in range(start, end) and one.kind.is_time for one in block.statements):
        return None
    for called in every:
        words = [one for one in words_of(own, text)[:2] if not own.own.verb_first or one not in own.own.lasts]
        first = words[0] if words and called.metric.id not in clause.shown else ""
        is_subject = bool(first) and related(called.words, (first,)) and _named(loc, called.words, text) > 0
        other = other_length(loc, called.metric, called.words, text) if is_subject else None
        at = start + other[0] if other is not None else -1
        labels = [figure.label for _, one, figure in block.figures if at in range(one.start, one.end)]
        if other is not None and not related(words_of(own, "\n".join(labels)), words_of(own, text)):
            return at, other[1], called.metric, kind_of(called.metric).machine(called.metric.value)
    return None


def _changed_otherwise(clause: _Clause, every: Sequence[_Called]) -> Claim | None:
    """Give by what factor a clause says that what a figure names has changed, if it is another: "doubled"."""
    for called in every if any(one.kind in CLAIMS or one.word for one in clause.typed) else ():
        said, metric = other_change(clause.loc, called.metric, called.words, clause.text, clause.typed), called.metric
        if said is not None:
            machine, at = kind_of(metric).machine, max(clause.start, clause.block.text.find(said, clause.start))
            own = " → ".join((*(machine(one.value) for one in metric.history), machine(metric.value)))
            return at, said, metric, own
    return None


def _named(loc: NumberLocale, label: Sequence[str], text: str) -> int:
    """Give how many words of a label a sentence has, if all: two for one that the words before a colon are part of."""
    own = grammar(loc)
    head, colon, _ = text.partition(":")
    before = words_of(own, head) if colon else ()
    if before and all(related(label, (word,)) for word in before):
        return _LEAST_WORDS
    words = words_of(own, text)
    return len(label) if all(related((one,), words) for one in label) else 0


def _other(clause: _Clause, metric: Metric, *, is_sure: bool) -> tuple[int, int] | None:
    """Give where a sentence types another value of the kind of a figure than its own; None where it does not.

    What names a figure by one word must type one end of its period right.
    """
    loc, text, start, inside, days = clause.loc, clause.text, clause.start, clause.typed, _days(metric)
    if days:
        typed = [(one, day) for one in inside for day in one.dates or _year(one)]
        phase = [one[0] for one in words_said(loc, text).get("phase", ())] if is_sure and len(days) > 1 else []
        days = [days[-1] if phase == ["end"] else days[0]] if len(phase) == len(typed) == 1 else days
        ends = list(zip(typed, days, strict=False))
        wrong = [one for (one, day), own in ends if not is_one_day(day, own)] if len(typed) == len(days) else []
        is_other = wrong and (is_sure or len(wrong) < len(days))
        return (wrong[0].start, wrong[0].end) if is_other else None
    if isinstance(metric.value, Span) or not is_sure:
        return None
    reading = kind_of(metric).read_quote(loc, metric, text)
    at = text.find(reading.found) if reading.mismatch is Mismatch.VALUE and reading.found else -1
    if at < 0 and isinstance(metric.value, TimeOfDay) and not _is_rough(clause):
        hours = [one.value.seconds for one in times(loc, in_figures(loc, text))]
        is_far = hours and all(abs(one - metric.value.seconds) >= _ROUGHLY for one in hours)
        return (inside[0].start, inside[0].end) if is_far else None
    return (start + at, start + at + len(reading.found)) if at >= 0 else None


def _is_rough(clause: _Clause) -> bool:
    """Whether words limit what is said in words: "about five in the morning", "before six"."""
    own, lower, inside = grammar(clause.loc), clause.text.lower(), clause.typed
    places = [back_over_space(lower, one.start - clause.start) for one in inside]
    limits = (own.until, own.since, own.lex.bounds)
    return any(one.bound for one in inside) or any(each.before(lower, at) for at in places for each in limits)


def _year(one: Statement) -> tuple[PartialDate, ...]:
    is_year = one.kind is StatementKind.YEAR and one.value is not None
    return ((int(one.value), None, None),) if is_year and one.value is not None else ()


def _days(metric: Metric) -> list[PartialDate]:
    """Give the days, months or years that a figure declares: one, or the ends of a period."""
    value = metric.value
    ends = [value.low, value.high] if isinstance(value, Span) else [value]
    found = [_day(one) for one in ends] if kind_of(metric).is_time else []
    return [one for one in found if one is not None] if None not in found else []


def _day(value: object) -> PartialDate | None:
    if isinstance(value, date):
        return value.year, value.month, value.day
    if isinstance(value, Stretch):
        return (value.year, value.number, None) if value.unit == "month" else None
    return (int(value), None, None) if isinstance(value, Decimal) else None
