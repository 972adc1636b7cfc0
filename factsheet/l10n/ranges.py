"""Ranges of numbers, with what both ends share written once where ICU does so."""

from typing import Final

from factsheet.l10n import cldr, phrases
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.formatted import FormattedNumber
from factsheet.records import replace

_SPACES = " \u00a0\u2009\u202f"
_TYPED: Final = "{0} - {1}"
"""What CLDR 47 has for European Portuguese, Burmese and Romanian."""
_PRINTED: Final = "{0}\u2013{1}"


def printed_pattern(loc: NumberLocale) -> str:
    """Give how two numbers {0} and {1} make a range in print: CLDR's way, but never a hyphen between spaces.

    Such a hyphen is how a dash is typed. It reads as a minus, and a line may end before and after it
    (docs/decisions/0017-ranges.md).
    """
    pattern = cldr.range_pattern(loc)
    return _PRINTED if pattern == _TYPED else pattern


def number_range(
    loc: NumberLocale, low: FormattedNumber, high: FormattedNumber, *, pattern: str | None = None
) -> FormattedNumber:
    """Write "low–high"; equal ends give one number.

    A sign of one character is repeated ("3% – 5%"), a longer one and a unit are not ("3–5 €", "3–5 days").
    `pattern` replaces CLDR's; pages are given `printed_pattern`.
    """
    if low.text == high.text:
        return high
    glue = pattern or cldr.range_pattern(loc)
    category = cldr.joined_category(loc, low.category, high.category)
    if pattern and low.scale == high.scale and low.around[0] == high.around[0]:
        low = replace(low, around=high.around)  # "1 milion" and "1,7 milioane" share the word of the second
    if low.phrase != high.phrase:
        return FormattedNumber(_apart(glue, low.text, high.text), category, high.scale)
    inner = FormattedNumber(_numbers(glue, low, high), category, high.scale)
    return inner if high.phrase is None else phrases.in_phrase(loc, inner, high.phrase)


def _numbers(glue: str, low: FormattedNumber, high: FormattedNumber) -> str:
    """Join two numbers with their signs and scale words, without the phrase they stand in."""
    before, after = high.around
    if low.around != high.around:
        return _apart(glue, _signed(low), _signed(high))
    if len(before + after) > 1:
        return before + _filled(glue, low.number, high.number) + after
    if before + after:
        return _apart(glue, _signed(low), _signed(high))
    return _filled(glue, low.number, high.number)


def _signed(number: FormattedNumber) -> str:
    before, after = number.around
    return before + number.number + after


def _apart(glue: str, low: str, high: str) -> str:
    """Join two texts that repeat a sign or word, with spaces around the glue."""
    middle = glue.replace("{0}", "", 1).replace("{1}", "", 1)
    if middle[:1] not in _SPACES or not middle:
        middle = f" {middle}"
    if middle[-1] not in _SPACES:
        middle = f"{middle} "
    return low + middle + high


def _filled(glue: str, low: str, high: str) -> str:
    return glue.replace("{0}", low, 1).replace("{1}", high, 1)
