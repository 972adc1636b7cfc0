"""No figure is typed into a text: each numeral is a reference, a date, a literal or a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from factsheet.codes import report
from factsheet.kinds import kind_of
from factsheet.l10n import numbers
from factsheet.l10n.reading import Foreign, Numeral, foreign_reading, is_likely_year
from factsheet.model import Metric
from factsheet.passages import Passage, bare_numerals, literal_spans
from factsheet.problems import Problem
from factsheet.site import Site

_NOT_OF_YEARS: Final = frozenset({"over", "at-least", "nearly"})
_WORD: Final = re.compile(r"[^\W\d_]+")
_NEXT_WORDS: Final = 5
_STEM: Final = 5
_LEAST_NOUN: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """A numeral typed by hand, and the metric that it equals, if one does."""

    passage: Passage
    numeral: Numeral
    foreign: Foreign | None = None
    metric: Metric | None = None
    reference: str = ""
    """How a text of this sheet refers to the metric."""
    is_only: bool = True
    """Whether no other metric has the same value."""


def no_figure_is_typed(site: Site) -> Iterator[Problem]:
    """Report numerals that are neither references nor dates nor declared literals, and literals in vain."""
    for tag, path in site.sheets:
        if (site.settings.reference, path) in site.sheets:
            for stray in strays(site, tag, path):
                yield _reported(site, tag, stray)
            yield from _vain_literals(site, tag, path)


def strays(site: Site, tag: str, path: str) -> Iterator[Stray]:
    """Give the numerals of a sheet that were typed by hand; those in words only where they equal a metric."""
    loc = site.by_tag[tag].numbers
    others = tuple(language.numbers for language in site.languages if language.tag != tag)
    literals = site.literals(tag, path)
    nouns = _first_nouns(site.unit_phrases(tag))
    for passage in site.passages(tag, path):
        if passage.is_exempt:
            continue
        every = bare_numerals(loc, passage, literals)
        for numeral, following in zip_longest(every, every[1:]):
            counted = passage.text[numeral.end : following.start if following else None]
            foreign = None if numeral.word else foreign_reading(loc, others, passage.text, numeral)
            if foreign is None and _is_year(numeral, passage.text, nouns):
                continue
            value = foreign.value if foreign else numeral.value
            equal = _equal(site, tag, path, numeral, value)
            if numeral.word:
                equal = [one for one in equal if _is_counted(site, tag, counted, *one)]
            if equal or not numeral.word:
                where, metric = equal[0] if equal else ("", None)
                yield Stray(
                    passage=passage,
                    numeral=numeral,
                    foreign=foreign,
                    metric=metric,
                    reference=_reference(path, where, metric) if metric else "",
                    is_only=len(equal) == 1,
                )


def _reported(site: Site, tag: str, stray: Stray) -> Problem:
    language, numeral, metric = site.by_tag[tag], stray.numeral, stray.metric
    code = "S302" if numeral.word else "S303" if stray.foreign else "S301"
    values: dict[str, object] = {"numeral": numeral.text}
    if stray.foreign:
        values |= {
            "language": language.name,
            "own": numbers.decimal(language.numbers, stray.foreign.value).text,
            "foreign": _name_of(site, stray.foreign),
            "machine": format(stray.foreign.value, "f"),
        }
    if metric:
        values |= {"metric": metric.id, "reference": stray.reference, "other": metric.place_of("value")}
    variant = "metric" if metric and not numeral.word else ""
    return report(code, stray.passage.place(numeral.start), variant=variant, **values)


def _name_of(site: Site, foreign: Foreign) -> str:
    return next(language.name for language in site.languages if language.numbers == foreign.loc)


def _is_year(numeral: Numeral, text: str, nouns: frozenset[str]) -> bool:
    if not is_likely_year(numeral):
        return False
    following = _WORD.findall(text[numeral.end : numeral.end + 40])[:2]
    counted = any(word.casefold() in nouns for word in following)
    return numeral.bound not in _NOT_OF_YEARS and not counted


def _equal(site: Site, tag: str, path: str, numeral: Numeral, value: Decimal) -> list[tuple[str, Metric]]:
    """The metrics that a numeral equals with the paths of their sheets, the sheet's own first."""
    loc = site.by_tag[tag].numbers
    at_hand = site.metrics_by_value.get(value, [])
    if not at_hand and not numeral.word:
        at_hand = site.everywhere.metrics_by_value.get(value, [])
    found = [(where, metric) for where, metric in at_hand if kind_of(metric).is_typed(loc, metric, numeral)]
    return sorted(found, key=lambda pair: (pair[0] != path, pair[0] != "index"))


def _reference(path: str, where: str, metric: Metric) -> str:
    """How a text of the sheet `path` refers to a metric that `where` declares."""
    return metric.id if where == path else f"{where}/{metric.id}"


def _is_counted(site: Site, tag: str, following: str, where: str, metric: Metric) -> bool:
    """Tell whether a word that the metric's unit or label has follows a number in words."""
    words = site.words(tag, where, metric.id)
    named = " ".join([*(words.unit or {}).values(), words.label or ""]) if words else ""
    stems = {word[:_STEM].casefold() for word in _WORD.findall(named) if len(word) >= _LEAST_NOUN}
    counted = _WORD.findall(following[:80])[:_NEXT_WORDS]
    return any(word[:_STEM].casefold() in stems for word in counted if len(word) >= _LEAST_NOUN)


@lru_cache(maxsize=64)
def _first_nouns(phrases: tuple[str, ...]) -> frozenset[str]:
    found = (
        [word for word in _WORD.findall(phrase.partition("{n}")[2]) if len(word) >= _LEAST_NOUN][:1]
        for phrase in phrases
    )
    return frozenset(word[0].casefold() for word in found if word)


def _vain_literals(site: Site, tag: str, path: str) -> Iterator[Problem]:
    """Report literals that stand nowhere: one declared in the reference may stand in any language."""
    sheet = site.sheets[tag, path]
    for index, literal in enumerate(sheet.literals):
        tags = [language.tag for language in site.languages if site.sheet(language.tag, path)]
        tags = tags if tag == site.settings.reference else [tag]
        if not any(literal_spans(passage.text, (literal,)) for one in tags for passage in site.passages(one, path)):
            yield report("S304", sheet.place_of(f"literals.{index}"), literal=literal[:80])
