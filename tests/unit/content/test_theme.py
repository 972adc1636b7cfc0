"""The theme of a site: read strictly, readable by WCAG, and the rules that style sheets get of it."""

import re
from pathlib import Path

import pytest

from factsheet.content.config import read_settings
from factsheet.content.theme import (
    DEFAULT_ACCENT,
    INKS,
    LEAST_CONTRAST,
    Accent,
    Theme,
    colour_of,
    contrast,
    nearest_readable,
    with_theme,
)
from tests.support import said

STYLES = Path(__file__).parents[3] / "static"


def test_a_theme_is_read() -> None:
    """Accent, logo, face and footer reach their fields; a deep accent is made of the pale one."""
    settings, problems = read_settings(
        b"""[theme]
accent = "#FD0"
logo = "own/logo.svg"
font = "system"
footer = { ro = "Subsol", en = "Foot" }
"""
    )
    theme = settings.theme
    assert problems == []
    assert theme.accent is not None
    assert theme.accent.light == "#ffdd00"
    assert contrast(theme.accent.dark, INKS["dark"]) >= LEAST_CONTRAST
    assert (theme.logo, theme.font, theme.footer) == ("own/logo.svg", "system", {"ro": "Subsol", "en": "Foot"})
    assert read_settings(b'theme.accent = {light = "#fff", dark = "#000"}')[0].theme.accent == Accent(
        "#ffffff", "#000000"
    )


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("theme = 5\n", "site.toml:1:9: C803"),
        ("[theme]\nacent = '#fff'\n", "site.toml:2:1: C802"),
        ("[theme]\naccent = 'yellow'\n", "site.toml:2:10: C803"),
        ("[theme]\naccent = {dark = '#000'}\n", "site.toml:2:10: C803"),
        ("[theme]\naccent = {light = '#fff', night = '#000'}\n", "site.toml:2:10: C803"),
        ("[theme]\naccent = '#0b5c7d'\n", "site.toml:2:10: C811"),
        ("[theme]\naccent = {light = '#fff', dark = '#ffd400'}\n", "site.toml:2:10: C811"),
        ("[theme]\nlogo = 'logo.webp'\n", "site.toml:2:8: C803"),
        ("[theme]\nfont = 'serif'\n", "site.toml:2:8: C803"),
        ("[theme]\nfooter = 5\n", "site.toml:2:10: C803"),
        ("[theme]\nfooter = {ro = 5}\n", "site.toml:2:16: C803"),
    ],
)
def test_what_is_wrong_with_a_theme_is_told_at_its_line(text: str, start: str) -> None:
    """Unknown keys, colours that are none or cannot be read on, other kinds of pictures."""
    assert [said(one).startswith(start) for one in read_settings(text.encode())[1]] == [True]


@pytest.mark.parametrize(("accent", "scheme"), [("#0b5c7d", "light"), ("#333333", "light"), ("#ffd400", "dark")])
def test_the_colour_that_is_offered_can_be_read_on_and_is_near(accent: str, scheme: str) -> None:
    """It has a contrast of 4.5 to 1 and hardly more, and needs no further change."""
    better = nearest_readable(accent, scheme)
    assert LEAST_CONTRAST <= contrast(better, INKS[scheme]) < LEAST_CONTRAST + 0.2
    assert nearest_readable(better, scheme) == better


def test_contrast_is_that_of_wcag() -> None:
    """Black on white has 21 to 1, a colour on itself 1 to 1; the order does not matter."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.01)
    assert contrast("#abcdef", "#abcdef") == 1


def test_colours_are_hexadecimal() -> None:
    """Three or six digits; nothing else could go into a style sheet."""
    assert (colour_of("#AbC"), colour_of("#aabbcc")) == ("#aabbcc", "#aabbcc")
    assert [colour_of(one) for one in ("red", "#ab", "#abcd", "#aabbcc;}", 5)] == [None] * 5


@pytest.mark.parametrize("name", ["style.css", "embed.css"])
def test_the_default_style_sheets_have_the_colours_that_are_checked(name: str) -> None:
    """Ink and accent of both schemes are those that contrasts are computed with."""
    text = (STYLES / name).read_text()
    ink = re.search(r"--ink: light-dark\((#\w+), (#\w+)\)", text)
    mark = re.search(r"--mark: light-dark\((#\w+), (#\w+)\)", text)
    assert ink
    assert mark
    assert ink.groups() == (INKS["light"], INKS["dark"])
    assert mark.groups() == (DEFAULT_ACCENT.light, DEFAULT_ACCENT.dark)
    assert all(
        contrast(colour, INKS[scheme]) >= LEAST_CONTRAST for scheme, colour in zip(INKS, mark.groups(), strict=True)
    )


def test_a_theme_adds_rules_to_the_style_sheets_of_pages() -> None:
    """The accent and the reader's own face stand at the end of both; other files stay, and all do without a theme."""
    files = {
        "style.css": b"@font-face { font-family: Display; src: x; }\na{}",
        "embed.css": b"b{}",
        "own.css": b"c{}",
        "logo.png": b"",
        "icon.svg": b'<path fill="#f2b705"/>',
    }
    assert with_theme(files, Theme()) == files
    styled = with_theme(files, Theme(accent=Accent("#ffdd00", "#554400"), font="system"))
    for name in ("style.css", "embed.css"):
        text = styled[name].decode()
        assert "--mark: light-dark(#ffdd00, #554400)" in text
        assert "--face: var(--text)" in text
        assert "@font-face" not in text
    assert (styled["own.css"], styled["logo.png"]) == (b"c{}", b"")
    assert styled["icon.svg"] == b'<path fill="#ffdd00"/>'
    assert with_theme(files, Theme(logo="logo.png"))["style.css"].startswith(files["style.css"] + b"\n.brand img { ")
