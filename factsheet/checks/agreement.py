"""Figures and dates that are written out in one language's text have their equals in every other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from factsheet.checks.counterparts import Counterparts
from factsheet.content.passages import Passage, bare_dates, bare_numerals
from factsheet.l10n.reading import foreign_reading
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site

Key = tuple[str, Decimal | date | tuple[int, int]]
"""What is compared: a number, a percentage or a date, and its value."""


@dataclass(frozen=True, slots=True)
class Item:
    """A figure or a date that a text writes out."""

    key: Key
    text: str
    passage: Passage
    offset: int

    @property
    def is_date(self) -> bool:
        """Whether it is a date or a month, and no number."""
        return self.key[0] == "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """All that one text writes out; numbers in words count as equals, but need none of their own."""

    file: str
    items: list[Item]
    keys: frozenset[Key]
    """What `items` stand for."""
    words: set[Decimal]

    def lacks(self, item: Item) -> bool:
        """Whether the text has no equal of another text's item."""
        return item.key[1] not in self.words and item.key not in self.keys


def written_figures_agree(site: Site) -> Iterator[Problem]:
    """Report figures, years and dates that stand in the text of one language and not in that of another."""
    for path in site.paths:
        original = site.original(path)
        mine = _written(site, original.language, path)
        for sheet in site.translations(path):
            other = _written(site, sheet.language, path)
            if mine.items or other.items:
                pairs = Counterparts(site.passages(original.language, path), site.passages(sheet.language, path))
                yield from _compared(mine, other, pairs)


def _written(site: Site, tag: str, path: str) -> Written:
    loc = site.by_tag[tag].numbers
    others = [language.numbers for language in site.languages if language.tag != tag]
    literals = site.literals(tag, path)
    items: list[Item] = []
    words: set[Decimal] = set()
    for passage in site.passages(tag, path):
        for one in bare_numerals(loc, passage, literals):
            if one.word:
                words.add(one.value)
                continue
            foreign = foreign_reading(loc, others, passage.text, one)
            value = foreign.value if foreign else one.value
            if value not in site.metrics_by_value:
                kind = "percent" if one.percent else "number"
                items.append(Item((kind, value), one.text, passage, one.start))
        items += [
            Item(("date", mention.value), mention.text, passage, mention.start)
            for mention in bare_dates(loc, passage, literals)
            if not isinstance(mention.value, int)
        ]
    return Written(
        file=site.sheets[tag, path].file, items=items, keys=frozenset(item.key for item in items), words=words
    )


def _compared(mine: Written, other: Written, pairs: Counterparts) -> Iterator[Problem]:
    """Report what differs: in the translation where both write something, else where it is written."""
    lost = [item for item in mine.items if other.lacks(item)]
    for item in other.items:
        if not mine.lacks(item):
            continue
        counterpart = pairs.of(item.passage)
        twin = next((one for one in lost if one.passage is counterpart and one.is_date == item.is_date), None)
        if twin is not None:
            lost.remove(twin)
        yield _reported(item, _where(mine, counterpart, twin), twin)
    for item in lost:
        yield _reported(item, _where(other, pairs.near(item.passage), None), None)


def _where(written: Written, counterpart: Passage | None, twin: Item | None) -> str:
    if twin is not None:
        return str(twin.passage.place(twin.offset))
    return str(counterpart.start) if counterpart else written.file


def _reported(item: Item, other: str, twin: Item | None) -> Problem:
    return report(
        "P205" if item.is_date else "P204",
        item.passage.place(item.offset),
        variant="differs" if twin else "",
        here=item.text,
        there=twin.text if twin else "",
        other=other,
    )
