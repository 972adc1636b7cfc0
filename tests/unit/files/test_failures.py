"""Failures of publishing, as exceptions."""

import errno

import pytest

from factsheet.files.marker import NotAsLeft, WhyFailed, failure, occupied


@pytest.mark.parametrize("filename", ["/a/b", b"/a/b"], ids=["text", "bytes"])
def test_place(filename: str | bytes) -> None:
    """The path of the failed call is kept, and the output stands in where there is none."""
    error = OSError(errno.ENOSPC, "No space left on device", filename)
    assert failure(error, "/out").path == "/a/b"
    assert failure(OSError(errno.ENOSPC, "No space left on device"), "/out").path == "/out"


def test_without_a_number() -> None:
    """An error without a number is one of the disk, in its own words."""
    failed = failure(OSError("odd"), "/out")
    assert failed.reason is WhyFailed.INPUT_OUTPUT
    assert "odd" in str(failed)


def test_one_line_each() -> None:
    """Each message is one line that begins with the path."""
    for failed in (failure(OSError(errno.EIO, "x"), "/out"), occupied("/out")):
        assert str(failed).startswith("/out: ")
        assert "\n" not in str(failed)


def test_paths_to_render_again() -> None:
    """The paths that are asked for again are sorted."""
    assert NotAsLeft(["b", "a"]).paths == ("a", "b")
