"""Values that YAML takes for something else, because they stand without quotation marks: how they are to be written.

YAML 1.1 keeps some signs for itself at the beginning of a value, and ` #` and `: ` within it.
"""

import re
from collections.abc import Iterator

from factsheet.patterns import regex
from factsheet.records import dataclass

_LONGEST = 100
"""How much of a value a message writes anew, in characters."""

_OPENING, _CLOSING = "“”„«»‘’‟", "”“»«’‘"
_BLOCK = regex(r"[ ]*(?:- )?[\w-]+:[ ]+(?P<value>\S.*?)[ ]*")
_IN_MARKS = rf"[{_OPENING}][^{_CLOSING}\"]*[{_CLOSING}]"
_BARE = r"(?:\{\w+\}|[^,{}\[\]\"'])+"
_FLOW = regex(rf"[{{,\[][ ]*[\w-]+:[ ]+(?P<value>{_IN_MARKS}|{_BARE})[ ]*(?=[,}}])")
_RESERVED = regex(r"[%@`&*!,\]}]|[-?:] |[|>](?![-+0-9]*(?: +#.*)?$)")
_ENDED_TOO_SOON = regex(r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|\[[^\[\]]*\]|\{[^{}]*\})[ ]*[^\s#,}\]]")
_MARKED = regex(rf"[{_OPENING}](?P<inner>[^{_OPENING}{_CLOSING}]+)[{_CLOSING}]")


@dataclass(frozen=True, slots=True)
class Value:
    """A value that needs quotation marks: where it begins, counted from 0, and how it is written."""

    column: int
    better: str
    typographic: bool


def values_to_quote(line: str) -> Iterator[Value]:
    """Find the values on a line that YAML cannot read as texts."""
    block = _BLOCK.fullmatch(line)
    if block and (_RESERVED.match(block["value"]) or _ENDED_TOO_SOON.match(block["value"]) or unmarked(block["value"])):
        yield _value(block)
        return
    for flow in _FLOW.finditer(line):
        text = flow["value"]
        if "{" in text or _RESERVED.match(text) or unmarked(text):
            yield _value(flow)


def _value(match: re.Match[str]) -> Value:
    text = match["value"].strip(" ")
    inner = unmarked(text)
    return Value(match.start("value"), quoted(inner or text), inner is not None)


def unmarked(text: str) -> str | None:
    """Give the text between the typographic quotation marks that a word processor has put around a whole value."""
    match = _MARKED.fullmatch(text)
    return match["inner"] if match else None


def quoted(text: str) -> str:
    """Write a text between straight quotation marks, as YAML reads it."""
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}…"
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
