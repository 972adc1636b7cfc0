"""How one language writes a number in digits: separators, groups and decimals, and nothing around them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import NBSP, fold
from factsheet.records import dataclass

_SEPARATORS: Final = ".,'\u066b\u066c\u2e41\u060c"
_STYLES: Final = ((".", ","), (",", "."), ("'", "."))
"""Group and decimal signs of the writing styles tried on what is wrong in the language itself."""
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

    def runs(self, text: str) -> Iterator[re.Match[str]]:
        """Give each run of digits and separators in a folded text."""
        return self.run.finditer(text)

    def split(self, text: str, start: int, end: int) -> Iterator[Digits]:
        """Give the numbers of a run: one where it follows the rules, else what can be made of it."""
        while start < end:
            found = self.strict.match(text, start)
            if found and found.end() <= end:
                yield self._number(found)
                start = found.end()
            else:
                stop = _chunk_end(text, start, end)
                yield from _lenient(text, start, stop)
                start = stop
            start += 1

    def exact(self, text: str) -> Decimal | None:
        """Read a text that is a number and nothing else; None if it breaks the rules of the language."""
        found = self.strict.fullmatch(fold(text).text)
        return self._number(found).value if found else None

    def _number(self, found: re.Match[str]) -> Digits:
        fraction = found["fraction"] or ""
        whole = _only_digits(found["whole"])
        return Digits(found.start(), found.end(), _decimal(whole, fraction), len(fraction))


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
    decimals &= set(_SEPARATORS)
    return "".join(sorted(groups - decimals)), "".join(sorted(decimals))


def _strict(group: str, decimals: str, *, indian: bool) -> str:
    whole = rf"\d{{1,3}}(?:(?P<g>{group})\d{{3}}(?:(?P=g)\d{{3}}){{0,{_MOST_GROUPS}}})"
    if indian:
        whole += rf"|\d{{1,2}}(?:{group}\d{{2}}){{0,{_MOST_GROUPS}}}{group}\d{{3}}"
    fraction = rf"(?:{_one_of(decimals)}(?P<fraction>\d{{1,{_MOST_DIGITS}}}))?"
    return rf"(?P<whole>{whole}|\d{{1,{_MOST_DIGITS}}}){fraction}(?!{_one_of(_SEPARATORS)}?\d)"


def _one_of(signs: str) -> str:
    return f"[{re.escape(signs)}]"


def _chunk_end(text: str, start: int, end: int) -> int:
    while start < end and text[start] not in " \u00a0":
        start += 1
    return start


@lru_cache(maxsize=1)
def _styles() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_strict(_one_of(group), decimal, indian=True)) for group, decimal in _STYLES)


def _lenient(text: str, start: int, end: int) -> Iterator[Digits]:
    """Read what breaks the language's rules by another style's, or as several numbers, or as none."""
    if end - start <= _MOST_DIGITS:
        for style in _styles():
            found = style.fullmatch(text, start, end)
            if found and len(found["fraction"] or "") in (0, 1, 2):
                fraction = found["fraction"] or ""
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
