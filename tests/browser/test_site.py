"""What search engines, link checkers, validators and slow connections find in the built site; no browser needed."""

import gzip
import json
import subprocess
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from typing import Final
from urllib.parse import unquote, urlsplit

import pytest

from tests.exhibits import Exhibit, gallery, real_site
from tests.rich_site import build_rich
from tests.support import ROOT

HTML_LIMIT: Final = 14 * 1024
"""Bytes of a page, compressed: what the first round trip of a connection carries (RFC 6928)."""

PAGE_LIMIT: Final = 30 * 1024
"""Bytes of a page with its style sheet, script and icon, compressed."""

SCRIPT_LIMIT: Final = 5 * 1024
ASSETS = (".css", ".js", ".svg")


class Links(HTMLParser):
    """The ids and links of a page, and what its head tells search engines."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.alternates: dict[str, str] = {}
        self.canonical = ""
        self.language = ""
        self.styles: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element names and where it leads."""
        given = {name: value or "" for name, value in attrs}
        self.ids.extend([given["id"]] if "id" in given else [])
        self.styles.extend([tag] if "style" in given or tag == "style" else [])
        if tag == "html":
            self.language = given["lang"]
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
        elif tag == "link" and given.get("rel") == "alternate" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
        elif found := [given[name] for name in ("href", "src", "data-next") if name in given]:
            self.links.append(found[0])
            self.loaded.extend(self.links[-1:] if tag != "a" else [])


@pytest.fixture(scope="module", params=[real_site, gallery], ids=["real", "gallery"])
def exhibit(request: pytest.FixtureRequest) -> Exhibit:
    """The real site, then the one that shows every part of a page."""
    built: Exhibit = request.param()
    return built


@pytest.fixture(scope="module")
def read(exhibit: Exhibit) -> dict[str, Links]:
    """Every page of the site, read."""
    return {path: Links(exhibit.text(path)) for path in exhibit.pages}


def _target(exhibit: Exhibit, page: str, link: str) -> str:
    """The file that a link of a page leads to, as the host resolves it."""
    path = unquote(urlsplit(link).path)
    if path.startswith("/"):
        assert path.startswith(exhibit.base_path), f"{page} leads out of the site: {link}"
        found = path.removeprefix(exhibit.base_path)
    else:
        found = normpath(join(page.rpartition("/")[0], path)) + ("/" if path.endswith("/") else "")
    found = "" if found in {".", "./"} else found
    if not path:
        return page
    return f"{found}index.html" if not found or found.endswith("/") else found


def test_every_link_and_anchor_leads_somewhere(exhibit: Exhibit, read: dict[str, Links]) -> None:
    """Each link inside the site names a file that is published, and an id that is on its page."""
    lost = []
    for page, links in read.items():
        for link in links.links:
            if urlsplit(link).scheme:
                continue
            target = _target(exhibit, page, link)
            fragment = unquote(urlsplit(link).fragment)
            if target not in exhibit.files or (fragment and fragment not in read[target].ids):
                lost.append(f"{page}: {link}")
    assert lost == []


def test_ids_stand_once(read: dict[str, Links]) -> None:
    """No id is given twice on a page."""
    assert {page: links.ids for page, links in read.items() if len(set(links.ids)) < len(links.ids)} == {}


def test_no_style_is_inline(read: dict[str, Links]) -> None:
    """No element carries a style: the policy would refuse it."""
    assert {page: links.styles for page, links in read.items() if links.styles} == {}


def test_translations_name_each_other(read: dict[str, Links]) -> None:
    """All pages of a sheet give the same set of translations; each is in its own, under its own address."""
    by_address = {links.canonical: links for links in read.values() if links.alternates}
    assert by_address
    for links in read.values():
        for tag, address in links.alternates.items():
            if tag != "x-default":
                assert by_address[address].alternates == links.alternates
                assert by_address[address].language == tag
    for address, links in by_address.items():
        assert address in links.alternates.values()


def test_pages_in_another_language_leave_the_set(read: dict[str, Links]) -> None:
    """A page that shows the original in place of a translation names the original, and no translations."""
    shown: dict[str, list[Links]] = defaultdict(list)
    for links in read.values():
        shown[links.canonical].append(links)
    for pages in shown.values():
        assert sum(bool(links.alternates) for links in pages) <= 1


def test_pages_are_light(exhibit: Exhibit, read: dict[str, Links]) -> None:
    """A page is at most 14 KiB compressed, 30 KiB with all that it loads, its script below 5 KiB."""
    assert any(link.endswith(".js") for links in read.values() for link in links.loaded)
    for path, links in read.items():
        targets = {_target(exhibit, path, link) for link in links.loaded if not urlsplit(link).scheme}
        loaded = {target: exhibit.files[target] for target in targets if target.endswith(ASSETS)}
        html = len(gzip.compress(exhibit.files[path], 9))
        assert html <= HTML_LIMIT, path
        assert html + sum(len(gzip.compress(data, 9)) for data in loaded.values()) <= PAGE_LIMIT, path
        assert sum(len(data) for name, data in loaded.items() if name.endswith(".js")) < SCRIPT_LIMIT, path


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The pages of both sites and a page to search in, as files: a checker takes longer to start than to read them."""
    folder = tmp_path_factory.mktemp("pages")
    searched = build_rich({}, formats=("search",)).files["en/search/index.html"]
    sites = {"real": real_site().files, "gallery": gallery().files, "search": {"index.html": searched}}
    pages = {f"{site}/{path}": data for site, files in sites.items() for path, data in files.items()}
    names = [path for path in sorted(pages) if path.endswith(".html")]
    for path in names:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(pages[path])
    return [str(folder / path) for path in names]


@pytest.mark.slow
def test_the_nu_checker_finds_nothing(written: list[str], page_checkers: Path, java: str) -> None:
    """The Nu HTML checker finds neither errors nor warnings, but for a policy that it misreads.

    It takes data blocks, which a policy does not govern (HTML standard, "prepare the script element"), for scripts.
    """
    jar = page_checkers / "vnu-jar/build/dist/vnu.jar"
    run = subprocess.run(
        [java, "-jar", jar, "--format", "json", *written], capture_output=True, text=True, timeout=600, check=False
    )
    messages = json.loads(run.stderr)["messages"]
    assert [found for found in messages if "Content Security Policy" not in found["message"]] == []


@pytest.mark.slow
def test_html_validate_finds_nothing(written: list[str], page_checkers: Path, node: str) -> None:
    """html-validate finds nothing to complain of under its recommended rules."""
    program = page_checkers / "html-validate/bin/html-validate.mjs"
    run = subprocess.run(
        [node, program, "--config", ROOT / ".htmlvalidate.json", *written],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert (run.returncode, run.stdout) == (0, "")


@pytest.mark.slow
def test_the_policy_evaluator_finds_no_hole(exhibit: Exhibit, page_checkers: Path, node: str) -> None:
    """csp_evaluator finds nothing of medium severity or worse in the policy that hosts are told to send."""
    policy = exhibit.text("_headers").partition("Content-Security-Policy: ")[2].partition("\n")[0]
    program = (
        "import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';"
        "import { CspParser } from 'csp_evaluator/dist/parser.js';"
        "const found = new CspEvaluator(new CspParser(process.argv[1]).csp).evaluate();"
        "console.log(JSON.stringify(found.filter((finding) => finding.severity <= 30)));"
    )
    run = subprocess.run(
        [node, "--input-type=module", "-e", program, policy],
        cwd=page_checkers.parent,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("[]\n", "")
