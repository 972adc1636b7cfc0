"""From the visible text of a block back to the Markdown it was made of: word by word.

Markdown keeps the words of a text and their order, so the words of the rendered blocks are found again,
one after the other, in the source with its markup blanked out.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_NOT_TEXT: Final = re.compile(
    r"""
      ^(?P<fence>```++|~~~++)[^\n]*+\n.*?(?:^(?P=fence)[^\n]*$|\Z)   # fenced code
    | (?<!`)(?P<ticks>`{1,3})(?!`).{1,2000}?(?<!`)(?P=ticks)(?!`) # code in a line
    | \{\{[^{}\n]{1,200}\}\}                                      # a reference to a figure
    | (?<=\])\([^()\s]{0,2000}                                    # where a link leads
    | ^[ ]{0,3}\[(?!\^)[^\]\n]{1,200}\]:[ ][^\n]*$                # the same, defined apart
    | \[\^[^\]\n]{1,100}\]                                        # a footnote's mark
    | </?[A-Za-z][^<>]{0,2000}>                                   # a tag of HTML, an address
    | <!--.{0,2000}?-->
    | &\#?\w{1,32};                                               # a character by its name
    | \{[:\#.][^{}\n]{0,200}\}                                    # an attribute list
    | ^[ \t>]*\d{1,9}[.)](?=[ \t])                                # the number of a list's item
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_AROUND: Final = (('"', '"'), ("'", "'"), ("[", "]"), ("(", ")"))
"""What stands around the words of an attribute in Markdown and in HTML."""

_LEAD: Final = 3
"""How many words of a block must follow each other for its beginning to be found."""

_WINDOW: Final = 12
"""How many words of the source may be skipped inside a block, such as the title of a link."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word of a visible text and where it stands in the source."""

    start: int
    end: int
    source: int


class Alignment:
    """Finds the blocks of one body in their order; one that stands elsewhere (a footnote) is found too."""

    def __init__(self, body: str) -> None:
        """Read the words of the body once."""
        blanked = _NOT_TEXT.sub(lambda match: " " * len(match[0]), body)
        words = list(_WORD.finditer(blanked))
        self._body = body
        self._words = [word[0] for word in words]
        self._starts = [word.start() for word in words]
        self._at: dict[str, list[int]] = {}
        for index, word in enumerate(self._words):
            self._at.setdefault(word, []).append(index)
        self._next = 0

    def anchors(self, text: str) -> tuple[Anchor, ...]:
        """Give the words of a block that were found, in order; none where its beginning was not found."""
        found = list(_WORD.finditer(text))
        words = [word[0] for word in found]
        begin = self._beginning(words)
        if begin is None:
            return ()
        anchors: list[Anchor] = []
        position = begin
        for word in found:
            here = self._after(word[0], position)
            if here is not None:
                anchors.append(Anchor(word.start(), word.end(), self._starts[here]))
                position = here + 1
        if begin >= self._next:
            self._next = position
        return tuple(anchors)

    def anchors_of_attribute(self, text: str) -> tuple[Anchor, ...]:
        """Give the words of a title or of the text in place of a picture, which stand between marks in the source."""
        for opening, closing in _AROUND:
            found = self._body.find(f"{opening}{text}{closing}")
            if found >= 0:
                words = _WORD.finditer(text)
                return tuple(Anchor(word.start(), word.end(), found + 1 + word.start()) for word in words)
        return ()

    def _beginning(self, words: list[str]) -> int | None:
        if not words:
            return None
        lead = words[:_LEAD]
        places = self._at.get(lead[0], [])
        later = bisect_left(places, self._next)
        for place in (*places[later:], *places[:later]):
            if self._words[place : place + len(lead)] == lead:
                return place
        return places[later] if later < len(places) else (places[0] if places else None)

    def _after(self, word: str, position: int) -> int | None:
        places = self._at.get(word, [])
        index = bisect_left(places, position)
        if index < len(places) and places[index] < position + _WINDOW:
            return places[index]
        return None
