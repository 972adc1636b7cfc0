"""Money: an amount in a currency of ISO 4217."""

from collections.abc import Mapping
from functools import partial

from factsheet.frontmatter import Scalar
from factsheet.kinds.base import (
    BadValue,
    Details,
    Forms,
    machine_number,
    number_of,
    numeric_forms,
    read_number,
)
from factsheet.l10n import cldr, numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.model import Metric, Value

_THOUSANDS = 3
"""So many digits after a point look like a group of thousands."""


class Money:
    """An amount; without a `unit` phrase it is written as CLDR writes the currency."""

    name = "money"
    keys = frozenset({"currency", "display", "digits", "history"})
    has_unit = True

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read an amount with no more decimals than the currency has; raises BadValue."""
        value = read_number(scalar)
        if details.currency is None:
            raise BadValue("N116")
        allowed = cldr.currency_digits(details.currency)
        written = max(0, -int(value.as_tuple().exponent))
        if written > allowed:
            like_thousands = scalar.text.count(".") == 1 and written == _THOUSANDS
            raise BadValue(
                "N117",
                variant="thousands" if like_thousands else "",
                value=scalar.text,
                currency=details.currency,
                allowed=allowed,
                joined=scalar.text.replace(".", ""),
            )
        return value

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the amount in the unit's phrase, or with the currency's symbol."""
        value, code = number_of(metric.value), metric.currency or ""
        plain = partial(numbers.decimal, loc, value)
        written = partial(numbers.currency, loc, value, code)
        return numeric_forms(metric, unit, value, plain=plain, written=written)

    def machine(self, value: Value) -> str:
        """Write the amount in the currency's main unit."""
        return machine_number(number_of(value))


KIND = Money()
