"""Charts: numbers and words to inline SVG. Pure: what is drawn depends on nothing but what is handed in.

Horizontal lengths are percentages and vertical ones `rem`, so that a drawing takes the width it is given
while its text keeps the reader's size. Colours are `currentColor`; no style attribute is written, which the
content security policy would refuse.
"""

from factsheet.outputs.svg.bars import Tick, ticks, years
from factsheet.outputs.svg.drawing import ChartWords, Scale
from factsheet.outputs.svg.points import TimelinePoint, draw_columns, draw_line
from factsheet.site.charting import Fault, faults, unit_of
