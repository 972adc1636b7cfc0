"""A word for a time, where front matter wants a date, is answered with the date that it says today."""

from datetime import date
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.tools.findings import told, words_of
from tests.support import SMALL_SITE, write_site

TODAY = date(2026, 8, 31)
SHEET = """---
title: Cifre
date: {}
sources:
  raport: {{title: Raport, lang: ro, accessed: {}}}
metrics:
  portii: {{value: 21, label: Porții, as_of: {}, recheck_by: {}, source: raport, quote: "21 de porții"}}
---
Sunt {{{{ portii.number }}}}.
"""
RIGHT = ("2026-01-15", "2026-01-15", "2025", "2027-01-15")
KEYS = ("date", "accessed", "as_of", "recheck_by")


def _told(root: Path, key: str, words: str) -> str:
    values = [words if name == key else right for name, right in zip(KEYS, RIGHT, strict=True)]
    write_site(root, {**SMALL_SITE, "content/ro/f.md": SHEET.format(*values)})
    (problem,) = (one for one in check(root, Options(today=TODAY)).problems if one.code == "F010")
    return told(problem, words_of("en"))[1]


@pytest.mark.parametrize(
    ("key", "words", "day"),
    [
        ("date", "astăzi", "2026-08-31"),
        ("date", "Azi", "2026-08-31"),
        ("date", "today", "2026-08-31"),
        ("accessed", "ieri", "2026-08-30"),
        ("accessed", "acum 3 zile", "2026-08-28"),
        ("as_of", "anul trecut", "2025"),
        ("as_of", "luna trecută", "2026-07"),
        ("as_of", "last week", "2026-W35"),
        ("recheck_by", "1 an", "2027-08-31"),
        ("recheck_by", "peste 6 luni", "2027-02-28"),
        ("recheck_by", "2 weeks", "2026-09-14"),
        ("recheck_by", "next year", "2027-08-31"),
    ],
)
def test_the_date_is_said(tmp_path: Path, key: str, words: str, day: str) -> None:
    """What has been is as exact as the words; what is to come is a day."""
    assert _told(tmp_path, key, words) == f"write `{day}`"


@pytest.mark.parametrize(("key", "words"), [("date", "luna trecută"), ("date", "curând"), ("recheck_by", "des")])
def test_no_date_is_invented(tmp_path: Path, key: str, words: str) -> None:
    """Where the words say no day, and a day is asked for, its form is shown."""
    assert _told(tmp_path, key, words).startswith("write year, month and day")
