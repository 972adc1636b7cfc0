"""What stands in a cell in place of a plain number, told by its shape, so that findings say how to correct it."""

import re
from collections.abc import Iterable
from typing import Final

from factsheet.core.patterns import regex

_SPACES: Final = " \u00a0\u202f\u2009"
_UNSEEN: Final = "\u200e\u200f\u061c\u2060\ufeff"
_DIGITS: Final = "\u0660-\u0669\u06f0-\u06f9\uff10-\uff19\u0966-\u096f"
_CURRENCIES: Final = "$€£¥₹₽₺"

_SHAPES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("error", regex(r"#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|####.*)|Err:[0-9]+")),
    ("formula", regex(r"[=@].*|[+](?![0-9]).*")),
    ("plus", regex(r"[+][0-9.,]+")),
    ("bare", regex(r"-?[.,][0-9]+|-?[0-9]+[.,]")),
    ("apostrophe", regex(r"['’]-?[0-9].*")),
    ("edges", regex(rf"[{_SPACES}{_UNSEEN}\t].*|.*[{_SPACES}{_UNSEEN}\t]")),
    ("minus", regex(r"[\u2212\u2013\u2014\ufe63\uff0d].*[0-9].*|[0-9.,]+-")),
    ("brackets", regex(r"\([0-9.,]+\)")),
    ("percent", regex(rf"[-+]?[0-9.,]+[{_SPACES}]*%")),
    (
        "currency",
        regex(
            rf"(?:[{_CURRENCIES}]|[A-Z]{{3}})[{_SPACES}]*[-0-9.,]+|[-0-9.,]+[{_SPACES}]*(?:[{_CURRENCIES}]|[A-Z]{{3}}|lei)"
        ),
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
    ("narrow", regex(r"#{2,}")),
    ("digits", regex(rf"-?[{_DIGITS}][{_DIGITS}.,\u066b\u066c\uff0c\uff0e]*")),
)
"""The shapes by the name of their way out; the first that fits counts."""

_COMMA_GROUPS: Final = regex(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_POINT_GROUPS: Final = regex(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_OTHER_GROUPS: Final = regex(rf"-?[1-9][0-9]{{0,2}}(?:['’_{_SPACES}][0-9]{{3}})+(?:[.,][0-9]+)?")
_COMMA: Final = regex(r"-?[0-9]+,[0-9]+")
_POINT: Final = regex(r"-?[0-9]+\.[0-9]+")
_PLAIN: Final = regex(r"-?[0-9]+(?:[.,][0-9]+)?")
_FLAGGED: Final = regex(r"(?::|-|\.{2,3}|\u2026)\s+[a-z]{1,3}")
"""A missing value with a mark behind it, as statistical offices write it: ": u"."""
_DIGITS_ALONE: Final = regex(r"-?[0-9]+")
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
    return text.strip().casefold() in _MISSING or bool(_FLAGGED.fullmatch(text))


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


_WITH_FLAG: Final = regex(rf"(-?[0-9.,'’{_SPACES}]*[0-9])[{_SPACES}]*(?:[a-z]{{1,3}}|[*¹²³†])")
"""A number with the mark of a provisional or an estimated value behind it: "5.3 p"."""

_GROUPS: Final = {sign: rf"[0-9]{{1,3}}(?:[{other}'’{_SPACES}][0-9]{{3}})+" for sign, other in ((".", ","), (",", "."))}
"""Digits in threes, by the sign that stands before decimals."""

_SHOWN: Final = {
    sign: regex(
        rf"-?(?:[0-9]+[{sign}](?:[0-9]{{1,2}}|[0-9]{{4,}})|(?:0|[0-9]{{4,}})[{sign}][0-9]{{3}}|{groups}[{sign}][0-9]+)"
    )
    for sign, groups in _GROUPS.items()
}
"""Numbers in which a sign can only stand before decimals."""

_GROUPED: Final = {sign: regex(rf"-?{groups}(?:[{sign}][0-9]+)?") for sign, groups in _GROUPS.items()}
_EITHER: Final = regex(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")
_IN_THREES: Final = regex(rf"-?[0-9]{{1,3}}(?:([.,'’{_SPACES}])[0-9]{{3}})(?:\1[0-9]{{3}})*")


def published_text(text: str) -> str:
    """Give a number of a publisher's file without what stands around it: spaces, marks, a minus sign of print."""
    plain = text.strip(f"{_SPACES}{_UNSEEN}\t").replace("\u2212", "-")
    found = _WITH_FLAG.fullmatch(plain)
    return found[1] if found else plain


def decimal_sign(texts: Iterable[str]) -> str:
    """Give the sign before decimals that these numbers show; empty where none shows it, and where both do."""
    signs = {sign for text in texts for sign, pattern in _SHOWN.items() if pattern.fullmatch(text)}
    return signs.pop() if len(signs) == 1 else ""


def published_number(text: str, decimal: str, *, is_whole: bool) -> str:
    """Write a number of a publisher's file as it is declared; empty where it is none, or could be two.

    `decimal` is the sign before decimals, empty where it is not known. Whole numbers have no decimals: whatever stands
    before each three digits of them groups these.
    """
    if _DIGITS_ALONE.fullmatch(text):
        return text
    if not decimal:
        can_be_read = (_IN_THREES if is_whole else _OTHER_GROUPS).fullmatch(text)
        return re.sub(r"[^0-9-]", "", text) if can_be_read else ""
    if _GROUPED[decimal].fullmatch(text):
        return re.sub(rf"[^0-9{decimal}-]", "", text).replace(",", ".")
    return machine_form(text, decimal) if (_COMMA if decimal == "," else _POINT).fullmatch(text) else ""


def is_ambiguous(text: str) -> bool:
    """Whether a number could be one with thousands or one with decimals: 1.209."""
    return bool(_EITHER.fullmatch(text))
