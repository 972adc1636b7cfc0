"""A sheet's body as safe HTML with open places for its figures and links.

Nothing here depends on the value of a figure or the address of a page, so the costly part of a build is done
once per text. `fill` closes the open places for one page.
"""

import html as entities
import re
from collections.abc import Callable, Iterator
from typing import Final

from factsheet.content.markup import tokens
from factsheet.content.markup.values import GAP, Prose, Run, Typography
from factsheet.content.targets import block_of, parted
from factsheet.content.text import is_forbidden
from factsheet.core.patterns import regex
from factsheet.core.records import dataclass, replace


def render(body: str, typography: Typography) -> Prose:
    """Render Markdown to safe HTML with open places; raises Unrenderable."""
    return convert(body if body.isascii() else _RESERVED.sub(REPLACEMENT, body), typography)


def fill(prose: Prose, figure: Callable[[int], str], plain: Callable[[int], str], link: Callable[[int], str]) -> str:
    """Close the open places: `figure` gives HTML, `plain` and `link` give text, which is escaped here."""
    text = tokens.replace(tokens.LINK, prose.html, lambda index: entities.escape(link(index)))
    text = tokens.replace(tokens.PLAIN, text, lambda index: entities.escape(plain(index)))
    return tokens.replace(tokens.MARK, text, figure)


_ALONE = regex(rf"<p>{tokens.MARK.pattern}</p>")


def alone(prose: Prose) -> frozenset[int]:
    """Give the references that are a whole paragraph, by their place in `Prose.references`."""
    return frozenset(int(found[1]) for found in _ALONE.finditer(prose.html))


def blocks(prose: Prose, kind: str) -> tuple[str, ...]:
    """Give the ids of the tables or charts that stand in a body, in their order."""
    found = (block_of(prose.references[index].target) for index in sorted(alone(prose)))
    return tuple(block.name for block in found if block and block.kind == kind)


def fill_blocks(prose: Prose, block: Callable[[int], str | None]) -> Prose:
    """Put blocks in the place of references that are a whole paragraph, where `block` gives HTML."""
    if not any(block_of(reference.target) for reference in prose.references):
        return prose
    return replace(prose, html=_ALONE.sub(lambda found: block(int(found[1])) or found[0], prose.html))


def plain_fill(text: str, figure: Callable[[str, str], str]) -> str:
    """Fill the references of a plain text, such as a title; `figure` is given target and form."""

    def put(match: re.Match[str]) -> str:
        return figure(*parted(match[1]))

    return tokens.REFERENCE.sub(put, text)


# Which references begin a sentence: a word that the tool sets before a figure has a capital there.

_CELLS: Final = frozenset(("td", "th"))
_BEGINS: Final = regex(r"(?:\A|(?:[!?…]|(?:[^\W_]{4}|[\d%)\]\ufffc])\.)[\"”»’)]{0,2}[ \u00a0\n]+)[\"„“«(]{0,2}\Z")
"""A full stop behind three letters or less is mostly that of an abbreviation."""

_REACH: Final = 12


def openers(prose: Prose) -> frozenset[int]:
    """Give the references that begin a sentence, by their place in `Prose.references`; a cell of a table is none."""
    return frozenset(number for run in prose.runs if run.element not in _CELLS for number in _of_run(run))


def _of_run(run: Run) -> Iterator[int]:
    at = -1
    for number in run.references:
        at = run.text.find(GAP, at + 1)
        if at >= 0 and _BEGINS.search(run.text[:at][-_REACH:]):
            yield number


# Markdown to safe HTML within bounds: whatever the text, the answer is HTML or a finding, and soon.
#
# Signs that a text might take long to convert are found cheaply before it is converted.
#
# The parser takes linear time, but what makes HTML safe does not where elements are nested. The thresholds lie far
# above what people write. A text with a sign is not refused: it is converted where it can be stopped.

MOST_CHARACTERS_HERE = 40_000
"""How long a text may be before it is converted apart."""

MOST_LINES_HERE = 2_000
"""How many lines a text may have before it is converted apart."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What is suspicious, in words, and the offset in the text at which it stands."""

    what: str
    offset: int


_COUNTED = (("<", 500, "tags or angle brackets"), ("|", 3000, "cells of tables"))
"""What is simply counted, and how many of it a text may have before it is converted apart."""


def first_sign(text: str) -> Sign | None:
    """The first sign of a text that may be slow to convert; None for what people write."""
    return next(_signs(text), None)


def _signs(text: str) -> Iterator[Sign]:
    for what, most, name in _COUNTED:
        if text.count(what) > most:
            yield Sign(f"more than {most} {name}", text.find(what))
    if len(text) > MOST_CHARACTERS_HERE or text.count("\n") > MOST_LINES_HERE:
        yield Sign("a text as long as this", 0)


REPLACEMENT: Final = "\ufffd"
"""Stands for a character that may not be there: REPLACEMENT CHARACTER."""

MOST_CHARACTERS: Final = 200_000
"""The longest body: some hundred printed pages."""

MOST_NUMERALS: Final = 4_000
"""How many numbers a body may have; references to figures are not counted."""

_LAST: Final = 0x10FFFF
"""The last code of Unicode."""

_NUMERAL = regex(r"(?<![\ue000\d])\d+")
_ENTITY = regex(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,40});?")
_RESERVED = regex("[\ue000-\uf8ff]")
_OPENING = regex(r"<[A-Za-z]")
_DEEP: Final = "it is nested too deeply"
_MOST_REMEMBERED: Final = 64
_stopped: dict[tuple[str, "Typography"], str] = {}


class Unrenderable(Exception):
    """A body that cannot be rendered: the code of the finding, the line of the body, and what fills the code."""

    def __init__(self, code: str, line: int, **values: str) -> None:
        """Keep what the finding will say."""
        super().__init__(code)
        self.code = code
        self.line = line
        self.values = values


def convert(text: str, typography: "Typography") -> "Prose":
    """Convert Markdown to safe HTML, and tell what is in it.

    Raises Unrenderable where it hides characters, or takes more time, memory or depth than there is.
    """
    _refuse_giants(text)
    _refuse_hidden(text)
    sign = first_sign(text)
    return _convert_here(text, typography) if sign is None else _convert_there(text, typography, sign)


def _refuse_giants(text: str) -> None:
    """Refuse what takes the checks, which read every number in every language, too long."""
    if len(text) > MOST_CHARACTERS:
        raise Unrenderable("F012", 1, what="the text", limit=f"{MOST_CHARACTERS} characters")
    if len(text) > 2 * MOST_NUMERALS:  # each is parted from the next one
        for count, match in enumerate(_NUMERAL.finditer(text), start=1):
            if count > MOST_NUMERALS:
                line = text.count("\n", 0, match.start()) + 1
                raise Unrenderable("F012", line, what="the count of numbers in the text", limit=f"{MOST_NUMERALS}")


def _refuse_hidden(text: str) -> None:
    """Refuse forbidden characters that are written as entities: they are as unseen as others."""
    if "&" not in text:
        return
    for match in _ENTITY.finditer(text):
        for character in _characters(match[0]):
            if is_forbidden(character):
                line = text.count("\n", 0, match.start()) + 1
                raise Unrenderable("F002", line, character=f"{match[0]}, which is U+{ord(character):04X}")


def prose_of(text: str, typography: "Typography") -> "Prose":
    """Convert without bounds; raises Unrenderable where something is nested too deeply."""
    from factsheet.content.markup.collect import TooDeeplyNested
    from factsheet.content.markup.commonmark.structure import TooDeep
    from factsheet.content.markup.convert import converter

    try:
        return converter(typography).convert(text)
    except TooDeep as error:
        raise Unrenderable("F020", error.line, reason=_DEEP) from error
    except TooDeeplyNested as error:
        found = _OPENING.search(text)
        line = text.count("\n", 0, found.start()) + 1 if found else 1
        raise Unrenderable("F020", line, reason=_DEEP) from error


def _characters(entity: str) -> str:
    """What an entity stands for; of a number, the character itself, also where HTML would correct it."""
    number = entity[2:].rstrip(";")
    if not entity.startswith("&#"):
        return entities.unescape(entity)
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    return chr(code) if code <= _LAST else REPLACEMENT


def _convert_here(text: str, typography: "Typography") -> "Prose":
    try:
        return prose_of(text, typography)
    except Unrenderable:
        raise
    except Exception as error:
        reason = f"Markdown ends with {type(error).__name__}, most often for what is nested too deeply"
        raise Unrenderable("F020", 1, reason=reason) from error


def _convert_there(text: str, typography: "Typography", sign: Sign) -> "Prose":
    from factsheet.content.markup.apart import Stopped, convert_apart

    line = text.count("\n", 0, sign.offset) + 1
    if (known := _stopped.get((text, typography))) is None:
        try:
            return convert_apart(text, typography)
        except Stopped as stopped:
            known = f"it holds {sign.what}, and {stopped}"
            if len(_stopped) < _MOST_REMEMBERED and stopped.is_certain:
                _stopped[text, typography] = known
    raise Unrenderable("F020", line, reason=known)
