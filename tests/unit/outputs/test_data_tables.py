"""The table of a data file on a page: order, heads, marks, total, ids, and words of another language."""

import re
from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import build
from factsheet.outputs.cells import TableMarkup
from tests.assembling import site_of
from tests.support import write_site
from tests.tabulated import ENGLISH, ROMANIAN, TABLE_SITE

RO, EN = "content/ro/index.md", "content/en/index.md"


def tables(root: Path, ro: str = ROMANIAN, en: str = ENGLISH) -> tuple[str, str]:
    """The table as both languages write it, without the rest of the pages."""
    site = site_of(root, {**TABLE_SITE, RO: ro, EN: en})
    every = (TableMarkup(site, site.by_tag[tag], "index") for tag in ("ro", "en"))
    ours, theirs = (
        f"{one.head(words)}{one.body(words, with_ids=True)}" for one in every if (words := one.words("hicp"))
    )
    return ours, theirs


def pages(root: Path, ro: str = ROMANIAN, en: str = ENGLISH, **files: str) -> tuple[str, str]:
    """The tables of both pages, with what stands around them."""
    more = {path.replace("__", "/").replace("_csv", ".csv"): text for path, text in files.items()}
    result = build(write_site(root, {**TABLE_SITE, RO: ro, EN: en, **more}), Options())
    assert not result.has_errors, [str(one) for one in result.problems]
    found = [result.artifacts[f"{tag}/index.html"].decode() for tag in ("ro", "en")]
    return found[0].partition("<figure")[2], found[1].partition("<figure")[2]


def rows(page: str) -> list[str]:
    """The names of the rows in their order."""
    return re.findall(r'<th scope="row"><a href="#hicp\.[a-z]+">(.*?)</a></th>', page.partition("</table>")[0])


def test_heads_say_the_unit_and_the_month(tmp_path: Path) -> None:
    """A month is a time for machines and short for readers; per cent stands above, and in no cell."""
    page, english = tables(tmp_path)
    assert '<time datetime="2024-08">aug. 2024</time> <small>%</small>' in page
    assert '<time datetime="2024-08">Aug 2024</time>' in english
    assert '<th scope="col" class="amount">Pondere</th>' in page
    assert '<data class="figure" id="hicp.de.2024-09" data-metric="hicp[de, 2024-09]" data-form="number"' in page
    assert 'value="1.8">1,8</data>' in page


def test_missing_values_say_why(tmp_path: Path) -> None:
    """A mark has its meaning on it and below the table; a cell with nothing in it shows a dash."""
    data = TABLE_SITE["data/hicp.csv"].replace("gr,:,", "gr,,")
    sheet = ROMANIAN.replace('missing: {":": nu sunt date}', "missing: {empty: nu sunt date}")
    english = ENGLISH.replace('missing: {":": no data}', "missing: {empty: no data}")
    page, other = pages(tmp_path, sheet, english, data__hicp_csv=data, sources__hicp_csv=data)
    assert '<abbr title="nu sunt date">–</abbr>' in page
    assert "<b>–</b> no data" in other


def test_rows_are_ordered_and_set_off(tmp_path: Path) -> None:
    """Rows follow the column that the table names, those without a value last but for the total."""
    declared = "key: territory\n    sort: 2024-08 descending\n    highlight: [de]"
    page, _ = tables(tmp_path, ROMANIAN.replace("key: territory", declared))
    assert rows(page) == ["România", "Germania", "Grecia", "Uniunea Europeană"]
    assert '<tr class="set-off" id="hicp.de"><th scope="row"><a href="#hicp.de">Germania' in page
    assert '<tr class="total" id="hicp.eu"><th scope="row"><a href="#hicp.eu">Uniunea Europeană' in page


@pytest.mark.parametrize(
    ("sort", "ordered"),
    [
        ("", ["România", "Germania", "Grecia"]),
        ("2024-08", ["Germania", "România", "Grecia"]),
        ("2024-08 descending", ["România", "Germania", "Grecia"]),
        ("2024-09", ["Germania", "Grecia", "România"]),
        ("2024-09 descending", ["România", "Grecia", "Germania"]),
        ("weight", ["Grecia", "România", "Germania"]),
    ],
)
def test_rows_follow_the_values_of_a_column(tmp_path: Path, sort: str, ordered: list[str]) -> None:
    """Upwards or downwards by value, without a value last, the total below all; unsorted they stand as in the file."""
    declared = f"key: territory\n    sort: {sort}" if sort else "key: territory"
    page, _ = tables(tmp_path, ROMANIAN.replace("key: territory", declared))
    assert rows(page) == [*ordered, "Uniunea Europeană"]


def test_rows_are_ordered_by_their_names(tmp_path: Path) -> None:
    """Sorted by the column of names, each language has its own order."""
    page, english = tables(tmp_path, ROMANIAN.replace("key: territory", "key: geo\n    rows: territory\n    sort: geo"))
    assert rows(page) == ["Germania", "Grecia", "România", "Uniunea Europeană"]
    assert rows(english) == ["Germany", "Greece", "Romania", "European Union"]


def test_words_of_the_reference_stand_in_with_their_language(tmp_path: Path) -> None:
    """What a translation does not say is shown in the reference's words, marked as such."""
    lacking = ENGLISH.replace("    columns: {weight: Weight}\n", "").replace("    label: Country\n", "")
    _, english = tables(tmp_path, en=lacking)
    assert '<span lang="ro" dir="auto">Pondere</span>' in english
    assert '<span lang="ro" dir="auto">Țara</span>' in english


def test_a_table_that_stands_twice_gives_its_ids_once(tmp_path: Path) -> None:
    """Each id stands once on a page, at the first place of the table."""
    twice = "{{ table hicp }}\n\nDin nou:\n\n{{ table hicp }}"
    page, _ = pages(
        tmp_path,
        ROMANIAN.replace("{{ table hicp }}", twice),
        ENGLISH.replace("{{ table hicp }}", twice.replace("Din nou", "Again")),
    )
    assert page.count('id="hicp.de.2024-09"') == 1
    assert page.count("hicp[de, 2024-09]") == 2


def test_a_card_of_a_cell_has_the_id(tmp_path: Path) -> None:
    """A cell on a card keeps its address there, and its card says which table, row and column it is of."""
    sheet = ROMANIAN.replace("sources:", 'highlight: ["hicp[ro, 2024-09]"]\nsources:')
    page = build(write_site(tmp_path, {**TABLE_SITE, RO: sheet}), Options()).artifacts["ro/index.html"].decode()
    assert page.count('id="hicp.ro.2024-09"') == 1
    assert 'id="hicp.ro.2024-09"' not in page.partition("<figure")[2]
    assert "Rata anuală a inflației · România · septembrie 2024" in page
