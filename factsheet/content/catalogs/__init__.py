"""gettext catalogues: read with the line of every message, checked, brought up to date and written."""

from factsheet.content.catalogs.catalog import (
    Catalog,
    Key,
    Message,
    files_of,
    fill,
    merged,
    missing,
    phrases,
    placeholders,
    read_catalog,
)
from factsheet.content.catalogs.plurals import Plurals, fits, plurals_of, read_plurals
from factsheet.content.catalogs.pofile import PoEntry, parse, write
from factsheet.content.catalogs.updating import Wanted, new_catalog, template, updated
