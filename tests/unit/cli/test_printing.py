"""The language in which the terminal speaks."""

import pytest

from factsheet.cli.printing import asked_for, choose, chosen_language, counted, number, seconds, spoken


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


def test_what_is_asked_for_is_known_before_the_command_line_is_parsed() -> None:
    """`--lang` is found in both ways of writing it; the last one counts, and one without a value asks for nothing."""
    assert asked_for(["check", "--lang", "ro"]) == "ro"
    assert asked_for(["check", "--lang=ro", "-q", "--lang=en"]) == "en"
    assert asked_for(["check", "--lang"]) is None
    assert asked_for(["check"]) is None


def test_texts_are_filled_in_the_language_chosen() -> None:
    """A text, a count and an amount come in the language chosen, with its plural form and its separators."""
    choose("en", {})
    assert spoken("Port {port} is busy.", port=80) == "Port 80 is busy."
    assert counted("{count} error", "{count} errors", 1234) == "1,234 errors"
    choose("ro", {})
    assert spoken("Port {port} is busy.", port=80) == "Portul 80 este ocupat."
    assert counted("{count} error", "{count} errors", 1) == "1 eroare"
    assert counted("{count} error", "{count} errors", 1220) == "1.220 de erori"
    assert (number(97_000_000), seconds(1.25)) == ("97.000.000", "1,250")


def test_a_reason_that_is_a_text_of_the_tool_is_translated() -> None:
    """What fills a field is in the same language; a text that is not ours stays as it is."""
    choose("ro", {})
    filled = spoken("{file} cannot be written: {reason}", file="a.po", reason="Permission denied")
    assert filled == "a.po nu poate fi scris: accesul nu este permis"
    assert spoken("never said: {reason}", reason="out of paper") == "never said: out of paper"
