"""`new`: make something from nothing, one subcommand a module."""

import argparse

from factsheet.cli import new_locale, new_sheet, new_site, new_table
from factsheet.cli.arguments import Command
from factsheet.cli.language import LANGUAGES

NAME = "new"
HELP = "make a site, a sheet, a table or a language"


SUBCOMMANDS: tuple[Command, ...] = (new_site, new_sheet, new_table, new_locale)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands."""
    made = parser.add_subparsers(title="what to make", metavar="WHAT", required=True)
    for subcommand in SUBCOMMANDS:
        own = made.add_parser(subcommand.NAME, help=subcommand.HELP, description=subcommand.HELP)
        own.add_argument("--root", default=argparse.SUPPRESS, metavar="DIR", help="the folder of the site")
        own.add_argument(
            "--lang",
            default=argparse.SUPPRESS,
            choices=LANGUAGES,
            help="the language of messages (default: that of your system)",
        )
        subcommand.add_arguments(own)
        own.set_defaults(make=subcommand.run)


def run(arguments: argparse.Namespace) -> int:
    """Hand over to the subcommand."""
    code: int = arguments.make(arguments)
    return code
