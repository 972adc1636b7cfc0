"""What is told of faults in a good site: each with its code, its place and column, its message and the way out."""

from datetime import date
from pathlib import Path
from shutil import copytree

from factsheet.builder.pipeline import Options, check
from tests.support import said

HERE = Path(__file__).parent / "faults"
_FAULT = "! "


def told(root: Path) -> list[str]:
    """All that is found in a site."""
    return [said(problem) for problem in check(root, Options(today=date(2025, 11, 23))).problems]


def spoil(root: Path, fault: str) -> None:
    """Change one place of a file; the fault is `file: good => bad`, its ends of lines written as in Python."""
    path, _, change = fault.partition(": ")
    good, _, bad = change.replace("\\n", "\n").partition(" => ")
    text = (root / path).read_text("utf-8")
    assert good in text, fault
    (root / path).write_text(text.replace(good, bad, 1), "utf-8")


def test_faults(tmp_path: Path, *, rewrite_golden: bool) -> None:
    """Faults are told as they were when the answer was read and kept; those of a group do not touch each other."""
    file = HERE / "faults.txt"
    expected = file.read_text("utf-8")
    usual = set(told(HERE / "site"))
    groups = []
    for number, group in enumerate(expected.rstrip("\n").split("\n\n")):
        root = copytree(HERE / "site", tmp_path / f"{number}")
        faults = [line for line in group.split("\n") if line.startswith(_FAULT)]
        for fault in faults:
            spoil(root, fault.removeprefix(_FAULT))
        groups.append("\n".join([*faults, *(one for one in told(root) if one not in usual)]))
    made = "\n\n".join([*groups, ""]).removesuffix("\n")
    if rewrite_golden:
        file.write_text(made, "utf-8")
        expected = made
    assert expected == made
