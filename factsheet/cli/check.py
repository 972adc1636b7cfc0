"""`check`: prove everything, write nothing."""

import argparse
from pathlib import Path

from factsheet.cli.options import add_site_options, site_options
from factsheet.cli.printing import show, tally, tell
from factsheet.pipeline import Result, check

NAME = "check"
HELP = "check the site and write nothing"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_site_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Check the site; 0 when it is clean."""
    result = check(Path(arguments.root), site_options(arguments))
    show(result.problems, Path(arguments.root), language=arguments.lang, capped=not arguments.all)
    code = exit_code(result, strict=arguments.strict)
    if not arguments.quiet or code:
        tell(tally(result.problems) or "No problems found.")
    return code


def exit_code(result: Result, *, strict: bool) -> int:
    """Tell settings at fault (2) from content at fault (1)."""
    if result.has_errors or (strict and result.has_warnings):
        return 2 if result.has_bad_settings else 1
    return 0
