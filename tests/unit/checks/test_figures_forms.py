"""Every figure can be shown in every language."""

from pathlib import Path

import pytest

from factsheet.checks.figures import _two_nouns
from factsheet.core.codes import fix, message
from factsheet.l10n import cldr
from factsheet.l10n.cldr import locale
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
        (RO, 'few: "{n} arestări"', 'few: "{n} victime"', "N160", 'few: "{n} victime'),
        (EN, 'other: "{n} arrests"', 'other: "{n} old arrests"', None, ""),
        (
            EN,
            '"{n} arrest", other: "{n} arrests"',
            '"{n} new arrest", other: "{n} old arrests"',
            "N160",
            'other: "{n} old',
        ),
    ],
)
def test_each_lack_is_found_where_it_is_written(
    tmp_path: Path, file: str, old: str, new: str, code: str | None, at: str
) -> None:
    """A missing or needless form, and a display that loses a digit, are reported where they are written."""
    files = spoiled(file, (old, new))
    told = found(tmp_path, files)
    assert told == [] if code is None else f"{code} {file}:{place(files[file], at)}" in told


@pytest.mark.parametrize("tag", ["ro", "en", "de", "fr", "es", "it", "pl", "cs", "hu", "el", "bg", "ru", "tr", "sw"])
def test_the_forms_of_each_unit_of_cldr_are_of_one_noun(tag: str) -> None:
    """No form of a unit in CLDR is taken for another noun."""
    loc, told = locale(tag), list[str]()
    for unit in sorted(cldr.unit_ids()):
        forms = {one: text.replace("{0}", "{n}") for one, text in cldr.unit_patterns(loc, unit, "long").items()}
        forms = {one: text for one, text in forms.items() if one in {"one", "two", "few", "many", "other"}}
        told += [unit] if forms and _two_nouns(loc, tuple(forms.values())) else []
    assert told == []


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
