"""A page made anew that reads as the published one is told from one that has to be read again."""

from random import Random

import pytest

from factsheet.checks.verify.edited import read_alike
from factsheet.checks.verify.pages import read_page

PAGE = (
    '<html lang="en"><body><h1 id="_title">Arrests</h1>\n<div class="prose"><p>In <b>1990</b> there were '
    '<data value="3">3</data>.</p>\n<p>More followed.</p></div><footer>By <a href="/us/">us</a></footer></body></html>'
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<h1 id="_title">', '<h1 id="_title" class="great">'),
        ("</h1>\n", '</h1>\n<p class="note">Read <b>this</b> first</p>\n'),
        ("<p>More followed.</p>", ""),
        ("<p>More followed.</p>", "<p>More</p>\n<p>More followed.</p>"),
        ("More followed", "Much more followed"),
        ("By <a", 'Written by <a rel="author"'),
        ("<p>More followed.</p>", '<p lang="ro">Au <i>urmat</i> altele.</p><hr>'),
    ],
)
def test_pages_that_read_alike(old: str, new: str) -> None:
    """Classes, and blocks without digits and figures, change nothing that is read of a page."""
    assert read_alike(PAGE, PAGE.replace(old, new, 1))
    assert read_alike(PAGE.replace(old, new, 1), PAGE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("More followed", "5 more followed"),
        ("In <b>", "After <b>"),
        ("<b>1990</b>", "1990"),
        ('value="3"', 'value="4"'),
        ('class="prose"', 'class="told"'),
        ('lang="en"', 'lang="ro"'),
        ("<p>More followed.</p>", "</div>"),
        ("</h1>\n", "</h1>\n<p>"),
        ("</h1>\n", "</h1>\n<!-- <p> -->"),
        ("</h1>\n", '</h1>\n<script type="application/ld+json">{}</script>'),
        ("</h1>\n", '</h1>\n<link rel="canonical" href="/">'),
        ("</h1>\n", '</h1>\n<figure class="chart"></figure>'),
        ("</h1>\n", "</h1>\n<title>a <b>c</b></title>"),
        ("</h1>\n", '</h1>\n<p title="a & b"></p>'),
        ("</h1>\n", "</h1>\n<iframe></iframe>"),
        ("<b>1990", "<b></p><p>1990"),
        ("there were", "<span>there were</span>"),
    ],
)
def test_pages_to_be_read_again(old: str, new: str) -> None:
    """Whatever stands around a number, what figures and elements around texts say, and odd HTML is read."""
    assert not read_alike(PAGE, PAGE.replace(old, new, 1))
    assert not read_alike(PAGE.replace(old, new, 1), PAGE)


def test_no_page_is_taken_for_another() -> None:
    """Whatever is put into a page, or left out: where it counts as read alike, the same is read of it."""
    tags = ("<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<br>", "<code>", "</code>", "<title>", '<i lang="ro">')
    stock = (*tags, "<data>", "12 ", "words")
    chance, alike = Random(1), 0  # noqa: S311 - no secret
    parts = PAGE.replace("<", "\0<").replace(">", ">\0").split("\0")
    for _ in range(3_000):
        other = list(parts)
        at = chance.randrange(3, len(other))
        other[at : at + chance.randrange(3)] = chance.choices(stock, k=chance.randrange(4))
        page = "".join(other)
        if read_alike(PAGE, page):
            alike += 1
            assert said(page) == said(PAGE)
    assert alike


def test_odd_html_has_a_page_read_again() -> None:
    """Where the HTML around a difference is odd, or a chart is drawn, pages are read again though they look alike."""
    for odd in (
        "<!-- x -->",
        "a < b",
        "<p class=x></p>",
        "<figure></figure>",
        "<SCRIPT></SCRIPT>",
        "<script><b></script>",
    ):
        page = PAGE.replace("</h1>", f"</h1>{odd}", 1)
        assert not read_alike(page, page.replace("More followed", "Much more followed"))
        assert read_alike(page, page)


def said(html: str) -> object:
    """What is read of a page, without the lines and columns."""
    page = read_page(html)
    marks = [(one.lang, one.metric, one.form, one.value, one.text) for one in page.marks]
    return page.canonical, marks, [(one.lang, one.text, one.is_prose) for one in page.texts]
