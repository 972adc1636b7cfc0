"""What is kept on disk comes back as it was, or not at all."""

import hashlib
import json
import os
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from factsheet.builder import state as build_state
from factsheet.builder import store
from factsheet.builder.spill import Spill
from factsheet.builder.state import BuildState
from factsheet.builder.store import MOST_STATES, forget, load, save
from factsheet.content.tracing import Trace

TEXTS = {
    "feed": {"index": "țară\n\n3 x".encode(), "b": b"", "a name/țară": b"y\n"},
    "sitemap": {"index": b"x"},
}
MEMORY = BuildState(
    environment="abc",
    traces={
        "check index": Trace(("file a", "head b"), {"problems": [["S301", "a.md", 1, 2]], "proofs": [1, 0, 0]}),
        "head b": Trace((), ["", False], "2"),
    },
    answers={"file a": "1", "head b": "2"},
    own={name: Spill({**texts}) for name, texts in TEXTS.items()},
    gathered=frozenset(TEXTS),
)


@pytest.mark.parametrize("place", [".cache", ".cache/factsheet"])
def test_a_cache_behind_a_link_is_none(tmp_path: Path, place: str) -> None:
    """Where a link leads out of the site's folder, nothing is kept."""
    root, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    (root / place).parent.mkdir(parents=True)
    elsewhere.mkdir()
    assert store.is_inside(root)
    (root / place).symlink_to(elsewhere)
    assert not store.is_inside(root)
    assert store.is_inside(elsewhere)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which `MEMORY` is kept."""
    home = tmp_path / ".cache/factsheet/one"
    save(home, MEMORY)
    return home


def is_empty(state: BuildState) -> bool:
    """Whether nothing can be taken over."""
    return (state.environment, dict(state.traces)) == ("", {})


def test_what_is_kept_comes_back(folder: Path) -> None:
    """Environment, work and texts are read as they were written."""
    found = load(folder)
    assert found.environment == "abc"
    assert found.traces == MEMORY.traces
    assert found.answers == MEMORY.answers
    assert {name: dict(found.texts(name)) for name in TEXTS} == TEXTS
    assert found.gathered == frozenset()


def test_texts_are_replaced_while_they_are_read(folder: Path) -> None:
    """What was loaded can still be read when the file is another one, and can be written into it."""
    found = load(folder)
    more = found.texts("feed").under(Spill({"c": b"z"}))
    save(folder, BuildState(environment="abc", own={"feed": more}, gathered=frozenset({"feed"})))
    save(folder, BuildState(environment="abc", own={"feed": Spill()}, gathered=frozenset({"feed"})))
    assert dict(found.texts("feed")) == TEXTS["feed"]
    assert dict(more) == {**TEXTS["feed"], "c": b"z"}


def test_nothing_is_left_beside_it(folder: Path) -> None:
    """Writing leaves no draft behind."""
    assert sorted(path.name for path in folder.iterdir()) == ["text-feed", "text-sitemap", "traces"]


def test_no_folder(tmp_path: Path) -> None:
    """Where nothing was kept, nothing is remembered."""
    assert is_empty(load(tmp_path / "nowhere"))


def line(value: object) -> bytes:
    """A batch as the cache writes it, whatever it says."""
    text = json.dumps(value).encode()
    return hashlib.sha256(text).hexdigest().encode() + b" " + text + b"\n"


BATCH: dict[str, Any] = {
    "environment": "abc",
    "after": "",
    "names": ["b"],
    "asked": [0],
    "answers": ["1"],
    "gone": [],
    "dropped": [],
    "traces": {"a": [[0], 1, ""]},
}


def test_a_batch(folder: Path) -> None:
    """The batches of the next test are damaged where they say so, and nowhere else."""
    (folder / "traces").write_bytes(line(BATCH))
    assert load(folder).traces == {"a": Trace(("b",), 1, "")}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"{}",
        line(BATCH)[:-1],
        line(BATCH)[1:],
        b" " + line(BATCH),
        line([]),
        line("x"),
        line({}),
        line({**BATCH, "after": "x"}),
        line({**BATCH, "names": []}),
        line({**BATCH, "names": 1}),
        line({**BATCH, "answers": []}),
        line({**BATCH, "asked": [1]}),
        line({**BATCH, "asked": ["b"]}),
        line({**BATCH, "gone": [1]}),
        line({**BATCH, "gone": [0, 0]}),
        line({**BATCH, "dropped": ["a"]}),
        line({**BATCH, "traces": []}),
        line({**BATCH, "traces": {"a": 1}}),
        line({**BATCH, "traces": {"a": [1, 2, 3]}}),
        line({**BATCH, "traces": {"a": [[1], 1, ""]}}),
        line({**BATCH, "traces": {"a": [["b"], 1, ""]}}),
        hashlib.sha256(b"[" * 100_000).hexdigest().encode() + b" " + b"[" * 100_000 + b"\n",
    ],
)
def test_a_damaged_memory_is_none(folder: Path, data: bytes) -> None:
    """A file that is cut, changed, of another shape or nested without end is as good as not there."""
    (folder / "traces").write_bytes(data)
    assert is_empty(load(folder))


@pytest.mark.parametrize("position", range(0, 200, 7))
def test_no_byte_can_change_unnoticed(folder: Path, position: int) -> None:
    """Whichever byte is damaged, the state is not used."""
    data = bytearray((folder / "traces").read_bytes())
    data[position % len(data)] ^= 1
    (folder / "traces").write_bytes(data)
    assert is_empty(load(folder))


@pytest.mark.parametrize(
    ("data", "left"),
    [
        (b"", {}),
        (b"\n", {}),
        (b"x", {}),
        (b"1", {}),
        (b"1\n", {}),
        (b"1 \xff\nx", {}),
        (b"2 index\nx", {}),
        (b"-1 index\nx", {}),
        (b"1 index\nx9 b\n", {"index": b"x"}),
        (b"1 index\nx1 b", {"index": b"x"}),
        (b"1 " + b"n" * 9000 + b"\nx", {}),
        (b"9" * 5000 + b" index\nx", {}),
        (b"1 index\nx1 index\ny", {"index": b"y"}),
    ],
)
def test_damaged_texts_are_none(folder: Path, data: bytes, left: dict[str, bytes]) -> None:
    """Texts that are cut short or told wrongly count as lost, and so do those of an output that nobody kept."""
    (folder / "text-feed").write_bytes(data)
    found = load(folder)
    assert dict(found.texts("feed")) == left
    assert dict(found.texts("other")) == {}
    assert dict(found.texts("sitemap")) == TEXTS["sitemap"]


def test_only_what_was_gathered_is_written(folder: Path) -> None:
    """The texts of an output to which nothing was added stay as they are on disk."""
    before = (folder / "text-feed").read_bytes()
    save(
        folder,
        BuildState(environment="def", own={"sitemap": Spill({"index": b"new"})}, gathered=frozenset({"sitemap"})),
    )
    assert (folder / "text-feed").read_bytes() == before
    assert dict(load(folder).texts("sitemap")) == {"index": b"new"}
    assert load(folder).environment == "def"


def after_edit(known: BuildState, number: int) -> BuildState:
    """The state of a build after one edit: new work, changed work, and work that is gone."""
    old = {name: trace for name, trace in known.traces.items() if name != f"render s{number - 1}"}
    return replace(
        known,
        traces={**old, f"render s{number}": Trace(("file a", f"file {number}"), {"ț": number}, "")},
        answers={**known.answers, "file a": f"a{number}", f"file {number}": "x"},
        gathered=frozenset(),
    )


def test_an_edit_adds_to_the_file(folder: Path) -> None:
    """What a build has done anew is written after what is there, until it is as long as that; then all is written."""
    sizes = [(folder / "traces").stat().st_size]
    before = (folder / "traces").read_bytes()
    for number in range(12):
        state = after_edit(load(folder), number)
        save(folder, state)
        found = load(folder)
        assert (dict(found.traces), dict(found.answers)) == (dict(state.traces), dict(state.answers))
        sizes.append((folder / "traces").stat().st_size)
        if number == 0:
            assert (folder / "traces").read_bytes().startswith(before)
    assert sizes[1] > sizes[0]
    assert any(later < earlier for earlier, later in pairwise(sizes))


def test_of_two_builds_at_once_one_is_kept(folder: Path) -> None:
    """Two that began with the same state do not mix: the later one finds the file changed, and writes its own."""
    one, other = after_edit(load(folder), 1), after_edit(load(folder), 2)
    save(folder, one)
    save(folder, other)
    found = load(folder)
    assert (dict(found.traces), dict(found.answers)) == (dict(other.traces), dict(other.answers))


def test_a_batch_that_follows_another_is_no_matter(folder: Path) -> None:
    """A batch that was made for another state of the file is left out, with all that comes after."""
    before = load(folder)
    save(folder, after_edit(before, 1))
    stray = (folder / "traces").read_bytes().splitlines(keepends=True)[-1]
    save(folder, after_edit(load(folder), 2))
    good = load(folder)
    with (folder / "traces").open("ab") as file:
        file.write(stray)
    assert dict(load(folder).traces) == dict(good.traces)


def test_damage_at_the_end_leaves_what_was_before(folder: Path) -> None:
    """Where the last batch is damaged or half written, the state is the one before, and is written whole next time."""
    before = load(folder)
    save(folder, after_edit(before, 1))
    data = (folder / "traces").read_bytes()
    for damaged in (data[:-1], data[:-40] + b"?" + data[-39:]):
        (folder / "traces").write_bytes(damaged)
        found = load(folder)
        assert (dict(found.traces), dict(found.answers)) == (dict(before.traces), dict(before.answers))
        save(folder, after_edit(found, 3))
        assert "render s3" in load(folder).traces
        assert (folder / "traces").read_bytes().count(b"\n") == 1


def test_forgetting(folder: Path) -> None:
    """A state that is forgotten is gone; forgetting what is not there is no matter."""
    forget(folder)
    assert is_empty(load(folder))
    forget(folder / "nowhere")


def test_old_memories_go(tmp_path: Path) -> None:
    """Of many memories the newest are kept; the list of what was published is none of them."""
    home = tmp_path / "factsheet"
    (home / "published").mkdir(parents=True)
    for number in range(MOST_STATES + 3):
        save(home / f"m{number:02}", MEMORY)
        os.utime(home / f"m{number:02}" / "traces", (number, number))
    save(home / "last", MEMORY)
    kept = sorted(path.name for path in home.iterdir())
    newest = [f"m{number:02}" for number in range(MOST_STATES + 3)][-(MOST_STATES - 1) :]
    assert kept == ["last", *newest, "published"]


def test_the_last_memory(tmp_path: Path) -> None:
    """Of all memories of a site the newest is given, and none where there is none or it lies behind a link."""
    assert is_empty(store.last(tmp_path))
    home = tmp_path / store.FOLDER
    for age, name in enumerate(("new", "old", "older")):
        save(home / name, replace(MEMORY, environment=name))
        os.utime(home / name / "traces", (1000 - age, 1000 - age))
    (home / "published").mkdir()
    assert store.last(tmp_path).environment == "new"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / ".cache").symlink_to(tmp_path / ".cache")
    assert is_empty(store.last(elsewhere))
    assert store.folder_of(tmp_path, tmp_path / "a") != store.folder_of(tmp_path, tmp_path / "b")


def test_a_memory_without_traces_is_the_oldest(tmp_path: Path) -> None:
    """A folder in which nothing can be read goes first."""
    home = tmp_path / "factsheet"
    (home / "empty").mkdir(parents=True)
    for number in range(MOST_STATES):
        save(home / f"m{number}", MEMORY)
    assert not (home / "empty").exists()


def test_a_disk_that_does_not_let_it(tmp_path: Path) -> None:
    """Where the cache cannot be written, the build goes on without."""
    (tmp_path / "file").write_text("in the way")
    save(tmp_path / "file" / "one", MEMORY)
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_write_that_fails_leaves_what_was_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full costs the new state, not the old one."""

    def full(self: Path, _: Path) -> Path:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "replace", full)
    save(folder, BuildState(environment="def"))
    monkeypatch.undo()
    assert load(folder).environment == "abc"
    assert sorted(path.name for path in folder.iterdir()) == ["text-feed", "text-sitemap", "traces"]


def test_files_without_end_are_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file that is larger than any state only a part is read, which does not fit its digest."""
    monkeypatch.setattr(build_state, "MOST_BYTES", 80)
    assert is_empty(load(folder))


def test_a_cache_that_may_not_be_looked_into_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system does not let the folder be looked into, nothing is kept, and nothing fails."""

    def refused(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_symlink", refused)
    assert not store.is_inside(tmp_path)
    assert store.last(tmp_path).traces == {}
