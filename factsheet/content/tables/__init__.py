"""Tables that stand in files: bytes and what is declared of them in, cells with their places out.

`dialect` parts a text into rows, `workbooks` reads XLSX and ODS, `numerals` tells what is wrong with a number, `grid`
reads the cells by their kinds, `published` looks up what a publisher's own file has in their places.
"""

from factsheet.content.tables.dialect import MAX_TABLE_BYTES
from factsheet.content.tables.grid import EMPTY, Cell, Grid, read_grid, read_rows

__all__ = ["EMPTY", "MAX_TABLE_BYTES", "Cell", "Grid", "read_grid", "read_rows"]
