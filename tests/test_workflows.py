"""The workflows of this repository and of new sites: read-only, pinned, and running what people run."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from factsheet.cli.arguments import parser
from scripts.lock import MACHINES

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted(
    [*ROOT.glob(".github/workflows/*.yml"), *ROOT.glob("factsheet/tools/scaffold/site/dot-github/**/*.yml")]
)
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


def test_every_supported_python_is_tested_on_every_system() -> None:
    """The tests run on each Python that pyproject.toml names, on Linux and macOS, and the locks are proved for all."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [name.rpartition(":: ")[2] for name in project["classifiers"] if ":: Python :: 3." in name]
    job = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))["jobs"]["machines"]
    matrix = job["strategy"]["matrix"]
    assert matrix["python"] == named
    assert project["requires-python"] == f">={named[0]}"
    assert {system.partition("-")[0] for system in matrix["system"]} == {"ubuntu", "macos"}
    assert job["steps"][-1] == {"run": "make machine test"}
    on_macos = {version for version, *platforms in MACHINES if "macosx_14_0_arm64" in platforms}
    assert on_macos == set(named)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_machines_are_of_a_named_release(path: Path) -> None:
    """No job runs on whatever system is the latest, so that the same commit has the same result."""
    flow = yaml.safe_load(path.read_text(encoding="utf-8"))
    systems = {
        system
        for job in flow["jobs"].values()
        for system in job.get("strategy", {}).get("matrix", {}).get("system", [job["runs-on"]])
    }
    assert [system for system in systems if not re.fullmatch(r"(?:ubuntu|macos|windows)-[\d.]+", system)] == []


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
