"""The parts of a drawing."""

import re
import xml.etree.ElementTree as ET
from decimal import Decimal

from factsheet.outputs.svg.drawing import ChartWords, across, block, lines, svg, text

WORDS = ChartWords(title="A & <b>", summary='Says "more"')
RIGHT_TO_LEFT = ChartWords(title="A", summary="", rtl=True)


def test_image_is_for_the_eye_alone() -> None:
    """Title, summary and data are read beside the image, once: the image itself says nothing."""
    root = ET.fromstring(svg(WORDS, Decimal(3), []))  # noqa: S314 - made here
    assert root.get("aria-hidden") == "true"
    assert len(root) == 0


def test_places_are_mirrored() -> None:
    """From right to left, a quarter of the way stands at three quarters."""
    assert across(Decimal(25), WORDS) == "25%"
    assert across(Decimal(25), RIGHT_TO_LEFT) == "75%"
    assert 'x="60%"' in block(Decimal(10), Decimal(40), Decimal(0), Decimal(1), RIGHT_TO_LEFT)


def test_no_bar_vanishes() -> None:
    """A value close to nothing is still a visible line."""
    assert 'width="0.4%"' in block(Decimal(0), Decimal(0), Decimal(0), Decimal(1), WORDS)


def test_text_is_escaped() -> None:
    """A label that looks like markup stays a label."""
    assert "&lt;script&gt;" in text("<script>", "0%", Decimal(1), name="name")
    assert 'lang="&quot;&gt;"' in text("a", "0%", Decimal(1), name="name", lang='">')


def test_long_labels_are_broken_at_ordinary_spaces() -> None:
    """A no-break space holds words together; East Asian letters take two columns."""
    assert lines("unu doi trei", 8) == ["unu doi", "trei"]
    assert lines("peste 678 de milioane de dolari", 28) == ["peste 678 de", "milioane de dolari"]
    assert lines("97\u00a0de milioane", 8) == ["97\u00a0de", "milioane"]
    assert lines("漢字 漢字", 6) == ["漢字", "漢字"]
    assert lines("漢字 漢字", 9) == ["漢字 漢字"]


def test_a_word_longer_than_a_line_goes_on_in_the_next() -> None:
    """Neither a long compound nor a text without spaces leaves its width, and no letter is lost."""
    assert lines("eins Donaudampfschiff zwei", 9) == ["eins", "Donaudamp", "fschiff", "zwei"]
    assert lines("地点ごとの水質測定値", 8) == ["地点ごと", "の水質測", "定値"]
    assert "".join(lines("語" * 50, 34)) == "語" * 50


def test_a_money_sign_is_not_turned_round_from_right_to_left() -> None:
    """In a line of Arabic the sign is a run of its own; elsewhere nothing is put in, and the text is the same."""
    from_right = text("97 مليون US$", "0", Decimal(1), name="amount")
    assert '<tspan direction="ltr" unicode-bidi="embed">US$</tspan></text>' in from_right
    assert re.sub(r"<[^>]*>", "", from_right) == "97 مليون US$"
    assert "tspan" not in text("97 de milioane US$", "0", Decimal(1), name="amount")
