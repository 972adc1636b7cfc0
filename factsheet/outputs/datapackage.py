"""The figures of a language as a package of data: `datapackage.json` (Data Package 2.0), for tools that load it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factsheet.content.model import Language
from factsheet.outputs import csvw, histories, table_files
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.base_context import site_title
from factsheet.outputs.csv_text import to_json
from factsheet.outputs.csvw import PublishedTable

NAME: Final = "datapackage.json"
PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
TABLE_PROFILE: Final = "https://datapackage.org/profiles/2.0/dataresource.json"


def gather(rendering: Rendering, path: str) -> str:
    """Give what the sheet adds: whether it has earlier values, and its tables."""
    own = {"history": histories.gather_whether(rendering, path), "tables": table_files.gather(rendering, path)}
    return json.dumps(own, ensure_ascii=False)


def combine(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give the package of each language."""
    parts = {path: json.loads(text) for path, text in gathered.items()}
    tables = csvw.tables(part["history"] for part in parts.values())
    own = {path: part["tables"] for path, part in parts.items()}
    for language in rendering.site.published:
        more = list(table_files.resources(own, language.tag))
        text = to_json(_package(rendering, language, tables, more))
        yield f"{rendering.addresses.home(language.tag)}{NAME}", f"{text}\n".encode()


OUTPUT = Output(name="datapackage", gather=gather, combine=combine)


def _package(
    rendering: Rendering, language: Language, tables: Sequence[PublishedTable], more: Sequence[Mapping[str, object]]
) -> dict[str, object]:
    settings, addresses = rendering.site.settings, rendering.addresses
    home = addresses.absolute(addresses.home(language.tag))
    about = settings.text(settings.description, language.tag)
    return {
        "$schema": PROFILE,
        "name": f"figures-{language.tag.lower()}",
        "id": home,
        "title": site_title(rendering, language),
        **({"description": about} if about else {}),
        "homepage": home,
        **({"licenses": [_license(settings.license, settings.license_url)]} if settings.license_url else {}),
        **({"contributors": [{"title": settings.publisher, "roles": ["publisher"]}]} if settings.publisher else {}),
        "resources": [
            *map(_resource, tables),
            *more,
            {
                "name": "figures-json",
                "path": "figures.json",
                "type": "json",
                "format": "json",
                "mediatype": "application/json",
                "encoding": "utf-8",
                "jsonSchema": addresses.absolute("figures.schema.json"),
            },
        ],
    }


def _license(title: str | None, address: str | None) -> dict[str, object]:
    return {**({"title": title} if title else {}), "path": address}


def _resource(table: PublishedTable) -> dict[str, object]:
    return {
        "$schema": TABLE_PROFILE,
        "name": table.file.removesuffix(".csv"),
        "path": table.file,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": _fields(table), "primaryKey": list(table.key)},
    }


def _fields(table: PublishedTable) -> list[dict[str, object]]:
    return [
        {
            "name": column.name,
            "type": column.table_type,
            **({"format": "uri"} if column.datatype == "anyURI" else {}),
            **({"constraints": {"required": True}} if column.required else {}),
        }
        for column in table.columns
    ]
