"""A translation has its original's headings, lists and tables."""

from pathlib import Path

import pytest

from factsheet.checks.translations import shape
from tests.proving import EN, RO, found, place, problems, spoiled


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("## Consequences\n\n", "## After\n\n## Then\n\n", "Then"),
        ("- {{ victims }};\n- {{ recovered }}.", "- {{ victims }} and {{ recovered }}.", "{{ victims }}"),
        ("- {{ victims }};\n- {{ recovered }}.", "1. {{ victims }};\n2. {{ recovered }}.", "{{ victims }}"),
        ("After {{", "| a | b |\n|---|---|\n| c | d |\n\nAfter {{", "a | b"),
    ],
)
def test_what_differs_is_a_warning_at_its_section(tmp_path: Path, old: str, new: str, at: str) -> None:
    """A heading, list or table that differs is reported once, where its section begins."""
    files = spoiled(EN, (old, new))
    assert [one for one in found(tmp_path, files) if one[:4] == "P206"] == [f"P206 {EN}:{place(files[EN], at)}"]
    assert {one.severity.value for one in problems(tmp_path, files) if one.code == "P206"} == {"warning"}


def test_levels_of_headings_differ(tmp_path: Path) -> None:
    """A heading of a lower level than that of the original is reported where it stands."""
    files = spoiled(EN, ("## Consequences", "## Before\n\n### Consequences"))
    files[RO] = files[RO].replace("## Urmări", "## Înainte\n\n## Urmări")
    assert f"P206 {EN}:{place(files[EN], 'Consequences')}" in found(tmp_path, files)


def test_paragraphs_may_be_split(tmp_path: Path) -> None:
    """The number of paragraphs is the translator's choice."""
    files = spoiled(EN, (", Serengeti 2.0 goes on.", ", it goes on.\n\nSo does Serengeti 2.0."))
    assert found(tmp_path, files) == []


def test_a_shape_counts_rows_columns_and_items() -> None:
    """A body is described by its headings, its lists with their items, and its tables."""
    html = "<ul><li>a<ol><li>b</li></ol></li></ul><h2>x</h2><table><tr><th>1</th><th>2</th></tr></table>"
    assert shape(html) == [
        ("", ["a list of 1 item", "a numbered list of 1 item"]),
        ("h2", ["a table of 1 row and 2 columns"]),
    ]
