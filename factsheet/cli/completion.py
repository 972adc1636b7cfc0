"""`completion SHELL`: a script that completes commands and options, made from the parser itself."""

import argparse
from collections.abc import Iterator, Mapping

from factsheet.cli.printing import spoken

NAME = "completion"
HELP = "print the script that completes commands and options in a shell"

SHELLS = ("bash", "zsh", "fish")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the shell."""
    parser.add_argument("shell", choices=SHELLS, help="the shell that you use")


def run(arguments: argparse.Namespace) -> int:
    """Print the script."""
    from factsheet.cli.arguments import parser

    words = completions(parser())
    print({"bash": _bash, "zsh": _zsh, "fish": _fish}[arguments.shell](words))
    return 0


def completions(top: argparse.ArgumentParser) -> dict[str, list[str]]:
    """Give the words that may follow each command; those after no command stand under the empty name."""
    found = {"": sorted(_choices(top)) + sorted(_options(top))}
    for name, command in _choices(top).items():
        found[name] = sorted(_choices(command)) + sorted(_options(command))
    return found


def _choices(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    for action in parser._actions:  # noqa: SLF001 - argparse has no public way
        if isinstance(action.choices, Mapping):
            return action.choices
    return {}


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:  # noqa: SLF001 - the same
        yield from (option for option in action.option_strings if option.startswith("--"))


def _cases(words: Mapping[str, list[str]]) -> str:
    return "\n".join(
        f"    {name or '*'}) words='{' '.join(found)}' ;;" for name, found in sorted(words.items(), reverse=True)
    )


def _bash(words: Mapping[str, list[str]]) -> str:
    return f"""# {spoken("Put this into {file}:", file="~/.bashrc")}  eval "$(factsheet completion bash)"
_factsheet() {{
  local words
  case "${{COMP_WORDS[1]}}" in
{_cases(words)}
  esac
  ((COMP_CWORD == 1)) && words='{" ".join(words[""])}'
  COMPREPLY=($(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}"))
}}
complete -o default -F _factsheet factsheet"""


def _zsh(words: Mapping[str, list[str]]) -> str:
    return f"""# {spoken("Put this into {file}:", file="~/.zshrc")}  eval "$(factsheet completion zsh)"
_factsheet() {{
  local command=$words[2] words
  case "$command" in
{_cases(words)}
  esac
  (( CURRENT == 2 )) && words='{" ".join(words[""])}'
  compadd -- ${{=words}}
  _files
}}
compdef _factsheet factsheet"""


def _fish(words: Mapping[str, list[str]]) -> str:
    lines = [f"# {spoken('Put this into {file}:', file='~/.config/fish/completions/factsheet.fish')}"]
    for name, found in words.items():
        when = f"__fish_seen_subcommand_from {name}" if name else "__fish_use_subcommand"
        for word in found:
            what = f"-l {word.removeprefix('--')}" if word.startswith("--") else f"-a {word}"
            lines.append(f"complete -c factsheet -n '{when}' {what}")
    return "\n".join(lines)
