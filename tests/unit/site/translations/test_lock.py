"""The file that holds the state of each translation."""

import json

import pytest

from factsheet.content.model import Sheet
from factsheet.content.text import MAX_BYTES, MAX_LOCK_BYTES
from factsheet.site.translations import LockEntry, blocks, marked, read_lock, write_lock


def _sheet(body: str) -> Sheet:
    return Sheet(path="a", language="ro", file="a", title="T", body=body)


ENTRY = marked(blocks(_sheet("one\n\n# two\n")), blocks(_sheet("eins\n\n# zwei\n")))


def test_a_lock_is_read_as_it_was_written() -> None:
    """Writing and reading a lock gives it back, in the order of the files."""
    lock = {"content/en/b.md": ENTRY, "content/de/a.md": LockEntry()}
    data = write_lock(lock)
    assert read_lock(data) == (lock, [])
    assert data.index(b"content/de") < data.index(b"content/en")


def test_a_block_without_a_rendering_is_kept() -> None:
    """A block that the translation lacks is in the entry with nothing beside it."""
    entry = marked(blocks(_sheet("one\n\n# two\n")), blocks(_sheet("")))
    assert [pair[1] for pair in entry.body] == ["", ""]
    assert read_lock(write_lock({"a": entry})) == ({"a": entry}, [])


def test_a_large_site_has_a_large_lock() -> None:
    """A lock may be larger than any file that people write: one of 3,000 translations is read."""
    entry = LockEntry(
        front={f"metrics.m{number}.label": "0" * 12 for number in range(20)}, body=(("1" * 12, "2" * 12),) * 20
    )
    lock = {f"content/en/{number}.md": entry for number in range(3_000)}
    data = write_lock(lock)
    assert MAX_BYTES < len(data) < MAX_LOCK_BYTES
    assert read_lock(data) == (lock, [])


def test_no_lock_is_an_empty_one() -> None:
    """A site without the file has no translation marked, and no finding."""
    assert read_lock(None) == ({}, [])


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"[]", 1),
        (b'{"version": 2, "sheets": {}}', 1),
        (b'{"version": 1}', 1),
        (b'{"version": 1, "sheets": []}', 1),
        (b'{"version": 1, "sheets": {"a": 1}}', 1),
        (b'{"version": 1, "sheets": {"a": {"front": {"title": "xyz"}, "body": []}}}', 1),
        (b'{"version": 1, "sheets": {"a": {"front": {}, "body": [{}]}}}', 1),
        (b'{"version": 1,\n "sheets": {,}}', 2),
        (b"\xff", 1),
        (b"[" * 100_000, 1),
    ],
)
def test_a_damaged_lock_is_a_finding(data: bytes, line: int) -> None:
    """Whatever the file holds, there is a finding at its line, and no translation is taken for marked."""
    lock, problems = read_lock(data)
    assert lock == {}
    assert [problem.place.line for problem in problems] == [line]


def test_the_file_reads_line_by_line() -> None:
    """Each digest stands on a line of its own, so that versions of the file merge well."""
    text = write_lock({"content/en/a.md": ENTRY}).decode()
    assert json.loads(text)["version"] == 1
    assert all(line.count('"') <= 4 for line in text.split("\n"))
