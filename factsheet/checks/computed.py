"""What a figure is computed from is what its label names, and a change goes from the earlier to the later."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from factsheet.checks.reading import known_nouns
from factsheet.checks.subjects import words_of
from factsheet.content.metric import Derivation
from factsheet.content.model import Metric
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.nouns import is_related
from factsheet.core.codes import report
from factsheet.core.problems import Problem
from factsheet.l10n.iso8601 import Stretch
from factsheet.site.site import Site


def calculations_say_their_parts(site: Site) -> Iterator[Problem]:
    """Report a part that the label does not name as it names others, and a change that goes back in time."""
    for path in site.paths:
        metrics = site.original(path).metrics
        for metric in metrics.values():
            derivation = metric.derivation
            if derivation is not None and derivation.operation == "change_of":
                yield from _backwards(metric, derivation, [metrics.get(one) for one in derivation.parts])
            elif derivation is not None and derivation.operation in {"sum_of", "share_of"}:
                yield from _unnamed(site, path, metric, derivation)


def _backwards(metric: Metric, derivation: Derivation, parts: list[Metric | None]) -> Iterator[Problem]:
    old, new = (_first_day(one.as_of) if one else None for one in parts)
    if old is not None and new is not None and old > new:
        one, other = derivation.parts
        yield report("N139", derivation.place, metric=metric.id, part=one, other=other)


def _first_day(moment: date | Stretch | None) -> date | None:
    return moment.first if isinstance(moment, Stretch) else moment


def _unnamed(site: Site, path: str, metric: Metric, derivation: Derivation) -> Iterator[Problem]:
    """Report a part that no language names in the label where each names another figure, or another part of a sum."""
    parts = [one if "/" in one else f"{path}/{one}" for one in derivation.parts]
    found: set[tuple[str, str] | None] = set()
    for language in site.languages:
        sheet, nouns = site.sheet(language.tag, path), known_nouns(site, language.tag)
        label = sheet.words[metric.id].label if sheet and metric.id in sheet.words else None
        own = grammar(language.numbers)
        if sheet and label and own.spaced:
            said = words_of(own, label)
            called = ((one, sheet.words[one].label) for one in derivation.parts if one in sheet.words)
            named = {f"{path}/{one}" for one, text in called if text and _share(said, words_of(own, text))}
            known = {name for _, name in nouns.pairs} - named
            found.add(_strange(derivation.operation, parts, nouns.of_any(said) - {f"{path}/{metric.id}"}, known))
    pair = found.pop() if len(found) == 1 else None
    if pair is not None:
        at = parts.index(pair[0])
        place, part = derivation.places[str(at)], derivation.parts[at]
        yield report("N138", place, metric=metric.id, part=part, other=pair[1])


def _share(some: Iterable[str], others: Iterable[str]) -> bool:
    return any(is_related(one, word) for one in some for word in others)


def _strange(
    operation: str, parts: list[str], counted: AbstractSet[str], known: AbstractSet[str]
) -> tuple[str, str] | None:
    """Give the part whose noun a label does not have, and the figure whose noun it has; None where all is well."""
    is_sum = operation == "sum_of"
    missing = [one for one in (parts if is_sum else parts[:1]) if one in known and one not in counted]
    named = counted & set(parts) if is_sum else counted if parts[1] not in counted else frozenset()
    return (missing[0], min(named).rpartition("/")[2]) if missing and named else None
