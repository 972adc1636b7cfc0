"""Declared literals cover their own digits and no others."""

import random
import re

import pytest

from factsheet.content.passages import Literals, literal_spans


@pytest.mark.parametrize(
    ("literal", "text", "count"),
    [
        ("Serengeti 2.0", "Serengeti 2.0, Serengeti\u00a02.0 and Serengeti 2.05", 2),
        ("5", "5 of 15 and 5.5, 5", 2),
        ("G20", "G20, G200, AG20", 1),
        ("20 %", "20 % and 120 %", 1),
        ("", "anything", 0),
    ],
)
def test_a_literal_stands_as_a_whole(literal: str, text: str, count: int) -> None:
    """All kinds of space are one; a longer number or word is another text."""
    assert len(literal_spans(text, (literal,))) == count


def test_many_literals_are_found_by_their_digits() -> None:
    """One without digits is looked for in every text; one that is written twice is found once at each place."""
    known = Literals([*(f"Serengeti {number}.0" for number in range(500)), "Serengeti 2.0", "a doua", ""])
    assert sorted(known.spans("Serengeti\u00a02.0, a doua, Serengeti 12.0; Serengeti 2.01")) == [
        (0, 13),
        (15, 21),
        (23, 37),
    ]
    assert list(Literals([]).spans("2")) == []


@pytest.mark.parametrize(
    ("literal", "text", "count"),
    [("tip* 2", "tip 2, tipul 2, tipului 2, tipografie 22, stip 2", 3), ("2* a", "2 a", 0), ("A*", "A1, Ab", 1)],
)
def test_a_star_behind_a_letter_is_any_ending(literal: str, text: str, count: int) -> None:
    """So that one entry stands for a name in all its cases."""
    assert len(literal_spans(text, (literal,))) == count


def test_places_are_those_of_a_pattern() -> None:
    """A literal stands where it begins and ends no word, and no number with a point or a comma in it."""
    draw = random.Random(7)  # noqa: S311 (no secret)
    for _ in range(2_000):
        literal = "".join(draw.choices("a1. -,", k=draw.randint(1, 3))).strip() or "1"
        text = "".join(draw.choices("aă1٣., -_", k=12))
        before = r"(?<!\w)(?<!\d[.,])" if literal[0].isalnum() else ""
        after = r"(?!\w)(?![.,]\d)" if literal[-1].isalnum() else ""
        wanted = [(literal, found.span()) for found in re.finditer(before + re.escape(literal) + after, text)]
        assert list(Literals([literal]).places(text)) == wanted, (literal, text)
