"""Bring the catalogues of the tool's own messages up to date with the code, or prove that they are.

python -m scripts.messages          write factsheet/messages/*.po: new texts empty, texts that went left out
python -m scripts.messages --check  name what is missing or left over, and exit with 1 if anything is
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import polib

from factsheet.cli import build, printing, report
from factsheet.codes import CODES
from factsheet.findings.words import FOLDER, LANGUAGES
from factsheet.serve import panel

HEADER = {
    "Project-Id-Version": "factsheet",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
}

VALUES = (
    "64 hexadecimal digits",
    "a date",
    "a list",
    "a list of single values",
    "a number",
    "a table",
    "a text",
    "a text in quotes",
    "a whole number",
    "a word",
    "a year or a date with its value",
    "alias",
    "an address such as https://… or mailto:…",
    "an address that begins with https://",
    "front matter",
    "keys and values",
    "keys and values in each item",
    "nesting",
    "none is declared",
    "one value",
    "the name of a template",
    "the name of this file is not allowed",
    "this is a link, which is not followed",
    "this is no regular file",
    "true or false",
)
"""What fills the fields of messages and is a text itself."""


def texts() -> Iterator[tuple[str, str]]:
    """Give every text of the tool that is translated, with a word on where it stands."""
    for code in CODES.values():
        yield code.message, f"{code.id}: what was found"
        for fix in (code.fix, *code.variants.values()):
            yield fix, f"{code.id}: how to mend it"
        yield code.meaning, f"{code.id}: what it means"
    for module in (report, panel):
        for name, value in sorted(vars(module).items()):
            if name.isupper() and not name.startswith("_") and isinstance(value, str):
                yield value, f"{module.__name__.rpartition('.')[2]}: {name.lower()}"
    for texts_by_weight in (printing.ONE, printing.MANY):
        yield from ((text, "counts findings") for text in texts_by_weight.values())
    yield build.UNCHANGED, "build"
    for path in sorted(Path(report.__file__).parent.glob("*.py")):
        yield from ((text, path.stem) for text in _said(path))
    for value in VALUES:
        yield value, "fills a field of a message"


def _said(path: Path) -> Iterator[str]:
    """The texts that a command says: what stands first in its calls of `say`."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def updated(old: polib.POFile, language: str) -> polib.POFile:
    """Make the catalogue anew, with the translations that there are."""
    made = polib.POFile(wrapwidth=110)
    made.metadata = {**HEADER, "Language": language}
    known = {entry.msgid: entry.msgstr for entry in old}
    seen = set()
    for text, comment in texts():
        if text not in seen and text.strip("{}") != "reason":
            made.append(polib.POEntry(msgid=text, msgstr=known.get(text, ""), comment=comment))
            seen.add(text)
    return made


def faults(old: polib.POFile, new: polib.POFile) -> Iterator[str]:
    """Name what has no translation, and what is translated and used nowhere."""
    wanted = {entry.msgid: entry.msgstr for entry in new}
    yield from (f"not translated: {text}" for text, translation in wanted.items() if not translation)
    yield from (f"not used: {entry.msgid}" for entry in old if entry.msgid not in wanted)


def main(arguments: list[str]) -> int:
    """Write the catalogues, or with `--check` compare them."""
    found = []
    for language in LANGUAGES[1:]:
        path = FOLDER / f"{language}.po"
        old = polib.pofile(str(path)) if path.exists() else polib.POFile()
        new = updated(old, language)
        if "--check" not in arguments:
            new.save(str(path))
        found += [f"{path.name}: {fault}" for fault in faults(old, new)]
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
