"""The language in which findings are told: the English of the table, or a catalogue of the tool."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from factsheet.catalogs import Catalog, read_catalog
from factsheet.codes import CODES
from factsheet.files import SourceFile, read_file
from factsheet.problems import Problem

LANGUAGES = ("en", "ro")
"""The languages that findings can be told in; the first is the one they are written in."""

FOLDER = Path(__file__).resolve().parent.parent / "messages"
"""Where the tool's own catalogues lie."""

_MAX_BYTES = 2_000_000
_FIELD = re.compile(r"\{(\w+)\}")

Words = Callable[[str], str]
"""Gives a text of the tool in the language chosen."""


def words_of(language: str) -> Words:
    """Choose the language of the tool's texts; one that it does not speak gives English."""
    catalog = _catalog(language) if language in LANGUAGES[1:] else None

    def translated(text: str) -> str:
        found = catalog.find(text) if catalog else None
        return found.strings[0] if found else text

    return translated


@cache
def _catalog(language: str) -> Catalog:
    file = read_file(FOLDER, f"{language}.po", max_bytes=_MAX_BYTES)
    data = file.data if isinstance(file, SourceFile) else b""
    return read_catalog(language, f"{language}.po", data)[0]


def told(problem: Problem, words: Words) -> tuple[str, str]:
    """Say what was found, and how to mend it."""
    code = CODES[problem.code]
    way_out = code.variants[problem.variant] if problem.variant else code.fix
    values = {name: words(value) for name, value in problem.values}
    return _filled(words(code.message), values), _filled(words(way_out), values)


def _filled(template: str, values: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda match: values.get(match[1], match[0]), template)


def chosen_language(wanted: str | None, environment: Mapping[str, str]) -> str:
    """Choose by what was asked for, else by the variables that POSIX gives to the language of messages."""
    if wanted:
        return wanted
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for entry in environment.get(name, "").split(":"):
            language = re.split(r"[._@-]", entry)[0]
            if language in LANGUAGES:
                return language
    return LANGUAGES[0]
