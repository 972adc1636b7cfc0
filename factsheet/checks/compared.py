"""Two figures of one kind of which a text makes one the greater: "more women than men", "12, of which 15"."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Final

from factsheet.checks.contrary import denies
from factsheet.checks.headings import drawn_by, figure_of, headed
from factsheet.checks.mentions import Mention
from factsheet.checks.reading import ReadBlock, stated
from factsheet.checks.senses import words_said
from factsheet.checks.subjects import Names, words_of
from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric, Ratio, Value
from factsheet.content.statements.grammar import DURATIONS, grammar, unit_name
from factsheet.content.statements.nouns import apart, is_form, related, share
from factsheet.content.statements.text import WORD
from factsheet.core.codes import report
from factsheet.core.patterns import LETTERS, either, regex
from factsheet.core.problems import Place, Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.lexicon import lexicon
from factsheet.l10n.reading.phrases import CLAUSE_ENDS, PHRASE_ENDS, stands_in
from factsheet.l10n.reading.qualifiers import direction
from factsheet.l10n.reading.units import units_at
from factsheet.site.figures import Figure

_SHOWN: Final = 80
_NEAR: Final = 2


@lru_cache(maxsize=64)
def compares(loc: NumberLocale) -> re.Pattern[str]:
    """Find the word that compares, "than", but not with a number: "more than 12 dogs" is a bound."""
    return regex(f" (?:{either(grammar(loc).own.thans)}) (?!\\d)")


def named_greater(
    known: Names,
    text: str,
    place: Place,
    drawn: Sequence[str] = (),
    phrases: Sequence[str] = (),
    *,
    of: Figure | None = None,
) -> Iterator[Problem]:
    """Report a text that names the lesser of two figures as the greater: “More women than men donate”."""
    lists, than = lexicon(known.loc).language, compares(known.loc)
    for phrase in phrases or (PHRASE_ENDS.split(text.lower()) if than.search(text) else ()):
        lead, found, behind = f" {phrase} ", than.search(f" {phrase} "), ""
        if found is not None:
            lead, behind = lead[: found.start() + 1], lead[found.end() :]
        is_noun = of is None or (
            len(lead.split()) <= _NEAR and {*behind.split()[:1]}.isdisjoint(grammar(known.loc).places)
        )
        for way, said in ((1, lists.more), (-1, lists.fewer)) if behind and is_noun else ():
            before, more, after = next(
                (lead.rpartition(f" {one} ") for one in said if f" {one} " in lead), ("", "", "")
            )
            name = after if after.strip() else before  # "More women than men give", "women give more than men"
            one = of if of and not name.strip() else _only(known, name, drawn)
            two = _only(known, behind, drawn) if one and more else None
            if one is None or two is None or _in_what(one) != _in_what(two):
                continue
            if step(two.metric.value, one.metric.value) == -way and not denies(known.loc, phrase):
                shown = {"head": text, "words": phrase.strip(" "), "name": one.label, "first": two.label}
                yield report("S324", place, **shown)


def _only(known: Names, text: str, drawn: Sequence[str]) -> Figure | None:
    """Give the figure, no share, whose label alone has all words of a text, among those that are drawn if one is."""
    words = words_of(grammar(known.loc), text)
    every = [one for one in known.of_metrics if words and one[1] != "share"]
    fits = {name: called for name, _, _, called in every if not apart(words, called)}
    named = [name for name in fits if name in drawn] or [name for name in fits if {*fits[name]} == {*words}]
    named = named or [name for name in fits if len(fits[name]) == len(words)] or [*fits]  # "judges", no “Women judges”
    shown = {name: called for name, _, _, called in every if name in drawn and len(drawn) > 1}
    for name, called in shown.items() if not named else ():  # "maize gave" of what alone is called maize
        own = [one for one in called if not all(related((one,), other) for other in shown.values())]
        named += [name] if own and all(related((one,), words) for one in own) else []
    return known.site.shown_figure(known.tag, known.path, named[0]) if len(named) == 1 else None


def _in_what(figure: Figure) -> tuple[object, ...]:
    metric = figure.metric
    return metric.currency, metric.measure, metric.per, kind_of(metric).unit_text(metric)


def step(one: Value, two: Value) -> int:
    """Which way it goes from a value to another, 1 for up; 0 where they are equal or no numbers."""
    return (two > one) - (two < one) if isinstance(one, Decimal) and isinstance(two, Decimal) else 0


def compared(known: Names, block: ReadBlock, numbers: Sequence[Mention]) -> Iterator[Problem]:
    """Report two figures of one kind of which the lesser is said to be the greater: "more women (64) than men (81)"."""
    loc = known.loc
    is_said = compares(loc).search(block.text) is not None
    yield from named_greater(known, block.text, block.passage.start) if is_said and block.passage.is_body else ()
    for one in (each for each in numbers if is_said and not _is_difference(each.figure.metric)):
        phrases = PHRASE_ENDS.split(CLAUSE_ENDS.split(one.beside[1].lower())[0])[:_NEAR]  # "9 dogs, fewer than"
        yield from named_greater(known, one.around(_SHOWN), one.place, (), phrases, of=one.figure)
    for one, two in pairwise(numbers):
        words, (here, there) = block.text[one.shown.end : two.shown.start], (one.figure.metric, two.figure.metric)
        less = step(there.value, here.value)
        if (
            not less
            or _is_difference(here)
            or CLAUSE_ENDS.search(words)
            or _in_what(one.figure) != _in_what(two.figure)
        ):
            continue
        way = _way_between(loc, one, two, words.lower())
        is_part = less < 0 and not way and _is_part(loc, one, two, words)
        if is_part or less == -way:
            said = {"words": words.strip(" ()"), "name": one.figure.label, "first": two.figure.label}
            yield report("S324", one.place, head=one.around(_SHOWN), **said)


def of_another(known: Names, text: str, place: Place, names: Sequence[str]) -> Iterator[Problem]:
    """Report a text of a chart that begins with another unit, or the name of another figure that is no sum."""
    site, tag, path = known.site, known.tag, known.path
    words, sheet, metrics = WORD.findall(text.lower()), site.sheets[tag, path], site.original(path).metrics
    for name in metrics if names else ():
        label = WORD.findall((sheet.words[name].label or "").lower()) if name in sheet.words else []
        if 1 < len(label) <= len(words) and name not in names and all(map(is_form, label, words)):
            own, derivation = metrics[name].value, metrics[name].derivation
            values = [
                value for *_, value in drawn_by(site, tag, path, names) if isinstance(own, Decimal) and own < value
            ]
            if values and {*(derivation.parts if derivation else ())}.isdisjoint(names):
                yield report("S311", place, variant="text", head=text, metric=names[0], other=name)
    figures = [one for one in (figure_of(site, tag, path, name) for name in names if "[" not in name) if one]
    of = {*grammar(known.loc).own.parts_of, *grammar(known.loc).skipped} if figures else ()
    is_of = bool(words[1:]) and words[1] in of and bool(words[0][2:])  # "in" is an inch, too
    units = {*map(unit_name, units_at(known.loc, text.lower(), 0) if is_of else ())}
    is_own = any(share(words[:1], WORD.findall(one.text.lower())) for one in figures)
    if units - DURATIONS and not is_own and units.isdisjoint(stated(one.metric, one.id).unit for one in figures):
        yield headed(place, text, names[0], figures[0].text)


_SET_OFF: Final = frozenset(",(–—")
_FREED: Final = frozenset((",", ")", " ", "."))
_HALF: Final = Fraction(1, 2)
_MEANT: Final[Mapping[object, Callable[[Fraction], bool]]] = {
    "most": lambda part: part > _HALF,
    "all": lambda part: part == 1,
    "almost-all": lambda part: part > _HALF,
    "few": lambda part: part < _HALF,
    "none": lambda part: part == 0,
}
"""What shares a word in the place of one may mean."""


def of_another_part(at: Mention) -> Iterator[Problem]:
    """Report a share that explains a word, set off by commas, and does not bear it: "Most pupils, 12%, walk"."""
    text, start, end = at.block.text, at.shown.start, at.shown.end
    if not _SET_OFF.issuperset(text[max(0, start - 2) : start].strip(" ") or "x") or text[end : end + 1] not in _FREED:
        return
    metric, value, loc = at.figure.metric, at.figure.metric.value, at.loc
    is_share = isinstance(value, Decimal) and not metric.change and kind_of(metric).unit_text(metric) == "%"
    part = Fraction(value) / 100 if is_share and isinstance(value, Decimal) else None
    part = Fraction(value.part) / Fraction(value.whole) if isinstance(value, Ratio) else part
    phrase = PHRASE_ENDS.split(at.before.rstrip(" ,(–—"))[-1]
    said = words_said(loc, phrase).get("quantity", ()) if part is not None else ()
    is_right = part is None or len(said) != 1 or denies(loc, phrase) or _MEANT.get(said[0][0], bool)(part)
    if not is_right:
        shown = {"words": said[0][1], "name": at.figure.label, "first": at.figure.text}
        yield report("S324", at.place, head=at.around(_SHOWN), **shown)


def _is_difference(metric: Metric) -> bool:
    """Whether a figure says how much more something is than another: "1.4 million more than expenses"."""
    return metric.change or (metric.derivation is not None and metric.derivation.operation == "difference_of")


def _is_part(loc: NumberLocale, one: Mention, two: Mention, words: str) -> bool:
    """Whether the second of two figures, of which the first has none beside it, is said to be part of it."""
    is_alone = not one.number or bool(CLAUSE_ENDS.search(one.beside[0]))
    behind = CLAUSE_ENDS.split(PHRASE_ENDS.split(two.behind(_SHOWN))[0])[0]
    found = (words_said(loc, text).get("share", ()) for text in (words, behind) if is_alone)
    return any(value == "within" for said in found for value, *_ in said)


def _way_between(loc: NumberLocale, one: Mention, two: Mention, between: str) -> int:
    """Which of two figures is said to be the greater, 1 for the first; 0 where nothing is compared."""
    own, thans, words = lexicon(loc).language, {*grammar(loc).own.thans}, LETTERS.findall(between)
    lead, ahead = CLAUSE_ENDS.split(one.before.lower())[-1], [*takewhile(lambda word: word not in thans, words)]
    if words and {*words} <= {*grammar(loc).to}:
        return -direction(loc, lead, len(lead), len(lead), is_sure=True)  # "fell from 205 to 188"
    is_alike = {*words[-1:]} & {*grammar(loc).own.articles} or _is_counted_alike(one, two)  # "than the 12 men"
    if len(ahead) == len(words) or (ahead and not is_alike):
        return 0
    if ahead:  # "205, more than in 2024, when it was 188", but not "…, and 188 others"
        is_next = not grammar(loc).joins.isdisjoint(LETTERS.findall(PHRASE_ENDS.split(between)[-1])[:1])
        lead = "" if is_next or {*grammar(loc).own.negations} & {*ahead} else " ".join(ahead)
    ways = [way for way, said in ((1, own.more), (-1, own.fewer)) if any(stands_in(lead, each) for each in said)]
    return ways[0] if len(ways) == 1 else 0


def way_before(at: Mention) -> tuple[int, str]:
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
