"""What programs are told of the whole site: the data package of each language, and what the site was made from."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factsheet import __version__
from factsheet.content.assets import ROOT
from factsheet.content.model import Language
from factsheet.files.marker import digest
from factsheet.l10n.cldr import CLDR_VERSION
from factsheet.outputs import csvw, histories, table_files
from factsheet.outputs.artifacts import Artifact, Output, Rendering, site_title, to_json
from factsheet.outputs.csvw import PublishedTable
from factsheet.site.site import Site

# The figures of a language as a package of data: `datapackage.json` (Data Package 2.0), for tools that load it.

NAME: Final = "datapackage.json"
PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
TABLE_PROFILE: Final = "https://datapackage.org/profiles/2.0/dataresource.json"


def gather_resources(rendering: Rendering, path: str) -> str:
    """Give what the sheet adds: whether it has earlier values, and its tables."""
    own = {"history": histories.gather_whether(rendering, path), "tables": table_files.gather(rendering, path)}
    return json.dumps(own, ensure_ascii=False)


def data_packages(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give the package of each language."""
    parts = {path: json.loads(text) for path, text in gathered.items()}
    tables = csvw.tables(part["history"] for part in parts.values())
    own = {path: part["tables"] for path, part in parts.items()}
    for language in rendering.site.published:
        more = list(table_files.resources(own, language.tag))
        text = to_json(_package(rendering, language, tables, more))
        yield f"{rendering.addresses.home(language.tag)}{NAME}", f"{text}\n".encode()


DATA_PACKAGE = Output(name="datapackage", gather=gather_resources, combine=data_packages)


def _package(
    rendering: Rendering, language: Language, tables: Sequence[PublishedTable], more: Sequence[Mapping[str, object]]
) -> dict[str, object]:
    settings, addresses = rendering.site.settings, rendering.addresses
    home = addresses.absolute(addresses.home(language.tag))
    about = settings.text(settings.description, language.tag)
    license_of = {"title": settings.license} if settings.license else {}
    return {
        "$schema": PROFILE,
        "name": f"figures-{language.tag.lower()}",
        "id": home,
        "title": site_title(rendering, language),
        **({"description": about} if about else {}),
        "homepage": home,
        **({"licenses": [license_of | {"path": settings.license_url}]} if settings.license_url else {}),
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


# What made the site: versions, digests of what went in, and the digits that are names.


def gather_digests(rendering: Rendering, path: str) -> str:
    """Give the SHA-256 of a sheet's file in each language, and the texts whose digits are no figures."""
    site = rendering.site
    files = site.sheets.shelf
    keys = [key for language in site.languages if (key := (language.tag, path)) in site.sheets]
    return json.dumps(
        {
            "sheets": {files.file(key): digest(site.sheets.data(key)) for key in keys if key[0] not in files.made},
            "literals": {language.tag: list(_literals(site, language.tag, path)) for language in site.published},
        }
    )


def build_info(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give `build-info.json`; nothing in it depends on time, machine or folder."""
    site = rendering.site
    parts = [json.loads(text) for text in gathered.values()]
    sheets = {file: digest for part in parts for file, digest in part["sheets"].items()}
    literals = {
        tag: {*_names(site, tag), *(text for part in parts for text in part["literals"][tag])}
        for tag in (language.tag for language in site.published)
    }
    copied = sorted(path.removeprefix(ROOT) for path in rendering.static if path.startswith(ROOT))
    info = {
        "generator": "factsheet",
        "version": __version__,
        "cldr": CLDR_VERSION,
        "languages": [language.tag for language in site.published],
        "locales": {
            language.tag: {"cldr": language.numbers.cldr, "numerals": language.numbers.numerals}
            for language in site.published
        },
        "literals": {tag: sorted(filter(_has_digits, texts)) for tag, texts in literals.items()},
        "sheets": dict(sorted(sheets.items())),
        **({"copied": copied} if copied else {}),
    }
    yield "build-info.json", (to_json(info) + "\n").encode()


def _names(site: Site, tag: str) -> Iterator[str]:
    """The texts of the settings, and the names of the languages."""
    settings = site.settings
    yield from (language.name for language in site.languages)
    texts = [settings.text(texts, tag) for texts in (settings.title, settings.description, settings.theme.footer)]
    yield from filter(None, [*texts, settings.publisher, settings.license, settings.contact])


def _literals(site: Site, tag: str, path: str) -> Iterator[str]:
    """The texts of a sheet whose digits are no figures: declared literals and texts that are exempt."""
    yield from filter(_has_digits, site.no_figures(tag, path))
    shown, original = site.shown(tag, path), site.original(path)
    for sheet in (shown, original) if shown else (original,):
        for text in sheet.texts():
            if text.declared.is_exempt and (sheet is shown or not text.declared.translatable):
                yield from filter(_has_digits, (text.text,))


def _has_digits(text: str) -> bool:
    return any(map(str.isdigit, text))


BUILD_INFO = Output(name="build-info", gather=gather_digests, combine=build_info)
