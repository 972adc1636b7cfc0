"""The findings of one check, among which an echo has its cause."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factsheet.core.problems import Problem
from factsheet.core.records import dataclass

UNREAD = frozenset({"F001", "F003", "F004", "F005", "F012", "F020", "F022", "F029"})
"""A sheet with one of these is not read, so nothing that it declares is known."""


@dataclass(frozen=True, slots=True)
class Others:
    """The findings that may be repeated: those of each file, of each sheet in all languages, and of each code."""

    by_file: Mapping[str, Sequence[Problem]]
    by_sheet: Mapping[str, Sequence[Problem]]
    by_code: Mapping[str, Sequence[Problem]]

    def here(self, problem: Problem, *codes: str) -> Iterator[Problem]:
        """The others with these codes, or with any, in the same file."""
        return _with(codes, problem, self.by_file.get(problem.place.path, ()))

    def anywhere(self, problem: Problem, *codes: str) -> Iterator[Problem]:
        """The others with these codes, in whichever file."""
        return _with(codes, problem, (other for code in codes for other in self.by_code.get(code, ())))

    def around(self, problem: Problem, *codes: str) -> Iterator[Problem]:
        """The others with these codes, or with any, in the same sheet, in whichever language."""
        return _with(codes, problem, self.by_sheet.get(path_of(problem.place.path), ()))


def _with(codes: tuple[str, ...], problem: Problem, found: Iterable[Problem]) -> Iterator[Problem]:
    return (other for other in found if other is not problem and (not codes or other.code in codes))


def others_of(problems: Iterable[Problem]) -> Others:
    """Sort findings by what they are looked for by."""
    by_file: dict[str, list[Problem]] = {}
    by_sheet: dict[str, list[Problem]] = {}
    by_code: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.place.path, []).append(problem)
        by_sheet.setdefault(path_of(problem.place.path), []).append(problem)
        by_code.setdefault(problem.code, []).append(problem)
    return Others(by_file, by_sheet, by_code)


Test = Callable[[Problem, Mapping[str, str], Others], bool]
"""Whether a finding, with its values, is an echo of one of the others."""


def beside(*codes: str, where: str = "here", key: str = "", theirs: str = "") -> Test:
    """Give the test for an echo of a finding with one of the codes: here in its file, around it in its sheet, anywhere.

    With a `key` both have the same value under it; the other one may have it under the key `theirs`.
    """

    def is_echo(problem: Problem, values: Mapping[str, str], others: Others) -> bool:
        near = {"here": others.here, "around": others.around, "anywhere": others.anywhere}[where](problem, *codes)
        return any(not key or dict(other.values).get(theirs or key) == values.get(key, "") for other in near)

    return is_echo


def declaring(problem: Problem, values: Mapping[str, str]) -> str:
    """The path of the sheet that declares what a finding is about: `index` of `index/trips`, or else its own."""
    return values.get("target", "").rpartition("/")[0] or path_of(problem.place.path)


def path_of(file: str) -> str:
    """The path of a sheet, the same in all languages: `content/ro/method.md` is `method`."""
    return file.removeprefix("content/").partition("/")[2].removesuffix(".md")
