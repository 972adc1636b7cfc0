"""A profile names what is being done by the innermost function of ours."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import profile as profiling
from benchmarks.profile import ELSE, IMPORTING, SAMPLER, STAGES, stage, staged
from tests.support import ROOT

ENGINE = "checkout/factsheet/factsheet"
CALLER = [f"{ENGINE}/builder/pipeline.py", "build"]


@pytest.mark.parametrize(
    ("stack", "expected"),
    [
        (
            [["/lib/re.py", "match"], [f"{ENGINE}/l10n/reading/numerals.py", "read"], CALLER],
            "reading statements from texts",
        ),
        ([[f"{ENGINE}/l10n/dates.py", "date"], [f"{ENGINE}/outputs/pages.py", "page"], CALLER], "writing figures"),
        (
            [["/lib/markdown/core.py", "convert"], [f"{ENGINE}/content/markup/prose.py", "render"], CALLER],
            "Markdown to safe HTML",
        ),
        ([["/lib/dataclasses.py", "dataclass"], [f"{ENGINE}/content/model.py", "<module>"], CALLER], IMPORTING),
        ([["<template>", "root"], [f"{ENGINE}/outputs/templating.py", "render"]], "templates compiled and rendered"),
        ([CALLER], ELSE),
        ([], ELSE),
    ],
)
def test_stages(stack: list[list[str]], expected: str) -> None:
    """A library's time is that of whoever of ours called it; a module that is being imported is being imported."""
    assert stage(stack) == expected
    assert list(staged([(2, stack)])) == [expected] * 2


def test_stages_name_what_there_is() -> None:
    """Each part of the engine that is named is there: a module that moves takes its stage along."""
    assert [part for part in STAGES if not (ROOT / "factsheet" / part).exists()] == []


def test_a_build_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A real build shows what every build needs, dearest first, and leaves nothing behind."""
    monkeypatch.setattr(profiling, "WORK", tmp_path)
    monkeypatch.setattr(profiling, "SAMPLES", {1: 3})
    found = profiling.profile(1)
    assert {IMPORTING, "reading statements from texts"} <= set(found)  # what takes long enough to be seen in samples
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert list(tmp_path.iterdir()) == []


def test_samples_are_taken(tmp_path: Path) -> None:
    """A script runs as it would alone, with its arguments, and what it spent its time on is told."""
    script = tmp_path / "busy.py"
    script.write_text(
        "import sys, time\n"
        "def work():\n"
        "    end = time.process_time() + 0.1\n"
        "    while time.process_time() < end:\n"
        "        pass\n"
        "work()\n"
        "print(sys.argv[1:])\n"
    )
    data = tmp_path / "data"
    command = [sys.executable, SAMPLER, str(data), str(script), "a", "b"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    assert done.stdout == "['a', 'b']\n"
    stacks = json.loads(data.read_text())
    assert any([str(script), "work"] in stack for _, stack in stacks)
