"""The addresses that pages had before are proved and served."""

from pathlib import Path

import pytest

from factsheet.checks.addresses import aliases_are_good
from tests.support import SMALL_SITE, run_here, write_site
from tests.translating import site_of


def _with_alias(alias: str) -> dict[str, str]:
    english = SMALL_SITE["content/en/index.md"].replace("title: Example", f"title: Example\naliases: [{alias}]")
    return {**SMALL_SITE, "content/en/index.md": english}


@pytest.mark.parametrize(
    "alias",
    [
        "old",
        "old/page",
        "/old/page/",
        "știri-vechi",
        "vechi/pagina.html",
        "Despre_noi",
        "/x.php",
        "/p%C3%A2ine/",
        "/%e2%82%ac",
    ],
)
def test_good_aliases_are_silent(tmp_path: Path, alias: str) -> None:
    """An alias is a path below its language, or from the root of the site, of whatever letters."""
    assert list(aliases_are_good(site_of(write_site(tmp_path, _with_alias(alias))))) == []


@pytest.mark.parametrize(
    "alias",
    ["../x", "a//b", "/index.html", "assets/x", "a b", "'x?y'", "con", "'<b>'", "a%20b", "x%2Fy", "x%FFy", "x%E2%82"],
)
def test_bad_aliases_are_found(tmp_path: Path, alias: str) -> None:
    """What cannot be part of an address, or is the tool's own, is refused at its place."""
    (problem,) = aliases_are_good(site_of(write_site(tmp_path, _with_alias(alias))))
    assert (problem.code, problem.place.path, problem.place.line) == ("O710", "content/en/index.md", 3)


def test_an_alias_cannot_hide_a_page(tmp_path: Path) -> None:
    """An alias where a page stands stops the build."""
    more = dict.fromkeys(("content/ro/more.md", "content/en/more.md"), "---\ntitle: M\n---\n")
    write_site(tmp_path, {**_with_alias("more"), **more})
    done = run_here("check", "--root", tmp_path)
    assert done.returncode == 1
    assert " O703 " in done.stdout
