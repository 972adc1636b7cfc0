"""`eject PATH`: a default of the tool as a file of the site, to be changed."""

import argparse
from pathlib import Path
from typing import Final

from factsheet.builder.pipeline import defaults
from factsheet.cli.printing import complain, say, tell
from factsheet.content.text import MAX_BYTES
from factsheet.core.suggest import nearest
from factsheet.files.reading import read_tree
from factsheet.files.writing import write_sources

NAME = "eject"
HELP = "bring a default template or static file into the site, to change it"

FOLDERS: Final = ("templates", "static")
"""The folders of which a file of the site takes the place of the tool's."""

_MOST = 500


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the path."""
    parser.add_argument(
        "path", nargs="?", metavar="PATH", help="the default, as in templates/parts/footer.html (default: list them)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Copy the file; 2 where there is no such default, or the site has its own."""
    root = Path(arguments.root)
    known, _ = read_tree(defaults(), FOLDERS, max_bytes=MAX_BYTES, max_files=_MOST)
    if arguments.path is None:
        for path in known:
            tell(path)
        return 0
    path = arguments.path.removeprefix("./")
    if path not in known:
        near = next((one for one in known if Path(one).name == Path(path).name or Path(one).stem == path), None)
        near = near or nearest(path, known)
        return complain("there is no default {file}", "`factsheet eject` lists them", file=path, near=near)
    try:
        write_sources(root, {path: known[path].data}, replace=False)
    except FileExistsError:
        return complain("{file} is there already", "change it where it is: nothing that is there is touched", file=path)
    say("Made {file}. It takes the place of the tool's own, and later versions of that do not reach it.", file=path)
    return 0
