"""Figures computed from figures: exact arithmetic with fractions, rounded once, at the end.

The front matter names an operation and its parts (`share_of: [part, whole]`). Both the build, which computes the
figure, and `verify`, which computes it again from what is published, do it here.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Final

from factsheet.content.model import LOWER_BOUNDS, UPPER_BOUNDS, Metric
from factsheet.core.records import dataclass, replace

MOST_PARTS: Final = 100
"""How many parts a calculation may have."""

MOST_STEPS: Final = 50
"""How many calculations may stand on one another."""

DIGITS: Final = 1
"""How many decimals a quotient is rounded to where the sheet does not say."""

COMPARISONS: Final[Mapping[str, Callable[[Decimal, Decimal], bool]]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "!=": operator.ne,
}
"""What the signs of a condition compare."""

STRICT_BOUNDS: Final = ("over", "under")
"""The bounds that the value itself does not reach."""

_MOST_BITS: Final = 2_000
_HALF: Final = Fraction(1, 2)
_WIDE: Final = Context(prec=700)
"""Holds whatever `_MOST_BITS` lets through."""

Term = Fraction
"""The exact value of a part."""


class NoResult(Exception):
    """A calculation that has no result; `reason` is `zero`, `negative`, `more` or `long`."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What is done with the parts."""

    compute: Callable[[Sequence[Term]], Term]
    signs: tuple[int, ...]
    """Whether the result grows (1) or falls (-1) with each part; the last entry holds for all that follow."""
    formula: str
    """How it is written, with `{0}` and `{1}` for the parts; a sum of many repeats its sign."""
    is_quotient: bool = False
    """Whether the unit of the parts cancels out, and the result is counted in wholes of its kind."""

    def written(self, terms: Sequence[str]) -> str:
        """Write the formula of some terms; curly brackets in them are left alone."""
        return self.formula.format(*terms) if "{" in self.formula else self.formula.join(terms)


def _quotient(terms: Sequence[Term]) -> Term:
    above, below = terms
    if not below:
        raise NoResult("zero")
    return above / below


def _share(terms: Sequence[Term]) -> Term:
    part, whole = terms
    if part < 0 or whole < 0:
        raise NoResult("negative")
    if part > whole > 0:
        raise NoResult("more")
    return _quotient(terms)


def _growth(terms: Sequence[Term]) -> Term:
    old, new = terms
    if old < 0 or new < 0:
        raise NoResult("negative")
    return _quotient((new - old, old))


_SUM: Final = Operation(compute=lambda terms: sum(terms, Term(0)), signs=(1,), formula=" + ")
_DIFFERENCE: Final = Operation(compute=lambda terms: terms[0] - terms[1], signs=(1, -1), formula="{0} \u2212 {1}")
_CHANGE: Final = Operation(compute=lambda terms: terms[1] - terms[0], signs=(-1, 1), formula="{1} \u2212 {0}")
_GROWTH: Final = Operation(compute=_growth, signs=(-1, 1), formula="({1} \u2212 {0}) \u00f7 {0}", is_quotient=True)
_SHARE: Final = Operation(compute=_share, signs=(1, -1), formula="{0} \u00f7 {1}", is_quotient=True)
_TIMES: Final = Operation(compute=_quotient, signs=(1, -1), formula="{0} \u00f7 {1}", is_quotient=True)

PAIRS: Final = {"difference_of": _DIFFERENCE, "share_of": _SHARE, "change_of": _CHANGE, "times_of": _TIMES}


def operation_of(name: str, whole: Decimal | None) -> Operation:
    """Give the operation behind a key of front matter; raises KeyError for another word.

    `whole` is what the kind of the result counts as one whole, such as 100: a change is then told as a share of the
    old value, and otherwise in the unit of both.
    """
    if name == "sum_of":
        return _SUM
    return _GROWTH if name == "change_of" and whole is not None else PAIRS[name]


def result(operation: Operation, terms: Sequence[Term], whole: Decimal | None) -> Term:
    """Compute the exact result; raises NoResult."""
    found = operation.compute(terms)
    if operation.is_quotient:
        found *= Fraction(whole or 1)
    if max(found.numerator.bit_length(), found.denominator.bit_length()) > _MOST_BITS:
        raise NoResult("long")
    return found


def rounded(exact: Fraction, digits: int, bound: str = "exact") -> Decimal:
    """Round to so many decimals; zeros at the end are left out.

    Half a unit goes away from zero, as statistics offices do it. A least value is rounded down and a most value up,
    so that it stays true.
    """
    scaled = exact * 10**digits
    if bound in LOWER_BOUNDS:
        units = floor(scaled)
    elif bound in UPPER_BOUNDS:
        units = ceil(scaled)
    else:
        units = _nearest(scaled)
    return Decimal(f"{Decimal(units).scaleb(-digits, _WIDE).normalize(_WIDE):f}")


def _nearest(number: Fraction) -> int:
    """The whole number that is nearest, a half away from zero."""
    return max(floor(number + _HALF), 0) + min(ceil(number - _HALF), 0)


def decimals_of(exact: Fraction) -> int | None:
    """How many decimals write the value exactly; None where no number of them does."""
    rest, fives, twos = exact.denominator, 0, 0
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    return max(fives, twos) if rest == 1 else None


def bound_of(operation: Operation, bounds: Sequence[str]) -> str | None:
    """What the bounds of the parts say of the result; None where they say nothing: `over` minus `over`."""
    if any(bound != "exact" and bound not in (*LOWER_BOUNDS, *UPPER_BOUNDS) for bound in bounds):
        return "about"
    signs = (*operation.signs, *operation.signs[-1:] * len(bounds))
    sides = ((bound in LOWER_BOUNDS) - (bound in UPPER_BOUNDS) for bound in bounds)
    ways = {sign * side for sign, side in zip(signs, sides, strict=False)} - {0}
    if len(ways) != 1:
        return None if ways else "exact"
    is_strict = any(bound in STRICT_BOUNDS for bound in bounds)
    strict, loose = ("over", "at-least") if ways == {1} else ("under", "up-to")
    return strict if is_strict else loose


def follows(declared: str, found: str) -> bool:
    """Whether a declared bound may stand where the parts give another: one that claims no more."""
    if found == "exact" or declared in {found, "about"}:
        return True
    return any(declared in group and found in group for group in (LOWER_BOUNDS, UPPER_BOUNDS))


def is_right(value: Decimal, bound: str, exact: Fraction, found: Sequence[str]) -> bool:
    """Whether a declared value is the result, to the digits that it is written with.

    `found` are the bounds of the parts. A value that is not exact may be as coarse as its last digit that is not
    zero: "over 60 %" for 62.3 %. `about` also forgives what rounding each of the parts may add, as in a total.
    """
    declared = Fraction(value)
    unit = Fraction(10) ** int(value.as_tuple().exponent)
    coarse = Fraction(10) ** int(value.normalize(_WIDE).as_tuple().exponent) if value else unit
    if bound in LOWER_BOUNDS or bound in UPPER_BOUNDS:
        beyond = exact - declared if bound in LOWER_BOUNDS else declared - exact
        may_touch = bound not in STRICT_BOUNDS or any(one in STRICT_BOUNDS for one in found)
        return (beyond >= 0 if may_touch else beyond > 0) and beyond < coarse
    allowed = max(coarse, unit * (1 + len(found))) if bound != "exact" else unit
    return abs(declared - exact) * 2 <= allowed


# Figures mentioned in round numbers: “about 1.2 million” for 1,209,345.


def in_round_numbers(metric: Metric) -> Metric:
    """Give the metric in multiples of its `round_to`, with the bound that is true of the round number."""
    step, value = metric.round_to, metric.value
    if step is None or not isinstance(value, Decimal):
        return metric
    round_value, bound = in_steps(value, metric.bound, step)
    digits = metric.digits if round_value == value else None
    return replace(metric, value=round_value, bound=bound, digits=digits, round_to=None)


def in_steps(value: Decimal, bound: str, step: Decimal) -> tuple[Decimal, str]:
    """Round a value to a multiple of the step, and give the bound that is true of it.

    What is exact becomes `about`, unless it is round already; halves go away from zero. A least value is rounded down
    and a most value up, so that both keep their word.
    """
    steps = Fraction(value) / Fraction(step)
    if bound in LOWER_BOUNDS:
        return floor(steps) * step, bound
    if bound in UPPER_BOUNDS:
        return ceil(steps) * step, bound
    whole = _nearest(steps)
    return (value, bound) if whole == steps else (whole * step, "about")
