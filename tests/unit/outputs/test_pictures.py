"""Pictures of a text keep their room on the page."""

import re
import struct
from pathlib import Path

from factsheet.builder.pipeline import Options, check
from factsheet.content.sources import MAX_PICTURE_BYTES, read_sources
from tests.exhibits import published
from tests.support import ENGLISH, ROMANIAN, SMALL_SITE, said, write_site

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


def test_pictures_beside_a_sheet(tmp_path: Path) -> None:
    """A picture in the folder of a sheet is found by its name alone, has its size, and serves other languages too."""
    more = {
        "content/ro/index.md": f"{ROMANIAN}\n![Sala](Sala.JPG)\n",
        "content/en/index.md": f"{ENGLISH}\n![The hall](../ro/Sala.JPG)\n",
        "content/ro/sala/a.md": "---\ntitle: A\n---\n![Sala](../Sala.JPG) ![Alta](b.png)\n",
    }
    write_site(tmp_path, {"content/ro/Sala.JPG": PNG, "content/ro/sala/b.png": PNG})
    site = published(tmp_path, {**SMALL_SITE, **more})
    for page, ways in (("ro/index.html", 1), ("en/index.html", 1), ("ro/sala/a/index.html", 2)):
        found = re.findall(r'<img [^>]*src="[./]*/(assets/content/ro/[^"]*)" width="640"', site.text(page))
        assert len(found) == ways
        assert all(site.files[path] == PNG for path in found)


def test_a_picture_that_nobody_shows(tmp_path: Path) -> None:
    """It is a warning at its file; one that a sheet only links to is shown."""
    text = {"content/ro/index.md": f"{ROMANIAN}\n[Sala](a.png)\n"}
    root = write_site(tmp_path, {**SMALL_SITE, **text, "content/ro/a.png": PNG, "content/en/b.png": PNG})
    found = [said(problem) for problem in check(root, Options()).problems if problem.place.path.endswith("png")]
    (told,) = found
    assert told.startswith("content/en/b.png:1:1: R515 no sheet shows the picture `b.png`")


def test_captions(tmp_path: Path) -> None:
    """A picture alone in a paragraph has its title as a caption, in which figures are figures; in text it has none."""
    caption = """\n![O sală](a.png "Sala: *{{ arrests }}*, „a 'b' c”")\n\nText ![mică](a.png "mică").\n"""
    write_site(tmp_path, {"content/ro/a.png": PNG})
    html = published(tmp_path, {**SMALL_SITE, "content/ro/index.md": ROMANIAN + caption}).text("ro/index.html")
    (figure,) = re.findall(r"<figure><img [^>]*><figcaption>(.*?)</figcaption></figure>", html)
    assert re.sub(r"<[^>]*>", "", figure) == "Sala: 1.209 arestări, „a «b» c”"
    assert '<em><span class="nb"><a class="in"' in figure
    assert '<data class="figure" data-metric="arrests" value="1209">' in figure
    assert 'title="mică"' in html


def test_a_heavy_picture_is_told(tmp_path: Path) -> None:
    """A photo of more than 2 MB gets a notice; a document of that size does not."""
    big = {"static/a.png": PNG + bytes(MAX_PICTURE_BYTES), "static/a.pdf": b"%PDF" + bytes(MAX_PICTURE_BYTES)}
    (problem,) = read_sources(write_site(tmp_path, {**SMALL_SITE, **big})).problems
    assert said(problem).startswith("static/a.png:1:1: O715 this picture has 2.0 MB")
