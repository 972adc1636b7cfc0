"""Pages as PDF."""

import re
import sys
import zlib

import pytest

from factsheet.outputs.offline import lack_of_pdf, style, to_pdf, with_drawings

PAGE = """<!DOCTYPE html><html lang="ro"><head><title>Cifre alese</title></head>
<body><h1>Cifre alese</h1><p>1.209 arestări și 17.000 de puncte</p><img src="https://other.example/a.png" alt="x">
<link rel="stylesheet" href="file:///etc/passwd"></body></html>"""

needs_weasyprint = pytest.mark.usefixtures("pdf")


def unpacked(pdf: bytes) -> bytes:
    """A PDF with all its streams unpacked, as far as they are."""
    parts = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)\nendstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompressobj().decompress(stream))  # which may end with a carriage return of its own
        except zlib.error:
            continue
    return b"\n".join(parts)


@needs_weasyprint
@pytest.mark.slow
def test_it_is_tagged_and_says_so() -> None:
    """The PDF claims PDF/UA-1, has a tree of tags, a title that is shown, and the language of the page."""
    text = unpacked(to_pdf(PAGE))
    assert text.startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in text
    assert b"/StructTreeRoot" in text
    assert b"/DisplayDocTitle true" in text
    assert re.search(rb"/Lang ?\(ro\)", text)


@needs_weasyprint
@pytest.mark.slow
def test_it_is_the_same_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two PDFs of a page are the same bytes, whatever the clock says, where SOURCE_DATE_EPOCH is set."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    first = to_pdf(PAGE)
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    assert to_pdf(PAGE) == first


@needs_weasyprint
@pytest.mark.slow
def test_nothing_is_read_from_disk_or_net(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that names files and other hosts is printed without them; no connection is opened."""
    opened: list[object] = []
    monkeypatch.setattr("socket.create_connection", lambda *given, **_: opened.append(given))
    assert b"root:" not in unpacked(to_pdf(PAGE))
    assert opened == []


def test_what_is_lacking_is_said_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without WeasyPrint the reason is one line of text, and with it there is none."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    said = lack_of_pdf()
    assert "weasyprint" in said
    assert "\n" not in said


def test_fonts_are_those_of_the_extra() -> None:
    """Each family at hand is declared with its file and all weights, and is asked for before any other."""
    rules = style([("One", "/fonts/One [wght].ttf"), ("Two", "/fonts/Two.ttf")])
    assert 'src: url("file:///fonts/One%20%5Bwght%5D.ttf"); font-weight: 100 900' in rules
    assert 'font-family: "One", "Two", sans-serif !important' in rules
    assert "font-family: sans-serif" in style([])


def test_charts_are_measured_in_pixels_and_dressed() -> None:
    """A chart gets rules of its own and lengths in pixels; a drawing within it, and the page around it, stay."""
    html = '<p>2rem</p><svg class="drawing" height="2rem"><svg x="90%" y="1rem"><line/></svg></svg><p>x</p>'
    shown = with_drawings(html)
    assert shown.startswith('<p>2rem</p><svg class="drawing" height="22.67"><style>')
    assert '<svg x="90%" y="11.33"><line/></svg></svg><p>x</p>' in shown
    assert shown.count("<style>") == 1
