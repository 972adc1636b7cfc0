"""Every page has an address of its own, a good one, and a template."""

from pathlib import Path

import pytest

from factsheet.core.codes import fix
from tests.proving import SETTINGS, SITE, found, problems

MORE = "---\ntitle: Mai mult\nslug: {slug}\n---\nText.\n"


def site(slug: str, other: str = "altul") -> dict[str, str]:
    """The site with two more sheets in both languages, whose slugs in Romanian are given."""
    files = dict(SITE)
    for name, given in (("a", slug), ("b", other)):
        files[f"content/ro/{name}.md"] = MORE.format(slug=given)
        files[f"content/en/{name}.md"] = MORE.format(slug=f"page-{name}")
    return files


@pytest.mark.parametrize("slug", ["metoda", "a-b_c", "țări", "2025"])
def test_good_slugs(tmp_path: Path, slug: str) -> None:
    """Small letters of any script, digits and single hyphens make an address."""
    assert found(tmp_path, site(f"'{slug}'")) == []


@pytest.mark.parametrize(
    "slug", ["../index", "a/b", "A", "a b", "con", "figures", "embed", "a--b", "-a", "a.b", "a\\\\b", "%2e%2e"]
)
def test_bad_slugs(tmp_path: Path, slug: str) -> None:
    """Dots, slashes, spaces, capitals, and names with a meaning of their own make none."""
    assert found(tmp_path, site(f'"{slug}"')) == ["O704 content/ro/a.md:3:7"]


@pytest.mark.parametrize(
    ("slug", "way_out"),
    [
        ("con", "choose another word than `con`"),
        ("a/figures", "choose another word than `figures`"),
        ("A B", "write `slug: a-b`"),
        ("???", "use small letters, digits and hyphens"),
    ],
)
def test_a_bad_slug_is_told_with_a_way_out(tmp_path: Path, slug: str, way_out: str) -> None:
    """A word that is kept for something else is named; of others, an address like it is offered where there is one."""
    (one,) = problems(tmp_path, site(f'"{slug}"'))
    assert fix(one).startswith(way_out)


def test_two_pages_with_one_address(tmp_path: Path) -> None:
    """The second of two pages at one address is reported, letter case and normal form aside."""
    assert found(tmp_path, site("ta\u0306ri", "t\u0103ri")) == ["O703 content/ro/b.md:3:7"]


def test_the_menu_names_sheets(tmp_path: Path) -> None:
    """What is no sheet is reported where the setting names it."""
    files = {**site("unu"), "site.toml": SETTINGS + 'menu = ["a.md", "c.md", "ro/b.md"]\n'}
    line = files["site.toml"].count("\n")
    assert found(tmp_path, files) == [f"R514 site.toml:{line}:17", f"R514 site.toml:{line}:25"]


def test_a_site_without_a_front_page_is_told(tmp_path: Path) -> None:
    """Where `index.md` is missing or a draft, its place is named, once for all languages; a redirect will do."""
    draft = {path: text.replace("---\n", "---\ndraft: true\n", 1) for path, text in SITE.items() if "index.md" in path}
    files = {**site("unu"), **draft}
    assert found(tmp_path, files) == ["O726 content/ro/index.md:1:1"]
    moved = '[redirects]\n"/ro/" = "ro/a.md"\n"/en/" = "en/a.md"\n'
    assert found(tmp_path, {**files, "site.toml": f"{SETTINGS}{moved}"}) == []


def test_a_layout_needs_its_template(tmp_path: Path) -> None:
    """A layout without a template is reported where it is named."""
    files = site("metoda")
    files["content/ro/a.md"] = files["content/ro/a.md"].replace("slug:", "layout: shet\nslug:")
    assert "O705 content/ro/a.md:3:9" in found(tmp_path, files)


def test_no_page_takes_the_place_of_a_language(tmp_path: Path) -> None:
    """Where one language stands at the root, none of its sheets may have the address of another one's front page."""
    files = {**SITE, "site.toml": f'{SETTINGS}root = "ro"\n', "content/ro/en.md": "---\ntitle: En\n---\nText.\n"}
    assert "O703 content/ro/en.md:1:1" in found(tmp_path, files)
