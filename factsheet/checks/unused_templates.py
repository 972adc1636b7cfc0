"""Templates of the site that no page uses: most often one whose name was misspelt, or whose `include` was lost."""

from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.patterns import regex
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site

PAGES: Final = frozenset(("404.html", "alias.html", "chooser.html", "embed.html", "search.html", "sheet.html"))
"""The templates that the tool itself asks for."""

_SUFFIX: Final = ".html"
_TAG: Final = regex(rb"\{%-?\s*(?:include|extends|import|from)\b([^%]*)%\}")
_NAME: Final = regex(rb"[\"']([^\"']+)[\"']")


def gather_layouts(site: Site) -> str:
    """The templates that a sheet asks for by its `layout`, in any language."""
    return "\n".join(sorted({f"{sheet.layout}{_SUFFIX}" for sheet in site.sheets.values() if sheet.layout}))


def templates_are_used(site: Site, gathered: Mapping[str, str]) -> Iterator[Problem]:
    """Report templates that neither the tool nor a `layout` nor another template names."""
    layouts = {name for names in gathered.values() for name in names.split("\n")}
    named = _named(site.templates)
    if named is None:
        return
    for name in sorted(site.templates):
        if name.endswith(_SUFFIX) and name not in PAGES | layouts | named:
            yield report("O724", Place(f"templates/{name}", 1, 1), template=name)


def _named(templates: Mapping[str, bytes]) -> frozenset[str] | None:
    """The templates that others name; None where one computes the name of another."""
    found: set[str] = set()
    for data in templates.values():
        for tag in _TAG.finditer(data):
            names = _NAME.findall(tag[1])
            if not names:
                return None
            found.update(name.decode("utf-8", errors="replace") for name in names)
    return frozenset(found)
