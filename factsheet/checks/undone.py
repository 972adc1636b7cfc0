"""What a passage says was cancelled, put off, asked for or is yet to be: a figure does not say that it was."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from factsheet.checks.mentions import mentions
from factsheet.content.model import Metric
from factsheet.content.statements.grammar import grammar
from factsheet.core.codes import report
from factsheet.core.problems import Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.phrases import PHRASE_ENDS
from factsheet.site.proof import evidence, source_language
from factsheet.site.site import Site

_TO_COME: Final = "future"
_WAS: Final = "past"


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
    return {found.lastgroup or "": found[0] for found in _deeds(loc).finditer(text)}


@lru_cache(maxsize=64)
def _deeds(loc: NumberLocale) -> re.Pattern[str]:
    """The words of a language for what was not, or not yet, done, by what they say."""
    every = ((of, "|".join(map(re.escape, words))) for of, words in grammar(loc).own.deeds.items())
    groups = (f"(?P<{of}>{words})".replace("\\*", "\\w*") for of, words in every)
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups) or '(?!)'})(?!\w)", re.IGNORECASE)
