"""What tables, their rows and columns are called in each language, and which names are missing."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from factsheet.content.model import ColumnGroup, Language, MetricWords, TableWords
from factsheet.content.tables.cells import shape_of
from factsheet.content.targets import EVERY, CellTarget, Question
from factsheet.core.codes import report
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass, field
from factsheet.core.suggest import nearest
from factsheet.l10n import cldr, names, numbers
from factsheet.site.tabulating import DataTable

_CODE: Final = 3
"""How many letters a code has at the most."""

_SHOWN: Final = {">=": "\u2265", "<=": "\u2264", "!=": "\u2260"}
"""The signs of a condition as readers know them."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and the language that it is in."""

    text: str
    language: str


@dataclass(frozen=True)
class Wordings:
    """What a table and its rows and columns are called in one language; the reference's words where it has none."""

    table: DataTable
    language: Language
    own: TableWords | None
    fallback: TableWords | None
    reference: str
    _known: dict[tuple[str, str], Said] = field(default_factory=dict)

    def text(self, key: str) -> Said | None:
        """The title, the summary or the label of the table."""
        for words, tag in ((self.own, self.language.tag), (self.fallback, self.reference)):
            found = getattr(words, key) if words else None
            if found:
                return Said(found, tag)
        return None

    def row(self, key: str) -> Said:
        """The name of a row: its own, CLDR's, that of the reference, or what the file calls it."""
        return self._once("row", key)

    def column(self, key: str) -> Said:
        """What stands above a column."""
        return self._once("column", key)

    def meant(self, name: str, keys: Collection[str]) -> str | None:
        """The row or column, of some, that readers see under a name, or that has one close to it."""
        shown = {said(key).text.casefold(): key for said in (self.row, self.column) for key in keys}
        return shown.get(name.casefold()) or nearest(name, keys)

    @property
    def groups(self) -> tuple[ColumnGroup, ...]:
        """The groups of columns, as the reference language declares them."""
        return self.fallback.groups if self.fallback else ()

    def group(self, group: ColumnGroup) -> Said:
        """What stands above a group of columns."""
        own = next((one.title for one in self.own.groups if one.id == group.id), None) if self.own else None
        return Said(own, self.language.tag) if own else Said(group.title or group.id, self.reference)

    def mark(self, mark: str) -> Said | None:
        """What a mark for a missing value means."""
        return self._entry("missing", mark, "words")

    def of(self, one: CellTarget | Question) -> MetricWords:
        """The words of a cell or of an answer, as of a metric."""
        title, condition = self.text("title"), one.condition if isinstance(one, Question) else None
        parts = [title.text] if title else []
        parts += [self.row(one.row).text] if one.row != EVERY else []
        columns = [one.other, one.column] if isinstance(one, Question) and one.other else [one.column]
        parts += [" \u2013 ".join(self.column(column).text for column in columns)] if one.column != EVERY else []
        label, unit = " \u00b7 ".join(parts), self._unit(self.own, one.column)
        if condition is not None:
            number = numbers.decimal(self.language.numbers, condition.number).text
            label = f"{label} {_SHOWN.get(condition.sign, condition.sign)} {number}"
            unit = self.own.unit if self.own else None
        elif isinstance(one, Question) and one.name not in {"max", "min"}:
            unit = None
        return MetricWords(id=str(one), label=label, unit=unit, place=self.table.declared.place)

    def unit(self, column: str) -> Mapping[str, str] | None:
        """The phrases of a column in the language."""
        return self._unit(self.own, column)

    def _unit(self, words: TableWords | None, column: str) -> Mapping[str, str] | None:
        found = words.columns.get(column) if words else None
        return found.unit if found else None

    def _once(self, what: str, key: str) -> Said:
        if (found := self._known.get((what, key))) is None:
            found = self._known[what, key] = self._row(key) if what == "row" else self._column(key)
        return found

    def _row(self, key: str) -> Said:
        tag, loc, kind = self.language.tag, self.language.numbers, self.table.declared.names
        own = self.own.rows.get(key) if self.own else None
        if own is not None:
            return Said(own.words, tag)
        common = names.name(kind, key, loc) if kind else names.moment(key, loc)
        if common:
            return Said(cldr.capitalised(loc, common), tag)
        return self._entry("rows", key, "words") or Said(key, tag)

    def _column(self, key: str) -> Said:
        tag, loc = self.language.tag, self.language.numbers
        own = self.own.columns.get(key) if self.own else None
        if own is not None and own.label:
            return Said(own.label, tag)
        if common := names.moment(key, loc):
            return Said(common, tag)
        return self._entry("columns", key, "label") or Said(key, tag)

    def _entry(self, section: str, key: str, word: str) -> Said | None:
        for words, tag in ((self.own, self.language.tag), (self.fallback, self.reference)):
            entry = getattr(words, section).get(key) if words else None
            found = getattr(entry, word) if entry else None
            if found:
                return Said(found, tag)
        return None


def unknown_rows(table: DataTable, words: TableWords | None, language: Language) -> list[str]:
    """Give the rows that CLDR has no name for, where their names are to come from there."""
    kind, loc = table.declared.names, language.numbers
    rows = table.grid.rows if kind else ()
    return [key for key in rows if names.name(kind, key, loc) is None and not (words and key in words.rows)]


def unnamed_rows(table: DataTable, words: TableWords | None, language: Language) -> Iterator[Problem]:
    """Report rows that CLDR has no name for, where their names are to come from there."""
    kind = table.declared.names
    rows, unknown = table.grid.rows, unknown_rows(table, words, language)
    locs = (language.numbers, cldr.locale("en"))
    meant = {key: names.key_of(kind, key, locs) for key in unknown}
    if len(unknown) == len(rows) > 1 and not any(meant.values()):
        values = {"name": unknown[0], "table": table.declared.id, "names": kind}
        yield report("D119", rows[unknown[0]], variant="none", **values)
        return
    for key in unknown:
        near = meant.get(key)
        if near is None and len(key) > _CODE:  # codes are one letter from another
            near = nearest(key, names.known(kind))
        yield report("D119", rows[key], near=near, name=key, table=table.declared.id, names=kind)


def unnamed_columns(table: DataTable, words: TableWords | None, language: Language) -> Iterator[Problem]:
    """Report columns that no language gives a name, although they are no time, which each language writes."""
    for key in table.grid.columns:
        own = words.columns.get(key) if words else None
        if not (own and own.label) and any(map(str.isalpha, key)) and names.moment(key, language.numbers) is None:
            place = own.place if own else table.declared.place_of("columns")
            variant = "dated" if shape_of(key, ".") == "dated" else ""
            yield report("D131", place, variant=variant, name=key, table=table.declared.id)


def needs_names(table: DataTable) -> bool:
    """Whether the names of the rows are words of one language, which others must give too."""
    timeless = (key for key in table.grid.rows if names.moment_of(key) is None)
    return not table.declared.names and any(any(map(str.isalpha, key)) for key in timeless)
