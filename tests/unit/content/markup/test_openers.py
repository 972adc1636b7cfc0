"""Which references begin a sentence."""

import pytest

from factsheet.content.markup import Typography, openers, render

MARKS = Typography(open="„", close="”", back_to_text="Back")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{{ a }} were found. {{ b }} were not", [0, 1]),
        ("It is {{ a }}, not {{ b }}", []),
        ("Really? “{{ a }}” is it", [0]),
        ("- {{ a }}\n- it is {{ b }}", [0]),
        ("# {{ a }}", [0]),
        ("See art. {{ a }}", []),
        ("It is {{ a }}. {{ b }} too", [1]),
        ("| a | b |\n|---|---|\n| {{ a }} | {{ b }} |", []),
    ],
)
def test_references_that_begin_a_sentence(body: str, expected: list[int]) -> None:
    """Behind a full stop, at the beginning of a paragraph, a list item or a heading; not in a table."""
    assert sorted(openers(render(body, MARKS))) == expected
