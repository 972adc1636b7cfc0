"""What two texts say in words: ordinals, Roman numerals and rates ("monthly"), and which of their numbers are one."""

from collections import deque
from collections.abc import Callable, Container, Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from factsheet.checks.parity import in_pairs
from factsheet.checks.reading import ReadBlock
from factsheet.checks.senses import OPPOSED, Said, Spoken, differing, senses
from factsheet.checks.unmatched import alone, digits_alone, may_say_alone
from factsheet.checks.written import WrittenValue, is_in_order, one_per_cent
from factsheet.content.passages import literal_spans
from factsheet.content.statements.comparing import OF_TIME, PERCENT, PartialDate, Statement, StatementKind
from factsheet.content.statements.grammar import DURATIONS, grammar
from factsheet.content.statements.reader import read
from factsheet.content.statements.spelled import roman
from factsheet.content.statements.text import WORD
from factsheet.core.codes import report
from factsheet.core.patterns import LAST_LETTERS, regex
from factsheet.core.problems import Problem
from factsheet.l10n import amounts, dates
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import fold, shared, words_of
from factsheet.l10n.reading.phrases import PHRASE_ENDS, back_over_space, stands_in
from factsheet.l10n.reading.qualifiers import bound_before
from factsheet.l10n.reading.shares import ordinals_in
from factsheet.l10n.reading.stretches import stretches
from factsheet.l10n.reading.words import in_figures
from factsheet.site.site import Site

# What two texts say in words: ordinals, Roman numerals and rates ("monthly").

_YEAR: Final = regex(r"[12]\d{3}")
_LAST_ROMAN: Final = 39
"""Beyond it, capitals are rather a name: CD, XL, MC."""

_LONGEST_DENIED: Final = 12
"""How many words a sentence has whose denial is of all that it says."""


def words_agree(site: Site) -> Iterator[Problem]:
    """Report ordinals, Roman numerals and rates that differ where two corresponding blocks have as many of them."""
    for original, sheet, pairs in in_pairs(site):
        locs = site.by_tag[original.language].numbers, site.by_tag[sheet.language].numbers
        names = site.literals(original.language, original.path), site.literals(sheet.language, sheet.path)
        for pair in pairs:
            yield from _differing(locs, names, pair)


def _differing(
    locs: tuple[NumberLocale, NumberLocale], names: tuple[tuple[str, ...], ...], pair: tuple[ReadBlock, ReadBlock]
) -> Iterator[Problem]:
    if pair[0].passage.is_exempt or pair[1].passage.is_exempt:
        return
    if pair[0].passage.is_body:
        yield from digits_alone(locs[1], pair, names[0])
        yield from digits_alone(locs[0], pair[::-1], names[1])
    here, is_compared = _said(locs[0], names[0], *pair), may_say_alone(pair[0]) or may_say_alone(pair[1])
    there = _said(locs[1], names[1], *pair[::-1]) if here or is_compared else {}
    if is_compared:
        yield from alone(locs, pair, (here, there), names[0])
        yield from alone(locs[::-1], pair[::-1], (there, here), names[1])
    if not (here and there):
        return
    sides = [Spoken(loc, block.text, said) for loc, block, said in zip(locs, pair, (here, there), strict=True)]
    if denied_by_one(*sides):
        texts = {"here": pair[1].text, "there": pair[0].text}
        yield report("P217", pair[1].passage.start, **texts, other=pair[0].passage.start)
    for one, two in differing(*sides):
        other, place = (block.place(said[2]) for block, said in zip(pair, (one, two), strict=True))
        yield report("P215", place, variant="words", here=two[1], there=one[1], other=other)


def denied_by_one(one: Spoken, two: Spoken) -> bool:
    """Tell whether two short texts say one end of something, and one of them alone denies it: "full", "not full"."""
    common = one.said.keys() & two.said.keys() & OPPOSED
    if not common or {one.denies(), two.denies()} != {True, False}:
        return False
    is_short = all(
        len(words_of(each.text.lower())) <= _LONGEST_DENIED and not PHRASE_ENDS.search(each.text.rstrip(" .!?。"))
        for each in (one, two)
    )
    ends = ([said[0] for said in side.said[of]] for side in (one, two) for of in common)
    return is_short and len({tuple(end) for end in ends}) == 1


def _said(loc: NumberLocale, names: tuple[str, ...], *pair: ReadBlock) -> Mapping[str, Sequence[Said]]:
    """Give what the first block says in words, by what it is of, without its literals."""
    block = pair[0]
    every = {**senses(loc, block), "ordinal": list(_ordinals(loc, *pair)), **_parts_of_years(loc, block)}
    every = {of: said for of, said in every.items() if said}
    literal = [block.text[start:end] for start, end in literal_spans(block.text, names)] if every and names else []
    apart = ((of, [one for one in said if not any(one[1] in text for text in literal)]) for of, said in every.items())
    return {of: said for of, said in apart if said} if literal else every


def _parts_of_years(loc: NumberLocale, block: ReadBlock) -> Mapping[str, Sequence[Said]]:
    """Give the quarters and half-years that a block names: "Q3 2024"."""
    if not (fold(block.text, grammar(loc).code).digits and _YEAR.search(block.text)):
        return {}
    found, units = sorted(stretches(loc, block.text), key=str), ("quarter", "half")
    return {unit: [(str(one), dates.stretch(loc, one), 0) for one in found if one.unit == unit] for unit in units}


def _ordinals(loc: NumberLocale, block: ReadBlock, other: ReadBlock) -> Iterator[Said]:
    """Give ordinals, in words or digits, and Roman numerals, in the order of the text."""
    own = grammar(loc)
    folded = fold(block.text, own.code)
    ordinals = [one for one in block.statements if one.figure is None and _is_ordinal(loc, block.text, one)]
    found = [(one.start, one.end, int(one.value)) for one in ordinals if one.value is not None]
    if not own.lex.language.ordinal_words.keys().isdisjoint(folded.words):
        found += ordinals_in(own.lex, folded.lower)
    found += [(one.start, one.end, int(one.value)) for one in roman(folded.plain) if one.value <= _LAST_ROMAN]
    if not found:
        return
    parts = {one.value for one in other.statements if one.kind is StatementKind.FRACTION}
    taken = [
        (one.start, one.end)
        for one in block.statements
        if not (_is_ordinal(loc, block.text, one) or _is_ordinal_too(loc, block.text, one, parts))
    ]
    last = 0
    for start, end, value in sorted(found):
        is_taken = any(shared((start, end), one) for one in taken)
        if start >= last and not is_taken:
            last = end
            yield value, block.text[start:end], start


def _is_ordinal(loc: NumberLocale, text: str, one: Statement) -> bool:
    """Tell an ordinal, and a number that others say with one: Romanian "locul șase", sixth place."""
    return one.kind is StatementKind.ORDINAL or is_in_order(loc, text, one.start)


def _is_ordinal_too(loc: NumberLocale, text: str, one: Statement, parts: Container[Decimal | None]) -> bool:
    """Tell a part that is an ordinal, where the other text says no such part: "a third victim", not "a third of"."""
    own = grammar(loc)
    is_part = one.kind is StatementKind.FRACTION and one.text.lower() in own.lex.language.ordinal_words
    return is_part and one.value not in parts and own.parts_of.after(text, one.end + 1) is None


_LENGTHS: Final = {
    **{name: ("seconds", size) for name, size in (("second", 1), ("minute", 60), ("hour", 3600), ("day", 86_400))},
    **{name: ("seconds", size * 604_800) for name, size in (("week", 1), ("fortnight", 2))},
    **{name: ("months", size) for name, size in (("month", 1), ("quarter", 3), ("year", 12), ("decade", 120))},
    "century": ("months", 1200),
}


def is_reworded(locs: Sequence[NumberLocale], item: WrittenValue, text: str, said: Sequence[WrittenValue]) -> bool:
    """Tell whether a text says a number or a date of another language after all; `said` is what it has in digits.

    It may in words, as often as the other, in another unit, or a year less often. `locs`: the other's, and its own.
    """
    loc = locs[1]
    if item.is_of_time and any(item.is_equal(one) or _is_decade(item, one) for one in said):
        return True
    if not isinstance(item.value, Decimal):
        return _is_day_in_words(loc, item.value, text)
    plain, own = in_figures(loc, one_per_cent(loc, text)), item.statement
    again = read(loc, plain) if plain != text else ()
    is_long = own.unit in DURATIONS or own.kind in OF_TIME
    if is_long and _is_as_long(loc, own, text, (*again, *(each.statement for each in said))):
        return True
    meant = (item.value, own.unit, own.currency)
    sides = (again, read(locs[0], in_figures(locs[0], item.block.text)))
    times, here = ([(one.value, one.unit, one.currency) for one in each].count(meant) for each in sides)
    written = ((one.statement.value, one.statement.unit) for one in said)
    return 0 < times >= here or any(amounts.are_one((own.value, own.unit), amount) for amount in written)


def _is_day_in_words(loc: NumberLocale, value: PartialDate, text: str) -> bool:
    """Tell whether a text says the day of a date in words, or as "9/11": "le premier décembre", "zestien september"."""
    plain, (_, month, day_of) = fold(text, loc.code).plain, value
    if day_of and month and (stands_in(plain, f"{month}/{day_of}") or stands_in(plain, f"{day_of}/{month}")):
        return True  # "since 9/11"
    days = (one for one in ordinals_in(grammar(loc).lex, plain.lower()) if one[2] == day_of)
    every = (plain, *(f"{plain[:start]}{day}{plain[end:]}" for start, end, day in days))
    return any(value in one.dates for said in every for one in read(loc, in_figures(loc, said)))


def _is_as_long(loc: NumberLocale, own: Statement, text: str, read_there: Sequence[Statement]) -> bool:
    same = _length(own)
    is_named = same is not None and any(_length(one) == same for one in read_there)
    in_order = ordinals_in(grammar(loc).lex, text.lower()) if own.kind is StatementKind.AGE else ()
    return is_named or own.value in {*_in_one_word(loc, text), *(value for *_, value in in_order)}  # "في الثامنة عشرة"


def _is_decade(item: WrittenValue, other: WrittenValue) -> bool:
    """Tell whether another text names the decade of a year, also by its tens alone ("the 60s"), or one that it ends."""
    if other.statement.kind is not StatementKind.NAME or not isinstance(item.value, Decimal) or item.value % 10:
        return False
    is_next = item.value - 10 == other.value and not other.statement.text.isdecimal()  # "tra il 1850 e il 1860"
    return is_next or item.value % 100 == other.value


def _length(one: Statement) -> tuple[str, Decimal] | None:
    """A length of time in months or in seconds, so that two decades are 20 years, and 14 days two weeks."""
    of, size = _LENGTHS.get(one.unit or "", ("", 0))
    return (of, one.value * size) if of and one.value is not None else None


def _in_one_word(loc: NumberLocale, text: str) -> Iterator[Decimal]:
    """The numbers that are one word with a length of time: German "zweimonatig", "Achtzehnjährige"."""
    stems = grammar(loc).own.joined_durations
    for word in WORD.findall(text.lower()) if stems else ():
        at = next((place for stem in stems if (place := word.find(stem)) > 1), 0)
        yield from (one.value for one in read(loc, word[:at]) if one.value is not None) if at else ()


# Which numbers and dates of two texts are one, and what of a pair one text alone limits.

Pairs = list[tuple[WrittenValue, WrittenValue]]


def matched(
    mine: Sequence[WrittenValue], other: Sequence[WrittenValue]
) -> tuple[Pairs, list[WrittenValue], list[WrittenValue]]:
    """Pair what is equal, the likest first; give the pairs in the order of the first, and what is left of both."""
    pairs: Pairs = []
    left, right = list(mine), list(other)
    for likeness in _LIKENESS:
        if left and right:
            pairs += _paired(left, right, likeness)
            done = {id(one) for pair in pairs for one in pair}
            left, right = ([one for one in side if id(one) not in done] for side in (left, right))
    for one in [one for one in left if one.is_date][:_MOST_DATES]:
        found = next((two for two in right[:_MOST_DATES] if two.is_date and one.is_equal(two)), None)
        if found is not None:
            pairs.append((one, found))
            left.remove(one)
            right.remove(found)
    return sorted(pairs, key=lambda pair: at_digits(pair[0])), left, right


def _paired(
    left: Sequence[WrittenValue], right: Sequence[WrittenValue], likeness: Callable[[WrittenValue], Hashable]
) -> Iterator[tuple[WrittenValue, WrittenValue]]:
    waiting: dict[Hashable, deque[WrittenValue]] = {}
    for two in right:
        waiting.setdefault(likeness(two), deque()).append(two)
    for one in left:
        equal = waiting.get(likeness(one))
        if equal:
            yield one, equal.popleft()


def _likely(item: WrittenValue) -> tuple[object, ...]:
    return item.value, item.is_needed, item.statement.figure is None


_MOST_DATES: Final = 100
"""How many dates are compared each with each: those that lack a part, such as the year."""

_LIKENESS: Final[tuple[Callable[[WrittenValue], Hashable], ...]] = (
    lambda one: (*_likely(one), unit_of(one), one.statement.bound, one.statement.word),
    lambda one: (*_likely(one), unit_of(one)),
    _likely,
    lambda one: (one.value, one.statement.word),
    lambda one: one.value,
)
"""What two items must have in common to be a pair, from the likest to the least: the value always."""


def unit_of(item: WrittenValue) -> tuple[str | None, str | None]:
    """What an amount is of: its currency and its unit."""
    return item.statement.currency, item.statement.unit


def at_digits(item: WrittenValue) -> tuple[int, int]:
    """Where something stands in its text."""
    return item.block.passage.index, item.statement.digits[0]


def is_limited_alone(locs: Sequence[NumberLocale], pair: Sequence[WrittenValue]) -> bool:
    """Whether one text alone says more or less than: not "run over 100 metres", nor where one says "to"."""
    bounds = [one.statement.bound for one in pair]
    if (bounds[0] is None) is (bounds[1] is None):
        return False
    free = bounds.index(None)
    limited, bound = pair[1 - free], pair[1 - free].statement.bound
    if bound == "up-to":
        word = pair[free].block.text[: pair[free].statement.start].lower().split()[-1:]
        return grammar(locs[free]).to.isdisjoint(word) and not any(one.statement.is_end for one in pair)
    return bound in {"at-least", "under"} or (bound == "over" and not _may_be_a_way(locs[1 - free], limited))


def _may_be_a_way(loc: NumberLocale, item: WrittenValue) -> bool:
    """Whether "over" may say how far or how long something went on: "rain over 3 days", but not "for over 3 days"."""
    own, one, text = grammar(loc), item.statement, item.block.text.lower()
    found = bound_before(own.lex, text, one.start)
    if one.kind is StatementKind.AGE or one.unit in {None, PERCENT} or found is None:
        return False
    end = back_over_space(text, found[1])
    last = LAST_LETTERS.search(text, 0, end)
    if last is None:
        return text[end - 1 : end] not in {"(", ","}
    return last[0] not in {*own.stops, *own.skipped} and own.frames.before(text, end) is None
