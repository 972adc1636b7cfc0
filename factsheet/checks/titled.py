"""Numbers in titles that no sheet's text holds: of the site, and of sources."""

from collections.abc import Iterable, Iterator

from factsheet.checks.reading import language_of
from factsheet.checks.stray import code_of
from factsheet.content.passages import literal_spans
from factsheet.content.statements import Nouns, Statement, read
from factsheet.l10n.cldr import NumberLocale
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.site.proof import source_language
from factsheet.site.site import Site

_FIGURES = frozenset(("S301", "S307", "S308"))
_FREE = Nouns()


def sources_are_titled_without_figures(site: Site) -> Iterator[Problem]:
    """Report numbers in the titles of sources that read as figures, and are no literals of the sheet."""
    for path in site.paths:
        sheet = site.original(path)
        literals = site.no_figures(sheet.language, path)
        for source in sheet.sources.values():
            loc = source_language(site, source)
            _, nouns = language_of(site, loc)
            for one in _figures(loc, source.title, nouns, literals):
                yield _found(one, source.place_of("title"), f"`sources.{source.id}.title`")


def the_site_is_titled_without_figures(site: Site) -> Iterator[Problem]:
    """Report numbers in the title, the description and the footer of the site that read as figures."""
    settings = site.settings
    named = {"title": settings.title, "description": settings.description, "theme.footer": settings.theme.footer}
    for name, texts in named.items():
        for tag, text in texts.items():
            language = site.by_tag.get(tag or settings.reference)
            if language is not None:
                key = f"{name}.{tag}".rstrip(".")
                for one in _figures(language.numbers, text, _FREE, ()):
                    yield _found(one, settings.places[key], f"`{key}`")


def _figures(loc: NumberLocale, text: str, nouns: Nouns, literals: Iterable[str]) -> Iterator[Statement]:
    spans = literal_spans(text, literals)
    for one in read(loc, text, nouns=nouns):
        if code_of(one, None, []) in _FIGURES and not one.overlaps(spans):
            yield one


def _found(one: Statement, place: Place, where: str) -> Problem:
    return report("S312", place, numeral=one.text, where=where)
