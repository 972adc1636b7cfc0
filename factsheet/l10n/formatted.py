"""A number as a page shows it, with what the words around it need to know."""

from factsheet.records import dataclass, field

Phrase = tuple[str, str, str]
"""A unit ("unit", id, width), or money in words ("money", code, "")."""


@dataclass(frozen=True, slots=True)
class FormattedNumber:
    """A number written in one language."""

    text: str
    """The text, no-break spaces and bidi marks included."""
    category: str
    """Plural category of a noun that follows; after a scale word it is that of the scale."""
    scale: int = 0
    """Power of ten of the scale word shown (3, 6, 9), 0 when there is none."""
    number: str = field(default="", repr=False, compare=False)
    """The digits alone: what a range repeats."""
    around: tuple[str, str] = field(default=("", ""), repr=False, compare=False)
    """Sign, scale word, percent or currency sign before and after the digits."""
    phrase: Phrase | None = field(default=None, repr=False, compare=False)
    """The unit or the money in words that the number stands in."""
