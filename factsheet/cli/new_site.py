"""`new site DIR`: a site of two sheets in two languages, ready to be changed."""

import argparse
from pathlib import Path

from factsheet.cli.printing import complain, say, tell
from factsheet.files.writing import write_sources

NAME = "site"
HELP = "begin a site: two sheets in two languages, settings for editors, a workflow that publishes"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the folder."""
    parser.add_argument("folder", metavar="DIR", help="a folder that is empty or not there yet")


def run(arguments: argparse.Namespace) -> int:
    """Write the site; 0 when it is there, 2 when the folder holds something already."""
    from factsheet.build.pipeline import Options, assemble, read_sources
    from factsheet.site.translations import LOCK, marked, write_lock
    from factsheet.tools.scaffold import new_site

    folder = Path(arguments.folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            complain("{folder} is not empty", "name a new folder: nothing that is there is touched", folder=folder)
            return 2
        files = new_site()
        write_sources(folder, files, replace=False)
        site, _ = assemble(folder, read_sources(folder), Options())
        if site is None:
            complain("the site that was made cannot be read", "this is a fault of the tool")
            return 2
        lock = {
            sheet.file: marked(site.blocks(site.original(path)), site.blocks(sheet))
            for path in site.paths
            for sheet in site.translations(path)
        }
        write_sources(folder, {LOCK: write_lock(lock)})
    except OSError as error:
        complain("{file}: {reason}", "name another folder", file=error.filename or folder, reason=error.strerror)
        return 2
    say("Made a site in {folder}. What to do next:", folder=folder)
    if folder.resolve() != Path.cwd():
        tell(f"    cd {arguments.folder}")
    say("Run `factsheet serve --open`, change content/ro/index.md and save it.")
    return 0
