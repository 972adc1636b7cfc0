"""What has one safe answer is corrected, and nothing else is touched."""

from pathlib import Path

import pytest

from factsheet.core.codes import report
from factsheet.core.problems import Place
from factsheet.tools.fixing import Edit, corrected, diff, kept_addresses
from tests.proving import EN, RO, SITE, problems, spoiled
from tests.support import run_here, write_site


def fixed(root: Path, files: dict[str, str]) -> dict[str, str]:
    """The sheets after `check --fix`."""
    write_site(root, files)
    run_here("check", "--root", root, "--fix")
    return {file: (root / file).read_bytes().decode() for file in (RO, EN)}


@pytest.mark.parametrize(
    ("file", "typed", "reference"),
    [
        (EN, "1,209 arrests", "{{ arrests }}"),
        (EN, "1,209 people", "{{ arrests.number }} people"),
        (EN, "1.209 people", "{{ arrests.number }} people"),
        (EN, "1209 people", "{{ arrests.number }} people"),
        (EN, "over 120,000 victims", "{{ victims }}"),
        (EN, "$97 million", "{{ recovered }}"),
        (EN, "$97,000,000", "{{ recovered.full }}"),
        (RO, "97 de milioane de dolari", "{{ recovered }}"),
        (RO, "peste 120.000 de victime", "{{ victims }}"),
    ],
)
def test_a_typed_figure_becomes_its_reference(tmp_path: Path, file: str, typed: str, reference: str) -> None:
    """A figure that reads like a form of one metric is replaced by that form, and the page stays the same."""
    files = {**SITE, file: f"{SITE[file]}\nA) {typed} then.\n"}
    assert fixed(tmp_path, files) == {RO: SITE[RO], EN: SITE[EN], file: f"{SITE[file]}\nA) {reference} then.\n"}


@pytest.mark.parametrize("typed", ["1,210 people", "four operations", "€97 million", "`1,209`", "$98 million"])
def test_what_is_not_sure_is_left(tmp_path: Path, typed: str) -> None:
    """Another value, a number in words, another currency and code are left to the editor."""
    files = {**SITE, EN: f"{SITE[EN]}\nA) {typed} then.\n"}
    assert fixed(tmp_path, files) == {RO: SITE[RO], EN: files[EN]}


def test_two_metrics_of_one_value_are_left(tmp_path: Path) -> None:
    """Where two metrics have the value, only the editor knows which is meant."""
    files = spoiled(RO, ("value: 4\n", "value: 1209\n"))
    files[EN] = f"{SITE[EN]}\nA) 1,209 people.\n"
    assert fixed(tmp_path, files)[EN] == files[EN]


def test_a_repeated_value_is_taken_out(tmp_path: Path) -> None:
    """The line of a value that agrees goes; one that differs, or shares its line, stays."""
    repeated = spoiled(
        EN, ("    label: Arrests\n", "    label: Arrests\n    value: 1209  # again\n    source: presa\n")
    )
    assert fixed(tmp_path / "a", repeated)[EN] == SITE[EN]
    wrong = spoiled(EN, ("    label: Arrests\n", "    label: Arrests\n    value: 1290\n"))
    assert fixed(tmp_path / "b", wrong)[EN] == wrong[EN]


def test_old_letters_become_new_ones(tmp_path: Path) -> None:
    """ş and ţ become ș and ț in Romanian sheets."""
    files = {**SITE, RO: SITE[RO].replace("Operațiuni\n", "Operaţiuni\n").replace("Bilanțul", "Bilanţul")}
    assert fixed(tmp_path, files)[RO] == SITE[RO]


def test_the_difference_is_shown_and_bytes_are_kept(tmp_path: Path) -> None:
    """Line ends and a byte-order mark stay; the difference is printed as a unified diff."""
    text = f"\ufeff{SITE[EN]}\nA) 1,209 arrests then.\n".replace("\n", "\r\n")
    write_site(tmp_path, {**SITE, EN: text})
    shown = run_here("check", "--root", tmp_path, "--fix").stdout
    assert "-A) 1,209 arrests then." in shown
    assert "+A) {{ arrests }} then." in shown
    assert (tmp_path / EN).read_bytes().decode() == text.replace("1,209 arrests", "{{ arrests }}")
    assert problems(tmp_path, {}) == []


def test_edits_that_do_not_fit_are_left_out() -> None:
    """An edit whose words are elsewhere, or that overlaps a later one, changes nothing."""
    data = b"one two\nthree\n"
    at = Place("a", 1, 5)
    assert corrected(data, [Edit(at, "TWO", "2"), Edit(Place("a", 9, 1), "x", "y")]) == data
    assert corrected(data, [Edit(at, "two", "2"), Edit(Place("a", 1, 1), "one two", "12")]) == b"one 2\nthree\n"
    assert corrected(data, [Edit(Place("a", 2, 1), "", "")]) == b"one two\n"
    assert list(diff("a", data, b"one 2\nthree\n"))[2:] == ["@@ -1,2 +1,2 @@", "-one two", "+one 2", " three"]


@pytest.mark.parametrize(
    ("front", "kept"),
    [
        ("title: A\n", 'aliases: ["/ro/b/"]\ntitle: A\n'),
        ("title: A\naliases: []\n", 'title: A\naliases: ["/ro/b/", ]\n'),
        ('title: A\naliases: ["/ro/c/"]\n', 'title: A\naliases: ["/ro/b/", "/ro/c/"]\n'),
        ("title: A\naliases:\n  - /ro/c/\n", 'title: A\naliases:\n  - "/ro/b/"\n  - /ro/c/\n'),
        ("summary: A\n", "summary: A\n"),
    ],
)
def test_the_old_address_of_a_sheet_is_kept(front: str, kept: str) -> None:
    """It goes before the aliases that there are, however they are written, or else before the title; once a sheet."""
    told = report("O714", Place(RO), variant="alias", address="/ro/b/", alias="/ro/b/")
    text = f"---\n{front}---\nText.\n"
    edits = list(kept_addresses([told, told], {RO: text}))
    assert corrected(text.encode(), edits).decode() == f"---\n{kept}---\nText.\n"
