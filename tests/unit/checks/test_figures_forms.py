"""Every figure can be shown in every language."""

from pathlib import Path

import pytest

from factsheet.core.codes import fix, message
from tests.proving import EN, RO, found, place, problems, spoiled


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "at"),
    [
        (RO, ' few: "{n} arestări",', "", "N106", "{one"),
        (EN, 'other: "{n} arrests"', 'oter: "{n} arrests"', "N107", "oter:"),
        (EN, 'other: "{n} arrests"', 'other: "{n} arrests", few: "{n} x"', "N107", "few:"),
        (RO, "value: 1209", "value: 1209\n    display: compact-long", "N109", "compact"),
        (RO, "value: 1209", "value: 1209\n    name: tone", "N154", "tone\n"),
        (RO, "value: 1209", "value: 1209\n    measure: tonne\n    name: tonele", "N154", "tonele"),
        (EN, "label: Arrests", "label: Arrests\n    name: tonnes", "N154", "tonnes"),
    ],
)
def test_each_lack_is_found_where_it_is_written(
    tmp_path: Path, file: str, old: str, new: str, code: str, at: str
) -> None:
    """A missing or needless form, and a display that loses a digit, are reported where they are written."""
    files = spoiled(file, (old, new))
    assert f"{code} {file}:{place(files[file], at)}" in found(tmp_path, files)


def test_the_numbers_that_need_a_form_are_named(tmp_path: Path) -> None:
    """A missing form is explained by numbers of the language, written in its manner."""
    [problem] = problems(tmp_path, spoiled(RO, (', other: "{n} de arestări"', "")))
    assert "which Română needs for 20" in message(problem)
    [typo] = problems(tmp_path / "b", spoiled(EN, ('other: "{n} arrests"', 'oter: "{n} arrests"')))
    assert "did you mean `other`" in fix(typo)


def test_a_figure_that_is_not_exact_may_lose_digits(tmp_path: Path) -> None:
    """With a bound, a compact display may round; nothing is said of it."""
    files = spoiled(
        RO, ("value: 120000", "value: 120400\n    display: compact-long"), ("peste 120.000", "peste 120.400")
    )
    assert found(tmp_path, files) == []
