"""What an editor most likely did where YAML cannot be read: the parser sees the damage, often lines below the slip."""

import re
from dataclasses import dataclass

MERGED = "merged"
"""The slip that is a finding of its own."""

_MERGED = re.compile(r"<{7} |={7}$|>{7} ")
_NO_SPACE = re.compile(r"[ ]*(?:- )?(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s/:].*)")
_KEY = re.compile(r"[ ]*(?:- )?[A-Za-z_][\w-]*:(?: |$)")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")


@dataclass(frozen=True, slots=True)
class Slip:
    """A way out of the code for front matter that cannot be read, with the line and column of the slip, from 0."""

    variant: str
    line: int
    column: int
    key: str = ""


def find_slip(head: str, line: int, column: int) -> Slip | None:
    """The slip behind an error that the parser reports at a line and column, counted from 0; None if none is plain."""
    lines = head.split("\n")[: line + 1]
    if not lines or line >= len(lines):
        return None
    for look in (_merged, _tab, _quote, _space, _bracket, _indent):
        found = look(lines, column)
        if found is not None:
            return found
    return None


def _merged(lines: list[str], _: int) -> Slip | None:
    """The marks that a merge of two versions leaves."""
    return next((Slip(MERGED, number, 0) for number, line in enumerate(lines) if _MERGED.match(line)), None)


def _tab(lines: list[str], _: int) -> Slip | None:
    for number in range(len(lines) - 1, max(len(lines) - 3, -1), -1):
        if "\t" in lines[number]:
            return Slip("tab", number, lines[number].index("\t"))
    return None


def _quote(lines: list[str], _: int) -> Slip | None:
    """A line with one quotation mark too few."""
    for number, line in enumerate(lines):
        rest = _QUOTED.sub(lambda match: "." * len(match[0]), line)
        if '"' in rest and not line.lstrip(" ").startswith("#"):
            return Slip("quote", number, line.index('"'))
    return None


def _space(lines: list[str], _: int) -> Slip | None:
    """A key whose value follows its colon at once."""
    for number in range(len(lines) - 1, max(len(lines) - 3, -1), -1):
        found = _NO_SPACE.fullmatch(lines[number])
        if found:
            return Slip("space", number, found.start("value"), found["key"])
    return None


def _bracket(lines: list[str], _: int) -> Slip | None:
    """A line on which a bracket is opened and not closed, or the other way round."""
    for number, line in enumerate(lines):
        rest = _QUOTED.sub(lambda match: "." * len(match[0]), line)
        for opening, closing in ("{}", "[]"):
            if rest.count(opening) != rest.count(closing):
                return Slip("bracket", number, rest.find(opening if opening in rest else closing))
    return None


def _indent(lines: list[str], column: int) -> Slip | None:
    """A line with a key where the error stands at the key or at its own colon."""
    last = lines[-1]
    indented = len(last) - len(last.lstrip(" "))
    if _KEY.match(last) and column in {indented, last.find(":")}:
        return Slip("indent", len(lines) - 1, indented)
    return None
