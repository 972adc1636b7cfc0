"""Which engine this is."""

from pathlib import Path

import pytest

from factsheet.files import engine as module


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an engine of one module and its bytecode."""
    monkeypatch.setattr(module, "_PACKAGE", str(tmp_path))
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_bytes(b"")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "ro.toml").write_text("")
    return tmp_path


def seen() -> tuple[str, bool]:
    """Look at the engine anew."""
    module.looked_at.cache_clear()
    found = module.engine(), module.is_settled()
    module.looked_at.cache_clear()
    return found


def test_it_is_its_files(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its data counts as its modules do, its bytecode does not; another Python is another engine."""
    first = seen()
    (package / "__pycache__" / "b.pyc").write_bytes(b"")
    assert seen() == first
    (package / "data" / "ro.toml").write_text("a = 1")
    second = seen()
    assert second != first
    monkeypatch.setattr("sys.version", "another")
    assert seen() != second


def test_a_file_that_changed_since_the_start(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine whose files changed while it ran is not settled."""
    changed = (package / "data" / "ro.toml").stat().st_mtime_ns
    monkeypatch.setattr(module, "STARTED", changed + 1)
    assert seen()[1]
    monkeypatch.setattr(module, "STARTED", changed)
    assert not seen()[1]
