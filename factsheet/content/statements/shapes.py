"""Shapes of digits and of what stands beside them: clocks, parts, clauses of laws, ordinals with a full stop."""

from typing import Final

from factsheet.content.statements.text import FoldedText
from factsheet.content.statements.values import StatementKind
from factsheet.l10n.reading.digits import Digits
from factsheet.l10n.reading.phrases import joins
from factsheet.patterns import regex

CLAUSE: Final = regex(r"\d{1,5}(?:\([^\W_]{1,4}\)){1,6}")
"""A number with letters or numbers in brackets: 501(c)(3)."""

_CLOCK: Final = regex(r"\d{1,2}[:.]\d{2}")
_PARTS: Final = regex(r"(?P<part>\d{1,2})/(?P<whole>\d{1,2})")


def kind_of_shape(shape: str) -> StatementKind:
    """Tell what digits with signs between them are: a time, a part ("3/4"), or else a name."""
    if _CLOCK.fullmatch(shape):
        return StatementKind.TIME
    parts = _PARTS.fullmatch(shape)
    return StatementKind.FRACTION if parts and 0 < int(parts["part"]) < int(parts["whole"]) else StatementKind.NAME


def is_dot_ordinal(text: FoldedText, digits: Digits) -> bool:
    """Tell whether a full stop makes an ordinal of digits, behind a word that calls for one: "im 21. Jahrhundert"."""
    grammar = text.grammar
    is_dotted = grammar.lex.language.ordinal_dot and text.plain.startswith(". ", digits.end)
    return is_dotted and text.before(grammar.ordinals_before, digits.start) is not None


def is_unspaced(char: str) -> bool:
    """Tell a letter of a script that does not part its words by spaces."""
    return char.isalpha() and not joins(char)
