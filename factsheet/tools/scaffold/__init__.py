"""What `new site` and `new sheet` begin with."""

from factsheet.tools.scaffold.sheets import new_sheet, sheet_name
from factsheet.tools.scaffold.sites import SAMPLE, empty_site, new_site

__all__ = ["SAMPLE", "empty_site", "new_sheet", "new_site", "sheet_name"]
