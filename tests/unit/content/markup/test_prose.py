"""Markdown becomes safe HTML with open places, and tells what is in it."""

import re

import pytest

from factsheet.content.markup import CODE_GAP, GAP, Prose, Typography, fill, plain_fill, render

ROMANIAN = Typography(open="„", close="”", back_to_text="Înapoi la text")


def html(body: str) -> str:
    """Render a body whose figures show their target and form, and whose links show their address."""
    prose = render(body, ROMANIAN)

    def figure(index: int) -> str:
        reference = prose.references[index]
        return f"<data>{reference.target}|{reference.form}</data>"

    return fill(prose, figure, lambda index: prose.references[index].target, lambda index: prose.links[index].address)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A {{ arrests }} b", "<p>A <data>arrests|</data> b</p>"),
        ("{{arrests.short}}", "<p><data>arrests|short</data></p>"),
        ("**{{ other/arrests }}**", "<p><strong><data>other/arrests|</data></strong></p>"),
        ("`{{ arrests }}`", "<p><code>{{ arrests }}</code></p>"),
        ("    {{ arrests }}", "<pre><code>{{ arrests }}\n</code></pre>"),
        ("```\n{{ arrests }}\n```", "<pre><code>{{ arrests }}\n</code></pre>"),
        ("{{ a<b }}", "<p><data>a<b|</data></p>"),
        ("{ { arrests } }", "<p>{ { arrests } }</p>"),
        ("{% if x %}{{ '' }}", "<p>{% if x %}<data>''|</data></p>"),
        ('[x](#y "{{ arrests }}")', '<p><a href="#y" title="arrests">x</a></p>'),
        ("![{{ arrests }}](p.png)", '<p><img alt="arrests" src="p.png"></p>'),
        ("[x]({{ arrests }})", '<p><a href="{{ arrests }}">x</a></p>'),
        ("<div>{{ arrests }}</div>", "<div><data>arrests|</data></div>"),
        ("| a |\n|---|\n| {{ arrests }} |", None),
        ("# One\n\n## Two", '<h2 id="one">One</h2>\n<h2 id="two">Two</h2>'),
        ('"{{ arrests }}" "da"', "<p>„<data>arrests|</data>” „da”</p>"),
        ("d'Or -- a...", "<p>d’Or – a…</p>"),
        ("1\u00a0209 a\u202fb", "<p>1\u00a0209 a\u202fb</p>"),
    ],
)
def test_bodies(body: str, expected: str | None) -> None:
    """References become figures in text, plain text in attributes, and themselves in code."""
    made = html(body)
    if expected is None:
        assert "<td><data>arrests|</data></td>" in made
    else:
        assert made == expected


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        "[x](vbscript:x)",
        "# H {onclick=alert(1)}",
        "[x](y){style=color:red onmouseover=alert(1)}",
        "<svg onload=alert(1)>",
        "<iframe src=//evil.example></iframe>",
        "<form action=//evil.example><input></form>",
        "<style>*{display:none}</style>",
        "<a href='https://x.example' style='position:fixed'>x</a>",
        '```"><script>alert(1)</script>\nx\n```',
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        '<p title="</p><script>alert(1)</script>">x</p>',
        "<data value=999>1.209</data>",
        "<base href=//evil.example>",
        "<object data=x></object><embed src=x>",
        "<meta http-equiv=refresh content=0>",
    ],
)
def test_nothing_active_is_left(body: str) -> None:
    """Whatever is tried, no script, handler, style, frame, form or forged figure comes out."""
    made = " ".join(re.findall(r"<[^>]*>", html(body).lower()))
    for bad in (
        "<script",
        "onerror=",
        "onclick=",
        "onload=",
        "onmouseover=",
        "javascript:",
        "data:text",
        "vbscript:",
        "<iframe",
        "<form",
        "<input",
        "<style",
        " style=",
        "<svg",
        "<data",
        "<base",
        "<object",
        "<embed",
        "<meta",
    ):
        assert bad not in made


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## A {#b}", '<h2 id="b">A</h2>'),
        ("## A {: #b .c .d }", '<h2 class="c d" id="b">A</h2>'),
        ("A {: .c}\n===", '<h2 class="c" id="a">A</h2>'),
        ("## A {% b %}", '<h2 id="a-b">A {% b %}</h2>'),
        ("## A {onclick=b}", '<h2 id="a-onclickb">A {onclick=b}</h2>'),
        ("A {: .c}", "<p>A {: .c}</p>"),
    ],
)
def test_headings_take_an_id_and_classes(body: str, expected: str) -> None:
    """A list of attributes belongs to a heading, and sets nothing that acts; other braces are text."""
    assert html(body) == expected


def test_headings_keep_their_ids_when_a_figure_changes() -> None:
    """A figure in a heading is no part of its id; letters of any script are."""
    assert render("## Cele {{ arrests }} arestări\n\n## Ștefan și أحمد", ROMANIAN).ids == (
        "cele-arestări",
        "ștefan-și-أحمد",
    )


def test_twin_headings_get_ids_of_their_own() -> None:
    """The second heading of the same words is numbered."""
    assert render("## A\n\n## A", ROMANIAN).ids == ("a", "a_1")


def test_references_know_their_offsets() -> None:
    """A finding can point at a reference; in code there is none, and where HTML makes code it is told."""
    prose = render("x {{ a }} `{{ b }}` {{ c.short }} <kbd>{{ d }}</kbd>", ROMANIAN)
    assert [(ref.target, ref.form, ref.offset, ref.in_code) for ref in prose.references] == [
        ("a", "", 2, False),
        ("c", "short", 20, False),
        ("d", "", 39, True),
    ]
    assert prose.code == ((10, 19),)


def test_pictures_are_told_from_links() -> None:
    """Each address is known with what it is: that of a picture is loaded with the page, that of a link is not."""
    links = render("![a](a.png) [b](b.md)\n\n[![c](c.png)](d.md)", ROMANIAN).links
    assert {(link.address, link.image) for link in links} == {
        ("a.png", True),
        ("b.md", False),
        ("c.png", True),
        ("d.md", False),
    }


def test_runs_are_what_a_reader_sees() -> None:
    """Visible text is told block by block, with gaps for figures and code, and attributes apart."""
    prose = render('## T {{ a }}\n\nUn **2** și `3` `x` &amp; ![4](p.png "5")\n\n- a\n- b', ROMANIAN)
    assert [(run.element, run.text) for run in prose.runs] == [
        ("h2", f"T {GAP}"),
        ("attribute", "5"),
        ("attribute", "4"),
        ("p", f"Un 2 și 3 {CODE_GAP} &"),
        ("li", "a"),
        ("li", "b"),
    ] or {run.text for run in prose.runs} == {f"T {GAP}", "4", "5", f"Un 2 și 3 {CODE_GAP} &", "a", "b"}


def test_raised_digits_are_read_as_they_look() -> None:
    """10<sup>6</sup> is no 106; letters and marks of footnotes stay what they are."""
    prose = render("10<sup>6</sup>, 1<sup>er</sup>, 25 m<sup>2</sup>", ROMANIAN)
    assert [run.text for run in prose.runs] == ["10⁶, 1er, 25 m²"]
    assert "<sup>6</sup>" in prose.html


def test_cells_know_their_row_and_column() -> None:
    """Rows are counted through the body; an empty cell has its place."""
    prose = render("| | b |\n|---|---|\n| c | d |\n\ne\n\n| f | g |\n|---|---|\n| | h |", ROMANIAN)
    assert [(run.text, run.cell) for run in prose.runs] == [
        ("b", (1, 1)), ("c", (2, 0)), ("d", (2, 1)), ("e", None), ("f", (3, 0)), ("g", (3, 1)), ("h", (4, 1))
    ]  # fmt: skip


def test_a_list_shows_its_first_number_where_that_is_not_one() -> None:
    """The marker belongs to what is read of the first item; the others follow from it."""
    prose = render("15. a\n16. b\n\n- x\n\n123456. c\n\nd\n\n1. e", ROMANIAN)
    assert [(run.marker, run.text) for run in prose.runs] == [
        ("15. ", "a"), ("", "b"), ("", "x"), ("123456. ", "c"), ("", "d"), ("", "e")
    ]  # fmt: skip
    assert 'start="123456"' in prose.html


@pytest.mark.parametrize("html_beside", ["", "\n\n<details>\n<summary>More</summary>\n\nB.\n\n</details>\n"])
def test_the_number_of_a_footnote_is_no_text(html_beside: str) -> None:
    """Its mark is no number that a reader is told, also where the body holds HTML."""
    prose = render(f"A.[^1] C.\n\n[^1]: Note.{html_beside}", ROMANIAN)
    assert prose.runs[0].text == f"A.{CODE_GAP} C."


def test_footnotes_say_their_way_back_in_the_language() -> None:
    """The words of a footnote's link come from the catalogue."""
    assert 'title="Înapoi la text"' in html("A[^1]\n\n[^1]: B")


def test_rendering_does_not_remember() -> None:
    """The converter is reset: a body does not see the footnotes and ids of the one before."""
    first = render("## A\n\nX[^1]\n\n[^1]: B", ROMANIAN)
    assert render("## A\n\nX[^1]\n\n[^1]: B", ROMANIAN) == first
    assert isinstance(first, Prose)


def test_plain_texts_are_filled() -> None:
    """A title may mention figures too."""
    assert (
        plain_fill("Cele {{ a.number }} de {{b}}", lambda target, form: f"[{target}:{form}]")
        == "Cele [a:number] de [b:]"
    )
