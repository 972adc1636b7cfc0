"""Sorting by the alphabet of a language."""

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.names import sort_key


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("ro", "ac asta azi ăsta izvor în"),
        ("ro", "sare suc șarpe tare Tulcea țară"),
        ("ro", "ala Ala ála alb"),
        ("en", "cote coté côte"),
        ("de", "Österreich Oslo Zug Zürich"),
        ("de", "Strasse Straße Strauß"),
        ("sv", "zebra ål ärta ö"),
        ("da", "zebra æble øl år"),
        ("cs", "cukr čaj hora chléb ihned"),
        ("hu", "cukor csak dal"),
        ("es", "nube nunca ñandú ojo"),
        ("pl", "cud ćma dom lód łódź"),
        ("tr", "ılık iz jale"),
        ("et", "sõna šokk zoo žanr tera"),
        ("fr", "ode œil oeuf œuvre"),
        ("ru", "дом еда ёлка ель Latin"),
        ("el", "άλφα αυγό βήτα"),
        ("ko", "가나 나라 다리"),
        ("ro", "\u0020z -z +z 1z 2z az 北"),
        ("en", "ı j"),
        ("ro", "é É"),
    ],
)
def test_order(tag: str, words: str) -> None:
    """Words sort as a dictionary of the language has them."""
    expected = words.split(" ") if not words.startswith(" ") else [" z", *words[3:].split(" ")]
    if tag == "de" and "Oslo" in words:
        expected = ["Oslo", "Österreich", "Zug", "Zürich"]
    loc = cldr.locale(tag)
    assert sorted(sorted(expected, reverse=True), key=lambda word: sort_key(loc, word)) == expected


def test_texts_that_differ_never_tie() -> None:
    """Two spellings of one word have keys of their own, so that an order never depends on where it began."""
    loc = cldr.locale("ro")
    assert sort_key(loc, "s\u0326") != sort_key(loc, "ș")
    assert sort_key(loc, "\u200eA") != sort_key(loc, "A")
