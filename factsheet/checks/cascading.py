"""Findings that only repeat another one: a single slip is to be told once, where it was made.

A finding is left out only where another stays that stops publication at least as surely, and whose mending mends both.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from factsheet.problems import Problem, Severity
from factsheet.records import dataclass

_UNREAD = frozenset({"F001", "F003", "F004", "F005", "F008", "F012", "F020", "F022"})
"""A sheet with one of these is not read, so nothing that it declares is known."""

_GUESSED = frozenset({"F015", "N104", "N105", "N110"})
"""A word that is not known, in whose place the one is taken that was most likely meant."""

_MISTYPED = frozenset({"R501", "R509", "S301", "S302", "S303"})
"""What is found at a figure that was meant to be mentioned."""


@dataclass(frozen=True, slots=True)
class _Others:
    """The findings that may be repeated: those of each file, and which files of a sheet have which codes."""

    by_file: Mapping[str, Sequence[Problem]]
    by_sheet: Mapping[str, AbstractSet[tuple[str, str]]]


def without_echoes(problems: Sequence[Problem]) -> list[Problem]:
    """Leave out what only repeats another finding; those that stay keep their order."""
    if len(problems) < 2:  # noqa: PLR2004 - an echo and what it repeats
        return list(problems)
    by_weight = {
        weight: _others(problem for problem in problems if _weight(problem.severity) <= _weight(weight))
        for weight in {problem.severity for problem in problems}
    }
    return [problem for problem in problems if not _is_echo(problem, by_weight[problem.severity])]


def _weight(severity: Severity) -> int:
    return list(Severity).index(severity)


def _others(problems: Iterable[Problem]) -> _Others:
    by_file: dict[str, list[Problem]] = {}
    by_sheet: dict[str, set[tuple[str, str]]] = {}
    for problem in problems:
        file = problem.place.path
        by_file.setdefault(file, []).append(problem)
        by_sheet.setdefault(_path(file), set()).add((file, problem.code))
    return _Others(by_file, by_sheet)


def _is_echo(problem: Problem, others: _Others) -> bool:
    test = _TESTS.get(problem.code)
    return test is not None and test(problem, dict(problem.values), others)


def _misread(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether what is declared of a metric was refused, so that what was taken in its place proves nothing."""
    metric, path = values.get("metric", ""), _path(problem.place.path)
    files = {file for file, code in others.by_sheet.get(path, ()) if code in _GUESSED}
    return any(
        other.code in _GUESSED and _metric_of(dict(other.values)) == metric
        for file in files
        for other in others.by_file[file]
    )


def _metric_of(given: Mapping[str, str]) -> str:
    return given.get("metric") or given.get("key", "").partition(".")[0]


def _refused(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a key is missing because its name is misspelt, or its value of another type."""
    key = values.get("key") or f"{values.get('metric')}.value"
    within, dot, name = key.rpartition(".")
    for other in others.by_file[problem.place.path]:
        given = dict(other.values)
        told = given.get("key", "")
        if other.code == "F008" and told == key:
            return True
        if other.code == "F007" and given.get("suggestion") == name and told.rpartition(".")[:2] == (within, dot):
            return True
    return False


def _no_source(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a source is missing because what names it, or all sources, could not be read."""
    keys = {"sources", f"{values.get('metric')}.source"}
    return any(
        other.code == "F008" and dict(other.values).get("key") in keys for other in others.by_file[problem.place.path]
    )


def _undeclared(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a metric is unknown because the sheet that declares it could not be read, or holds another name twice."""
    target = values.get("target") or values.get("metric", "")
    path = target.rpartition("/")[0] or _path(problem.place.path)
    for file, code in others.by_sheet.get(path, ()):
        if code in _UNREAD and file != problem.place.path:
            return True
        if code == "F006" and "suggestion" not in values:
            return True
    return False


def _not_mentioned(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a metric is missing in a text because it is misspelt there, or typed by hand."""
    name = values.get("metric", "")
    for other in others.by_file[problem.place.path]:
        given = dict(other.values)
        if other.code in _MISTYPED and name in {given.get("suggestion"), given.get("metric")}:
            return True
    return False


def _out_of_date(_: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a translation is behind an original that has errors to be mended first."""
    original = values.get("other", "").rsplit(":", 2)[0]
    return any(problem.severity is Severity.ERROR for problem in others.by_file.get(original, ()))


def _not_translated(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a word of a metric is missing because it was refused, or its key is misspelt, right below."""
    below = [other for other in others.by_file[problem.place.path] if other.place.line >= problem.place.line]
    metrics = sorted({other.place.line for other in below if other.code == "T602"})
    end = metrics[1] if len(metrics) > 1 else None
    near = [other for other in below if end is None or other.place.line < end]
    key = values.get("key")
    return any(
        (other.code == "N122" and key == "unit")
        or (other.code == "F007" and dict(other.values).get("suggestion") == key)
        for other in near
    )


def _no_text(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a quote is not found because the copy of its source is no text."""
    file = values.get("file")
    return any(
        other.code == "Q430" and dict(other.values).get("file") == file for other in others.by_file[problem.place.path]
    )


def _mentions(problem: Problem, _: Mapping[str, str], others: _Others) -> bool:
    """Whether the signs that readers would see are those of a reference that is told of."""
    return any(other.code == "R509" and other.place == problem.place for other in others.by_file[problem.place.path])


def _no_letters(problem: Problem, _: Mapping[str, str], others: _Others) -> bool:
    """Whether a template cannot be read because its bytes cannot."""
    return any(other.code == "F001" for other in others.by_file[problem.place.path])


def _unseen(problem: Problem, _: Mapping[str, str], others: _Others) -> bool:
    """Whether a value is no number because of a character in it that cannot be seen."""
    line = problem.place.line
    return any(other.code == "F002" and other.place.line == line for other in others.by_file[problem.place.path])


def _misdeclared(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether the quote contradicts the declared unit as the phrase does: then the declaration is the slip."""
    path = _path(problem.place.path)
    return any(
        other.code == "Q405" and dict(other.values).get("metric") == values.get("metric")
        for file in {file for file, code in others.by_sheet[path] if code == "Q405"}
        for other in others.by_file[file]
    )


_TESTS: Mapping[str, Callable[[Problem, Mapping[str, str], _Others], bool]] = {
    "M106": _mentions,
    "N101": _unseen,
    "N126": _misdeclared,
    "F009": _refused,
    "N102": _refused,
    "O701": _no_letters,
    "P202": _undeclared,
    "P203": _not_mentioned,
    "Q401": _no_source,
    "Q404": _misread,
    "Q405": _misread,
    "Q406": _no_text,
    "R501": _undeclared,
    "R507": _no_source,
    "S305": _misread,
    "S306": _misread,
    "T602": _not_translated,
    "T620": _out_of_date,
}
"""For each code that may be an echo, when it is one."""


def _path(file: str) -> str:
    """The path of a sheet, the same in all languages: `content/ro/method.md` is `method`."""
    return file.removeprefix("content/").partition("/")[2].removesuffix(".md")
