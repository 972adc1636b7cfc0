"""The help and the complaints of the command line in the language chosen, argparse's own words included.

The texts stand in English where options are declared; a parser translates them when it is about to show them, so that
a command that shows none of them reads no catalogue.
"""

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NoReturn

from factsheet.cli.printing import complain, counted, spoken, tell, words
from factsheet.core.problems import Words
from factsheet.core.suggest import listed, nearest

# Examples for `--help`, command by command; a test reads each with the parser.

EXAMPLES: Final[dict[str, list[tuple[str, str]]]] = {}
for _row in (Path(__file__).parent / "data/examples.txt").read_text("utf-8").splitlines():
    _line, _about = _row.split("  # ")
    EXAMPLES.setdefault(_line.split()[1], []).append((_line, _about))


TITLE = "examples:"


def examples(command: str, words: Words = str) -> str:
    """Give the examples of a command as the end of its help; nothing where it has none."""
    found = EXAMPLES.get(command, ())
    lines = [f"  {line}\n      {words(about)}" for line, about in found]
    return "\n".join([words(TITLE), *lines]) if lines else ""


class Parser(argparse.ArgumentParser):
    """A parser whose help is in the language chosen; its parts are made of the same class."""

    def format_help(self) -> str:
        """The help, translated."""
        translate(self, words())
        return super().format_help()

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Refuse a word that is none of the choices, and say which was most likely meant; ends the program.

        This is where argparse itself decides it, for commands, servers, formats and languages alike.
        """
        if action.choices is None or value in action.choices:
            return
        known, near = tuple(map(str, action.choices)), _near(action, str(value))
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as below
            complain(
                "there is no command {command}",
                "use one of: {known}",
                command=" ".join([*self.prog.split()[1:], str(value)]),
                near=near,
                known=listed(known, most=len(known)),
            )
        else:
            of_pages = action.dest == "lang" and "--locale" in self._option_string_actions
            complain(
                "{value} cannot stand for {name}",
                "use one of: {known}; --locale names a language of the site"
                if of_pages
                else "use one of: {known}; for hosts such as Netlify or Cloudflare see `factsheet docs hosting`"
                if action.dest == "server"
                else "use one of: {known}",
                value=value,
                name="/".join(action.option_strings) or action.dest,
                near=near,
                known=listed(known),
            )
        self.exit(2)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and how to see what the command takes; ends the program."""
        command = self.prog.split()[1:2]
        every = [line for line, _ in EXAMPLES.get("".join(command), ())]
        option = next(iter(re.findall(r"--[a-z-]+", message)), "")
        example = next((line for line in every if line.startswith(self.prog) and option in line), None)
        hint = spoken(
            "write it as in `{example}`; `{prog} --help` shows what it takes"
            if example
            else "`{prog} --help` shows what it takes",
            example=example,
            prog=self.prog,
        )
        tell(f"factsheet: {message}\n    {hint}")
        self.exit(2)

    def refuse(self, rest: Sequence[str], words: Sequence[str], whole: argparse.ArgumentParser) -> None:
        """Say what of a command line stands for nothing, and what was most likely meant; ends the program.

        The `whole` parser knows the options of all commands.
        """
        option = next((word.partition("=")[0] for word in rest if word.startswith("-")), None)
        if option is None:
            if rest[0].endswith(".md") or "/" in rest[0]:
                complain(
                    "{word} is one word too many",
                    "leave it out: the whole site is looked at; --root names the folder of another",
                    word=rest[0],
                )
                self.exit(2)
            complain(
                "{word} is one word too many",
                "leave it out; `{prog} --help` shows what it takes",
                word=rest[0],
                prog=f"{self.prog} {words[0]}",
            )
            self.exit(2)
        known = tuple(dict.fromkeys(options_of(self, words)))
        near, every = nearest(option.replace("_", "-"), known), listed(known, most=len(known))
        if len(option) == 2:  # noqa: PLR2004 - a hyphen and a letter, which may be the first of one option alone
            begun = [one for one in known if one.startswith(f"-{option}")] or known
            near, every = begun[0] if len(begun) == 1 else None, listed(begun, most=len(begun))
        elif option.startswith("--lang") and "--locale" in known:
            near = "--locale"
        chosen = [one for one in _every(self, words) if option.lstrip("-") in (one.choices or ())]
        owners = [] if chosen else [name for name in _commands(whole) if option in options_of(whole, (name,))]
        if chosen:
            near = " ".join((*chosen[0].option_strings, option.lstrip("-")))
        complain(
            "there is no option {option}",
            "it belongs to other commands: {owners}; here use one of: {known}" if owners else "use one of: {known}",
            option=option,
            near=None if owners else near,
            owners=", ".join(owners),
            known=every,
        )
        self.exit(2)


def _near(action: argparse.Action, value: str) -> str | None:
    """The choice that was most likely meant: one that is written almost so, or that is described with this word."""
    near = nearest(value, map(str, action.choices or ()))
    if near is not None or len(value) < _WORD:
        return near
    begun = re.compile(rf"\b{re.escape(value.casefold())}")
    found = [(at.start(), name) for name, about in _described(action) if (at := begun.search(about.casefold()))]
    return min(found, default=(0, None))[1]


_WORD = 4
"""From how many letters on a word may be looked for in the descriptions of commands."""


def _described(action: argparse.Action) -> list[tuple[str, str]]:
    """The subcommands of an action, each with the line that the help says of it."""
    if not isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as below
        return []
    return [(part.dest, part.help or "") for part in action._choices_actions]  # noqa: SLF001 - as below


def _commands(parser: argparse.ArgumentParser) -> list[str]:
    """The names of a parser's commands."""
    return [name for action in parser._actions for name, _ in _described(action)]  # noqa: SLF001 - as below


def options_of(parser: argparse.ArgumentParser, words: Sequence[str] = ()) -> Iterator[str]:
    """The long options of a parser, and of its subcommands that a command line names."""
    every = (option for action in _every(parser, words) for option in action.option_strings)
    return (option for option in every if option.startswith("--"))


def _every(parser: argparse.ArgumentParser, words: Sequence[str]) -> Iterator[argparse.Action]:
    """What a parser takes, and what its subcommands that a command line names do."""
    for action in parser._actions:  # noqa: SLF001 - as below
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as below
            for name, part in action.choices.items():
                yield from _every(part, words) if name in words else ()
        else:
            yield action


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
def speaking(told: Words | None = None) -> Iterator[None]:
    """Let argparse speak the language chosen while the block runs, or what `told` gives of its texts.

    It asks its own two functions of gettext, which look for compiled catalogues on the disk; ours stand in for them.
    """
    ours: dict[str, Callable[..., str]] = {"_": told or words(), "ngettext": counted}
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
