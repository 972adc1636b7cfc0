"""What `new site`, `new sheet` and `new table` begin with."""

from factsheet.tools.scaffold.sheets import new_sheet
from factsheet.tools.scaffold.sites import SAMPLE, empty_site, new_site
from factsheet.tools.scaffold.tables import new_table

__all__ = ["SAMPLE", "empty_site", "new_sheet", "new_site", "new_table"]
