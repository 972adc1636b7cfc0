"""Text with separated values, parted strictly (RFC 4180): what can be read in two ways is a finding, never a guess."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from factsheet.content.text import decode
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem, WithProblem
from factsheet.core.records import dataclass

MAX_TABLE_BYTES: Final = 5_000_000
"""The largest file of a table that is read, in bytes."""

MOST_CELLS: Final = 20_000
"""How many cells one sheet may take from files."""

WORKBOOKS: Final = (".xlsx", ".ods")
"""The endings of the workbooks that are read."""

MOST_FINDINGS: Final = 50
"""How many findings of one file are told: a file that is wrong throughout is wrong in one way."""

_BOM: Final = b"\xef\xbb\xbf"
_SIGNS: Final = (",", ";", "\t", "|")
_SIGNATURES: Final = (
    (b"\x1f\x8b", "packed"),
    (b"7z\xbc\xaf", "packed"),
    (b"Rar!", "packed"),
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


class Unusable(WithProblem):
    """A file of which no cell can be trusted; holds the finding that says why."""


def rows_of(file: str, data: bytes, delimiter: str) -> tuple[list[Row], list[Problem]]:
    """Part a file into rows of equal length, the first being the head, with what is wrong; raises Unusable."""
    text = _text(file, data)
    sign = _delimiter(file, text, delimiter)
    rows, problems = checked(file, _rows(file, text, sign), sign)
    return rows, [report("D113", Place(file, 1, 1)), *problems] if data.startswith(_BOM) else problems


def parted_rows(file: str, data: bytes, sign: str) -> list[Row]:
    """Part a file into rows of whatever length, without blank ones; raises Unusable."""
    if not (rows := _rows(file, _text(file, data), sign)):
        raise Unusable(report("D102", Place(file), variant="empty"))
    return rows


def separators(file: str, data: bytes) -> list[str]:
    """Give the signs that may part the cells of a file, by what stands in it; raises Unusable."""
    text = _text(file, data)
    found = [sign for sign in _SIGNS if sign in text]
    return sorted(found or [","], key=lambda sign: sign != "\t") if file.endswith(".tsv") else found or [","]


def _rows(file: str, text: str, sign: str) -> list[Row]:
    return [row for row in _Parting(file, text, sign).rows() if len(row) != 1 or row[0].text.strip()]


def checked(file: str, rows: list[Row], sign: str = "") -> tuple[list[Row], list[Problem]]:
    """Give the rows that are as long as the first, which is the head, and report others.

    Raises Unusable where the first is no head, and for too many cells.
    """
    if len(rows) < len(("head", "row")):
        raise Unusable(report("D102", Place(file), variant="empty"))
    head, width = rows[0], len(rows[1])
    if sign == "," and width > len(head) and all(map(_has_halves, rows[1:])):
        raise Unusable(next(ragged(file, rows, sign)))
    if _is_title(rows):
        variant = "" if sign else "workbook"
        place = Place(file, head[0].line, head[0].column)
        raise Unusable(report("D130", place, variant=variant, found=_held(head), wanted=width))
    if len(head) == 1:
        raise Unusable(report("D105", Place(file, 1, 1), variant="one", found=head[0].text, sign=","))
    even = [row for row in rows if len(row) == len(head)]
    cells = (len(even) - 1) * (len(head) - 1)
    if cells > MOST_CELLS:
        raise Unusable(report("D104", Place(file), cells=cells, most=MOST_CELLS))
    return even, list(ragged(file, rows, sign))


def _held(row: Row) -> int:
    """How many cells of a row hold anything."""
    return sum(bool(at.text.strip()) for at in row)


def _is_title(rows: Sequence[Row]) -> bool:
    """Whether the first line is none of names of columns: all others are longer, or it has one cell of many."""
    head, below = rows[0], {len(row) for row in rows[1:]} - {1}
    is_short = len(rows) > len(("head", "row")) and len(below) == 1 and len(head) < max(below)
    is_alone = len(head) > len(("name", "value")) and _held(head) == 1 < _held(rows[1])
    return is_short or is_alone


def _text(file: str, data: bytes) -> str:
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
            if (found := self._field.match(text, position)) is None:
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


def ragged(file: str, rows: Sequence[Row], sign: str) -> Iterator[Problem]:
    """Report rows that are longer or shorter than the head."""
    wanted = len(rows[0])
    wrong = [row for row in rows[1:] if len(row) != wanted]
    for row in wrong[:MOST_FINDINGS]:
        at, better = row[min(wanted, len(row) - 1)], ""
        is_split = sign == "," and len(row) > wanted and _has_halves(row)
        thousands = _thousands(row) if is_split and len(row) == wanted + 1 and len(wrong) < len(rows) - 1 else None
        joined = row[wanted - 1].text.split() if len(row) == 2 * wanted - 1 else []
        variant = "halves" if is_split else "long" if len(row) > wanted else "note" if len(row) == 1 else ""
        if thousands:
            variant, at, better = "thousands", thousands[0], "".join(one.text.strip() for one in thousands)
        elif joined[1:]:
            variant, at, better = "glued", row[wanted - 1], joined[-1]
        said = {"found": len(row), "wanted": wanted, **({"better": better} if better else {})}
        yield report("D103", Place(file, at.line, at.column), variant=variant, **said)


def _thousands(row: Row) -> tuple[CsvField, CsvField] | None:
    """The only two cells of a row that are a number with its thousands behind a comma, not its decimals: `1,104`."""
    found = [pair for pair in pairwise(row) if _LEAD.fullmatch(pair[0].text) and _THREE.fullmatch(pair[1].text)]
    return found[0] if len(found) == 1 else None


_LEAD: Final = regex(r"\s*-?[1-9][0-9]{0,2}")
_THREE: Final = regex(r"[0-9]{3}\s*")
_WHOLE: Final = regex(r"\s*-?[0-9]{1,3}")
_HALF: Final = regex(r"[0-9]{1,3}\s*%?")


def _has_halves(row: Row) -> bool:
    """Whether a row has more cells because a decimal comma was taken for a separator."""
    return any(_WHOLE.fullmatch(one.text) and _HALF.fullmatch(two.text) for one, two in pairwise(row))
