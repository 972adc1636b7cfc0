"""YAML 1.1 composed to plain nodes by PyYAML's C parser, with everything that could surprise refused.

Only mappings, lists and scalars are let through. Tags, anchors, aliases and duplicate keys are findings, and
the implicit types of YAML (octal, sexagesimal, `NO` for false, timestamps) never come into play: a scalar is
its text.
"""

import re
from collections.abc import Iterator

import yaml

from factsheet.content.frontmatter import written
from factsheet.content.frontmatter.meant import depth_meant, misplaced
from factsheet.content.frontmatter.slips import MERGED, find_slip, odd_space, quoted, unmarked
from factsheet.content.frontmatter.written import Listing, Mapping, Node, Scalar
from factsheet.content.text import forbidden, place_at
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import replace

MAX_HEAD = 200_000
"""The longest front matter, in characters."""

_TAGS: dict[type[yaml.Node], str] = {
    kind: f"tag:yaml.org,2002:{name}"
    for kind, name in ((yaml.ScalarNode, "str"), (yaml.MappingNode, "map"), (yaml.SequenceNode, "seq"))
}
_IMPLICIT = frozenset(_TAGS.values())
"""The tags of nodes without one: the base loader resolves none of YAML's implicit types."""
_RUN_OF_INDICATORS = regex(r"[-?:](?:[ \t]+[-?:]){12}(?:[ \t]|$)", re.MULTILINE)
_BRACKET = regex(r"[\[\]{}]")
_OF_TEXT = frozenset({"title", "short_title", "summary", "label", "note", "text", "translation"})
_REFERENCE = regex(r"\{\{ ?(?P<name>[\w/-]+)(?:\.\w+)? ?\}\}")
_AFTER_KEY = regex(r"[ ]*(?:- )?[\w-]+:[ ]+(?P<value>\S.*?)[ ]*")
_SEVERAL_WORDS = regex(r"\S\s+\S")
_TITLED = regex(r"^[ ]*(?:- )?(?:title|label):[ ]*\Z")
"""A key whose text begins with a sharp, since it may not be empty."""
_ERROR = regex(r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)")
"""What a spreadsheet writes where it has no number."""
_PROPERTIES = {"&": "anchor", "!": "tag", "*": "alias"}


_RawPair = tuple[yaml.Node, yaml.Node]


def without_brackets(node: Node, *, is_text: bool) -> tuple[str, Scalar | None]:
    """The value that was most likely meant, in brackets or that of its language; and by what all else is judged."""
    if isinstance(node, Mapping):
        own = node.place.path.split("/")[1:2] if is_text else []
        found = next((one for key, one in node.entries if [key.text] == own and isinstance(one, Scalar)), None)
        return (found.text, found) if found else ("", None)
    items = node.items if isinstance(node, Listing) else ()
    texts = [item for item in items if isinstance(item, Scalar) and '"' not in item.text]
    if len(texts) != len(items) or not texts or (len(texts) > 1 and not is_text):
        return "", None
    return (f'"{", ".join(item.text for item in texts)}"' if is_text else texts[0].text), texts[0]


class _Loader(yaml.CBaseLoader):
    """PyYAML's base loader, which resolves nothing: without its search for what to resolve in every node."""

    def descend_resolver(self, *_: object) -> None:
        """Look for no resolver of a path."""

    def ascend_resolver(self) -> None:
        """Look for none on the way back."""

    def resolve(self, kind: type[yaml.Node], *_: object) -> str:
        """Give each kind of node its own tag."""
        return _TAGS[kind]


class Unbearable(ValueError):
    """A text that is longer or more deeply nested than the parser may be handed."""

    def __init__(self, what: str, limit: str) -> None:
        super().__init__(f"{what}: more than {limit}")
        self.what = what
        self.limit = limit


def compose(path: str, head: str, *, first_line: int = 2) -> tuple[Mapping | None, list[Problem]]:
    """Read YAML text to a mapping; `first_line` is the line of the file on which it begins."""
    if (odd := odd_space(head)) is not None:
        place, name = place_at(path, head, odd, first_line=first_line), f"U+{ord(head[odd]):04X}"
        return None, [report("F005", place, variant="odd-space", reason="", character=name)]
    found = written.faultless(path, head, first_line) if len(head) <= MAX_HEAD and not _is_too_deep(head) else None
    return (found, []) if found is not None else _judged(path, head, first_line)


def _judged(path: str, head: str, first_line: int) -> tuple[Mapping | None, list[Problem]]:
    """Compose a text that is not faultless, and say what is wrong with it."""
    start = Place(path, first_line)
    try:
        root = parsed(head)
    except Unbearable as error:
        return None, [report("F012", start, what=error.what, limit=error.limit)]
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return None, [_syntax_problem(path, error, head, first_line)]
    if root is None:
        return Mapping((), start), []
    builder = _Builder(path, first_line, head)
    node = builder.node(root, 0)
    if isinstance(node, Mapping):
        return node, builder.problems
    return None, builder.problems or [report("F008", start, key="front matter", expected="keys and values")]


def parsed(head: str) -> yaml.Node | None:
    """Parse YAML text to PyYAML's own nodes, which know where each value begins and ends; None for an empty text.

    Raises Unbearable for a text that the parser must not be handed, and what the parser raises.
    """
    if len(head) > MAX_HEAD:
        raise Unbearable("front matter", f"{MAX_HEAD} characters")
    if _is_too_deep(head):
        raise Unbearable("nesting", f"{written.MAX_DEPTH} levels")
    return yaml.compose(head, Loader=_Loader)


def _is_too_deep(head: str) -> bool:
    """Tell nesting that the composer, which recurses in C, must not be handed.

    What is left are levels on lines of their own, each indented further: the length of the front matter bounds
    those to some 1,500, which the composer bears.
    """
    return _RUN_OF_INDICATORS.search(head) is not None or _flow_depth(head) > written.MAX_DEPTH


def _flow_depth(head: str) -> int:
    """The deepest nesting of brackets, counted without regard to quotes: never less than the true one."""
    depth = deepest = 0
    for match in _BRACKET.finditer(head):
        depth = depth + 1 if match[0] in "[{" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _syntax_problem(path: str, error: Exception, head: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    reason = str(getattr(error, "problem", None) or error).replace("\n", " ")
    if mark is None:
        return report("F005", Place(path, first_line), reason=reason)
    last = head.count("\n")
    line, column = (mark.line, mark.column) if mark.line <= last else (last, len(head) - head.rfind("\n") - 1)
    slip = find_slip(head, line, column)  # a text that ends too early is at fault behind its last line
    if slip is not None:
        place = Place(path, slip.line + first_line, slip.column + 1)
        if slip.variant == MERGED:
            return report("F022", place)
        lines = head.split("\n")
        wrong = misplaced(lines, slip.line) if slip.variant == "indent" else None
        if wrong is not None:
            at = Place(path, wrong.line + first_line, len(lines[wrong.line]) - len(lines[wrong.line].lstrip(" ")) + 1)
            like = wrong.like + first_line
            return report("F005", at, variant="as-above", reason=reason, key=wrong.spaces or "no", better=like)
        spaces, above = depth_meant(lines, slip.line) if slip.variant == "tab" else (0, None)
        if above is not None:
            above += first_line
            return report("F005", place, variant="tab-as-above", reason=reason, key=spaces or "no", better=above)
        return report("F005", place, variant=slip.variant, reason=reason, key=slip.key, better=slip.better)
    value = _AFTER_KEY.fullmatch(head.split("\n")[line])
    variant = "colon" if value and "mapping values are not allowed" in reason else ""
    better = quoted(value["value"]) if value else ""
    at = Place(path, line + first_line, column + 1)
    return report("F005", at, variant=variant, reason=reason, better=better)


class _Builder:
    """Turns PyYAML's nodes into ours, collecting findings."""

    def __init__(self, path: str, first_line: int, head: str) -> None:
        self.path = path
        self.first_line = first_line
        self.head = head
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def node(self, raw: yaml.Node, depth: int) -> Node | None:
        """Turn a node and all below it; None for what is refused."""
        mark = raw.start_mark
        place = Place(self.path, mark.line + self.first_line, mark.column + 1)
        properties = self.head[mark.index : mark.index + 1] in _PROPERTIES
        if properties or depth > written.MAX_DEPTH or raw.tag not in _IMPLICIT or id(raw) in self._seen:
            self.problems.append(self._refusal(raw, place, depth))
            is_text = properties and isinstance(raw.value, str) and id(raw) not in self._seen
            return Scalar(self._rest(mark), place) if is_text else None
        self._seen.add(id(raw))
        value = raw.value
        if isinstance(value, str):
            style = getattr(raw, "style", None)
            if style == '"' and not value.isprintable():
                self.problems.extend(replace(each, place=place) for each in forbidden(self.path, value))
            is_quoted = bool(style) and style in written.QUOTED
            value = value or (style if style in written.BLOCKS else "")
            return Scalar(value if is_quoted else self._plain(raw, place), place, quoted=is_quoted)
        if isinstance(raw, yaml.SequenceNode):
            built = (self.node(item, depth + 1) for item in value)
            return Listing(tuple(item for item in built if item is not None), place)
        return self._reference(raw, place) or Mapping(tuple(self._entries(value, depth)), place)

    def _plain(self, raw: yaml.Node, place: Place) -> str:
        """Give a text without quotation marks, and report what it has lost, or what it has too much."""
        text = str(raw.value)
        end = raw.end_mark.index
        comment = written.COMMENT.match(self.head, end) if self.head[end : end + 1] in " \t#" else None
        is_title = not text and _TITLED.search(self.head[:end].rpartition("\n")[2])
        is_sign = comment is not None and comment["comment"] == "#" and text[:1].isalpha()
        if comment and (comment["joined"] or is_title or is_sign or _SEVERAL_WORDS.search(text)):
            line, column = raw.end_mark.line + self.first_line, raw.end_mark.column + 1
            at = Place(self.path, line, column + comment.start("comment") - raw.end_mark.index)
            whole = f"{text} {comment['comment']}".strip(" ")
            variant = "error" if _ERROR.fullmatch(comment["comment"]) else ""
            self.problems.append(report("F025", at, variant=variant, cut=comment["comment"], better=quoted(whole)))
            return whole
        if (inner := unmarked(text)) is not None:
            better, shown = quoted(inner), quoted(text)
            self.problems.append(report("F026", place, marks=f"{text[0]}{text[-1]}", better=better, shown=shown))
        return inner or text

    def _rest(self, mark: yaml.Mark) -> str:
        """The rest of a line."""
        return self.head[mark.index :].partition("\n")[0].rstrip(" ")

    def _refusal(self, raw: yaml.Node, place: Place, depth: int) -> Problem:
        if id(raw) in self._seen:
            return report("F011", place, what="alias")
        if depth > written.MAX_DEPTH:
            return report("F012", place, what="nesting", limit=f"{written.MAX_DEPTH} levels")
        sign = self.head[raw.start_mark.index]
        if sign in _PROPERTIES and isinstance(raw.value, str):
            better = quoted(self._rest(raw.start_mark))
            what = f"tag {raw.tag}" if sign == "!" else _PROPERTIES[sign]
            return report("F011", place, variant="text", what=what, better=better)
        if raw.tag not in _IMPLICIT:
            return report("F011", place, what=f"tag {raw.tag}")
        return report("F011", place, what=_PROPERTIES[self.head[raw.start_mark.index]])

    def _trimmed(self, key: Scalar) -> Scalar:
        """Give a key without the spaces around it that are none for YAML, and report them."""
        plain = key.text.strip()
        odd = key.text.removeprefix(plain)[:1] or key.text[0]
        values = {"better": plain, "character": f"U+{ord(odd):04X}"}
        self.problems.append(report("F007", key.place, variant="space", key=key.text, **values))
        return replace(key, text=plain)

    def _reference(self, raw: yaml.Node, place: Place) -> Scalar | None:
        """Give the name of a figure that stands between the braces of texts, and report those of a line once."""
        if (found := _REFERENCE.match(self.head, raw.start_mark.index)) is None:
            return None
        line = self.head[raw.start_mark.index - raw.start_mark.column :].partition("\n")[0]
        name, _, value = line.partition(":")
        is_text = name.strip(" ") in _OF_TEXT
        better = quoted(value.strip(" ")) if is_text else _REFERENCE.sub(lambda match: match["name"], value).strip(" ")
        before = self.problems[-1] if self.problems else None
        if before is None or (before.variant, before.place.line) != ("braces", place.line):
            values = {"key": found[0], "expected": "a text" if is_text else "a name", "better": better}
            self.problems.append(report("F008", place, variant="text" if is_text else "braces", **values))
        return Scalar(found["name"], place)

    def _entries(self, pairs: list[tuple[yaml.Node, yaml.Node]], depth: int) -> Iterator[tuple[Scalar, Node]]:
        known: dict[str, Place] = {}
        for raw_key, raw_value in pairs:
            key = self.node(raw_key, depth + 1)
            value = self.node(raw_value, depth + 1)
            if isinstance(key, Scalar) and not key.quoted and key.text != key.text.strip():
                key = self._trimmed(key)
            if not isinstance(key, Scalar):
                if key is not None:
                    self.problems.append(report("F008", key.place, key="a key", expected="a word"))
                continue
            if key.text in known:
                first = known[key.text]
                self.problems.append(report("F006", key.place, key=key.text, other=str(first)))
                continue
            known[key.text] = key.place
            if value is not None:
                yield key, value
