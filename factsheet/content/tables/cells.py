"""Cells of workbooks with their places, and what stands in a cell in place of a plain number."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from factsheet.content.tables.dialect import CsvField
from factsheet.core.records import dataclass
from factsheet.files.documents import DeclaresType, xml_parser

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

import re
from collections.abc import Iterable

from factsheet.core.patterns import listed_in, regex

# What both kinds of workbooks have in common: names of sheets, named ranges, and cells with their places.

Sheet = Mapping[int, Mapping[int, CsvField]]
"""The cells of a sheet by row and column, both counted from 1; empty ones are left out."""

TEXT: Final = "text"
"""Marks a cell that is a text in the workbook."""

PERCENT: Final = "percent"
"""Marks a number that is shown as a percentage; its text is what is shown, without the sign."""

MOST_DIGITS: Final = 15
"""How many digits of a number a spreadsheet shows; those behind come from its binary form."""

MOST_HELD: Final = 200_000
"""How many cells of a sheet are looked at."""

_PHANTOM: Final = 60
"""The 29th of February 1900, which spreadsheets count and which never was."""


def column_number(letters: str) -> int:
    """Give the number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class Overfull(Exception):
    """A sheet with more cells than anybody needs of it."""


class Damaged(Exception):
    """A workbook that cannot be read."""


@dataclass(frozen=True, kw_only=True)
class Book:
    """A workbook: its sheets are read when they are asked for."""

    names: tuple[str, ...]
    ranges: Mapping[str, tuple[str, str]]
    """Named ranges: the sheet, and the cells as `A1:F30`."""
    sheet: Callable[[str], Sheet]


def parse(data: bytes, set_up: Callable[["XMLParserType"], None]) -> None:
    """Parse the XML of a part of a workbook; raises Damaged."""
    from xml.parsers.expat import ExpatError

    parser = xml_parser(separator=" ")
    set_up(parser)
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no keywords
    except (ExpatError, DeclaresType) as error:
        raise Damaged from error


def local(name: str) -> str:
    """A name without its namespace: workbooks of two standards differ in these alone."""
    return name.rpartition(" ")[2]


def shown_number(text: str, *, is_percent: bool = False) -> str:
    """Write a stored number with the digits that a spreadsheet shows; raises Damaged for what is none.

    Workbooks hold binary fractions, in which 5.3 may be written 5.2999999999999998.
    """
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise Damaged from error
    if not value.is_finite():
        raise Damaged
    if is_percent:
        value *= 100
    digits = len(value.as_tuple().digits)
    if digits > MOST_DIGITS:
        value = value.quantize(Decimal(1).scaleb(value.adjusted() - MOST_DIGITS + 1))
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def shown_day(text: str, form: str, *, from_1904: bool) -> str:
    """Write a stored day as ISO 8601 does, as exact as `form` shows it: `d` a day, `m` a month, `y` a year."""
    number = Decimal(text)
    days = int(number)
    if number != days or days < 0:
        return shown_number(text)
    if not from_1904 and days == _PHANTOM:
        return "1900-02-29"
    start = date(1904, 1, 1) if from_1904 else date(1899, 12, 30) if days > _PHANTOM else date(1899, 12, 31)
    try:
        day = (start + timedelta(days=days)).isoformat()
    except OverflowError:
        return shown_number(text)
    return {"y": day[:4], "m": day[:7]}.get(form, day)


# What stands in a cell in place of a plain number, told by its shape, so that findings say how to correct it.

_SPACES: Final = " \u00a0\u202f\u2009"
_UNSEEN: Final = "\u200e\u200f\u061c\u2060\ufeff"

_SHAPES: Final = tuple((name, regex(shape)) for name, shape in listed_in("content/data/cells.txt"))
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
    if found := next((name for name, pattern in _SHAPES if pattern.fullmatch(text)), ""):
        return found
    if _OTHER_GROUPS.fullmatch(text) or (_COMMA_GROUPS if decimal == "." else _POINT_GROUPS).fullmatch(text):
        return "thousands" if not is_other_decimal(text, decimal) else "either"
    if is_other_decimal(text, decimal):
        return "comma" if decimal == "." else "point"
    return "" if any(map(str.isdecimal, text)) else "missing"


def plainly(text: str) -> str:
    """A number with both signs in it, as it is declared: what stands before the last of them parts thousands."""
    whole, sign, part = max((text.rpartition(one) for one in ".,"), key=lambda parts: len(parts[0]))
    plain = f"{regex('[.,]').sub('', whole)}.{part}"
    return plain if sign and _PLAIN.fullmatch(plain) and {".", ","} <= {*text} else ""


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
