"""The code that stands in the documents, and how a recipe of developers.md is followed."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support import ROOT

_FENCE = re.compile(
    r"(?ms)^(?P<fence>`{3,})(?:python|text)\n(?:# |\{# )(?P<name>\S+\.\w+.*?)(?: #\})?\n(?P<code>.*?)^(?P=fence)$"
)
_SECTION = re.compile(r"(?ms)^## (?P<title>[^\n]+)\n(?P<text>.*?)(?=^## |\Z)")
_FILES = re.compile(r"Files:((?:\s+`[^`]+`,?)+)\.")
_CLASS = r'class {0}\b.*:\n(?: *"""(?s:.*?)"""\n\n)?'
_TABLE = r"{0}\b.*? = [\[({{](?P<end>\n?)"
_OPENING = rf"(?m)^(?P<indent> *)(?:{_CLASS}|<{{0}}\b.*>\n|return {{0}}\(\n|{_TABLE})"
"""The line after which what goes `into` a class, an element, a call, a tuple or a table stands."""


@dataclass(frozen=True, slots=True)
class Addition:
    """Some lines: a new file, or what goes into a part of one that is there, or at its end."""

    path: str
    part: str
    code: str

    def write(self, home: Path) -> None:
        """Add it to a copy of the engine, with the import of a module that the package of the file registers."""
        file = home / self.path
        if not self.part:
            assert not file.exists()
            file.write_text(self.code, encoding="utf-8")
            return
        text = file.read_text(encoding="utf-8")
        if self.part == "at the end":
            file.write_text(f"{text}\n{self.code}", encoding="utf-8")
            return
        found = re.search(_OPENING.format(self.part), text)
        assert found is not None, (self.path, self.part)
        lines = textwrap.indent(self.code, f"{found['indent']}    ")
        if found["end"] == "":
            lines = f"{self.code.strip()} "
        before, after = text[: found.start()], text[found.end() :]
        file.write_text(f"{before}{self._needed}{found[0]}{lines}{after}", encoding="utf-8")

    @property
    def _needed(self) -> str:
        folder, _, name = self.path.rpartition("/")
        module = re.match(r"[a-z]+(?=\.\w+,$)", self.code)
        return f"from {folder.replace('/', '.')} import {module[0]}\n\n" if name == "__init__.py" and module else ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A section of developers.md that adds something."""

    title: str
    files: tuple[str, ...]
    """The files that it says it touches."""
    additions: tuple[Addition, ...]


def code_in(page: str) -> Mapping[str, str]:
    """Give the code of a page of docs/, by what its first line says."""
    return {found["name"]: found["code"] for found in _FENCE.finditer(_text(page))}


def recipes() -> Iterator[Recipe]:
    """Give the recipes of developers.md."""
    for section in _SECTION.finditer(_text("developers")):
        additions = tuple(_addition(found) for found in _FENCE.finditer(section["text"]))
        if additions:
            said = _FILES.search(section["text"])
            yield Recipe(section["title"], tuple(re.findall(r"`([^`]+)`", said[1])) if said else (), additions)


def _addition(found: re.Match[str]) -> Addition:
    path, _, part = found["name"].partition(": ")
    return Addition(path, part.removeprefix("into "), found["code"])


def _text(page: str) -> str:
    return (ROOT / f"docs/{page}.md").read_text(encoding="utf-8")
