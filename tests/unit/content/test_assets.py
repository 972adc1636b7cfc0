"""Static files under their published names, and the style sheets that refer to them."""

import re
from collections.abc import Callable, Mapping

import pytest

from factsheet.content import assets
from factsheet.content.assets import lean_style, published_path, replace_addresses, with_addresses
from tests.support import codes, said

LOGO, FONT = published_path("logo.png", b"png"), published_path("fonts/a b.woff2", b"font")
FILES = {"logo.png": b"png", "fonts/a b.woff2": b"font"}


def style(text: str, path: str = "style.css") -> str:
    """The style sheet as it is published; it must be without fault."""
    files, problems = with_addresses({**FILES, path: text.encode()})
    assert problems == []
    return files[path].decode()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a { background: url(logo.png) }", f"a {{ background: url({LOGO[7:]}) }}"),
        ('a { background: URL( "logo.png" ) }', f'a {{ background: URL( "{LOGO[7:]}" ) }}'),
        ("a { b: url(logo.png ) }", f"a {{ b: url({LOGO[7:]} ) }}"),
        ("src: url('fonts/a%20b.woff2?#iefix')", f"src: url('{FONT[7:].replace(' ', '%20')}?#iefix')"),
        ("src: url('fonts/a%20b.woff2#inside') x", "src: url('data:font/woff2;base64,Zm9udA==') x"),
        ("src: url(logo.png#inside)", "src: url(data:image/png;base64,cG5n)"),
        ("src: url(/static/logo.png#x)", f"src: url({LOGO[7:]}#x)"),
        ("/*! url(none.png) */ b { c: 'url(none.png)' }", "/*! url(none.png) */ b { c: 'url(none.png)' }"),
        ("a { b: url(data:image/png;base64,xx==) }", "a { b: url(data:image/png;base64,xx==) }"),
        (
            "a { b: url(#grid), url(), url(https://x.example/y) }",
            "a { b: url(#grid), url(), url(https://x.example/y) }",
        ),
    ],
)
def test_addresses_become_published_names(written: str, expected: str) -> None:
    """What names a static file is written as that file is published; all else stays as it is."""
    assert style(written) == lean_style(expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a {\n  b: c;\n\n  d: e; /* f */\n}\n", "a{b:c;d:e}"),
        ("/* a */\n/*! licence */\nb { c: d }", "/*! licence */\nb{c:d}"),
        ("a { b: '/* c */  d', \"e: f; g\" }", "a{b:'/* c */  d',\"e: f; g\"}"),
        ("a/* b */.c { d: e }", "a/**/.c{d:e}"),
        ("a :is(b, c) > d::after { e: calc(1px + 2px) }", "a :is(b,c)>d::after{e:calc(1px + 2px)}"),
        ("@media (x: y) and (z) {\n  a\n  b { --c: {} }\n}", "@media (x:y) and (z){a\nb{--c:{}}}"),
        ("a { b: 'c\\\n  d'; /* e */ }", "a { b: 'c\\\n  d'; /* e */ }"),
    ],
)
def test_style_sheets_are_published_without_comments(written: str, expected: str) -> None:
    """Comments and white space stay with the author; texts, licences and what either parts stay as they are."""
    assert style(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("// Why.\nif (a) {\n  b(); // c\n\n}\n", "if (a) {\nb(); // c\n}\n"),
        ("//! licence\na();\n//# sourceMappingURL=a\n", "//! licence\na();\n//# sourceMappingURL=a\n"),
        ("a(`\n  // b\n`);\n", "a(`\n  // b\n`);\n"),
        ("a('\\\n  // b');\n", "a('\\\n  // b');\n"),
        ("a(`b`);\n  // c\n", "a(`b`);\n"),
    ],
)
def test_scripts_are_published_without_comments(written: str, expected: str) -> None:
    """Lines of comments and indentation go; a script in which a text runs over lines is left as it is."""
    assert style(written, "own.js") == expected


def test_addresses_are_seen_from_the_style_sheet() -> None:
    """A style sheet in a folder names files as they lie beside it, and the way out of its folder stays right."""
    assert style("a { b: url(../logo.png) }", "own/more.css") == f"a{{b:url(../{LOGO[7:]})}}"


def test_a_style_sheet_is_named_by_all_that_it_shows() -> None:
    """Where a picture changes, so do the names of the style sheets that lead to it, through others too."""
    files = {**FILES, "a.css": b'@import url("b.css");', "b.css": b"b { c: url(logo.png) }"}
    names = []
    for logo in (b"png", b"other"):
        made, problems = with_addresses({**files, "logo.png": logo})
        assert problems == []
        assert published_path("b.css", made["b.css"])[7:] in made["a.css"].decode()
        names.append(published_path("a.css", made["a.css"]))
    assert names[0] != names[1]


def test_what_comes_with_the_engine_is_made_lean_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is kept, unless it names what a site brings, or what itself names such a file."""
    kept: dict[bytes, Mapping[str, bytes]] = {}

    def derived(name: str, source: bytes, make: Callable[[], Mapping[str, bytes]]) -> Mapping[str, bytes]:
        assert name == "static"
        return kept.setdefault(source, make())

    monkeypatch.setattr(assets, "derived", derived)
    files = {**FILES, "a.css": b"a { b: url(logo.png) }", "b.css": b"b { c: d }", "c.css": b"@import url(a.css);"}
    made = with_addresses(files)
    assert kept == {}
    assert with_addresses(files, lambda path: path != "logo.png") == made
    assert list(kept.popitem()[1]) == []
    assert with_addresses(files, lambda _: True) == made
    assert kept.popitem()[1] == {path: made[0][path] for path in ("a.css", "b.css", "c.css")}
    with_addresses(files, lambda _: True)
    key = next(iter(kept))
    kept[key] = {"b.css": b"kept"}
    assert with_addresses(files, lambda _: True)[0]["b.css"] == b"kept"
    assert with_addresses({**files, "b.css": b""}, lambda path: path != "b.css")[0]["b.css"] == b""


def test_a_style_sheet_that_begins_with_another_holds_it() -> None:
    """What a style sheet imports first from its own folder is put in; later imports are no valid CSS and stay."""
    files = {**FILES, "a.css": b"/* both */ @import 'b.css';\na { d: e }", "b.css": b"b { c: url(logo.png) }"}
    made, problems = with_addresses(files)
    assert (problems, made["a.css"]) == ([], f"b{{c:url({LOGO[7:]})}}a{{d:e}}".encode())
    told = with_addresses({**files, "a.css": b"@import 'b.css';\na { d: url(none.png) }"})[1]
    assert [str(problem.place) for problem in told] == ["static/a.css:2:12"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a.css": "\n  b { c: url(lgo.png) }"}, "static/a.css:2:14: O712 there is no file `static/lgo.png` | did you"),
        (
            {"a.css": "b{c:url(/assets/logo.png)}"},
            "static/a.css:1:9: O712 there is no file `/assets/logo.png` | ",
        ),
        (
            {"x/a.css": "b{c:url(/logo.png?1)}"},
            "static/x/a.css:1:9: O712 there is no file `/logo.png` | write `../",
        ),
        ({"a.css": "@import 'none.css';"}, "static/a.css:1:10: O712 there is no file `static/none.css` | "),
        ({"a.css": "b{c:url(../logo.png)}"}, "static/a.css:1:9: O712 there is no file `static/../logo.png` | "),
        ({"a.css": "@import url(b.css)", "b.css": "@import url(a.css)"}, "static/b.css:1:13: O713 the style sheet"),
        ({"a.css": b"\xff"}, "static/a.css:1:1: O713 the style sheet `static/a.css` cannot be published | save"),
    ],
)
def test_what_cannot_be_published_is_told_at_its_place(files: dict[str, str | bytes], expected: str) -> None:
    """A file that is not there, an import of itself, and a style sheet that is no text are findings."""
    given = {path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()}
    _, problems = with_addresses({**FILES, **given})
    assert [said(problem)[: len(expected)] for problem in problems] == [expected]


def test_files_for_the_root_stay_as_they_are() -> None:
    """A style sheet in `static/root/` is not looked at."""
    data = b"a { b: url(none.png) }"
    made, problems = with_addresses({"root/own.css": data})
    assert (made["root/own.css"], codes(problems)) == (data, [])
    assert published_path("root/own.css", data) == "own.css"


@pytest.mark.parametrize(
    ("address", "expected"), [("/logo.png", []), ("/other.png", ["O740"]), ("//example.org/logo.png", [])]
)
def test_addresses_of_the_host_that_may_be_right_are_left(address: str, expected: list[str]) -> None:
    """A file that is published at the root, one that the site does not have, which is told, and one of another host."""
    data = f"b{{c:url({address})}}".encode()
    made, problems = with_addresses({**FILES, "root/logo.png": b"", "a.css": data})
    assert (made["a.css"], codes(problems)) == (data, expected)


def test_the_offset_of_an_address_is_told() -> None:
    """Whoever replaces addresses is told where each begins."""
    text = "@import 'x.css'; a { b: url( y ) }"
    seen: list[tuple[str, str]] = []
    replace_addresses(text, lambda address, offset: seen.append((address, text[offset])))
    assert seen == [("x.css", "x"), ("y", "y")]


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("style.css", r"assets/style\.[0-9a-f]{10}\.css"),
        ("folder/photo.large.png", r"assets/folder/photo\.large\.[0-9a-f]{10}\.png"),
        ("LICENSE", r"assets/LICENSE\.[0-9a-f]{10}"),
    ],
)
def test_assets_are_named_by_what_is_in_them(path: str, pattern: str) -> None:
    """The name changes with the bytes and with nothing else, and keeps its extension."""
    assert re.fullmatch(pattern, published_path(path, b"one"))
    assert published_path(path, b"one") == published_path(path, b"one") != published_path(path, b"two")
