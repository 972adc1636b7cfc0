"""The private copies of sources are texts, in which quotes can be looked for."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from factsheet.content.model import Source
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site

FORMATS: Final = (
    ("%PDF-", (".pdf",), "a PDF"),
    ("PK\x03\x04", (".docx", ".odt"), "a Word or OpenDocument file"),
    ("\ufffd\ufffd\x11", (".doc",), "an old Word file"),
    ("{\\rtf", (".rtf",), "an RTF file"),
)
"""Formats that hold a text and are none: how such a file begins when it is read as UTF-8, its endings, its name."""


UNREADABLE: Final = "a text in another encoding than UTF-8"


def copies_are_texts(site: Site) -> Iterator[Problem]:
    """Report copies in a format in which no quote can be found, also where the file is not at hand."""
    for path in site.paths:
        for source in site.original(path).sources.values():
            found = _format(site, source)
            if found and source.file:
                better = f"{PurePosixPath(source.file).with_suffix('.txt')}"
                variant = {FORMATS[0][2]: "pdf", FORMATS[1][2]: "word", UNREADABLE: "encoding"}.get(found, "")
                place = source.place_of("file")
                yield report("Q430", place, variant=variant, file=source.file[:200], format=found, better=better[:200])


def _format(site: Site, source: Source) -> str | None:
    archive = site.archives.get(source.archive)
    text, name = archive.text if archive else "", (source.file or "").lower()
    known = next((what for begin, ends, what in FORMATS if text.startswith(begin) or name.endswith(ends)), None)
    return known or (UNREADABLE if "\ufffd" in text else None)
