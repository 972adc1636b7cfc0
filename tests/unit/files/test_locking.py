"""One publisher at a time."""

import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factsheet.files.locking import locked
from factsheet.files.marker import PublishFailed, WhyFailed


def test_gone_when_done(tmp_path: Path) -> None:
    """The lock file is there while the lock is held, names the process, and is gone afterwards."""
    with locked(str(tmp_path / "public"), wait=0):
        assert (tmp_path / ".public.lock").read_text() == str(os.getpid())
    assert list(tmp_path.iterdir()) == []


def test_busy(tmp_path: Path) -> None:
    """A second publisher waits as long as it was told, then names the first."""
    with locked(str(tmp_path / "public"), wait=0):
        begun = time.monotonic()
        with pytest.raises(PublishFailed) as failed, locked(str(tmp_path / "public"), wait=0.1):
            pass
        assert time.monotonic() - begun >= 0.1
    assert failed.value.reason is WhyFailed.BUSY
    assert f"process {os.getpid()} " in str(failed.value)


def test_nameless_holder(tmp_path: Path) -> None:
    """A holder that has not written its number yet is another process."""
    with (tmp_path / ".public.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(PublishFailed, match="another process"), locked(str(tmp_path / "public"), wait=0):
            pass


def test_left_by_the_killed(tmp_path: Path) -> None:
    """A lock file that nobody holds is no lock."""
    (tmp_path / ".public.lock").write_text("1")
    with locked(str(tmp_path / "public"), wait=0):
        assert (tmp_path / ".public.lock").read_text() == str(os.getpid())


def test_freed_by_death(tmp_path: Path) -> None:
    """The lock of a process that is killed is free at once."""
    code = (
        "import sys, time\nfrom factsheet.files.locking import locked\n"
        "with locked(sys.argv[1], wait=0):\n print(flush=True)\n time.sleep(60)\n"
    )
    output = str(tmp_path / "public")
    with subprocess.Popen([sys.executable, "-c", code, output], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(PublishFailed, match=f"process {holder.pid} "), locked(output, wait=0):
            pass
        holder.kill()
        with locked(output, wait=5):
            pass


def test_outputs_do_not_share(tmp_path: Path) -> None:
    """Two outputs beside each other are published at the same time."""
    with locked(str(tmp_path / "one"), wait=0), locked(str(tmp_path / "two"), wait=0):
        assert len(list(tmp_path.iterdir())) == 2


def test_replaced_lock_file(tmp_path: Path) -> None:
    """A lock file put in place of the one that was held is not deleted."""
    with locked(str(tmp_path / "public"), wait=0):
        (tmp_path / ".public.lock").unlink()
        (tmp_path / ".public.lock").write_text("of another")
    assert (tmp_path / ".public.lock").read_text() == "of another"


def test_no_way_through_a_link(tmp_path: Path) -> None:
    """A link in the lock's place is not written through."""
    (tmp_path / "victim").write_text("mine")
    (tmp_path / ".public.lock").symlink_to("victim")
    with pytest.raises(OSError, match=r"public\.lock"), locked(str(tmp_path / "public"), wait=0):
        pass
    assert (tmp_path / "victim").read_text() == "mine"
