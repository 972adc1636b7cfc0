"""What the tables hold, for programs: metadata beside each `figures.csv` and `history.csv` (W3C, CSV on the Web)."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.content.kinds import kind_of
from factsheet.content.kinds.showing import machine_number
from factsheet.content.model import Language, Metric
from factsheet.content.settings import Settings
from factsheet.core.records import dataclass
from factsheet.l10n import ranges
from factsheet.outputs import data, histories
from factsheet.outputs.artifacts import Artifact, Output, Rendering, site_title, to_json
from factsheet.outputs.data_tables import MEDIA, file_name
from factsheet.outputs.figure_markup import Mentions
from factsheet.outputs.views import Page
from factsheet.site.wordings import Wordings


@dataclass(frozen=True, slots=True)
class PublishedColumn:
    """A column: its name, its types in Table Schema and in CSVW, and whether it is always filled."""

    name: str
    table_type: str = "string"
    datatype: str = "string"
    required: bool = False
    separator: str = ""
    """What stands between values, where a cell holds several."""


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A published table: its file, its columns in their order, and those that together name a row."""

    file: str
    columns: tuple[PublishedColumn, ...]
    key: tuple[str, ...]


_FULL: Final = frozenset(
    {"sheet", "id", "when", "kind", "change", "bound", "text", "number", "full", "short", "label", "url"}
)
_TYPES: Final = {
    **dict.fromkeys(("value", "low", "high", "per", "as_of", "source_date"), ("any", "any")),
    **dict.fromkeys(("interval_low", "interval_high", "margin", "confidence", "out_of"), ("number", "decimal")),
    **dict.fromkeys(("source_url", "url"), ("string", "anyURI")),
    "change": ("boolean", "boolean"),
}
"""The columns that hold no mere text; values are numbers or, by their kind, dates, which may be months."""

_SEPARATORS: Final = {"parts": " "}
"""The columns that hold several values, and what stands between these."""


def _table(file: str, columns: tuple[str, ...], key: tuple[str, ...]) -> PublishedTable:
    found = (
        PublishedColumn(name, *_TYPES.get(name, ("string", "string")), name in _FULL, _SEPARATORS.get(name, ""))
        for name in columns
    )
    return PublishedTable(file, tuple(found), key)


FIGURES: Final = _table("figures.csv", data.COLUMNS, ("sheet", "id"))
HISTORY: Final = _table(histories.NAME, histories.COLUMNS, ("sheet", "id", "when"))


ENDING: Final = "-metadata.json"
"""Where a reader of CSVW looks for it when it has found the table."""

TABLE_FILE: Final = FIGURES.file
NAME: Final = f"{TABLE_FILE}{ENDING}"


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the metadata of a sheet's table, one file for each language in which it is shown."""
    for language in rendering.site.published:
        if (sheet := rendering.site.shown(language.tag, path)) is not None:
            title = Mentions(rendering, sheet, taken=set()).plain(sheet.title)
            folder = rendering.addresses.data_folder(language.tag, path)
            for table in tables((histories.gather_whether(rendering, path),)):
                yield f"{folder}{table.file}{ENDING}", metadata(rendering, language, title, table)


def combine(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give the metadata of each language's tables."""
    for language in rendering.site.published:
        folder, title = rendering.addresses.home(language.tag), site_title(rendering, language)
        for table in tables(gathered.values()):
            yield f"{folder}{table.file}{ENDING}", metadata(rendering, language, title, table)


OUTPUT = Output(name="csvw", of_sheet=of_sheet, gather=histories.gather_whether, combine=combine)


def tables(gathered: Iterable[str]) -> tuple[PublishedTable, ...]:
    """The tables of some sheets: figures, and their earlier values where there are any."""
    return (FIGURES, HISTORY) if any(gathered) else (FIGURES,)


def metadata(rendering: Rendering, language: Language, title: str, table: PublishedTable) -> bytes:
    """Describe a table whose title is that of a sheet or of the site."""
    catalog, settings = rendering.site.catalogs[language.tag], rendering.site.settings
    before, after = _around_title(settings.publisher, settings.license_url, language.tag, table.file)
    title = to_json(catalog.text("Figures of “%(title)s”", title=title), indent=None)
    return f"{before}{title}{after}".encode()


@lru_cache(maxsize=64)
def _around_title(publisher: str | None, license_url: str | None, tag: str, file: str) -> tuple[str, str]:
    """The description of a table up to its title, and behind it: the same for all sheets."""
    table = next(one for one in (FIGURES, HISTORY) if one.file == file)
    columns = [
        {
            "name": column.name,
            "titles": column.name,
            "datatype": column.datatype,
            **({"required": True} if column.required else {}),
            **({"separator": column.separator} if column.separator else {}),
        }
        for column in table.columns
    ]
    schema = {"columns": columns, "primaryKey": list(table.key), "aboutUrl": "{+url}"}
    about = _written(publisher, license_url, tag, file=file, title="\0", schema=schema)
    before, _, after = about.partition(to_json("\0"))
    return before, after


def described(settings: Settings, tag: str, *, file: str, title: str, schema: Mapping[str, object]) -> bytes:
    """Describe a file in the words of CSVW; `schema` says what its columns hold."""
    return _written(settings.publisher, settings.license_url, tag, file=file, title=title, schema=schema).encode()


def _written(
    publisher: str | None, license_url: str | None, tag: str, *, file: str, title: str, schema: Mapping[str, object]
) -> str:
    about = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": tag}],
        "url": file,
        "dc:title": title,
        **({"dc:publisher": publisher} if publisher else {}),
        **({"dc:license": {"@id": license_url}} if license_url else {}),
        "dialect": {"encoding": "utf-8", "header": True},
        "tableSchema": schema,
    }
    return f"{to_json(about, indent=None)}\n"


# The tables of a page in the words of schema.org: each a data set, with its columns, its source and its files.

Node = dict[str, object]
"""A thing, or a reference to one by its `@id`."""

DESCRIPTION: Final = 5000
"""How long the description of a data set may be, in characters."""


def data_sets(rendering: Rendering, language: Language, page: Page, path: str) -> Iterator[Node]:
    """Give a data set for each table that the sheet declares."""
    for name in rendering.site.original(path).tables:
        if (words := rendering.site.wordings(language.tag, path, name)) is not None:
            yield _data_set(rendering, words, page, path)


def _data_set(rendering: Rendering, words: Wordings, page: Page, path: str) -> Node:
    addresses, settings, language = rendering.addresses, rendering.site.settings, words.language
    declared, columns = words.table.declared, words.table.grid.columns
    title, summary = words.text("title"), words.text("summary")
    called = title.text if title else declared.id
    listed = ranges.join(language.numbers, [words.column(column).text for column in columns])
    source = rendering.site.original(path).sources.get(declared.source or "")
    known = {(one.title, one.url): one.anchor for one in reversed(page.sources)}
    anchor = known.get((source.title, source.url)) if source else None
    url, folder = addresses.page(language.tag, path), addresses.data_folder(language.tag, path)
    return filled(
        {
            "@id": f"{url}#{declared.id}",
            "@type": "Dataset",
            "name": called,
            "description": (summary.text if summary else f"{called}: {listed}")[:DESCRIPTION],
            "url": f"{url}#{declared.id}",
            "inLanguage": language.tag,
            "license": settings.license_url or settings.license,
            "creator": {"@id": f"{addresses.base}#_publisher"},
            "isAccessibleForFree": True,
            "dateModified": page.updated and page.updated.iso,
            "isBasedOn": {"@id": f"{url}#{anchor}"} if anchor else None,
            "isPartOf": {"@id": url},
            "variableMeasured": [
                filled({"@type": "PropertyValue", "name": words.column(column).text, "unitText": unit_text(metric)})
                for column, metric in columns.items()
            ],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": media,
                    "contentUrl": addresses.absolute(folder + file_name(declared.id, ending)),
                }
                for ending, media in MEDIA.items()
            ],
        }
    )


def unit_text(metric: Metric) -> str | None:
    """Give the unit, with what a rate is per: `kilogram/person`, `1/100000`."""
    unit = kind_of(metric).unit_text(metric)
    if metric.per is None:
        return unit
    per = machine_number(metric.per) if isinstance(metric.per, Decimal) else metric.per
    return f"{unit or 1}/{per}"


def filled(node: Node) -> Node:
    """Give the node without what is not known."""
    return {
        key: value
        for key, value in node.items()
        if value is not None and (value or not isinstance(value, (str, list, dict)))
    }
