"""Markdown is read as its specification says: where two other readers agree, they are never contradicted."""

import random
from collections.abc import Iterator
from typing import Final

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from markdown import Markdown
from markdown_it import MarkdownIt

from factsheet.content.markup.commonmark.extension import CommonMark
from tests.normalizing import normalized
from tests.support import cases

_PIECES: Final = (
    "a", "b", " ", "  ", "\n", "\n", "\n\n", "*", "**", "_", "__", "`", "``", "[", "]", "](c)", "(", ")", "![", "<b>",
    "</b>", "<!-- ", " -->", "- ", "+ ", "* ", "1. ", "2) ", "> ", "    ", "\t", "#", "## ", "===\n", "---\n", "```\n",
    "~~~\n", "&amp;", "&copy", "\\", "\\\n", "<http://a.b>", "[a]: b\n", "[a]", '"c"', "<div>\n", "</div>\n", "!", "é",
    "“",
)  # fmt: skip


def texts(count: int, seed: int) -> Iterator[str]:
    """Random texts, the same each time."""
    chance = random.Random(seed)  # noqa: S311 - texts to read, nothing to keep secret
    for _ in range(count):
        yield "".join(chance.choices(_PIECES, k=chance.randint(2, 25)))


def disagreements(count: int, seed: int = 1) -> list[str]:
    """The texts that two other readers read alike and this one does not."""
    md = Markdown(extensions=[CommonMark(is_github=False)], output_format="html")
    other = MarkdownIt("commonmark")
    found = []
    for text in texts(count, seed):
        theirs = cmarkgfm.markdown_to_html(text, Options.CMARK_OPT_UNSAFE)
        if _are_alike(theirs, _rendered(other, text)) and not _are_alike(theirs, md.reset().convert(text)):
            found.append(text)
    return found


def _are_alike(one: str, other: str) -> bool:
    """Whether two texts are the same page; most are the same text, which is seen at once."""
    return one.strip("\n") == other.strip("\n") or normalized(one) == normalized(other)


def _rendered(other: MarkdownIt, text: str) -> str:
    """What markdown-it makes of a text; nothing where it fails."""
    try:
        return str(other.render(text))
    except IndexError:
        return ""


@pytest.mark.slow
@pytest.mark.chance
def test_random_texts() -> None:
    """Where cmark and markdown-it agree on what a text is, it is that here too."""
    assert disagreements(cases(5_000, 20_000)) == []
