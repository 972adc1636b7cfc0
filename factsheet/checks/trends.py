"""The titles of charts and sections, and sentences, let a figure go the way that its earlier values went."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise, takewhile
from typing import Final

from factsheet.checks.belied import of_another_year
from factsheet.checks.celled import is_said
from factsheet.checks.claimed import other_change
from factsheet.checks.contrary import denies
from factsheet.checks.headings import OVER_TIME, drawn_by, times_greater
from factsheet.checks.mentions import Mention, mentions
from factsheet.checks.reading import ReadBlock, blocks, known_nouns, with_original
from factsheet.checks.senses import extremes, words_said
from factsheet.checks.subjects import Names, names, words_of
from factsheet.content.kinds import kind_of
from factsheet.content.markup import HEADINGS
from factsheet.content.model import Chart, Metric, Value
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.nouns import Nouns, apart, related
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
_CHOSEN: Final = frozenset(("most", "least"))


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
        for chart, key, text in _words_of_charts(site, tag, path):
            yield from _named_greater(names(site, tag, path), text, chart.place_of(key), shown.get(chart.id, ()))
            yield from _rows_went(site, tag, path, chart, key, text)
            yield from times_greater(site, tag, path, chart, key, text)
        yield from _told(site, tag, path)


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
        if ways and {_step(one, two) for one, two in pairwise(values)} == {-way for way in ways} and len(ways) == 1:
            place, ends = chart.place_of(key), {"first": str(values[0]), "own": str(values[-1])}
            yield report("S322", place, head=text, metric=said[0], **ends)


def _named_greater(known: Names, text: str, place: Place, drawn: Sequence[str]) -> Iterator[Problem]:
    """Report a text that names the lesser of two figures as the greater: “More women than men donate”."""
    lists, thans = lexicon(known.loc).language, grammar(known.loc).own.thans
    for phrase in PHRASE_ENDS.split(text.lower()) if any(f" {one} " in text for one in thans) else ():
        words = LETTERS.findall(phrase)
        ahead = " ".join(takewhile(lambda word: word not in thans, words))
        behind = " ".join(words[len(ahead.split()) + 1 :])
        for way, said in ((1, lists.more), (-1, lists.fewer)):
            sides = next((f" {ahead} ".rpartition(f" {one} ") for one in said if stands_in(ahead, one)), ("", "", ""))
            lead = sides[2] if sides[2].strip() else sides[0]  # "More women than men give", "women give more than men"
            one, two = (_only(known, each, drawn) for each in (lead, behind))
            if one and two and _in_what(one) == _in_what(two) and _step(two.metric.value, one.metric.value) == -way:
                shown = {"head": text, "words": phrase.strip(" "), "name": one.label}
                yield from () if denies(known.loc, phrase) else (report("S324", place, first=two.label, **shown),)


def _only(known: Names, text: str, drawn: Sequence[str]) -> Figure | None:
    """Give the figure, no share, whose label alone has all words of a text, among those that are drawn if one is."""
    words = words_of(grammar(known.loc), text)
    every = [one for one in known.of_metrics if words and one[1] != "share"]
    named = [name for name, _, _, called in every if not apart(words, called)]
    named = [name for name in named if name in drawn] or named
    shown = {name: called for name, _, _, called in every if name in drawn and len(drawn) > 1}
    for name, called in shown.items() if not named else ():  # "maize gave" of what alone is called maize
        own = [one for one in called if not all(related((one,), other) for other in shown.values())]
        named += [name] if own and all(related((one,), words) for one in own) else []
    return known.site.shown_figure(known.tag, known.path, named[0]) if len(named) == 1 else None


def _in_what(figure: Figure) -> tuple[str | None, str | None, object]:
    return figure.metric.currency, figure.metric.measure, figure.metric.per


def _told(site: Site, tag: str, path: str) -> Iterator[Problem]:
    """The headings of sections and the sentences that name a figure by its noun."""
    loc, nouns, over, told = site.by_tag[tag].numbers, known_nouns(site, tag), None, set()
    every = (one.derivation for one in site.original(path).metrics.values())
    newer = {one.parts[0]: one.parts[1] for one in every if one is not None and one.operation == "change_of"}
    grouped = groupby(mentions(site, tag, path), key=lambda one: id(one.block))
    by_block = {block: list(group) for block, group in grouped}
    for block in blocks(site, tag, path):
        over = block if block.passage.element in HEADINGS else over
        shown = by_block.get(id(block), ())
        yield from _compared(loc, block, [one for one in shown if one.shown.is_number]) if len(shown) > 1 else ()
        for at in shown:
            figure, way = at.figure, _way(at.figure.metric)
            before, words = _way_before(at) if figure.id in newer else (0, "")
            new = site.shown_figure(tag, path, newer[figure.id]) if before else None
            if new is not None and _step(figure.metric.value, new.metric.value) == -before:
                said = {"words": words, "name": new.label, "first": figure.label}
                yield report("S324", at.place, head=at.around(_SHOWN), **said)
            if at.figure.metric.history and not _is_right_than(at):
                yield _went_otherwise(at.place, at.around(_SHOWN), figure)
            yield from _most_in_years(at) if at.figure.metric.history else ()
            if not way:
                continue
            name = f"{figure.sheet}/{figure.id}"
            if over is not None and (over.text, name) not in told and name in _named(nouns, over.text):
                told.add((over.text, name))
                yield from _titled(loc, over.text, over.passage.place(0), figure)
            lead = PHRASE_ENDS.split(at.before)[-1]
            is_level = not figure.metric.change and name in _named(nouns, lead)
            if is_level and direction(loc, lead, len(lead), len(lead), is_sure=True) == -way:
                yield _went_otherwise(at.place, at.around(_SHOWN), figure)


def _compared(loc: NumberLocale, block: ReadBlock, numbers: Iterable[Mention]) -> Iterator[Problem]:
    """Report two figures of one kind of which the lesser is said to be the greater: "more women (64) than men (81)"."""
    for one, two in pairwise(numbers):
        words = block.text[one.shown.end : two.shown.start]
        is_alike = _in_what(one.figure) == _in_what(two.figure)
        way = _way_between(loc, one, two, words.lower()) if is_alike and not CLAUSE_ENDS.search(words) else 0
        if way and _step(two.figure.metric.value, one.figure.metric.value) == -way:
            said = {"words": words.strip(" ()"), "name": one.figure.label, "first": two.figure.label}
            yield report("S324", one.place, head=one.around(_SHOWN), **said)


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
    return not any(_step(old, at.figure.metric.value) == -way for old in earlier for way in ways)


def _most_in_years(at: Mention) -> Iterator[Problem]:
    """Report a figure behind which it is called the most or the least in some years, and which was not."""
    own, metric = grammar(at.loc), at.figure.metric
    behind, *more = PHRASE_ENDS.split(at.behind(_SHOWN).lstrip(" ,("))[:_ENDS]
    behind = more[0].lstrip(" ") if more and len(LETTERS.findall(behind)) <= _ENDS else behind  # "of wheat, the most"
    [(end, words), *_] = list(extremes(at.loc, behind)) or [("", "")]
    if end not in _CHOSEN or not behind.startswith(words) or own.durations.isdisjoint(LETTERS.findall(behind.lower())):
        return
    number = regex(r"\d+").search(in_figures(at.loc, behind))
    first = int(str(metric.as_of)[:4]) - int(number[0]) if number and metric.as_of else 0
    values = {value: when for when, value in _values(metric).items() if when > first}
    chosen = (max if end == "most" else min)(values, default=Decimal(0))
    if values and chosen != metric.value:
        said = {"words": words, "name": at.figure.label, "first": str(values[chosen])}
        yield report("S324", at.place, head=at.around(_SHOWN), **said)


def _way_between(loc: NumberLocale, one: Mention, two: Mention, between: str) -> int:
    """Which of two figures is said to be the greater, 1 for the first; 0 where nothing is compared."""
    own, thans, words = lexicon(loc).language, {*grammar(loc).own.thans}, LETTERS.findall(between)
    lead, ahead = CLAUSE_ENDS.split(one.before.lower())[-1], [*takewhile(lambda word: word not in thans, words)]
    if words and {*words} <= {*grammar(loc).to}:
        return -direction(loc, lead, len(lead), len(lead), is_sure=True)  # "fell from 205 to 188"
    is_alike = {*words[-1:]} & {*grammar(loc).own.articles} or _is_counted_alike(one, two)  # "than the 12 men"
    if len(ahead) == len(words) or (ahead and not is_alike):
        return 0
    if ahead:  # "205, more than in 2024, when it was 188"
        lead = "" if {*grammar(loc).own.negations} & {*ahead} else " ".join(ahead)
    ways = [way for way, said in ((1, own.more), (-1, own.fewer)) if any(stands_in(lead, each) for each in said)]
    return ways[0] if len(ways) == 1 else 0


def _way_before(at: Mention) -> tuple[int, str]:
    """Which way what is not shown is said to be from a figure: 1 in "more than in 2024, when there were {{ old }}"."""
    own, thans, text = lexicon(at.loc).language, grammar(at.loc).own.thans, CLAUSE_ENDS.split(at.before.lower())[-1]
    ahead = [*takewhile(lambda word: word not in thans, LETTERS.findall(text))]
    lead = " ".join(ahead) if len(text) <= len(at.beside[0]) and "," in text else ""
    found = [(way, each) for way, said in ((1, own.more), (-1, own.fewer)) for each in said if stands_in(lead, each)]
    is_compared = len(ahead) < len(LETTERS.findall(text)) and {*grammar(at.loc).own.negations}.isdisjoint(ahead)
    return found[0] if is_compared and len({way for way, _ in found}) == 1 else (0, "")


def _is_counted_alike(one: Mention, two: Mention) -> bool:
    """Whether two figures count one thing: by their nouns, or as cells of one row or column do."""
    here, there = one.figure.metric.cell, two.figure.metric.cell
    if here and there:
        return here.table == there.table and (here.row == there.row or here.column == there.column)
    nouns = [each.said[0].nouns[:1] if each.said else () for each in (one, two)]
    return bool(nouns[0]) and nouns[0] == nouns[1]


def _named(nouns: Nouns, text: str) -> frozenset[str]:
    return nouns.of_any(tuple(LETTERS.findall(text.lower())))


def _titled(loc: NumberLocale, text: str, place: Place, figure: Figure) -> Iterator[Problem]:
    """Report a title over a figure that says the other way only, or begins before its first value."""
    own, lower = lexicon(loc).language, text.lower()
    more, fewer = (any(stands_in(lower, one) for one in phrases) for phrases in (own.more, own.fewer))
    ways = {*(way_of(loc, word) for word in LETTERS.findall(lower)), int(more), -int(fewer)} - {0}
    years, values = _YEAR.findall(text), _values(figure.metric)
    at = back_over_space(lower, lower.find(years[0])) if years else 0
    since = grammar(loc).since.before(lower, at) if years else None
    drawn = [year_of(point.when) for point in figure.metric.history]
    if (len(years) == _ENDS or (len(years) == 1 and since)) and drawn and int(years[0]) < min(drawn):
        yield of_another_year(place, "–".join(years), figure.metric)
    year = int(years[0]) if len(years) == 1 and int(years[0]) in values else 0
    is_in = bool(years) and grammar(loc).years_in.before(lower, at) is not None
    before = max((one for one in values if one < year), default=0) if is_in else 0
    ends = (values[year], figure.metric.value) if since and year else (values[before], values[year]) if before else ()
    if ways and ways == {-(_step(*ends) if ends else _way(figure.metric))} and not denies(loc, text):
        yield _went_otherwise(place, text, figure)
        return
    said = dict(extremes(loc, text)) if year and not (since or ways) else {}
    end, typed_end = next(iter(said.items()), ("", ""))
    choose = max if end == "most" else min
    if len(said) == 1 and end in _CHOSEN and values[year] != choose(values.values()):
        first = next(one for one, value in values.items() if value == choose(values.values()))
        yield report("S324", place, head=text, words=typed_end, name=str(year), first=str(first))
    words = LETTERS.findall(lower) if figure.metric.history else []
    label = words_of(grammar(loc), figure.label)
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


def _went_otherwise(place: Place, text: str, figure: Figure) -> Problem:
    machine, earlier = kind_of(figure.metric).machine, _earlier(figure.metric)
    return report("S322", place, head=text, metric=figure.id, first=machine(earlier[0]), own=figure.machine)


def _way(metric: Metric) -> int:
    """Which way a figure went from each of its values to the next, or as a change; 0 where that is not one way."""
    if not (metric.change or metric.history):
        return 0
    steps = {_step(one, two) for one, two in pairwise((*_earlier(metric), metric.value))}
    return steps.pop() if len(steps) == 1 else 0


def _step(one: Value, two: Value) -> int:
    return (two > one) - (two < one) if isinstance(one, Decimal) and isinstance(two, Decimal) else 0


def _earlier(metric: Metric) -> list[Value]:
    """The values before that of today, in their order; a change is from nothing."""
    if metric.change:
        return [Decimal(0)]
    return [point.value for point in sorted(metric.history, key=lambda point: str(point.when))]
