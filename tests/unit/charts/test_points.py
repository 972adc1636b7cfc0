"""Columns and lines over time."""

import re
from decimal import Decimal

from factsheet.charts.drawing import Words
from factsheet.charts.points import Point, draw_columns, draw_line

WORDS = Words(id="_d", title="T", summary="")
RIGHT_TO_LEFT = Words(id="_d", title="T", summary="", rtl=True)


def _points(*amounts: int) -> list[Point]:
    return [
        Point(name=str(2000 + index), value=f"v{amount}", amount=Decimal(amount), at=Decimal(index * 365))
        for index, amount in enumerate(amounts)
    ]


def test_columns_are_in_proportion() -> None:
    """Half the value is half the height."""
    heights = [
        Decimal(text) for text in re.findall(r'<rect [^>]*height="([0-9.]+)rem"', draw_columns(_points(5, 10), WORDS))
    ]
    assert abs(heights[1] - heights[0] * 2) <= Decimal("0.01")


def test_time_runs_with_the_language() -> None:
    """From right to left, the earliest column stands rightmost."""
    lefts = [
        Decimal(text)
        for text in re.findall(r'<rect [^>]*x="([0-9.]+)%"', draw_columns(_points(1, 2, 3), RIGHT_TO_LEFT))
    ]
    assert lefts == sorted(lefts, reverse=True)


def test_few_points_all_have_their_values() -> None:
    """Up to four points are all labelled with their values; of more, the first and the last."""
    assert re.findall(r">(v\d+)<", draw_columns(_points(1, 2, 3, 4), WORDS)) == ["v1", "v2", "v3", "v4"]
    assert re.findall(r">(v\d+)<", draw_columns(_points(*range(1, 9)), WORDS)) == ["v1", "v8"]


def test_many_times_are_thinned_from_the_last_back() -> None:
    """Of twelve years every second is named, the last among them."""
    assert re.findall(r">(20\d\d)<", draw_line(_points(*range(1, 13)), WORDS)) == [
        "2001", "2003", "2005", "2007", "2009", "2011",
    ]  # fmt: skip


def test_line_keeps_the_distances_of_time() -> None:
    """A gap of two years is twice as wide as a gap of one."""
    points = [Point(name=str(at), value="v", amount=Decimal(at + 1), at=Decimal(at)) for at in (0, 1, 3)]
    places = [Decimal(text) for text in re.findall(r'cx="([0-9.]+)%"', draw_line(points, WORDS))]
    first, second = places[1] - places[0], places[2] - places[1]
    assert abs(second - 2 * first) < Decimal("0.05")


def test_long_names_stay_inside() -> None:
    """A date below the last point is aligned with the edge, not centred over it."""
    points = [
        Point(name="1 iun. 2024", value="1", amount=Decimal(1), at=Decimal(0)),
        Point(name="1 iun. 2025", value="2", amount=Decimal(2), at=Decimal(9)),
    ]
    drawn = draw_line(points, WORDS)
    assert re.search(r'x="100%"[^>]*text-anchor="end">1 iun. 2025', drawn)
    assert re.search(r'x="0%"[^>]*>1 iun. 2024', drawn)
