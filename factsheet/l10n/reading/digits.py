"""How one language writes a number in digits: separators, groups and decimals, and nothing around them."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import NBSP, Folded, fold

_SEPARATORS: Final = ".,'\u066b\u066c\u2e41\u060c"
_ARABIC_DECIMAL, _ARABIC_GROUP = "\u066b", "\u066c"
"""Signs that can be nothing else, in whichever digits a text of a language is that has two sets of them."""
_STYLES: Final = ((".", ","), (",", "."), ("'", "."))
"""Group and decimal signs of the writing styles tried on what is wrong in the language itself."""
_POINTS: Final = frozenset((".", " .", "(.", f"{NBSP}."))
"""A point that begins a number, and what may stand before it."""
_MOST_DIGITS: Final = 60
_MOST_GROUPS: Final = 20


@dataclass(frozen=True, slots=True)
class Digits:
    """A number in digits at a place of a folded text; `value` is None for no figure ("007", "1.2.3")."""

    start: int
    end: int
    value: Decimal | None
    places: int
    """Digits shown after the decimal sign."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """The regular expressions of a language's numbers. None repeats without a bound inside a repetition."""

    run: re.Pattern[str]
    """Digits and the separators between them, right or wrong."""
    strict: re.Pattern[str]
    """A number written by the rules."""
    decimal: str
    """The decimal signs in use."""

    def runs(self, folded: Folded) -> Iterator[re.Match[str]]:
        """Give each run of digits and separators in a folded text."""
        end = 0
        for start, _ in folded.digits:
            found = self.run.match(folded.text, start) if start >= end else None
            if found:
                end = found.end()
                yield found

    def split(self, text: str, start: int, end: int) -> Iterator[Digits]:
        """Give the numbers of a run: one where it follows the rules, else what can be made of it."""
        while start < end:
            found = self.strict.match(text, start)
            if found and found.end() <= end:
                yield self._number(found)
                start = found.end()
            else:
                stop = next((at for at in range(start, end) if text[at] in " \u00a0"), end)
                yield from _lenient(text, start, stop)
                start = stop
            start += 1

    def exact(self, text: str) -> Decimal | None:
        """Read a text that is a number and nothing else; None if it breaks the rules of the language."""
        found = self.strict.fullmatch(fold(text).text)
        return self._number(found).value if found else None

    def _number(self, found: re.Match[str]) -> Digits:
        fraction = found["fraction"] or ""
        whole, (start, end) = _only_digits(found["whole"]), found.span()
        before = found.string[max(0, start - 2) : start]
        if before in _POINTS and not fraction and "." in self.decimal:  # ".828" is less than one
            return Digits(start - 1, end, Decimal(f"0.{whole}"), len(whole))
        return Digits(start, end, _decimal(whole, fraction), len(fraction))


@lru_cache(maxsize=256)
def syntax(loc: NumberLocale) -> Syntax:
    """Give the number syntax of a language, from CLDR's separators in its own and in Latin digits."""
    groups, decimals = _separators(loc)
    spaces = f" {NBSP}"  # prose groups by plain spaces in every language (ISO 80000-1), whatever sign CLDR gives
    group = f"[{re.escape(groups)}{spaces}]"
    narrow = _one_of(_SEPARATORS)
    return Syntax(
        run=re.compile(rf"\d\d*+(?:{narrow}\d++|[{spaces}]\d{{3}}(?!\d))*+"),
        strict=re.compile(_strict(group, decimals, indian=cldr.grouping(loc)[1] == 2)),  # noqa: PLR2004
        decimal=decimals,
    )


def _separators(loc: NumberLocale) -> tuple[str, str]:
    signs = [cldr.symbols(loc), cldr.symbols(cldr.locale(loc.tag, cldr=loc.cldr, numerals="latn"))]
    decimals = {fold(sign).text for one in signs for sign in (one.decimal, one.currency_decimal)}
    groups = {fold(sign).text for one in signs for sign in (one.group, one.currency_group)}
    decimals = decimals & set(_SEPARATORS) | {_ARABIC_DECIMAL}
    return "".join(sorted(groups - decimals | {_ARABIC_GROUP})), "".join(sorted(decimals))


def _strict(group: str, decimals: str, *, indian: bool) -> str:
    whole = rf"\d{{1,3}}(?:(?P<g>{group})\d{{3}}(?:(?P=g)\d{{3}}){{0,{_MOST_GROUPS}}})"
    if indian:
        whole += rf"|\d{{1,2}}(?:{group}\d{{2}}){{0,{_MOST_GROUPS}}}{group}\d{{3}}"
    fraction = rf"(?:{_one_of(decimals)}(?P<fraction>\d{{1,{_MOST_DIGITS}}}))?"
    return rf"(?P<whole>{whole}|\d{{1,{_MOST_DIGITS}}}){fraction}(?!{_one_of(_SEPARATORS)}?\d)"


def _one_of(signs: str) -> str:
    return f"[{re.escape(signs)}]"


@lru_cache(maxsize=1)
def _styles() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_strict(_one_of(group), decimal, indian=True)) for group, decimal in _STYLES)


def _lenient(text: str, start: int, end: int) -> Iterator[Digits]:
    """Read what breaks the language's rules by another style's, or as several numbers, or as none."""
    if end - start <= _MOST_DIGITS:
        for style in _styles():
            found = style.fullmatch(text, start, end)
            if found and len(fraction := found["fraction"] or "") in (0, 1, 2):
                whole = _only_digits(found["whole"])
                yield Digits(start, end, _decimal(whole, fraction), len(fraction))
                return
    if "." in text[start:end]:
        yield Digits(start, end, None, 0)
        return
    for piece in re.compile(r"\d+").finditer(text, start, end):
        short = len(piece[0]) <= _MOST_DIGITS
        yield Digits(piece.start(), piece.end(), _decimal(piece[0], "") if short else None, 0)


def _only_digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _decimal(whole: str, fraction: str) -> Decimal | None:
    if len(whole) > 1 and whole.startswith("0"):
        return None
    return Decimal(f"{whole}.{fraction}" if fraction else whole)


# What reading gives: a numeral with its place, its value and what the text says about it.

_YEARS: Final = (1000, 2199)
_LIKELY_YEARS: Final = (1500, 2100)
_YEAR_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number found in running text. Offsets are those of the text given, half-open.

    The span holds all that makes the value (sign, money, digits, scale word, percent), not the bound.
    """

    start: int
    end: int
    text: str
    """As written."""
    value: Decimal
    """12.5 for "12,5 %"; 97000000 for "97 million"."""
    ulp: Decimal
    """Unit of the last digit shown: 1000000 for "97 million", 100000 for "97.5 million"."""
    currency: str | None = None
    """ISO 4217 code when a sign, code or name of money is attached."""
    percent: bool = False
    points: bool = False
    """Whether it is a number of percentage points."""
    bound: str | None = None
    """"over", "at-least", "about", "nearly", "up-to" or "under" when the words around say so."""
    word: bool = False
    """Written in words: "four", "o mie"."""
    is_measured: bool = False
    """Whether it is in the unit that was asked for: that unit stands beside it, and no longer name of another."""


def is_year_like(numeral: Numeral) -> bool:
    """Tell whether a numeral may be a year: four digits from 1000 to 2199, ungrouped, nothing attached."""
    plain = numeral.text.isdecimal() and len(numeral.text) == _YEAR_DIGITS
    attached = numeral.percent or numeral.points or numeral.currency is not None
    return plain and not attached and _YEARS[0] <= numeral.value <= _YEARS[1]


def is_likely_year(numeral: Numeral) -> bool:
    """Tell whether a numeral is taken for a year where nothing says that it counts: year-like, from 1500 to 2100."""
    return is_year_like(numeral) and _LIKELY_YEARS[0] <= numeral.value <= _LIKELY_YEARS[1]


# A number that was written by the rules of another language: "1.209" in an English text.

_ONE_GROUP: Final = regex(r"[1-9]\d{0,2}\D\d{3}")
_GROUP: Final = -3


@dataclass(frozen=True, slots=True)
class Foreign:
    """What a numeral is when read by the rules of another language."""

    loc: NumberLocale
    value: Decimal


def foreign_reading(loc: NumberLocale, others: Iterable[NumberLocale], text: str, numeral: Numeral) -> Foreign | None:
    """Tell when a numeral makes sense in one of the other languages only, or more sense there; else None.

    More sense is a whole number of thousands where the language itself reads three decimals: "1.209" in
    English, "1,209" in Romanian. `text` is the text that was read; scale words count in the value.
    """
    run = syntax(loc).run.search(fold(text[numeral.start : numeral.end]).text)
    if run is None:
        return None
    own = syntax(loc).exact(run[0])
    if own is not None and not (own.as_tuple().exponent == _GROUP and _ONE_GROUP.fullmatch(run[0])):
        return None
    read = next(syntax(loc).split(run[0], 0, len(run[0]))).value
    for other in others:
        value = syntax(other).exact(run[0])
        if value is not None and read and (own is None or value == value.to_integral_value()):
            return Foreign(other, value * (numeral.value / read))
    return None


_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_value(text: str) -> int:
    """Give the value of a Roman numeral in capitals: IX is 9; raises KeyError for other letters."""
    values = [_ROMAN[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
