"""A sheet's text falls into front matter and body, and can be put together again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.content.frontmatter import split
from tests.support import codes


def test_the_parts_and_their_lines() -> None:
    """The body's first line is counted in the file."""
    parts, problems = split("a.md", "---\ntitle: A\n---\nBody\n")
    assert problems == []
    assert parts is not None
    assert (parts.head, parts.body, parts.body_line) == ("title: A\n", "Body\n", 4)


@pytest.mark.parametrize(
    ("text", "code"), [("# Title\n", "F003"), ("", "F003"), ("---\ntitle: A\n", "F004"), ("---", "F004")]
)
def test_missing_fences_are_findings(text: str, code: str) -> None:
    """Front matter must open on the first line and be closed."""
    parts, problems = split("a.md", text)
    assert parts is None
    assert codes(problems) == [code]


@given(st.text(alphabet=st.sampled_from("ab-: \nș"), max_size=60), st.text(alphabet="ab-\n ", max_size=60))
def test_joining_gives_the_text_back(head: str, body: str) -> None:
    """Whatever is split, the parts joined are the text."""
    text = f"---\n{head}\n---\n{body}"
    parts, _ = split("a.md", text)
    assert parts is not None
    assert parts.opening + parts.head + parts.closing + parts.body == text
