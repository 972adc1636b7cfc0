"""How a sheet is cut into the blocks that translators work on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.content.model import Chart, Correction, MetricWords, Sheet
from factsheet.core.problems import Place
from factsheet.site.translations import body_blocks, front_blocks


def _sheet(body: str, *, line: int = 10) -> Sheet:
    return Sheet(path="a", language="ro", file="content/ro/a.md", title="T", body=body, body_line=line)


def _cut(body: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in body_blocks(_sheet(body))]


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("", []),
        ("\n \n", []),
        ("one\ntwo\n\nthree\n", [("paragraph", "one\ntwo"), ("paragraph", "three")]),
        ("## Head\ntext\n", [("heading2", "Head"), ("paragraph", "text")]),
        ("#hashtag\n", [("paragraph", "#hashtag")]),
        ("Title\n=====\n\nOther\n---\n", [("heading1", "Title"), ("heading2", "Other")]),
        ("- a\n- b\n  more\n", [("item", "a"), ("item", "b\n  more")]),
        ("1. a\n\n2. b\n", [("item", "a"), ("item", "b")]),
        ("text\n- no list after text\n", [("paragraph", "text\n- no list after text")]),
        ("a\n\n---\n\nb\n", [("paragraph", "a"), ("paragraph", "b")]),
        ("| a | b |\n| --- | --- |\n| c | d |\n", [("table", "| a | b |\n| --- | --- |\n| c | d |")]),
        ("```\n# no\n\n- no\n```\nafter\n", [("code", "```\n# no\n\n- no\n```"), ("paragraph", "after")]),
        ("~~~\nnever closed\n", [("code", "~~~\nnever closed")]),
        ("> said\n> so\n", [("quote", "> said\n> so")]),
        ("[^1]: a note\n", [("note", "a note")]),
        ("text\n\n[link]: https://example.org/\n", [("paragraph", "text")]),
    ],
)
def test_body_is_cut_into_blocks(body: str, blocks: list[tuple[str, str]]) -> None:
    """Each kind of block is found, without the marks that stand before it."""
    assert _cut(body) == blocks


def test_places_are_those_of_the_file() -> None:
    """A block's place counts the front matter and the marks before its text."""
    blocks = body_blocks(_sheet("\n## Head\n\n- item\n", line=7))
    assert [(block.place.line, block.place.column) for block in blocks] == [(8, 4), (10, 3)]


@given(st.text(alphabet="ab#-*_`~>|[]: \n\t1.=\u00a0", max_size=200))
def test_blocks_are_spans_of_the_body(body: str) -> None:
    """Whatever the Markdown, blocks lie in order, do not overlap, and are the body's own text."""
    position = 0
    for block in body_blocks(_sheet(body)):
        assert position <= block.start < block.end <= len(body)
        assert body[block.start : block.end] == block.text
        position = block.end


def test_every_word_of_the_front_matter_is_a_block() -> None:
    """Titles, summaries, words of metrics and charts and corrections are blocks with keys of their own."""
    place = Place("content/ro/a.md", 3)
    sheet = Sheet(
        path="a",
        language="ro",
        file="content/ro/a.md",
        title="T",
        summary="S",
        words={"m": MetricWords(id="m", label="L", unit={"one": "{n} a", "other": "{n} b"}, note="N", place=place)},
        charts=(Chart(id="c", title="CT", summary="CS", place=place),),
        corrections=(Correction(date=date(2025, 1, 1), text="C", place=place),),
    )
    assert {block.key: block.text for block in front_blocks(sheet)} == {
        "title": "T",
        "summary": "S",
        "metrics.m.label": "L",
        "metrics.m.unit": "one: {n} a\nother: {n} b",
        "metrics.m.note": "N",
        "charts.c.title": "CT",
        "charts.c.summary": "CS",
        "corrections.0.text": "C",
    }
