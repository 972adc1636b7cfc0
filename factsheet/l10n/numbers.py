"""Numbers, percentages, money, units and ranges as each language writes them, equal to ICU of the same CLDR.

Values are `Decimal`, and nothing is rounded unless asked: a form that cannot hold the value raises
`LosesDigits`, and with `exact=False` it is rounded half up. Patterns are those of UTS #35, part 3.
"""

from typing import TYPE_CHECKING

from factsheet.l10n.amounts import (
    CurrencyWidth,
    UnitWidth,
    currency,
    is_currency,
    is_unit,
    per,
    unit,
    unit_id_of,
    unit_names,
)
from factsheet.l10n.amounts import number as amount
from factsheet.l10n.decimals import Display, decimal, percent
from factsheet.l10n.figures import FormattedNumber, LosesDigits
from factsheet.l10n.ranges import number_range, printed_pattern

__all__ = [
    "UNITS",
    "CurrencyWidth",
    "Display",
    "FormattedNumber",
    "LosesDigits",
    "UnitWidth",
    "amount",
    "currency",
    "decimal",
    "is_currency",
    "is_unit",
    "number_range",
    "per",
    "percent",
    "printed_pattern",
    "unit",
    "unit_id_of",
]

UNITS: tuple[str, ...]
"""The ids of all units, such as "length-kilometer"; read from CLDR when first asked for."""


if not TYPE_CHECKING:  # pragma: no branch (to the type checker, a misspelt name stays an error)

    def __getattr__(name: str) -> tuple[str, ...]:
        """Give `UNITS`."""
        if name == "UNITS":
            return unit_names()
        raise AttributeError(name)
