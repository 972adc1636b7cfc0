"""The look that a site chooses for itself: an accent, a logo, a face, words for the foot of each page.

The accent lies under words of the ink of the default style sheet, so it is checked like a background: WCAG 2.2,
success criterion 1.4.3, contrast of 4.5 to 1 in light and in dark colours.
"""

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass, field

INKS: Final[Mapping[str, str]] = {"light": "#15191d", "dark": "#ece9e2"}
"""The colours of text in the default style sheets."""

LEAST_CONTRAST: Final = 4.5
FACES: Final = ("display", "system")
LOGOS: Final = (".svg", ".png")
STYLED: Final = ("style.css", "embed.css")
"""The style sheets that a theme adds its rules to."""

ICON: Final = "icon.svg"
_BAND: Final = b"#f2b705"
"""The colour of the band in the default icon; an icon of the site's own has none of it."""

_FACE: Final = regex(rb"@font-face \{ font-family: Display;[^}]*\}\n")
"""The display face in the default style sheet."""

_LOGO: Final = """\
.brand img { flex: none; inline-size: auto; block-size: 2rem; max-inline-size: 12rem; object-fit: contain; }
@container page (max-width: 40rem) { .brand img { block-size: 1.5rem; max-inline-size: 6rem; } }"""
"""The room that a logo takes beside the name."""

_COLOUR: Final = regex(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_STEPS: Final = 255

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Accent:
    """The colour under what stands in the source, in light and in dark colours: `#rrggbb`."""

    light: str
    dark: str


DEFAULT_ACCENT: Final = Accent("#ffe27d", "#665000")


Set = TypeVar("Set")


def setting(about: str, *, default: Set) -> Set:
    """Make a field of the settings, with its line for the reference page."""
    return field(default=default, metadata={"about": about})


def table_of(about: str) -> Any:  # noqa: ANN401 - of whatever its field says
    """Make a field of the settings that is a table, empty where nothing is said."""
    return field(default_factory=dict, metadata={"about": about})


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """`[theme]` of site.toml."""

    accent: Accent | None = setting(
        'The colour of marks, as in `"#ffd400"`, or `{ light = "#ffd400", dark = "#5c4a00" }`.', default=None
    )
    logo: str | None = setting("A picture from `static/`, SVG or PNG, beside the name.", default=None)
    font: str = setting("The face of titles and figures: `display`, or `system` for the reader's.", default="display")
    footer: Mapping[str, str] = table_of("Words for the foot of each page: one text, or a table of one per language.")


def colour_of(written: object) -> str | None:
    """Give a colour that is written as `#rgb` or `#rrggbb` as `#rrggbb`; None where it is none."""
    if not isinstance(written, str) or not _COLOUR.fullmatch(written):
        return None
    digits = written[1:].lower()
    return f"#{digits}" if len(digits) > 3 else "#" + "".join(2 * digit for digit in digits)  # noqa: PLR2004


_NAMED: Final[Mapping[str, str]] = {
    "blue": "#0000ff", "gold": "#ffd700", "gray": "#808080", "green": "#008000", "lime": "#00ff00", "navy": "#000080",
    "orange": "#ffa500", "red": "#ff0000", "teal": "#008080", "yellow": "#ffff00",
}  # fmt: skip
_PARTS: Final = regex(r"rgb\(\s*(\d{1,3})[,\s]+(\d{1,3})[,\s]+(\d{1,3})\s*\)")


def hex_of(written: object) -> str | None:
    """The colour in digits that was most likely meant by its name, without its `#`, or by its parts: `rgb(1, 2, 3)`."""
    text = str(written).strip().lower()
    parts = _PARTS.fullmatch(text)
    digits = "".join(f"{min(int(part), _STEPS):02x}" for part in parts.groups()) if parts else text
    return _NAMED.get(text) or colour_of(f"#{digits}")


def look_meant(key: str, value: object) -> dict[str, str]:
    """What is said of a face or a logo that is none: the way out, and the name that the picture should have."""
    name, _, ending = str(value).rpartition("/")[2].rpartition(".")
    is_logo = f".{ending.lower()}" in LOGOS
    variant = "face" if key == "font" else "file" if is_logo else "picture" if name else ""
    return {"variant": variant, "better": f"{name}.{ending if is_logo else 'png'}"}


def accent_of(given: object) -> tuple[Accent | None, dict[str, dict[str, str]]]:
    """Give an accent, None where it is none, and by scheme what is said of colours on which text cannot be read.

    It is written as one colour, which is that of light pages, or as a table of one for each scheme.
    """
    table = given if isinstance(given, dict) else {"light": given}
    colours = {scheme: colour for scheme in INKS if (colour := colour_of(table.get(scheme)))}
    if len(colours) != len(table) or "light" not in colours:
        return None, {}
    ratios = {scheme: contrast(colour, INKS[scheme]) for scheme, colour in colours.items()}
    faint = {
        scheme: {"value": colours[scheme], "ratio": f"{ratio:.1f}", "better": nearest_readable(colours[scheme], scheme)}
        for scheme, ratio in ratios.items()
        if ratio < LEAST_CONTRAST
    }
    return Accent(colours["light"], colours.get("dark", nearest_readable(colours["light"], "dark"))), faint


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours by WCAG 2.2, from 1 to 21."""
    low, high = sorted(map(_luminance, (_rgb(one), _rgb(other))))
    return (high + 0.05) / (low + 0.05)


def nearest_readable(accent: str, scheme: str) -> str:
    """Give the colour nearest to an accent on which the text of a scheme can be read: paler, or darker in `dark`."""
    end = 255 if scheme == "light" else 0
    given = _rgb(accent)
    for step in range(_STEPS + 1):
        mixed = "#" + "".join(f"{part + (end - part) * step // _STEPS:02x}" for part in given)
        if contrast(mixed, INKS[scheme]) >= LEAST_CONTRAST:
            return mixed
    return f"#{end:02x}{end:02x}{end:02x}"


def with_theme(styles: Mapping[str, bytes], theme: Theme) -> dict[str, bytes]:
    """Add the rules of a theme to the end of the site's `styles` in `static/`, and its accent to the icon."""
    rules = "".join(f"\n{rule}" for rule in _rules(theme)).encode()
    found = {path: data + rules if rules and path in STYLED else data for path, data in styles.items()}
    if theme.font == "system" and STYLED[0] in found:
        found[STYLED[0]] = _FACE.sub(b"", found[STYLED[0]])
    if theme.accent and ICON in found:
        found[ICON] = found[ICON].replace(_BAND, theme.accent.light.encode())
    return found


def _rules(theme: Theme) -> list[str]:
    rules = []
    if theme.accent:
        light, dark = theme.accent.light, theme.accent.dark
        rules.append(f":root {{ --mark: light-dark({light}, {dark}); --band: {light}; }}")
        rules.append(f"@supports not (color: light-dark(#000, #fff)) {{ :root {{ --mark: {light}; }} }}")
    if theme.logo:
        rules.append(_LOGO)
    if theme.font == "system":
        rules.append(":root, h1:not(:lang(en), :lang(ro)) { --face: var(--text); }")
    return rules


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(rgb: Rgb) -> float:
    """The relative luminance of a colour, from 0 to 1 (WCAG 2.2, terms)."""
    parts = [value / 255 for value in rgb]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)  # noqa: PLR2004
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
