"""The line that a finding is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.core.problems import Place
from factsheet.tools.findings import WIDTH, excerpt


def test_the_line_and_the_column_are_found() -> None:
    """The excerpt is the line of the place, its caret before the letter of the column."""
    found = excerpt("a\nbcd\n", Place("x", 2, 3))
    assert found is not None
    assert (found.line, found.text, found.offset, found.indent) == (2, "bcd", 2, 2)


@pytest.mark.parametrize("place", [Place("x", 0), Place("x", 4)])
def test_a_line_that_is_not_there_is_not_shown(place: Place) -> None:
    """A place outside the text has no excerpt."""
    assert excerpt("a\nb\nc", place) is None


def test_unseen_characters_are_named() -> None:
    """Tabs become spaces, and what cannot be seen its number, so that a line cannot lie or command a terminal."""
    found = excerpt("\ta\x1b[31m\u202eb\u200b", Place("x", 1, 4))
    assert found is not None
    assert found.text == "    a<U+001B>[31m<U+202E>b<U+200B>"
    assert found.text[found.offset] == "["


def test_wide_letters_move_the_caret() -> None:
    """The caret counts columns of a terminal: a wide letter takes two, a combining mark none."""
    found = excerpt("日本e\u0301x", Place("x", 1, 5))
    assert found is not None
    assert found.indent == 5


def test_a_long_line_is_cut_around_the_place() -> None:
    """A long line is shown around its column, with marks where it was cut."""
    found = excerpt("a" * 500 + "X" + "b" * 500, Place("x", 1, 501))
    assert found is not None
    assert found.text[found.offset] == "X"
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert len(found.text) <= WIDTH + 2


@given(st.text(), st.integers(-5, 50), st.integers(-5, 500))
def test_every_place_is_borne(text: str, line: int, column: int) -> None:
    """No text and no place, however odd, makes it fail, and the caret stays within the line or right after it."""
    found = excerpt(text, Place("x", line, column))
    assert found is None or 0 <= found.offset <= len(found.text)
