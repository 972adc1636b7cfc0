"""How blocks begin: one function for each kind, tried where a line stands after the blocks that are open.

Each is given the cursor at the first character that is neither space nor tab, and the structure; it gives None where
no block of its kind begins, else what the rest of the line is.
"""

import re
from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from factsheet.content.markup.commonmark import containers, leaves
from factsheet.content.markup.commonmark.cursor import Cursor
from factsheet.content.markup.commonmark.grammar import CLOSING_TAG, OPEN_TAG, unescaped
from factsheet.content.markup.commonmark.leaves import alignments_of, cells_of, is_delimiter_row
from factsheet.core.patterns import regex

if TYPE_CHECKING:
    from factsheet.content.markup.commonmark.structure import Structure


class Began(Enum):
    """What the rest of a line is after a block has begun."""

    CONTAINER = auto()
    """Blocks may begin in the new one."""
    TEXT = auto()
    """Text of the new block."""
    NOTHING = auto()
    """The line has been read."""


Start = Callable[["Structure", Cursor], Began | None]

_ATX: Final = regex(r"(#{1,6})(?:[ \t]+|$)")
_ATX_END: Final = regex(r"(?:^|[ \t]+)#+[ \t]*$")
_SETEXT: Final = regex(r"(=+|-+)[ \t]*$")
_THEMATIC_BREAK: Final = regex(r"(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$")
_FENCE: Final = regex(r"`{3,}(?!.*`)|~{3,}")
_BULLET: Final = regex(r"[*+-](?=[ \t]|$)")
_ORDERED: Final = regex(r"([0-9]{1,9})[.)](?=[ \t]|$)")
_FOOTNOTE: Final = regex(r"\[\^([^\]\s]+)\]:[ \t]*")
_DESCRIPTION: Final = regex(r":(?=[ \t]+[^ \t])")
_TASK: Final = regex(r"\[([ xX])\](?=[ \t]+[^ \t])")
_MOST_PADDING: Final = 4
"""Spaces after a marker: with more, the item begins with a block of code."""

_NAMES: Final = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    "fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|"
    "menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|"
    "track|ul"
)
_WITH_END: Final = tuple(
    (regex(opening, re.IGNORECASE), regex(end, re.IGNORECASE))
    for opening, end in (
        (r"<(?:script|pre|textarea|style)(?:[ \t>]|$)", r"</(?:script|pre|textarea|style)>"),
        (r"<!--", r"-->"),
        (r"<\?", r"\?>"),
        (r"<![A-Z]", r">"),
        (r"<!\[CDATA\[", r"\]\]>"),
    )
)
"""The kinds of HTML blocks that have an end of their own: how each begins and ends."""

_KNOWN_TAG: Final = regex(rf"</?(?:{_NAMES})(?:[ \t]|/?>|$)", re.IGNORECASE)
_WHOLE_TAG: Final = regex(rf"(?:{OPEN_TAG}|{CLOSING_TAG})[ \t]*$", re.ASCII)


def indented_code(structure: "Structure", cursor: Cursor) -> Began | None:
    """Four columns of indentation, where no paragraph goes on: section 4.4."""
    if isinstance(structure.tip, leaves.Paragraph) or cursor.is_blank:
        return None
    cursor.skip_columns(4)
    structure.begin(leaves.IndentedCode(cursor))
    return Began.TEXT


def block_quote(structure: "Structure", cursor: Cursor) -> Began | None:
    """`>`: section 5.1."""
    block = containers.BlockQuote(cursor)
    block.enter(cursor)
    structure.begin(block)
    return Began.CONTAINER


def atx_heading(structure: "Structure", cursor: Cursor) -> Began | None:
    """One to six `#`: section 4.2."""
    if (found := _ATX.match(cursor.text, cursor.next)) is None:
        return None
    block = leaves.Heading(cursor, len(found[1]))
    block.lines.append(_ATX_END.sub("", cursor.text[found.end() :]))
    block.sources.append(cursor.offset + found.end())
    structure.begin(block)
    structure.close_tip(cursor.number)
    return Began.NOTHING


def fenced_code(structure: "Structure", cursor: Cursor) -> Began | None:
    """Three or more backticks or tildes: section 4.5."""
    if (found := _FENCE.match(cursor.text, cursor.next)) is None:
        return None
    structure.begin(leaves.FencedCode(cursor, found[0], unescaped(cursor.text[found.end() :].strip(" \t"))))
    return Began.NOTHING


def html_block(structure: "Structure", cursor: Cursor) -> Began | None:
    """A tag, a comment, a declaration: section 4.6; a tag of any name does not interrupt a paragraph."""
    text, start = cursor.text, cursor.next
    end = next((end for opening, end in _WITH_END if opening.match(text, start)), None)
    is_known = end is not None or _KNOWN_TAG.match(text, start)
    if not is_known and (isinstance(structure.tip, leaves.Paragraph) or not _WHOLE_TAG.match(text, start)):
        return None
    structure.begin(leaves.HtmlBlock(cursor, end))
    return Began.TEXT


def setext_heading(structure: "Structure", cursor: Cursor) -> Began | None:
    """A paragraph with a line of `=` or `-` below it: section 4.3."""
    paragraph = structure.container
    found = _SETEXT.match(cursor.text, cursor.next)
    if found is None or not isinstance(paragraph, leaves.Paragraph) or not paragraph.settle(structure.references):
        return None
    heading = leaves.Heading(cursor, 1 if found[1][0] == "=" else 2)
    heading.lines, heading.sources = paragraph.lines, paragraph.sources
    heading.line, heading.offset = paragraph.line, paragraph.offset
    structure.replace(paragraph, heading)
    structure.close_tip(cursor.number)
    return Began.NOTHING


def table(structure: "Structure", cursor: Cursor) -> Began | None:
    """A line of hyphens and pipes below one of as many cells: GitHub's tables."""
    paragraph = structure.container
    if not isinstance(paragraph, leaves.Paragraph) or not paragraph.lines:
        return None
    row, head = cursor.text[cursor.next :], paragraph.lines[-1]
    if not is_delimiter_row(row) or ("|" not in row and "|" not in head and ":" not in row):
        return None
    alignments = alignments_of(row)
    if len(cells_of(head)) != len(alignments):
        return None
    block = leaves.TableBlock(cursor, alignments, (paragraph.lines.pop(), paragraph.sources.pop()))
    structure.split(block, cursor.number - 2)
    return Began.NOTHING


def thematic_break(structure: "Structure", cursor: Cursor) -> Began | None:
    """Three or more of `*`, `-` or `_`: section 4.1."""
    if not _THEMATIC_BREAK.match(cursor.text, cursor.next):
        return None
    structure.begin(leaves.ThematicBreak(cursor))
    structure.close_tip(cursor.number)
    return Began.NOTHING


def footnote(structure: "Structure", cursor: Cursor) -> Began | None:
    """`[^label]:`, as GitHub has it."""
    if (found := _FOOTNOTE.match(cursor.text, cursor.next)) is None:
        return None
    structure.begin(containers.FootnoteDefinition(cursor, found[1]))
    cursor.skip_indent()
    cursor.skip(len(found[0]))
    return Began.CONTAINER


def description(structure: "Structure", cursor: Cursor) -> Began | None:
    """`:` below a paragraph of terms, as PHP Markdown Extra has it."""
    if not _DESCRIPTION.match(cursor.text, cursor.next) or not structure.take_terms(cursor):
        return None
    structure.begin(containers.Description(cursor, _pass_marker(cursor, 1)))
    return Began.CONTAINER


def list_item(structure: "Structure", cursor: Cursor) -> Began | None:
    """A bullet, or a number and a sign: sections 5.2 and 5.3."""
    found = _BULLET.match(cursor.text, cursor.next) or _ORDERED.match(cursor.text, cursor.next)
    if found is None:
        return None
    number = int(found[1]) if found.lastindex else None
    if isinstance(structure.container, leaves.Paragraph):
        is_empty = not cursor.text[found.end() :].strip(" \t")
        if is_empty or number not in {None, 1}:
            return None
    probe = containers.List(cursor, found[0][-1], number)
    width = _pass_marker(cursor, len(found[0]))
    structure.begin_item(probe, containers.ListItem(cursor, width, number))
    task = _TASK.match(cursor.text, cursor.index)
    if task is not None and isinstance(structure.tip, containers.ListItem):
        structure.tip.task = task[1] != " "
        cursor.skip(len(task[0]) + 1)
    return Began.CONTAINER


def _pass_marker(cursor: Cursor, length: int) -> int:
    """Pass a marker and the space after it; give how many columns its text is further in."""
    indent = cursor.indent
    cursor.skip_indent()
    cursor.skip(length)
    mark, column = cursor.mark(), cursor.column
    while cursor.is_at_space and cursor.column - column <= _MOST_PADDING:
        cursor.skip_columns(1)
    padding = cursor.column - column
    if not 1 <= padding <= _MOST_PADDING or cursor.index >= len(cursor.text):
        cursor.back_to(mark)
        cursor.skip_space()
        padding = 1
    return indent + length + padding


STARTS: Final[dict[str, tuple[Start, ...]]] = {
    ">": (block_quote,), "#": (atx_heading,), "`": (fenced_code,), "~": (fenced_code,), "<": (html_block,),
    "=": (setext_heading,), "-": (setext_heading, table, thematic_break, list_item), "|": (table,),
    ":": (table, description), "*": (thematic_break, list_item), "_": (thematic_break,), "+": (list_item,),
    "[": (footnote,), **dict.fromkeys("0123456789", (list_item,)),
}  # fmt: skip
"""What may begin with a character, in the order in which it is tried."""
