"""Headings with one address in every language."""

import pytest
from markupsafe import Markup

from factsheet.outputs.prose import place_of, with_charts, with_ids_of
from factsheet.outputs.views import ChartView


def test_headings_take_the_ids_of_the_original() -> None:
    """The id of the original comes first; the heading's own stays as an anchor inside it."""
    original = '<h2 id="ce-spun">Ce spun</h2><p>A</p><h3 id="tot">Tot</h3>'
    translation = '<h2 id="what-they-say">What they say</h2><p>B</p><h3 id="tot">Tot</h3>'
    assert with_ids_of(original, translation) == (
        '<h2 id="ce-spun"><span id="what-they-say"></span>What they say</h2><p>B</p><h3 id="tot">Tot</h3>'
    )


def test_an_id_is_given_once() -> None:
    """Where the id of the original already stands in the translation, the heading keeps its own."""
    translation = '<h2 id="b">B</h2><p id="a">A</p>'
    assert with_ids_of('<h2 id="a">A</h2>', translation) == translation


def test_other_headings_are_left_alone() -> None:
    """A translation whose headings are not those of the original keeps its ids."""
    translation = '<h2 id="one">One</h2><h2 id="two">Two</h2>'
    assert with_ids_of('<h2 id="unu">Unu</h2>', translation) == translation


@pytest.mark.parametrize(
    ("above", "level"),
    [("", 2), ("<h2>A</h2>", 3), ("<h2>A</h2><h5>B</h5>", 6), ("<h6>A</h6>", 6)],
    ids=["nothing", "a second", "a fifth", "a sixth"],
)
def test_a_chart_has_a_heading_one_level_below(above: str, level: int) -> None:
    """Below the heading above it, and where that is of the lowest level there is, beside it."""
    chart = ChartView(
        id="_c", title="C", title_lang=None, summary=None, summary_lang=None, type="bars", drawing=Markup()
    )
    html = Markup(f"{above}{place_of('c')}{place_of('none')}")  # noqa: S704 - written here
    assert with_charts(html, {"c": chart}, lambda one: f"<h{one.level}>") == f"{above}<h{level}>"
