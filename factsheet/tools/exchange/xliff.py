"""Units as XLIFF 2.0 and 1.2 (OASIS): a file for each sheet, figures as `ph` elements that may not be lost."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Final

from factsheet.content.model import Language
from factsheet.files.xml_text import DeclaresType, escape, quoteattr, xml_parser
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.records import dataclass, field
from factsheet.tools.exchange.po import Imported, note
from factsheet.tools.exchange.units import PLACEHOLDER, ExchangeUnit

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:2.0"
OLD_NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:1.2"
_NAMESPACES: Final = (NAMESPACE, OLD_NAMESPACE)
_UNCONFIRMED: Final = frozenset({"initial", "new", "needs-translation", "needs-adaptation", "needs-l10n"})
"""The states of a target that its translator has not confirmed (XLIFF 2.0, section 4.3.1.30; 1.2, section 3)."""

_INDENT = "  "


def to_xliff(units: Iterable[ExchangeUnit], language: Language, reference: Language) -> str:
    """Write the units of a language."""
    tags = f"srcLang={quoteattr(reference.tag)} trgLang={quoteattr(language.tag)}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE}" version="2.0" {tags}>',
    ]
    for number, (path, group) in enumerate(groupby(units, key=lambda unit: unit.path), start=1):
        members = list(group)
        original = members[0].place.path
        lines.append(f'{_INDENT}<file id="f{number}" original={quoteattr(original)} xml:space="preserve">')
        for rank, unit in enumerate(members, start=1):
            lines.extend(f"{_INDENT * 2}{line}" for line in _unit(unit, rank, path))
        lines.append(f"{_INDENT}</file>")
    return "\n".join([*lines, "</xliff>", ""])


def to_old_xliff(units: Iterable[ExchangeUnit], language: Language, reference: Language) -> str:
    """Write the units of a language as XLIFF 1.2, which OmegaT, Trados, memoQ and translate-toolkit read."""
    tags = f"source-language={quoteattr(reference.tag)} target-language={quoteattr(language.tag)}"
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<xliff version="1.2" xmlns="{OLD_NAMESPACE}">']
    for path, group in groupby(units, key=lambda unit: unit.path):
        members = list(group)
        original = quoteattr(members[0].place.path)
        lines.append(f'{_INDENT}<file original={original} {tags} datatype="plaintext">')
        lines.append(f"{_INDENT * 2}<body>")
        for rank, unit in enumerate(members, start=1):
            lines.extend(f"{_INDENT * 3}{line}" for line in _old_unit(unit, rank, path))
        lines += [f"{_INDENT * 2}</body>", f"{_INDENT}</file>"]
    return "\n".join([*lines, "</xliff>", ""])


def _old_unit(unit: ExchangeUnit, rank: int, path: str) -> Iterator[str]:
    data: list[str] = []
    source = _content(unit.source, data, _old_placeholder)
    target = _content(unit.target, data, _old_placeholder) if unit.target else ""
    name = quoteattr(f"{path}#{unit.id}")
    yield f'<trans-unit id="u{rank}" resname={name} xml:space="preserve">'
    yield f"{_INDENT}<source>{source}</source>"
    if target:
        state = "needs-translation" if unit.stale else "translated"
        yield f'{_INDENT}<target state="{state}">{target}</target>'
    yield f'{_INDENT}<note from="developer">{escape(note(unit))}</note>'
    yield f'{_INDENT}<note from="location">{escape(unit.place.path)}:{unit.place.line}</note>'
    yield "</trans-unit>"


def _old_placeholder(number: int, _name: str, written: str) -> str:
    return f'<ph id="{number}">{escape(written)}</ph>'


def _placeholder(number: int, name: str, written: str) -> str:
    return (
        f'<ph id="{number}" canCopy="no" canDelete="no" dataRef="d{number}" '
        f"equiv={quoteattr(name)} disp={quoteattr(written)}/>"
    )


def _unit(unit: ExchangeUnit, rank: int, path: str) -> Iterator[str]:
    data: list[str] = []
    source = _content(unit.source, data)
    target = _content(unit.target, data) if unit.target else ""
    yield f'<unit id="u{rank}" name={quoteattr(f"{path}#{unit.id}")}>'
    yield f"{_INDENT}<notes>"
    yield f'{_INDENT * 2}<note category="description">{escape(note(unit))}</note>'
    yield f'{_INDENT * 2}<note category="location">{escape(unit.place.path)}:{unit.place.line}</note>'
    yield f"{_INDENT}</notes>"
    if data:
        yield f"{_INDENT}<originalData>"
        for index, text in enumerate(data, start=1):
            yield f'{_INDENT * 2}<data id="d{index}">{escape(text)}</data>'
        yield f"{_INDENT}</originalData>"
    state = "translated" if unit.target and not unit.stale else "initial"
    yield f'{_INDENT}<segment id="s1" state="{state}">'
    yield f"{_INDENT * 2}<source>{source}</source>"
    if target:
        yield f"{_INDENT * 2}<target>{target}</target>"
    yield f"{_INDENT}</segment>"
    yield "</unit>"


def _content(text: str, data: list[str], write: Callable[[int, str, str], str] = _placeholder) -> str:
    """Write a text with its figures as `ph`; equal figures of source and target share their id.

    `write` is given the number of a placeholder, its name, and how it is written in the sheet.
    """
    parts: list[str] = []
    position, used = 0, []
    for match in PLACEHOLDER.finditer(text):
        parts.append(escape(text[position : match.start()]))
        position = match.end()
        name = match[1] or match[2]
        written = "{n}" if match[2] else f"{{{{ {name} }}}}"
        index = next((at for at, known in enumerate(data) if known == written and at not in used), None)
        if index is None:
            data.append(written)
            index = len(data) - 1
        used.append(index)
        parts.append(write(index + 1, name, written))
    return "".join([*parts, escape(text[position:])])


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
    has_target: bool = False
    confirmed: bool = True
    fault: str = ""


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
        if self.outside or namespace not in _NAMESPACES or element == "alt-trans":
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
        elif element == "source":
            self.sink = unit.source
        elif element == "target":
            self.sink = unit.target
            unit.has_target = True
            unit.line = self.parser.CurrentLineNumber
            unit.confirmed &= attributes.get("state", "") not in _UNCONFIRMED
        elif element == "segment":
            unit.confirmed &= attributes.get("state", "") not in _UNCONFIRMED
        elif self.sink is not None and element in {"ph", "x"}:
            self.open_id, self.begun_at = attributes.get("id", ""), len(self.sink)
            known = unit.data.get(attributes.get("dataRef") or f"d{self.open_id}")
            self.sink.append(known or unit.known.get(self.open_id) or "")
        elif self.sink is not None and element != "mrk":
            unit.fault = f"<{element}> stands in the text"

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
        """End a placeholder: what stands in it is what it stands for (1.2), else its id says so (2.0)."""
        known, *given = sink[self.begun_at :]
        text = "".join(given) or known
        sink[self.begun_at :] = [text]
        unit.known.setdefault(self.open_id, text)
        unit.fault = unit.fault or ("" if text else "a placeholder is not known")

    def _close(self, unit: _OpenUnit) -> None:
        target = "".join(unit.target)
        if unit.has_target and target.strip(" \t\r\n"):
            self.found.append(
                Imported(
                    name=unit.name,
                    source="".join(unit.source),
                    target=f"\ufffd{unit.fault}" if unit.fault else target,
                    place=Place(self.path, unit.line),
                    confirmed=unit.confirmed,
                )
            )

    def _text(self, text: str) -> None:
        if self.sink is not None and not self.outside:
            self.sink.append(text)


def from_xliff(path: str, text: str) -> tuple[str, list[Imported], list[Problem]]:
    """Read a file back: its language's tag and its translations."""
    reader = _Reader(path)
    try:
        reader.read(text)
    except _Fault as fault:
        place = Place(path, max(1, reader.parser.CurrentLineNumber))
        return reader.language, [], [report("T630", place, reason=str(fault))]
    return reader.language, reader.found, []
