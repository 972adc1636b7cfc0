"""`explain`: what a problem code means, with an example and the way to correct it."""

import argparse
from pathlib import Path
from typing import Final

from factsheet.builder import plugins
from factsheet.builder.pipeline import defaults
from factsheet.cli.docs import section
from factsheet.cli.language import words
from factsheet.cli.printing import complain
from factsheet.problems.codes import CODES, OF_PLUGINS
from factsheet.problems.codes.manual import entry, manual
from factsheet.problems.suggest import nearest

NAME = "explain"

FIGURES: Final = "figures"
"""The word that asks how a figure is declared, in place of a code."""
HELP = "say what a problem code means"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "code",
        metavar="CODE",
        nargs="?",
        help="the code of a problem, such as P201, or the word figures: how each is declared",
    )
    parser.add_argument("--all", action="store_true", help="write the whole table, as docs/problems.md has it")


def run(arguments: argparse.Namespace) -> int:
    """Explain one code, or all of them."""
    if arguments.all:
        print(manual(words()), end="")
        return 0
    if arguments.code is None:
        complain("no code was named", "name one, such as P201, or write --all")
        return 2
    if arguments.code.lower() == FIGURES:
        print(
            section((defaults() / "docs" / "editors.md").read_text(encoding="utf-8"), "I have a figure like …"), end=""
        )
        return 0
    if OF_PLUGINS.fullmatch(arguments.code.upper()):
        plugins.use_of(Path(arguments.root))
    code = CODES.get(arguments.code.upper())
    if code is None:
        near = nearest(arguments.code.upper(), CODES)
        complain(
            "there is no code {code}", "every problem shows its code after its place", code=arguments.code, near=near
        )
        return 2
    print(entry(code, words=words()))
    return 0
