"""Charts: numbers and words to inline SVG. Pure: what is drawn depends on nothing but what is handed in.

Horizontal lengths are percentages and vertical ones `rem`, so that a drawing takes the width it is given
while its text keeps the reader's size. Colours are `currentColor`; no style attribute is written, which the
content security policy would refuse.
"""

from factsheet.charts.drawing import Words
from factsheet.charts.fitness import Fault, faults, unit_of
from factsheet.charts.points import Point, draw_columns, draw_line
from factsheet.charts.rows import Row, Tick, draw_rows
from factsheet.charts.scale import Scale
from factsheet.charts.time import moment, ticks, years

__all__ = [
    "Fault",
    "Point",
    "Row",
    "Scale",
    "Tick",
    "Words",
    "draw_columns",
    "draw_line",
    "draw_rows",
    "faults",
    "moment",
    "ticks",
    "unit_of",
    "years",
]
