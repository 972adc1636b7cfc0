"""Texts in one form, and the way back to their offsets."""

import re
import sys
import unicodedata

import pytest

from factsheet.l10n.reading.fold import fold, fold_word, places_of, words_of


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1\u202f209", "1 209"),
        ("1\u00a0209", "1 209"),
        ("\u2212५", "-5"),
        ("٩٧٪", "97%"),
        ("１２％", "12%"),
        ("d’euros", "d'euros"),
        ("a\tb\nc", "a b c"),
        ("＄5", "$5"),
        ("İzmir", "Izmir"),
    ],
)
def test_signs_take_one_form(text: str, plain: str) -> None:
    """Digits, minus signs, spaces, quotes and percent signs of all kinds fold to the plain ones."""
    assert fold(text).plain == plain


def test_a_no_break_space_is_told_from_a_space() -> None:
    """The text keeps the difference between spaces that group digits and those that part words."""
    assert fold("1\u202f209 a\u2009b").text == "1\u00a0209 a\u00a0b"


def test_cedillas_fold_in_romanian_only() -> None:
    """Turkish keeps its letters with a cedilla."""
    assert fold("depăşind ţări", "ro").plain == "depășind țări"
    assert fold("beş", "tr").plain == "beş"


def test_an_ascii_text_keeps_its_offsets() -> None:
    """Nothing moves where nothing is composed or left out."""
    folded = fold("97 million")
    assert (folded.start(3), folded.end(10)) == (3, 10)


def test_unseen_marks_are_left_out_and_offsets_lead_back() -> None:
    """Bidi marks vanish from the folded text; the offsets are those of the text given."""
    text = "\u200e-\u200f97 \u200e$"
    folded = fold(text)
    assert folded.text == "-97 $"
    assert folded.start(0) == 1
    assert text[folded.start(1) : folded.end(3)] == "97"
    assert folded.end(5) == len(text)
    assert folded.start(5) == len(text)
    assert folded.end(0) == 0


def test_decomposed_letters_are_composed_and_offsets_lead_back() -> None:
    """A letter and its mark become one character that spans both."""
    text = unicodedata.normalize("NFD", "până la 40 de țări\u200e")
    folded = fold(text, "ro")
    assert folded.plain == "până la 40 de țări"
    at = folded.plain.index("40")
    assert text[folded.start(at) : folded.end(at + 2)] == "40"
    end = folded.plain.index("țări")
    assert text[folded.start(end) : folded.end(end + 1)] == unicodedata.normalize("NFD", "ț")


def test_a_word_of_a_lexicon_loses_the_spaces_around_it() -> None:
    """CLDR's affixes often begin with a no-break space."""
    assert fold_word("\u00a0de milioane ", "ro") == "de milioane"


def test_words_are_told_without_digits() -> None:
    """Words are runs of letters."""
    assert words_of("97 de milioane, v2") == {"de", "milioane", "v"}


@pytest.mark.parametrize("text", ["It's 12_km by x2 rail.", "Nu-i 12_km cu ș², é", ""])
def test_words_are_runs_of_letters(text: str) -> None:
    """Texts of ASCII characters have no other words than all texts."""
    assert words_of(text) == frozenset(re.findall(r"[^\W\d_]+", text))


def test_the_places_of_a_word_are_those_where_it_stands_by_itself() -> None:
    """No letter may stand on either side; a digit or a sign may, and a sign that is a number of its own is a letter."""
    assert list(places_of("not knot nots not, 2not-not ½not", "not")) == [0, 14, 20, 24]


def test_words_and_small_letters_of_a_folded_text_are_those_of_its_plain_text() -> None:
    """They are made when they are asked for, once."""
    folded = fold("Două\u00a0MII de\nlei", "ro")
    assert folded.lower == "două mii de lei"
    assert folded.words == {"două", "mii", "de", "lei"}
    assert folded.words is folded.words


def test_small_letters_are_as_many_as_the_letters_of_a_folded_text() -> None:
    """Places in one are places in the other: the one letter that becomes two signs is folded to another."""
    longer = [letter for letter in map(chr, range(sys.maxunicode + 1)) if len(letter.lower()) != 1]
    assert longer == ["İ"]
    assert fold("İl").plain == "Il"
