"""References stand only where a figure is filled in: elsewhere readers would see the braces."""

import re
from collections.abc import Iterator
from typing import Final

from factsheet.codes import report
from factsheet.model import Sheet
from factsheet.problems import Place, Problem
from factsheet.site import Site

_REFERENCE: Final = re.compile(r"\{\{[^{}\n]*\}\}")


def references_are_filled_in(site: Site) -> Iterator[Problem]:
    """Report references in the words of metrics, charts, sources and corrections, which are shown as written."""
    for sheet in site.sheets.values():
        for text, place in _texts(sheet):
            found = _REFERENCE.search(text or "")
            if found:
                yield report("R511", place, written=found[0][:80])


def _texts(sheet: Sheet) -> Iterator[tuple[str | None, Place]]:
    for words in sheet.words.values():
        yield words.label, words.place_of("label")
        yield words.note, words.place_of("note")
        for category, phrase in (words.unit or {}).items():
            yield phrase, words.place_of(f"unit.{category}")
    for chart in sheet.charts:
        yield f"{chart.title or ''}\n{chart.summary or ''}", chart.place
    for source in sheet.sources.values():
        yield f"{source.title}\n{source.publisher or ''}", source.place
    for correction in sheet.corrections:
        yield correction.text, correction.place
