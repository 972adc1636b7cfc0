"""What a text says with its numbers and dates is said in every language: the same, of the same, in the same order."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import chain
from typing import Final

from factsheet.checks.contrary import Locales, contradictions, crossing, limits_turned
from factsheet.checks.parity import Counterparts, counterparts
from factsheet.checks.senses import is_contrary
from factsheet.checks.unmatched import is_rate_apart, multiplied, rated
from factsheet.checks.worded import Pairs, at_digits, is_limited_alone, is_reworded, matched, unit_of
from factsheet.checks.written import NAMES, WrittenValue, items
from factsheet.content.model import LOWER_BOUNDS, UPPER_BOUNDS
from factsheet.content.statements.comparing import SHARES, Statement, StatementKind, in_short
from factsheet.content.statements.grammar import DURATIONS, grammar, unit_name
from factsheet.content.statements.language import sentences
from factsheet.core.codes import report
from factsheet.core.patterns import LETTERS
from factsheet.core.problems import Problem
from factsheet.core.records import NamedTuple
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.currencies import is_in
from factsheet.l10n.reading.shares import ordinals_in
from factsheet.l10n.reading.units import units_of
from factsheet.site.site import Site

_ALIKE: Final = (
    frozenset(LOWER_BOUNDS),
    frozenset(UPPER_BOUNDS),
    frozenset(("nearly", "about")),
    frozenset(("nearly", "under")),
    frozenset(("nearly", "up-to")),
)
"""Bounds that translators take for each other."""

_NEAR: Final = 30
"""How far apart a number and an ordinal may stand that are one, in characters, and a tenth of the text besides."""
_YEARS: Final = frozenset(("year",))
_BOUNDLESS: Final = NAMES - {StatementKind.ORDINAL}  # "over 40 years" beside "the 40th anniversary"
_AGES: Final = frozenset((None, "year"))


def written_figures_agree(site: Site) -> Iterator[Problem]:
    """Report numbers and dates that one language writes otherwise than another, of something else, or not at all."""
    for path in site.paths:
        original = site.original(path)
        mine = items(site, original.language, path)
        for sheet in site.translations(path):
            theirs = items(site, sheet.language, path)
            if any(mine.values()) or any(theirs.values()):
                pairs = counterparts(site, original, sheet)
                locs = site.by_tag[original.language].numbers, site.by_tag[sheet.language].numbers
                yield from _Comparison(locs, (original.file, sheet.file), pairs, mine, theirs).problems()


class _Comparison(NamedTuple):
    """Two texts of one sheet: what each passage of them says, by its `id`."""

    locs: Locales
    files: tuple[str, str]
    counterparts: Counterparts
    mine: dict[int, list[WrittenValue]]
    theirs: dict[int, list[WrittenValue]]

    def problems(self) -> Iterator[Problem]:
        """Compare block by block; what is left over may stand in another block."""
        lost: list[WrittenValue] = []
        surplus: list[WrittenValue] = []
        for ours, theirs, is_pair in self.counterparts.groups:
            # A correction that one language lacks is told elsewhere.
            mine = list(chain.from_iterable(self.mine[id(one)] for one in ours if is_pair or not one.is_exempt))
            other = list(chain.from_iterable(self.theirs[id(one)] for one in theirs if is_pair or not one.is_exempt))
            if not (mine or other):
                continue
            pairs, left, right = matched(mine, other)
            lost += left
            surplus += right
            yield from self._differing(pairs)
            if is_pair:
                yield from multiplied(self.locs, pairs)
                yield from rated(self.locs, pairs)
                yield from self._said_otherwise(pairs, left, right)
        pairs, lost, surplus = matched(lost, surplus)
        for one, two in pairs:
            if one.is_needed and two.is_needed:
                yield report("P211", two.place, here=_text(two), there=_text(one), other=one.place)
        yield from self._left(lost, surplus)

    def _said_otherwise(self, pairs: Pairs, *sides: Sequence[WrittenValue]) -> Iterator[Problem]:
        """Report what two corresponding blocks say otherwise though their digits agree: in words, order or sense."""
        words = [[one for one in side if one.statement.word and one.value != 1] for side in sides]
        if words[0] != words[1] and not (words[0] and words[1]):
            at = 0 if words[0] else 1  # its "both" may stand for a two that the other text says of something else
            spare = (pair[1 - at] for pair in pairs if self._is_couple(pair, at))
            words[1 - at] = [two for two in spare if two.value != words[at][0].value]
            yield from () if words[1 - at] else self._in_order(words[at], sides, at)
        if all(words):
            for one, two in zip(*words, strict=False):
                yield report("P215", two.place, here=_text(two), there=_text(one), other=one.place)
        digits = (pair for pair in pairs if not any(one.statement.word for one in pair))
        in_digits = [pair for pair in digits if not all(map(_is_glued, pair))]
        moved = crossing(in_digits)
        if moved is not None:
            here, there, own = moved
            yield report("P208", here.place, here=_text(here), there=_text(there), other=own.place)
        elif len({grammar(loc).own.verb_last for loc in self.locs}) == 1:  # both order their sentences alike
            yield from self._moved(in_digits)
        yield from limits_turned(self.locs, pairs)
        yield from contradictions(self.locs, sorted(pairs, key=lambda pair: pair[0].is_of_time), is_contrary)

    def _in_order(
        self, words: Sequence[WrittenValue], sides: Sequence[Sequence[WrittenValue]], at: int
    ) -> Iterator[Problem]:
        """Report a number in words where the other text has only ordinals of other numbers: "four times", "a șasea"."""
        word, there = words[0], self.counterparts.of(words[0].block.passage)
        own, other = (grammar(loc).lex for loc in (self.locs if at == 0 else self.locs[::-1]))
        if there is None or word.statement.unit in SHARES or word.statement.kind is StatementKind.FRACTION:
            return
        here = {value for *_, value in ordinals_in(own, word.block.text.lower())} | {one.value for one in sides[at]}
        place, size = word.statement.start / len(word.block.text), len(there.text)
        said = [one for one in ordinals_in(other, there.text.lower()) if abs(one[0] - place * size) < _NEAR + size / 10]
        others = [there.text[start:end] for start, end, value in said if value > 1 and value not in here]
        if others and all(value != word.value for *_, value in said):
            yield report("P215", word.place, here=_text(word), there=others[0], other=there.start)

    def _is_couple(self, pair: tuple[WrittenValue, WrittenValue], at: int) -> bool:
        """Whether one of two equal numbers is "both" or the like, and the other is one in words."""
        couples = (sentences(loc.code).couples for loc in self.locs)
        said = [one.statement.text.lower() in words for one, words in zip(pair, couples, strict=True)]
        return said[at] and not said[1 - at] and pair[1 - at].statement.word

    def _differing(self, pairs: Pairs) -> Iterator[Problem]:
        """Report equal numbers that are of something else: another currency, unit or bound."""
        units = {(unit_of(one), unit_of(two)) for one, two in pairs}
        for one, two in pairs:
            if not one.is_date:
                is_exchange = (unit_of(two), unit_of(one)) in units and not any(map(_is_slashed, (one, two)))
                is_shown = one.statement.figure is not None and two.statement.figure is not None
                code = "P209" if is_shown and _is_bounded_alone(one, two) else ""
                if not is_shown:
                    code = _difference(self.locs[1], one.statement, two.statement, is_exchange=is_exchange)
                code = "" if code == "P209" and is_rate_apart(self.locs, (one, two)) else code
                is_weak = code == "P210" and is_limited_alone(self.locs, (one, two))
                is_named = not code and not NAMES.isdisjoint((one.statement.kind, two.statement.kind))
                code = "P215" if is_weak or (is_named and self._is_of_other_time(one, two)) else code
                if code:
                    read, there = in_short(self.locs[1], two.statement), in_short(self.locs[0], one.statement)
                    here, other = (read, there) if code == "P215" else (_text(two), _text(one))
                    said = {"here": here, "read": read, "there": other, "meant": there, "other": one.place}
                    yield report(code, two.place, variant="shown" if is_shown and code == "P209" else "", **said)

    def _is_of_other_time(self, *pair: WrittenValue) -> bool:
        """Whether two numbers, one of them a name, are of other units of time: "52 hours", "minutul 52"."""
        one, two = (_times(loc, item) for loc, item in zip(self.locs, pair, strict=True))
        if any(item.statement.kind is StatementKind.ORDINAL for item in pair):  # "the 40th anniversary" of 40 years
            is_length = any(item.statement.unit for item in pair)
            one, two = (one or _YEARS, two or _YEARS) if is_length else (one, frozenset())
        return bool(one and two) and one.isdisjoint(two)

    def _moved(self, pairs: Pairs) -> Iterator[Problem]:
        """Report numbers of one unit, or dates, in another order, the first of a block; units tell the others."""
        sorts: dict[Hashable, Pairs] = {}
        for pair in pairs:
            sorts.setdefault(_sort(pair), []).append(pair)
        for order in sorts.values():
            rank = {id(one): number for number, (one, _) in enumerate(order)}
            last: tuple[WrittenValue, WrittenValue] | None = None
            for one, two in sorted(order, key=lambda pair: at_digits(pair[1])):
                if last is not None and rank[id(one)] < rank[id(last[0])] and not one.is_equal(last[0]):
                    yield report("P208", last[1].place, here=_text(last[1]), there=_text(two), other=one.place)
                    break
                last = (one, two)

    def _left(self, lost: list[WrittenValue], surplus: list[WrittenValue]) -> Iterator[Problem]:
        """Report what has no equal: in the translation where both write something, else where it is written."""
        lost = [item for item in lost if item.is_needed and not self._is_said_otherwise(item)]
        for item in surplus:
            if item.is_needed and not self._is_said_otherwise(item):
                counterpart = self.counterparts.of(item.block.passage)
                alike = [one for one in lost if one.block.passage is counterpart]
                twin = next((one for one in alike if one.is_of_time is item.is_of_time), None)
                if twin is not None:
                    lost.remove(twin)
                other = str(twin.place if twin else counterpart.start if counterpart else self.files[0])
                yield _unequal(item, twin, other)
        for item in lost:
            near = self.counterparts.near(item.block.passage)
            yield _unequal(item, None, str(near.start) if near else self.files[1])

    def _is_said_otherwise(self, item: WrittenValue) -> bool:
        """Tell what the other language says in words ("half an hour"), or a year that it says, only not as often."""
        there = self.counterparts.of(item.block.passage)
        if there is None:
            return False
        said = self.mine.get(id(there)) or self.theirs.get(id(there), [])
        locs = self.locs if id(there) in self.theirs else self.locs[::-1]
        return is_reworded(locs, item, there.text, said)


def _is_bounded_alone(one: WrittenValue, two: WrittenValue) -> bool:
    """Tell whether one language alone gives the bound of a figure: "over 17,000" beside "17.000".

    The other leaves it out by its reference: the word for it may be one that is not read in its language.
    """
    sides = [(each.statement.bound, each.block.shown[each.statement.figure or 0]) for each in (one, two)]
    figure, bounds = sides[0][1].figure, {bound for bound, _ in sides}
    own = figure.metric.bound if figure and sides[0][1].is_number else "exact"
    is_left_out = any(bound is None and shown.reference.form == "number" for bound, shown in sides)
    return own not in {"exact", "about"} and is_left_out and own in bounds and one.value == two.value


def _difference(loc: NumberLocale, one: Statement, two: Statement, *, is_exchange: bool) -> str:
    """The code for two equal numbers that are of something else; empty where they agree, or may.

    A unit that one of them lacks is mostly left out; not so where the texts give the same units to other numbers.
    What limits a year ("by 2030") is no bound of an amount: `limits_turned` compares it.
    """
    bound, other = (None, None) if one.kind.is_time or {one.kind, two.kind} & _BOUNDLESS else (one.bound, two.bound)
    both = ((two, one), (one, two)) if one.currency and two.currency else ()
    if both and not any(is_in(loc, each.text, each.currency, other.currency) for each, other in both):
        return "P209"
    if bool(one.currency) != bool(two.currency) and is_exchange and (two if one.currency else one).nouns:
        return "P215"
    units, of_age = {one.unit, two.unit}, StatementKind.AGE in {one.kind, two.kind}
    if one.unit != two.unit and (is_exchange or None not in units or units & SHARES or (of_age and units - _AGES)):
        return "P209"
    if bound and other and bound != other and not any({bound, other} <= each for each in _ALIKE):
        return "P215" if "about" in {bound, other} else "P209"  # "around 700,000" may be over it
    is_alone = bool(one.currency) != bool(two.currency) or bool(bound) != bool(other)
    return "P210" if is_alone and not (one.word and two.word) else ""


def _times(loc: NumberLocale, item: WrittenValue) -> frozenset[str]:
    """The units of time that a number is of, or a name by the word beside it."""
    one, text = item.statement, item.block.text
    words = [*LETTERS.findall(text[: one.start])[-1:], *one.nouns[:1]] if one.unit is None else ()
    return DURATIONS & {one.unit, *(unit_name(unit) for word in words for unit in units_of(loc, word, 0))}


def _sort(pair: tuple[WrittenValue, WrittenValue]) -> tuple[bool, bool, str | None, str | None]:
    """What has an order of its own: amounts of one unit, dates and years, clock times, and names with digits."""
    is_name = all(item.statement.kind in NAMES for item in pair)
    return any(item.is_of_time for item in pair), is_name, *unit_of(pair[0])


def _is_slashed(item: WrittenValue) -> bool:
    """Whether a slash joins a number to another, with which it shares what it is of: "$367.90/368.60"."""
    text, one = item.block.text, item.statement
    return "/" in {text[one.start - 1 : one.start], text[one.end : one.end + 1]}


def _is_glued(item: WrittenValue) -> bool:
    """Whether a name has its digits in a word, so that its place says nothing: "IPv6", "5G"."""
    one, text = item.statement, item.block.text
    return one.kind is StatementKind.NAME and any(map(str.isalpha, text[max(0, one.start - 1) : one.end + 1]))


def _text(item: WrittenValue) -> str:
    return item.statement.text


def _unequal(item: WrittenValue, twin: WrittenValue | None, other: str) -> Problem:
    code, variant = "P205" if item.is_date else "P204", "differs" if twin else ""
    return report(code, item.place, variant=variant, here=_text(item), there=_text(twin) if twin else "", other=other)
