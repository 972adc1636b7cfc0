"""`status`: how far each translation is, for people and for machines."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from factsheet.builder.pipeline import Options, read_sources
from factsheet.cli.language import counted, number, spoken
from factsheet.cli.loading import site_or_code
from factsheet.cli.printing import complain, tell
from factsheet.content.model import Sheet
from factsheet.content.sheets import read_sheet
from factsheet.files.history import earlier_versions
from factsheet.problems import Place
from factsheet.site.site import Site
from factsheet.tools.status import LanguageStatus, SheetStatus, StaleBlock, status, texts_before

NAME = "status"
HELP = "show which translations are complete, stale or missing"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    parser.add_argument(
        "--diff", action="store_true", help="show each changed block as it was translated and as it is now"
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 when anything is stale or missing")
    parser.add_argument("--open", action="store_true", help="show what is left beside its original, in the browser")


def run(arguments: argparse.Namespace) -> int:
    """Print the state; 1 under `--strict` where there is work left."""
    root = Path(arguments.root)
    site = site_or_code(root, read_sources(root), Options())
    if isinstance(site, int):
        return site
    languages = status(site)
    if arguments.open and not _shown(root, site):
        return 2
    if arguments.json:
        print(json.dumps(_json(site, languages), ensure_ascii=False, indent=2))
    else:
        for line in _table(site, languages):
            print(line)
        for line in _stale_lines(root, site, languages, diff=arguments.diff):
            print(line)
    return 1 if arguments.strict and not all(language.is_done for language in languages) else 0


def _shown(root: Path, site: Site) -> bool:
    """Write the page with what is left, and open it; tell where it cannot be written."""
    import webbrowser

    from factsheet.cli.worklist import write_worklist

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
    rows.append([spoken("page furniture"), *(f"{language.catalog.percent} %" for language in (languages[0], *others))])
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
