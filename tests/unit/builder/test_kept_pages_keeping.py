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
    """Records come back as one object each; a text is no markup of the same words."""
    marked = Markup("<b>&amp;</b>")
    text = to_text((DAY, DAY, str(marked), marked, (1, None, (True,))))
    assert text.decode().count("noiembrie") == 1
    one, same, words, markup, rest = from_text(text)
    assert one is same
    assert one == DAY
    assert (type(words), type(markup), rest) == (str, Markup, (1, None, (True,)))


def test_what_is_no_view_is_refused() -> None:
    """A value of another class cannot be kept, wherever it stands."""
    for value in (1.5, ["list"], (DAY, Path("x")), object):
        with pytest.raises(NotKeepable):
            to_text(value)


def test_markup_with_what_parts_the_texts_is_refused() -> None:
    """No text can be taken for two."""
    assert from_text(to_text("a\0b")) == "a\0b"
    with pytest.raises(NotKeepable):
        to_text(Markup("a\0b"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        '{"Path":[0,"x"]}',
        '{"DayView":[0,"2025"]}',
        '{"DayView":1}',
        '{"DayView":[]}',
        '{"":7}',
        '{"<":1}',
        '{"<":"a"}',
        "{}",
        '[{"":"a"}',
        '"a\ud800"',
    ],
)
def test_a_text_that_says_no_view_is_refused(text: str) -> None:
    """It names no other class than views, and gives each as many values as it has."""
    with pytest.raises((ValueError, LookupError, TypeError)):
        from_text(text.encode("utf-8", "surrogatepass"))
