"""Laws of charts: whatever the words and the values, a drawing is well-formed and stays in its frame."""

import xml.etree.ElementTree as ET
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from factsheet.outputs.svg import Point, Row, Words, draw_columns, draw_line, draw_rows

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=80)
PLACES = st.decimals(0, 100, places=3)
AMOUNTS = st.decimals(-1_000_000_000, 1_000_000_000, places=2)


@given(WORDS, WORDS, WORDS, st.booleans())
def test_no_word_leaves_its_element(label: str, value: str, title: str, rtl: bool) -> None:  # noqa: FBT001 - drawn
    """Labels and values come out of the drawing letter by letter as they went in, and make no element of their own.

    Spaces may go where a line ends.
    """
    row = Row(label=label, value=value, first=Decimal(0), last=Decimal(50))
    root = ET.fromstring(draw_rows([row], Words(title=title, summary=label, rtl=rtl)))  # noqa: S314
    assert {element.tag for element in root.iter()} <= {"svg", "text", "rect"}
    texts = {
        name: [text.text or "" for text in root.iter("text") if text.get("class") == name]
        for name in ("name", "amount")
    }
    assert "".join(texts["name"]).replace(" ", "") == label.replace(" ", "")
    assert "".join(texts["amount"]).replace(" ", "") == value.replace(" ", "")


@given(st.lists(st.tuples(PLACES, PLACES), min_size=1, max_size=6), st.booleans())
def test_bars_stay_in_the_frame(ends: list[tuple[Decimal, Decimal]], rtl: bool) -> None:  # noqa: FBT001 - drawn
    """No bar begins before the frame or is longer than it, in either direction."""
    rows = [Row(label="a", value="b", first=min(pair), last=max(pair)) for pair in ends]
    root = ET.fromstring(draw_rows(rows, Words(title="t", summary="", rtl=rtl)))  # noqa: S314
    drawn = list(root.iter("rect"))
    assert len(drawn) == len(rows)
    for rect in drawn:
        start, width = (Decimal((rect.get(name) or "").removesuffix("%")) for name in ("x", "width"))
        assert start >= 0
        assert start + width <= Decimal("100.41")


@given(st.lists(AMOUNTS, min_size=2, max_size=12), st.booleans())
def test_points_stay_in_the_frame(amounts: list[Decimal], rtl: bool) -> None:  # noqa: FBT001 - drawn
    """Columns and lines stay between the top and the base of the drawing, also below zero."""
    points = [
        Point(name=str(at), value=str(amount), amount=amount, at=Decimal(at)) for at, amount in enumerate(amounts)
    ]
    words = Words(title="t", summary="", rtl=rtl)
    for rect in ET.fromstring(draw_columns(points, words)).iter("rect"):  # noqa: S314
        top, height = (Decimal((rect.get(name) or "").removesuffix("rem")) for name in ("y", "height"))
        assert Decimal("1.74") <= top <= top + height <= Decimal("12.41")
    assert next(ET.fromstring(draw_line(points, words)).iter("circle"), None) is not None  # noqa: S314
    for circle in ET.fromstring(draw_line(points, words)).iter("circle"):  # noqa: S314
        assert 0 <= Decimal((circle.get("cx") or "").removesuffix("%")) <= 100
        assert Decimal("1.74") <= Decimal((circle.get("cy") or "").removesuffix("rem")) <= Decimal("12.01")
