"""What the tables of figures hold, for programs: metadata beside each `figures.csv` (W3C, CSV on the Web)."""

from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.content.model import Language
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.frame import site_title
from factsheet.outputs.json_text import to_json
from factsheet.outputs.mentions import Mentions
from factsheet.outputs.tables import KEY, TABLE

TABLE_FILE: Final = "figures.csv"
NAME: Final = f"{TABLE_FILE}-metadata.json"
"""Where a reader of CSVW looks for it when it has found the table."""


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the metadata of a sheet's table, one file for each language in which it is shown."""
    for language in rendering.site.published:
        sheet = rendering.site.shown(language.tag, path)
        if sheet is not None:
            title = Mentions(rendering, sheet, taken=set()).plain(sheet.title)
            folder = rendering.addresses.data_folder(language.tag, path)
            yield f"{folder}{NAME}", metadata(rendering, language, title)


def combine(rendering: Rendering, _gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give the metadata of each language's table."""
    for language in rendering.site.published:
        folder = rendering.addresses.home(language.tag)
        yield f"{folder}{NAME}", metadata(rendering, language, site_title(rendering, language))


OUTPUT = Output(name="csvw", of_sheet=of_sheet, combine=combine)


def metadata(rendering: Rendering, language: Language, title: str) -> bytes:
    """Describe a table whose title is that of a sheet or of the site."""
    settings = rendering.site.settings
    catalog = rendering.site.catalogs[language.tag]
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": language.tag}],
        "url": TABLE_FILE,
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
                }
                for column in TABLE
            ],
            "primaryKey": list(KEY),
            "aboutUrl": "{+url}",
        },
    }
    return f"{to_json(described, indent=None)}\n".encode()
