"""References stand only where a figure is filled in."""

from pathlib import Path

import pytest

from factsheet.checks.orthography import references_are_filled_in, words_of_the_site_are_plain
from tests.proving import EN, RO, SITE, found, place, spoiled
from tests.support import write_site
from tests.translating import site_of


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (RO, "label: Arest\u0103ri", "label: Arest\u0103ri, din {{ victims }}"),
        (EN, "label: Arrests", "label: Arrests of {{ victims }}"),
    ],
)
def test_a_label_shows_braces(tmp_path: Path, file: str, old: str, new: str) -> None:
    """A reference in a label is found in either language, at the label."""
    files = spoiled(file, (old, new))
    assert f"R511 {file}:{place(files[file], new.removeprefix('label: '))}" in found(tmp_path, files)


def test_other_words_show_braces(tmp_path: Path) -> None:
    """The words of charts are shown as they are written too."""
    words = "charts:\n  - {id: c, type: bars, title: 'Of {{ arrests }}', metrics: [arrests, victims]}\n"
    files = {**SITE, RO: SITE[RO].replace("---\n", f"---\n{words}", 1)}
    assert any(one.startswith(f"R511 {RO}:") for one in found(tmp_path, files))


def test_corrections_are_filled_in(tmp_path: Path) -> None:
    """A figure of a correction is shown as anywhere."""
    words = "corrections:\n  - {date: 2025-12-01, text: 'Acum {{ arrests }}'}\n"
    files = {**SITE, RO: SITE[RO].replace("---\n", f"---\n{words}", 1)}
    assert not [one for one in found(tmp_path, files) if one.startswith("R511")]


def test_texts_are_left_alone(tmp_path: Path) -> None:
    """Where figures are filled in, and where single braces hold the place of a number, all is well."""
    assert not [one for one in found(tmp_path, SITE) if one.startswith("R511")]


@pytest.mark.parametrize(
    ("label", "signs"),
    [
        ("Arrests **made**", "**made**"),
        ("Arrests `made`", "`made`"),
        ("Arrests [made](https://a.example/x)", "[made](https://a.example/x)"),
        ("Arrests <b>made</b>", "<b>"),
        ("Arrests, CO<sub>2</sub>", "<sub>"),
        ("*Arrests* made", "*Arrests*"),
        ("Arrests made[^1]", "[^1]"),
        ("Arrests * made * twice", None),
        ("Arrests <5 years", None),
        ("Arrests [made] (here)", None),
        ("snake__case of Arrests*", None),
    ],
)
def test_front_matter_is_no_markdown(tmp_path: Path, label: str, signs: str | None) -> None:
    """Signs of Markdown and HTML in a label would be read as they stand, so each text with some is told."""
    files = spoiled(EN, ("label: Arrests", f"label: '{label}'"))
    told = [
        (one.code, dict(one.values)["signs"]) for one in references_are_filled_in(site_of(write_site(tmp_path, files)))
    ]
    assert told == ([("M106", signs)] if signs else [])


def test_the_site_is_called_without_signs(tmp_path: Path) -> None:
    """The title of the site is shown as it stands, too."""
    files = {**SITE, "site.toml": SITE["site.toml"].replace('title = "', 'title = "**A** ')}
    told = [str(one.place) for one in words_of_the_site_are_plain(site_of(write_site(tmp_path, files)))]
    assert told == ["site.toml:2:10"]
