"""Bring the catalogues of the tool's own messages up to date with the code, or prove that they are.

python -m scripts.messages          write factsheet/messages/*.po: new texts empty, texts that went left out
python -m scripts.messages --check  name what is missing or left over, and exit with 1 if anything is
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polib

from factsheet.cli import explain, printing, reading, speaking
from factsheet.cli.arguments import parser
from factsheet.cli.speaking import texts as help_texts
from factsheet.content.catalogs import plurals_of
from factsheet.core.codes import FAMILIES, family
from factsheet.core.problems import LANGUAGES, SUGGESTION, Code
from factsheet.files import marker
from factsheet.preview import overlay
from factsheet.tools.findings import CONTEXT, FOLDER

ENGINE = FOLDER.parent
_FIELD = re.compile(r"\{\w+\}|%\(\w+\)[sr]|%[sr]")

HEADER = {
    "Project-Id-Version": "factsheet",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
}

VALUES = (
    "(empty)",
    "64 hexadecimal digits",
    "a date",
    "a heading of level {1}",
    "a PDF",
    "a Word or OpenDocument file",
    "an old Word file",
    "it and something more",
    "a document of Word, Excel or LibreOffice",
    "a document of an old Word or Excel",
    "a picture",
    "empty",
    "an RTF file",
    "a list of origins such as https://x.example",
    'a colour in digits, such as "#ffd400"',
    "a list of single values",
    "a list of {1} item",
    "a list of {1} items",
    "a list",
    "a number",
    "a numbered list of {1} item",
    "a numbered list of {1} items",
    "a table of {1} row and {2} column",
    "a table of {1} row and {2} columns",
    "a table of {1} rows and {2} column",
    "a table of {1} rows and {2} columns",
    "a table",
    "a text in quotes",
    "a text",
    "a link",
    "a whole number",
    "a word",
    "a year or a date with its value",
    "alias",
    "a plain number",
    "an address such as https://… or mailto:…",
    "an address that begins with https://",
    "an entry is not as the tool writes it",
    "Directory not empty",
    "File exists",
    "File name too long",
    "front matter",
    "Input/output error",
    "Is a directory",
    "it asks for more memory than there is",
    "it cannot be read ({1})",
    "it declares entities, which no Word or OpenDocument file does",
    "it has several lines",
    "it holds no text, only pictures",
    "it is larger than 50 MB when it is unpacked",
    "it is larger than 50 MB",
    "it is neither a PDF nor a Word file (.docx) nor an OpenDocument text (.odt)",
    "it is neither a Word file (.docx) nor an OpenDocument text (.odt)",
    "pypdf is not installed",
    "a percent sign in it is not written `%%`",
    "a placeholder is not known",
    "it is empty, and its state is `final`",
    "it is empty, and its state is `reviewed`",
    "it is empty, and its state is `translated`",
    "it is marked as fuzzy",
    "none",
    "one of its segments has no translation",
    "it holds no number",
    "it has {1} bytes; at most {2} are read",
    "it holds a control character or another that is not allowed",
    "it lies deeper than {1} folders",
    "it takes longer than {1} seconds",
    "it would not be one block of the same kind any more",
    "keys and values in each item",
    "keys and values",
    "nesting",
    "no further heading",
    "no regular file",
    "No space left on device",
    "No such file or directory",
    "none is declared",
    "Not a directory",
    "nothing",
    "of a name that is not allowed",
    "one value",
    "per cent",
    "Permission denied",
    "Read-only file system",
    "the name of a template",
    "the name of this file is not allowed",
    "the page holds half a character, which no file can",
    "the page is longer than {1} characters",
    "there is no message in it",
    "this entry is not complete",
    "this is a link, which is not followed",
    "this is no regular file",
    "this is not version {1} of the file",
    "too large",
    "true or false",
    'years such as "2015–2026"',
)
"""What fills the fields of messages and is a text itself."""


MODULES = (printing, overlay, explain, speaking, reading)
"""Modules whose public constants are texts, or tables of texts."""

OF_VALUES = (marker,)
"""Modules whose public constants fill fields of what is said."""

NO_TEXTS = frozenset({"CODES", "FIGURES", "FOLDER", "MARKER", "RECEIPTS"})
"""Constants of those modules that are names, the same in every language, or texts that are gathered elsewhere."""

SPEAKERS: Mapping[str, tuple[int, ...]] = {
    "say": (0,),
    "spoken": (0,),
    "complain": (0, 1),
    "NoPort": (0,),
    "_say": (0,),
}
"""Functions and exceptions that are handed texts, and at which place."""

REASONS: Mapping[str, tuple[int, ...]] = {"_Fault": (0,), "_BadTemplate": (0,), "_Refused": (1,)}
"""Exceptions that are handed what fills a field of a message."""

ARGPARSE_LATER = (
    "argument '%(argument_name)s' is deprecated",
    "command '%(parser_name)s' is deprecated",
    "invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)",
    "option '%(option)s' is deprecated",
)
"""What the argparse of later Pythons says."""

_FOR_PROGRAMMERS = re.compile(
    r"conflict|dest=|cannot merge|invalid option string|not callable|__call__|with mode|mutually exclusive|"
    r"invalid argument for|cannot have multiple|unexpected option string|can't open|unknown parser"
)
"""What argparse says to those who write parsers, and of features that are not used here."""

_CODE = re.compile(r"`[^`]*`")


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the tool, its plural form if it counts something, and where it stands."""

    text: str
    where: str
    plural: str = ""
    is_value: bool = False

    @property
    def key(self) -> tuple[str | None, str]:
        """The context and the text, by which a catalogue knows it."""
        return (CONTEXT if self.is_value else None, self.text)


@cache
def texts() -> tuple[Text, ...]:
    """Give every text of the tool that is translated."""
    return tuple(_texts())


def _texts() -> Iterator[Text]:
    yield Text(SUGGESTION, "how to correct a near miss")
    for letter, name in FAMILIES.items():
        yield Text(name, "a family of codes")
        for code in family(letter).values():
            yield from _of_code(code)
    for module in (*MODULES, *OF_VALUES):
        for name, value in sorted(vars(module).items()):
            if name.isupper() and not name.startswith("_") and name not in NO_TEXTS:
                where = f"{module.__name__.rpartition('.')[2]}: {name.lower()}"
                yield from (Text(text, where, is_value=module in OF_VALUES) for text in _strings(value))
    for path in sorted(ENGINE.rglob("*.py")):
        yield from _said(path)
    yield from (Text(text, "help") for text in help_texts(parser()))
    yield from _of_argparse()
    yield from (Text(value, "fills a field of a message", is_value=True) for value in VALUES)


def _of_code(code: Code) -> Iterator[Text]:
    yield Text(code.severity, "the weight of a finding")
    yield Text(code.message, f"{code.id}: what was found")
    yield from (Text(fix, f"{code.id}: how to correct it") for fix in (code.fix, *code.variants.values()))
    yield Text(code.meaning, f"{code.id}: what it means")
    if not _CODE.fullmatch(code.example):
        yield Text(code.example, f"{code.id}: an example")


def _strings(value: object) -> Iterator[str]:
    """The texts in a constant: itself, the values of a table, the second of each pair in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from [one] if isinstance(one, str) else (about for _, about in one)


def _said(path: Path) -> Iterator[Text]:
    """The texts that a module says: what it hands to those that speak."""
    where = path.relative_to(ENGINE).with_suffix("").as_posix()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in {"counted", "tell_count"} and len(node.args) > 1:
            one, many = (_constants(argument) for argument in node.args[:2])
            yield from (Text(text, where, plural) for text, plural in zip(one, many, strict=True))
        for table in (SPEAKERS, REASONS):
            found = [text for place in table.get(name, ()) for text in _constants(node.args[place])]
            yield from (Text(text, where, is_value=table is REASONS) for text in found)


def _constants(node: ast.expr) -> list[str]:
    """The text of an expression, or both texts of a choice between two."""
    if isinstance(node, ast.IfExp):
        return [*_constants(node.body), *_constants(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def _of_argparse() -> Iterator[Text]:
    for node in ast.walk(ast.parse(Path(argparse.__file__).read_bytes())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
            found = [text for argument in node.args for text in _constants(argument)]
            if found and not _FOR_PROGRAMMERS.search(found[0]):
                yield Text(found[0], "argparse", "".join(found[1:2]))
    yield from (Text(text, "argparse") for text in ARGPARSE_LATER)


def updated(old: polib.POFile, language: str) -> polib.POFile:
    """Make the catalogue anew, with the translations that there are."""
    made = polib.POFile(wrapwidth=110)
    plurals = plurals_of(language)
    made.metadata = {**HEADER, "Language": language, "Plural-Forms": plurals.header}
    known: dict[tuple[str | None, str], polib.POEntry] = {(entry.msgctxt, entry.msgid): entry for entry in old}
    seen = set()
    for text in texts():
        if text.key in seen or not re.search(r"[^\W\d_]{2}", _FIELD.sub("", text.text)):
            continue
        seen.add(text.key)
        entry = polib.POEntry(msgctxt=text.key[0], msgid=text.text, comment=text.where)
        before = known.get(text.key)
        if text.plural:
            forms = before.msgstr_plural if before else {}
            entry.msgid_plural = text.plural
            entry.msgstr_plural = {number: forms.get(number, "") for number in range(plurals.count)}
        elif before:
            entry.msgstr = before.msgstr
        made.append(entry)
    return made


def translations(entry: polib.POEntry) -> list[str]:
    """The translation of an entry, or all its plural forms."""
    return [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)] or [entry.msgstr]


def faults(old: polib.POFile, new: polib.POFile) -> Iterator[str]:
    """Name what has no translation, and what is translated and used nowhere."""
    wanted = {(entry.msgctxt, entry.msgid): translations(entry) for entry in new}
    yield from (f"not translated: {text}" for (_, text), found in wanted.items() if not all(found))
    yield from (f"not used: {entry.msgid}" for entry in old if (entry.msgctxt, entry.msgid) not in wanted)


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
