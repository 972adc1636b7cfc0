"""A Markdown file becomes a sheet, and every fault of its front matter is reported at once."""

import datetime as dt
from decimal import Decimal

import pytest

from factsheet.content.model import Sheet
from factsheet.content.sheets import read_sheet
from factsheet.core.codes import fix
from factsheet.core.problems import Problem
from tests.support import codes, said


def read(front: str, body: str = "Text.\n", *, is_reference: bool = True) -> tuple[Sheet | None, list[Problem]]:
    """Read a sheet with this front matter."""
    data = f"---\n{front}---\n{body}".encode()
    language = "ro" if is_reference else "en"
    return read_sheet("content/ro/a.md", data, path="a", language=language, is_reference=is_reference)


def good(front: str, *, is_reference: bool = True) -> Sheet:
    """Read a sheet that has no faults."""
    sheet, problems = read(front, is_reference=is_reference)
    assert sheet is not None
    assert [said(problem) for problem in problems] == []
    return sheet


def test_metrics_without_a_name() -> None:
    """What should stand below a name of its own is told at its first line, once."""
    _, problems = read("title: T\nmetrics:\n  value: 21\n  label: A\n  unit: {other: a}\n  b: {value: 1, label: B}\n")
    assert [(one.code, one.variant, str(one.place)) for one in problems] == [("F016", "unnamed", "content/ro/a.md:4:3")]


FULL = """title: Cifre
summary: Pe scurt.
slug: cifre
date: 2025-11-13
updated: 2025-12-01
draft: true
order: 2
layout: sheet
highlight: [arrests]
literals: ["Serengeti 2.0", "EC3"]
aliases: [vechi]
sources:
  presa:
    title: Comunicat
    publisher: Binance
    date: 2025-11-13
    accessed: 2025-11-14
    url: https://example.org/a?b=1
    lang: ro
    file: sources/presa.txt
metrics:
  arrests:
    value: 1209
    bound: over
    label: Arestări
    unit: {one: "{n} arestare", few: "{n} arestări", other: "{n} de arestări"}
    note: Notă
    as_of: 2025-06-30
    recheck_by: 2026-06-30
    source: presa
    quote: "1.209 arestări"
    history: {2023: 900, 2024-06-30: 1000}
charts:
  - {id: bani, type: bars, title: Bani, metrics: [arrests]}
corrections:
  - {date: 2025-12-01, text: S-a schimbat o cifră.}
"""


def test_every_key_is_read() -> None:
    """Each key of the contract reaches its field, with its type."""
    sheet = good(FULL)
    assert (sheet.title, sheet.slug, sheet.draft, sheet.order) == ("Cifre", "cifre", True, Decimal(2))
    assert (sheet.date, sheet.updated) == (dt.date(2025, 11, 13), dt.date(2025, 12, 1))
    assert sheet.highlight == ("arrests",)
    assert sheet.literals == ("Serengeti 2.0", "EC3")
    source = sheet.sources["presa"]
    assert (source.publisher, source.url, source.lang) == ("Binance", "https://example.org/a?b=1", "ro")
    metric = sheet.metrics["arrests"]
    assert (metric.value, metric.bound, metric.source) == (Decimal(1209), "over", "presa")
    assert [(point.when, point.value) for point in metric.history] == [
        (Decimal(2023), Decimal(900)),
        (dt.date(2024, 6, 30), Decimal(1000)),
    ]
    assert sheet.words["arrests"].unit == {
        "one": "{n} arestare",
        "few": "{n} arestări",
        "other": "{n} de arestări",
    }
    assert sheet.charts[0].metrics == ("arrests",)
    assert sheet.corrections[0].text == "S-a schimbat o cifră."
    assert sheet.body_line == FULL.count("\n") + 3


def test_kinds_are_implied() -> None:
    """A currency makes money, a measure a quantity, nothing a count."""
    sheet = good(
        "title: A\nmetrics:\n  a: {value: 1, currency: USD}\n  b: {value: 1, measure: kilometer}\n  c: {value: 1}\n"
    )
    assert [metric.kind for metric in sheet.metrics.values()] == ["money", "quantity", "count"]


def test_places_are_those_of_the_file() -> None:
    """Lines are counted in the file, front matter included, and columns from one."""
    sheet = good(FULL)
    lines = FULL.split("\n")
    place = sheet.metrics["arrests"].place_of("quote")
    assert lines[place.line - 2][place.column - 1 :].startswith('"1.209')
    assert sheet.place_of("nothing") == sheet.place_of("neither")


@pytest.mark.parametrize(
    ("front", "code", "line"),
    [
        ("summary: A\n", "F009", 2),
        ("title: A\ntitel: B\n", "F007", 3),
        ("title: A\nmetrics: [a]\n", "F008", 3),
        ("title: A\nmetrics:\n  Țări: {value: 1}\n", "F016", 4),
        ("title: A\nmetrics:\n  a--b: {value: 1}\n", "F016", 4),
        ("title: A\nmetrics:\n  arrests: 5\n", "F008", 4),
        ("title: A\nmetrics:\n  a: {value: 1, valeu: 2}\n", "F007", 4),
        ("title: A\nmetrics:\n  a: {label: B}\n", "N102", 4),
        ("title: A\nmetrics:\n  a: {value: [1]}\n", "F008", 4),
        ("title: A\nmetrics:\n  a: {value: 1, currency: usd}\n", "N104", 4),
        ("title: A\nmetrics:\n  a: {value: 1, currency: ZZQ}\n", "N104", 4),
        ("title: A\nmetrics:\n  a: {value: 1, measure: kilometre}\n", "N105", 4),
        ("title: A\nmetrics:\n  a: {value: 1, kind: procent}\n", "N110", 4),
        ("title: A\nmetrics:\n  a: {value: 1, kind: xyz}\n", "N110", 4),
        ("title: A\nmetrics:\n  a: {value: 2025, kind: year, unit: {other: '{n}'}}\n", "N111", 4),
        ("title: A\nmetrics:\n  a: {value: 12, kind: percent, currency: USD}\n", "N111", 4),
        ("title: A\nmetrics:\n  a: {value: 5, kind: money}\n", "N116", 4),
        ("title: A\nmetrics:\n  a: {value: 5, kind: quantity}\n", "N118", 4),
        ("title: A\nmetrics:\n  a: {value: 1, unit: arrests}\n", "N122", 4),
        ("title: A\nmetrics:\n  a: {value: 1, unit: {one: '{n} a', other: '{n} {n}'}}\n", "N108", 4),
        ("title: A\nmetrics:\n  a: {value: 1, unit: {one: '{n} " + "a" * 1000 + "', other: '{n} b'}}\n", "F012", 4),
        ("title: A\nmetrics:\n  a: {value: 1, unit: {one: [x]}}\n", "F008", 4),
        ("title: A\nmetrics:\n  a: {value: 1, bound: ovr}\n", "F015", 4),
        ("title: A\nmetrics:\n  a: {value: 1, digits: many}\n", "F008", 4),
        ("title: A\nmetrics:\n  a: {value: 1, digits: 99}\n", "F008", 4),
        ("title: A\nmetrics:\n  a: {value: 1, history: {20x: 1}}\n", "N113", 4),
        ("title: A\nmetrics:\n  a: {value: 1, history: {2023: 1.5}}\n", "N103", 4),
        ("title: A\nmetrics:\n  a: {value: 1, history: {2023: [1]}}\n", "F008", 4),
        ("title: A\ndate: 2025-02-30\n", "F010", 3),
        ("title: A\norder: first\n", "F008", 3),
        ("title: A\nlayout: ../x\n", "F008", 3),
        ("title: A\nsources:\n  p: {publisher: X}\n", "F009", 4),
        ("title: A\nsources:\n  p: {title: X, url: 'javascript:alert(1)'}\n", "F008", 4),
        ("title: A\nsources:\n  p: {title: X, sha256: abc}\n", "F008", 4),
        ("title: A\ncharts: [{type: bars}]\n", "F009", 3),
        ("title: A\ncharts: [{id: A b, type: bars}]\n", "F016", 3),
        ("title: A\ncharts: [{id: a, type: pie, title: T, metrics: [b]}]\n", "F015", 3),
        ("title: A\ncharts: [x]\n", "F008", 3),
        ("title: A\ncharts: x\n", "F008", 3),
        ("title: A\ncorrections: [{text: T}]\n", "F009", 3),
        ("title: A\ncorrections: [{date: 2025-01-01}]\n", "F009", 3),
    ],
)
def test_faults_are_reported_at_their_line(front: str, code: str, line: int) -> None:
    """A fault of front matter gives one finding at the line where it stands."""
    _, problems = read(front)
    assert [(problem.code, problem.place.line) for problem in problems] == [(code, line)], problems


def test_a_metric_that_slipped_out_of_its_list_is_read() -> None:
    """A metric that stands too far to the left is told once, and read all the same."""
    sheet, problems = read("title: A\narrests: {value: 1209, label: Arestări}\nmetrics:\n  b: {value: 1, label: B}\n")
    assert [(one.code, one.variant, one.place.line, one.place.column) for one in problems] == [("F007", "metric", 3, 1)]
    assert sheet is not None
    assert set(sheet.metrics) == {"arrests", "b"}


@pytest.mark.parametrize(
    ("line", "column", "better"),
    [
        ("summary: Locul #1 din lume", 16, '"Locul #1 din lume"'),
        ("summary: Unu doi # trei", 18, '"Unu doi # trei"'),
    ],
)
def test_words_that_yaml_takes_for_a_comment_are_told(line: str, column: int, better: str) -> None:
    """The finding stands at the sign, and offers the whole text between quotation marks."""
    _, (one,) = read(f"title: A\n{line}\n")
    assert (one.code, one.place.line, one.place.column) == ("F025", 3, column)
    assert better in fix(one)


def test_twin_charts_are_reported() -> None:
    """Two charts cannot have one id."""
    chart = "{id: a, type: bars, title: T, metrics: [b]}"
    _, problems = read(f"title: A\ncharts:\n  - {chart}\n  - {chart}\n")
    assert codes(problems) == ["F006"]


def test_a_chart_needs_its_keys() -> None:
    """In the reference language a chart has a type, a title and metrics."""
    _, problems = read("title: A\ncharts: [{id: a}]\n")
    assert codes(problems) == ["F009"] * 3


def test_all_faults_are_reported_at_once() -> None:
    """One run shows everything that is wrong with a sheet; a misspelt key is not missed as well."""
    _, problems = read("titel: A\ndraft: maybe\nmetrics:\n  a: {value: 1.209}\n  b: {value: NO}\n")
    assert codes(problems) == ["F007", "N103", "N101", "F008"]


def test_a_correction_under_its_date() -> None:
    """A date in the place of a key is taken for that of the words behind it, and told once."""
    (problem,) = read("title: A\ncorrections:\n  - 2026-03-01: One was wrong.\n")[1]
    assert "write `date: 2026-03-01`, and on the next line `text:` with the words" in said(problem)


def test_a_translation_carries_words_and_may_repeat_values() -> None:
    """What a translation repeats is kept as text, to be compared with the reference."""
    sheet = good("title: A\nmetrics:\n  a: {value: 1290, label: Arrests}\n", is_reference=False)
    assert sheet.metrics == {}
    assert [(item.key, item.text) for item in sheet.words["a"].restated] == [("value", "1290")]


def test_a_translation_cannot_repeat_lists() -> None:
    """A history belongs to the reference language alone."""
    _, problems = read("title: A\nmetrics:\n  a: {history: {2023: 1}}\n", is_reference=False)
    assert codes(problems) == ["F017"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff", "F001"),
        (b"no front matter", "F003"),
        (b"---\na: [\n---\n", "F005"),
        (b"---\n- a\n---\n", "F008"),
    ],
)
def test_a_file_that_is_no_sheet(data: bytes, code: str) -> None:
    """Without readable front matter there is no sheet, only a finding."""
    sheet, problems = read_sheet("content/ro/a.md", data, path="a", language="ro", is_reference=True)
    assert sheet is None
    assert codes(problems) == [code]


def test_1209_with_a_point_is_answered_with_the_fix() -> None:
    """The commonest mistake with numbers names the number that was meant."""
    _, problems = read("title: A\nmetrics:\n  arrests:\n    value: 1.209\n")
    assert said(problems[0]) == (
        "content/ro/a.md:5:12: N103 the value of arrests, `1.209`, is not a whole number | "
        "write 1209 if thousands are meant; a point always begins decimals here"
    )


@pytest.mark.parametrize(
    ("written", "code"),
    [("1000", ""), ("0.5", ""), ("0", "N131"), ("-5", "N131"), ("1e3", "N101"), ("[1]", "F008")],
)
def test_what_a_figure_is_rounded_to_is_a_number_above_zero(written: str, code: str) -> None:
    """`round_to` takes a step, with digits only."""
    sheet, problems = read(f"title: A\nmetrics:\n  a: {{value: 1209, round_to: {written!s}}}\n")
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert sheet is not None
    assert (sheet.metrics["a"].round_to is None) is bool(code and code != "F008")  # one in brackets is taken as meant


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("measure: kg", "kilogram"),
        ("measure: tone", "tonne"),
        ("measure: metric-ton", "tonne"),
        ("currency: LEI", "RON"),
        ("currency: BTC", "USD"),
    ],
)
def test_slips_in_units_are_answered_with_what_was_meant(declared: str, expected: str) -> None:
    """A sign or a name is answered with its unit; a code of three letters that is none, with the way to write one."""
    _, problems = read(f"title: A\nmetrics:\n  a: {{value: 1, {declared}}}\n")
    assert expected in fix(problems[0])


@pytest.mark.parametrize(
    ("declared", "found"),
    [
        ("kind: year, value: 2020, bound: over", ["N157"]),
        ("kind: date, value: 2020-05-01, bound: up-to", ["N157"]),
        ("kind: range, value: 10–20, bound: at-least", ["N157"]),
        ("value: 0, bound: nearly", ["N157"]),
        ("value: 0, bound: under", ["N157"]),
        ("kind: year, value: 2020, bound: about", []),
        ("kind: range, value: 10–20, bound: about", []),
        ("value: 0, bound: over", []),
        ("value: 12, bound: nearly", []),
        ("kind: ratio, value: 1/5, bound: nearly", []),
    ],
)
def test_a_bound_stands_where_it_says_something(declared: str, found: list[str]) -> None:
    """A limit beside a time or a range, or below zero, is told; what is only roughly so may be anything."""
    _, problems = read(f"title: A\nmetrics:\n  a: {{{declared}, label: A}}\n")
    assert [code for code in codes(problems) if code == "N157"] == found
