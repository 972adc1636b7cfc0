"""A statement in short, for messages: signs in place of words, so that it needs no translation."""

from decimal import Decimal
from typing import Final

from factsheet.content.statements.values import SHORT_UNITS, Statement
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale

SIGNS: Final = {"over": ">", "at-least": "≥", "about": "≈", "nearly": "≲", "under": "<", "up-to": "≤"}

_MOST_DIGITS: Final = 40


def in_short(loc: NumberLocale, found: Statement | None, bound: str | None = None) -> str:
    """Write "over 97 million dollars" as "> 97,000,000 USD"; "—" where no number is read."""
    if found is None or found.value is None:
        return "—"
    units = (one for one in (found.currency, SHORT_UNITS.get(found.unit or "", found.unit), found.conflict) if one)
    words = (SIGNS.get(found.second_bound or ""), SIGNS.get(bound or found.bound or ""))
    return " ".join((*filter(None, (*found.changes, found.beside, *words)), _number(loc, found.value), *units))


def _number(loc: NumberLocale, value: Decimal) -> str:
    plain = format(value, "f")
    return plain if len(plain) > _MOST_DIGITS else numbers.decimal(loc, value).text
