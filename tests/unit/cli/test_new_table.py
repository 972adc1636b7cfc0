"""`new table FILE` begins a sheet whose table is declared as the file looks."""

from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import check
from factsheet.outputs.data import rows_xml, workbook
from tests.support import SMALL_SITE, run_here, write_site

FILE = "țara;2024-08;Salariu RON;Persoane;An;Inflație %;x:y\nro;5,3;9000;12;1990;1,2;-\nde;2,0;8000;7;2001;1,5;4,1\n"
PLAIN = "name,a\none,1.5\ntwo,-2\n"


def made(root: Path, path: str) -> str:
    """A file that was made."""
    return (root / path).read_text(encoding="utf-8")


def test_kinds_names_and_marks_are_guessed(tmp_path: Path) -> None:
    """Kinds follow from names and values, names of rows from CLDR, and the sheet is a draft that can be checked."""
    root = write_site(tmp_path, {**SMALL_SITE, "data/salarii-2024.csv": FILE})
    assert run_here("new", "table", "data/salarii-2024.csv", "--root", root).returncode == 0
    reference, translation = made(root, "content/ro/salarii-2024.md"), made(root, "content/en/salarii-2024.md")
    for line in (
        "file: data/salarii-2024.csv",
        "rows: territory",
        'decimal: ","',
        "kind: number",
        '"Salariu RON": {currency: RON, label: Salariu RON}',
        "Persoane: {kind: count, label: Persoane}",
        "An: {kind: year, label: An}",
        '"Inflație %": {kind: percent, label: "Inflație %"}',
        '"-": "?"',
    ):
        assert f" {line}\n" in reference
    assert "kind" not in translation
    assert "{{ table salarii-2024 }}" in reference
    assert "{{ table salarii-2024 }}" in translation
    found = [one.code for one in check(root, Options(drafts=True)).problems if one.place.path.startswith("data/")]
    assert found == []


def test_each_column_is_guessed_by_its_name_and_its_values(tmp_path: Path) -> None:
    """A currency is one that there is, a year one of the last two centuries; what is missing says nothing."""
    columns = {
        "Preț RON": ("1", "2"), "ABC": ("1", "2"), "RONI": ("1", "2.5"), "Zi": ("2024-01-02", "2025-12-31"),
        "An": ("1800", "2099"), "Vechi": ("1799", "2000"), "Rata": ("1.5", "2"), "Gol": ("-", "3"), "Sub": ("-4", "3"),
        "2024-08": ("7", "8"), "Nimic": ("-", "-"),
    }  # fmt: skip
    rows = [["x", *columns], *([f"r{at}", *(values[at] for values in columns.values())] for at in (0, 1))]
    text = "".join(f"{','.join(row)}\n" for row in rows)
    root = write_site(tmp_path, {**SMALL_SITE, "data/_Ziua (1)_.csv": text})
    assert run_here("new", "table", "data/_Ziua (1)_.csv", "--root", root).returncode == 0
    found = made(root, "content/ro/ziua-1.md")
    assert (
        found.partition("tables:\n")[2].partition("    # source")[0]
        == """\
  ziua-1:
    file: data/_Ziua (1)_.csv
    title: Ziua 1
    label: x
    key: x
    kind: count
    columns:
      "Preț RON": {currency: RON, label: Preț RON}
      ABC: {label: ABC}
      RONI: {kind: number, label: RONI}
      Zi: {kind: date, label: Zi}
      An: {kind: year, label: An}
      Vechi: {label: Vechi}
      Rata: {kind: percent, label: Rata}
      Gol: {label: Gol}
      Sub: {kind: number, label: Sub}
      Nimic: {kind: number, label: Nimic}
"""
    )


def test_plain_names_are_left_as_they_are(tmp_path: Path) -> None:
    """Where CLDR knows no names, and nothing is missing, nothing is said of either."""
    root = write_site(tmp_path, {**SMALL_SITE, "data/1.csv": PLAIN})
    assert run_here("new", "table", "./data/1.csv", "--root", root).returncode == 0
    text = made(root, "content/ro/table-1.md")
    assert "    kind: number\n    columns:\n      a: {label: a}\n" in text
    assert "rows:" not in text
    assert "missing:" not in text


def test_a_part_of_a_workbook_may_be_named(tmp_path: Path) -> None:
    """The sheet and the range that are read are declared; a sheet that is not there is told without its bytes."""
    rows = [["name", "a", "b"], ["one", "1.5", "2"], ["two", "-2", "3"]]
    book = workbook("Prices", ["Prices of the office"], [rows_xml(rows, numbers={1, 2}).encode()])
    root = write_site(tmp_path, {**SMALL_SITE, "data/p.xlsx": book})
    done = run_here("new", "table", "data/p.xlsx", "--sheet", "Price", "--root", root)
    assert (done.returncode, "D128" in done.stdout + done.stderr, "PK" in done.stdout + done.stderr) == (1, True, False)
    command = ("new", "table", "data/p.xlsx", "--sheet", "Prices", "--range", "A2:C4", "--root", root)
    assert run_here(*command).returncode == 0
    assert '    sheet: Prices\n    range: "A2:C4"\n    title: P\n' in made(root, "content/ro/p.md")


@pytest.mark.parametrize(
    ("files", "file", "code", "said"),
    [
        ({}, "data/none.csv", 2, "is not there"),
        ({"data/a.csv": b"PK\x03\x04"}, "data/a.csv", 1, "D102"),
        ({"data/a.csv": PLAIN.encode(), "content/ro/a.md": b"---\ntitle: A\n---\n"}, "data/a.csv", 2, "there already"),
        ({"data/a.csv": PLAIN.encode(), "site.toml": b"x = ["}, "data/a.csv", 2, "C801"),
    ],
)
def test_what_cannot_be_made_is_told(tmp_path: Path, files: dict[str, bytes], file: str, code: int, said: str) -> None:
    """A file that is not there or no table, a sheet that is there already, and bad settings."""
    root = write_site(tmp_path, {**SMALL_SITE, **files})
    done = run_here("new", "table", file, "--root", root)
    assert done.returncode == code
    assert said in done.stdout + done.stderr
