"""Marks that carry references through Markdown and the sanitizer without being touched.

Each `{{ ... }}` of the source becomes a mark before Markdown runs, so that its position is known and nothing
in it can be read as markup. Marks are made of private-use characters, which sources may not contain (code F002).
A mark begins and ends with a letter, so that typographic quotes beside it turn the right way.
"""

import re
from collections.abc import Callable
from typing import Final

from factsheet.core.patterns import regex

REFERENCE: Final = regex(r"\{\{([^{}\n]{1,240})\}\}")
"""A reference as editors write it; the spaces at its ends are its reader's to drop, which keeps this linear."""

MARK: Final = regex("x\ue000([0-9]+)\ue001x")
"""A figure in running text."""

PLAIN: Final = regex("x\ue002([0-9]+)\ue001x")
"""A figure inside an attribute, where no element can stand."""

LINK: Final = regex("x\ue003([0-9]+)\ue001x")
"""The address of a link, to be resolved for the page it stands on."""

PLACE: Final = regex("\ue004([0-9]+)\ue001")
"""The offset in the body of the text after it; it stands only while HTML is being made safe."""


def place(offset: int) -> str:
    """The mark of a place in the body."""
    return f"\ue004{offset}\ue001"


def mark(index: int) -> str:
    """The mark of the reference with this index."""
    return f"x\ue000{index}\ue001x"


def plain(index: int) -> str:
    """The mark of a reference that must become plain text."""
    return f"x\ue002{index}\ue001x"


def link(index: int) -> str:
    """The mark of an address."""
    return f"x\ue003{index}\ue001x"


def replace(pattern: re.Pattern[str], text: str, give: Callable[[int], str]) -> str:
    """Replace each mark by what `give` says for its index."""
    return pattern.sub(lambda match: give(int(match[1])), text)
