"""Statements that stand together: ends of a range, numbers of a list, parts of one number."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Final

from factsheet.content.statements.comparing import OF_TIME, OPEN, Statement, StatementKind
from factsheet.content.statements.grammar import DURATIONS, grammar
from factsheet.content.statements.text import FoldedText
from factsheet.core.patterns import LETTERS, regex
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.qualifiers import bound_before

_NAMES: Final = frozenset(
    (StatementKind.NAME, StatementKind.AGE, StatementKind.YEAR, StatementKind.DURATION, StatementKind.TIME)
)
_COMMAS: Final = frozenset((",", "،", "、"))
_DASHES: Final = frozenset("-–—")
_OF_WHOLE: Final = frozenset(("分の", "分之"))
_YEARS: Final = (1000, 2199)
_NEXT_PART: Final = regex(r", [^\W\d_]+")
"""What stands before the next part of a reference: "table 4, column 2"."""

GLOSS: Final = regex(r"\([^()\d]{1,30}\) ?")
"""What a bracket says of one end of a scale: "from 1 (never) to 5 (always)"."""
_LONGEST_NAME: Final = 10_000
_REACH: Final = 40
_WHOLES: Final = frozenset(Decimal(10) ** power for power in range(2, 7))
"""What rates are per."""
_YEAR: Final = Statement(0, 0, (0, 0), StatementKind.YEAR)


def are_ends(loc: NumberLocale, text: str, low: Numeral, high: Numeral, every: Iterable[Numeral]) -> bool:
    """Tell whether two of some numbers are joined as ends, in their order and with none between them.

    They are by no "or", "of" or comma, and by "and" behind "between" only.
    """
    if low.end > high.start or any(low.end <= one.start and one.end <= high.start for one in every):
        return False
    own = grammar(loc)
    gap, lead = text[low.end : high.start].strip(" \u00a0").lower(), text[: low.start].lower()
    is_led = not own.own.between or any(word in lead for word in own.own.between)
    return gap not in (*_COMMAS, own.either, *own.own.wholes) and (is_led or gap not in own.own.joins)


def added(high: Statement, low: Statement) -> Statement:
    """Add up what stands together with falling scales: "1億2000万" is one number."""
    low.value = (high.value or Decimal(0)) + (low.value or Decimal(0))
    low.start, low.digits = high.start, (high.digits[0], low.digits[1])
    low.bound, low.figure = low.bound or high.bound, high.figure if low.figure is None else low.figure
    return low


def goes_on(high: Statement, low: Statement) -> bool:
    """Tell whether a number goes on from another, right behind it and smaller than its last digit."""
    attached = high.currency or high.unit or high.value is None or low.value is None or low.value < 0
    return not attached and high.end == low.start and high.ulp > 1 and low.value is not None and low.value < high.ulp


def join_parts(text: FoldedText, found: list[Statement]) -> None:
    """Make one number of the two of a part whose whole is named first: "3分の1", "三分之一"."""
    for whole, part in tuple(pairwise(found)):
        gap = text.lower[whole.digits[1] : part.digits[0]]
        is_typed = whole.figure is None and part.figure is None
        if gap in _OF_WHOLE and is_typed and whole.value and part.value and part.value < whole.value:
            part.start, part.digits, part.value = (
                whole.start,
                (whole.digits[0], part.digits[1]),
                part.value / whole.value,
            )
            part.kind, part.bound, part.ulp = StatementKind.COUNT, whole.bound, Decimal("0.0001")
            found.remove(whole)


def share(text: FoldedText, found: list[Statement]) -> None:
    """Give both ends of a range what stands at one of them: "10–20 %", "between 5 and 20 million", "$10–20"."""
    to = text.grammar.to
    for low, high in pairwise(found):
        gap = _gap(text, low, high)
        is_range = gap in _DASHES or (gap in text.grammar.own.joins and text.before(text.grammar.between, low.start))
        if is_range or gap == text.grammar.either or (gap in to and _leads_up(text, low, high)):
            low.is_end = high.is_end = True
            if is_range and low.kind is StatementKind.YEAR and high.kind is StatementKind.COUNT and high.counted:
                low.kind = high.kind  # "between 1809 and 1850 arrests"
        if StatementKind.FRACTION in {low.kind, high.kind} or low.kind in _NAMES or not _is_range(text, low, high):
            continue
        if gap == text.grammar.either and (low.value or 0) > (high.value or 0):
            continue  # a number and its share: "17.27 or 1.2 %"
        _share_scale(text, low, high)
        is_own = high.currency is not None and high.start < high.digits[0] and gap in text.grammar.own.joins
        if is_own and not text.before(text.grammar.between, low.start):
            continue  # "97 and $97": a sign before a number says nothing of the one before it
        if low.currency is None and low.unit is None:
            low.currency, low.unit = high.currency, high.unit
        elif high.currency is None and high.unit is None and low.start < low.digits[0] and gap in to:
            high.currency = low.currency


def _share_scale(text: FoldedText, low: Statement, high: Statement) -> None:
    """Give the lower end the scale that stands behind the upper one alone: "3–5 thousand" is from 3,000."""
    if low.figure is not None or high.ulp <= 1 or low.ulp > 1 or low.value is None or high.value is None:
        return
    digits = text.plain[high.digits[0] : high.digits[1]]
    last = Decimal(digits) if digits.isdecimal() else Decimal(0)
    if 0 <= low.value < last < high.value:
        low.value, low.ulp = low.value * high.value / last, low.ulp * high.value / last


def _is_range(text: FoldedText, low: Statement, high: Statement) -> bool:
    bound = bound_before(text.grammar.lex, text.lower, high.start) if high.bound else None
    gap = text.lower[low.end : bound[1]].strip(" \u00a0") if bound else ""
    gap = gap or _gap(text, low, high)  # "10 până la 30 %"
    return gap in text.grammar.to or gap in text.grammar.own.joins


def _leads_up(text: FoldedText, low: Statement, high: Statement) -> bool:
    """Tell "20 to 30" from a change ("from 20 to 30", "rose by 20 to 30"), a rate ("2 la 1000") and two things."""
    if low.kind in _NAMES or low.value is None or high.value is None:
        return False
    lead = LETTERS.findall(text.lower[: low.start][-_REACH:])
    is_rate = high.value in _WHOLES or low.value >= high.value or (low.unit or high.unit) != high.unit
    is_from = text.before(text.grammar.starts, low.start) or text.before(text.grammar.since, low.start)
    return not is_rate and is_from is None and text.grammar.changed.isdisjoint(lead)


def _gap(text: FoldedText, low: Statement, high: Statement) -> str:
    return text.lower[low.end : high.start].strip(" \u00a0")


def _joined(text: FoldedText, low: Statement, high: Statement) -> bool:
    gap = _gap(text, low, high)
    gap = gap.lstrip("- ") or gap  # "15- bis 64-Jährige"
    gap = gap[1:].lstrip() or gap if gap[:1] in _COMMAS else gap  # "9, 10, and 18"
    gap = GLOSS.sub("", gap) if gap.startswith("(") else gap
    return gap in text.grammar.to or gap in text.grammar.joins


def inherit(text: FoldedText, found: list[Statement]) -> None:
    """Let a number in a range or list be a name, a year or an age where its neighbour is one."""
    for _ in range(2):
        for one, other in (*pairwise(found), *pairwise(reversed(found))):
            if one.kind not in OPEN or one.figure is not None or one.counted or one.word or one.odd:
                continue
            first, second = (one, other) if one.start < other.start else (other, one)
            if first is other and _counts_anew(text, other, one):
                continue
            is_alone = one.currency is None and (one.unit is None or one.unit in DURATIONS)
            gap, is_behind_name = _gap(text, first, second), first is other and other.kind is StatementKind.NAME
            is_again = other.kind is StatementKind.DURATION and one.value == other.value  # "din 3 în 3 luni"
            is_part = gap in text.grammar.own.wholes and (is_behind_name or is_again)
            is_next = is_behind_name and _NEXT_PART.fullmatch(gap) is not None
            is_part = is_part or (is_next and not one.nouns and one.bound is None)
            is_day = second.kind is StatementKind.DATE and gap in _DASHES  # "(c. 1818 – January 8, 1880)"
            if is_day and first is one and not one.nouns and _like(one, _YEAR):
                one.kind, one.bound = StatementKind.YEAR, None
            if second.kind is StatementKind.ORDINAL and first is one and gap in _DASHES:
                one.kind = StatementKind.ORDINAL  # "10–11世紀"
            if other.kind in _NAMES and other.figure is None and is_alone and (is_part or _joined(text, first, second)):
                one.kind = other.kind if _like(one, other) else one.kind


def _counts_anew(text: FoldedText, before: Statement, one: Statement) -> bool:
    """Tell whether a number has a noun of its own, and only stands behind another: "within 24 hours, 45 lorries"."""
    if not one.nouns or one.nouns[0].split("-")[0] in text.grammar.durations or not text.grammar.spaced:
        return False
    gap = _gap(text, before, one)
    if gap in text.grammar.own.joins and before.kind in OF_TIME:
        led = text.before(text.grammar.ages, before.start)  # "between the ages of 45 and 54"
        phrase = text.lower[led[1] : before.start].split() if led else ()
        is_between = text.before(text.grammar.between, before.start) is not None
        return not is_between and set(text.grammar.own.between).isdisjoint(phrase)
    return gap in _COMMAS


def _like(one: Statement, other: Statement) -> bool:
    if other.kind is StatementKind.YEAR:  # which has no separators: "980 in 2023 and 1,105 in 2024"
        is_short = one.digits[1] - one.digits[0] <= len("1998")
        return one.value is not None and is_short and _YEARS[0] <= one.value <= _YEARS[1]
    is_as_long = one.digits[1] - one.digits[0] == other.digits[1] - other.digits[0]  # telephones in a row
    return one.value is not None and (one.value < _LONGEST_NAME or (is_as_long and other.kind is StatementKind.NAME))
