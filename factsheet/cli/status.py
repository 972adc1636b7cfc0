"""`status`: how far each translation is, for people and for machines."""

import argparse
import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from string import Template
from typing import Final

from factsheet.builder import store
from factsheet.builder.pipeline import Options, Unreadable, look_at, read_sources
from factsheet.builder.status import LanguageStatus, SheetStatus, StaleBlock, status, texts_before
from factsheet.cli.arguments import Command, site_of
from factsheet.cli.printing import complain, counted, number, spoken, tell
from factsheet.content.model import Language, Sheet
from factsheet.content.sheets import read_sheet
from factsheet.core.problems import Place
from factsheet.files.writing import earlier_versions, write_sources
from factsheet.site.site import Site
from factsheet.tools.exchange.units import ExchangeUnit, units
from factsheet.tools.exchange.words_in_yaml import PATH, site_units

# What is left to translate, as a page of this machine: each text beside its original, with the line to edit.

FILE: Final = f"{store.FOLDER}/status.html"
"""Where the page is written: beside the cache, which git leaves out."""

_UP: Final = "../" * FILE.count("/")


def write_worklist(root: Path, site: Site) -> Path:
    """Write the page and give its path. Raises OSError where the folder of the cache cannot be written."""
    if not store.is_inside(root):
        raise OSError(0, "a link is in the way", str(root / store.FOLDER))
    write_sources(root, {FILE: worklist(site).encode()})
    return root / FILE


def worklist(site: Site) -> str:
    """The page: for each language the texts that are missing or stale, and the messages without a translation."""
    parts = [part for language in site.languages for part in _language(site, language)]
    body = "".join(parts) or f"<p>{escape(spoken('Everything is translated.'))}</p>"
    page = (Path(__file__).parent / "data/status.html").read_text("utf-8")
    return Template(page).substitute(title=escape(spoken("What is left to translate")), body=body)


def _language(site: Site, language: Language) -> Iterator[str]:
    found = [] if language.tag == site.settings.reference else list(_texts(site, language))
    found += _messages(site, language)
    if found:
        count = counted("{count} text", "{count} texts", len(found))
        yield f'<h2><span lang="{language.tag}">{escape(language.name)}</span>: {escape(count)}</h2>\n<table>\n<tr>'
        yield "".join(f"<th>{escape(head)}</th>" for head in (spoken("Original"), spoken("Translation")))
        yield f"</tr>\n{''.join(found)}</table>\n"


def _texts(site: Site, language: Language) -> Iterator[str]:
    """A row for each text of the sheets that is missing or no longer fits its original."""
    last: dict[str, int] = {}
    for unit in (*site_units(site, language), *units(site, language)):
        file = PATH if unit.path == PATH else f"content/{language.tag}/{unit.path}.md"
        if unit.own is not None:
            last[file] = unit.own.place.line
        if unit.target and not unit.stale:
            continue
        notes = _link(unit.place), _edited(unit, Place(file, last.get(file, 1)))
        yield _cells(site.reference, language, (unit.source, unit.target), notes)


def _edited(unit: ExchangeUnit, before: Place) -> str:
    """What is to be done with a text, and where; a text that is missing belongs behind the one before it."""
    if unit.own is None:
        return spoken("missing: it belongs behind {place}", place=_link(before))
    if unit.stale:
        return spoken("the original has changed: {place}", place=_link(unit.own.place))
    return _link(unit.own.place)


def _messages(site: Site, language: Language) -> Iterator[str]:
    """A row for each message of the interface that has no translation."""
    catalog = site.catalogs[language.tag]
    for context, msgid in site.messages:
        if catalog.find(msgid, context) is None:
            yield _cells(site.reference, language, (msgid, ""), ("", _link(Place(catalog.file))))


def _cells(original: Language, language: Language, texts: tuple[str, str], notes: tuple[str, str]) -> str:
    """The row of a text and its translation, each with what is noted below it."""
    cells = []
    for one, text, note in zip((original, language), texts, notes, strict=True):
        shown = escape(text) or f'<span class="none">{escape(spoken("missing"))}</span>'
        below = f'<div class="small" dir="ltr">{note}</div>'
        cells.append(f'<td lang="{one.tag}" dir="{one.dir}">{shown}{below}</td>')
    return f"<tr>{''.join(cells)}</tr>\n"


def _link(place: Place) -> str:
    return f'<a href="{_UP}{escape(place.path)}">{escape(str(place))}</a>'


def run(arguments: argparse.Namespace) -> int:
    """Print the state; 1 under `--strict` where there is work left."""
    root = Path(arguments.root)
    try:
        return _told(root, look_at(root, Options(), store.last(root)), arguments)
    except Unreadable:
        return _told(root, site_of(root, read_sources(root), Options()), arguments)


COMMANDS = (Command("status", run),)


def _told(root: Path, site: Site, arguments: argparse.Namespace) -> int:
    """Tell of a site; nothing has been printed where this raises Unreadable."""
    languages = status(site)
    if arguments.open and not _shown(root, site):
        return 2
    if arguments.json:
        lines = [json.dumps(_json(site, languages), ensure_ascii=False, indent=2)]
    else:
        lines = [*_table(site, languages), *_stale_lines(root, site, languages, diff=arguments.diff)]
    for line in lines:
        print(line)
    return 1 if arguments.strict and not all(language.is_done for language in languages) else 0


def _shown(root: Path, site: Site) -> bool:
    """Write the page with what is left, and open it; tell where it cannot be written."""
    import webbrowser

    try:
        page = write_worklist(root, site)
    except OSError as error:
        complain(
            "{file}: {reason}", "see that the folder can be written to", file=error.filename, reason=error.strerror
        )
        return False
    tell(str(page))
    webbrowser.open(page.resolve().as_uri())
    return True


def _table(site: Site, languages: tuple[LanguageStatus, ...]) -> Iterator[str]:
    others = [language for language in languages if language.tag != site.settings.reference]
    names = [path for path in site.paths if others]
    rows = [["", *(language.tag for language in (languages[:1] + tuple(others)))]]
    for index, path in enumerate(names):
        rows.append([path, spoken("original"), *(_cell(language.sheets[index]) for language in others)])
    rows.append([spoken("interface"), *(f"{language.catalog.percent} %" for language in (languages[0], *others))])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip(" ")


def _cell(sheet: SheetStatus) -> str:
    if sheet.state == "draft":
        return spoken("draft {done}/{all}", done=number(sheet.translated), all=number(sheet.blocks))
    if sheet.state == "stale":
        return spoken("stale ({count})", count=number(len(sheet.stale)))
    if sheet.state == "missing":
        return spoken("missing")
    return spoken("unmarked" if sheet.state == "unmarked" else "complete")


def _stale_lines(root: Path, site: Site, languages: tuple[LanguageStatus, ...], *, diff: bool) -> Iterator[str]:
    for language in languages:
        for sheet in language.sheets:
            if sheet.stale:
                yield ""
            before = _texts_before(root, site, sheet) if diff and sheet.stale else {}
            for block in sheet.stale:
                yield f"{block.place}: {_what(block)}"
                if diff:
                    yield from _difference(block, before)
        if language.catalog.missing:
            yield ""
            yield counted(
                "{file}: {count} message to translate",
                "{file}: {count} messages to translate",
                len(language.catalog.missing),
                file=language.catalog.file,
            )


def _what(block: StaleBlock) -> str:
    name = f"{block.key} " if block.key else ""
    if block.original is None:
        return spoken("{name}was removed from the original", name=name)
    return spoken(
        "{name}is new at {place}" if block.what == "new" else "{name}has changed at {place}",
        name=name,
        place=block.original,
    )


def _difference(block: StaleBlock, before: dict[str, str]) -> Iterator[str]:
    if block.before:
        old = before.get(block.before)
        lines = old.split("\n") if old is not None else [spoken("(not in the history of the site)")]
        yield from (f"    - {line}" for line in lines)
    if block.text:
        yield from (f"    + {line}" for line in block.text.split("\n"))


def _texts_before(root: Path, site: Site, sheet: SheetStatus) -> dict[str, str]:
    original = site.original(sheet.path)

    def versions() -> Iterator[Sheet]:
        for data in earlier_versions(root, original.file):
            read, _ = read_sheet(original.file, data, path=sheet.path, language=original.language, is_reference=True)
            if read is not None:
                yield read

    return texts_before((block.before for block in sheet.stale), versions())


def _json(site: Site, languages: tuple[LanguageStatus, ...]) -> dict[str, object]:
    return {
        "reference": site.settings.reference,
        "languages": [
            {
                "tag": language.tag,
                "name": language.name,
                "done": language.is_done,
                "catalog": {
                    "file": language.catalog.file,
                    "messages": language.catalog.wanted,
                    "percent": language.catalog.percent,
                    "fuzzy": language.catalog.fuzzy,
                    "missing": list(language.catalog.missing),
                },
                "sheets": [_sheet_json(sheet) for sheet in language.sheets],
            }
            for language in languages
        ],
    }


def _sheet_json(sheet: SheetStatus) -> dict[str, object]:
    return {
        "path": sheet.path,
        "file": sheet.file,
        "state": sheet.state,
        "blocks": sheet.blocks,
        "translated": sheet.translated,
        "stale": [
            {
                "what": block.what,
                "key": block.key or None,
                "line": block.place.line,
                "original": _place_json(block.original),
                "text": block.text or None,
            }
            for block in sheet.stale
        ],
        "moved": [_place_json(place) for place in sheet.moved],
    }


def _place_json(place: Place | None) -> dict[str, object] | None:
    return None if place is None else {"file": place.path, "line": place.line}
