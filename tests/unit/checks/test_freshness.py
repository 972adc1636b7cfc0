"""Figures are looked at again when they were said to be."""

from datetime import date
from pathlib import Path

import pytest

from tests.proving import RO, found, place, spoiled


@pytest.mark.parametrize(
    ("keys", "today", "expected"),
    [
        ("date: 2026-01-31", date(2026, 1, 31), []),
        ("date: 2026-01-31", date(2026, 1, 30), ["F028 date"]),
        ("date: 2026-01-31", None, []),
        ("date: 2026-01-30\nupdated: 2026-01-31", date(2026, 1, 30), ["F028 updated"]),
        ("date: 2026-01-31\nupdated: 2026-01-30", date(2026, 2, 1), ["F027 updated"]),
    ],
)
def test_the_dates_of_a_sheet(tmp_path: Path, keys: str, today: date | None, expected: list[str]) -> None:
    """A sheet is not changed before it is published, and neither day is still to come."""
    files = spoiled(RO, ("title:", f"{keys}\ntitle:"))
    days = dict(line.split(": ") for line in keys.split("\n"))
    told = [f"{code} {RO}:{place(files[RO], days[key])}" for code, key in map(str.split, expected)]
    assert found(tmp_path, files, today=today) == told


@pytest.mark.parametrize(
    ("key", "today", "code"),
    [
        ("recheck_by: 2026-01-31", date(2026, 1, 30), None),
        ("recheck_by: 2026-01-31", date(2026, 1, 31), "Q408"),
        ("recheck_by: 2026-01-31", date(2026, 2, 1), "Q408"),
        ("as_of: 2026-01-31", date(2026, 1, 31), None),
        ("as_of: 2026-01-31", date(2026, 1, 30), "Q411"),
        ("as_of: 2026-01-31", None, None),
    ],
)
def test_days_are_judged_by_the_day_that_is_given(
    tmp_path: Path, key: str, today: date | None, code: str | None
) -> None:
    """`recheck_by` warns from its day on, `as_of` before it; without a day nothing is judged."""
    files = spoiled(RO, ("value: 1209", f"value: 1209\n    {key}"))
    expected = [f"{code} {RO}:{place(files[RO], key.partition(' ')[2])}"] if code else []
    assert found(tmp_path, files, today=today) == expected


def test_a_day_to_come_is_told_once(tmp_path: Path) -> None:
    """A passage that names another year is no second finding: the day is the slip."""
    files = spoiled(RO, ("value: 1209", "value: 1209\n    as_of: 2036-05-01"), ('quote: "1', 'quote: "În 2025: 1'))
    expected = [f"Q411 {RO}:{place(files[RO], '2036-05-01')}"]
    assert found(tmp_path, files, today=date(2026, 1, 30)) == expected


@pytest.mark.parametrize("key", ["date", "accessed"])
def test_a_source_is_of_the_past(tmp_path: Path, key: str) -> None:
    """A source that is still to appear, or to be looked up, is told at its day."""
    files = spoiled(RO, ("lang: ro", f"lang: ro, {key}: 2036-01-31"))
    told = [one for one in found(tmp_path, files, today=date(2026, 1, 1)) if one.startswith("F028")]
    assert told == [f"F028 {RO}:{place(files[RO], '2036-01-31')}"]
