"""The typefaces of cards: which letters they have, and how wide these are."""

import struct
from pathlib import Path

import pytest

from factsheet.outputs import typefaces
from factsheet.outputs.typefaces import (
    EAST_ASIAN,
    Typeface,
    Typefaces,
    chosen,
    east_asian,
    font_files,
    installed,
    widths,
)

ROMANIAN = "ĂÂÎȘȚăâîșț„”–“1.209 %$€"
MARKS = "\u00a0\u202f\u200f\u200e\u2068"


@pytest.fixture
def faces() -> Typefaces:
    """The typefaces of the extra, where it is installed."""
    found = installed()
    if found is None:
        pytest.skip("not tested, for want of the extra cards")
    return found


def test_romanian_letters_are_there(faces: Typefaces) -> None:
    """The first typeface alone has all letters of Romanian, with a comma below and not a cedilla."""
    first = Typefaces(faces.faces[:1])
    assert first.missing(ROMANIAN) == ""


def test_scripts_with_a_typeface_are_shown(faces: Typefaces) -> None:
    """Arabic, Persian, Hindi, Greek and Russian can be shown."""
    for text in ("أكثر من ١٧٬٠٠٠", "بیش از ۱۷٬۰۰۰ گزارش", "पीड़ित १,२०,०००", "Αριθμοί", "Цифры"):
        assert faces.missing(text) == "", text


def test_the_first_letter_that_none_has_is_named(faces: Typefaces) -> None:
    """Those of the extra `cards` have no Japanese, and the first of its letters is named."""
    assert faces.missing("A: 日本") == "日"


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ("Jpan", "数字で見る「川の見守り」"),
        ("Hans", "超过1.7万名志愿者"),
        ("Hant", "志願者"),
        ("Kore", "자원봉사자 1.7만 명"),
    ],
)
def test_east_asian_scripts_lead_with_their_own_typeface(faces: Typefaces, script: str, text: str) -> None:
    """Each script with Han characters is set in the family that writes them its way, and lacks no letter."""
    own = east_asian(script)
    if own is None:
        pytest.skip("not tested, for want of the extra cards-cjk")
    found = chosen(text, script)
    assert found is not None
    assert found.faces == (own, *faces.faces)
    assert found.family.startswith(f"'{EAST_ASIAN[script][0]}', 'Source Sans 3'")
    assert found.missing(text + ROMANIAN) == ""


def test_other_scripts_keep_theirs(faces: Typefaces) -> None:
    """A text without Han characters never reads the large typeface; one with them gets it in the last place."""
    assert chosen("Cifre", "Latn") is faces
    own = east_asian("Jpan")
    if own is None:
        pytest.skip("not tested, for want of the extra cards-cjk")
    mixed = chosen("Asociația 日本", "Latn")
    assert mixed is not None
    assert mixed.faces == (*faces.faces, own)


def test_without_the_extra_the_others_are_left(faces: Typefaces, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `cards-cjk` is not installed, Japanese gets the typefaces at hand, which lack its letters."""
    monkeypatch.setattr(typefaces, "EAST_ASIAN_PACKAGE", "a_package_that_is_not_installed")
    monkeypatch.setattr(typefaces, "east_asian", east_asian.__wrapped__)
    assert chosen("日本", "Jpan") is faces


def test_nothing_is_chosen_where_nothing_can_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra `cards` there are no typefaces for any script."""
    monkeypatch.setattr(typefaces, "installed", lambda: None)
    assert chosen("日本", "Jpan") is None


def test_every_script_finds_its_family_in_the_collection() -> None:
    """The place of each family in the collection is that which an independent reader of fonts finds."""
    fonts = pytest.importorskip("fontTools.ttLib", reason="not tested, for want of fontTools")
    for script, (family, index) in EAST_ASIAN.items():
        own = east_asian(script)
        if own is None:
            pytest.skip("not tested, for want of the extra cards-cjk")
        with fonts.TTFont(own.file, fontNumber=index) as font:
            assert font["name"].getDebugName(1) == family
            assert own.widths["，"] == 1000
            assert own.widths["1"] == font["hmtx"][font.getBestCmap()[ord("1")]][0]


def test_what_shows_nothing_is_never_missing(faces: Typefaces) -> None:
    """Spaces that do not break and marks of direction need no glyph."""
    assert faces.missing(MARKS) == ""


def test_width_grows_with_text_and_size(faces: Typefaces) -> None:
    """A longer text is wider, and twice the size is twice as wide."""
    assert faces.width("mm", 1000) == 2 * faces.width("m", 1000) > faces.width("ii", 1000)
    assert faces.width("abc", 2000) == 2 * faces.width("abc", 1000)


def test_widths_are_those_that_fonttools_reads(faces: Typefaces) -> None:
    """Every character of every typeface is as wide as an independent reader of fonts says."""
    fonts = pytest.importorskip("fontTools.ttLib", reason="not tested, for want of fontTools")
    assert faces.faces
    for face in faces.faces:
        font = fonts.TTFont(face.file)
        units, advances = font["head"].unitsPerEm, font["hmtx"]
        expected = {chr(code): 1000 * advances[name][0] // units for code, name in font.getBestCmap().items()}
        assert face.widths == expected


def test_files_and_families_are_listed_in_order(faces: Typefaces) -> None:
    """A drawing is given the upright fonts and their families, quoted, in the order in which they are tried."""
    assert faces.files == [file for _, file in font_files()]
    assert faces.family.startswith("'Source Sans 3'")
    assert not any("Italic" in Path(file).name for file in faces.files)


def test_a_small_font_is_read() -> None:
    """A table of format 4 gives the characters of its segments, by step or by list, and no glyph for those without."""
    assert widths(_font()) == {"A": 500, "B": 600, "a": 600, "b": 600}


def test_a_font_of_a_collection_is_read() -> None:
    """A collection gives each of its fonts by its place."""
    header = struct.pack(">4sHHI2I", b"ttcf", 1, 0, 2, 4, 20)
    assert widths(header + _font(at=len(header)), 1) == widths(_font())


def test_the_first_typeface_with_a_letter_is_used() -> None:
    """A letter that two typefaces have is measured by the first."""
    faces = Typefaces((Typeface("One", "1", {"a": 1000}), Typeface("Two", "2", {"a": 9000, "b": 2000})))
    assert faces.width("ab", 1) == 3
    assert faces.family == "'One', 'Two'"


def _font(at: int = 0) -> bytes:
    """A font of three glyphs, at its place in a file: A and B follow each other; a and b are in a list, c has none."""
    cmap = struct.pack(">HHHHI", 0, 1, 3, 1, 12)
    ends, starts, steps = (0x42, 0x63, 0xFFFF), (0x41, 0x61, 0xFFFF), (-0x40 % 65536, 0, 1)
    ways = (0, 4, 0)
    glyphs = (2, 2, 0)
    body = struct.pack(">7H", 4, 0, 0, 6, 0, 0, 0) + struct.pack(">3H", *ends) + struct.pack(">H", 0)
    body += struct.pack(">3H", *starts) + struct.pack(">3H", *steps) + struct.pack(">3H", *ways)
    cmap += body + struct.pack(">3H", *glyphs)
    tables = {
        "cmap": cmap,
        "head": bytes(18) + struct.pack(">H", 1000) + bytes(34),
        "hhea": bytes(34) + struct.pack(">H", 3),
        "hmtx": struct.pack(">6H", 100, 0, 500, 0, 600, 0),
    }
    at += 12 + 16 * len(tables)
    records, data = b"", b""
    for name, table in tables.items():
        records += struct.pack(">4sIII", name.encode(), 0, at + len(data), len(table))
        data += table
    return struct.pack(">IHHHH", 0x00010000, len(tables), 0, 0, 0) + records + data
