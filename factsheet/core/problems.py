"""Places in the sources, and the problems that point at them; `codes` holds every message with its way out."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass, field

LANGUAGES = ("en", "ro")
"""The languages that the tool speaks, and tells problems in; the first is the one it is written in."""

Words = Callable[[str], str]
"""Gives a text of the tool in the language chosen."""

FIELD = regex(r"\{(\w+)\}")
"""A place in a text of the tool that a value fills."""


def filled(template: str, values: Mapping[str, str]) -> str:
    """Fill the fields of a text; those without a value stay as they are."""
    return FIELD.sub(lambda match: values.get(match[1], match[0]), template)


class FactsheetError(Exception):
    """The base of all refusals that a caller of the library can meet."""


class WithProblem(Exception):
    """The base of refusals that hold the finding that says why."""

    def __init__(self, problem: "Problem") -> None:
        """Keep the finding."""
        super().__init__(problem.code)
        self.problem = problem


class Severity(StrEnum):
    """How much a finding weighs: an error stops publication, a warning only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a source file: a path relative to the site's root, a line and a column, both from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Write the place as editors and compilers do, `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"


SUGGEST = "suggest"
"""The variant of a fix that asks whether a near miss was meant."""
SUGGESTION = "did you mean `{suggestion}`?"
"""How it asks, unless the code has words of its own for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One kind of finding: what it says, what it means, and how an editor corrects it.

    `message` and `fix` are templates with `{name}` fields; `variants` holds other fixes that a check may choose.
    """

    id: str
    severity: Severity = Severity.ERROR
    message: str
    fix: str
    meaning: str
    example: str
    variants: Mapping[str, str] = field(default_factory=dict)
    repeats: Sequence[str] = ()
    """Beside which others it is left out, as in `T641 T604 anywhere file=better ~format`: their codes; where they are
    looked for, `around` it, at its `place` or `anywhere`, else in its file; the key under which it says what they say
    under the other one; and their variant."""

    def way_out(self, variant: str) -> str:
        """The fix, or the variant of it that a check chose; raises KeyError for one that there is not."""
        if variant == SUGGEST:
            return self.variants.get(SUGGEST, SUGGESTION)
        return self.variants[variant] if variant else self.fix


class Given(dict[str, str]):
    """Texts by name, as the values of a finding or the attributes of an element: what is not given is empty."""

    def __missing__(self, name: str) -> str:
        """Give the empty text."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A finding: its code, its place, and the values that fill the code's message and fix."""

    code: str
    place: Place
    severity: Severity
    values: tuple[tuple[str, str], ...] = ()
    variant: str = ""

    @property
    def given(self) -> Given:
        """The values by their names."""
        return Given(self.values)

    @property
    def sort_key(self) -> tuple[str, int, int, str, tuple[tuple[str, str], ...]]:
        """The order of a report: by file, line and column, then by code."""
        return (self.place.path, self.place.line, self.place.column, self.code, self.values)
