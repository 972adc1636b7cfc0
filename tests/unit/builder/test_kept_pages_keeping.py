"""What templates are handed of a page is the same after it was written as text and read back."""

from pathlib import Path

import pytest
from markupsafe import Markup

from factsheet.builder.kept_pages import NotKeepable, from_text, to_text
from factsheet.outputs.figure_views import DayView
from factsheet.outputs.pages import make_values
from tests.assembling import units_of

DAY = DayView(iso="2025-11-13", text="13 noiembrie 2025")


def test_a_page_comes_back_as_it_was(tmp_path: Path) -> None:
    """All records, texts and tuples are equal, and markup is markup."""
    made = make_values(units_of(tmp_path).rendering, "en", "index")
    found = from_text(to_text(made))
    assert found == made
    assert type(found[1].body) is Markup
    assert [type(figure.element) for figure in found[1].figures] == [Markup]
    assert to_text(found) == to_text(made)


def test_what_stands_at_several_places_is_written_once() -> None:
    """Records, markup and long texts come back as one object each; a text is no markup of the same words."""
    long = "un text de peste douăzeci și patru de semne"
    marked = Markup("<b>{}</b>").format(long)
    text = to_text((DAY, DAY, str(marked), marked, marked + "", str(marked)))
    assert text.decode().count(long) == 2
    one, same, words, markup, again, last = from_text(text)
    assert one is same
    assert markup is again
    assert (type(words), type(markup), last) == (str, Markup, str(marked))


def test_what_is_no_view_is_refused() -> None:
    """A value of another class cannot be kept, wherever it stands."""
    for value in (1.5, ["list"], (DAY, Path("x")), object):
        with pytest.raises(NotKeepable):
            to_text(value)


def test_a_text_with_what_parts_the_pieces_is_refused() -> None:
    """No piece can be taken for two."""
    for value in ("a\0b", Markup("a\0'b"), ("\0",)):
        with pytest.raises(NotKeepable):
            to_text(value)


@pytest.mark.parametrize(
    "text", ["", "?", "x", ":Path\0'x", ":DayView\0'2025", ":DayView", "=7", "(2\0'a", "(x", "#x", "t\0t", "'a\ud800"]
)
def test_a_text_that_says_no_view_is_refused(text: str) -> None:
    """It names no other class than views, and gives each as many values as it has."""
    with pytest.raises((ValueError, LookupError, TypeError)):
        from_text(text.encode("utf-8", "surrogatepass"))
