"""Values are read as the type that is wanted, or reported."""

import datetime as dt

import pytest

from factsheet.content.frontmatter import Fields, compose
from factsheet.core.problems import Problem
from tests.support import codes, said

KNOWN = ("title", "draft", "date", "bound", "list", "map", "items")


def fields(head: str) -> tuple[Fields, list[Problem]]:
    """Read a mapping with the keys of `KNOWN`."""
    problems: list[Problem] = []
    mapping, found = compose("a.md", head)
    assert mapping is not None
    assert found == []
    return Fields(mapping, KNOWN, problems), problems


def test_unknown_keys_are_reported_with_a_suggestion() -> None:
    """`titel` is answered by `title`; a word like none of them by the list."""
    _, problems = fields("titel: A\nzzzz: B\n")
    assert "did you mean `title`?" in said(problems[0])
    assert "title, draft, date" in said(problems[1])


def test_texts_lose_spaces_at_their_edges_but_no_others() -> None:
    """No-break spaces are part of the text."""
    read, _ = fields('title: " 1\u00a0209 \u00a0"\n')
    assert read.text("title") == "1\u00a0209 \u00a0"


@pytest.mark.parametrize("head", ["title:\n", "title: ~\n", "title: null\n", "draft: true\n"])
def test_a_required_text_that_is_empty_is_missing(head: str) -> None:
    """An empty value, YAML's null, or no key at all: the title is missing."""
    read, problems = fields(head)
    assert read.required_text("title") == ""
    assert codes(problems) == ["F009"]


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False)])
def test_flags(text: str, value: bool) -> None:  # noqa: FBT001 - the value is the case
    """Only true and false are flags."""
    assert fields(f"draft: {text}\n")[0].flag("draft") is value


@pytest.mark.parametrize("text", ["yes", "NO", "True", '"true"', "1", "[true]"])
def test_what_is_no_flag(text: str) -> None:
    """YAML's other words for true and false are not guessed at."""
    read, problems = fields(f"draft: {text}\n")
    read.flag("draft")
    assert codes(problems) == ["F008"]


def test_dates() -> None:
    """A date is ISO 8601 and in the calendar."""
    read, problems = fields("date: 2025-11-13\n")
    assert read.day("date") == dt.date(2025, 11, 13)
    assert problems == []


@pytest.mark.parametrize(
    "text", ["2025-02-30", "13.11.2025", "2025-11", "20251113", "2025-11-13T10:00:00", "0001-01-01"]
)
def test_what_is_no_date(text: str) -> None:
    """Any other form is refused."""
    read, problems = fields(f"date: {text}\n")
    assert read.day("date") is None
    assert codes(problems) == ["F010"]


def test_choices() -> None:
    """A choice that does not exist is answered by the nearest, and judged as if that stood there."""
    read, problems = fields("bound: ovr\n")
    assert read.choice("bound", ("exact", "over"), "exact") == "over"
    assert "did you mean `over`?" in said(problems[0])
    read, problems = fields("bound: peste\n")
    assert read.choice("bound", ("exact", "over"), "exact", meant=lambda _: "over") == "over"
    assert "did you mean `over`?" in said(problems[0])
    assert fields("bound: xyzzy\n")[0].choice("bound", ("exact", "over"), "exact", meant=lambda _: None) == "exact"


def test_lists_take_one_or_many() -> None:
    """A single text is a list of one."""
    assert fields("list: a\n")[0].texts("list") == ("a",)
    assert fields("list: [a, b]\n")[0].texts("list") == ("a", "b")


@pytest.mark.parametrize(
    ("head", "method"),
    [
        ("list: {a: b}\n", "texts"),
        ("list: [[a]]\n", "texts"),
        ("list: a\n", "mapping"),
        ("list: a\n", "mappings"),
        ("list: [a]\n", "mappings"),
        ("list: [a]\n", "text"),
    ],
)
def test_wrong_shapes_are_reported(head: str, method: str) -> None:
    """A value of another shape than the key takes is a finding, never a traceback."""
    read, problems = fields(head)
    getattr(read, method)("list")
    assert codes(problems) == ["F008"]


def test_a_text_without_end_is_refused() -> None:
    """The length of a text is bounded."""
    read, problems = fields(f"title: {'a' * 20_001}\n")
    assert read.text("title") is None
    assert codes(problems) == ["F012"]
