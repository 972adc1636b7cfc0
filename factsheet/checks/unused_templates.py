"""Templates of the site that no page uses: most often one whose name was misspelt, or whose `include` was lost."""

from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.content.sources import defaults, is_default_template
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.site.extraction import named_templates
from factsheet.site.site import Site

PAGES: Final = frozenset(("404.html", "alias.html", "chooser.html", "embed.html", "search.html", "sheet.html"))
"""The templates that the tool itself asks for."""

_SUFFIX: Final = ".html"


def _part(name: str) -> str | None:
    """The part of the tool's pages that has this name, in its folder."""
    folder = defaults() / "templates"
    return next((path.relative_to(folder).as_posix() for path in folder.glob("*/*.html") if path.name == name), None)


def gather_layouts(site: Site) -> str:
    """The templates that a sheet asks for by its `layout`, in any language."""
    return "\n".join(sorted({f"{sheet.layout}{_SUFFIX}" for sheet in site.sheets.values() if sheet.layout}))


def templates_are_used(site: Site, gathered: Mapping[str, str]) -> Iterator[Problem]:
    """Report templates of the site that neither the tool nor a `layout` nor another template names."""
    layouts = {name for names in gathered.values() for name in names.split("\n")}
    pages = {name: data for name, data in site.templates.items() if name.endswith(_SUFFIX)}
    own = [name for name in pages.keys() - PAGES - layouts if not is_default_template(name, pages[name])]
    named = named_templates(pages.values()) if own else frozenset()
    if named is not None:
        for name in sorted(set(own) - named):
            yield report("O724", Place(f"templates/{name}", 1, 1), near=_part(name), template=name)
