"""Delimiter runs, and which of them are emphasis: section 6.2; and strikethrough, as GitHub has it."""

import unicodedata
from typing import Final

from factsheet.core.records import dataclass, field

STRONG: Final = 2
_MOST_TILDES: Final = 2
_TAGS: Final = {1: "em", 2: "strong"}


@dataclass(slots=True, eq=False)
class Delimiter:
    """A run of `*`, `_` or `~`: what of it opens and closes elements, and how many of its signs are left."""

    sign: str
    length: int
    source: int
    can_open: bool
    can_close: bool
    left: int
    closing: int = 0
    """How many of its signs close elements."""
    closes: int = 0
    """How many elements it closes."""
    opens: list[tuple[str, int]] = field(default_factory=list)
    """The elements that it opens with their places, the innermost first."""

    @property
    def key(self) -> tuple[str, bool, int]:
        """What runs have in common that find no opener where one of them found none."""
        return self.sign, self.can_open, self.length % 3

    def matches(self, closer: "Delimiter") -> bool:
        """Whether it may open what `closer` closes: the rule of three, or for tildes the same length."""
        if self.sign != closer.sign:
            return False
        if self.sign == "~":
            return self.left == closer.left
        is_odd = (self.can_close or closer.can_open) and (self.length + closer.length) % 3 == 0
        return not is_odd or (self.length % 3 == 0 and closer.length % 3 == 0)


def delimiter_run(sign: str, length: int, source: int, before: str, after: str) -> Delimiter:
    """Make a run of the characters around it; both are a line end where there is none."""
    space_before, space_after = before.isspace(), after.isspace()
    sign_before, sign_after = _is_punctuation(before), _is_punctuation(after)
    is_left = not space_after and (not sign_after or space_before or sign_before)
    is_right = not space_before and (not sign_before or space_after or sign_after)
    if sign == "_":
        can_open, can_close = is_left and (not is_right or sign_before), is_right and (not is_left or sign_after)
    else:
        fits = sign != "~" or length <= _MOST_TILDES
        can_open, can_close = is_left and fits, is_right and fits
    return Delimiter(sign, length, source, can_open, can_close, length)


def match_delimiters(delimiters: list[Delimiter]) -> None:
    """Match closers with openers: each finds the nearest one, and what stands between them opens nothing."""
    openers: list[Delimiter] = []
    floors: dict[tuple[str, bool, int], int] = {}
    for closer in delimiters:
        while closer.can_close and closer.left:
            index = _opener(openers, closer, floors.get(closer.key, 0))
            if index is None:
                floors[closer.key] = len(openers)
                break
            _match(openers[index], closer)
            del openers[index + bool(openers[index].left) :]
            floors = {key: min(floor, len(openers)) for key, floor in floors.items()}
        if closer.can_open and closer.left:
            openers.append(closer)


def _opener(openers: list[Delimiter], closer: Delimiter, floor: int) -> int | None:
    for index in range(len(openers) - 1, floor - 1, -1):
        if openers[index].matches(closer):
            return index
    return None


def _match(opener: Delimiter, closer: Delimiter) -> None:
    if opener.sign == "~":
        used, tag = opener.left, "del"
    else:
        used = min(opener.left, closer.left, STRONG)
        tag = _TAGS[used]
    opener.left -= used
    closer.left -= used
    opener.opens.append((tag, opener.source + opener.closing + opener.left))
    closer.closing += used
    closer.closes += 1


def _is_punctuation(character: str) -> bool:
    if character.isascii():
        return not character.isalnum() and character > " " and character != "\x7f"
    return unicodedata.category(character)[0] in "PS"
