"""Causes that are lighter than what repeats them: the cause is told, and weighs what the heaviest of them weighed.

Signs that nothing is made of are a warning; what is missed because of them, as the heading that a link leads to, or
found in them, as the numbers of a command, stops publication. It is corrected where the signs stand.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from factsheet.checks.mistyped import Others
from factsheet.core.problems import Given, Problem, Severity
from factsheet.core.records import replace

_WEIGHTS = {severity: weight for weight, severity in enumerate(Severity)}


def _around(problem: Problem, _: Given, signs: Sequence[Problem]) -> Iterator[Problem]:
    """The signs in which a number stands, on its line or in the head of a table, or the text that one language has."""
    at = problem.place
    for one in signs:
        given, down = one.given, at.line - one.place.line
        where = str(one.place) if one.code == "T626" else given["other"] if one.code == "T623" else ""
        if problem.code[0] == "P" and where.rpartition(":")[0] == str(at).rpartition(":")[0]:
            yield one
        is_within = down == 0 and 0 <= at.column - one.place.column < len(given["signs"])
        is_of_cells = one.variant == "cells" and 0 <= down < int(given["rows"])
        is_of_head = one.variant == "rule" and down == -1
        if one.place.path == at.path and (is_within or is_of_cells or is_of_head):
            yield one


def _headings(_: Problem, values: Given, signs: Sequence[Problem]) -> Iterator[Problem]:
    """The heading that is not read as one, whose id a link names."""
    lines = {(one.place.path, one.place.line) for one in signs if one.given["signs"] == f"{{{values['address']}}}"}
    yield from (one for one in signs if one.variant == "heading" and (one.place.path, one.place.line) in lines)


def _rows(_: Problem, values: Given, found: Sequence[Problem]) -> Iterator[Problem]:
    """The total that the archived file lacks, and that is told as such."""
    yield from (one for one in found if one.code == "D135" and one.given["row"] == values["name"])


def _named_rows(_: Problem, values: Given, found: Sequence[Problem]) -> Iterator[Problem]:
    """The name of a row that the data file has changed, under which its words are missing."""
    yield from (one for one in found if one.code == "D118" and one.given["suggestion"] in values["rows"].split(", "))


def _days(_: Problem, values: Given, found: Sequence[Problem]) -> Iterator[Problem]:
    """The day to come that a translation does not repeat, or that a passage does not name."""
    yield from (one for one in found if one.code == "F028" and str(one.place) == values.get("other"))
    yield from (one for one in found if one.code == "Q411" and ("metric", values["metric"]) in one.values)


_CAUSES: Mapping[str, Callable[[Problem, Given, Sequence[Problem]], Iterator[Problem]]] = {
    **dict.fromkeys(("P204", "P205", "S301", "S308"), _around),
    "D120": _named_rows,
    "D122": _rows,
    **dict.fromkeys(("P201", "Q413"), _days),
    "R504": _headings,
}


def raised(problems: Sequence[Problem]) -> list[Problem]:
    """The findings without what repeats lighter ones, each of which weighs as much as the heaviest left out."""
    codes = {"M106", "F028", "Q411", "T623", "T626", "D118", "D135"}
    signs = [one for one in problems if one.code in codes and one.variant != "citation"]
    weights: dict[Problem, Severity] = {}
    echoes = set[int]()
    for problem in problems if signs else ():
        found = _CAUSES[problem.code](problem, problem.given, signs) if problem.code in _CAUSES else iter(())
        cause = next(found, None)
        if cause is not None:
            echoes.add(id(problem))
            before = weights.get(cause, cause.severity)
            weights[cause] = min(before, problem.severity, key=_WEIGHTS.__getitem__)
    kept = (one for one in problems if id(one) not in echoes)
    return [replace(one, severity=weights[one]) if one in weights else one for one in kept]


def is_of_signs(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a text that one language alone has is one of which is told that its signs are not read."""
    if problem.code == "T623" and any(one.variant == "footnote" for one in others.here(problem, "M106")):
        return True  # the text of a footnote, whose mark is told
    lines = (f"{one.place.path}:{one.place.line}:" for one in others.by_code.get("M106", ()))
    at = values["other"] if problem.code == "T623" else str(problem.place)
    return any(at.startswith(line) for line in lines)


def is_marked_before(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a number raised by hand stands before the text of a footnote, and its mark is told."""
    marks = (one for one in others.here(problem, "S301") if one.variant == problem.variant == "footnote")
    return any(one.given["numeral"] == values["numeral"] and one.place < problem.place for one in marks)


def is_told_at_number(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a denial of a whole text is told at a number of it."""
    near = (one for one in others.here(problem, "P217") if one.place.line == problem.place.line)
    texts = (one.given["here"] for one in near if one.place > problem.place)
    return any(text and text in values["here"] for text in texts)


def is_of_new_text(_: Problem, values: Given, others: Others) -> bool:
    """Whether digits are missing in a text that is told to be behind its original, where these are new."""
    behind = ({str(one.place), one.given["other"]} for one in others.by_code.get("T620", ()))
    return values["there"].startswith("“") and any(values["other"] in both for both in behind)


def is_told_by_digits(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a text is behind its original because of digits, of which those of both are told."""
    lines = {_line(str(problem.place)), _line(values["other"])}
    told = (one for one in others.around(problem, "P212") if not one.given["there"].startswith("“"))
    return any({_line(str(one.place)), _line(one.given["other"])} == lines for one in told)


def _line(place: str) -> str:
    return place.rpartition(":")[0]


def is_of_lost_block(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a link is lost with the whole block that has it, which is told by its figure."""
    lost = (other.given["there"] for other in others.here(problem, "P203") if other.variant == "block")
    return problem.code == "T625" and values["other"].rpartition(":")[0] in {one.rpartition(":")[0] for one in lost}


def is_deleted(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a translation has words for what the original does not declare, and mentions itself."""
    unknown = (one for one in others.around(problem, "R501") if one.place.path == values["other"])
    return any(one.given["target"] == values["metric"] for one in unknown)


def is_of_deleted(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a text mentions what its own sheet has words for, and the original does not declare any more."""
    known = (one.given["metric"] for one in others.here(problem, "P202"))
    return "original" not in values and values["target"] in known
