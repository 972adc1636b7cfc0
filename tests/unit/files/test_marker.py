"""The list of own files."""

import json
from pathlib import Path

import pytest

from factsheet.files.marker import MARKER, digest, marker_bytes, read_marker

FILES = {"b.html": digest(b"b"), "ș.html": digest(b"s"), "a/index.html": digest(b"a")}


def test_round_trip(tmp_path: Path) -> None:
    """What is written is read, in the order of the paths."""
    (tmp_path / MARKER).write_bytes(marker_bytes(FILES))
    read = read_marker(str(tmp_path))
    assert read == FILES
    assert list(read or ()) == sorted(FILES)


def test_same_bytes() -> None:
    """The list depends on nothing but paths and contents."""
    assert marker_bytes(FILES) == marker_bytes(dict(reversed(FILES.items())))


def test_one_line_a_file() -> None:
    """Each file has a line of its own, so that a difference between two lists can be read."""
    assert f'"b.html": "{digest(b"b")}",' in marker_bytes(FILES).decode().split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"format": 2, "files": {}}',
        '{"format": 1}',
        '{"format": 1, "files": []}',
        '{"format": 1, "files": {"a": 1}}',
        '{"format": 1, "files": {"../x": "0"}}',
        '{"format": 1, "files": {"/etc/x": "0"}}',
        "[" * 100_000,
        "\ud800".encode("utf-8", "surrogatepass"),
    ],
    ids=range(13),
)
def test_not_of_this_tool(tmp_path: Path, text: str | bytes) -> None:
    """A list that is damaged, of another form, or that names files outside is no list."""
    (tmp_path / MARKER).write_bytes(text.encode() if isinstance(text, str) else text)
    assert read_marker(str(tmp_path)) is None


def test_absent_or_a_link(tmp_path: Path) -> None:
    """No list, a link to one, and a folder in its place are no list."""
    assert read_marker(str(tmp_path)) is None
    (tmp_path / "other.json").write_bytes(marker_bytes(FILES))
    (tmp_path / MARKER).symlink_to("other.json")
    assert read_marker(str(tmp_path)) is None
    (tmp_path / MARKER).unlink()
    (tmp_path / MARKER).mkdir()
    assert read_marker(str(tmp_path)) is None


def test_about(tmp_path: Path) -> None:
    """The list says to whoever finds it what it is."""
    del tmp_path
    assert "factsheet" in json.loads(marker_bytes(FILES))["about"]
