"""Somebody edits while a browser is open: every save comes onto the page, faults and all.

One preview runs for all tests; before each, the site is again as it was at first, and the preview has seen that.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.previewing import EN, EN_MORE, HANG, RO, RO_MORE, ROOT, Running, preview, wait_for, write_site
from tests.support import tree

LISTENING = "#_preview[data-state=listening]"


PAGES = ("ro/", "en/", "ro/more/", "en/more/")


@dataclass(frozen=True)
class Stage:
    """A site, its preview, its files and pages as they were at first."""

    root: Path
    running: Running
    files: Mapping[str, bytes]
    pages: Mapping[str, str]


def _begin(root: Path) -> Path:
    """Write a site of two sheets in two languages, with templates of its own to break."""
    write_site(root)
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copytree(ROOT / "static", root / "static")
    return root


def _sources(root: Path) -> Mapping[str, bytes]:
    """The files of a site, but for what the preview keeps beside them."""
    return {path: data for path, data in tree(root).items() if not path.startswith(".cache/")}


def _shown(running: Running) -> Mapping[str, str]:
    """The pages, but for the number of the state that they are of, and the findings that lie over them."""
    answers = {path: running.ask(f"/{path}").partition(b"\r\n\r\n")[2].decode() for path in PAGES}
    panel = running.ask(f"/_preview/panel?token={running.token()}&page=ro/index.html").partition(b"\r\n\r\n")[2]
    return {path: re.sub(r' data-serial="\d+"', "", html) for path, html in answers.items()} | {"": panel.decode()}


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The preview of a site."""
    root = _begin(tmp_path_factory.mktemp("site"))
    with preview(root, "--editor", "code") as running:
        assert running.ask("/ro/").startswith(b"HTTP/1.1 200 ")
        yield Stage(root, running, _sources(root), _shown(running))
        assert "Traceback" not in running.terminal


@pytest.fixture
def running(stage: Stage) -> Running:
    """The preview, which shows the site as it was at first again."""
    now = _sources(stage.root)
    for path in now.keys() - stage.files.keys():
        (stage.root / path).unlink()
    for path, data in stage.files.items():
        if now.get(path) != data:
            (stage.root / path).parent.mkdir(parents=True, exist_ok=True)
            (stage.root / path).write_bytes(data)
    assert wait_for(lambda: _shown(stage.running) == stage.pages)
    return stage.running


@pytest.fixture
def root(stage: Stage, running: Running) -> Path:
    """The folder of the site."""
    assert running is stage.running
    return stage.root


@pytest.fixture
def page(browser: Browser, running: Running) -> Iterator[Page]:
    """The Romanian front page, listening; nothing on it breaks the policy or fails."""
    opened = _new_page(browser)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    _open(opened, running, "ro/")
    yield opened
    opened.close()
    assert [fault for fault in faults if "status of 404" not in fault] == []


def _new_page(browser: Browser) -> Page:
    """Open an empty page that waits for as long as a busy machine may need."""
    page = browser.new_page(viewport={"width": 900, "height": 500})
    page.set_default_timeout(1000 * HANG)
    return page


def _open(page: Page, running: Running, path: str) -> None:
    page.goto("about:blank")
    page.goto(running.address + path)
    page.wait_for_selector(LISTENING, state="attached")


def _save(path: Path, text: str) -> None:
    """Save as careful editors do: write beside, then rename."""
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def _reloaded(page: Page, act: Callable[[], None]) -> None:
    """Do something after which the page must load again and listen again."""
    with page.expect_websocket():
        act()
    page.wait_for_selector(LISTENING, state="attached")


def _body(page: Page) -> str:
    return page.locator("main").inner_text()


def test_a_changed_value_shows_in_both_languages(page: Page, running: Running, root: Path, browser: Browser) -> None:
    """A value that is changed stands on the pages of all languages, without a reload by hand."""
    english = _new_page(browser)
    _open(english, running, "en/")
    text = RO.replace("1209", "1300").replace("1.209", "1.300")
    _reloaded(page, lambda: _save(root / "content/ro/index.md", text))
    expect(page.locator("main")).to_contain_text("1.300")
    expect(english.locator("main")).to_contain_text("1,300")
    english.close()


def test_broken_front_matter_is_shown_and_heals(page: Page, root: Path) -> None:
    """A fault shows its place, its line, its fix and a link to the editor over the old page; corrected, it goes."""
    sheet = root / "content/ro/index.md"
    _save(sheet, RO.replace("title: Cifre", 'title: "Cifre'))
    dialog = page.locator("#_preview dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("content/ro/index.md:")
    expect(dialog).to_contain_text("F005")
    assert "1.209" in _body(page)
    href = dialog.locator("a").first.get_attribute("href")
    assert href is not None
    assert href.startswith(f"vscode://file{root.resolve()}/content/ro/index.md:")
    _reloaded_or_told = RO.replace("Un rezumat", "Alt rezumat")
    _reloaded(page, lambda: _save(sheet, _reloaded_or_told))
    expect(page.locator("main")).to_contain_text("Alt rezumat")
    expect(dialog).to_be_hidden()


def test_mended_to_what_it_was_the_fault_goes(page: Page, root: Path) -> None:
    """Where the corrected sheet is the old one, nothing need be loaded again: the findings go."""
    sheet = root / "content/ro/index.md"
    _save(sheet, RO.replace("value: 1209", "value: NaN"))
    dialog = page.locator("#_preview dialog")
    expect(dialog).to_be_visible()
    expect(dialog.locator("li.error mark")).to_have_text(["N"])
    _save(sheet, RO)
    expect(dialog).to_be_hidden()


def test_the_findings_are_left_by_the_keyboard(page: Page, root: Path) -> None:
    """Escape hides the findings, a button of the bar shows them again."""
    _save(root / "content/ro/index.md", RO.replace("{{ arrests }}", "{{ arest }}"))
    dialog = page.locator("#_preview dialog")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.locator("#_preview button[data-show]").focus()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()


def test_markup_in_a_fault_is_text(page: Page, root: Path) -> None:
    """A faulty line that holds markup makes no element and runs nothing."""
    evil = "<img src=x onerror=\"document.title='owned'\">"
    _save(root / "content/ro/index.md", RO.replace("value: 1209", f"value: '{evil}'"))
    dialog = page.locator("#_preview dialog")
    expect(dialog).to_contain_text("<img src=x")
    assert dialog.locator("img").count() == 0
    assert page.title() != "owned"


def test_a_broken_template_is_shown_and_heals(page: Page, root: Path) -> None:
    """A fault in a template names its line; corrected, the new page is there."""
    template = root / "templates/sheet.html"
    text = template.read_text(encoding="utf-8")
    _save(template, text + "{% if %}\n")
    dialog = page.locator("#_preview dialog")
    expect(dialog).to_contain_text("templates/sheet.html:")
    assert "1.209" in _body(page)
    _reloaded(page, lambda: _save(template, text.replace("</main>", "<p>Nou.</p></main>")))
    expect(page.locator("main")).to_contain_text("Nou.")


def test_a_style_sheet_is_exchanged_in_place(page: Page, root: Path) -> None:
    """A changed style sheet shows without a reload: what was typed into the page stays."""
    page.evaluate("window.stays = true")
    style = root / "static/style.css"
    _save(style, style.read_text(encoding="utf-8") + "\nbody { outline: 3px solid rgb(1, 2, 3); }\n")
    expect(page.locator("body")).to_have_css("outline-color", "rgb(1, 2, 3)")
    assert page.evaluate("window.stays") is True
    expect(page.locator('head link[rel="stylesheet"]')).to_have_count(2)  # that of paper stands beside it
    _reloaded(page, lambda: _save(root / "content/ro/index.md", RO.replace("S-au făcut", "Au fost")))
    expect(page.locator("body")).to_have_css("outline-color", "rgb(1, 2, 3)")


def test_sheets_come_and_go(page: Page, running: Running, root: Path) -> None:
    """A sheet that is added, renamed and deleted is there, elsewhere and gone, in the open page as well."""
    page.goto(f"{running.address}ro/nou/")
    expect(page.locator("#_preview .bar")).to_have_count(1)
    assert "1.209" not in _body(page)

    def add() -> None:
        _save(root / "content/ro/nou.md", RO_MORE.replace("Detalii", "Foaie nouă"))
        _save(root / "content/en/nou.md", EN_MORE.replace("Details", "New sheet"))

    _reloaded(page, add)
    expect(page.locator("h1").first).to_have_text("Foaie nouă")

    def rename() -> None:
        for tag in ("ro", "en"):
            (root / f"content/{tag}/nou.md").rename(root / f"content/{tag}/alta.md")

    _reloaded(page, rename)
    expect(page.locator("h1").first).not_to_have_text("Foaie nouă")
    _open(page, running, "ro/alta/")
    expect(page.locator("h1").first).to_have_text("Foaie nouă")

    def delete() -> None:
        for tag in ("ro", "en"):
            (root / f"content/{tag}/alta.md").unlink()

    _reloaded(page, delete)
    assert wait_for(lambda: running.ask("/ro/alta/").startswith(b"HTTP/1.1 404 "))


STANDS_AS_BEFORE: Final = "Math.abs(scrollY - sessionStorage.stood) < 20"


def _scrolled(page: Page, running: Running, root: Path) -> str:
    """Open a long page at a figure, scroll on, give the text of its sheet; the page notes where it is left first."""
    long = RO + "\n\n".join(f"Alineatul {word}." for word in "abcdefghijklmnopqrstuvwxyz" * 3)
    _reloaded(page, lambda: _save(root / "content/ro/index.md", long))
    _open(page, running, "ro/#arrests")
    page.evaluate("() => new Promise((there) => requestAnimationFrame(() => requestAnimationFrame(there)))")
    page.evaluate("scrollTo({top: 900, behavior: 'instant'})")
    page.wait_for_function("scrollY > 800")
    page.evaluate("addEventListener('pagehide', () => { sessionStorage.stood ??= scrollY; })")
    return long


def test_the_place_on_the_page_is_kept(page: Page, running: Running, root: Path) -> None:
    """After a reload the page stands where it stood, and the address still names the figure."""
    long = _scrolled(page, running, root)
    _reloaded(page, lambda: _save(root / "content/ro/index.md", long.replace("Un rezumat", "Alt rezumat")))
    page.wait_for_function(STANDS_AS_BEFORE)
    assert float(page.evaluate("sessionStorage.stood")) > 800
    assert page.url.endswith("/ro/#arrests")


def test_a_page_that_loads_twice_keeps_its_place(page: Page, running: Running, root: Path) -> None:
    """A save that comes before a page is back at its place does not make another place of it."""
    long = _scrolled(page, running, root)
    page.add_init_script(
        "if (!sessionStorage.once) { sessionStorage.once = 1; window.requestAnimationFrame = () => 0; }"
    )
    for word in ("Alt", "Iar un"):
        _reloaded(page, lambda word=word: _save(root / "content/ro/index.md", long.replace("Un", word)))  # type: ignore[misc]
    page.wait_for_function(STANDS_AS_BEFORE)
    assert float(page.evaluate("sessionStorage.stood")) > 800


def test_the_bar_tells_of_drafts_and_translations(page: Page, running: Running, root: Path) -> None:
    """The bar says that a sheet is a draft, and which translation is not there; no build holds it."""
    draft = RO_MORE.replace("title: Detalii", "title: Ciornă\ndraft: true")
    page.goto("about:blank")
    _save(root / "content/ro/ciorna.md", draft)
    assert wait_for(lambda: running.ask("/ro/ciorna/").startswith(b"HTTP/1.1 200 "))
    _open(page, running, "ro/ciorna/")
    expect(page.locator("#_preview .bar")).to_contain_text("Draft: not published")
    expect(page.locator("#_preview .bar")).to_contain_text("English: not translated yet")


def test_a_save_that_a_page_was_not_told_of_is_shown(page: Page, running: Running) -> None:
    """Of two saves while a page connects, the first is told to nobody and the second changes another page: both show.

    The order of events is given by a socket that stands for the server's.
    """
    shown = re.search(rb'data-serial="(\d+)"', running.ask("/ro/"))
    assert shown is not None
    serial = int(shown[1]) + 2
    tried: list[WebSocketRoute] = []

    def late(socket: WebSocketRoute) -> None:
        tried.append(socket)
        if len(tried) > 1:
            socket.connect_to_server()
            return
        told = {"command": "reload", "serial": serial, "changed": ["en/index.html"], "styles": {}}
        socket.on_message(lambda _: socket.send(json.dumps({"command": "hello", "serial": serial})))
        socket.send(json.dumps(told))

    page.route_web_socket("**/livereload*", late)
    _open(page, running, "ro/")
    assert len(tried) == 2


def test_a_switch_of_branches_is_one_rebuild(browser: Browser, tmp_path: Path) -> None:
    """When hundreds of files change at once, the pages are built once or twice, and none is stale."""
    root, other = tmp_path / "site", tmp_path / "other"
    _begin(root)
    shutil.copytree(root / "content", other)
    for number in range(150):
        for tag, text in (("ro", RO_MORE), ("en", EN_MORE)):
            (other / tag / f"sheet-{number}.md").write_text(text, encoding="utf-8")
    (other / "ro/index.md").write_text(RO.replace("S-au făcut", "Pe ramura cealaltă"), encoding="utf-8")
    page = _new_page(browser)
    with preview(root) as running:
        _open(page, running, "ro/")
        before = len(running.said)
        os.rename(root / "content", root / "old")  # noqa: PTH104 - as a tool would
        os.rename(other, root / "content")  # noqa: PTH104 - the same
        expect(page.locator("main")).to_contain_text("Pe ramura cealaltă")
        assert wait_for(lambda: running.ask("/en/sheet-149/").startswith(b"HTTP/1.1 200 "))
        _save(root / "content/ro/index.md", RO.replace("S-au făcut", "După schimbare"))
        expect(page.locator("main")).to_contain_text("După schimbare")
        assert len([line for line in running.said[before:] if line.startswith("Built:")]) <= 4
    page.close()


def test_a_server_that_is_started_anew_is_found(browser: Browser, tmp_path: Path) -> None:
    """A page that was left open loads again when the preview comes back on its port."""
    root = write_site(tmp_path)
    page = _new_page(browser)
    with preview(root) as first:
        _open(page, first, "ro/")
        port = first.port
    with preview(root, "--port", str(port)) as second:
        assert second.port == port
        _save(root / "content/ro/index.md", RO.replace("S-au făcut", "Din nou"))
        expect(page.locator("main")).to_contain_text("Din nou")
    page.close()


def test_git_is_not_needed(tmp_path: Path) -> None:
    """The preview starts in a folder that is under no version control, without a git to call."""
    root = write_site(tmp_path)
    assert subprocess.run(["git", "-C", root, "status"], capture_output=True, check=False).returncode != 0
    with preview(root, environment={"PATH": ""}) as running:
        assert running.is_well()


def test_english_is_there_too(page: Page, root: Path) -> None:
    """A sheet of another language that is saved changes its own pages and leaves the rest alone."""
    page.evaluate("window.stays = true")
    with page.expect_response("**/_preview/panel*"):  # asked for when the page has been told, and has not loaded again
        _save(root / "content/en/index.md", EN.replace("There were", "They made"))
    assert page.evaluate("window.stays") is True


def test_bar_and_findings_are_accessible(browser: Browser, running: Running, root: Path, page_checkers: Path) -> None:
    """No fault of the bar and the findings is known to axe, in light and in dark."""
    page = _new_page(browser)  # axe tries inline styles, which the policy refuses aloud
    _open(page, running, "ro/")
    _save(root / "content/ro/index.md", RO.replace("value: 1209", "value: 1.209"))
    expect(page.locator("#_preview dialog")).to_be_visible()
    page.evaluate((page_checkers / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate("axe.run({include: ['#_preview']})")
        assert found["passes"]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]] == []
    page.close()
