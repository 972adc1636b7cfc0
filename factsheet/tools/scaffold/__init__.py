"""What `new site`, `new sheet` and `new table` begin with."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from factsheet import __version__
from factsheet.content.model import Language, Table
from factsheet.content.sheets.store import file_of
from factsheet.content.sheets.tables import NAMES
from factsheet.content.tables import read_rows
from factsheet.content.tables.cells import is_like_missing, is_other_decimal, machine_form
from factsheet.content.tables.dialect import Row
from factsheet.content.targets import anchor_part
from factsheet.content.text import MAX_BYTES
from factsheet.core.patterns import regex
from factsheet.core.problems import Place
from factsheet.files.reading import read_tree
from factsheet.l10n import cldr, names
from factsheet.site.site import Site
from factsheet.tools.exchange.words_in_yaml import key_text, scalar
from factsheet.tools.schemas import schema_files, snippets

# A sheet to begin with, in every language of a site: a draft, so that nothing half-written is published.

FOLDER = Path(__file__).resolve().parent


def _begun(name: str, **values: str) -> bytes:
    """A file as it is begun, its `{name}` fields filled."""
    return (FOLDER / "begun" / name).read_text("utf-8").format(**values).encode()


def new_sheet(site: Site, path: str, *, title: str | None = None) -> dict[str, bytes]:
    """Give the sheet's file in each language of the site, by its path below the root; the title is made of its name."""
    title = title or path.rpartition("/")[2].replace("-", " ").capitalize()
    names = {tag: "sheet.md" if tag == site.settings.reference else "translation.md" for tag in site.by_tag}
    return {file_of((tag, path)): _begun(name, title=scalar(title)) for tag, name in names.items()}


# A whole site to begin with: two sheets in two languages, editor settings, a workflow that publishes it.

_HIDDEN = "dot-"
_MOST = 100

SAMPLE = ("ro", "en")
"""The languages of the sample, that of the originals first."""


def empty_site(languages: Sequence[str], reference: str, title: str) -> dict[str, bytes]:
    """Give the files of a site without a text: a front page in each language, and all that helps an editor."""
    kept = {path: data for path, data in new_site().items() if not path.startswith(("content/", "sources/"))}
    front = _begun("front.md", title=title)
    pages = {f"content/{tag}/index.md": front for tag in dict.fromkeys((reference, *languages))}
    return {**kept, **pages, "site.toml": _begun("site.toml", reference=reference, title=title)}


def new_site() -> dict[str, bytes]:
    """Give the files of the site by their paths.

    Names that begin with a dot are kept under another name in the package, where hidden files get lost.
    """
    read, _ = read_tree(FOLDER, ("site",), max_bytes=MAX_BYTES, max_files=_MOST)
    files = {_name(path.removeprefix("site/")): file.data for path, file in read.items()}
    files["requirements.txt"] = files["requirements.txt"].replace(b"@version@", __version__.encode())
    for name, data in schema_files().items():
        files[f".vscode/{name}"] = data
    files[".vscode/factsheet.code-snippets"] = snippets()
    return files


def _name(path: str) -> str:
    first, slash, rest = path.partition("/")
    return f".{first.removeprefix(_HIDDEN)}{slash}{rest}" if first.startswith(_HIDDEN) else path


# A sheet to begin a table with: the declaration of a data file, with the kinds that its cells look like.

_WHOLE: Final = regex(r"[0-9]+")
_YEAR: Final = regex(r"1[89][0-9]{2}|20[0-9]{2}")
_NUMBER: Final = regex(r"-?[0-9]+(?:\.[0-9]+)?")
_PERCENT: Final = regex(r"%|\b(?:percent|per cent|procent|share|pondere|rate|rata)", re.IGNORECASE)
_CODE: Final = regex(r"\b[A-Z]{3}\b")


def new_table(site: Site, file: str, data: bytes, *, sheet: str, cells: str) -> dict[str, bytes]:
    """Give the files of a sheet that shows the table of a data file, in each language of the site.

    Of a workbook, `sheet` names what is read, and `cells` a range of it. Raises Unusable where the file cannot be read.
    """
    declared = Table(id="table", file=file, sheet=sheet, range=cells, place=Place(file))
    rows, _ = read_rows(file, data, declared)
    guess = _Guess(declared, rows)
    reference = site.settings.reference
    return {
        file_of((language.tag, guess.id)): guess.sheet(language, is_reference=language.tag == reference)
        for language in site.languages
    }


class _Guess:
    """What a file looks like; everything that is guessed is there to be changed."""

    def __init__(self, declared: Table, rows: Sequence[Row]) -> None:
        self._file = file = declared.file or ""
        self._part = {"sheet": declared.sheet, "range": declared.range}
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
        self._kinds = {name: self._kind(name, values) for name, values in self._columns.items() if name != self._key}
        self._shared = Counter(self._kinds.values()).most_common(1)[0][0] if self._kinds else ""

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
            yield from (f"{key}: {scalar(value)}" for key, value in self._part.items() if value)
        yield f"title: {scalar(self._title)}"
        yield f"label: {scalar(self._key)}"
        if is_reference:
            yield f"key: {scalar(self._key)}"
            if self._names and self._names != self._key:
                yield f"rows: {self._names}"
            if self._decimal == ",":
                yield 'decimal: ","'
            yield self._shared
        columns = {name: self._column(name, language, is_reference=is_reference) for name in self._kinds}
        if any(columns.values()):
            yield "columns:"
            yield from (f"  {key_text(name)}: {{{says}}}" for name, says in columns.items() if says)
        if is_reference:
            yield "# source: the id of the source, as it stands under `sources`"
            yield "# archive: sources/FILE, the publisher's own file, with which each cell is compared"
        if marks := self._marks():
            yield "missing:"
            yield from (f'  {key_text(mark or "empty")}: "?"' for mark in marks)

    def _column(self, name: str, language: Language, *, is_reference: bool) -> str:
        """What is said of a column alone: the kind, where most have another, and the label, where it is no time."""
        label = "" if names.moment(name, language.numbers) else f"label: {scalar(name, inside=True)}"
        kind = self._kinds[name] if is_reference and self._kinds[name] != self._shared else ""
        return ", ".join(filter(None, (kind, label)))

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
