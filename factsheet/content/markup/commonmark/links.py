"""What follows the brackets of a link or a picture: section 6.3."""

from typing import Final

from factsheet.content.markup.commonmark.cursor import Content
from factsheet.content.markup.commonmark.destinations import (
    DESTINATION,
    LABEL,
    TITLE,
    References,
    after_space,
    bare_end,
    label_key,
    title_of,
)
from factsheet.content.markup.commonmark.grammar import unescaped
from factsheet.content.markup.commonmark.nodes import Bracket, LinkNode
from factsheet.records import dataclass

_LONGEST_LABEL: Final = 999


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads, its title, where both stand in the body, and where the link ends in its block."""

    address: str
    title: str | None
    source: int
    title_source: int
    end: int

    def link(self, bracket: Bracket, address: str) -> LinkNode:
        """The link or picture that begins with a bracket."""
        tag = "img" if bracket.is_image else "a"
        return LinkNode(tag, address, self.title, bracket.source, self.source, self.title_source)


def target_of(text: Content, bracket: Bracket, end: int, references: References) -> Target | None:
    """Read what follows the brackets, which end at `end`: an address, or a label that is defined."""
    return inline_target(text, end) or reference_target(text, bracket, end, references)


def inline_target(text: Content, position: int) -> Target | None:
    """Read `(destination "title")`."""
    if not text.startswith("(", position):
        return None
    position = after_space(text, position + 1)
    if text.startswith("<", position):
        found = DESTINATION.match(text, position)
        if found is None or found[1] is None:
            return None
        start, destination, end = position + 1, found[1], found.end()
    else:
        bare = bare_end(text, position)
        if bare is None:
            return None
        start, destination, end = position, text[position:bare], bare
    gap = after_space(text, end)
    title = TITLE.match(text, gap) if gap > end else None
    close = after_space(text, title.end()) if title else gap
    if not text.startswith(")", close):
        return None
    return Target(
        unescaped(destination),
        title_of(title) if title else None,
        text.source(start),
        text.source(title.start() + 1) if title else 0,
        close + 1,
    )


def reference_target(text: Content, bracket: Bracket, end: int, references: References) -> Target | None:
    """Find the definition that `[text][label]`, `[label][]` or `[label]` names; `end` is after the first `]`."""
    label = LABEL.match(text, end)
    if label is not None and label[1].strip():
        end, key = label.end(), label[1]
    elif bracket.holds_bracket or end - bracket.after > _LONGEST_LABEL:
        return None
    else:
        key = text[bracket.after : end - 1]
        end = label.end() if label is not None and not label[1] else end
    found = references.get(label_key(key)) if key.strip() else None
    return None if found is None else Target(found[0], found[1], found[2], 0, end)
