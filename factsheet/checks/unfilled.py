"""References stand only where a figure is filled in: elsewhere readers would see the braces."""

from collections.abc import Iterator
from typing import Final

from factsheet.patterns import regex
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site

_REFERENCE: Final = regex(r"\{\{[^{}\n]*\}\}")


def references_are_filled_in(site: Site) -> Iterator[Problem]:
    """Report references in texts that are shown as written: of metrics, charts, sources and corrections."""
    for sheet in site.sheets.values():
        for text in sheet.texts():
            found = None if text.declared.filled else _REFERENCE.search(text.text)
            if found:
                yield report("R511", text.place, written=found[0][:80])
