"""What comes of edits to small sites: findings with places, messages and ways out, and what is published otherwise."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from factsheet.builder.pipeline import Options, build
from factsheet.builder.result import Result
from tests.publications import changes, shortened
from tests.support import ROOT, said

HERE = Path(__file__).parent
SITES = {
    "faults": HERE / "faults/site",
    "settled": HERE / "settled/site",
    "gallery": ROOT / "tests/browser/gallery",
    "kinds": HERE / "kinds/input",
    "rtl": HERE / "rtl/input",
    "tables": HERE / "tables/site",
    "fallback": HERE / "fallback/input",
}
_FAULT = "! "
_SHOWN = 4
"""How many lines of what is published otherwise are shown; all of them have one digest."""


def spoil(root: Path, fault: str) -> None:
    """Change one place of a file; the fault is `file: good => bad`, its ends of lines written as in Python."""
    path, _, change = fault.partition(": ")
    good, _, bad = change.replace("\\n", "\n").partition(" => ")
    text = (root / path).read_text("utf-8")
    assert good in text, fault
    (root / path).write_text(text.replace(good, bad, 1), "utf-8")


def differences(usual: Result, result: Result) -> Iterator[str]:
    """What is told that is not told of the good site, what is told of that alone, and what is published otherwise."""
    before, after = ([said(problem) for problem in one.problems] for one in (usual, result))
    yield from (one for one in after if one not in before)
    yield from (f"no longer {one.partition(' | ')[0]}" for one in before if one not in after)
    if result.artifacts:
        yield from shortened(list(changes(usual.artifacts, result.artifacts)), _SHOWN)


@pytest.mark.parametrize("name", SITES)
def test_faults(name: str, tmp_path: Path, *, rewrite_golden: bool) -> None:
    """Of each group of edits comes what came when the answer was read and kept; those of a group touch no other."""
    file, today = HERE / f"faults/{name}.txt", Options(today=date(2025, 11, 23))
    expected = file.read_text("utf-8")
    root = copytree(SITES[name], tmp_path / "site")
    usual, groups = build(root, today), []
    for group in expected.rstrip("\n").split("\n\n"):
        faults = [line for line in group.split("\n") if line.startswith(_FAULT)]
        good = {root / path: (root / path).read_bytes() for path in {fault[2:].partition(": ")[0] for fault in faults}}
        for fault in faults:
            spoil(root, fault.removeprefix(_FAULT))
        groups.append("\n".join([*faults, *differences(usual, build(root, today))]))
        for path, text in good.items():
            path.write_bytes(text)
    made = "\n\n".join([*groups, ""]).removesuffix("\n")
    if rewrite_golden:
        file.write_text(made, "utf-8")
        expected = made
    assert expected == made
