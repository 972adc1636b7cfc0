"""`export TAG`: the texts of a site as a file for translators' tools."""

import argparse
import sys
from pathlib import Path

from factsheet.builder.pipeline import Options, read_sources
from factsheet.cli.loading import site_of
from factsheet.cli.new_locale import find_language
from factsheet.cli.printing import complain, number, tell_count
from factsheet.tools.exchange.po import to_po
from factsheet.tools.exchange.units import units
from factsheet.tools.exchange.words_in_yaml import site_units
from factsheet.tools.exchange.xliff import to_old_xliff, to_xliff

NAME = "export"
HELP = "write the texts of a language to a file for translators' tools"

FORMATS = {"po": to_po, "xliff": to_xliff, "xliff-1.2": to_old_xliff}
"""The formats by their names, each with what writes it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("tag", metavar="TAG", help="the language, as in de")
    parser.add_argument(
        "--format", choices=tuple(FORMATS), default="po", help="gettext, XLIFF 2.0, or 1.2 (default: po)"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="where to write (default: TAG.po or TAG.xlf here; - prints it)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the file; 0 when it is there."""
    root = Path(arguments.root)
    site = site_of(root, read_sources(root), Options())
    language = find_language(arguments.tag, site.settings)
    if language.tag == site.settings.reference:
        return complain(
            "{tag} is the language of the originals", "name the language to translate into", tag=language.tag
        )
    found = [*site_units(site, language), *units(site, language)]
    text = FORMATS[arguments.format](found, language, site.reference)
    if arguments.output == "-":
        sys.stdout.write(text)
        return 0
    target = Path(arguments.output or f"{language.tag}.{'po' if arguments.format == 'po' else 'xlf'}")
    try:
        target.write_bytes(text.encode())
    except OSError as error:
        return complain(
            "{file} cannot be written: {reason}", "name another file with --output", file=target, reason=error.strerror
        )
    left = sum(not unit.target or unit.stale for unit in found)
    tell_count(
        "Wrote {count} text to {file}; left to translate: {left}. `factsheet import {file}` takes it back.",
        "Wrote {count} texts to {file}; left to translate: {left}. `factsheet import {file}` takes them back.",
        len(found),
        file=target,
        left=number(left),
    )
    return 0
