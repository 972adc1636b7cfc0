"""The whole site as values: languages, sheets, catalogues and figures, ready to be asked questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from factsheet.catalogs import Catalog
from factsheet.figures import Figure, make_figure
from factsheet.l10n.numbers import LosesDigits
from factsheet.markup import Prose
from factsheet.model import Archive, Language, Metric, MetricWords, Settings, Sheet, Source, Value
from factsheet.passages import Passage, passages
from factsheet.translations import Block, Changes, Entry, blocks, compare

Key = tuple[str, str]
"""A sheet: its language and its path."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """Everything that was read, and the answers that follow from it; nothing here reads a file."""

    settings: Settings
    languages: tuple[Language, ...]
    sheets: Mapping[Key, Sheet]
    prose: Mapping[Key, Prose]
    catalogs: Mapping[str, Catalog]
    drafts: Mapping[Key, Sheet] = field(default_factory=dict)
    """The sheets that are not shown yet."""
    lock: Mapping[str, Entry] = field(default_factory=dict)
    """What translations.lock says of each translated file."""
    archives: Mapping[str, Archive] = field(default_factory=dict)
    """The archived texts of sources that are at hand, by their path as a sheet names it."""
    today: date | None = None
    """The day on which `recheck_by` is judged; None where nobody asks."""
    only: frozenset[str] = frozenset()
    """The languages to publish; all of them where none is named."""
    templates: Mapping[str, bytes] = field(default_factory=dict)
    messages: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What templates ask of catalogues: context and msgid to the place that asks first."""

    @cached_property
    def reference(self) -> Language:
        """The language that declares the values."""
        return next(language for language in self.languages if language.tag == self.settings.reference)

    @cached_property
    def by_tag(self) -> dict[str, Language]:
        """The languages by their tags."""
        return {language.tag: language for language in self.languages}

    @cached_property
    def published(self) -> tuple[Language, ...]:
        """The languages that are published."""
        return tuple(language for language in self.languages if not self.only or language.tag in self.only)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The sheets of the reference language in reading order: `order`, then path, the front page first."""
        tag = self.settings.reference
        own = [sheet for (language, _), sheet in self.sheets.items() if language == tag]
        return tuple(sheet.path for sheet in sorted(own, key=_reading_order))

    def sheet(self, tag: str, path: str) -> Sheet | None:
        """The sheet in a language, where it has been written."""
        return self.sheets.get((tag, path))

    def original(self, path: str) -> Sheet:
        """The sheet in the reference language; raises KeyError where there is none."""
        return self.sheets[self.settings.reference, path]

    def translations(self, path: str) -> Iterator[Sheet]:
        """The sheet in the other languages, where it has been written."""
        for language in self.languages:
            sheet = self.sheet(language.tag, path)
            if sheet is not None and language.tag != self.settings.reference:
                yield sheet

    def shown(self, tag: str, path: str) -> Sheet | None:
        """The sheet whose text a reader of the language sees: its own, the reference's, or none."""
        own = self.sheet(tag, path)
        if own is not None or self.settings.fallback == "omit":
            return own
        return self.sheets.get((self.settings.reference, path))

    def state(self, tag: str, path: str) -> str:
        """What a reader of the language gets: `complete`, `stale`, the `fallback` text, or nothing: `omitted`."""
        if self.sheet(tag, path) is None:
            return "omitted" if self.shown(tag, path) is None else "fallback"
        return "stale" if self.changes(tag, path).stale else "complete"

    def changes(self, tag: str, path: str) -> Changes:
        """What of the original has changed since the sheet was translated; nothing where nobody can tell."""
        sheet = self.sheet(tag, path) or self.drafts.get((tag, path))
        entry = self.lock.get(sheet.file) if sheet else None
        if entry is None or tag == self.settings.reference:
            return Changes()
        key = (tag, path)
        if key not in self._changes:
            self._changes[key] = compare(entry, self.blocks(self.original(path)))
        return self._changes[key]

    def blocks(self, sheet: Sheet) -> tuple[Block, ...]:
        """The blocks of a sheet as its translators see them."""
        if sheet.file not in self._blocks:
            self._blocks[sheet.file] = blocks(sheet)
        return self._blocks[sheet.file]

    def resolve(self, path: str, target: str) -> tuple[str, Metric] | None:
        """The metric that a reference on the sheet `path` names, and the sheet that declares it."""
        where, _, name = target.rpartition("/")
        where = where or path
        sheet = self.sheets.get((self.settings.reference, where))
        metric = sheet.metrics.get(name) if sheet else None
        return None if metric is None else (where, metric)

    def words(self, tag: str, path: str, metric: str) -> MetricWords | None:
        """The words of a metric in a language, where its sheet has been written."""
        sheet = self.sheet(tag, path)
        return sheet.words.get(metric) if sheet else None

    def source(self, path: str, metric: Metric) -> Source | None:
        """The source of a metric that the sheet `path` declares."""
        sheet = self.original(path)
        return sheet.sources.get(metric.source) if metric.source else None

    def figure(self, tag: str, path: str, name: str) -> Figure:
        """The figure `name` of the sheet `path` in a language; raises KeyError and LosesDigits."""
        key = (tag, path, name)
        found = self._figures.get(key)
        if found is None:
            metric = self.original(path).metrics[name]
            found = self._figures[key] = make_figure(
                metric,
                self.words(tag, path, name),
                fallback=(self.settings.reference, self.words(self.settings.reference, path, name)),
                sheet=path,
                source=self.source(path, metric),
                language=self.by_tag[tag],
                catalog=self.catalogs[tag],
            )
        return found

    def figures(self, tag: str, path: str) -> list[Figure]:
        """The figures that the sheet declares, in a language; those that cannot be shown are left out."""
        found = []
        for name in self.original(path).metrics:
            try:
                found.append(self.figure(tag, path, name))
            except LosesDigits:
                continue
        return found

    def passages(self, tag: str, path: str) -> tuple[Passage, ...]:
        """The texts of a sheet in a language; raises KeyError where it has not been written."""
        key = (tag, path)
        found = self._passages.get(key)
        if found is None:
            found = self._passages[key] = passages(self.sheets[key], self.prose[key])
        return found

    def literals(self, tag: str, path: str) -> tuple[str, ...]:
        """The digits that are names: those of the reference sheet for all languages, and its own."""
        sheets = (self.sheet(self.settings.reference, path), self.sheet(tag, path))
        return tuple(dict.fromkeys(text for sheet in sheets if sheet for text in sheet.literals))

    @cached_property
    def metrics_by_value(self) -> dict[Value, list[tuple[str, Metric]]]:
        """The metrics by their values, each with the path of its sheet, in reading order."""
        found: dict[Value, list[tuple[str, Metric]]] = {}
        for path in self.paths:
            for metric in self.original(path).metrics.values():
                found.setdefault(metric.value, []).append((path, metric))
        return found

    def unit_phrases(self, tag: str) -> tuple[str, ...]:
        """The phrases of all units that are declared in a language."""
        found = self._unit_phrases.get(tag)
        if found is None:
            sheets = (sheet for (language, _), sheet in self.sheets.items() if language == tag)
            words = (one.unit or {} for sheet in sheets for one in sheet.words.values())
            found = tuple(dict.fromkeys(phrase for unit in words for phrase in unit.values()))
            self._unit_phrases[tag] = found
        return found

    @cached_property
    def _unit_phrases(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _passages(self) -> dict[Key, tuple[Passage, ...]]:
        return {}

    @cached_property
    def _changes(self) -> dict[Key, Changes]:
        return {}

    @cached_property
    def _blocks(self) -> dict[str, tuple[Block, ...]]:
        return {}

    @cached_property
    def _figures(self) -> dict[tuple[str, str, str], Figure]:
        return {}


def _reading_order(sheet: Sheet) -> tuple[bool, bool, object, str]:
    return (sheet.path != "index", sheet.order is None, sheet.order or 0, sheet.path)
