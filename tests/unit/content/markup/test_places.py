"""Every part of a body knows where it stands."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.content.markup import GAP, Prose, Typography, render

MARKS = Typography(open="“", close="”", back_to_text="Back")
WORD = re.compile(r"\w+")
BODIES = (
    '二〇二四年，有 57 人被捕；[链接](https://example.org/57 "57") 和 57。',
    "H<sub>2</sub>O and 10<sup>57</sup> &amp; 57 &nbsp;57 &#65;57",
    "A **57 *57* 57** ~~57~~ \\*57\\* 57",
    "> 57\n> 57 lazy\n57\n>\n> - 57\n>   57\n>\n>   1. 57",
    "- 57\n\n  57\n- [ ] 57\n- 57\n  continued 57",
    "| 57 | \\| 57 |\n|---|:-:|\n| **57** | `a` 57 |\n\n57",
    "Term 57\n:   57 and\n    57",
    '## 57 {#a}\n\n57 "57" 57--57...57\n===\n57',
    "Note[^1] 57.\n\n[^1]: 57 and\n    57\n\n    57\n\n57",
    '<div>57 <b>57</b>\n57</div>\n\n57 <i title="57">57</i> 57',
    '[57]: /a "t"\n[57] 57 ![57 *57*](a.png) 57',
    "57  \n57\\\n57\n\t57",
    "- \t57\n\n\t57\n>\t57",
    "<https://a.example/x> 57 https://b.example/y 57 a@b.example 57",
    "{{ a }} 57 {{ b }} *{{ c }}* 57",
)  # fmt: skip


def words(prose: Prose) -> Iterator[tuple[str, int | None]]:
    """Each word that a reader sees, and where it stands."""
    for run in prose.runs:
        for found in WORD.finditer(run.text):
            yield found[0], run.source(found.start())


@pytest.mark.parametrize("body", BODIES)
def test_words_stand_where_they_are_written(body: str) -> None:
    """The source at the place of each word is that word, and no place is told twice."""
    found = [one for one in words(render(body, MARKS)) if one[0] == "57"]
    assert len(found) >= 2
    assert all(source is not None and body.startswith("57", source) for _, source in found)
    assert len({source for _, source in found}) == len(found)


@pytest.mark.parametrize("body", BODIES)
def test_figures_stand_where_they_are_written(body: str) -> None:
    """A reference knows where its braces are, and its gap leads there too."""
    prose = render(body, MARKS)
    assert all(body.startswith("{{", reference.offset) for reference in prose.references)
    for run in prose.runs:
        gaps = [found.start() for found in re.finditer(GAP, run.text)]
        assert [prose.references[index].offset for index in run.references] == [run.source(gap) for gap in gaps]


def test_links_stand_where_their_addresses_do() -> None:
    """A finding about a link points at its address: in the text, in a definition, in HTML."""
    body = '[a](b.md) [c][d] <e.example> <https://f.example> ![g](h.png) <a href="i.md">j</a>\n\n[d]: <k.md>'
    found = {link.address: link.offset for link in render(body, MARKS).links}
    assert found == {address: body.index(address) for address in ("b.md", "k.md", "https://f.example", "h.png", "i.md")}


def test_spans_tell_what_is_marked() -> None:
    """Emphasis, links, code and figures are told with the part of the text that they take."""
    [run] = render("a *b **c*** [d](e) `f` {{ g }}", MARKS).runs
    told = [(span.kind, run.text[span.start : span.end]) for span in run.spans]
    assert told == [("strong", "c"), ("em", "b c"), ("a", "d"), ("code", "\ufffd"), ("figure", GAP)]


PIECES = st.sampled_from(
    ["word", "57", " ", "\n", "\n\n", "*", "**", "_", "`", "[", "](a)", "![", "- ", "1. ", "> ", "    ", "\t", "| ",
     "|---|", "&amp;", "\\", '"', "'", "--", "...", "<b>", "</b>", "<div>", "{{ a }}", "[^1]", "[^1]: ", "~~", "# "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_places_of_any_text(body: str) -> None:
    """Whatever is put together, a word stands where its place says."""
    for word, source in words(render(body, MARKS)):
        if word == "57" and source is not None:
            assert body.startswith(word, source)
