"""The titles of charts and sections, and sentences, let a figure go the way that its earlier values went."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, groupby, pairwise, takewhile
from typing import Final

from factsheet.checks.belied import of_another_year
from factsheet.checks.celled import CHOSEN, is_said, with_earlier
from factsheet.checks.claimed import other_change, other_multiple
from factsheet.checks.compared import compared, compares, named_greater, of_another, of_another_part, step, way_before
from factsheet.checks.contrary import denies
from factsheet.checks.headings import OVER_TIME, drawn_by, times_greater
from factsheet.checks.mentions import Mention, mentions
from factsheet.checks.reading import blocks, with_original
from factsheet.checks.scoped import is_compared
from factsheet.checks.senses import extremes, words_said
from factsheet.checks.subjects import Names, names, words_of
from factsheet.content.kinds import kind_of
from factsheet.content.markup import HEADINGS
from factsheet.content.model import Chart, Metric, Value
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.nouns import Nouns, related
from factsheet.content.statements.reader import read
from factsheet.core.codes import report
from factsheet.core.patterns import LETTERS, regex
from factsheet.core.problems import Place, Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.lexicon import lexicon
from factsheet.l10n.reading.phrases import CLAUSE_ENDS, PHRASE_ENDS, back_over_space, stands_in
from factsheet.l10n.reading.qualifiers import direction, may_tell, way_of
from factsheet.l10n.reading.words import in_figures
from factsheet.site.figures import Figure
from factsheet.site.proof.quotes import year_of
from factsheet.site.site import Site

_SHOWN: Final = 80
_YEAR: Final = regex(r"(?<!\d)[12]\d{3}(?!\d)")
_ENDS: Final = 2
_FEW: Final = 7
"""How many words stand between a figure and the year that it is compared with: "of water, less than in the year"."""


def figures_go_their_way(site: Site) -> Iterator[Problem]:
    """Report a title or a sentence which says that what only rose has fallen, or the reverse: "Fewer patrols"."""
    for tag, path in with_original(site):
        loc, original = site.by_tag[tag].numbers, site.original(path)
        drawn = {one.id: one.metrics[0] for one in original.charts if one.type in OVER_TIME and len(one.metrics) == 1}
        for chart in site.sheets[tag, path].charts:
            name = drawn.get(chart.id, "")
            figure = site.shown_figure(tag, path, name) if name in original.metrics else None
            if figure is not None:
                yield from _titled(loc, chart.title or "", chart.place_of("title"), figure)
                yield from _titled(loc, chart.summary or "", chart.place_of("summary"), figure)
        shown = {one.id: one.metrics for one in original.charts}
        known = names(site, tag, path)
        for chart, key, text in _words_of_charts(site, tag, path):
            yield from named_greater(known, text, chart.place_of(key), shown.get(chart.id, ()))
            yield from _rows_went(site, tag, path, chart, key, text)
            yield from times_greater(site, tag, path, chart, key, text)
            yield from of_another(known, text, chart.place_of(key), shown.get(chart.id, ()))
        sheet = site.sheets[tag, path]
        for words in sheet.table_words.values():
            table = site.table(path, words.id) if words.title else None
            cells = [f"{words.id}[{row}, {column}]" for row, column in table.grid.cells] if table else ()
            yield from of_another(known, words.title or "", words.place_of("title"), cells)
        for key, said in (("title", sheet.title), ("summary", sheet.summary)):
            yield from named_greater(known, said or "", sheet.place_of(key))
            called = _named(known.nouns, said or "")
            figure = site.shown_figure(tag, path, min(called).rpartition("/")[2]) if len(called) == 1 else None
            yield from _titled(loc, said or "", sheet.place_of(key), figure) if figure and figure.metric.history else ()
        yield from _told(known)


def _words_of_charts(site: Site, tag: str, path: str) -> Iterator[tuple[Chart, str, str]]:
    for chart in site.sheets[tag, path].charts:
        yield from ((chart, key, text) for key, text in (("title", chart.title), ("summary", chart.summary)) if text)


def _rows_went(site: Site, tag: str, path: str, chart: Chart, key: str, text: str) -> Iterator[Problem]:
    """Report a phrase that says of a row of a table that it rose, where its values fell from column to column."""
    loc, rows = site.by_tag[tag].numbers, dict[str, list[Decimal]]()
    cells = next((one.metrics for one in site.original(path).charts if one.id == chart.id and one.table), ())
    for _, called, value in drawn_by(site, tag, path, cells) if may_tell(loc, text) else ():
        rows.setdefault(called, []).append(value)
    for phrase in PHRASE_ENDS.split(text) if rows else ():
        said = [row for row in rows if row and is_said(loc, row, phrase)]
        ways = {way_of(loc, word) for word in LETTERS.findall(phrase.lower())} - {0}
        values = rows[said[0]] if len(said) == 1 else []
        if ways and {step(one, two) for one, two in pairwise(values)} == {-way for way in ways} and len(ways) == 1:
            place, ends = chart.place_of(key), {"first": str(values[0]), "own": str(values[-1])}
            yield report("S322", place, head=text, metric=said[0], **ends)


def _told(known: Names) -> Iterator[Problem]:
    """The headings of sections and the sentences that name a figure by its noun."""
    site, tag, path, loc, nouns, over, told = known.site, known.tag, known.path, known.loc, known.nouns, None, set()
    every = (one.derivation for one in site.original(path).metrics.values())
    newer = {one.parts[0]: one.parts[1] for one in every if one is not None and one.operation == "change_of"}
    grouped, thans = groupby(mentions(site, tag, path), key=lambda one: id(one.block)), compares(loc).search
    by_block = {block: list(group) for block, group in grouped}
    for block in blocks(site, tag, path):
        over = block if block.passage.element in HEADINGS else over
        shown = by_block.get(id(block), ())
        if shown or thans(block.text):
            yield from compared(known, block, [one for one in shown if one.shown.is_number])
        for one in shown:
            at = with_earlier(site, tag, one) if one.figure.metric.cell else one
            figure, way = at.figure, _way(at.figure.metric) or _last_way(at)
            yield from of_another_part(at)
            before, words = way_before(at) if figure.id in newer else (0, "")
            new = site.shown_figure(tag, path, newer[figure.id]) if before else None
            if new is not None and step(figure.metric.value, new.metric.value) == -before:
                said = {"words": words, "name": new.label, "first": figure.label}
                yield report("S324", at.place, head=at.around(_SHOWN), **said)
            if at.figure.metric.history and not (_is_right_than(at) and _is_right_than_before(at)):
                yield _went_otherwise(at.place, at.around(_SHOWN), figure)
            yield from chain(_most_in_years(at), _multiplied(at)) if at.figure.metric.history else ()
            if not way:
                continue
            name = f"{figure.sheet}/{figure.id}"
            if over is not None and (over.text, name) not in told and name in _named(nouns, over.text):
                told.add((over.text, name))
                yield from _titled(loc, over.text, over.passage.place(0), figure)
            lead = PHRASE_ENDS.split(at.before)[-1]
            is_level = not figure.metric.change and (name in _named(nouns, lead) or _is_reached(loc, lead))
            lead = " ".join(_beside_label(loc, figure, lead)) if is_level else ""
            if is_level and direction(loc, lead, len(lead), len(lead), is_sure=True) == -way:
                yield _went_otherwise(at.place, at.around(_SHOWN), figure, first=_way(figure.metric) == way)


def _is_right_than_before(at: Mention) -> bool:
    """Whether a figure is more or fewer than in the year before it, if this says so: "Fewer than in 2024: 205"."""
    lead = CLAUSE_ENDS.split(at.beside[0].lower().rstrip(" :,(–"))[-1]
    typed = _YEAR.search(lead)
    if typed is None or lead[typed.end() :].strip() or not compares(at.loc).search(at.beside[0].lower()):
        return True
    words, thans = LETTERS.findall(lead[: typed.start()]), {*grammar(at.loc).own.thans}
    ahead = " ".join(takewhile(lambda word: word not in thans, words))
    own = lexicon(at.loc).language
    ways = [way for way, said in ((1, own.more), (-1, own.fewer)) if any(stands_in(ahead, one) for one in said)]
    if len(words) > _FEW or len(ways) != 1 or denies(at.loc, lead):
        return True
    earlier = [one.value for one in at.figure.metric.history if year_of(one.when) == int(typed[0])]
    return not any(step(old, at.figure.metric.value) == -ways[0] for old in earlier)


def _is_right_than(at: Mention) -> bool:
    """Whether a figure is more or fewer than in the year behind it, if this says so: "205, fewer than in 2024"."""
    behind, own = CLAUSE_ENDS.split(at.behind(_SHOWN))[0].lower(), lexicon(at.loc).language
    typed, thans, metric = _YEAR.search(behind), grammar(at.loc).own.thans, at.figure.metric
    prior = words_said(at.loc, behind).get("prior") if metric.as_of and not typed else None
    place, year = (typed.start(), int(typed[0])) if typed else (0, 0)
    place, year = (prior[0][2], int(str(metric.as_of)[:4]) - 1) if prior else (place, year)
    words = LETTERS.findall(behind[:place])
    ahead = [*takewhile(lambda word: word not in thans, words)]
    earlier = [one.value for one in metric.history if year_of(one.when) == year]
    if len(ahead) in {0, len(words)} or len(words) > _FEW or {*grammar(at.loc).own.negations} & {*ahead}:
        return True
    ends = ((1, own.more), (-1, own.fewer))
    ways = [way for way, said in ends if f" {' '.join(ahead)}".endswith(tuple(f" {one}" for one in said))]
    return not any(step(old, at.figure.metric.value) == -way for old in earlier for way in ways)


def _most_in_years(at: Mention) -> Iterator[Problem]:
    """Report a figure behind which it is called the most or the least in some years, and which was not."""
    own, metric = grammar(at.loc), at.figure.metric
    behind, *more = PHRASE_ENDS.split(at.behind(_SHOWN).lstrip(" ,("))[:_ENDS]
    behind = more[0].lstrip(" ") if more and len(LETTERS.findall(behind)) <= _ENDS else behind  # "of wheat, the most"
    [(end, words), *_] = list(extremes(at.loc, behind)) or [("", "")]
    if end not in CHOSEN or not behind.startswith(words) or own.durations.isdisjoint(LETTERS.findall(behind.lower())):
        return
    number = regex(r"\d+").search(in_figures(at.loc, behind))
    first = int(str(metric.as_of)[:4]) - int(number[0]) if number and metric.as_of else 0
    values = {value: when for when, value in _values(metric).items() if when > first}
    chosen = (max if end == "most" else min)(values, default=Decimal(0))
    if values and chosen != metric.value:
        said = {"words": words, "name": at.figure.label, "first": str(values[chosen])}
        yield report("S324", at.place, head=at.around(_SHOWN), **said)


def _multiplied(at: Mention) -> Iterator[Problem]:
    """Report a figure to which something is said to have doubled, where no earlier value is half of it."""
    start, _ = at.block.clause(at.shown.start)
    inside = [one for one in at.block.statements if one.start in range(start, at.shown.start)]
    lead = at.block.text[start : at.shown.start] if at.beside[0].endswith(at.block.text[start : at.shown.start]) else ""
    typed = other_multiple(at.loc, at.figure.metric, lead, inside) if lead else None
    if typed is not None:
        yield report("S315", at.place, typed=typed, metric=at.figure.id, own=at.figure.machine)


def _is_reached(loc: NumberLocale, lead: str) -> bool:
    """Whether something is said to have come to the figure behind it, whatever it was: "rose to"."""
    verb, *last = LETTERS.findall(lead.lower())[-2:] or [""]
    return bool(last) and last[0] in grammar(loc).to and way_of(loc, verb) != 0


def _beside_label(loc: NumberLocale, figure: Figure, text: str) -> list[str]:
    """The words of a text that are none of a label of a figure that is no change: “Timber cut” says no fall."""
    label = () if figure.metric.change else words_of(grammar(loc), figure.label)
    return [word for word in LETTERS.findall(text.lower()) if not related((word,), label)]


def _named(nouns: Nouns, text: str) -> frozenset[str]:
    return nouns.of_any(tuple(LETTERS.findall(text.lower())))


def _titled(loc: NumberLocale, text: str, place: Place, figure: Figure) -> Iterator[Problem]:
    """Report a title over a figure that says the other way only, or begins before its first value."""
    own, lower, label = lexicon(loc).language, text.lower(), words_of(grammar(loc), figure.label)
    more, fewer = (any(stands_in(lower, one) for one in phrases) for phrases in (own.more, own.fewer))
    ways = {*(way_of(loc, word) for word in _beside_label(loc, figure, lower)), int(more), -int(fewer)} - {0}
    years, values = _YEAR.findall(text), _values(figure.metric)
    at = back_over_space(lower, lower.find(years[0])) if years else 0
    since = grammar(loc).since.before(lower, at) if years else None
    within = grammar(loc).years_in.before(lower, at) if years else None
    is_than = within is not None and is_compared(loc, lower[: within[1]])
    drawn = [year_of(point.when) for point in figure.metric.history]
    if (len(years) == _ENDS or (len(years) == 1 and since)) and drawn and int(years[0]) < min(drawn):
        yield of_another_year(place, "–".join(years), figure.metric)
    year = int(years[0]) if len(years) == 1 and int(years[0]) in values else 0
    before = max((one for one in values if one < year), default=0) if within and not is_than else 0
    is_to_now = bool(year and (since or is_than))
    ends = (values[year], figure.metric.value) if is_to_now else (values[before], values[year]) if before else ()
    if ways and ways == {-(step(*ends) if ends else _way(figure.metric))} and not denies(loc, text):
        yield _went_otherwise(place, text, figure)
        return
    said = dict(extremes(loc, text)) if year and not (since or ways) else {}
    end, typed_end = next(iter(said.items()), ("", ""))
    choose = max if end == "most" else min
    if len(said) == 1 and end in CHOSEN and values[year] != choose(values.values()):
        first = next(one for one, value in values.items() if value == choose(values.values()))
        yield report("S324", place, head=text, words=typed_end, name=str(year), first=str(first))
    words = LETTERS.findall(lower) if figure.metric.history else []
    named = [one for one in label if related((one,), words)]  # who names all of it is told elsewhere
    is_part = 0 < len(named) < len(label)
    typed = other_change(loc, figure.metric, named, text, read(loc, text)) if is_part else None
    if typed is not None:
        yield report("S315", place, typed=typed, metric=figure.id, own=figure.machine)


def _values(metric: Metric) -> dict[int, Decimal]:
    """The values of a figure with a history by their years, in their order, where it is known of which year it is."""
    points = sorted((year_of(one.when), one.value) for one in metric.history)
    last = [(int(str(metric.as_of)[:4]), metric.value)] if metric.as_of and points else []
    found = {when: value for when, value in (*points, *last) if isinstance(value, Decimal)}
    return found if len(found) == len(points) + len(last) else {}


def _went_otherwise(place: Place, text: str, figure: Figure, *, first: bool = True) -> Problem:
    machine, earlier = kind_of(figure.metric).machine, _earlier(figure.metric)
    return report(
        "S322", place, head=text, metric=figure.id, first=machine(earlier[0 if first else -1]), own=figure.machine
    )


def _way(metric: Metric) -> int:
    """Which way a figure went from each of its values to the next, or as a change; 0 where that is not one way."""
    if not (metric.change or metric.history):
        return 0
    steps = {step(one, two) for one, two in pairwise((*_earlier(metric), metric.value))}
    return steps.pop() if len(steps) == 1 else 0


def _last_way(at: Mention) -> int:
    """Which way a figure went from the year before its own, where its sentence names no other: "climbed to 832"."""
    metric, (start, end) = at.figure.metric, at.block.clause(at.shown.start)
    own = str(metric.as_of)[:4] if metric.history else ""
    last = max(metric.history, key=lambda point: str(point.when)) if own.isdecimal() else None
    if last is None or year_of(last.when) + 1 != int(own) or {*_YEAR.findall(at.block.text[start:end])} - {own}:
        return 0
    return step(last.value, metric.value)


def _earlier(metric: Metric) -> list[Value]:
    """The values before that of today, in their order; a change is from nothing."""
    if metric.change:
        return [Decimal(0)]
    return [point.value for point in sorted(metric.history, key=lambda point: str(point.when))]
