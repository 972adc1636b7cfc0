"""Which engine this is."""

from pathlib import Path

import pytest

from factsheet import __version__
from factsheet.core import engine as module
from factsheet.core.engine import scan_engine


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an engine of one module, its data and its bytecode, with templates beside it."""
    for name in ("factsheet/core/engine.py", "factsheet/core/__pycache__/a.pyc", "factsheet/data/ro.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text("")
    monkeypatch.setattr(module, "__file__", str(tmp_path / "factsheet/core/engine.py"))
    return tmp_path


def names(*folders: str) -> set[str]:
    """List the names of the files that count."""
    return {Path(path).name for path, _ in scan_engine(folders)}


@pytest.mark.usefixtures("home")
def test_a_checkout_is_its_files() -> None:
    """Modules and data count, and what lies beside the package where that is asked for; bytecode does not."""
    assert names() == {"engine.py", "ro.toml"}
    assert names("templates") == {"engine.py", "ro.toml", "a.html"}


def test_an_installed_engine_is_its_list_of_files(home: Path) -> None:
    """The one file that lists all others with their digests tells which engine it is."""
    record = home / f"factsheet-{__version__}.dist-info" / "RECORD"
    record.parent.mkdir()
    record.write_text("factsheet/core/engine.py,sha256=x,0\n")
    assert names("templates") == {"RECORD"}


def seen() -> tuple[str, bool]:
    """Look at the engine anew."""
    module.looked.clear()
    module.packages.clear()  # another process
    found = module.engine(), module.is_settled()
    module.looked.clear()
    return found


def test_another_file_is_another_engine(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed file makes another engine, as another Python does; bytecode makes none."""
    first = seen()
    (home / "factsheet/core/__pycache__/b.pyc").write_text("")
    assert seen() == first
    (home / "factsheet/data/ro.toml").write_text("a = 1")
    second = seen()
    assert second != first
    monkeypatch.setattr("sys.version", "another")
    assert seen() != second


@pytest.mark.usefixtures("home")
def test_a_file_that_changed_since_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine whose files changed while it ran is not settled."""
    changed = max(stats[1] for _, stats in scan_engine())
    monkeypatch.setattr(module, "STARTED", changed + 1)
    assert seen()[1]
    monkeypatch.setattr(module, "STARTED", changed)
    assert not seen()[1]
