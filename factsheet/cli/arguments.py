"""The arguments of all commands."""

import argparse
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factsheet import __version__
from factsheet.cli.printing import Ended, asked_for, choose, complain, show, spoken
from factsheet.cli.speaking import Parser, examples, speaking
from factsheet.core.problems import LANGUAGES
from factsheet.core.records import dataclass, field

if TYPE_CHECKING:
    from factsheet.builder.options import Options
    from factsheet.content.sources import Sources
    from factsheet.core.problems import Problem
    from factsheet.site.site import Site


OPTIONS = Path(__file__).parent / "data/options.txt"
"""The commands, each with its help and what it takes."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name in `OPTIONS`, what does it and gives the exit code, and what reads the values of options."""

    name: str
    run: Callable[[argparse.Namespace], int]
    types: Mapping[str, Callable[[str], object]] = field(default_factory=dict)
    parts: "tuple[Command, ...]" = ()
    """What is named behind it, as in `new sheet`."""

    @property
    def help(self) -> str:
        """What it does, in a line."""
        return _sections()[self.name][0]

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add what it takes."""
        readers = {"sources": Path, "today": _day, **self.types}
        for line in _sections()[self.name][1:]:
            names, told = _described(line)
            if reader := readers.get(names[-1].lstrip("-")):
                told["type"] = reader
            parser.add_argument(*names, **told)
        if self.parts:
            made = parser.add_subparsers(title="what to make", metavar="WHAT", required=True)
            for part in self.parts:
                own = made.add_parser(part.name.rpartition(" ")[2], help=part.help, description=part.help)
                _add_common(own, "the folder of the site", argparse.SUPPRESS, argparse.SUPPRESS)
                part.add_arguments(own)
                own.set_defaults(make=part.run)


@cache
def _sections() -> Mapping[str, list[str]]:
    """The help and the lines of each section."""
    found: dict[str, list[str]] = {}
    for part in OPTIONS.read_text("utf-8").strip("\n").split("\n\n")[1:]:
        head, *lines = part.splitlines()
        name, _, about = head[1:].partition("]  ")
        found[name] = [about, *(one for line in lines for one in (found["site"][1:] if line == "@site" else [line]))]
    return found


def _add_common(parser: argparse.ArgumentParser, about: str, root: str, language: str | None) -> None:
    """Add the folder and the language of messages, with what is meant where they are not named."""
    told = "the language of messages (default: that of your system)"
    parser.add_argument("--root", default=root, metavar="DIR", help=about)
    parser.add_argument("--lang", default=language, choices=LANGUAGES, help=told)


MODULES: Mapping[str, str] = {
    "build": "build", "check": "check", "serve": "serve", "status": "status", "translated": "exchange", "new": "new",
    "extract": "extract", "export": "exchange", "import": "exchange", "verify": "reading", "prove": "reading",
    "hosting": "new", "read": "reading", "eject": "new", "docs": "explain", "explain": "explain",
    "completion": "explain",
}  # fmt: skip
"""The commands in the order of the help, and the modules that are imported when one is asked for."""


VERSION = "--version"
"""What needs none of them."""


def commands() -> tuple[Command, ...]:
    """All commands."""
    return tuple(command(name) for name in MODULES)


def command(name: str) -> Command:
    """One command; raises KeyError where there is none of this name."""
    found: tuple[Command, ...] = import_module(f"factsheet.cli.{MODULES[name]}").COMMANDS
    return next(one for one in found if one.name == name)


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
    with speaking(str):  # its titles are translated where they are shown
        made = parser(words[0])
    with speaking():
        arguments, rest = made.parse_known_args(words)
    if rest:
        with speaking(str):
            whole = parser()
        made.refuse(rest, words, whole)
    return arguments


def parser(only: str = "") -> Parser:
    """Make the parser of the command line, or the part of it that knows one command `only`."""
    top = Parser(
        prog="factsheet",
        description="Build bilingual fact sheets whose numbers are declared once and right everywhere.",
        epilog="Without a command, `build` is run. Exit codes: 0 published or clean, "
        "1 problems in the content, 2 wrong usage or settings.",
    )
    top.add_argument(VERSION, action=_Version, nargs=0, help="print the versions of the tool and of CLDR")
    parts = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    wanted = () if only == VERSION else (command(only),) if only in MODULES else commands()
    for one in wanted:
        own = parts.add_parser(
            one.name,
            help=one.help,
            description=one.help,
            epilog=examples(one.name),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        _add_common(own, "the folder of the site (default: this one)", ".", None)
        one.add_arguments(own)
        own.set_defaults(run=one.run)
    return top


# Options that several commands share.

HIGHEST_PORT = 65535

MAX_EPOCH = 253_402_300_799
"""The last second of the year 9999."""


def whole(least: int, most: int) -> Callable[[str], int]:
    """Give what reads a whole number of an option, from the least to the most that it takes."""

    def read(text: str) -> int:
        if text.isascii() and text.isdigit() and least <= int(text) <= most:
            return int(text)
        message = spoken("{text} is no whole number from {least} to {most}", text=text, least=least, most=most)
        raise argparse.ArgumentTypeError(message)

    return read


def _described(line: str) -> tuple[list[str], dict[str, Any]]:
    """Read a line of an option: give its names, and the other arguments that `add_argument` takes."""
    words, _, about = line.partition("  ")
    names = [word for word in words.split(" ") if word.startswith("-")] or words.split(" ")[:1]
    value, *more = words.split(" ")[len(names) :] or [""]
    told: dict[str, Any] = {"help": about}
    metavar, has_default, default = value.strip("[]").partition("=")
    if not value:
        return names, {**told, "action": "store_true"}
    told |= {"choices": metavar[1:-1].split(",")} if metavar.startswith("{") else {"metavar": metavar}
    if has_default:
        told["default"] = default
    if more and names[0].startswith("-"):
        return names, {**told, "action": "append", "default": []}
    return names, {**told, "nargs": "*" if more else "?"} if value.startswith("[") else told


def source_options(arguments: argparse.Namespace) -> "Options":
    """Turn these into options of the pipeline, with drafts; raises SystemExit(2) for a bad folder."""
    from factsheet.builder.options import Options

    sources = arguments.sources and _folder(arguments.sources)
    return Options(drafts=True, sources=sources, today=arguments.today or _today())


def site_options(arguments: argparse.Namespace) -> "Options":
    """Turn the arguments into options of the pipeline; raises SystemExit(2) for a bad address or folder."""
    from factsheet.builder.options import Options

    return Options(
        drafts=arguments.drafts,
        plugins=not arguments.no_plugins,
        pseudo=getattr(arguments, "pseudo", False),
        base_url=arguments.base_url and base_url(arguments.base_url),
        locales=tuple(arguments.locale),
        sources=arguments.sources and _folder(arguments.sources),
        today=arguments.today or _today(),
    )


def _today() -> date:
    """The day at the desk of whoever runs it, or that of SOURCE_DATE_EPOCH, for builds that are made again."""
    from factsheet.cli.printing import complain

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(min(int(epoch), MAX_EPOCH), UTC).date()
    if epoch:
        complain(
            "{text} is no number of seconds", "give SOURCE_DATE_EPOCH the seconds since 1970, or unset it", text=epoch
        )
        raise SystemExit(2)
    return date.today()  # noqa: DTZ011 - the day at the desk


def base_url(text: str) -> str:
    """The address of a site as it was given on the command line; raises SystemExit(2) where it is none."""
    from factsheet.content.settings import check_base_url, url_meant

    if (url := check_base_url(text)) is None:
        near = url_meant(text)
        complain(
            "{text} is not the address of a site", "write it in full, as in https://example.org/", text=text, near=near
        )
        raise SystemExit(2)
    return url


def _folder(path: Path) -> Path:
    if not path.is_dir():
        complain("there is no folder {folder}", "name the folder of the archived sources with --sources", folder=path)
        raise SystemExit(2)
    return path


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = spoken("{text} is not a date: write year, month and day, as in 2025-11-13", text=text)
        raise argparse.ArgumentTypeError(message) from error


# The site that a command works on.


def site_of(root: Path, sources: "Sources", options: "Options") -> "Site":
    """Make the site; where none can be made, show what is wrong and raise Ended."""
    from factsheet.builder.pipeline import assemble

    return usable(root, *assemble(root, sources, options))


def usable(root: Path, site: "Site | None", problems: "Iterable[Problem]") -> "Site":
    """Give a site that was made; where there is none, show what is wrong and raise Ended.

    A lock that cannot be read ends it too: a command that writes it anew would lose what it remembers.
    """
    from factsheet.site.translations import LOCK

    faults = [problem for problem in problems if site is None or problem.place.path == LOCK]
    if site is not None and not faults:
        return site
    show(faults, root)
    raise Ended(2 if any(problem.code[0] == "C" for problem in faults) else 1)
