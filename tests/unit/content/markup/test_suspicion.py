"""Signs of texts that may be slow."""

import pytest

from factsheet.content.markup.prose import MOST_CHARACTERS_HERE, MOST_LINES_HERE, first_sign


@pytest.mark.parametrize(
    ("text", "word", "offset"),
    [
        ("a" + "<" * 600, "tags", 1),
        ("ab|" * 4000, "cells", 2),
        ("a " * MOST_CHARACTERS_HERE, "long", 0),
        ("a\n" * (MOST_LINES_HERE + 1), "long", 0),
    ],
)
def test_a_sign_is_named_and_placed(text: str, word: str, offset: int) -> None:
    """Each construct is named in words, at the place where it stands."""
    sign = first_sign(text)
    assert sign is not None
    assert word in sign.what
    assert sign.offset == offset


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "[a](b) " * 200,
        "- a\n" * 300,
        "> a\n\n" * 100,
        "|a|\n" * 200,
        "```\na\n```\n\n" * 6,
        "(a) [b]\n\n" * 300,
    ],
)
def test_what_people_write_has_none(text: str) -> None:
    """Links, lists, quotations, tables and code in ordinary number are no sign."""
    assert first_sign(text) is None
