"""What commands say and do, compared with what is expected: each file of `commands/` is a session in one site."""

import hashlib
import re
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from difflib import ndiff
from pathlib import Path
from shutil import copy, copytree

import pytest

from factsheet import __version__
from factsheet.cli.arguments import parser
from tests.publications import for_machines
from tests.support import ROOT, run_here, tree

HERE = Path(__file__).parent
SITES = {
    "exchange": HERE / "settled/site",
    "gallery": ROOT / "tests/browser/gallery",
    "mistakes": HERE / "minimal/input",
    "options": HERE / "settled/site",
    "problems": HERE / "problems/input",
    "slips": HERE / "minimal/input",
}
ELSEWHERE = {
    "--external": "asks the network",
    "--help": "stands in the reference",
    "--pdf": "takes its time, and another program",
    "--search": "the same",
    "--profile": "tells of time",
}
"""Options that no session has, and why; `serve`, which does not end, has none at all."""
_PROMPT = "$ factsheet "
_WORD = re.compile(r'"([^"]*)"|(\S+)')
_HASH = re.compile(r"(?<='sha256-)[A-Za-z0-9+/=]+")
"""Of a script in the pages, which changes with it."""
_SECONDS = re.compile(r"\d+[.,]\d+(?=[ \u00a0]s\b)")
_UNSEEN = (".cache/", ".git/")
_PUBLISHED = re.compile(r"(?:public|only)/.*|.*\.(?:html|gz|br)")
_TEXT = re.compile(r".*\.(?:html|csv|json|webmanifest|svg|xml|txt|xlsx)")
LONGEST = 1200
"""How many lines a command may say that are all shown."""
MOST = 60
"""How many lines of a file are shown, or of what is longer."""


def session(commands: list[str], root: Path) -> str:
    """Run commands one after the other; each with all that it says and changes, and its exit code where it is not 0."""
    said, before = [], tree(root)
    for command in commands:
        words = [quoted or plain for quoted, plain in _WORD.findall(command)]
        done = run_here(*words, cwd=root)
        code = f"exit code {done.returncode}\n" if done.returncode else ""
        text = f"{done.stdout}{done.stderr}{code}".replace(str(root), "")
        text = text.replace(f"factsheet {__version__}", "factsheet VERSION")
        text, after = _HASH.sub("", _SECONDS.sub("0.0", text)), tree(root)
        changed = "".join(f"{line}\n" for line in changes(before, after))
        said.append(f"{_PROMPT}{command}\n{_cut(text)}{changed}")
        before = after
    return "\n".join(said)


def _cut(text: str) -> str:
    """Of what is very long, the beginning: the explanation of all codes is that of the reference."""
    lines = text.splitlines(keepends=True)
    return text if len(lines) <= LONGEST else f"{''.join(lines[:MOST])}...\n"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def changes(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """The files that came, went or are others: the lines of a source, and of what is published one digest of all."""
    published: list[str] = []
    for path in sorted(before.keys() | after.keys()):
        old, new = before.get(path), after.get(path)
        if old == new or path.startswith(_UNSEEN):
            continue
        mark = "-" if new is None else "+" if old is None else "~"
        if _PUBLISHED.fullmatch(path):
            published.append(f"{mark}{path} {for_machines(path, new) if new and _TEXT.fullmatch(path) else ''}")
            continue
        yield f"{mark} {path}"
        lines = [line.rstrip(" \n") for line in ndiff(_lines(old), _lines(new)) if line.startswith(("+", "-"))]
        yield from (f"    {line}" for line in lines[:MOST])
        if len(lines) > MOST and not path.endswith(".schema.json"):  # which have tests of their own
            yield f"    ... {_digest(chr(10).join(lines))}"
    if published:
        yield f"{len(published)} published files: {_digest(chr(10).join(published))}"


def _lines(data: bytes | None) -> list[str]:
    return (data or b"").decode("utf-8", "replace").replace("\r\n", "\n").replace(__version__, "").split("\n")


@pytest.mark.parametrize("name", SITES)
def test_session(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, rewrite_golden: bool) -> None:
    """Every command of the session says and does what it did when it was recorded."""
    monkeypatch.setenv("COLUMNS", "100")
    root = copytree(SITES[name], tmp_path / "site")
    copy(HERE / "commands/numbers.txt", root)
    if (given := HERE / f"commands/{name}").is_dir():
        copytree(given, root, dirs_exist_ok=True)
    file = HERE / f"commands/{name}.txt"
    expected = file.read_text("utf-8")
    commands = [line.removeprefix(_PROMPT) for line in expected.split("\n") if line.startswith(_PROMPT)]
    said = session(commands, root)
    if rewrite_golden:
        file.write_text(said, "utf-8")
        expected = said
    assert expected == said


def options(part: ArgumentParser, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each option of each command, in all its spellings, and those of commands below it."""
    for action in part._actions:  # noqa: SLF001 - there is no other way to ask
        if isinstance(action.choices, dict):
            for name, below in action.choices.items():
                yield from options(below, (*words, name))
        elif action.option_strings:
            yield words, tuple(action.option_strings)


def test_every_option_is_tried() -> None:
    """Some session has each option of each command."""
    said = "\n".join((HERE / f"commands/{name}.txt").read_text("utf-8") for name in SITES)
    tried = [tuple(line.removeprefix(_PROMPT).split(" ")) for line in said.split("\n") if line.startswith(_PROMPT)]
    shared = {"--lang", "--root"}  # of every command: tried with some of them
    untried = [
        (words, spelled)
        for words, spelled in options(parser())
        if words[:1] != ("serve",) and not set(spelled) & ELSEWHERE.keys()
        if not any(
            (one[: len(words)] == words or shared & set(spelled)) and not set(spelled).isdisjoint(one) for one in tried
        )
    ]
    assert untried == []
