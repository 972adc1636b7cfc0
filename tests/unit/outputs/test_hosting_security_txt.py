"""security.txt, as RFC 9116 has it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from factsheet.outputs.hosting import expiry
from tests.rich_site import SETTINGS, build_rich, rich_site


def test_it_has_what_the_standard_asks_for() -> None:
    """Contact and expiry are there once, the languages are those of the site, the reference first."""
    text = rich_site().text(".well-known/security.txt")
    assert text.splitlines() == [
        "Contact: mailto:security@facts.example",
        "Expires: 2027-10-01T00:00:00Z",
        "Preferred-Languages: ro, ar, en",
        "Canonical: https://facts.example/atlas/.well-known/security.txt",
    ]


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(9990, 1, 1)))
def test_it_expires_within_a_year(today: date) -> None:
    """Built on any day, the file holds for more than nine months and less than a year."""
    assert timedelta(days=270) < expiry(today) - today < timedelta(days=365)


def test_builds_of_a_month_are_the_same() -> None:
    """The date changes once a month, so that two builds of one month are the same."""
    assert expiry(date(2026, 11, 1)) == expiry(date(2026, 11, 30)) != expiry(date(2026, 12, 1))


def test_without_a_contact_there_is_no_file() -> None:
    """Nothing is published where no contact is set."""
    lines = [line for line in SETTINGS.splitlines() if not line.startswith("security_contact")]
    assert ".well-known/security.txt" not in build_rich({"site.toml": "\n".join(lines)}).files
