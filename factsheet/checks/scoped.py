"""What a sentence says that a figure is of: each of several, another thing in the same place, another year compared."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import permutations
from typing import Final

from factsheet.checks.mentions import Mention
from factsheet.checks.senses import words_said
from factsheet.checks.subjects import Names, words_of
from factsheet.content.kinds import kind_of
from factsheet.content.statements.comparing import StatementKind
from factsheet.content.statements.grammar import Grammar, grammar
from factsheet.content.statements.heading import per_of
from factsheet.content.statements.nouns import NamedPhrases, apart, is_form, is_related, related
from factsheet.content.statements.text import WORD
from factsheet.core.patterns import LAST_LETTERS, either, regex
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.phrases import CLAUSE_ENDS, PHRASE_ENDS, skip_space, stands_in
from factsheet.l10n.reading.units import units_at
from factsheet.site.proof import evidence, source_language
from factsheet.site.site import Site

YEARS: Final = regex(r"(?<![\d.,/–-])[12]\d{3}(?![.,/–-]?\d)")
_LEAST: Final = 3
ENDS: Final = ("extreme", "seniority")
"""What is said of one of several: the highest, the oldest."""

_ALIKE: Final = 6
"""So many letters right before a figure or behind it are those of its passage where a sentence repeats it."""

_NUMBERED: Final = regex(r"([^\W\d_]+) (\d+)(?![\d.,]*\d)")
_REACH: Final = 60
_FURTHEST: Final = 8
"""How many words stand between "each" and its figure."""


def of_other(known: Names, alike: Sequence[tuple[str, str]], at: Mention) -> str | None:
    """Give what a sentence says that a figure is of, and its passage and its label do not."""
    words = _of_each(known.site, at) or (_of_other_thing(alike, at) if alike else None)
    words = (
        words
        or _per_thing(known, at)
        or (_of_other_number(known.site, at) if _NUMBERED.search(at.block.text) else None)
    )
    quote, text = at.figure.metric.quote or "", at.block.text
    before, behind = text[: at.shown.start][-_ALIKE:], text[at.shown.end :][:_ALIKE]
    may_repeat = (before and before in quote) or (behind[_ALIKE - 1 :] and behind in quote)
    return words or (of_other_word(known, at) if may_repeat else None)


def _of_each(site: Site, at: Mention) -> str | None:
    """Give the word that gives a figure to each of several, where its passage gives it to all: "Each farm has"."""
    metric = at.figure.metric
    if metric.quote is None or metric.per is not None or not _each(at.loc).search(at.block.text):
        return None
    own, (before, behind) = grammar(at.loc), at.beside
    lead, rest = CLAUSE_ENDS.split(before)[-1], PHRASE_ENDS.split(behind)[0]
    ahead = _each(at.loc).search(lead)
    found = ahead or _each(at.loc).search(rest)
    words = WORD.findall((lead[ahead.end() :] if ahead else rest).lower())
    is_of_it = bool(words) and (words[-1] in own.stops or len(words) > _FURTHEST)  # "each of the 12"
    is_alone = found is None or not [one for one in words if one not in own.stops and one not in own.skipped]
    if found is None or is_of_it or is_alone or not kind_of(metric).needs_unit:
        return None
    return None if any(_is_of_each(*one) for one in _told(site, at)) else found[0]


def _told(site: Site, at: Mention) -> Iterator[tuple[NumberLocale, str]]:
    """All that front matter says of a figure: its words, and its passage."""
    yield from ((at.loc, text) for text in (at.figure.label, at.figure.text, at.figure.note or ""))
    yield source_language(site, at.figure.source), at.figure.metric.quote or ""


@lru_cache(maxsize=64)
def _each(loc: NumberLocale) -> re.Pattern[str]:
    """Find what gives a number to each of several, and is no "per"."""
    own = grammar(loc).own
    words = either({*own.every, *(one for one in own.apart if " " in one)})
    return regex(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=2_048)
def _is_of_each(loc: NumberLocale, text: str) -> bool:
    """Whether a text says that a number is of each of several, or their mean."""
    own, lower = grammar(loc), text.lower()
    is_mean = any(one[0] == "mean" for one in words_said(loc, text).get("extreme", ()))
    words = (*own.own.every, *own.own.apart, *own.own.apiece, *own.own.durations, *own.lex.language.per_units)
    return is_mean or bool(per_of(loc, text)) or any(stands_in(lower, one) for one in words)


def _of_other_thing(siblings: Sequence[tuple[str, str]], at: Mention) -> str | None:
    """Give what a clause says where its label says another: "in maize" of a “Place in wheat”, "12 ha of wheat"."""
    figure, lower = at.figure, at.block.text.lower()
    pairs = [pair for pair in siblings if pair[1][:_LEAST] in lower]
    if not pairs:
        return None
    own = grammar(at.loc)
    mine = words_of(own, f"{figure.label} {figure.text} {figure.metric.quote or ''}")
    before, behind = at.beside
    clause = f"{CLAUSE_ENDS.split(before)[-1]} {PHRASE_ENDS.split(behind)[0]}"
    around, slots = words_of(own, f"{clause} {at.over} {at.block.row} {at.block.head}"), dict(_slots(own, figure.label))
    said = [(slots[marker], word) for marker, word in _slots(own, clause) if marker in slots]
    said = [one for one in said if not related(one[:1], around)]
    stuff = _slots(own, behind)[:1] if figure.metric.measure is not None else ()  # "12 ha of wheat"
    is_next = bool(stuff) and behind.lower().lstrip(" \u00a0").startswith(stuff[0][0])
    said += [(one, word) for _, word in stuff for one in words_of(own, figure.label) if is_next]
    others = (word for one, word in said if any(is_form(one, a) and is_form(word, b) for a, b in pairs))
    return next((word for word in others if not related([word], mine)), None)


def siblings(known: Names) -> tuple[tuple[str, str], ...]:
    """Give two words in which alone two labels differ: “Wheat harvested”, “Maize harvested”."""

    def find() -> Iterator[tuple[str, str]]:
        every = [(called, {word[:_LEAST] for word in called}) for *_, called in known.of_metrics if len(called) > 1]
        for (one, begun), (two, other) in permutations(every, 2):
            if begun & other and len(one) == len(two):
                mine, others = apart(one, two), apart(two, one)
                yield from zip(mine, others, strict=True) if len(mine) == len(others) == 1 else ()

    return known.site.once(known.path, ("siblings", known.tag), lambda: tuple(find()))


@lru_cache(maxsize=2_048)
def _slots(own: Grammar, text: str) -> tuple[tuple[str, str], ...]:
    """Give each word that says something behind a preposition, with that: "in" and "wheat" of "in the wheat"."""
    found, marker = list[tuple[str, str]](), ""
    for word in WORD.findall(text.lower()):
        if word in own.places or word in own.own.parts_of or word in own.lex.links.table:
            marker = word
        elif word not in own.own.articles and word not in own.skipped:
            found += [(marker, word)] if marker and word not in own.stops else []
            marker = ""
    return tuple(found)


def _per_thing(known: Names, at: Mention) -> str | None:
    """Give the thing that a sentence gives a number for each of, and nothing else does: "4.6 t per farm"."""
    end, text = at.shown.end, at.block.text
    found = _per(at.loc).search(text, end, end + _REACH)
    own, thing = grammar(at.loc), found["thing"].lower() if found else ""
    is_known = found is None or thing in own.durations or own.lex.percent.after(text.lower(), found.start())
    if found is None or is_known or at.figure.metric.per is not None or not at.shown.is_number:
        return None
    between = text[end : found.start()].lower()
    words = WORD.findall(between)
    if len(words) > _LEAST or PHRASE_ENDS.search(between) or not own.stops.isdisjoint(words):
        return None
    named = units_at(at.loc, text, found.start("thing")) or thing in _single(known)
    return found[0] if named and not any(_per(loc).search(one) for loc, one in _told(known.site, at)) else None


def _of_other_number(site: Site, at: Mention) -> str | None:
    """Give the name with digits in a clause that its label or its passage has with other digits: “berth 5” for 7."""
    typed = [one for one in at.block.statements if one.kind is StatementKind.NAME]
    start, end = at.block.clause(at.shown.start) if typed else (0, 0)
    names = [one for one in typed if one.start in range(start, end)]
    quote = at.figure.metric.quote if names and source_language(site, at.figure.source) == at.loc else None
    told = f"{at.figure.label}\n{quote or ''}" if names else ""
    known, digits = _NUMBERED.findall(told) if names else [], [one.text for one in names]
    for one in names:
        head = LAST_LETTERS.search(at.block.text[start : one.start].rstrip(" "))
        numbers = {number for word, number in known if head and is_related(word.lower(), head[0].lower())}
        if head and numbers and numbers.isdisjoint(digits):
            return f"{head[0]} {one.text}"
    return None


@lru_cache(maxsize=64)
def _per(loc: NumberLocale) -> re.Pattern[str]:
    """Find what a number is for each of: "per farm", but not "a farm" nor "at the farm"."""
    own = grammar(loc)
    words = {*own.lex.language.per} - {*own.own.articles, *own.places, *own.lex.language.numbers.articles}
    return regex(rf"(?<!\w)(?:{either(words)}) (?P<thing>[^\W\d_]+)", re.IGNORECASE)


def _single(known: Names) -> frozenset[str]:
    """The nouns that figures of a sheet count, for one of them."""
    sheet = known.site.sheets[known.tag, known.path]
    phrases = ((one.unit or {}).get("one", "").replace("{n}", " ") for one in sheet.words.values())
    every = (words_of(grammar(known.loc), phrase) for phrase in phrases)
    return known.site.once(
        known.path, ("single", known.tag), lambda: frozenset(one[0] for one in every if len(one) == 1)
    )


def of_other_end(site: Site, at: Mention, clause: str) -> str | None:
    """Give what a clause says is the oldest or the highest, where the label of its figure names another thing."""
    quote = at.figure.metric.quote if source_language(site, at.figure.source) == at.loc else None
    found = other_end(at.loc, at.figure.label, clause, f"{at.figure.text} {quote or ''}")
    return found[0] if found else None


def other_end(loc: NumberLocale, label: str, text: str, known: str = "") -> tuple[str, str] | None:
    """Give the nouns behind an end of another thing than a label names: "oldest mill", “Oldest farm”."""
    here = _ends(loc, label)
    there = _ends(loc, text) if here else {}
    words = words_of(grammar(loc), f"{label} {known}") if here.keys() & there.keys() else ()
    pairs = ((there[of], here[of]) for of in here.keys() & there.keys())
    around = WORD.findall(text.lower()) if words else []
    return next((one for one in pairs if not (related(one[:1], words) or related(one[1:], around))), None)


@lru_cache(maxsize=2_048)
def _ends(loc: NumberLocale, text: str) -> dict[object, str]:
    """The noun right behind each end that a text names: "oldest farm", "cel mai înalt molid"."""
    said = words_said(loc, text)
    every = [(one[0], one[2] + len(one[1])) for of in ENDS for one in said.get(of, ())]
    found = ((of, WORD.match(text, skip_space(text, end))) for of, end in every if of not in {"mean", "sum"})
    return {of: word[0].lower() for of, word in found if word and word[0].lower() not in grammar(loc).stops}


def is_compared(loc: NumberLocale, lead: str) -> bool:
    """Whether what stands before a year compares with it: "more than in 2024"."""
    last = LAST_LETTERS.search(lead.rstrip(" "))
    return last is not None and last[0] in grammar(loc).own.thans


def compared_with(at: Mention) -> str:
    """Give the year that a clause compares a change with, where its passage names another one alone; else nothing."""
    metric = at.figure.metric
    if not (metric.change or "times_of" in kind_of(metric).results) or metric.quote is None:
        return ""
    start, end = at.block.clause(at.shown.start)
    is_alone = len([one for one in at.block.shown if one.start in range(start, end) and one.is_number]) == 1
    said = at.block.text[start:end] if is_alone else PHRASE_ENDS.split(at.beside[1])[0]
    here, there = ({*YEARS.findall(text)} for text in (said, metric.quote))
    is_other = len(here) == len(there) == 1 and here != there
    return here.pop() if is_other and not (metric.as_of and str(metric.as_of)[:4] in here) else ""


# A sentence that repeats its passage but for one word: "Blood is kept at {{ cold }}", where plasma is.

_LONG: Final = 3
"""Beyond so many words a sentence is so much its passage that any other word is a slip."""


def of_other_word(known: Names, at: Mention) -> str | None:
    """Give the word of a clause in the place of one that its passage has, where all the others are the same.

    It is what another figure is called, and this one is not: else one may say the same as the other.
    """
    site, figure, own = known.site, at.figure, grammar(at.loc)
    quote = figure.metric.quote or ""
    if not (quote and own.spaced) or source_language(site, figure.source) != at.loc:
        return None
    reading = evidence(site, figure.sheet, figure.metric).reading
    lead, found, rest = quote.partition(reading.found) if reading and reading.found else ("", "", "")
    before, behind = at.beside
    if not found or (lead and before.endswith(lead) and PHRASE_ENDS.match(behind)):
        return None  # the same to the letter
    shown = words_of(own, f"{figure.text} {found}")
    first = _beside(*[_from(own, one, -1, shown) for one in (before, lead)])
    pairs = [*first, *_beside(*[_from(own, one, 1, shown) for one in (behind, rest)])]
    others = [pair for pair in pairs if pair[0] != pair[1] and not is_related(*pair)]
    if len(others) != 1 or len(pairs) == 1 or "-" in others[0][1]:  # "s-au tăiat", and who did it
        return None
    mine, every = words_of(own, f"{figure.label} {figure.text}"), _named(own, site.phrases(known.tag))
    is_own = [related((word,), mine) for word in others[0]]
    strange = [word for word, of_it in zip(others[0], is_own, strict=True) if not of_it]
    is_long = len(pairs) > _LONG and is_own == [False, True]
    return others[0][0] if is_long or related(strange[:1], every) else None


def _from(own: Grammar, text: str, way: int, shown: Sequence[str]) -> Sequence[str]:
    """Give the words that say something before a number or behind it, from it outwards, without those it has itself."""
    words = words_of(own, PHRASE_ENDS.split(text)[0 if way > 0 else -1])[::way]
    return [word for word in words if word not in shown]


def _beside(here: Sequence[str], there: Sequence[str]) -> Sequence[tuple[str, str]]:
    """Pair the words of two clauses; the last pair is another only where both end with it."""
    pairs = list(zip(here, there, strict=False))
    while pairs and len(here) != len(there) and not is_related(*pairs[-1]):
        pairs.pop()
    return pairs


@lru_cache(maxsize=64)
def _named(own: Grammar, phrases: NamedPhrases) -> frozenset[str]:
    """All words by which the units and the labels of a site name anything."""
    return frozenset(word for _, phrase in phrases for word in words_of(own, phrase.replace("{n}", " ")))
