"""Which command is meant, wherever its name stands."""

import subprocess
import sys
from pathlib import Path

import pytest

from factsheet.cli.main import main, with_command
from tests.support import ROOT


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ([], ["build"]),
        (["--quiet"], ["build", "--quiet"]),
        (["check", "--all"], ["check", "--all"]),
        (["--root", "x", "check"], ["check", "--root", "x"]),
        (["--root", "serve", "check"], ["check", "--root", "serve"]),
        (["--root", "check"], ["build", "--root", "check"]),
        (["--all", "serve", "--port", "1"], ["serve", "--all", "--port", "1"]),
        (["--help"], ["--help"]),
        (["--version"], ["--version"]),
    ],
)
def test_the_command_is_found(given: list[str], meant: list[str]) -> None:
    """It may stand behind options; a folder that is named like a command is none; without one, the site is built."""
    assert with_command(given) == meant


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("chekc", "did you mean check?"),
        ("xyzzy", "use one of: build, check, serve"),
        ("check --stict", "did you mean --strict?"),
        ("check --stric", "did you mean --strict?"),
        ("build --base_url https://a.example/", "did you mean --base-url?"),
        ("check --format jsn", "did you mean json?"),
        ("check --format pdf", "use one of: text, json, github"),
        ("hosting nginks", "did you mean nginx?"),
        ("new lang de", "did you mean locale?"),
        ("check home", "leave it out; `factsheet check --help` shows what it takes"),
        ("check content/ro/index.md", "leave it out: the whole site is looked at"),
        ("check --root {folder}/bsae", "did you mean {folder}/base?"),
        ("check --root {folder}/nowhere/base", "name the folder of a site with --root"),
        ("eject templates/footer.html", "did you mean templates/parts/footer.html?"),
    ],
)
def test_a_slip_on_the_command_line_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: str, meant: str
) -> None:
    """Commands, options, choices and folders that are not there are answered by those that were meant."""
    (tmp_path / "base").mkdir()
    try:
        code: object = main(given.format(folder=tmp_path).split())
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    assert meant.format(folder=tmp_path) in capsys.readouterr().err


@pytest.mark.parametrize(
    ("folder", "way_out"),
    [
        ("site/content/ro", "the site is in `../..`: go there with `cd ../..`, or add `--root ../..`"),
        (".", "the site is in `site`: go there"),
        ("site/content/ro/a/b/c/d", "begin one with `factsheet new site NAME`"),
    ],
)
def test_a_folder_without_a_site_leads_to_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], folder: str, way_out: str
) -> None:
    """A command in the wrong folder names the folder that was meant, and never begins a second site."""
    (tmp_path / "site/content/ro/a/b/c/d").mkdir(parents=True)
    (tmp_path / "site/site.toml").write_text('reference = "ro"\n')
    assert main(["check", "--root", str(tmp_path / folder)]) == 2
    said = capsys.readouterr().out
    assert ".:1:1: C817" in said
    assert way_out in said


@pytest.mark.parametrize(
    ("before", "given", "code", "said"),
    [
        ("", ["explain", "N103"], 0, "N103"),
        ("", ["explain", "N"], 2, ""),
        ("import threading as t; t.Thread(target=lambda: t.main_thread().join() or print('last')).start();",
         ["explain", "N103"], 0, "last\nat exit\n"),
        ("import os; os.close(2); sys.stderr = None;", ["explain", "N103"], 0, "N103"),
    ],
    ids=["done", "refused", "a thread goes on", "no way out"],
)  # fmt: skip
def test_a_process_ends_with_its_command(before: str, given: list[str], code: int, said: str) -> None:
    """With its code, all that it printed, and all that was to be done at the end."""
    child = "import atexit, sys; atexit.register(print, 'at exit'); {} from factsheet.cli import command; command()"
    done = subprocess.run(
        [sys.executable, "-c", child.format(before), *given], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    assert said in done.stdout
    assert done.stdout.endswith("at exit\n")
