"""The typefaces that cards are set in: which letters they have, and how wide these are.

They come from packages of the extras `cards` and `cards-cjk`, so that every machine draws the same picture; fonts of
the system are never looked at. Tables are read as OpenType describes them (`ttcf`, `cmap` formats 4 and 12, `hmtx`).
"""

import struct
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from factsheet.core.records import dataclass

PACKAGES: Final = (
    ("fontpkg_source_sans_3", "Source Sans 3"),
    ("fontpkg_noto_sans_arabic", "Noto Sans Arabic"),
    ("fontpkg_noto_sans_devanagari", "Noto Sans Devanagari"),
)
"""The packages and families that are used where they are installed; the first must be."""

EAST_ASIAN_PACKAGE: Final = "manimgx_fonts_cjk"
"""The package with a collection of fonts that share their glyphs, one for each way of writing Han characters."""

EAST_ASIAN: Final[Mapping[str, tuple[str, int]]] = {
    "Jpan": ("Noto Sans CJK JP", 0),
    "Kore": ("Noto Sans CJK KR", 1),
    "Hans": ("Noto Sans CJK SC", 2),
    "Hant": ("Noto Sans CJK TC", 3),
}
"""For each script that has Han characters the family that writes them its way, and its place in the collection."""

UNKNOWN: Final = 250
"""How wide a character is taken to be that no typeface has, in thousandths of the size."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Characters that show nothing: no letter is missing where a typeface lacks them."""

_UNICODE_TABLES: Final = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
"""Platform and encoding of the `cmap` tables that speak Unicode, the fullest first."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """One typeface: its family, its file, and the width of each character in thousandths of its size."""

    family: str
    file: str
    widths: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The typefaces at hand, in the order in which they are tried."""

    faces: tuple[Typeface, ...]

    def missing(self, text: str) -> str:
        """The first character that no typeface has; empty where all can be shown."""
        for character in text:
            if unicodedata.category(character) not in _UNSEEN and self._face(character) is None:
                return character
        return ""

    def width(self, text: str, size: int) -> int:
        """About how wide a text is, in the unit of `size`; letters that join are taken as if they stood alone."""
        faces = ((character, self._face(character)) for character in text)
        return size * sum(face.widths[character] if face else UNKNOWN for character, face in faces) // 1000

    @property
    def files(self) -> list[str]:
        """The files to draw with."""
        return [face.file for face in self.faces]

    @property
    def family(self) -> str:
        """The families as the `font-family` of a drawing lists them."""
        return ", ".join(f"'{face.family}'" for face in self.faces)

    def _face(self, character: str) -> Typeface | None:
        return next((face for face in self.faces if character in face.widths), None)


@lru_cache(maxsize=1)
def installed() -> Typefaces | None:
    """Find what cards are drawn with; None where the extra `cards` is not installed."""
    if find_spec("resvg_py") is None or find_spec(PACKAGES[0][0]) is None:
        return None
    return Typefaces(tuple(Typeface(family, file, widths(Path(file).read_bytes())) for family, file in font_files()))


def chosen(text: str, script: str) -> Typefaces | None:
    """The typefaces for a text in a language of this script (ISO 15924); None where `cards` is not installed.

    A script with Han characters comes first where it has a typeface of its own, since Chinese and Japanese draw the
    same character differently. In any other language a Han character is drawn as in Japanese.
    """
    faces = installed()
    if faces is None or not (script in EAST_ASIAN or faces.missing(text)):
        return faces
    if (own := east_asian(script if script in EAST_ASIAN else "Jpan")) is None:
        return faces
    return Typefaces((own, *faces.faces) if script in EAST_ASIAN else (*faces.faces, own))


@lru_cache(maxsize=len(EAST_ASIAN))
def east_asian(script: str) -> Typeface | None:
    """The typeface of a script with Han characters; None where the extra `cards-cjk` is not installed."""
    if (file := next(_files(EAST_ASIAN_PACKAGE, "*.ttc"), None)) is None:
        return None
    family, index = EAST_ASIAN[script]
    return Typeface(family, str(file), widths(file.read_bytes(), index))


def font_files() -> Iterator[tuple[str, str]]:
    """Each family that is installed, and the path of its upright font, which holds all weights."""
    for package, family in PACKAGES:
        upright = min((str(file) for file in _files(package, "files/*.ttf") if "Italic" not in file.name), default="")
        if upright:
            yield family, upright


def _files(package: str, pattern: str) -> Iterator[Path]:
    """The files of an installed package that match; none where it is not installed."""
    spec = find_spec(package)
    if spec is not None and spec.origin is not None:
        yield from Path(spec.origin).parent.glob(pattern)


def widths(font: bytes, index: int = 0) -> dict[str, int]:
    """Read the width of every character of a font, or of the one at `index` of a collection, in thousandths."""
    tables = _tables(font, index)
    (units,) = struct.unpack_from(">H", font, tables["head"] + 18)
    (count,) = struct.unpack_from(">H", font, tables["hhea"] + 34)
    advances = [struct.unpack_from(">H", font, tables["hmtx"] + 4 * glyph)[0] for glyph in range(count)]
    return {
        chr(code): 1000 * advances[min(glyph, count - 1)] // units
        for code, glyph in _characters(font, tables["cmap"])
        if glyph
    }


def _tables(font: bytes, index: int) -> dict[str, int]:
    at = struct.unpack_from(">I", font, 12 + 4 * index)[0] if font[:4] == b"ttcf" else 0
    (count,) = struct.unpack_from(">H", font, at + 4)
    records = (struct.unpack_from(">4sIII", font, at + 12 + 16 * entry) for entry in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in records}


def _characters(font: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Each character code with the number of its glyph."""
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    records = (struct.unpack_from(">HHI", font, cmap + 4 + 8 * index) for index in range(count))
    offsets = {(platform, encoding): cmap + offset for platform, encoding, offset in records}
    at = next(offsets[key] for key in _UNICODE_TABLES if key in offsets)
    (form,) = struct.unpack_from(">H", font, at)
    return _segments(font, at) if form == 4 else _groups(font, at)  # noqa: PLR2004 - the number of a format


def _groups(font: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Format 12: groups of codes whose glyphs follow each other."""
    (count,) = struct.unpack_from(">I", font, at + 12)
    for index in range(count):
        first, last, glyph = struct.unpack_from(">III", font, at + 16 + 12 * index)
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _segments(font: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Format 4: segments of the Basic Multilingual Plane, each with a step or a list of its own."""
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    ends, starts = at + 14, at + 16 + doubled
    for index in range(0, doubled, 2):
        (last,) = struct.unpack_from(">H", font, ends + index)
        (first,) = struct.unpack_from(">H", font, starts + index)
        (step,) = struct.unpack_from(">H", font, starts + doubled + index)
        where = starts + 2 * doubled + index
        (way,) = struct.unpack_from(">H", font, where)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code if way == 0 else struct.unpack_from(">H", font, where + way + 2 * (code - first))[0]
            yield code, (glyph + step) % 0x10000 if glyph or way == 0 else 0
