"""Cut the display face of `static/` out of Fraunces: figures, and the letters of the languages that it covers whole.

    python -m scripts.display_face

The file holds one weight of one optical size, without hints, and stays below eight kilobytes: the style sheet holds it.
Its copyright and licence (SIL Open Font License 1.1) are in its table of names, as the licence allows.
"""

from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Final

from scripts.locks import ROOT

FIGURES: Final = "0123456789.,:/'’ +−–-%$€£\u00a0\u202f"
"""What a number is written with."""

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzĂÂÎȘȚăâîșț„”“()?!"
"""What titles are written with in English and Romanian; a title with other letters is set in another face whole."""

FACE: Final = ROOT / "static/display.woff2"
GRID: Final = 200
"""Units of an em: a step is less than a pixel in the largest number, and the files are smaller by two fifths."""
INSTANCE: Final = {"SOFT": 0, "WONK": 0, "opsz": 60, "wght": 700}


def cut() -> bytes:
    """Give the face."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.scaleUpem import scale_upem
    from fontTools.varLib.instancer import instantiateVariableFont

    font = instantiateVariableFont(TTFont(_file(), recalcTimestamp=False), INSTANCE)
    options = subset.Options(
        flavor="woff2", hinting=False, layout_features=["lnum", "tnum"], name_IDs=[0, 1, 2, 13, 14]
    )
    options.drop_tables += ["STAT", "MVAR", "HVAR", "GDEF", "GSUB", "GPOS", "gasp", "meta"]
    cutter = subset.Subsetter(options)
    cutter.populate(text=FIGURES + LETTERS)
    cutter.subset(font)
    scale_upem(font, GRID)
    font["name"].setName("SIL Open Font License, Version 1.1", 13, 3, 1, 0x409)
    data = BytesIO()
    subset.save_font(font, data, options)
    return data.getvalue()


def _file() -> Path:
    found = find_spec("fontpkg_fraunces")
    if found is None or found.origin is None:
        raise SystemExit("install the tools of this repository first: make tools")
    (file,) = Path(found.origin).parent.glob("files/Fraunces[[]*.ttf")
    return file


def main() -> int:
    """Write the face."""
    FACE.write_bytes(cut())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
