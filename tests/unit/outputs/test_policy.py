"""The content security policy."""

import re
from pathlib import Path

import pytest

from factsheet.content.config import read_settings
from factsheet.outputs.artifacts import FIRST_SCRIPT, POLICY, digest_of
from factsheet.tools.hosting import configuration, served
from scripts.docs import HOSTING
from tests.exhibits import published
from tests.support import SMALL_SITE
from tests.translating import site_of


def test_nothing_inline_and_no_other_host() -> None:
    """Each directive names the site itself or nothing, but for a face in a style sheet and a script by its digest."""
    allowed = {word for directive in POLICY.split("; ") for word in directive.split(" ")[1:]}
    assert allowed == {"'none'", "'self'", "data:", f"'{digest_of(FIRST_SCRIPT)}'"}
    assert POLICY.count("data:") == len(re.findall("(?:font|img)-src 'self' data:", POLICY)) == 2
    assert POLICY.startswith("default-src 'none'; ")


def test_directives_that_meta_elements_must_not_hold_are_absent() -> None:
    """HTML forbids these three in a `meta` element; headers add them."""
    assert not any(name in POLICY for name in ("frame-ancestors", "report-uri", "sandbox"))


def test_origins_of_the_settings_are_let_in_everywhere(tmp_path: Path) -> None:
    """What the owner allows stands in the pages, in `_headers` and in the hosting files; the tag is in every head."""
    tag = '<script defer src="https://c.example/x.js"></script>'
    settings = f"{SMALL_SITE['site.toml']}head = '{tag}'\n[csp]\nscript-src = [\"https://c.example\"]\n"
    files = {**SMALL_SITE, "site.toml": settings}
    built = published(tmp_path, files)
    allowed = f"script-src 'self' '{digest_of(FIRST_SCRIPT)}' https://c.example;"
    for name in ("ro/index.html", "index.html", "404.html", "ro/embed/arrests/index.html"):
        assert allowed in built.text(name)
    assert all(tag in built.text(name) for name in ("ro/index.html", "index.html", "404.html"))
    assert built.text("_headers").count(allowed) == 3
    site = site_of(tmp_path)
    for server in HOSTING:
        text = configuration(server, served(site, "/srv/x", 80))
        assert text.count("script-src 'self' ") == text.count("https://c.example")


NO_ORIGINS = (
    ('script-src = ["http://c.example"]', 14),
    ("script-src = 3", 14),
    ('img-src = "https://c x"', 11),
    ('frame-src = "https://c"', 1),  # the name is wrong, not the value
)


@pytest.mark.parametrize(("line", "column"), NO_ORIGINS)
def test_what_is_no_origin_is_refused(line: str, column: int) -> None:
    """Origins are named with https, and only for what a page loads."""
    _, problems = read_settings(f"[csp]\n{line}\n".encode())
    assert [str(problem.place) for problem in problems] == [f"site.toml:2:{column}"]
