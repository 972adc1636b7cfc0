"""proofs.lock: what was found in a text is kept for machines without it, and for nothing that has changed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from factsheet.content.model import Metric, Source
from factsheet.core.problems import Place
from factsheet.site.receipts import made, name_of, read_receipts, write_receipts

PLACE = Place("a")
METRIC = Metric(id="arrests", kind="count", value=Decimal(1209), quote="1.209 arestări", place=PLACE)
SOURCE = Source(id="presa", title="T", sha256="a" * 64, place=PLACE)
RECEIPT = made(METRIC, "a" * 64, "2026-01-02")


def test_receipts_are_read_as_they_were_written() -> None:
    """The file holds digests, in the order of the figures, and no quote."""
    receipts = {"b/x": RECEIPT, name_of("a", METRIC): RECEIPT}
    data = write_receipts(receipts)
    assert read_receipts(data) == (receipts, ())
    assert data.index(b"a/arrests") < data.index(b"b/x")
    assert "arestări".encode() not in data


@pytest.mark.parametrize(
    ("source", "metric", "text"),
    [
        (replace(SOURCE, sha256="b" * 64), METRIC, None),
        (SOURCE, replace(METRIC, quote="1.290 arestări"), None),
        (SOURCE, replace(METRIC, value=Decimal(1290)), None),
        (SOURCE, METRIC, "b" * 64),
    ],
)
def test_a_receipt_is_about_one_quote_value_and_text(source: Source, metric: Metric, text: str | None) -> None:
    """When one of them is another, the receipt proves nothing any more."""
    assert RECEIPT.holds(SOURCE, METRIC, None)
    assert RECEIPT.holds(replace(SOURCE, sha256=None), METRIC, "a" * 64)
    assert not RECEIPT.holds(source, metric, text)


def test_another_version_of_the_tool_must_look_again() -> None:
    """It may read a quote otherwise."""
    assert not replace(RECEIPT, tool="0.0.0").holds(SOURCE, METRIC, None)


@pytest.mark.parametrize(
    "data",
    [
        b"<<<<<<< ours",
        b"[]",
        b'{"version": 2, "figures": {}}',
        b'{"version": 1}',
        b'{"version": 1, "figures": []}',
        b'{"version": 1, "figures": {"a": []}}',
        b'{"version": 1, "figures": {"a": {"source": "a"}}}',
        b'{"version": 1, "figures": {"a": {"source": 1, "quote": "", "value": "", "tool": "", "day": ""}}}',
        b"\xff",
    ],
)
def test_a_damaged_file_proves_nothing(data: bytes) -> None:
    """It is a finding."""
    receipts, problems = read_receipts(data)
    assert receipts == {}
    assert [problem.code for problem in problems] in (["Q429"], ["F001"], ["F022"])


def test_no_file_is_no_finding() -> None:
    """A site need not keep receipts."""
    assert read_receipts(None) == ({}, ())
