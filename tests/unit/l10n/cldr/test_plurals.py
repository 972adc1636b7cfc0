"""Plural categories."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr


@pytest.mark.parametrize(
    ("number", "category"),
    [
        ("1", "one"), ("0", "few"), ("2", "few"), ("19", "few"), ("20", "other"), ("101", "few"),
        ("119", "few"), ("120", "other"), ("1209", "few"), ("1220", "other"), ("1.5", "few"), ("1.0", "few"),
        ("1E+6", "other"),
        ("123456789012345678901234567890", "other"), ("-1", "one"),
    ],
)  # fmt: skip
def test_romanian(number: str, category: str) -> None:
    """Romanian counts 1, then up to 19 and every fraction, then the rest with "de"."""
    assert cldr.plural_category(cldr.locale("ro"), Decimal(number)) == category


def test_visible_decimals_count() -> None:
    """English says "1 day" but "1.0 days", whichever is asked first."""
    english = cldr.locale("en")
    asked = [cldr.plural_category(english, Decimal(text)) for text in ("1", "1.0", "1", "1.00")]
    assert asked == ["one", "other", "one", "other"]


def test_thirty_digits() -> None:
    """A number longer than Python's usual precision has a category in languages that divide it."""
    number = Decimal(123456789012345678901234567891)
    assert [cldr.plural_category(cldr.locale(tag), number) for tag in ("be", "lv", "lt", "ru")] == ["one"] * 4


def test_categories() -> None:
    """The categories of a language stand in CLDR's order and end with "other"."""
    assert cldr.plural_categories(cldr.locale("ro")) == ("one", "few", "other")
    assert cldr.plural_categories(cldr.locale("ja")) == ("other",)
    assert cldr.plural_categories(cldr.locale("ar")) == ("zero", "one", "two", "few", "many", "other")


def test_examples() -> None:
    """The examples of a category need it, and are whole where whole numbers do."""
    assert [int(number) for number in cldr.plural_examples(cldr.locale("ro"), "other")] == [
        20,
        21,
        22,
        23,
        24,
        25,
    ]
    assert [int(number) for number in cldr.plural_examples(cldr.locale("fr"), "many")] == [1000000, 2000000]
    assert cldr.plural_examples(cldr.locale("ru"), "other")[0] == Decimal("0.0")
    assert cldr.plural_examples(cldr.locale("ja"), "few") == ()


@pytest.mark.parametrize("tag", ["ro", "en", "fr", "pl", "ar", "cy", "lv", "sl", "mt", "ga", "br", "he"])
def test_every_category_has_examples(tag: str) -> None:
    """There is an example for every category a language has."""
    loc = cldr.locale(tag)
    assert all(cldr.plural_examples(loc, category) for category in cldr.plural_categories(loc))


@pytest.mark.parametrize(
    ("tag", "low", "high", "category"),
    [
        ("ro", 3, 5, "few"),
        ("ro", 13, 19, "few"),
        ("ro", 1, 20, "other"),
        ("en", 0, 1, "other"),
        ("pt-PT", 0, 1, "other"),
    ],
)
def test_range(tag: str, low: int, high: int, category: str) -> None:
    """A range has a category of its own, by the language's rules."""
    loc = cldr.locale(tag)
    ends = (cldr.plural_category(loc, Decimal(end)) for end in (low, high))
    assert cldr.joined_category(loc, *ends) == category
