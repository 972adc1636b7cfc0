"""Draw the bitmap icons of `static/` from its `icon.svg`: for launchers, which read no SVG.

    python -m scripts.icons

The icon of 180 pixels fills its square, since the system that asks for it rounds the corners itself.
"""

from scripts.locks import ROOT

SIZES = (192, 512)
TOUCH = 180
CORNERS = ' rx="6"'


def drawn() -> dict[str, bytes]:
    """Give each bitmap by its name."""
    import resvg_py

    mark = (ROOT / "static" / "icon.svg").read_text(encoding="utf-8")
    icons = {f"icon-{size}.png": resvg_py.svg_to_bytes(svg_string=mark, width=size, height=size) for size in SIZES}
    square = mark.replace(CORNERS, "")
    icons[f"icon-{TOUCH}.png"] = resvg_py.svg_to_bytes(svg_string=square, width=TOUCH, height=TOUCH)
    return icons


def main() -> int:
    """Write the bitmaps."""
    for name, data in drawn().items():
        (ROOT / "static" / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
