"""What an editor most likely did where YAML cannot be read: the parser sees the damage, often lines below the slip."""

import re
from collections.abc import Iterator

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass

# Values that YAML takes for something else, because they stand without quotation marks: how they are to be written.
#
# YAML 1.1 keeps some signs for itself at the beginning of a value, and ` #` and `: ` within it.

_LONGEST = 100
"""How much of a value a message writes anew, in characters."""

_OPENING, _CLOSING = "“”„«»‘’‟", "”“»«’‘"
_BLOCK = regex(r"[ ]*(?:- )?[\w-]+:[ ]+(?P<value>\S.*?)[ ]*")
_IN_MARKS = rf"[{_OPENING}][^{_CLOSING}\"]*[{_CLOSING}]"
_BARE = r"(?:\{\w+\}|[^,{}\[\]\"'])+"
_FLOW = regex(rf"[{{,\[][ ]*[\w-]+:[ ]+(?P<value>{_IN_MARKS}|{_BARE})[ ]*(?=[,}}])")
_RESERVED = regex(r"[%@`&*!,\]}]|[-?:] |[|>](?![-+]?[1-9]?[-+]?(?: +#.*)?$)")
_ENDED_TOO_SOON = regex(r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|\[[^\[\]]*\]|\{[^{}]*\})[ ]*[^\s#,}\]]")
_MARKED = regex(rf"[{_OPENING}](?P<inner>[^{_OPENING}{_CLOSING}]+)[{_CLOSING}]")


@dataclass(frozen=True, slots=True)
class Value:
    """A value that needs quotation marks: where it begins, counted from 0, and how it is written."""

    column: int
    end: int
    better: str
    typographic: bool


def values_to_quote(line: str) -> Iterator[Value]:
    """Find the values on a line that YAML cannot read as texts."""
    block = _BLOCK.fullmatch(line)
    if block and (_RESERVED.match(block["value"]) or _ENDED_TOO_SOON.match(block["value"]) or unmarked(block["value"])):
        yield _quoted_value(block)
        return
    for flow in _FLOW.finditer(line):
        text = flow["value"]
        if "{" in text or ": " in text or _RESERVED.match(text) or unmarked(text):
            yield _quoted_value(flow)


def _quoted_value(match: re.Match[str]) -> Value:
    text = match["value"].strip(" ")
    inner = unmarked(text)
    is_marked = len(text) > 2 and text[0] == text[-1] and text[0] in "\"'"  # noqa: PLR2004 - two marks and a text
    better = quoted(inner or (text[1:-1] if is_marked else text))
    return Value(match.start("value"), match.end("value"), better, inner is not None)


def unmarked(text: str) -> str | None:
    """Give the text between the typographic quotation marks that a word processor has put around a whole value."""
    match = _MARKED.fullmatch(text) if text[:1] in _OPENING else None
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


MERGED = "merged"
"""The slip that is a finding of its own."""

_NAME = r"(?:[A-Za-z_][\w-]*|[0-9]{4}(?:[-/]\w+)*)"
"""A key: a word, or a year, month or day of a history."""
_MERGED = regex(r"<{7} |={7}$|>{7} ")
_NO_SPACE = regex(r"[ ]*(?:- )?(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s/:].*)")
_KEY = regex(r"[ ]*(?:- )?[A-Za-z_][\w-]*:(?: |$)")
_WORD = regex(rf"(?P<indent>[ ]*)(?:- )?(?P<key>{_NAME}|[0-9.,]+(?= \w))(?P<rest>[ ]+[^\s:#].*)?")
_COMMENT = regex(r"[ ]*(?P<sign>//|<!--|/\*|;) *(?P<words>\S.*?) *(?:-->|\*/)?$")
_SIGNED = regex(r"[ ]+(?:=|:=|=>|->|-)[ ]+(?P<value>.+)")
_TWO_KEYS = regex(r"[ ]*[\w-]+:[ ]+(?P<key>[A-Za-z_][\w-]*):[ ]*")
_PLAIN = r"[\w-]+: [^\s,:{}\"'][^,:{}\"']*"
_INLINE = regex(rf"[ ]*(?:- )?[\w-]+:[ ]+(?P<pairs>{_PLAIN}(?:, *{_PLAIN})+|[12][0-9]{{3}}: [0-9.]+)[ ]*")
_FLOW_KEY = regex(r"(?P<key>[A-Za-z_][\w-]*):[ ]")
_ITEM = regex(rf"[ ]*- (?P<key>{_NAME}):(?:[ ]+(?P<rest>[a-z][\w-]*)?.*)?")
_SIGN = regex(r"[ ]*(?P<sign>[\u2010-\u2015\u2022\u2212\u00b7*])[ \u00a0]*(?=[^\s*])")
"""What a word processor makes of the hyphen of a list."""
_NOTHING = regex(r"(?P<indent>[ ]*)[A-Za-z_][\w-]*:[ ]+(?P<empty>\{\}|\[\])[ ]*")
_ODD_SPACE = regex(r"^[ ]*(?:- )?(?:[\w-]+:)?(?P<space>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])", re.MULTILINE)
_UNENDED = regex(r".*: +(?P<mark>')(?:[^']|'')*")
_QUOTED = regex(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")

_PROSE = regex(r"[^\W\d_a-z]\w*,?(?: [\w-]+,?){2,}:(?: .*)?")
"""Words before a colon that are no key, but text."""

_SENTENCE = 3
"""From how many words on, behind the first one, a line is the rest of a text and not a key."""


@dataclass(frozen=True, slots=True)
class SyntaxSlip:
    """A way out of the code for front matter that cannot be read, with the line and column of the slip, from 0."""

    variant: str
    line: int
    column: int
    key: str = ""
    better: str = ""


def find_slip(head: str, line: int, column: int) -> SyntaxSlip | None:
    """The slip behind an error that the parser reports at a line and column, counted from 0; None if none is plain."""
    lines = head.split("\n")[: line + 1]
    if line >= len(lines):
        return None
    looks = (
        _merged, _tab, _sign, _comma, _value, _pairs, _quote, _space, _bracket, _emptied, _colon, _dash, _listed,
        _indent,
    )  # fmt: skip
    found = next(filter(None, (look(lines, column) for look in looks)), None)
    return found or _below(lines[-1], head.split("\n")[line + 1 : line + 2], line)


def _below(line: str, following: list[str], number: int) -> SyntaxSlip | None:
    """A name on the line of the key that it belongs below, with lines of its own: `sources: report:`."""
    found = _TWO_KEYS.fullmatch(line)
    if found is None or not following or depth_of(following[0]) <= depth_of(line):
        return None
    return SyntaxSlip("below", number, found.start("key"), found["key"], " " * (depth_of(line) + 2) + found["key"])


def odd_space(head: str) -> int | None:
    """Find a space, at the beginning of a line or of a value, that looks like one and is none for YAML."""
    match = _ODD_SPACE.search(head)
    return match.start("space") if match else None


def _merged(lines: list[str], _: int) -> SyntaxSlip | None:
    """The marks that a merge of two versions leaves."""
    return next((SyntaxSlip(MERGED, number, 0) for number, line in enumerate(lines) if _MERGED.match(line)), None)


def _tab(lines: list[str], _: int) -> SyntaxSlip | None:
    return next((SyntaxSlip("tab", at, lines[at].index("\t")) for at in _near(lines) if "\t" in lines[at]), None)


def _near(lines: list[str], most: int = 2) -> range:
    """The numbers of the last lines, the last one first."""
    return range(len(lines) - 1, max(len(lines) - most - 1, -1), -1)


def _sign(lines: list[str], _: int) -> SyntaxSlip | None:
    """A dash or a bullet in the place of the hyphen before an item."""
    every = ((at, found) for at in _near(lines) if (found := _SIGN.match(lines[at])))
    return next((SyntaxSlip("sign", at, found.start("sign"), found["sign"]) for at, found in every), None)


def _value(lines: list[str], _: int) -> SyntaxSlip | None:
    """A value on the line of the error, or the one before, that needs quotation marks."""
    for number in _near(lines):
        if values := list(values_to_quote(lines[number])):
            sign = "percent" if values[0].better == '"%"' else "value"
            variant = "typographic" if values[0].typographic else sign
            better = values[0].better if len(values) == 1 else _rewritten(lines[number], values)
            return SyntaxSlip(variant, number, values[0].column, better=better)
    return None


def _pairs(lines: list[str], _: int) -> SyntaxSlip | None:
    """Keys and values behind a key, on its line and without braces."""
    found = _INLINE.fullmatch(lines[-1])
    better = f"{{{found['pairs'].strip()}}}" if found else ""
    return SyntaxSlip("braces", len(lines) - 1, found.start("pairs"), better=better) if found else None


def _rewritten(line: str, values: list[Value]) -> str:
    """All that stands behind the key of a line, with quotation marks around each of several values."""
    for value in reversed(values):
        line = f"{line[: value.column]}{value.better}{line[value.end :]}"
    return line.partition(":")[2].strip(" ")


def _emptied(lines: list[str], _: int) -> SyntaxSlip | None:
    """A key that is said to hold nothing, with lines below it that belong to it."""
    above = next((number for number in range(len(lines) - 2, -1, -1) if lines[number].strip(" ")), None)
    if above is None or not (found := _NOTHING.fullmatch(lines[above])) or depth_of(lines[-1]) <= len(found["indent"]):
        return None
    return SyntaxSlip("emptied", above, found.start("empty"), found["empty"])


def _colon(lines: list[str], _: int) -> SyntaxSlip | None:
    """A line with a key and no colon, beside or below a line with one."""
    for number in _near(lines, 3):
        found, comment = _WORD.fullmatch(lines[number]), _COMMENT.match(lines[number])
        if comment is not None:
            return SyntaxSlip("comment", number, comment.start("sign"), comment["sign"], f"# {comment['words']}")
        if _PROSE.fullmatch(lines[number]):
            return SyntaxSlip("text", number, 0)
        if found is None or re.search(r":(?: |$)", lines[number]):
            continue
        above = next((line for line in reversed(lines[:number]) if line.strip(" ")), None)
        if above is None or depth_of(above) >= depth_of(lines[number]) or above.endswith(":"):
            signed, rest = _SIGNED.fullmatch(found["rest"] or ""), (found["rest"] or "").split()
            is_text = found["key"][0].isupper() or not (rest and rest[0][0].isupper())
            is_rest = (len(rest) >= _SENTENCE and is_text) or (rest and not re.fullmatch(_NAME, found["key"]))
            is_new = not (found["indent"] or found["key"][0].islower() or lines[number - 1][-1:].isalpha())
            variant = "equals" if signed else ("text" if is_new else "continued") if is_rest else "missing"
            return SyntaxSlip(variant, number, found.start("key"), found["key"], signed["value"] if signed else "")
    return None


def _comma(lines: list[str], column: int) -> SyntaxSlip | None:
    """A key between braces, right behind the quotation mark that ends the value before it."""
    before = lines[-1][:column].rstrip(" ")
    found = _FLOW_KEY.match(lines[-1], column) if "{" in before and before.endswith(('"', "'")) else None
    return SyntaxSlip("comma", len(lines) - 1, column, found["key"]) if found else None


def _dash(lines: list[str], _: int) -> SyntaxSlip | None:
    """A hyphen before a name whose neighbours above have none."""
    found = _ITEM.fullmatch(lines[-1])
    above = [line for line in lines[:-1] if line.strip(" ")]
    same = next((line for line in reversed(above) if depth_of(line) <= depth_of(lines[-1])), "")
    if found is None or depth_of(same) != depth_of(lines[-1]) or same.lstrip(" ").startswith("- "):
        return None
    return SyntaxSlip("dash", len(lines) - 1, depth_of(lines[-1]), found["key"])


def _listed(lines: list[str], _: int) -> SyntaxSlip | None:
    """A hyphen before a name above whose neighbours below have none: `- loans:`, or `- id: loans`."""
    depth, found = depth_of(lines[-1]), None
    for number in range(len(lines) - 2, -1, -1) if _KEY.match(lines[-1]) else ():
        item = _ITEM.fullmatch(lines[number])
        if lines[number].strip() and (depth_of(lines[number]) < depth or not (item or depth_of(lines[number]) > depth)):
            break
        if item and depth_of(lines[number]) == depth:
            name = item["rest"] if item["key"] in {"id", "name"} and item["rest"] else item["key"]
            found = SyntaxSlip("unlisted", number, depth, lines[number].strip(), f"{name}:")
    return found


def depth_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _quote(lines: list[str], _: int) -> SyntaxSlip | None:
    """A line with one quotation mark too few."""
    for number, line in enumerate(lines):
        rest = _QUOTED.sub(lambda match: "." * len(match[0]), line)
        if '"' in rest and not line.lstrip(" ").startswith("#"):
            return _unclosed(lines, number, line.index('"'))
        if unended := _UNENDED.fullmatch(line):
            return _unclosed(lines, number, unended.start("mark"))
    return None


def _unclosed(lines: list[str], number: int, at: int) -> SyntaxSlip:
    """A text without its second mark, which is where the line ends if the first one is all that there is."""
    line, below = lines[number], lines[number + 1] if number + 1 < len(lines) else ""
    is_alone = line.count(line[at]) == 1 and line[:at].endswith((": ", "- ")) and not set("{[") & set(line[:at])
    is_alone = is_alone and depth_of(below) <= depth_of(line)
    better = f"{line[at:].rstrip(' ')}{line[at]}" if is_alone else ""
    return SyntaxSlip("ended" if better else "quote", number, at, line[at], better)


def _space(lines: list[str], _: int) -> SyntaxSlip | None:
    """A key whose value follows its colon at once."""
    every = ((at, one) for at in _near(lines) if (one := _NO_SPACE.fullmatch(lines[at])))
    return next((SyntaxSlip("space", at, one.start("value"), one["key"], one["value"]) for at, one in every), None)


def _bracket(lines: list[str], _: int) -> SyntaxSlip | None:
    """A line on which a bracket is opened and not closed, or the other way round."""
    for number, line in enumerate(lines):
        rest = _QUOTED.sub(lambda match: "." * len(match[0]), line)
        for opening, closing in ("{}", "[]"):
            if rest.count(opening) != rest.count(closing):
                return SyntaxSlip("bracket", number, rest.find(opening if opening in rest else closing))
    return None


def _indent(lines: list[str], column: int) -> SyntaxSlip | None:
    """A line with a key where the error stands at the key or at its own colon."""
    last, indented = lines[-1], depth_of(lines[-1])
    is_meant = _KEY.match(last) and column in {indented, last.find(":")}
    return SyntaxSlip("indent", len(lines) - 1, indented) if is_meant else None
