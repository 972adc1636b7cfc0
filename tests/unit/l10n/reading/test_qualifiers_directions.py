"""Which way a change goes that a text gives."""

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.qualifiers import direction, knows_directions


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "It fell by 6 now", -1),
        ("en", "It fell. Then 6 came", 0),
        ("en", "6 fewer accidents", -1),
        ("en", "Growth of 6", 1),
        ("en", "6 people, fewer than before", 0),
        ("ro", "o creştere cu 6", 1),
        ("ro", "cu 6 kilograme mai mult", 1),
        ("ro", "mai puține, adică 6", -1),
        ("en", "a 6 drop", -1),
        ("en", "6 after a drop", 0),
        ("de", "ein Rückgang um 6", -1),
        ("de", "ist um 6 gestiegen", 1),
        ("fr", "une baisse de 6", -1),
        ("fr", "6 accidents de moins", -1),
        ("es", "cayó un 6", -1),
        ("it", "6 incidenti in più", 1),
        ("pt", "cresceu 6", 1),
        ("pl", "spadek o 6", -1),
        ("hu", "6 darabbal csökkent", -1),
        ("nl", "is met 6 gedaald", -1),
        ("de", "nahm um 6 ab", -1),
        ("de", "nahm um 6 zu", 1),
        ("de", "lag um 6 unter dem Wert", -1),
        ("nl", "nam af met 6", -1),
        ("nl", "nam met 6 toe", 1),
        ("hu", "6-kal drágultak", 1),
        ("en", "a 6 year-on-year fall", -1),
        ("en", "a 6 annual rise", 1),
        ("it", "6 al di sotto", -1),
        ("fr", "en diminuant de 6", -1),
        ("pl", "obniżając się o 6", -1),
        ("ja", "上昇しました。変化は6です", 0),
        ("ja", "上昇は6です", 1),
        ("ja", "前年より6件多い", 1),
        ("ja", "前年より6人少なかった", -1),
        ("ja", "前年より6件減った", -1),
        ("ar", "ارتفع كثيرا؟ هي 6", 0),
        ("ar", "كانت هناك وفيات، وانخفض عددها بمقدار 6", -1),
        ("ar", "وارتفع العدد بمقدار 6", 1),
        ("ar", "العدد أقل بمقدار 6", -1),
        ("ar", "كان أعلى بنسبة 6", 1),
        ("ar", "6 أقل", -1),
        ("sv", "6 färre", 0),
        ("en", "▼ 6%", -1),
        ("en", "a share of 5, ↑6 on the year", 1),
        ("ro", "(6 ↓)", -1),
        ("en", "6 ▼ ▲ 7", -1),
        ("en", "6 ▲ 7", 0),
        ("en", "▼6▲", 0),
        ("en", "from 5 → 6", 0),
        ("ja", "▲6", -1),
    ],
)
def test_words_of_direction(tag: str, text: str, expected: int) -> None:
    """The word right behind the number goes first, then the nearest before it; a full stop ends the search."""
    at = text.index("6")
    assert direction(cldr.locale(tag), text, at, at + 1) == expected


def test_a_language_without_such_words() -> None:
    """Where none are known, their absence means nothing."""
    assert knows_directions(cldr.locale("en"))
    assert not knows_directions(cldr.locale("sv"))
