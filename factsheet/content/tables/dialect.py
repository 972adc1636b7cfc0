"""Text with separated values, parted strictly (RFC 4180): what can be read in two ways is a finding, never a guess."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from factsheet.content.text import decode
from factsheet.patterns import regex
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.records import dataclass

MAX_TABLE_BYTES: Final = 5_000_000
"""The largest file of a table that is read, in bytes."""

MOST_CELLS: Final = 20_000
"""How many cells one sheet may take from files."""

MOST_FINDINGS: Final = 50
"""How many findings of one file are told: a file that is wrong throughout is wrong in one way."""

_BOM: Final = b"\xef\xbb\xbf"
_SIGNS: Final = (",", ";", "\t", "|")
_SIGNATURES: Final = (
    (b"PK\x03\x04", "spreadsheet"),
    (b"\xd0\xcf\x11\xe0", "spreadsheet"),
    (b"%PDF", "document"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_PAGE: Final = regex(rb"\s*<(?:!doctype|html|\?xml|table)", re.IGNORECASE)
_TREE: Final = regex(rb"\s*[\[{]\s*[\"{\[]")


@dataclass(frozen=True, slots=True)
class CsvField:
    """One cell as it is written: its text without quotation marks, and where it begins."""

    text: str
    line: int
    column: int
    is_quoted: bool = False
    marked: str = ""
    """What a workbook says of it: that it is a `text`, or a number shown as a `percent`age."""


Row = list[CsvField]


class Unusable(Exception):
    """A file of which no cell can be trusted; holds the finding that says why."""

    def __init__(self, problem: Problem) -> None:
        """Keep the finding."""
        super().__init__(problem.code)
        self.problem = problem


def rows_of(file: str, data: bytes, delimiter: str, problems: list[Problem]) -> list[Row]:
    """Part a file into rows of equal length, the first being the head; raises Unusable."""
    text = _text(file, data, problems)
    sign = _delimiter(file, text, delimiter)
    rows = [row for row in _Parting(file, text, sign).rows() if not _is_blank(row)]
    if not rows:
        raise Unusable(report("D102", Place(file), variant="empty"))
    problems.extend(ragged(file, rows, sign))
    rows = [row for row in rows if len(row) == len(rows[0])]
    if len(rows) * len(rows[0]) > MOST_CELLS:
        raise Unusable(report("D104", Place(file), cells=len(rows) * len(rows[0]), most=MOST_CELLS))
    return rows


def _text(file: str, data: bytes, problems: list[Problem]) -> str:
    """The file as text: it must be UTF-8 and no other format."""
    if len(data) > MAX_TABLE_BYTES:
        raise Unusable(report("D104", Place(file), variant="bytes", cells=len(data), most=MAX_TABLE_BYTES))
    variant = next((name for signature, name in _SIGNATURES if data.startswith(signature)), "")
    if not variant and b"\0" in data[:4096]:
        variant = "utf-16" if b"\0" in data[:4] else "document"
    if not variant and (_PAGE.match(data) or _TREE.match(data)):
        variant = "page"
    if variant:
        raise Unusable(report("D102", Place(file), variant=variant))
    text, found = decode(file, data, most=MAX_TABLE_BYTES)
    if found:
        first = found[0]
        if first.code == "F001":
            raise Unusable(report("D102", first.place, variant="legacy"))
        raise Unusable(first)
    if data.startswith(_BOM):
        problems.append(report("D113", Place(file, 1, 1)))
    return text


def _delimiter(file: str, text: str, declared: str) -> str:
    """What stands between the cells: what is declared, what the file's name says, or what the first line shows."""
    first = re.sub(r'"[^"]*"', "", text.partition("\n")[0])
    if declared or file.endswith(".tsv"):
        sign = declared or "\t"
        other = next((one for one in _SIGNS if one in first), "")
        if sign not in first and other:
            raise Unusable(report("D105", Place(file, 1, 1), found=_named(other), sign=_named(other)))
        return sign
    found = [one for one in _SIGNS if one in first]
    if len(found) > 1:
        names = " ".join(map(_named, found))
        raise Unusable(report("D105", Place(file, 1, 1), variant="several", found=names, sign=_named(found[0])))
    return found[0] if found else ","


def _named(sign: str) -> str:
    """A separator as `delimiter` names it."""
    return "tab" if sign == "\t" else sign


class _Parting:
    """One pass over a text; each field keeps the line and the column on which it begins."""

    def __init__(self, file: str, text: str, sign: str) -> None:
        self._file = file
        self._text = text
        self._sign = sign
        self._field = re.compile(rf'"((?:[^"]|"")*)"|([^"{re.escape(sign)}\n]*)')

    def rows(self) -> Iterator[Row]:
        """Give the rows; raises Unusable where a quotation mark stands where none may."""
        text, position, line, start = self._text, 0, 1, 0
        row: Row = []
        while position <= len(text):
            found = self._field.match(text, position)
            if found is None:
                raise self._stray(line, position - start + 1)
            quoted = found[1]
            value = found[2] if quoted is None else quoted.replace('""', '"')
            row.append(CsvField(value, line, position - start + 1, quoted is not None))
            if quoted and "\n" in quoted:
                line += quoted.count("\n")
                start = found.start(1) + quoted.rindex("\n") + 1
            position = found.end()
            after = text[position : position + 1]
            if after not in {"", "\n", self._sign}:
                raise self._stray(line, position - start + 1)
            position += 1
            if after != self._sign:
                yield row
                row = []
                line, start = line + 1, position

    def _stray(self, line: int, column: int) -> Unusable:
        return Unusable(report("D106", Place(self._file, line, column)))


def _is_blank(row: Row) -> bool:
    return len(row) == 1 and not row[0].text.strip()


def ragged(file: str, rows: Sequence[Row], sign: str = "") -> Iterator[Problem]:
    """Report rows that are longer or shorter than the head."""
    wanted = len(rows[0])
    wrong = [row for row in rows[1:] if len(row) != wanted]
    for row in wrong[:MOST_FINDINGS]:
        at = row[min(wanted, len(row) - 1)]
        is_split = sign == "," and len(row) > wanted and _has_halves(row)
        variant = "halves" if is_split else "long" if len(row) > wanted else ""
        yield report("D103", Place(file, at.line, at.column), variant=variant, found=len(row), wanted=wanted)


_WHOLE: Final = regex(r"\s*-?[0-9]{1,3}")
_HALF: Final = regex(r"[0-9]{1,3}\s*%?")


def _has_halves(row: Row) -> bool:
    """Whether a row has more cells because a decimal comma was taken for a separator."""
    return any(_WHOLE.fullmatch(one.text) and _HALF.fullmatch(two.text) for one, two in pairwise(row))


# What stands in a cell in place of a plain number, told by its shape, so that the finding can say how to mend it.

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
