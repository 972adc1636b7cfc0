"""Numbers that are typed where no sheet's text stands: in titles, in templates, in the words around every figure."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from factsheet.checks.reading import known_nouns, language_of
from factsheet.checks.stray import code_of
from factsheet.checks.unmatched import said_alone
from factsheet.content.catalogs import Message
from factsheet.content.kinds import kind_of
from factsheet.content.metric import DISPLAYS
from factsheet.content.model import Language, Metric
from factsheet.content.passages import literal_spans
from factsheet.content.sources import is_default_template
from factsheet.content.statements.comparing import Statement
from factsheet.content.statements.heading import heading, per_of
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.reader import read
from factsheet.content.text import place_at
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem, Severity
from factsheet.core.records import replace
from factsheet.l10n import cldr
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
        for one in _figures(language.numbers, text, nouns, site.settings.terms):
            found = _found(one, site.settings.places[key], f"`{key}`")
            yield found if code_of(one, None, []) == "S308" else replace(found, severity=Severity.ERROR)


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
                    break


def _figures(loc: NumberLocale, text: str, nouns: Nouns, literals: Iterable[str]) -> Iterator[Statement]:
    spans = literal_spans(text, literals)
    for one in read(loc, text, nouns=nouns):
        if code_of(one, None, []) in _TITLE_FIGURES and not one.overlaps(spans):
            yield one


def _found(one: Statement, place: Place, where: str) -> Problem:
    return report("S312", place, numeral=one.text, where=where)


# Numbers that a template of the site types by hand stand on many pages, and follow no metric.

_UNSEEN: Final = regex(
    r"\{#.*?#\}|\{%.*?%\}|\{\{-?\s*(?:_|gettext)\(\s*[\"'](?=[^\"'{}<>]+[\"']\s*\)\s*-?\}\})|[\"']\s*\)\s*-?\}\}|"
    r"\{\{(?P<count>(?:(?!\bif\b)[^{}])*(?:\|\s*(?:length|count|sum|round|int|float)(?:\([^()]*\))?|\bloop\.\w+)\s*)-?\}\}|"
    r"\{\{.*?\}\}|<!--.*?-->|<(?P<raw>script|style|svg|code|kbd|data|time)\b.*?</(?P=raw)\s*>|<[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
"""What no reader of a page sees: code of the template but the words of its messages, comments, scripts and tags."""

_LINE: Final = regex(r"[^\n]+")
_DIGIT: Final = regex(r"\d")
_FIGURES: Final = frozenset(("S301", "S308"))


def templates_type_no_figures(site: Site) -> Iterator[Problem]:
    """Report numbers in the text of templates that read as figures in the reference language, and what they count."""
    loc = site.reference.numbers  # the nouns of metrics would ask for every sheet
    for name, data in site.templates.items():
        if not name.endswith((".html", ".j2")) or is_default_template(name, data):
            continue
        written = data.decode("utf-8", errors="replace")
        for found in _UNSEEN.finditer(written):
            if found["count"]:
                place = place_at(f"templates/{name}", written, found.start())
                yield report("V906", place, variant="count", numeral=found["count"].strip())
        for line in _lines_with_digits(written):
            spans = literal_spans(line[0], site.settings.terms)
            for one in read(loc, line[0]):
                if code_of(one, None, []) in _FIGURES and not one.overlaps(spans):
                    place = place_at(f"templates/{name}", written, line.start() + one.start)
                    yield report("S312", place, numeral=one.text, where=f"`templates/{name}`")


@lru_cache(maxsize=256)
def _lines_with_digits(written: str) -> tuple[re.Match[str], ...]:
    """The lines of a template in which a reader sees a digit, once in a process that builds again and again."""
    shown = _UNSEEN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), written)
    return tuple(line for line in _LINE.finditer(shown) if _DIGIT.search(line[0]))


# What stands around the figures of every page leaves them what they are: the foot, the words of the tool.

_GAP: Final = regex(r"%\([a-z_]+\)s")
_SAMPLE: Final = "7"
_MEASURED: Final = ("%(number)s percentage point", "%(number)s time", "%(figure)s per person")
"""The messages that say in what a figure is."""


def gather_measures(site: Site) -> str:
    """What the figures of a sheet are in: of each sort the currency, the scale, whether they count, id and value."""
    every = {}
    for one in _metrics(site):
        kind, scale = kind_of(one), "" if one.display in DISPLAYS else one.display
        every[one.currency or "", scale, kind.needs_unit] = one.id, one.currency or str(kind.machine(one.value))
    return json.dumps(list(every.items()))


def the_foot_says_the_figures(site: Site, gathered: Mapping[str, str]) -> Iterator[Problem]:
    """Report words on every page that say money or a scale in which no figure of the site is: "In thousands of lei"."""
    site.tracer.note("catalogues")
    every = ((place, text, heading(loc, text, is_label=True)) for place, loc, text in _texts(site))
    said = [(place, text, one) for place, text, one in every if one and not text.startswith(one.text)]
    sorts = [sort for text in gathered.values() for sort in json.loads(text)] if said else []
    money = [sort for sort in sorts if sort[0][0]]
    for place, text, one in said:
        counted = [] if one.unit else money or [sort for sort in sorts if sort[0][2]]
        is_scaled = one.scale is not None and any(scale for (_, scale, _), _ in counted)
        is_meant = one.scale is None and any(currency == one.currency for (currency, _, _), _ in counted)
        if counted and not (is_scaled or is_meant):
            metric, own = counted[0][1]
            yield report("S314", place, head=text, metric=metric, own=own)


def _metrics(site: Site) -> Iterator[Metric]:
    for path in site.paths:
        original = site.original(path)
        yield from original.metrics.values()
        for name in original.tables:
            table = site.table(path, name)
            yield from (table.grid.every_column[one] for one in table.grid.columns) if table else ()


def _texts(site: Site) -> Iterator[tuple[Place, NumberLocale, str]]:
    """The title, the description and the foot of the site, and the site's own words of the interface."""
    for key, language, text in texts_of_settings(site):
        yield site.settings.places[key], language.numbers, text
    for language in site.published:
        catalog = site.catalogs[language.tag]
        for message in catalog.messages.values():
            if message.place.path == catalog.file and "%" not in message.id and message.is_translated:
                yield message.place, language.numbers, message.strings[0]


def the_tool_says_the_units(site: Site) -> Iterator[Problem]:
    """Report translations of what the tool says of a figure that read as another unit: “percent” for points."""
    english = cldr.locale("en")
    for language in site.published:
        messages = site.catalogs[language.tag].messages
        for (_, msgid), message in messages.items():
            if msgid in _MEASURED and message.is_translated:
                yield from _measured(english, language.numbers, message)


def _measured(english: NumberLocale, loc: NumberLocale, message: Message) -> Iterator[Problem]:
    source = message.plural or message.id
    meant = _read(english, source)
    for text in message.strings:
        said = _read(loc, text)
        per, own = per_of(loc, _GAP.sub("", text)), per_of(english, _GAP.sub("", source))
        is_other = said is not None and meant is not None and said.unit is not None and said.unit != meant.unit
        if is_other or (per and own and per.isdisjoint(own)):
            shown = {"message": source, "shown": _GAP.sub(_SAMPLE, text)}
            yield report("T618", message.place, **shown)
            return


def _read(loc: NumberLocale, text: str) -> Statement | None:
    return next(iter(read(loc, _GAP.sub(_SAMPLE, text))), None)
