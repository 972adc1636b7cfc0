"""Equal numbers of two texts that the words around them make others of: ten times so many, so many a day."""

from collections.abc import Iterator, Sequence
from typing import Final

from factsheet.checks.contrary import may_be_denied
from factsheet.checks.written import WrittenValue
from factsheet.content.statements.comparing import PERCENT, POINTS
from factsheet.content.statements.grammar import grammar
from factsheet.core.codes import report
from factsheet.core.patterns import LETTERS
from factsheet.core.problems import Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.rates import denominators, denominators_before

Pairs = Sequence[tuple[WrittenValue, WrittenValue]]

_SHOWN: Final = 80
_SHARES: Final = frozenset((PERCENT, POINTS))
_NO_RATES: Final = frozenset(("percent", "point", "dot"))
"""What the words of a rate may mean that is none: "took a point", "100 USD per user"."""


def multiplied(locs: Sequence[NumberLocale], pairs: Pairs) -> Iterator[Problem]:
    """Report equal numbers that words make others of in one text alone: "ten times 125", "half of the 47"."""
    for pair in pairs:
        changed = [each for each in pair if each.statement.changes and not each.block.shown]
        if len(changed) == 1 and not any(each.statement.word or each.statement.kind.is_time for each in pair):
            [said] = changed
            other, words = pair[said is pair[0]], said.statement.changes[0]
            is_alone = other.statement.figure is None and not any(one.changes for one in other.block.statements)
            if is_alone and not may_be_denied(locs[said is pair[1]], words):  # that is compared by sentences
                yield report(
                    "P218", said.place, words=words, metric=other.statement.text[:_SHOWN], other=str(other.place)
                )


def rated(locs: Sequence[NumberLocale], pairs: Pairs) -> Iterator[Problem]:
    """Report equal numbers that are per different things, or per a day or a tonne that the other text does not name."""
    for pair in pairs:
        if any(each.statement.figure is not None or each.statement.kind.is_time for each in pair):
            continue
        there, here = map(_per, locs, pair)
        lone = not (here and there) and any(each.statement.unit in _SHARES for each in pair)
        lone = lone or (bool(here) is not bool(there) and _names(locs[not here], pair[not here], here | there))
        if here.isdisjoint(there) and (here or there) and not lone:
            texts = [
                f"{each.statement.text} / {min(per, default='—')}"
                for each, per in zip(pair, (there, here), strict=True)
            ]
            yield report("P215", pair[1].place, here=texts[1], there=texts[0], other=str(pair[0].place))


def is_rate_apart(locs: Sequence[NumberLocale], pair: Sequence[WrittenValue]) -> bool:
    """Tell whether two units are one that a text says in two places: "saatte 70 km" is 70 km/h."""
    for loc, one, other in zip(locs, pair, pair[::-1], strict=True):
        unit, _, per = (other.statement.unit or "").partition("-per-")
        if per and one.statement.unit in {unit, None}:
            text, start = one.block.text, one.statement.start
            return per in {*denominators(loc, text, one.statement.end), *denominators_before(loc, text, start)}
    return False


def _per(loc: NumberLocale, item: WrittenValue) -> frozenset[str]:
    """What a number is per: units alone, no other numbers."""
    found = {*denominators(loc, item.block.text, item.statement.end), (item.statement.unit or "").partition("-per-")[2]}
    return frozenset(one for one in found if isinstance(one, str) and one not in _NO_RATES and one[:1].isalpha())


def _names(loc: NumberLocale, item: WrittenValue, units: frozenset[str]) -> bool:
    """Whether the text of a number names one of some units, in whatever way it says a rate: "im Jahr", "annual"."""
    own, lower = grammar(loc), item.block.text.lower()
    known = (own.units.after(lower, word.start()) for word in LETTERS.finditer(lower))
    rates = {unit for word, unit in own.lex.language.per_units.items() if word in lower}
    return not units.isdisjoint({*rates, *(hit[0] for hit in known if hit)})
