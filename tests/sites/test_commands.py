"""What commands say, compared with what is expected: each file of `commands/` is a session on a copy of one site."""

import re
from pathlib import Path
from shutil import copy, copytree

import pytest

from tests.support import ROOT, run_here

HERE = Path(__file__).parent
SITES = {
    "gallery": ROOT / "tests/browser/gallery",
    "mistakes": HERE / "minimal/input",
    "problems": HERE / "problems/input",
}
_PROMPT = "$ factsheet "
_WORD = re.compile(r'"([^"]*)"|(\S+)')
_HASH = re.compile(r"(?<='sha256-)[A-Za-z0-9+/=]+")
"""Of a script in the pages, which changes with it."""
_SECONDS = re.compile(r"\d+[.,]\d+(?=[ \u00a0]s\b)")


def session(commands: list[str], root: Path) -> str:
    """Run commands one after the other; each with all that it says, and its exit code where it is not 0."""
    said = []
    for command in commands:
        words = [quoted or plain for quoted, plain in _WORD.findall(command)]
        done = run_here(*words, cwd=root)
        code = f"exit code {done.returncode}\n" if done.returncode else ""
        text = f"{done.stdout}{done.stderr}{code}".replace(str(root), "")
        said.append(f"{_PROMPT}{command}\n{_HASH.sub('', _SECONDS.sub('0.0', text))}")
    return "\n".join(said)


@pytest.mark.parametrize("name", SITES)
def test_session(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, rewrite_golden: bool) -> None:
    """Every command of the session says and does what it did when it was recorded."""
    monkeypatch.setenv("COLUMNS", "100")
    root = copytree(SITES[name], tmp_path / "site")
    copy(HERE / "commands/numbers.txt", root)
    file = HERE / f"commands/{name}.txt"
    expected = file.read_text("utf-8")
    commands = [line.removeprefix(_PROMPT) for line in expected.split("\n") if line.startswith(_PROMPT)]
    said = session(commands, root)
    if rewrite_golden:
        file.write_text(said, "utf-8")
        expected = said
    assert expected == said
