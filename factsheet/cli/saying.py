"""A statement in words, in the language of the terminal."""

from collections.abc import Mapping

from factsheet.cli.language import spoken
from factsheet.content.statements import Statement, StatementKind, values
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale

_NO_NUMBERS = frozenset((StatementKind.NAME, StatementKind.DATE, StatementKind.TIME))
BOUNDS: Mapping[str, str] = {
    "over": "over {number}",
    "at-least": "at least {number}",
    "about": "about {number}",
    "nearly": "nearly {number}",
    "under": "under {number}",
    "up-to": "up to {number}",
}
KINDS: Mapping[StatementKind, str] = {
    StatementKind.COUNT: "typed",
    StatementKind.DOUBT: "a year, a name or a count",
    StatementKind.YEAR: "a year",
    StatementKind.DATE: "a date",
    StatementKind.TIME: "a time",
    StatementKind.NAME: "a name",
    StatementKind.ORDINAL: "an ordinal",
    StatementKind.FRACTION: "a part",
    StatementKind.ROMAN: "a Roman numeral",
    StatementKind.MULTIPLE: "a multiple",
    StatementKind.AGE: "an age",
    StatementKind.DURATION: "a length of time",
    StatementKind.RATE: "what a rate is per",
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
