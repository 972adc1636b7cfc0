"""The line that says that a long work goes on."""

import contextlib
import io
import re
import signal
import time

import pytest

from factsheet.cli import build as module
from factsheet.cli.build import progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        """Whether somebody reads along: always."""
        return True


def _compute(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        sum(range(1000))


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """A terminal, and a work that is long after a hundredth of a second."""
    monkeypatch.setattr(module, "AFTER", 0.01)
    return _Terminal()


def test_a_long_work_is_shown_and_cleared(terminal: _Terminal) -> None:
    """While the work lasts its line is there; at its end the line is taken away, and the timer is off."""
    with contextlib.redirect_stderr(terminal), progress("Building", {"TERM": "xterm"}):
        _compute(0.2)
    assert re.search(r"Building \d+ s", terminal.getvalue())
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


def test_a_short_work_says_nothing(terminal: _Terminal) -> None:
    """A work that ends at once leaves the terminal as it was."""
    with contextlib.redirect_stderr(terminal), progress("Building", {}):
        pass
    assert terminal.getvalue() == ""


@pytest.mark.parametrize(("environment", "quiet"), [({"TERM": "dumb"}, False), ({}, True)])
def test_who_wants_nothing_gets_nothing(
    terminal: _Terminal,
    environment: dict[str, str],
    quiet: bool,  # noqa: FBT001 - a table of cases
) -> None:
    """A dumb terminal, and `--quiet`, show no line."""
    with contextlib.redirect_stderr(terminal), progress("Building", environment, quiet=quiet):
        _compute(0.05)
    assert terminal.getvalue() == ""


def test_a_file_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard error is no terminal, nothing is shown."""
    made = io.StringIO()
    monkeypatch.setattr(module, "AFTER", 0.01)
    with contextlib.redirect_stderr(made), progress("Building", {}):
        _compute(0.05)
    assert made.getvalue() == ""
