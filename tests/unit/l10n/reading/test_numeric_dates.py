"""Dates in figures, also in spans of days and with Roman months."""

from datetime import date

import pytest

from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.numeric_dates import in_figures


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [
        ("13.11.2025", True, [date(2025, 11, 13)]),
        ("03/04/2025", True, [date(2025, 4, 3)]),
        ("03/04/2025", False, [date(2025, 3, 4)]),
        ("03.04.2025", False, [date(2025, 4, 3)]),
        ("2025-11-13 and 2025-11", True, [date(2025, 11, 13), (2025, 11)]),
        ("01.10.2024-30.09.2025", True, [date(2024, 10, 1), date(2025, 9, 30)]),
        ("1.2.2024-3.4.2024", True, [date(2024, 2, 1), date(2024, 4, 3)]),
        ("28.02-14.03.2025", True, [date(2025, 2, 28), date(2025, 3, 14)]),
        ("31 XII 2024", True, [date(2024, 12, 31)]),
        ("1.I–30.IX.2025", True, [date(2025, 1, 1), date(2025, 9, 30)]),
        ("31 IIX 2024", True, []),
        ("1.IIX–30.IX.2025", True, [date(2025, 9, 30)]),
        ("12.500.2025, 1.2.3.2025, 12-5", True, []),
        ("10.1.2.2025-3", True, []),
        ("km²13.11.2025", True, [date(2025, 11, 13)]),
    ],
)
def test_dates_are_read_with_the_day_where_it_stands(
    text: str,
    day_first: bool,  # noqa: FBT001 (a case)
    expected: list[date | tuple[int, int]],
) -> None:
    """Languages part by slashes in their own order; full stops have the day first everywhere."""
    found = sorted(in_figures(fold(text), day_first=day_first), key=lambda one: one.start)
    assert [one.value for one in found] == expected
    assert all(any(map(str.isdigit, text[one.start : one.end])) for one in found)
