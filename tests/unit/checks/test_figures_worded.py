"""Numbers in words can be said, and the gender that they follow is known."""

from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import build
from factsheet.checks.verify import read_back
from tests.proving import EN, RO, SETTINGS, SITE, found, spoiled
from tests.support import codes, write_site

STYLE = {"site.toml": f"{SETTINGS}words_to = 9\n"}
OPERATIONS = "    label: Operațiuni\n"
TWO = (("value: 4", "value: 2"), ("patru operațiuni", "4 operațiuni"))


@pytest.mark.parametrize(
    ("gender", "reference", "expected"),
    [
        ("", "{{ operations.words }}", []),
        ("feminine", "{{ operations.words }}", []),
        ("feminin", "{{ operations }}", ["N150"]),
        ("common", "{{ operations }}", ["N150"]),
        ("feminine", "{{ arrests.words }}", ["R502"]),
        ("feminine", "{{ recovered.words }}", ["R502"]),
    ],
)
def test_what_can_be_said(tmp_path: Path, gender: str, reference: str, expected: list[str]) -> None:
    """The number is small and whole, and the gender is one that the language has."""
    line = f"    gender: {gender}\n" if gender else ""
    files = spoiled(
        RO, (OPERATIONS, OPERATIONS + line), ("După {{ operations }}", f"După {reference} {{{{ operations }}}}")
    )
    codes = {one.split(" ")[0] for one in found(tmp_path, files)}
    assert [code for code in sorted(codes) if code in {"N150", "N151", "R502"}] == expected


@pytest.mark.parametrize(
    ("two", "expected"),
    [
        ("două operațiuni", []),
        ("trei operațiuni", ["N151", "N156"]),
        ("{n} operațiuni", ["N107", "N151"]),
        ("2 operațiuni", ["N107", "N151"]),
    ],
)
def test_the_phrase_for_two_tells_the_gender(tmp_path: Path, two: str, expected: list[str]) -> None:
    """Two of them in words under `unit` are enough, and no form of a number; anything else there is told."""
    unit = 'unit: {one: "{n} operațiune", few:'
    files = spoiled(
        RO,
        TWO[0],
        TWO[1],
        ("{{ operations }}", "{{ operations.words }}"),
        (unit, unit.replace("few:", f'two: "{two}", few:')),
    )
    codes = {one.split(" ")[0] for one in found(tmp_path, files)}
    assert [code for code in sorted(codes) if code in {"N106", "N107", "N108", "N151", "N156"}] == expected


@pytest.mark.parametrize("style", [{}, STYLE])
def test_a_gender_that_matters_is_asked_for(tmp_path: Path, style: dict[str, str]) -> None:
    """Two is “doi” or “două”: the unit is named, once, unless the figure stays in digits."""
    asked = "{{ operations }}" if style else "{{ operations.words }}"
    files = {**spoiled(RO, *TWO, ("{{ operations }}", f"{asked} și {asked}")), **style}
    assert [one for one in found(tmp_path, files) if one.startswith("N15")] == ["N151 content/ro/index.md:27:11"]
    assert [one for one in found(tmp_path / "plain", spoiled(RO, *TWO)) if one.startswith("N15")] == []


def test_a_house_style_says_small_numbers_in_words(tmp_path: Path) -> None:
    """With `words_to` texts say four in words, in every language, and cards, data and larger numbers keep digits."""
    result = build(write_site(tmp_path, {**SITE, **STYLE}), Options())
    made = dict(result.artifacts)
    assert 'data-form="words" value="4">four operations<' in made["en/index.html"].decode()
    assert 'data-form="words" value="4">patru operațiuni<' in made["ro/index.html"].decode()
    assert ">1,209 arrests<" in made["en/index.html"].decode()
    assert b"four" not in made["en/figures.csv"]
    wrong = made["ro/index.html"].replace(">patru operațiuni<".encode(), ">cinci operațiuni<".encode())
    assert codes(read_back({**made, "ro/index.html": wrong})) == ["V904"]


def test_only_a_number_is_a_house_style(tmp_path: Path) -> None:
    """`words_to` is a whole number that has words."""
    for value in ("101", "true", '"nine"'):
        files = {**SITE, "site.toml": f"{SETTINGS}words_to = {value}\n", EN: SITE[EN]}
        assert "C803 site.toml:4:12" in _settings(tmp_path / value.strip('"'), files)


def _settings(root: Path, files: dict[str, str]) -> list[str]:
    return [f"{one.code} {one.place}" for one in build(write_site(root, files), Options()).problems]
