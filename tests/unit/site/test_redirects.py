"""Addresses that pages had before, and where each leads on."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, build
from factsheet.site.addresses import is_address, old_path
from tests.support import SMALL_SITE, said, write_site


@pytest.mark.parametrize(
    ("alias", "expected"),
    [
        ("old", "en/old/"),
        ("old/page/", "en/old/page/"),
        ("/old/page", "old/page/"),
        ("/old.html", "old.html"),
        ("/Docs/Old.php", "Docs/Old.php"),
        ("old/index.html", "en/old/"),
        ("/index.html", ""),
        ("s\u0326tiri", "en/\u0219tiri/"),
    ],
)
def test_an_old_address_is_a_path(alias: str, expected: str) -> None:
    """With a slash before it, it is seen from the root of the site; what has no ending is a folder."""
    assert old_path("en/", alias) == expected


@pytest.mark.parametrize(
    "alias", ["../x", "/a//b", "a b", "x?y", "x#y", "a%20b", "con", "<b>", "a:b", "a'b", "\u202ex"]
)
def test_what_is_no_path_is_none(alias: str) -> None:
    """Ways up, spaces, queries and what no system could keep as a file are refused."""
    assert not is_address(alias)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            '"/old/" = "ro/metod.md"',
            "5:11: R513 the redirect of `/old/` leads nowhere: there is no page `ro/metod.md` | name",
        ),
        (
            '"/old/" = "/ru/"',
            "5:11: R513 the redirect of `/old/` leads nowhere: there is no page `ru/` | did you mean `/ro/`?",
        ),
        ('"/ro/" = "/en/"', "5:10: O703 `ro/index.html` would be made twice"),
        ('"/404.html" = "/en/"', "5:15: O710 `/404.html` cannot be an old address"),
        ('"/Old/a/" = "/en/"\n"/old/b/" = "/en/"', "6:13: O703 `old/` would be made twice"),
        ('"/a b" = "/en/"', "5:10: O710 `/a b` cannot be an old address | write it from the root"),
        ('"old" = "/en/"', '5:1: C803 `old` should be "/old"'),
        ('"/old" = 3', "5:10: C803 `/old` should be a text in quotes"),
    ],
)
def test_redirects_that_cannot_be_are_told_at_their_line(tmp_path: Path, line: str, expected: str) -> None:
    """A redirect to nowhere, over a page, or from what is no address stops publication."""
    files = {**SMALL_SITE, "site.toml": f"{SMALL_SITE['site.toml']}[redirects]\n{line}\n"}
    result = build(write_site(tmp_path, files), Options())
    (problem,) = [one for one in result.problems if one.place.path == "site.toml"]
    assert said(problem).startswith(f"site.toml:{expected}")
    assert result.has_errors


def test_a_language_in_other_capitals_is_led_on_by_hosts_alone(tmp_path: Path) -> None:
    """No folder `EN` can stand beside `en` on every system: hosts are told of the address, and no page is made."""
    moved = f'{SMALL_SITE["site.toml"]}[redirects]\n"/EN/Old/" = "/en/"\n'
    result = build(write_site(tmp_path, {**SMALL_SITE, "site.toml": moved}), Options())
    assert not result.has_errors
    assert b"/EN/Old/ /en/ 301\n" in result.artifacts["_redirects"]
    assert [path for path in result.artifacts if path.startswith("EN")] == []
