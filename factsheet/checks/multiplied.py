"""By how many times something has changed, where a clause says nothing else of a figure, is what the figure says."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.checks.contrary import denies
from factsheet.content.kinds import kind_of
from factsheet.content.metric import LOWER_BOUNDS, Metric
from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.nouns import is_related
from factsheet.content.statements.text import WORD
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.directions import direction, way_of
from factsheet.l10n.reading.shares import multiples
from factsheet.l10n.reading.words import in_figures
from factsheet.site.proof.quotes import year_of

_ROUNDED: Final = Decimal("0.15")
"""How far a change may be from the multiple that a text rounds it to."""

CLAIMS: Final = frozenset((StatementKind.MULTIPLE, StatementKind.FRACTION))
"""What says how something has changed in one word."""
Claim = tuple[str, str | None, Decimal]
"""What is said, its bound, and how many times as large something has become."""


def changes_of(metric: Metric, years: Iterable[int] = ()) -> list[Decimal]:
    """How many times as large something has become, by what a figure declares or by its history; empty if unknown."""
    value, kind = metric.value, kind_of(metric)
    if not isinstance(value, Decimal) or not kind.is_number or kind.is_time or kind.is_moment:
        return []
    if "times_of" in kind.results:
        return [value]
    if metric.change:
        return [1 + value / 100] if kind.unit_text(metric) == "%" else []
    meant = set(years)
    earlier = [one.value for one in metric.history if not meant or year_of(one.when) in meant]
    return [value / one for one in earlier if one]


def other_change(
    loc: NumberLocale, metric: Metric, label: Iterable[str], text: str, inside: Iterable[Statement]
) -> str | None:
    """By what factor something has changed, where a clause says nothing else, if a figure declares another change."""
    every = list(inside)
    years = [int(one.value or 0) for one in every if one.kind is StatementKind.YEAR]
    own = changes_of(metric, years)
    if not own or any(one.kind.is_time and one.kind is not StatementKind.YEAR for one in every):
        return None
    said = next(_claims(loc, text, every), None)
    if said is None or not _says_nothing_else(loc, label, text, said[0]) or denies(loc, text):
        return None
    return None if any(_agrees(one, *said[1:]) for one in own) else said[0]


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
    for word in WORD.findall(rest.lower()):
        of_label = next((one for one in named if is_related(one, word)), None)
        named.discard(of_label or "")
        if of_label is None and word not in dull and not way_of(loc, word):
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


def words_without_change(loc: NumberLocale, label: Iterable[str]) -> tuple[str, ...]:
    """The words of a label that name what changes: "passengers" of "Growth in the number of passengers"."""
    dull = _dull(loc)
    return tuple(word for word in label if not way_of(loc, word) and word not in dull)


def _agrees(own: Decimal, bound: str | None, said: Decimal) -> bool:
    """Whether a change is what is said of it, rounded; with a limit, within it."""
    if bound in LOWER_BOUNDS:
        return own >= said * (1 - _ROUNDED) if said > 1 else own <= said * (1 + _ROUNDED)
    return abs(own - said) <= said * _ROUNDED
