"""What both kinds of workbooks have in common: names of sheets, named ranges, and cells with their places."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from factsheet.content.tables.dialect import CsvField
from factsheet.core.records import dataclass
from factsheet.files.xml_text import DeclaresType, xml_parser

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

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
