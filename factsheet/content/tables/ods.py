"""Workbooks of LibreOffice (ODF 1.3, part 3): values as they were saved."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from factsheet.content.tables.dialect import CsvField
from factsheet.content.tables.sheets import MOST_HELD, PERCENT, TEXT, Book, Overfull, Sheet, local, parse, shown_number
from factsheet.core.patterns import regex

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_RANGE: Final = regex(r"\$?(?:'((?:[^']|'')+)'|([^'.]+))\.(\$?[A-Z]{1,3}\$?[0-9]+):\.?(\$?[A-Z]{1,3}\$?[0-9]+)")
_MIDNIGHT: Final = "T00:00:00"
_NUMBERS: Final = frozenset(("float", "currency", "percentage"))


def read_ods(members: Mapping[str, bytes]) -> Book:
    """Read a workbook from its members; raises Damaged and KeyError."""
    reading = _Reading()
    parse(members["content.xml"], reading.set_up)
    return Book(names=tuple(reading.sheets), ranges=reading.ranges, sheet=reading.sheets.__getitem__)


class _Reading:
    """One pass over the content of a workbook."""

    def __init__(self) -> None:
        self.sheets: dict[str, Sheet] = {}
        self.ranges: dict[str, tuple[str, str]] = {}
        self._rows: dict[int, dict[int, CsvField]] = {}
        self._row = self._column = self._repeated = self._paragraphs = 0
        self._given: Mapping[str, str] = {}
        self._text: list[str] = []
        self._is_cell, self._notes, self._held = False, 0, 0

    def set_up(self, parser: "XMLParserType") -> None:
        """Have the parser tell of elements and texts."""
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        tag, given = local(tag), {local(key): value for key, value in attributes.items()}
        if tag == "table":
            self._rows = {}
            self.sheets[given.get("name", "")] = self._rows
            self._row = 0
        elif tag == "table-row":
            self._repeated = int(given.get("number-rows-repeated", "1"))
            self._row, self._column = self._row + 1, 0
        elif tag in {"table-cell", "covered-table-cell"}:
            self._given, self._is_cell, self._text, self._paragraphs = given, True, [], 0
        elif tag == "annotation":
            self._notes += 1
        elif tag == "p" and self._is_cell and not self._notes:
            self._paragraphs += 1
            if self._paragraphs > 1:
                self._text.append(" ")
        elif tag == "s" and self._is_cell:
            self._text.append(" " * min(int(given.get("c", "1")), 100))
        elif tag == "named-range":
            self._name(given)

    def _name(self, given: Mapping[str, str]) -> None:
        found = _RANGE.fullmatch(given.get("cell-range-address", ""))
        if found:
            sheet = (found[1] or found[2]).replace("''", "'")
            self.ranges[given.get("name", "")] = sheet, f"{found[3]}:{found[4]}".replace("$", "")

    def _data(self, data: str) -> None:
        if self._is_cell and self._paragraphs and not self._notes:
            self._text.append(data)

    def _end(self, tag: str) -> None:
        tag = local(tag)
        if tag == "annotation":
            self._notes -= 1
        elif tag in {"table-cell", "covered-table-cell"}:
            self._is_cell = False
            repeated = int(self._given.get("number-columns-repeated", "1"))
            text, marked = self._cell()
            if text:
                self._count(repeated)
                cells = self._rows.setdefault(self._row, {})
                places = range(self._column + 1, self._column + 1 + repeated)
                cells.update({at: CsvField(text, self._row, at, marked=marked) for at in places})
            self._column += repeated
        elif tag == "table-row":
            self._repeat()

    def _repeat(self) -> None:
        """A row that stands there several times; such are mostly empty, and there are a million of them."""
        held = self._rows.get(self._row)
        for row in range(self._row + 1, self._row + self._repeated) if held else ():
            self._count(len(held or ()))
            self._rows[row] = {at: CsvField(one.text, row, at, marked=one.marked) for at, one in (held or {}).items()}
        self._row += self._repeated - 1

    def _count(self, more: int) -> None:
        self._held += more
        if self._held > MOST_HELD:
            raise Overfull

    def _cell(self) -> tuple[str, str]:
        """What a cell shows, and what marks it."""
        text, value_type = "".join(self._text).strip(" "), self._given.get("value-type", "")
        value = self._given.get("value")
        if value_type in _NUMBERS and value is not None and not text.startswith(("#", "Err:")):
            is_percent = value_type == "percentage"
            return shown_number(value, is_percent=is_percent), PERCENT if is_percent else ""
        if value_type == "date":
            return self._given.get("date-value", "").removesuffix(_MIDNIGHT), ""
        is_error = text.startswith(("#", "Err:"))
        return text, TEXT if value_type == "string" and not is_error else ""
