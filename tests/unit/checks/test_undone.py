"""A passage that says its number was not done, or not yet, proves none that was."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_SHEET = """---
title: Recolta
sources: {raport: {title: Raport, lang: ro}}
metrics:
  checks:
    value: 460
    label: Controale
    unit: {one: "{n} control", few: "{n} controale", other: "{n} de controale"}
    source: raport
    quote: "QUOTE"
---
"""


@pytest.mark.parametrize(
    ("quote", "text", "is_told"),
    [
        ("Inspectorii au amânat 460 de controale", "Au făcut {{ checks }}.", True),
        ("Inspectorii au amânat 460 de controale", "Au amânat {{ checks }}.", False),
        ("Inspectorii au amânat luni, dar au făcut 460 de controale", "Au făcut {{ checks }}.", False),
        ("Inspectorii vor face 460 de controale", "Au făcut {{ checks }}.", True),
        ("Inspectorii vor face 460 de controale", "Vor face {{ checks }}.", False),
        ("Inspectorii vor face 460 de controale", "Controale: {{ checks }}.", False),
        ("Inspectorii ar fi făcut 460 de controale", "Controale: {{ checks }}.", True),
    ],
)
def test_a_passage_of_what_was_not_done_is_told(tmp_path: Path, quote: str, text: str, *, is_told: bool) -> None:
    """“460 inspections were put off” proves none that were made, but where the text says so."""
    files = {"site.toml": 'reference = "ro"\n', "content/ro/index.md": _SHEET.replace("QUOTE", quote) + text + "\n"}
    told = [one.code for one in check(write_site(tmp_path, files), Options()).problems if one.code == "Q432"]
    assert told == (["Q432"] if is_told else [])


def test_a_passage_of_a_period_in_words_is_read(tmp_path: Path) -> None:
    """The two days of a period stand apart in their passage, and no single stretch of it is the figure."""
    front = """---
title: Iarna
sources: {raport: {title: Raport, lang: ro}}
metrics:
  winter:
    value: 2024-11-15–2025-04-20
    kind: period
    label: Sezonul de iarnă
    source: raport
    quote: "Sezonul de iarnă a durat de la 15 noiembrie 2024 până la 20 aprilie 2025"
---
Iarna a ținut {{ winter }}.
"""
    site = write_site(tmp_path, {"site.toml": 'reference = "ro"\n', "content/ro/index.md": front})
    assert "Q432" not in {one.code for one in check(site, Options()).problems}
