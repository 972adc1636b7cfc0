"""Headings with one address in every language."""

from factsheet.outputs.prose import with_ids_of


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
