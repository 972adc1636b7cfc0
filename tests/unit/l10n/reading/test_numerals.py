"""Numerals in running text."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.stretches import written_dates
from tests.costs import grows_with_the_text


def one(tag: str, text: str, unit: str | None = None) -> Numeral:
    """Read a text that holds one numeral."""
    (numeral,) = read(cldr.locale(tag), text, unit=unit)
    return numeral


def values(tag: str, text: str) -> list[Decimal]:
    """Give the values of a text's numerals."""
    return [numeral.value for numeral in read(cldr.locale(tag), text)]


def test_a_numeral_says_all_that_the_text_says() -> None:
    """Place, text, value, last digit shown, currency and bound."""
    text = "valoarea totală, depăşind 678 milioane de dolari, arată raportul"
    assert one("ro", text) == Numeral(
        start=26,
        end=48,
        text="678 milioane de dolari",
        value=Decimal(678000000),
        ulp=Decimal(1000000),
        currency="USD",
        percent=False,
        bound="over",
        word=False,
    )


@pytest.mark.parametrize(
    ("tag", "text", "value", "ulp"),
    [
        ("ro", "97 de milioane", "97000000", "1000000"),
        ("ro", "97 mii", "97000", "1000"),
        ("ro", "17.000", "17000", "1"),
        ("ro", "12,5 %", "12.5", "0.1"),
        ("ro", "un milion și jumătate", "1500000", "100000"),
        ("ro", "3,5 milioane", "3500000", "100000"),
        ("ro", "o mie", "1000", "1000"),
        ("en", "97.5 million", "97500000", "100000"),
        ("en", "two and a half", "2.5", "0.1"),
        ("en", "one and a half million", "1500000", "100000"),
        ("ro", "3½ procente", "3.5", "0.1"),
        ("de", "3½ %", "3.5", "0.1"),
        ("fr", "2 ¼ %", "2.25", "0.01"),
        ("en", "165-1/4 points", "165.25", "0.01"),
        ("ro", "220 și 2/3", "220.6667", "0.0001"),
        ("hu", "29 és egynegyed hüvelyk", "29.25", "0.01"),
        ("en", ".828", "0.828", "0.001"),
        ("en", "one hundred and five", "105", "1"),
        ("en", "-5.25", "-5.25", "0.01"),
        ("ja", "1億2000万", "120000000", "10000"),
        ("ko", "1억 2000만", "120000000", "10000"),
        ("he", "\u200f\u200e-\u00a0\u200f52.18 אלף\u00a0\u200f₹", "-52180", "10"),
    ],
)
def test_value_and_last_digit_shown(tag: str, text: str, value: str, ulp: str) -> None:
    """The value is exact and has no exponent; the last digit counts with its scale."""
    numeral = one(tag, text)
    assert (str(numeral.value), str(numeral.ulp)) == (value, ulp)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "In 2019 1/2 of them", ["2019"]),
        ("en", "Article 5 1/24", []),
        ("ro", "o dată și jumătate", []),
        ("en", "Three's Company", []),
        ("ro", "12 mile de lei", ["12 mile de lei"]),
    ],
)
def test_what_only_looks_like_a_part(tag: str, text: str, expected: list[str]) -> None:
    """A part of something else adds nothing to a year, and an article is a number only before a part and a unit."""
    assert [numeral.text for numeral in read(cldr.locale(tag), text)] == expected


@pytest.mark.parametrize(
    ("tag", "text", "bounds"),
    [
        ("ro", "De 3 ori mai mult", [None]),
        ("ro", "18 ani ori mai mult", ["at-least"]),
        ("ro", "5 până la 6 %", [None, None]),
        ("de", "5 bis zu 6 %", [None, None]),
        ("ro", "În 2024 până la 6 %", [None, "up-to"]),
    ],
)
def test_words_between_numbers_and_of_multiples_limit_nothing(tag: str, text: str, bounds: list[str | None]) -> None:
    """What joins a range, and "times more", is no bound."""
    assert [numeral.bound for numeral in read(cldr.locale(tag), text)] == bounds


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("10–20 %", [("10", None, True), ("20", None, True)]),
        ("3-5 milioane de lei", [("3000000", "RON", False), ("5000000", "RON", False)]),
        ("$10 – $20", [("10", "USD", False), ("20", "USD", False)]),
        ("în 2024 – 97 milioane", [("2024", None, False), ("97000000", None, False)]),
        ("5 și 20 %", [("5", None, False), ("20", None, True)]),
    ],
)
def test_a_range_shares_what_stands_at_one_end(text: str, amounts: list[tuple[str, str | None, bool]]) -> None:
    """Percent, money and scale hold for both ends; a dash between sentences' parts shares nothing."""
    found = read(cldr.locale("ro"), text)
    assert [(str(each.value), each.currency, each.percent) for each in found] == amounts


def test_offsets_are_those_of_the_text_given() -> None:
    """Marks that are not seen and decomposed letters move nothing."""
    text = "pa\u0302na\u0306 la \u200e97\u00a0de\u00a0milioane \u200fde dolari"
    numeral = one("ro", text)
    assert text[numeral.start : numeral.end] == numeral.text
    assert (numeral.text[:2], numeral.text[-6:], numeral.bound) == ("97", "dolari", "up-to")


def test_words_inside_a_number_in_digits_are_none_of_their_own() -> None:
    """French "100 mille" is one numeral."""
    assert values("fr", "100 mille et mille") == [Decimal(100000), Decimal(1000)]


def test_labels_hide_what_they_are_joined_to() -> None:
    """Paragraphs (2) and (3) are names, the number after them is not."""
    assert values("ro", "alin. (2) și (3) privesc 40 de state") == [Decimal(40)]


def test_an_address_or_a_date_hides_its_digits_only() -> None:
    """Reading goes on behind a mask."""
    text = "5 la https://a.ro/7 și 6 pe 3 septembrie 2025 cu 8"
    assert values("ro", text) == [Decimal(5), Decimal(6), Decimal(8)]


def test_a_known_unit_is_read_in_every_form() -> None:
    """Short signs, forms without digits, digits in the unit itself."""
    assert one("en", "5m", "length-meter").value == 5
    assert one("ar", "يومان", "duration-day").value == 2
    assert one("en", "7 L/100 km", "consumption-liter-per-100-kilometer").value == 7
    assert read(cldr.locale("ar"), "لا شيء", unit="duration-day") == ()


def test_a_text_without_numbers_gives_nothing() -> None:
    """Neither digits nor number words."""
    assert read(cldr.locale("ro"), "fără cifre") == ()
    assert read(cldr.locale("lv"), "") == ()


HOSTILE = [
    "9", "1.111", ".111", "1 111 ", " 111", "1,", "1-", "1/", "1:", "1 ", "o mie ", "twenty-", "two million ", "mai ",
    "5 mai ", "3–", "art. 5 și ", "tel. 1 ", "@", "1@", "-", "$1", "\u200e1", "s\u0326 1", "\u0301", "(1", "'1",
    "1\u00d7", "a1", "1_",
]  # fmt: skip
"""What has made readers of numbers take more than linear time when it is repeated."""


@pytest.mark.parametrize("part", HOSTILE)
def test_time_grows_with_the_text_and_not_faster(part: str) -> None:
    """Four times the text takes four times as long, with room for chance: far from the sixteen of a square."""
    loc = cldr.locale("ro")
    assert grows_with_the_text(
        lambda text: (read(loc, text), written_dates(loc, text)), part * 500, part * 2_000, refused=ValueError
    )


def test_a_year_does_not_take_the_scale_of_a_range() -> None:
    """The scale at the end of a range counts for its beginning too, unless that may be a year: from 1000 on."""
    assert values("en", "999–1200 thousand") == [999_000, 1_200_000]
    assert values("en", "1000–1200 thousand") == [1000, 1_200_000]
