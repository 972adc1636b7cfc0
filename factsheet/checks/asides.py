"""What a quote says beside its number that makes another statement of it: per what, in what, a change, a denial."""

from collections.abc import Iterator
from typing import Final

from factsheet.checks.reading import is_relative
from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric
from factsheet.content.statements.comparing import Statement
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.heading import heading, per_behind, per_of
from factsheet.content.statements.text import WORD
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.directions import direction
from factsheet.l10n.reading.phrases import CLAUSE_ENDS, PHRASE_ENDS, back_over_space
from factsheet.site.site import Site

Naming = tuple[tuple[NumberLocale, str], ...]
"""The words of a metric in each language: its label, its note, and each phrase of what it counts."""

_NEAR: Final = 5
"""How many words before a number a denial stands that is of it."""

_REACH: Final = 60


def naming(site: Site, path: str, metric: str) -> Naming:
    """Give what a metric is called in all languages."""
    found = ((one.numbers, site.sheet(one.tag, path)) for one in site.languages)
    words = ((loc, sheet.words.get(metric)) for loc, sheet in found if sheet is not None)
    return tuple(
        (loc, text)
        for loc, one in words
        if one
        for text in (one.label, one.note, *(phrase.replace("{n}", "") for phrase in (one.unit or {}).values()))
        if text
    )


def says_more(loc: NumberLocale, metric: Metric, part: str, one: Statement, names: Naming) -> bool:
    """Tell whether words of a passage make something else of a number than its metric is called."""
    return any(_found(loc, metric, part, one, names))


def _found(loc: NumberLocale, metric: Metric, part: str, one: Statement, names: Naming) -> Iterator[bool]:
    end = max(one.end, one.digits[1])
    unit = kind_of(metric).unit_id(metric.measure) or ""
    is_share = metric.out_of is not None or any(word.startswith("per") for word in unit.split("-"))  # permille, per-100
    is_rate = is_share or metric.per is not None or any(per_of(named, text) for named, text in names)
    yield not is_rate and bool(per_behind(loc, part, end))
    lead = part[max(0, one.start - _REACH) : one.start]
    yield _is_scaled(loc, lead)
    yield _is_denied(loc, lead) and not any(_is_denied(named, text) for named, text in names)
    is_amount = metric.currency is not None or kind_of(metric).needs_unit
    if is_amount and not is_relative(metric):
        own, lower = grammar(loc), lead.lower()
        by = own.by.before(lower, back_over_space(lower, len(lower)))
        is_by = by is not None and direction(loc, lead, by[1], by[1]) != 0
        yield is_by and not any(is_change(named, text) for named, text in names)


def is_change(loc: NumberLocale, text: str) -> bool:
    """Tell whether a text names a change: "Rise in prices"."""
    return direction(loc, text, len(text), len(text)) != 0


def _is_scaled(loc: NumberLocale, lead: str) -> bool:
    """Tell whether a number stands behind what says its scale: "Deaths (in thousands): 1,545"."""
    head = lead.rstrip(" \u00a0")
    said = (
        heading(loc, CLAUSE_ENDS.split(head[:-1])[-1].rpartition(":")[2], is_label=True) if head.endswith(":") else None
    )
    return said is not None and said.scale is not None


def _is_denied(loc: NumberLocale, lead: str) -> bool:
    own, clause = grammar(loc), PHRASE_ENDS.split(lead.lower())[-1]
    if own.denials.isdisjoint(WORD.findall(clause)):
        return False
    for phrase in own.no_denials:
        clause = clause.replace(phrase, "")
    return not own.denials.isdisjoint(WORD.findall(clause)[-_NEAR:])
