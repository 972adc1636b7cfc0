"""The arguments of all commands."""

import argparse
from typing import Protocol

from factsheet import __version__
from factsheet.cli import (
    build,
    check,
    completion,
    explain,
    export,
    extract,
    import_,
    new,
    serve,
    status,
    translated,
    verify,
)
from factsheet.cli.examples import examples

LANGUAGES = ("en", "ro")
"""The languages that the tool speaks."""


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


COMMANDS: tuple[Command, ...] = (
    build,
    check,
    serve,
    status,
    translated,
    new,
    extract,
    export,
    import_,
    verify,
    explain,
    completion,
)


class _Version(argparse.Action):
    """Print the versions of the tool and of CLDR."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from factsheet.l10n.cldr import CLDR_VERSION

        print(f"factsheet {__version__} (CLDR {CLDR_VERSION})")
        parser.exit()


def parser() -> argparse.ArgumentParser:
    """Make the parser of the command line."""
    top = argparse.ArgumentParser(
        prog="factsheet",
        description="Build bilingual fact sheets whose numbers are declared once and right everywhere.",
        epilog="Without a command, `build` is run. Exit codes: 0 published or clean, "
        "1 problems in the content, 2 wrong usage or settings.",
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the versions of the tool and of CLDR")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        own = commands.add_parser(
            command.NAME,
            help=command.HELP,
            description=command.HELP,
            epilog=examples(command.NAME),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        own.add_argument("--root", default=".", metavar="DIR", help="the folder of the site (default: this one)")
        own.add_argument("--lang", choices=LANGUAGES, help="the language of messages (default: that of your system)")
        command.add_arguments(own)
        own.set_defaults(run=command.run)
    return top
