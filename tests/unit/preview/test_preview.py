"""The preview from its first page to its end, in this process: what it serves, and what it says in the terminal."""

import io
import os
import re
import signal
import threading
import time
import urllib.request
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from factsheet.cli import main
from tests.previewing import HANG, RO, write_site
from tests.support import run_here

_ADDRESS = re.compile(r"Preview at (http://127\.0\.0\.1:\d+/)")


class Visitor(threading.Thread):
    """Somebody who edits a site while its preview runs, and ends it."""

    def __init__(self, root: Path, said: io.StringIO, end: signal.Signals) -> None:
        super().__init__(daemon=True)
        self.root = root
        self.said = said
        self.end = end
        self.pages: list[str] = []
        self.failed = ""

    def run(self) -> None:
        """Look, spoil the sheet, mend it, change it; whatever happens, the preview ends."""
        try:
            self._visit()
        except Exception as error:  # noqa: BLE001 - told by the test
            self.failed = repr(error)
        os.kill(os.getpid(), self.end)

    def _visit(self) -> None:
        sheet = self.root / "content/ro/index.md"
        self._wait(lambda: "Built:" in self.said.getvalue())
        self._look("ro/")
        self._look("ro/more/")
        for text, telling in (
            (RO.replace("{{ arrests }}", "{{ arest }}"), "last good pages stay"),
            (RO, "No problems any more."),
            (RO.replace("date: 2025-11-13", "date: 2025-11-12", 1), "Built: 6 files"),
        ):
            (self.root / ".new").write_text(text, "utf-8")
            (self.root / ".new").replace(sheet)  # never half a text
            self._wait(lambda telling=telling: telling in self.said.getvalue())  # type: ignore[misc]
            self._look("ro/")

    def _wait(self, has_come: Callable[[], bool]) -> None:
        end = time.monotonic() + HANG
        while not has_come():
            assert time.monotonic() < end
            time.sleep(0.01)

    def _address(self) -> str:
        found = _ADDRESS.search(self.said.getvalue())
        assert found
        return found[1]

    def _look(self, path: str) -> None:
        with urllib.request.urlopen(f"{self._address()}{path}") as answer:  # noqa: S310 - our own
            self.pages.append(answer.read().decode())


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_visit(tmp_path: Path, end: signal.Signals) -> None:
    """Pages are there, faults are told and leave the last good pages, and either way to end it is a clean one."""
    root = write_site(tmp_path)
    assert run_here("translated", "--all", "--root", root).returncode == 0
    said = io.StringIO()
    visitor = Visitor(root, said, end)
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    visitor.start()
    with redirect_stdout(said), redirect_stderr(said):
        code = main(["serve", "--root", str(root), "--port", "0", "--today", "2025-11-23", "--verbose"])
    visitor.join(HANG)
    assert visitor.failed == "", said.getvalue()
    assert code == 0
    assert before == (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM))
    first, *told = [line for line in said.getvalue().split("\n") if not line.startswith(" ")]
    assert _ADDRESS.match(first)
    assert told == [
        "Built: 52 files changed.",
        "content/ro/index.md:15:12: R501 there is no metric `arest`",
        "1 error. The last good pages stay.",
        "No problems any more.",
        "Built: 6 files changed.",
        "",
    ]
    assert [page.count("2025-11-12") > 0 for page in visitor.pages] == [False, False, False, False, True]
