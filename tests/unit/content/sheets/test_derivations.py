"""How front matter names an operation and its parts."""

import pytest

from factsheet.content.model import Sheet
from factsheet.content.sheets.read import read_sheet
from factsheet.core.codes import fix


def _read(declared: str) -> tuple[Sheet, list[str], list[str]]:
    data = f"---\ntitle: T\nmetrics:\n  x: {{{declared}, label: X}}\n---\n".encode()
    sheet, problems = read_sheet("content/ro/a.md", data, path="a", language="ro", is_reference=True)
    assert sheet is not None
    return sheet, [f"{one.code}:{one.place.line}" for one in problems], [fix(one) for one in problems]


def test_an_operation_is_read_with_its_parts() -> None:
    """The metric is kept apart from those that have a value; each part knows its place."""
    sheet, problems, _ = _read("sum_of: [a, b/c, d], value: 12, bound: about, digits: 1")
    assert problems == []
    assert not sheet.metrics
    derived = sheet.derived["x"]
    assert derived.derivation.operation == "sum_of"
    assert derived.derivation.parts == ("a", "b/c", "d")
    assert derived.derivation.place_of("1").column > derived.derivation.place_of("0").column
    assert (derived.kind, derived.bound, derived.rest["digits"]) == (None, "about", 1)
    assert derived.value is not None
    assert derived.value.text == "12"


@pytest.mark.parametrize(
    ("declared", "kind"),
    [
        ("share_of: [a, b]", "percent"),
        ("change_of: [a, b]", "percent"),
        ("change_of: [a, b], currency: RON", "money"),
        ("change_of: [a, b], measure: kilometer", "quantity"),
        ("difference_of: [a, b]", None),
        ("sum_of: [a, b], kind: percent", "percent"),
    ],
)
def test_an_operation_implies_the_kind_of_its_result(declared: str, kind: str | None) -> None:
    """Shares and changes are percentages unless another key says more; sums are of the kind of their parts."""
    assert _read(declared)[0].derived["x"].kind == kind


@pytest.mark.parametrize(
    ("declared", "code", "word"),
    [
        ("sum_of: [a, b], share_of: [a, b]", "N140:4", "keep one"),
        ("sum_of: [a]", "N141:4", "two to a hundred"),
        ("sum_of: []", "N141:4", "two to a hundred"),
        ("share_of: [a, b, c]", "N141:4", "share_of: [a, c]"),
        ("sum_of: [a, b, a]", "N141:4", "a is named twice"),
        ("sumof: [a, b]", "F007:4", "sum_of"),
        ("share_of: [a, b], interval: 1–2", "N111:4", "remove `interval`"),
        ("sum_of: [a, b], kind: percent, currency: RON", "N111:4", "currency"),
    ],
)
def test_slips_are_told_with_the_way_to_mend_them(declared: str, code: str, word: str) -> None:
    """An operation too many, too few parts, a part named twice, a key misspelt."""
    _, problems, fixes = _read(declared)
    assert code in problems
    assert any(word in one for one in fixes)


def test_a_translation_does_not_compute() -> None:
    """Parts are named in the reference language alone."""
    data = b"---\ntitle: T\nmetrics:\n  x: {sum_of: [a, b]}\n---\n"
    sheet, problems = read_sheet("content/en/a.md", data, path="a", language="en", is_reference=False)
    assert sheet is not None
    assert not sheet.derived
    assert [one.code for one in problems] == ["F017"]
