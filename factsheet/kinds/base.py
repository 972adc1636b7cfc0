"""What a kind of value is: how it is read, shown in a language, and written for machines."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from factsheet.frontmatter import Scalar
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import LosesDigits, Shown
from factsheet.model import Metric, Span, Value

MAX_DIGITS = 30
"""How many digits a declared number may have."""

COMPACT_FROM = Decimal(1_000_000)
"""The size from which `display: auto` uses a scale word where that loses no digit."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_REFUSALS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("boolean", re.compile(r"(?i)(?:true|false|yes|no|on|off|y|n)")),
    ("not-finite", re.compile(r"(?i)[-+]?\.?(?:nan|inf|infinity)")),
    ("exponent", re.compile(r"[-+]?[0-9.]+[eE][-+]?[0-9]+")),
    ("base", re.compile(r"[-+]?0(?:[0-9_]+|[xXoObB][0-9a-fA-F_]+)(?:\.[0-9]*)?")),
    ("sexagesimal", re.compile(r"[-+]?[0-9]+(?::[0-9]+)+(?:\.[0-9]*)?")),
    ("separators", re.compile(r"[-+]?[0-9]{1,3}(?:[.,'_\u2019 \u00a0\u202f][0-9]{3})+(?:[.,][0-9]+)?")),
    ("decimal-comma", re.compile(r"[-+]?[0-9]+,[0-9]+")),
    ("percent-sign", re.compile(r"[-+]?[0-9.,]+[ \u00a0\u202f]*%")),
)


class BadValue(Exception):
    """A value that its kind refuses: the code of the finding, the fix to offer and what fills them."""

    def __init__(self, code: str, *, variant: str = "", **values: object) -> None:
        """Keep what the finding will say."""
        super().__init__(code)
        self.code = code
        self.variant = variant
        self.values = values


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What else the metric says that bears on reading its value."""

    currency: str | None = None
    measure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """A figure in one language, without its bound word."""

    text: str
    """Number and unit, as the bare reference shows it."""
    number: str
    """The number alone."""
    full: str
    """All digits, with the currency, percent sign or measure that CLDR writes."""
    short: str
    """Short compact where that loses no digit, else all digits."""


class Kind(Protocol):
    """One kind of value; a module of `factsheet.kinds` holds one instance."""

    name: str
    keys: frozenset[str]
    """The metric keys, besides those every metric has, that this kind takes."""
    has_unit: bool
    """Whether the kind takes `unit` phrases."""

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read the declared value; raises BadValue."""
        ...

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the value in a language; raises LosesDigits where the display asked for is not exact."""
        ...

    def machine(self, value: Value) -> str:
        """The value for machines, as it stands in the HTML attribute."""
        ...


def number_of(value: Value) -> Decimal:
    """Give the value as a number; raises TypeError where the kind has mixed up its values."""
    if isinstance(value, Decimal):
        return value
    raise TypeError(type(value).__name__)


def span_of(value: Value) -> Span:
    """Give the value as a span; raises TypeError where the kind has mixed up its values."""
    if isinstance(value, Span):
        return value
    raise TypeError(type(value).__name__)


def read_number(scalar: Scalar) -> Decimal:
    """Read a plain decimal number such as 1209, -3 or 12.5; raises BadValue for anything else."""
    text = scalar.text
    if scalar.quoted:
        raise BadValue("N101", variant="quoted", value=text[:80])
    if not _NUMBER.fullmatch(text):
        variant = next((name for name, pattern in _REFUSALS if pattern.fullmatch(text)), "")
        raise BadValue("N101", variant=variant, value=text[:80])
    if sum(character.isdigit() for character in text) > MAX_DIGITS:
        raise BadValue("N114", digits=MAX_DIGITS)
    return Decimal(text)


def read_whole(scalar: Scalar) -> Decimal:
    """Read a whole number that is not negative; `1.209` is refused because it could be meant as 1209."""
    value = read_number(scalar)
    if value != value.to_integral_value() or "." in scalar.text:
        raise BadValue("N103", variant=_like_thousands(scalar.text), value=scalar.text, joined=_joined(scalar.text))
    if value < 0:
        raise BadValue("N103", variant="negative", value=scalar.text, joined="")
    return value


def _like_thousands(text: str) -> str:
    return "thousands" if re.fullmatch(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+", text) else ""


def _joined(text: str) -> str:
    return text.replace(".", "")


def machine_number(value: Decimal) -> str:
    """Write a Decimal with a point, without grouping, exponent or trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class Make(Protocol):
    """Formats one value, or one range, of one language: what remains open is how."""

    def __call__(self, *, display: str = "standard", digits: int | None = None, exact: bool = True) -> Shown:
        """Format; raises LosesDigits where `exact` and the display asked for would lose a digit."""
        ...


def numeric_forms(
    metric: Metric,
    unit: Mapping[str, str] | None,
    size: Decimal,
    *,
    plain: Make,
    written: Make,
    abbreviated: Make | None = None,
) -> Forms:
    """Show a number: `plain` formats it alone, `written` with its currency, sign or measure."""
    number = displayed(metric, size, plain)
    return Forms(
        text=phrase(unit, number) if unit else displayed(metric, size, written).text,
        number=number.text,
        full=written().text,
        short=_shortest(abbreviated or written),
    )


def displayed(metric: Metric, size: Decimal, make: Make) -> Shown:
    """Format with the display the metric asks for; `auto` takes a scale word from a million on, if exact."""
    exact = metric.bound == "exact"
    if metric.display != "auto":
        return make(display=metric.display, digits=metric.digits, exact=exact)
    if abs(size) >= COMPACT_FROM:
        try:
            return make(display="compact-long", digits=metric.digits)
        except LosesDigits:
            pass
    return make(digits=metric.digits, exact=exact)


def _shortest(make: Make) -> str:
    """Short compact where that has an abbreviation and loses no digit, else all digits."""
    try:
        shown = make(display="compact-short")
    except LosesDigits:
        return make().text
    return shown.text if shown.scale else make().text


def phrase(unit: Mapping[str, str], number: Shown) -> str:
    """Put the number into the unit's phrase of its plural category (CLDR; `other` where it is not given)."""
    template = unit.get(number.category) or unit.get("other", "{n}")
    return template.replace("{n}", number.text)
