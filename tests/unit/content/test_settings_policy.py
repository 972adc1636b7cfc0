"""What is loaded from other sites is told, unless the policy lets it in."""

import pytest

from factsheet.content.settings import ASKED, LOADED, Settings, refused

SITE = Settings(base_url="https://facts.example/a/", csp={"img-src": ("https://*.pictures.example/own",)})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<script src="https://a.example/c.js"></script>', [(13, "script-src", "https://a.example")]),
        ("<script defer\n src=//a.example/c.js>", [(19, "script-src", "https://a.example")]),
        ('<link rel="stylesheet" href="http://a.example/x">', [(29, "style-src", "https://a.example")]),
        ('<link rel="me" href="https://a.example/x"><a href="https://a.example/">', []),
        ('<img alt="" src="https://b.pictures.example/own/1.png"><img src="https://facts.example/a.png">', []),
        ('<img src="https://b.pictures.example/other.png">', [(10, "img-src", "https://b.pictures.example")]),
        ('<img src="{{ asset("a.png") }}">', []),
    ],
)
def test_elements(text: str, expected: list[tuple[int, str, str]]) -> None:
    """Scripts, style sheets and pictures; links that load nothing are left alone."""
    assert [(at, one["directive"], one["origin"]) for at, one in refused(SITE, text, LOADED)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@import 'https://a.example/x.css';", [(9, "style-src")]),
        ("@import url(//a.example/x.css);", [(12, "style-src")]),
        ("a { src: local(A), url( 'https://a.example/a.woff2' ) }", [(25, "font-src")]),
        ("a { background-image: none, url(https://a.example/a.png) }", [(32, "img-src")]),
        ("/* https://a.example */ a { background: url(a.png) }", []),
        ("a { background: url(data:image/png;base64,AA//BB) }", []),
        ("a { background: url(/static//a.png) }", []),
    ],
)
def test_style_sheets(text: str, expected: list[tuple[int, str]]) -> None:
    """Imports, fonts and pictures; comments and files of the site are left alone."""
    assert [(at, one["directive"]) for at, one in refused(SITE, text, ASKED)] == expected
