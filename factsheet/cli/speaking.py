"""The help and the complaints of the command line in the language chosen, argparse's own words included.

The texts stand in English where options are declared; a parser translates them when it is about to show them, so that
a command that shows none of them reads no catalogue.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from factsheet.cli.examples import EXAMPLES, examples
from factsheet.cli.language import Words, counted, words


class Parser(argparse.ArgumentParser):
    """A parser whose help is in the language chosen; its parts are made of the same class."""

    def format_help(self) -> str:
        """The help, translated."""
        translate(self, words())
        return super().format_help()


def translate(parser: argparse.ArgumentParser, told: Words) -> None:
    """Put all texts of one parser into a language, in place; those of its subcommands' own help stay as they are."""
    command = parser.prog.rpartition(" ")[2]
    parser.description = parser.description and told(parser.description)
    parser.epilog = examples(command, told) if command in EXAMPLES else parser.epilog and told(parser.epilog)
    for group in parser._action_groups:  # noqa: SLF001 - argparse has no public way to its own parts
        group.title = group.title and told(group.title)
    for action in _actions(parser):
        if action.help and action.help is not argparse.SUPPRESS:
            action.help = told(action.help)


def texts(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Give every text of a parser and of its subcommands that is translated."""
    yield from (text for text in (parser.description, parser.epilog) if text and not text.startswith("examples:"))
    yield from (group.title for group in parser._action_groups if group.title)  # noqa: SLF001 - as above
    for action in _actions(parser):
        if action.help and action.help is not argparse.SUPPRESS:
            yield action.help
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            for part in action.choices.values():
                yield from texts(part)


@contextmanager
def speaking() -> Iterator[None]:
    """Let argparse speak the language chosen while the block runs.

    It asks its own two functions of gettext, which look for compiled catalogues on the disk; ours stand in for them.
    """
    ours: dict[str, Callable[..., str]] = {"_": words(), "ngettext": counted}
    before = {name: getattr(argparse, name) for name in ours}
    for name, function in ours.items():
        setattr(argparse, name, function)
    try:
        yield
    finally:
        for name, function in before.items():
            setattr(argparse, name, function)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001 - as above
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            yield from action._choices_actions  # noqa: SLF001 - the lines of the list of commands
