"""What the data files tell of each figure."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Final

from factsheet.content import model
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass, replace
from factsheet.files.survey import parent

FORMS: Final = tuple(form for form in model.FORMS if form not in {"label", "size", "rounded", "words", "row"})
"""The forms of a figure that hold its number."""

BESIDE: Final = ("per", "interval", "margin", "confidence", "out_of")
"""What is told beside the value: numbers that stand in the text of a figure, too."""

FACTS: Final = ("kind", "value", "currency", "measure", "change", *BESIDE, "bound")
"""What says a value, of today or of earlier."""

KEYS: Final = (*FACTS, "operation", "parts")
"""What is the same in every language and format."""

_SIGN: Final = regex(r"[\u200e\u200f\u061c]*[-+\u2212]")
"""The sign of a change, with the marks of direction before it."""

_ENDS: Final = ("low", "high", "interval_low", "interval_high")


_OF_TODAY: Final = ("interval", "margin", "confidence")
"""What is told of a value of today alone."""

_NOT_TOLD: Final = dict.fromkeys((*_OF_TODAY, "operation", "parts"), "")
"""What is not told of an earlier value: how sure it was, and whether it was computed from others."""


Right = tuple[str, ...]
"""A text that has been read back and says its facts: its language, its form, the text, and the facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One figure in one data file."""

    file: str
    line: int
    lang: str
    sheet: str
    id: str
    url: str
    facts: Mapping[str, str]
    """The machine value and what qualifies it, as text; a span is written with a slash."""
    forms: Mapping[str, str]
    round_to: str = ""
    """What its mentions in round numbers are multiples of, where the file says so."""
    rounded: str = ""
    """The figure in round numbers, where the file says it."""
    row: str = ""
    """What the row of a cell is called; empty for other figures."""
    is_total: bool = False
    """Whether it is a cell of the row that sums up the others."""

    @property
    def texts(self) -> Iterator[str]:
        """Every text by which a page may mention it: a change also without its sign, as in "fell by 285"."""
        yield from self.forms.values()
        if self.rounded:
            yield self.rounded
        if self.facts.get("change") == "true":
            yield from (_SIGN.sub("", text, count=1) for text in self.forms.values())

    @property
    def said(self) -> Iterator[Right]:
        """Every text with what it must say."""
        facts = tuple(self.facts.values())
        return ((self.lang, form, text, *facts) for form, text in self.forms.items())

    @property
    def name(self) -> str:
        """The figure's name in all of the site."""
        return f"{self.sheet}/{self.id}"


class RecordsUnreadable(Exception):
    """A data file that is not what it should be."""


def read_told(files: Mapping[str, bytes]) -> tuple[list[Told], list[Problem]]:
    """Read all `figures.json` and `figures.csv`; those that cannot be read are reported."""
    found: list[Told] = []
    problems: list[Problem] = []
    languages: dict[str, str] = {}
    for reader, name in ((_json, "figures.json"), (_csv, "figures.csv"), (_past, "history.csv")):
        for path in sorted(files):
            if path.rpartition("/")[2] != name:
                continue
            try:
                read = list(reader(path, files[path], languages))
            except (RecordsUnreadable, ValueError, RecursionError, csv.Error) as error:
                problems.append(report("V907", Place(path), reason=str(error)))
                continue
            found.extend(read)
    return found, problems


def _json(path: str, data: bytes, languages: dict[str, str]) -> Iterator[Told]:
    text = data.decode("utf-8")
    read = json.loads(text, parse_float=Decimal, parse_int=Decimal, parse_constant=refuse)
    lang = as_text(read, "language")
    languages[parent(path)] = lang
    position, line, counted = 0, 1, 0
    for sheet in as_list(read, "sheets"):
        for figure in as_list(sheet, "figures"):
            id_ = as_text(figure, "id")
            position = max(text.find(f'"id": "{id_}"', position), position) + 1
            line += text.count("\n", counted, position)
            counted = position
            told = Told(
                file=path,
                line=line,
                lang=lang,
                sheet=as_text(sheet, "path"),
                id=id_,
                url=as_text(figure, "url"),
                facts={key: as_fact(figure.get(key)) for key in KEYS},
                forms={form: as_text(figure, form) for form in FORMS},
                round_to=as_fact(figure.get("round_to")),
                rounded=as_fact(figure.get("rounded")),
            )
            yield told
            yield from _earlier(figure, told)


def _csv(path: str, data: bytes, languages: dict[str, str]) -> Iterator[Told]:
    reader = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
    missing = {"sheet", "id", "url", *_ENDS, *KEYS, *FORMS} - {"interval"} - set(reader.fieldnames or ())
    if missing:
        raise RecordsUnreadable(f"the column {min(missing)} is missing")
    for row in reader:
        span, row["interval"] = _span(row, "low", "high"), _span(row, "interval_low", "interval_high")
        yield Told(
            file=path,
            line=reader.line_num,
            lang=languages.get(parent(path), ""),
            sheet=row["sheet"],
            id=row["id"],
            url=row["url"],
            facts={key: (row[key] or span) if key == "value" else row[key] for key in KEYS},
            forms={form: _unguarded(row[form]) for form in FORMS},
        )


def _past(path: str, data: bytes, languages: dict[str, str]) -> Iterator[Told]:
    """The earlier values in a table of their own."""
    reader = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
    told = [key for key in FACTS if key not in _OF_TODAY]
    missing = {"sheet", "id", "when", *told, *FORMS} - set(reader.fieldnames or ())
    if missing:
        raise RecordsUnreadable(f"the column {min(missing)} is missing")
    for row in reader:
        yield Told(
            file=path,
            line=reader.line_num,
            lang=languages.get(parent(path), ""),
            sheet=row["sheet"],
            id=f"{row['id']}@{row['when']}",
            url="",
            facts={**_NOT_TOLD, **{key: row[key] for key in told}},
            forms={form: _unguarded(row[form]) for form in FORMS},
        )


def _earlier(figure: dict[str, object], told: Told) -> Iterator[Told]:
    """The earlier values of a figure: what is not told of one is as with the figure."""
    for point in as_list(figure, "history"):
        own = {key: as_fact(point.get(key)) for key in ("value", "bound")}
        yield replace(
            told,
            id=f"{told.id}@{as_text(point, 'when')}",
            url=f"{told.url}@{as_text(point, 'when')}",
            facts={**told.facts, **_NOT_TOLD, **own},
            forms={form: as_text(point, form) for form in FORMS},
        )


def _span(row: Mapping[str, str], low: str, high: str) -> str:
    return "/".join((row[low], row[high])) if row[low] or row[high] else ""


def sheet_addresses(every: Iterable[Told]) -> dict[str, str]:
    """The sheets by the addresses of their pages, in all languages, as the data files tell them."""
    return {told.url.partition("#")[0]: told.sheet for told in every if told.url}


def as_value(text: str) -> Decimal | None:
    """Read a machine number; None where it is none."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _unguarded(cell: str) -> str:
    """A text without the apostrophe that keeps spreadsheets from reading it as a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in set("=+-@\t\r") else cell


def as_fact(value: object) -> str:
    """Write a value of JSON as a fact."""
    if isinstance(value, list):
        return " ".join(map(as_fact, value))
    if isinstance(value, dict):
        return f"{as_fact(value.get('low'))}/{as_fact(value.get('high'))}"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def as_text(read: object, key: str) -> str:
    """Read a text; raises Unreadable where there is none."""
    value = read.get(key) if isinstance(read, dict) else None
    if not isinstance(value, str):
        raise RecordsUnreadable(f"`{key}` should be a text")
    return value


def as_list(read: object, key: str) -> list[dict[str, object]]:
    """Read a list of mappings; raises Unreadable where there is none."""
    value = read.get(key) if isinstance(read, dict) else None
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise RecordsUnreadable(f"`{key}` should be a list")
    return value


def refuse(constant: str) -> Decimal:
    """Refuse what is no number, such as NaN; raises Unreadable."""
    raise RecordsUnreadable(f"{constant} is no number")
