"""Whatever happens while a site is published, readers have the whole old one or the whole new one."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheet.files.locking import locked
from factsheet.files.marker import MARKER, NotAsLeft, PublishFailed, check_output, digest, marker_bytes
from factsheet.files.publishing import publish
from tests.support import cases, files_of

HERE = Path(__file__).parent
PATHS = (
    "index.html",
    "ro/index.html",
    "ro/a/index.html",
    "ro/a/b.html",
    "en/index.html",
    "x",
    "ro/c/d/e.html",
)
THEIRS = ("CNAME", "ro/notes.txt", "ro/a/photo.jpg", "photos/one/a.jpg", "en/deep/er/z")

PUBLISHER = """
import sys
from pathlib import Path
from factsheet.files.publishing import publish
output, keep, size, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
for round in range(rounds):
    letter = "abcdefgh"[round % 8]
    paths = [f"{folder}/{number}/index.html" for folder in "xyz" for number in range(size)]
    pages = dict.fromkeys(paths, letter.encode() * 500)
    publish(output, pages, keep=keep if len(sys.argv) > 5 else None, wait=60)
    print(letter, flush=True)
"""


def whole(output: Path) -> str:
    """The one letter that all pages of the site consist of; the list of own files agrees with them."""
    found = files_of(output)
    letters = {data[:1].decode() for path, data in found.items() if path != "CNAME"}
    assert len(letters) == 1
    assert all(data == data[:1] * 500 for path, data in found.items() if path != "CNAME")
    own = {path: digest(data) for path, data in found.items() if path != "CNAME"}
    assert (output / MARKER).read_bytes() == marker_bytes(own)
    return letters.pop()


@pytest.mark.slow
@pytest.mark.chance
def test_every_operation_may_fail_or_be_the_last() -> None:
    """At each tried crash point the site is whole, files of others are there, and the next build heals."""
    points = cases(300, 2000)
    command = [sys.executable, str(HERE / "crash_points.py"), "--points", str(points)]
    command += ["--seed", str(random.randrange(10**6))]  # noqa: S311 (an order, not a secret)
    # The tracer of coverage makes file operations of its own, which must not be counted among those that fail.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600, env=environment)
    summary = json.loads(ran.stdout)
    assert summary["findings"] == [], ran.args
    assert summary["points"] == points


@pytest.mark.parametrize("keeps", [False, True], ids=["not kept", "kept"])
@pytest.mark.parametrize("with_signal", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], ids=["kill", "term", "int"])
def test_killed_at_any_time(tmp_path: Path, with_signal: signal.Signals, keeps: bool) -> None:  # noqa: FBT001
    """A publisher that is killed at a random time leaves a whole site, and the next one succeeds."""
    output, keep = tmp_path / "public", tmp_path / "keep"
    command = [
        sys.executable,
        "-c",
        PUBLISHER,
        str(output),
        str(keep),
        "20",
        "1000",
        *(["kept"] if keeps else []),
    ]
    dice = random.Random(int(with_signal))  # noqa: S311 (times, not secrets)
    for _ in range(4):
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as publisher:
            assert publisher.stdout is not None
            publisher.stdout.readline()
            if not (output / "CNAME").exists():
                (output / "CNAME").write_text("mine")
            time.sleep(dice.random() / 10)
            publisher.send_signal(with_signal)
        assert publisher.returncode != 0
        assert whole(output) in "abcdefgh"
    pages = {f"{folder}/{number}/index.html": b"!" * 500 for folder in "xyz" for number in range(20)}
    publish(output, pages, keep=keep if keeps else None)
    assert whole(output) == "!"
    assert {path.name for path in tmp_path.iterdir()} <= {"public", "keep"}
    assert (output / "CNAME").read_text() == "mine"


def test_two_at_once(tmp_path: Path) -> None:
    """Two processes that publish to one folder take turns, and at any moment the site is one of theirs."""
    output = tmp_path / "public"
    command = [sys.executable, "-c", PUBLISHER, str(output), str(tmp_path / "keep"), "10", "15", "kept"]
    publishers = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    looks = 0
    while any(publisher.poll() is None for publisher in publishers):
        handle = os.open(output, os.O_RDONLY) if output.exists() else None
        if handle is not None:
            looks += 1
            os.close(handle)
            assert (output / "x/0/index.html").read_bytes()[:1].isalpha()
    assert [publisher.returncode for publisher in publishers] == [0, 0]
    assert looks > 0
    assert whole(output) == "g"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["keep", "public"]


def test_two_threads(tmp_path: Path) -> None:
    """Two threads that publish to one folder take turns."""
    sites = [{f"{number}/index.html": letter * 500 for number in range(10)} for letter in (b"a", b"b")]
    with ThreadPoolExecutor(2) as threads:
        jobs = [threads.submit(publish, tmp_path / "public", site, wait=60) for site in sites * 5]
        assert all(job.result().digest for job in jobs)
    assert whole(tmp_path / "public") in "ab"
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_busy_is_said(tmp_path: Path) -> None:
    """A publisher that may not wait says who is publishing, and changes nothing."""
    output = tmp_path / "public"
    publish(output, {"index.html": b"x"})
    with locked(str(output), wait=0), pytest.raises(PublishFailed, match=f"process {os.getpid()} "):
        publish(output, {"index.html": b"y"}, wait=0)
    assert files_of(output) == {"index.html": b"x"}


def test_readers_never_miss_a_page(tmp_path: Path) -> None:
    """A reader that opens a page over and over while sites are exchanged finds it each time."""
    output = tmp_path / "public"
    publish(output, {"index.html": b"first"})
    if not _can_exchange(tmp_path):
        pytest.skip("this file system cannot exchange folders")
    command = [sys.executable, "-c", PUBLISHER, str(output), str(tmp_path / "keep"), "5", "40", "kept"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as publisher:
        while publisher.poll() is None:
            assert (output / MARKER).read_bytes().startswith(b"{")
    assert publisher.returncode == 0


def _can_exchange(folder: Path) -> bool:
    from factsheet.files import system

    for name in ("one", "two"):
        (folder / name).mkdir()
    return system.exchange(str(folder / "one"), str(folder / "two"))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own, where this process may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    if not Path("/proc/mounts").exists() or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root on Linux can mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_full_disk(disk: Path) -> None:
    """On a disk that is full, publishing says so, and the old site stays with nothing beside it."""
    publish(disk / "public", {"index.html": b"old"})
    with pytest.raises(PublishFailed, match="make room"):
        publish(disk / "public", {"index.html": b"new", "large": bytes(10**6)})
    assert files_of(disk / "public") == {"index.html": b"old"}
    assert [path.name for path in disk.iterdir()] == ["public"]
    publish(disk / "public", {"index.html": b"new"})
    assert files_of(disk / "public") == {"index.html": b"new"}


def test_cache_on_another_disk(disk: Path, tmp_path: Path) -> None:
    """With its private folder on another disk, publishing works and leaves nothing beside the site."""
    for text in (b"one", b"two", b"three", b"three"):
        publish(disk / "public", {"index.html": text, "ro.html": b"stays"}, keep=tmp_path / "keep")
        assert files_of(disk / "public") == {"index.html": text, "ro.html": b"stays"}
        assert [path.name for path in disk.iterdir()] == ["public"]


def test_read_only_disk(disk: Path) -> None:
    """On a disk that cannot be written, publishing says so."""
    publish(disk / "public", {"index.html": b"old"})
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(PublishFailed, match="writable"):
        publish(disk / "public", {"index.html": b"new"})
    assert files_of(disk / "public") == {"index.html": b"old"}


def test_mount_point(disk: Path) -> None:
    """A mount point cannot change places with a folder, and the message says what to name instead."""
    with pytest.raises(PublishFailed, match="name a folder inside it"):
        publish(disk, {"index.html": b"x"})
    assert list(disk.iterdir()) == []
    assert [path.name for path in disk.parent.iterdir()] == ["disk"]


def test_the_sources_are_safe(tmp_path: Path) -> None:
    """A hostile list in an output that came with a repository deletes nothing outside."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_text("mine")
    for path in ("../content/index.md", "/etc/hostname", "a/../../content/index.md"):
        (tmp_path / "public").mkdir(exist_ok=True)
        text = marker_bytes({"stand-in": digest(b"")}).replace(b'"stand-in"', json.dumps(path).encode())
        (tmp_path / "public" / MARKER).write_bytes(text)
        with pytest.raises(Exception, match="did not make"):
            check_output(tmp_path, "public")
        with pytest.raises(Exception, match="did not make"):
            publish(tmp_path / "public", {"index.html": b"x"})
    assert (tmp_path / "content/index.md").read_text() == "mine"


def test_a_list_through_a_link(tmp_path: Path) -> None:
    """Own files behind a link that was put in a folder's place are not deleted where the link points."""
    output = tmp_path / "public"
    publish(output, {"index.html": b"x", "ro/index.html": b"ro"})
    (output / "ro").rename(tmp_path / "mine")
    (output / "ro").symlink_to(tmp_path / "mine")
    publish(output, {"index.html": b"y"})
    assert (tmp_path / "mine/index.html").read_bytes() == b"ro"
    assert (output / "ro").readlink() == tmp_path / "mine"
    with pytest.raises(PublishFailed, match="ro"):
        publish(output, {"index.html": b"y", "ro/index.html": b"new"})
    assert (tmp_path / "mine/index.html").read_bytes() == b"ro"


SITES = st.dictionaries(st.sampled_from(PATHS), st.binary(max_size=2), min_size=1)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("publish"), st.dictionaries(st.sampled_from(PATHS), st.binary(max_size=2), min_size=1)),
        st.tuples(st.just("unchanged"), st.sampled_from(PATHS)),
        st.tuples(st.just("theirs"), st.sampled_from(THEIRS)),
        st.tuples(st.just("not theirs"), st.sampled_from(THEIRS)),
        st.tuples(st.just("tamper"), st.sampled_from(PATHS)),
        st.tuples(st.just("remove"), st.sampled_from(PATHS)),
        st.tuples(st.just("spoil"), st.sampled_from(PATHS)),
    ),
    max_size=12,
)


@settings(max_examples=cases(60, 2000))
@given(steps=STEPS, keeps=st.booleans())
def test_any_history(steps: list[tuple[str, dict[str, bytes] | str]], keeps: bool) -> None:  # noqa: FBT001
    """After any history, the folder holds the last site and the files of others."""
    with TemporaryDirectory() as name:
        history = _History(Path(name), keeps=keeps)
        for step, given_value in steps:
            history.take(step, given_value)
        history.publish({"index.html": b"last"})


class _History:
    """A folder with what should be in it."""

    def __init__(self, folder: Path, *, keeps: bool) -> None:
        self.output = folder / "public"
        self.keep = folder / "keep" if keeps else None
        self.site: dict[str, bytes] = {}
        self.theirs: dict[str, bytes] = {}
        self.publish({"index.html": b"first"})

    def take(self, step: str, given_value: dict[str, bytes] | str) -> None:
        """Take one step."""
        if isinstance(given_value, dict):
            self.publish(given_value)
            return
        path = self.output / given_value
        if step == "unchanged" and given_value in self.site:
            self.publish_but(given_value)
        elif step == "theirs":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"theirs")
            self.theirs[given_value] = b"theirs"
        elif step == "not theirs":
            path.unlink(missing_ok=True)
            self.theirs.pop(given_value, None)
        elif step == "tamper" and given_value in self.site:
            path.write_bytes(b"??")
        elif step == "remove":
            path.unlink(missing_ok=True)
        elif step == "spoil" and self.keep:
            for spoilt in self.keep.glob(f"*/spare/{given_value}"):
                spoilt.unlink()
                spoilt.write_bytes(b"!!")

    def publish(self, site: dict[str, bytes]) -> None:
        """Publish a site, and look."""
        publish(self.output, site, keep=self.keep)
        self.site = site
        assert files_of(self.output) == {**site, **self.theirs}
        assert not [path for path in self.output.parent.iterdir() if path.name[0] == "."]

    def publish_but(self, changed: str) -> None:
        """Publish with one file changed and the others named by digest, rendering again what is asked for."""
        new = {**self.site, changed: b"new"}
        ready = {changed}
        while True:
            artifacts = {path: new[path] for path in ready}
            known = {path: digest(data) for path, data in new.items() if path not in ready}
            asked_for = self._try(artifacts, known)
            if not asked_for:
                break
            assert not ready & asked_for
            ready |= asked_for
        self.site = new
        assert files_of(self.output) == {**new, **self.theirs}

    def _try(self, artifacts: dict[str, bytes], known: dict[str, str]) -> set[str]:
        try:
            publish(self.output, artifacts, unchanged=known, keep=self.keep)
        except NotAsLeft as told:
            return set(told.paths)
        return set()
