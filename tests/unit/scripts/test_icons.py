"""The bitmap icons are drawn from the vector one."""

import pytest

from factsheet.outputs.typefaces import installed
from scripts import icons
from scripts.locks import ROOT


@pytest.mark.skipif(installed() is None, reason="not tested, for want of the extra cards")
def test_the_icons_in_the_repository_are_the_ones_that_are_drawn() -> None:
    """`static/` holds the very bitmaps that the script makes of icon.svg, so that neither falls behind."""
    drawn = icons.drawn()
    assert drawn
    for name, data in drawn.items():
        assert (ROOT / "static" / name).read_bytes() == data, name
