"""The nouns that metrics count are known in their other forms."""

import pytest

from factsheet.content.statements.language import sentences
from factsheet.content.statements.nouns import Nouns, heads, is_form


@pytest.mark.parametrize(
    ("noun", "word"),
    [
        ("arrests", "arrest"),
        ("arestări", "arestare"),
        ("arestări", "arestările"),
        ("festnahmen", "festnahme"),
        ("書籍", "冊の書籍"),
        ("عکس", "عکس\u200cهای"),
    ],
)
def test_forms_of_a_noun(noun: str, word: str) -> None:
    """Words that begin alike are forms of one; without spaces, the noun stands in the text."""
    assert is_form(noun, word)


@pytest.mark.parametrize(("noun", "word"), [("readers", "rooms"), ("readers", "re"), ("书籍", "人の被害者")])
def test_other_words(noun: str, word: str) -> None:
    """A few letters in common do not make a form."""
    assert not is_form(noun, word)


@pytest.mark.parametrize(
    ("code", "phrase", "noun"),
    [
        ("en", "{n} intelligence packages", ["packages"]),
        ("ro", "{n} de pachete informative", ["pachete"]),
        ("en", "{n} cases per {per} inhabitants", ["cases"]),
        ("en", "{n} children per woman", ["children"]),
        ("de", "{n} Fälle je {per} Einwohner", ["fälle"]),
        ("en", "Arrests", ["arrests"]),
        ("en", "Money recovered", []),
        ("en", "{n}", []),
        ("sw", "milioni {n}", ["milioni"]),
    ],
)
def test_the_head_of_a_phrase(code: str, phrase: str, noun: list[str]) -> None:
    """The noun of a unit is its first word or its last, by the language; a label counts where it is one word."""
    assert list(heads(sentences(code), ("de",), phrase)) == noun


def test_metrics_are_found_by_the_words_behind_a_number() -> None:
    """Only the first words behind it are looked at."""
    nouns = Nouns((("arrests", "a"), ("victims", "b")))
    assert nouns.metrics_of(("arrest", "warrants")) == {"a"}
    assert nouns.metrics_of(("one", "two", "three", "victims")) == frozenset()
    assert Nouns().metrics_of(("arrests",)) == frozenset()
