"""The noun of a currency's name is known, and what tells currencies of one noun apart."""

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.currencies import is_in, named_by, names_other


@pytest.mark.parametrize(
    ("tag", "noun", "named"),
    [
        ("en", "yen", "JPY"),
        ("en", "zlotys", "PLN"),
        ("en", "kroner", "NOK"),
        ("en", "pesos", "ARS"),
        ("ro", "coroane", "SEK"),
        ("ro", "yeni", "JPY"),
        ("de", "Rupien", "INR"),
        ("de", "Kronen", "CZK"),
        ("fr", "couronnes", "DKK"),
        ("fr", "roupies", "PKR"),
        ("ja", "ウォンです", "KRW"),
        ("ja", "ルピーで", "INR"),
        ("ar", "ين", "JPY"),
        ("es", "coronas", "SEK"),
        ("it", "franchi", "CHF"),
    ],
)
def test_a_noun_names_every_currency_that_has_it(tag: str, noun: str, named: str) -> None:
    """The noun is the last word of CLDR's names or the first, as the language has it."""
    assert named in named_by(cldr.locale(tag), noun)
    assert "USD" not in named_by(cldr.locale(tag), noun)


@pytest.mark.parametrize(
    ("tag", "word"), [("en", "people"), ("en", "states"), ("ro", "americani"), ("ja", "人"), ("en", "")]
)
def test_other_words_name_no_money(tag: str, word: str) -> None:
    """Nor do the adjectives of countries."""
    assert not named_by(cldr.locale(tag), word)


def test_a_shared_noun_fits_each_currency_and_a_whole_name_one() -> None:
    """The noun "francs" may be those of any country, "Swiss francs" are not."""
    english = cldr.locale("en")
    assert is_in(english, "97 million francs", "CHF", "XAF")
    assert not is_in(english, "97 million Swiss francs", "CHF", "XAF")
    assert not is_in(english, "97 million francs", "CHF", "USD")
    romanian = cldr.locale("ro")
    assert is_in(romanian, "350 de mii de lei", "RON", "MDL")
    assert not is_in(romanian, "350.000 de lei moldovenești", "MDL", "RON")
    assert not is_in(romanian, "350.000 de lei vechi", "ROL", "RON")


def test_an_inflection_of_its_own_name_is_no_other_money() -> None:
    """CLDR gives the dual of "dollar" for some countries alone."""
    arabic = cldr.locale("ar")
    assert not names_other(arabic, "دولاران", "USD")
    assert names_other(arabic, "ين", "USD")
    assert not names_other(arabic, "وفاة", "USD")
