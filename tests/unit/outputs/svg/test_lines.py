"""Several lines with their axis and their labels."""

import re
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest

from factsheet.outputs.svg.drawing import ChartWords, divided
from factsheet.outputs.svg.lines import ChartLine, Division, draw_lines, draw_small

TIMES = [Division(Decimal(day), name) for day, name in ((0, "2020"), (50, "2022"), (100, "2024"))]
AMOUNTS = [Division(Decimal(number), str(number)) for number in (0, 5, 10)]


def _line(label: str, *values: int) -> ChartLine:
    points = [(time.at, Decimal(value)) for time, value in zip(TIMES, values, strict=True)]
    return ChartLine(label=label, value=str(values[-1]), points=points)


def _drawn(*series: ChartLine, rtl: bool = False) -> ET.Element:
    return ET.fromstring(draw_lines(series, TIMES, AMOUNTS, ChartWords(title="T", summary="", rtl=rtl))[1])  # noqa: S314


def _rem(length: str | None) -> Decimal:
    return Decimal((length or "").removesuffix("rem"))


def test_labels_never_touch() -> None:
    """Lines that end at one value have their labels below each other, inside the drawing."""
    root = _drawn(*(_line(f"Line {number}", 1, 2, 9) for number in range(6)))
    labels = [_rem(text.get("y")) for text in root.iter("text") if "amount" in (text.get("class") or "").split()]
    assert len(labels) == 6
    assert all(later - earlier >= 1 for earlier, later in zip(sorted(labels), sorted(labels)[1:], strict=False))
    height = _rem(next(root.iter("svg")).get("height"))
    assert all(0 < label < height for label in labels)


def test_a_long_name_goes_on_in_the_next_line() -> None:
    """Nothing is cut: the name takes the lines it needs, and the value stands behind it or below."""
    texts = [
        text.text for text in _drawn(_line("Bosnia and Herzegovina", 1, 2, 3), _line("Italy", 3, 2, 1)).iter("text")
    ]
    assert " ".join(filter(None, texts)).count("Herzegovina") == 1
    assert "Italy 1" in texts


def test_lines_run_through_their_values_in_both_directions() -> None:
    """Ten stands at the top, zero at the base; from right to left the first time is at the right."""
    places = {
        rtl: re.findall(
            r"[-0-9.]+,[-0-9.]+", next(_drawn(_line("A", 0, 5, 10), rtl=rtl).iter("polyline")).get("points") or ""
        )
        for rtl in (False, True)
    }
    assert places[False] == ["2,13", "50,6.88", "98,0.75"]
    assert places[True] == ["98,13", "50,6.88", "2,0.75"]


def test_a_small_line_has_no_words() -> None:
    """Its label and its values stand beside it."""
    root = ET.fromstring(draw_small(_line("A", 0, 5, 10), TIMES, AMOUNTS, ChartWords(title="T", summary="")))  # noqa: S314
    assert root.get("aria-hidden") == "true"
    assert not list(root.iter("text"))


@pytest.mark.parametrize(
    ("values", "zero", "divisions"),
    [
        ((1, 9), True, [0, 2, 4, 6, 8, 10]),
        ((-3, 9), False, [-5, 0, 5, 10]),
        ((96, 99), False, [96, 97, 98, 99]),
        ((96, 99), True, [0, 20, 40, 60, 80, 100]),
        ((7, 7), False, [6, 7, 8]),
        ((0, 0), True, [-1, 0, 1]),
    ],
)
def test_an_axis_is_divided_at_round_numbers(values: tuple[int, int], zero: bool, divisions: list[int]) -> None:  # noqa: FBT001 - one of the cases
    """Zero is on the axis of lengths, and on that of places unless the values are close together far from it."""
    found = divided(map(Decimal, values), zero=zero)
    assert found[0] <= min(values) <= max(values) <= found[-1]
    assert found == divisions or [found[0], found[-1]] == [divisions[0], divisions[-1]]
