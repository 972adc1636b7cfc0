"""The inline pass that skips patterns gives the HTML of the one that tries them all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.markup import Typography
from factsheet.markup.convert import converter
from factsheet.markup.inline import TRIGGERS, TriggeredInline
from tests.support import ROOT

ROMANIAN = Typography(open="„", close="”", back_to_text="Înapoi")
BODIES = sorted([*ROOT.glob("content/**/*.md"), *ROOT.glob("examples/**/*.md"), *ROOT.glob("docs/**/*.md")])
PIECES = (
    "cuvânt", " ", "\n", "\n\n", "  \n", "`", "``", "\\", "*", "**", "_", "__", "***", "[", "](", ")", "![", "<b>",
    "</b>", "<https://a.example>", "<a@b.example>", "&amp;", "&", "'", '"', "''", "--", "---", "...", "[^1]", "[^1]: x",
    "# ", "- ", "1. ", "> ", "    ", "{#id}", "{.c}", "| a | b |\n|---|---|\n", "```\n", "'90s", "[x][y]", "[y]: /z\n",
)  # fmt: skip


def both(text: str) -> tuple[str, str]:
    """Convert a text in both ways."""
    fast, stock = converter(ROMANIAN), converter(ROMANIAN, triggered=False)
    return fast.reset().convert(text), stock.reset().convert(text)


@pytest.mark.parametrize("path", BODIES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_texts_of_this_repository(path: Path) -> None:
    """Every sheet and every page of the documentation comes out the same."""
    fast, stock = both(path.read_text())
    assert fast == stock


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_generated_texts(text: str) -> None:
    """Whatever markup is put together, in whatever wrong order, comes out the same."""
    fast, stock = both(text)
    assert fast == stock


def test_every_pattern_has_its_triggers() -> None:
    """A new pattern would be tried on every text; this tells when one appears."""
    md = converter(ROMANIAN)
    for name in ("inline", "smarty"):
        processor = md.treeprocessors[name]
        assert isinstance(processor, TriggeredInline)
        assert all(trigger for _, trigger in processor.steps)
    assert len(TRIGGERS) == len(set(TRIGGERS))
