"""Of right sentences with one thing exchanged, all is told that was told when the answers were read and kept.

Each file of `exchanges/` has blocks of one language. In each a phrase, a number or a reference of a right sentence has
made room for another, is left out, or has one more beside it. A block is a sentence of its own, or that of the
Romanian original with its translation, which begins with `= `; below it is all that is told of both. Of numbers typed
by hand, which are no errors here, and of what is only a notice, the columns and the codes are kept. A block of more
lines, as a table, has their ends written as in Python. `make golden` writes what is told.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.core.problems import Severity
from tests.support import said, write_site

FOLDER = Path(__file__).parent / "exchanges"
METRICS = tomllib.loads((FOLDER / "metrics.toml").read_text("utf-8"))
ORIGINAL = "ro"
OPTIONS = Options(today=date(2025, 11, 23))
_SETTINGS = """title = "T"
base_url = "https://facts.example/"
reference = "{}"
checks = {{ S301 = "notice", S308 = "notice" }}
"""
_PAGE = 12
"""How many blocks stand in one sheet, so that few of them meet."""
_TYPED = frozenset({"S301", "S302", "S303", "S308", "S309"})
_ANSWER = "    "
_SAME = "= "

Block = tuple[str, ...]
"""A sentence, or the one of the original with its translation."""


def sheet(tag: str, reference: str) -> str:
    """A sheet in which all metrics are mentioned once; one of the reference language declares their values."""
    lines = ["---", "title: T", "metrics:"]
    for name, words in METRICS.items():
        lines += [f"  {name}:", f"    {words[tag]}", *([f"    {words['value']}"] if tag == reference else [])]
    return "\n".join([*lines, "---", "; ".join(f"{{{{ {name} }}}}" for name in METRICS) + "."])


def told(tag: str, blocks: Sequence[Block], root: Path) -> list[list[str]]:
    """What is told of each block of a page."""
    tags = (tag,) if len(blocks[0]) == 1 else (ORIGINAL, tag)
    head = {one: sheet(one, tags[0]) for one in tags}
    texts = {one: [block[at].replace("\\n", "\n") for block in blocks] for at, one in enumerate(tags)}
    files = {f"content/{one}/index.md": "\n\n".join([head[one], *texts[one], ""]) for one in tags}
    ends = {one: list(accumulate(texts[one], _end, initial=head[one].count("\n") + 1)) for one in tags}
    found: list[list[str]] = [[] for _ in blocks]
    lesser: list[list[str]] = [[] for _ in blocks]
    for one in check(write_site(root, {"site.toml": _SETTINGS.format(tags[0]), **files}), OPTIONS).problems:
        number = bisect_left(ends[one.place.path.split("/")[1]], one.place.line) if "/" in one.place.path else 0
        if number and (one.code in _TYPED or one.severity is Severity.NOTICE):
            lesser[number - 1].append(f"{one.place.path.split('/')[1]}:{one.place.column} {one.code}")
        elif number:
            found[number - 1].append(re.sub(r"content/(\w+)/index\.md:\d+", r"\1", said(one)))
    return [[*those, *filter(None, [", ".join(these)])] for those, these in zip(found, lesser, strict=True)]


def _end(before: int, text: str) -> int:
    """The line on which a block ends, of that on which the one before it does."""
    return before + text.count("\n") + 2


def answered(tag: str, blocks: Sequence[Block], root: Path) -> Iterator[str]:
    """Each block with what is told of it."""
    for kind in (1, 2):
        alike = [block for block in blocks if len(block) == kind]
        for first in range(0, len(alike), _PAGE):
            page = alike[first : first + _PAGE]
            for block, found in zip(page, told(tag, page, root / f"{kind}-{first}"), strict=True):
                yield from (block[0], *(f"{_SAME}{text}" for text in block[1:]), *(f"{_ANSWER}{one}" for one in found))


def asked(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of a file."""
    asking = [line for line in lines if not line.startswith(_ANSWER)]
    for line, following in zip(asking, [*asking[1:], ""], strict=True):
        if not line.startswith(_SAME):
            yield (line, following.removeprefix(_SAME)) if following.startswith(_SAME) else (line,)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.txt")), ids=lambda file: file.stem)
def test_exchanges(file: Path, tmp_path: Path, *, rewrite_golden: bool) -> None:
    """Of each block is told what was, in the same words and at the same column."""
    kept = file.read_text("utf-8").splitlines()
    made = list(answered(file.stem, list(asked(kept)), tmp_path))
    if rewrite_golden:
        file.write_text("".join(f"{line}\n" for line in made), "utf-8")
        kept = made
    assert kept == made
