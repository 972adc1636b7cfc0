"""What is asked of a table and has no answer is told where it is asked, with what could be meant."""

from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import check
from factsheet.core.codes import fix
from tests.support import write_site
from tests.tabulated import TABLE_SITE

RO = "content/ro/index.md"

CASES = (
    ("hicp.max", "R525 which", "hicp.max(2024-09)"),
    ("hicp.maximum", "R525", "hicp.max(2024-08)"),
    ("hicp", "R525 table", "{{ table hicp }}"),
    ("hicp.rank", "R525", "hicp[ro, 2024-08].rank"),
    ("hicp[ro, 2024-09].max", "R525", "hicp.max(2024-09)"),
    ("hicp[ro, 2024-09].change", "R525", "hicp[ro, 2024-09].change(2024-08)"),
    ("hicp.count(2024-09 > mult)", "R525", "hicp.count(2024-08 > 0)"),
    ("hicp.count(2024-09 > 5,3)", "R525", "hicp.count(2024-08 > 0)"),
    ("hicp[eu, 2024-09].rank", "R525 total", "another row"),
    ("hicp[gr, 2024-08].rank", "R523", "another cell"),
    ("hicp.max(2024-9)", "R521 suggest", "2024-09"),
    ("hicp[ro, 2024-09].change(2024-07)", "R521 suggest", "2024-0"),
    ("hicp[ro, 2024-09].change(weight)", "N144", ""),
    ("hics.max(2024-09)", "R520 suggest", "hicp"),
    ("hicp[ro, 2024-09].rank.row", "R502 row", "greatest"),
    ("hicp[ro, 2024-09].row", "R502 row", "greatest"),
    ("nowhere/hicp.max(2024-09)", "R501", "table"),
)


def test_each_question_without_an_answer_says_what_could_be_meant(tmp_path: Path) -> None:
    """Unknown questions, columns of several units, totals and missing values: one finding each, at its place."""
    lines = "\n\n".join(f"{{{{ {written} }}}}" for written, _, _ in CASES)
    files = {path: text for path, text in TABLE_SITE.items() if not path.startswith("content/en/")}
    files[RO] = files[RO].replace("{{ table hicp }}", f"{lines}\n\n{{{{ table hicp }}}}")
    first = files[RO].partition("{{ hicp.max }}")[0].count("\n") + 1
    problems = check(write_site(tmp_path, files), Options()).problems
    for index, (written, expected, meant) in enumerate(CASES):
        here = [one for one in problems if one.place.path == RO and one.place.line == first + 2 * index]
        assert [f"{one.code} {one.variant}".strip() for one in here] == ([expected] if expected else []), written
        assert all(meant in fix(one) for one in here), written


def test_two_rows_with_the_greatest_value_have_no_one_name(tmp_path: Path) -> None:
    """Where values are equal, the row is not told, and the cards name what is asked as texts do."""
    data = TABLE_SITE["data/hicp.csv"].replace("de,2.0,1.8", "de,2.0,4.8")
    sheet = TABLE_SITE[RO].replace("    total: {row: eu, as: weighted weight, columns: [2024-09]}\n", "")
    changed = {RO: sheet.replace("{{ table", "{{ hicp.max(2024-09).row }}\n\n{{ table"), "data/hicp.csv": data}
    files = {**TABLE_SITE, **changed, "sources/hicp.csv": data}
    problems = check(write_site(tmp_path, files), Options()).problems
    assert [(one.code, one.variant) for one in problems if one.code == "R525"] == [("R525", "tie")]


@pytest.mark.parametrize("asked", ["hicp.max(2024-09)", "hicp[ro, 2024-09].rank"])
def test_an_answer_stands_on_a_card_and_in_calculations(tmp_path: Path, asked: str) -> None:
    """What is asked may be highlighted, and other figures can be computed from it."""
    more = f'highlight: ["{asked}"]\nsources:'
    files = {path: text for path, text in TABLE_SITE.items() if not path.startswith("content/en/")}
    result = check(write_site(tmp_path, {**files, RO: TABLE_SITE[RO].replace("sources:", more)}), Options())
    assert [one.code for one in result.problems] == []
