"""Each kind reads its values strictly, and refuses what could be mistaken."""

import datetime as dt
from decimal import Decimal

import pytest

from factsheet.frontmatter import Scalar
from factsheet.kinds import KIND_BY_NAME, KINDS, BadValue, Details
from factsheet.model import Span
from factsheet.problems import Place

HERE = Place("a.md", 1, 1)
NOTHING, USD, KM = Details(), Details(currency="USD"), Details(measure="kilometer")


def read(kind: str, text: str, details: Details = NOTHING, *, quoted: bool = False) -> object:
    """Read a value of a kind."""
    return KIND_BY_NAME[kind].read(Scalar(text, HERE, quoted), details)


def refusal(kind: str, text: str, details: Details = NOTHING, *, quoted: bool = False) -> tuple[str, str]:
    """The code and the variant with which a value is refused."""
    with pytest.raises(BadValue) as caught:
        read(kind, text, details, quoted=quoted)
    return caught.value.code, caught.value.variant


@pytest.mark.parametrize(
    ("kind", "text", "details", "value"),
    [
        ("count", "0", Details(), Decimal(0)),
        ("count", "1209", Details(), Decimal(1209)),
        ("count", "9" * 30, Details(), Decimal("9" * 30)),
        ("money", "97000000", USD, Decimal(97000000)),
        ("money", "12.50", USD, Decimal("12.50")),
        ("money", "1.209", Details(currency="KWD"), Decimal("1.209")),
        ("percent", "12.5", Details(), Decimal("12.5")),
        ("percent", "-0.125", Details(), Decimal("-0.125")),
        ("quantity", "-3.5", KM, Decimal("-3.5")),
        ("date", "2025-11-13", Details(), dt.date(2025, 11, 13)),
        ("year", "2023", Details(), Decimal(2023)),
        ("period", "2024–2025", Details(), Span(Decimal(2024), Decimal(2025))),
        ("period", "2024-2025", Details(), Span(Decimal(2024), Decimal(2025))),
        ("period", "2024-06-01–2024-08-31", Details(), Span(dt.date(2024, 6, 1), dt.date(2024, 8, 31))),
        ("range", "10–20", Details(), Span(Decimal(10), Decimal(20))),
        ("range", "-5..2.5", KM, Span(Decimal(-5), Decimal("2.5"))),
    ],
)
def test_good_values(kind: str, text: str, details: Details, value: object) -> None:
    """A plain value is read digit by digit."""
    assert read(kind, text, details) == value


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("1e400", "exponent"),
        ("97e6", "exponent"),
        (".nan", "not-finite"),
        ("-.inf", "not-finite"),
        ("017", "base"),
        ("0x1F", "base"),
        ("12:30", "sexagesimal"),
        ("NO", "boolean"),
        ("true", "boolean"),
        ("1,209", "separators"),
        ("1 209", "separators"),
        ("1_209", "separators"),
        ("1.209.000", "separators"),
        ("12,5", "decimal-comma"),
        ("12%", "percent-sign"),
        ("+5", ""),
        (".5", ""),
        ("5.", ""),
        ("many", ""),
        ("۱۲۰۹", ""),
        ("1209 ", ""),
    ],
)
@pytest.mark.parametrize("kind", ["count", "percent"])
def test_what_is_no_plain_number(kind: str, text: str, variant: str) -> None:
    """YAML's other ways to write numbers, and people's, are refused with the reason."""
    assert refusal(kind, text) == ("N101", variant)


@pytest.mark.parametrize("kind", ["count", "percent", "money", "quantity"])
def test_a_quoted_number_is_refused(kind: str) -> None:
    """In quotation marks stands a text, not a number."""
    assert refusal(kind, "1.209", Details(currency="USD", measure="kilometer"), quoted=True) == (
        "N101",
        "quoted",
    )


@pytest.mark.parametrize(
    ("kind", "text", "details", "expected"),
    [
        ("count", "1.209", Details(), ("N103", "thousands")),
        ("count", "1209.0", Details(), ("N103", "")),
        ("count", "12.5", Details(), ("N103", "")),
        ("count", "-3", Details(), ("N103", "negative")),
        ("count", "1" * 31, Details(), ("N114", "")),
        ("money", "5", Details(), ("N116", "")),
        ("money", "1.209", USD, ("N117", "thousands")),
        ("money", "1.2345", USD, ("N117", "")),
        ("money", "0.5", Details(currency="JPY"), ("N117", "")),
        ("quantity", "5", Details(), ("N118", "")),
        ("date", "13.11.2025", Details(), ("N119", "")),
        ("date", "2025-02-30", Details(), ("N119", "")),
        ("year", "25", Details(), ("N113", "")),
        ("year", "02025", Details(), ("N113", "")),
        ("period", "2025–2024", Details(), ("N112", "")),
        ("period", "2024–2024", Details(), ("N112", "")),
        ("period", "2024", Details(), ("N120", "")),
        ("range", "20–10", Details(), ("N112", "")),
        ("range", "10 to 20", Details(), ("N121", "")),
        ("range", "1.2.3–4", Details(), ("N101", "")),
    ],
)
def test_what_each_kind_refuses(kind: str, text: str, details: Details, expected: tuple[str, str]) -> None:
    """Each kind has its own limits, and offers its own fix."""
    assert refusal(kind, text, details) == expected


@pytest.mark.parametrize(
    ("kind", "text", "details", "machine"),
    [
        ("count", "1209", Details(), "1209"),
        ("money", "12.50", USD, "12.5"),
        ("percent", "100", Details(), "100"),
        ("date", "2025-11-13", Details(), "2025-11-13"),
        ("year", "2023", Details(), "2023"),
        ("period", "2024–2025", Details(), "2024/2025"),
        ("range", "10–20.50", Details(), "10/20.5"),
    ],
)
def test_machine_values(kind: str, text: str, details: Details, machine: str) -> None:
    """Machines get a point, no grouping, and ISO 8601."""
    known = KIND_BY_NAME[kind]
    assert known.machine(known.read(Scalar(text, HERE), details)) == machine


def test_kinds_are_registered_once() -> None:
    """Each kind has a name of its own."""
    assert len({kind.name for kind in KINDS}) == len(KINDS)
