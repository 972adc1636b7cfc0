"""How a kind shows its values: with the display that is asked for, in phrases, with the interval of an estimate."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Protocol, TypeVar

from factsheet.content.model import Metric, Value
from factsheet.core.records import dataclass, replace
from factsheet.l10n import cldr, numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import FormattedNumber, LosesDigits

COMPACT_FROM = Decimal(1_000_000)
"""The size from which `display: auto` uses a scale word where that loses no digit."""

_MARGIN = "{0}\u00a0±\u00a0{1}"


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
    scale: int = 0
    """The power of ten of the scale word in the text; 0 without one."""
    short_scale: int = 0
    """Likewise of the short form."""


Held = TypeVar("Held")


def held(kind: type[Held], value: Value) -> Held:
    """Give the value as what its kind holds; raises TypeError where the kind has mixed up its values."""
    if isinstance(value, kind):
        return value
    raise TypeError(type(value).__name__)


def number_of(value: Value) -> Decimal:
    """Give the value as a number, as `held` does, which costs a call more."""
    if isinstance(value, Decimal):
        return value
    raise TypeError(type(value).__name__)


class Make(Protocol):
    """Formats a number, or a range, of one language: what remains open is how."""

    def __call__(
        self, value: Decimal, /, *, display: str = "standard", digits: int | None = None, exact: bool = True
    ) -> FormattedNumber:
        """Format; raises LosesDigits where `exact` and the display asked for would lose a digit."""
        ...


def numeric_forms(  # noqa: PLR0913 - as many as a number has ways to be written
    metric: Metric,
    unit: Mapping[str, str] | None,
    loc: NumberLocale,
    size: Decimal,
    *,
    plain: Make,
    written: Make,
    abbreviated: Make | None = None,
    measured: Callable[[FormattedNumber], FormattedNumber] | None = None,
) -> Forms:
    """Show a number: `plain` formats it alone, `written` with its currency, sign or measure.

    The text of an estimate has its interval or margin in it, before a unit of measure, which `measured` adds.
    """
    number = displayed(metric, size, plain)
    if unit:
        text = phrase(unit, number, spread(metric, loc, number, plain))
    elif measured is not None:
        text = measured(replace(number, text=spread(metric, loc, number, plain))).text
    else:
        text = spread(metric, loc, displayed(metric, size, written), written)
    full = written(size)
    short = _shortest(size, abbreviated or written, whole=None if abbreviated else full)
    scales = {"scale": number.scale, "short_scale": short.scale}
    return Forms(text=text, number=number.text, full=full.text, short=short.text, **scales)


def worded_forms(
    metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale, size: Decimal, plain: Make
) -> Forms:
    """Show a number that is said in words only: its full and its short form stand in the phrase of the unit too."""
    made = numeric_forms(metric, unit, loc, size, plain=plain, written=plain)
    whole = phrase(unit or {}, plain(size))
    return Forms(text=made.text, number=made.number, full=whole, short=whole, scale=made.scale)


def displayed(metric: Metric, size: Decimal, make: Make) -> FormattedNumber:
    """Format with the display the metric asks for; `auto` takes a scale word from a million on, if exact."""
    exact = metric.bound == "exact"
    if metric.display != "auto":
        return make(size, display=metric.display, digits=metric.digits, exact=exact)
    if abs(size) >= COMPACT_FROM:
        try:
            return make(size, display="compact-long", digits=metric.digits)
        except LosesDigits:
            pass
    return make(size, digits=metric.digits, exact=exact)


def spread(metric: Metric, loc: NumberLocale, number: FormattedNumber, make: Make) -> str:
    """Give a number with the interval or margin of its estimate: "36.7 million [34–39.8 million]", "0.87 ± 0.12"."""
    if metric.interval is not None:
        plain = replace(metric, digits=None)
        ends = [displayed(plain, number_of(end), make) for end in (metric.interval.low, metric.interval.high)]
        inner = numbers.number_range(loc, *ends, pattern=numbers.printed_pattern(loc))
        return f"{number.text}\u00a0[{inner.text}]"
    if metric.margin is not None:
        margin = displayed(replace(metric, digits=None, change=False), metric.margin, make)
        return numbers.number_range(loc, number, margin, pattern=_MARGIN).text
    return number.text


def worded(metric: Metric, loc: NumberLocale) -> Mapping[str, FormattedNumber]:
    """Give a whole number up to a hundred in words, by gender; nothing for others, nor for a change or an estimate."""
    value = number_of(metric.value)
    if metric.change or any(one is not None for one in (metric.interval, metric.margin, metric.out_of)):
        return {}
    category, said = cldr.plural_category(loc, value), numbers.in_words(loc, value).items()
    return {gender: FormattedNumber(words, category, number=words) for gender, words in said}


def _shortest(value: Decimal, make: Make, *, whole: FormattedNumber | None) -> FormattedNumber:
    """Short compact where that has an abbreviation and loses no digit, else all digits: `whole`, where it is known."""
    with suppress(LosesDigits):
        shown = make(value, display="compact-short")
        if shown.scale:
            return shown
    return whole or make(value)


def phrase(unit: Mapping[str, str], number: FormattedNumber, text: str = "") -> str:
    """Put the number, or the text that has it, into the unit's phrase of its plural category (CLDR)."""
    template = unit.get(number.category) or unit.get("other", "{n}")
    return template.replace("{n}", text or number.text)


def machine_number(value: Decimal) -> str:
    """Write a Decimal with a point, without grouping, exponent or trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
