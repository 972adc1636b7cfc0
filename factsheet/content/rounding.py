"""Figures mentioned in round numbers: “about 1.2 million” for 1,209,345."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from factsheet.content.model import LOWER_BOUNDS, UPPER_BOUNDS, Metric
from factsheet.records import replace


def rounded(metric: Metric) -> Metric:
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
    whole = floor(abs(steps) + Fraction(1, 2)) * (1 if steps >= 0 else -1)
    return (value, bound) if whole == steps else (whole * step, "about")
