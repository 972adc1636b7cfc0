"""Signs, digits and patterns."""

import pytest

from factsheet.l10n import cldr


@pytest.mark.parametrize(
    ("tag", "group", "decimal"),
    [
        ("ro", ".", ","), ("en", ",", "."), ("fr", "\u202f", ","), ("pl", "\u00a0", ","), ("de-CH", "’", "."),
        ("de-AT", "\u00a0", ","), ("ar-EG", "٬", "٫"), ("ar-EG-u-nu-latn", ",", "."), ("fa", "٬", "٫"),
    ],
)  # fmt: skip
def test_separators(tag: str, group: str, decimal: str) -> None:
    """Separators are those of the language in its numbering system."""
    signs = cldr.symbols(cldr.locale(tag))
    assert (signs.group, signs.decimal) == (group, decimal)


def test_signs_keep_their_bidi_marks() -> None:
    """Minus and percent are the language's own, with the marks that hold them in place."""
    assert cldr.symbols(cldr.locale("sv")).minus == "\u2212"
    assert cldr.symbols(cldr.locale("fa")).minus == "\u200e\u2212"
    assert cldr.symbols(cldr.locale("ar-EG")).percent == "٪\u061c"
    assert cldr.symbols(cldr.locale("he")).minus == "\u200e-"


def test_money_separators() -> None:
    """Austria groups money by points, everything else by spaces."""
    signs = cldr.symbols(cldr.locale("de-AT"))
    assert (signs.group, signs.currency_group) == ("\u00a0", ".")


def test_grouping() -> None:
    """Digits stand in groups of three; in India the first group has three and the others two."""
    assert cldr.grouping(cldr.locale("ro")) == (3, 3)
    assert cldr.grouping(cldr.locale("hi")) == (3, 2)
    assert cldr.grouping(cldr.locale("bn"), "percent") == (3, 3)


@pytest.mark.parametrize(
    ("tag", "digits"),
    [
        ("es", 2),
        ("es-MX", 1),
        ("pl", 2),
        ("pt-PT", 2),
        ("pt-AO", 1),
        ("pt-MZ", 2),
        ("pt-BR", 1),
        ("hu", 2),
        ("bg", 2),
        ("it", 2),
        ("ro", 1),
        ("ee", 3),
    ],
)
def test_minimum_grouping(tag: str, digits: int) -> None:
    """Some languages leave four digits whole."""
    assert cldr.minimum_grouping(cldr.locale(tag)) == digits


def test_digits() -> None:
    """The digits are those of the numbering system in use."""
    assert cldr.digits(cldr.locale("ar-EG")) == "٠١٢٣٤٥٦٧٨٩"
    assert cldr.digits(cldr.locale("hi", numerals="native")) == "०१२३४५६७८९"


def test_compact() -> None:
    """Compact patterns come by category and power of ten; some languages have no long ones of their own."""
    assert cldr.compact(cldr.locale("ro"), "decimal", "long")["other"][6] == "0 de milioane"
    assert cldr.compact(cldr.locale("ja"), "decimal", "long") == {}
    assert cldr.compact(cldr.locale("lo", numerals="laoo"), "decimal", "long")["other"][3] == "0ພັນ"


def test_range_pattern() -> None:
    """Ranges are written as CLDR says, by default with a dash."""
    assert cldr.range_pattern(cldr.locale("en")) == "{0}–{1}"
    assert cldr.range_pattern(cldr.locale("ro")) == "{0} - {1}"
