"""The words and signs around the numbers of one language, indexed for looking up: CLDR's and our own."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum, auto
from functools import cached_property, lru_cache
from typing import Final, Literal

from factsheet.core.derived import derived
from factsheet.core.patterns import regex
from factsheet.core.records import dataclass
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.digits import Syntax, syntax
from factsheet.l10n.reading.fold import fold_word
from factsheet.l10n.reading.language import ReadingRules, language
from factsheet.l10n.reading.phrases import Phrases, beginnings, endings, joins
from factsheet.l10n.reading.units import glued_units

_KINDS: Final[tuple[Literal["decimal", "currency"], ...]] = ("decimal", "currency")
_WIDTHS: Final[tuple[Literal["long", "short"], ...]] = ("long", "short")
_SHORTEST_NARROW: Final = 2


class Label(Enum):
    """What a word makes of the number behind it."""

    NAME = auto()
    LONG_NAME = auto()
    TIME = auto()
    SCORE = auto()
    NONE = auto()
    """No name after all."""


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """What may stand before and after the digits, each phrase with what it means."""

    code: str
    """The language, by its ISO 639 code."""
    language: ReadingRules
    syntax: Syntax
    scales_after: Phrases[int]
    scales_before: Phrases[int]
    two_sided: Phrases[Phrases[int]]
    """Words before the digits that make a scale together with words after them (Burmese)."""
    glued_scales: Phrases[int]
    bare_scales: Mapping[str, int]
    """Words that are a number by themselves: French "mille"."""
    money_before: Phrases[str]
    rare_money: Phrases[str]
    """Signs that are money only beside a minus: single letters, codes that are words."""
    minus_after_money: bool
    """Whether the language writes "CHF-97"."""
    money_after: Phrases[str]
    percent: Phrases[bool]
    """With longer phrases that are no per cent, which say False."""
    points: Phrases[bool]
    rests: Phrases[Decimal]
    bounds: Phrases[str]
    bounds_after: Phrases[str]
    nots: Phrases[bool]
    links: Phrases[bool]
    labels: Phrases[Label]
    time_after: Phrases[bool]
    ordinals: Phrases[bool]
    units: Phrases[bool]
    number_words: frozenset[str]
    """Words one of which every number in words has."""
    number_starts: frozenset[str]
    """Words that a number in words may begin with, articles left out."""

    @cached_property
    def heads(self) -> frozenset[str]:
        """What all that belongs to a number behind it begins with; see `may_begin`."""
        return beginnings(
            (self.scales_after, self.glued_scales, self.rests, self.parts, self.points, self.percent, self.money_after)
        )

    @cached_property
    def parts(self) -> Phrases[Decimal]:
        """Parts in figures behind a number: "5 1/2", "220 și 2/3"."""
        own = [(words, Decimal(part)) for words, part in self.language.rests.items() if words[-1].isdigit()]
        return Phrases([*own, *((f"{one} {words}", part) for one in self.language.joins[:1] for words, part in own)])

    @cached_property
    def bounds_apart(self) -> Sequence[tuple[str, re.Pattern[str], str]]:
        """Bounds on both sides of a number: what leads to it, that with what follows, no year, and the bound."""
        every = ((*one.split("…"), bound) for one, bound in self.bounds.table.items() if "…" in one)
        number = r"(?!(?:1[5-9]|20)\d\d )\S+(?: [^\W\d_]+){0,3}"
        return [(ahead, regex(rf"{number}{behind}(?!\w)"), bound) for ahead, behind, bound in every]

    @cached_property
    def tails(self) -> frozenset[str]:
        """What percent and money before a number end with; see `may_end`."""
        return endings((self.percent, self.money_before, self.rare_money))


@lru_cache(maxsize=256)
def lexicon(loc: NumberLocale) -> Lexicon:
    """Give the lexicon of a language."""
    return derived(f"lexicon-{loc.cldr}-{loc.numerals}", loc.tag.encode(), lambda: _built(loc))


def _built(loc: NumberLocale) -> Lexicon:
    code = loc.code
    prose = language(code)
    patterns = list(_compact_words(loc, code))
    rows = (row for table in cldr.compact(loc, "decimal", "long").values() for row in table.items())
    bare = {fold_word(_halves(one)[0], code): power for power, one in rows if "0" not in one} | dict(prose.numbers.bare)
    numbers = prose.numbers
    ones = numbers.ones if numbers.tens_behind else ()  # "واحد وعشرون"
    return Lexicon(
        code=code,
        language=prose,
        syntax=syntax(loc),
        scales_after=Phrases(
            [*_scales((after, scale) for before, after, scale in patterns if not before), *prose.scales.items()]
        ),
        scales_before=Phrases(_scales((before, scale) for before, after, scale in patterns if not after)),
        two_sided=Phrases(_two_sided(patterns)),
        glued_scales=Phrases(prose.glued_scales.items()),
        bare_scales=bare,
        money_before=Phrases(_money_before(loc, prose, code)),
        rare_money=Phrases(_rare_money(loc, prose, code)),
        minus_after_money=_minus_after_money(loc),
        money_after=Phrases(_money_after(loc, prose, code)),
        percent=Phrases([*((word, False) for word in prose.not_percent), *((word, True) for word in prose.percent)]),
        points=_set(prose.points),
        rests=Phrases((words, Decimal(part)) for words, part in prose.rests.items() if not words[-1].isdigit()),
        bounds=_values(prose.bounds),
        bounds_after=_values(prose.bounds_after),
        nots=_set(prose.nots),
        links=_set(prose.links),
        labels=Phrases(_labels(prose)),
        time_after=_set(form for word in prose.time_after for form in _capitalised(word)),
        ordinals=_set(prose.ordinals),
        units=_set([*prose.unit_signs, *glued_units(loc, code)]),
        number_words=frozenset(
            (*ones, *numbers.round, *numbers.small, *numbers.tens, *numbers.hundreds, *numbers.scales, *bare)
        ),
        number_starts=frozenset((*ones, *numbers.round, *numbers.small, *numbers.tens, *bare)),
    )


def _set(words: Iterable[str]) -> Phrases[bool]:
    return Phrases((word, True) for word in words)


def _values(table: Mapping[str, tuple[str, ...]]) -> Phrases[str]:
    return Phrases((form, value) for value, words in table.items() for word in words for form in _capitalised(word))


def _labels(prose: ReadingRules) -> Iterator[tuple[str, Label]]:
    for words, label in (
        (prose.scores, Label.SCORE),
        (prose.not_labels, Label.NONE),
        (prose.labels, Label.NAME),
        (prose.long_labels, Label.LONG_NAME),
        (prose.time_before, Label.TIME),
    ):
        yield from ((form, label) for word in words for form in _capitalised(word))


def _capitalised(word: str) -> tuple[str, str]:
    return word, word[:1].upper() + word[1:]


def _compact_words(loc: NumberLocale, code: str) -> Iterator[tuple[str, str, int]]:
    """Give the words before and after the digits in each compact pattern, with their power of ten."""
    for kind in _KINDS:
        for width in _WIDTHS:
            for row in cldr.compact(loc, kind, width).values():
                for power, pattern in row.items():
                    before, zeros, after = _halves(pattern)
                    if zeros:
                        yield fold_word(before, code), fold_word(after, code), power - zeros + 1


def _two_sided(patterns: list[tuple[str, str, int]]) -> Iterator[tuple[str, Phrases[int]]]:
    for first in dict.fromkeys(before for before, after, _ in patterns if before and after):
        yield first, Phrases((after, scale) for before, after, scale in patterns if before == first and after)


def _scales(words: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Give each scale word once, with the power of ten that most patterns give it."""
    counts = Counter(words)
    return (word for word, _ in counts.most_common())


def _halves(pattern: str) -> tuple[str, int, str]:
    """Split a compact pattern (UTS #35) into what is before the zeros, their number, and what is after."""
    plain = pattern.partition(";")[0].replace("'", "").replace("¤", "")
    before, zero, _ = plain.partition("0")
    return before, plain.count("0"), plain.rpartition("0")[2] if zero else ""


def _money_after(loc: NumberLocale, prose: ReadingRules, code: str) -> Iterator[tuple[str, str]]:
    yield from (one for one in _signs(loc, prose, code) if one[0] not in prose.not_money)
    yield from _everyday(prose)
    yield from _names(loc, code)


def _money_before(loc: NumberLocale, prose: ReadingRules, code: str) -> Iterator[tuple[str, str]]:
    yield from (one for one in _signs(loc, prose, code) if one[0] not in prose.not_codes)
    if any(glue.find("{1}") < glue.find("{0}") for glue in cldr.currency_glue(loc).values()):
        yield from _everyday(prose)
        yield from _names(loc, code)


def _minus_after_money(loc: NumberLocale) -> bool:
    rows = [row for width in _WIDTHS for row in cldr.compact(loc, "currency", width).values()]
    patterns = [cldr.pattern(loc, "currency"), *(pattern for row in rows for pattern in row.values())]
    return any("¤-" in pattern for pattern in patterns)


def _rare_money(loc: NumberLocale, prose: ReadingRules, code: str) -> Iterator[tuple[str, str]]:
    yield from ((one, one) for one in prose.not_codes)
    for currency in sorted(cldr.currency_codes()):
        narrow = fold_word(cldr.currency_narrow(loc, currency), code)
        if narrow.isalpha() and len(narrow) < _SHORTEST_NARROW:
            yield narrow, currency


def _signs(loc: NumberLocale, prose: ReadingRules, code: str) -> Iterator[tuple[str, str]]:
    """Give signs and codes. The language's own come first: "$" is not the US dollar everywhere."""
    currencies = sorted(cldr.currency_codes())
    yield from ((fold_word(cldr.currency_symbol(loc, one), code), one) for one in currencies)
    yield from ((word, one) for word, one in _everyday(prose) if not word.isalpha() or word.isupper())
    for currency in currencies:
        narrow = fold_word(cldr.currency_narrow(loc, currency), code)
        if len(narrow) >= _SHORTEST_NARROW or not narrow.isalpha():
            yield narrow, currency
        if not narrow.isalpha():
            yield from ((f"{currency[:length]}{narrow}", currency) for length in (2, 3))
        yield currency, currency


def _everyday(prose: ReadingRules) -> Iterator[tuple[str, str]]:
    return ((word, currency) for currency, words in prose.currencies.items() for word in words)


def _names(loc: NumberLocale, code: str) -> Iterator[tuple[str, str]]:
    for currency in sorted(cldr.currency_codes()):
        for name in (cldr.currency_name(loc, currency), *cldr.currency_names(loc, currency).values()):
            folded = fold_word(name, code)
            yield from ((form, currency) for form in (folded, folded[0].lower() + folded[1:]))
            if not joins(folded[0]):
                yield folded.replace(" ", ""), currency
