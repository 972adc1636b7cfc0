"""Findings that only repeat another one: a single slip is to be told once, where it was made.

A finding is left out only where another stays that stops publication at least as surely, and whose correction is that
of both. Most echoes tell that something is missing that stands there, but was refused; the others are compared with
their cause one by one.
"""

from collections.abc import Callable, Mapping, Sequence

from factsheet.checks import misnamed, mistyped
from factsheet.checks.others import UNREAD, Others, Test, beside, declaring, others_of
from factsheet.core.problems import Problem, Severity


def without_echoes(problems: Sequence[Problem]) -> list[Problem]:
    """Leave out what only repeats another finding; those that stay keep their order."""
    if len(problems) < 2:  # noqa: PLR2004 - an echo and what it repeats
        return list(problems)
    by_weight = {
        weight: others_of(problem for problem in problems if _weight(problem.severity) <= _weight(weight))
        for weight in {problem.severity for problem in problems}
    }
    return [problem for problem in problems if not _is_echo(problem, by_weight[problem.severity])]


def _weight(severity: Severity) -> int:
    return list(Severity).index(severity)


def _is_echo(problem: Problem, others: Others) -> bool:
    values = dict(problem.values)
    if mistyped.is_unseen(problem, values, others):
        return True
    if _needs_what_is_spoilt(problem, values, others):
        return True
    return any(test(problem, values, others) for test in _TESTS.get(problem.code, ()))


def _needs_what_is_spoilt(problem: Problem, values: Mapping[str, str], others: Others) -> bool:
    needs = NEEDS.get(problem.code)
    if needs is None:
        return False
    keys = frozenset(needs(values)) - {"", ".", ".value"}
    everywhere = others.by_sheet.get(declaring(problem, values), ())
    causes = everywhere if problem.code in IN_ALL_LANGUAGES else others.here(problem)
    return any(spoilt(cause) in keys for cause in causes if cause is not problem)


def _of_both_files(problem: Problem, values: Mapping[str, str], others: Others) -> bool:
    """Whether an archived file lacks what the data file of the same table lacks, too."""
    same = (other for other in others.here(problem, "D114") if other.place == problem.place)
    return any(dict(other.values)["key"] == values["key"] and other.values < problem.values for other in same)


def _is_a_lost_column(problem: Problem, values: Mapping[str, str], others: Others) -> bool:
    """Whether a column has no name because its heading is misspelt, or a spreadsheet has changed it."""
    lost = (*others.here(problem, "D115"), *(one for one in others.by_code.get("D115", ()) if one.variant == "dated"))
    meant = (dict(other.values).get("suggestion") for other in lost)
    return values.get("name", "") in meant


_TESTS: Mapping[str, tuple[Test, ...]] = {
    "D101": (misnamed.is_of_lost_file,),
    "D114": (_of_both_files,),
    "D123": (mistyped.is_of_lost_cells,),
    "D127": (mistyped.is_of_lost_cells,),
    "D115": (beside("D108", where="anywhere"),),
    "D118": (beside("D122", where="anywhere", key="suggestion", theirs="name"),),
    "D120": (mistyped.is_known_otherwise,),
    "D131": (_is_a_lost_column,),
    "M106": (mistyped.is_at_one_place, mistyped.is_of_no_heading),
    "M112": (mistyped.is_raised,),
    "N124": (beside("N123", key="chart"), mistyped.is_of_refused_history),
    "N126": (beside("Q405", where="around", key="metric"),),
    "O701": (beside(*UNREAD),),
    "O714": (misnamed.has_moved, beside("O703", where="anywhere")),
    "O722": (mistyped.is_refused,),
    "O724": (beside("O701", "O702", where="anywhere"),),
    "O726": (beside(*UNREAD),),
    "P202": (mistyped.is_undeclared, mistyped.is_named_before),
    "P203": (mistyped.is_not_mentioned,),
    "P204": (mistyped.is_at_one_place, mistyped.is_not_mentioned, mistyped.is_within_signs),
    "P206": (mistyped.is_misshapen,),
    "Q403": (beside("Q406", key="metric"),),
    "Q404": (mistyped.is_misread, beside("Q406", key="metric")),
    "Q405": (mistyped.is_misread,),
    "Q406": (beside("Q430", key="file"),),
    "Q422": (beside("Q406", key="metric"),),
    "R501": (mistyped.is_undeclared, mistyped.is_told_before),
    "R520": (mistyped.is_told_before,),
    "R521": (beside("D119", where="anywhere", key="name", theirs="suggestion"),),
    "R524": (mistyped.is_told_before,),
    "R503": (misnamed.is_of_lost_file,),
    "R506": (mistyped.is_not_used, mistyped.is_undeclared),
    "R505": (beside("R507"),),
    "R507": (mistyped.is_told_before,),
    "R513": (misnamed.is_of_lost_file,),
    "R514": (misnamed.is_of_lost_file,),
    "R515": (misnamed.is_shown_wrongly, misnamed.is_of_unread_sheet),
    "S302": (mistyped.is_typed,),
    "S305": (mistyped.is_misread,),
    "S308": (mistyped.is_within_signs,),
    "S306": (mistyped.is_misread,),
    "T606": (misnamed.is_of_lost_catalogue,),
    "T607": (beside("T604"),),
    "T601": (misnamed.is_of_lost_file, beside("O703", "O704")),
    "T602": (beside("F009", key="key"), mistyped.is_renamed, mistyped.is_known_otherwise),
    "T603": (misnamed.is_of_lost_file, misnamed.is_of_one_folder),
    "T620": (mistyped.is_out_of_date,),
    "T621": (misnamed.has_no_lock,),
}
"""For each code that may be an echo, when it is one."""


# What a finding refuses, and what another misses: the keys of front matter by which echoes are known.
#
# A finding *spoils* the key whose value or name it refuses; a finding that tells of something missing *needs* the keys
# under which that would stand.

_MISSPELT = frozenset({"F007", "F016", "P202", "R507"})
"""A name is not known; where it is near one that is, that one was meant."""

_OF_UNIT = frozenset({"N108", "N122"})
"""The phrases of a unit are refused."""


def spoilt(cause: Problem) -> str:
    """The key whose value was refused, or whose name is misspelt; empty where the finding refuses none."""
    given = dict(cause.values)
    within, dot, _ = given.get("key", "").rpartition(".")
    if cause.code == "F008":
        return given["key"]
    if cause.code == "N102" and cause.variant == "time":
        return given["metric"].rpartition(".")[0]
    if cause.code in _MISSPELT and "suggestion" in given:
        return f"{within}{dot}{given['suggestion']}"
    return f"{given.get('metric')}.unit" if cause.code in _OF_UNIT else ""


NEEDS: Mapping[str, Callable[[Mapping[str, str]], tuple[str, ...]]] = {
    "F009": lambda of: (of["key"], of["key"].rpartition(".")[0]),
    "N102": lambda of: ("metrics", f"{of['metric']}.value"),
    "N124": lambda of: ("metrics", f"{of.get('metric')}.history"),
    "P202": lambda of: (of.get("section", "metrics"), of["metric"], f"metrics.{of['metric']}"),
    "Q401": lambda of: ("sources", f"{of['metric']}.source"),
    "R501": lambda of: ("metrics", _name(of["target"]), f"metrics.{_name(of['target'])}"),
    "R505": lambda of: ("metrics", "tables", of["source"]),
    "R520": lambda _: ("tables",),
    "R524": lambda _: ("charts",),
    "R506": lambda of: ("metrics", of["metric"], "highlight", "charts"),
    "R507": lambda of: ("sources", of["source"]),
    "T602": lambda of: (
        of["section"] or of["key"],
        of["metric"],
        f"{of['metric']}.{of['key']}",
        f"{of['section']}.{of['key']}",
    ),
}
"""For each code that tells of something missing: the keys under which it would stand."""

IN_ALL_LANGUAGES = frozenset({"P202", "R501", "R506", "R520", "R524", "T602"})
"""Those that miss what the original declares, whichever text misses it."""


def _name(target: str) -> str:
    return target.rpartition("/")[2]
