"""The words around a change say which way it went."""

from collections.abc import Iterator

from factsheet.checks.reading import Block, blocks, numbers_shown, with_original
from factsheet.content.model import Metric
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import direction, knows_directions
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site

_AROUND = 20


def changes_keep_their_direction(site: Site) -> Iterator[Problem]:
    """Report changes whose words say the opposite, and falls whose sign is left out without a word for it."""
    for tag, path in with_original(site):
        loc = site.by_tag[tag].numbers
        for block in blocks(site, tag, path):
            yield from _turned(loc, block)


def _turned(loc: NumberLocale, block: Block) -> Iterator[Problem]:
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


def _sign(metric: Metric) -> int:
    value = metric.value
    return 0 if value == 0 else -1 if str(value).startswith("-") else 1
