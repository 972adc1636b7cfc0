"""The static files that templates name are there."""

import re
from collections.abc import Iterator
from typing import Final

from factsheet.content.text import place_at
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import nearest
from factsheet.site.extraction import asked_assets
from factsheet.site.site import Site

_WRITTEN: Final = re.compile(r"""["'](/static/([^"'{}\s]{1,200}))["']""")
"""The address of a static file as it is written in texts, where pages would have no such file."""


def templates_find_their_files(site: Site) -> Iterator[Problem]:
    """Report files that a template asks for and `static/` does not have, and such as it names by hand."""
    for template, data in site.templates.items():
        for line, name in asked_assets(data):
            if name not in site.assets:
                place = Place(f"templates/{template}", line)
                yield report("O712", place, name=name[:120], near=nearest(name, site.assets))
        text = data.decode("utf-8", "replace")
        for found in _WRITTEN.finditer(text):
            place = place_at(f"templates/{template}", text, found.start(1))
            yield report("O716", place, name=found[2][:120])
