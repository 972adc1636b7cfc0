"""The words around a figure leave it what it is: no digit, scale word or bound beside it makes it another."""

import re
from collections.abc import Iterator
from typing import Final

from factsheet.codes import report
from factsheet.figures import Figure
from factsheet.kinds import kind_of
from factsheet.kinds.saying import numerals
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import LosesDigits
from factsheet.l10n.reading import Numeral
from factsheet.markup import GAP, Reference
from factsheet.model import Sheet
from factsheet.passages import Passage
from factsheet.problems import Problem
from factsheet.site import Site

_GAP: Final = re.compile(GAP)
_DIGIT_BEFORE: Final = re.compile(r"\d[.,'\u2019]?\Z")
_DIGIT_AFTER: Final = re.compile(r"[.,'\u2019]?\d")
_BEFORE: Final = 40
_AFTER: Final = 30


def figures_stay_what_they_are(site: Site) -> Iterator[Problem]:
    """Report figures that read otherwise in their sentence than alone: “97 million thousand”, “nearly 1,209”."""
    for tag, path in site.sheets:
        if (site.settings.reference, path) in site.sheets:
            for passage in site.passages(tag, path):
                if passage.references:
                    yield from _changed(site, site.sheets[tag, path], passage)


def _changed(site: Site, sheet: Sheet, passage: Passage) -> Iterator[Problem]:
    loc = site.by_tag[sheet.language].numbers
    for gap, reference in zip(_GAP.finditer(passage.text), passage.references, strict=False):
        figure = _figure(site, sheet, reference)
        if figure is None:
            continue
        before = passage.text[max(gap.start() - _BEFORE, 0) : gap.start()]
        after = passage.text[gap.end() : gap.end() + _AFTER]
        shown = figure.form(reference.form)
        unit = kind_of(figure.metric).unit_id(figure.metric.measure)
        other = _other_reading(loc, (before, shown, after), unit)
        touched = _DIGIT_BEFORE.search(before) or _DIGIT_AFTER.match(after)
        if touched or other is not None:
            yield report(
                "S305",
                passage.place_of(reference),
                variant="bound" if other is not None and other.bound else "",
                metric=reference.target,
                shown=f"{before[-15:]}{shown}{after[:15]}".replace(GAP, "…").strip(" "),
            )


def _figure(site: Site, sheet: Sheet, reference: Reference) -> Figure | None:
    """The figure that stands in a gap, if it is a number."""
    found = site.resolve(sheet.path, reference.target)
    if found is None or not kind_of(found[1]).is_number or reference.form == "label":
        return None
    try:
        return site.figure(sheet.language, found[0], found[1].id)
    except LosesDigits:
        return None


def _other_reading(loc: NumberLocale, parts: tuple[str, str, str], unit: str | None) -> Numeral | None:
    """What a figure reads as in its sentence, where that is not what it reads as alone; signs are left aside."""
    before, shown, _ = parts
    alone = numerals(loc, shown, unit)
    start, end = len(before), len(before) + len(shown)
    around = [one for one in numerals(loc, "".join(parts), unit) if one.start < end and one.end > start]
    if len(alone) != 1 or len(around) != 1:
        return None
    same = abs(around[0].value) == abs(alone[0].value) and around[0].bound == alone[0].bound
    return None if same else around[0]
