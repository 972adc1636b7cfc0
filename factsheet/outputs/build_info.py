"""What made the site: versions of the tool and of CLDR, and digests of what went in."""

import hashlib
from collections.abc import Iterator, Mapping

from factsheet import __version__
from factsheet.l10n.cldr import CLDR_VERSION
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.json_text import to_json


def combine(rendering: Rendering, _gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give `build-info.json`; nothing in it depends on time, machine or folder."""
    site = rendering.site
    sheets = {
        sheet.file: hashlib.sha256(repr(sheet).encode()).hexdigest()
        for _, sheet in sorted(site.sheets.items(), key=lambda item: item[1].file)
    }
    info = {
        "generator": "factsheet",
        "version": __version__,
        "cldr": CLDR_VERSION,
        "languages": [language.tag for language in site.published],
        "sheets": sheets,
    }
    yield "build-info.json", (to_json(info) + "\n").encode()


OUTPUT = Output(name="build-info", combine=combine)
