"""Pictures of a text keep their room on the page."""

import re
import struct
from pathlib import Path

from factsheet.content.sources import MAX_PICTURE_BYTES, read_sources
from tests.exhibits import published
from tests.support import SMALL_SITE, said, write_site

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480)


def test_pictures_have_their_sizes(tmp_path: Path) -> None:
    """Width and height are those of the file, the first picture loads at once, and what a text says itself stays."""
    pictures = '\n![Unu](/static/a.png) ![Doi](/static/b.gif)\n\n<img src="/static/a.png" alt="Trei" width="9">\n'
    more = {f"content/{tag}/index.md": SMALL_SITE[f"content/{tag}/index.md"] + pictures for tag in ("ro", "en")}
    write_site(tmp_path, {"static/a.png": PNG, "static/b.gif": b"no picture"})
    html = published(tmp_path, {**SMALL_SITE, **more}).text("ro/index.html")
    first, second, third = re.findall(r"<img [^>]*>", html)
    assert 'width="640" height="480"' in first
    assert "loading" not in first
    assert " width=" not in second
    assert 'loading="lazy"' in second
    assert ('width="9"' in third, "height" in third, 'loading="lazy"' in third) == (True, False, True)


def test_a_heavy_picture_is_told(tmp_path: Path) -> None:
    """A photo of more than 2 MB gets a notice; a document of that size does not."""
    big = {"static/a.png": PNG + bytes(MAX_PICTURE_BYTES), "static/a.pdf": b"%PDF" + bytes(MAX_PICTURE_BYTES)}
    (problem,) = read_sources(write_site(tmp_path, {**SMALL_SITE, **big})).problems
    assert said(problem).startswith("static/a.png:1:1: O715 this picture has 2.0 MB")
