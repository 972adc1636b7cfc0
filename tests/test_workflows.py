"""The workflows of this repository and of new sites: read-only, pinned, and running what people run."""

import re
from pathlib import Path

import pytest
import yaml

from factsheet.cli.arguments import parser

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted([*ROOT.glob(".github/workflows/*.yml"), *ROOT.glob("factsheet/scaffold/site/dot-github/**/*.yml")])
MAY_WRITE = {"publish": {"pages": "write", "id-token": "write"}}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_tokens_may_only_read(path: Path) -> None:
    """A workflow's token reads; only the job that publishes pages may do that one thing more."""
    flow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert flow["permissions"] == {"contents": "read"}
    for name, job in flow["jobs"].items():
        assert job.get("permissions") == MAY_WRITE.get(name)
        assert 0 < job["timeout-minutes"] <= 60


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_actions_are_pinned_by_digest(path: Path) -> None:
    """Every action is named by the digest of a commit, with its version beside it."""
    lines = re.findall(r"(?m)uses: (.+)$", path.read_text(encoding="utf-8"))
    assert lines
    assert [line for line in lines if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_nothing_from_outside_reaches_a_shell(path: Path) -> None:
    """No `run` line holds an expression: a title of a pull request could be a command."""
    flow = yaml.safe_load(path.read_text(encoding="utf-8"))
    steps = [step for job in flow["jobs"].values() for step in job["steps"]]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


def test_commands_of_workflows_are_understood() -> None:
    """Each command of the tool in a workflow is one that the parser knows."""
    found = [
        match
        for path in WORKFLOWS
        for match in re.findall(r"run: (?:factsheet|python build\.py) (.+)", path.read_text(encoding="utf-8"))
    ]
    assert found
    for command in found:
        words = command.split(" ")
        assert parser().parse_args(words if not words[0].startswith("-") else ["build", *words]).run
