"""Sentences of two texts are compared with each other, though a translation makes two of one, or one of two."""

from pathlib import Path

import pytest

from factsheet.checks import abreast
from tests.proving import EN, RO, SITE, found

LONG = " ".join(f"Sentence {word} of many." for word in "abcdefghijklmnopqrstuvwxyz" * 3)


def _said(texts: tuple[str, str], *words: str) -> list[tuple[str, str]]:
    """The sentences in which some words stand, first in both texts."""
    return list(abreast.sentences_of(texts, [(texts[0].index(word), texts[1].index(word)) for word in words]))


def test_sentences_stand_abreast_where_both_texts_have_as_many() -> None:
    """The first of one is compared with the first of the other."""
    assert _said(("A 1. B 2.", "X 1. Y 2."), "2", "1") == [("B 2.", "Y 2."), ("A 1. ", "X 1. ")]


@pytest.mark.parametrize(
    ("here", "there", "word", "told"),
    [
        ("Ana came in May. She left 7 men. Nobody spoke.", "Ana, who left 7 men, came in May. Nobody spoke.", "7", 0),
        ("Nobody spoke. Ana came in May, and she left 7 men.", "Nobody spoke. Ana came. She left 7 men.", "7", 1),
        ("Dr. Who came with 7 men. Nobody spoke.", "Dr Who came. With him were 7 men. Nobody spoke.", "7", 0),
    ],
)
def test_two_sentences_stand_abreast_of_one(here: str, there: str, word: str, told: int) -> None:
    """A sentence that was parted is compared whole; the sentence beside it is not part of it."""
    [(one, two)] = _said((here, there), word)
    assert "Nobody" not in one + two
    assert ("Ana" in one and "Ana" in two) or not told


def test_a_number_that_stands_elsewhere_is_compared_with_all_between() -> None:
    """Equal numbers of sentences that do not say the same give both sentences, and those between."""
    [_, (one, two)] = _said(("Nine men. One 5. Two.", "Nine men. Six. One 5."), "Nine", "5")
    assert "5" in one
    assert "5" in two


def test_a_text_of_very_many_sentences_is_one() -> None:
    """Two long texts of another number of sentences are compared whole."""
    [(one, two)] = _said((f"{LONG} It has 7.", f"{LONG} More. It has 7."), "7")
    assert one.startswith("Sentence a")
    assert two.startswith("Sentence a")


@pytest.mark.parametrize(
    ("ro", "en", "is_told"),
    [
        (
            "Nimeni nu a venit. Erau acolo, în acea zi, {{ arrests }}.",
            "Nobody came, but there were {{ arrests }}.",
            False,
        ),
        (
            "Nimeni nu a venit la poliție. În toată luna mai nu au fost {{ arrests }}, dar s-a lucrat. S-a plecat.",
            "Nobody came to the police. In all of May there were {{ arrests }}. There was work. All left.",
            True,
        ),
        (
            "Nimeni nu a venit la poliție. În toată luna mai au fost {{ arrests }}, dar s-a lucrat. S-a plecat.",
            "Nobody came to the police. In all of May there were {{ arrests }}. There was work. All left.",
            False,
        ),
    ],
)
def test_a_denial_is_compared_within_its_sentence(tmp_path: Path, ro: str, en: str, *, is_told: bool) -> None:
    """A denial in another sentence hides none, however many sentences each text has."""
    site = {**SITE, RO: f"{SITE[RO]}\n{ro}\n", EN: f"{SITE[EN]}\n{en}\n"}
    assert any(one.startswith("P217") for one in found(tmp_path, site)) is is_told
