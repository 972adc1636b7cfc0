"""The bars of a list, each an image beside its words."""

import re
import xml.etree.ElementTree as ET
from decimal import Decimal

from factsheet.outputs.svg.bars import Bar, Tick, draw_arrow, draw_axis, draw_bar, draw_parts, draw_stretch
from factsheet.outputs.svg.drawing import ChartWords

LTR, RTL = (ChartWords(title="T", summary="", rtl=rtl) for rtl in (False, True))
TICKS = [Tick(Decimal(place), Decimal(place), str(place)) for place in (0, 50, 100)]


def _widths(drawn: str) -> list[Decimal]:
    return [Decimal(width) for width in re.findall(r'width="([0-9.]+)%"', drawn)]


def test_an_image_is_as_wide_as_its_bar_reaches() -> None:
    """What follows the image stands at the end of the bar."""
    assert _widths(draw_bar(Bar(first=Decimal(0), last=Decimal(40)), LTR)) == [40, 100]


def test_a_bar_below_zero_ends_at_the_line_of_zero() -> None:
    """Its value stands there too, and not over the bar."""
    assert _widths(draw_bar(Bar(first=Decimal(10), last=Decimal(30)), LTR)) == [30, Decimal("66.67")]


def test_an_interval_is_drawn_across_the_end() -> None:
    """The image reaches to the end of the interval; two short lines close it."""
    drawn = draw_bar(Bar(first=Decimal(0), last=Decimal(40), spread=(Decimal(30), Decimal(50))), LTR)
    assert _widths(drawn) == [50, 80]
    assert drawn.count('class="whisker"') == 3


def test_arrows_point_the_way_the_value_went() -> None:
    """A fall points to the start of the line of text, wherever that is; what stayed has no tip."""
    tips = {
        (rtl, end): re.search(r'd="M(-?)6', draw_arrow(Decimal(50), Decimal(end), TICKS, words))
        for rtl, words in ((False, LTR), (True, RTL))
        for end in (20, 50, 80)
    }
    assert {key: tip and tip[1] for key, tip in tips.items()} == {
        (False, 20): "",
        (False, 50): None,
        (False, 80): "-",
        (True, 20): "-",
        (True, 50): None,
        (True, 80): "",
    }


def test_no_name_of_a_division_is_cut() -> None:
    """The outermost stand at the edges, within the image."""
    drawn = draw_axis(TICKS, LTR)
    assert re.findall(r'x="(\d+)%" y="1.25rem"(?: text-anchor="(\w+)")?', drawn) == [
        ("0", ""),
        ("50", "middle"),
        ("100", "end"),
    ]


def test_images_are_well_formed_and_hidden() -> None:
    """They hold no words, and say nothing to who hears the page."""
    bar = Bar(first=Decimal(10), last=Decimal(30), tone=2)
    drawings = [
        drawn
        for words in (LTR, RTL)
        for drawn in (
            draw_parts([bar, bar], words, track=True),
            draw_stretch(bar, TICKS, words, dot=False),
            draw_stretch(bar, TICKS, words, dot=True),
        )
    ]
    roots = [ET.fromstring(drawn) for drawn in drawings]  # noqa: S314 - made here
    assert [(root.get("aria-hidden"), len(list(root.iter("text")))) for root in roots] == [("true", 0)] * 6
