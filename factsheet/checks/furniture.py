"""What stands around the figures of every page leaves them what they are: the foot, the words of the tool."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.checks.typed import texts_of_settings
from factsheet.content.catalogs import Message
from factsheet.content.kinds import kind_of
from factsheet.content.metric import DISPLAYS
from factsheet.content.model import Metric
from factsheet.content.statements.comparing import Statement
from factsheet.content.statements.heading import heading, per_of
from factsheet.content.statements.reader import read
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.site.site import Site

_GAP: Final = regex(r"%\([a-z_]+\)s")
_SAMPLE: Final = "7"
_MEASURED: Final = ("%(number)s percentage point", "%(number)s time", "%(figure)s per person")
"""The messages that say in what a figure is."""

_SHOWN: Final = 80


def gather_measures(site: Site) -> str:
    """What the figures of a sheet are in: of each sort the currency, the scale, whether they count, id and value."""
    return json.dumps(list({_sort(metric): (metric.id, _own(metric)) for metric in _metrics(site)}.items()))


def the_foot_says_the_figures(site: Site, gathered: Mapping[str, str]) -> Iterator[Problem]:
    """Report words on every page that say money or a scale in which no figure of the site is: "In thousands of lei"."""
    site.tracer.note("interface")
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
            yield report("S314", place, head=text[:_SHOWN], metric=metric, own=own)


def _sort(metric: Metric) -> tuple[str, str, bool]:
    scale = "" if metric.display in DISPLAYS else metric.display
    return metric.currency or "", scale, kind_of(metric).needs_unit


def _own(metric: Metric) -> str:
    return metric.currency or str(kind_of(metric).machine(metric.value))


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
