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
