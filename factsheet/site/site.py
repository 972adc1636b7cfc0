"""The whole site as values: languages, sheets, catalogues and figures, ready to be asked questions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from factsheet.content.archives import Archives
from factsheet.content.catalogs import Wanted
from factsheet.content.model import Language, Metric, Sheet, Value
from factsheet.content.passages import TextBlock, mentions, passages
from factsheet.content.sheets.headers import in_reading_order
from factsheet.content.sheets.store import Sheets, Texts
from factsheet.content.targets import anchor_of, block_of, sheet_and_name
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass, field, replace
from factsheet.site.cells import SheetFigures
from factsheet.site.receipts import Receipt
from factsheet.site.translations import Changes, LockEntry, TranslationBlock, blocks, compare

Key = tuple[str, str]
"""A sheet: its language and its path."""


@dataclass(frozen=True, kw_only=True)
class Site(SheetFigures):
    """Everything that was read, and the answers that follow from it; nothing here reads a file."""

    drafts: Sheets
    """The sheets that are not shown yet."""
    lock: Mapping[str, LockEntry]
    """What translations.lock says of each translated file."""
    receipts: Mapping[str, Receipt]
    """What proofs.lock says of each figure: which quote was found in a text that may not be at hand."""
    archives: Archives
    """The archived texts of sources that are at hand, by their path as a sheet names it."""
    day: date | None
    """The day on which `recheck_by` is judged; None where nobody asks."""
    _memo: "_Memo" = field(default_factory=lambda: _Memo())  # noqa: PLW0108 - the class comes below
    only: frozenset[str] = frozenset()
    """The languages to publish; all of them where none is named."""
    templates: Mapping[str, bytes]
    assets: Mapping[str, bytes]
    wanted_messages: Callable[[], tuple[Sequence[Wanted], Sequence[Problem]]]
    """Tells what templates ask of catalogues, and which templates cannot be read: this takes a while."""

    @cached_property
    def messages(self) -> Mapping[tuple[str, str], str]:
        """What templates ask of catalogues: context and msgid to the place that asks first."""
        return {message.key: message.places[0] for message in self.wanted_messages()[0]}

    @property
    def today(self) -> date | None:
        """The day on which `recheck_by` is judged, noted as asked for."""
        self.tracer.note("today")
        return self.day

    @cached_property
    def reference(self) -> Language:
        """The language that declares the values."""
        return next(language for language in self.languages if language.tag == self.settings.reference)

    @cached_property
    def published(self) -> tuple[Language, ...]:
        """The languages that are published."""
        return tuple(language for language in self.languages if not self.only or language.tag in self.only)

    @property
    def paths(self) -> tuple[str, ...]:
        """The sheets of the reference language in reading order: `order`, then path, the front page first."""
        if self.sheets.focus is not None:
            path = self.sheets.focus
            return (path,) if (self.settings.reference, path) in self.sheets else ()
        return self.every_path

    @property
    def every_path(self) -> tuple[str, ...]:
        """All paths, also where the site is looked at one sheet at a time."""
        found = self._memo.paths or tuple(self.tracer.task("paths", self.list_paths))
        self._memo.paths = found
        self.tracer.note("paths")
        return found

    def list_paths(self) -> list[str]:
        """The work `paths`."""
        tag = self.settings.reference
        sheets = self.sheets.focused(None)
        return in_reading_order({path: sheets.order((own, path)) for own, path in sheets if own == tag})

    def focused(self, path: str) -> "Site":
        """The site as seen from one sheet: that sheet is listed alone, others are found when asked for."""
        sheets = self.sheets.focused(path)
        return replace(self, sheets=sheets, drafts=self.drafts.focused(path), prose=Texts(sheets=sheets))

    def translations(self, path: str) -> Iterator[Sheet]:
        """The sheet in the other languages, where it has been written."""
        for language in self.languages:
            sheet = self.sheet(language.tag, path)
            if sheet is not None and language.tag != self.settings.reference:
                yield sheet

    def shown(self, tag: str, path: str) -> Sheet | None:
        """The sheet whose text a reader of the language sees: its own, the reference's, or none."""
        shown = self.shown_as(tag, path)
        return None if shown is None else self.sheets[shown, path]

    def is_shown(self, tag: str, path: str) -> bool:
        """Whether a reader of the language sees anything of the sheet; asks for less than `shown`."""
        return self.shown_as(tag, path) is not None

    def shown_as(self, tag: str, path: str) -> str | None:
        """The language in which a reader of another sees the sheet; asks for less than `shown`."""
        if (tag, path) in self.sheets:
            return tag
        is_left_out = self.settings.fallback == "omit" or (self.settings.reference, path) not in self.sheets
        return None if is_left_out else self.settings.reference

    def slug(self, tag: str, path: str) -> str | None:
        """The slug of the sheet that a reader of a language sees; asks for less than `shown`."""
        shown = self.shown_as(tag, path)
        return None if shown is None else self.sheets.slug((shown, path))

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
        original = self.original(path)
        return self.once(path, ("changes", tag), lambda: compare(entry, self.blocks(original)))

    def blocks(self, sheet: Sheet) -> tuple[TranslationBlock, ...]:
        """The blocks of a sheet as its translators see them."""
        return self.once(sheet.path, ("blocks", sheet.language), lambda: blocks(sheet))

    def passages(self, tag: str, path: str) -> tuple[TextBlock, ...]:
        """The texts of a sheet in a language; raises KeyError where it has not been written."""
        sheet = self.sheets[tag, path]
        prose = self.prose[tag, path]
        return self.once(path, ("passages", tag), lambda: passages(sheet, prose))

    def anchors(self, tag: str, path: str) -> list[str]:
        """The ids on a sheet's page that links may lead to: all that other sheets ask of its body."""
        return self.tracer.task(f"anchors {tag} {path}", lambda: self.list_anchors(tag, path))

    def list_anchors(self, tag: str, path: str) -> list[str]:
        """The work `anchors`: headings and other elements of the text in their order, and figures."""
        if (sheet := self.sheet(tag, path)) is None:
            return []
        prose = self.prose[tag, path]
        names = [reference.target for text in sheet.texts() for reference in mentions(text)]
        names += [reference.target for reference in prose.references if not reference.in_code]
        original = self.original(path) if (self.settings.reference, path) in self.sheets else None
        figures, tables = (original.metrics, original.tables) if original else ((), ())
        own = (sheet_and_name(name)[1] for name in names if not block_of(name))
        return [*dict.fromkeys((*prose.ids, *sorted({*figures, *map(anchor_of, own), *tables})))]

    def literals(self, tag: str, path: str) -> tuple[str, ...]:
        """The digits that are names: those of the reference sheet for all languages, its own, and the site's terms."""
        sheets = [sheet for one in (self.settings.reference, tag) if (sheet := self.sheet(one, path))]
        own = (texts for sheet in sheets for texts in (sheet.literals, sheet.terms))
        return tuple(dict.fromkeys(text for texts in (*own, self.settings.terms) for text in texts))

    def classes(self, tag: str, path: str) -> Mapping[str, tuple[str, ...]]:
        """The classes of age or size in the words of a language: those of the site, and those of the sheet."""
        sheet = self.sheet(tag, path)
        shared = {name: words[tag] for name, words in self.settings.classes.items() if tag in words}
        return {**shared, **(sheet.classes if sheet else {})}

    def no_figures(self, tag: str, path: str) -> tuple[str, ...]:
        """The texts whose digits are no figures in a language: names, and classes of age or size."""
        classes = self.classes(tag, path)
        return (*self.literals(tag, path), *(text for texts in classes.values() for text in texts))

    @cached_property
    def metrics_by_value(self) -> dict[Value, list[tuple[str, Metric]]]:
        """The metrics at hand by their values, each with the path of its sheet, in reading order."""
        found: dict[Value, list[tuple[str, Metric]]] = {}
        for path in self._at_hand():
            for metric in self.original(path).metrics.values():
                found.setdefault(metric.value, []).append((path, metric))
        return found

    @property
    def everywhere(self) -> "Site":
        """The site with all its sheets, for what cannot be answered from a sheet and those it refers to."""
        self.tracer.note("everything")
        if self._memo.everywhere is None:
            self._memo.everywhere = replace(self, sheets=self.sheets.focused(None))
        return self._memo.everywhere

    def forget(self, path: str) -> None:
        """Let go of what has been worked out for a sheet; it is worked out again where it is asked for again."""
        self.sheets.forget(path)
        self.drafts.forget(path)
        self._kept.pop(path, None)

    def phrases(self, tag: str) -> tuple[tuple[str, str], ...]:
        """What units, labels and `nouns` of the metrics at hand say in a language, each with the `path/id` of it."""
        if (focus := self.sheets.focus) is None:
            return self._phrases(tag)
        return self.once(focus, ("phrases", tag), lambda: self._phrases(tag))

    def _phrases(self, tag: str) -> tuple[tuple[str, str], ...]:
        sheets = ((path, self.sheet(tag, path)) for path in self._at_hand())
        words = ((path, one) for path, sheet in sheets if sheet for one in sheet.words.values())
        texts = ((f"{path}/{one.id}", (*(one.unit or {}).values(), one.label, *one.nouns)) for path, one in words)
        return tuple((name, text) for name, every in texts for text in every if text)

    def _at_hand(self) -> tuple[str, ...]:
        """The sheets that are listed, and those to which their texts refer."""
        if self.sheets.focus is None:
            return self.paths
        targets = {sheet_and_name(ref.target)[0] for key in self.sheets for ref in self.prose[key].references}
        known = {path for path in targets if (self.settings.reference, path) in self.sheets}
        return (*self.paths, *sorted(known - set(self.paths)))


@dataclass(slots=True)
class _Memo:
    """What has been worked out already; shared by all views of one site."""

    paths: tuple[str, ...] = ()
    everywhere: Site | None = None
