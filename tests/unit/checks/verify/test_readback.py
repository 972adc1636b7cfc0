"""A visible text says a machine value, or it does not."""

import pytest

from factsheet.checks.verify.readback import says, says_bound
from factsheet.l10n import cldr


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("ro", "1.209 arestări", "1209"),
        ("en", "over $678 million", "678000000"),
        ("fr", "97 millions de dollars", "97000000"),
        ("ar-EG", "١٢٫٥٪", "12.5"),
        ("en", "12.50%", "12.5"),
        ("en", "−5", "-5"),
        ("en", "2024–2025", "2024/2025"),
        ("en", "Jan – Sep 2025", "2025-01/2025-09"),
        ("en", "10–20", "10/20"),
        ("en", "$1.5–2 million", "1500000/2000000"),
        ("ro", "10–20 de victime", "10/20"),
        ("ro", "10 - 20 de victime", "10/20"),
        ("ro", "3–20 septembrie 2025", "2025-09-03/2025-09-20"),
        ("ro", "13 noiembrie 2025", "2025-11-13"),
        ("ja", "2025年11月13日", "2025-11-13"),
        ("en", "November 13, 2025", "2025-11-13T00:00:00Z"),
        ("en", "November 2025", "2025-11"),
        ("en", "2025", "2025"),
        ("en", "Q2 2025", "2025-Q2"),
        ("en", "second quarter of 2025", "2025-Q2"),
        ("ro", "trimestrul al II-lea 2025", "2025-Q2"),
        ("en", "January – June 2025", "2025-H1"),
        ("ja", "2024年3月5日～4月2日", "2024-03-05/2024-04-02"),
        ("sk", "3/2024", "2024-03"),
        ("sv", "5‒20 miljoner", "5000000/20000000"),
        ("en", "9.6 cases per 100,000 people", "9.6"),
        ("ro", "9,6 cazuri la 100.000 de locuitori", "9.6"),
        ("en", "12 people aged 65 and over", "12"),
    ],
)
def test_what_is_said(tag: str, text: str, value: str) -> None:
    """Numbers, ranges, years, dates and moments are read in each language's manner and digits."""
    assert says(cldr.locale(tag), text, value)


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "1.209 arrests", "1209"),
        ("en", "1,209 arrests in 3 days", "1209"),
        ("en", "9.5 cases per 100,000 people", "9.6"),
        ("en", "arrests", "1209"),
        ("en", "98 million", "97000000"),
        ("en", "2024–2026", "2024/2025"),
        ("en", "January – October 2025", "2025-01/2025-09"),
        ("en", "10–30", "10/20"),
        ("en", "November 14, 2025", "2025-11-13"),
        ("en", "November 13, 2025", "2025-11-99"),
        ("en", "1 2 3", "1/2/3"),
        ("en", "word", "word"),
        ("en", "Q3 2025", "2025-Q2"),
        ("ro", "trimestrul al III-lea 2025", "2025-Q2"),
    ],
)
def test_what_is_not_said(tag: str, text: str, value: str) -> None:
    """Another number, one number more, none at all, or a value that is none is not what the text says."""
    assert not says(cldr.locale(tag), text, value)


def test_rounding_is_for_figures_that_are_not_exact() -> None:
    """“About 100 million” says 97 million only where the figure is not exact, and never 40 million."""
    loc = cldr.locale("en")
    assert says(loc, "about 0.1 billion", "97000000", is_exact=False)
    assert not says(loc, "0.1 billion", "97000000")
    assert not says(loc, "about 0.1 billion", "40000000", is_exact=False)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ja", "ボランティア1.7万人超"),
        ("hi", "17 हज़ार स्वयंसेवकों से अधिक"),
        ("sw", "Zaidi ya watu elfu 17"),
        ("en", "Over 5"),
    ],
)
def test_a_noun_may_stand_between_number_and_bound(tag: str, text: str) -> None:
    """The words for a bound may open or close the text, with the noun between them and the number."""
    loc = cldr.locale(tag)
    assert says_bound(loc, text, "over")
    assert not says_bound(loc, text, "about")


def test_a_unit_may_say_the_number() -> None:
    """Where the unit is known, the Arabic dual says two; alone it is a word like any other."""
    arabic = cldr.locale("ar")
    assert says(arabic, "يومان", "2", unit="duration-day")
    assert not says(arabic, "يومان", "2")


def test_a_sign_of_a_unit_is_no_scale_word() -> None:
    """Where the unit is known, K is kelvin and m are metres."""
    english = cldr.locale("en")
    assert says(english, "1.9 K", "1.9", unit="temperature-kelvin")
    assert not says(english, "1.9 K", "1.9")
    assert says(english, "5m", "5", unit="length-meter")


@pytest.mark.parametrize(
    ("tag", "text", "is_said"),
    [
        ("en", "9.6 cases per 100,000", True),
        ("ja", "人口100,000人あたり9.6件", True),
        ("ja", "人口10,000人あたり9.6件", False),
        ("ja", "人口100,000人あたり9.6～9.8件", False),
    ],
)
def test_what_a_rate_is_per_stands_on_either_side(tag: str, text: str, is_said: bool) -> None:  # noqa: FBT001
    """It ends the text in most languages, and begins it in others."""
    assert says(cldr.locale(tag), text, "9.6", beside=("100000",)) is is_said
