"""A tree that is told to be safe is one that nh3 leaves alone; what nh3 drops is told."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from factsheet.content.markup import Typography, Unrenderable, render
from factsheet.content.markup.commonmark.extension import CommonMark
from factsheet.content.markup.sanitize import is_address_allowed, is_safe, sanitize
from tests.hostile.nastiness import CHUNKS
from tests.unit.content.markup.trees import tree_of

MARKS = Typography(open="„", close="”", back_to_text="Înapoi")
ADDRESSES = (
    "https://a.example/b?c=d&e=f#g", "http://", "http://[::1", "https://a b.example", "https://a.example:99999/",
    "https://a..example/", "https://xn--a.example/", "https://999.1.1.1/", "http://0x/", "https://exa%mple.org/",
    "//a.example", "/a", "a.md", "a.md#b", "#a", "", "?a", "a:b", "./a:b", "mailto:a@b.example", "mailto:",
    "javascript:alert(1)", "JaVaScRiPt:x", "java\tscript:x", " javascript:x", "data:text/html,x", "vbscript:x", "tel:1",
    "ftp://a.example", "https:a", "https:/a", "http://a.example\\@b", "http://a@b:c@d/", "\x01javascript:x", "HTTPS://A",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses(address: str) -> None:
    """A link is safe exactly where nh3 keeps its address."""
    for template in ("[x](<{}>)", "![x](<{}>)", "[x][y]\n\n[y]: <{}>"):
        text = template.format(address)
        root = tree_of(text)
        if root.find(".//*[@href]") is not None or root.find(".//*[@src]") is not None:
            kept = re.search(r" (?:href|src)=", sanitize(written(text))) is not None
            assert is_safe(root) == kept


def written(text: str) -> str:
    """A text as Python-Markdown writes it, not yet safe."""
    return Markdown(extensions=[CommonMark()], output_format="html").convert(text)


@given(
    st.lists(
        st.sampled_from([*CHUNKS, *(f"[x](<{one}>) " for one in ADDRESSES), "## a {#b} ", "~~x~~ ", "> [!TIP]\n> "]),
        max_size=12,
    ).map("".join)
)
def test_what_is_safe_stays_as_it_is(text: str) -> None:
    """Whatever is put together: where the tree is told to be safe, nh3 changes nothing in its HTML."""
    try:
        root = tree_of(text)
    except Unrenderable:
        return
    html = written(text)
    if "\x02" not in html and "<" not in text.replace("[x](<", "") and is_safe(root):
        assert sanitize(html) == html


def test_addresses_that_are_plain_are_allowed() -> None:
    """What is judged by its shape alone is what nh3 would keep."""
    assert is_address_allowed("https://example.org/a?b=c")
    assert not is_address_allowed("javascript:x")


@pytest.mark.parametrize(
    ("body", "code", "at", "value"),
    [
        ('A\n\n<iframe src="https://a.example"></iframe>\n\nB', "M101", "<iframe", "iframe"),
        ("A <video src=a></video>", "M101", "<video", "video"),
        ("<form><input></form>", "M101", "<form", "form"),
        ("<svg><path d='M0'/></svg>", "M101", "<svg", "svg"),
        ("<style>p {color: red}</style>", "M101", "<style", "style"),
        ("- a\n- <script>alert(1)</script>", "M101", "<script", "script"),
        ('<p style="color: red">A</p>', "M102", "<p", "style"),
        ("A <b onclick=x>b</b>", "M102", "<b", "onclick"),
        ('<details markdown="1">\n\nA\n\n</details>', "M102", "<details", "markdown"),
        ("A <b>b.\n\nC", "M108", "<b", "b"),
        ("A <b><i>b</b>", "M108", "<i", "i"),
        ("A b</b> C", "M109", "</b", "b"),
        ('<ol start="1290"><li>a</li></ol>', "M102", "<ol", "start"),
        ('<ul><li value="7">a</li></ul>', "M102", "<li", "value"),
        ("A\n\n<!-- B\n\nC", "M103", "<!--", "<!-- B"),
        ("<![CDATA[ x", "M103", "<![CDATA[", "<![CDATA[ x"),
        ("A [b](http://) c", "R508", "http://", "http://"),
        ("A [b](javascript:x) c", "R508", "javascript:x", "javascript:x"),
        ('<a href="vbscript:x">b</a>', "R508", "vbscript:x", "vbscript:x"),
    ],
)
def test_what_is_dropped_is_told(body: str, code: str, at: str, value: str) -> None:
    """An element, an attribute or an address that does not arrive is told where it stands."""
    slips = render(body, MARKS).slips
    assert (slips[0].code, slips[0].offset) == (code, body.index(at))
    assert value in {filled for _, filled in slips[0].values}


@pytest.mark.parametrize(
    "body",
    ["<!-- a -->\n\nb", "a <!-- b --> c", "<div align=center>a</div>", "<b>a</b>", "<img src=a.png alt=b>", "a<br>b"],
)
def test_what_arrives_is_not_told(body: str) -> None:
    """Comments are no content, and what is kept is nobody's business."""
    assert render(body, MARKS).slips == ()


def test_html_around_markdown_keeps_its_figures_and_places() -> None:
    """In a body with HTML, figures, links and words are found as in any other."""
    body = (
        '<details>\n<summary>A {{ a }}</summary>\n\n**{{ b }}** [c](d.md)\n\n</details>\n<abbr title="{{ e }}">f</abbr>'
    )
    prose = render(body, MARKS)
    found = {one.target: (one.offset, one.in_code) for one in prose.references}
    assert found == {name: (body.index(f"{{{{ {name}"), False) for name in "abe"}
    assert [(link.address, link.offset) for link in prose.links] == [("d.md", body.index("d.md"))]
