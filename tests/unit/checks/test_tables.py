"""Tables: what they name is there, their totals follow, rows have names, and cells are those of the archive."""

from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import check
from factsheet.outputs.data import rows_xml, workbook
from tests.support import SETTINGS, write_site
from tests.tabulated import DATA, TABLE_SITE

RO, EN, CSV, ARCHIVE = "content/ro/index.md", "content/en/index.md", "data/hicp.csv", "sources/hicp.csv"
QUIET = {"T621"}
TOTAL = "    total: {row: eu, as: weighted weight, columns: [2024-09]}\n"


def found(root: Path, *changes: tuple[str, str, str]) -> list[str]:
    """Check the site with some texts changed; give each finding as `code variant path:line:column`."""
    files = dict(TABLE_SITE)
    for path, old, new in changes:
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    problems = check(write_site(root, files), Options()).problems
    return [f"{one.code} {one.variant} {one.place}".replace("  ", " ") for one in problems if one.code not in QUIET]


def test_a_table_that_is_declared_and_proven_is_clean(tmp_path: Path) -> None:
    """Words in two languages, names of rows from CLDR, an archive: nothing to tell, and each cell counts as proven."""
    result = check(write_site(tmp_path, TABLE_SITE), Options())
    assert [one.code for one in result.problems if one.code not in QUIET] == []
    assert (result.proofs.full, result.proofs.none) == (11, 0)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([(RO, "data/hicp.csv", "data/hcip.csv")], ["D101 suggest content/ro/index.md:7:11"]),
        ([(RO, "data/hicp.csv", "data/hicp.xls")], ["D101 spreadsheet content/ro/index.md:7:11"]),
        ([(RO, "data/hicp.csv", "../hicp.csv")], ["D101 outside content/ro/index.md:7:11"]),
        ([(RO, "    title: Rata anuală a inflației\n", "")], ["F009 entry content/ro/index.md:6:3"]),
        ([(RO, "kind: percent", "kind: per-cent")], ["N110 suggest content/ro/index.md:11:11"]),
        ([(RO, "    kind: percent\n", "")], ["D116 data/hicp.csv:1:5", "D116 data/hicp.csv:1:13"]),
        ([(RO, "key: territory", "key: territory\n    sort: 2024-07")], ["D118 suggest content/ro/index.md:11:11"]),
        ([(RO, "key: territory", "key: territory\n    highlight: [rou]")], ["D118 suggest content/ro/index.md:11:16"]),
        ([(RO, "row: eu", "row: ue")], ["D118 content/ro/index.md:16:12"]),
        ([(RO, "as: weighted weight", "as: median")], ["F015 suggest content/ro/index.md:16:26"]),
        ([(RO, "as: weighted weight, columns: [2024-09]", "as: sum, columns: [weight]")], []),
        ([(RO, "as: weighted weight, columns: [2024-09]", "as: mean")],
         ["D117 data/hicp.csv:5:8", "D117 data/hicp.csv:5:12"]),
        ([(CSV, "eu,3.3,3.0", "eu,3.3,3.1"), (ARCHIVE, "eu,3.3,3.0", "eu,3.3,3.1")], ["D117 data/hicp.csv:5:8"]),
        ([(CSV, "gr,:", "EL,:"), (ARCHIVE, "gr,:", "EL,:")], ["D119 data/hicp.csv:4:1"]),
        ([(RO, "key: territory", "key: geo"), (RO, "source: stat", "source: stat\n    rows: {ro: România}")],
         ["D120 content/en/index.md:4:3"]),
        ([(RO, "key: territory", "rows: territorium")],
         ["D120 content/en/index.md:4:3", "F015 suggest content/ro/index.md:10:11"]),
        ([(EN, "    columns: {weight: Weight}\n", "")], ["T602 content/en/index.md:1:1"]),
        ([(RO, "source: stat", "source: stats")],
         ["R507 suggest content/ro/index.md:14:13"]),
        ([(RO, "    source: stat\n", "")], ["R505 content/ro/index.md:4:3", "D123 source content/ro/index.md:7:11"]),
        ([(RO, "    archive: sources/hicp.csv\n", "")], ["D123 content/ro/index.md:7:11"]),
        ([(RO, "archive: sources/hicp.csv", "archive: sources/none.csv")], ["D123 lost content/ro/index.md:15:14"]),
        ([(ARCHIVE, "1.8", "1.9")], ["D121 data/hicp.csv:3:8"]),
        ([(CSV, "1.8", "1.7")], ["D121 data/hicp.csv:3:8", "D117 data/hicp.csv:5:8"]),
        ([(ARCHIVE, "gr,:", "gr,2.9")], ["D121 data/hicp.csv:4:4"]),
        ([(ARCHIVE, "de,", "at,")], ["D122 data/hicp.csv:3:1"]),
        ([(ARCHIVE, "2024-08", "2024-07")], ["D122 content/ro/index.md:15:14"]),
        ([(ARCHIVE, "1.8", "1,8")], ["D103 halves sources/hicp.csv:3:12"]),
        ([(ARCHIVE, "ro,", "ro,5.3,4.8,40\nRO,")], ["D133 data/hicp.csv:2:1"]),
        ([(ARCHIVE, "ro,", "România,"), (ARCHIVE, "40\nde", "40.00\nGermania")], []),
        ([(ARCHIVE, "4.8", "4.8 p"), (ARCHIVE, ":", ""), (ARCHIVE, "1.8", "1.8%")], []),
        ([(ARCHIVE, "ro,", "at,"), (ARCHIVE, "de,", "be,")], ["D122 data/hicp.csv:2:1"]),
        ([(RO, "archive: sources/hicp.csv", "archive: {file: sources/hicp.csv, key: weight}")],
         ["D122 data/hicp.csv:2:1"]),
        ([(RO, "archive: sources/hicp.csv", 'archive: {file: sources/hicp.csv, sheet: A, decimals: "."}')],
         ["F007 suggest content/ro/index.md:15:49"]),
        ([(RO, "archive: sources/hicp.csv", "archive: {sheet: A}")],
         ["D123 content/ro/index.md:7:11", "F009 entry content/ro/index.md:15:14"]),
        ([(RO, "label: Pondere", "bound: about"), (EN, "    columns: {weight: Weight}\n", "")],
         ["D131 content/ro/index.md:12:15"]),
        ([(CSV, "2024-08", "Aug-24"), (ARCHIVE, "2024-08", "Aug-24")], ["D131 dated content/ro/index.md:12:14"]),
        ([(RO, "data/hicp.csv", "data/hicp.CSV")], ["D101 ending content/ro/index.md:7:11"]),
        ([(CSV, "geo,2024-08,2024-09,weight", "geo,ro,de,weight"), (CSV, "ro,5.3,", "2024,5.3,"),
          (CSV, "de,2", "2025,2"), (CSV, "gr,", "2026,"), (CSV, "eu,", "2027,"), (RO, TOTAL, ""),
          (RO, "{{ hicp[ro, 2024-09] }}", "mare"), (EN, "{{ hicp[ro, 2024-09] }}", "high")],
         ["D119 none data/hicp.csv:2:1"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_table_is_told_where_it_stands(
    tmp_path: Path, changes: list[tuple[str, str, str]], expected: list[str]
) -> None:
    """Declarations, totals, names of rows and archives: each fault has one finding, at its file, line and column."""
    assert found(tmp_path, *changes) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{{ table hicp }}", "{{ table hcip }}", ["R520 suggest content/ro/index.md:20:10"]),
        ("{{ table hicp }}", "A se vedea {{ table hicp }}.", ["R522 content/ro/index.md:20:12"]),
        ("{{ table hicp }}", "{{ table hicp.number }}", ["R522 form content/ro/index.md:20:1"]),
        ("title: Prețuri", 'title: "{{ table hicp }}"', ["R522 where content/ro/index.md:2:8"]),
        ("[ro, 2024-09]", "[rou, 2024-09]", ["R521 suggest content/ro/index.md:18:28"]),
        ("[ro, 2024-09]", "[ro, 2024-10]", ["R521 suggest content/ro/index.md:18:32"]),
        ("hicp[ro", "hcip[ro", ["R520 suggest content/ro/index.md:18:20"]),
        ("[ro, 2024-09]", "[gr, 2024-08]", ["R523 content/ro/index.md:18:20"]),
        ("[ro, 2024-09]", "[ro]", ["R501 content/ro/index.md:18:20"]),
        ("title: Prețuri", 'title: Prețuri\nhighlight: ["hicp[xx, 2024-09]"]', ["R521 content/ro/index.md:3:13"]),
    ],
)
def test_references_to_tables_and_cells_lead_somewhere(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    """Unknown tables, rows and columns, cells without a value, and tables inside a sentence are errors."""
    told = found(tmp_path, (RO, old, new))
    assert [one for one in told if one[0] == "R"] == expected


def test_a_table_stands_in_every_language(tmp_path: Path) -> None:
    """A table that one language shows and another does not is told of like a figure."""
    told = found(tmp_path, (EN, "{{ table hicp }}\n", "The table.\n"))
    assert "P203 content/en/index.md:12:1" in told


def test_a_cell_is_compared_in_both_languages(tmp_path: Path) -> None:
    """Another cell in the translation is another figure."""
    told = found(tmp_path, (EN, "[ro, 2024-09]", "[de, 2024-09]"))
    assert {one.partition(" ")[0] for one in told} >= {"P203"}


def test_an_archive_may_write_its_numbers_in_its_own_way(tmp_path: Path) -> None:
    """Commas before decimals are seen; what could be thousands or decimals is told until the sign is declared."""
    commas = DATA.replace(",", ";").replace(".", ",")
    assert found(tmp_path, (ARCHIVE, DATA, commas)) == []
    more = [(CSV, "5.3,4.8,40", "1209,4.8,40"), (ARCHIVE, DATA, "geo,2024-08,2024-09,weight\nro,1.209,4.8,40\n")]
    (told,) = [one for one in found(tmp_path, *more) if one.startswith("D121")]
    assert told == "D121 data/hicp.csv:2:4"


@pytest.mark.parametrize(("old", "new", "codes"), [("", "", []), ("<v>1.8</v>", "<v>1.9</v>", ["D121"])])
def test_an_archive_may_be_a_workbook(tmp_path: Path, old: str, new: str, codes: list[str]) -> None:
    """The publisher's workbook proves each cell, also below a title; a digit that differs is found."""
    rows = [line.split(",") for line in DATA.replace("ro,", "Romania,").splitlines()]
    written = rows_xml(rows, numbers=frozenset((1, 2, 3))).replace(old, new, 1)
    sheet = TABLE_SITE[RO].replace("sources/hicp.csv", "sources/hicp.xlsx").replace("lang: ro", "lang: en")
    book = workbook("Rates", ["Rates of the office"], [written.encode()])
    result = check(write_site(tmp_path, {**TABLE_SITE, RO: sheet, "sources/hicp.xlsx": book}), Options())
    assert [one.code for one in result.problems if one.code not in QUIET] == codes
    assert (result.proofs.full, result.proofs.none) == (11 - len(codes), len(codes))


def test_an_archive_is_compared_by_names(tmp_path: Path) -> None:
    """Rows and columns may stand in another order, and more of them may be there."""
    lines = [line.split(",") for line in DATA.splitlines()]
    turned = "".join(f"x,{row[3]},{row[2]},{row[1]},{row[0]}\n" for row in (lines[0], *reversed(lines[1:])))
    assert found(tmp_path, (RO, "key: territory", "key: geo\n    rows: territory"), (ARCHIVE, DATA, turned)) == []


def test_links_lead_to_cells(tmp_path: Path) -> None:
    """A link may lead to any cell of a table by its address, and to none that is not there."""
    link = "[aici](#hicp.de.2024-08), [acolo](#hicp.de.2024-07), [tabelul](#hicp)"
    told = found(tmp_path, (RO, "{{ table hicp }}", f"{link}\n\n{{{{ table hicp }}}}"))
    assert [one for one in told if one.startswith("R")] == ["R504 suggest content/ro/index.md:20:35"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Au fost 4,8 % anul trecut.", ["hicp[ro, 2024-09]"]),
        ("Au fost 4,9 % anul trecut.", [None]),
        ("Au fost 4,8 lei anul trecut.", [None]),
        ("Grecia a avut 3,0 %, iar Uniunea Europeană 3,0 %.", ["hicp[eu, 2024-09]"] * 2),
        ("Uniunea Europeană a avut 3,3 % în august.", ["hicp[eu, 2024-08]"]),
    ],
)
def test_a_typed_number_that_equals_a_cell_has_its_reference_offered(
    tmp_path: Path, typed: str, expected: list[str | None]
) -> None:
    """A percentage typed beside the table is told with the cell that says it; other numbers and units are not."""
    files = {**TABLE_SITE, RO: TABLE_SITE[RO].replace("{{ table hicp }}", f"{typed}\n\n{{{{ table hicp }}}}")}
    problems = check(write_site(tmp_path, files), Options()).problems
    offered = [dict(one.values).get("reference") for one in problems if one.code == "S301"]
    assert offered == expected


def test_the_tables_of_a_sheet_share_its_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a sheet may hold is counted over all of its tables, and told at the one that is too much."""
    monkeypatch.setattr("factsheet.checks.tables.MOST_CELLS", 20)
    second = "    total: {row: eu, as: weighted weight, columns: [2024-09]}\n"
    again = "  more: {file: data/hicp.csv, title: Iar, key: territory, kind: percent, missing: {':': nu sunt date}}\n"
    told = found(tmp_path, (RO, second, second + again))
    assert [one for one in told if one.startswith("D104")] == ["D104 sheet content/ro/index.md:17:3"]


OWN = """---
title: Recolta
sources:
  caiet: {title: Caiet, lang: ro}
tables:
  soiuri:
    file: data/soiuri.csv
    title: Recolta
    label: Soiul
    measure: kilogram
    rows: {ana: Ana, ida: Ida, eva: Eva}
    source: caiet
    quote: |
      Soi | 2024 (kg) | 2025 (kg)
      Ana | 9.800 | 11.200
      Ida | 8.150 | 9.300
      Eva | 7.400 | 10.250
---
Cel mai mult a dat {{ soiuri.max(2025).row }}: {{ soiuri[ana, 2025] }}.
"""
ROWS = "soi,2024,2025\nana,9800,11200\nida,8150,9300\neva,7400,10250\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (ROWS, []),
        (f"{ROWS}Total,25350,30750\n", ["D123 part content/ro/index.md:13:12", "D135 data/soiuri.csv:5:1"]),
        (f"{ROWS}Restul,25350,30751\n", ["D123 part content/ro/index.md:13:12"]),
        (ROWS.replace("9800", "9.800").replace("7400", "7.400"), ["D127 thousands data/soiuri.csv:2:5"]),
        (ROWS.replace("11200", "11200 kg"), ["D110 unit data/soiuri.csv:2:10"]),
    ],
)
def test_what_spreadsheets_leave_in_a_file_is_told_once(tmp_path: Path, rows: str, expected: list[str]) -> None:
    """A total that is not declared would be the greatest row; points between thousands and units are no digits."""
    files = {"site.toml": SETTINGS, RO: OWN}
    problems = check(write_site(tmp_path, {**files, "data/soiuri.csv": rows}), Options()).problems
    told = [f"{one.code} {one.variant} {one.place}".replace("  ", " ") for one in problems]
    assert [one for one in told if not one.startswith("S311")] == expected


def test_a_row_that_a_reference_puts_out_is_told_by_that_reference(tmp_path: Path) -> None:
    """The name of a row beside another cell came from a reference, which is what can be corrected."""
    text = OWN.replace("soiuri.max(2025)", "soiuri.min(2025)")
    files = {"site.toml": SETTINGS, RO: text, "data/soiuri.csv": ROWS}
    [found] = [one for one in check(write_site(tmp_path, files), Options()).problems if one.code == "S311"]
    assert (found.variant, dict(found.values)["other"]) == ("row", "soiuri.min(2025).row")
