"""The static files that templates name are there, and the pictures beside sheets are shown."""

from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.content.text import place_at
from factsheet.patterns import regex
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import nearest
from factsheet.site.addresses import linked_asset
from factsheet.site.extraction import asked_assets
from factsheet.site.site import Site

CONTENT: Final = "content/"
"""Where the names of pictures begin that lie beside sheets."""

_WRITTEN: Final = regex(r"""["'](/static/([^"'{}\s]{1,200}))["']""")
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


def the_logo_is_there(site: Site) -> Iterator[Problem]:
    """Report a logo of the settings that `static/` does not have."""
    name = site.settings.theme.logo
    if name is not None and name not in site.assets:
        yield report("O712", site.settings.places["theme.logo"], name=name[:120], near=nearest(name, site.assets))


def gather_pictures(site: Site) -> str:
    """The pictures beside sheets that a sheet shows or links to, in any language."""
    shown = {
        linked_asset(link.address, sheet.file)
        for (tag, path), sheet in site.sheets.items()
        for link in site.prose[tag, path].links
    }
    return "\n".join(sorted(name for name in shown if name and name.startswith(CONTENT)))


def every_picture_is_shown(site: Site, gathered: Mapping[str, str]) -> Iterator[Problem]:
    """Report pictures beside sheets that no sheet shows: somebody put them there for something."""
    shown = {name for names in gathered.values() for name in names.split("\n")}
    for name in sorted(name for name in site.assets if name.startswith(CONTENT)):
        if name not in shown:
            yield report("R515", Place(name), name=name.rpartition("/")[2][:120])
