"""What one text alone says: beside a figure, in a title, or of equal numbers that its words make others of."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final

from factsheet.checks.contrary import Pairs, may_be_denied
from factsheet.checks.reading import ReadBlock, Shown, is_called_rate, is_relative
from factsheet.checks.senses import Said, has_sense, senses_of_text
from factsheet.checks.written import NAMES, WrittenValue
from factsheet.content.kinds import Kind, kind_of
from factsheet.content.passages import literal_spans
from factsheet.content.statements.comparing import SHARES, PartialDate, Statement, StatementKind, is_one_day
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.reader import read
from factsheet.content.statements.spelled import roman
from factsheet.core.codes import report
from factsheet.core.patterns import LETTERS, regex
from factsheet.core.problems import Problem
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import TimeOfDay
from factsheet.l10n.reading.digits import roman_value
from factsheet.l10n.reading.fold import words_of
from factsheet.l10n.reading.phrases import PHRASE_ENDS, skip_space
from factsheet.l10n.reading.rates import PERSON, denominators, denominators_before
from factsheet.l10n.reading.shares import ordinals_in
from factsheet.l10n.reading.stretches import stretches
from factsheet.l10n.reading.times import durations
from factsheet.l10n.reading.words import in_figures
from factsheet.site.figures import Figure

# What one text alone says beside a figure, in words or in a title, and the corresponding one does not.

_OF_YEARS: Final = frozenset(("month", "season", "era"))
_OF_NUMBERS: Final = frozenset(("depth",))
_OF_PLACES: Final = frozenset(("place",))
_OF_TIMES: Final = frozenset(("hour", "part"))
_MAY_BE_TIMES: Final = frozenset((StatementKind.TIME, StatementKind.NAME, StatementKind.ORDINAL, StatementKind.COUNT))
_OF_TITLES: Final = ("magnitude", "money")
_OF_DAYS: Final = ("weekday", "month")
_TITLES: Final = ("title", "summary")
_NUMBERS: Final = frozenset((StatementKind.COUNT, StatementKind.DURATION))
_OF_NOTES: Final = ("[", "^")
_DIGITS: Final = regex(r"[0-9]{1,18}")
_LETTER: Final = regex(r"(?<![^\W_])[IVX](?![^\W_])")
_SHOWN: Final = 60
_BETWEEN: Final = 5
_LEAD: Final = 40
_HALF_DAY: Final = 12


def may_say_alone(block: ReadBlock) -> bool:
    """Tell quickly whether a block is a title, or one of the body that has a figure or a number in words."""
    if not block.passage.is_body:
        return block.passage.key.endswith(_TITLES)
    return bool(block.shown) or any(one.word or one.kind is StatementKind.TIME for one in block.statements)


def alone(
    locs: tuple[NumberLocale, ...],
    pair: tuple[ReadBlock, ...],
    said: tuple[Mapping[str, Sequence[Said]], ...],
    literals: Iterable[str],
) -> Iterator[Problem]:
    """Report what the first block alone says right beside a figure: "March 1969", "below sea level", "per base"."""
    block, (here, there), other = pair[0], said, pair[1].passage.start
    found = next(_numbers_alone(locs, pair), None) or next(_times_alone(pair, there), None)
    if found is None and block.passage.key.endswith(_TITLES):
        found = next(_scales_alone(locs[1], here, there), None)
    spans = literal_spans(block.text, literals) if found is not None else []
    if found is not None and not any(start <= found[1] < end for start, end in spans):
        texts = {"words": found[0], "metric": f"“{pair[1].text[:_SHOWN]}”"}
        yield report("P218", block.place(found[1]), **texts, other=other)
    for _, shown, figure in block.figures:
        kind = kind_of(figure.metric)
        senses_here = (of for of in here if of in _senses_of(kind))
        lone = (said for of in senses_here if of not in there and has_sense(locs[1], of) for said in here[of])
        words = next((one[1] for one in lone if _is_beside(block, shown, one[2], len(one[1]))), None)
        words = _apart(locs, pair, shown, figure) if kind.is_number and words is None else words
        if words is not None:
            yield report("P218", block.place_of(shown), words=words, metric=figure.metric.id, other=other)


def _numbers_alone(locs: tuple[NumberLocale, ...], pair: tuple[ReadBlock, ...]) -> Iterator[tuple[str, int]]:
    """Give parts and multiples in words where the second block has no number that may say them, nor a share.

    So are all numbers in words of a title or a summary, which has few words.
    """
    here, there = pair
    is_title = here.passage.key.endswith(_TITLES)
    shown, others = ({item.reference.target for item in block.shown} for block in pair)
    other = grammar(locs[1])
    is_read = other.lex.language.numbers.small or other.own.compound  # number words are read in few languages
    for one in here.statements if others <= shown and is_read else ():
        is_part = one.kind is StatementKind.FRACTION and _has_whole(locs[0], here.text, one)
        is_said = is_part or one.kind is StatementKind.MULTIPLE or (is_title and one.kind in _NUMBERS)
        if one.word and is_said and one.value != 1 and one.figure is None:
            if any(one.text.lower() in change for each in here.statements for change in each.changes):
                continue  # "half of the 47": it is told where the 47 is compared
            typed = (two for two in there.statements if two.figure is None)
            is_joined = here.text[one.end : one.end + 1] == "-"  # "double-checked"
            alike = (
                two.word or two.unit or two.value == one.value or (is_title and two.kind in _NUMBERS) for two in typed
            )
            if not is_joined and not any(alike):
                yield here.text[one.start : one.end], one.start


def _times_alone(pair: tuple[ReadBlock, ...], there: Mapping[str, Sequence[Said]]) -> Iterator[tuple[str, int]]:
    """Give typed times of day where the second block has no time, no other number that may be one, and no “noon”."""
    here, other = pair
    typed = [one for one in here.statements if one.kind is StatementKind.TIME and one.figure is None]
    if typed and there.keys().isdisjoint(_OF_TIMES):
        shown = (one.figure.metric.value for one in other.shown if one.figure is not None)
        if not _may_say_time(other) and not any(isinstance(value, TimeOfDay) for value in shown):
            yield here.text[typed[0].start : typed[0].end], typed[0].start


def _may_say_time(block: ReadBlock) -> bool:
    """Whether a number of a text may be a time of day."""
    return any(one.word or one.kind in _MAY_BE_TIMES for one in block.statements if one.figure is None)


def digits_alone(loc: NumberLocale, pair: tuple[ReadBlock, ...], literals: Iterable[str]) -> Iterator[Problem]:
    """Report a name or the day of a date of which the second block, of fewer names, has the digits nowhere."""
    here, there = pair
    if not here.statements:
        return
    kinds = NAMES if _may_say_time(there) else NAMES - {StatementKind.TIME}
    typed = [one for one in here.statements if one.figure is None and (one.dates or one.kind in kinds)]
    if not typed:
        return
    spans, in_order = literal_spans(here.text, literals), [int(one.value) for one in roman(there.text)]
    in_order += (value for *_, value in ordinals_in(grammar(loc).lex, there.text.lower()))
    counts = [sum(one.kind in NAMES for one in block.statements) for block in pair]
    are_more = counts[0] > counts[1] + len(in_order)
    named = [one for one in typed if (one.dates or are_more) and not one.overlaps(spans)]
    if not named:
        return
    days = [day for one in there.statements for day in one.dates]
    said = {int(digits) for digits in _DIGITS.findall(f"{there.text} {in_figures(loc, there.text)}")}
    said.update(in_order, map(roman_value, _LETTER.findall(there.text)))
    said.update(int(one.value) for one in there.statements if one.value is not None)
    lower = there.text.lower()
    said.update(month for month, name in cldr.months(loc).items() if name.lower() in words_of(lower))  # "12月"
    decades = {one.year for one in stretches(loc, there.text) if one.unit == "decade"}
    said.update(decades, (year // 100 + 1 for year in decades))  # "20 世纪 60 年代" for "the 1960s"
    for one in named:
        digits = {int(each) for each in _DIGITS.findall(here.text[one.start : one.end])}
        shift = _HALF_DAY if one.kind is StatementKind.TIME else 0  # "2pm" is "14:00"
        forms = (form for each in said for form in (each % 100, each + 1900, each - shift, each + shift))
        is_lost = digits.isdisjoint(forms)
        if one.dates:  # what two dates both say is compared elsewhere
            lost = [day for day in one.dates if day[2] not in said and any(is_one_day(day, other) for other in days)]
            is_lost = any(day[2] for day in lost) or _lacks_year(one, days, said)
        if digits and is_lost and here.text[one.start - 1 : one.start] not in _OF_NOTES:
            texts = {"here": here.text[one.start : one.end], "there": f"“{there.text[:_SHOWN]}”"}
            yield report("P212", here.place(one.start), **texts, other=there.passage.start)
            return


def _lacks_year(one: Statement, days: Sequence[PartialDate], said: Container[int]) -> bool:
    """Whether a date has a year, and the other text, which has its day, says that year nowhere."""
    full = [day for day in one.dates if None not in day and day[0] not in said]
    return any(is_one_day(day, other) and other[2] is not None for day in full for other in days)


def _senses_of(kind: Kind) -> frozenset[str]:
    """What words beside a figure of a kind may say that makes another of it."""
    if kind.has_ordinals:
        return _OF_PLACES
    return _OF_YEARS if kind.is_time and not kind.is_moment else _OF_NUMBERS


def _has_whole(loc: NumberLocale, text: str, one: Statement) -> bool:
    """Whether a part is said of something: "a quarter of those helped", "rose by a tenth", not "the first half"."""
    own, lower = grammar(loc), text.lower()
    before, whole = LETTERS.findall(lower[: one.start])[-2:], own.parts_of.after(lower, skip_space(lower, one.end))
    is_of = whole is not None and not lower[skip_space(lower, whole[1]) :][:1].isdecimal()  # "a quarter of 2025"
    return is_of or any(word in own.own.by for word in before)


def _scales_alone(
    loc: NumberLocale, here: Mapping[str, Sequence[Said]], there: Mapping[str, Sequence[Said]]
) -> Iterator[tuple[str, int]]:
    """Give the scale words and the money that one title says, and the other does not."""
    for of in _OF_TITLES:
        if of in here and of not in there and has_sense(loc, of):
            yield from (said[1:] for said in here[of])


def said_alone(locs: tuple[NumberLocale, NumberLocale], texts: tuple[str, str]) -> str | None:
    """Give a scale, money, a day, a year, a time or another length of time that the first of two titles alone says."""
    here, there = (senses_of_text(loc, text) for loc, text in zip(locs, texts, strict=True))
    days, others = (read(*pair) for pair in zip(locs, texts, strict=True))
    of_time = (one for one in days if one.kind.is_time)
    lone = next((one.text for one in of_time if not any(_may_be_one(one, two) for two in others)), None)
    lasts, last = (durations(*pair) for pair in zip(locs, texts, strict=True))
    if len(lasts) == len(last) == 1 and lasts[0].value.length != last[0].value.length:
        lone = lone or in_figures(locs[0], texts[0])[lasts[0].start : lasts[0].end]
    said = (one[1] for of in _OF_DAYS for one in here.get(of, ()) if of not in there)
    return lone or next(iter((*said, *(words for words, _ in _scales_alone(locs[1], here, there)))), None)


def _may_be_one(one: Statement, two: Statement) -> bool:
    """Whether a day, a year or a time may be another number: each may lack a part, or half a day."""
    both = [(day, each) for day in one.dates for each in two.dates]
    if both or one.value is None or two.value is None:
        return not both or any(is_one_day(*pair) for pair in both)
    return one.value == two.value or (one.kind is StatementKind.TIME and abs(one.value - two.value) == _HALF_DAY)


def _is_beside(block: ReadBlock, shown: Shown, start: int, size: int) -> bool:
    """Whether words of a block stand right before or behind a figure, a short word between them at most."""
    between = block.text[start + size : shown.start] if start < shown.start else block.text[shown.end : start]
    return len(between) <= _BETWEEN and not PHRASE_ENDS.search(between)


def _apart(locs: tuple[NumberLocale, ...], pair: tuple[ReadBlock, ...], shown: Shown, figure: Figure) -> str | None:
    """The words that make of an amount, in the first block alone, that of each of several: "per base"."""
    own, text = grammar(locs[0]).own, pair[0].text.lower()
    if not any(map(text.__contains__, own.apart)) or is_relative(figure.metric):
        return None
    done = max((one.end for one in pair[0].shown if one.end <= shown.start), default=0)
    lead = PHRASE_ENDS.split(text[max(done, shown.start - _LEAD) : shown.start].rstrip(": \u00a0"))[-1]
    behind = PHRASE_ENDS.split(text[shown.end : shown.end + _LEAD])[0]
    parts = [f" {part} " for part in (behind, lead)]
    for percent in grammar(locs[0]).lex.language.percent:  # "per cent" is no rate
        parts = [part.replace(f" {percent} ", "  ") for part in parts]
    found = next((one for part in parts for one in own.apart if f" {one} " in part), None)
    if found is None or is_called_rate(locs[0], figure):
        return None
    lists, there = grammar(locs[1]), f" {pair[1].text.lower()} "
    known = {*lists.own.apart, *lists.lex.language.per, *lists.own.every, *lists.lex.language.per_units}
    known |= {*lists.lex.language.per_person, *lists.lex.language.numbers.articles}
    return None if not lists.own.apart or any(f" {one} " in there for one in known) else found


# Equal numbers of two texts that the words around them make others of: ten times so many, so many a day.

_NO_RATES: Final = frozenset(("percent", "point", "dot", "revolution"))
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
                yield report("P218", said.place, words=words, metric=other.statement.text, other=other.place)


def rated(locs: Sequence[NumberLocale], pairs: Pairs) -> Iterator[Problem]:
    """Report equal numbers that are per different things, or per a day or a tonne that the other text does not name."""
    for pair in pairs:
        if any(each.statement.figure is not None or each.statement.kind.is_time for each in pair):
            continue
        if all(each.block.text.startswith("/s", each.statement.end) for each in pair):
            continue  # "Mbit/s"
        said = {(each.statement.unit or "").partition("-per-")[2] for each in pair}  # "km/h"
        there, here = (_per(loc, each) - said for loc, each in zip(locs, pair, strict=True))
        lone = not (here and there) and any(each.statement.unit in SHARES for each in pair)
        lone = lone or (bool(here) is not bool(there) and _names(locs[not here], pair[not here], here | there))
        if here.isdisjoint(there) and (here or there) and not lone:
            sides = zip(pair, (there, here), strict=True)
            texts = [f"{each.statement.text} / {min(per, default='—')}" for each, per in sides]
            yield report("P215", pair[1].place, here=texts[1], there=texts[0], other=pair[0].place)


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
    found = denominators(loc, item.block.text, item.statement.end)
    return frozenset(one for one in found if isinstance(one, str) and one not in _NO_RATES and one[0].isalpha())


def _names(loc: NumberLocale, item: WrittenValue, units: frozenset[str]) -> bool:
    """Whether the text of a number names one of some units, in whatever way it says a rate: "im Jahr", "annual"."""
    own, lower = grammar(loc), item.block.text.lower()
    known = (own.units.after(lower, word.start()) for word in LETTERS.finditer(lower))
    rates = {unit for word, unit in own.lex.language.per_units.items() if word in lower}
    rates |= {PERSON for word in own.every.table if word in words_of(lower)}
    return not units.isdisjoint({*rates, *(hit[0] for hit in known if hit)})
