"""Of a right sheet with passages changed, all is told that was told when the answers were read and kept.

The sheet of `changes/site`, in two languages, has what sheets may have: passages with their archived texts, a second
source, earlier values, results, a rate, a table, charts, a quotation, a footnote. Each group of changes is made in a
copy of it; those of a group touch no other. A change is written `language: good => bad`, the ends of lines as in
Python. `make golden` writes what is told.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from factsheet.builder.pipeline import Options, check
from tests.support import said, write_site

FOLDER = Path(__file__).parent / "changes"
KEPT = FOLDER / "library.txt"
OPTIONS = Options(today=date(2026, 1, 20))
TAGS = ("ro", "en")
_SHEET = "content/{}/library.md"
_NEVER_MARKED = "T621"
_ONCE = 40
"""How many copies of the sheet are in one site."""
_CHANGE = "! "

Group = tuple[str, ...]
"""The changes that are made at once."""


def spoilt(good: dict[str, str], group: Group) -> dict[str, str]:
    """The sheet by its language with changes made where their passages stand first."""
    texts = dict(good)
    for change in group:
        tag, _, passages = change.replace("\\n", "\n").partition(": ")
        before, _, after = passages.partition(" => ")
        assert before in texts[tag], change
        texts[tag] = texts[tag].replace(before, after, 1)
    return texts


def told(groups: Sequence[Group], root: Path) -> list[list[str]]:
    """What is told of each group, of which each has a copy of the sheet."""
    files = {
        file.relative_to(FOLDER / "site").as_posix(): file.read_text("utf-8") for file in FOLDER.rglob("site/**/*.*")
    }
    good = {tag: files.pop(_SHEET.format(tag)) for tag in TAGS}
    for index, group in enumerate(groups):
        files |= {f"content/{tag}/m{index}.md": text for tag, text in spoilt(good, group).items()}
    found: list[list[str]] = [[] for _ in groups]
    for one in check(write_site(root, files), OPTIONS).problems:
        if (copy := re.search(r"/m(\d+)\.md$", one.place.path)) and one.code != _NEVER_MARKED:
            found[int(copy[1])].append(re.sub(r"content/(\w+)/m\d+\.md", r"\1", said(one)))
    return found


def answered(groups: Sequence[Group], root: Path) -> Iterator[str]:
    """Each group of changes with what is told of it."""
    for first in range(0, len(groups), _ONCE):
        part = groups[first : first + _ONCE]
        for group, found in zip(part, told(part, root / str(first)), strict=True):
            yield "\n".join([*(f"{_CHANGE}{change}" for change in group), *found])


def asked(kept: str) -> list[Group]:
    """The groups of changes of a file."""
    groups = [group.split("\n") for group in kept.rstrip("\n").split("\n\n")]
    return [tuple(line.removeprefix(_CHANGE) for line in group if line.startswith(_CHANGE)) for group in groups]


def test_changes(tmp_path: Path, *, rewrite_golden: bool) -> None:
    """Of each change is told what was, in the same words and at the same place; of the sheet itself, nothing."""
    kept = KEPT.read_text("utf-8")
    assert told([()], tmp_path / "good") == [[]]
    made = "\n\n".join([*answered(asked(kept), tmp_path), ""]).removesuffix("\n")
    if rewrite_golden:
        KEPT.write_text(made, "utf-8")
        kept = made
    assert kept == made
