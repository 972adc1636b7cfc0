"""Findings that repeat another one."""

import pytest

from factsheet.checks.cascading import without_repeats
from factsheet.checks.mistyped import RULE
from factsheet.core.codes import CODES, report, with_severity
from factsheet.core.problems import Place, Problem, Severity
from tests.support import codes

RO, EN, MORE = "content/ro/index.md", "content/en/index.md", "content/ro/more.md"

UNREAD = report("F005", Place(RO, 4), reason="")
TWICE = report("F006", Place(RO, 9), key="loans", other="")
MISSPELT = report("R501", Place(EN, 9), near="loans", target="loan", known="")
BRACED = report("R509", Place(EN, 9), written="{ loans }", metric="loans")
TYPED = report("S301", Place(EN, 9), variant="metric", figure="12", metric="loans", reference="loans", other="")
MISSING = report("P203", Place(EN, 8), metric="loans", there=f"{RO}:3:1", file=EN)
STALE = report("T620", Place(EN, 3), other=f"{RO}:3:1", file=EN)
NO_LABEL = report("T602", Place(EN, 5), language="English", key="label", metric="loans", section="metrics")
NO_UNIT = report("T602", Place(EN, 5), language="English", key="unit", metric="loans", section="metrics")
MISSPELT_KEY = report("F007", Place(EN, 6), near="label", key="loans.lable", known="")
UNIT_AS_TEXT = report("N122", Place(EN, 7), metric="loans")
UNSEEN = report("F002", Place(RO, 4, 14), character="U+200B")
OTHER_UNIT = report("Q405", Place(RO, 27, 5), metric="loans", found="RON", expected="EUR")
NO_NUMBER = report("N101", Place(RO, 4, 12), metric="loans", value="x")
SECTION = report("F007", Place(RO, 4), near="metrics", key="metric", known="")
NO_TABLES = report("F007", Place(RO, 4), near="tables", key="table", known="")
RENAMED = report("F016", Place(RO, 4), near="new-loans", id="New loans")
NO_CHART = report("R524", Place(EN, 9), near="a", chart="b", known="")
MISCOPIED = report("Q406", Place(RO, 9), near="12 loans", metric="loans")
NOT_READ = report("F023", Place("content/en/method.md.txt"), name="method.md.txt", better="content/en/method.md")
MISNAMED = report("T603", Place("content/en/methods.md"), near="method", other="")
NO_COLUMN = report("D114", Place(RO, 9), key="year", file="data/a.csv")


def _phrase(file: str, metric: str) -> Problem:
    return report("N126", Place(file, 25, 12), metric=metric, shown="2 lei", read="2 RON", own="2 EUR")


def _unknown(file: str, target: str) -> Problem:
    return report("R501", Place(file, 9), target=target, known="")


def _lacks(file: str, key: str, metric: str, section: str = "metrics") -> Problem:
    return report("T602", Place(file), language="English", key=key, metric=metric, section=section)


@pytest.mark.parametrize(
    ("echo", "cause"),
    [
        (_unknown(MORE, "index/loans"), UNREAD),
        (_unknown(EN, "budget"), TWICE),
        (report("P202", Place(EN, 6), metric="budget", other=RO), TWICE),
        (MISSING, MISSPELT),
        (MISSING, BRACED),
        (MISSING, TYPED),
        (STALE, UNREAD),
        (NO_LABEL, MISSPELT_KEY),
        (NO_UNIT, UNIT_AS_TEXT),
        (NO_NUMBER, UNSEEN),
        (_phrase(EN, "loans"), OTHER_UNIT),
        (_unknown(MORE, "index/loans"), SECTION),
        (_lacks(EN, "title", "growth", "charts"), report("F008", Place(EN, 4), key="charts")),
        (_lacks(EN, "summary", "index", ""), report("F008", Place(EN, 4), key="summary")),
        (_lacks(EN, "unit", "loans"), report("N108", Place(EN, 7), metric="loans")),
        (_lacks(EN, "title", "growth", "charts"), report("P202", Place(EN, 7), near="growth", metric="grwth")),
        (_lacks(EN, "label", "new-loans"), RENAMED),
        (report("R506", Place(RO, 5), metric="new-loans"), RENAMED),
        (report("R506", Place(RO, 5), metric="loans"), MISSPELT),
        (report("R506", Place(RO, 5), metric="loans"), report("N141", Place(RO, 7), metric="share")),
        (report("P203", Place(EN, 8), metric="chart a", there="", file=EN), NO_CHART),
        (report("P203", Place(RO, 8), metric="chart b", there="", file=RO), NO_CHART),
        (report("R505", Place(RO, 9), metric="loans", source="a", known=""), NO_TABLES),
        (report("P204", Place(EN, 9)), report("S303", Place(EN, 9))),
        (report("P206", Place(EN, 9)), report("M106", Place(RO, 3), variant="heading", signs="##")),
        (report("Q403", Place(RO, 9), metric="loans"), MISCOPIED),
        (report("R503", Place(EN, 9), address="method.md#a"), NOT_READ),
        (report("R503", Place(EN, 9), address="a.png"), report("F018", Place("content/en/a.png"), reason="")),
        (report("R503", Place(EN, 9), address="/static/a.png"), report("F018", Place("static/a.png"), reason="")),
        (report("R503", Place(EN, 9), address="method.md#a"), report("F004", Place("content/en/method.md", 6))),
        (report("D131", Place(RO, 9), name="2024 low"), report("D115", Place(RO, 9), near="2024 low", column="2024")),
        (report("T601", Place("content/ro/method.md"), file="content/en/method.md"), NOT_READ),
        (report("T601", Place("content/ro/method.md"), file="content/en/method.md"), MISNAMED),
        (report("R515", Place("content/ro/a b.png"), name="a b.png"), report("M106", Place(EN), signs="![](a b.png)")),
        (report("D114", Place(RO, 9), key="year", file="sources/a.csv"), NO_COLUMN),
        (report("O722", Place(RO, 9), metric="loans"), report("Q403", Place(RO, 12), metric="loans")),
        (report("O726", Place(RO)), UNREAD),
        (report("O714", Place("site.toml"), address="/en/method/"), MISNAMED),
        (report("T601", Place(RO), file=EN), report("O703", Place(RO, 4), path="ro/index.html")),
        (report("P202", Place(EN, 6), near="new-loans", metric="sales", other=RO), RENAMED),
        (report("D118", Place(RO, 9), near="Park", table="a"), report("D122", Place("data/a.csv", 3), name="Park")),
        (report("N124", Place(RO, 9), chart="a"), report("N123", Place(RO, 9), chart="a")),
    ],
    ids=lambda problem: f"{problem.code}-{problem.place.path}-{len(problem.values)}-{problem.values[:1]}",
)
def test_an_echo_is_left_out(echo: Problem, cause: Problem) -> None:
    """What comes of another finding is not told beside it; alone it is told."""
    assert without_repeats([cause, echo]) == [cause]
    assert without_repeats([echo, cause]) == [cause]
    assert without_repeats([echo]) == [echo]


@pytest.mark.parametrize(
    "pair",
    [
        (_unknown(MORE, "other/loans"), UNREAD),
        (_unknown(EN, "index/loans"), report("F005", Place(EN, 2), reason="")),
        (MISSING, report("R501", Place(EN, 9), near="budget", target="buget", known="")),
        (MISSING, report("R501", Place(MORE, 9), near="loans", target="loan", known="")),
        (STALE, report("Q401", Place(RO, 3), metric="loans")),
        (_phrase(MORE, "loans"), OTHER_UNIT),
        (NO_LABEL, UNIT_AS_TEXT),
        (NO_UNIT, MISSPELT_KEY),
        (NO_LABEL, report("T602", Place(EN, 6), language="English", key="unit", metric="budget", section="metrics")),
        (NO_NUMBER, report("F002", Place(RO, 5, 1), character="U+200B")),
    ],
    ids=lambda pair: f"{pair[0].code}-{pair[1].code}-{pair[1].place}-{pair[1].variant}-{pair[1].values[:1]}",
)
def test_what_is_no_echo_stays(pair: tuple[Problem, Problem]) -> None:
    """Findings of other figures, other files or other lines stand side by side."""
    assert without_repeats(pair) == list(pair)


def test_a_finding_that_belongs_to_the_next_metric_is_no_cause() -> None:
    """A key that is misspelt in the metric below has nothing to do with this one's missing label."""
    below = report("T602", Place(EN, 6), language="English", key="unit", metric="budget", section="metrics")
    misspelt = report("F007", Place(EN, 7), near="label", key="budget.lable", known="")
    assert without_repeats([NO_LABEL, below, misspelt]) == [NO_LABEL, below, misspelt]


def test_an_error_is_never_left_out_for_less() -> None:
    """Where a site makes the cause a warning, the error that it led to stays, for it alone stops publication."""
    lowered = with_severity([MISSPELT], {"R501": Severity.WARNING})
    assert codes(without_repeats([*lowered, MISSING])) == ["R501", "P203"]
    other = report("R507", Place(RO, 9), source="press")
    assert codes(without_repeats([*lowered, STALE, other])) == ["R501", "R507"]


def test_what_a_code_repeats_is_said_of_codes_that_there_are() -> None:
    """Each rule of the table is read whole, and names codes of the table."""
    rules = [rule for code in CODES.values() for rule in code.repeats]
    read = [RULE.fullmatch(rule) for rule in rules]
    assert len(rules) > 40
    assert [rule for rule, found in zip(rules, read, strict=True) if not found] == []
    assert {code for found in read if found for code in found[1].split()} <= set(CODES)
