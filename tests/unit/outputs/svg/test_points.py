"""Columns and lines over time."""

import re
from decimal import Decimal

from factsheet.outputs.svg.drawing import ChartWords
from factsheet.outputs.svg.points import TimelinePoint, draw_columns, draw_line

WORDS = ChartWords(title="T", summary="")
RIGHT_TO_LEFT = ChartWords(title="T", summary="", rtl=True)


def _points(*amounts: int) -> list[TimelinePoint]:
    return [
        TimelinePoint(name=str(2000 + index), value=f"v{amount}", amount=Decimal(amount), at=Decimal(index * 365))
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
    """Up to four points are all labelled with their values; of more, the first, the highest and the last."""
    assert re.findall(r">(v\d+)<", draw_columns(_points(1, 2, 3, 4), WORDS)) == ["v1", "v2", "v3", "v4"]
    assert re.findall(r">(v\d+)<", draw_columns(_points(*range(1, 9)), WORDS)) == ["v1", "v8"]
    assert re.findall(r">(v\d+)<", draw_columns(_points(1, 2, 3, 99, 5, 6, 7, 8), WORDS)) == ["v1", "v99", "v8"]


def test_many_times_are_thinned_from_the_last_back() -> None:
    """Of twelve years every second is named, the last among them."""
    assert re.findall(r">(20\d\d)<", draw_line(_points(*range(1, 13)), WORDS)) == [
        "2001", "2003", "2005", "2007", "2009", "2011",
    ]  # fmt: skip


def test_line_keeps_the_distances_of_time() -> None:
    """A gap of two years is twice as wide as a gap of one."""
    points = [TimelinePoint(name=str(at), value="v", amount=Decimal(at + 1), at=Decimal(at)) for at in (0, 1, 3)]
    places = [Decimal(text) for text in re.findall(r'cx="([0-9.]+)%"', draw_line(points, WORDS))]
    first, second = places[1] - places[0], places[2] - places[1]
    assert abs(second - 2 * first) < Decimal("0.05")


def test_long_names_stay_inside() -> None:
    """A date below the last point is aligned with the edge, not centred over it."""
    points = [
        TimelinePoint(name="1 iun. 2024", value="1", amount=Decimal(1), at=Decimal(0)),
        TimelinePoint(name="1 iun. 2025", value="2", amount=Decimal(2), at=Decimal(9)),
    ]
    drawn = draw_line(points, WORDS)
    assert re.search(r'x="100%"[^>]*text-anchor="end">1 iun. 2025', drawn)
    assert re.search(r'x="0%"[^>]*>1 iun. 2024', drawn)


def test_short_words_stand_over_their_points() -> None:
    """A value that fits is centred over its column, the first and the last too."""
    assert re.findall(
        r'class="amount small" x="([0-9.]+)%"[^>]*text-anchor="middle"', draw_columns(_points(1, 2), WORDS)
    ) == [
        "25",
        "75",
    ]


def test_words_never_run_into_each_other() -> None:
    """Of two dates that are close the inner one is not named, nor are values written over each other."""
    days = ((0, "1 ian. 2024", 50), (31, "1 feb. 2024", 51), (182, "1 iul. 2024", 12), (366, "1 ian. 2025", 90))
    points = [
        TimelinePoint(name=name, value=f"{amount} mil.", amount=Decimal(amount), at=Decimal(at))
        for at, name, amount in days
    ]
    drawn = draw_line(points, WORDS)
    assert re.findall(r"(1 \w+\. 20\d\d)<", drawn) == ["1 ian. 2024", "1 iul. 2024", "1 ian. 2025"]
    assert re.findall(r">(\d+ mil\.)<", drawn) == ["50 mil.", "12 mil.", "90 mil."]


def test_nothing_but_zeros_lies_on_the_ground() -> None:
    """Where all values are zero, the base line is at the bottom, and so are the points."""
    drawn = draw_line(_points(0, 0, 0), WORDS)
    assert set(re.findall(r'cy="([0-9.]+)rem"', drawn)) == {"12"}
    assert re.findall(r'class="base"[^>]* y1="([0-9.]+)rem"', drawn) == ["12"]
