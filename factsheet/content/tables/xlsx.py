"""Workbooks of Excel (ECMA-376): values as they were saved, dates and percentages by the format of their cells."""

import posixpath
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from factsheet.content.tables import cells
from factsheet.content.tables.dialect import CsvField
from factsheet.core.patterns import regex

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_Start = Callable[[str, Mapping[str, str]], None]

_BOOK: Final = "xl/workbook.xml"
_PLACE: Final = regex(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NAMED: Final = regex(r"(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?[0-9]+:\$?[A-Z]{1,3}\$?[0-9]+)")
_UNREAD: Final = regex(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
"""Parts of a format that stand for themselves: texts, escaped signs, colours, widths."""

_BUILT_IN: Final = {9: "%", 10: "%", 14: "d", 15: "d", 16: "d", 17: "m", 22: "d"}
"""What the formats that every program knows show."""


def read_xlsx(members: Mapping[str, bytes]) -> cells.Book:
    """Read a workbook from its members; raises Damaged and KeyError."""
    outline = _Outline(_targets(members))
    _parse(members[_BOOK], outline.start, outline.end, outline.text)
    texts, forms = _texts(members.get("xl/sharedStrings.xml")), _forms(members.get("xl/styles.xml"))

    def sheet(name: str) -> cells.Sheet:
        return _Reading(texts, forms, from_1904=outline.from_1904).sheet(members[outline.names[name]])

    return cells.Book(names=tuple(outline.names), ranges=outline.ranges, sheet=sheet)


class _Outline:
    """What the workbook itself says: its sheets, its named ranges, and from when it counts days."""

    def __init__(self, targets: Mapping[str, str]) -> None:
        self._targets = targets
        self._named: list[str] | None = None
        self.names: dict[str, str] = {}
        self.ranges: dict[str, tuple[str, str]] = {}
        self.from_1904 = False

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Note a sheet, a setting, or the beginning of a name."""
        tag = cells.local(tag)
        if tag == "sheet":
            found = next((value for key, value in given.items() if cells.local(key) == "id" and " " in key), "")
            self.names[given["name"]] = self._targets[found]
        elif tag == "workbookPr":
            self.from_1904 = given.get("date1904") in {"1", "true"}
        elif tag == "definedName":
            self._named = [given.get("name", ""), ""]

    def text(self, data: str) -> None:
        """Gather what a name stands for."""
        if self._named is not None:
            self._named[1] += data

    def end(self, tag: str) -> None:
        """Keep a name that stands for a range of cells."""
        if cells.local(tag) == "definedName" and self._named is not None:
            if found := _NAMED.fullmatch(self._named[1]):
                self.ranges[self._named[0]] = (found[1] or found[2]).replace("''", "'"), found[3].replace("$", "")
            self._named = None


def _parse(
    data: bytes,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    def set_up(parser: "XMLParserType") -> None:
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text

    cells.parse(data, set_up)


def _nothing(_: str) -> None:
    """Leave out what is of no use."""


def _targets(members: Mapping[str, bytes]) -> dict[str, str]:
    """The members that the workbook refers to, by their ids."""
    found: dict[str, str] = {}

    def start(tag: str, given: Mapping[str, str]) -> None:
        if cells.local(tag) == "Relationship":
            target = given["Target"]
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
            found[given["Id"]] = path

    _parse(members["xl/_rels/workbook.xml.rels"], start, _nothing, _nothing)
    return found


def _texts(data: bytes | None) -> list[str]:
    """The texts that cells refer to by their number; what is said of pronunciation is left out."""
    found: list[str] = []
    state = {"reads": False, "skips": False}

    def start(tag: str, _given: Mapping[str, str]) -> None:
        tag = cells.local(tag)
        if tag == "si":
            found.append("")
        state["skips"] = state["skips"] or tag == "rPh"
        state["reads"] = tag == "t" and not state["skips"]

    def end(tag: str) -> None:
        state["reads"] = False
        state["skips"] = state["skips"] and cells.local(tag) != "rPh"

    def text(data: str) -> None:
        if state["reads"] and found:
            found[-1] += data

    if data is not None:
        _parse(data, start, end, text)
    return found


def _forms(data: bytes | None) -> list[str]:
    """What each style shows: `%`, a day as `d`, a month as `m`, a year as `y`; empty for other numbers."""
    codes: dict[int, str] = dict(_BUILT_IN)
    styles: list[str] = []
    state = {"inside": False}

    def start(tag: str, given: Mapping[str, str]) -> None:
        tag = cells.local(tag)
        if tag == "numFmt":
            codes[int(given["numFmtId"])] = _form(given.get("formatCode", ""))
        state["inside"] = tag == "cellXfs" or (state["inside"] and tag != "cellStyles")
        if tag == "xf" and state["inside"]:
            styles.append(codes.get(int(given.get("numFmtId", "0")), ""))

    def end(tag: str) -> None:
        if cells.local(tag) == "cellXfs":
            state["inside"] = False

    if data is not None:
        _parse(data, start, end, _nothing)
    return styles


def _form(code: str) -> str:
    plain = _UNREAD.sub("", code.partition(";")[0]).casefold()
    if "%" in plain:
        return "%"
    has_time = any(sign in plain for sign in "hs")
    if "d" in plain:
        return "d"
    if "y" in plain:
        return "m" if "m" in plain else "y"
    return "m" if "mmm" in plain and not has_time else ""


class _Reading:
    """One pass over a sheet."""

    def __init__(self, texts: list[str], forms: list[str], *, from_1904: bool) -> None:
        self._texts = texts
        self._forms = forms
        self._from_1904 = from_1904
        self._rows: dict[int, dict[int, CsvField]] = {}
        self._held = 0
        self._at = (0, 0)
        self._kind = self._form = ""
        self._value: list[str] = []
        self._reads = self._is_cell = self._has_formula = False

    def sheet(self, data: bytes) -> cells.Sheet:
        """Read the cells; raises Damaged."""
        _parse(data, self._start, self._end, self._text)
        return self._rows

    def _start(self, tag: str, given: Mapping[str, str]) -> None:
        tag = cells.local(tag)
        if tag == "row":
            self._at = int(given.get("r", self._at[0] + 1)), 0
        elif tag == "c":
            self._begin(given)
        elif tag == "f":
            self._has_formula = self._is_cell
        self._reads = self._is_cell and tag in {"v", "t"}

    def _begin(self, given: Mapping[str, str]) -> None:
        place = _PLACE.fullmatch(given.get("r", ""))
        row, column = self._at[0], self._at[1] + 1
        if place:
            row, column = int(place[2]), cells.column_number(place[1])
        self._at = row, column
        style = int(given.get("s", "0"))
        self._form = self._forms[style] if style < len(self._forms) else ""
        self._kind, self._is_cell, self._has_formula = given.get("t", "n"), True, False
        self._value = []

    def _text(self, data: str) -> None:
        if self._reads:
            self._value.append(data)

    def _end(self, tag: str) -> None:
        self._reads = False
        if cells.local(tag) == "c":
            self._is_cell = False
            field = self._field("".join(self._value))
            if field.text:
                self._rows.setdefault(field.line, {})[field.column] = field
                self._held += 1
                if self._held > cells.MOST_HELD:
                    raise cells.Overfull

    def _field(self, value: str) -> CsvField:
        row, column = self._at
        if not value:
            return CsvField("=" if self._has_formula else "", row, column)
        if self._kind == "s":
            if not (value.isdecimal() and int(value) < len(self._texts)):
                raise cells.Damaged
            value = self._texts[int(value)]
        if self._kind in {"s", "str", "inlineStr"}:
            return CsvField(value, row, column, marked=cells.TEXT)
        if self._kind != "n":
            return CsvField(value[:10] if self._kind == "d" and value[10:] in {"", "T00:00:00"} else value, row, column)
        if self._form == "%":
            return CsvField(cells.shown_number(value, is_percent=True), row, column, marked=cells.PERCENT)
        if self._form:
            return CsvField(cells.shown_day(value, self._form, from_1904=self._from_1904), row, column)
        return CsvField(cells.shown_number(value), row, column)
