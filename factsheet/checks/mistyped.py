"""The findings of one check, among which one that repeats another has its cause."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factsheet.core.patterns import regex
from factsheet.core.problems import Given, Problem, Severity
from factsheet.core.records import dataclass

UNREAD = ("F001", "F003", "F004", "F005", "F012", "F020", "F022", "F029")
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


Test = Callable[[Problem, Given, Others], bool]
"""Whether a finding, with its values, repeats one of the others."""


RULE = regex(r"([A-Z0-9 ]+?)(?: (around|anywhere|place))?(?: (\w+)=(\w+))?(?: ~(\w+))?")
"""The codes, where they are looked for, the two keys and the variant, as `Code.repeats` writes them."""


def is_beside(rule: str, problem: Problem, others: Others) -> bool:
    """Whether one that is told repeats another: `rule` says which, and where."""
    found = RULE.fullmatch(rule)
    codes, where, key, theirs, variant = found.groups(default="") if found else ("",) * 5
    look = {"around": others.around, "anywhere": others.anywhere}.get(where, others.here)
    near = (one for one in look(problem, *codes.split()) if variant in {"", one.variant})
    near = (one for one in near if where != "place" or one.place == problem.place)
    return any(not key or other.given.get(theirs) == problem.given[key] for other in near)


def declaring(problem: Problem, values: Given) -> str:
    """The path of the sheet that declares what a finding is about: `index` of `index/trips`, or else its own."""
    return values["target"].rpartition("/")[0] or path_of(problem.place.path)


def path_of(file: str) -> str:
    """The path of a sheet, the same in all languages: `content/ro/method.md` is `method`."""
    return file.removeprefix("content/").partition("/")[2].removesuffix(".md")


# Echoes of a name, a number or a mark that was mistyped: what is missed, or misread, because of it.

_GUESSED = frozenset({"F015", "N104", "N105", "N110"})
"""A word that is not known, in whose place the one is taken that was most likely meant."""

_MISTYPED = frozenset({"R501", "R509", "R520", "R521", "R524", "S301", "S302", "S303"})
"""What is found at a figure or a chart that was meant to be mentioned."""

_RENAMED = frozenset({"F006", "F016"})
"""The name of an entry is refused, so that any name that is not known may have been meant by it."""

_SAID = ("suggestion", "key")
"""Under which a finding says the name that was meant, or that stands twice."""

_OF_TEXTS = "MNRS"
"""The families of what is found in a text or in its words: marks, units, references, numbers."""

_REFUSED_CELLS = frozenset({"D101", "D102", "D103", "D114", "D119", "D130"})
"""The file of a table is not there or not read, or the names of its rows are not known."""

_LEAD = regex(r"[.\[]")
_REACH = 4
"""How far behind the beginning of a range its end stands, in characters."""

_BLOCKS = frozenset((
    "M106-heading", "M106-bullet", "M106-cells", "M106-footnote", "M106-defined", "M106-table", "M106-note",
    "M106-titled_note", "M106-rule", "M106-note_meant", "M111", "M112", "M117", "M105", "M106-misnamed", "P203-block",
    "P203-placed", "P203-code", "R532", "T620-new", "T620-removed", "T623", "T626",
))  # fmt: skip
"""The codes, with their variants, of signs because of which a block is another than was meant."""


def is_misread(problem: Problem, values: Given, others: Others) -> bool:
    """Whether what is declared of a metric was refused, so that what was taken in its place proves nothing."""
    metric = values["metric"]
    given = (other.given for other in others.around(problem, *_GUESSED))
    return any((one["metric"] or one["key"].partition(".")[0]) == metric for one in given)


def is_undeclared(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a metric is unknown because the sheet that declares it is not read, or the name of another is refused."""
    return any(
        (other.code in UNREAD and other.place.path != problem.place.path)
        or (other.code in _RENAMED and values.get("suggestion") in {None, *map(other.given.get, _SAID)})
        or (other.code in _RENAMED and "/" in values["suggestion"])
        for other in others.by_sheet.get(declaring(problem, values), ())
    )


def is_known_otherwise(problem: Problem, values: Given, others: Others) -> bool:
    """Whether words are missing for a table, or for a column, that the same sheet knows by another name."""
    name = values["table"] or values["metric"]
    found = others.around(problem, "R520", "R524", "R521", "D115")
    meant = {other.given.get("name" if other.code == "D115" else "suggestion") for other in found}
    return not meant.isdisjoint({name, name.rpartition(".columns.")[2]})


def is_renamed(problem: Problem, _: Given, others: Others) -> bool:
    """Whether a translation has no entry at all for a name, and a name in the sheet is refused."""
    refused = [*others.here(problem, *_RENAMED, "F007"), *others.around(problem, "F016")]
    return problem.place.line == 1 and any(one.code != "F007" or one.variant == "deeper" for one in refused)


def is_named_before(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a translation has words for a name that the original has changed, and still mentions as it was."""
    named = (other.given for other in others.around(problem, "R501", "R520", "R524"))
    renamed = (given for given in named if "original" in given)
    return any(values["metric"] == given.get(key) for given in renamed for key in ("target", "table", "chart"))


def is_of_another_language(problem: Problem, values: Given, others: Others) -> bool:
    """Whether what the original does not have, and translations have, is told in the sheet of an earlier language."""
    key = "metric" if "metric" in values else "other"
    alike = (one for one in others.around(problem, problem.code) if one.given[key] == values[key])
    return any(one.place.path < problem.place.path for one in alike)


def is_of_one_range(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a number is the end of a range whose beginning is told: “6–14”."""
    place = problem.place
    return any(
        one.place.line == place.line and 0 < place.column - one.place.column <= _REACH
        for one in others.here(problem, problem.code)
        if one.given["other"].partition(":")[0] == values["other"].partition(":")[0]
    )


def is_of_refused_history(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a chart cannot show a metric because an earlier value of it was refused."""
    return any(
        other.given["metric"].partition(".")[0] == values.get("metric")
        for other in others.here(problem, "N101", "N102", "N103", "N113", "F010")
    )


def is_told_before(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a name that was changed where it is declared is told at an earlier mention of it.

    Findings that name their original are of such names: the first is that of the original, and of it the topmost.
    """
    if "original" not in values:
        return False
    for other in others.around(problem, problem.code):
        given = other.given
        if any(given.get(key) != values.get(key) for key in ("table", "chart", "target", "source")):
            continue
        first = (other.place.path != values.get("original"), other.place)
        if first < (problem.place.path != values.get("original"), problem.place):
            return True
    return False


def is_not_mentioned(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a figure or chart is missing in a text because it is misspelt, there or here, or typed by hand."""
    name = values["metric"] if "metric" in values else values["here"].strip("{} ").partition(".")[0]
    lacking = values.get("other", problem.place.path).partition(":")[0]
    meant = (other.given for other in others.around(problem, *_MISTYPED) if other.place.path == lacking)
    if any(name in {*_names(given, "suggestion"), *_names(given, "metric")} for given in meant):
        return True
    there = [(other, other.given) for other in others.by_file.get(lacking, ())]
    if any(other.code == "R501" and "suggestion" not in given for other, given in there):
        return True  # which figure was meant there is not known: it may be this one
    of_tables = (given for other, given in there if other.code in {"R501", "R521", "R525"})
    asked = {given["table"] or _LEAD.split(given["asked"] or given["target"])[0] for given in of_tables}
    if any(of and name.startswith((f"{of}[", f"{of}.", f"table {of}")) for of in asked):
        return True  # another cell of the table, or something else of it, is asked for there
    unknown = (other.given for other in others.around(problem, "R501", "R502", "R520", "R524"))
    return any(name in _names(given, key) for given in unknown for key in ("target", "chart", "table", "metric"))


def _names(given: Given, key: str) -> tuple[str, ...]:
    """How the name under a key may be mentioned."""
    name = given[key]
    return (name, name.partition(".")[0], f"chart {name}", f"table {name}") if name else ()


def is_not_used(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a metric is shown nowhere because it is misspelt where it would be, or named in what is refused."""
    name = values["metric"]
    return any(
        other.code == "N141"
        or name in {*other.given["suggestion"].partition(".")[0].split("/"), *other.given["parts"].split(", ")}
        for other in others.around(problem, "N141", "R501", "R509")
    )


def is_refused(problem: Problem, _: Given, others: Others) -> bool:
    """Whether a figure that was published otherwise, or one that it may follow from, is found to be wrong."""
    found = (*others.here(problem), *others.anywhere(problem, "D122", "D135"))
    return any(other.code[0] in "DNQ" and other.severity is Severity.ERROR for other in found)


def is_unseen(problem: Problem, _: Given, others: Others) -> bool:
    """Whether a finding is of a line with a sign that cannot be seen, or a text that is cut off: that goes first."""
    causes = {"F002": (), "F025": ("F002",)}.get(problem.code, ("F002", "F025"))
    first = (one for one in others.here(problem, *causes) if causes and one.place.line == problem.place.line)
    return any(one.code == "F002" or one.place.column <= problem.place.column + 1 for one in first)


def is_at_one_place(problem: Problem, _: Given, others: Others) -> bool:
    """Whether what is found is a reference of too few braces, or a number that is typed, be it in the other's way."""
    if problem.variant == "footnote" and any(others.here(problem, "M103")):
        return True  # its text is in what has no end
    found = others.here(problem, "R509", "R522", "S301", "S303")
    return any(
        other.place == problem.place
        or (other.variant == problem.variant == "citation" and other.place.line == problem.place.line)
        for other in found
    )


def is_closing(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a command of another program, or what a sign is for, ends here, and its beginning is told."""
    signs, variant = f"{values.get('signs') or values.get('target', '')}\n", problem.variant
    ends = variant == "closing" or signs.startswith(("[/", "% /", "< /", ":::\n"))
    earlier = [one for one in others.here(problem, problem.code) if one.place < problem.place]
    before, near = {one.variant for one in earlier}, {"bullet": 1, "emphasis": 0}.get(variant)
    same = is_beside("M106 signs=signs ~defined", problem, others)
    if same or any(one.variant == variant and problem.place.line - one.place.line == near for one in earlier):
        return True  # the sign of the same list, or the other one of the same words
    return ends and (variant in before or (variant == "closing" and "opened" in before))


def is_misshapen(problem: Problem, _: Given, others: Others) -> bool:
    """Whether texts differ in their shape because the marks of a block are not read as such."""
    signs = others.around(problem, "M105", "M106", "M111", "M112", "M117", "P203", "R532", "T620", "T623", "T626")
    return any(not _BLOCKS.isdisjoint((other.code, f"{other.code}-{other.variant}")) for other in signs)


def is_out_of_date(problem: Problem, values: Given, others: Others) -> bool:
    """Whether a translation is behind an original with errors, or one whose block has what is to be corrected first."""
    original, *at = values["other"].rsplit(":", 2)
    found = others.by_file.get(original, ())
    lacking = (other for other in others.here(problem, "T602") if other.place == problem.place)
    if any(other.severity is Severity.ERROR for other in found) or any(lacking) or any(others.here(problem, "P202")):
        return True
    if any("original" in other.given for other in others.around(problem, "R501", "R520", "R524")):
        return True  # a name has changed, under which its words are missing
    if any(other.code == "M112" for other in found):
        return True  # the mark of a footnote is missing in a block
    if not at:
        return any(is_misshapen(problem, values, others) for _ in found)
    lines = range(int(at[0]), int(values.get("last", at[0])) + 1)
    return any(other.place.line in lines and (other.code[0] in _OF_TEXTS or other.variant == "bold") for other in found)


def is_of_lost_cells(problem: Problem, _: Given, others: Others) -> bool:
    """Whether a table is not proven because its file, its key or its rows were refused."""
    return any(other.code in _REFUSED_CELLS for other in others.here(problem)) or any(
        code in others.by_code for code in _REFUSED_CELLS if code not in {"D101", "D114"}
    )


def is_of_no_heading(problem: Problem, _: Given, others: Others) -> bool:
    """Whether the id of a heading is shown because the heading is not read as one."""
    where = (other.place.line for other in others.here(problem, "M106") if other.variant == "heading")
    return problem.variant == "attributes" and problem.place.line in where
