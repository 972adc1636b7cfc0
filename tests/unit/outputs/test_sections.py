"""The text by its headings."""

from factsheet.outputs.passages import sections


def test_a_body_is_parted_before_its_headings() -> None:
    """Each heading of the second level begins a part, but not one that stands in another element; nothing is lost."""
    said = '<blockquote><h2 id="x">Said</h2></blockquote><h3>T</h3>'
    body = f'<p>A</p>\n<h2 id="one">One <em>&amp; two</em></h2>{said}<h2 id="z">Z</h2>'
    found = list(sections(body, lambda _: None))
    assert "".join(part.html for part in found) == body
    assert [(part.anchor, part.title) for part in found] == [(None, None), ("one", "One &amp; two"), ("z", "Z")]


def test_figures_are_linked_where_they_stand_in_no_link() -> None:
    """A figure in a paragraph leads to its passage; in a heading, a link or a quotation it stays as it is."""
    figure = '<data class="figure" data-metric="a" value="1">1</data>'
    body = f"<h2>{figure}</h2><p>{figure} <a href='/'>{figure}</a></p><blockquote>{figure}</blockquote>"
    (part,) = sections(body, lambda name: f"#_s-{name}")
    assert part.html == body.replace(f"<p>{figure}", f'<p><a class="in" href="#_s-a">{figure}</a>')
