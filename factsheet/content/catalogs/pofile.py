r"""The gettext .po format, read line by line and written back (GNU gettext manual, "The Format of PO Files").

Read without trust: a file that is not understood gives findings at its lines, and the entries that were. Of the
escapes, those that people and tools write are known: `\n`, `\t`, `\r`, `\"` and `\\`.
"""

import re
from collections.abc import Iterable, Iterator

from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass, field

MOST_FORMS = 6
"""The most plural forms a language of gettext has."""
MOST_REPORTED = 20
"""How many faults of one file are reported at the most."""

_STRING = regex(r'"((?:[^"\\]|\\.)*)"[ \t]*$')
_KEYWORD = regex(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[([0-9]{1,3})\])?[ \t]*(?=\")")
_SMART = regex(r"((?:msg[a-z_]+(?:\[[0-9]+\])?)?[ \t]*)[“”„‟‘’«»](.*?)[“”„‟‘’«»\"]?$")
"""A line whose text stands between marks that a word processor put there."""

_ESCAPE = regex(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_TO_ESCAPE = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PoEntry:
    """One entry: the header has an empty `id`. Lines are counted from 1."""

    id: str
    context: str | None = None
    plural: str | None = None
    strings: tuple[str, ...] = ("",)
    comments: tuple[str, ...] = ()
    """A translator's own notes, without `# `."""
    notes: tuple[str, ...] = ()
    """Notes for the translator, without `#. `."""
    references: tuple[str, ...] = ()
    """Where the message is asked for, without `#: `."""
    flags: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    """The lines of the original that a fuzzy entry was made for, without `#| `."""
    obsolete: bool = False
    line: int = 1
    """The line of `msgid`."""
    string_line: int = 1
    """The line of `msgstr`."""

    @property
    def key(self) -> tuple[str, str]:
        """Context and id, by which an entry is known."""
        return (self.context or "", self.id)

    @property
    def is_fuzzy(self) -> bool:
        """Whether no translator has confirmed it."""
        return "fuzzy" in self.flags

    @property
    def is_translated(self) -> bool:
        """Whether every form is there and confirmed."""
        return not self.is_fuzzy and all(self.strings)


@dataclass(slots=True)
class _Draft:
    """An entry while its lines are read."""

    texts: dict[str, str] = field(default_factory=dict)
    marks: dict[str, list[str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    current: str = ""
    obsolete: bool = False


class _Fault(Exception):
    """Says what is wrong with the line at hand."""


def parse(path: str, text: str) -> tuple[list[PoEntry], list[Problem]]:
    """Read the entries of a file, the header among them, obsolete ones at the end included."""
    reader = _Reader(path)
    for number, line in enumerate(text.split("\n"), start=1):
        reader.line(number, line.strip(" \t\r"))
    reader.finish()
    return reader.entries, reader.problems[:MOST_REPORTED]


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.entries: list[PoEntry] = []
        self.problems: list[Problem] = []
        self.draft = _Draft()
        self.skipping = False
        self.known: dict[tuple[str, str, bool], int] = {}

    def line(self, number: int, line: str) -> None:
        if not line:
            self.finish()
            return
        if self.skipping:
            return
        try:
            self._comment(line, number) if line.startswith("#") else self._text(line, number)
        except _Fault as fault:
            self._report(number, *fault.args)

    def _report(self, number: int, reason: str, better: str = "") -> None:
        variant = "mark" if better else ""
        self.problems.append(report("T604", Place(self.path, number), variant=variant, reason=reason, better=better))
        self.draft, self.skipping = _Draft(), True

    def _comment(self, line: str, number: int) -> None:
        if line.startswith("#~"):
            rest = line[2:].strip(" \t")
            if rest.startswith("|"):
                return
            if rest.startswith(("msgctxt", "msgid ")) and self._is_complete():
                self.finish()
            self.draft.obsolete = True
            self._text(rest, number)
            return
        if self._is_complete():
            self.finish()
        mark, rest = (line[1], line[2:]) if line[1:2] in {".", ":", ",", "|"} else ("#", line[1:])
        self.draft.marks.setdefault(mark, []).append(rest.strip(" \t") if mark in ":,|" else rest.removeprefix(" "))

    def _text(self, line: str, number: int) -> None:
        whole = line
        if (keyword := _KEYWORD.match(line)) is not None:
            self._begin(keyword, number)
            line = line[keyword.end() :]
        elif smart := _SMART.match(line):
            raise _Fault("the quotation marks around a text are straight ones", f'{smart[1]}"{smart[2]}"')
        elif not self.draft.current:
            raise _Fault("this line belongs to no message")
        if (string := _STRING.match(line)) is None:
            if line.strip().startswith('"') and not line.rstrip().endswith('"'):
                better = f'{whole}"' if line.count('"') == 1 else ""
                raise _Fault("a quotation mark is missing at the end of this line", better)
            raise _Fault('a text stands between quotation marks, and a mark inside it is written \\"')
        self.draft.texts[self.draft.current] += _ESCAPE.sub(_unescape, string[1]) if "\\" in string[1] else string[1]

    def _begin(self, keyword: re.Match[str], number: int) -> None:
        name, index = keyword[1], keyword[2]
        if name in {"msgctxt", "msgid"} and self._is_complete():
            self.finish()
        if index is not None:
            if name != "msgstr" or int(index) >= MOST_FORMS:
                raise _Fault(f"there is no {name}[{index}]")
            name = f"msgstr[{int(index)}]"
        if name in self.draft.texts:
            raise _Fault(f"{name} is given twice")
        if name.startswith("msgstr") and "msgid" not in self.draft.texts:
            raise _Fault("a msgstr without its msgid")
        self.draft.current = name
        self.draft.texts[name] = ""
        self.draft.lines[name] = number

    def _is_complete(self) -> bool:
        return any(name.startswith("msgstr") for name in self.draft.texts)

    def finish(self) -> None:
        """Close the entry at hand."""
        draft, self.draft, self.skipping = self.draft, _Draft(), False
        if not draft.texts:
            return
        first = min(draft.lines.values())
        strings = {name: text for name, text in draft.texts.items() if name.startswith("msgstr")}
        plain = "msgid_plural" not in draft.texts
        wanted = ["msgstr"] if plain else [f"msgstr[{index}]" for index in range(len(strings))]
        if "msgid" not in draft.texts or not strings or sorted(strings) != sorted(wanted):
            self.problems.append(report("T604", Place(self.path, first), reason="this entry is not complete"))
            return
        entry = PoEntry(
            id=draft.texts["msgid"],
            context=draft.texts.get("msgctxt"),
            plural=draft.texts.get("msgid_plural"),
            strings=tuple(strings[name] for name in wanted),
            comments=tuple(draft.marks.get("#", ())),
            notes=tuple(draft.marks.get(".", ())),
            references=tuple(draft.marks.get(":", ())),
            flags=tuple(_flags(draft.marks.get(",", ()))),
            previous=tuple(draft.marks.get("|", ())),
            obsolete=draft.obsolete,
            line=draft.lines["msgid"],
            string_line=draft.lines[wanted[0]],
        )
        self._add(entry)

    def _add(self, entry: PoEntry) -> None:
        known = (*entry.key, entry.obsolete)
        if known in self.known:
            self.problems.append(report("T605", Place(self.path, entry.line), line=self.known[known]))
            return
        self.known[known] = entry.line
        self.entries.append(entry)


def header_fields(text: str) -> dict[str, str]:
    """Give the fields of a header, as they are written."""
    pairs = (line.partition(":") for line in text.split("\n"))
    return {name.strip(" \t"): value.strip(" \t") for name, colon, value in pairs if colon}


def _flags(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from (flag for part in line.split(",") if (flag := part.strip(" \t")))


def _unescape(match: re.Match[str]) -> str:
    if match[1] not in _ESCAPES:
        raise _Fault(f"\\{match[1]} is not an escape of this format; a backslash itself is written \\\\")
    return _ESCAPES[match[1]]


def write(entries: Iterable[PoEntry]) -> str:
    """Write entries as a file: those in use first, lines never wrapped but at their ends."""
    ordered = sorted(entries, key=lambda entry: entry.obsolete)
    return "\n".join("\n".join(_lines(entry)) + "\n" for entry in ordered)


def _lines(entry: PoEntry) -> Iterator[str]:
    yield from (f"# {line}".rstrip(" ") for line in entry.comments)
    yield from (f"#. {line}" for line in entry.notes)
    yield from (f"#: {line}" for line in entry.references)
    if entry.flags:
        yield f"#, {', '.join(entry.flags)}"
    dead = "#~ " if entry.obsolete else ""
    yield from (f"{'#~' if entry.obsolete else '#'}| {line}" for line in entry.previous)
    if entry.context is not None:
        yield from _string(f"{dead}msgctxt", entry.context, dead)
    yield from _string(f"{dead}msgid", entry.id, dead)
    if entry.plural is None:
        yield from _string(f"{dead}msgstr", entry.strings[0], dead)
        return
    yield from _string(f"{dead}msgid_plural", entry.plural, dead)
    for index, string in enumerate(entry.strings):
        yield from _string(f"{dead}msgstr[{index}]", string, dead)


def _string(keyword: str, text: str, dead: str) -> Iterator[str]:
    head, newline, rest = text.partition("\n")
    if not newline or not rest:
        yield f"{keyword} {quoted(text)}"
        return
    yield f'{keyword} ""'
    yield f"{dead}{quoted(head + newline)}"
    while rest:
        head, newline, rest = rest.partition("\n")
        yield f"{dead}{quoted(head + newline)}"


def quoted(text: str) -> str:
    """A text between quotation marks, as the format writes it."""
    return '"' + "".join(_TO_ESCAPE.get(character, character) for character in text) + '"'
