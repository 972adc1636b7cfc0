"""The table of every finding: the one place where its words, its meaning and its example stand, a file a family."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from factsheet.core.patterns import regex
from factsheet.core.problems import SUGGEST, Code, Place, Problem, Severity, filled
from factsheet.core.records import replace
from factsheet.core.suggest import nearest

FAMILIES: Final[Mapping[str, str]] = {
    "F": "Front matter", "N": "Numbers", "D": "Data files", "P": "Parity", "S": "Stray figures", "Q": "Evidence",
    "R": "References", "M": "Markdown", "T": "Translation", "O": "Output", "C": "Settings", "V": "Verification",
}  # fmt: skip
"""The families by the letter of their codes, in the order of the documentation; the file of each has its name."""

OF_PLUGINS = regex(r"X[0-9]{3}")
"""The codes that plugins may add: no code of the tool itself begins with X."""

_LIKE_DIGITS: Final = str.maketrans("OILSZB", "011528")

_of_plugins: dict[str, Code] = {}

LONGEST: Final = 200
"""How many characters a finding shows of a text: room for a list of names, not for a page in the place of a word."""


class _Codes(Mapping[str, Code]):
    """The codes by their ids. The file of a family is read when one of its codes is first asked for."""

    def __getitem__(self, code: str) -> Code:
        return (family(code[0]) if code[:1] in FAMILIES else _of_plugins)[code]

    def __iter__(self) -> Iterator[str]:
        for letter in FAMILIES:
            yield from family(letter)
        yield from _of_plugins

    def __len__(self) -> int:
        return sum(1 for _ in self)


CODES: Final = _Codes()


Keep = Callable[[str, bytes, Callable[[], Mapping[str, Code]]], Mapping[str, Code]]
"""Gives what is made of some bytes, as it was kept under a name or made now."""

_keep: list[Keep] = []


def keep_by(keep: Keep) -> None:
    """Have what is read of the files kept from one process to the next: one takes as long to read as a page."""
    _keep[:] = [keep]


@cache
def family(letter: str) -> Mapping[str, Code]:
    """Read the codes of a family, in the order of its file."""
    data = Path(__file__).with_name(f"{FAMILIES[letter].lower().replace(' ', '_')}.toml").read_bytes()
    return _keep[0](f"codes-{letter}", data, lambda: _read(data)) if _keep else _read(data)


def _read(data: bytes) -> Mapping[str, Code]:
    rows = tomllib.loads(data.decode())
    return {
        code: Code(id=code, severity=Severity(row.pop("severity", Severity.ERROR)), **row) for code, row in rows.items()
    }


def report(code: str, place: Place, /, *, variant: str = "", near: object = None, **values: object) -> Problem:
    """Make the finding `code` at `place`.

    `near` is what was most likely meant: where there is such a word, the fix asks for it, and `{suggestion}` is it.
    Raises KeyError for a code or a variant that the table does not have.
    """
    entry = CODES[code]
    if near:
        variant, values = SUGGEST, {**values, "suggestion": near}
    entry.way_out(variant)
    filled = tuple((name, str(value)[:LONGEST]) for name, value in values.items())
    return Problem(code=code, place=place, severity=entry.severity, values=filled, variant=variant)


def code_meant(code: str) -> str | None:
    """The code of a finding that was most likely meant: with digits for letters that look like them, or a near one."""
    plain = f"{code[:1].upper()}{code[1:].upper().translate(_LIKE_DIGITS)}"
    return plain if plain in CODES else nearest(code, CODES)


def message(problem: Problem) -> str:
    """Say in one line what was found and what was expected."""
    return filled(CODES[problem.code].message, _values(problem))


def fix(problem: Problem) -> str:
    """Say in one line how to correct it."""
    return filled(CODES[problem.code].way_out(problem.variant), _values(problem))


def use_codes(codes: Iterable[Code]) -> None:
    """Make these the codes of plugins that this process knows; those that it knew before go."""
    _of_plugins.clear()
    _of_plugins.update((code.id, code) for code in codes)


def with_severity(problems: Iterable[Problem], overrides: dict[str, Severity]) -> list[Problem]:
    """Apply the site's `[checks]` settings to the findings."""
    return [_weighed(problem, overrides) for problem in problems]


def _weighed(problem: Problem, overrides: dict[str, Severity]) -> Problem:
    severity = overrides.get(problem.code)
    if severity is None or severity == problem.severity:
        return problem
    return replace(problem, severity=severity)


def _values(problem: Problem) -> Mapping[str, str]:
    return {name: value.replace("\n", " ") for name, value in problem.values}
