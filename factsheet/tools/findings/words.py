"""The language in which findings are told: the English of the table, or a catalogue of the tool."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from factsheet.content.catalogs import Catalog, read_catalog
from factsheet.files import SourceFile, read_file
from factsheet.patterns import regex
from factsheet.problems import Problem
from factsheet.problems.codes import CODES

LANGUAGES = ("en", "ro")
"""The languages that findings can be told in; the first is the one they are written in."""

FOLDER = Path(__file__).resolve().parents[2] / "messages"
"""Where the tool's own catalogues lie."""

PLURALS: Mapping[str, Callable[[int], int]] = {
    "ro": lambda count: 0 if count == 1 else 1 if count == 0 or 0 < count % 100 < 20 else 2,  # noqa: PLR2004 - 2 to 19
}
"""Which of its plural forms a language takes for a whole number, as CLDR has it, without CLDR's data."""

_MAX_BYTES = 2_000_000
_FIELD = regex(r"\{(\w+)\}")
_NUMBER = regex(r"[0-9]+")

Words = Callable[[str], str]
"""Gives a text of the tool in the language chosen."""

CONTEXT = "value"
"""The context, in a catalogue, of texts that fill a field: there `error` is a setting or a word of an editor."""

_MARK = f"{CONTEXT}\x04"  # as gettext joins a context and a text


def words_of(language: str) -> Words:
    """Choose the language of the tool's texts; one that it does not speak gives English."""
    catalog = _catalog(language) if language in LANGUAGES[1:] else None

    def translated(text: str) -> str:
        is_value = text.startswith(_MARK)
        found = catalog.find(text.removeprefix(_MARK), CONTEXT if is_value else "") if catalog else None
        return found.strings[0] if found else text

    return translated


@cache
def _catalog(language: str) -> Catalog:
    file = read_file(FOLDER, f"{language}.po", max_bytes=_MAX_BYTES)
    data = file.data if isinstance(file, SourceFile) else b""
    return read_catalog(language, f"{language}.po", data)[0]


def plural_of(language: str, one: str, many: str, count: int) -> str:
    """The form of a text that fits a count; English where the catalogue does not have it."""
    catalog = _catalog(language) if language in LANGUAGES[1:] else None
    found = catalog.find(one) if catalog else None
    if found is None or len(found.strings) == 1:
        return one if count == 1 else many
    return found.strings[PLURALS[language](count)]


def told(problem: Problem, words: Words) -> tuple[str, str]:
    """Say what was found, and how to correct it."""
    code = CODES[problem.code]
    values = {name: told_value(value, words) for name, value in problem.values}
    return _filled(words(code.message), values), _filled(words(code.way_out(problem.variant)), values)


def told_value(value: str, words: Words) -> str:
    """What fills a field: a text of the tool in the language chosen, anything else as it is.

    A text with whole numbers in it stands in the catalogue with `{1}`, `{2}` in their places.
    """
    numbers = _NUMBER.findall(value)
    places = iter(range(1, len(numbers) + 1))
    key = _NUMBER.sub(lambda _: f"{{{next(places)}}}", value)
    found = words(f"{_MARK}{key}")
    if found == f"{_MARK}{key}":
        return value
    return _filled(found, {str(place): number for place, number in enumerate(numbers, start=1)})


def _filled(template: str, values: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda match: values.get(match[1], match[0]), template)
