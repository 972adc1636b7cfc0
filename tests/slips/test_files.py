"""Slips with files and folders: renamed, moved, saved as something else, or lost. Each is told where it is mended.

Each row changes the files of a good site: a text puts a file there, a path is where one is moved, and None removes it.
"""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from factsheet import library
from factsheet.tools.findings import told, words_of
from tests.support import SETTINGS, write_site

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
TABLE = """---
title: Luni
tables:
  luni:
    file: data/luni.csv
    title: Apeluri pe luni
    label: Luna
    key: luna
    kind: count
    rows: {ian: ianuarie, feb: februarie}
    unit: {one: "{n} apel", few: "{n} apeluri", other: "{n} de apeluri"}
---
{{ table luni }}
"""
WORDS = """---
title: Months
tables:
  luni:
    title: Calls by month
    label: Month
    rows: {ian: January, feb: February}
    unit: {one: "{n} call", other: "{n} calls"}
---
{{ table luni }}
"""
PROVEN = """---
title: Cifre
sources:
  raport: {title: Raport, lang: ro, file: sources/raport.txt}
metrics:
  calls:
    value: 21
    label: Apeluri
    unit: {one: "{n} apel", few: "{n} apeluri", other: "{n} de apeluri"}
    source: raport
    quote: "21 de apeluri"
---
"""
GOOD: Mapping[str, str | bytes] = {
    "site.toml": f'{SETTINGS}menu = ["luni.md", "echipe/index.md"]\n',
    "content/ro/index.md": f"{PROVEN}Sunt {{{{ calls }}}}. Vezi [echipele](/echipe/index.md), [lunile](luni.md).\n\n"
    "![creasta](creasta.png)\n",
    "content/en/index.md": "---\ntitle: Figures\nmetrics:\n  calls:\n    label: Calls\n"
    '    unit: {one: "{n} call", other: "{n} calls"}\n---\n'
    "There are {{ calls }}. See [the teams](/echipe/index.md), [the months](luni.md).\n\n![ridge](../ro/creasta.png)\n",
    "content/ro/creasta.png": PNG,
    "content/ro/luni.md": TABLE,
    "content/en/luni.md": WORDS,
    "content/ro/echipe/index.md": "---\ntitle: Echipe\nslug: echipe\n---\nText.\n",
    "content/en/echipe/index.md": "---\ntitle: Teams\nslug: teams\n---\nText.\n",
    "content/ro/echipe/nord.md": "---\ntitle: Nord\n---\nÎnapoi la [echipe](index.md).\n",
    "content/en/echipe/nord.md": "---\ntitle: North\n---\nBack to [the teams](index.md).\n",
    "data/luni.csv": "luna,2025\nian,52\nfeb,47\n",
    "sources/raport.txt": "Au fost 21 de apeluri.\n",
}

Moves = Mapping[str, str | bytes | PurePosixPath | None]
Told = tuple[tuple[str, str, str], ...]

RO, EN, LUNI = "content/ro/index.md", "content/en/index.md", "content/ro/luni.md"
SECTION, NORTH = "content/en/echipe/index.md", "content/ro/echipe/nord.md"

ROWS: Mapping[str, tuple[Moves, Told]] = {
    "section renamed in one language": (
        {
            "content/ro/echipe/index.md": PurePosixPath("content/ro/salvatori/index.md"),
            NORTH: PurePosixPath("content/ro/salvatori/nord.md"),
        },
        (
            ("T603", SECTION, "rename the folder `content/en/echipe` to `content/en/salvatori`"),
            ("R503", RO, "did you mean `salvatori/index.md`?"),
            ("R514", "site.toml", "did you mean `salvatori/index.md`?"),
        ),
    ),
    "sheet renamed in one language": (
        {LUNI: PurePosixPath("content/ro/lunile.md")},
        (
            ("T603", "content/en/luni.md", "rename this file to `lunile.md`"),
            ("R503", RO, "did you mean `lunile.md`?"),
            ("R514", "site.toml", "did you mean `lunile.md`?"),
        ),
    ),
    "original removed": (
        {"content/ro/echipe/index.md": None},
        (("T603", SECTION, "write it there first, rename this file to match its original, or remove it"),),
    ),
    "figure removed in the original": (
        {
            RO: "---\ntitle: A\n---\n[Echipe](/echipe/index.md), [luni](luni.md).\n\n![creasta](creasta.png)\n",
        },
        (("P202", EN, "or remove it in every language, from the texts too"),),
    ),
    "front page with a capital": (
        {RO: PurePosixPath("content/ro/Index.md")},
        (("O704", "content/ro/Index.md", "rename the file to `index.md`"),),
    ),
    "saved as a text of Windows": (
        {NORTH: PurePosixPath(f"{NORTH}.txt")},
        (("F023", f"{NORTH}.txt", f"rename it to `{NORTH}`"),),
    ),
    "document of Word under the name of a sheet": (
        {LUNI: b"PK\x03\x04\x14\x00\x06\x00\x80\xff"},
        (("F001", LUNI, "this is a document of Word, Excel or LibreOffice"),),
    ),
    "empty sheet": ({LUNI: ""}, (("F003", LUNI, "the file is empty: write a line `---`"),)),
    "sheet cited by mail": (
        {EN: "> ---\n> title: Figures\n> ---\n> Text.\n"},
        (("F003", EN, "remove `>` at the beginning of each line"),),
    ),
    "copy of a file manager": (
        {"content/ro/luni (copie).md": "---\ntitle: Luni\n---\nText.\n"},
        (("O704", "content/ro/luni (copie).md", "rename the file to `luni-copie.md`"),),
    ),
    "table among the sheets": (
        {"data/luni.csv": PurePosixPath("content/data/luni.csv")},
        (("F023", "content/data/luni.csv", "move it to `data/luni.csv`"),),
    ),
    "picture with other capitals": (
        {"content/ro/creasta.png": PurePosixPath("content/ro/Creasta.PNG")},
        (("R503", EN, "did you mean `../ro/Creasta.PNG`?"), ("R503", RO, "did you mean `Creasta.PNG`?")),
    ),
    "source without a text": (
        {"sources/raport.txt": " \n"},
        (("Q430", RO, "save the text of the source there once more"),),
    ),
    "settings saved as a text of Windows": (
        {"site.toml": PurePosixPath("site.toml.txt")},
        (("C818", "site.toml.txt", "rename it to `site.toml`"),),
    ),
    "bad address of a section": (
        {"content/ro/echipe/index.md": "---\ntitle: Echipe\nslug: Echipă Nouă\n---\nText.\n"},
        (("O704", "content/ro/echipe/index.md", "write `slug: echipa-noua`"),),
    ),
    "first line of a table lost": (
        {"data/luni.csv": "ian,52\nfeb,47\n"},
        (("D114", LUNI, "a first line with the names of the columns, beginning with `luna`"),),
    ),
    "cell in the brackets of a function": (
        {LUNI: f"{TABLE}\n{{{{ luni(ian, 2025) }}}}\n", "content/en/luni.md": f"{WORDS}\n{{{{ luni[ian, 2025] }}}}\n"},
        (("R501", LUNI, "did you mean `luni[ian, 2025]`?"),),
    ),
    "row and column exchanged": (
        {LUNI: f"{TABLE}\n{{{{ luni[2025, ian] }}}}\n", "content/en/luni.md": f"{WORDS}\n{{{{ luni[ian, 2025] }}}}\n"},
        (("R521", LUNI, "did you mean `luni[ian, 2025]`?"),),
    ),
    "name of a row not translated": (
        {"content/en/luni.md": WORDS.replace(", feb: February", "")},
        (("D120", "content/en/luni.md", "add to `tables.luni.rows` of that sheet the names of: feb"),),
    ),
    "logo that is not there": (
        {"site.toml": f'{SETTINGS}menu = ["luni.md", "echipe/index.md"]\n[theme]\nlogo = "logo.svg"\n'},
        (("O712", "site.toml", "put the file there, or correct its name"),),
    ),
}
"""What is done to the files, and what is told: code, file, and words of the way out."""


def _changed(moves: Moves) -> dict[str, str | bytes]:
    files = dict(GOOD)
    for path, change in moves.items():
        before = files.pop(path, None)
        if isinstance(change, PurePosixPath):
            assert before is not None
            files[str(change)] = before
        elif change is not None:
            files[path] = change
    return files


@pytest.mark.parametrize("name", ROWS)
def test_a_slip_with_a_file_is_told_where_it_is_mended(tmp_path: Path, name: str) -> None:
    """Nothing is told but what is to be done, each with its way out."""
    moves, wanted = ROWS[name]
    problems = library.check(write_site(tmp_path, _changed(moves))).problems
    found = [one for one in problems if one.code not in {"T620", "T621", "D123"}]
    assert [(one.code, one.place.path) for one in found] == [(code, path) for code, path, _ in wanted]
    for problem, (_, _, words) in zip(found, wanted, strict=True):
        assert words in told(problem, words_of("en"))[1]


def test_an_original_that_is_removed_is_told_once_in_several_languages(tmp_path: Path) -> None:
    """The first of its translations is told, and a page that was never translated stays a warning of its own."""
    hungarian = {f"content/hu/{name}.md": "---\ntitle: A\n---\nSzöveg.\n" for name in ("index", "echipe/index")}
    files = {**_changed({"content/ro/echipe/index.md": None}), **hungarian}
    problems = library.check(write_site(tmp_path, files)).problems
    assert [one.place.path for one in problems if one.code == "T603"] == [SECTION]


def test_the_site_itself_is_good(tmp_path: Path) -> None:
    """What the rows change has no finding."""
    assert {one.code for one in library.check(write_site(tmp_path, GOOD)).problems} == {"D123", "T621"}
