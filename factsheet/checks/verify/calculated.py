"""Every figure that is said to be computed from others is what they give, computed again from the published values."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from factsheet.checks.verify.answered import selected
from factsheet.checks.verify.records import Told, as_value
from factsheet.content.calculations import MOST_PARTS, MOST_STEPS, NoResult, is_right, operation_of, result
from factsheet.content.kinds import KIND_BY_NAME
from factsheet.content.model import SELECTIONS
from factsheet.content.targets import anchor_of
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report

_MOST: Final = 10_000
"""How many figures are looked at for one that is computed."""


def calculations_are_right(by_name: Mapping[str, Told]) -> Iterator[Problem]:
    """Report figures whose parts give another value, or are not published."""
    computed = [told for told in by_name.values() if told.facts["operation"]]
    if computed:
        by_name = {**{f"{told.sheet}/{anchor_of(told.id)}": told for told in by_name.values()}, **by_name}
    for told in computed:
        place, formula = Place(told.file, told.line), f"{told.facts['operation']} {told.facts['parts']}"
        try:
            exact, bounds = _again(told, by_name)
        except (KeyError, NoResult, ValueError):
            yield report("V910", place, variant="parts", metric=told.name, calculation=formula[:200], value="")
            continue
        value = as_value(told.facts["value"])
        if value is None or not is_right(value, told.facts["bound"], exact, bounds):
            said = told.facts["value"]
            yield report("V910", place, metric=told.name, calculation=formula[:200], value=said[:80])


def _again(told: Told, by_name: Mapping[str, Told]) -> tuple[Fraction, list[str]]:
    """The exact value and the bounds of its parts; raises KeyError, ValueError and NoResult."""
    if told.facts["operation"] in SELECTIONS:
        return selected(told, by_name), []
    exact = _Again(by_name).compute(told, MOST_STEPS)
    return exact, [by_name[name].facts["bound"] for name in told.facts["parts"].split(" ")]


class _Again:
    """Computes one figure from what is published, without its own value."""

    def __init__(self, by_name: Mapping[str, Told]) -> None:
        self._by_name = by_name
        self._looked_at = 0

    def compute(self, told: Told, steps: int) -> Fraction:
        """Give the exact value; raises KeyError, ValueError and NoResult."""
        self._looked_at += 1
        if steps < 0 or self._looked_at > _MOST:
            raise NoResult("deep")
        if told.facts["operation"] in SELECTIONS:
            return selected(told, self._by_name)
        if not told.facts["operation"]:
            return Fraction(told.facts["value"])
        names = told.facts["parts"].split(" ")[: MOST_PARTS + 1]
        return self._result(told, [self.compute(self._by_name[name], steps - 1) for name in names])

    @staticmethod
    def _result(told: Told, terms: Sequence[Fraction]) -> Fraction:
        whole = KIND_BY_NAME[told.facts["kind"]].whole
        operation = operation_of(told.facts["operation"], whole)
        return result(operation, terms, whole)
