"""Lists in running text."""

from typing import Literal

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.ranges import join


@pytest.mark.parametrize(
    ("tag", "items", "text"),
    [
        ("ro", [], ""),
        ("ro", ["A"], "A"),
        ("ro", ["A", "B"], "A și B"),
        ("ro", ["A", "B", "C"], "A, B și C"),
        ("en", ["A", "B", "C", "D"], "A, B, C, and D"),
        ("en-GB", ["A", "B", "C"], "A, B and C"),
        ("es", ["Francia", "Italia"], "Francia e Italia"),
        ("es", ["Francia", "España", "Islandia"], "Francia, España e Islandia"),
        ("es", ["cobre", "hierro"], "cobre y hierro"),
        ("es", ["padre", "hijo"], "padre e hijo"),
        ("it", ["Francia", "Italia"], "Francia e Italia"),
        ("he", ["אבא", "אמא"], "אבא ואמא"),
        ("he", ["אבא", "IBM"], "אבא ו-IBM"),
        ("he", ["אבא", ""], "אבא ו"),
        ("ja", ["A", "B", "C"], "A、B、C"),
        ("ro", ["{1}", "{0}"], "{1} și {0}"),
    ],
)
def test_and(tag: str, items: list[str], text: str) -> None:
    """Items are joined with the language's "and", fitted to the word that follows; braces are text."""
    assert join(cldr.locale(tag), items) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [
        (["siete", "ocho"], "siete u ocho"),
        (["7", "8"], "7 u 8"),
        (["10", "11"], "10 u 11"),
        (["10", "11 %"], "10 u 11 %"),
        (["10", "110"], "10 o 110"),
        (["uno", "dos"], "uno o dos"),
        (["mujer", "hombre"], "mujer u hombre"),
    ],
)
def test_spanish_or(items: list[str], text: str) -> None:
    """Spanish says "u" before the sound o."""
    kind: Literal["or"] = "or"
    assert join(cldr.locale("es"), items, kind) == text
