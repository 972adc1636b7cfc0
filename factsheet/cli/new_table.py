"""`new table FILE`: a sheet that shows the table of a data file, in every language, as a draft."""

import argparse
from pathlib import Path

from factsheet.builder.pipeline import Options, assemble, read_sources
from factsheet.cli.printing import complain, say, show, tell
from factsheet.files.writing import write_sources

NAME = "table"
HELP = "begin a table: a draft that declares the columns of a data file, with guessed kinds"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file."""
    parser.add_argument("file", metavar="FILE", help="a CSV or TSV file in `data/`, as in `data/prices.csv`")


def run(arguments: argparse.Namespace) -> int:
    """Write the files; 0 when they are there, 1 when the file cannot be read, 2 when one was there already."""
    from factsheet.content.tables.dialect import Unusable
    from factsheet.tools.scaffold import new_table

    root = Path(arguments.root)
    sources = read_sources(root)
    file = arguments.file.removeprefix("./")
    if file not in sources.data:
        complain("{file} is not there", "put a CSV or TSV file into `data/`, beside `content/`, and name it", file=file)
        return 2
    site, problems = assemble(root, sources, Options(drafts=True))
    if site is None:
        show(problems, root)
        return 2 if any(problem.code[0] == "C" for problem in problems) else 1
    try:
        files = new_table(site, file, sources.data[file])
    except Unusable as unusable:
        show([unusable.problem], root)
        return 1
    try:
        write_sources(root, files, replace=False)
    except FileExistsError as error:
        complain("{file} is there already", "name another sheet, or edit this one", file=error)
        return 2
    except OSError as error:
        complain(
            "{file}: {reason}", "see that the folder can be written to", file=error.filename, reason=error.strerror
        )
        return 2
    say("Made, as drafts that are shown by `serve` and not published:")
    for made in files:
        tell(f"    {made}")
    return 0
