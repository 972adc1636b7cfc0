"""Pages to keep: one file that needs no other, as HTML and as PDF."""

from factsheet.outputs.offline.pdf import lack_of_pdf, to_pdf
from factsheet.outputs.offline.single_file import Surroundings, single_file

__all__ = ["Surroundings", "lack_of_pdf", "single_file", "to_pdf"]
