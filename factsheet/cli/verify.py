"""`verify`: read a published site back, and compare every figure with every other telling of it."""

import argparse
from pathlib import Path

from factsheet.builder import plugins
from factsheet.checks.verify import verify
from factsheet.checks.verify.digests import read_published
from factsheet.cli.printing import complain, say, show, tally
from factsheet.core.problems import Problem, Severity

NAME = "verify"
HELP = "read a published site back and compare every figure in it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("folder", metavar="DIR", help="the folder of the published site")
    parser.add_argument("--all", action="store_true", help="show every problem, however many there are")
    parser.add_argument("-q", "--quiet", action="store_true", help="print problems only")


def run(arguments: argparse.Namespace) -> int:
    """Verify a folder; 0 when every figure agrees."""
    folder = Path(arguments.folder)
    if not folder.is_dir():
        return complain(
            "there is no folder {folder}",
            "name the folder of a published site, such as public; `factsheet build` makes it",
            folder=arguments.folder,
        )
    if lacking := plugins.use_of(Path(arguments.root)):
        show(lacking, Path(arguments.root))
        return 2
    problems = verify_folder(folder)
    show(problems, folder, capped=not arguments.all)
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    if failed:
        say("{tally}. The site is not as it should be.", tally=tally(problems))
    elif not arguments.quiet:
        say("Verified {folder}: every figure reads back to its value.", folder=arguments.folder)
    return 1 if failed else 0


def verify_folder(folder: Path) -> list[Problem]:
    """Verify the files of a folder."""
    return verify(read_published(folder))
