"""What the engine makes of its own files is kept beside its bytecode, and made anew where anything differs."""

import re
import subprocess
import sys
from pathlib import Path
from typing import get_type_hints

import pytest

from factsheet.core import derived as module
from factsheet.core import patterns
from factsheet.core.derived import derived, derived_of_language
from factsheet.core.records import making


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep it in a folder of the test."""
    monkeypatch.setattr(module, "_path", lambda name: str(tmp_path / name))
    monkeypatch.setattr(module, "is_settled", lambda: True)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return tmp_path


def made_or_kept(name: str = "words", source: bytes = b"a") -> str:
    """Tell whether a value was made, or found as it was kept."""
    made = []

    def make() -> tuple[str, ...]:
        made.append(1)
        return ("one", "two")

    assert derived(name, source, make) == ("one", "two")
    return "made" if made else "kept"


def test_it_is_made_once() -> None:
    """What is kept is not made again, except of another source or under another name."""
    assert made_or_kept() == "made"
    assert made_or_kept() == "kept"
    assert made_or_kept(source=b"b") == "made"
    assert made_or_kept(name="others", source=b"b") == "made"


def test_what_another_engine_made_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine with any other file, or another Python, makes its own."""
    assert made_or_kept() == "made"
    monkeypatch.setattr(module, "engine", lambda: "another")
    assert made_or_kept() == "made"


def test_damage_is_no_matter(folder: Path) -> None:
    """A file of which any byte is lost or changed is as good as not there."""
    assert made_or_kept() == "made"
    whole = (folder / "words").read_bytes()
    for damaged in (b"", whole[:20], whole[:-1], whole[:-1] + b"x", b"x" + whole[1:], b"x" * 100):
        (folder / "words").write_bytes(damaged)
        assert made_or_kept() == "made"
    assert made_or_kept() == "kept"


def test_nothing_is_written_where_python_writes_no_bytecode(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor by an engine whose files have changed since it began: it is not the one that its files tell of."""
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert [made_or_kept(), made_or_kept()] == ["made", "made"]
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(module, "is_settled", lambda: False)
    assert [made_or_kept(), made_or_kept()] == ["made", "made"]
    assert not list(folder.iterdir())


def test_a_disk_that_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written, everything is made."""
    monkeypatch.setattr(module, "_path", lambda name: str(folder / "none" / name))
    assert [made_or_kept(), made_or_kept()] == ["made", "made"]


def test_what_is_made_of_a_language_is_kept_for_it_alone() -> None:
    """Two processes, here two functions, share what is of one kind and language, and nothing else."""
    made: list[str] = []

    def make(code: str) -> str:
        made.append(code)
        return code.upper()

    one, other, of_another_kind = (derived_of_language(kind)(make) for kind in ("words", "words", "signs"))
    assert [one("ro"), one("ro"), other("ro"), one("en"), of_another_kind("ro")] == ["RO", "RO", "RO", "EN", "RO"]
    assert made == ["ro", "en", "ro"]


def test_patterns_inside_are_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that holds patterns is read in the time that it takes to read one."""
    first = derived("table", b"", lambda: {"day": re.compile("(?P<day>[0-9]+)[.]", re.IGNORECASE)})
    monkeypatch.setattr(re, "compile", None)
    monkeypatch.setattr(re, "_compile", None)
    again: dict[str, re.Pattern[str]] = derived("table", b"", dict)
    assert again == first
    assert (again["day"].flags, again["day"].groupindex) == (re.IGNORECASE | re.UNICODE, {"day": 1})


def test_patterns_where_nothing_can_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python whose `re` is made otherwise compiles them each time."""
    monkeypatch.setattr(patterns, "programs_of", lambda _: {})
    for _ in range(2):
        assert derived("one", b"", lambda: re.compile("a+", re.IGNORECASE)).fullmatch("aA")


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What patterns and records are given that another process compiled, where this one compiled something."""
    taken: list[object] = []
    monkeypatch.setattr(patterns, "has_compiled", lambda: True)
    monkeypatch.setattr(patterns, "programs", lambda: ({("a", 0): ()}, {}))
    monkeypatch.setattr(patterns, "use", lambda *given: taken.append(given))
    monkeypatch.setattr(making, "inits", lambda: {"text": b"code"})
    monkeypatch.setattr(making, "use", taken.append)
    module.use_compiled.cache_clear()
    return taken


def test_what_one_process_compiles_the_next_takes(compiled: list[object]) -> None:
    """It is kept when the process is done, and taken before anything is imported."""
    module.use_compiled()
    assert not compiled
    module.keep_compiled()
    module.use_compiled.cache_clear()
    module.use_compiled()
    assert compiled == [({("a", 0): ()}, {}), {"text": b"code"}]


def test_what_is_compiled_is_kept_where_python_keeps_bytecode(
    compiled: list[object], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And only by a process that had to compile something."""
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    module.keep_compiled()
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    for part in (patterns, making):
        monkeypatch.setattr(part, "has_compiled", lambda: False)
    module.keep_compiled()
    assert not list(folder.iterdir())
    assert not compiled


def test_types_that_are_text_are_evaluated_by_who_asks() -> None:
    """They stay text until then, as the first compiling of a process makes a class for each kind of syntax tree."""
    module.use_compiled()
    code = "import builtins, typing; builtins.compile = print; typing.ForwardRef('int')"
    begin = "from factsheet.core import derived; derived._kept = lambda *_: None; derived.use_compiled(); "
    told = [
        subprocess.run([sys.executable, "-c", first + code], capture_output=True, text=True, check=True)
        for first in ("", begin)
    ]
    assert [one.stdout.strip() for one in told] == ["int <string> eval", ""]

    class Named:
        one: "int | None"

    assert get_type_hints(Named) == {"one": int | None}
