"""Every text of a sheet that a reader sees, with the way back from each character to the file."""

from factsheet.content.passages.numerals import Bare, bare_dates, bare_numerals, literal_spans
from factsheet.content.passages.texts import Passage, mentions, passages

__all__ = ["Bare", "Passage", "bare_dates", "bare_numerals", "literal_spans", "mentions", "passages"]
