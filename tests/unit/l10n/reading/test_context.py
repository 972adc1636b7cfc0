"""What belongs to a number."""

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.context import Around, look_around
from factsheet.l10n.reading.lexicon import lexicon
from factsheet.l10n.reading.qualifiers import bound_around
from factsheet.l10n.reading.units import measure


def around(tag: str, text: str, digits: str, unit: str | None = None) -> tuple[str, Around]:
    """Look around some digits of a text; give the widened text and what was found."""
    loc = cldr.locale(tag)
    start = text.index(digits)
    known = measure(loc, unit) if unit else None
    found = look_around(lexicon(loc), text, Around(start, start + len(digits)), 0, known)
    return text[found.start : found.end], found


@pytest.mark.parametrize(
    ("tag", "text", "digits", "widened"),
    [
        ("en", "lost -$1,500 today", "1,500", "-$1,500"),
        ("en", "a range of 10-20 things", "20", "20"),
        ("en", "from 10 -20 things", "20", "20"),
        ("en", "it is -5 now", "5", "-5"),
        ("en", "it is +5 now", "5", "+5"),
        ("nl", "US$ -97", "97", "US$ -97"),
        ("de-CH", "CHF-97", "97", "CHF-97"),
        ("de-CH", "K-97", "97", "K-97"),
        ("de-AT", "-L 97", "97", "-L 97"),
        ("en", "-TOP 97", "97", "-TOP 97"),
        ("en", "TOP 97", "97", "97"),
        ("en", "CVE-97", "97", "97"),
        ("en", "CVE 97", "97", "CVE 97"),
        ("en", "lost $500 CAD", "500", "$500 CAD"),
        ("en", "lost $500 (CAD)", "500", "$500 (CAD)"),
        ("en", "lost Mex$500", "500", "Mex$500"),
        ("en", "lost Bds$500", "500", "Bds$500"),
        ("en", "USD 500 more", "500", "USD 500"),
        ("tr", "%12 arttı", "12", "%12"),
        ("sw", "asilimia 12", "12", "asilimia 12"),
        ("sw", "US$ elfu17", "17", "US$ elfu17"),
        ("si", "USDද1.5", "1.5", "USDද1.5"),
        ("my", "ကုဋေ 2 သိန်း", "2", "ကုဋေ 2 သိန်း"),
    ],
)
def test_what_stands_before_belongs(tag: str, text: str, digits: str, widened: str) -> None:
    """Signs, money, percent and scale words before the digits are part of the number."""
    assert around(tag, text, digits)[0] == widened


@pytest.mark.parametrize(
    ("tag", "text", "digits", "widened"),
    [
        ("ro", "97 de milioane de dolari.", "97", "97 de milioane de dolari"),
        ("ro", "97 milioane de victime", "97", "97 milioane"),
        ("ro", "40 la sută din", "40", "40 la sută"),
        ("ro", "3 milioane și jumătate de lei", "3", "3 milioane și jumătate de lei"),
        ("en", "2 and a half million euros", "2", "2 and a half million euros"),
        ("en", "$97m lost", "97", "$97m"),
        ("en", "$97 m lost", "97", "$97 m"),
        ("en", "97 m long", "97", "97"),
        ("en", "97m USD", "97", "97m USD"),
        ("es-MX", "1 kEUR", "1", "1 kEUR"),
        ("es", "77 mil MDZD", "77", "77 mil MDZD"),
        ("ca", "1 kMXN", "1", "1 kMXN"),
        ("ca", "10 kMMXN", "10", "10 kMMXN"),
        ("ca", "10 kM", "10", "10 kM"),
        ("ro", "8 MCF", "8", "8 MCF"),
        ("fr", "97 M $US", "97", "97 M $US"),
        ("fr", "1 million d'euros", "1", "1 million d'euros"),
        ("en", "5 lei and more", "5", "5 lei"),
        ("en", "12 percentages", "12", "12"),
    ],
)
def test_what_stands_after_belongs(tag: str, text: str, digits: str, widened: str) -> None:
    """Scale words, halves, money and percent after the digits are part of the number."""
    assert around(tag, text, digits)[0] == widened


def test_a_known_unit_settles_what_a_letter_means() -> None:
    """5m is five metres where metres are expected, else five million."""
    assert around("en", "5m", "5", "length-meter")[1].scale is None
    assert around("en", "5m", "5")[1].scale == 6


@pytest.mark.parametrize(
    ("tag", "text", "digits", "unit", "scale"),
    [
        ("ro", "53,2 K de kelvini", "53,2", "temperature-kelvin", 3),
        ("ne", "1.2 हजारकिलोमिटर", "1.2", "length-kilometer", 3),
        ("en", "3 apples", "3", "length-meter", None),
    ],
)
def test_a_scale_word_may_stand_before_a_known_unit(
    tag: str, text: str, digits: str, unit: str, scale: int | None
) -> None:
    """Thousands of a unit are read before the unit's own sign is."""
    assert around(tag, text, digits, unit)[1].scale == scale


def test_a_known_unit_may_stand_before_the_digits() -> None:
    """The Beaufort scale puts its letter first, and a minus behind it."""
    widened, found = around("en-GB", "B-466", "466", "speed-beaufort")
    assert (widened, found.negative) == ("B-466", True)


@pytest.mark.parametrize(
    ("tag", "text", "digits", "bound"),
    [
        ("ro", "peste 17.000", "17.000", "over"),
        ("ro", "mai mult de 40", "40", "over"),
        ("ro", "cel puțin 40", "40", "at-least"),
        ("ro", "nu mai mult de 40", "40", "up-to"),
        ("ro", "aproape de 40", "40", "nearly"),
        ("ro", "în jur de 40", "40", "about"),
        ("ro", "alte 40", "40", None),
        ("en", "no fewer than 40", "40", "at-least"),
        ("en", "40+ countries", "40", "at-least"),
        ("en", "40 or more", "40", "at-least"),
        ("en", "moreover 40", "40", None),
        ("en", "~40", "40", "about"),
        ("ja", "40以上", "40", "at-least"),
        ("hi", "40 से अधिक", "40", "over"),
    ],
)
def test_bounds_stand_beside_the_number(tag: str, text: str, digits: str, bound: str | None) -> None:
    """The words right before a number, or right after it, bound it."""
    start = text.index(digits)
    assert bound_around(lexicon(cldr.locale(tag)), text, start, start + len(digits)) == bound
