"""The language in which findings are told."""

import re

import pytest

from factsheet.codes import CODES, fix, message, report
from factsheet.findings.words import LANGUAGES, chosen_language, told, words_of
from factsheet.problems import Code, Place

FIELD = re.compile(r"\{\w+\}")
CODE = re.compile(r"`[^`]*`")


def _texts(code: Code) -> dict[str, str]:
    return {"message": code.message, "fix": code.fix, "meaning": code.meaning, **code.variants}


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ro_RO.UTF-8"}, "ro"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "ro_RO"}, "ro"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "fr:ro:en"}, "ro"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_the_system_chooses_the_language(environment: dict[str, str], language: str) -> None:
    """The variables of POSIX choose; a language that the tool does not speak gives English."""
    assert chosen_language(None, environment) == language
    assert chosen_language("ro", {"LANG": "en_GB"}) == "ro"


def test_english_is_the_table_itself() -> None:
    """In English a finding says what the table says, its fields filled."""
    problem = report("F007", Place("a"), variant="suggest", key="titel", suggestion="title", known="x")
    assert told(problem, words_of("en")) == (message(problem), fix(problem))


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
def test_every_finding_is_translated(code: Code, language: str) -> None:
    """Each text of the table has a translation with the same fields."""
    words = words_of(language)
    for name, text in _texts(code).items():
        translation = words(text)
        if FIELD.fullmatch(text):
            continue
        assert translation != text, name
        assert sorted(FIELD.findall(translation)) == sorted(FIELD.findall(text)), name


def test_fields_are_filled_in_every_language() -> None:
    """A finding in Romanian names the same things."""
    problem = report("F007", Place("a"), variant="suggest", key="titel", suggestion="title", known="x")
    found, way_out = told(problem, words_of("ro"))
    assert "`titel`" in found
    assert "`title`" in way_out
    assert found != message(problem)
