"""What a passage, or a sentence, says was cancelled, put off, asked for or is yet to be, and the other says was."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from factsheet.checks.mentions import Mention, mentions
from factsheet.checks.subjects import words_of
from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.nouns import related
from factsheet.content.statements.text import WORD
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.phrases import PHRASE_ENDS
from factsheet.site.proof import evidence, source_language
from factsheet.site.site import Site

_TO_COME: Final = "future"
_WAS: Final = "past"
_HERE: Final = "\ufffc"
_NEAR: Final = 3
"""How many words behind "will" the verb stands that the passage has in the past: "will be planted"."""


def passages_say_what_was(site: Site) -> Iterator[Problem]:
    """Report a passage that says its number was cancelled or is yet to be, where no text about the figure does."""
    for path in site.paths:
        for metric in site.original(path).metrics.values():
            loc, passage = source_language(site, site.source(path, metric)), metric.quote or ""
            if not _deeds(loc).search(passage):
                continue
            reading = evidence(site, path, metric).reading
            said_so = reading.found if reading and reading.mismatch is None else ""
            lead, found, rest = passage.partition(said_so) if said_so else ("", "", "")
            said = _said(loc, PHRASE_ENDS.split(lead)[-1] + found + PHRASE_ENDS.split(rest)[0])
            told = [_said(*one) for one in _texts(site, path, metric)] if said.keys() - {_WAS} else []
            for of, words in said.items():
                is_right = of == _WAS or any(of in one for one in told) or (of == _TO_COME and _WAS in said)
                if not is_right and (of != _TO_COME or any(_WAS in one for one in told)):
                    label = site.original(path).words[metric.id].label or metric.id
                    yield report("Q432", metric.place_of("quote"), metric=metric.id, found=words, label=label)
                    break


def undone(site: Site, at: Mention) -> str | None:
    """Give the words beside a figure by which it was avoided or will be, where its passage says it was done."""
    metric, loc = at.figure.metric, at.loc
    if metric.quote is None or not (_deeds(loc, _WAS).search(at.block.text) and kind_of(metric).is_number):
        return None
    own, (lead, behind) = grammar(loc), at.beside
    text = f"{PHRASE_ENDS.split(lead)[-1]} {_HERE} {PHRASE_ENDS.split(behind)[0]}"
    passage, here = _said(source_language(site, at.figure.source), metric.quote), text.index(_HERE)
    told = _said(loc, f"{at.figure.label}\n{at.figure.text}\n{at.figure.note or ''}").keys() | passage.keys()
    named = words_of(own, f"{at.figure.label} {at.figure.text} {metric.quote}")
    for found in _found(loc, text, _WAS):
        between = WORD.findall(text[min(found.end(), here) : max(found.start(), here)].lower())
        is_beside = all(one in own.stops or related((one,), named) for one in between)
        verbs = [one for one in WORD.findall(text[found.end() :].lower())[:_NEAR] if one not in own.stops]
        is_same = found.lastgroup != _TO_COME or (related(verbs, named) and _WAS in passage)
        if found.lastgroup not in told and is_beside and is_same:
            return found[0]
    return None


def _texts(site: Site, path: str, metric: Metric) -> Iterator[tuple[NumberLocale, str]]:
    """All that the sheet says of a figure in each language: its words, and the sentences that show it."""
    for language in site.languages:
        sheet = site.sheet(language.tag, path)
        words = sheet.words.get(metric.id) if sheet else None
        if words is not None:
            phrases = (words.label, words.note, words.translation, *(words.unit or {}).values())
            yield from ((language.numbers, one) for one in phrases if one)
            for at in mentions(site, language.tag, path):
                if at.figure.id == metric.id:
                    start, end = at.block.clause(at.shown.start)
                    yield language.numbers, f"{at.over}\n{at.block.text[start:end]}"


@lru_cache(maxsize=2_048)
def _said(loc: NumberLocale, text: str) -> dict[str, str]:
    return {found.lastgroup or "": found[0] for found in _found(loc, text)}


def _found(loc: NumberLocale, text: str, *but: str) -> Iterator[re.Match[str]]:
    """Give such words, but those that a number is only compared with: "more than planned"."""
    thans = tuple(grammar(loc).own.thans)
    return (one for one in _deeds(loc, *but).finditer(text) if not text[: one.start()].lower().rstrip().endswith(thans))


@lru_cache(maxsize=64)
def _deeds(loc: NumberLocale, *but: str) -> re.Pattern[str]:
    """The words of a language for what was not, or not yet, done, by what they say."""
    said = {of: words for of, words in grammar(loc).own.deeds.items() if of not in but}
    every = ((of, "|".join(map(re.escape, words))) for of, words in said.items())
    groups = (f"(?P<{of}>{words})".replace("\\*", "\\w*") for of, words in every)
    return regex(rf"(?<!\w)(?:{'|'.join(groups) or '(?!)'})(?!\w)", re.IGNORECASE)
