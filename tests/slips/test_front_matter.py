"""Mistakes that editors make in front matter, each told once: with its code, its line and column, and the way out.

Each row changes one passage of a good sheet. The grades of a row are four: code, line, column, and words of the fix.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.core.problems import Problem, Severity
from factsheet.tools.findings import told, words_of
from tests.support import SETTINGS, write_site

GOOD = """---
title: Cifre
summary: Un an.
sources:
  raport: {title: Raport, lang: ro}
metrics:
  portii:
    value: 21
    label: Porții
    unit: {one: "{n} porție", few: "{n} porții", other: "{n} de porții"}
    source: raport
    quote: "21 de porții"
---
Sunt {{ portii }}.
"""

TITLE, LABEL = "title: Cifre", "label: Porții"
UNIT = 'unit: {one: "{n} porție", few: "{n} porții", other: "{n} de porții"}'

Row = tuple[str, str, str, int, int, str]

ROWS: Mapping[str, Row] = {
    # Text without quotation marks that YAML takes for something else.
    "hash in a title": (TITLE, "title: Locul #1", "F025", 2, 14, '"Locul #1"'),
    "hash at the beginning": (TITLE, "title: #1 în Europa", "F025", 2, 8, '"#1 în Europa"'),
    "hash in a label": (LABEL, "label: Porții #2", "F025", 9, 19, '"Porții #2"'),
    "hash amid words": (LABEL, "label: A se vedea #7 din raport", "F025", 9, 23, '"A se vedea #7 din raport"'),
    "hash and a space": (LABEL, "label: Porții pe zi # nou", "F025", 9, 25, '"Porții pe zi # nou"'),
    "hash and a number apart": (LABEL, "label: Porții # 2", "F025", 9, 19, '"Porții # 2"'),
    "percent sign": (TITLE, "title: %d la sută", "F005", 2, 8, '"%d la sută"'),
    "at sign": (TITLE, "title: @atlas în cifre", "F005", 2, 8, '"@atlas în cifre"'),
    "ampersand": (TITLE, "title: &Atlas în cifre", "F011", 2, 8, '"&Atlas în cifre"'),
    "ampersand alone": (TITLE, "title: & altele", "F005", 2, 8, '"& altele"'),
    "star": (TITLE, "title: *Atlas* în cifre", "F005", 2, 8, '"*Atlas* în cifre"'),
    "two stars": (TITLE, "title: **Atlas**", "F005", 2, 8, '"**Atlas**"'),
    "exclamation mark": (TITLE, "title: !Atenție la cifre", "F005", 2, 8, '"!Atenție la cifre"'),
    "bar": (TITLE, "title: |Atlas|", "F005", 2, 8, '"|Atlas|"'),
    "greater than": (TITLE, "title: >100 de porții", "F005", 2, 8, '">100 de porții"'),
    "backtick": (TITLE, "title: `cod` în cifre", "F005", 2, 8, '"`cod` în cifre"'),
    "bracket": (TITLE, "title: [Atlas] în cifre", "F005", 2, 8, '"[Atlas] în cifre"'),
    "brace": (TITLE, "title: {Atlas} în cifre", "F005", 2, 8, '"{Atlas} în cifre"'),
    "hyphen": (TITLE, "title: - Atlas", "F005", 2, 8, '"- Atlas"'),
    "question mark": (TITLE, "title: ? Atlas", "F005", 2, 8, '"? Atlas"'),
    "comma": (TITLE, "title: , Atlas", "F005", 2, 8, '", Atlas"'),
    "colon": (TITLE, "title: Cifre: un rezumat", "F005", 2, 13, "quotation marks"),
    "colon at the end": (TITLE, "title: Cifre:", "F005", 2, 13, "quotation marks"),
    "dash for the hyphen of a list": (
        TITLE, "title: Cifre\ncharts:\n  – id: a\n    type: bars", "F005", 4, 3, "`- `, in the place of `–`",
    ),
    "braces around a name": (TITLE, "title: Cifre\nhighlight: [{{ portii }}]", "F008", 3, 13, "braces: [portii]"),
    "space that is none before a colon": (LABEL, "label\u00a0: Porții", "F007", 9, 5, "write `label:`"),
    "year without its colon": (
        LABEL, f"{LABEL}\n    history:\n      2024 - 20\n      2023: 21", "F005", 11, 7, "behind the key: `2024: 20`",
    ),
    "years as a list": (
        LABEL, f'{LABEL}\n    history:\n      quote: "20"\n      - 2024: 20', "F005", 12, 7, "write `2024:` as",
    ),
    "sign of equality for the colon": (LABEL, "label = Porții", "F005", 9, 5, "`label: Porții`"),
    "colon in a value between braces": (
        LABEL, "label: Porții\n    history: {quote: raport: 20, 2024: 20}", "F005", 10, 22, '"raport: 20"',
    ),
    # A key at another level than its own.
    "key of a source in a metric": (LABEL, f"{LABEL}\n    publisher: Primăria", "F007", 10, 5, "under `sources`"),
    "key of a metric at the margin": (TITLE, f"{TITLE}\nlabel: Porții", "F007", 3, 1, "under `metrics`"),
    "key of the sheet in a metric": (LABEL, f"{LABEL}\n    highlight: [portii]", "F007", 10, 5, "beginning of a line"),
    "metric indented by one space": (
        "  portii:", "  seri:\n    value: 3\n    label: Seri\n portii:", "F005", 10, 2, "2 spaces, as line 7 does",
    ),
    "key one level too high": (
        "    label: Porții\n", "  label: Porții\n", "F005", 9, 3, "4 spaces, as line 8 does",
    ),
    # Quotation marks.
    "apostrophe between single quotes": (TITLE, "title: 'Cifre d'un an'", "F005", 2, 8, '"Cifre d\'un an"'),
    "quotes around one word": (TITLE, 'title: "Atlas" în cifre', "F005", 2, 8, "'\"Atlas\" în cifre'"),
    "single quotes around one word": (TITLE, "title: 'Atlas' în cifre", "F005", 2, 8, "\"'Atlas' în cifre\""),
    "quotes in quotes": (TITLE, 'title: "Atlasul "nou" în cifre"', "F005", 2, 8, "quotation marks"),
    "Word's marks around a title": (TITLE, "title: “Cifre”", "F026", 2, 8, 'straight quotation marks: "Cifre"'),
    "Word's marks of Romanian": (TITLE, "title: „Cifre”", "F026", 2, 8, '"„Cifre”"'),
    "Word's single marks": (TITLE, "title: ‘Cifre’", "F026", 2, 8, '"Cifre"'),
    "Word's marks around a label": (LABEL, "label: “Porții”", "F026", 9, 12, '"Porții"'),
    "Word's marks around a number": ("value: 21", "value: “21”", "F026", 8, 12, '"21"'),
    "Word's marks around a name": ("source: raport", "source: “raport”", "F026", 11, 13, '"raport"'),
    "Word's marks and a colon": (TITLE, "title: “Cifre: un an”", "F005", 2, 8, '"Cifre: un an"'),
    "Word's marks in a unit": ('one: "{n} porție"', "one: “{n} porție”", "F005", 10, 17, 'marks: "{n} porție"'),
    "Word's marks in all of a unit": (
        UNIT, "unit: {one: „{n} porție”, few: „{n} porții”, other: „{n} de porții”}", "F005", 10, 17, '"{n} porție"',
    ),
    "quote not closed": (TITLE, 'title: "Cifre', "F005", 2, 8, "a quotation mark is missing"),
    "single quote not closed": (TITLE, "title: 'Cifre", "F005", 2, 8, "a quotation mark is missing"),
    "quote over two lines, not closed": (
        'quote: "21 de porții"', 'quote: "21 de\n      porții', "F005", 12, 12, "a quotation mark is missing",
    ),
    # A unit.
    "n without quotes": ('one: "{n} porție"', "one: {n} porție", "F005", 10, 17, '"{n} porție"'),
    "n without quotes, last": ('other: "{n} de porții"', "other: {n} de porții", "F005", 10, 57, '"{n} de porții"'),
    "n after a word, without quotes": ('one: "{n} porție"', "one: o {n} porție", "F005", 10, 17, '"o {n} porție"'),
    "n without quotes, on lines": (
        UNIT, "unit:\n      one: {n} porție\n      few: a\n      other: b", "F005", 11, 12, '"{n} porție"',
    ),
    "brace not closed": ('other: "{n} de porții"}', 'other: "{n} de porții"', "F005", 10, 11, "a bracket is missing"),
    # Colons, spaces and indentation.
    "no colon after the title": (TITLE, "title Cifre", "F005", 2, 1, "`title: ...`"),
    "no colon after a later key": ("summary: Un an.", "summary Un an.", "F005", 3, 1, "`summary: ...`"),
    "no colon after a group": ("metrics:", "metrics", "F005", 6, 1, "`metrics: ...`"),
    "no colon after a value": ("value: 21", "value 21", "F005", 8, 5, "`value: ...`"),
    "no colon after a label": (LABEL, "label Porții", "F005", 9, 5, "`label: ...`"),
    "no space after a colon": ("value: 21", "value:21", "F005", 8, 11, "a space after the colon"),
    "a tab": ("    value: 21", "\tvalue: 21", "F005", 8, 1, "tab"),
    "no-break spaces as indentation": ("    value: 21", "\u00a0\u00a0\u00a0\u00a0value: 21", "F005", 8, 1, "U+00A0"),
    "one no-break space as indentation": ("    value: 21", "   \u00a0value: 21", "F005", 8, 4, "U+00A0"),
    "no-break space after a colon": (TITLE, "title:\u00a0Cifre", "F005", 2, 7, "U+00A0"),
    "narrow no-break space": (TITLE, "title:\u202fCifre", "F005", 2, 7, "U+202F"),
    "ideographic space": ("  portii:", "\u3000\u3000portii:", "F005", 7, 1, "U+3000"),
    "metric at the margin": ("  portii:", "portii:", "F007", 7, 1, "metrics stand under `metrics`"),
    "key indented too little": ("    label: Porții", "   label: Porții", "F005", 9, 4, "4 spaces, as line 8 does"),
    "name on the line of its group": ("metrics:\n  portii:", "metrics: portii:", "F005", 6, 10, "on the next line"),
    "hyphen before a name": ("summary: Un an.", "- summary: Un an.", "F005", 3, 1, "leave out the hyphen"),
    "no comma between forms": ('porție", few', 'porție" few', "F005", 10, 30, "a comma before `few`"),
    "empty braces, then more": ("metrics:", "metrics: {}", "F005", 6, 10, "remove `{}`"),
    "empty brackets, then more": ("sources:", "sources: []", "F005", 4, 10, "remove `[]`"),
    # Names.
    "unknown key": ("summary: Un an.", "sumary: Un an.", "F007", 3, 1, "`summary`"),
    "letters with accents in a name": ("  portii:", "  porții:", "F016", 7, 3, "did you mean `portii`"),
    "capitals in a name": ("  portii:", "  Portii:", "F016", 7, 3, "did you mean `portii`"),
    "a hyphen at the end of a name": ("  portii:", "  portii-:", "F016", 7, 3, "did you mean `portii`"),
    "a full stop in a name": ("  portii:", "  portii.:", "F016", 7, 3, "did you mean `portii`"),
    "accents in a reference": ("{{ portii }}", "{{ porții }}", "R501", 14, 6, "did you mean `portii`"),
    "a slip in a reference": ("{{ portii }}", "{{ porti }}", "R501", 14, 6, "did you mean `portii`"),
    "a key twice": ("summary: Un an.", "title: Un an.", "F006", 3, 1, "keep one"),
    # Values.
    "empty slug": ("summary: Un an.", 'slug: ""', "F024", 3, 7, "remove the line"),
    "empty summary": ("summary: Un an.", "summary: ''", "F024", 3, 10, "remove the line"),
    "date the other way round": ("summary: Un an.", "date: 13.11.2025", "F010", 3, 7, "2025-11-13"),
    "date that does not exist": ("summary: Un an.", "date: 2025-02-30", "F010", 3, 7, "28 days"),
    "draft in Romanian": ("summary: Un an.", "draft: da", "F008", 3, 8, "did you mean `true`?"),
    "no title": ("title: Cifre\n", "", "F009", 2, 1, "`title: ...`"),
    "merge markers": (TITLE, "<<<<<<< HEAD\ntitle: Cifre\n=======\ntitle: Date\n>>>>>>> x", "F022", 2, 1, "keep one"),
    "no front matter": ("---\ntitle", "title", "F003", 1, 1, "`---`"),
    "front matter not closed": ("---\nSunt", "Sunt", "F004", 12, 1, "add a line `---` below this line"),
}  # fmt: skip


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Problem]]:
    """The errors of each row, each in a sheet of its own, all of them in one site."""
    files = {f"content/ro/m{index}.md": _changed(*row[:2]) for index, row in enumerate(ROWS.values())}
    root = tmp_path_factory.mktemp("slips")
    write_site(root, {"site.toml": SETTINGS, "content/ro/index.md": "---\ntitle: Cifre\n---\nText.\n", **files})
    problems = check(root, Options()).problems
    assert all("/m" in problem.place.path for problem in problems if problem.severity is Severity.ERROR)
    return {
        name: [
            problem
            for problem in problems
            if problem.place.path == f"content/ro/m{index}.md" and problem.severity is Severity.ERROR
        ]
        for index, name in enumerate(ROWS)
    }


def _changed(old: str, new: str) -> str:
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


@pytest.mark.parametrize("name", ROWS)
def test_a_slip_is_told_once_where_it_was_made(findings: Mapping[str, list[Problem]], name: str) -> None:
    """One finding, with the code, line and column of the slip, and the way out."""
    _, _, code, line, column, words = ROWS[name]
    (problem,) = findings[name]
    place = problem.place
    assert (problem.code, place.line, place.column) == (code, line, column)
    assert words in told(problem, words_of("en"))[1]


def test_the_sheet_itself_is_good(tmp_path: Path) -> None:
    """What the rows change has no error, nor have comments, quotation marks within a text, and texts over lines."""
    good = (
        GOOD.replace(TITLE, "title: Cifre # comentariu")
        .replace(LABEL, "label: Porțiile „Masa bună” și C#")
        .replace("summary: Un an.", 'summary: "Un an\n  #întreg"\ndraft: false            # remove this line')
    )
    root = write_site(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": GOOD, "content/ro/b.md": good})
    assert [problem for problem in check(root, Options()).problems if problem.severity is Severity.ERROR] == []
