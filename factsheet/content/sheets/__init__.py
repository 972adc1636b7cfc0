"""Source files to sheets."""

from factsheet.content.sheets.read import read_sheet

__all__ = ["read_sheet"]
