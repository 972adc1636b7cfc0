"""The year, month or season in which a sentence puts a figure is one that the text of its source names."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.checks.mentions import Mention
from factsheet.checks.scoped import YEARS, is_compared
from factsheet.checks.senses import words_said
from factsheet.content.kinds import kind_of
from factsheet.content.model import Moment
from factsheet.content.statements.grammar import grammar
from factsheet.core.codes import report
from factsheet.core.patterns import LETTERS, either, regex
from factsheet.core.problems import Problem
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.phrases import PHRASE_ENDS
from factsheet.site.proof import evidence, source_language
from factsheet.site.site import Site

_FEW: Final = 4
"""How many words stand between a time and the figure that is of it: not “In 2025 the mayor of the city said that”."""

_LED: Final = 2
"""How many words stand between a preposition and its time: "in the season of summer"."""

_LEAST: Final = 3
_SEASONS: Final = {"spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "winter": (12, 1, 2)}
_DATES: Final = regex(r"(?<!\d)(?:\d{1,2}[./-](\d{1,2})[./-]\d{4}|\d{4}-(\d\d)(?:-\d\d)?)(?!\d)")
_DIGITS: Final = regex(r"(?<!\d)[12]\d{3}(?!\d)")
_MONTHS: Final = 12
_Time = int | str
"""A year, a month by its number, or a season by its name."""


def of_unnamed_time(site: Site, at: Mention) -> Iterator[Problem]:
    """Report a figure in a clause that begins with a time, or right before one, that its source never names.

    Nothing where the text of the source is not at hand, or where the sheet itself says that the figure is of it.
    """
    metric, text = at.figure.metric, at.block.text
    if metric.quote is None or kind_of(metric).is_time:
        return
    start, end = at.block.clause(at.shown.start)
    lead = text[start : at.shown.start] if at.beside[0].endswith(text[start : at.shown.start]) else ""
    words, time = _before(at.loc, lead) or _behind(at.loc, text[at.shown.end : end]) or ("", 0)
    found = evidence(site, at.figure.sheet, metric) if words else None
    source = at.figure.source
    if found is None or found.archive is None or source is None or not found.is_quoted:
        return
    sheet = site.sheets[at.figure.language, at.figure.sheet]
    said = f"{sheet.title}\n{sheet.summary}\n{at.over}\n{at.figure.label}\n{at.figure.note}\n{at.figure.text}"
    known = {*_named(source_language(site, source), found.archive.text), *_named(at.loc, said)}
    moments = (metric.as_of, source.date, *(one.when for one in metric.history))
    known.update(*(_within(one) for one in moments if one is not None))
    is_of_last_year = source.date is not None and source.date.year - 1 == time
    is_known = is_of_last_year or time in known or not known.isdisjoint(_SEASONS.get(str(time), ()))
    if not is_known:
        yield report("S327", at.place, variant="source", year=words, metric=metric.id, own=source.title)


@lru_cache(maxsize=64)
def _leads(loc: NumberLocale) -> re.Pattern[str]:
    """Find a preposition before a time: "in", "by", "since"."""
    own = grammar(loc)
    phrases = (*own.years_in.table, *own.until.table, *own.since.table)
    return regex(rf"(?<!\w)(?:{either(phrases)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=64)
def led(loc: NumberLocale) -> re.Pattern[str]:
    """Find what may be a preposition and a time."""
    own = grammar(loc).own.senses
    words = (*cldr.months(loc).values(), *(one for one, said in own.items() if said.startswith("season ")))
    begun = either({one.lower()[: max(_LEAST, len(one) - 1)] for one in words})
    return regex(rf"(?:{_leads(loc).pattern}) (?:\S+ ){{0,{_LED}}}\S{{0,2}}(?:[12]\d{{3}}|{begun})", re.IGNORECASE)


def _before(loc: NumberLocale, lead: str) -> tuple[str, _Time] | None:
    """Give the time that begins a clause some words before its figure: its words, and what it is."""
    first = _leads(loc).match(lead.lstrip(" "))
    for start, words, time in _times(loc, lead) if first else ():
        between = lead[start + len(words) :].lstrip(" ,")
        is_led = len(LETTERS.findall(lead[:start])) <= _LED + len(LETTERS.findall(first[0] if first else ""))
        is_near = len(LETTERS.findall(between)) <= _FEW and not PHRASE_ENDS.search(between)
        return (words, time) if is_led and is_near else None
    return None


def _behind(loc: NumberLocale, rest: str) -> tuple[str, _Time] | None:
    """Give the time that alone stands between a figure and the end of its phrase."""
    phrase = PHRASE_ENDS.split(rest)[0].strip(" .")
    first = _leads(loc).match(phrase)
    for start, words, time in _times(loc, phrase) if first else ():
        is_led = len(LETTERS.findall(phrase[:start])) <= _LED + len(LETTERS.findall(first[0] if first else ""))
        is_last = start + len(words) == len(phrase)
        return (words, time) if is_led and is_last and not is_compared(loc, phrase[:start].lower()) else None
    return None


def _times(loc: NumberLocale, text: str) -> list[tuple[int, str, _Time]]:
    """The times that a text says: where, in what words, and what they are."""
    said = words_said(loc, text)
    found: list[tuple[int, str, _Time]] = [(one.start(), one[0], int(one[0])) for one in YEARS.finditer(text)]
    found += [(start, words, int(number)) for number, words, start in said.get("month", ())]
    found += [(start, words, name) for name, words, start in said.get("season", ())]
    return sorted(found)


@lru_cache(maxsize=64)
def _named(loc: NumberLocale, text: str) -> frozenset[_Time]:
    """All times that a text names anywhere, the months of dates in digits too."""
    months = (int(month) for found in _DATES.findall(text) for month in found if month)
    return frozenset((*months, *map(int, _DIGITS.findall(text)), *(time for *_, time in _times(loc, text))))


def _within(when: Moment) -> Iterator[_Time]:
    """The years of a moment, and its months where it is less than a year."""
    if isinstance(when, Decimal):
        yield int(when)
        return
    first, last = (when, when) if isinstance(when, date) else (when.first, when.last)
    yield from range(first.year, last.year + 1)
    months = range(first.year * _MONTHS + first.month, last.year * _MONTHS + last.month + 1)
    yield from ((one - 1) % _MONTHS + 1 for one in months if len(months) < _MONTHS)
