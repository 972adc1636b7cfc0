"""Findings that only repeat another one: a single slip is to be told once, where it was made.

A finding is left out only where another stays that stops publication at least as surely, and whose correction is that
of both. Most echoes tell that something is missing that stands there, but was refused; the others are compared with
their cause one by one.
"""

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence

from factsheet.checks import mistyped, raising
from factsheet.checks.mistyped import UNREAD, Others, Test, declaring, is_beside, others_of, path_of
from factsheet.core.codes import CODES, fix, message
from factsheet.core.problems import Given, Problem, Severity
from factsheet.site.translations import LOCK


def without_repeats(problems: Sequence[Problem]) -> list[Problem]:
    """Leave out what only repeats another finding; those that stay keep their order."""
    if len(problems) < 2:  # noqa: PLR2004 - one and what it repeats
        return list(problems)
    told = {
        (one.place, one.code if one.code[0] == "P" or one.variant == "new" else message(one), fix(one)): one
        for one in reversed(raising.raised(problems))
    }
    problems = [*told.values()][::-1]
    by_weight = {
        weight: others_of(problem for problem in problems if _weight(problem.severity) <= _weight(weight))
        for weight in {problem.severity for problem in problems}
    }
    kept = [problem for problem in problems if not _is_echo(problem, by_weight[problem.severity])]
    heaviest = min(problems, key=lambda problem: _weight(problem.severity))
    return kept if any(problem.severity == heaviest.severity for problem in kept) else [heaviest, *kept]


_STATIC = "/static/"
_OF_WHOLE_TEXTS = "PT"
"""The families of what a text lacks where the rest of it is left out: its figures, and its translation."""


def _weight(severity: Severity) -> int:
    return list(Severity).index(severity)


def _is_echo(problem: Problem, others: Others) -> bool:
    values = problem.given
    if mistyped.is_unseen(problem, values, others) or _needs_what_is_spoilt(problem, values, others):
        return True
    if (problem.code[0] in _OF_WHOLE_TEXTS or problem.code == "R506") and any(others.around(problem, "M103")):
        return True
    if any(is_beside(rule, problem, others) for rule in CODES[problem.code].repeats):
        return True
    return any(test(problem, values, others) for test in _TESTS.get(problem.code, ()))


def _needs_what_is_spoilt(problem: Problem, values: Given, others: Others) -> bool:
    needs = NEEDS.get(problem.code)
    if needs is None:
        return False
    keys = frozenset(needs(values)) - {"", ".", ".value"}
    everywhere = others.by_sheet.get(declaring(problem, values), ())
    causes = everywhere if problem.code in IN_ALL_LANGUAGES else others.here(problem)
    return any(spoilt(cause) in keys for cause in causes if cause is not problem)


def _of_both_files(problem: Problem, values: Given, others: Others) -> bool:
    """Whether an archived file lacks what the data file of the same table lacks, too."""
    same = (other for other in others.here(problem, "D114") if other.place == problem.place)
    return any(other.given["key"] == values["key"] and other.values < problem.values for other in same)


def _is_a_lost_column(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a column has no name because its heading is misspelt, or a spreadsheet has changed it."""
    lost = (*others.here(problem, "D115"), *(one for one in others.by_code.get("D115", ()) if one.variant == "dated"))
    meant = (other.given.get("suggestion") for other in lost)
    return values["name"] in meant


def _is_told_twice(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a quote does not say an earlier value because that is a second one for its time."""
    told = (other.given for other in others.here(problem, "D132"))
    return any(values["metric"] == f"{given['metric']}@{given['when']}" for given in told)


# Echoes of a file that is not read, or has another name than it should: what is missed because of it.

_CONTENT = "content/"


def is_of_lost_file(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a file is missed that is told to be elsewhere, of another name, not to be read, or not to be there."""
    file = _MISSED[problem.code](problem, values)
    before = [cause for cause in _causes(others) if cause.code != problem.code or cause.place < problem.place]
    lost = {other for cause in before for other in _lost(cause)}
    return file in lost or f"{posixpath.dirname(file)}/" in lost


_MISSED: Mapping[str, Callable[[Problem, Given], str]] = {
    "D101": lambda _, of: of["file"],
    "O726": lambda found, _: found.place.path,
    "R503": lambda found, of: _linked(found.place.path, of["address"].partition("#")[0]),
    "R513": lambda _, of: f"{_CONTENT}{of['target'].strip('/').removesuffix('.md')}.md",
    "R514": lambda _, of: of["name"].removesuffix(".md"),
    "T601": lambda _, of: of["file"],
    "T603": lambda _, of: of["other"],
}
"""For each code, the file that it misses; for the menu the path of a sheet, which has a file in each language."""


def _linked(file: str, address: str) -> str:
    """The file that a link of a sheet names; one that begins with a slash is seen from the folder of the language."""
    if address.startswith(_STATIC):
        return address.removeprefix("/")
    if address.startswith("/"):
        return f"{'/'.join(file.split('/')[:2])}{address}"
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), address))


def _causes(others: Others) -> Iterator[Problem]:
    for code in ("F018", "F021", "F023", "O704", "T603", *UNREAD):
        yield from others.by_code.get(code, ())


def _lost(cause: Problem) -> Iterator[str]:
    """The files that are missed because of a finding, and the paths of the sheets that they are."""
    given, path = cause.given, cause.place.path
    if cause.code in {"F021", "F023"}:
        files = [given["better"], path]
    elif cause.code == "O704":
        files = [f"{posixpath.dirname(path)}/{given['better']}.md"] if cause.variant == "file-better" else []
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


def is_shown_wrongly(_: Problem, values: Given, others: Others) -> bool:
    """Whether a picture is shown nowhere because the mark that would show it is not read, or has another name."""
    name = values["name"]
    unread = others.by_code.get("M106", ())
    marks = (other.given["signs"] for other in unread)
    known = (other.given["known"] for other in others.by_code.get("R503", ()))
    if any(other.variant in {"address", "titled"} for other in unread):
        return True
    return any(name in signs for signs in marks) or any(posixpath.basename(file) == name for file in known)


def is_of_unread_sheet(problem: Problem, _: Given, others: Others) -> bool:
    """Whether a picture is shown nowhere as far as is known: a sheet of its language is not read, which may show it."""
    folder = "/".join(problem.place.path.split("/")[:2])
    return any(cause.place.path.startswith(f"{folder}/") for cause in _causes(others))


def is_of_lost_catalogue(_: Problem, values: Given, others: Others) -> bool:
    """Whether a language has no words because its catalogue cannot be read, or lies elsewhere, or has another name."""
    named = (one.given for code in ("F023", "T641") for one in others.by_code.get(code, ()))
    return values["file"] in others.by_file or any(given["better"] == values["file"] for given in named)


def has_no_lock(_: Problem, __: Given, others: Others) -> bool:
    """Whether no translation is known to be current because the file that says so cannot be read."""
    return LOCK in others.by_file


def has_moved(_: Problem, values: Given, others: Others) -> bool:
    """Whether a page is gone because the file of a sheet is not read, or that of a translation has another name."""
    return any(
        cause.code != "T603"
        or values["address"].startswith(f"/{cause.place.path.split('/')[1]}/")
        or values["address"].strip("/").endswith(path_of(cause.place.path))
        for cause in _causes(others)
        if cause.place.path.startswith(_CONTENT)
    )


def is_of_one_folder(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a translation has no original because its folder was renamed, which its first sheet tells."""
    alike = (other for other in others.by_code["T603"] if other.variant == problem.variant == "folder")
    return any(other.given["folder"] == values["folder"] and other.place < problem.place for other in alike)


# When a finding repeats another.

_TESTS: Mapping[str, tuple[Test, ...]] = {
    "D114": (_of_both_files,),
    **dict.fromkeys(("D123", "D127"), (mistyped.is_of_lost_cells,)),
    "D120": (mistyped.is_known_otherwise,),
    "D131": (_is_a_lost_column,),
    "M106": (mistyped.is_at_one_place, mistyped.is_of_no_heading, mistyped.is_closing),
    "N124": (mistyped.is_of_refused_history,),
    "O714": (has_moved,),
    "O722": (mistyped.is_refused,),
    **dict.fromkeys(("O726", "D101", "R503", "R513", "R514", "T601"), (is_of_lost_file,)),
    "P202": (raising.is_deleted, mistyped.is_undeclared, mistyped.is_named_before, mistyped.is_of_another_language),
    "P203": (mistyped.is_not_mentioned,),
    "P204": (mistyped.is_at_one_place, mistyped.is_not_mentioned, mistyped.is_of_one_range),
    "P206": (mistyped.is_misshapen,),
    "P217": (raising.is_told_at_number,),
    "P212": (raising.is_of_signs, raising.is_of_new_text),
    **dict.fromkeys(("T623", "T626"), (raising.is_of_signs,)),
    "Q403": (_is_told_twice,),
    **dict.fromkeys(("Q404", "Q405", "S305", "S306"), (mistyped.is_misread,)),
    "R501": (mistyped.is_undeclared, mistyped.is_told_before, mistyped.is_closing, raising.is_of_deleted),
    **dict.fromkeys(("R507", "R520", "R524"), (mistyped.is_told_before,)),
    "R506": (mistyped.is_not_used, mistyped.is_undeclared),
    "R515": (is_shown_wrongly, is_of_unread_sheet),
    "S301": (raising.is_marked_before,),
    "T606": (is_of_lost_catalogue,),
    **dict.fromkeys(("T624", "T625"), (mistyped.is_out_of_date, raising.is_of_lost_block)),
    "T602": (mistyped.is_renamed, mistyped.is_known_otherwise),
    "T603": (is_of_lost_file, is_of_one_folder, mistyped.is_of_another_language),
    "T620": (mistyped.is_out_of_date, raising.is_told_by_digits),
    "T621": (has_no_lock,),
}
"""For each code that may repeat another beside what its table says, when it does."""


# What a finding refuses, and what another misses: the keys of front matter by which echoes are known.
#
# A finding *spoils* the key whose value or name it refuses; a finding that tells of something missing *needs* the keys
# under which that would stand.

_MISSPELT = frozenset({"F007", "F016", "P202", "R507"})
"""A name is not known; where it is near one that is, that one was meant."""


def spoilt(cause: Problem) -> str:
    """The key whose value was refused, or whose name is misspelt; empty where the finding refuses none."""
    given = cause.given
    within, dot, _ = given["key"].rpartition(".")
    if cause.code == "F008" or cause.variant == "deeper" or (cause.code == "F009" and given["key"].endswith(".id")):
        return given["key"].removesuffix(".id")
    if cause.code == "N102" and cause.variant == "time":
        return given["metric"].rpartition(".")[0]
    if cause.code in _MISSPELT and "suggestion" in given:
        return f"{within}{dot}{given['suggestion']}"
    return f"{given.get('metric')}.unit" if cause.code in {"N108", "N122"} else ""


_WITHIN = ("metric", "section")
NEEDS: Mapping[str, Callable[[Given], tuple[str, ...]]] = {
    "F009": lambda of: (of["key"], of["key"].rpartition(".")[0]),
    "N102": lambda of: ("metrics", f"{of['metric']}.value"),
    "N124": lambda of: ("metrics", "charts.metrics", f"{of.get('metric')}.history"),
    "P202": lambda of: (of.get("section", "metrics"), of["metric"], f"metrics.{of['metric']}"),
    "Q401": lambda of: ("sources", f"{of['metric']}.source"),
    "R501": lambda of: ("metrics", _name(of["target"]), f"metrics.{_name(of['target'])}"),
    "R505": lambda of: ("metrics", "tables", of["source"]),
    "R520": lambda _: ("tables",),
    "R524": lambda _: ("charts",),
    "R506": lambda of: ("metrics", of["metric"], "highlight", "charts"),
    "R507": lambda of: ("sources", of["source"], f"sources.{of['source']}"),
    "T602": lambda of: (of["section"] or of["key"], of["metric"], *(f"{of[one]}.{of['key']}" for one in _WITHIN)),
}
"""For each code that tells of something missing: the keys under which it would stand."""

IN_ALL_LANGUAGES = frozenset({"P202", "R501", "R506", "R520", "R524", "T602"})
"""Those that miss what the original declares, whichever text misses it."""


def _name(target: str) -> str:
    return target.rpartition("/")[2]
