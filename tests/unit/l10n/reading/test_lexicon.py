"""Words and signs around numbers, from CLDR and from our own lists."""

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.lexicon import Label, lexicon


@pytest.mark.parametrize(
    ("tag", "word", "power"),
    [
        ("ro", "milioane", 6),
        ("ro", "de milioane", 6),
        ("ro", "mii", 3),
        ("ro", "mld.", 9),
        ("ro", "K", 3),
        ("en", "million", 6),
        ("en", "bn", 9),
        ("ja", "万", 4),
        ("hi", "करोड़", 7),
        ("es", "mil millones", 9),
        ("pl", "tys.", 3),
    ],
)
def test_scale_words_stand_behind_the_digits(tag: str, word: str, power: int) -> None:
    """Every form of CLDR's compact patterns is known, with its power of ten."""
    hit = lexicon(cldr.locale(tag)).scales_after.after(word + " ", 0)
    assert hit == (power, len(word))


def test_scale_words_stand_before_the_digits_in_swahili() -> None:
    """The order is the language's."""
    assert lexicon(cldr.locale("sw")).scales_before.before("milioni", 7) == (6, 0)
    assert not lexicon(cldr.locale("ro")).scales_before


def test_a_scale_word_may_be_a_number_by_itself() -> None:
    """French says "mille" without a one."""
    assert lexicon(cldr.locale("fr")).bare_scales == {"mille": 3}


def test_two_words_make_one_scale_in_burmese() -> None:
    """A word before and a word behind the digits belong together."""
    hit = lexicon(cldr.locale("my")).two_sided.before("ကုဋေ", 4)
    assert hit is not None
    assert hit[0].after("သိန်း", 0) == (12, len("သိန်း"))


@pytest.mark.parametrize(
    ("tag", "sign", "code"),
    [
        ("en", "$", "USD"),
        ("es-MX", "$", "MXN"),
        ("ro", "lei", "RON"),
        ("fr", "$US", "USD"),
        ("pl", "zł", "PLN"),
    ],
)
def test_a_sign_is_the_languages_own_first(tag: str, sign: str, code: str) -> None:
    """The dollar sign is not the US dollar everywhere."""
    hit = lexicon(cldr.locale(tag)).money_after.after(sign, 0)
    assert hit == (code, len(sign))


def test_names_of_money_are_known() -> None:
    """CLDR's names in every plural category, and everyday names."""
    after = lexicon(cldr.locale("ro")).money_after
    assert after.after("dolari americani", 0) == ("USD", 16)
    assert after.after("euro", 0) == ("EUR", 4)


def test_codes_that_are_words_are_no_money_before_a_number() -> None:
    """TOP 10 is no amount of Tongan money."""
    before = lexicon(cldr.locale("en")).money_before
    assert before.before("TOP", 3) is None
    assert before.before("USD", 3) == ("USD", 0)


def test_labels_tell_what_they_name() -> None:
    """An article, a phone and a time reach differently far."""
    labels = lexicon(cldr.locale("ro")).labels
    assert [labels.before(word, len(word)) for word in ("Art.", "tel.", "ora")] == [
        (Label.NAME, 0),
        (Label.LONG_NAME, 0),
        (Label.TIME, 0),
    ]
