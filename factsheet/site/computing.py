"""One figure computed from its parts: its unit, its value, its bound, and whether what is declared of it is right."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from factsheet.content import calculations
from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds import KIND_BY_NAME, BadValue, Details, Kind, kind_of
from factsheet.content.kinds.showing import machine_number
from factsheet.content.model import Derived, Metric
from factsheet.core.codes import report
from factsheet.core.problems import Place, WithProblem
from factsheet.core.records import dataclass
from factsheet.core.suggest import listed

UNIT_KEYS: Final = ("currency", "measure", "per")
"""The keys that a figure takes over from its parts where it does not say its kind."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure that others are computed from: as it is shown, exactly, and how many calculations lie behind it."""

    metric: Metric
    exact: Fraction
    steps: int = 0


def exact_part(metric: Metric, steps: int = 0) -> Operand:
    """Give a metric as others are computed from it; what is no number is refused there."""
    value = metric.value
    return Operand(metric, Fraction(value) if isinstance(value, Decimal) else Fraction(0), steps)


class NotComputable(WithProblem):
    """A figure that cannot be computed as it is declared; holds the finding."""


def compute(derived: Derived, parts: Sequence[Operand]) -> Operand:
    """Compute a figure from its parts, and check what is declared of it; raises Refused."""
    return _Computation(derived, parts).part()


class _Computation:
    """What is asked, step by step, of one figure and its parts."""

    def __init__(self, derived: Derived, parts: Sequence[Operand]) -> None:
        self._derived = derived
        self._parts = parts
        self._key = derived.derivation.operation
        self._first = parts[0].metric
        self._refuse_times_and_ranges()
        self._kind = self._kind_of_result()
        self._operation = calculations.operation_of(self._key, self._kind.whole)
        taken = {} if derived.kind else {key: getattr(self._first, key) for key in UNIT_KEYS}
        self._given = {**derived.rest, **taken}

    def part(self) -> Operand:
        """Give the figure as others are computed from it."""
        self._refuse_unlike_units()
        exact, bound = self._exact(), self._bound()
        value = self._rounded(exact, bound) if self._derived.value is None else self._declared(exact, bound)
        return Operand(self._metric(value, bound), exact, self._steps)

    def _metric(self, value: Decimal, bound: str) -> Metric:
        derived = self._derived
        return Metric(
            id=derived.id,
            kind=self._kind.name,
            value=value,
            bound=bound,
            **self._given,
            derivation=derived.derivation,
            place=derived.place,
            places=derived.places,
        )

    @property
    def _steps(self) -> int:
        return 1 + max(part.steps for part in self._parts)

    def _refuse_times_and_ranges(self) -> None:
        for index, part in enumerate(self._parts):
            kind = kind_of(part.metric)
            if not isinstance(part.metric.value, Decimal) or not kind.is_number:
                place = self._derived.derivation.place_of(str(index))
                raise self._refused("N143", place, part=part.metric.id, kind=kind.name)

    def _kind_of_result(self) -> Kind:
        kind = KIND_BY_NAME[self._derived.kind or self._first.kind]
        if self._key in kind.results:
            return kind
        kinds = [one.name for one in KIND_BY_NAME.values() if self._key in one.results]
        raise self._refused("N147", self._place, key=self._key, kind=kind.name, kinds=listed(kinds))

    def _refuse_unlike_units(self) -> None:
        """Parts are in one unit; what is no quotient of them is in that unit too."""
        like = (self._first, *(part.metric for part in self._parts[1:]))
        for index, metric in enumerate(like):
            if _unit(metric) != _unit(self._first):
                place = self._derived.derivation.place_of(str(index))
                raise self._unlike(place, metric.id, _said(metric))
        if not self._operation.is_quotient:
            own = self._metric(Decimal(0), "exact")
            if _unit(own) != _unit(self._first) and self._first.kind not in self._kind.differences:
                raise self._unlike(self._place, self._derived.id, _said(own))
        elif self._key == "change_of" and kind_of(self._first).whole is not None:
            raise self._no_result("points")

    def _unlike(self, place: Place, metric: str, unit: str) -> NotComputable:
        return self._refused("N144", place, other=self._first.id, other_unit=_said(self._first), part=metric, unit=unit)

    def _exact(self) -> Fraction:
        if self._steps > calculations.MOST_STEPS:
            raise self._no_result("deep")
        try:
            return calculations.result(self._operation, [part.exact for part in self._parts], self._kind.whole)
        except calculations.NoResult as nothing:
            raise self._no_result(nothing.reason) from nothing

    def _no_result(self, reason: str) -> NotComputable:
        return self._refused("N145", self._place, variant=reason, key=self._key, calculation=self._calculation)

    def _bound(self) -> str:
        """The declared bound where it follows from those of the parts, else theirs."""
        declared, found = self._derived.bound, calculations.bound_of(self._operation, self._bounds)
        if found is None:
            raise self._refused("N146", self._place, variant="nothing", bound=declared or "exact", found="nothing")
        if declared is not None and not calculations.follows(declared, found):
            raise self._refused("N146", self._derived.place_of("bound"), bound=declared, found=found)
        return declared or found

    @property
    def _bounds(self) -> list[str]:
        return [part.metric.bound for part in self._parts]

    def _rounded(self, exact: Fraction, bound: str) -> Decimal:
        value = calculations.rounded(exact, self._digits(exact), bound)
        return self._read(Scalar(machine_number(value), self._place))

    def _digits(self, exact: Fraction) -> int:
        """The decimals that are asked for; else as many as the result has, which a quotient is cut short in."""
        declared = self._given["digits"]
        if isinstance(declared, int):
            return declared
        if self._operation.is_quotient:
            return calculations.DIGITS
        needed = calculations.decimals_of(exact)
        known = [_decimals_of(one) for one in (part.metric.value for part in self._parts) if isinstance(one, Decimal)]
        return needed if needed is not None else max(known, default=0)

    def _declared(self, exact: Fraction, bound: str) -> Decimal:
        written = self._derived.value
        value = self._read(Scalar(written.text, written.place, written.quoted)) if written else Decimal(0)
        if calculations.is_right(value, bound, exact, self._bounds):
            return value
        right = calculations.rounded(exact, max(_decimals_of(value), self._digits(exact)), bound)
        said = {"value": machine_number(value), "calculation": self._calculation, "right": machine_number(right)}
        raise self._refused("N148", self._derived.place_of("value"), **said)

    def _read(self, scalar: Scalar) -> Decimal:
        """Read a value as the kind does, which also judges what was computed."""
        details = Details(**{key: self._given[key] for key in ("currency", "measure", "change")})
        try:
            value = self._kind.read(scalar, details)
        except BadValue as bad:
            raise self._refused(bad.code, scalar.place, variant=bad.variant, **bad.values) from bad
        if not isinstance(value, Decimal):
            raise TypeError(self._kind.name)
        return value

    @property
    def _calculation(self) -> str:
        """The formula with the numbers in it, as a finding says it."""
        return self._operation.written([_number(part) for part in self._parts])

    @property
    def _place(self) -> Place:
        return self._derived.derivation.place

    def _refused(self, code: str, place: Place, /, *, variant: str = "", **values: object) -> NotComputable:
        return NotComputable(report(code, place, variant=variant, metric=self._derived.id, **values))


def _unit(metric: Metric) -> tuple[str, ...]:
    """What a figure is in: kind, unit, and what it is per."""
    parts = (metric.kind, kind_of(metric).unit_text(metric), metric.per and f"per {metric.per}")
    return tuple(str(part) for part in parts if part)


def _said(metric: Metric) -> str:
    return ", ".join(_unit(metric))


def _number(part: Operand) -> str:
    value = part.metric.value
    return machine_number(value) if isinstance(value, Decimal) else ""


def _decimals_of(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))
