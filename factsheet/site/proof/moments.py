"""Whether a passage speaks of the time to which a value of a history belongs.

A passage that names no time says nothing against any. One that names times must name that of the value. Where it
holds several values of one history with their times, values and times must stand in one order: “24,100 in 2022 and
25,870 in 2023”, so that two values that were exchanged are found.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from factsheet.content.kinds.saying import dates, numerals, says_stretch
from factsheet.content.model import HistoryPoint, Moment
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import is_year_like, stretches
from factsheet.l10n.stretches import Stretch

Times = dict[int, list[int]]
"""The years that a text names, each with the offsets at which it does."""


def times_in(loc: NumberLocale, text: str, *, but: Decimal) -> Times:
    """Give the years that a text names, alone or in a date; `but` is a value, which is no year."""
    found: Times = {}
    for mention in dates(loc, text):
        if mention.value == but:
            continue
        found.setdefault(_year(mention.value), []).append(mention.start)
    for numeral in numerals(loc, text):
        if is_year_like(numeral) and numeral.value != but:
            offsets = found.setdefault(int(numeral.value), [])
            if numeral.start not in offsets:
                offsets.append(numeral.start)
    return found


def other_times(loc: NumberLocale, text: str, point: HistoryPoint) -> tuple[str, ...]:
    """The times of a passage that does not name the time of the point; none where it does, or names none."""
    when = point.when
    if isinstance(when, Stretch) and when.unit != "year":
        if says_stretch(loc, text, when):
            return ()
        same = [str(one) for one in stretches(loc, text) if one.unit == when.unit]
        if same:
            return tuple(sorted(same))
    times = times_in(loc, text, but=point.value)
    return () if year_of(when) in times else tuple(map(str, sorted(times)))


def out_of_order(loc: NumberLocale, text: str, points: Sequence[HistoryPoint]) -> HistoryPoint | None:
    """The first of several points of one passage whose value stands in another order than its time."""
    placed = [(value, time, point) for point in points for value, time in _offsets(loc, text, point)]
    if len(placed) < len(points):
        return None
    ordered = sorted(placed, key=lambda one: one[0])
    return next((later[2] for earlier, later in pairwise(ordered) if earlier[1] > later[1]), None)


def year_of(when: Moment) -> int:
    """The year of a moment."""
    return int(when) if isinstance(when, Decimal) else when.year


def _offsets(loc: NumberLocale, text: str, point: HistoryPoint) -> Iterator[tuple[int, int]]:
    """Where the value and its time stand, if each stands there once."""
    values = [numeral.start for numeral in numerals(loc, text) if numeral.value == point.value]
    times = times_in(loc, text, but=point.value).get(year_of(point.when), [])
    if len(values) == 1 and len(times) == 1:
        yield values[0], times[0]


def _year(said: date | tuple[int, int] | int) -> int:
    if isinstance(said, date):
        return said.year
    return said if isinstance(said, int) else said[0]
