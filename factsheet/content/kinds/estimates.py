"""What a text must say beside a value: what a rate is per, the interval or margin of an estimate, a score's most.

Here also stand other ways to write the same text, in which numbers, units and bounds stand as they are read.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, pairwise
from typing import Final

from factsheet.content.kinds.quotes import Mismatch, numerals
from factsheet.content.kinds.showing import number_of
from factsheet.content.model import Metric, Span
from factsheet.content.statements.ranges import GLOSS
from factsheet.core.patterns import LETTERS, regex
from factsheet.core.records import replace
from factsheet.l10n import cldr
from factsheet.l10n.amounts import multiplied, times_as_large
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.decimals import SCALES
from factsheet.l10n.numbers import unit_id_of
from factsheet.l10n.reading.currencies import calls_other
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.numerals import read, scale_word
from factsheet.l10n.reading.rates import denominators, denominators_before, is_margin, is_out_of, with_bounds_behind
from factsheet.l10n.reading.shares import shares
from factsheet.l10n.reading.units import names_other_unit, names_unit
from factsheet.l10n.reading.words import in_figures

YEARS: Final = "duration-year"
"""The unit of ages."""

_SCALED_SPREAD: Final = regex(
    r"(?P<value>\d[\d.,]*)[ \u00a0]?(?P<opens>[\[(])(?P<ends>[^\[\]()]{1,60})(?P<closes>[\])])[ \u00a0]"
)
"""A value, its interval, and the space before what may be the scale of both."""
_JOINED: Final = regex(r"(?<=\w)\.?/(?=\w)")
"""The slash of "8.1/10" and "mg/dl": what it joins is read as two."""
_BITS: Final = regex(r"(?<=[kKMGT]b)ps(?!\w)")
"""What stands for the slash and the second in the sign of bits per second."""
_POWERS: Final = regex(
    r"(?<=[^\W\d_²³])[ \u00a0·]?(?P<unit>[^\W\d_]{1,3})[-\u2212\u2013\u207b](?:[1¹]|(?P<power>[23²³]))(?!\w)"
)
"""Powers below nought of the units that another is per: "mm yr⁻¹" is mm/yr, "W m–2" W/m2."""
_OF_GAS: Final = regex(r"(?<=[tg])(?=CO[2₂])")
"""Where the gas begins that is weighed: "GtCO2-eq" is a gigatonne of it."""
_HYPHENS: Final = regex(r"(?<=[^\W\d_])-(?=\d)|(?<=\d)-(?=[^\W\d_])|(?<=\d)-(?= [^\W\d_])")
_AGE: Final = regex(r"(?<=[^\W\d_])-(?P<age>\d{1,3})(?![\d.,%])(?!-\d)")
"""What follows a bound by a hyphen: "the under-5 population"."""
_PLURAL: Final = regex(r"(?<=\d)s(?!\w)")
"""What makes a group of an age: "the under 18s"."""
_REACH: Final = 40
"""How far behind a value the interval of its estimate may begin, in characters."""
_CLOSES: Final = regex(r"[ \u00a0]?(?:[\])–—-]|\Z)|(?:[ \u00a0][^\W\d_]{1,5}){1,2}[ \u00a0](?=[\d<>])|[ \u00a0]?[<>≤≥]")
_SURE: Final = frozenset((Decimal(90), Decimal(95), Decimal(99)))
"""What confidences mostly are, in per cent."""
_SPREAD: Final = regex(r"[ \u00a0]?(?:\[[^\[\]]{1,60}\]|\([^()]{1,60}\)|(?:±|\+/[-\u2212])[ \u00a0]?[\d.,]*\d)")
"""The interval or the margin of an estimate, right behind its value."""
_NUMBER: Final = regex(r"\d(?:[\d.,\u00a0\u202f']*\d)?")
_BETWEEN: Final = 20
"""How far apart two numbers may stand that are the ends of a range, in characters."""
_ENDS: Final = regex(r"[.!?](?= |\Z)")


def is_estimate(metric: Metric) -> bool:
    """Tell whether a figure says itself how far it may be off, and so is "about" so much without saying it."""
    return metric.interval is not None or metric.margin is not None


def mismatch_of_rate(loc: NumberLocale, metric: Metric, text: str, numeral: Numeral) -> Mismatch | None:
    """Tell whether what the rate is per is lacking behind the numeral of a value."""
    if metric.per is None or metric.per in denominators(loc, text, numeral.end):
        return None
    return None if metric.per in denominators_before(loc, text, numeral.start) else Mismatch.PER


def in_other_words(loc: NumberLocale, metric: Metric, text: str) -> Iterator[tuple[Metric, str]]:
    """Give other ways to say the same of a figure: the text written otherwise, a rate per another number or unit."""
    every = tuple(dict.fromkeys((text, *otherwise(loc, metric, text))))
    yield from ((metric, one) for one in every[1:])
    yield from ((rate, one) for one in every for rate in _restated(loc, metric, one))


def _restated(loc: NumberLocale, metric: Metric, text: str) -> Iterator[Metric]:
    """Give a rate anew, if exact, for each denominator of a text that is another size of its own: 96 per million."""
    if metric.per is None or not isinstance(metric.value, Decimal):
        return
    every = numerals(loc, text)
    said = ((*denominators(loc, text, one.end), *denominators_before(loc, text, one.start)) for one in every)
    for per in dict.fromkeys(chain.from_iterable(said)):
        size = None if per == metric.per else times_as_large(per, metric.per)
        if size is not None and (value := multiplied(metric.value, size)) is not None:
            margin = metric.margin and multiplied(metric.margin, size)
            ends = (metric.interval.low, metric.interval.high) if metric.interval else ()
            low, high = [multiplied(number_of(one), size) for one in ends] or (None, None)
            interval = Span(low, high) if low is not None and high is not None else None
            yield replace(metric, per=per, value=value, margin=margin, interval=interval)


def mismatch_beside(
    loc: NumberLocale, metric: Metric, plain: tuple[str, Numeral], whole: tuple[str, Numeral]
) -> Mismatch | None:
    """Tell what is lacking beside the numeral of a value: what it is per; the interval, the margin, a score's most.

    The first is looked for in the `plain` text, which has no interval, and the others in the `whole` one.
    """
    return mismatch_of_rate(loc, metric, *plain) or (None if _says_spread(loc, metric, *whole) else Mismatch.BESIDE)


def without_spread(metric: Metric, text: str, numeral: Numeral) -> str:
    """Leave out the interval or margin right behind a value, so that its unit follows: "1.09 [0.95 to 1.20] °C"."""
    found = _SPREAD.match(text, numeral.end) if metric.interval is not None or metric.margin is not None else None
    return text if found is None else text[: numeral.end] + text[found.end() :]


def _says_spread(loc: NumberLocale, metric: Metric, text: str, numeral: Numeral) -> bool:
    measure = unit_id_of(metric.measure) if metric.measure else None
    behind = [one for one in numerals(loc, text, measure) if one.start >= numeral.end]
    every = sharing_scales(loc, behind)
    close = [one for one in every if one.start - numeral.end <= _REACH * 2 and one.value != metric.per]
    near = [one for one in close if not _ENDS.search(text, numeral.end, one.start)]
    following = [
        one for one in near if _is_alike(text, numeral, one) or _is_sure(one) or _is_bare_margin(loc, metric, text, one)
    ]
    sure = metric.confidence
    percentages = [one for one in near[:3] if one.percent and not numeral.percent and (one is near[0] or _is_sure(one))]
    is_other_sure = sure is not None and bool(percentages) and all(one.value != sure for one in percentages)
    if metric.interval is not None and (is_other_sure or not _says_interval(metric, following)):
        return False
    margins = (one for one in following[:2] if one.value == metric.margin and is_margin(loc, text, one.start))
    if metric.margin is not None and all(measure and names_other_unit(loc, text, one.end, measure) for one in margins):
        return False
    if metric.out_of is None:
        return True
    ahead = (one for one in shares(loc, text) if one.start < numeral.start < one.end)  # "5点満点で4.2点"
    said = [(one.part, one.whole) for one in ahead]
    said += [(numeral.value, one.value) for one in following[:2] if is_out_of(loc, text, one.start)]
    return (numeral.value, metric.out_of) in said


def _is_bare_margin(loc: NumberLocale, metric: Metric, text: str, one: Numeral) -> bool:
    """Whether a number is a margin without a unit of its own: "43% (±3.1 points)"."""
    is_measured = metric.measure is not None and names_unit(loc, text, one.end)
    is_plain = not one.percent and one.currency is None and not is_measured
    return is_plain and is_margin(loc, text, one.start)


def sharing_scales(loc: NumberLocale, every: Sequence[Numeral]) -> tuple[Numeral, ...]:
    """Read the first of two numbers in the scale of the second, as readers do: "between 5 and 20 million"."""
    found = list(every)
    for place, (low, high) in enumerate(pairwise(every)):
        digits = _NUMBER.search(low.text)
        is_bare = high.start - low.end <= _BETWEEN and digits and not any(map(str.isalpha, low.text[digits.end() :]))
        power = _scale_of(loc, high) if is_bare else 0
        if power and low.value < high.value.scaleb(-power):
            found[place] = replace(low, value=low.value.scaleb(power))
    return tuple(found)


def _scale_of(loc: NumberLocale, one: Numeral) -> int:
    """The power of ten of the scale word behind the digits of a numeral; 0 without one."""
    digits = _NUMBER.search(one.text)
    is_scaled = digits is not None and not one.word and any(map(str.isalpha, one.text))
    alone = read(loc, digits[0]) if digits and is_scaled else ()
    return next((power for power in SCALES.values() if alone and alone[0].value.scaleb(power) == one.value), 0)


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
    if _unit(one) == _unit(numeral) or (numeral.percent and one.points):  # percentages are off by points
        return True
    is_bare = not one.percent and not one.points and one.currency is None and not one.is_measured
    return is_bare and _CLOSES.match(text, one.end) is not None


def _unit(one: Numeral) -> tuple[object, ...]:
    return one.percent, one.points, one.currency, one.is_measured


def otherwise(loc: NumberLocale, metric: Metric, text: str) -> Iterator[str]:
    """Other ways to write the same text, in which numbers stand apart, beside their units, or have a shared scale."""
    if (metric.per is not None or metric.out_of is not None) and "/" in text:
        yield _JOINED.sub(" / ", text)
    if GLOSS.search(text):
        yield GLOSS.sub(lambda found: found[0] if _is_of_money(loc, metric, found[0]) else "", text)
    if metric.per == "second":
        yield _BITS.sub("/s", text)
    if metric.interval is not None:
        yield _SCALED_SPREAD.sub(lambda found: _scaled(loc, found), text)
    yield in_figures(loc, text, numbers=metric.measure is not None)
    if metric.measure is not None:
        yield from _with_units(loc, unit_id_of(metric.measure) or "", text)


def _is_of_money(loc: NumberLocale, metric: Metric, gloss: str) -> bool:
    """Whether words in brackets say which money an amount is in: "100 dollars (Canadian)"."""
    own, words = metric.currency, LETTERS.findall(gloss)
    return own is not None and any(calls_other(loc, word, own) or word in cldr.currency_codes() for word in words)


def _with_units(loc: NumberLocale, unit: str, text: str) -> Iterator[str]:
    """Write a unit right behind its number: "65 o más años" are 65 years or more, "under-18s" are under 18 years."""
    yield with_bounds_behind(loc, text)
    yield _OF_GAS.sub(" ", _POWERS.sub(r"/\g<unit>\g<power>", text))
    apart = _HYPHENS.sub(" ", text)
    if unit == YEARS:
        name = cldr.unit_patterns(loc, unit, "long").get("other", "").replace("{0}", "").strip(" \u00a0")
        yield _PLURAL.sub(f" {name}", apart)
        yield _AGE.sub(rf" \g<age> {name}", text)
    yield apart


def _scaled(loc: NumberLocale, found: re.Match[str]) -> str:
    """Write the scale word behind an interval where it is meant too: "36.7 [34.0–39.8] million" is of millions."""
    scale = scale_word(loc, found.string, found.end())
    return f"{found['value']} {scale} {found['opens']}{found['ends']} {scale}{found['closes']} " if scale else found[0]
