"""Bytes become text, or a finding with the place of what is wrong."""

from itertools import chain

import pytest

from factsheet.content.text import MAX_BYTES, MOST_REPORTED, decode, forbidden, is_forbidden, mixed_scripts, place_at
from factsheet.core.problems import Place
from tests.support import codes, said


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\nb", "a\nb"),
        (b"\xef\xbb\xbftitle", "title"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("ș ț „…” 1\u00a0209 \u202f".encode(), "ș ț „…” 1\u00a0209 \u202f"),
        ("مرحبا \u200f12\u200e".encode(), "مرحبا \u200f12\u200e"),
    ],
)
def test_good_text_is_read_as_it_is(data: bytes, text: str) -> None:
    """A byte-order mark is dropped, line ends become one kind, and spaces and direction marks survive."""
    assert decode("a.md", data) == (text, [])


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"ok\nbad \xff", "F001", 2, 5),
        ("a\tb\n\u200bc".encode(), "F002", 2, 1),
        ("abc\u202ed".encode(), "F002", 1, 4),
        (b"nul\x00", "F002", 1, 4),
        ("x\ue000".encode(), "F002", 1, 2),
        ("a\u2800b".encode(), "F002", 1, 2),
        ("a\U0001d173b".encode(), "F002", 1, 2),
        (b"a" * (MAX_BYTES + 1), "F012", 1, 1),
        ("a\n".encode("utf-16"), "F001", 1, 1),
    ],
)
def test_bad_text_is_refused_at_its_place(data: bytes, code: str, line: int, column: int) -> None:
    """Other encodings, unseen characters and files that are too large are findings."""
    _, problems = decode("a.md", data)
    assert codes(problems) == [code]
    assert problems[0].place == Place("a.md", line, column)


def test_no_unseen_character_passes() -> None:
    """Those that Python calls printable are refused amid letters too: fillers, and what selects a form."""
    every = "".join(
        map(chr, chain(range(0xD800), range(0xE000, 0x10000), range(0x1BC00, 0x1D200), range(0xE0000, 0xE1000)))
    )
    refused = [letter for letter in every if letter.isprintable() and is_forbidden(letter)]
    assert len(refused) > 200
    assert [letter for letter in refused if next(forbidden("a.md", f"ș{letter}ț\nz"), None) is None] == []


def test_unseen_characters_are_named() -> None:
    """The finding names the character as Unicode does."""
    _, problems = decode("a.md", "1\u200b209".encode())
    assert "U+200B ZERO WIDTH SPACE" in said(problems[0])


def test_a_flood_of_bad_characters_is_capped() -> None:
    """Not more than `MOST_REPORTED` characters of one file are reported."""
    _, problems = decode("a.md", ("\u200b" * 500).encode())
    assert len(problems) == MOST_REPORTED


@pytest.mark.parametrize("word", ["аrest", "Cybеr", "pοlice"])
def test_mixed_scripts_are_warned_of(word: str) -> None:
    """A Latin word with a Cyrillic or Greek letter in it is reported."""
    assert codes(list(mixed_scripts("a.md", f"un {word} aici"))) == ["F013"]


@pytest.mark.parametrize("text", ["țară șarpe", "Δx = 3", "полиция police", "ქართული", "naïve"])
def test_words_of_one_script_are_left_alone(text: str) -> None:
    """Scripts may stand beside each other, each in its own words."""
    assert list(mixed_scripts("a.md", text)) == []


@pytest.mark.parametrize(("offset", "place"), [(0, (5, 1)), (1, (5, 2)), (3, (6, 1)), (4, (6, 2))])
def test_offsets_become_places(offset: int, place: tuple[int, int]) -> None:
    """Lines are counted from the first line of the text within its file."""
    assert place_at("a.md", "ab\ncd", offset, first_line=5) == Place("a.md", *place)
