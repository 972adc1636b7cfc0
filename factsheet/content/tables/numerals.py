"""What stands in a cell in place of a plain number, told by its shape, so that the finding can say how to mend it."""

import re
from typing import Final

from factsheet.patterns import regex

_SPACES: Final = " \u00a0\u202f\u2009"
_CURRENCIES: Final = "$€£¥₹₽₺"

_SHAPES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("error", regex(r"#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|####.*)|Err:[0-9]+")),
    ("formula", regex(r"[=@].*|[+](?![0-9]).*")),
    ("apostrophe", regex(r"['’]-?[0-9].*")),
    ("edges", regex(rf"[{_SPACES}\t].*|.*[{_SPACES}\t]")),
    ("minus", regex(r"[\u2212\u2013\u2014\ufe63\uff0d].*[0-9].*|[0-9.,]+-")),
    ("brackets", regex(r"\([0-9.,]+\)")),
    ("percent", regex(rf"[-+]?[0-9.,]+[{_SPACES}]*%")),
    (
        "currency",
        regex(rf"[{_CURRENCIES}][{_SPACES}]*[-0-9.,]+|[-0-9.,]+[{_SPACES}]*(?:[{_CURRENCIES}]|[A-Z]{{3}}|lei)"),
    ),
    (
        "dated",
        regex(
            r"[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{4}|[0-9]{2})(?: .*)?|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ].*)?"
            r"|[0-9]{1,2}[-.][a-zA-Z]{3,4}(?:[-.][0-9]{2,4})?|[a-zA-Z]{3,4}[-.][0-9]{2,4}"
        ),
    ),
    ("note", regex(rf"-?[0-9.,]+[{_SPACES}]*(?:[a-z*†‡§¹²³]|\[[^\]]{{1,5}}\]|\([a-z0-9]\))+")),
    ("comparison", regex(r"[<>≤≥~≈±].*[0-9].*")),
    ("exponent", regex(r"-?[0-9.,]+[eE][-+]?[0-9]+")),
    ("digits", regex(r"[^\x00-\x7f]*[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19\u0966-\u096f][^\x00-\x7f]*")),
)
"""The shapes by the name of their way out; the first that fits counts."""

_COMMA_GROUPS: Final = regex(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_POINT_GROUPS: Final = regex(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_OTHER_GROUPS: Final = regex(rf"-?[1-9][0-9]{{0,2}}(?:['’_{_SPACES}][0-9]{{3}})+(?:[.,][0-9]+)?")
_COMMA: Final = regex(r"-?[0-9]+,[0-9]+")
_POINT: Final = regex(r"-?[0-9]+\.[0-9]+")
_PLAIN: Final = regex(r"-?[0-9]+(?:[.,][0-9]+)?")
_MISSING: Final = frozenset(
    ("", "-", "–", "—", "..", "...", "…", ":", "x", "c", "na", "n/a", "n.a.", "nan", "null", "none", "nd", "n.d.")
)


def machine_form(text: str, decimal: str) -> str:
    """A number as it is declared in front matter: with a point, where the file writes a comma."""
    return text.replace(",", ".") if decimal == "," and _COMMA.fullmatch(text) else text


def is_plain(text: str) -> bool:
    """Whether a text is digits with a point or a comma, and nothing else."""
    return bool(_PLAIN.fullmatch(text))


def is_like_missing(text: str) -> bool:
    """Whether a cell holds what tables often write where there is no value."""
    return text.strip().casefold() in _MISSING


def is_other_decimal(text: str, decimal: str) -> bool:
    """Whether a number is written with the decimal sign that the file is not declared to have."""
    return bool((_COMMA if decimal == "." else _POINT).fullmatch(text))


def shape_of(text: str, decimal: str) -> str:
    """Name what a text that is no plain number looks like; empty for mere words."""
    if is_like_missing(text):
        return "missing"
    found = next((name for name, pattern in _SHAPES if pattern.fullmatch(text)), "")
    if found:
        return found
    if _OTHER_GROUPS.fullmatch(text) or (_COMMA_GROUPS if decimal == "." else _POINT_GROUPS).fullmatch(text):
        return "thousands" if not is_other_decimal(text, decimal) else "either"
    if is_other_decimal(text, decimal):
        return "comma" if decimal == "." else "point"
    return ""
