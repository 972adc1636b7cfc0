"""The ways through the sheets."""

import re
from pathlib import Path

from factsheet.outputs.navigation import MENU
from tests.exhibits import Exhibit, published
from tests.support import ENGLISH, ROMANIAN, SETTINGS


def _site(tmp_path: Path, *paths: str, **more: str) -> Exhibit:
    files = {"site.toml": SETTINGS, "content/ro/index.md": ROMANIAN, **more}
    for number, path in enumerate(paths, start=1):
        files[f"content/ro/{path}.md"] = f"---\ntitle: Fișa {path}\norder: {number}\n---\nText.\n"
    return published(tmp_path, files)


def _part(site: Exhibit, path: str, name: str) -> list[str]:
    """The links in the part of a page with a class, current entries in brackets."""
    html = site.text(path)
    found = re.search(rf'<(nav|ul) class="[^"]*{name}[^"]*".*?</\1>', html, re.DOTALL)
    if not found:
        return []
    pattern = r'<a [^>]*?href="([^"]*)"|<span [^>]*aria-current[^>]*>([^<]*)'
    return [href or f"[{text}]" for href, text in re.findall(pattern, found[0])]


def test_few_sheets_stand_in_a_menu(tmp_path: Path) -> None:
    """Every sheet but the front page stands in the menu of every page, the current one marked."""
    site = _site(tmp_path, "a", "b")
    assert _part(site, "ro/index.html", "menu") == ["a/", "b/"]
    assert _part(site, "ro/a/index.html", "menu") == ["./", "../b/"]
    assert 'href="./" aria-current="page"' in site.text("ro/a/index.html")


def test_a_menu_gives_short_titles(tmp_path: Path) -> None:
    """A sheet may have a shorter name for menus and for the way back from what is below it; lists have the whole."""
    site = _site(
        tmp_path, "school/x", **{"content/ro/school/index.md": "---\ntitle: Lungă\nshort_title: Scurtă\n---\n"}
    )
    assert re.findall(r">(Lungă|Scurtă)</a>", site.text("ro/index.html")) == ["Scurtă", "Lungă"]
    assert re.findall(r">(Lungă|Scurtă)</a>", site.text("ro/school/x/index.html")) == ["Scurtă", "Scurtă"]
    assert '<h1 id="_title">Lungă</h1>' in site.text("ro/school/index.html")


def test_many_sheets_stand_on_the_front_page_only(tmp_path: Path) -> None:
    """A menu that would push the figures off the screen is left out; the front page lists all sheets."""
    names = [f"s{number}" for number in range(MENU)]
    site = _site(tmp_path, *names)
    assert _part(site, "ro/index.html", "menu") == []
    assert _part(site, "ro/index.html", "listing") == [f"{name}/" for name in names]
    assert _part(site, "ro/s0/index.html", "listing") == []


def test_neighbours_follow_the_reading_order(tmp_path: Path) -> None:
    """Each sheet leads to the one before and the one after; the front page, which lists all, has no need to."""
    site = _site(tmp_path, "z", "a")
    assert _part(site, "ro/index.html", "neighbours") == []
    assert _part(site, "ro/z/index.html", "neighbours") == ["../", "../a/"]
    assert _part(site, "ro/a/index.html", "neighbours") == ["../z/"]


def test_sections(tmp_path: Path) -> None:
    """The index of a folder stands at the folder and in the menu, and is listed with the sheets in it."""
    site = _site(tmp_path, "b", "school/index", "school/x", "school/deep/index", "school/deep/y")
    assert _part(site, "ro/index.html", "menu") == ["b/", "school/"]
    everything = ["school/", "school/x/", "school/deep/", "school/deep/y/"]
    assert re.findall(r'href="([^"]*)"', site.text("ro/index.html").partition('id="_listing"')[2])[1:5] == everything
    assert _part(site, "ro/school/index.html", "listing") == ["x/", "deep/", "deep/y/"]
    assert "În această secțiune" in site.text("ro/school/index.html")
    assert _part(site, "ro/school/deep/y/index.html", "crumbs") == [
        "../../../",
        "../../",
        "../",
        "[Fișa school/deep/y]",
    ]
    assert _part(site, "ro/b/index.html", "neighbours") == ["../", "../school/"]


def test_a_menu_by_hand(tmp_path: Path) -> None:
    """The settings choose the sheets of the menu and their order, however many others there are."""
    names = [f"s{number}" for number in range(MENU)]
    site = _site(tmp_path, *names, **{"site.toml": SETTINGS + 'menu = ["s3.md", "s1.md"]\n'})
    assert _part(site, "ro/s1/index.html", "menu") == ["../s3/", "./"]


def test_crumbs_lead_through_the_folders(tmp_path: Path) -> None:
    """A sheet in a folder names the front page, the sheet of its folder, and itself."""
    site = _site(tmp_path, "dosar", "dosar/unu")
    assert _part(site, "ro/dosar/unu/index.html", "crumbs") == ["../../", "../", "[Fișa dosar/unu]"]
    assert _part(site, "ro/index.html", "crumbs") == []


def test_method_is_named_beside_the_sources(tmp_path: Path) -> None:
    """Where there is a sheet `method`, every other page with sources leads to it."""
    assert "Fișa method</a></p>" in _site(tmp_path, "method").text("ro/index.html")


def test_switcher_shows_each_language_in_itself(tmp_path: Path) -> None:
    """The current language is text, the others are links; each is named in its own language, with its tag."""
    site = _site(tmp_path, **{"content/en/index.md": ENGLISH})
    html = site.text("ro/index.html")
    assert '<span lang="ro" dir="ltr" aria-current="true">Română</span>' in html
    assert '<a href="../en/" lang="en" dir="ltr" hreflang="en" rel="alternate">English</a>' in html
    assert _part(site, "en/index.html", "languages") == ["../ro/", "[English]"]
