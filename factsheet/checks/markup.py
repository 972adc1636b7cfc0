"""Nothing that is written is lost on its way to the page, and no sign of Markdown is left over."""

from collections.abc import Iterator

from factsheet.content.text import place_at
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site


def markup_arrives(site: Site) -> Iterator[Problem]:
    """Report what the parser found: elements left out, numbers that are not shown, signs that are."""
    for (tag, path), sheet in site.sheets.items():
        for slip in site.prose[tag, path].slips:
            place = place_at(sheet.file, sheet.body, slip.offset, first_line=sheet.body_line)
            yield report(slip.code, place, variant=slip.variant, **dict(slip.values))
