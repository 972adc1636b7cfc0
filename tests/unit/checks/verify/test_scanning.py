"""Taking HTML apart: the quick way tells what Python's parser tells, and leaves to it what is not plain."""

import pytest

from factsheet.checks.verify.scanning import NotPlain, Piece, Tag, parsed, plain

Told = list[tuple[int, object]]


def _told(pieces: list[Piece]) -> Told:
    """What pieces say and where, with one empty element as its begin and its end."""
    found: Told = []
    for begun, text, at, tag in pieces:
        found += [(begun, text)] if text else []
        found += [(at, (tag.begun, tag.given))] if tag and tag.begun else []
        found += [(at, tag.ended)] if tag and tag.ended else []
    return found


PLAIN = (
    "",
    "text alone",
    '<!doctype html>\n<html lang="ro"><title>A &amp; B</title>\n<p>unu<br>doi\n  trei</p></html>\n',
    '<data class="figure" value="1209" hidden>1.209&nbsp;de &#238;nscrieri</data> &lt;tot&gt; &#x219;i',
    '<SVG viewBox="0 0 9 9"><Path d="M0 0"/><text\n  x="1" y="2">a</text ></SVG>'.replace("text >", "text>"),
    '<script type="application/ld+json">{"a": "2 && 3 > 2"}</script>\n<style>a>b{c:"d"}</style>x',
    '<a title="&quot;a&quot; &amp;amp; b" href="?a=1&amp;b=2">x</a><br /><img src="a.png" alt="">',
    '<textarea>a\nb</textarea><custom-element data-x="1">y</custom-element>z',
    "</p>ends first<p>never ends",
)

OTHER = (
    "a < b",
    "<p class=plain>x</p>",
    "<p class='single'>x</p>",
    "AT&T &copy 2024",
    "<!-- a comment --><p>x</p>",
    '<p title="a &copy b">x</p>',
    "<script>if (a </b/.c) {}</script>x",
    "<iframe>a<b>c</iframe>",
    "<p",
    "<script>never ends <p>",
    "<script>never ends",
    '<script>{"a": "1 < 2"}</script>x',
    "<title>a<b>c</b></title>",
    "<![CDATA[a]]><?php b ?>",
)


@pytest.mark.parametrize("html", PLAIN)
def test_plain_html_is_told_of_as_python_does(html: str) -> None:
    """Tags, attributes, texts and their places are the same."""
    assert _told(list(plain(html))) == _told(parsed(html))


@pytest.mark.parametrize("html", OTHER)
def test_other_html_is_not_plain(html: str) -> None:
    """It is left to Python's parser, which reads as much of it as browsers do."""
    with pytest.raises(NotPlain):
        list(plain(f"<p>one</p>{html}"))
    assert _told(parsed(f"<p>one</p>{html}"))[:2] == [(0, ("p", ())), (3, "one")]


def test_a_tag_is_read_once() -> None:
    """The same tag of two pages is one value."""
    first, second = (next(tag for *_, tag in plain(f'<p class="once">{text}</p>')) for text in "ab")
    assert isinstance(first, Tag)
    assert first is second
