"""Ranks in running text."""

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.shares import ranks


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "the 3rd and the fourth", ["3", "4"]),
        ("en", "1. Germany, 2. France", ["1", "2"]),
        ("en", "it was 3. Then", []),
        ("ro", "pe locul 12 și al doilea", ["12", "2"]),
        ("de", "der 3. Platz", ["3"]),
        ("de", "auf Platz 3", ["3"]),
        ("ro", "pe locul II, apoi al IX-lea", ["2", "9"]),
        ("ro", "regele Carol II și Ion I", []),
        ("it", "il terzo posto", ["3"]),
        ("en", "12 people, 3.5 km", []),
        ("en", "the third from last, a third of them, third-last", []),
        ("en", "a third in the country", ["3"]),
        ("ro", "al treilea de la coadă", []),
        ("ja", "世界4位", ["4"]),
        ("ar", "المرتبة الرابعة", ["4"]),
        ("ar", "المرتبة الثانية عشرة", ["12"]),
        ("en", "twenty-fourth", ["24"]),
        ("ro", "al douăzeci și cincilea", ["25"]),
    ],
)
def test_ranks(tag: str, text: str, expected: list[str]) -> None:
    """Digits with an ending, a label or a full stop of a list, and words."""
    assert [str(one.value) for one in ranks(cldr.locale(tag), text)] == expected
