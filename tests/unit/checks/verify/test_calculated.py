"""Figures that are computed from others, computed again from what is published."""

from types import MappingProxyType

import pytest

from factsheet.checks.verify.figures import calculations_are_right
from factsheet.checks.verify.records import Told

NOTHING = MappingProxyType({"kind": "count", "bound": "exact", "operation": "", "parts": ""})


def _told(name: str, value: str, **facts: str) -> Told:
    sheet, _, id_ = name.rpartition("/")
    told = {**NOTHING, "value": value, **facts}
    return Told(file="ro/figures.json", line=1, lang="ro", sheet=sheet, id=id_, url="", facts=told, forms={})


def _found(*every: Told) -> list[tuple[str, str]]:
    by_name = {told.name: told for told in every}
    return [(problem.variant, dict(problem.values)["metric"]) for problem in calculations_are_right(by_name)]


PARTS = (_told("a/women", "40"), _told("a/men", "50"))


@pytest.mark.parametrize(
    ("value", "facts", "expected"),
    [
        ("90", {"operation": "sum_of", "parts": "a/women a/men"}, []),
        ("100", {"operation": "sum_of", "parts": "a/women a/men"}, [("", "b/x")]),
        ("80", {"operation": "share_of", "parts": "a/women a/men", "kind": "percent"}, []),
        ("80.1", {"operation": "share_of", "parts": "a/women a/men", "kind": "percent"}, [("", "b/x")]),
        ("much", {"operation": "sum_of", "parts": "a/women a/men"}, [("", "b/x")]),
        ("90", {"operation": "sum_of", "parts": "a/women a/nobody"}, [("parts", "b/x")]),
        ("90", {"operation": "guess_of", "parts": "a/women a/men"}, [("parts", "b/x")]),
        ("90", {"operation": "share_of", "parts": "a/women"}, [("parts", "b/x")]),
        ("90", {"operation": "sum_of", "parts": "b/x a/men"}, [("parts", "b/x")]),
    ],
)
def test_results_are_computed_again(value: str, facts: dict[str, str], expected: list[tuple[str, str]]) -> None:
    """A result that its parts do not give, and parts that are not published or lead in a circle, are found."""
    assert _found(*PARTS, _told("b/x", value, **facts)) == expected


def test_a_result_of_results_is_computed_from_the_first_parts() -> None:
    """Rounded once: 16.7 % twice is 33.3 %, not 33.4 %."""
    share = {"operation": "share_of", "parts": "a/part a/whole", "kind": "percent"}
    parts = (_told("a/part", "1"), _told("a/whole", "6"), _told("a/x", "16.7", **share), _told("a/y", "16.7", **share))
    both = {"operation": "sum_of", "parts": "a/x a/y", "kind": "percent"}
    assert _found(*parts, _told("a/z", "33.3", **both)) == []
    assert _found(*parts, _told("a/z", "33.4", **both)) == [("", "a/z")]


def test_results_that_grow_without_end_are_given_up() -> None:
    """A published file in which each figure is the sum of the one before, twice, costs little."""
    chain = [_told("a/0", "1"), _told("a/one", "1")]
    chain += [_told(f"a/{step}", "1", operation="sum_of", parts=f"a/{step - 1} a/{step - 1}") for step in range(1, 40)]
    assert ("parts", "a/39") in _found(*chain)
