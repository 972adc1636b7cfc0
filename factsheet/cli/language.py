"""The language in which the terminal speaks: asked for with `--lang`, else that of the system.

English is the language of the code, so speaking it imports nothing; another one is read from its catalogue at the
first word that is wanted.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

LANGUAGES = ("en", "ro")
"""The languages that the tool speaks; the first is the one it is written in."""

Words = Callable[[str], str]
"""Gives a text of the tool in the language chosen."""

_GROUPS: Mapping[str, str] = {"en": ",", "ro": "."}
_POINTS: Mapping[str, str] = {"en": ".", "ro": ","}


class _Chosen:
    """What `choose` chose; English until it is asked."""

    language = LANGUAGES[0]


def choose(wanted: str | None, environment: Mapping[str, str]) -> str:
    """Speak the language asked for, else the one of the environment, from now on in this process; give its tag."""
    _Chosen.language = chosen_language(wanted, environment)
    return _Chosen.language


def chosen_language(wanted: str | None, environment: Mapping[str, str]) -> str:
    """Choose by what was asked for, else by the variables that POSIX gives to the language of messages."""
    if wanted in LANGUAGES:
        return wanted
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for entry in environment.get(name, "").split(":"):
            language = re.split(r"[._@-]", entry)[0]
            if language in LANGUAGES:
                return language
    return LANGUAGES[0]


def asked_for(words: Sequence[str]) -> str | None:
    """The value of the last `--lang` of a command line that has not been parsed yet."""
    found = None
    for index, word in enumerate(words):
        if word.startswith("--lang="):
            found = word.partition("=")[2]
        elif word == "--lang":
            found = words[index + 1] if index + 1 < len(words) else None
    return found


def words() -> Words:
    """The texts of the tool in the language chosen."""
    return str if _Chosen.language == LANGUAGES[0] else _translated(_Chosen.language)


def spoken(text: str, /, **values: object) -> str:
    """Give a text of the tool in the language chosen; its `{name}` fields are filled with values, translated too."""
    return _filled(words()(text), values)


def counted(one: str, many: str, /, count: int, **values: object) -> str:
    """Give the text that fits a count, as in `{count} file` or `{count} files`, by the language's plural forms."""
    language = _Chosen.language
    if language == LANGUAGES[0]:
        text = one if count == 1 else many
    else:
        from factsheet.tools.findings import plural_of

        text = plural_of(language, one, many, count)
    return _filled(text, {"count": number(count), **values})


def number(count: int) -> str:
    """Write a whole number with the separators of the language chosen."""
    return f"{count:,}".replace(",", _GROUPS[_Chosen.language])


def seconds(amount: float, digits: int = 3) -> str:
    """Write an amount of seconds, rounded, with the decimal mark of the language chosen."""
    return f"{amount:.{digits}f}".replace(".", _POINTS[_Chosen.language])


@cache
def _translated(language: str) -> Words:
    from factsheet.tools.findings import words_of

    return words_of(language)


def _filled(text: str, values: Mapping[str, object]) -> str:
    if not values:
        return text
    given = {name: str(value) for name, value in values.items()}
    if _Chosen.language != LANGUAGES[0]:
        from factsheet.tools.findings import told_value

        given = {name: told_value(value, words()) for name, value in given.items()}
    return re.sub(r"\{(\w+)\}", lambda match: given.get(match[1], match[0]), text)
