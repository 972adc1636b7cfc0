"""The static files, as they are published."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, build
from factsheet.checks.verify import read_back
from tests.exhibits import Exhibit, published
from tests.rich_site import build_rich, rich_site
from tests.support import SMALL_SITE, write_site


def test_names_hold_a_digest_of_what_is_in_them() -> None:
    """A file's name has the first ten digits of its SHA-256, so that it may be kept for ever."""
    assets = [path for path in rich_site().files if path.startswith("assets/")]
    assert assets
    for path in assets:
        (digest,) = re.findall(r"\.([0-9a-f]{10})\.", path)
        assert hashlib.sha256(rich_site().files[path]).hexdigest().startswith(digest)


def test_the_script_of_the_search_page_is_published_with_it_alone() -> None:
    """A site without search has one script; one with search has the second as well."""
    plain, searched = rich_site(), build_rich({}, formats=("search",))
    assert _scripts(plain) == ["assets/script"]
    assert _scripts(searched) == ["assets/script", "assets/search"]


def _scripts(site: Exhibit) -> list[str]:
    return sorted(path.split(".")[0] for path in site.files if path.endswith(".js"))


def test_files_for_the_root_are_copied_as_they_are(tmp_path: Path) -> None:
    """What lies in `static/root/` stands at the root under its own name; a sheet links to it by its address."""
    files = {
        **SMALL_SITE,
        "static/root/CNAME": "facts.example\n",
        "static/root/.well-known/acme/x": "y",
        "static/root/ro/old.pdf": "%PDF",
    }
    files["content/ro/index.md"] += "\n[Vechi](old.pdf), [gazda](/CNAME).\n"
    files["content/en/index.md"] += "\n[Old](/ro/old.pdf), [host](/CNAME).\n"
    built = published(tmp_path, files)
    assert built.files["CNAME"] == b"facts.example\n"
    assert built.files[".well-known/acme/x"] == b"y"
    assert built.files["ro/old.pdf"] == b"%PDF"
    assert json.loads(built.files["build-info.json"])["copied"] == [".well-known/acme/x", "CNAME", "ro/old.pdf"]


def test_what_is_made_for_hosts_gives_way(tmp_path: Path) -> None:
    """A file of the owner stands in the place of the tool's, each with a notice; it is not read for figures."""
    own = {"robots.txt": "Disallow: /\n", "404.html": "<p lang=en>1,234 people", "x.html": "<p lang=en>567 people"}
    site = write_site(tmp_path, {**SMALL_SITE, **{f"static/root/{name}": text for name, text in own.items()}})
    result = build(site, Options())
    assert [(problem.code, problem.place.path) for problem in result.problems if problem.code[0] == "O"] == [
        ("O708", "static/root/404.html"),
        ("O708", "static/root/robots.txt"),
    ]
    assert {name: result.artifacts[name].decode() for name in own} == own
    assert read_back(result.artifacts) == []


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("ro/index.html", "ro/index.html"),
        ("build-info.json", "build-info.json"),
        ("RO/x.txt", "ro/"),
        ("ro", "ro/"),
        ("Build-Info.json", "build-info.json"),
        ("sitemap.xml/x", None),
        ("build-info.json/x", "build-info.json"),
    ],
)
def test_pages_and_data_do_not_give_way(tmp_path: Path, name: str, other: str | None) -> None:
    """A file that would hide a page or data, on any system, stops publication and is told by its own name."""
    result = build(write_site(tmp_path, {**SMALL_SITE, f"static/root/{name}": "x"}), Options())
    found = [problem for problem in result.problems if problem.code == "O709"]
    assert [(one.place.path, dict(one.values)["other"]) for one in found] == [
        (f"static/root/{name}", other or "sitemap.xml")
    ]
    assert result.has_errors
