"""What `new site` and `new sheet` begin with."""

from factsheet.tools.scaffold.sheets import new_sheet
from factsheet.tools.scaffold.sites import new_site

__all__ = ["new_sheet", "new_site"]
