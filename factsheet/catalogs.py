"""gettext catalogues, read straight from `locales/<tag>.po` with the line of every message."""

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from factsheet.codes import report
from factsheet.problems import Place, Problem
from factsheet.text import decode

_PLACEHOLDER = re.compile(r"%\(([a-z_]+)\)s")

Key = tuple[str, str]
"""Context (empty where there is none) and msgid: what a message is looked up by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One entry of a catalogue; `strings` has one text, or one for each plural form."""

    id: str
    context: str = ""
    plural: str | None = None
    strings: tuple[str, ...]
    fuzzy: bool = False
    place: Place

    @property
    def is_translated(self) -> bool:
        """Whether every form is there and a translator has confirmed it."""
        return not self.fuzzy and bool(self.strings) and all(self.strings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """The words of the page furniture in one language."""

    language: str
    file: str
    messages: Mapping[Key, Message] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    def find(self, msgid: str, context: str = "") -> Message | None:
        """The entry, if it has been translated."""
        message = self.messages.get((context, msgid))
        return message if message and message.is_translated else None

    def text(self, msgid: str, context: str = "", **values: object) -> str:
        """The translation with its placeholders filled; the msgid itself stands in for a missing one."""
        message = self.find(msgid, context)
        return fill(message.strings[0] if message else msgid, values)

    @property
    def unread(self) -> bool:
        """Whether there is no catalogue at all."""
        return not self.messages


def fill(text: str, values: Mapping[str, object]) -> str:
    """Fill `%(name)s` placeholders and turn `%%` into `%`; an unknown placeholder stays as it is."""
    if "%" not in text:
        return text
    filled = _PLACEHOLDER.sub(lambda match: str(values.get(match[1], match[0])), text)
    return filled.replace("%%", "%")


def placeholders(text: str) -> frozenset[str]:
    """The names of the placeholders in a message."""
    return frozenset(_PLACEHOLDER.findall(text))


def read_catalog(language: str, file: str, data: bytes) -> tuple[Catalog, list[Problem]]:
    """Read a .po file; a file that is not one gives an empty catalogue and a finding."""
    text, problems = decode(file, data)
    if problems:
        return Catalog(language=language, file=file), problems
    from babel.messages.pofile import PoFileError, read_po

    try:
        read = read_po(io.StringIO(text), abort_invalid=True)
    except (PoFileError, ValueError, UnicodeError, IndexError) as error:
        return Catalog(language=language, file=file), [_unreadable(file, error)]
    messages = {}
    for entry in read:
        if not entry.id:
            continue
        msgid, plural = (entry.id, None) if isinstance(entry.id, str) else (entry.id[0], entry.id[1])
        strings = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
        context = entry.context or ""
        messages[context, msgid] = Message(
            id=msgid,
            context=context,
            plural=plural,
            strings=tuple(string or "" for string in strings),
            fuzzy=entry.fuzzy,
            place=Place(file, entry.lineno or 1),
        )
    return Catalog(language=language, file=file, messages=messages, headers=_headers(text)), problems


def merged(own: Catalog, default: Catalog | None) -> Catalog:
    """A site's own catalogue over the one that comes with the tool."""
    if default is None:
        return own
    return Catalog(
        language=own.language,
        file=own.file,
        messages={**default.messages, **own.messages},
        headers=own.headers or default.headers,
    )


def missing(catalog: Catalog, wanted: Iterable[Key]) -> list[Key]:
    """The messages that templates ask for and the catalogue does not have."""
    return [key for key in wanted if catalog.find(key[1], key[0]) is None]


def _headers(text: str) -> dict[str, str]:
    """The header fields as they are written: Babel replaces some of them by its own idea."""
    match = re.search(r'^msgid ""\nmsgstr ""\n((?:".*"\n?)+)', text, re.MULTILINE)
    lines = re.findall(r'"([^":]+): *(.*?)(?:\\n)?"', match[1]) if match else []
    return dict(lines)


def _unreadable(file: str, error: Exception) -> Problem:
    line = getattr(error, "lineno", None)
    reason = str(error).split(" on ", maxsplit=1)[0][:200]
    return report("T604", Place(file, (line + 1) if isinstance(line, int) else 1), reason=reason)
