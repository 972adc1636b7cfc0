"""What the preview lays over a page: a slim bar with the page's state, and the findings. Never published."""

from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from factsheet.content.model import Language
from factsheet.core.problems import Words
from factsheet.core.records import dataclass
from factsheet.preview.access import link
from factsheet.preview.rebuild import State
from factsheet.site import extraction
from factsheet.site.addresses import Addresses
from factsheet.site.site import Site
from factsheet.tools.findings import make_report

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
    """Give the bar and the findings as HTML. `page` is the page's path in the output."""
    words = desk.words
    report = make_report(desk.root, state.problems, words)
    count = len(state.problems) + bool(state.crash)

    def counted(text: str, number: int) -> str:
        return words(text).replace("{count}", str(number))

    return _template("panel").render(
        words={"preview": words(PREVIEW), "hide": words(HIDE), "open": words(OPEN)},
        problems=counted(PROBLEMS, count),
        notes=page_notes(state.site, page, words),
        count=count,
        kind="error" if state.has_errors or state.crash else "warning",
        headline=_headline(state, words),
        groups=report.groups,
        hidden=report.hidden,
        more=partial(counted, MORE),
        editor=desk.editor,
        link=partial(link, desk.editor or "", desk.root.resolve()),
    )


def waiting_page(language: str, words: Words) -> bytes:
    """The page that stands in until there is a first site without errors."""
    page = _template("waiting").render(language=language, title=words(PREVIEW), text=words(NOTHING_YET))
    return page.encode()


@cache
def _template(name: str) -> Template:
    """A template of this folder; all that it is handed is escaped."""
    loader = FileSystemLoader(Path(__file__).parent)
    reading = Environment(loader=loader, undefined=StrictUndefined, autoescape=True, **extraction.READING)
    return reading.get_template(f"{name}.html")


def _headline(state: State, words: Words) -> str:
    if state.crash:
        return words(CRASHED).replace("{reason}", state.crash)
    if state.has_errors:
        return words(ERRORS if state.files else NOTHING_YET)
    return words(PROBLEMS).replace("{count}", str(len(state.problems)))


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
