"""What the preview lays over a page: a slim bar with the page's state, and the findings. Never published."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from factsheet.content.model import Language
from factsheet.preview.access import link
from factsheet.preview.rebuild import State
from factsheet.problems import Severity
from factsheet.records import dataclass
from factsheet.site.addresses import Addresses
from factsheet.site.site import Site
from factsheet.tools.findings import Excerpt, FileProblems, Finding, Report, Words, make_report

PREVIEW = "Preview"
DRAFT = "Draft: not published"
MISSING = "not translated yet"
STALE = "translation out of date"
HIDE = "Hide (Esc)"
ERRORS = "The sources have errors. You are looking at the last pages without any."
NOTHING_YET = "The sources have errors. The pages appear as soon as these are corrected."
CRASHED = "The tool itself failed; this is its fault, not yours: {reason}"
PROBLEMS = "Problems: {count}"
OPEN = "Open in the editor"
MORE = "… and {count} more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where the preview is used: the site's folder, the reader's language, the address of their editor."""

    root: Path
    words: Words
    editor: str | None = None


def panel(desk: Desk, state: State, page: str) -> str:
    """Give the bar and the findings as escaped HTML. `page` is the page's path in the output."""
    report = make_report(desk.root, state.problems, desk.words)
    return "".join(_parts(desk, state, report, page))


def waiting_page(language: str, words: Words) -> bytes:
    """The page that stands in until there is a first site without errors."""
    text = escape(words(NOTHING_YET))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(words(PREVIEW))}</title>\n</head>\n<body>\n<main><p>{text}</p></main>\n</body>\n</html>\n"
    ).encode()


def _parts(desk: Desk, state: State, report: Report, page: str) -> Iterator[str]:
    words = desk.words
    count = len(state.problems) + bool(state.crash)
    yield f'<div class="bar" role="status"><strong>{escape(words(PREVIEW))}</strong>'
    for note in page_notes(state.site, page, words):
        yield f'<span class="note">{escape(note)}</span>'
    if count:
        text = words(PROBLEMS).replace("{count}", str(count))
        kind = "error" if state.has_errors or state.crash else "warning"
        yield f'<button type="button" class="{kind}" data-show>{escape(text)}</button>'
    yield "</div>"
    if not count:
        return
    is_open = " open" if state.has_errors or state.crash else ""
    yield f'<dialog{is_open} aria-labelledby="title"><div class="head"><h1 id="title">'
    yield f"{escape(_headline(state, words))}</h1>"
    yield f'<button type="button" data-hide autofocus>{escape(words(HIDE))}</button></div>'
    for group in report.groups:
        yield from _group(desk, group)
    if report.hidden:
        yield f"<p>{escape(words(MORE).replace('{count}', str(report.hidden)))}</p>"
    yield "</dialog>"


def _headline(state: State, words: Words) -> str:
    if state.crash:
        return words(CRASHED).replace("{reason}", state.crash)
    if state.has_errors:
        return words(ERRORS if state.files else NOTHING_YET)
    return words(PROBLEMS).replace("{count}", str(len(state.problems)))


def _group(desk: Desk, group: FileProblems) -> Iterator[str]:
    yield f"<section><h2>{escape(group.path)}</h2><ol>"
    for finding in group.findings:
        yield from _finding(desk, finding)
    yield "</ol>"
    if group.hidden:
        yield f"<p>{escape(desk.words(MORE).replace('{count}', str(group.hidden)))}</p>"
    yield "</section>"


def _finding(desk: Desk, finding: Finding) -> Iterator[str]:
    kind = "error" if finding.severity is Severity.ERROR else "warning"
    yield f'<li class="{kind}"><p class="what"><code>{escape(str(finding.place))}</code> '
    yield f"<b>{escape(finding.code)}</b> {escape(finding.message)}</p>"
    if finding.excerpt is not None:
        yield _excerpt(finding.excerpt)
    yield f'<p class="fix">{escape(finding.fix)}'
    if desk.editor is not None:
        address = escape(link(desk.editor, desk.root.resolve(), finding.place))
        yield f' <a href="{address}">{escape(desk.words(OPEN))}</a>'
    yield "</p></li>"


def _excerpt(excerpt: Excerpt) -> str:
    before, rest = excerpt.text[: excerpt.offset], excerpt.text[excerpt.offset :]
    number = f"{excerpt.line} | "
    caret = " " * (len(number) + excerpt.indent)
    return (
        f'<pre><span class="number">{number}</span>{escape(before)}<mark>{escape(rest[:1] or " ")}</mark>'
        f'{escape(rest[1:])}\n<span class="caret">{caret}^</span></pre>'
    )


def page_notes(site: Site | None, page: str, words: Words) -> list[str]:
    """Say of a page whether it is a draft, and which of its translations are missing or out of date."""
    found = None if site is None else _sheet_of(site, page)
    if site is None or found is None:
        return []
    language, path = found
    sheet = site.sheet(language.tag, path)
    notes = [words(DRAFT)] if sheet is not None and sheet.draft else []
    for other in site.languages:
        state = _state(site, other, path)
        if state:
            notes.append(f"{other.name}: {words(state)}")
    return notes


def _state(site: Site, language: Language, path: str) -> str:
    if language.tag == site.settings.reference:
        return ""
    if site.sheet(language.tag, path) is None:
        return MISSING
    return STALE if site.state(language.tag, path) == "stale" else ""


def _sheet_of(site: Site, page: str) -> tuple[Language, str] | None:
    addresses = Addresses(site)
    for language in site.published:
        for path in site.paths:
            if site.shown(language.tag, path) and f"{addresses.folder(language.tag, path)}index.html" == page:
                return language, path
    return None
