"""What a text says with its numbers, and names with digits, so that languages can be compared."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeVar

from factsheet.checks.parity import counterparts
from factsheet.checks.reading import ReadBlock, blocks
from factsheet.content.passages import TextBlock, literal_spans
from factsheet.content.statements.comparing import PartialDate, Statement, StatementKind, is_one_day
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.language import sentences
from factsheet.core.codes import report
from factsheet.core.patterns import LETTERS, either, regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.language import language
from factsheet.site.site import Site

# What a text says with its numbers, piece by piece, so that two languages can be compared.

NAMES: Final = frozenset((StatementKind.NAME, StatementKind.TIME, StatementKind.ORDINAL))
_IN_WORDS: Final = frozenset((StatementKind.FRACTION, StatementKind.MULTIPLE, StatementKind.ROMAN))
_NEEDED: Final = frozenset(StatementKind) - NAMES - _IN_WORDS
"""Kinds of which every language tells; names, times and ordinals are written in each its own way."""

_OF_CORRECTIONS: Final = "corrections"
"""Where numbers are typed that were wrong: they stand in no figure, and are the same in every language."""

_LONGEST_LIST: Final = 40
_LONGEST_LABEL: Final = 16
_BETWEEN: Final = regex(r"(?=(?<!\w)([^\W\d_]+) ([^\W\d_]+))")
_JOINED: Final = regex(r"(?<![\w-])([^\W\d_]+)-([^\W\d_]{3,})|(?<=-)([^\W\d_]+)(?![\w-])")


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
    def is_of_time(self) -> bool:
        """Whether it is a date, a year or a time."""
        return self.is_date or self.statement.kind.is_time

    @property
    def place(self) -> Place:
        """Where it stands."""
        block, figure = self.block, self.statement.figure
        return block.place(self.statement.start) if figure is None else block.place_of(block.shown[figure])

    def is_equal(self, other: "WrittenValue") -> bool:
        """Whether the other says the same: the same number, or a date that contradicts in no part."""
        if isinstance(self.value, Decimal) or isinstance(other.value, Decimal):
            return self.value == other.value
        return is_one_day(self.value, other.value)


def items(site: Site, tag: str, path: str) -> dict[int, list[WrittenValue]]:
    """What each passage of a sheet says in a language, by the `id` of the passage, in the order of the text.

    Of the phrases of a unit the first one is taken: languages have more or fewer of them.
    """
    loc = site.by_tag[tag].numbers
    others = tuple(language.numbers for language in site.languages if language.tag != tag)
    literals = site.literals(tag, path)
    every = blocks(site, tag, path)
    phrases = {block.passage.key: block for block in reversed(every) if not block.passage.is_body}
    found = ((one, one is phrases.get(one.passage.key, one)) for one in every)
    return {id(one.passage): list(_of_block(loc, others, literals, one)) if first else [] for one, first in found}


def _of_block(
    loc: NumberLocale, others: tuple[NumberLocale, ...], literals: tuple[str, ...], block: ReadBlock
) -> Iterator[WrittenValue]:
    if block.passage.is_exempt and not block.passage.key.startswith(_OF_CORRECTIONS):
        return
    found = sorted((*block.statements, *_joined(loc, block)), key=lambda one: one.start)
    spans = literal_spans(block.text, literals) if found else ()
    for one in found:
        if one.figure is None and (one.overlaps(spans) or (one.word and is_in_order(loc, block.text, one.start))):
            continue
        is_needed = one.figure is None and not one.word and one.kind in _NEEDED
        is_needed &= not (one.value == 1 and _is_of_few(loc, block.text[one.end :]))
        spoken: tuple[PartialDate | Decimal, ...] = one.dates
        if one.kind is StatementKind.YEAR:  # "2015–2020" is "between 2015 and 2020"
            spoken = tuple(Decimal(year) for year, _, _ in one.dates if year is not None)
        for value in spoken or _value(loc, others, block, one):
            yield WrittenValue(block, one, value, is_needed)


def is_in_order(loc: NumberLocale, text: str, start: int) -> bool:
    """Tell whether a word right before a number makes the place of one thing in a row of it."""
    labels = grammar(loc).own.in_order
    return bool(labels) and text[:start][-_LONGEST_LABEL:].lower().rstrip(" ").endswith(labels)


def _joined(loc: NumberLocale, block: ReadBlock) -> Iterator[Statement]:
    """Give "both", and the numbers in words that a hyphen joins to what they count: "three-judge"."""
    numbers, own, words = language(loc.code).numbers, sentences(loc.code), fold(block.text, loc.code).words
    couples, joins = own.couples, own.joins
    is_said = not words.isdisjoint(couples)
    for word in LETTERS.finditer(block.text) if is_said else ():
        behind = block.text[word.end() : word.end() + _LONGEST_LIST] if word[0].lower() in couples else None
        if behind is not None and not any(f" {one} " in behind for one in joins):  # not "both men and women"
            yield Statement(*word.span(), word.span(), value=Decimal(2), word=True, text=word[0])
    for found in _JOINED.finditer(block.text) if numbers.small and "-" in block.text else ():
        at = 1 if found[1] else 3  # "father-of-four"
        value, whole = numbers.small.get(found[at].lower(), 0), (found[2] or "").lower()
        others = numbers.small, numbers.ones, numbers.fractions, language(loc.code).ordinal_words
        is_whole = value > 1 and not any(whole in one for one in others)
        if is_whole and not any(one.overlaps([found.span(at)]) for one in block.statements):
            yield Statement(*found.span(at), found.span(at), value=Decimal(value), word=True, text=found[0])
    for found in _BETWEEN.finditer(block.text) if not words.isdisjoint(numbers.doubtful) else ():
        said, behind = found[1].lower(), found[2].lower()
        before = block.text[: found.start()].removesuffix(" ").rpartition(" ")[2].lower()
        is_free = not any(one.overlaps([found.span(1)]) for one in block.statements)
        is_article = behind in grammar(loc).stops or before in grammar(loc).quantifiers
        if said in numbers.doubtful and is_free and not is_article:
            number = Decimal(numbers.small[said])
            yield Statement(*found.span(1), found.span(1), value=number, word=True, text=found[1])


def _is_of_few(loc: NumberLocale, behind: str) -> bool:
    """Tell the one of "1 in 5", which another language says with an article, or not at all: "jede fünfte Frau"."""
    words = (*language(loc.code).one_in, *sentences(loc.code).parts_of)
    few = behind[:_LONGEST_LIST].replace("-", " ").lstrip(" \u00a0")  # "1-of-4 players"
    return any(few.startswith(f"{word} ") and few[len(word) + 1 :][:1].isdigit() for word in words)


def one_per_cent(loc: NumberLocale, text: str) -> str:
    """Write in figures the one of "one per cent", which is an article elsewhere."""
    pattern = _one_before_percent(loc.code)
    return pattern.sub("1", text) if pattern else text


@lru_cache(maxsize=256)
def _one_before_percent(code: str) -> re.Pattern[str] | None:
    """Find the words for one before a word for per cent; None in a language that has no words for both."""
    own = language(code)
    ones, percent = {**own.numbers.ones, **own.numbers.articles}, [word for word in own.percent if word[0].isalpha()]
    pattern = rf"(?<!\w)(?:{either(ones)})(?= (?:{either(percent)})(?!\w))"
    return regex(pattern, re.IGNORECASE) if ones and percent else None


def _value(
    loc: NumberLocale, others: tuple[NumberLocale, ...], block: ReadBlock, one: Statement
) -> tuple[Decimal, ...]:
    """The value of a statement, as the other language means it where only that makes sense of it."""
    named = _IN_NAME.search(one.text) if one.figure is None and one.kind in NAMES else None
    if named is not None:
        return (Decimal(f"{named[1]}.{named[2]}"),)  # another language may read the same as a number: "Work 4.0"
    if one.value is None:
        return ()
    foreign = block.foreign(loc, others, one)
    return (foreign.value if foreign else one.value,)


# Names with digits, clock times and ordinals are the same in every language: "Regulation 2016/679", "13:30".

_IN_NAME: Final = regex(r"(?<!\d)(\d{1,4})(?:[.,:]| ?h ?)(\d{1,2})(?!\d|[.,:]\d)")
"""Two numbers in a name or a time that could be one with decimals."""

_ADDRESS: Final = regex(r"://|www\.|@")
_HALF_DAY: Final = 12
_LOCAL: Final = 6
"""So many last digits of a telephone number do not depend on the country it is called from."""

_LONG: Final = 8
_DAY: Final = 25
_TIME: Final = regex(r"(\d{1,2})(?:[:.]\d\d)? ?(?:([ap])\.?m\b)?")
_DECADE: Final = regex(r"\d0")
_OF_CLOCK: Final = 2
_EARLIEST, _LATEST = 1000, 2000
_HALF_WORDS: Final = 6
"""How far behind a time its half of the day may end: "a.m."."""

Said = TypeVar("Said", bound=tuple[object, ...])
Named = tuple[str, str, Place]
"""What must be the same, the name as written, and its place."""


def names_agree(site: Site) -> Iterator[Problem]:
    """Report names whose digits differ between two blocks that correspond and have as many names."""
    for path in site.paths:
        original = site.original(path)
        mine = _named(site, original.language, path)
        for sheet in site.translations(path):
            theirs = _named(site, sheet.language, path)
            if mine and theirs:
                yield from _differing(mine, theirs, counterparts(site, original, sheet).groups)


def _differing(
    mine: dict[int, list[Named]],
    theirs: dict[int, list[Named]],
    groups: Iterable[tuple[Sequence[TextBlock], Sequence[TextBlock], bool]],
) -> Iterator[Problem]:
    for ours, others, is_pair in groups:
        if not is_pair:
            continue
        left = [one for passage in ours for one in mine.get(id(passage), ())]
        right = [one for passage in others for one in theirs.get(id(passage), ())]
        if len(left) != len(right):
            continue  # one language says in words, or in one name, what the other does not
        pairs = zip(without(left, right), without(right, left), strict=False)
        for (_, there, other), (_, here, place) in (*pairs, *_other_half(left, right)):
            if not _is_one_decade(here, there):
                yield report("P212", place, here=here, there=there, other=other)


def _other_half(left: Sequence[Named], right: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Pair times of one clock that are before noon in one language and after it in the other: "7:45 a.m.", "19:45"."""
    for one, two in zip(sorted(left), sorted(right), strict=True):
        if one[0] == two[0] and {_half(one[1]), _half(two[1])} == {"am", "pm"}:
            yield one, two


def _half(text: str) -> str:
    """Give the half of the day that a time says; empty where it says none."""
    found = _TIME.match(text.lower())
    if found is None:
        return ""
    return "pm" if int(found[1]) > _HALF_DAY or found[2] == "p" else "am" if found[2] == "a" else ""


def _is_one_decade(*texts: str) -> bool:
    """Tell whether two names are of one decade, one without its century: "’90" and "1990s"."""
    short, long = sorted((re.sub(r"\D", "", text) for text in texts), key=len)
    return bool(_DECADE.fullmatch(short) and len(long) == len(short) + _OF_CLOCK and long.endswith(short))


def without(some: Sequence[Said], others: Sequence[Said]) -> list[Said]:
    """What has no equal among the others: each begins with what must be the same."""
    spare: dict[object, int] = {}
    for one in others:
        spare[one[0]] = spare.get(one[0], 0) + 1
    left = []
    for one in some:
        spare[one[0]] = spare.get(one[0], 0) - 1
        if spare[one[0]] < 0:
            left.append(one)
    return left


def _named(site: Site, tag: str, path: str) -> dict[int, list[Named]]:
    """The names of each passage, by its `id`, in the order of the text; literals are the editor's own business."""
    named: dict[int, list[Named]] = {}
    literals = site.literals(tag, path)
    for block in blocks(site, tag, path):
        for one in block.typed(literals):
            if one.kind in NAMES and not _ADDRESS.search(one.text):
                is_time, place = one.kind is StatementKind.TIME, block.place(one.start)
                text = block.text[one.start : one.end + _HALF_WORDS] if is_time else one.text
                named.setdefault(id(block.passage), []).append((_key(one), text, place))
    return named


def _key(one: Statement) -> str:
    """What must be the same in every language: the numbers of a name, and those of a clock whatever its hours are."""
    parts = [int(digits) for digits in re.findall(r"\d{1,80}", one.text)]
    if len(parts) == 1 and parts[0] % 100 == 0 and _EARLIEST <= parts[0] <= _LATEST:
        parts = [parts[0] // 100 + 1]  # "the 1800s" is the 19th century
    if parts and len(parts) <= _OF_CLOCK and parts[0] < _DAY:
        return f"{parts[0] % _HALF_DAY}:{[part for part in parts[1:] if part]}"
    digits = "".join(map(str, parts))
    return digits[-_LOCAL:] if len(digits) > _LONG else digits
