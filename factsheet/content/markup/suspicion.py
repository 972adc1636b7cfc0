"""Signs that a text might take long to convert, found cheaply before it is converted.

The parser takes linear time, but what makes HTML safe does not where elements are nested. The thresholds lie far above
what people write. A text with a sign is not refused: it is converted where it can be stopped.
"""

from collections.abc import Iterator

from factsheet.records import dataclass

MOST_CHARACTERS = 40_000
"""How long a text may be before it is converted apart."""

MOST_LINES = 2_000
"""How many lines a text may have before it is converted apart."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What is suspicious, in words, and the offset in the text at which it stands."""

    what: str
    offset: int


_COUNTED = (
    ("<", 500, "tags or angle brackets"),
    ("|", 3000, "cells of tables"),
)
"""What is simply counted, and how many of it a text may have before it is converted apart."""


def first_sign(text: str) -> Sign | None:
    """The first sign of a text that may be slow to convert; None for what people write."""
    return next(_signs(text), None)


def _signs(text: str) -> Iterator[Sign]:
    for what, most, name in _COUNTED:
        if text.count(what) > most:
            yield Sign(f"more than {most} {name}", text.find(what))
    if len(text) > MOST_CHARACTERS or text.count("\n") > MOST_LINES:
        yield Sign("a text as long as this", 0)
