"""The static files that templates name are there."""

from collections.abc import Iterator

from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import nearest
from factsheet.site.extraction import asked_assets
from factsheet.site.site import Site


def templates_find_their_files(site: Site) -> Iterator[Problem]:
    """Report files that a template asks for with `asset` and that `static/` does not have."""
    for template, data in site.templates.items():
        for line, name in asked_assets(data):
            if name not in site.assets:
                place = Place(f"templates/{template}", line)
                yield report("O712", place, name=name[:120], near=nearest(name, site.assets))
