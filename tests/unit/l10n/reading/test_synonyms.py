"""Words of some language in front matter."""

import pytest

from factsheet.l10n.reading.language import language, languages
from factsheet.l10n.reading.synonyms import bound_meant, currency_meant, unit_meant


@pytest.mark.parametrize(
    ("word", "bound"),
    [
        ("peste", "over"),
        ("Cel puțin", "at-least"),
        ("cel putin", "at-least"),
        ("cirka", "about"),
        ("mehr als", "over"),
        ("aproape", "nearly"),
        ("hasta", "up-to"),
        ("less", "under"),
        ("lower", "under"),
        ("exactly", "exact"),
        ("xyzzy", None),
        ("", None),
    ],
)
def test_a_bound_word_is_known_in_every_language(word: str, bound: str | None) -> None:
    """A phrase for a bound, with its accents or without, gives the bound; what is like none gives nothing."""
    assert bound_meant(word) == bound


@pytest.mark.parametrize(
    ("name", "code"), [("lei", "RON"), ("Euro", "EUR"), ("złotych", "PLN"), ("xyzzy", None), ("", None)]
)
def test_money_is_known_by_its_everyday_name(name: str, code: str | None) -> None:
    """The name of a currency gives its code; what is no name gives nothing."""
    assert currency_meant(name) == code


def test_no_phrase_says_two_bounds() -> None:
    """A phrase means one bound, in whatever language it stands."""
    said: dict[str, set[str]] = {}
    for code in languages():
        for bound, phrases in language(code).bounds.items():
            for phrase in phrases:
                said.setdefault(phrase, set()).add(bound)
    assert {phrase: bounds for phrase, bounds in said.items() if len(bounds) > 1} == {}


def test_every_language_is_listed() -> None:
    """The list has the languages that come with the tool, and not what is common to all."""
    assert {"ro", "en", "de"} <= set(languages())
    assert "any" not in languages()


@pytest.mark.parametrize(
    ("name", "tag", "unit"),
    [
        ("kg", "ro", "kilogram"),
        ("GB", "ro", "gigabyte"),
        ("t", "ro", "tonne"),
        ("tone", "ro", "tonne"),
        ("metric-ton", "en", "tonne"),
        ("km/h", "en", "kilometer-per-hour"),
        ("ani", "ro", "year"),
        ("mp", "en", "square-meter"),
        ("mc", "ro", "cubic-meter"),
        ("Stunden", "en", "hour"),
        ("xyzzy", "ro", None),
        ("kg", "tlh", "kilogram"),
        ("", "ro", None),
    ],
)
def test_units_are_known_by_their_names_and_signs(name: str, tag: str, unit: str | None) -> None:
    """The language of the sheet is asked first, then English, then all others; the first word is enough."""
    assert unit_meant(name, tag) == unit
