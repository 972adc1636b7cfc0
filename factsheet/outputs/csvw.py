"""What the tables hold, for programs: metadata beside each `figures.csv` and `history.csv` (W3C, CSV on the Web)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from factsheet.content.model import Language
from factsheet.outputs import histories
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.base_context import site_title
from factsheet.outputs.figure_markup import Mentions
from factsheet.outputs.json_text import to_json
from factsheet.outputs.tables import FIGURES, HISTORY, PublishedTable

ENDING: Final = "-metadata.json"
"""Where a reader of CSVW looks for it when it has found the table."""

TABLE_FILE: Final = FIGURES.file
NAME: Final = f"{TABLE_FILE}{ENDING}"


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the metadata of a sheet's table, one file for each language in which it is shown."""
    for language in rendering.site.published:
        sheet = rendering.site.shown(language.tag, path)
        if sheet is not None:
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


def metadata(rendering: Rendering, language: Language, title: str, table: PublishedTable = FIGURES) -> bytes:
    """Describe a table whose title is that of a sheet or of the site."""
    settings = rendering.site.settings
    catalog = rendering.site.catalogs[language.tag]
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": language.tag}],
        "url": table.file,
        "dc:title": catalog.text("Figures of “%(title)s”", title=title),
        **({"dc:publisher": settings.publisher} if settings.publisher else {}),
        **({"dc:license": {"@id": settings.license_url}} if settings.license_url else {}),
        "dialect": {"encoding": "utf-8", "header": True},
        "tableSchema": {
            "columns": [
                {
                    "name": column.name,
                    "titles": column.name,
                    "datatype": column.datatype,
                    **({"required": True} if column.required else {}),
                    **({"separator": column.separator} if column.separator else {}),
                }
                for column in table.columns
            ],
            "primaryKey": list(table.key),
            "aboutUrl": "{+url}",
        },
    }
    return f"{to_json(described, indent=None)}\n".encode()
