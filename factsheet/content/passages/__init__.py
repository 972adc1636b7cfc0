"""Every text of a sheet that a reader sees, with the way back from each character to the file."""

from factsheet.content.passages.literals import Literals, literal_spans
from factsheet.content.passages.texts import TextBlock, mentions, passages

__all__ = ["Literals", "TextBlock", "literal_spans", "mentions", "passages"]
