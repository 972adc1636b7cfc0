"""`explain`: what a problem code means, with an example and the way to correct it."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final

from factsheet.builder import plugins
from factsheet.builder.pipeline import defaults
from factsheet.cli.docs import section
from factsheet.cli.printing import complain, words
from factsheet.core.codes import CODES, FAMILIES, OF_PLUGINS, family
from factsheet.core.patterns import regex
from factsheet.core.problems import Code
from factsheet.core.suggest import nearest

NAME = "explain"

_FIELD = regex(r"\{(\w+)\}")

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
        return complain("no code was named", "name one, such as P201, or write --all")
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
        return complain(
            "there is no code {code}", "every problem shows its code after its place", code=arguments.code, near=near
        )
    print(entry(code, words=words()))
    return 0


# The table of findings as a text for people: one entry for `explain`, all of them for docs/problems.md.

EXAMPLE = "Example: {example}"
WAY_OUT = "To fix it: {fix}"
WAYS_OUT = "Fix it in one of these ways:"

HEAD = """# Problems

Every problem that the tool reports has a code. The letter names its family; the code never changes its meaning.
An **error** stops publication; a **warning** does so under `--strict`; a **notice** never does. `[checks]` in
site.toml gives a code another weight, as in `S301 = "warning"`; errors of the families N and P cannot be lowered.

`factsheet explain CODE` shows an entry in the terminal, and `explain --all` the whole page.
"""


def entry(code: Code, *, heading: str = "", words: Callable[[str], str] = str) -> str:
    """Explain one code: what it says, what it means, an example, and how to correct it.

    `words` gives the texts in the reader's language.
    """
    ways = [_shown(words(way)) for way in (code.fix, *code.variants.values())]
    lines = [
        f"{heading}{code.id}",
        "",
        f"> {_shown(words(code.message))}",
        "",
        f"{words(code.severity).capitalize()}. {words(code.meaning)}",
        "",
        words(EXAMPLE).replace("{example}", words(code.example)),
        "",
    ]
    if len(ways) == 1:
        return "\n".join([*lines, words(WAY_OUT).replace("{fix}", ways[0])])
    return "\n".join([*lines, words(WAYS_OUT), "", *(f"- {way}" for way in ways)])


def manual(words: Callable[[str], str] = str) -> str:
    """Write the whole table, family by family, in the reader's language."""
    parts = [words(HEAD)]
    for letter, name in FAMILIES.items():
        parts.append(f"\n## {letter}: {words(name)}\n")
        parts.extend(f"\n{entry(code, heading='### ', words=words)}\n" for code in family(letter).values())
    return "".join(parts)


def _shown(template: str) -> str:
    """A message with its open places as words in angle brackets."""
    return _FIELD.sub(lambda match: f"‹{match[1]}›", template)
