"""Taking HTML apart: the quick way tells what Python's parser tells, and leaves to it what is not plain."""

from html.parser import HTMLParser

import pytest

from factsheet.checks.verify.scanning import Given, Scanner

Told = list[tuple[str, object, tuple[int, int]]]


class _Told(HTMLParser):
    """Python's parser, which notes what it tells, and where."""

    def __init__(self, *, convert_charrefs: bool = True) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.told: Told = []

    def handle_starttag(self, tag: str, attrs: Given) -> None:
        self.told.append(("begin", (tag, attrs), self.getpos()))

    def handle_endtag(self, tag: str) -> None:
        self.told.append(("end", tag, self.getpos()))

    def handle_data(self, data: str) -> None:
        self.told.append(("text", data, self.getpos()))


class _Scanned(Scanner, _Told):
    """The scanner, which notes the same."""

    is_fed = False

    def feed(self, data: str) -> None:
        self.is_fed = True
        super().feed(data)


def _by_python(html: str) -> Told:
    reader = _Told()
    reader.feed(html)
    reader.close()
    return reader.told


def _scanned(html: str) -> _Scanned:
    reader = _Scanned()
    reader.read(html)
    return reader


PLAIN = (
    "",
    "text alone",
    '<!doctype html>\n<html lang="ro"><title>A &amp; B</title>\n<p>unu<br>doi\n  trei</p></html>\n',
    '<data class="figure" value="1209" hidden>1.209&nbsp;de &#238;nscrieri</data> &lt;tot&gt; &#x219;i',
    '<SVG viewBox="0 0 9 9"><Path d="M0 0"/><text\n  x="1" y="2">a</text ></SVG>'.replace("text >", "text>"),
    '<script type="application/ld+json">{"a": "1 < 2 && 3 > 2"}</script>\n<style>a>b{c:"<"}</style>x',
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
    "<![CDATA[a]]><?php b ?>",
)


@pytest.mark.parametrize("html", PLAIN)
def test_plain_html_is_told_of_as_python_does(html: str) -> None:
    """Tags, attributes, texts and their places are the same, and Python's parser is not asked."""
    reader = _scanned(html)
    assert reader.told == _by_python(html)
    assert not reader.is_fed


@pytest.mark.parametrize("html", OTHER)
def test_other_html_is_left_to_python(html: str) -> None:
    """What is not plain is told of by Python's parser alone, from the beginning."""
    reader = _scanned(f"<p>one</p>{html}")
    assert reader.is_fed
    assert reader.told == _by_python(f"<p>one</p>{html}")
