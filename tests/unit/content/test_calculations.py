"""Exact arithmetic for figures that are computed from others."""

from decimal import Decimal
from fractions import Fraction

import pytest

from factsheet.content.calculations import (
    NoResult,
    bound_of,
    decimals_of,
    follows,
    is_right,
    operation_of,
    result,
    rounded,
)

HUNDRED = Decimal(100)


def _result(name: str, *terms: int | Fraction, whole: Decimal | None = None) -> Fraction:
    return result(operation_of(name, whole), [Fraction(term) for term in terms], whole)


@pytest.mark.parametrize(
    ("name", "terms", "whole", "expected"),
    [
        ("sum_of", (40, 50, 3), None, Fraction(93)),
        ("difference_of", (50, 40), None, Fraction(10)),
        ("share_of", (1, 3), HUNDRED, Fraction(100, 3)),
        ("share_of", (1, 5), None, Fraction(1, 5)),
        ("change_of", (40, 50), HUNDRED, Fraction(25)),
        ("change_of", (40, 50), None, Fraction(10)),
        ("times_of", (7, 2), None, Fraction(7, 2)),
    ],
)
def test_results_are_exact(name: str, terms: tuple[int, ...], whole: Decimal | None, expected: Fraction) -> None:
    """A share and a change of a kind that has a whole are counted in it; nothing is rounded."""
    assert _result(name, *terms, whole=whole) == expected


@pytest.mark.parametrize(
    ("name", "terms", "reason"),
    [
        ("share_of", (0, 0), "zero"),
        ("times_of", (1, 0), "zero"),
        ("change_of", (0, 5), "zero"),
        ("share_of", (80, 40), "more"),
        ("share_of", (-1, 40), "negative"),
        ("change_of", (-1, 40), "negative"),
        ("times_of", (Fraction(1, 3**700), Fraction(3**700)), "long"),
    ],
)
def test_what_has_no_result_says_why(name: str, terms: tuple[int, ...], reason: str) -> None:
    """Nothing is divided by zero, no part is more than its whole, no result is longer than can be held."""
    with pytest.raises(NoResult) as nothing:
        _result(name, *terms, whole=HUNDRED)
    assert nothing.value.reason == reason


@pytest.mark.parametrize(
    ("name", "whole", "expected"),
    [
        ("sum_of", None, "a + b"),
        ("difference_of", None, "a − b"),
        ("share_of", HUNDRED, "a ÷ b"),
        ("change_of", HUNDRED, "(b − a) ÷ a"),
        ("change_of", None, "b − a"),
    ],
)
def test_formulas_are_written_with_signs(name: str, whole: Decimal | None, expected: str) -> None:
    """A formula reads the same in every language."""
    assert operation_of(name, whole).written(["a", "b"]) == expected


def test_brackets_in_terms_are_left_alone() -> None:
    """A label with curly brackets is no field of a formula."""
    assert operation_of("share_of", None).written(["{0}", "{x}"]) == "{0} ÷ {x}"


@pytest.mark.parametrize(
    ("exact", "digits", "bound", "expected"),
    [
        (Fraction(200, 3), 1, "exact", "66.7"),
        (Fraction(1, 8), 2, "exact", "0.13"),
        (Fraction(-1, 8), 2, "exact", "-0.13"),
        (Fraction(50), 1, "exact", "50"),
        (Fraction(1200), 0, "exact", "1200"),
        (Fraction(0), 2, "exact", "0"),
        (Fraction(200, 3), 1, "over", "66.6"),
        (Fraction(100, 3), 1, "up-to", "33.4"),
        (Fraction(-200, 3), 0, "at-least", "-67"),
    ],
)
def test_rounding_is_done_once_and_keeps_bounds_true(exact: Fraction, digits: int, bound: str, expected: str) -> None:
    """Half goes away from zero; a least value goes down and a most value up; no zero is left at the end."""
    assert str(rounded(exact, digits, bound)) == expected


@pytest.mark.parametrize(
    ("exact", "expected"), [(Fraction(1, 8), 3), (Fraction(7), 0), (Fraction(1, 3), None), (Fraction(1, 50), 2)]
)
def test_decimals_that_a_value_needs(exact: Fraction, expected: int | None) -> None:
    """Thirds have no end; halves and fifths do."""
    assert decimals_of(exact) == expected


@pytest.mark.parametrize(
    ("name", "bounds", "expected"),
    [
        ("sum_of", ("exact", "exact", "exact"), "exact"),
        ("sum_of", ("exact", "over", "exact"), "over"),
        ("sum_of", ("at-least", "exact"), "at-least"),
        ("sum_of", ("up-to", "up-to"), "up-to"),
        ("sum_of", ("over", "up-to"), None),
        ("sum_of", ("exact", "nearly"), "about"),
        ("difference_of", ("exact", "at-least"), "up-to"),
        ("difference_of", ("over", "over"), None),
        ("share_of", ("at-least", "exact"), "at-least"),
        ("change_of", ("at-least", "exact"), "up-to"),
    ],
)
def test_bounds_follow_from_the_parts(name: str, bounds: tuple[str, ...], expected: str | None) -> None:
    """What is at least so much makes a sum at least so much, and a difference that it is taken from at most."""
    assert bound_of(operation_of(name, HUNDRED), bounds) == expected


@pytest.mark.parametrize(
    ("declared", "found", "expected"),
    [
        ("over", "exact", True),
        ("about", "over", True),
        ("at-least", "over", True),
        ("exact", "over", False),
        ("up-to", "over", False),
        ("exact", "about", False),
    ],
)
def test_no_declared_bound_claims_more(declared: str, found: str, *, expected: bool) -> None:
    """A bound may be left wider, never made narrower."""
    assert follows(declared, found) is expected


@pytest.mark.parametrize(
    ("value", "bound", "exact", "parts", "expected"),
    [
        ("66.7", "exact", Fraction(200, 3), ("exact",), True),
        ("67", "exact", Fraction(200, 3), ("exact",), True),
        ("66.6", "exact", Fraction(200, 3), ("exact",), False),
        ("100", "exact", Fraction(90), ("exact", "exact"), False),
        ("100", "about", Fraction(101), ("exact", "exact"), True),
        ("60", "over", Fraction("62.3"), ("exact",), True),
        ("60", "over", Fraction(60), ("exact",), False),
        ("60", "over", Fraction(60), ("over",), True),
        ("60", "at-least", Fraction(59), ("exact",), False),
        ("50", "over", Fraction("62.3"), ("exact",), False),
        ("70", "up-to", Fraction("62.3"), ("exact",), True),
        ("60", "up-to", Fraction("62.3"), ("exact",), False),
        ("0", "exact", Fraction(0), ("exact",), True),
    ],
)
def test_declared_values_are_judged_by_their_digits(
    value: str, bound: str, exact: Fraction, parts: tuple[str, ...], *, expected: bool
) -> None:
    """A value is right to its last digit; with a bound, where the result lies on the side that the bound says."""
    assert is_right(Decimal(value), bound, exact, parts) is expected
