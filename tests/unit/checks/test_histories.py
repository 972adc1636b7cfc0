"""Earlier values are proven as present ones are."""

from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import check
from tests.support import SETTINGS, write_site

SHEET = """---
title: Trecut
sources:
  s: {title: Raport, lang: ro, file: r.txt}
  t: {title: Alt raport, lang: ro}
metrics:
  x:
    value: 31870
    as_of: 2025-12-31
    label: Seri
    source: s
    quote: "31.870 de seri în 2025, față de 25.870 în 2024 și 24.100 în 2023"
    history: {HISTORY}
---
{{ x }}.
"""
ARCHIVE = "Au fost 31.870 de seri în 2025, față de 25.870 în 2024 și 24.100 în 2023. Peste 17.000 în 2022."


@pytest.mark.parametrize(
    ("history", "codes"),
    [
        ("2023: 24100, 2024: 25870", ["R505"]),
        ("2023: 24100, 2024: 52870", ["Q412", "R505"]),
        ("2023: 24100, 2024: {value: 52870, quote: '25.870 în 2024'}", ["Q403", "R505"]),
        ("2023: 25870, 2024: 24100", ["Q413", "R505"]),
        ("2022: {value: 25870, quote: '25.870 în 2024'}", ["Q413", "R505"]),
        ("2022: {value: 17000, bound: over, quote: 'Peste 17.000 în 2022'}", ["R505"]),
        ("2022: {value: 17000, quote: 'Peste 17.000 în 2022'}", ["Q404", "R505"]),
        ("2022: {value: 17000, bound: over, quote: 'Peste 17.000 de seri'}", ["Q406", "R505"]),
        ("2022: {value: 17000, bound: over, quote: 'Peste 17.000 de euro'}", ["Q405", "Q406", "R505"]),
        ("2023-06-30: {value: 24100, source: t, quote: '24.100 la 30 iunie 2023'}", []),
        ("2023: {value: 24100, source: u}", ["R507"]),
        ("quote: '25.870 în 2024 și 24.100 în 2023', 2023: 24100, 2024: 25870", ["R505"]),
        ("quote: '25.870 în 2024', 2023: 24100, 2024: 25870", ["Q403", "R505"]),
    ],
)
def test_each_value_needs_a_passage_that_says_it_of_its_time(tmp_path: Path, history: str, codes: list[str]) -> None:
    """Wrong values, years, bounds and units, exchanged values, passages that are not in the archive."""
    sheet = SHEET.replace("{HISTORY}", f"{{{history}}}")
    root = write_site(tmp_path, {"site.toml": SETTINGS, "r.txt": ARCHIVE, "content/ro/index.md": sheet})
    found = [(one.code, one.place.line) for one in check(root, Options()).problems if one.code[0] in "QR"]
    assert sorted(code for code, _ in found) == sorted(codes)
    assert all(line == 13 for code, line in found if code != "R505")


def test_values_are_counted_with_the_figures(tmp_path: Path) -> None:
    """The last line of a check says how many values are proven, earlier ones included."""
    sheet = SHEET.replace("{HISTORY}", "{2020: 5, 2024: 25870}")
    result = check(write_site(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": sheet}), Options())
    assert (result.proofs.quote, result.proofs.none) == (2, 1)
