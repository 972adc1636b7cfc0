"""Numbers that are typed where no sheet's text stands: in titles of the site and of sources, and in templates."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from factsheet.checks.reading import known_nouns, language_of
from factsheet.checks.stray import code_of
from factsheet.checks.unmatched import said_alone
from factsheet.content.model import Language
from factsheet.content.passages import literal_spans
from factsheet.content.sources import is_default_template
from factsheet.content.statements.comparing import Statement
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.reader import read
from factsheet.content.text import place_at
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.site.proof import source_language
from factsheet.site.site import Site

# Numbers in titles that no sheet's text holds: of the site, and of sources.

_TITLE_FIGURES = frozenset(("S301", "S307", "S308"))
_FREE = Nouns()
_SHOWN = 60


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


def texts_of_settings(site: Site) -> Iterator[tuple[str, Language, str]]:
    """Give the title, the description and the footer of the site in each language, behind their keys in site.toml."""
    for name, texts in _named(site).items():
        for tag, text in texts.items():
            language = site.by_tag.get(tag or site.settings.reference)
            if language is not None:
                yield f"{name}.{tag}".rstrip("."), language, text


def _named(site: Site) -> dict[str, Mapping[str, str]]:
    settings = site.settings
    return {"title": settings.title, "description": settings.description, "theme.footer": settings.theme.footer}


def the_site_is_titled_without_figures(site: Site) -> Iterator[Problem]:
    """Report numbers in the title, the description and the footer of the site that read as figures."""
    for key, language, text in texts_of_settings(site):
        says_words = any(one.word for one in read(language.numbers, text, nouns=_FREE))
        nouns = known_nouns(site, language.tag) if says_words else _FREE  # they are asked of all sheets
        for one in _figures(language.numbers, text, nouns, ()):
            yield _found(one, site.settings.places[key], f"`{key}`")


def the_site_says_one_thing(site: Site) -> Iterator[Problem]:
    """Report a scale or money that the title, the description or the footer says in one language alone."""
    settings = site.settings
    for name, texts in _named(site).items():
        first = texts.get(site.reference.tag)
        for language in site.languages:
            text = texts.get(language.tag)
            if not first or not text or text == first:
                continue
            pair = ((site.reference, first), (language, text))
            for (one, here), (two, there) in (pair, pair[::-1]):
                words = said_alone((one.numbers, two.numbers), (here, there))
                if words:
                    other, said = f"`{name}.{two.tag}`", f"“{there[:_SHOWN]}”"
                    yield report("P218", settings.places[f"{name}.{one.tag}"], words=words, metric=said, other=other)


def _figures(loc: NumberLocale, text: str, nouns: Nouns, literals: Iterable[str]) -> Iterator[Statement]:
    spans = literal_spans(text, literals)
    for one in read(loc, text, nouns=nouns):
        if code_of(one, None, []) in _TITLE_FIGURES and not one.overlaps(spans):
            yield one


def _found(one: Statement, place: Place, where: str) -> Problem:
    return report("S312", place, numeral=one.text, where=where)


# Numbers that a template of the site types by hand stand on many pages, and follow no metric.

_UNSEEN: Final = regex(
    r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|<(?P<raw>script|style|svg|code|kbd)\b.*?</(?P=raw)\s*>|<[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
"""What no reader of a page sees: code of the template, comments, scripts, drawings and tags."""

_LINE: Final = regex(r"[^\n]+")
_DIGIT: Final = regex(r"\d")
_FIGURES: Final = frozenset(("S301", "S308"))


def templates_type_no_figures(site: Site) -> Iterator[Problem]:
    """Report numbers in the text of templates that read as figures in the reference language."""
    loc = site.reference.numbers  # the nouns of metrics would ask for every sheet
    for name, data in site.templates.items():
        if not name.endswith((".html", ".j2")) or is_default_template(name, data):
            continue
        written = data.decode("utf-8", errors="replace")
        for line in _lines_with_digits(written):
            spans = literal_spans(line[0], site.settings.terms)
            for one in read(loc, line[0]):
                if code_of(one, None, []) in _FIGURES and not one.overlaps(spans):
                    place = place_at(f"templates/{name}", written, line.start() + one.start)
                    yield report("S312", place, numeral=one.text[:80], where=f"`templates/{name}`")


@lru_cache(maxsize=256)
def _lines_with_digits(written: str) -> tuple[re.Match[str], ...]:
    """The lines of a template in which a reader sees a digit, once in a process that builds again and again."""
    shown = _UNSEEN.sub(_blank, written)
    return tuple(line for line in _LINE.finditer(shown) if _DIGIT.search(line[0]))


def _blank(found: re.Match[str]) -> str:
    """Spaces in the place of what is not seen; line ends stay."""
    return re.sub(r"[^\n]", " ", found[0])
