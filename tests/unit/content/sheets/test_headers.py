"""What sheets say to others is told from plain front matter as YAML tells it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.content.sheets.headers import Head, in_reading_order, plain_head
from factsheet.content.sheets.read import read_sheet


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (b"title: A", Head()),
        (b"title: A\norder: 5", Head(order="5")),
        (b"order:  -2.50 \r\ndraft: true\r\ntitle: A\r", Head(order="-2.50", draft=True)),
        (b"draft: false", Head()),
        (b"slug: more-or-less\ndraft: true", Head(draft=True, slug="more-or-less")),
        (b"title: 'A'\nmetrics: {a: [1]}\norder: 007", Head(order="7")),
    ],
)
def test_what_is_plain(front: bytes, expected: Head) -> None:
    """`order`, `draft` and `slug` on lines of their own are taken as they stand."""
    assert plain_head(front) == expected


@pytest.mark.parametrize(
    "front",
    [
        b'title: "a\norder: 5\nb: c"',
        b"title: 'a\norder: 5'",
        b"metrics: {a: 1,\norder: 5\n}",
        b"order: 5\norder: 6",
        b"order: five",
        b"order: true",
        b"draft: 5",
        b"draft: yes",
        b'"order": 5',
        b'"dr\\x61ft": true',
        b"title: A border",
        b"  order: 5",
        b"order: 5 # last",
        b"slug: no",
        b"slug: 2024",
        b"slug: Mare",
        b"slug: a/b",
    ],
)
def test_what_only_yaml_can_tell(front: bytes) -> None:
    """Whatever is written in another way, or may stand inside something else, is left to the reader of YAML."""
    assert plain_head(front) is None


def test_a_section_is_read_together() -> None:
    """The sheets of a folder with an index follow it, by their own order, where it stands; other folders stay apart."""
    orders = {"b/z": "1", "b/index": "2", "index": "9", "a": "3", "c": "1", "b/a": "", "d/x": "", "b/in/index": "5"}
    assert in_reading_order(orders) == ["index", "c", "b/index", "b/z", "b/in/index", "b/a", "a", "d/x"]


PIECES = st.sampled_from(
    [
        *("title: A", "order: 5", "order: -3.25", "draft: true", "draft: false", "slug: a-b", "slug: no"),
        *("summary: |", "  order: 7", '  "order: 9', "metrics:", "  a:", "    value: 1"),
        *("literals: [x,", "order: 6]", "summary: 'it", "it's draft'", "# order: 1", ""),
    ]
)


@given(st.lists(PIECES, max_size=6))
def test_what_is_told_is_what_yaml_tells(lines: list[str]) -> None:
    """Where a sheet can be read at all without a finding, its order, state and slug are the ones told."""
    front = "\n".join(["title: B", *lines])
    told = plain_head(front.encode())
    sheet, problems = read_sheet(
        "content/ro/a.md", f"---\n{front}\n---\n".encode(), path="a", language="ro", is_reference=True
    )
    if told is not None and sheet is not None and not problems:
        order = "" if sheet.order is None else str(sheet.order)
        assert told == Head(order, sheet.draft, sheet.slug or "")
