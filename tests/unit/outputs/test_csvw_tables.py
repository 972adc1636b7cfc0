"""What is said of the columns of the tables is true of the tables."""

import csv
import io

from factsheet.outputs.csvw import FIGURES
from factsheet.outputs.data import COLUMNS
from tests.rich_site import rich_site


def rows(path: str) -> list[dict[str, str]]:
    """The rows of a table."""
    return list(csv.DictReader(io.StringIO(rich_site().text(path))))


def test_every_column_is_described_in_order() -> None:
    """The description names the columns of the file, in their order."""
    header = rich_site().text("ro/figures.csv").splitlines()[0]
    assert [column.name for column in FIGURES.columns] == list(COLUMNS) == header.split(",")


def test_required_columns_are_full_and_dates_are_dates() -> None:
    """What is called required is never empty, and a date is empty or written as ISO 8601 has it."""
    for path in ("ro/figures.csv", "en/figures.csv", "ar/figures.csv"):
        found = rows(path)
        assert len(found) == 7
        for row in found:
            assert all(row[column.name] for column in FIGURES.columns if column.required), row


def test_the_key_is_one() -> None:
    """No two rows have the same sheet and id."""
    found = [tuple(row[name] for name in FIGURES.key) for row in rows("ro/figures.csv")]
    assert len(set(found)) == len(found)


def test_types_are_those_of_the_two_standards() -> None:
    """Every type is one of Table Schema and one of CSV on the Web; addresses and days are told from plain text."""
    assert {column.table_type for column in FIGURES.columns} == {"any", "boolean", "number", "string"}
    assert {column.datatype for column in FIGURES.columns} == {"any", "anyURI", "boolean", "decimal", "string"}
    typed = [column for column in FIGURES.columns if column.datatype != "string"]
    special = {column.name: (column.table_type, column.datatype) for column in typed}
    assert special == {
        "value": ("any", "any"),
        "low": ("any", "any"),
        "high": ("any", "any"),
        "change": ("boolean", "boolean"),
        "per": ("any", "any"),
        "interval_low": ("number", "decimal"),
        "interval_high": ("number", "decimal"),
        "margin": ("number", "decimal"),
        "confidence": ("number", "decimal"),
        "out_of": ("number", "decimal"),
        "as_of": ("any", "any"),
        "source_date": ("any", "any"),
        "source_url": ("string", "anyURI"),
        "url": ("string", "anyURI"),
    }
