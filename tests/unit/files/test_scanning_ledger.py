"""Stats by which files are known again."""

import os
from pathlib import Path

import pytest

from factsheet.files.scanning import Ledger, load, save

NOW = 1_700_000_000_123_456_789


def ledger(**changes: object) -> Ledger:
    """A ledger of two files, two folders and a file of others with an odd name."""
    values: dict[str, object] = {
        "digests": {"a/ș.html": "d1", "b.html": "d2"},
        "stats": {"a/ș.html": (1, 2, 3, 4), "b.html": (5, -6, 7, 2**62)},
        "folders": {"": (8, 9), "a": (10, 11)},
        "foreign": ["odd\nname\udcff"],
        "taken": NOW,
    }
    return Ledger(**{**values, **changes})  # type: ignore[arg-type]


def values(given: Ledger | None) -> tuple[object, ...]:
    """All that a ledger says."""
    assert given is not None
    return (given.digests, given.stats, given.folders, given.foreign, given.taken)


def test_round_trip(tmp_path: Path) -> None:
    """What is saved is loaded, whatever bytes the names are made of."""
    path = str(tmp_path / "ledger")
    save(path, ledger())
    assert values(load(path)) == values(ledger())


def test_empty(tmp_path: Path) -> None:
    """A ledger of nothing is loaded as one of nothing."""
    path = str(tmp_path / "ledger")
    nothing = ledger(digests={}, stats={}, folders={}, foreign=[])
    save(path, nothing)
    assert values(load(path)) == values(nothing)


def test_any_damage_is_noticed(tmp_path: Path) -> None:
    """A ledger with any one byte changed, or cut at any place, is no ledger."""
    path = tmp_path / "ledger"
    save(str(path), ledger())
    data = path.read_bytes()
    assert len(data) > 100
    for place in range(len(data)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert load(str(path)) is None, place
        path.write_bytes(data[:place])
        assert load(str(path)) is None, place


def test_absent(tmp_path: Path) -> None:
    """No ledger is no error."""
    assert load(str(tmp_path / "ledger")) is None


def test_cannot_be_written(tmp_path: Path) -> None:
    """A ledger that cannot be written is dropped, and nothing else happens."""
    save(str(tmp_path / "none/ledger"), ledger())
    assert list(tmp_path.iterdir()) == []


def test_replaced_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger whose writing fails leaves the one before."""
    path = str(tmp_path / "ledger")
    save(path, ledger())

    def fail(_one: str, _other: str) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "replace", fail)
    save(path, ledger(taken=1))
    assert values(load(path)) == values(ledger())


@pytest.mark.parametrize(
    ("stamp", "recent"),
    [
        (NOW, True),
        (NOW + 10**12, True),
        (NOW - 30_000_000, True),
        (NOW - 50_000_000, False),
        (NOW - NOW % 10**9, True),
        (NOW - NOW % 10**9 - 10**9, True),
        (NOW - NOW % 10**9 - 3 * 10**9, False),
    ],
)
def test_recent(stamp: int, recent: bool) -> None:  # noqa: FBT001
    """A stamp is recent within a kernel's tick, and within two seconds where only seconds are counted."""
    assert ledger().is_recent(stamp) is recent


def test_long_ago_is_not_recent() -> None:
    """A stamp from long ago need not be asked about."""
    known = ledger()
    assert not known.is_recent(known.long_ago)


def test_known_by_digest() -> None:
    """A file is known only by the digest that was noted for it."""
    known = ledger().known({"a/ș.html": "d1", "b.html": "other"})
    assert known == {"a/ș.html": (1, 2, 3, 4)}
