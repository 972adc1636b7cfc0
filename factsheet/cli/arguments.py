"""The arguments of all commands."""

import argparse
import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Protocol

from factsheet import __version__
from factsheet.cli.examples import examples
from factsheet.cli.language import LANGUAGES, asked_for, choose
from factsheet.cli.speaking import Parser, speaking


class Command(Protocol):
    """A module that is one command."""

    NAME: str
    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        ...

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it and return the exit code."""
        ...


MODULES: Mapping[str, str] = {
    "build": "build",
    "check": "check",
    "serve": "serve",
    "status": "status",
    "translated": "translated",
    "new": "new",
    "extract": "extract",
    "export": "export",
    "import": "import_",
    "verify": "verify",
    "prove": "prove",
    "hosting": "hosting",
    "read": "read",
    "eject": "eject",
    "docs": "docs",
    "explain": "explain",
    "completion": "completion",
}
"""The commands in the order of the help, and the modules that are imported when one is asked for."""


def commands() -> tuple[Command, ...]:
    """All commands."""
    return tuple(command(name) for name in MODULES)


def command(name: str) -> Command:
    """One command; raises KeyError where there is none of this name."""
    found: Command = import_module(f"factsheet.cli.{MODULES[name]}")
    return found


class _Version(argparse.Action):
    """Print the versions of the tool and of CLDR."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from factsheet.l10n.cldr import CLDR_VERSION

        print(f"factsheet {__version__} (CLDR {CLDR_VERSION})")
        parser.exit()


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Parse a command line that begins with a command, and speak its language from here on.

    Raises SystemExit(2), having said in that language what is wrong, and SystemExit(0) after a help.
    """
    choose(asked_for(words), os.environ)
    made = parser(words[0])
    with speaking():
        return made.parse_args(words)


def parser(only: str = "") -> Parser:
    """Make the parser of the command line, or the part of it that knows one command `only`."""
    top = Parser(
        prog="factsheet",
        description="Build bilingual fact sheets whose numbers are declared once and right everywhere.",
        epilog="Without a command, `build` is run. Exit codes: 0 published or clean, "
        "1 problems in the content, 2 wrong usage or settings.",
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the versions of the tool and of CLDR")
    parts = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for one in (command(only),) if only in MODULES else commands():
        own = parts.add_parser(
            one.NAME,
            help=one.HELP,
            description=one.HELP,
            epilog=examples(one.NAME),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        own.add_argument("--root", default=".", metavar="DIR", help="the folder of the site (default: this one)")
        own.add_argument("--lang", choices=LANGUAGES, help="the language of messages (default: that of your system)")
        one.add_arguments(own)
        own.set_defaults(run=one.run)
    return top
