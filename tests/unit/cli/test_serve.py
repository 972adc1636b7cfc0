"""`serve` hands to the preview what was asked for, and says in the terminal what the browser shows."""

from datetime import date
from pathlib import Path

import pytest

from factsheet.core.codes import report
from factsheet.core.problems import Place
from factsheet.preview import preview as module
from factsheet.preview.preview import Announcement, NoPort, Preview
from factsheet.preview.rebuild import State
from tests.support import run_here

FAULT = report("F019", Place("content/ro"), tag="ro")
ADDRESS = "http://127.0.0.1:8000/"


def preview_of(
    monkeypatch: pytest.MonkeyPatch, *arguments: str, states: tuple[State, ...] = ()
) -> tuple[Preview, list[str], list[str]]:
    """The preview that `serve` starts, which does not listen, and the lines that it says on stdout and stderr."""
    found: list[Preview] = []

    def serve(preview: Preview, announce: Announcement) -> None:
        found.append(preview)
        announce.listening(ADDRESS, preview.host != "127.0.0.1")
        for state in states:
            announce.built(state)

    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setattr(module, "serve", serve)
    done = run_here("serve", *arguments)
    assert done.returncode == 0, done.stderr
    return found[0], done.stdout.splitlines(), done.stderr.splitlines()


def test_drafts_are_shown_while_they_are_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The preview includes drafts without being asked to, and this machine alone may read them."""
    preview, out, err = preview_of(monkeypatch, "--root", str(tmp_path), "--today", "2026-01-02")
    assert (preview.root, preview.host, preview.port, preview.editor) == (tmp_path, "127.0.0.1", 8000, None)
    assert preview.options.drafts
    assert preview.options.today == date(2026, 1, 2)
    assert out + err == [f"Preview at {ADDRESS} (Ctrl-C ends it)"]


def test_a_port_that_is_busy_and_a_preview_that_others_can_read_are_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where another port was taken than was asked for, and where the network can reach it, this is said first."""
    _, out, err = preview_of(monkeypatch, "--root", str(tmp_path), "--port", "7999", "--host", "0.0.0.0")  # noqa: S104
    assert out + err == [
        "Port 7999 is busy.",
        "Warning: everybody on your network can read this preview, drafts included.",
        f"Preview at {ADDRESS} (Ctrl-C ends it)",
    ]


def test_what_came_of_each_build_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Problems, their end, and files that changed; the files are named only where that was asked for."""
    good, bad = State(changed=frozenset({"ro/index.html"})), State(problems=(FAULT,), has_errors=True)
    _, out, err = preview_of(monkeypatch, "--root", str(tmp_path), "--verbose", states=(bad, good, good))
    said = [line for line in out + err if "Preview at" not in line and not line.startswith("    add ")]
    assert said[0].startswith("content/ro:1:1: F019 ")
    assert [line for line in said[1:] if line] == [
        "1 error. The last good pages stay.",
        "No problems any more.",
        "    ro/index.html",
        "Built: 1 file changed.",
        "    ro/index.html",
    ]
    _, out, err = preview_of(monkeypatch, "--root", str(tmp_path), "--quiet", states=(good,))
    assert out + err == [f"Preview at {ADDRESS} (Ctrl-C ends it)"]


def test_a_failure_of_the_tool_is_told_as_such(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The reason is given, and what becomes of the pages."""
    _, _, err = preview_of(monkeypatch, "--root", str(tmp_path), states=(State(crash="KeyError: 'x'"),))
    assert "the build failed: KeyError: 'x'" in err[-2]
    assert "the last good pages stay" in err[-1]


@pytest.mark.parametrize("arguments", [("--editor", "notepad"), ("--port", "8000")])
def test_what_cannot_be_had_is_wrong_usage(monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, str]) -> None:
    """An editor that nobody knows and a port that cannot be had end with 2, and say so."""

    def refuse(preview: Preview, announce: Announcement) -> None:  # noqa: ARG001 - as `serve` has it
        raise NoPort("{host}:{port} cannot be had", host=preview.host, port=preview.port)

    monkeypatch.setattr(module, "serve", refuse)
    done = run_here("serve", *arguments)
    assert done.returncode == 2
    assert arguments[1] in done.stderr


def test_ports_are_those_of_tcp(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The highest port is taken, the number above it is not."""
    preview, _, _ = preview_of(monkeypatch, "--root", str(tmp_path), "--port", "65535")
    assert preview.port == 65535
    refused = run_here("serve", "--root", tmp_path, "--port", "65536")
    assert refused.returncode == 2
    assert "65536 is no whole number from 0 to 65535" in refused.stderr
