"""`new table FILE`: a sheet that shows the table of a data file, in every language, as a draft."""

import argparse
from pathlib import Path

from factsheet.builder.pipeline import Options, read_sources
from factsheet.cli.loading import site_or_code, write_drafts
from factsheet.cli.printing import complain, show
from factsheet.core.suggest import nearest

NAME = "table"
HELP = "begin a table: a draft that declares the columns of a data file, with guessed kinds"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file."""
    parser.add_argument("file", metavar="FILE", help="a CSV, TSV, XLSX or ODS file in `data/`, as in `data/prices.csv`")
    parser.add_argument("--sheet", default="", metavar="NAME", help="the sheet of a workbook that has several")
    parser.add_argument("--range", default="", metavar="CELLS", help="a part of it, as in `A4:F30`, or the name of one")


def run(arguments: argparse.Namespace) -> int:
    """Write the files; 0 when they are there, 1 when the file cannot be read, 2 when one was there already."""
    from factsheet.content.tables.dialect import Unusable
    from factsheet.tools.scaffold import new_table

    root = Path(arguments.root)
    sources = read_sources(root)
    file = arguments.file.removeprefix("./")
    if file not in sources.data:
        complain(
            "{file} is not there",
            "put a CSV, TSV, XLSX or ODS file into `data/`, beside `content/`, and name it",
            file=file,
            near=f"data/{file}" if f"data/{file}" in sources.data else nearest(file, sources.data),
        )
        return 2
    site = site_or_code(root, sources, Options(drafts=True))
    if isinstance(site, int):
        return site
    try:
        files = new_table(site, file, sources.data[file], sheet=arguments.sheet, cells=arguments.range)
    except Unusable as unusable:
        show([unusable.problem], root)
        return 1
    return write_drafts(root, files)
