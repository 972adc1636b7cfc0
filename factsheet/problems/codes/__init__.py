"""The table of every finding: the one place where its words, its meaning and its example stand."""

from collections.abc import Iterable

from factsheet.patterns import regex
from factsheet.problems import SUGGEST, Code, Place, Problem, Severity
from factsheet.problems.codes import (
    data_files,
    data_tables,
    evidence,
    figures,
    front_matter,
    markdown,
    numbers,
    output,
    parity,
    references,
    settings,
    stray,
    translation,
    verification,
)
from factsheet.records import replace

FAMILIES: tuple[tuple[str, tuple[Code, ...]], ...] = (
    ("Front matter", front_matter.CODES),
    ("Numbers", (*numbers.CODES, *figures.CODES)),
    ("Data files", (*data_files.CODES, *data_tables.CODES)),
    ("Parity", parity.CODES),
    ("Stray figures", stray.CODES),
    ("Evidence", evidence.CODES),
    ("References", references.CODES),
    ("Markdown", markdown.CODES),
    ("Translation", translation.CODES),
    ("Output", output.CODES),
    ("Settings", settings.CODES),
    ("Verification", verification.CODES),
)
"""The families in the order of the documentation; a code's letter names its family."""

CODES: dict[str, Code] = {code.id: code for _, family in FAMILIES for code in family}

OF_PLUGINS = regex(r"X[0-9]{3}")
"""The codes that plugins may add: no code of the tool itself begins with X."""

_FIELD = regex(r"\{(\w+)\}")


def report(code: str, place: Place, /, *, variant: str = "", near: object = None, **values: object) -> Problem:
    """Make the finding `code` at `place`.

    `near` is what was most likely meant: where there is such a word, the fix asks for it, and `{suggestion}` is it.
    Raises KeyError for a code or a variant that the table does not have.
    """
    entry = CODES[code]
    if near:
        variant, values = SUGGEST, {**values, "suggestion": near}
    entry.way_out(variant)
    filled = tuple((name, str(value)) for name, value in values.items())
    return Problem(code=code, place=place, severity=entry.severity, values=filled, variant=variant)


def message(problem: Problem) -> str:
    """Say in one line what was found and what was expected."""
    return _fill(CODES[problem.code].message, problem)


def fix(problem: Problem) -> str:
    """Say in one line how to correct it."""
    return _fill(CODES[problem.code].way_out(problem.variant), problem)


def use_codes(codes: Iterable[Code]) -> None:
    """Make these the codes of plugins that this process knows; those that it knew before go."""
    for name in [name for name in CODES if OF_PLUGINS.fullmatch(name)]:
        del CODES[name]
    CODES.update((code.id, code) for code in codes)


def with_severity(problems: Iterable[Problem], overrides: dict[str, Severity]) -> list[Problem]:
    """Apply the site's `[checks]` settings to the findings."""
    return [_weighed(problem, overrides) for problem in problems]


def _weighed(problem: Problem, overrides: dict[str, Severity]) -> Problem:
    severity = overrides.get(problem.code)
    if severity is None or severity == problem.severity:
        return problem
    return replace(problem, severity=severity)


def _fill(template: str, problem: Problem) -> str:
    values = dict(problem.values)
    return _FIELD.sub(lambda match: values.get(match[1], match[0]), template)
