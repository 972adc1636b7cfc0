"""What made the site: versions, digests of what went in, and the digits that are names."""

import json
from collections.abc import Iterator, Mapping

from factsheet import __version__
from factsheet.content.assets import ROOT
from factsheet.files.marker import digest
from factsheet.l10n.cldr import CLDR_VERSION
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.csv_text import to_json
from factsheet.site.site import Site


def gather(rendering: Rendering, path: str) -> str:
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


def combine(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give `build-info.json`; nothing in it depends on time, machine or folder."""
    site = rendering.site
    parts = [json.loads(text) for text in gathered.values()]
    sheets = {file: digest for part in parts for file, digest in part["sheets"].items()}
    literals = {
        language.tag: {*_names(site, language.tag), *_gathered(parts, language.tag)} for language in site.published
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


def _gathered(parts: list[dict[str, dict[str, list[str]]]], tag: str) -> Iterator[str]:
    return (text for part in parts for text in part["literals"][tag])


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


OUTPUT = Output(name="build-info", gather=gather, combine=combine)
