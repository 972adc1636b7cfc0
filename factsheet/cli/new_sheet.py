"""`new sheet SLUG`: a sheet in every language, as a draft."""

import argparse
from pathlib import Path

from factsheet.builder.pipeline import Options, assemble, read_sources
from factsheet.checks.pages import is_good
from factsheet.cli.printing import complain, say, show, tell
from factsheet.files.writing import write_sources
from factsheet.site.addresses import plain_address

NAME = "sheet"
HELP = "begin a sheet: a draft in every language"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the name."""
    parser.add_argument(
        "slug", metavar="SLUG", help="its name in addresses, as in `victims` or `2025/victims`, or its title"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the files; 0 when they are there, 2 when one of them was there already or the name is not usable."""
    from factsheet.tools.scaffold import new_sheet

    root, title = Path(arguments.root), arguments.slug.removesuffix(".md")
    path = plain_address(title)
    if not is_good(path):
        complain(
            "{name} cannot be a sheet's name",
            "use small letters, digits and hyphens, as in `our-method`",
            name=arguments.slug,
        )
        return 2
    site, problems = assemble(root, read_sources(root), Options(drafts=True))
    if site is None:
        show(problems, root)
        return 2 if any(problem.code[0] == "C" for problem in problems) else 1
    files = new_sheet(site, path, title=title.rpartition("/")[2] if title != path else None)
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
    for file in files:
        tell(f"    {file}")
    return 0
