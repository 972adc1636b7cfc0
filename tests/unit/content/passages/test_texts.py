"""Each character that a reader sees leads back to its place in the source."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.content.markup import GAP, Typography, render
from factsheet.content.model import MetricWords, Sheet
from factsheet.content.passages import TextBlock, passages
from factsheet.core.problems import Place

MARKS = Typography(open="“", close="”", back_to_text="Back to the text")


def blocks(body: str) -> list[TextBlock]:
    """The blocks of a body that begins on line 10 of its file."""
    sheet = Sheet(path="index", language="en", file="a.md", title="T", body=body, body_line=10)
    return [passage for passage in passages(sheet, render(body, MARKS)) if passage.is_body]


@pytest.mark.parametrize(
    "body",
    [
        "There are 17 of them, and **57** more.",
        "1. one\n2. two 57\n3. 57",
        'See [57 links](https://example.org/57/17 "57") and 57.',
        "`57` and ``17 57`` then 57",
        "```\n57\n```\n\nAfter 57.",
        "| 57 | b |\n|---|---|\n| {{ x }} | 57 |",
        "A note.[^1]\n\n[^1]: It says 57.\n\nThen 57.",
        "# Heading 57 {: #id57 }\n\nText &nbsp;57.",
        "> “57” quotes -- and 57\n> 57",
        "{{ a57 }} 57 {{ b }}",
    ],
)
def test_every_numeral_is_found_where_it_is_written(body: str) -> None:
    """The source at the place of each visible 57 reads 57, and is neither a link, code nor a reference."""
    seen = []
    for passage in blocks(body):
        for match in re.finditer("57", passage.text):
            place, offset = passage.place(match.start()), passage.source(match.start())
            assert offset is not None
            assert body.startswith("57", offset)
            assert place.line == 10 + body.count("\n", 0, offset)
            assert body.split("\n")[place.line - 10][place.column - 1 :].startswith("57")
            seen.append(offset)
    hidden = [match.start() for match in re.finditer(r"/57|^57$(?=\n```)|id57|a57", body, re.MULTILINE)]
    assert seen
    assert len(set(seen)) == len(seen)
    assert not any(start <= offset < start + 5 and body[start] != "5" for start in hidden for offset in seen)


def test_braces_hide_nothing_where_no_figure_is_filled_in() -> None:
    """A label shows its braces to readers, and so the digits between them are seen here too."""
    words = MetricWords(id="arrests", label="All {{ 7*7 }}", place=Place("a.md"))
    sheet = Sheet(path="index", language="en", file="a.md", title="T", body="", words={"arrests": words})
    _, label = passages(sheet, render("", MARKS))
    assert (label.key, label.text, label.references) == ("metrics.arrests.label", "All {{ 7*7 }}", ())


def test_front_matter_stands_at_its_key() -> None:
    """A title's characters are placed where the title is written, and its references leave gaps."""
    sheet = Sheet(path="index", language="en", file="a.md", title="All {{ arrests }} of 17", body="")
    [title] = passages(sheet, render("", MARKS))
    assert (title.key, title.text, str(title.place(5))) == ("title", "All \ufffc of 17", "a.md:1:1")
    assert [reference.target for reference in title.references] == ["arrests"]


@given(
    st.lists(st.sampled_from(["word", "57", "*em*", "`57`", "{{ a }}", "[l](u57)", "\n\n", "- ", "\n"]), max_size=30)
)
def test_any_body_gives_places_within_it(pieces: list[str]) -> None:
    """Whatever the body, every place lies inside it, and every numeral that is found reads as it is seen."""
    body = " ".join(pieces)
    lines = body.split("\n")
    for passage in blocks(body):
        for match in re.finditer(r"\w+", passage.text):
            place, offset = passage.place(match.start()), passage.source(match.start())
            assert 10 <= place.line < 10 + len(lines) + 1
            if offset is not None and match[0] == "57":
                assert body.startswith("57", offset)


def test_the_phrase_of_a_unit_has_a_gap_for_its_number() -> None:
    """What stands around the number is read, the sign for the number is not."""
    words = MetricWords(
        id="a", label="Arrests", unit={"one": "{n} arrest", "other": "over {n} arrests"}, place=Place("a.md")
    )
    sheet = Sheet(path="index", language="en", file="a.md", title="T", words={"a": words}, body="")
    found = [one.text for one in passages(sheet, render("", MARKS)) if one.text.endswith(("arrest", "arrests"))]
    assert found == [f"{GAP} arrest", f"over {GAP} arrests"]
