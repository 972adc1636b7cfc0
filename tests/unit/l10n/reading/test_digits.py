"""Numbers in digits, by the rules of each language."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.digits import syntax
from factsheet.l10n.reading.fold import fold


def found(tag: str, text: str) -> list[str | None]:
    """Give the values of all runs of digits in a text."""
    rules = syntax(cldr.locale(tag))
    folded = fold(text)
    numbers = [one for run in rules.runs(folded) for one in rules.split(folded.text, *run.span())]
    return [None if one.value is None else str(one.value) for one in numbers]


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("ro", "1.209", "1209"),
        ("ro", "1209", "1209"),
        ("ro", "1.234.567,89", "1234567.89"),
        ("ro", "1,209", "1.209"),
        ("ro", "17 000", "17000"),
        ("en", "1,209", "1209"),
        ("en", "16 181", "16181"),
        ("en", "1.209", "1.209"),
        ("en", "12,345,678.90", "12345678.90"),
        ("fr", "1\u202f209,5", "1209.5"),
        ("fr", "1 209", "1209"),
        ("en", "1\u00a0209", "1209"),
        ("de-CH", "1’209", "1209"),
        ("hi", "12,34,567", "1234567"),
        ("hi", "1,234,567", "1234567"),
        ("ar-EG", "١٬٢٠٩٫٥", "1209.5"),
        ("ar-EG", "1,209.5", "1209.5"),
        ("es", "0,5", "0.5"),
        ("en", "123456789012345678901234567890", "123456789012345678901234567890"),
    ],
)
def test_a_number_follows_its_language(tag: str, text: str, value: str) -> None:
    """Separators are those of CLDR; four digits may stand without one."""
    assert found(tag, text) == [value]
    assert syntax(cldr.locale(tag)).exact(text) == Decimal(value)


@pytest.mark.parametrize(
    ("tag", "text", "values"),
    [
        ("fr", "2024 100 000", ["2024", "100000"]),
        ("fr", "12,5 100", ["12.5", "100"]),
        ("en", "5,6,7", ["5", "6", "7"]),
        ("en", "2023,2024", ["2023", "2024"]),
        ("ro", "12.50", ["12.50"]),
        ("ro", "1.209.5", [None]),
        ("en", "1.209.000", ["1209000"]),
        ("en", "1.209,5", ["1209.5"]),
        ("en", "1.2.3", [None]),
        ("en", "007", [None]),
        ("en", "0", ["0"]),
        ("en", "9" * 61, [None]),
        ("en", "1," + "9" * 61, ["1", None]),
    ],
)
def test_what_breaks_the_rules_is_read_another_way_or_not(tag: str, text: str, values: list[str | None]) -> None:
    """A wrong number is read in another style, as several numbers, or not at all."""
    assert found(tag, text) == values


def test_exact_takes_the_whole_text_or_nothing() -> None:
    """A text with anything else in it is no number."""
    assert syntax(cldr.locale("en")).exact("1,209 x") is None
    assert syntax(cldr.locale("en")).exact("12,09") is None
