"""Bytes by name, in memory or on the disk, are what was put there."""

import gc
import os
from typing import IO

import pytest

from factsheet.builder.spill import Drawer, Piece, Spill


def open_files() -> int:
    """How many files this process has open."""
    return len(os.listdir("/dev/fd"))  # noqa: PTH208 - it is no folder with paths


def test_what_was_put_away_comes_back() -> None:
    """A spool is a mapping, whether its entries lie in memory or in a file."""
    files = {"a": b"x" * 100_000, "b": b"", "c": "ț".encode()}
    for spool in (Spill(), Spill(drawers=[Drawer()])):
        spool.update(files)
        assert dict(spool) == files
        assert (len(spool), "a" in spool, "z" in spool) == (3, True, False)
        with pytest.raises(KeyError):
            spool["z"]
        del spool["b"]
        assert sorted(spool) == ["a", "c"]
    assert all(isinstance(entry, Piece) for entry in spool.entries.values())


def test_the_first_drawer_takes_what_comes() -> None:
    """Spools that share drawers put into the same one, and read what lies in any."""
    drawers = [Drawer()]
    one, other = Spill(drawers=drawers), Spill(drawers=drawers)
    one["a"] = b"first"
    drawers.insert(0, Drawer())
    one["b"], other["c"] = b"second", b"third"
    assert dict(one) == {"a": b"first", "b": b"second"}
    assert dict(other) == {"c": b"third"}


def test_some_and_both() -> None:
    """Parts and unions of spools keep their order and what is on the disk."""
    below, above = Spill(drawers=[Drawer()]), Spill({"b": b"new"})
    below.update(a=b"1", b=b"old", c=b"3")
    both = below.under(above)
    some = both.only(["c", "b", "z"])
    del below, both
    gc.collect()
    assert list(some.items()) == [("c", b"3"), ("b", b"new")]


def test_files_are_closed_with_the_last_spool() -> None:
    """A file is open as long as a spool has entries in it, and no longer."""
    before = open_files()
    spool = Spill(drawers=[Drawer()])
    spool["a"] = b"x"
    some = spool.only(["a"])
    del spool
    assert open_files() == before + 1
    assert some["a"] == b"x"
    del some
    assert open_files() == before


def test_no_folder_for_temporary_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there can be no file, entries stay in memory."""

    def refuse(**_: object) -> IO[bytes]:
        raise FileNotFoundError

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    spool = Spill(drawers=[Drawer()])
    spool["a"] = b"x"
    assert spool.entries == {"a": b"x"}


def test_a_disk_that_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the disk does not take stays in memory, and what it takes in parts is whole."""
    write, room = os.pwrite, 10

    def short(handle: int, data: bytes, start: int) -> int:
        if start >= room:
            raise OSError(28, "No space left on device")
        return write(handle, data[: min(3, room - start)], start)

    monkeypatch.setattr("os.pwrite", short)
    spool = Spill(drawers=[Drawer()])
    spool.update(a=b"1234567", b=b"12345", c=b"123")
    assert dict(spool) == {"a": b"1234567", "b": b"12345", "c": b"123"}
    assert [type(entry) for entry in spool.entries.values()] == [Piece, bytes, Piece]


def test_what_was_cut_short_is_not_given() -> None:
    """Bytes that are not all there are an error, and never half of them."""
    spool = Spill(drawers=[Drawer()])
    spool["a"] = b"12345"
    piece = spool.entries["a"]
    assert isinstance(piece, Piece)
    os.ftruncate(piece.handle, 3)
    with pytest.raises(OSError, match="cut short"):
        spool["a"]
