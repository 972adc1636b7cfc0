"""What the file of a picture says of itself: its width and height, whether it moves, and where it was taken."""

import re
import struct
from base64 import b64encode
from collections.abc import Callable
from decimal import Decimal, DecimalException
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from factsheet.core.patterns import regex

PICTURES: Final = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
"""How the names of pictures end, in small letters."""

MEDIA_TYPES: Final = {
    **{ending: f"image/{ending}" for ending in ("avif", "gif", "jpeg", "png", "webp")},
    "ico": "image/x-icon",
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
}
"""The media types of pictures, by the ending of their names."""

_FONTS: Final = (b"wOF2", b"wOFF", b"OTTO", b"true", b"ttcf", b"\0\1\0\0")
FONT_TYPES: Final = {"otf": "font/otf", "ttf": "font/ttf", "woff": "font/woff", "woff2": "font/woff2"}
"""The media types of fonts (RFC 8081)."""


@lru_cache(maxsize=16)
def data_address(name: str, data: bytes) -> str | None:
    """Give a picture or a font as an address that holds it (RFC 2397); None for a file of another type.

    A picture that is text stays text, of which a compressed page keeps half the bytes of base64.
    """
    media = {**MEDIA_TYPES, **FONT_TYPES}.get(name.rpartition(".")[2].lower())
    if media == MEDIA_TYPES["svg"]:
        return f"data:{media},{quote(data.strip(), safe='=:/,;.-!~*+@')}"
    return f"data:{media};base64,{b64encode(data).decode('ascii')}" if media else None


Size = tuple[int, int]
"""Width and height in pixels, as a browser shows them."""

_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of JPEG that begin a frame (ITU T.81, table B.1)."""

_TURNED: Final = 5
"""The first orientation of Exif that lies on its side."""

_VIEW: Final = regex(rb"<svg\b[^>]*?\bviewBox\s*=\s*[\"']\s*\S+[\s,]+\S+?[\s,]+([\d.]+)[\s,]+([\d.]+)", re.DOTALL)
_WEB_PAGE: Final = regex(rb"\s*<(?:!doctype|html)\b", re.IGNORECASE)
_MOST: Final = 20_000
"""How many bytes of a drawing are looked at."""


def size_of(data: bytes) -> Size | None:
    """Give the size of a PNG, GIF, JPEG, WebP, AVIF or SVG; None where the file does not say, or is none of these."""
    for begins, read in _READERS:
        if begins(data):
            try:
                found = read(data)
            except (struct.error, IndexError, ValueError, DecimalException):
                return None
            return found if found and min(found) > 0 else None
    return None


def is_as_named(name: str, data: bytes) -> bool:
    """Whether a file whose name ends as that of a picture or a font begins as one, and one of code as no web page."""
    ending = name.lower().rpartition(".")[2]
    if ending in FONT_TYPES:
        return data.startswith(_FONTS)
    if ending in {"css", "js"}:
        return not _WEB_PAGE.match(data)
    return f".{ending}" not in PICTURES or any(begins(data) for begins, _ in _READERS)


def _jpeg(data: bytes) -> Size | None:
    at, turned = 2, False
    while at + 4 <= len(data):
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if marker in _FRAMES:
            height, width = _pair(">HH", data, at + 5)
            return (height, width) if turned else (width, height)
        if marker == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":  # noqa: PLR2004 - APP1 (Exif 2.3, section 4.5.4)
            turned = _orientation(data[at + 10 : at + 2 + length]) >= _TURNED
        at += 2 + length
    return None


def _orientation(tiff: bytes) -> int:
    """The orientation that a camera has noted, 1 where it has not: browsers turn the picture by it."""
    order = "<" if tiff[:2] == b"II" else ">"
    start = struct.unpack_from(f"{order}I", tiff, 4)[0]
    count = struct.unpack_from(f"{order}H", tiff, start)[0]
    for entry in range(start + 2, start + 2 + 12 * count, 12):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
        if tag == 0x0112:  # noqa: PLR2004 - Orientation (TIFF 6.0, section 8)
            return int(value)
    return 1


def _webp(data: bytes) -> Size | None:
    kind = data[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        return width, height
    if kind == b"VP8L":
        bits = struct.unpack_from("<I", data, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = _pair("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


def _avif(data: bytes) -> Size | None:
    at = data.find(b"ispe")
    return None if at < 0 else _pair(">II", data, at + 8)


def _svg(data: bytes) -> Size | None:
    found = _VIEW.search(data[:_MOST])
    return None if found is None else (round(Decimal(found[1].decode())), round(Decimal(found[2].decode())))


def _svg_begins(data: bytes) -> bool:
    return b"<svg" in data[:_MOST]


def _pair(form: str, data: bytes, at: int) -> Size:
    one, other = struct.unpack_from(form, data, at)
    return one, other


_READERS: Final[tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Size | None]], ...]] = (
    (lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"), lambda data: _pair(">II", data, 16)),
    (lambda data: data.startswith((b"GIF87a", b"GIF89a")), lambda data: _pair("<HH", data, 6)),
    (lambda data: data.startswith(b"\xff\xd8\xff"), _jpeg),
    (lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", _webp),
    (lambda data: data[4:12] in {b"ftypavif", b"ftypavis"}, _avif),
    (_svg_begins, _svg),
)
"""How a file of each format begins, and how it says its size."""

_MOVES: Final = regex(rb"\A(?:GIF8|\x89PNG.{0,4000}?acTL|RIFF....WEBPVP8X.{14,60}?ANIM|....ftypavis)", re.DOTALL)
"""How a file of several pictures, shown one after another, begins."""


def is_still(data: bytes) -> bool:
    """Whether a file holds one picture of dots: no drawing, and none that moves."""
    return not _svg_begins(data) and not _MOVES.match(data) and any(begins(data) for begins, _ in _READERS)


# Where a photo was taken: cameras and phones note it in the file, and whoever loads the photo can read it.

_TIFF: Final = regex(rb"II\*\0|MM\0\*")
"""How a note of a camera begins, in whichever format of pictures (Exif 2.32, section 4.5.2)."""

_GPS: Final = 0x8825
"""The entry that points to the notes of the place (Exif 2.32, section 4.6.3)."""

_LATITUDE: Final = 2

_ENDS: Final = 250_000
"""How many bytes of each end of a file are looked at: JPEG allows its notes a fourth of that."""


def says_place(data: bytes) -> bool:
    """Whether the file of a picture says where it was taken, in its Exif or XMP data: they stand at its ends."""
    if len(data) > 2 * _ENDS:
        data = data[:_ENDS] + data[-_ENDS:]
    return b"GPSLatitude" in data or any(_has_position(data[found.start() :]) for found in _TIFF.finditer(data))


def _has_position(tiff: bytes) -> bool:
    """Whether a camera's notes hold a latitude."""
    try:
        order = "<" if tiff[:2] == b"II" else ">"
        entries = _entries(tiff, order, struct.unpack_from(f"{order}I", tiff, 4)[0])
        return _GPS in entries and _LATITUDE in _entries(tiff, order, entries[_GPS])
    except struct.error:
        return False


def _entries(tiff: bytes, order: str, start: int) -> dict[int, int]:
    """The entries of one table of notes by their tag, as numbers (TIFF 6.0, section 2)."""
    count = struct.unpack_from(f"{order}H", tiff, start)[0]
    rows = (struct.unpack_from(f"{order}HHII", tiff, start + 2 + 12 * row) for row in range(count))
    return {tag: value for tag, _, _, value in rows}
