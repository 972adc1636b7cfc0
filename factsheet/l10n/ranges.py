"""Ranges of numbers, with what both ends share written once where ICU does so."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal

from factsheet.core.records import replace
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.figures import FormattedNumber, Phrase

# Numbers inside a phrase that follows their plural category: units, and currencies by name.

_WIDTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "long": ("long", "short", "narrow"),
    "short": ("short", "long", "narrow"),
    "narrow": ("narrow", "short", "long"),
}
"""Where a unit's pattern is looked for, width by width."""


_NUMBER: Final = "{0}"


def in_phrase(loc: NumberLocale, number: FormattedNumber, phrase: Phrase) -> FormattedNumber:
    """Write the number in its phrase."""
    pattern = _pattern(loc, phrase, number.category)
    text = pattern.replace("{0}", number.text)
    return FormattedNumber(text, number.category, number.scale, number.number, number.around, phrase)


@lru_cache(maxsize=8192)
def _pattern(loc: NumberLocale, phrase: Phrase, category: str) -> str:
    kind, name, width = phrase
    return _unit(loc, name, width, category) if kind == "unit" else _money(loc, name, category)


def _money(loc: NumberLocale, code: str, category: str) -> str:
    names, glue = cldr.currency_names(loc, code), cldr.currency_glue(loc)
    name = names.get(category) or names.get("other") or cldr.currency_name(loc, code)
    return (glue.get(category) or glue["other"]).replace("{1}", name)


def _unit(loc: NumberLocale, name: str, width: str, category: str) -> str:
    """Give a unit's pattern; a width that the language lacks falls back to the next one."""
    for one in _WIDTHS[width]:
        found = cldr.unit_patterns(loc, name, one)
        if category in found or "other" in found:
            return _with_number(found.get(category) or found["other"], category, found.get("other", ""))
    raise KeyError(name)


def _with_number(pattern: str, category: str, other: str) -> str:
    """Give a pattern that holds the number, as a figure always shows it.

    Some patterns of CLDR are words alone: "kilowatt-oră" for one, the Arabic and Hebrew dual for two. The word for one
    takes the number where `other` has it; in place of the dual, `other` stands with the number.
    """
    if _NUMBER in pattern or _NUMBER not in other:
        return pattern if _NUMBER in pattern else f"{_NUMBER} {pattern}"
    if category != "one":
        return other
    before, _, after = other.partition(_NUMBER)
    space = after[:1] if after[:1].isspace() else before[-1:] if before[-1:].isspace() else " "
    return f"{_NUMBER}{space}{pattern}" if after else f"{pattern}{space}{_NUMBER}"


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
    return inner if high.phrase is None else in_phrase(loc, inner, high.phrase)


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


# Lists in running text: "a, b și c".

_SPANISH_E: Final = ("i", "hi")
_SPANISH_NOT_E: Final = ("hia", "hie", "hio")
_SPANISH_U: Final = ("o", "ho", "8")
_ELEVEN: Final = "11"
_HEBREW: Final = range(0x0590, 0x0600)


def join(loc: NumberLocale, items: Sequence[str], kind: Literal["and", "or"] = "and") -> str:
    """Join the items as the language does; nothing for none, the item itself for one.

    Spanish says "e" before the sound i and "u" before o; Hebrew sets a hyphen before another script.
    """
    if len(items) <= 1:
        return "".join(items)
    patterns = cldr.list_patterns(loc, "standard" if kind == "and" else "or")
    *rest, last = items
    if len(items) == 2:  # noqa: PLR2004 (a pair)
        return _joined_by(_fitting(loc, patterns["2"], last), rest[0], last)
    text = _joined_by(_fitting(loc, patterns["end"], last), rest[-1], last)
    for item in reversed(rest[1:-1]):
        text = _joined_by(patterns["middle"], item, text)
    return _joined_by(patterns["start"], rest[0], text)


def _joined_by(pattern: str, one: str, other: str) -> str:
    before, _, rest = pattern.partition("{0}")
    between, _, after = rest.partition("{1}")
    return f"{before}{one}{between}{other}{after}"


def _fitting(loc: NumberLocale, pattern: str, following: str) -> str:
    """Choose the form of "and" or "or" by the sound or script of the word that follows."""
    if loc.code == "es":
        return _spanish(pattern, following.casefold())
    if loc.code == "he" and following and ord(following[0]) not in _HEBREW:
        return pattern.replace(" ו{1}", " ו-{1}")
    return pattern


def _spanish(pattern: str, following: str) -> str:
    if following.startswith(_SPANISH_E) and not following.startswith(_SPANISH_NOT_E):
        return pattern.replace(" y {1}", " e {1}")
    if following.startswith((*_SPANISH_U, f"{_ELEVEN} ")) or following == _ELEVEN:
        return pattern.replace(" o {1}", " u {1}")
    return pattern
