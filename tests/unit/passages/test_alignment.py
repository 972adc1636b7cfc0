"""Words are found again in the order in which they stand, in time that grows with the text and no faster."""

import time

import pytest

from factsheet.passages.alignment import Alignment


def test_words_that_repeat_are_told_apart() -> None:
    """Two blocks of the same words lead to their own places."""
    body = "the cat sat\n\nthe cat sat\n\nthe end"
    alignment = Alignment(body)
    found = [
        [anchor.source for anchor in alignment.anchors(text)] for text in ("the cat sat", "the cat sat", "the end")
    ]
    assert found == [[0, 4, 8], [13, 17, 21], [26, 30]]


def test_a_block_that_is_not_there_has_no_anchors() -> None:
    """Words that the body does not hold lead nowhere."""
    assert Alignment("one two").anchors("three four") == ()
    assert Alignment("").anchors("") == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["`", "``` ", "<!--", "[a](", "<a ", "{{", "&amp", "[^a", "1. ", "~~~\n", "<a\n", "word "]
)
def test_no_text_takes_long(piece: str) -> None:
    """A quarter of a million characters of unfinished markup are read within seconds."""
    started = time.process_time()
    alignment = Alignment(piece * (250_000 // len(piece)))
    alignment.anchors("word " * 200)
    assert time.process_time() - started < 5
