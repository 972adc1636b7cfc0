"""Write the reference pages that are made from the code, or prove that they are up to date.

python -m scripts.docs          write them
python -m scripts.docs --check  name those that differ, and exit with 1 if any does
"""

import argparse
import ast
import importlib
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from factsheet.cli.arguments import parser
from factsheet.cli.explain import manual
from factsheet.content.config import SETTINGS
from factsheet.content.kinds import KINDS, Kind
from factsheet.content.settings import Settings
from factsheet.content.theme import Theme
from factsheet.core.records import Field, fields, is_dataclass
from factsheet.tools import schemas
from factsheet.tools.hosting import ServedSite, configuration

ROOT = Path(__file__).resolve().parent.parent
ENGINE = ROOT / "factsheet"
HOSTING = {"nginx": "nginx.conf", "caddy": "Caddyfile", "apache": "apache.conf"}
"""The files for a site of two languages at the root of its host, by the names of the servers."""

NOTICE = "<!-- Written by `make docs` from the code. Change it there. -->"


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` compare them."""
    texts = {f"docs/{name}.md": "\n".join([NOTICE, *page()]) + "\n" for name, page in PAGES.items()}
    texts |= {f"hosting/{file}": configuration(name, ServedSite()) for name, file in HOSTING.items()}
    if "--check" not in arguments:
        for name, text in texts.items():
            (ROOT / name).write_text(text, encoding="utf-8")
        return 0
    stale = [name for name, text in texts.items() if _read(ROOT / name) != text]
    for name in stale:
        print(f"{name} is not what the code says: run `make docs`", file=sys.stderr)
    return 1 if stale else 0


def problems() -> Iterator[str]:
    """The page of all problem codes."""
    yield from manual().rstrip("\n").split("\n")


def settings() -> Iterator[str]:
    """The page of the settings in site.toml."""
    yield "# Settings"
    yield ""
    yield "All of them stand in `site.toml`, and all may be left out. An unknown one is refused."
    yield ""
    yield from _table(("setting", "default", "what it says"), map(_setting, SETTINGS))


def commands() -> Iterator[str]:
    """The page of the commands and their options."""
    top = parser()
    yield "# Commands"
    yield ""
    yield f"{top.description} `python build.py` in a checkout is the same as `factsheet`."
    yield f"{top.epilog}".replace("%%", "%")
    for name, command in _commands(top).items():
        yield from ("", f"## factsheet {name}", "", f"{command.description}".capitalize() + ".", "")
        yield from _arguments(command)
        for each, subcommand in _subcommands(command).items():
            yield from ("", f"### factsheet {name} {each}", "", f"{subcommand.description}".capitalize() + ".", "")
            yield from _arguments(subcommand)


def reference() -> Iterator[str]:
    """The page of the keys of front matter, and of the kinds of value."""
    yield "# Reference"
    yield ""
    yield "All [commands](commands.md), [settings](settings.md) and [problems](problems.md) have pages of their own."
    for title, texts in KEYS:
        yield from ("", f"## {title}", "")
        yield from _table(("key", "what it says"), ((f"`{key}`", text) for key, text in texts.items()))
    yield from ("", "## Kinds of value", "")
    yield from _table(("kind", "what it is"), map(_kind, KINDS))


def limits() -> Iterator[str]:
    """The page of all bounds: module constants with the names of `LIMIT`, and others that are numbers and explained."""
    yield "# Limits"
    yield ""
    yield "How much is read, kept and shown at the most; what a site may hold lies far above what people write. Times"
    yield "are in seconds where nothing else is said."
    yield ""
    yield from _table(("limit", "of what", "where"), _limits(documented_limits))
    yield from ("", "## Measures", "")
    yield "By which the engine judges how near, how many and how large: another number here is another judgement."
    yield ""
    yield from _table(("measure", "of what", "where"), _limits(documented_measures))
    yield from ("", "Of these the name in the code is the explanation:", "")
    yield from _table(("where", "measures"), _named())


def _named() -> Iterator[tuple[str, str]]:
    for path in sorted(ENGINE.rglob("*.py")):
        found = [(name, _value(path, name)) for name, text in _numbers(path) if not text]
        if found:
            named = (f"{name.strip('_').lower().replace('_', ' ')} {value}" for name, value in found)
            yield f"`{path.relative_to(ENGINE).with_suffix('').as_posix()}`", ", ".join(named)


def _limits(documented: Callable[[Path], Iterator[tuple[str, str]]]) -> Iterator[tuple[str, ...]]:
    for path in sorted(ENGINE.rglob("*.py")):
        for name, text in documented(path):
            module = path.relative_to(ENGINE).with_suffix("").as_posix()
            yield _value(path, name), " ".join(text.split()), f"`{module}`"


def _value(path: Path, name: str) -> str:
    """What a name of a module stands for, in figures."""
    module = path.relative_to(ENGINE.parent).with_suffix("").as_posix().removesuffix("/__init__")
    value = getattr(importlib.import_module(module.replace("/", ".")), name)
    return f"({', '.join(f'{one:,}' for one in value)})" if isinstance(value, tuple) else f"{value:,}"


def documented_limits(path: Path) -> Iterator[tuple[str, str]]:
    """The names of limits with the texts below them; a limit without one is a KeyError."""
    for name, _, text in _constants(path):
        if LIMIT.fullmatch(name):
            if not text:
                message = f"{path}: say below {name} what it limits"
                raise KeyError(message)
            yield name, text


def documented_measures(path: Path) -> Iterator[tuple[str, str]]:
    """The names of other numbers that have a text below them, such as are the same on every machine."""
    yield from ((name, text) for name, text in _numbers(path) if text)


def _numbers(path: Path) -> Iterator[tuple[str, str]]:
    for name, value, text in _constants(path):
        if not LIMIT.fullmatch(name) and _NUMBER.fullmatch(ast.unparse(value)):
            yield name, text


def _constants(path: Path) -> Iterator[tuple[str, ast.expr, str]]:
    """The names that a module makes in capitals, what of, and the text below each, or none."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    for statement, after in pairwise([*body, None]):
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            target = statement.target if isinstance(statement, ast.AnnAssign) else statement.targets[0]
            if isinstance(target, ast.Name) and target.id.isupper():
                is_text = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                yield target.id, statement.value, str(after.value.value) if is_text else ""  # type: ignore[union-attr]


_FIGURES = r"-?[0-9][0-9_.]*(?: [*+-] [0-9]+| (?:\*\*|<<) [0-9]+)*"
_NUMBER = re.compile(rf"{_FIGURES}|\({_FIGURES}(?:, {_FIGURES})+\)|Decimal\('?[0-9.]+'?\)")
LIMIT = re.compile(r"(?:MAX|MOST)(?:_\w+)?|LONGEST|SECONDS|MEMORY")
"""The names of constants that are limits."""


def rooms() -> Iterator[str]:
    """The map of the engine: its rooms in the order of the import contract, with what each says of itself."""
    project = tomllib.loads((ENGINE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {contract["id"]: contract["layers"] for contract in project["tool"]["importlinter"]["contracts"]}
    floors = [floor.strip("()").split(" | ") for floor in contracts["rooms"]]
    yield from ("# The rooms of the engine", "")
    yield "`factsheet/` has these rooms. A room may import from those below it, never from one beside it or above; the"
    yield "import contract in `pyproject.toml` holds this, and this page is drawn from it."
    yield from ("", "```text", *_drawn(floors), "```")
    for room in (each for floor in floors for each in floor):
        yield from ("", f"## {room}", "", *_docstring(room).split("\n"))
        if room in contracts:
            yield from ("", f"Inside, from the top: {', then '.join(map(_beside, contracts[room]))}.")


def _drawn(floors: list[list[str]]) -> Iterator[str]:
    """One box a floor, the highest first."""
    width = max(len(" | ".join(floor)) for floor in floors) + 4
    for number, floor in enumerate(floors):
        if number:
            yield "|".center(width).rstrip()
            yield "v".center(width).rstrip()
        yield f"[ {' | '.join(floor)} ]".center(width).rstrip()


def _docstring(room: str) -> str:
    package = ENGINE / room / "__init__.py"
    module = package if package.exists() else ENGINE / f"{room}.py"
    return ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""


def _beside(layer: str) -> str:
    return ", ".join(f"`{module}`" for module in layer.split(" | "))


KEYS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("Keys of a sheet", schemas.SHEET),
    ("Keys of a metric", schemas.METRIC),
    ("Keys of a table", schemas.TABLE),
    ("Keys of a column", schemas.COLUMN),
    ("Keys of a source", schemas.SOURCE),
    ("Keys of a chart", schemas.CHART),
    ("Keys of a correction", schemas.CORRECTION),
    ("Keys of `[theme]` in site.toml", {one.name: one.metadata["about"] for one in fields(Theme)}),
    ("Keys of `[locales.<tag>]` in site.toml", schemas.LOCALE),
)
"""The tables of keys, with their sentences."""

PAGES: Mapping[str, Callable[[], Iterator[str]]] = {
    "commands": commands,
    "limits": limits,
    "problems": problems,
    "reference": reference,
    "rooms": rooms,
    "settings": settings,
}
"""The pages in docs/, and what writes each."""


def _kind(kind: Kind) -> tuple[str, ...]:
    about_it = (type(kind).__doc__ or "").partition("\n")[0]
    return f"`{kind.name}`", about_it


def _setting(field: "Field[object]") -> tuple[str, ...]:
    default = getattr(Settings(), field.name)
    default = {} if is_dataclass(default) else default  # each key of a table has its own
    shown = {"None": "", "{}": "", "()": "", "False": "`false`", "True": "`true`"}.get(str(default), f'`"{default}"`')
    return f"`{field.name}`", shown, field.metadata["about"]


def _commands(top: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    """The parsers of the commands: argparse names them in the action that chooses between them."""
    choices = [each.choices for each in top._actions if isinstance(each.choices, Mapping)]  # noqa: SLF001 - no public way
    return dict(choices[0]) if choices else {}


def _subcommands(command: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    return _commands(command) if any(isinstance(each.choices, Mapping) for each in command._actions) else {}  # noqa: SLF001 - the same


def _arguments(command: argparse.ArgumentParser) -> Iterator[str]:
    actions = [each for each in command._actions if each.dest != "help"]  # noqa: SLF001 - no public way
    plain = [each for each in actions if not isinstance(each.choices, Mapping)]
    yield from _table(("argument", "what it does"), map(_argument, plain))


def _argument(action: argparse.Action) -> tuple[str, ...]:
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else "")
    if not value and action.nargs != 0:
        value = action.dest.upper()
    names = ", ".join(action.option_strings)
    return f"`{f'{names} {value}'.strip(' ')}`".replace("|", "\\|"), f"{action.help}"


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
