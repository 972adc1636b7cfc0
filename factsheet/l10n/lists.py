"""Lists in running text: "a, b și c"."""

from collections.abc import Sequence
from typing import Final, Literal

from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale

_SPANISH_E: Final = ("i", "hi")
_SPANISH_NOT_E: Final = ("hia", "hie", "hio")
_SPANISH_U: Final = ("o", "ho", "8")
_ELEVEN: Final = "11"
_HEBREW: Final = range(0x0590, 0x0600)


def join(loc: NumberLocale, items: Sequence[str], kind: Literal["and", "or"] = "and") -> str:
    """Join the items as the language does; nothing for none, the item itself for one.

    Spanish says "e" before the sound i and "u" before o; Hebrew sets a hyphen before another script.
    """
    if len(items) <= 1:
        return "".join(items)
    patterns = cldr.list_patterns(loc, "standard" if kind == "and" else "or")
    *rest, last = items
    if len(items) == 2:  # noqa: PLR2004 (a pair)
        return _filled(_fitting(loc, patterns["2"], last), rest[0], last)
    text = _filled(_fitting(loc, patterns["end"], last), rest[-1], last)
    for item in reversed(rest[1:-1]):
        text = _filled(patterns["middle"], item, text)
    return _filled(patterns["start"], rest[0], text)


def _filled(pattern: str, one: str, other: str) -> str:
    before, _, rest = pattern.partition("{0}")
    between, _, after = rest.partition("{1}")
    return f"{before}{one}{between}{other}{after}"


def _fitting(loc: NumberLocale, pattern: str, following: str) -> str:
    """Choose the form of "and" or "or" by the sound or script of the word that follows."""
    language = loc.cldr.split("_")[0]
    if language == "es":
        return _spanish(pattern, following.casefold())
    if language == "he" and following and ord(following[0]) not in _HEBREW:
        return pattern.replace(" ו{1}", " ו-{1}")
    return pattern


def _spanish(pattern: str, following: str) -> str:
    if following.startswith(_SPANISH_E) and not following.startswith(_SPANISH_NOT_E):
        return pattern.replace(" y {1}", " e {1}")
    if following.startswith(_SPANISH_U) or _is_eleven(following):
        return pattern.replace(" o {1}", " u {1}")
    return pattern


def _is_eleven(following: str) -> bool:
    """Tell whether the word is the number 11 ("once"), alone or followed by a space."""
    return following == _ELEVEN or following.startswith(f"{_ELEVEN} ")
