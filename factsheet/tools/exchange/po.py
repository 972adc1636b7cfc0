"""Units as a gettext .po file, each with its id as context, and the figures as `%(name)s`."""

import re
from collections.abc import Iterable, Iterator

from factsheet.content.catalogs import PoEntry, parse, plurals_of, write
from factsheet.content.model import Language
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass
from factsheet.tools.exchange.units import PLACEHOLDER, ExchangeUnit, figures

_NAME = r"\(((?:[^()\n]|\([^()\n]*+\)){1,200}+)\)s"
"""What names a figure, as `(loans)s`; that of a table holds brackets of its own: `(prices.max(2025))s`."""
_FIGURE = regex(rf"%%|%{_NAME}")
_PERCENT = regex(rf"%(?!%|{_NAME})")

WHAT = {
    "word": "A word of the front matter: {key}",
    "paragraph": "A paragraph",
    "item": "An item of a list",
    "table": "A table: its bars and dashes stay",
    "code": "Code: leave it as it is",
    "quote": "A quotation",
    "note": "A footnote",
}
"""What a translator is told about a unit, by its kind; every other kind is a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A unit as it came back: its name, the text it was made from, the translation and its place in the file."""

    name: str
    source: str
    target: str
    place: Place
    confirmed: bool = True
    """Whether its translator says that it renders the original as that is now."""


def to_po(units: Iterable[ExchangeUnit], language: Language, reference: Language) -> str:
    """Write the units of a language."""
    plurals = plurals_of(language.numbers.cldr)
    fields = (
        "Project-Id-Version: factsheet",
        f"Language: {language.tag.replace('-', '_')}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {plurals.header}",
        f"X-Source-Language: {reference.tag.replace('-', '_')}",
    )
    head = PoEntry(id="", strings=("".join(f"{field}\n" for field in fields),))
    return write([head, *(_entry(unit) for unit in units)])


def _entry(unit: ExchangeUnit) -> PoEntry:
    formatted = bool(figures(unit.source))
    flags = ("fuzzy",) * (unit.stale and bool(unit.target)) + ("python-format",) * formatted
    return PoEntry(
        id=encoded(unit.source, formatted=formatted),
        context=unit.name,
        strings=(encoded(unit.target, formatted=formatted),),
        notes=(note(unit),),
        references=(f"{unit.place.path}:{unit.place.line}",),
        flags=flags,
    )


def note(unit: ExchangeUnit) -> str:
    """What a translator is told about a unit."""
    return WHAT.get(unit.kind, "A heading").format(key=unit.key)


def encoded(text: str, *, formatted: bool) -> str:
    """Put figures as `%(name)s`, in texts that have any."""
    if not formatted:
        return text
    return PLACEHOLDER.sub(lambda match: f"%({match[1] or match[2]})s", text.replace("%", "%%"))


def decoded(text: str, *, formatted: bool, phrase: bool) -> str:
    """Put references as sheets have them; raises ValueError for a percent sign that is neither doubled nor a figure."""
    if not formatted:
        return text
    if _PERCENT.search(_FIGURE.sub("", text)):
        message = "a percent sign that is not doubled"
        raise ValueError(message)

    def put(match: re.Match[str]) -> str:
        if match[1] is None:
            return "%"
        return "{n}" if phrase and match[1] == "n" else f"{{{{ {match[1]} }}}}"

    return _FIGURE.sub(put, text)


def from_po(path: str, text: str) -> tuple[str, list[Imported], list[Problem]]:
    """Read a file back: its language's tag, and the translations that are confirmed.

    A translation whose percent signs are wrong is given as it is written: its placeholders will not fit.
    """
    entries, problems = parse(path, text)
    head = next((entry.strings[0] for entry in entries if not entry.id), "")
    language = re.search(r"^Language:[ \t]*([A-Za-z0-9_-]{2,40})[ \t]*$", head, re.MULTILINE)
    found = list(_imported(path, entries))
    return language[1].replace("_", "-") if language else "", found, problems


def _imported(path: str, entries: Iterable[PoEntry]) -> Iterator[Imported]:
    for entry in entries:
        if not entry.id or entry.obsolete or entry.context is None or not entry.is_translated:
            continue
        formatted = any(match[1] for match in _FIGURE.finditer(entry.id))
        phrase = ".unit." in entry.context
        try:
            target = decoded(entry.strings[0], formatted=formatted, phrase=phrase)
        except ValueError:
            target = entry.strings[0]
        yield Imported(
            name=entry.context,
            source=decoded(entry.id, formatted=formatted, phrase=phrase),
            target=target,
            place=Place(path, entry.string_line),
        )
