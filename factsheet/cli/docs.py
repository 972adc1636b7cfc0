"""`docs [PAGE]`: the documentation that came with the tool."""

import argparse
from typing import Final

from factsheet.builder.pipeline import defaults
from factsheet.cli.printing import complain, tell
from factsheet.core.suggest import nearest

NAME = "docs"
HELP = "print a page of the documentation, or list the pages"

FOLDER: Final = "docs"
"""The folder of the pages, beside the defaults."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the page."""
    parser.add_argument("page", nargs="?", metavar="PAGE", help="a page, as in editors (default: list them)")


def run(arguments: argparse.Namespace) -> int:
    """Print; 2 where there is no such page."""
    pages = {file.stem: file.read_text(encoding="utf-8") for file in sorted((defaults() / FOLDER).glob("*.md"))}
    if arguments.page is None:
        for name, text in pages.items():
            tell(f"{name:<14}{_title(text)}")
        return 0
    name = arguments.page.removesuffix(".md")
    if name not in pages:
        return complain("there is no page {page}", "`factsheet docs` lists them", page=name, near=nearest(name, pages))
    print(pages[name], end="")
    return 0


def section(text: str, heading: str) -> str:
    """The part of a page below a heading of the second level, with it; empty where there is none."""
    _, found, after = text.partition(f"## {heading}\n")
    own, _, _ = after.partition("\n## ")
    return f"{found}{own}\n" if found else ""


def _title(text: str) -> str:
    lines = (line.removeprefix("# ") for line in text.splitlines() if line.startswith("# "))
    return next(lines, "")
