"""What the words before a figure, over it or in its row name is that figure, and no other of the same kind."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from factsheet.checks.celled import asked_of, of_another_cell
from factsheet.checks.mentions import Mention
from factsheet.checks.reading import known_nouns
from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric, Ratio, Span
from factsheet.content.statements.comparing import MetricFacts, Statement
from factsheet.content.statements.grammar import Grammar, grammar
from factsheet.content.statements.nouns import Nouns, apart, is_related, share
from factsheet.content.statements.text import WORD
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Duration
from factsheet.l10n.reading.phrases import PHRASE_ENDS
from factsheet.l10n.reading.qualifiers import way_of
from factsheet.site.figures import Figure
from factsheet.site.site import Site

_NAMED: Final = regex(r"(?P<name>[^\n.,;:!?()]{1,80})(?:[ \u00a0]?:|(?P<bracket> \())[ \u00a0]?\Z")
"""What a number without a noun is taken for: the words of its clause before a colon or a bracket."""

_RUNS: Final = regex(r"[\u3400-\u9fff]{2,}|[\u30a0-\u30ff]{2,}")
"""The words of a label whose script has no spaces: what is no ending."""

_MOST_BEHIND: Final = 4
"""How many words a subject may be from its number: "the loan for the metro was"."""

_NEAR: Final = 2
"""How many words that say something may stand between a figure and its own name behind it."""

_FEW: Final = 2
_LEAST: Final = 3

Named = tuple[str, str, tuple[str, ...], tuple[str, ...]]
"""The id of a metric, what it is in, the words of its label that name it, and all of them."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the figures of a sheet are called in a language."""

    site: Site
    tag: str
    path: str
    loc: NumberLocale
    nouns: Nouns
    of_metrics: tuple[Named, ...]

    def is_counted(self, word: str, figure: Figure) -> bool:
        """Whether a word is the noun of another figure, by its unit or its label."""
        called = (words for name, _, words, _ in self.of_metrics if name != figure.id)
        return bool(self.nouns.of_any((word,))) or any(share(words, (word,)) for words in called)


def names(site: Site, tag: str, path: str) -> Names:
    """Give what the figures of a sheet are called in a language, worked out once."""
    loc = site.by_tag[tag].numbers

    def make() -> tuple[Named, ...]:
        original, own = site.original(path), grammar(loc)
        called = ((original.metrics.get(name), words.label) for name, words in site.sheets[tag, path].words.items())
        known = ((metric.id, _what_in(metric), label) for metric, label in called if metric and label)
        return tuple((name, what, _called(loc, text), words_of(own, text)) for name, what, text in known if what)

    return Names(site, tag, path, loc, known_nouns(site, tag), site.once(path, ("names", tag), make))


def _what_in(metric: Metric) -> str:
    """What a figure is in, so that it can be taken for another: money, a share, a length, a number of things."""
    kind = kind_of(metric)
    if isinstance(metric.value, Ratio):
        return "share"
    if isinstance(metric.value, Duration):
        return "duration"
    if kind.is_time or not (kind.is_number or isinstance(metric.value, Span)):
        return ""
    if metric.currency is not None:
        return "money"
    unit = kind.unit_id(metric.measure)
    if unit:
        return unit.partition("-")[0]
    return "share" if kind.unit_text(metric) == "%" or kind.is_in_points else f"count/{metric.per or ''}"


@lru_cache(maxsize=4_096)
def _called(loc: NumberLocale, label: str) -> tuple[str, ...]:
    """Give the words by which a text names a figure: all of a label of two words, of a longer one its noun."""
    own = grammar(loc)
    words = words_of(own, label)
    if len(words) <= _FEW or not own.spaced:
        return words
    noun = next((part for part in _phrases(own, label) if part), words)
    return (noun[0] if own.own.head == "first" else noun[-1],)


def _phrases(own: Grammar, label: str) -> Iterator[tuple[str, ...]]:
    """Give the words of a label up to each preposition: "Loan | for the metro"."""
    part: list[str] = []
    for word in _words(label):
        if word in own.stops or word in own.lex.language.links:
            yield tuple(part)
            part = []
        elif word not in own.skipped:
            part.append(word)
    yield tuple(part)


@lru_cache(maxsize=1_024)
def words_of(own: Grammar, text: str) -> tuple[str, ...]:
    """Give the words of a text that say something; in a script without spaces, its longer runs."""
    if not own.spaced:
        return tuple(_RUNS.findall(text))
    dull = _of_any(own.stops, own.skipped, own.determiners, own.durations)
    return tuple([word for word in _words(text) if word[_LEAST - 1 :] and word not in dull])  # a list is one call


@lru_cache(maxsize=64)
def _of_any(*lists: frozenset[str]) -> frozenset[str]:
    """The words of several lists, joined once for each language."""
    return frozenset().union(*lists)


@lru_cache(maxsize=512)
def _words(text: str) -> tuple[str, ...]:
    """Give the words of a text in small letters, without an article that an apostrophe joins: "l'inflation"."""
    words = WORD.findall(text.lower().replace("’", "'"))
    return tuple([word.rpartition("'")[2] for word in words] if "'" in text or "’" in text else words)


def of_others(at: Mention, read: Statement | None, facts: MetricFacts, known: Names) -> Iterator[Problem]:
    """Report a figure behind the name of another, in its row or below it: "The loan was {{ revenue }}"."""
    found = of_another_cell(known.site, known.tag, at)
    if found is None and asked_of(at.figure)[0] is None:
        found = next(_of_another(at, read, facts, known), None)
    if found is not None:
        head, other = found
        variant = "text" if head == other and head.isdecimal() else ""  # a year without a column
        variant = "row" if other.endswith(".row") else variant
        yield report("S311", at.place, variant=variant, head=head.strip(), metric=at.figure.metric.id, other=other)


def _of_another(at: Mention, read: Statement | None, facts: MetricFacts, known: Names) -> Iterator[tuple[str, str]]:
    """Give the words that name another figure, with its id: a head, a row or a column, or the subject of a clause."""
    own, block, figure = grammar(known.loc), at.block, at.figure
    yield from _exchanged(own, at, known) if own.spaced else ()
    before, behind = at.beside
    lead, arrow, _ = before.rpartition("→")  # "Men: 8,420 → {{ men }}"
    is_counted = read is not None and (read.nouns if own.spaced else read.counted)
    if is_counted and not arrow and _what_in(figure.metric) == "count/":
        return  # the noun behind the number tells
    before = f"{lead.rpartition(':')[0]}:" if arrow else before
    named = _NAMED.search(before) if ":" in before[-2:] or "(" in before[-2:] else None
    every = (named["name"] if named else "", block.row, block.head)
    heads = [one for one in every if one and _what_in(figure.metric) != "duration"]  # “Delivery: 2 h” of a tour
    is_thing = figure.metric.currency is None and facts.unit is None
    mine = (*words_of(own, figure.label), *(words_of(own, figure.text) if is_thing else ()))
    said = {one: tuple(word for word in words_of(own, one) if word not in own.quantifiers) for one in heads}
    for head, words in said.items():
        other = next(_siblings(own, words, [*chain(*said.values())], figure, known), None)
        if other is not None:
            yield head, other
    if not any(share(mine, words) for words in said.values()):
        for head, words in said.items():
            is_first = own.own.head == "first" and not (named and named["bracket"])
            counted = known.nouns.metrics_of(words[:1] if is_first else words[-1:]) if facts.is_counted else frozenset()
            if counted and facts.id not in counted:
                yield head, min(counted).rpartition("/")[2]
            other = next(_namesakes(words, figure, known), None)
            if other is not None:
                yield head, other
    lead, shown = _clause(before), at.shown.text if is_thing else ""
    near = (*words_of(own, lead), *words_of(own, shown), *words_of(own, PHRASE_ENDS.split(behind, 1)[0])[:_NEAR])
    if lead and not heads and not share(mine, near):
        other = _subject(own, lead, figure, known)
        if other is not None:
            yield lead, other


def _namesakes(words: Sequence[str], figure: Figure, known: Names) -> Iterator[str]:
    """Give the figures in the same that a head names with all its words."""
    what = _what_in(figure.metric)
    for name, there, called, _ in known.of_metrics:
        if there == what and name != figure.id and words and all(share(called, (word,)) for word in words):
            yield name


def _exchanged(own: Grammar, at: Mention, known: Names) -> Iterator[tuple[str, str]]:
    """Give the figures that a clause names for its own: by what parts labels of one noun, or "growth of" another."""
    figure, label, noun = at.figure, *_own_words(known.loc, at.figure.label, at.figure.text)
    alike = known.nouns.of_any(noun) if at.block.passage.is_body else frozenset()
    called = known.nouns.of_any(label[1:2])
    if not called and len(alike) < _FEW:
        return
    before, behind = at.beside
    around = f"{_clause(before)} {PHRASE_ENDS.split(behind)[0]}"
    words = words_of(own, around)
    shown = {figure.id, *(one.reference.target for one in at.block.shown)}
    candidates = [(name, there) for name, _, _, there in known.of_metrics if f"{figure.sheet}/{name}" in alike]
    mine = (*label, *words_of(own, figure.metric.quote or "")) if candidates else label
    for name, there in candidates if {*own.own.parts_of, *own.own.thans}.isdisjoint(_words(around)) else ():
        theirs = [word for word in apart(there, mine) if word not in own.own.general] if name not in shown else ()
        if theirs and not (apart(theirs, words) or share(apart(label, there), words)):
            yield around, name
    for one, word in enumerate(words if called and not share(label[1:2], (*words, *noun)) else ()):
        is_head = is_related(label[0], word) or way_of(known.loc, label[0]) * way_of(known.loc, word) > 0
        for near in (*words[one + 1 : one + 2], *words[one - 1 : one]) if is_head else ():
            others = {name for name, _, names_it, _ in known.of_metrics if share(names_it, (near,))}
            others |= {name.rpartition("/")[2] for name in known.nouns.of_any((near,)) - called}
            if others and figure.id not in others:
                yield near, min(others)


@lru_cache(maxsize=4_096)
def _own_words(loc: NumberLocale, label: str, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the words of a label, and those of a figure with its noun."""
    return words_of(grammar(loc), label), words_of(grammar(loc), text)


def _siblings(own: Grammar, words: Sequence[str], every: Sequence[str], figure: Figure, known: Names) -> Iterator[str]:
    """Give the figures in the same that a head names by what parts two labels: "Men" over the women employed.

    Not so "People" over the row of the women, nor "Number" over any.
    """
    parts = figure.metric.derivation.parts if figure.metric.derivation else ()
    for name, what, _, there in known.of_metrics if words else ():
        if what != _what_in(figure.metric) or name in (figure.id, *parts) or apart(words, there):
            continue
        label = words_of(own, figure.label)
        mine, theirs = apart(label, there), apart(there, (*label, *own.own.sums))
        if len(mine) < len(label) and share(theirs, words) and not share(mine, every):
            yield name


def _clause(before: str) -> str:
    """The words of a clause up to its number; behind a comma, with what stands before it: "The loan, of"."""
    *earlier, last = PHRASE_ENDS.split(before)
    is_short = bool(earlier) and 0 < len(WORD.findall(last)) < _FEW and before.rstrip(" ")[-1:] != ","
    return f"{earlier[-1].strip(' ')} {last.strip(' ')}" if is_short else last


def _subject(own: Grammar, lead: str, figure: Figure, known: Names) -> str | None:
    """Give the figure in the same that the subject of a clause names, if another than its own."""
    what = {_what_in(figure.metric), *_of_parts(figure, known)}
    others = [(name, called) for name, there, called, _ in known.of_metrics if there in what and name != figure.id]
    if not others:
        return None
    if not own.spaced:
        return next((name for name, called in others if any(_is_topic(own, lead, one) for one in called)), None)
    words = _words(lead)
    at = len(words) - 1 if own.own.verb_first else _first(own, words)
    if at is None or at < 0 or len(words) - at - 1 > _MOST_BEHIND:
        return None
    if at == len(words) - 1 and not own.own.verb_first and words[at] in own.own.amounts:  # "Costă 15 lei"
        return None
    return next((name for name, called in others if share(called, (words[at],))), None)


def _of_parts(figure: Figure, known: Names) -> Iterator[str]:
    """Give what the parts are in of which a share is computed: "boys are 40 %" of the share of girls."""
    derivation = figure.metric.derivation
    if derivation is not None and derivation.operation == "share_of":
        yield from (there for name, there, *_ in known.of_metrics if name in derivation.parts)


def _is_topic(own: Grammar, lead: str, word: str) -> bool:
    """Whether a word of a script without spaces is what a clause is about: its particle follows."""
    _, found, rest = lead.rpartition(word)
    return bool(found) and len(rest) <= _MOST_BEHIND and rest.startswith(own.own.topics)


def _first(own: Grammar, words: Sequence[str]) -> int | None:
    """Where the subject of a clause stands: at its beginning, behind articles and "the number of"."""
    sums = {phrase.split()[0] for phrase in own.own.sums}
    counts = False
    for at, word in enumerate(words):
        if word in sums:
            counts = True
        elif not (word in own.own.articles or word in own.joins or (counts and word in own.skipped)):
            return None if word in own.stops else at
    return None
