"""What `verify` says of published bytes that are others: each sort of attribute, text, member and cell at a time."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from pathlib import Path

import pytest

from factsheet.checks.verify import read_back
from tests.sites.test_sites import gallery, settled, tables
from tests.support import said

HERE = Path(__file__).parent
SITES: Mapping[str, tuple[Callable[[], Mapping[str, bytes]], str]] = {
    "gallery": (gallery, r"ro/.*(?<!feed)\.(?:html|json|csv|svg)"),
    "settled": (settled, r"index\.html|index/.*|de/city/index\.html|embed/.*|[^/]*\.(?:csv|json)"),
    "tables": (tables, r"en/(?:index\.html|index/table-.*\.(?:csv|json)|embed/table\.rates/.*)"),
}
_ELEMENT = re.compile(r"<([a-z]+)((?: [a-z-]+(?:=\"[^\"]*\")?)*)>([^<]*)")
_ATTRIBUTE = re.compile(r" ([a-z-]+)=\"([^\"]*)\"")
_SAID = re.compile(
    r"value|datetime|data-[a-z-]+|aria-label|title|lang|dir|style|width|height|d|points|[xyr][12]?|c[xy]"
)
"""Attributes that say something of a figure, by themselves or by where they put it."""
_CLASS = re.compile(r" class=\"([a-z-]+)")
_MEMBER = re.compile(r"\"([\w@:-]+)\": ?(\"[^\"]*\"|[\d.-]+)")

Piece = tuple[str, int, int]
"""What sort a piece of a file is of, and where it stands."""


def pieces(path: str, text: str) -> Iterator[Piece]:
    """The pieces of a file."""
    if path.endswith(".csv"):
        rows = [*csv.reader(io.StringIO(text)), []]
        at = len(text.split("\n", 1)[0]) + 1
        for name, cell in zip_longest(*rows[:2], fillvalue=""):
            at = text.find(cell, at) if cell else at
            yield name, at, at + len(cell)
        return
    for found in _ELEMENT.finditer(text) if not path.endswith("json") else ():
        sort = _CLASS.search(found[2])
        name = f"{found[1]}.{sort[1]}" if sort else found[1]
        for one in _ATTRIBUTE.finditer(found[2]):
            start = found.start(2)
            if _SAID.fullmatch(one[1]):
                yield f"{name}[{one[1]}]", start + one.start(2), start + one.end(2)
        if any(one.isdecimal() for one in found[3]):
            yield name, *found.span(3)
    yield from ((one[1], *one.span(2)) for one in _MEMBER.finditer(text) if one[1] != "version")


def spoilt(text: str) -> str:
    """A text in which the last digit is another, or where there is none the last letter."""
    digits = [at for at, one in enumerate(text) if one.isdecimal()]
    at = max(digits or (at for at, one in enumerate(text) if one.isalnum()), default=-1)
    if at < 0:
        return text
    other = chr(ord(text[at]) + (-1 if int(text[at]) == 9 else 1)) if digits else "q"
    return f"{text[:at]}{other}{text[at + 1 :]}"


@pytest.mark.parametrize("name", SITES)
def test_tampered(name: str, *, rewrite_golden: bool) -> None:
    """What is said is what was read once and kept; pieces of different files are changed together."""
    site, chosen = SITES[name]
    files = {path: data for path, data in site().items() if not path.startswith("ar/")}
    texts = {path: data.decode() for path, data in sorted(files.items()) if re.fullmatch(chosen, path)}
    seen: set[tuple[str, str]] = set()
    waiting: dict[str, list[Piece]] = {}
    for path, text in texts.items():
        kind = re.sub(r"^(?:ro|de)/|chart[.-]\w+", "", path) if "/embed/" in path else path
        for piece in pieces(path, text):
            new = spoilt(text[piece[1] : piece[2]])
            if (kind, piece[0]) not in seen and new != text[piece[1] : piece[2]]:
                seen.add((kind, piece[0]))
                waiting.setdefault(path, []).append(piece)
    rounds = []
    for together in zip_longest(*waiting.values()):
        changed, lines = dict(files), []
        for path, piece in zip(waiting, together, strict=True):
            if piece:
                sort, start, end = piece
                old, text = texts[path][start:end], texts[path]
                lines.append(f"{path} {sort}: {old[-60:]} -> {spoilt(old)[-60:]}".replace("\n", " "))
                changed[path] = (text[:start] + spoilt(old) + text[end:]).encode()
        lines += sorted({f"    {said(one)}" for one in read_back(changed)})
        rounds.append("".join(f"{line}\n" for line in lines))
    made, file = "\n".join(rounds), HERE / f"tampered/{name}.txt"
    if rewrite_golden:
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, "utf-8")
    assert file.read_text("utf-8") == made
