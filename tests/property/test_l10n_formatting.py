"""Laws of number formatting that hold in every language."""

import unicodedata
from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.l10n import cldr, figures, names, numbers, tags
from factsheet.l10n.cldr import NumberLocale, source
from factsheet.l10n.decimals import Display
from factsheet.l10n.numbers import FormattedNumber, LosesDigits

TAGS: Final = (
    "ro", "en", "en-IN", "de", "de-CH", "de-AT", "fr", "es", "es-MX", "pt-BR", "pt-PT", "it", "pl", "cs",
    "hu", "bg", "uk", "sv", "tr", "ar", "ar-EG", "ar-EG-u-nu-latn", "fa", "he", "hi", "hi-u-nu-deva", "bn",
    "mr", "my", "ja", "zh-Hans", "ko", "sw", "lv", "sl", "ga", "cy", "ks", "ckb", "ff-Adlm", "sat", "mni",
    "ccp", "uz-Arab", "dz", "lo-u-nu-laoo",
)  # fmt: skip
locales = st.sampled_from([cldr.locale(tag) for tag in TAGS])
values = st.decimals(min_value=-(10**24), max_value=10**24, places=3) | st.integers(-(10**30), 10**30).map(Decimal)
short_values = st.builds(
    lambda digits, power: Decimal(digits).scaleb(power), st.integers(-9999, 9999), st.integers(-2, 15)
)
displays = st.sampled_from(["compact-long", "compact-short"])


def read_back(loc: NumberLocale, shown: FormattedNumber) -> Decimal:
    """Give the value of the digits shown, without sign and scale."""
    signs = cldr.symbols(loc)
    plain = shown.number.replace(signs.group, "").replace(signs.decimal, ".")
    table = {ord(digit): str(value) for value, digit in enumerate(cldr.digits(loc))}
    return Decimal(plain.translate(table))


@given(locales, values)
def test_a_number_in_full_keeps_its_value(loc: NumberLocale, value: Decimal) -> None:
    """The digits shown are those of the value, decimals and their zeros included."""
    shown = numbers.decimal(loc, value)
    assert read_back(loc, shown) == value.copy_abs()
    assert str(read_back(loc, shown)) == format(value.copy_abs(), "f")


@given(locales, short_values, displays)
def test_a_compact_number_keeps_its_value_or_refuses(loc: NumberLocale, value: Decimal, display: Display) -> None:
    """A compact form times its power of ten is the value; where it cannot be, the form is refused."""
    rounded = numbers.decimal(loc, value, display=display, exact=False)
    mantissa = read_back(loc, rounded) if rounded.number else Decimal(1)
    if mantissa.scaleb(rounded.scale) == value.copy_abs():
        assert numbers.decimal(loc, value, display=display) == rounded
    else:
        with pytest.raises(LosesDigits):
            numbers.decimal(loc, value, display=display)


@given(locales, values, displays)
def test_a_rounded_number_is_near(loc: NumberLocale, value: Decimal, display: Display) -> None:
    """With leave to round, the number shown is within half a unit of its last possible digit."""
    shown = numbers.decimal(loc, value, display=display, exact=False)
    mantissa = read_back(loc, shown) if shown.number else Decimal(1)
    found = mantissa.scaleb(shown.scale, context=figures.CONTEXT)
    off = figures.CONTEXT.subtract(found, value.copy_abs())
    assert abs(off) <= Decimal("0.005").scaleb(shown.scale)


@given(locales, values, displays, st.sampled_from(["USD", "EUR", "RON", "JPY"]))
def test_digits_are_never_mixed(loc: NumberLocale, value: Decimal, display: Display, code: str) -> None:
    """Every digit of a text belongs to the numbering system in use."""
    texts = (
        numbers.decimal(loc, value, display=display, exact=False).text,
        numbers.currency(loc, value, code).text,
        numbers.currency(loc, value, code, display=display, exact=False).text,
        numbers.percent(loc, value).text,
        numbers.unit(loc, value, "length-kilometer").text,
    )
    found = {char for text in texts for char in text if unicodedata.category(char) == "Nd"}
    assert found <= set(cldr.digits(loc))


@given(locales, values)
def test_the_noun_agrees_with_the_number_shown(loc: NumberLocale, value: Decimal) -> None:
    """Without a scale word the category is that of the number as written, decimals and all."""
    shown = numbers.decimal(loc, value)
    assert shown.category == cldr.plural_category(loc, Decimal(format(value.copy_abs(), "f")))
    assert shown.category in cldr.plural_categories(loc)


@given(locales, short_values, displays)
def test_the_noun_agrees_with_the_scale(loc: NumberLocale, value: Decimal, display: Display) -> None:
    """After a scale word the category is that of the power of ten."""
    shown = numbers.currency(loc, value, "EUR", display=display, exact=False)
    if shown.scale:
        assert shown.category == cldr.plural_category(loc, Decimal(10) ** shown.scale)


@given(locales, st.lists(st.text(max_size=8), max_size=8))
def test_sorting_ignores_where_it_began(loc: NumberLocale, words: list[str]) -> None:
    """The sorted order of texts does not depend on their first order."""

    def key(word: str) -> names.Key:
        return names.sort_key(loc, word)

    other_way_round = words[::-1]
    assert sorted(words, key=key) == sorted(other_way_round, key=key)


@given(st.text(max_size=40))
def test_no_tag_breaks_the_search(text: str) -> None:
    """Any text either names a locale that exists or is refused, and near misses are known locales."""
    known = source.identifiers()
    found = tags.identify(text, known, source.aliases())
    assert found is None or found in known
    assert all(miss.replace("-", "_") in known for miss in tags.near_misses(text, known))
