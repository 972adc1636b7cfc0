"""What an editor most likely did where YAML cannot be read."""

import pytest
import yaml

from factsheet.content.frontmatter.nodes import compose
from factsheet.content.frontmatter.slips import find_slip
from factsheet.core.problems import Place


@pytest.mark.parametrize(
    ("head", "variant", "line", "column"),
    [
        ("title: a\n\tsummary: b\n", "tab-as-above", 2, 1),
        ('title: "a\nsummary: "b"\n', "ended", 1, 8),
        ('# "\ntitle: a"b: c\n', "quote", 2, 9),
        ("title: a\nsummary:b\ndate: 2025-01-01\n", "space", 2, 9),
        ("unit: {one: a, other: b\ntitle: c\n", "bracket", 1, 7),
        ("list: a]\n  b: c\n", "bracket", 1, 8),
        ("metrics:\n  a:\n    value: 1\n   label: b\n", "as-above", 4, 4),
        ("title: a\n  summary: b\n", "as-above", 2, 3),
        ("title: a: b\n", "colon", 1, 9),
        ("a: [1, 2], 3\n", "", 1, 10),
    ],
)
def test_the_slip_is_found_where_it_was_made(head: str, variant: str, line: int, column: int) -> None:
    """A finding stands at the slip, which may be lines above what the parser stumbled over, and says what to do."""
    _, problems = compose("a.md", head, first_line=1)
    assert [(problem.code, problem.variant, problem.place) for problem in problems] == [
        ("F005", variant, Place("a.md", line, column))
    ]


def test_the_marks_of_a_merge_are_a_finding_of_their_own() -> None:
    """Two versions of a passage are told as such, at the first mark."""
    _, problems = compose("a.md", "title: a\n<<<<<<< HEAD\nb: c\n=======\nb: d\n>>>>>>> x\n", first_line=2)
    assert [(problem.code, problem.place) for problem in problems] == [("F022", Place("a.md", 3, 1))]


def test_no_slip_is_made_up() -> None:
    """Where nothing is plain, or the place is beyond the text, no slip is named."""
    assert find_slip("a: b\n", 7, 0) is None
    with pytest.raises(yaml.YAMLError):
        yaml.safe_load("a: [1, 2], 3\n")
