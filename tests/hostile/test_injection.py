"""No text of an editor, a translator or a setting gets out of its place, as a real browser sees the pages."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page

from factsheet.builder.pipeline import Options, assemble, build, read_sources
from factsheet.content.catalogs import parse
from factsheet.outputs import Rendering, of_page, of_sheet
from tests.exhibits import Exhibit, served
from tests.hostile.activity import active_parts
from tests.hostile.injections import BODIES, PAYLOADS, body_site, catalogue, text_sites
from tests.support import ROOT, SMALL_SITE, write_site

LISTENER: Final = """
    window.reports = [];
    document.addEventListener("securitypolicyviolation", (event) =>
        window.reports.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
"""Runs before a page does; what it notes stays when the page is done."""

_HOLDER: Final = re.compile(r"%\(\w+\)s")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, bytes]]:
    """The sites of all payloads, built: the texts, and what is hostile in bodies, even where a check refuses it."""
    built = {name: _built(tmp_path_factory.mktemp("text"), files) for name, files in text_sites()}
    plain = _built(tmp_path_factory.mktemp("plain"), SMALL_SITE)
    for name, files in (("catalogue", _hostile_catalogue()), ("bodies", body_site())):
        built[name] = {**plain, **_forced(tmp_path_factory.mktemp(name), files)}
    return built


def _built(root: Path, files: Mapping[str, str]) -> Mapping[str, bytes]:
    """The files of a site that leaves out elements without stopping for them."""
    settings = f'{files["site.toml"]}\n[checks]\nM101 = "warning"\n'
    result = build(write_site(root, {**files, "site.toml": settings}), Options())
    assert not result.has_errors, [problem for problem in result.problems if problem.severity == "error"]
    return result.artifacts


def _hostile_catalogue() -> dict[str, str]:
    entries, _ = parse("messages.pot", (ROOT / "locales/messages.pot").read_text(encoding="utf-8"))
    wanted = {entry.id: " ".join(sorted(set(_HOLDER.findall(entry.id)))) for entry in entries if entry.id}
    plain = {message: holders for message, holders in wanted.items() if "%(" in message or len(message) > 3}
    return {**SMALL_SITE, "locales/ro.po": catalogue(plain, "</a></title>'\"><script>window.pwned=true</script>")}


def _forced(root: Path, files: Mapping[str, str]) -> dict[str, bytes]:
    """The pages of a site that the checks refuse, rendered all the same."""
    root = write_site(root, files)
    sources = read_sources(root)
    site, _ = assemble(root, sources, Options())
    assert site is not None
    rendering = Rendering(site=site, static=sources.static)
    made = [of_sheet(rendering, path) for path in site.paths]
    made += [of_page(rendering, tag, path) for path in site.paths for tag in site.by_tag if site.is_shown(tag, path)]
    return {name: data for artifacts in made for name, data in artifacts}


def _pages(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    return ((path, data.decode()) for path, data in files.items() if path.endswith(".html"))


def test_there_are_enough_cases() -> None:
    """There are at least a hundred ways in."""
    assert len(PAYLOADS) + len(BODIES) >= 100


def test_nothing_acts(sites: Mapping[str, Mapping[str, bytes]]) -> None:
    """No page holds an element, attribute or address that acts, as the parser of the HTML standard sees it."""
    found = [
        f"{name} {path}: {part}"
        for name, files in sites.items()
        for path, html in _pages(files)
        for part in active_parts(html)
    ]
    assert found == []


def test_figures_are_not_forged(sites: Mapping[str, Mapping[str, bytes]]) -> None:
    """Only the engine writes `data` and `time`: in the pages of hostile bodies there is none of either."""
    bodies = [html for path, html in _pages(sites["bodies"]) if "/b" in path]
    assert bodies
    for html in bodies:
        assert "<data" not in html
        assert "<time" not in html
        assert "data-metric" not in html


@pytest.mark.slow
@pytest.mark.browser
def test_a_browser_sees_nothing_happen(browser: Browser, sites: Mapping[str, Mapping[str, bytes]]) -> None:
    """Opened under the site's policy, no page runs a script, asks another host or breaks the policy."""
    faults: list[str] = []
    seen: set[str] = set()
    asked: list[str] = []
    own: list[str] = ["data:image/svg"]
    context = browser.new_context(viewport={"width": 320, "height": 240})  # little to paint: nothing is looked at
    context.add_init_script(LISTENER)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: dialog.dismiss())
    for name, files in sites.items():
        with served(Exhibit(dict(_still_and_bare(files)), "/")) as address:
            asked.clear()
            own.append(address)  # a page before may still be asking for its icon
            for path in (path for path, html in _pages(files) if html not in seen):
                seen.add(files[path].decode())
                page.goto(address + path, wait_until="load")
                faults += [f"{name} {path}: {fault}" for fault in _happened(page)]
            faults += [f"{name}: {url}" for url in asked if not url.startswith(tuple(own))]
    context.close()
    assert [fault for fault in faults if not _is_a_picture_of_another_site(fault)] == []


def _still_and_bare(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The files of a site as a browser is shown them: a page that leads on would be gone before it is looked at.

    Style sheets and fonts, which are the tool's own, are empty: nobody looks at what is painted.
    """
    for path, data in files.items():
        yield (
            path,
            b"" if path.endswith((".css", ".woff2")) else data.replace(b'http-equiv="refresh"', b'http-equiv="later"'),
        )


def _is_a_picture_of_another_site(fault: str) -> bool:
    """Pictures of other sites are refused by a check (R508); where that is passed by, the policy stops them."""
    return fault.startswith("bodies") and ("img-src http://evil.example" in fault or fault.endswith("/pixel.png"))


def _happened(page: Page) -> Iterator[str]:
    pwned, reports = page.evaluate("[window.pwned, window.reports]")
    if pwned:
        yield "a script ran"
    for report in reports:
        yield f"policy: {report}"
    if not page.url.startswith("http://127.0.0.1"):
        yield f"left for {page.url}"


def test_hostile_pictures_are_refused(tmp_path: Path) -> None:
    """A picture of another site is a finding at its line: pages load nothing from elsewhere."""
    body = "---\ntitle: T\n---\n![x](https://evil.example/x.png)\n"
    result = build(write_site(tmp_path, {**SMALL_SITE, "content/ro/more.md": body}), Options())
    assert ("R508", 4) in [(problem.code, problem.place.line) for problem in result.problems]


def test_data_files(sites: Mapping[str, Mapping[str, bytes]]) -> None:
    """CSV has no formulas, JSON parses, feeds and sitemaps are well-formed XML: whatever the texts are."""
    endings = {path.rpartition(".")[2] for files in sites.values() for path in files}
    assert endings >= {"csv", "json", "webmanifest", "xml", "svg"}
    for name, files in sites.items():
        for path, data in files.items():
            if path.endswith(".csv"):
                rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
                assert {len(row) for row in rows} == {len(rows[0])}, name
                assert not [cell for row in rows[1:] for cell in row if cell[:1] in {"=", "+", "@", "\t", "\r"}]
            elif path.endswith((".json", ".webmanifest")):
                json.loads(data)
            elif path.endswith((".xml", ".svg")):
                ET.fromstring(data)  # noqa: S314 - made by this build


def test_linked_data_stays_in_its_element(sites: Mapping[str, Mapping[str, bytes]]) -> None:
    """JSON-LD parses, and no text ends its element."""
    for files in sites.values():
        for _, html in _pages(files):
            for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL):
                json.loads(block)
                assert "<" not in block


@pytest.mark.parametrize(
    "name", ["'\"><script>x<.md", "a b.md", "a%2e.md", "a&b.md", "a;b.md", "{{x}}.md", "ă.md", "x\n.md", "-rf.md"]
)
def test_file_names(tmp_path: Path, name: str) -> None:
    """The name of a file becomes an address only where it is a plain one; else it is a finding."""
    root = write_site(tmp_path, SMALL_SITE)
    (root / "content/ro" / name).write_text("---\ntitle: T\n---\nBine.\n", encoding="utf-8")
    result = build(root, Options())
    pages = {path: data.decode() for path, data in result.artifacts.items() if path.endswith(".html")}
    assert result.has_errors or all(active_parts(html) == [] for html in pages.values())
    assert result.has_errors or not any(re.search(r"[^a-z0-9ăâîșț/._-]", path) for path in pages)
