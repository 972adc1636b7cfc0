"""Which command is meant, wherever its name stands."""

import pytest

from factsheet.cli.main import with_command


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
