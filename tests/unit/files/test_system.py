"""What the operating system is asked for directly."""

import errno
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from factsheet.files import system


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """Forget which calls were found, before and after each test."""
    found = (system._exchange_call, system._syncfs_call)  # noqa: SLF001
    for find in found:
        find.cache_clear()
    yield
    for find in found:
        find.cache_clear()


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders with a file each."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name").write_text(name)
    return tmp_path / "one", tmp_path / "two"


def test_exchange(two: tuple[Path, Path]) -> None:
    """Two folders trade names, or nothing happens and the answer is False."""
    one, other = two
    changed = system.exchange(str(one), str(other))
    assert (one / "name").read_text() == ("two" if changed else "one")
    assert (other / "name").read_text() == ("one" if changed else "two")


def test_exchange_with_nothing(two: tuple[Path, Path]) -> None:
    """An exchange with a folder that is not there is an error of the system."""
    with pytest.raises(FileNotFoundError):
        system.exchange(str(two[0]), str(two[0] / "none"))


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP])
def test_exchange_not_offered(two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """A file system without exchange answers False."""
    monkeypatch.setattr(system, "_exchange_call", lambda: lambda _one, _other: number)
    assert not system.exchange(str(two[0]), str(two[1]))


def test_no_library(two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the C library has no such call, exchange answers False and writing out takes the slow way."""
    monkeypatch.setattr(system, "_function", lambda _name: None)
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    assert not system.exchange(str(two[0]), str(two[1]))
    system.write_out(str(two[0]), ["name", ""] * system.MANY)
    assert len(synced) == 2 * system.MANY


def test_unknown_function() -> None:
    """A function that the C library lacks is None."""
    assert system._function("no_such_function_of_any_library") is None  # noqa: SLF001


def test_other_systems() -> None:
    """The exchange has another name on macOS."""
    assert system._exchange_of("darwin")[0] == "renamex_np"  # noqa: SLF001
    assert system._exchange_of("linux")[0] == "renameat2"  # noqa: SLF001


def test_few_are_written_out_one_by_one(two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Few files are synced each, so that a busy disk's other work is not waited for."""
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    system.write_out(str(two[0]), ["name", ""])
    assert len(synced) == 2


def test_many_are_written_out_at_once(two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Many files are synced by one call for the file system."""
    calls: list[int] = []

    def sync(handle: int) -> int:
        calls.append(handle)
        return 0

    monkeypatch.setattr(system, "_syncfs_call", lambda: sync)
    system.write_out(str(two[0]), ["name"] * (system.MANY + 1))
    assert len(calls) == 1


def test_disk_error_is_told(two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that could not keep the files is an error, and one that cannot say so is asked file by file."""
    monkeypatch.setattr(system, "_syncfs_call", lambda: lambda _handle: errno.EIO)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        system.write_out(str(two[0]), ["name"] * (system.MANY + 1))
    monkeypatch.setattr(system, "_syncfs_call", lambda: lambda _handle: errno.ENOSYS)
    system.write_out(str(two[0]), ["name"] * (system.MANY + 1))


def test_drive_cache(two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has a command for it, the drive's cache is emptied once at the end."""
    commands: list[int] = []
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _handle, command: commands.append(command))
    system.write_out(str(two[0]), ["name", ""])
    assert commands == [51]
