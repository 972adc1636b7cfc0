"""The words around a figure leave it what it is."""

from pathlib import Path

import pytest

from tests.proving import EN, RO, SITE, found, place


def after(file: str, sentence: str) -> dict[str, str]:
    """The site with one more sentence in one language."""
    return {**SITE, file: f"{SITE[file]}\n{sentence}\n"}


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (EN, "It is {{ arrests.number }}.000 now."),
        (EN, "It is {{ arrests.number }},000 now."),
        (EN, "It is 2{{ arrests.number }} now."),
        (EN, "It is {{ arrests.number }} million now."),
        (EN, "Nearly {{ arrests }} were made."),
        (EN, "Over {{ arrests }} were made."),
        (EN, "About {{ victims.number }} were found."),
        (RO, "Sunt {{ arrests.number }} mii acum."),
        (RO, "Au fost aproape {{ arrests }}."),
    ],
)
def test_what_changes_a_figure_is_an_error_at_its_reference(tmp_path: Path, file: str, sentence: str) -> None:
    """Digits, scale words and bounds beside a figure are reported where the figure is mentioned."""
    files = after(file, sentence)
    line = place(files[file], sentence).partition(":")[0]
    column = sentence.index("{{") + 1
    assert f"S305 {file}:{line}:{column}" in found(tmp_path, files)


@pytest.mark.parametrize(
    "sentence",
    [
        "All {{ arrests }} in 2024, 2025 and since.",
        "Of {{ victims }}, {{ arrests }} and {{ recovered }}: {{ operations }}.",
        "The {{ arrests.label }} ({{ arrests.number }}); a {{ recovered.short }} haul.",
        "In 2024 {{ arrests }} and, in May 2025, {{ operations }}.",
        "From {{ operations.number }} to {{ arrests.number }}.",
    ],
)
def test_what_leaves_it_alone_is_in_order(tmp_path: Path, sentence: str) -> None:
    """Years, other figures, punctuation and words of no number beside a figure change nothing."""
    assert [one for one in found(tmp_path, after(EN, sentence)) if one[:4] == "S305"] == []
