"""The language in which findings are told."""

import re
from decimal import Decimal

import pytest

from factsheet.core.codes import CODES, fix, message, report
from factsheet.core.problems import LANGUAGES, Code, Place
from factsheet.l10n import cldr
from factsheet.tools.findings import CONTEXT, PLURALS, plural_of, told, told_value, words_of

FIELD = re.compile(r"\{\w+\}")
CODE = re.compile(r"`[^`]*`")


def _texts(code: Code) -> dict[str, str]:
    return {"message": code.message, "fix": code.fix, "meaning": code.meaning, **code.variants}


def test_english_is_the_table_itself() -> None:
    """In English a finding says what the table says, its fields filled."""
    problem = report("F007", Place("a"), variant="suggest", key="titel", suggestion="title", known="x")
    assert told(problem, words_of("en")) == (message(problem), fix(problem))


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_finding_is_translated(language: str) -> None:
    """Each text of the table has a translation with the same fields."""
    words = words_of(language)
    for code in CODES.values():
        for name, text in _texts(code).items():
            translation = words(text)
            if FIELD.fullmatch(text):
                continue
            assert translation != text, (code.id, name)
            assert sorted(FIELD.findall(translation)) == sorted(FIELD.findall(text)), (code.id, name)


def test_fields_are_filled_in_every_language() -> None:
    """A finding in Romanian names the same things."""
    problem = report("F007", Place("a"), variant="suggest", key="titel", suggestion="title", known="x")
    found, way_out = told(problem, words_of("ro"))
    assert "`titel`" in found
    assert "`title`" in way_out
    assert found != message(problem)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_plural_forms_are_those_of_cldr(language: str) -> None:
    """The rule that stands in the code gives each number the form that CLDR gives it."""
    loc = cldr.locale(language)
    used = [name for name in ("zero", "one", "two", "few", "many", "other") if name in cldr.plural_categories(loc)]
    for number in (*range(2000), 10_000, 120_000, 1_000_000):
        assert used[PLURALS[language](number)] == cldr.plural_category(loc, Decimal(number)), number


def test_a_count_takes_its_form() -> None:
    """One, a few and twenty are told apart; a text that no catalogue has stays English."""
    forms = [plural_of("ro", "{count} error", "{count} errors", count) for count in (1, 13, 20, 101)]
    assert forms == ["{count} eroare", "{count} erori", "{count} de erori", "{count} erori"]
    assert [plural_of("ro", "a flea", "fleas", count) for count in (1, 2)] == ["a flea", "fleas"]
    assert plural_of("en", "a flea", "fleas", 2) == "fleas"


def test_a_word_of_an_editor_is_not_translated() -> None:
    """What fills a field is translated where it is a text of the tool, and never for looking like another text."""
    words = words_of("ro")
    assert words("error") == "eroare"
    assert told_value("error", words) == "error"
    assert told_value("a date", words) == "o dată"
    assert told_value("a date", words_of("en")) == "a date"
    assert CONTEXT == "value"
