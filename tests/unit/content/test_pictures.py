"""The size of a picture, from the beginning of its file."""

import struct
from urllib.parse import unquote

import pytest

from factsheet.content.pictures import data_address, is_still, says_place, size_of
from tests.support import ROOT

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480)
FRAME = b"\xff\xc2\0\x11\x08" + struct.pack(">HH", 480, 640)
WEBP = b"RIFF\0\0\0\0WEBP"


def jpeg(orientation: int, order: str = "<") -> bytes:
    """A photo of 640 by 480 pixels with a note of how the camera was held."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0" + mark + struct.pack(f"{order}IH", 8, 1) + entry
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", 2 + len(exif)) + exif + FRAME


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (PNG, (640, 480)),
        (b"GIF89a" + struct.pack("<HH", 640, 480), (640, 480)),
        (b"\xff\xd8\xff\xe0\0\x04xx" + FRAME, (640, 480)),
        (jpeg(1), (640, 480)),
        (jpeg(4), (640, 480)),
        (jpeg(5), (480, 640)),
        (jpeg(6), (480, 640)),
        (jpeg(8, ">"), (480, 640)),
        (WEBP + b"VP8X" + bytes(8) + b"\x7f\x02\0\xdf\x01\0", (640, 480)),
        (WEBP + b"VP8L" + bytes(5) + struct.pack("<I", 639 | 479 << 14), (640, 480)),
        (WEBP + b"VP8 " + bytes(10) + struct.pack("<HH", 640, 480), (640, 480)),
        (b"\0\0\0\x1cftypavif" + bytes(20) + b"ispe\0\0\0\0" + struct.pack(">II", 640, 480), (640, 480)),
        (b'<?xml version="1.0"?>\n<svg xmlns="x"\n viewBox="0 0 639.6 480">', (640, 480)),
        (b'<svg viewBox="0,0,640,480">', (640, 480)),
        (b"<svg>", None),
        (PNG[:18], None),
        (b"\xff\xd8\xff\xe0\0\x04xx", None),
        (b"GIF89a\0\0\0\0", None),
        (b"\0\0\0\x1cftypavif", None),
        (b"hello", None),
        (b"", None),
    ],
)
def test_the_size_is_read_from_the_file(data: bytes, size: tuple[int, int] | None) -> None:
    """Every format says its size in its own way; a photo that lies on its side is turned as a browser turns it."""
    assert size_of(data) == size


def test_the_icons_of_the_tool_have_their_sizes() -> None:
    """Real files are read too."""
    assert size_of((ROOT / "static/icon-192.png").read_bytes()) == (192, 192)
    assert size_of((ROOT / "static/icon.svg").read_bytes()) is not None


def noted(order: str, *tags: int, pointer: int = 26) -> bytes:
    """A camera's notes that point to those of a place, which hold some entries."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    first = struct.pack(f"{order}IHHHII", 8, 1, 0x8825, 4, 1, pointer) + bytes(4)
    place = struct.pack(f"{order}H", len(tags)) + b"".join(struct.pack(f"{order}HHII", tag, 5, 3, 0) for tag in tags)
    return mark + first + place


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xff\xd8\xff\xe1..Exif\0\0" + noted("<", 1, 2), True),
        (b"RIFF....WEBP....EXIF" + noted(">", 2), True),
        (b"RIFF....WEBP" + bytes(900_000) + b"EXIF" + noted(">", 2), True),
        (b"\x89PNG....eXIf" + noted("<", 0), False),
        (b"\x89PNG....eXIf" + noted("<", 2, pointer=9999), False),
        (b'<x:xmpmeta exif:GPSLatitude="45,45N">', True),
        (b"II*\0", False),
        (PNG, False),
    ],
)
def test_a_place_is_found_in_every_format(data: bytes, says: bool) -> None:  # noqa: FBT001 - what is expected
    """A latitude in the notes of a camera or in XMP is a place; notes without one, or cut short, are none."""
    assert says_place(data) == says


def test_pictures_that_move() -> None:
    """GIF, and PNG, WebP and AVIF of several pictures, are not still; nor is a drawing, or what is no picture."""
    moving = (b"GIF89a", PNG + b"....acTL", WEBP + b"VP8X" + bytes(14) + b"ANIM", b"\0\0\0\x1cftypavis")
    assert not any(map(is_still, (*moving, b"<svg>", b"hello")))
    assert all(map(is_still, (PNG, WEBP + b"VP8 ", jpeg(1))))


def test_a_drawing_stays_text_in_an_address() -> None:
    """An address that holds an SVG is safe in an attribute and in `url()` as it is, and says the drawing again."""
    drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>a{b:url('#c')}</style><text>ș &amp; 5%</text></svg>"
    address = data_address("a.SVG", f"{drawing}\n".encode()) or ""
    media, _, text = address.partition(",")
    assert media == "data:image/svg+xml"
    assert unquote(text) == drawing
    assert not set(text) & set(" \"'()<>#\\&")
