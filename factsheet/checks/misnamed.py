"""Echoes of a file that is not read, or has another name than it should: what is missed because of it."""

import posixpath
from collections.abc import Callable, Iterator, Mapping

from factsheet.checks.others import UNREAD, Others, path_of
from factsheet.core.problems import Problem
from factsheet.site.translations import LOCK

_CONTENT = "content/"


def is_of_lost_file(problem: Problem, values: Mapping[str, str], others: Others) -> bool:
    """Whether a file is missed that is told to be elsewhere, of another name, not to be read, or not to be there."""
    file = _MISSED[problem.code](problem, values)
    lost = {other for cause in _causes(others) if cause is not problem for other in _lost(cause)}
    return file in lost or f"{posixpath.dirname(file)}/" in lost


_MISSED: Mapping[str, Callable[[Problem, Mapping[str, str]], str]] = {
    "D101": lambda _, of: of["file"],
    "R503": lambda found, of: _linked(found.place.path, of["address"].partition("#")[0]),
    "R513": lambda _, of: f"{_CONTENT}{of['target'].strip('/').removesuffix('.md')}.md",
    "R514": lambda _, of: of["name"].removesuffix(".md"),
    "T601": lambda _, of: of["file"],
    "T603": lambda _, of: of["other"],
}
"""For each code, the file that it misses; for the menu the path of a sheet, which has a file in each language."""


def _linked(file: str, address: str) -> str:
    """The file that a link of a sheet names; one that begins with a slash is seen from the folder of the language."""
    if address.startswith("/"):
        return f"{'/'.join(file.split('/')[:2])}{address}"
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), address))


def _causes(others: Others) -> Iterator[Problem]:
    for code in ("F023", "T603", *sorted(UNREAD)):
        yield from others.by_code.get(code, ())


def _lost(cause: Problem) -> Iterator[str]:
    """The files that are missed because of a finding, and the paths of the sheets that they are."""
    given, path = dict(cause.values), cause.place.path
    if cause.code == "F023":
        files = [given["better"], path]
    elif cause.code != "T603":
        files = [path]
    elif cause.variant == "folder":
        files = [f"{given['better']}/"]
    elif "suggestion" in given:
        files = [f"{'/'.join(path.split('/')[:2])}/{given['suggestion']}.md"]
    else:
        files = [path, given["other"]]
    for file in files:
        yield file
        yield path_of(file)


def is_shown_wrongly(_: Problem, values: Mapping[str, str], others: Others) -> bool:
    """Whether a picture is shown nowhere because the mark that would show it is not read, or has another name."""
    name = values["name"]
    unread = others.by_code.get("M106", ())
    marks = (dict(other.values).get("signs", "") for other in unread)
    known = (dict(other.values).get("known", "") for other in others.by_code.get("R503", ()))
    if any(other.variant in {"address", "titled"} for other in unread):
        return True
    return any(name in signs for signs in marks) or any(posixpath.basename(file) == name for file in known)


def is_of_unread_sheet(problem: Problem, _: Mapping[str, str], others: Others) -> bool:
    """Whether a picture is shown nowhere as far as is known: a sheet of its language is not read, which may show it."""
    folder = "/".join(problem.place.path.split("/")[:2])
    return any(cause.place.path.startswith(f"{folder}/") for cause in _causes(others))


def is_of_lost_catalogue(_: Problem, values: Mapping[str, str], others: Others) -> bool:
    """Whether a language has no words because its catalogue cannot be read, or lies elsewhere, or has another name."""
    named = (dict(one.values) for code in ("F023", "T641") for one in others.by_code.get(code, ()))
    return values["file"] in others.by_file or any(given["better"] == values["file"] for given in named)


def has_no_lock(_: Problem, __: Mapping[str, str], others: Others) -> bool:
    """Whether no translation is known to be current because the file that says so cannot be read."""
    return LOCK in others.by_file


def has_moved(_: Problem, values: Mapping[str, str], others: Others) -> bool:
    """Whether a page is gone because the file of a sheet is not read, or that of a translation is misnamed."""
    return any(
        cause.code != "T603" or values["address"].startswith(f"/{cause.place.path.split('/')[1]}/")
        for cause in _causes(others)
        if cause.place.path.startswith(_CONTENT)
    )


def is_of_one_folder(problem: Problem, values: Mapping[str, str], others: Others) -> bool:
    """Whether a translation has no original because its folder was renamed, which its first sheet tells."""
    alike = (other for other in others.by_code["T603"] if other.variant == problem.variant == "folder")
    return any(dict(other.values)["folder"] == values["folder"] and other.place < problem.place for other in alike)
