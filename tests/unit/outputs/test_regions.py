"""Tables of the prose in groups that scroll."""

import re

import pytest
from markupsafe import Markup

from factsheet.outputs.prose import in_groups, with_regions

GROUP = '<div class="table" role="group" tabindex="0" aria-labelledby="{}">'
TABLE = "<table><tbody><tr><td>1</td></tr></tbody></table>"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("", "_title"),
        ("<p>a</p>", "_title"),
        ('<h2 id="one">1</h2>', "one"),
        ('<h2 id="one">1</h2><h3 class="c" id="two">2</h3><p>a</p>', "two"),
        ("<h2>no id</h2>", "_title"),
    ],
)
def test_a_table_is_named_after_the_heading_above_it(before: str, name: str) -> None:
    """The group takes its name from the last heading, or from the title where there is none."""
    assert in_groups(before + TABLE) == f"{before}{GROUP.format(name)}{TABLE}</div>"


def test_each_table_has_its_own_group() -> None:
    """Two tables stand in two groups, each under its heading, and what is between them in none."""
    body = f'{TABLE}<h2 id="two">2</h2><p>a</p>{TABLE}<p>b</p>'
    first, second = GROUP.format("_title"), GROUP.format("two")
    assert in_groups(body) == (f'{first}{TABLE}</div><h2 id="two">2</h2><p>a</p>{second}{TABLE}</div><p>b</p>')


def test_a_table_within_a_table_scrolls_with_it() -> None:
    """Only the outer table has a group, and a heading inside it names no other."""
    nested = f'<table class="a"><tr><td><h3 id="in">x</h3>{TABLE}</td></tr></table>'
    expected = f"{GROUP.format('_title')}{nested}</div>{GROUP.format('_title')}{TABLE}</div>"
    assert in_groups(nested + TABLE) == expected


def test_other_prose_is_untouched() -> None:
    """A body without tables is given back as it was; words that look like one are no table."""
    for body in (Markup('<h2 id="a">a</h2>'), Markup("<p>&lt;table&gt; <i>tables</i></p>")):
        assert with_regions(body) is body


def test_markup_stays_markup() -> None:
    """What is put around a table of markup is markup too."""
    assert isinstance(with_regions(Markup("<table></table>")), Markup)


LONG = "a text that takes more than a line or two of any phone beside others"


@pytest.mark.parametrize(
    ("heads", "cell", "names"),
    [
        (("Figure", "Covers", "Why"), LONG, ["Figure", "Covers", "Why"]),
        (("Figure", '<b>"Over"</b>', "Why"), LONG, ["Figure", "&quot;Over&quot;", "Why"]),
        (("Figure", "Covers", "Why"), "short", []),
        (("Figure", "Why"), LONG, []),
    ],
)
def test_cells_of_wide_rows_name_their_columns(heads: tuple[str, ...], cell: str, names: list[str]) -> None:
    """Where three columns are too wide for a phone, each cell has the name of its column; others have none."""
    head = "".join(f"<th>{text}</th>" for text in heads)
    row = "".join(f'<td class="c">{text}</td>' for text in ("<data>12</data>", *heads[2:], cell))
    body = f"<table><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr><tr>{row}</tr></tbody></table>"
    found = with_regions(Markup(body))  # noqa: S704 - a text of the test
    assert re.findall(r'<td data-of="([^"]*)" class="c">', found) == names * 2
    assert re.sub(r' data-of="[^"]*"', "", found) == in_groups(body)


@pytest.mark.parametrize("row", ['<td colspan="3">{}</td>', "<th>{0}</th><td>{0}</td><td>{0}</td>"])
def test_cells_that_do_not_follow_the_head_name_no_column(row: str) -> None:
    """A cell over several columns, or a row with a head of its own, is left as it was written."""
    head = "<tr><th>a</th><th>b</th><th>c</th></tr>"
    body = f"<table><thead>{head}</thead><tbody><tr>{row.format(LONG)}</tr></tbody></table>"
    assert with_regions(Markup(body)) == in_groups(body)  # noqa: S704 - a text of the test
