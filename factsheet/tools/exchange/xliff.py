"""Units as XLIFF 2.0 and 1.2 (OASIS): a file for each sheet, figures as `ph` elements that may not be lost."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from itertools import chain, count, groupby
from typing import Final

from factsheet.content.model import Language
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass, field
from factsheet.files.documents import DeclaresType, xml_parser
from factsheet.outputs.artifacts import quoteattr
from factsheet.tools.exchange.units import PLACEHOLDER, ExchangeUnit, Imported, note

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:2.0"
OLD_NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:1.2"
_NAMESPACES: Final = (NAMESPACE, OLD_NAMESPACE)
_DONE: Final = frozenset({"translated", "reviewed", "signed-off", "final"})
_UNCONFIRMED: Final = ("initial", "new", "needs-")
"""How states of a target begin that its translator has not confirmed (XLIFF 2.0, section 4.3.1.30; 1.2, section 3)."""


def to_xliff(units: Iterable[ExchangeUnit], language: Language, reference: Language) -> str:
    """Write the units of a language as XLIFF 2.0."""
    root = {"xmlns": NAMESPACE, "version": "2.0", "srcLang": reference.tag, "trgLang": language.tag}
    files = (
        _element("file", {"id": f"f{number}", "original": path, "xml:space": "preserve"}, lines)
        for number, (path, lines) in enumerate(_files(units, _unit), start=1)
    )
    return _document(root, files)


def to_old_xliff(units: Iterable[ExchangeUnit], language: Language, reference: Language) -> str:
    """Write the units of a language as XLIFF 1.2, which OmegaT, Trados, memoQ and translate-toolkit read."""
    tags = {"source-language": reference.tag, "target-language": language.tag, "datatype": "plaintext"}
    files = (
        _element("file", {"original": path, **tags}, _element("body", {}, lines))
        for path, lines in _files(units, _old_unit)
    )
    return _document({"version": "1.2", "xmlns": OLD_NAMESPACE}, files)


def _files(
    units: Iterable[ExchangeUnit], write: Callable[[ExchangeUnit, int], Iterator[str]]
) -> Iterator[tuple[str, Iterator[str]]]:
    """The path of each file that originals stand in, and the lines of its units."""
    for _, group in groupby(units, key=lambda unit: unit.path):
        members = list(group)
        yield members[0].place.path, chain.from_iterable(map(write, members, count(1)))


def _document(root: Mapping[str, str], files: Iterable[Iterator[str]]) -> str:
    lines = _element("xliff", root, chain.from_iterable(files))
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *lines, ""])


def _element(name: str, attributes: Mapping[str, str], content: Iterable[str]) -> Iterator[str]:
    """The lines of an element around those of its content."""
    yield f"<{name}{_written(attributes)}>"
    yield from (f"  {line}" for line in content)
    yield f"</{name}>"


def _line(name: str, attributes: Mapping[str, str], content: str) -> str:
    """An element in one line, around content that is XML already."""
    return f"<{name}{_written(attributes)}>{content}</{name}>"


def _written(attributes: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())


def _notes(unit: ExchangeUnit, attribute: str, description: str) -> list[str]:
    """What the text is and where its original stands, each named by the value of an attribute."""
    return [
        _line("note", {attribute: description}, escape(note(unit), quote=False)),
        _line("note", {attribute: "location"}, escape(f"{unit.place.path}:{unit.place.line}", quote=False)),
    ]


def _unit(unit: ExchangeUnit, rank: int) -> Iterator[str]:
    data: list[str] = []
    source, target = (_content(text, data, _placeholder) for text in (unit.source, unit.target))
    content = [*_element("notes", {}, _notes(unit, "category", "description"))]
    if data:
        written = (
            _line("data", {"id": f"d{index}"}, escape(text, quote=False)) for index, text in enumerate(data, start=1)
        )
        content += _element("originalData", {}, written)
    state = "translated" if target and not unit.stale else "initial"
    sides = [_line("source", {}, source), *([_line("target", {}, target)] if target else ())]
    content += _element("segment", {"id": "s1", "state": state}, sides)
    return _element("unit", {"id": f"u{rank}", "name": unit.name}, content)


def _old_unit(unit: ExchangeUnit, rank: int) -> Iterator[str]:
    data: list[str] = []
    source, target = (_content(text, data, _old_placeholder) for text in (unit.source, unit.target))
    state = "needs-translation" if unit.stale else "translated"
    sides = [_line("source", {}, source), *([_line("target", {"state": state}, target)] if target else ())]
    names = {"id": f"u{rank}", "resname": unit.name, "xml:space": "preserve"}
    return _element("trans-unit", names, [*sides, *_notes(unit, "from", "developer")])


def _placeholder(number: int, name: str, written: str) -> str:
    protected = {"id": f"{number}", "canCopy": "no", "canDelete": "no", "dataRef": f"d{number}"}
    return f"<ph{_written({**protected, 'equiv': name, 'disp': written})}/>"


def _old_placeholder(number: int, _name: str, written: str) -> str:
    return _line("ph", {"id": f"{number}"}, escape(written, quote=False))


def _content(text: str, data: list[str], write: Callable[[int, str, str], str]) -> str:
    """Write a text with its figures as `ph`; equal figures of source and target share their id.

    `write` is given the number of a placeholder, its name, and how it is written in the sheet.
    """
    parts: list[str] = []
    position, used = 0, []
    for match in PLACEHOLDER.finditer(text):
        parts.append(escape(text[position : match.start()], quote=False))
        position = match.end()
        name = match[1] or match[2]
        written = "{n}" if match[2] else f"{{{{ {name} }}}}"
        index = next((at for at, known in enumerate(data) if known == written and at not in used), len(data))
        if index == len(data):
            data.append(written)
        used.append(index)
        parts.append(write(index + 1, name, written))
    return "".join([*parts, escape(text[position:], quote=False)])


class _Fault(Exception):
    """Says what is wrong with the file at the line at hand."""


@dataclass(slots=True)
class _OpenUnit:
    name: str
    line: int
    data: dict[str, str] = field(default_factory=dict)
    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)
    """The figures of the source, by the ids of their placeholders."""
    state: str = ""
    confirmed: bool = True
    fault: str = ""
    lines: dict[str, list[int]] = field(default_factory=lambda: {"source": [], "target": []})
    """Where the texts of its segments begin."""


class _Reader:
    """One pass over the XML."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.begun = False
        self.language = ""
        self.found: list[Imported] = []
        self.unit: _OpenUnit | None = None
        self.sink: list[str] | None = None
        self.data_id = ""
        self.open_id = ""
        self.begun_at = 0
        self.outside = 0
        self.parser = xml_parser("utf-8", " ")  # whatever the file says that it was: it has been decoded
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def read(self, text: str) -> None:
        from xml.parsers.expat import ExpatError

        try:
            self.parser.Parse(text.encode("utf-8"), True)  # noqa: FBT003 - expat takes no keywords
        except ExpatError as error:
            reason = re.sub(r": line [0-9]+, column [0-9]+$", "", str(error))
            raise _Fault(reason) from error
        except DeclaresType as error:
            message = "a document type declaration is not allowed"
            raise _Fault(message) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, element = name.rpartition(" ")
        if not self.begun and (namespace not in _NAMESPACES or element != "xliff"):
            message = "this is not a file of XLIFF 1.2 or 2"
            raise _Fault(message)
        self.begun = True
        if self.outside or namespace not in _NAMESPACES or element in {"alt-trans", "ignorable"}:
            self.outside += 1
            if self.sink is not None and self.unit:
                self.unit.fault = f"<{element}> stands in the text"
            return
        if element in {"xliff", "file"}:
            self.language = attributes.get("trgLang") or attributes.get("target-language") or self.language
        elif element in {"unit", "trans-unit"}:
            name = attributes.get("resname" if element == "trans-unit" else "name", "")
            self.unit = _OpenUnit(name, self.parser.CurrentLineNumber)
        elif self.unit is not None:
            self._inside(element, attributes, self.unit)

    def _inside(self, element: str, attributes: dict[str, str], unit: _OpenUnit) -> None:
        if element == "data":
            self.data_id = attributes.get("id", "")
            self.sink = []
        elif element in {"source", "segment", "target"}:
            if element != "source":
                unit.state = attributes.get("state", unit.state)
                unit.confirmed &= not unit.state.startswith(_UNCONFIRMED)
            if element != "segment":
                self._begin(unit.lines[element], unit.source if element == "source" else unit.target)
        elif self.sink is not None and element in {"ph", "x"}:
            self.open_id, self.begun_at = attributes.get("id", ""), len(self.sink)
            known = unit.data.get(attributes.get("dataRef") or f"d{self.open_id}")
            self.sink.append(known or unit.known.get(self.open_id) or "")
        elif self.sink is not None and element != "mrk":
            unit.fault = f"<{element}> stands in the text"

    def _begin(self, lines: list[int], sink: list[str]) -> None:
        """Read a text: of a unit in several segments, each goes on behind the one before it."""
        lines.append(self.parser.CurrentLineNumber)
        if sink and not sink[-1].endswith((" ", "\n")):
            sink.append(" ")
        self.sink = sink

    def _end(self, name: str) -> None:
        element = name.rpartition(" ")[2]
        unit = self.unit
        if self.outside or unit is None:
            self.outside -= bool(self.outside)
            return
        if self.sink is not None and element in {"ph", "x"}:
            self._close_placeholder(unit, self.sink)
        if element == "data" and self.sink is not None:
            unit.data[self.data_id] = "".join(self.sink)
            self.sink = None
        elif element in {"source", "target"}:
            self.sink = None
        elif element in {"unit", "trans-unit"}:
            self._close(unit)
            self.unit = None

    def _close_placeholder(self, unit: _OpenUnit, sink: list[str]) -> None:
        """End a placeholder: what stands in it is what it stands for (1.2), else its id says so, as `{{ #1 }}`."""
        known, *given = sink[self.begun_at :]
        text = "".join(given) or known or (f"{{{{ #{self.open_id} }}}}" if sink is unit.source else "")
        sink[self.begun_at :] = [text]
        unit.known.setdefault(self.open_id, text)
        unit.fault = unit.fault or ("" if text else "a placeholder is not known")

    def _close(self, unit: _OpenUnit) -> None:
        target, lines = "".join(unit.target), unit.lines
        if (is_empty := not target.strip(" \t\r\n")) and unit.state in _DONE:
            unit.fault = f"it is empty, and its state is `{unit.state}`"
        elif not is_empty and len(lines["target"]) < len(lines["source"]):
            unit.fault = unit.fault or "one of its segments has no translation"
        self.found.append(
            Imported(
                name=unit.name,
                source="".join(unit.source),
                target=target,
                fault=unit.fault,
                place=Place(self.path, (lines["target"] or [unit.line])[-1]),
                confirmed=unit.confirmed and not unit.fault and not is_empty,
                source_line=(lines["source"] or [unit.line])[0],
            )
        )

    def _text(self, text: str) -> None:
        if self.sink is not None and not self.outside:
            self.sink.append(text)


_BARE = regex(r"&(?!#?\w+;)")
_ENTITY = regex(r"&(?!amp;|lt;|gt;|quot;|apos;)[A-Za-z]\w*;")
_CUT_SHORT = ("no element found", "unclosed token", "unclosed CDATA section")  # what the parser says of a file's end


def from_xliff(path: str, text: str) -> tuple[str, list[Imported], list[Problem]]:
    """Read a file back: its language's tag and its translations."""
    reader = _Reader(path)
    try:
        reader.read(text)
    except _Fault as fault:
        return reader.language, [], [_unread(path, text, reader.parser.CurrentLineNumber or 1, str(fault))]
    return reader.language, reader.found, []


def _unread(path: str, text: str, number: int, reason: str) -> Problem:
    """The finding for a file that cannot be read from a line on."""
    line = "".join(text.split("\n")[number - 1 : number])
    pattern, kind = (_ENTITY, "entity") if "entity" in reason else (_BARE, "sign")
    variant = kind if (found := pattern.search(line)) else "short" if reason in _CUT_SHORT else ""
    said = {"reason": "it ends in the middle" if variant == "short" else reason, "text": found[0] if found else ""}
    return report("T630", Place(path, number, found.start() + 1 if found else 1), variant=variant, **said)
