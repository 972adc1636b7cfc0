"""Names that CLDR has in every language, by the keys that data files use."""

import datetime as dt

import pytest

from factsheet.l10n import cldr, names
from factsheet.l10n.iso8601 import Stretch


@pytest.mark.parametrize(
    ("kind", "key", "tag", "expected"),
    [
        ("territory", "ro", "en", "Romania"),
        ("territory", "EU", "ro", "Uniunea Europeană"),
        ("territory", "EL", "en", None),
        ("language", "de", "ro", "germană"),
        ("language", "qq-xx-yy-zz", "en", None),
        ("currency", "ron", "en", "Romanian Leu"),
        ("currency", "XQQ", "en", None),
        ("month", "3", "ro", "martie"),
        ("month", "13", "ro", None),
        ("month", "mar", "ro", None),
        ("weekday", "1", "en", "Monday"),
        ("weekday", "sun", "ro", "duminică"),
        ("weekday", "8", "en", None),
        ("weekday", "day", "en", None),
    ],
)
def test_names(kind: str, key: str, tag: str, expected: str | None) -> None:
    """Codes in any case have their name in the language; what CLDR does not know has none."""
    assert names.name(kind, key, cldr.locale(tag)) == expected


@pytest.mark.parametrize("kind", ["territory", "currency", "month", "weekday"])
def test_known_keys_have_names(kind: str) -> None:
    """Whatever a finding may suggest has a name."""
    loc = cldr.locale("en")
    keys = list(names.known(kind))
    assert keys
    assert [key for key in keys if names.name(kind, key, loc) is None] == []


@pytest.mark.parametrize(
    ("key", "text", "short", "moment"),
    [
        ("2024-08", "august 2024", "aug. 2024", Stretch("month", 2024, 8)),
        ("2024", "2024", "2024", Stretch("year", 2024)),
        ("2024-08-31", "31 aug. 2024", "31 aug. 2024", dt.date(2024, 8, 31)),
        ("2024-08-32", None, None, None),
        ("august", None, None, None),
    ],
)
def test_moments(key: str, text: str | None, short: str | None, moment: dt.date | Stretch | None) -> None:
    """Days, months and years are written in the language, shorter above columns; anything else is none."""
    loc = cldr.locale("ro")
    assert names.moment(key, loc) == text
    assert names.moment(key, loc, short=True) == short
    assert names.moment_of(key) == moment
