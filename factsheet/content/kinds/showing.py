"""How a kind shows its values: with the display that is asked for, in phrases, with the interval of an estimate."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, Protocol

from factsheet.content.kinds.saying import Lack, numerals
from factsheet.content.model import Metric, Span, Value
from factsheet.l10n import cldr, numbers, spelled
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import FormattedNumber, LosesDigits, unit_id_of
from factsheet.l10n.reading import Numeral, denominators, denominators_before, is_margin, is_out_of, scale_word
from factsheet.patterns import regex
from factsheet.records import dataclass, replace

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


def number_of(value: Value) -> Decimal:
    """Give the value as a number; raises TypeError where the kind has mixed up its values."""
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
    short = _shortest(size, abbreviated or written)
    return Forms(
        text=text,
        number=number.text,
        full=written(size).text,
        short=short.text,
        scale=number.scale,
        short_scale=short.scale,
    )


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
    category = cldr.plural_category(loc, value)
    return {
        gender: FormattedNumber(words, category, number=words) for gender, words in spelled.in_words(loc, value).items()
    }


def _shortest(value: Decimal, make: Make) -> FormattedNumber:
    """Short compact where that has an abbreviation and loses no digit, else all digits."""
    try:
        shown = make(value, display="compact-short")
    except LosesDigits:
        return make(value)
    return shown if shown.scale else make(value)


def phrase(unit: Mapping[str, str], number: FormattedNumber, text: str = "") -> str:
    """Put the number, or the text that has it, into the unit's phrase of its plural category (CLDR)."""
    template = unit.get(number.category) or unit.get("other", "{n}")
    return template.replace("{n}", text or number.text)


# What a text must say beside a value: what a rate is per, the interval or margin of an estimate, a score's most.

_REACH: Final = 40
"""How far behind a value the interval of its estimate may begin, in characters."""
_CLOSES: Final = regex(r"[ \u00a0]?(?:[\])–—-]|\Z)")
_SURE: Final = frozenset((Decimal(90), Decimal(95), Decimal(99)))
"""What confidences mostly are, in per cent."""
_SPREAD: Final = regex(r"[ \u00a0]?(?:\[[^\[\]]{1,60}\]|\([^()]{1,60}\)|(?:±|\+/[-\u2212])[ \u00a0]?[\d.,]*\d)")
"""The interval or the margin of an estimate, right behind its value."""
_SCALED_SPREAD: Final = regex(
    r"(?P<value>\d[\d.,]*)[ \u00a0]?(?P<opens>[\[(])(?P<ends>[^\[\]()]{1,60})(?P<closes>[\])])[ \u00a0]"
)
"""A value, its interval, and the space before what may be the scale of both."""
_JOINED: Final = regex(r"(?<=\w)\.?/(?=\w)")
"""The slash of "8.1/10" and "mg/dl": what it joins is read as two."""
_ENDS: Final = regex(r"[.!?](?= |\Z)")


def lack_of_rate(loc: NumberLocale, metric: Metric, text: str, numeral: Numeral) -> Lack | None:
    """Tell whether what the rate is per is lacking behind the numeral of a value."""
    if metric.per is None or metric.per in denominators(loc, text, numeral.end):
        return None
    return None if metric.per in denominators_before(loc, text, numeral.start) else Lack.PER


def lack_of_spread(loc: NumberLocale, metric: Metric, text: str, numeral: Numeral) -> Lack | None:
    """Tell whether the interval, the margin or the most of a score is lacking beside the numeral of a value."""
    return None if _says_spread(loc, metric, text, numeral) else Lack.BESIDE


def without_spread(metric: Metric, text: str, numeral: Numeral) -> str:
    """Leave out the interval or margin right behind a value, so that its unit follows: "1.09 [0.95 to 1.20] °C"."""
    found = _SPREAD.match(text, numeral.end) if metric.interval is not None or metric.margin is not None else None
    return text if found is None else text[: numeral.end] + text[found.end() :]


def otherwise(loc: NumberLocale, metric: Metric, text: str) -> Iterator[str]:
    """Other ways to write the same text, in which its numbers stand apart or have the scale that they share."""
    if (metric.per is not None or metric.out_of is not None) and "/" in text:
        yield _JOINED.sub(" / ", text)
    if metric.interval is not None:
        yield _with_scales(loc, text)


def _with_scales(loc: NumberLocale, text: str) -> str:
    """Write the scale word behind an interval where it is meant too: "36.7 [34.0–39.8] million" is of millions."""
    return _SCALED_SPREAD.sub(lambda found: _scaled(loc, found), text)


def _scaled(loc: NumberLocale, found: re.Match[str]) -> str:
    scale = scale_word(loc, found.string, found.end())
    return f"{found['value']} {scale} {found['opens']}{found['ends']} {scale}{found['closes']} " if scale else found[0]


def _says_spread(loc: NumberLocale, metric: Metric, text: str, numeral: Numeral) -> bool:
    measure = unit_id_of(metric.measure) if metric.measure else None
    every = [one for one in numerals(loc, text, measure) if one.start >= numeral.end]
    near = [one for one in every if _is_near(text, numeral.end, one.start) and one.value != metric.per]
    following = [one for one in near if _is_alike(text, numeral, one) or _is_sure(one)]
    sure = metric.confidence
    is_other_sure = sure is not None and any(_is_percent_of(one, numeral) and one.value != sure for one in near[:1])
    if metric.interval is not None and (is_other_sure or not _says_interval(metric, following)):
        return False
    if metric.margin is not None and not any(
        one.value == metric.margin and is_margin(loc, text, one.start) for one in following[:2]
    ):
        return False
    return metric.out_of is None or any(
        one.value == metric.out_of and is_out_of(loc, text, one.start) for one in following[:2]
    )


def _is_percent_of(one: Numeral, numeral: Numeral) -> bool:
    """Whether a number is a percentage beside one that is none: how sure it is."""
    return one.percent and not numeral.percent


def _is_near(text: str, end: int, start: int) -> bool:
    return start - end <= _REACH * 2 and not _ENDS.search(text, end, start)


def _says_interval(metric: Metric, following: Sequence[Numeral]) -> bool:
    """The first two numbers behind the value are the ends; between them may stand how sure they are ("95% CI")."""
    span, sure = metric.interval, metric.confidence
    if span is None:
        return True
    said = [one for one in following if not _is_confidence(one, sure, following)]
    if len(said) < len(following) and sure is not None and all(one.value != sure for one in following):
        return False
    return any((low.value, high.value) == (span.low, span.high) for low, high in list(pairwise(said))[:1])


def _is_confidence(one: Numeral, sure: Decimal | None, following: Sequence[Numeral]) -> bool:
    """Whether a percentage says how sure an interval is: the first of three numbers, and common for that."""
    is_first = len(following) > 2 and one is following[0]  # noqa: PLR2004 - itself and the two ends
    return is_first and one.percent and (_is_sure(one) or one.value == sure)


def _is_sure(one: Numeral) -> bool:
    return one.percent and one.value in _SURE


def _is_alike(text: str, numeral: Numeral, one: Numeral) -> bool:
    """Whether a number may belong to another: in its unit, or in none before a bracket or a dash."""
    if _unit(one) == _unit(numeral):
        return True
    is_bare = not one.percent and not one.points and one.currency is None and not one.is_measured
    return is_bare and _CLOSES.match(text, one.end) is not None


def _unit(one: Numeral) -> tuple[object, ...]:
    return one.percent, one.points, one.currency, one.is_measured


def machine_number(value: Decimal) -> str:
    """Write a Decimal with a point, without grouping, exponent or trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def span_of(value: Value) -> Span:
    """Give the value as a span; raises TypeError where the kind has mixed up its values."""
    if isinstance(value, Span):
        return value
    raise TypeError(type(value).__name__)
