"""From sources to result, once and again in one process."""

import hashlib
import time
from pathlib import Path

import pytest

from factsheet.builder.pipeline import MOST_LOST, Options, build
from factsheet.builder.state import BuildState
from factsheet.builder.tasks import Plain, Tasks
from factsheet.builder.workers import WINDOW
from factsheet.content.sheets.store import SheetStore
from factsheet.files.scanning import SETTLED
from tests.assembling import FILES
from tests.support import write_site


def test_a_process_that_goes_on_looks_at_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of sheets that are the very same bytes as for the build before, no digest is worked out again."""
    first = build(write_site(tmp_path, FILES), Options(), state=BuildState())
    time.sleep(2 * SETTLED / 1e9)
    second = build(tmp_path, Options(), state=first.state)
    edited = FILES["content/ro/metoda.md"].replace("Text.", "Alt text.")
    write_site(tmp_path, {"content/ro/metoda.md": edited})
    looked: list[bytes | None] = []

    def digest(data: bytes | None) -> str:
        looked.append(data)
        return hashlib.blake2b(data or b"", digest_size=16).hexdigest()

    monkeypatch.setattr("factsheet.builder.assembly._digest", digest)
    third = build(tmp_path, Options(), state=second.state)
    whole = {text.encode() for path, text in FILES.items() if path.startswith("content/")}
    assert edited.encode() in looked
    assert not whole & set(looked)
    assert "ro/metoda/index.html" in third.artifacts
    assert "ro/ce-a-urmat/index.html" in third.unchanged


def test_sheets_are_done_in_reading_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets that name each other as neighbours are in memory together, and few others are, whatever their paths."""
    count = 4 * WINDOW
    sheets = {
        f"content/ro/s{number:03}.md": f"---\ntitle: Foaia\norder: {number * 37 % count + 1}\n---\nText.\n"
        for number in range(count)
    }
    held: list[int] = []
    forget = SheetStore.forget

    def counting(self: SheetStore, path: str) -> None:
        held.append(self.held)
        forget(self, path)

    monkeypatch.setattr(SheetStore, "forget", counting)
    result = build(write_site(tmp_path, {**FILES, **sheets}), Options())
    assert "ro/s001/index.html" in result.artifacts
    assert max(held) <= WINDOW + 6


def test_bad_settings_are_told_from_other_findings(tmp_path: Path) -> None:
    """A fault in site.toml has an exit code of its own; one in a sheet is no such fault."""
    sheet = build(write_site(tmp_path / "sheet", {**FILES, "content/ro/metoda.md": "---\ntitle: [\n---\n"}), Options())
    settings = build(write_site(tmp_path / "settings", {**FILES, "site.toml": "tittle = 1\n"}), Options())
    assert (sheet.has_errors, sheet.has_bad_settings) == (True, False)
    assert (settings.has_errors, settings.has_bad_settings) == (True, True)


BROKEN = (b"---\ntitle: [\n---\n", b"---\ntitle: A\n---\nHidden: &#8238;\n", b"\xff")
"""A sheet whose front matter, whose body, and of which nothing can be read."""


@pytest.mark.parametrize("data", BROKEN, ids=["front", "body", "bytes"])
def test_a_sheet_that_cannot_be_read_costs_what_stands_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    """A build that remembers finds what a clean one finds, and checks no sheet that has nothing to do with it."""
    first = build(write_site(tmp_path, FILES), Options())
    write_site(tmp_path, {"content/en/urmari.md": data})
    checked: list[str] = []
    check = Tasks._check  # noqa: SLF001 - the work itself, which is done where it is not taken over

    def noted(tasks: Tasks, path: str) -> Plain:
        checked.append(path)
        return check(tasks, path)

    monkeypatch.setattr(Tasks, "_check", noted)
    again = build(tmp_path, Options(), state=first.state)
    assert "urmari" in checked
    assert "metoda" not in checked
    assert again.has_errors
    assert again.state == BuildState()
    assert again.problems == build(tmp_path, Options()).problems


def test_many_sheets_that_cannot_be_read(tmp_path: Path) -> None:
    """Each is found, however many there are."""
    sheets = {f"content/ro/s{number}.md": "---\ntitle: Foaia\n---\nText.\n" for number in range(MOST_LOST + 2)}
    first = build(write_site(tmp_path, {**FILES, **sheets}), Options())
    write_site(tmp_path, dict.fromkeys(sheets, BROKEN[0]))
    again = build(tmp_path, Options(), state=first.state)
    assert {problem.place.path for problem in again.problems} >= set(sheets)
    assert again.problems == build(tmp_path, Options()).problems
