"""Plain numbers and percentages."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.decimals import Display, decimal, percent
from factsheet.l10n.figures import LosesDigits

LONG: Display = "compact-long"
SHORT: Display = "compact-short"


@pytest.mark.parametrize(
    ("tag", "value", "text"),
    [
        ("ro", "1209", "1.209"),
        ("ro", "12.50", "12,50"),
        ("ro", "1E+3", "1.000"),
        ("sv", "-5", "\u22125"),
        ("he", "-5", "\u200e-5"),
        ("fa", "-5", "\u200e\u2212۵"),
        ("en", "-0", "0"),
        ("en", "0.000001", "0.000001"),
    ],
)
def test_standard(tag: str, value: str, text: str) -> None:
    """A number keeps all its digits, with the signs of the language."""
    assert decimal(cldr.locale(tag), Decimal(value)).text == text


@pytest.mark.parametrize(
    ("tag", "value", "text"),
    [
        ("ro", "17000", "17 mii"),
        ("ro", "97000000", "97 de milioane"),
        ("ro", "1000000", "1 milion"),
        ("ro", "1500000000", "1,5 miliarde"),
        ("ro", "1000", "1 mie"),
        ("en", "1500000000", "1.5 billion"),
        ("fr", "1000000", "1 million"),
        ("fr", "1000000000", "1 milliard"),
        ("fr", "97000000", "97 millions"),
        ("fr", "1000", "mille"),
        ("ja", "97000000", "9700万"),
        ("zh-Hans", "97000000", "9700万"),
        ("ko", "97000000", "9700만"),
        ("sw", "97000000", "milioni 97"),
        ("sw", "-678000000", "milioni -678"),
        ("ar-EG", "97000000", "٩٧ مليون"),
        ("ar", "97000000", "97 مليون"),
        ("es", "1209000000", "1,21 mil millones"),
        ("de", "12345000000", "12,35 Milliarden"),
    ],
)
def test_long(tag: str, value: str, text: str) -> None:
    """Long compact forms are right in every language, those that have no long words included."""
    assert decimal(cldr.locale(tag), Decimal(value), display=LONG, exact=False).text == text


@pytest.mark.parametrize(
    ("tag", "value", "text"),
    [
        ("en", "999999", "1M"),
        ("en", "1209", "1.21K"),
        ("ro", "17000", "17\u00a0K"),
        ("de", "17000", "17.000"),
        ("de", "1209", "1209"),
        ("hi", "97000000", "9.7\u00a0क॰"),
        ("es", "97000000", "97\u00a0M"),
    ],
)
def test_short(tag: str, value: str, text: str) -> None:
    """Short compact forms round up to the next scale, and group only from five digits on."""
    assert decimal(cldr.locale(tag), Decimal(value), display=SHORT, exact=False).text == text


def test_one_and_a_half_billion_is_never_two() -> None:
    """No compact form changes a value unless it is told to."""
    english = cldr.locale("en")
    assert decimal(english, Decimal(97_500_000), display=LONG).text == "97.5 million"
    with pytest.raises(LosesDigits):
        decimal(english, Decimal(1_500_000_000), display=LONG, digits=0)
    assert decimal(english, Decimal(1_500_000_000), display=LONG, digits=0, exact=False).text == "2 billion"


@pytest.mark.parametrize(
    ("tag", "value", "category", "scale"),
    [
        ("ro", "17000", "other", 3),
        ("ro", "1200", "other", 3),
        ("ro", "1000000", "other", 6),
        ("ro", "999", "other", 0),
        ("ro", "5", "few", 0),
        ("pl", "2000000", "many", 6),
        ("ru", "1000000", "many", 6),
        ("fr", "97000000", "many", 6),
        ("en", "1000000", "other", 6),
        ("fr", "1000", "other", 3),
    ],
)
def test_noun_after_a_scale_word(tag: str, value: str, category: str, scale: int) -> None:
    """A noun after a scale word agrees with the scale: "17 mii de puncte", "1,2 mii de puncte"."""
    shown = decimal(cldr.locale(tag), Decimal(value), display=LONG)
    assert (shown.category, shown.scale) == (category, scale)


@pytest.mark.parametrize(
    ("tag", "value", "text"),
    [
        ("ro", "12.5", "12,5\u00a0%"),
        ("en", "0.125", "0.125%"),
        ("en", "12", "12%"),
        ("tr", "12", "%12"),
        ("ar-EG", "12", "١٢٪\u061c"),
        ("fa", "12", "۱۲٪"),
        ("fr", "12.0", "12,0\u00a0%"),
        ("bn", "97000000", "৯৭,০০০,০০০%"),
    ],
)
def test_percent(tag: str, value: str, text: str) -> None:
    """A percentage is the number declared, not a hundred times it, and keeps its zeros."""
    assert percent(cldr.locale(tag), Decimal(value)).text == text


def test_percent_digits() -> None:
    """A percentage is rounded half up where rounding is asked for, and only there."""
    english = cldr.locale("en")
    assert percent(english, Decimal("12.5"), digits=0, exact=False).text == "13%"
    assert percent(english, Decimal("12.5"), digits=2).text == "12.50%"
    with pytest.raises(LosesDigits):
        percent(english, Decimal("12.5"), digits=0)


@pytest.mark.parametrize(
    ("tag", "value", "scale", "text"),
    [
        ("ro", "207636200000", "million", "207.636,2 milioane"),
        ("en", "207636200000", "million", "207,636.2 million"),
        ("en", "500000", "million", "0.5 million"),
        ("ro", "1000000", "million", "1 milion"),
        ("de", "1500", "thousand", "1,5 Tausend"),
        ("pl", "2000000000", "billion", "2 miliardy"),
        ("es", "1234500000", "million", "1234,5 millones"),
        ("en", "0", "million", "0 million"),
        ("hi", "207636200000", "million", "2,07,63,62,00,000"),
        ("ja", "1500", "thousand", "1,500"),
    ],
)
def test_a_scale_that_is_asked_for(tag: str, value: str, scale: Display, text: str) -> None:
    """The number stands before that word with all its digits; a language without the word writes all of them out."""
    shown = decimal(cldr.locale(tag), Decimal(value), display=scale)
    assert shown.text.replace("\u00a0", " ") == text
    assert bool(shown.scale) == (tag not in {"hi", "ja"})


def test_a_scale_does_not_round() -> None:
    """Digits that are too few for the scale are refused, or rounded where the number is not exact."""
    with pytest.raises(LosesDigits):
        decimal(cldr.locale("en"), Decimal(1_250_000), display="million", digits=1)
    assert decimal(cldr.locale("en"), Decimal(1_250_000), display="million", digits=1, exact=False).text == (
        "1.3 million"
    )


@pytest.mark.parametrize(
    ("tag", "value", "text"),
    [
        ("ro", "602000000000000000000000", "6,02 × 10²³"),
        ("en", "-0.00000016", "-1.6 × 10⁻⁷"),
        ("de", "10000000000", "1 · 10¹⁰"),
        ("fa", "602", "۶٫۰۲ × 10²"),
        ("en", "0", "0"),
    ],
)
def test_powers_of_ten(tag: str, value: str, text: str) -> None:
    """A number is written with one digit before its decimals, and the sign that the language has before the power."""
    assert decimal(cldr.locale(tag), Decimal(value), display="scientific").text.replace("\u00a0", " ") == text
