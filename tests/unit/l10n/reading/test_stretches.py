"""Quarters, half-years, business years and decades in running text."""

import pytest

from factsheet.l10n import cldr, dates
from factsheet.l10n.reading import stretches
from factsheet.l10n.stretches import parse


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("ro", "în trimestrul II 2017", ["2017-Q2"]),
        ("ro", "trimestrul al III-lea din anul 2025", ["2025-Q3"]),
        ("ro", "în primul trimestru al anului 2024", ["2024-Q1"]),
        ("ro", "semestrul I 2017", ["2017-H1"]),
        ("ro", "T3 2025", ["2025-Q3"]),
        ("ro", "anii 1990, anul școlar 2023/2024", ["1990s", "2023/24"]),
        ("ro", "în anii '90", ["1990s"]),
        ("en", "(4th quarter 2008)", ["2008-Q4"]),
        ("en", "in the third quarter of 2025", ["2025-Q3"]),
        ("en", "in Q3 2025, 2024-Q4", ["2024-Q4", "2025-Q3"]),
        ("en", "first half of 2024", ["2024-H1"]),
        ("en", "H2 2024", ["2024-H2"]),
        ("en", "the 1990s and the 2023-24 season", ["1990s", "2023/24"]),
        ("fr", "au 3e trimestre 2024", ["2024-Q3"]),
        ("de", "im 3. Quartal 2024 und in den 1990er Jahren", ["1990s", "2024-Q3"]),
        ("pl", "w III kwartale 2024", ["2024-Q3"]),
        ("ja", "2024年第3四半期", ["2024-Q3"]),
        ("ro", "trimestrul II", []),
        ("en", "from 2015-2024, 12/24, 2023-25 and 1990", []),
        ("en", "a quarter of 2024 people", []),
    ],
)
def test_names_are_read_with_their_years(tag: str, text: str, expected: list[str]) -> None:
    """A quarter or a half stands beside a year; of two years joined, the second is the next one."""
    assert sorted(map(str, stretches(cldr.locale(tag), text))) == expected


@pytest.mark.parametrize(
    "tag", ["ar", "cs", "de", "el", "en", "es", "fa", "fi", "fr", "hi", "hu", "ja", "pl", "ro", "sw", "zh"]
)
def test_quarters_are_read_back_from_what_is_shown(tag: str) -> None:
    """The language's own way of writing a quarter says that quarter, and no other."""
    loc = cldr.locale(tag)
    for number in range(1, 5):
        quarter = parse(f"2024-Q{number}")
        assert quarter is not None
        for short in (False, True):
            text = dates.stretch(loc, quarter, short=short)
            assert stretches(loc, text) == {quarter}, text
