"""The code of the engine's modules is kept in one file, and taken from there while their sources are the same."""

import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from factsheet.core import derived, modules

SOURCES = {
    "one.py": "VALUE = 'one'\n",
    "inner/__init__.py": "from factsheet.inner.two import VALUE as TWO\nVALUE = 'inner'\n",
    "inner/two.py": "from factsheet.inner import three\nfrom factsheet.one import VALUE as ONE\nVALUE = three.VALUE\n",
    "inner/three.py": "VALUE = 'three'\n",
}
NAMES = ("factsheet.one", "factsheet.inner.three", "factsheet.inner.two", "factsheet.inner")
"""In the order in which Python is done with them."""
LONG_AGO = 1_000_000_000


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file with the code of an engine in a folder of its own: one module that brings three, and a module alone."""
    monkeypatch.setattr(modules, "PACKAGE", str(tmp_path / "factsheet"))
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.setattr("factsheet.__path__", [str(tmp_path / "factsheet")])
    for file, text in SOURCES.items():
        write(tmp_path / "factsheet" / file, text)
    monkeypatch.setattr(sys, "path_importer_cache", {})
    begin(tmp_path / "kept")
    import_anew()
    modules.keep(str(tmp_path / "kept"))
    yield tmp_path / "kept"
    forget()


def write(source: Path, text: str) -> None:
    """Write a source that has long been as it is."""
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(text, "utf-8")
    os.utime(source, (LONG_AGO, LONG_AGO))


def begin(file: Path) -> modules.Finder:
    """Use a file, as a new process does."""
    forget()
    sys.meta_path[:] = [one for one in sys.meta_path if not isinstance(one, modules.Finder)]
    modules.use(str(file))
    first = sys.meta_path[0]
    assert isinstance(first, modules.Finder)
    return first


def forget() -> None:
    """Let go of the modules of the engine that is kept."""
    for name in [*NAMES, "factsheet.late", "factsheet.first"]:
        sys.modules.pop(name, None)


def import_anew(*names: str) -> list[ModuleType]:
    """Import modules as a new process does; all, where none is named."""
    forget()
    importlib.invalidate_caches()
    return [importlib.import_module(name) for name in names or ("factsheet.one", "factsheet.inner")]


def taken(file: Path, *names: str) -> set[str]:
    """The modules whose code a new process takes from the file."""
    finder = begin(file)
    import_anew(*names)
    return finder.taken & {*NAMES, "factsheet.late", "factsheet.first"}


def test_what_was_kept_is_as_what_python_loads(kept: Path) -> None:
    """A module has its values, its file, its bytecode and, as a package, its folder and what is in it."""
    imported = import_anew(*NAMES)
    assert taken(kept, *NAMES) == set(NAMES)
    for before in imported:
        made = sys.modules[before.__name__]
        assert made is not before
        assert vars(made).keys() - {"__builtins__"} == vars(before).keys() - {"__cached__", "__builtins__"}
        for attribute in ("__name__", "__file__", "__package__", "VALUE", "__doc__"):
            assert getattr(made, attribute) == getattr(before, attribute)
        specs = [vars(one)["__spec__"] for one in (made, before)]
        assert specs[0].cached == specs[1].cached
        assert [vars(spec)["_initializing"] for spec in specs] == [False, False]
        assert specs[0].loader.get_source(made.__name__) == specs[1].loader.get_source(made.__name__)
        assert getattr(made, "__path__", None) == getattr(before, "__path__", None)


def test_one_import_brings_all_that_it_needs(kept: Path) -> None:
    """In one piece, in the order in which Python was done with them; what is there already stays as it is."""
    finder = begin(kept)
    assert {root: [one[0] for one in group[3]] for root, group in finder.groups.items() if "factsheet" in root} == {
        "factsheet.one": ["factsheet.one"],
        "factsheet.inner": list(NAMES[1:]),
    }
    first = import_anew("factsheet.one")[0]
    importlib.import_module("factsheet.inner")
    assert sys.modules["factsheet.one"] is first
    assert [name for name in sys.modules if name in NAMES] == list(NAMES)


def test_a_fault_is_told_as_python_tells_it(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a module cannot be run, the import that asked for it fails, and nothing half done is left."""
    broken = "import os\nif 'IS_BROKEN' in os.environ:\n    raise ValueError('broken')\nVALUE = 'three'\n"
    write(kept.parent / "factsheet/inner/three.py", broken)
    for _ in range(2):
        assert taken(kept) == ({"factsheet.one"} if not _ else set(NAMES))
        modules.keep(str(kept))
    monkeypatch.setenv("IS_BROKEN", "1")
    begin(kept)
    with pytest.raises(ValueError, match="broken"):
        import_anew()
    assert [name for name in sys.modules if name in NAMES] == ["factsheet.one"]


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
    """Of another size, of another time or gone: what does not come with it is still taken."""
    edit(kept.parent / "factsheet" / "inner" / "two.py")
    finder = begin(kept)
    assert [finder.find_spec(name) is not None for name in ("factsheet.one", "factsheet.inner")] == [True, False]


def test_what_just_changed_is_not_kept(kept: Path) -> None:
    """It may change again within the same tick of the clock."""
    source = kept.parent / "factsheet" / "one.py"
    source.write_text("VALUE = 1\n", "utf-8")
    for _ in range(2):
        assert taken(kept) == set(NAMES[1:])
        modules.keep(str(kept))
    os.utime(source, (LONG_AGO, LONG_AGO + 9))
    assert taken(kept) == set(NAMES[1:])
    modules.keep(str(kept))
    assert taken(kept) == set(NAMES)


@pytest.mark.parametrize("data", [b"", b"factsheet modules", b"other" * 100])
def test_a_file_of_no_use(kept: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is not there, was cut short, or that another Python or engine wrote, is as good as none."""
    whole = kept.read_bytes()
    for damaged in (data, whole[:-20], whole.replace(b"modules 5 ", b"modules 4 9", 1)):
        kept.write_bytes(damaged)
        assert not begin(kept).groups
    assert not begin(kept.with_name("none")).groups
    kept.write_bytes(whole)
    assert begin(kept).groups
    monkeypatch.setattr(modules, "PACKAGE", "/elsewhere")
    assert not begin(kept).groups


def test_nothing_is_written_where_all_was_taken(kept: Path) -> None:
    """A process that imports one module more keeps it beside the others."""
    before = kept.stat().st_mtime_ns
    assert taken(kept) == set(NAMES)
    modules.keep(str(kept))
    assert kept.stat().st_mtime_ns == before
    write(kept.parent / "factsheet" / "late.py", "VALUE = 'late'\n")
    assert taken(kept, "factsheet.late") == set()
    modules.keep(str(kept))
    assert taken(kept, *NAMES, "factsheet.late") == {*NAMES, "factsheet.late"}


def test_what_one_import_brings_is_kept_where_another_asks_for_it_alone(kept: Path) -> None:
    """A module that came with the import of another is kept by itself once a process has asked for it before that."""
    write(kept.parent / "factsheet" / "first.py", "VALUE = 'first'\n")
    write(kept.parent / "factsheet" / "late.py", "from factsheet.first import VALUE\n")
    for names in (("factsheet.late",), ("factsheet.first", "factsheet.late")):
        begin(kept)
        import_anew(*names)
        modules.keep(str(kept))
    assert taken(kept, "factsheet.first") == {"factsheet.first"}


def test_a_package_that_was_there_before_is_imported_before_its_modules(kept: Path) -> None:
    """Where a package was imported by itself, what is in it is still loaded with what imports it."""
    write(kept.parent / "factsheet" / "first" / "__init__.py", "")
    write(kept.parent / "factsheet" / "first" / "own.py", "VALUE = 'own'\n")
    write(kept.parent / "factsheet" / "late.py", "from factsheet.first.own import VALUE\n")
    begin(kept)
    import_anew("factsheet.first", "factsheet.late")
    modules.keep(str(kept))
    finder = begin(kept)
    sys.modules.pop("factsheet.first.own")
    (late,) = import_anew("factsheet.late")
    assert late.VALUE == "own"
    assert finder.begun == ["factsheet.late", "factsheet.first"]
    sys.modules.pop("factsheet.first.own")


def test_what_python_had_imported_before_is_no_reason_to_write(kept: Path) -> None:
    """A command imports some modules before it looks for those that are kept."""
    begin(kept.with_name("none"))
    import_anew("factsheet.one")
    modules.use(str(kept.with_name("none")))
    modules.keep(str(kept.with_name("other")))
    assert not kept.with_name("other").exists()


def test_libraries_are_kept_module_by_module(kept: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A library that Python would find elsewhere is found there: one of its name in a folder before its own."""
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    begin(kept)
    ours = importlib.import_module("colorsys")
    modules.keep(str(kept))
    monkeypatch.delitem(sys.modules, "colorsys")
    finder = begin(kept)
    assert importlib.import_module("colorsys").__file__ == ours.__file__
    assert "colorsys" in finder.taken
    monkeypatch.delitem(sys.modules, "colorsys")
    write(tmp_path / "before" / "colorsys.py", "VALUE = 'another'\n")
    monkeypatch.syspath_prepend(tmp_path / "before")
    assert vars(importlib.import_module("colorsys"))["VALUE"] == "another"
    modules.keep(str(kept))
    monkeypatch.setattr(sys, "path", sys.path[1:])
    monkeypatch.delitem(sys.modules, "colorsys")
    begin(kept)
    assert importlib.import_module("colorsys").__file__ == ours.__file__


def test_types_in_libraries_are_left_as_text(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept of a library makes no types for the annotations of its functions; all else is as it was."""
    monkeypatch.setattr(modules, "ANNOTATED", {"colorsys"})
    write(
        kept.parent / "colorsys.py",
        "from fractions import Fraction\n\n\ndef half(of: Fraction) -> Fraction:\n    return of / 2\n",
    )
    monkeypatch.syspath_prepend(kept.parent)
    for is_kept in (False, True):
        monkeypatch.delitem(sys.modules, "colorsys", raising=False)
        begin(kept)
        half = importlib.import_module("colorsys").half
        assert (half.__annotations__["of"] == "Fraction") is is_kept
        assert half(5) == 5 / 2
        modules.keep(str(kept))
    del sys.modules["colorsys"]


def test_a_system_that_reads_from_no_place_reads_all(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no `pread`, the modules are taken from a copy in memory."""
    monkeypatch.delattr(os, "pread")
    finder = begin(kept)
    kept.unlink()
    import_anew()
    assert finder.taken >= set(NAMES)


def test_what_was_taken_does_not_pass_for_a_later_source(kept: Path) -> None:
    """A process that goes on while its source is edited keeps no old code under the new size and time."""
    assert taken(kept) == set(NAMES)
    write(kept.parent / "factsheet" / "late.py", "VALUE = 'late'\n")
    importlib.import_module("factsheet.late")
    source = kept.parent / "factsheet" / "one.py"
    source.write_text("VALUE = 'edited meanwhile'\n", "utf-8")
    os.utime(source, (LONG_AGO + 9, LONG_AGO + 9))
    modules.keep(str(kept))
    assert vars(import_anew()[0])["VALUE"] == "edited meanwhile"
    begin(kept)
    assert vars(import_anew()[0])["VALUE"] == "edited meanwhile"


def test_it_is_kept_where_python_keeps_bytecode(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not where Python writes none, and a disk that does not let it is no matter."""
    begin(kept.with_name("none"))
    import_anew()
    monkeypatch.setattr(modules, "FILE", str(kept.with_name("other")))
    monkeypatch.setattr(derived, "is_settled", lambda: True)
    for is_off in (True, False):
        monkeypatch.setattr("sys.dont_write_bytecode", is_off)
        derived.keep_modules()
        assert kept.with_name("other").exists() is not is_off
    monkeypatch.setattr(modules, "FILE", str(kept / "below a file"))
    derived.keep_modules()


def test_a_module_is_loaded_again_as_python_loads_it(kept: Path) -> None:
    """What asks for a module's code a second time, to have a copy of its own, gets it: Markdown does so."""
    begin(kept)
    (module,) = import_anew("factsheet.one")
    spec = importlib.util.find_spec("factsheet.one")
    assert spec is not None
    assert spec.loader is not None
    copy = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(copy)
    assert copy.VALUE == module.VALUE == "one"
    assert copy is not module
