"""The code of the engine's modules is kept in one file, and taken from there while their sources are the same."""

import importlib.util
import os
import sys
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from factsheet.core import derived, modules

NAMES = {"factsheet.one": "one.py", "factsheet.inner": "inner/__init__.py", "factsheet.inner.two": "inner/two.py"}
LONG_AGO = 1_000_000_000


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with the code of three modules of an engine in a folder of its own, which have been imported."""
    monkeypatch.setattr(modules, "PACKAGE", str(tmp_path / "factsheet"))
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    for name, file in NAMES.items():
        source = tmp_path / "factsheet" / file
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(f"VALUE = '{name}'\n", "utf-8")
        os.utime(source, (LONG_AGO, LONG_AGO))
        loader = SourceFileLoader(name, str(source))
        spec = importlib.util.spec_from_file_location(name, source, loader=loader)
        assert spec is not None
        monkeypatch.setitem(sys.modules, name, importlib.util.module_from_spec(spec))
    modules.keep(str(tmp_path / "kept"))
    return tmp_path / "kept"


def finder_of(file: Path) -> modules.Finder | None:
    """What finds modules that a file holds; None where it is of no use."""
    before = list(sys.meta_path)
    modules.use(str(file))
    first = sys.meta_path[0]
    assert sys.meta_path[-len(before) :] == before
    return first if isinstance(first, modules.Finder) else None


def loaded(finder: modules.Finder, name: str) -> ModuleType | None:
    """A module, made anew of what was kept."""
    spec = finder.find_spec(name)
    if spec is None or spec.loader is None:
        return None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_what_was_kept_is_as_what_python_loads(kept: Path) -> None:
    """A module has its values, its file, its bytecode and, as a package, its folder."""
    finder = finder_of(kept)
    assert finder is not None
    for name in NAMES:
        made, imported = loaded(finder, name), sys.modules[name]
        assert made is not None
        assert vars(made)["VALUE"] == name
        for attribute in ("__name__", "__file__", "__package__"):
            assert getattr(made, attribute) == getattr(imported, attribute)
        specs = [vars(one)["__spec__"] for one in (made, imported)]
        assert specs[0].cached == specs[1].cached
        assert getattr(made, "__path__", None) == getattr(imported, "__path__", None)
    assert loaded(finder, "factsheet.three") is None
    assert loaded(finder, "json.decoder") is None


@pytest.mark.parametrize(
    "edit",
    [
        lambda source: source.write_text("VALUE = 'of another size'\n"),
        lambda source: os.utime(source, (LONG_AGO, LONG_AGO + 1)),
        Path.unlink,
    ],
    ids=["size", "time", "gone"],
)
def test_a_source_that_changed_is_left_to_python(kept: Path, edit: Callable[[Path], object]) -> None:
    """Of another size, of another time or gone: the other modules are still taken."""
    finder = finder_of(kept)
    assert finder is not None
    edit(kept.parent / "factsheet" / "one.py")
    assert loaded(finder, "factsheet.one") is None
    assert loaded(finder, "factsheet.inner") is not None


def test_what_just_changed_is_not_kept(kept: Path) -> None:
    """It may change again within the same tick of the clock."""
    (kept.parent / "factsheet" / "one.py").write_text("VALUE = 1\n", "utf-8")
    modules.keep(str(kept))
    finder = finder_of(kept)
    assert finder is not None
    assert (loaded(finder, "factsheet.one"), loaded(finder, "factsheet.inner") is None) == (None, False)


@pytest.mark.parametrize("data", [b"", b"factsheet modules", b"other" * 100])
def test_a_file_of_no_use(kept: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is not there, was cut short, or that another Python or engine wrote, is as good as none."""
    whole = kept.read_bytes()
    for damaged in (data, whole[:-20], whole.replace(b"modules 2 ", b"modules 2 9", 1)):
        kept.write_bytes(damaged)
        assert finder_of(kept) is None
    assert finder_of(kept.with_name("none")) is None
    kept.write_bytes(whole)
    monkeypatch.setattr(modules, "PACKAGE", "/elsewhere")
    assert finder_of(kept) is None


def test_nothing_is_written_where_all_was_taken(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that imports one module more keeps it beside the others."""
    finder = finder_of(kept)
    assert finder is not None
    for name in list(NAMES)[1:]:
        made = loaded(finder, name)
        assert made is not None
        monkeypatch.setitem(sys.modules, name, made)
    modules.keep(str(kept))
    again = finder_of(kept)
    assert again is not None
    assert [loaded(again, name) is not None for name in NAMES] == [True, True, True]
    monkeypatch.delitem(sys.modules, "factsheet.one")
    kept.unlink()
    modules.keep(str(kept))
    assert not kept.exists()


def test_what_python_had_imported_before_is_no_reason_to_write(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command imports some modules before it looks for those that are kept; what it lacks it adds to all others."""
    finder = finder_of(kept)
    assert finder is not None
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    before = kept.stat().st_mtime_ns
    modules.keep(str(kept))
    assert kept.stat().st_mtime_ns == before
    source = kept.parent / "factsheet" / "late.py"
    source.write_text("VALUE = 'late'\n", "utf-8")
    os.utime(source, (LONG_AGO, LONG_AGO))
    spec = importlib.util.spec_from_file_location("factsheet.late", source)
    assert spec is not None
    monkeypatch.setitem(sys.modules, "factsheet.late", importlib.util.module_from_spec(spec))
    monkeypatch.delitem(sys.modules, "factsheet.one")
    modules.keep(str(kept))
    again = finder_of(kept)
    assert again is not None
    assert all(loaded(again, name) for name in (*NAMES, "factsheet.late"))


def test_a_system_that_reads_from_no_place_reads_all(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no `pread`, the modules are taken from a copy in memory."""
    monkeypatch.delattr(os, "pread")
    finder = finder_of(kept)
    assert finder is not None
    kept.unlink()
    assert all(loaded(finder, name) for name in NAMES)


def test_what_was_taken_does_not_pass_for_a_later_source(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that goes on while its source is edited keeps what it has under the size and time that it knew."""
    finder = finder_of(kept)
    assert finder is not None
    made = loaded(finder, "factsheet.one")
    assert made is not None
    monkeypatch.setitem(sys.modules, "factsheet.one", made)
    source = kept.parent / "factsheet" / "one.py"
    source.write_text("VALUE = 'edited meanwhile'\n", "utf-8")
    os.utime(source, (LONG_AGO + 9, LONG_AGO + 9))
    modules.keep(str(kept))
    again = finder_of(kept)
    assert again is not None
    assert loaded(again, "factsheet.one") is None
    assert loaded(again, "factsheet.inner") is not None


def test_it_is_kept_where_python_keeps_bytecode(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not where Python writes none, and a disk that does not let it is no matter."""
    monkeypatch.setattr(modules, "FILE", str(kept.with_name("other")))
    monkeypatch.setattr(derived, "is_settled", lambda: True)
    for is_off in (True, False):
        monkeypatch.setattr("sys.dont_write_bytecode", is_off)
        derived.keep_modules()
        assert kept.with_name("other").exists() is not is_off
    monkeypatch.setattr(modules, "FILE", str(kept / "below a file"))
    derived.keep_modules()
