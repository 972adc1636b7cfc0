"""A second opinion on a body: where cmark-gfm, the reader of Markdown that GitHub runs, makes something else of it.

Blocks and marks are compared, and of texts the letters only, so that quotation marks and dashes count for nothing.
What sheets have beyond GitHub's Markdown is taken out before: figures, attributes of headings, definition lists.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html.parser import HTMLParser
from typing import Final

from factsheet.content.markup.prose import fill
from factsheet.content.markup.values import ALERT_TITLES, Prose
from factsheet.core.patterns import regex
from factsheet.core.problems import Given
from factsheet.core.records import NamedTuple, dataclass, field

FIGURE: Final = "figure"
"""What stands for a figure in both readings."""

_CONTAINERS: Final = frozenset({"blockquote", "dl", "details", "li", "ol", "table", "ul"})
_LEAVES: Final = {
    **dict.fromkeys(("p", "dd", "summary"), "p"),
    **{f"h{level}": f"h{max(level, 2)}" for level in range(1, 7)},
    **{name: name for name in ("pre", "td", "th", "dt", "hr")},
}
_MARKS: Final = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "del": "del", "code": "code", "a": "a"}
_NOT_LETTERS: Final = regex(r"[\W_]+")
_ALERT: Final = regex(rf"^([ \t>]*>[ \t]*)\[!(?:{'|'.join(ALERT_TITLES)})\][ \t]*$", re.MULTILINE | re.IGNORECASE)
_ATTRIBUTES: Final = regex(r"^([ \t>]*#{1,6} .*?)[ \t]*\{:?[ \t]*[#.][^{}\n]*\}[ \t]*$", re.MULTILINE)
_NAMES: Final = {
    "p": "a paragraph", "pre": "code", "td": "a cell of a table", "th": "a cell of a table", "hr": "a rule",
    "dt": "a term", "em": "emphasis", "strong": "bold", "del": "struck-out text", "code": "code in the line",
    "a": "a link", "img": "a picture", "note": "a footnote",
}  # fmt: skip


class InnermostBlock(NamedTuple):
    """A block without blocks: the blocks around it, its kind, its letters, the marks in it, and its line or 0."""

    around: tuple[str, ...]
    kind: str
    letters: str
    marks: tuple[tuple[str, str], ...]
    line: int

    @property
    def key(self) -> tuple[tuple[str, ...], str, str, tuple[tuple[str, str], ...]]:
        """What is compared."""
        return self[:4]


@dataclass(frozen=True, slots=True)
class Difference:
    """The line of the body, what we make of it, and what the other reader does."""

    line: int
    ours: str
    theirs: str


def second_opinion(body: str, prose: Prose) -> list[Difference]:
    """Where the other reader differs; raises ImportError without cmarkgfm."""
    from cmarkgfm import markdown_to_html_with_extensions
    from cmarkgfm.cmark import Options

    given = _plain(body, prose)
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_SOURCEPOS | Options.CMARK_OPT_FOOTNOTES
    theirs = markdown_to_html_with_extensions(given, options, ["table", "strikethrough", "autolink", "tasklist"])
    ours = fill(prose, lambda _: FIGURE, lambda _: FIGURE, lambda index: prose.links[index].address)
    return list(differences(leaves(ours), leaves(theirs)))


def _plain(body: str, prose: Prose) -> str:
    """The body without what GitHub does not have: a word for each figure, no attributes of headings, no alerts."""
    edits = [(one.offset, body.index("}}", one.offset) + 2, FIGURE) for one in prose.references if not one.in_code]
    edits += [
        (found.end(1), found.end(), "")
        for found in (*_ATTRIBUTES.finditer(body), *_ALERT.finditer(body))
        if not any(found.start() in range(start, end) for start, end in prose.code)
    ]
    for start, end, text in sorted(edits, reverse=True):
        body = body[:start] + text + body[end:]
    return body


def leaves(html: str) -> list[InnermostBlock]:
    """The leaves of a page, those of its footnotes last."""
    outline = _Outline()
    outline.feed(html)
    outline.close()
    outline.end()
    return outline.found + outline.notes


def differences(ours: Sequence[InnermostBlock], theirs: Sequence[InnermostBlock]) -> Iterator[Difference]:
    """Compare two lists of leaves."""
    here, there = [leaf.key for leaf in ours], [leaf.key for leaf in theirs]
    if here == there:
        return
    for name, begin, end, first, last in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if name == "equal" or _is_definition_list(ours[begin:end], theirs[first:last]):
            continue
        line = next((leaf.line for leaf in (*theirs[first:], *theirs[:first][::-1]) if leaf.line), 1)
        yield Difference(line, *_words(ours[begin:end], theirs[first:last]))


def _is_definition_list(ours: Sequence[InnermostBlock], theirs: Sequence[InnermostBlock]) -> bool:
    """Whether the difference is a list of terms, which GitHub does not have."""
    is_list = any("dl" in leaf.around for leaf in ours)
    return is_list and "".join(leaf.letters for leaf in ours) == "".join(leaf.letters for leaf in theirs)


def _words(ours: Sequence[InnermostBlock], theirs: Sequence[InnermostBlock]) -> tuple[str, str]:
    """Both readings in words: marks where the blocks are the same, else blocks."""
    if [leaf[:3] for leaf in ours] == [leaf[:3] for leaf in theirs]:
        mine = {mark for leaf in ours for mark in leaf.marks}
        other = {mark for leaf in theirs for mark in leaf.marks}
        return _listed(kind for kind, _ in sorted(mine - other)), _listed(kind for kind, _ in sorted(other - mine))
    return _listed(_block(leaf) for leaf in ours), _listed(_block(leaf) for leaf in theirs)


def _block(leaf: InnermostBlock) -> str:
    if leaf.around and leaf.around[-1] == "li" and leaf.kind == "p":
        return f"an item {sum(name == 'li' for name in leaf.around)} deep in lists"
    return f"a heading of level {leaf.kind[1]}" if leaf.kind[0] == "h" and leaf.kind != "hr" else leaf.kind


def _listed(kinds: Iterator[str]) -> str:
    return ", ".join(dict.fromkeys(_NAMES.get(kind, kind) for kind in kinds)) or "nothing of the kind"


@dataclass(slots=True)
class _Mark:
    name: str
    kind: str
    value: str
    start: int


@dataclass
class _Outline(HTMLParser):
    """Reads HTML into leaves."""

    found: list[InnermostBlock] = field(default_factory=list)
    notes: list[InnermostBlock] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._around: list[str] = []
        self._kind = "p"
        self._line = 0
        self._text: list[str] = []
        self._marks: list[tuple[str, str]] = []
        self._open: list[_Mark] = []
        self._hidden = 0
        self._in_notes = False
        self._is_rule = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block or a mark."""
        given = Given({name: value or "" for name, value in attrs})
        classes = given["class"]
        if tag in _CONTAINERS or "alert " in f"{classes} " or tag in {"section", "div"}:
            self.end()
            self._in_notes = self._in_notes or (tag in {"section", "div"} and "footnote" in classes)
            if tag in _CONTAINERS or "alert" in classes:
                self._around.append(tag if tag in _CONTAINERS else "blockquote")
        if tag in _LEAVES:
            self.end()
            self._kind = _LEAVES[tag]
            if tag == "hr":
                self._is_rule = not self._in_notes
                self.end()
        if "data-sourcepos" in given and (tag in _LEAVES or tag == "li"):
            self._line = int(given["data-sourcepos"].partition(":")[0])
        self._hidden += "alert-title" in classes or tag == "figcaption"
        self._mark(tag, given)

    def _mark(self, tag: str, given: Given) -> None:
        if tag == "img":
            self._marks.append(("img", given["src"]))
        elif tag in _MARKS and self._kind != "pre":
            address = given["href"]
            kind = "back" if address.startswith("#fnref") else "note" if address.startswith("#fn-") else _MARKS[tag]
            self._open.append(_Mark(tag, kind, given["href"], len(self._text)))

    def handle_endtag(self, tag: str) -> None:
        """End a block or a mark."""
        if tag in _CONTAINERS or tag in _LEAVES or tag in {"div", "section"}:
            self.end()
            if tag in self._around or (tag == "div" and self._around[-1:] == ["blockquote"]):
                self._around.pop()
        elif tag == "figcaption":
            self._hidden = 0
        elif self._open and self._open[-1].name == tag:
            self._end_mark(self._open.pop())

    def _end_mark(self, mark: _Mark) -> None:
        letters = _letters("".join(self._text[mark.start :]))
        if mark.kind in {"note", "back"}:
            del self._text[mark.start :]
        if mark.kind == "a":
            self._marks.append(("a", letters))
        elif mark.kind == "note" or (mark.kind != "back" and letters):
            self._marks.append((mark.kind, letters if mark.kind != "note" else ""))

    def handle_data(self, data: str) -> None:
        """Add text, but for the words above an alert and the caption of a picture, which GitHub shows as its title."""
        if not self._hidden:
            self._text.append(data)

    def end(self) -> None:
        """End the leaf that is open, if there is anything in it."""
        text = "".join(self._text)
        letters = _letters(text)
        if letters or self._marks or self._is_rule or (self._kind == "pre" and text):
            into = self.notes if self._in_notes else self.found
            around = () if self._in_notes else tuple(self._around)
            into.append(InnermostBlock(around, self._kind, letters, tuple(sorted(self._marks)), self._line))
        self._text, self._marks, self._kind = [], [], "p"
        self._open = []
        self._hidden = 0
        self._is_rule = False


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()
