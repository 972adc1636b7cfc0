"""Rows that a source prints prove the cells of a table: the heading says the unit, the line says the value."""

from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import build, check
from factsheet.checks.verify import read_back
from factsheet.site.proof.rows import read_rows
from tests.support import write_site
from tests.tabulated import ROMANIAN, TABLE_SITE

RO = "content/ro/index.md"
NAMES = {"ro": ("ro", "România"), "bg": ("bg", "Coasta de Fildeș")}


@pytest.mark.parametrize(
    "line",
    ["România | 5,3 | 1 204", "| România | 5,3 | 1 204 |", "România\t5,3\t1 204", "România   5,3   1 204"],
)
def test_cells_are_parted_by_what_stands_between_them(line: str) -> None:
    """Bars, tabs and wide spaces part the cells, so that a number may have spaces in it."""
    rows = read_rows(f"Țara (%)\n{line}", NAMES, {})
    assert rows.lines["ro"].values == ("5,3", "1 204")
    assert rows.heading == "Țara (%)"


def test_behind_the_name_of_a_row_single_spaces_part_its_values() -> None:
    """A name of several words keeps its spaces, whatever its case."""
    rows = read_rows("COASTA DE FILDEȘ 5,3 4,8", NAMES, {})
    assert rows.lines["bg"].values == ("5,3", "4,8")


QUOTE = """
      Rata anuală a inflației (%), pondere la mie
      Țara | 2024-08 | 2024-09 | Pondere
      România | 5,3 | 4,8 | 40
      Germania | 2,0 | 1,8 | 60
      Grecia | : | 3,1 | 0
      Uniunea Europeană | 3,3 | 3,0 | 100
"""
HEADING, ROW = "Țara | 2024-08 | 2024-09 | Pondere\n      ", "România | 5,3 | 4,8 | 40"
SHEET = ROMANIAN.replace("    archive: sources/hicp.csv\n", f"    quote: |{QUOTE}")


def found(root: Path, quote: str = QUOTE, text: str = "", **source: str) -> tuple[list[str], tuple[int, int, int]]:
    """The findings of the site with a quote, and how many figures are proven in full, by the quote, and not."""
    lang = "lang: ro" + "".join(f", {key}: {value}" for key, value in source.items())
    sheet = SHEET.replace(QUOTE, quote).replace("lang: ro", lang)
    files = {path: one for path, one in TABLE_SITE.items() if not path.startswith(("content/en/", "sources/"))}
    files |= {"sources/stat.txt": text} if text else {}
    result = check(write_site(root, {**files, RO: sheet}), Options())
    told = [f"{one.code} {one.variant} {one.place}".replace("  ", " ") for one in result.problems]
    return told, (result.proofs.full, result.proofs.quote, result.proofs.none)


def test_a_quoted_table_is_proven_by_its_rows(tmp_path: Path) -> None:
    """Each value stands in the line of its row; per cent and nothing else stands in the heading."""
    assert found(tmp_path) == ([], (0, 11, 0))


def test_the_archived_text_of_the_source_proves_the_rows_in_full(tmp_path: Path) -> None:
    """Where the text of the source is at hand, each line must stand in it."""
    assert found(tmp_path, text=QUOTE, file="sources/stat.txt") == ([], (11, 0, 0))


def test_a_line_that_the_source_does_not_have_proves_nothing(tmp_path: Path) -> None:
    """A row that was changed in the quote is found in the archived text of the source."""
    other = QUOTE.replace("2,0 | 1,8", "2,1 | 1,8")
    told, proofs = found(tmp_path, text=other, file="sources/stat.txt")
    assert told == ["D127 text content/ro/index.md:15:12"]
    assert proofs == (8, 0, 3)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("4,8", "4,9", "D127 data/hicp.csv:2:8"),
        ("      Grecia | : | 3,1 | 0\n", "", "D123 part content/ro/index.md:15:12"),
        ("2,0 | 1,8 | 60", "2,0 | 1,8", "D123 part content/ro/index.md:15:12"),
        (HEADING + ROW, ROW.replace(" | 40", ""), "D127 length content/ro/index.md:15:12"),
        ("3,1", "31", "D127 data/hicp.csv:4:6"),
    ],
)
def test_what_the_rows_do_not_say_is_told(tmp_path: Path, old: str, new: str, expected: str) -> None:
    """A wrong digit, a row that is missing and a line of another length each have one finding."""
    assert found(tmp_path, QUOTE.replace(old, new))[0] == [expected]


def test_a_heading_must_say_per_cent(tmp_path: Path) -> None:
    """Without the unit in the heading, numbers prove no percentage, but those that have no unit are proven."""
    told, proofs = found(tmp_path, QUOTE.replace("(%)", "anuală"))
    assert {one.split()[0] for one in told} == {"D127"}
    assert proofs == (0, 4, 7)


def test_the_page_shows_the_rows(tmp_path: Path) -> None:
    """The quoted rows stand below the table in the language of the source, behind how many cells they say."""
    files = {path: one for path, one in TABLE_SITE.items() if path != "sources/hicp.csv"}
    result = build(write_site(tmp_path, {**files, RO: SHEET}), Options())
    page = result.artifacts["en/index.html"].decode()
    assert '<summary><data value="11">11</data> of <data value="11">11</data> cells stand in the quoted rows' in page
    assert '<blockquote lang="ro" dir="auto">Rata anuală' in page
    assert read_back(result.artifacts) == []


@pytest.mark.parametrize(
    ("heading", "row", "proven"),
    [
        ("Țara | sept. 2024 (%) | aug. 2024 (%)", "România | 4,8 | 5,3", 2),
        ("sept. 2024 (%) | aug. 2024 (%)", "România | 4,8 | 5,3", 2),
        ("Țara | iulie 2024 | septembrie 2024 (%)", "România | 5,0 | 4,8", 1),
        ("Țara | Pondere", "România | 40", 1),
    ],
)
def test_a_quote_proves_what_it_says(tmp_path: Path, heading: str, row: str, proven: int) -> None:
    """The heading names columns in any order; cells that no line says are left without proof, which is told once."""
    told, proofs = found(tmp_path, f"\n      {heading}\n      {row}\n")
    assert (told, proofs[1]) == (["D123 part content/ro/index.md:15:12"], proven)
