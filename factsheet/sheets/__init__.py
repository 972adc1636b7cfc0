"""Source files to sheets."""

from factsheet.sheets.read import read_sheet

__all__ = ["read_sheet"]
