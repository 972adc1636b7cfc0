"""What stands over figures says what they are: labels, notes, titles of charts and tables, headings of columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from factsheet.checks.belied import of_another_year, year_in
from factsheet.checks.celled import is_said, rows_named_alike
from factsheet.checks.claimed import is_said_of
from factsheet.checks.reading import blocks, is_called_rate, stated, with_original
from factsheet.checks.scoped import YEARS
from factsheet.checks.senses import extremes
from factsheet.checks.subjects import words_of
from factsheet.content.kinds import kind_of
from factsheet.content.markup import HEADINGS
from factsheet.content.model import Chart, Metric, TableWords
from factsheet.content.statements.comparing import POINTS, MetricFacts
from factsheet.content.statements.grammar import DURATIONS, Grammar, grammar, unit_name
from factsheet.content.statements.heading import CountedHeading, heading, per_of, times_of
from factsheet.content.statements.nouns import share
from factsheet.content.statements.text import WORD
from factsheet.content.targets import CellTarget, cell_of
from factsheet.core.codes import report
from factsheet.core.patterns import LETTERS
from factsheet.core.problems import Place, Problem
from factsheet.core.records import replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Duration
from factsheet.l10n.reading.currencies import is_in
from factsheet.l10n.reading.phrases import PHRASE_ENDS
from factsheet.l10n.reading.qualifiers import direction, way_of
from factsheet.l10n.reading.shares import multiples
from factsheet.l10n.reading.words import in_figures
from factsheet.site.figures import Figure
from factsheet.site.site import Site

_FEWEST: Final = 2
OVER_TIME: Final = frozenset(("columns", "line", "change"))
"""Charts of a figure with its history."""
_FEW: Final = 3


def headings_say_their_figures(site: Site) -> Iterator[Problem]:
    """Report what is said over figures in another scale, currency, unit or rate than theirs: "Arrests (thousands)"."""
    for tag, path in with_original(site):
        yield from _labels(site, tag, path)
        yield from _titles(site, tag, path)
        yield from _tables(site, tag, path)
        yield from _sections(site, tag, path)


def _labels(site: Site, tag: str, path: str) -> Iterator[Problem]:
    """The label and the note of each figure; what the original's label says, a translation's may say too."""
    loc, original, reference = site.by_tag[tag].numbers, site.original(path), site.reference.numbers
    for words in site.sheets[tag, path].words.values():
        figure = figure_of(site, tag, path, words.id) if words.label or words.note else None
        if figure is None:
            continue
        label, first = words.label or "", original.words.get(words.id)
        own_label = (first.label or "") if first and tag != original.language else None
        facts = stated(figure.metric, words.id)
        is_other = _is_said_otherwise(loc, label, facts)
        is_other = is_other or _is_per_other(loc, label, figure.metric, own_label, reference)
        note = _of_itself(grammar(loc), words.note, figure) if words.note else ""
        for key, text in (("label", label), ("note", note)):
            year = year_in(loc, text, figure.metric)
            if year:
                yield of_another_year(words.place_of(key), year, figure.metric)
        if is_other or is_fall(loc, label, figure.metric) or is_in_other_time(loc, label, figure.metric, is_label=True):
            yield headed(words.place_of("label"), label, words.id, figure.text)
            continue
        said = words.note or ""
        is_short = bool(said) and len(WORD.findall(said)) <= _FEWEST  # "Per month.", and nothing else
        is_rate = is_short and is_rate_of_none(loc, said, replace(figure, note=None))
        if said and (is_rate or _is_said_otherwise(loc, said, facts)):
            yield headed(words.place_of("note"), said, words.id, figure.text)


def _of_itself(own: Grammar, note: str, figure: Figure) -> str:
    """Give a note of a few words that says what is counted, not what was done: "The samples of the year 2024"."""
    said, words = words_of(own, f"{figure.label} {figure.text}"), words_of(own, note)
    is_short = len(words) <= _FEW and share(said, words)
    return note if is_short and own.changed.isdisjoint(words) else ""


def _titles(site: Site, tag: str, path: str) -> Iterator[Problem]:
    """The titles of charts and of groups of figures."""
    sheet, original = site.sheets[tag, path], site.original(path)
    charts = {one.id: one.metrics for one in original.charts}
    groups = {one.id: one.metrics for one in original.groups}
    titled = [(one.title, charts.get(one.id, ()), one.place_of("title")) for one in sheet.charts]
    titled += [(one.title, groups.get(one.id, ()), one.place_of("title")) for one in sheet.groups]
    for title, names, place in titled:
        figures = (figure_of(site, tag, path, one) for one in names if "[" not in one)
        shown = [one for one in figures if one is not None]
        yield from _title(site.by_tag[tag].numbers, title or "", place, shown)
        years = [year_in(site.by_tag[tag].numbers, title or "", one.metric) for one in shown]
        if years and all(years):
            is_over_time = any(one.metrics is names and one.type in OVER_TIME for one in original.charts)
            if not (is_over_time and any(years[0] in str(one.when) for one in shown[0].metric.history)):
                yield of_another_year(place, years[0], shown[0].metric)
    for chart in sheet.charts:
        yield from _extreme(site, tag, path, chart, charts.get(chart.id, ()))


def _title(loc: NumberLocale, title: str, place: Place, shown: Iterable[Figure]) -> Iterator[Problem]:
    for figure in shown:
        facts = stated(figure.metric, figure.id)
        if _is_said_otherwise(loc, title, facts) or is_rate_of_none(loc, title, figure):
            yield headed(place, title, figure.id, figure.text)
            return


def _extreme(site: Site, tag: str, path: str, chart: Chart, names: Sequence[str]) -> Iterator[Problem]:
    """Report a title or a summary that gives the most or the least to one of the bars, and that bar has not."""
    loc, drawn = site.by_tag[tag].numbers, dict[str, dict[str, Decimal]]()
    for key, text in (("title", chart.title or ""), ("summary", chart.summary or "")):
        ends = dict(extremes(loc, text))
        if len(ends) != 1 or len(names) < _FEWEST:
            continue
        for column, called, value in drawn_by(site, tag, path, names) if not drawn else ():
            drawn.setdefault(column, {})[called] = value
        every, lower = list(drawn.values()), text.lower()
        bars = every[0] if every else {}
        said = [name for name in bars if name and (is_said(loc, name, text) or is_said(loc, name.lower(), lower))]
        is_clear = len(said) == 1 and sum(map(len, every)) == len(names) and {*map(len, every)} == {len(bars)}
        is_clear = is_clear and min(min(one.values()) for one in every) >= 0  # a fall is less than it
        phrase = next((one for one in PHRASE_ENDS.split(text) if said and is_said(loc, said[0], one)), "")
        ways = (way_of(loc, word) for word in LETTERS.findall(phrase.lower()))  # "rises the most"
        choose = max if "most" in ends else min
        if is_clear and not any(ways) and all(one.get(said[0]) != choose(one.values()) for one in every):
            [words], first = ends.values(), next(name for name, value in bars.items() if value == choose(bars.values()))
            name = said[0]
            yield report("S324", chart.place_of(key), head=text, words=words, name=name, first=first)


def drawn_by(site: Site, tag: str, path: str, names: Iterable[str]) -> Iterator[tuple[str, str, Decimal]]:
    """What the bars of a chart are called in a language, with columns and values: the rows of each, or metrics."""
    for name in names:
        cell = cell_of(name)
        words = site.wordings(tag, path, cell.table) if cell else None
        found = words.table.grid.cells.get((cell.row, cell.column)) if cell and words else None
        figure = None if cell else figure_of(site, tag, path, name)
        value = found.value if found else figure.metric.value if figure else None
        called = words.row(cell.row).text if cell and words else figure.label if figure else ""
        if isinstance(value, Decimal):
            yield cell.column if cell else "", called, value


def times_greater(site: Site, tag: str, path: str, chart: Chart, key: str, text: str) -> Iterator[Problem]:
    """Report a text of a chart of two bars, or years, that makes one so many times the other, and it is not."""
    loc, figures = site.by_tag[tag].numbers, in_figures(site.by_tag[tag].numbers, text)
    said, own = list(multiples(loc, figures)), grammar(loc)
    names = next((one.metrics for one in site.original(path).charts if one.id == chart.id), ()) if said else ()
    values = [value for _, _, value in drawn_by(site, tag, path, names)]
    history = (
        site.original(path).metrics[names[0]].history if names[:1] and names[0] in site.original(path).metrics else ()
    )
    values += [one.value for one in history if len(names) == 1 and YEARS.findall(text) == [str(one.when)]]
    is_clear = len(said) == 1 and len(values) == _FEWEST and min(values) > 0
    behind = LETTERS.search(figures, said[0].end) if is_clear else None
    compared = (*own.multipliers.table, *own.own.differences)
    if behind and any(behind[0] in phrase.split() for phrase in compared):
        times = max(values) / min(values)
        if not is_said_of(times, said[0].bound, said[0].part):
            values_said = {"typed": said[0].text, "metric": " / ".join(names), "own": f"{times:.1f}"}
            yield report("S315", chart.place_of(key), variant="times", **values_said)


def _tables(site: Site, tag: str, path: str) -> Iterator[Problem]:
    """The titles and the columns of tables from files, and two rows that go by one name."""
    loc, original, reference = site.by_tag[tag].numbers, site.original(path), site.reference.numbers
    for name, words in site.sheets[tag, path].table_words.items():
        table = site.table(path, name)
        if table is None:
            continue
        first = original.table_words.get(name)
        metrics = {one: table.grid.every_column[one] for one in table.grid.columns}
        for column, said in words.columns.items():
            metric, fallback = metrics.get(column), first.columns.get(column) if first else None
            own = fallback.label or "" if fallback and tag != original.language else None
            if metric is None or not said.label:
                continue
            facts = stated(metric, column)
            is_other = _is_said_otherwise(loc, said.label, facts)
            if is_other or _is_per_other(loc, said.label, metric, own, reference):
                yield headed(said.place_of("label"), said.label, *_first_below(site, tag, path, name, column))
        yield from rows_named_alike(site, tag, path, words)
        numbers = {name: metric for name, metric in metrics.items() if kind_of(metric).is_number}
        wrong = _of_table(loc, words, numbers)
        if wrong is not None:
            yield headed(words.place_of("title"), words.title or "", *_first_below(site, tag, path, name, wrong))


def _of_table(loc: NumberLocale, words: TableWords, metrics: Mapping[str, Metric]) -> str | None:
    """The column of which the title of a table says what it is not in, if it is so of all that the title speaks of.

    It speaks of the columns of money where it names money, else of all of them.
    """
    said = heading(loc, words.title) if words.title else None
    every = {name: stated(metric, name) for name, metric in metrics.items()}
    money = {name: facts for name, facts in every.items() if facts.currency}
    meant = money if said is not None and said.currency and money else every
    is_of_none = said is not None and all(is_other(loc, said, facts) for facts in meant.values())
    return next(iter(meant), None) if is_of_none else None


def _sections(site: Site, tag: str, path: str) -> Iterator[Problem]:
    """The headings of the text that say a scale or money, which hold up to the next heading of their level."""
    loc, over = site.by_tag[tag].numbers, dict[str, tuple[Place, CountedHeading]]()
    for block in blocks(site, tag, path):
        element = block.passage.element
        if element in HEADINGS:
            over = {level: one for level, one in over.items() if level < element}
            said = heading(loc, block.text, is_label=True)
            if said is not None and said.text in block.text[1:]:
                over[element] = block.passage.place(0), said
        for _, shown, figure in block.figures if over else ():
            for level, (place, said) in list(over.items()) if shown.is_number else ():
                if _is_in_other(loc, said, figure):
                    yield headed(place, said.text, figure.id, shown.text)
                    del over[level]


def _is_in_other(loc: NumberLocale, said: CountedHeading, figure: Figure) -> bool:
    """Whether a figure below the heading of a section is in other money, or in no scale where that says one."""
    facts = stated(figure.metric, figure.id)
    is_meant = facts.currency is not None if said.currency else said.scale is not None
    return is_meant and is_other(loc, said, facts)


def _first_below(site: Site, tag: str, path: str, name: str, column: str) -> tuple[str, str]:
    """The first cell of a column that has a value, and how it is shown; of an empty column its name, and nothing."""
    table = site.table(path, name)
    cells = table.grid.cells.items() if table else ()
    names = [str(CellTarget(name, row, of)) for (row, of), cell in cells if of == column and cell.value is not None]
    figure = site.shown_figure(tag, path, names[0]) if names else None
    return (names[0], figure.text) if figure else (f"{name}[{column}]", "—")


def headed(place: Place, head: str, metric: str, own: str) -> Problem:
    """Tell of a figure below what says another scale, currency, unit or rate."""
    return report("S314", place, head=head.strip(), metric=metric, own=own)


def figure_of(site: Site, tag: str, path: str, name: str) -> Figure | None:
    """The figure of a metric that the original declares; None where it has none or where it cannot be shown."""
    return site.shown_figure(tag, path, name) if name in site.original(path).metrics else None


def _is_said_otherwise(loc: NumberLocale, text: str, facts: MetricFacts) -> bool:
    said = heading(loc, text, is_label=True)
    return said is not None and is_other(loc, said, facts)


def is_other(loc: NumberLocale, said: CountedHeading, facts: MetricFacts) -> bool:
    """Whether a heading says a scale, or another currency or unit than a figure is in."""
    if said.scale is not None:
        return True
    if said.currency is not None:
        return facts.currency is None or not is_in(loc, said.text, said.currency, facts.currency)
    return said.unit != facts.unit and not (said.unit == POINTS and facts.unit is None)


def is_in_other_time(loc: NumberLocale, head: str, metric: Metric, *, is_label: bool) -> bool:
    """Whether a heading says a unit of time that a length of time is not in: "Minutes" over 2 hours and 40 minutes."""
    value, unit = metric.value, unit_name(kind_of(metric).unit_id(metric.measure) or "")
    own = value.parts[0][0] if isinstance(value, Duration) else unit
    return own in DURATIONS and own not in (times_of(loc, head, is_label=is_label) or {own})


def _is_per_other(loc: NumberLocale, label: str, metric: Metric, original: str | None, reference: NumberLocale) -> bool:
    """Whether a label says another denominator than the metric, or one that the original's label does not say."""
    said = per_of(loc, label)
    is_alone = metric.per is None and original is not None and bool(said) and not per_of(reference, original)
    return is_alone or (metric.per is not None and bool(said) and metric.per not in said)


def is_rate_of_none(loc: NumberLocale, text: str, figure: Figure) -> bool:
    """Whether a heading says a denominator that the figure below it does not have: "Deaths per day" of all deaths."""
    said, own = per_of(loc, text), figure.metric.per
    return bool(said) and (own not in said if own is not None else not is_called_rate(loc, figure))


def is_fall(loc: NumberLocale, label: str, metric: Metric) -> bool:
    """Whether a label calls a fall what has risen; a growth may well be less than nothing."""
    is_rise = isinstance(metric.value, Decimal) and metric.value > 0 and metric.change
    return is_rise and direction(loc, label, len(label), len(label)) < 0
