"""`new sheet SLUG`: a sheet in every language, as a draft."""

import argparse
from pathlib import Path

from factsheet.builder.pipeline import Options, read_sources
from factsheet.checks.pages import is_good
from factsheet.cli.loading import site_or_code, write_drafts
from factsheet.cli.printing import complain
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
    site = site_or_code(root, read_sources(root), Options(drafts=True))
    if isinstance(site, int):
        return site
    return write_drafts(root, new_sheet(site, path, title=title.rpartition("/")[2] if title != path else None))
