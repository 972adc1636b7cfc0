"""A published page as its reader meets it: which texts belong together, in which language, and which are the site's."""

import pytest

from factsheet.checks.verify.pages import read_page

INLINE = [
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "data",
    "del",
    "dfn",
    "em",
    "i",
    "ins",
    "mark",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
]
BLOCKS = ("article", "dd", "div", "dt", "figcaption", "h2", "li", "p", "section", "summary", "td", "th")
QUOTED = ("blockquote", "cite", "code", "kbd", "pre", "q", "samp", "script", "style", "template", "textarea", "var")
VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")


def texts(html: str) -> list[tuple[str, str, bool]]:
    """The texts of a Romanian page that have a digit: language, words and whether they are prose."""
    return [
        (one.lang, one.text, one.is_prose) for one in read_page(f'<html lang="ro"><body>{html}</body></html>').texts
    ]


@pytest.mark.parametrize("name", INLINE)
def test_words_of_a_line_belong_together(name: str) -> None:
    """An element within a line does not part a number in two."""
    assert texts(f"<p>a 1<{name}>209</{name}> b</p>") == [("ro", "a 1209 b", False)]


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks_are_apart(name: str) -> None:
    """What stands in another block is another text."""
    assert texts(f"<div>a 1<{name}>209</{name}>5</div>") == [
        ("ro", "a 1", False),
        ("ro", "209", False),
        ("ro", "5", False),
    ]


@pytest.mark.parametrize("name", QUOTED)
def test_what_is_not_the_sites_own_is_not_read(name: str) -> None:
    """Words and titles of others, code, and what no reader sees are left out."""
    assert [text for _, text, _ in texts(f"<p>a 12<{name}>345</{name}> 6</p>")] in (["a 12 6"], ["a 12", " 6"])


@pytest.mark.parametrize("name", VOID)
def test_an_element_that_has_no_end_holds_nothing(name: str) -> None:
    """What follows a picture or a break is in the language of the text around, and no part of it."""
    assert texts(f'<p>a<{name} lang="en" class="prose">1 b</p>') in (
        [("ro", "1 b", False)],
        [("ro", "a1 b", False)],
    )


def test_prose_is_what_is_in_the_body_of_a_sheet() -> None:
    """All that is in an element of the class `prose` is prose, and nothing behind it."""
    assert texts('<div class="x prose"><p>1</p><ul><li>2</li></ul></div><p>3</p>') == [
        ("ro", "1", True),
        ("ro", "2", True),
        ("ro", "3", False),
    ]
