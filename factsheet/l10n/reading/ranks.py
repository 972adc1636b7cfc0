"""Ranks in running text ("3rd", "seventh", "locul 3", "al 3-lea", "1. Germany"), and powers of ten ("6.02 × 10²³")."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from factsheet.core.patterns import LAST_LETTERS, regex
from factsheet.core.records import dataclass, replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import found_in
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.language import language
from factsheet.l10n.reading.lexicon import lexicon
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.phrases import back_over_space
from factsheet.l10n.reading.words import number_words, ordinals_in, roman_value

_DIGITS: Final = regex(r"(?<![\d.,])\d{1,4}(?![\d]|[.,]\d)")
_ROMAN: Final = regex(r"(?<![^\W_])X{0,3}(?:IX|IV|V?I{0,3})(?<=[IVX])(?![^\W_])")
_BEGINS: Final = regex(r"(?:\A|[,;:(]) ?\Z")
_ITEM: Final = regex(r"[.)] ?[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank at a place of a text."""

    start: int
    text: str
    value: Decimal


def ranks(loc: NumberLocale, text: str) -> tuple[Rank, ...]:
    """Give the ranks of a text, in order: digits with what makes an ordinal of them, and ordinals in words."""
    plain, own, lex = fold(text, loc.code).plain, language(loc.code), lexicon(loc)
    found = []
    numbers = {one.start(): (one.end(), Decimal(one[0])) for one in _DIGITS.finditer(plain)}
    numbers |= {one.start(): (one.end(), Decimal(roman_value(one[0]))) for one in _ROMAN.finditer(plain)}
    numbers |= {start: (end, value) for start, end, value in found_in(loc, plain)}
    numbers |= {words.start: (words.end, Decimal(words.value)) for words in number_words(lex, plain)}
    for start, (end, number) in numbers.items():
        ending = lex.ordinals.after(plain, end)
        is_label = plain[: back_over_space(plain, start)].lower().endswith(own.rank_labels or ("\0",))
        is_item = _ITEM.match(plain, end) and _BEGINS.search(plain[max(0, start - 2) : start])
        is_dotted = own.ordinal_dot and plain.startswith(".", end)
        if ending or is_label or (plain[start].isdigit() and (is_item or is_dotted)):
            found.append(Rank(start, plain[start : ending[1] if ending else end], number))
    for start, end, value in ordinals_in(lex, plain.lower()):
        lead = LAST_LETTERS.search(plain[:start].lower().rstrip(" "))
        if not (lead and lead[0] in own.numbers.articles and lex.links.after(plain, end + 1)):  # "a third of"
            found.append(Rank(start, plain[start:end], Decimal(value)))
    counted = (
        one for one in found if not plain[one.start + len(one.text) :].lstrip(" -").startswith(own.ranks_from_end)
    )
    return tuple(sorted(counted, key=lambda one: one.start))


_POWER: Final = regex(
    r"(?:(?<=\d)[ \u00a0]?[×x·⋅*][ \u00a0]?|(?<![\d.,]))10"
    r"(?:\^[ ]?(?P<caret>[-\u2212]?\d{1,3})|(?P<raised>⁻?[⁰¹²³⁴-⁹]{1,3}))"
    r"|(?<=\d)[eE](?P<letter>[-+\u2212]?\d{1,3})(?!\w)"
)
_RAISED: Final = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹\u2212", "-0123456789-")
_MOST: Final = 60
"""The largest power that is read: no figure has more digits."""


def may_have_powers(text: str) -> bool:
    """Tell quickly whether a text may hold a power of ten."""
    return _POWER.search(text) is not None


def with_powers(loc: NumberLocale, text: str, every: Sequence[Numeral], unit: str | None) -> tuple[Numeral, ...]:
    """Read each number with the power of ten behind it, and the unit behind that; others stay as they are."""
    found = list(every)
    for power in _POWER.finditer(text):
        exponent = int((power["caret"] or power["raised"] or power["letter"]).translate(_RAISED))
        one_itself = "1" if power[0].startswith("1") else ""
        bare = f"{text[: power.start()]}{one_itself}{text[power.end() :]}"
        at = power.start() + len(one_itself)
        alone = next((one for one in read(loc, bare, unit=unit) if one.start < at <= one.end), None)
        if alone is None or abs(exponent) > _MOST:
            continue
        start = alone.start
        end = max(alone.end + len(text) - len(bare), power.end())
        whole = replace(alone, end=end, text=text[start:end])
        found = [one for one in found if one.end <= start or end <= one.start]
        found.append(replace(whole, value=alone.value.scaleb(exponent), ulp=alone.ulp.scaleb(exponent)))
    return tuple(sorted(found, key=lambda one: one.start))
