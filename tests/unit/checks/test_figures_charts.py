"""Every chart can be drawn honestly."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.core.codes import fix, message
from tests.support import SETTINGS, write_site

SHEET = """---
title: Grafice
metrics:
  dollars: {value: 5, currency: USD, label: Dolari}
  euros: {value: 6, currency: EUR, label: Euro}
  launch: {kind: year, value: 2020, label: Anul}
  past: {value: 4, label: Trecut, history: {2020: 1, 2021: 2}}
  small: {value: 3, label: Mic}
  cars: {value: 3, label: Mașini, unit: {one: "{n} mașină", few: "{n} mașini", other: "{n} de mașini"}}
  span: {kind: range, value: 1–2, label: Între}
charts:
  - {id: drawn, type: TYPE, title: Titlu, metrics: [METRICS]}
---
Text.
"""


@pytest.mark.parametrize(
    ("kind", "metrics", "code", "word"),
    [
        ("bars", "dollars, euros", "N123", "euros and dollars"),
        ("bars", "dollars, launch", "N124", "cannot show launch"),
        ("timeline", "launch, dollars", "N124", "cannot show dollars"),
        ("line", "dollars", "N124", "cannot show dollars"),
        ("columns", "past, small", "N124", "cannot show small"),
        ("line", "past, past", "N124", "cannot show past"),
        ("line", "past, small", "N124", "cannot show small"),
        ("stacked", "past, span", "N124", "cannot show span"),
        ("share", "past, small", "N125", "past as a share of small"),
    ],
)
def test_what_cannot_be_drawn_is_an_error(tmp_path: Path, kind: str, metrics: str, code: str, word: str) -> None:
    """The finding stands at the chart's id, names the figures and says what to do."""
    sheet = SHEET.replace("TYPE", kind).replace("METRICS", metrics)
    root = write_site(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": sheet})
    found = [problem for problem in check(root, Options()).problems if problem.code == code]
    assert len(found) == 1
    assert word in message(found[0])
    assert fix(found[0])
    assert found[0].place.line == 12


@pytest.mark.parametrize(("kind", "metrics"), [("bars", "past, small, cars"), ("line", "past"), ("timeline", "launch")])
def test_what_can_be_drawn_passes(tmp_path: Path, kind: str, metrics: str) -> None:
    """Counts of one thing and another, a history and a year are drawn without a word."""
    sheet = SHEET.replace("TYPE", kind).replace("METRICS", metrics)
    root = write_site(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": sheet})
    codes = {problem.code for problem in check(root, Options()).problems}
    assert codes.isdisjoint({"N123", "N124", "N125"})
