"""A sheet to begin a table with: the declaration of a data file, with the kinds that its cells look like."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factsheet.content.model import Language, Table
from factsheet.content.sheets.tables import NAMES
from factsheet.content.tables import read_rows
from factsheet.content.tables.dialect import Row
from factsheet.content.tables.numerals import is_like_missing, is_other_decimal, machine_form
from factsheet.content.targets import anchor_part
from factsheet.l10n import cldr, names
from factsheet.patterns import regex
from factsheet.problems import Place
from factsheet.site.site import Site
from factsheet.tools.exchange.yaml_text import key_text, scalar

_WHOLE: Final = regex(r"[0-9]+")
_YEAR: Final = regex(r"1[89][0-9]{2}|20[0-9]{2}")
_NUMBER: Final = regex(r"-?[0-9]+(?:\.[0-9]+)?")
_PERCENT: Final = regex(r"%|\b(?:percent|per cent|procent|share|pondere|rate|rata)", re.IGNORECASE)
_CODE: Final = regex(r"\b[A-Z]{3}\b")


def new_table(site: Site, file: str, data: bytes) -> dict[str, bytes]:
    """Give the files of a sheet that shows the table of a data file, in each language of the site.

    Raises Unusable where the file cannot be read.
    """
    declared = Table(id="table", file=file, place=Place(file))
    guess = _Guess(file, read_rows(file, data, declared, []))
    reference = site.settings.reference
    return {
        f"content/{language.tag}/{guess.id}.md": guess.sheet(language, is_reference=language.tag == reference)
        for language in site.languages
    }


class _Guess:
    """What a file looks like; everything that is guessed is there to be changed."""

    def __init__(self, file: str, rows: Sequence[Row]) -> None:
        self._file = file
        self._head = [at.text.strip() for at in rows[0]]
        self._columns = {
            name: [row[index].text.strip() for row in rows[1:]] for index, name in enumerate(self._head) if name
        }
        self._key = self._head[0]
        stem = file.rpartition("/")[2].rpartition(".")[0]
        self.id = re.sub(r"[^a-z0-9]+", "-", anchor_part(stem)).strip("-") or "table"
        if not self.id[0].isalpha():
            self.id = f"table-{self.id}"
        self._decimal = "," if self._has_commas() else "."
        self._names = self._kind_of_names()

    def sheet(self, language: Language, *, is_reference: bool) -> bytes:
        """The sheet in one language: the reference's says what the columns hold, others give words."""
        lines = ["---", f"title: {scalar(self._title)}", "summary:", "draft: true            # remove when it is ready"]
        lines += ["tables:", f"  {self.id}:"]
        lines += [f"    {line}" for line in self._table(language, is_reference=is_reference)]
        return "\n".join([*lines, "---", f"{{{{ table {self.id} }}}}", ""]).encode()

    @property
    def _title(self) -> str:
        return self.id.replace("-", " ").capitalize()

    def _table(self, language: Language, *, is_reference: bool) -> Iterator[str]:
        if is_reference:
            yield f"file: {self._file}"
        yield f"title: {scalar(self._title)}"
        yield f"label: {scalar(self._key)}"
        if is_reference:
            yield f"key: {scalar(self._key)}"
            if self._names and self._names != self._key:
                yield f"rows: {self._names}"
            if self._decimal == ",":
                yield 'decimal: ","'
        yield "columns:"
        for name, values in self._columns.items():
            if name != self._key:
                yield f"  {key_text(name)}: {self._column(name, values, language, is_reference=is_reference)}"
        marks = self._marks()
        if marks:
            yield "missing:"
            yield from (f'  {key_text(mark or "empty")}: "?"' for mark in marks)

    def _column(self, name: str, values: Sequence[str], language: Language, *, is_reference: bool) -> str:
        label = "" if names.moment(name, language.numbers) else f"label: {scalar(name, inside=True)}"
        says = ", ".join(filter(None, (self._kind(name, values) if is_reference else "", label)))
        return f"{{{says}}}"

    def _kind(self, name: str, values: Sequence[str]) -> str:
        """The kind of a column, told by its values and by its name."""
        found = [machine_form(one, self._decimal) for one in values if not is_like_missing(one)]
        code = _CODE.search(name)
        if found and all(map(_YEAR.fullmatch, found)):
            return "kind: year"
        if found and not all(map(_NUMBER.fullmatch, found)) and all(map(names.moment_of, found)):
            return "kind: date"
        if code and code[0] in cldr.currency_codes():
            return f"currency: {code[0]}"
        if _PERCENT.search(name):
            return "kind: percent"
        return "kind: count" if found and all(map(_WHOLE.fullmatch, found)) else "kind: number"

    def _has_commas(self) -> bool:
        cells = [one for name, values in self._columns.items() if name != self._key for one in values]
        return any(is_other_decimal(one, ".") for one in cells)

    def _kind_of_names(self) -> str:
        """Whence the names of the rows can come: where all keys are of one kind that CLDR names."""
        if self._key in NAMES:
            return self._key
        loc, keys = cldr.locale("en"), self._columns.get(self._key, [])
        kinds = (kind for kind in NAMES if keys and all(names.name(kind, key, loc) for key in keys))
        return next(kinds, "")

    def _marks(self) -> Mapping[str, None]:
        cells = (one for name, values in self._columns.items() if name != self._key for one in values)
        return dict.fromkeys(one for one in cells if is_like_missing(one))
