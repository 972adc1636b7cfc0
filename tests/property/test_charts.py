"""Laws of charts: whatever the words and the values, a drawing is well-formed and stays in its frame."""

import xml.etree.ElementTree as ET
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from factsheet.outputs.svg.bars import Bar, draw_bar
from factsheet.outputs.svg.drawing import ChartWords
from factsheet.outputs.svg.lines import ChartLine, Division, draw_lines
from factsheet.outputs.svg.points import TimelinePoint, draw_columns, draw_line

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=80)
PLACES = st.decimals(0, 100, places=3)
AMOUNTS = st.decimals(-1_000_000_000, 1_000_000_000, places=2)


@given(WORDS, WORDS, st.booleans())
def test_no_word_leaves_its_element(label: str, value: str, rtl: bool) -> None:  # noqa: FBT001 - drawn
    """Labels and values come out of the drawing letter by letter as they went in, and make no element of their own.

    Spaces may go where a line ends.
    """
    times, amounts = ([Division(Decimal(at), str(at)) for at in (0, 1)] for _ in "xy")
    line = ChartLine(label=label, value=value, points=[(Decimal(0), Decimal(0)), (Decimal(1), Decimal(1))])
    _, drawn = draw_lines([line], times, amounts, ChartWords(title="t", summary="", rtl=rtl))
    root = ET.fromstring(drawn)  # noqa: S314
    assert {element.tag for element in root.iter()} <= {"div", "svg", "line", "circle", "polyline", "text", "tspan"}
    texts = ["".join(text.itertext()) for text in root.iter("text") if "amount s1" in (text.get("class") or "")]
    assert "".join(texts).replace(" ", "") == f"{label}{value}".replace(" ", "")


@given(st.lists(st.tuples(PLACES, PLACES), min_size=1, max_size=6), st.booleans())
def test_bars_stay_in_the_frame(ends: list[tuple[Decimal, Decimal]], rtl: bool) -> None:  # noqa: FBT001 - drawn
    """No bar begins before the frame or is longer than it, in either direction."""
    for pair in ends:
        drawn = draw_bar(Bar(first=min(pair), last=max(pair)), ChartWords(title="t", summary="", rtl=rtl))
        rect = next(ET.fromstring(drawn).iter("rect"))  # noqa: S314
        start, width = (Decimal((rect.get(name) or "0").removesuffix("%")) for name in ("x", "width"))
        assert start >= Decimal("-0.01")
        assert start + width <= Decimal("100.01")


@given(st.lists(AMOUNTS, min_size=2, max_size=12), st.booleans())
def test_points_stay_in_the_frame(amounts: list[Decimal], rtl: bool) -> None:  # noqa: FBT001 - drawn
    """Columns and lines stay between the top and the base of the drawing, also below zero."""
    points = [
        TimelinePoint(name=str(at), value=str(amount), amount=amount, at=Decimal(at))
        for at, amount in enumerate(amounts)
    ]
    words = ChartWords(title="t", summary="", rtl=rtl)
    for rect in ET.fromstring(draw_columns(points, words)).iter("rect"):  # noqa: S314
        top, height = (Decimal((rect.get(name) or "").removesuffix("rem")) for name in ("y", "height"))
        assert Decimal("1.74") <= top <= top + height <= Decimal("12.41")
    assert next(ET.fromstring(draw_line(points, words)).iter("circle"), None) is not None  # noqa: S314
    for circle in ET.fromstring(draw_line(points, words)).iter("circle"):  # noqa: S314
        assert 0 <= Decimal((circle.get("cx") or "").removesuffix("%")) <= 100
        assert Decimal("1.74") <= Decimal((circle.get("cy") or "").removesuffix("rem")) <= Decimal("12.01")
