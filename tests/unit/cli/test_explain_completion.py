"""Shell completion."""

import shutil
import subprocess

import pytest

from factsheet.cli import main
from factsheet.cli.arguments import MODULES, parser
from factsheet.cli.explain import completions


def test_every_command_and_option_is_completed() -> None:
    """After the program come the commands, after a command its options and subcommands."""
    words = completions(parser())
    assert set(MODULES) <= set(words[""])
    assert {"--strict", "--root", "--port"} <= set(words["serve"])
    assert {"site", "sheet", "locale"} <= set(words["new"])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_sound(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The script names every command, and the shell can read it, where there is one."""
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert all(name in script for name in MODULES)
    if shutil.which(shell):
        subprocess.run([shell, "-n", "/dev/stdin"], input=script, text=True, check=True)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("factsheet b", {"build"}), ("factsheet serve --po", {"--port"}), ("factsheet new l", {"locale"})],
)
def test_bash_completes(capsys: pytest.CaptureFixture[str], typed: str, offered: set[str]) -> None:
    """What bash offers for the beginning of a word is what the parser knows."""
    assert main(["completion", "bash"]) == 0
    words = typed.split(" ")
    script = capsys.readouterr().out + (
        f"\nCOMP_WORDS=({typed})\nCOMP_CWORD={len(words) - 1}\n_factsheet\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
    )
    done = subprocess.run(["bash"], input=script, capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == offered


def test_fish_completes(capsys: pytest.CaptureFixture[str]) -> None:
    """Fish is told, word by word, after which command a word may stand."""
    assert main(["completion", "fish"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "complete -c factsheet -n '__fish_use_subcommand' -a build" in lines
    assert "complete -c factsheet -n '__fish_seen_subcommand_from serve' -l port" in lines


def test_zsh_completes(capsys: pytest.CaptureFixture[str]) -> None:
    """Zsh takes the commands for the first word, and what belongs to a command after it."""
    assert main(["completion", "zsh"]) == 0
    script = capsys.readouterr().out
    assert "compdef _factsheet factsheet" in script
    assert "local command=$words[2] words" in script
    assert "(( CURRENT == 2 )) && words='" in script
