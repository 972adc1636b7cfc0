"""Saves at any moment and templates without an end: the preview always comes to show what is on the disk."""

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.previewing import HANG, RO, Running, preview, wait_for, write_site

SHEET = "content/ro/index.md"
ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
SAVES = 24


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small site."""
    return write_site(tmp_path)


@pytest.fixture
def running(root: Path) -> Iterator[Running]:
    """Its preview, with the first pages built."""
    with preview(root) as started:
        assert started.ask("/ro/").startswith(b"HTTP/1.1 200 ")
        yield started
        assert "Traceback" not in started.terminal


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def _rename(file: Path, text: str) -> None:
    beside = file.with_name(f".{file.name}.swp")
    _write(beside, text)
    beside.replace(file)


def _in_halves(file: Path, text: str) -> None:
    with file.open("w", encoding="utf-8") as open_file:
        open_file.write(text[: len(text) // 2])
        open_file.flush()
        time.sleep(0.003)
        open_file.write(text[len(text) // 2 :])


def _through_backup(file: Path, text: str) -> None:
    backup = file.with_name(f"{file.name}~")
    file.replace(backup)
    _write(file, text)
    backup.unlink()


WAYS: tuple[Callable[[Path, str], None], ...] = (_write, _rename, _in_halves, _through_backup)
"""How editors save."""


def test_the_last_of_any_saves_is_served(running: Running, root: Path) -> None:
    """After saves at random moments, also during a build and of the same length, the page is that of the last one."""
    chance, number = random.Random(8), 0  # noqa: S311 - seeded, for moments only
    while number < SAVES:
        text = ""
        for _ in range(chance.choice((1, 1, 2, 4))):
            number += 1
            text = f"Ediția {chr(97 + number % 26)}{chr(97 + number // 26)}."
            chance.choice(WAYS)(root / SHEET, RO.replace("S-au făcut", f"{text} S-au făcut"))
            time.sleep(10 ** chance.uniform(-3, -0.5))
        assert wait_for(lambda text=text: text.encode() in running.ask("/ro/")), text  # type: ignore[misc]


@pytest.mark.skipif(sys.platform != "linux", reason="counts the threads of a process as Linux shows them")
def test_a_template_without_an_end_is_ended(running: Running, root: Path) -> None:
    """A loop in a template is stopped, said with its place, corrected like any fault, and leaves no thread."""
    tasks = Path(f"/proc/{running.process.pid}/task")
    before = len(list(tasks.iterdir()))
    template = root / "templates/sheet.html"
    template.parent.mkdir()
    _write(template, ENDLESS)
    assert wait_for(lambda: "O702" in running.terminal)
    assert "templates/sheet.html:1:1: O702" in running.terminal
    assert running.is_well()
    _write(template, "{{ page.title }} is well")
    assert wait_for(lambda: b"is well" in running.ask("/ro/"))
    template.unlink()
    assert wait_for(lambda: b"<main" in running.ask("/ro/"))
    assert wait_for(lambda: len(list(tasks.iterdir())) <= before)


def test_a_polite_request_ends_the_preview(root: Path) -> None:
    """SIGTERM ends the preview as Ctrl-C does, with 0."""
    with preview(root) as started:
        assert started.ask("/ro/").startswith(b"HTTP/1.1 200 ")
        started.process.terminate()
        assert started.process.wait(HANG) == 0
