"""A text without fault is read by its events as it is composed; any other is left to the composer."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.content.frontmatter import split
from factsheet.content.frontmatter.nodes import _judged
from factsheet.content.frontmatter.written import Mapping, faultless

ROOT = Path(__file__).parents[4]
HEADS = sorted([*ROOT.glob("content/**/*.md"), *ROOT.glob("examples/*/content/**/*.md")])
ODD = (
    "", "- a", "just words", "a: 1\na: 2", "a: &x 1", "a: *x", "a: !t 1", "a: {{ b }}", "a: {{ b }} of c", "a: “b”",
    "a: b #c", "a: b c # d", "a: 'b' # c", "a: b # c", '"a\\u0007": b', 'a: "b\\u200b"', "? [a]\n: b", "\u00a0a: b",
    "a: [" + "[" * 13, "a: b\n---\nc: d", "a: 'b", "a: b: c", "&x a: b", "a: |\n  b\n  c", "a:", "a: ''",
    "a: [b, {c: d}]",
    "a:\n - b\n -\n - c: d\n   e: f", "' a': b", "a: >-\n  b", "a: ~", "a : b", "a: b\n\n# c\nd: e", "a: b\t# c",
    "\n".join("  " * level + f"a{level}:" for level in range(14)) + " 1",
)  # fmt: skip
PIECE = st.sampled_from(
    (
        "a", "b: ", "c:\n  ", "- ", "\n", " ", "# ", "#d", "'", '"', "{", "}", "[", "]", ", ", "&", "*", "!x ",
        "“", "”", "|\n", "{{ f }}", ":",
    )
)  # fmt: skip


def _is_as_composed(head: str) -> None:
    found = faultless("content/ro/index.md", head, 2)
    node, problems = _judged("content/ro/index.md", head, 2)
    if problems or node is None:
        assert found is None
    else:
        assert found in {None, node}


@pytest.mark.parametrize("head", ODD)
def test_an_odd_text_is_read_as_it_is_composed_or_left(head: str) -> None:
    """What is told by the composer is not passed over."""
    _is_as_composed(head)


@given(st.lists(PIECE, max_size=14).map("".join))
def test_any_text_is_read_as_it_is_composed_or_left(head: str) -> None:
    """So it is of pieces of YAML in any order."""
    _is_as_composed(head)


@pytest.mark.parametrize("path", HEADS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_sheet_is_read_so(path: Path) -> None:
    """Sheets that hold no fault come out of it whole, with the place of each node."""
    parts = split("", path.read_text("utf-8"))[0]
    assert parts is not None
    node, problems = _judged("content/ro/index.md", parts.head, 2)
    found = faultless("content/ro/index.md", parts.head, 2)
    assert not problems
    assert found in {None, node}
    if "#" not in parts.head and parts.head.replace("\n", "").isprintable():
        assert isinstance(found, Mapping)
