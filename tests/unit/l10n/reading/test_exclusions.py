"""Digits that are no figures."""

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.context import Around
from factsheet.l10n.reading.exclusions import (
    addresses,
    continues_label,
    glued,
    labelled,
    ordinal_of_line,
    shape,
)
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.lexicon import lexicon


@pytest.mark.parametrize(
    "text",
    [
        "2025-11-13", "2025-11", "13.11.2025", "13. 11. 2025", "12:30", "16:9", "24/7", "1.2.3",
        "192.168.0.1", "978-3-16-148410-0", "555.010.0199", "0740 123 456", "4111 1111 1111 1111",
        "1920 × 1080", "17h30", "1990s", "12-3456789",
    ],
)  # fmt: skip
def test_shapes_of_other_things_are_told(text: str) -> None:
    """Dates, times, ratios, versions, phones, card numbers, sizes and decades are recognised whole."""
    assert shape(text, 0) == len(text)


@pytest.mark.parametrize("text", ["1209", "1,209", "97 million", "44°C", "5 s", "30 servers"])
def test_plain_numbers_have_no_shape(text: str) -> None:
    """A number is not taken for something else."""
    assert shape(text, 0) is None


def test_a_phone_with_a_plus_is_long() -> None:
    """A plus sign before few digits is a sign."""
    assert shape("+40 21 312 34 56", 1) == 16
    assert shape("+1 209 000", 1) is None


def test_a_footnote_is_in_brackets() -> None:
    """A number alone in brackets is a note."""
    assert shape("[12]", 1) == 4
    assert shape("[12 victims]", 1) is None


def test_addresses_are_found_whole() -> None:
    """URLs and e-mail addresses end at a space."""
    assert list(addresses("see https://a.ro/2024/1 or b7@c.ro")) == [(4, 23), (27, 34)]
    assert list(addresses("nothing")) == []


@pytest.mark.parametrize(
    ("text", "at", "end"),
    [("1. Intro", 0, 3), ("x\n  2) b", 4, 7), ("## 1.2 Title", 3, 6), ("12 b", 0, None), ("a 1. b", 2, None)],
)
def test_ordinals_of_lines_stand_at_their_start(text: str, at: int, end: int | None) -> None:
    """The number of a list item or of a heading is no figure; one inside a line may be."""
    assert ordinal_of_line(fold(text), at) == end


def test_a_line_is_looked_back_for_a_little_way_only() -> None:
    """Far from the start of a text, a line break must be near."""
    assert ordinal_of_line(fold(" " * 11 + "1. x"), 11) == 14
    assert ordinal_of_line(fold(" " * 12 + "1. x"), 12) is None


@pytest.mark.parametrize(
    ("tag", "text", "digits", "named"),
    [
        ("ro", "art. 5 alin.", "5", "5"),
        ("ro", "alin. (2) din", "2", "2"),
        ("ro", "tel. 021 312 3456, apoi", "021", "021 312 3456"),
        ("ro", "ora 12.30, apoi", "12.30", "12.30"),
        ("en", "Article 12(3)b of", "12", "12(3)b"),
        ("en", "ISO 27001:2022", "27001", "27001:2022"),
    ],
)
def test_a_label_makes_a_name(tag: str, text: str, digits: str, named: str) -> None:
    """What follows a label is hidden as far as the name goes."""
    at = text.index(digits)
    end = labelled(lexicon(cldr.locale(tag)), fold(text), at)
    assert text[at:end] == named


def test_a_number_at_the_start_has_no_label() -> None:
    """Nothing stands before the first character."""
    assert labelled(lexicon(cldr.locale("en")), fold("12"), 0) is None
    assert labelled(lexicon(cldr.locale("en")), fold("over 12"), 5) is None


def test_a_label_goes_on_over_a_conjunction() -> None:
    """Articles 5 and 6: the second is a name as well."""
    assert continues_label(lexicon(cldr.locale("en")), "articles 5 and 6", 10, 15)
    assert not continues_label(lexicon(cldr.locale("en")), "articles 5, where 6", 10, 18)
    assert continues_label(lexicon(cldr.locale("ru")), "статьи 5 и 6", 8, 11)
    assert not continues_label(lexicon(cldr.locale("en")), "статьи 5 и 6", 8, 11)


@pytest.mark.parametrize(
    ("tag", "text", "digits", "named"),
    [
        ("en", "COVID-19 is", "19", "19"),
        ("en", "G20 met", "20", "20"),
        ("en", "5G networks", "5", "5G"),
        ("en", "the 2nd one", "2", "2"),
        ("en", "3-D models", "3", "3-D"),
        ("en", "9 am sharp", "9", "9"),
        ("en", "HTTP/2 is", "2", "2"),
        ("en", "the '90 models", "90", "90"),
        ("en", "a:5", "5", None),
        ("en", "2:5", "5", "5"),
        ("en", "CVE-2024-1234 is", "2024", "2024-1234"),
        ("ro", "al 2-lea raport", "2", "2"),
        ("de", "der 3. bericht", "3", "3"),
        ("en", "30-day campaign", "30", None),
        ("en", "16GB of", "16", None),
        ("he", "ב-19 מדינות", "19", None),
        ("ja", "約19カ国", "19", None),
        ("en", "it's '5 stars'", "5", None),
    ],
)
def test_letters_make_a_name_of_digits(tag: str, text: str, digits: str, named: str | None) -> None:
    """Letters with capitals, glued to the digits, make an identifier; units and other scripts do not."""
    at = text.index(digits)
    end = at + len(digits)
    stop = glued(lexicon(cldr.locale(tag)), text, (at, end), Around(at, end))
    assert (None if stop is None else text[at:stop]) == named
