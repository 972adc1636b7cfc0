"""The table of built files."""

import mimetypes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.preview.access import BadTarget, Elsewhere, ServedFile, find, media_of, path_of

FILES = {
    "index.html": b"chooser",
    "ro/index.html": b"pagina",
    "ro/școală/index.html": b"scoala",
    "assets/style.0123456789.css": b"body {}",
}


def _found(target: str) -> str | None:
    found = find(FILES, target)
    return found.path if isinstance(found, ServedFile) else None


def test_pages_are_found_by_their_folders() -> None:
    """A folder's address gives its page; a query is left aside; letters may be encoded."""
    assert _found("/") == "index.html"
    assert _found("/ro/") == _found("/ro/index.html") == _found("/ro/?x=1") == "ro/index.html"
    assert _found("/ro/%C8%99coal%C4%83/") == "ro/școală/index.html"


def test_a_folder_without_its_slash_is_elsewhere() -> None:
    """The way to a folder's page is an encoded path of the table."""
    assert find(FILES, "/ro") == Elsewhere("/ro/")
    assert find(FILES, "/ro/%C8%99coal%C4%83") == Elsewhere("/ro/%C8%99coal%C4%83/")


@pytest.mark.parametrize("target", ["", "x", "*", "//a", "/#", "/a\\b", "/%5c", "/%00", "/%ff", "/ ", "/\n", "/ș"])
def test_what_no_browser_sends_is_bad(target: str) -> None:
    """A target that is no path of this server, or cannot be decoded, is refused as malformed."""
    with pytest.raises(BadTarget):
        find(FILES, target)


@pytest.mark.parametrize(
    "target", ["/ro/../index.html", "/%2e%2e/index.html", "/%252e%252e/", "/RO/", "/ro//", "/%2fro/"]
)
def test_paths_are_exact(target: str) -> None:
    """Nothing is made of a path but what it says: no dots resolved, no second decoding, no folding."""
    assert find(FILES, target) is None


@given(st.text())
def test_no_target_makes_it_fail(target: str) -> None:
    """Every target, however odd, is found, elsewhere, not there, or refused."""
    try:
        find(FILES, f"/{target}")
    except BadTarget:
        return
    assert isinstance(path_of(f"/{target}"), str)


def test_media_types_follow_the_name() -> None:
    """A file's type follows the ending of its name; unknown ones are bytes."""
    assert media_of("a.HTML") == "text/html; charset=utf-8"
    assert media_of("a.svg") == "image/svg+xml"
    assert media_of("_headers") == "application/octet-stream"


@pytest.mark.parametrize(
    "ending",
    ["avif", "css", "csv", "gif", "html", "jpeg", "jpg", "js", "json", "pdf", "png", "svg", "txt", "webp", "zip"],
)
def test_media_types_are_those_of_everybody(ending: str) -> None:
    """Each kind of file is sent as what Python's own table, made from that of IANA, says it is."""
    with_types = {
        **mimetypes.types_map,
        ".avif": "image/avif",
        ".webp": "image/webp",
        ".js": "text/javascript",
    }  # not in each Python
    assert media_of(f"a.{ending}").partition(";")[0] == with_types[f".{ending}"]


def test_only_pages_are_shown_with_the_bar() -> None:
    """A page is told from other files, and every file has a validator of its content."""
    page, style = find(FILES, "/"), find(FILES, "/assets/style.0123456789.css")
    assert isinstance(page, ServedFile)
    assert isinstance(style, ServedFile)
    assert (page.is_page, style.is_page) == (True, False)
    assert page.tag != style.tag
