"""What the tool says of itself: `explain` a code, print its `docs`, complete its words in a shell."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from factsheet.builder import plugins
from factsheet.builder.pipeline import defaults
from factsheet.cli.arguments import Command
from factsheet.cli.printing import complain, spoken, tell, words
from factsheet.cli.speaking import options_of
from factsheet.core.codes import CODES, FAMILIES, OF_PLUGINS, family
from factsheet.core.problems import FIELD, Code
from factsheet.core.suggest import nearest

# `explain`: what a problem code means, with an example and the way to correct it.

FIGURES: Final = "figures"
"""The word that asks how a figure is declared, in place of a code."""


def _explain(arguments: argparse.Namespace) -> int:
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
    if (code := CODES.get(arguments.code.upper())) is None:
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
    """Explain one code in the reader's `words`: what it says, what it means, an example, and how to correct it."""
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
    return FIELD.sub(lambda match: f"‹{match[1]}›", template)


# `docs [PAGE]`: the documentation that came with the tool.

FOLDER: Final = "docs"
"""The folder of the pages, beside the defaults."""


def _docs(arguments: argparse.Namespace) -> int:
    """Print; 2 where there is no such page."""
    pages = {file.stem: file.read_text(encoding="utf-8") for file in sorted((defaults() / FOLDER).glob("*.md"))}
    if arguments.page is None:
        for name, text in pages.items():
            titles = (line.removeprefix("# ") for line in text.splitlines() if line.startswith("# "))
            tell(f"{name:<14}{next(titles, '')}")
        return 0
    name = arguments.page.removesuffix(".md")
    if name not in pages:
        return complain("there is no page {page}", "`factsheet docs` lists them", page=name, near=nearest(name, pages))
    print(pages[name], end="")
    return 0


def section(text: str, heading: str) -> str:
    """The part of a page below a heading of the second level, with it; empty where there is none."""
    _, found, after = text.partition(f"## {heading}\n")
    own, _, _ = after.partition("\n## ")
    return f"{found}{own}\n" if found else ""


# `completion SHELL`: a script that completes commands and options, made from the parser itself.


def _completion(arguments: argparse.Namespace) -> int:
    """Print the script."""
    from factsheet.cli.arguments import parser

    words = completions(parser())
    print(_fish(words) if arguments.shell == "fish" else _script(arguments.shell, words))
    return 0


def completions(top: argparse.ArgumentParser) -> dict[str, list[str]]:
    """Give the words that may follow each command; those after no command stand under the empty name."""
    found = {"": sorted(_choices(top)) + sorted(options_of(top))}
    for name, command in _choices(top).items():
        found[name] = sorted(_choices(command)) + sorted(options_of(command))
    return found


def _choices(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    for action in parser._actions:  # noqa: SLF001 - argparse has no public way
        if isinstance(action.choices, Mapping):
            return action.choices
    return {}


def _cases(words: Mapping[str, list[str]]) -> str:
    return "\n".join(
        f"    {name or '*'}) words='{' '.join(found)}' ;;" for name, found in sorted(words.items(), reverse=True)
    )


def _script(shell: str, words: Mapping[str, list[str]]) -> str:
    """The script of bash or zsh, behind a line that says where it is asked for."""
    head = f'# {spoken("Put this into {file}:", file=f"~/.{shell}rc")}  eval "$(factsheet completion {shell})"\n'
    text = (Path(__file__).parent / f"data/completion.{shell}").read_text("utf-8").rstrip("\n")
    return head + text.replace("@cases@", _cases(words)).replace("@commands@", " ".join(words[""]))


def _fish(words: Mapping[str, list[str]]) -> str:
    lines = [f"# {spoken('Put this into {file}:', file='~/.config/fish/completions/factsheet.fish')}"]
    for name, found in words.items():
        when = f"__fish_seen_subcommand_from {name}" if name else "__fish_use_subcommand"
        for word in found:
            what = f"-l {word.removeprefix('--')}" if word.startswith("--") else f"-a {word}"
            lines.append(f"complete -c factsheet -n '{when}' {what}")
    return "\n".join(lines)


COMMANDS = (Command("completion", _completion), Command("explain", _explain), Command("docs", _docs))
