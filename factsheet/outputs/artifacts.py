"""What an output gives, files by their path; and what all are made with: a rendering, CSV and exact JSON."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from json import JSONEncoder
from typing import Any, Final

from factsheet.content.assets import published_path
from factsheet.content.kinds.showing import machine_number
from factsheet.content.model import Moment
from factsheet.content.tracing import Noted
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass, field
from factsheet.outputs.templating import Filter, Templates
from factsheet.site.addresses import Addresses
from factsheet.site.site import Site

# What an output gives: files by their path, and the tools that all outputs share.

Artifact = tuple[str, bytes]
"""A file of the output: its path, with `/` between the parts, and its bytes."""


@dataclass(frozen=True, kw_only=True)
class Rendering:
    """One rendering of a site: the site, its addresses and its assets."""

    site: Site
    static: Mapping[str, bytes] = field(default_factory=dict)
    """The files of `static/`, by their path below it."""
    formats: frozenset[str] = frozenset()
    """What is made besides: each sheet as one file (`html`, `pdf`), and pages to search on (`search`)."""
    added: "tuple[Output, ...]" = ()
    """The outputs of plugins."""
    filters: Mapping[str, Filter] = field(default_factory=dict)
    """The filters of templates that plugins give."""
    problems: list[Problem] = field(default_factory=list)
    jobs: int = 1
    """How much may be worked on at once."""
    kept: MutableMapping[str, bytes] = field(default_factory=dict)
    """What takes long to make and depends on nothing but its name; kept from build to build where there is a cache."""
    kept_page: "Callable[[Rendering, str, str], Any] | None" = None
    """How what templates are handed of the page of a sheet in a language is taken over from an earlier build."""
    shared: dict[str, object] = field(default_factory=dict)
    """What outputs work out once for all pages."""

    @cached_property
    def templates(self) -> Templates:
        """The site's templates, compiled once."""
        templates = self.site.templates
        entries = templates.entries if isinstance(templates, Noted) else templates
        return Templates(entries, self.site.tracer.note, filters=self.filters)

    @cached_property
    def addresses(self) -> Addresses:
        """Where each page stands."""
        return Addresses(self.site)

    @cached_property
    def assets(self) -> Mapping[str, str]:
        """Each static file's path in the output, which holds a digest of its bytes."""
        files = self.static.entries if isinstance(self.static, Noted) else self.static
        return Noted("asset", {path: published_path(path, data) for path, data in files.items()}, self.site.tracer)


@dataclass(frozen=True, kw_only=True)
class Output:
    """One output. What it makes of one sheet is kept apart from what it makes of all of them.

    So an edit to a sheet renders that sheet anew, and the files of the whole site only where what they gather
    from it has changed.
    """

    name: str
    of_sheet: Callable[[Rendering, str], Iterator[Artifact]] | None = None
    """The files of the sheet at a path, in every language."""
    gather: Callable[[Rendering, str], str] | None = None
    """What the sheet at a path adds to files of the whole site, as text."""
    combine: Callable[[Rendering, Mapping[str, str]], Iterator[Artifact]] | None = None
    """The files of the whole site, made of what was gathered, by path in reading order."""
    is_of_page: bool = False
    """Whether its files are pages as templates write them, or made of these: what a template changes."""
    gives_way: bool = False
    """Whether a file of `static/root/` takes the place of one that `combine` makes."""


# Tables as text: CSV (RFC 4180) that no spreadsheet reads as formulas.

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\0")


class Machine(str):
    """A machine number: it may begin with a minus sign and is no formula."""

    __slots__ = ()


def machine_cell(end: Moment) -> Machine:
    """A number or a date as a cell."""
    return Machine(machine_number(end) if isinstance(end, Decimal) else end.isoformat())


def table(columns: Sequence[str], rows: Iterable[bytes]) -> bytes:
    """A whole table: the names of the columns, then rows as `rows_text` gives them."""
    return b"".join([",".join(columns).encode(), b"\r\n", *rows])


def rows_text(rows: Iterable[Sequence[object]]) -> str:
    """Rows as text, each with its line end."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
    return out.getvalue()


def _safe(cell: object) -> str:
    """Keep a spreadsheet from reading text as a formula (CWE-1236): such text gains an apostrophe."""
    if cell is None:
        return ""
    if isinstance(cell, Machine):
        return str(cell)
    text = str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


# JSON with exact numbers: a Decimal is written digit by digit, never through a float.

_UNSAFE_IN_HTML: Final = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_MARKS: Final = ("\ue000", "\ue001")
"""What a Decimal stands between on its way through the encoder: private-use characters, which no source contains."""


def to_json(value: object, *, indent: int | None = 2) -> str:
    """Write mappings, lists, texts, Decimals, booleans and None as JSON, keys in their own order."""
    return _written(value, indent, None)


def to_script_json(value: object) -> str:
    """Write JSON without spaces that may stand in an HTML script element: nothing in it can end the element."""
    text = _written(value, None, (",", ":"))
    for sign, written in _UNSAFE_IN_HTML.items():
        text = text.replace(sign, written)
    return text


def _written(value: object, indent: int | None, separators: tuple[str, str] | None) -> str:
    text = _encoder(indent, separators).encode(value)
    return text.replace(f'"{_MARKS[0]}', "").replace(f'{_MARKS[1]}"', "")


@lru_cache
def _encoder(indent: int | None, separators: tuple[str, str] | None) -> JSONEncoder:
    return JSONEncoder(ensure_ascii=False, indent=indent, separators=separators, default=_exact)


def _exact(value: object) -> str:
    if isinstance(value, Decimal):
        return machine_number(value).join(_MARKS)
    raise TypeError(f"{type(value).__name__} has no place in JSON")
