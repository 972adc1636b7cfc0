"""Bars, shares and timelines."""

import re
from dataclasses import replace
from decimal import Decimal

from factsheet.outputs.svg.drawing import Words
from factsheet.outputs.svg.rows import Row, Tick, draw_rows

WORDS = Words(title="T", summary="S")
BAR = Row(label="Arestări", value="1.209", first=Decimal(0), last=Decimal(40))


def test_each_row_has_label_value_and_bar() -> None:
    """The label, the value in words and a bar stand in this order for each row."""
    drawn = draw_rows([BAR, BAR], WORDS)
    assert re.findall(r'class="(name|amount|mark)"', drawn) == ["name", "amount", "mark"] * 2
    assert drawn.count('width="40%"') == 2


def test_lower_bound_ends_in_strokes() -> None:
    """A bar whose value is higher than drawn is told from others by shape, not by colour."""
    open_bar = Row(label="a", value="peste 9", first=Decimal(0), last=Decimal(40), open=True)
    assert "stroke-dasharray" in draw_rows([open_bar], WORDS)
    assert "stroke-dasharray" not in draw_rows([BAR], WORDS)
    mirrored = draw_rows([open_bar], Words(title="T", summary="", rtl=True))
    assert '<svg x="60%"' in mirrored
    assert 'x2="-1.2rem"' in mirrored


def test_strokes_run_along_the_middle_of_the_bar() -> None:
    """The strokes of an open bar are a line as thick as the bar is high, level in its middle."""
    open_bar = Row(label="a", value="peste 9", first=Decimal(0), last=Decimal(40), open=True)
    strokes = re.search(
        r'y1="([0-9.]+)rem" y2="([0-9.]+)rem".* stroke-width="([0-9.]+)rem"', draw_rows([open_bar], WORDS)
    )
    assert strokes is not None
    assert strokes.groups() == ("0.5", "0.5", "1")


def test_share_shows_its_whole() -> None:
    """A share is drawn inside the outline of its whole."""
    assert draw_rows([BAR], WORDS, track=True).count('class="track"') == 1
    assert 'class="track"' not in draw_rows([BAR], WORDS)


def test_moment_is_a_dot() -> None:
    """A day has no length on a timeline, and is drawn as a dot, as high as a bar and where one would stand."""
    dot = Row(label="a", value="9 martie", first=Decimal(30), last=Decimal(31), dot=True)
    drawn = draw_rows([dot], WORDS)
    assert 'cx="30%"' in drawn
    bar, moment = draw_rows([BAR], WORDS), re.search(r'cy="([0-9.]+)rem" r="([0-9.]+)rem"', drawn)
    top = re.search(r'<rect class="mark"[^>]* y="([0-9.]+)rem"[^>]* height="([0-9.]+)rem"', bar)
    assert moment is not None
    assert top is not None
    assert Decimal(moment[2]) == Decimal(top[2]) / 2
    assert Decimal(moment[1]) == Decimal(top[1]) + Decimal(top[2]) / 2
    assert "<rect" not in drawn


def test_axis_is_named() -> None:
    """The divisions of the axis have their lines and names, but no line on the edge itself."""
    ticks = [Tick(Decimal(0), Decimal(25), "2023"), Tick(Decimal(50), Decimal(75), "2024")]
    drawn = draw_rows([BAR], WORDS, ticks=ticks)
    assert ">2023</text>" in drawn
    assert ">2024</text>" in drawn
    assert drawn.count('class="grid"') == 1


def test_drawing_grows_with_its_words() -> None:
    """A label too long for one line makes the drawing higher by a line."""
    long = Row(label="un nume foarte lung " * 4, value="1", first=Decimal(0), last=Decimal(1))
    assert _height(draw_rows([long], WORDS)) > _height(draw_rows([BAR], WORDS))


def test_no_style_is_written() -> None:
    """The policy of the page forbids style attributes; none is there."""
    assert "style" not in draw_rows([BAR], WORDS, track=True)


def _height(drawn: str) -> Decimal:
    found = re.search(r'height="([0-9.]+)rem" direction', drawn)
    assert found
    return Decimal(found[1])


def test_an_interval_is_drawn_below_its_bar() -> None:
    """A line from end to end, with a short one across each; from the right where the script runs so."""
    whole = Row(label="a", value="46", first=Decimal(0), last=Decimal(46), spread=(Decimal(43), Decimal(50)))
    drawn = draw_rows([whole], WORDS)
    assert re.findall(r'class="whisker" x1="([^"]*)" y1="[^"]*" x2="([^"]*)"', drawn) == [
        ("43%", "50%"),
        ("43%", "43%"),
        ("50%", "50%"),
    ]
    assert 'x1="57%"' in draw_rows([whole], replace(WORDS, rtl=True))
    assert "whisker" not in draw_rows([BAR], WORDS)
