"""What a text says with its numbers, piece by piece, so that two languages can be compared."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from factsheet.checks.reading import ReadBlock, blocks
from factsheet.content.passages import literal_spans
from factsheet.content.statements import PartialDate, Statement, StatementKind
from factsheet.l10n.cldr import NumberLocale
from factsheet.problems import Place
from factsheet.records import dataclass
from factsheet.site.site import Site

_NEEDED: Final = frozenset(
    (
        StatementKind.COUNT,
        StatementKind.DOUBT,
        StatementKind.YEAR,
        StatementKind.DATE,
        StatementKind.AGE,
        StatementKind.DURATION,
        StatementKind.RATE,
    )
)
"""Kinds of which every language tells; names, times and ordinals are written in each its own way."""


@dataclass(frozen=True, slots=True, eq=False)
class WrittenValue:
    """A number or a date in a text."""

    block: ReadBlock
    statement: Statement
    value: Decimal | PartialDate
    is_needed: bool
    """Whether the other language must tell of it too: not what is declared, in words, or part of a name."""

    @property
    def is_date(self) -> bool:
        """Whether it is a date or a month, and no number."""
        return not isinstance(self.value, Decimal)

    @property
    def place(self) -> Place:
        """Where it stands."""
        figure = self.statement.figure
        if figure is not None and (reference := self.block.shown[figure].reference):
            return self.block.passage.place_of(reference)
        return self.block.passage.place(self.block.offset(self.statement.start))

    def is_equal(self, other: "WrittenValue") -> bool:
        """Whether the other says the same: the same number, or a date that contradicts in no part."""
        if isinstance(self.value, Decimal) or isinstance(other.value, Decimal):
            return self.value == other.value
        return all(one == two or None in {one, two} for one, two in zip(self.value, other.value, strict=True))


def items(site: Site, tag: str, path: str) -> dict[int, list[WrittenValue]]:
    """What each passage of a sheet says in a language, by the `id` of the passage, in the order of the text."""
    loc = site.by_tag[tag].numbers
    others = tuple(language.numbers for language in site.languages if language.tag != tag)
    literals = site.literals(tag, path)
    return {id(block.passage): list(_of_block(loc, others, literals, block)) for block in blocks(site, tag, path)}


def _of_block(
    loc: NumberLocale, others: tuple[NumberLocale, ...], literals: tuple[str, ...], block: ReadBlock
) -> Iterator[WrittenValue]:
    if not block.statements or block.passage.is_exempt:
        return
    spans = literal_spans(block.text, literals)
    for one in block.statements:
        if one.figure is None and one.overlaps(spans):
            continue
        is_needed = one.figure is None and not one.word and one.kind in _NEEDED
        for value in one.dates or _value(loc, others, block, one):
            yield WrittenValue(block, one, value, is_needed)


def _value(
    loc: NumberLocale, others: tuple[NumberLocale, ...], block: ReadBlock, one: Statement
) -> tuple[Decimal, ...]:
    """The value of a statement, as the other language means it where only that makes sense of it."""
    if one.value is None:
        return ()
    foreign = block.foreign(loc, others, one)
    return (foreign.value if foreign else one.value,)
