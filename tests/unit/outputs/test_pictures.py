"""Pictures of a text keep their room on the page."""

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image, ImageFile

from factsheet.builder.pipeline import Options, build, check
from factsheet.content.sources import MAX_PICTURE_BYTES, read_sources
from factsheet.outputs import pictures
from tests.exhibits import published
from tests.support import ENGLISH, ROMANIAN, SMALL_SITE, run_here, said, tree, write_site


def picture(size: tuple[int, int], kind: str, mode: str = "RGB", *, turned: bool = False) -> bytes:
    """A picture of one colour, as a phone takes it that is held upright: with its place, and lying on its side."""
    exif = Image.Exif()
    if turned:
        exif[0x0112] = 6
        exif.get_ifd(0x8825).update({1: "N", 2: (45.0, 45.0, 0.0), 3: "E", 4: (21.0, 13.0, 0.0)})
    written = BytesIO()
    Image.new(mode, size).save(written, kind, **({"exif": exif} if turned else {}))
    return written.getvalue()


PNG = picture((640, 480), "PNG", "1")
PHOTO = picture((20, 1000), "JPEG", turned=True)


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
    (figure,) = re.findall(r"<figure><picture>.*?</picture><figcaption>(.*?)</figcaption></figure>", html)
    assert re.sub(r"<[^>]*>", "", figure) == "Sala: 1.209 arestări, „a «b» c”"
    assert '<em><span class="nb"><a class="in"' in figure
    assert '<data class="figure" data-metric="arrests" value="1209">' in figure
    assert 'title="mică"' in html


def test_a_heavy_picture_is_told(tmp_path: Path) -> None:
    """A photo of more than 2 MB gets a notice; a document of that size does not."""
    big = {"static/a.png": PNG + bytes(MAX_PICTURE_BYTES), "static/a.pdf": b"%PDF" + bytes(MAX_PICTURE_BYTES)}
    (problem,) = read_sources(write_site(tmp_path, {**SMALL_SITE, **big})).problems
    assert said(problem).startswith("static/a.png:1:1: O715 this picture has 2.0 MB")


COPIES: dict[str, str | bytes] = {
    "content/ro/index.md": f"{ROMANIAN}\n![Sala](<sala, mare.jpg>)\n\n![Plan](/static/plan.png)\n",
    "content/en/index.md": f"{ENGLISH}\n![The hall](<../ro/sala, mare.jpg>)\n\n![Plan](/static/plan.png)\n",
}
FILES: Mapping[str, str | bytes] = {
    **SMALL_SITE,
    **COPIES,
    "content/ro/sala, mare.jpg": PHOTO,
    "static/plan.png": PNG,
}


@pytest.fixture(scope="module")
def album(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published site with a photo of 1000 by 20 dots, as it is seen, and a drawing, which both languages show."""
    root = write_site(tmp_path_factory.mktemp("album"), FILES)
    assert run_here("build", "--root", root, "-q").returncode == 0
    return root


def copies_of(root: Path) -> dict[str, bytes]:
    """The copies in a published site, by what distinguishes their names."""
    found = (root / "public/assets").rglob("*-*.*")
    named = {re.sub(r"\.\w{10}(-\d+)-\w{6}", r"\1", path.name): path.read_bytes() for path in found}
    return {name: data for name, data in named.items() if name.endswith(("avif", "webp"))}


def test_smaller_copies_are_offered(album: Path) -> None:
    """A browser chooses by width among AVIF and WebP of a photo, each address quoted; a drawing has one sharp copy."""
    html = (album / "public/en/index.html").read_text(encoding="utf-8")
    photo, drawing = re.findall(r"<picture>(.*?)</picture>", html)
    sources = re.findall(r'<source type="image/(\w+)" srcset="([^"]*)" sizes="[^"]+">', photo)
    assert [kind for kind, _ in sources] == ["avif", "webp"]
    for _, srcset in sources:
        addresses = [part.split(" ") for part in srcset.split(", ")]
        assert [width for _, width in addresses] == ["480w", "960w", "1000w"]
        assert all((album / "public/en" / unquote(address)).resolve().is_file() for address, _ in addresses)
    assert 'width="1000" height="20"' in photo
    assert re.findall(r"(\w+)\" srcset=\"[^ ]* (\w+)\"", drawing) == [("webp", "640w")]
    assert drawing.endswith(' width="640" height="480" loading="lazy">')


def test_copies_hold_the_picture_and_nothing_else(album: Path) -> None:
    """They stand upright, in their width, without the place or any other note; the drawing loses no dot."""
    copies = copies_of(album)
    assert sorted(copies) == sorted(
        [*(f"sala, mare-{width}.{kind}" for width in (480, 960, 1000) for kind in ("avif", "webp")), "plan-640.webp"]
    )
    for name, data in copies.items():
        with Image.open(BytesIO(data)) as read:
            assert f"-{read.width}." in name
            assert not dict(read.getexif())
            if name.startswith("sala"):
                assert read.height == round(read.width * 20 / 1000)
            else:
                assert set(read.convert("L").tobytes()) == {0}
    assert b"Exif" not in b"".join(copies.values())


def test_a_copy_is_made_once(album: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new picture makes its own copies anew and no others; the site is then as a clean build makes it."""
    made: list[int] = []
    real = pictures._resized  # noqa: SLF001 - watched

    def watched(data: bytes, copies: Sequence[pictures.Variant]) -> dict[str, bytes]:
        made.append(len(copies))
        return real(data, copies)

    monkeypatch.setattr(pictures, "_resized", watched)
    more = f"{ROMANIAN}\n![Sala](<sala, mare.jpg>)\n\n![Plan](/static/plan.png)\n\n![Alta](alta.webp)\n"
    write_site(album, {"content/ro/index.md": more, "content/ro/alta.webp": picture((500, 5), "WEBP")})
    assert run_here("build", "--root", album, "-q").returncode == 0
    assert sorted(made) == [0, 0, 4]
    assert run_here("build", "--root", album, "-q", "--no-cache", "-o", album / "clean").returncode == 0
    assert tree(album / "public") == tree(album / "clean")
    write_site(album, COPIES)
    (album / "content/ro/alta.webp").unlink()
    kept = album / ".cache/factsheet/pictures"
    before = len(list(kept.iterdir()))
    assert run_here("build", "--root", album, "-q").returncode == 0
    assert before - len(list(kept.iterdir())) == 4


def test_a_kept_copy_that_is_damaged_is_made_again(album: Path) -> None:
    """What lies in the cache counts only behind its digest."""
    before = copies_of(album)
    for path in (album / ".cache/factsheet/pictures").iterdir():
        path.write_bytes(b"damaged")
    write_site(album, {"site.toml": SMALL_SITE["site.toml"] + 'publisher = "X"\n'})
    assert run_here("build", "--root", album, "-q").returncode == 0
    assert run_here("build", "--root", album, "-q", "-o", album / "other").returncode == 0
    assert copies_of(album) == before


def test_without_what_makes_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is as it was, and one notice names the extra; with `pictures = false` there is no notice either."""
    monkeypatch.setattr(pictures, "maker", lambda: None)
    result = build(write_site(tmp_path, FILES), Options())
    (told,) = [said(problem) for problem in result.problems if problem.code == "O728"]
    assert "factsheet[pictures]" in told
    assert b"<picture>" not in result.artifacts["ro/index.html"]
    write_site(tmp_path, {"site.toml": SMALL_SITE["site.toml"] + "pictures = false\n"})
    assert "O728" not in {problem.code for problem in build(tmp_path, Options()).problems}


def test_a_damaged_picture_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is cut short stops publication, at its own place; also where another library would let it pass."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    result = build(write_site(tmp_path, {**FILES, "content/ro/sala, mare.jpg": PHOTO[:-300]}), Options())
    (told,) = [said(problem) for problem in result.problems if problem.code == "O729"]
    assert told.startswith("content/ro/sala, mare.jpg:1:1: O729 this picture cannot be read to its end")
    assert result.has_errors


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (picture((480, 4), "PNG", "1"), ()),
        (picture((481, 4), "JPEG"), (480, 481)),
        (picture((481, 4), "JPEG", "CMYK"), (480, 481)),
        (picture((1700, 1), "JPEG"), (480, 960, 1600)),
        (picture((1700, 1), "PNG", "1"), (1600,)),
        (picture((900, 9), "GIF"), ()),
        (b'<svg viewBox="0 0 900 9">', ()),
        (PNG[:16] + (20_000).to_bytes(4, "big") * 2 + PNG[24:], ()),
        (PNG[:33] + b"\0\0\0\x08acTL" + PNG[33:], ()),
    ],
)
def test_how_wide_copies_are(data: bytes, found: tuple[int, ...]) -> None:
    """None is wider than its picture; what is small, drawn, moving or too large for the memory has none."""
    assert pictures.widths(data) == found


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "RGBA", "LA", "I;16"])
def test_every_kind_of_dots_can_be_copied(mode: str) -> None:
    """Grey, indexed, printed and clear pictures become what screens show; what is clear stays so."""
    data = picture((500, 4), "JPEG" if mode == "CMYK" else "PNG", mode)
    copy = pictures.Variant("", "key", 500, "webp")
    with Image.open(BytesIO(pictures._resized(data, [copy])["key"])) as read:  # noqa: SLF001 - the smallest way in
        assert read.size == (500, 4)
        assert read.mode == ("RGBA" if mode in {"RGBA", "LA"} else "RGB")


def test_no_other_format_is_decoded() -> None:
    """What only claims to be a picture of pages is none, whatever else Pillow could read."""
    copy = pictures.Variant("", "key", 500, "webp")
    with pytest.raises(OSError, match="cannot identify"):
        pictures._resized(picture((500, 4), "TIFF"), [copy])  # noqa: SLF001 - the smallest way in


def test_a_photo_that_says_its_place_is_told(album: Path) -> None:
    """The photo itself is published as it is, so a notice stands at its file; a drawing says nothing."""
    told = [said(problem) for problem in read_sources(album).problems]
    assert [one.partition(" ")[0] for one in told if " O727 " in one] == ["content/ro/sala,"]
