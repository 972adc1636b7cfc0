"""Numerals in running text, in any language of CLDR: the reader itself."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache, partial
from itertools import pairwise
from typing import Final, TypeVar

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass, replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import exclusions
from factsheet.l10n.reading.calendar import date_spans
from factsheet.l10n.reading.context import Around, look_around
from factsheet.l10n.reading.digits import Digits, Numeral
from factsheet.l10n.reading.fold import NBSP, Folded, fold
from factsheet.l10n.reading.lexicon import Lexicon, lexicon
from factsheet.l10n.reading.phrases import skip_space
from factsheet.l10n.reading.qualifiers import bound_around
from factsheet.l10n.reading.units import Measure, measure, units_around
from factsheet.l10n.reading.words import number_words

Read = TypeVar("Read")
COMPOUNDING: Final = frozenset(("ja", "zh", "ko", "yue"))
_LONGEST_SCALE: Final = 24
_LEAST_YEAR: Final = 1000
_MARGIN: Final = regex(r"[ \u00a0]?(?:±|\+/-)[ \u00a0]?")
_RANGE: Final = regex(r"[ \u00a0]?[-–—~][ \u00a0]?")


@dataclass(frozen=True, slots=True)
class _Found:
    """A number and what is around it; `digits.value` is never None."""

    around: Around
    value: Decimal
    places: int
    """Digits after the decimal sign, less the power of ten of a word's own scale."""
    word: bool
    is_measured: bool = False


def read(loc: NumberLocale, text: str, *, unit: str | None = None) -> tuple[Numeral, ...]:
    """Give the numerals of a text in order, read by the rules of its language.

    Dates, times, addresses, identifiers, versions, phone numbers, articles of laws and ordinals are left out;
    years are given, see `is_year_like`. The time grows with the length of the text and not faster.

    `unit`, a CLDR unit such as "length-meter", is for a figure known to be in that unit: "5m" is then no
    million, and forms without a digit are read (Arabic "يومان", two days).
    """
    return _read(loc, text, unit)


@lru_cache(maxsize=64)
def _read(loc: NumberLocale, text: str, unit: str | None) -> tuple[Numeral, ...]:
    """Read a text; that of a quote is asked for by several checks."""
    lex = lexicon(loc)
    folded = fold(text, lex.code)
    known = measure(loc, unit) if unit else None
    found = list(_in_digits(loc, lex, folded, known))
    if known and not found:
        found = list(_without_digits(known, folded.plain))
    if lex.code in COMPOUNDING:
        found = list(in_runs(found, partial(_continues, folded.plain), _added))
    if lex.number_words:
        found = _merged(found, list(_in_words(lex, folded.plain, known)))
    if unit:
        found = [replace(one, is_measured=_is_measured(loc, unit, one, folded.plain)) for one in found]
    found = _shared(found, folded.text)
    return tuple(_numeral(lex, folded, one) for one in found)


def _in_digits(loc: NumberLocale, lex: Lexicon, folded: Folded, known: Measure | None) -> Iterator[_Found]:
    if not folded.digits:
        return
    hidden = _Hidden(loc, lex, folded)
    floor = 0
    for run in lex.syntax.runs(folded):
        if run.start() < hidden.until or hidden.covers(*run.span()):
            continue
        for digits in lex.syntax.split(folded.text, *run.span()):
            measured = known is not None and known.ends(folded.plain, digits.end) is not None
            if digits.start < hidden.until or (not measured and hidden.by_context(digits)):
                continue
            around = look_around(lex, folded.plain, Around(digits.start, digits.end), floor, known)
            if digits.value is not None and not hidden.by_glue(digits, around):
                _take_far_minus(folded.text, around)
                yield _Found(around, digits.value, digits.places, word=False)
                floor = hidden.until = around.end


def _take_far_minus(text: str, around: Around) -> None:
    """Take the minus that a no-break space parts from money (Hebrew), but no bullet of a list."""
    if around.currency and text[max(around.start - 2, 0) : around.start] == "-" + NBSP:
        around.negative, around.start = True, around.start - 2


def _without_digits(known: Measure, plain: str) -> Iterator[_Found]:
    for form, value in known.alone.items():
        at = plain.find(form)
        if at >= 0:
            yield _Found(Around(at, at + len(form)), Decimal(value), 0, word=True, is_measured=True)
            return


class _Hidden:
    """Keeps track of how far the text is hidden by masks while its digits are read from left to right."""

    def __init__(self, loc: NumberLocale, lex: Lexicon, folded: Folded) -> None:
        self._lex = lex
        self._folded = folded
        self._spans = sorted([*exclusions.addresses(folded.text), *date_spans(loc, folded)], reverse=True)
        self._label_end = 0
        self.until = 0

    def covers(self, start: int, end: int) -> bool:
        """Tell whether an address or a date holds some of these digits."""
        while self._spans and self._spans[-1][1] <= start:
            self._spans.pop()
        if self._spans and self._spans[-1][0] < end:
            self.until = max(self.until, self._spans[-1][1])
            return True
        return False

    def by_context(self, digits: Digits) -> bool:
        """Tell whether shape, line or a label makes a name of the digits; then hide all of the name."""
        folded, start = self._folded, digits.start
        label = exclusions.labelled(self._lex, folded, start)
        if label is None and exclusions.continues_label(self._lex, folded.text, self._label_end, start):
            label = digits.end
        if label is not None:
            self.until = self._label_end = label
            return True
        end = exclusions.shape(folded.text, start)
        if end is None or (end <= digits.end and digits.value is not None):
            end = exclusions.ordinal_of_line(folded, start)
        self.until = end or self.until
        return end is not None

    def by_glue(self, digits: Digits, around: Around) -> bool:
        """Tell whether letters make a name of the digits; then hide all of the name."""
        end = exclusions.glued(self._lex, self._folded.plain, (digits.start, digits.end), around)
        self.until = end or self.until
        return end is not None


def _is_measured(loc: NumberLocale, unit: str, found: _Found, plain: str) -> bool:
    """Tell whether a number is in a unit; the longest name that stands around it counts."""
    around = found.around
    start = around.start if around.unit_to is None else around.unit_to
    end = around.end if around.unit_at is None else around.unit_at
    return found.is_measured or (around.currency is None and unit in units_around(loc, plain, start, end))


def _in_words(lex: Lexicon, plain: str, known: Measure | None) -> Iterator[_Found]:
    floor = 0
    for words in number_words(lex, plain, known):
        around = Around(words.start, words.end, negative=words.negative)
        look_around(lex, plain, around, max(floor, words.start), known)
        if plain[words.start : words.end].lower() in lex.language.numbers.articles and not around.rest:
            continue  # "a time and a half"
        yield _Found(around, Decimal(words.value), -words.scale, word=True)
        floor = around.end


def in_runs(
    numbers: Iterable[Read], goes_on: Callable[[Read, Read], bool], added: Callable[[Read, Read], Read]
) -> Iterator[Read]:
    """Add up numbers that stand together with falling scales: "1億2000万" is one number."""
    last: Read | None = None
    for one in numbers:
        is_next = last is not None and goes_on(last, one)
        if last is not None and not is_next:
            yield last
        last = added(last, one) if last is not None and is_next else one
    if last is not None:
        yield last


def _continues(plain: str, before: _Found, one: _Found) -> bool:
    high, low = before.around, one.around
    gap = plain[high.end : low.start]
    attached = high.currency or high.percent or high.rest or low.negative
    return gap in ("", " ") and not attached and (high.scale or 0) > (low.scale or 0)


def _added(high: _Found, low: _Found) -> _Found:
    power = (high.around.scale or 0) - (low.around.scale or 0)
    low.around.start = high.around.start
    low.around.negative = high.around.negative
    return _Found(low.around, scaled(high.value, power) + low.value, low.places, word=False)


def _merged(digits: list[_Found], words: list[_Found]) -> list[_Found]:
    """Put both in order; words inside a number in digits ("100 mille") are none of their own."""
    taken = sorted([*digits, *words], key=lambda one: (one.around.start, one.word))
    kept: list[_Found] = []
    for one in taken:
        if not kept or one.around.start >= kept[-1].around.end:
            kept.append(one)
    return kept


def _shared(found: list[_Found], text: str) -> list[_Found]:
    """Give both ends of a range, and a number and its margin, what stands at one of them: "10–20 %", "$10–20"."""
    measured = {id(one) for one in found if one.is_measured}
    for low, high in pairwise(found):
        left, right = low.around, high.around
        is_margin = _MARGIN.fullmatch(text, left.end, right.start) is not None
        joined = _RANGE.fullmatch(text, left.end, right.start) and not low.word and not high.word
        if not is_margin and (not joined or low.value >= high.value):
            continue
        left.percent |= right.percent
        left.points |= right.points
        if left.scale is None and low.value < _LEAST_YEAR:
            left.scale = right.scale
        elif right.scale is None and text[left.end - 1].isdigit():  # Swahili "milioni 5–20"
            right.scale = left.scale
        left.currency = left.currency or right.currency
        right.currency = right.currency or left.currency
        if low.is_measured or high.is_measured:
            measured |= {id(low), id(high)}
    return [replace(one, is_measured=True) if id(one) in measured and not one.is_measured else one for one in found]


def _numeral(lex: Lexicon, folded: Folded, found: _Found) -> Numeral:
    around = found.around
    start, end = folded.start(around.start), folded.end(around.end)
    scale = around.scale or 0
    value, ulp = scaled(found.value, scale), scaled(Decimal(1), scale - found.places)
    if around.rest:
        value, ulp = with_rest(value, ulp, around.rest)
    return Numeral(
        start=start,
        end=end,
        text=folded.original[start:end],
        value=value.copy_negate() if around.negative else value,  # a minus would round to 28 digits
        ulp=ulp,
        currency=around.currency,
        percent=around.percent,
        points=around.points,
        bound=bound_around(lex, folded.plain, around.start, around.end),
        word=found.word,
        is_measured=found.is_measured,
    )


def scale_word(loc: NumberLocale, text: str, at: int) -> str | None:
    """Give the scale word that begins at a place of a text, as it is written, with the link before it; or None."""
    lex = lexicon(loc)
    folded = fold(text[at : at + _LONGEST_SCALE], lex.code)
    link = lex.links.after(folded.plain, 0)
    places = (0, skip_space(folded.plain, link[1])) if link else (0,)
    every = (lex.scales_after.after(folded.plain, place) for place in places)
    return next((folded.original[: folded.end(hit[1])] for hit in every if hit is not None), None)


def with_rest(value: Decimal, ulp: Decimal, rest: Decimal) -> tuple[Decimal, Decimal]:
    """Add to a number the part that stands behind it: "two million and a half"."""
    places = -int(rest.as_tuple().exponent)
    last = scaled(Decimal(1), ulp.adjusted() - places)
    return value + int(scaled(rest, places)) * last, last


def scaled(value: Decimal, power: int) -> Decimal:
    """Multiply by a power of ten, exactly and without an exponent."""
    if power == 0:
        return value
    return Decimal(format(Decimal(f"{value:f}E{power}"), "f"))
