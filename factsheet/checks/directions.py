"""The words around a change say which way it went."""

from collections.abc import Iterator

from factsheet.checks.reading import ReadBlock, Shown, blocks, numbers_shown, with_original
from factsheet.content.model import Metric
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import direction, knows_directions
from factsheet.patterns import regex
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site

_AROUND = 20
_VERB = regex(r"[^\W\d_]+(?: [^\W\d_]{1,5})? \Z")
"""The word before a figure, with a short one such as "by" between them."""
_SIGNS = {1: "+", -1: "-\u2212", 0: ""}


def changes_keep_their_direction(site: Site) -> Iterator[Problem]:
    """Report changes whose words say the opposite, and falls whose sign is left out without a word for it."""
    for tag, path in with_original(site):
        loc = site.by_tag[tag].numbers
        for block in blocks(site, tag, path):
            yield from _turned(loc, block)


def _turned(loc: NumberLocale, block: ReadBlock) -> Iterator[Problem]:
    for _, shown, figure in numbers_shown(block):
        if not figure.metric.change or shown.reference is None:
            continue
        words, own = direction(loc, block.text, shown.start, shown.end), _sign(figure.metric)
        is_lost = shown.reference.form == "size" and own < 0 and not words and knows_directions(loc)
        if is_lost or words * own < 0:
            yield report(
                "S320",
                block.passage.place_of(shown.reference),
                variant="lost" if is_lost else "",
                metric=shown.reference.target,
                shown=block.around(shown, _AROUND),
                own=figure.number,
            )
        elif _is_twice(loc, block.text, shown, own):
            yield report(
                "S321",
                block.passage.place_of(shown.reference),
                metric=shown.reference.target,
                shown=block.around(shown, _AROUND),
            )


def _is_twice(loc: NumberLocale, text: str, shown: Shown, own: int) -> bool:
    """Whether a figure shows its sign right behind a verb that says it too: "fell by −285"."""
    lead = _VERB.search(text[: shown.start])
    is_signed = text[shown.start : shown.start + 1] in _SIGNS[own]
    return is_signed and lead is not None and direction(loc, lead[0], len(lead[0]), len(lead[0])) == own


def _sign(metric: Metric) -> int:
    value = metric.value
    return 0 if value == 0 else -1 if str(value).startswith("-") else 1
