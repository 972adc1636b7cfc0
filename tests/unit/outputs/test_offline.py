"""A page as one HTML file."""

import base64
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.outputs.artifacts import FIRST_SCRIPT
from factsheet.outputs.offline import Surroundings, single_file
from tests.rich_site import rich_site

ICON = b"\x89PNG"
AROUND = Surroundings(
    address="https://facts.example/atlas/ro/metoda/",
    folder="ro/metoda/",
    files={
        "assets/style.1.css": b"a { color: red }",
        "assets/script.1.js": b'"use strict"; let a = "</script>";',
        "assets/icon.png": ICON,
        "assets/photo.webp": b"RIFF",
    },
)
POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src &#39;self&#39;">'


def made(html: str) -> str:
    """The page as one file, for the surroundings of these tests."""
    return single_file(html, AROUND)


def policy(html: str) -> str:
    """The policy that a page states."""
    (found,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    return str(found).replace("&#x27;", "'")


def digest(text: str) -> str:
    """A source as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_style_and_script_are_inside_and_named_by_their_digest() -> None:
    """Both are put where they were linked; the policy names each by its SHA-256 and lets in nothing else."""
    links = '<link rel="stylesheet" href="../../assets/style.1.css"><script src="../../assets/script.1.js"></script>'
    html = made(POLICY + links)
    style, script = "a { color: red }", '"use strict"; let a = "<\\/script>";'
    assert f"<style>{style}</style><script>{script}</script>" in html
    assert policy(html) == (
        f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_the_script_that_a_page_asks_for_later_is_inside() -> None:
    """It stands before the one that would ask for it, and both are named by their digests."""
    html = made(f'{POLICY}<script data-next="../../assets/script.1.js">{FIRST_SCRIPT}</script><p>1</p>')
    script = '"use strict"; let a = "<\\/script>";'
    assert html.endswith(f"<script>{script}</script><script>{FIRST_SCRIPT}</script><p>1</p>")
    assert f"script-src {digest(script)} {digest(FIRST_SCRIPT)};" in policy(html)


def test_a_page_without_style_and_script_lets_in_neither() -> None:
    """A policy without digests has no directive that could allow a style or a script."""
    assert policy(made(POLICY)) == "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'"


def test_pictures_are_inside() -> None:
    """Pictures and icons of the site become data, in one size; those of other sites keep their address."""
    inside = f"data:image/png;base64,{base64.b64encode(ICON).decode()}"
    assert made('<link rel="icon" href="../../assets/icon.png">') == f'<link rel="icon" href="{inside}">'
    assert made('<img src="/assets/icon.png" alt="">') == f'<img src="{inside}" alt="">'
    assert made('<img src="https://other.example/a.png">') == '<img src="https://other.example/a.png">'
    chosen = (
        '<picture><source type="image/avif" srcset="../../assets/icon-1.avif 9w"><img src="/assets/icon.png"></picture>'
    )
    assert made(chosen) == f'<picture><img src="{inside}"></picture>'
    assert made('<img src="gone.png">') == '<img src="https://facts.example/atlas/ro/metoda/gone.png">'


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../", "https://facts.example/atlas/ro/"),
        ("figures.csv", "https://facts.example/atlas/ro/metoda/figures.csv"),
        ("#arrests", "#arrests"),
        ("https://other.example/?a=1&amp;b=2", "https://other.example/?a=1&amp;b=2"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_links_lead_to_the_published_site(address: str, expected: str) -> None:
    """A link to another page is written in full; one within the page, or to another site, stays."""
    assert made(f'<a href="{address}">x</a>') == f'<a href="{expected}">x</a>'


def test_links_that_serve_a_site_are_left_out() -> None:
    """A file has no manifest and no icon for launchers, nor a line where they stood."""
    assert made('<b>\n  <link rel="manifest" href="../m.webmanifest">\n  <link rel="apple-touch-icon">\n') == "<b>\n"


@pytest.mark.parametrize(
    "html",
    [
        "<!DOCTYPE html><!-- a > b --><p class=x hidden>1&nbsp;209 &amp; &#233;<br/>&lt;b&gt;</p>",
        '<script type="application/ld+json">{"a": "<b> & c"}</script>',
        '<svg viewBox="0 0 1 1"><linearGradient id="a"/><text x="1">ș</text></svg>',
        "<template id=t><button>x</button></template><pre>\n a\u00a0b\n</pre>",
    ],
)
def test_all_else_stays_as_it_is(html: str) -> None:
    """Text, references, comments, data blocks, drawings and templates come out letter by letter."""
    assert made(html) == html


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_it_can_be_done_again(text: str) -> None:
    """Whatever a page holds, making one file of it twice is the same as once."""
    once = made(f'<p title="x">{text}</p>')
    assert made(once) == once


def test_no_page_of_a_site_needs_another_file() -> None:
    """In one file, no page of a real site refers to a file beside it, and all its figures are still there."""
    site = rich_site()
    for path in site.pages:
        folder = path.removesuffix("index.html")
        if folder == path:
            continue
        around = Surroundings(address=f"https://facts.example/atlas/{folder}", folder=folder, files=site.files)
        html = single_file(site.text(path), around)
        addresses = re.findall(r'\s(?:href|src)="([^"]*)"', re.sub(r"<code.*?</code>", "", html))
        assert all(re.match(r"#|data:|https://|mailto:", address) for address in addresses), addresses
        figures = r'<data class="figure"[^>]*>[^<]*</data>'
        assert re.findall(figures, html) == re.findall(figures, site.text(path))


def test_what_a_style_sheet_shows_is_inside_too() -> None:
    """Pictures and fonts that a style sheet names stand in it as data, and the policy lets fonts in where there are."""
    files = {"assets/a/own.css": b"b { c: url(../p.png); d: url('f.woff2') url(https://x.example/) }"}
    files |= {"assets/p.png": b"png", "assets/a/f.woff2": b"font"}
    around = Surroundings(address="https://facts.example/ro/", folder="ro/", files=files)
    page = '<meta http-equiv="Content-Security-Policy" content="x"><link rel="stylesheet" href="../assets/a/own.css">'
    html = single_file(page, around)
    assert "url(data:image/png;base64,cG5n)" in html
    assert "url('data:font/woff2;base64,Zm9udA==')" in html
    assert "url(https://x.example/)" in html
    assert "font-src data:" in html
