"""The language itself: names, direction, quotation marks."""

import pytest

from factsheet.l10n import cldr


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ro", "Română"), ("fr", "Français"), ("pt-BR", "Português (Brasil)"), ("ja", "日本語"),
        ("ar", "العربية"),
        ("tr", "Türkçe"), ("ru", "Русский"), ("hi", "हिन्दी"),
    ],
)  # fmt: skip
def test_autonym(tag: str, name: str) -> None:
    """A language's name in itself has a capital where its script has any."""
    assert cldr.autonym(cldr.locale(tag)) == name


def test_turkish_capital() -> None:
    """A Turkish i keeps its dot as a capital; a sharp s at the start is left alone."""
    assert cldr.capitalised(cldr.locale("tr"), "ingilizce") == "İngilizce"
    assert cldr.capitalised(cldr.locale("de"), "ß") == "ß"
    assert cldr.capitalised(cldr.locale("ro"), "") == ""


def test_display_name() -> None:
    """The name of a language in another stands as inside a sentence."""
    assert cldr.display_name("en", cldr.locale("ro")) == "engleză"


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ro", "ltr"),
        ("ar", "rtl"),
        ("fa", "rtl"),
        ("he", "rtl"),
        ("ur", "rtl"),
        ("ckb", "rtl"),
        ("pa-Arab", "rtl"),
        ("uz", "ltr"),
    ],
)
def test_direction(tag: str, direction: str) -> None:
    """The direction is that of the script."""
    assert cldr.direction(cldr.locale(tag)) == direction


@pytest.mark.parametrize(
    ("tag", "marks"),
    [
        ("ro", "„”«»"),
        ("de", "„“‚‘"),
        ("de-CH", "„“‚‘"),
        ("pl", "„”«»"),
        ("en", "“”‘’"),
        ("hu", "„”»«"),
        ("ja", "「」『』"),
    ],
)
def test_quotes(tag: str, marks: str) -> None:
    """Quotation marks, outer and inner, are the language's."""
    assert "".join(cldr.quotes(cldr.locale(tag))) == marks
