"""What stands beside a figure leaves it what it is: asides of quotes, and the noun behind it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final

from factsheet.checks.mentions import Mention
from factsheet.checks.reading import is_relative, known_nouns
from factsheet.checks.subjects import Names, words_of
from factsheet.content.kinds import kind_of
from factsheet.content.metric import Ratio
from factsheet.content.model import Metric
from factsheet.content.statements.comparing import Statement
from factsheet.content.statements.grammar import Grammar, grammar
from factsheet.content.statements.heading import heading, per_behind, per_of
from factsheet.content.statements.nouns import is_form, related, share
from factsheet.content.statements.text import WORD
from factsheet.core.codes import report
from factsheet.core.patterns import either, regex
from factsheet.core.problems import Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.phrases import CLAUSE_ENDS, PHRASE_ENDS, back_over_space, stands_in
from factsheet.l10n.reading.qualifiers import direction
from factsheet.site.figures import Figure
from factsheet.site.proof.cells import source_language
from factsheet.site.site import Site

# What a quote says beside its number that makes another statement of it: per what, in what, a change, a denial.

Naming = tuple[tuple[NumberLocale, str], ...]
"""The words of a metric in each language: its label, its note, and each phrase of what it counts."""

_NEAR: Final = 5
"""How many words before a number a denial stands that is of it."""

_SHARED: Final = 2
"""How many words a label has of a passage that it denies."""

_REACH: Final = 60
"""How far before a number its words may stand, and its noun behind it, in characters."""


def naming(site: Site, path: str, metric: str) -> Naming:
    """Give what a metric is called in all languages."""
    found = ((one.numbers, site.sheet(one.tag, path)) for one in site.languages)
    words = ((loc, sheet.words.get(metric)) for loc, sheet in found if sheet is not None)
    return tuple(
        (loc, text)
        for loc, one in words
        if one
        for text in (one.label, one.note, *(phrase.replace("{n}", "") for phrase in (one.unit or {}).values()))
        if text
    )


def says_more(loc: NumberLocale, metric: Metric, part: str, one: Statement, names: Naming) -> bool:
    """Tell whether words of a passage make something else of a number than its metric is called."""
    return any(_found(loc, metric, part, one, names))


def _found(loc: NumberLocale, metric: Metric, part: str, one: Statement, names: Naming) -> Iterator[bool]:
    end = max(one.end, one.digits[1])
    unit = kind_of(metric).unit_id(metric.measure) or ""
    is_share = metric.out_of is not None or any(word.startswith("per") for word in unit.split("-"))  # permille, per-100
    is_rate = is_share or metric.per is not None or any(per_of(named, text) for named, text in names)
    lead = part[: one.start][-_REACH:]
    daily = grammar(loc).rates_before.before(lead.lower(), back_over_space(lead, len(lead)))  # "naponta 4812"
    yield not is_rate and (daily is not None or bool(per_behind(loc, part, end)))
    yield _is_scaled(loc, lead)
    denied = WORD.findall(part.lower()) if _is_denied(loc, lead) else ()
    yield bool(denied) and not any(_is_denied(named, text) or _halves(named, text, denied) for named, text in names)
    is_amount = metric.currency is not None or kind_of(metric).needs_unit
    if metric.measure is None and not (is_rate or metric.currency) and _is_apiece(loc, lead, part[end:]):
        groups = words_of(grammar(loc), " ".join(WORD.findall(lead)[-_WHOLE:]))
        yield not any(related(groups, WORD.findall(text.lower())) for _, text in names)
    if is_amount and not is_relative(metric):
        own, lower = grammar(loc), lead.lower()
        by = own.by.before(lower, back_over_space(lower, len(lower)))
        is_by = by is not None and direction(loc, lead, by[1], by[1]) != 0
        yield is_by and not any(is_change(named, text) for named, text in names)


def _is_apiece(loc: NumberLocale, lead: str, behind: str) -> bool:
    """Whether each of several has a number: "three groups of 20 each", "trei grupe de câte 20", "dreimal je 20"."""
    own, lower = grammar(loc), PHRASE_ENDS.split(lead.lower())[-1].rstrip(" ")
    following = " ".join(WORD.findall(PHRASE_ENDS.split(behind.lower())[0])[:_WHOLE])
    is_of = lower.endswith(tuple(f" {one}" for one in (*own.own.parts_of, *own.lex.links.table)))
    return any(f" {lower}".endswith(f" {one}") or (is_of and stands_in(following, one)) for one in own.own.apiece)


def denied_in(loc: NumberLocale, label: str, quote: str) -> str | None:
    """Give the word by which a label denies what its passage says: "not connected" of "63 % are connected"."""
    own, here = grammar(loc), WORD.findall(label.lower())
    starts, denying = own.own.negating, own.negations.table
    denied: list[str] = [one for one in here if one in own.denials or one in denying or one.startswith(starts)]
    there = WORD.findall(quote.lower()) if denied else []
    said = [one for one in there if one in own.denials or one in denying or one.startswith(starts)]
    shared = {one for one in here for word in there if one not in own.stops and is_form(one, word)}
    halves = () if any(one in own.denials or one in denying for one in said) else _halves(loc, label, there)
    for one in denied:
        if one in halves or (not said and len(shared) >= _SHARED and (one in own.denials or one in denying)):
            return one
    return None


def denied_by(loc: NumberLocale, label: str, quote: str) -> tuple[str, str] | None:
    """Give how a passage denies what a label says, and that: "trails that are not marked" of “Marked trails”."""
    own, named = grammar(loc), words_of(grammar(loc), label)
    halves = _halves(loc, quote, named)
    is_denied = bool(halves) or not own.denials.isdisjoint(quote.lower().split())
    here = WORD.findall(label.lower()) if is_denied else ()
    if not is_denied or own.denied(here) or not {*own.own.negations}.isdisjoint(here):  # "tourists without insurance"
        return None
    words = halves[0] if halves else denied_word(own, PHRASE_ENDS.split(quote.lower()), named)
    return (words, label) if words else None


def denied_word(own: Grammar, phrases: Iterable[str], named: Sequence[str]) -> str | None:
    """Give a denial and which of some words it denies in some phrases: “nu au fost casate”, “were not discarded”."""
    for words in map(WORD.findall, phrases):
        for place, word in enumerate(words if {*own.own.thans}.isdisjoint(words) else ()):  # "nu … decât" is only
            verb = next((one for one in words[place + 1 : place + _LEAST] if one not in own.stops), "")
            is_whole = verb in own.quantifiers or verb in own.own.articles  # "not all donors come back"
            if own.denied((word,)) and verb and not is_whole and related(named, [verb]):
                return f"{word} … {verb}"
    return None


def _halves(loc: NumberLocale, text: str, words: Sequence[str]) -> tuple[str, ...]:
    """The words of a text that deny another in one: "unclean" of what is clean."""
    found = [one for one in _negated(loc).finditer(text.lower()) if one[0] not in words]
    rests = [(one[0], one["rest"]) for one in found if share((one["rest"],), words)]
    said = WORD.findall(text.lower()) if rests else []
    return tuple(one for one, rest in rests if not share((rest,), said))


@lru_cache(maxsize=64)
def _negated(loc: NumberLocale) -> re.Pattern[str]:
    """Find a word that may deny another in one: "unclean"."""
    return regex(rf"(?<!\w)(?:{either(grammar(loc).own.negating)})(?P<rest>\w{{{_LEAST},}})")


def is_change(loc: NumberLocale, text: str) -> bool:
    """Tell whether a text names a change: "Rise in prices"."""
    return direction(loc, text, len(text), len(text)) != 0


def _is_scaled(loc: NumberLocale, lead: str) -> bool:
    """Tell whether a number stands behind what says its scale: "Deaths (in thousands): 1,545"."""
    head = lead.rstrip(" \u00a0")
    words = CLAUSE_ENDS.split(head[:-1])[-1].rpartition(":")[2] if head.endswith(":") else ""
    said = heading(loc, words, is_label=True) if words else None
    return said is not None and said.scale is not None


def _is_denied(loc: NumberLocale, lead: str) -> bool:
    own, clause = grammar(loc), PHRASE_ENDS.split(lead.lower())[-1]
    if own.denials.isdisjoint(WORD.findall(clause)):
        return False
    for phrase in own.no_denials:
        clause = clause.replace(phrase, "")
    return not own.denials.isdisjoint(WORD.findall(clause)[-_NEAR:])


# The noun behind a bare number is one that its metric says of itself: `{{ deaths.number }} injuries` is told.

_OPENS: Final = regex(r"(?:\A|[.:;!?]) ?\Z")
"""What stands before a number that begins its clause."""

_WHOLE: Final = 3
"""How many words behind a part its whole may have: "of the old treatment plants"."""

_LEAST: Final = 4
"""How many letters a noun has at least that ends a compound: "Betten", "Krankenhausbetten"."""


def counts_other(known: Names, at: Mention, read: Statement | None) -> Iterator[Problem]:
    """Report a number alone before a noun that nothing says of its metric: not its words, nor its passage.

    Only what can be nothing but a noun in the plural is taken for one, in the languages that say what that is.
    """
    block, figure = at.block, at.figure
    if _is_share(figure):
        yield from _of_another_whole(known, at)
        return
    if read is None or not read.nouns or at.shown.text != figure.number:
        return
    if figure.text == figure.number or read.currency or read.unit:
        return  # nothing is declared to be counted
    own = grammar(known.loc)
    behind = at.behind(_REACH)
    noun = _noun(own, behind, read.nouns)
    is_own = f"{figure.sheet}/{figure.metric.id}" in read.counted
    if not noun or is_own or (_OPENS.search(at.before) and _is_verb(own, behind.partition(noun)[2])):
        return
    unit = [word for word in words_of(own, figure.text) if word not in _bounds(known.loc)]
    near = words_of(own, f"{_beside(at)}\n{at.over}\n{block.row}\n{block.head}")
    if not unit or related(unit, near):
        return
    if not _is_said({*unit, *_told(known, figure, own)}, tuple(word.lower() for word in (noun, *read.nouns))):
        yield report("S323", at.place, metric=at.reference.target, noun=noun, own=figure.text)


def _is_share(figure: Figure) -> bool:
    """Whether a figure is a part of what stands behind it: "63 % of homes", "1 in 8 wells"."""
    kind = kind_of(figure.metric)
    return not figure.metric.change and (kind.unit_text(figure.metric) == "%" or isinstance(figure.metric.value, Ratio))


def _of_another_whole(known: Names, at: Mention) -> Iterator[Problem]:
    """Report a part that is said to be of what another figure counts: "63 % of wells" of the homes with a sewer."""
    own, figure, derivation = grammar(known.loc), at.figure, at.figure.metric.derivation
    words = WORD.findall(PHRASE_ENDS.split(at.block.text[at.shown.end :])[0].lower())
    ahead = WORD.findall(PHRASE_ENDS.split(at.before.rstrip(" ,"))[-1].lower())
    is_linked = bool(words) and words[0] in {*own.own.parts_of, *own.lex.language.links}
    if not is_linked and ahead and ahead[0] in own.own.parts_of:  # "Of the homes, 63 % have"
        is_linked, words = True, ahead
    words = words[is_linked + (words[is_linked : is_linked + 1] != [] and words[is_linked] in own.own.articles) :]
    run = list(takewhile(lambda word: word not in own.stops, words)) if own.spaced else []
    is_read = is_linked or isinstance(figure.metric.value, Ratio)
    others = [word for word in words_of(own, " ".join(run[:_WHOLE])) if is_read and known.is_counted(word, figure)]
    is_computed = derivation is not None and derivation.operation == "share_of"
    if is_computed and is_linked and not own.quantifiers.isdisjoint(run[:1]):  # "of all inhabitants"
        others = others or run[1:2]
    around = words_of(own, _beside(at)) if others and _names_whole(known, figure, own) else ()
    is_same = is_computed or related(words_of(own, figure.label), around)
    if not (is_same and others):
        return
    tag, quote = (figure.source and figure.source.lang) or "", WORD.findall((figure.metric.quote or "").lower())
    there = known_nouns(known.site, tag).of_any(tuple(quote)) if tag in known.site.by_tag else frozenset()
    is_in = not there.isdisjoint(known.nouns.of_any((others[-1],)))  # the passage names it in its own language
    if not (is_in or _is_said(_told(known, figure, own), tuple(run))):
        yield report("S323", at.place, metric=at.reference.target, noun=others[-1], own=figure.text)


def _names_whole(known: Names, figure: Figure, own: Grammar) -> bool:
    """Whether anything says what a part is of: its passage, or a label that is no “Share of beech”."""
    label, quote = WORD.findall(figure.label.lower()), (figure.metric.quote or "").lower()
    is_own = source_language(known.site, figure.source) == known.loc
    links = {*own.own.parts_of, *own.lex.language.links}
    return not share(own.wholes_of_shares, label) or (is_own and not links.isdisjoint(WORD.findall(quote)))


@lru_cache(maxsize=64)
def _bounds(loc: NumberLocale) -> frozenset[str]:
    """The words of bounds, which are no part of what a unit counts."""
    return frozenset(word for phrase in grammar(loc).lex.bounds.table for word in phrase.split())


def _is_verb(own: Grammar, behind: str) -> bool:
    """Whether what follows a word behind a number that begins its clause makes a verb of it: "1,209 looks small"."""
    following = WORD.match(behind, 1) if own.own.head == "last" and behind.startswith(" ") else None
    return following is not None and following[0] not in own.stops | own.not_names


def _is_said(some: Iterable[str], words: Iterable[str]) -> bool:
    """Whether a word is a form of one of some, or a compound that ends with it."""
    return any(is_form(one, word) or (len(one) >= _LEAST and word.endswith(one)) for one in some for word in words)


def _beside(at: Mention) -> str:
    """The rest of the sentence of a figure."""
    start, end = at.block.clause(at.shown.start)
    return f"{at.block.text[start : at.shown.start]} {at.block.text[at.shown.end : end]}"


def _noun(own: Grammar, behind: str, nouns: tuple[str, ...]) -> str:
    """Give the word behind a number that can be nothing but a noun in the plural; empty where there is none."""
    link = own.own.link_counts and own.lex.links.after(behind.replace("\u00a0", " "), 1)
    for word in WORD.findall(behind):
        is_noun = word[0].isupper() if own.own.capital_nouns else link or word.endswith(own.own.plurals)
        if word.lower() in nouns and is_noun:
            return "" if word.lower() in own.durations or word.lower() in own.own.general else word
    return ""


def _told(known: Names, figure: Figure, own: Grammar) -> tuple[str, ...]:
    """Give the words that the front matter has for a figure in a language, with those of its quote and its titles."""
    metric, sheet = figure.metric, known.site.sheets.get((known.tag, figure.sheet))
    texts = [figure.label, figure.note, metric.id.replace("-", " ")]
    if source_language(known.site, figure.source) == known.loc:
        texts.append(metric.quote)
    if sheet is not None:
        words, original = sheet.words.get(metric.id), known.site.original(figure.sheet)
        texts += [words.translation, *(words.unit or {}).values()] if words else ()
        charts = {one.id for one in original.charts if metric.id in one.metrics}
        groups = {one.id for one in original.groups if metric.id in one.metrics}
        texts += [one.title for one in sheet.charts if one.id in charts]
        texts += [one.title for one in sheet.groups if one.id in groups]
        parts = metric.derivation.parts if metric.derivation else ()
        texts += [sheet.words[one].label for one in parts if one in sheet.words]
    return words_of(own, "\n".join(filter(None, texts)))
