"""A statement in words, in the language of the terminal."""

from collections.abc import Mapping

from factsheet.cli.language import spoken
from factsheet.content.statements import Kind, Statement, values
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale

_NO_NUMBERS = frozenset((Kind.NAME, Kind.DATE, Kind.TIME))
BOUNDS: Mapping[str, str] = {
    "over": "over {number}",
    "at-least": "at least {number}",
    "about": "about {number}",
    "nearly": "nearly {number}",
    "under": "under {number}",
    "up-to": "up to {number}",
}
KINDS: Mapping[Kind, str] = {
    Kind.COUNT: "typed",
    Kind.DOUBT: "a year, a name or a count",
    Kind.YEAR: "a year",
    Kind.DATE: "a date",
    Kind.TIME: "a time",
    Kind.NAME: "a name",
    Kind.ORDINAL: "an ordinal",
    Kind.FRACTION: "a part",
    Kind.ROMAN: "a Roman numeral",
    Kind.MULTIPLE: "a multiple",
    Kind.AGE: "an age",
    Kind.DURATION: "a length of time",
    Kind.RATE: "what a rate is per",
}


def said(loc: NumberLocale, one: Statement) -> str:
    """Say in words what a statement says: "over 97,000,000, USD, of victims"."""
    if one.value is None or one.kind in _NO_NUMBERS:
        return spoken(KINDS[one.kind])
    number = one.text if one.text.isdecimal() else numbers.decimal(loc, one.value).text
    parts = [spoken(BOUNDS[one.bound], number=number) if one.bound else number]
    parts += [values.SHORT_UNITS.get(unit, unit) for unit in (one.currency, one.unit, one.conflict) if unit]
    parts += list(one.changes)
    parts += [spoken("with signs that belong to no number")] if one.odd else []
    parts += [spoken("of {nouns}", nouns=" ".join(one.nouns[:2]))] if one.nouns else []
    return ", ".join(parts)
