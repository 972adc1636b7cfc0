"""Figures that are computed from others, across sheets."""

import pytest

from factsheet.content.model import Sheet
from factsheet.content.sheets.read import read_sheet
from factsheet.core.codes import message
from factsheet.site.deriving import Derivations, derive, name_of


def _derive(metrics: str, other: str = "") -> Derivations:
    sheets = {path: _sheet(path, text) for path, text in (("index", metrics), ("other", other))}
    return derive("index", sheets.get)


def _sheet(path: str, metrics: str) -> Sheet:
    data = f"---\ntitle: T\nmetrics:\n{metrics}\n---\n".encode()
    sheet, problems = read_sheet(f"content/ro/{path}.md", data, path=path, language="ro", is_reference=True)
    assert sheet is not None
    assert problems == []
    return sheet


PARTS = "  a: {value: 40}\n  b: {value: 50}\n"


def test_parts_may_be_computed_and_stand_on_other_sheets() -> None:
    """A figure is computed after its parts, in whatever order they are declared."""
    found = _derive(
        "  z: {share_of: [a, y]}\n  y: {sum_of: [a, b]}\n  x: {sum_of: [other/c, a]}\n" + PARTS,
        "  c: {difference_of: [d, index/a]}\n  d: {value: 41}\n",
    )
    assert {name: str(metric.value) for name, metric in found.metrics.items()} == {"y": "90", "z": "44.4", "x": "41"}
    assert found.problems == ()


def test_what_is_carried_on_is_exact() -> None:
    """Three rounded thirds would be 99.9 %; the sum of three exact ones is 100 %."""
    shares = "".join(f"  s{index}: {{share_of: [p, w]}}\n" for index in range(2))
    found = _derive(
        f"  p: {{value: 1}}\n  w: {{value: 3}}\n  r: {{share_of: [p, w]}}\n{shares}  t: {{sum_of: [r, s0, s1]}}"
    )
    assert str(found.metrics["r"].value) == "33.3"
    assert str(found.metrics["t"].value) == "100"


def test_circles_are_told_at_each_figure_in_them() -> None:
    """A figure behind a circle cannot be computed either, and is no second fault."""
    found = _derive(
        "  x: {sum_of: [a, y]}\n  y: {sum_of: [a, x]}\n  z: {sum_of: [a, y]}\n  w: {sum_of: [a, b]}\n" + PARTS
    )
    assert [(one.code, one.place.line, message(one)) for one in found.problems] == [
        ("N142", 4, "x is computed from itself: x → y → x"),
        ("N142", 5, "y is computed from itself: y → x → y"),
    ]
    assert list(found.metrics) == ["w"]


def test_a_circle_may_lead_through_another_sheet() -> None:
    """It is told on both sheets, each time from there."""
    found = _derive("  x: {sum_of: [a, other/y]}\n" + PARTS, "  y: {sum_of: [index/a, index/x]}\n")
    assert [message(one) for one in found.problems] == ["x is computed from itself: x → other/y → x"]


def test_figures_that_are_not_there_are_no_circles() -> None:
    """What is missing is told where references are checked; nothing is computed from it."""
    found = _derive("  x: {sum_of: [a, nowhere]}\n  y: {sum_of: [a, no/where]}\n" + PARTS)
    assert (dict(found.metrics), found.problems) == ({}, ())


def test_long_chains_end() -> None:
    """A chain of a thousand calculations is told once, where it becomes too long, and costs little."""
    chain = "".join(f"  x{index}: {{sum_of: [a, x{index - 1}]}}\n" for index in range(1, 1_000))
    found = _derive("  x0: {value: 1}\n" + PARTS + chain)
    assert [one.code for one in found.problems] == ["N145"]
    assert "x51" in message(found.problems[0])


@pytest.mark.parametrize(("target", "expected"), [("a", ("index", "a")), ("b/c/a", ("b/c", "a"))])
def test_names_are_looked_up_from_the_sheet(target: str, expected: tuple[str, str]) -> None:
    """A bare id is one of the same sheet."""
    assert name_of("index", target) == expected
