"""What is left to translate, as a page of this machine: each text beside its original, with the line to edit."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from factsheet.builder.cache import store
from factsheet.cli.language import counted, spoken
from factsheet.content.model import Language
from factsheet.files.writing import write_sources
from factsheet.problems import Place
from factsheet.site.site import Site
from factsheet.tools.exchange.site_words import PATH, site_units
from factsheet.tools.exchange.units import ExchangeUnit, units

FILE: Final = f"{store.FOLDER}/status.html"
"""Where the page is written: beside the cache, which git leaves out."""

_UP: Final = "../" * FILE.count("/")
_STYLE: Final = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 1.5rem auto; max-width: 75rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
td { border-top: 1px solid GrayText; padding: .5rem; vertical-align: top }
td { overflow-wrap: anywhere; white-space: pre-line }
th { padding: .5rem; text-align: start }
.small { font-size: .85rem; white-space: normal }
.none { font-style: italic }
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def write_worklist(root: Path, site: Site) -> Path:
    """Write the page and give its path. Raises OSError where the folder of the cache cannot be written."""
    if not store.is_inside(root):
        raise OSError(0, "a link is in the way", str(root / store.FOLDER))
    write_sources(root, {FILE: worklist(site).encode()})
    return root / FILE


def worklist(site: Site) -> str:
    """The page: for each language the texts that are missing or stale, and the messages without a translation."""
    title = escape(spoken("What is left to translate"))
    parts = [part for language in site.languages for part in _language(site, language)]
    nothing = f"<p>{escape(spoken('Everything is translated.'))}</p>"
    return (
        '<!DOCTYPE html>\n<html>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n<style>{_STYLE}</style>\n'
        f"<h1>{title}</h1>\n{''.join(parts) or nothing}\n</html>\n"
    )


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
        yield _row(site.reference, language, unit, _edited(unit, Place(file, last.get(file, 1))))


def _edited(unit: ExchangeUnit, before: Place) -> str:
    """What is to be done with a text, and where; a text that is missing belongs behind the one before it."""
    if unit.own is None:
        return spoken("missing: it belongs behind {place}", place=_link(before))
    if unit.stale:
        return spoken("the original has changed: {place}", place=_link(unit.own.place))
    return _link(unit.own.place)


def _messages(site: Site, language: Language) -> Iterator[str]:
    """A row for each message of the page furniture that has no translation."""
    catalog = site.catalogs[language.tag]
    for context, msgid in site.messages:
        if catalog.find(msgid, context) is None:
            yield _cells(site.reference, language, (msgid, ""), ("", _link(Place(catalog.file))))


def _row(original: Language, language: Language, unit: ExchangeUnit, edit: str) -> str:
    return _cells(original, language, (unit.source, unit.target), (_link(unit.place), edit))


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
