"""Findings that only repeat another one: a single slip is to be told once, where it was made.

A finding is left out only where another stays that stops publication at least as surely, and whose correction is that
of both. Most echoes tell that something is missing that stands there, but was refused; the others are compared with
their cause one by one.
"""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factsheet.checks.spoilt import IN_ALL_LANGUAGES, NEEDS, spoilt
from factsheet.problems import Problem, Severity
from factsheet.records import dataclass

_UNREAD = frozenset({"F001", "F003", "F004", "F005", "F012", "F020", "F022"})
"""A sheet with one of these is not read, so nothing that it declares is known."""

_GUESSED = frozenset({"F015", "N104", "N105", "N110"})
"""A word that is not known, in whose place the one is taken that was most likely meant."""

_MISTYPED = frozenset({"R501", "R509", "R524", "S301", "S302", "S303"})
"""What is found at a figure or a chart that was meant to be mentioned."""

_RENAMED = frozenset({"F006", "F016"})
"""The name of an entry is refused, so that any name that is not known may have been meant by it."""

_BLOCKS = frozenset(
    {"M106-heading", "M106-bullet", "M106-footnote", "M106-misnamed", "M106-table", "M111", "M112", "R532"}
)
"""The codes, with their variants, of signs because of which a block is another than was meant."""


@dataclass(frozen=True, slots=True)
class _Others:
    """The findings that may be repeated: those of each file, of each sheet in all languages, and of each code."""

    by_file: Mapping[str, Sequence[Problem]]
    by_sheet: Mapping[str, Sequence[Problem]]
    by_code: Mapping[str, Sequence[Problem]]

    def here(self, problem: Problem, *codes: str) -> Iterator[Problem]:
        """The others with these codes, or with any, in the same file."""
        return _with(codes, problem, self.by_file.get(problem.place.path, ()))

    def around(self, problem: Problem, *codes: str) -> Iterator[Problem]:
        """The others with these codes, or with any, in the same sheet, in whichever language."""
        return _with(codes, problem, self.by_sheet.get(_path(problem.place.path), ()))


def _with(codes: tuple[str, ...], problem: Problem, found: Iterable[Problem]) -> Iterator[Problem]:
    return (other for other in found if other is not problem and (not codes or other.code in codes))


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
    by_sheet: dict[str, list[Problem]] = {}
    by_code: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.place.path, []).append(problem)
        by_sheet.setdefault(_path(problem.place.path), []).append(problem)
        by_code.setdefault(problem.code, []).append(problem)
    return _Others(by_file, by_sheet, by_code)


def _is_echo(problem: Problem, others: _Others) -> bool:
    values = dict(problem.values)
    if _needs_what_is_spoilt(problem, values, others):
        return True
    return any(test(problem, values, others) for test in _TESTS.get(problem.code, ()))


def _needs_what_is_spoilt(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    needs = NEEDS.get(problem.code)
    if needs is None:
        return False
    keys = frozenset(needs(values)) - {"", ".", ".value"}
    everywhere = others.by_sheet.get(_declaring(problem, values), ())
    causes = everywhere if problem.code in IN_ALL_LANGUAGES else others.here(problem)
    return any(spoilt(cause) in keys for cause in causes if cause is not problem)


def _declaring(problem: Problem, values: Mapping[str, str]) -> str:
    """The path of the sheet that declares what a finding is about: `index` of `index/trips`, or else its own."""
    return values.get("target", "").rpartition("/")[0] or _path(problem.place.path)


def _misread(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether what is declared of a metric was refused, so that what was taken in its place proves nothing."""
    metric = values.get("metric", "")
    return any(_metric_of(dict(other.values)) == metric for other in others.around(problem, *_GUESSED))


def _metric_of(given: Mapping[str, str]) -> str:
    return given.get("metric") or given.get("key", "").partition(".")[0]


def _undeclared(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a metric is unknown because the sheet that declares it is not read, or the name of another is refused."""
    return any(
        (other.code in _UNREAD and other.place.path != problem.place.path)
        or (other.code in _RENAMED and values.get("suggestion") in {None, dict(other.values).get("suggestion")})
        or (other.code in _RENAMED and "/" in values.get("suggestion", ""))
        for other in others.by_sheet.get(_declaring(problem, values), ())
    )


def _renamed(problem: Problem, _: Mapping[str, str], others: _Others) -> bool:
    """Whether a translation has no entry at all for a name, and a name in the sheet is refused."""
    refused = [*others.here(problem, *_RENAMED), *others.around(problem, "F016")]
    return problem.place.line == 1 and bool(refused)


def _not_mentioned(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a figure or chart is missing in a text because it is misspelt, here or there, or typed by hand."""
    name = values.get("metric", "")
    meant = (dict(other.values) for other in others.here(problem, *_MISTYPED))
    if any(name in {*_names(given, "suggestion"), *_names(given, "metric")} for given in meant):
        return True
    unknown = (dict(other.values) for other in others.around(problem, "R501", "R524"))
    return any(name in {*_names(given, "target"), *_names(given, "chart")} for given in unknown)


def _names(given: Mapping[str, str], key: str) -> tuple[str, ...]:
    """How the name under a key may be mentioned."""
    return (given[key], f"chart {given[key]}") if key in given else ()


def _not_used(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a metric is shown nowhere because it is misspelt where it would be, or named in what is refused."""
    name = values.get("metric", "")
    return any(
        other.code == "N141" or name in dict(other.values).get("suggestion", "").split("/")
        for other in others.around(problem, "N141", "R501", "R509")
    )


def _out_of_date(_: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a translation is behind an original that has errors to be corrected first."""
    original = values.get("other", "").rsplit(":", 2)[0]
    return any(problem.severity is Severity.ERROR for problem in others.by_file.get(original, ()))


def _misnamed_file(_: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a translation is missing because its file has another name than its original, or than sheets have."""
    file = values.get("file", "")
    folder = "/".join(file.split("/")[:2])
    renamed = {dict(other.values).get("better") for other in others.by_code.get("F023", ())}
    meant = {
        f"{folder}/{dict(other.values).get('suggestion')}.md"
        for other in others.by_code.get("T603", ())
        if other.place.path.startswith(f"{folder}/")
    }
    return file in renamed | meant


def _unread_file(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a link leads nowhere because the file that it names is not read, or not under its name."""
    folder = posixpath.dirname(problem.place.path)
    target = posixpath.normpath(posixpath.join(folder, values.get("address", "").partition("#")[0]))
    is_misnamed = any(dict(other.values).get("better") == target for other in others.by_code.get("F023", ()))
    return is_misnamed or any(other.code in _UNREAD for other in others.by_file.get(target, ()))


def _written_wrongly(_: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a picture is shown nowhere because the mark that would show it is not read as one."""
    marks = (dict(other.values).get("signs", "") for other in others.by_code.get("M106", ()))
    return any(values.get("name", "\0") in signs for signs in marks)


def _no_text(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a quote is not found because the copy of its source is no text."""
    return any(dict(other.values).get("file") == values.get("file") for other in others.here(problem, "Q430"))


def _miscopied(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a quote says another figure because it was not copied as the source has it."""
    copied = (dict(other.values) for other in others.here(problem, "Q406"))
    return any("suggestion" in given and given["metric"] == values["metric"] for given in copied)


def _at_one_place(problem: Problem, _: Mapping[str, str], others: _Others) -> bool:
    """Whether what is found is a reference of too few braces, or a number written the way of the other language."""
    return any(other.place == problem.place for other in others.here(problem, "R509", "S303"))


def _misshapen(problem: Problem, _: Mapping[str, str], others: _Others) -> bool:
    """Whether texts differ in their shape because the marks of a block are not read as such."""
    signs = others.around(problem, "M106", "M111", "M112", "R532")
    return any("-".join(filter(None, (other.code, other.variant))) in _BLOCKS for other in signs)


def _unread(problem: Problem, _: Mapping[str, str], others: _Others) -> bool:
    """Whether a template or a front page is missed because its file cannot be read."""
    return any(others.here(problem, *_UNREAD))


def _refused(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a figure that was published otherwise is found to be wrong: it is corrected, and not explained."""
    found = (other for other in others.here(problem) if other.severity is Severity.ERROR)
    return any(_metric_of(dict(other.values)) == values.get("metric") for other in found)


def _moved(_: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a page is gone because the file of a translation has another name than its original."""
    misnamed = (other for other in others.by_code.get("T603", ()) if "suggestion" in dict(other.values))
    return any(values["address"].startswith(f"/{other.place.path.split('/')[1]}/") for other in misnamed)


def _made_twice(problem: Problem, _: Mapping[str, str], others: _Others) -> bool:
    """Whether a sheet without a translation is a copy that must get another name, or go."""
    return any(others.here(problem, "O703"))


def _unseen(problem: Problem, _: Mapping[str, str], others: _Others) -> bool:
    """Whether a value is no number because of a character in it that cannot be seen."""
    return any(other.place.line == problem.place.line for other in others.here(problem, "F002"))


def _misdeclared(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether the quote contradicts the declared unit as the phrase does: then the declaration is the slip."""
    return any(dict(other.values).get("metric") == values.get("metric") for other in others.around(problem, "Q405"))


def _of_both_files(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether an archived file lacks what the data file of the same table lacks, too."""
    same = (other for other in others.here(problem, "D114") if other.place == problem.place)
    return any(dict(other.values)["key"] == values["key"] and other.values < problem.values for other in same)


def _of_the_archive(_: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a name is missing in a table because its data file writes it otherwise than the archived one."""
    meant = values.get("suggestion")
    return any(dict(other.values).get("name") == meant for other in others.by_code.get("D122", ()))


def _meant_as_an_end(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a column has no name because it is the end of an interval whose heading is misspelt."""
    meant = (dict(other.values).get("suggestion") for other in others.here(problem, "D115"))
    return values.get("name", "") in meant


def _of_two_units(problem: Problem, values: Mapping[str, str], others: _Others) -> bool:
    """Whether a chart cannot show a metric that should not be in it for the sake of its unit."""
    return any(dict(other.values).get("chart") == values.get("chart") for other in others.here(problem, "N123"))


_Test = Callable[[Problem, Mapping[str, str], _Others], bool]

_TESTS: Mapping[str, tuple[_Test, ...]] = {
    "D114": (_of_both_files,),
    "D118": (_of_the_archive,),
    "D131": (_meant_as_an_end,),
    "M106": (_at_one_place,),
    "N101": (_unseen,),
    "N124": (_of_two_units,),
    "N126": (_misdeclared,),
    "O701": (_unread,),
    "O714": (_moved,),
    "O722": (_refused,),
    "O726": (_unread,),
    "P202": (_undeclared,),
    "P203": (_not_mentioned,),
    "P204": (_at_one_place,),
    "P206": (_misshapen,),
    "Q403": (_miscopied,),
    "Q404": (_misread,),
    "Q405": (_misread,),
    "Q406": (_no_text,),
    "R501": (_undeclared,),
    "R503": (_unread_file,),
    "R506": (_not_used, _undeclared),
    "R515": (_written_wrongly,),
    "S305": (_misread,),
    "S306": (_misread,),
    "T601": (_misnamed_file, _made_twice),
    "T602": (_renamed,),
    "T620": (_out_of_date,),
}
"""For each code that may be an echo, when it is one."""


def _path(file: str) -> str:
    """The path of a sheet, the same in all languages: `content/ro/method.md` is `method`."""
    return file.removeprefix("content/").partition("/")[2].removesuffix(".md")
