"""Mistakes in whole sheets of two languages, each told once: with its code, its line and column, and the way out.

Each row changes one passage of a good sheet, in the original or in its translation.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from factsheet import library
from factsheet.core.problems import Problem
from factsheet.tools.findings import told, words_of
from tests.support import SETTINGS, write_site

GOOD: Mapping[str, str] = {
    "ro": """---
title: Cifre
summary: Un an.
date: 2025-11-13
sources:
  raport: {title: Raport, lang: ro, file: sources/raport.txt}
metrics:
  portii:
    value: 21
    label: Porții
    unit: {one: "{n} porție", few: "{n} porții", other: "{n} de porții"}
    source: raport
    quote: "21 de porții"
  bani:
    value: 500
    currency: RON
    label: Bani
    source: raport
    quote: "500 de lei"
---
Sunt {{ portii }} de {{ bani }}.

Vezi [metoda](metoda.md).
""",
    "en": """---
title: Figures
summary: One year.
metrics:
  portii:
    label: Meals
    unit: {one: "{n} meal", other: "{n} meals"}
  bani:
    label: Money
---
There are {{ portii }} of {{ bani }}.

See [the method](metoda.md).
""",
}
AROUND: Mapping[str, str] = {
    "site.toml": SETTINGS,
    "content/ro/index.md": "---\ntitle: Cifre\n---\nText.\n",
    "content/en/index.md": "---\ntitle: Figures\n---\nText.\n",
    "content/ro/metoda.md": "---\ntitle: Metoda\n---\nText.\n",
    "content/en/metoda.md": "---\ntitle: Method\n---\nText.\n",
    "sources/raport.txt": "Am servit 21 de porții cu 500 de lei.\n",
}
"""What the sheets link to and quote."""

Row = tuple[str, str, str, str, int, int, str]

ROWS: Mapping[str, Row] = {
    "value with thousands": (
        "ro",
        "    value: 500",
        "    value: 1.500",
        "N117",
        15,
        12,
        "write 1500 if thousands are meant",
    ),
    "value comma": ("ro", "value: 21", "value: 21,5", "N101", 9, 12, "write a point before the decimals: 21.5"),
    "value with unit": (
        "ro",
        "value: 21",
        "value: 21 porții",
        "N101",
        9,
        12,
        "write `value: 21`: a value is digits alone; “porții” goes into `unit`",
    ),
    "value with a measure": ("ro", "value: 21", "value: 6,4 km", "N101", 9, 12, "`value: 6.4`, `measure: kilometer`"),
    "value in words": ("ro", "value: 21", "value: douăzeci", "N101", 9, 12, "write `value: 20`"),
    "value with a bound": ("ro", "value: 21", "value: peste 20", "N101", 9, 12, "`value: 20`, `bound: over`"),
    "two numbers": ("ro", "value: 21", "value: 20 din 21", "N101", 9, 12, "write digits only, as in 1209 or 12.5"),
    "value ten times as much": ("ro", "value: 500", "value: 5000", "Q403", 19, 12, "but not the size"),
    "date in words": ("ro", "date: 2025-11-13", "date: 13 noiembrie 2025", "F010", 4, 7, "write `2025-11-13`"),
    "date of a country": ("ro", "date: 2025-11-13", "date: 03.02.2025", "F010", 4, 7, "write `2025-02-03`"),
    "year in words": (
        "ro",
        "label: Bani",
        "label: Bani\n    as_of: anul 2025",
        "F010",
        18,
        12,
        "write `2025`",
    ),
    "value with currency sign": (
        "ro",
        "    value: 500",
        "    value: €500",
        "N101",
        15,
        12,
        "write `value: 500`, `currency: EUR`",
    ),
    "value percent": ("ro", "value: 21", "value: 21%", "N101", 9, 12, "write `kind: percent` and the number alone: 21"),
    "value spaces": ("ro", "    value: 500", "    value: 1 500", "N101", 15, 12, "write 1500, without separators"),
    "value million": (
        "ro",
        "value: 500",
        "value: 5 milioane",
        "N101",
        15,
        12,
        "write `value: 5000000`",
    ),
    "value empty": ("ro", "value: 21", "value:", "N102", 9, 5, "write `value: 21`, as the quote says"),
    "value negative": (
        "ro",
        "    value: 21",
        "    value: -21",
        "N103",
        9,
        12,
        "a count cannot be below zero; add `change",
    ),
    "value yes": (
        "ro",
        "value: 21",
        "value: yes",
        "N101",
        9,
        12,
        "write a number: YAML readers take this word for true or false",
    ),
    "value list": ("ro", "value: 21", "value: [21]", "F008", 9, 12, "write it without brackets: `value: 21`"),
    "value missing": ("ro", "value: 21\n    label:", "label:", "N102", 8, 3, "write `value: 21`, as the quote says"),
    "currency name": ("ro", "RON", "lei", "N104", 16, 15, "did you mean `RON`?"),
    "currency sign": ("ro", "RON", "€", "N104", 16, 15, "did you mean `EUR`?"),
    "currency lower": ("ro", "RON", "ron", "N104", 16, 15, "did you mean `RON`?"),
    "bound romanian": (
        "ro",
        "1\n    label:",
        "1\n    bound: peste\n    label:",
        "F015",
        10,
        12,
        "did you mean `over`? The choices are: exact, over, at-least",
    ),
    "bound sign": (
        "ro",
        "1\n    label:",
        '1\n    bound: ">"\n    label:',
        "F015",
        10,
        12,
        "did you mean `over`? The choices are: exact, over, at-least",
    ),
    "bound typo": (
        "ro",
        "1\n    label:",
        "1\n    bound: ovr\n    label:",
        "F015",
        10,
        12,
        "did you mean `over`? The choices are: exact, over, at-least",
    ),
    "kind typo": ("ro", "1\n    label:", "1\n    kind: procent\n    label:", "N110", 10, 11, "did you mean `percent`?"),
    "label missing": (
        "ro",
        "label: Porții\n    unit:",
        "unit:",
        "T602",
        8,
        3,
        "add `label` to `portii` under `metrics`",
    ),
    "label en missing": (
        "en",
        "label: Meals\n    unit:",
        "unit:",
        "T602",
        5,
        3,
        "add `label` to `portii` under `metrics`",
    ),
    "source unknown": (
        "ro",
        "i\n    source: raport",
        "i\n    source: raprot",
        "R507",
        18,
        13,
        "did you mean `raport`?",
    ),
    "source is a title": (
        "ro",
        "i\n    source: raport",
        "i\n    source: Raport anual 2025",
        "R507",
        18,
        13,
        "use one of: raport, or declare another under `sources`",
    ),
    "source url": (
        "ro",
        "i\n    source: raport",
        "i\n    source: https://a.example/r",
        "R507",
        18,
        13,
        "its address stands under `sources`",
    ),
    "source list": (
        "ro",
        "i\n    source: raport",
        "i\n    source: [raport]",
        "F008",
        18,
        13,
        'write it without brackets: `source: "raport"`',
    ),
    "source without title": (
        "ro",
        "{title: Raport, lang:",
        "{lang:",
        "F009",
        6,
        11,
        "add `title: ...` to what is declared here, `raport`",
    ),
    "source url without https": (
        "ro",
        "ro, file:",
        "ro, url: www.a.ro, file:",
        "F008",
        6,
        42,
        "write it in full: https://www.a.ro",
    ),
    "source lang name": ("ro", "ro", "română", "Q409", 6, 33, "write the tag of the language: `ro`"),
    "source file missing": (
        "ro",
        "sources/raport",
        "sources/rapot",
        "Q423",
        6,
        43,
        "did you mean `sources/raport.txt`?",
    ),
    "source file abs": (
        "ro",
        "file: sources/raport",
        "file: /home/you/raport",
        "Q410",
        6,
        43,
        "did you mean `sources/raport.txt`?",
    ),
    "source file backslash": (
        "ro",
        "sources/raport",
        "sources\\raport",
        "Q410",
        6,
        43,
        "did you mean `sources/raport.txt`?",
    ),
    "unit text": (
        "ro",
        '{one: "{n} porție", few: "{n} porții", other: "{n} de porții"}',
        "porții",
        "N122",
        11,
        11,
        'did you mean `unit: {one: "{n} porții", few: "{n} porții", other: "{n} de porții"}`?',
    ),
    "unit without n": (
        "ro",
        'few: "{n} porții"',
        'few: "porții"',
        "N108",
        11,
        36,
        'put `{n}` where the number stands: "{n} porții"',
    ),
    "unit braces doubled": (
        "ro",
        'few: "{n',
        'few: "{{n}',
        "N108",
        11,
        36,
        'put `{n}` where the number stands: "{n} porții"',
    ),
    "unit n upper": ("ro", 'few: "{n', 'few: "{N', "N108", 11, 36, 'put `{n}` where the number stands: "{n} porții"'),
    "unit percent s": (
        "ro",
        'few: "{n}',
        'few: "%s',
        "N108",
        11,
        36,
        'put `{n}` where the number stands: "{n} porții"',
    ),
    "unit missing other": (
        "ro",
        'porții", other: "{n} de porții"',
        'porții"',
        "N106",
        11,
        11,
        'other: "{n} de porții"}`, with the words',
    ),
    "unit two": ("ro", "few:", "two:", "N107", 11, 31, "did you mean `few`? The forms of Română are: one, few, other"),
    "unit plural": (
        "en",
        "other:",
        "many:",
        "N107",
        7,
        29,
        "did you mean `other`? The forms of English are: one, other",
    ),
    "unit plural word": (
        "en",
        "other:",
        "plural:",
        "N107",
        7,
        29,
        "did you mean `other`? The forms of English are: one, other",
    ),
    "unit en missing": (
        "en",
        '  unit: {one: "{n} meal", other: "{n} meals"}\n  bani:',
        "bani:",
        "T602",
        5,
        3,
        "add `unit` to `portii` under `metrics`",
    ),
    "ref one brace": (
        "ro",
        "{{ portii }",
        "{ portii ",
        "R509",
        21,
        6,
        "write `{{ portii }}`: two braces before it and two after it",
    ),
    "ref three": (
        "ro",
        "{{ portii ",
        "{{{ portii }",
        "R509",
        21,
        6,
        "write `{{ portii }}`: two braces before it and two after it",
    ),
    "ref unclosed": ("ro", "}} de", "de", "R509", 21, 6, "write `{{ portii }}`: two braces before it and two after it"),
    "ref unclosed one": (
        "ro",
        "portii }}",
        "portii }",
        "R509",
        21,
        6,
        "write `{{ portii }}`: two braces before it and two after it",
    ),
    "ref brackets": (
        "ro",
        "{{ portii }}",
        "[[ portii ]]",
        "R509",
        21,
        6,
        "write `{{ portii }}`: two braces before it and two after it",
    ),
    "ref jinja filter": ("ro", "portii ", "portii | upper ", "R501", 21, 6, "did you mean `portii`?"),
    "ref jinja block": ("ro", "Vezi", "{% if x %}Vezi", "M106", 23, 1, "remove it: texts are no templates"),
    "ref form typo": ("ro", "{{ portii", "{{ portii.numer", "R502", 21, 16, "did you mean `.number`?"),
    "ref value": (
        "ro",
        "{{ portii",
        "{{ portii.value",
        "R502",
        21,
        16,
        "did you mean `.number`?",
    ),
    "ref metrics prefix": ("ro", "Sunt {{ portii", "Sunt {{ metrics.portii", "R501", 21, 6, "did you mean `portii`?"),
    "ref space": ("ro", "{{ portii", "{{ por tii", "R501", 21, 6, "did you mean `portii`?"),
    "ref capital": ("ro", "{{ portii", "{{ Portii", "R501", 21, 6, "did you mean `portii`?"),
    "ref quotes": ("ro", "{{ portii", '{{ "portii"', "R501", 21, 6, "did you mean `portii`?"),
    "ref other sheet missing": (
        "ro",
        "Sunt {{ portii",
        "Sunt {{ metoda/portii",
        "R501",
        21,
        6,
        "did you mean `portii`?",
    ),
    "ref other sheet unknown": (
        "ro",
        "Sunt {{ portii",
        "Sunt {{ metodaa/portii",
        "R501",
        21,
        6,
        "did you mean `portii`?",
    ),
    "ref with md": ("ro", "Sunt {{ portii", "Sunt {{ metoda.md/portii", "R501", 21, 6, "did you mean `portii`?"),
    "ref only ro": ("en", "}} of {{ bani }}", "}}", "P203", 11, 1, "mention it as `{{ bani }}` in this text"),
    "value differs in en": (
        "en",
        "    unit:",
        "    value: 22\n    unit:",
        "P201",
        7,
        12,
        "remove the line here: a translation inherits it",
    ),
    "metric only en": (
        "en",
        "\n---",
        "\n  cost:\n    label: Cost\n---",
        "P202",
        10,
        3,
        "declare it there with its value, or remove it in every language",
    ),
    "en declares new": (
        "en",
        "\n---",
        "\n  cost:\n    value: 3\n    label: Cost\n---",
        "P202",
        10,
        3,
        "declare it there with its value, or remove it in every language",
    ),
    "quote not in source": (
        "ro",
        '    quote: "21',
        '    quote: "numai 21',
        "Q406",
        13,
        12,
        "copy it as it stands in the source: 21 de porții",
    ),
    "quote missing": (
        "ro",
        '  quote: "21 de porții"\n  bani:',
        "bani:",
        "Q402",
        8,
        3,
        'add `quote: "21 de porții"`, if that passage',
    ),
    "link wrong": ("ro", "[metoda](metoda", "[metoda](metode", "R503", 23, 15, "did you mean `metoda.md`?"),
    "link capital": ("ro", "[metoda](metoda", "[metoda](Metoda", "R503", 23, 15, "did you mean `metoda.md`?"),
    "link html": ("ro", "[metoda](metoda.md)", "[metoda](metoda.html)", "R503", 23, 15, "did you mean `metoda.md`?"),
    "link with content": (
        "ro",
        "[metoda](metoda",
        "[metoda](content/ro/metoda",
        "R503",
        23,
        15,
        "did you mean `metoda.md`?",
    ),
    "link backslash": ("ro", "[metoda](metoda", "[metoda](..\\ro\\metoda", "R503", 23, 15, "did you mean `metoda.md`?"),
    "link space": (
        "ro",
        "[metoda](metoda",
        "[metoda] (metoda",
        "M106",
        23,
        6,
        "leave out the space between `]` and `(`",
    ),
    "link reversed": (
        "ro",
        "[metoda](metoda.md)",
        "(metoda)[metoda.md]",
        "M106",
        23,
        6,
        "write the words in square brackets and the address in round ones",
    ),
    "commas for quotation marks": ("ro", "Vezi", "Vezi ,,fals'' și", "T617", 23, 6, "straight marks"),
    "one mark at both ends": ("ro", "Vezi", "Vezi “greșit“ și", "M106", 23, 6, "write straight quotation marks"),
    "link unclosed": ("ro", "[metoda](metoda.md)", "[metoda](metoda.md", "M106", 23, 6, "write `)` after the address"),
    "link file": (
        "ro",
        "[metoda](metoda",
        "[metoda](file:///C:/metoda",
        "R508",
        23,
        15,
        "put the file beside the sheet and write its name alone",
    ),
    "link js": (
        "ro",
        "[metoda](metoda.md)",
        "[metoda](javascript:alert(1))",
        "R508",
        23,
        15,
        "use an address that begins with https://, http:// or mailto",
    ),
    "link www": (
        "ro",
        "[metoda](metoda.md)",
        "[metoda](www.example.com)",
        "R503",
        23,
        15,
        "write the whole address: `https://www.example.com`",
    ),
    "picture missing": (
        "ro",
        "Vezi [metoda](metoda.md)",
        "![Sala](sala.png)",
        "R503",
        23,
        9,
        "put the picture beside the sheet and write `sala.png`",
    ),
    "heading nospace": (
        "ro",
        "Vezi",
        "##Vezi",
        "M106",
        23,
        1,
        "write a space between the signs and the words: `## Words`",
    ),
    "highlight unknown": ("ro", "date:", "highlight: [porti]\ndate:", "R501", 4, 13, "did you mean `portii`?"),
    "literals text": (
        "ro",
        "date:",
        "literals: Serengeti 2.0\ndate:",
        "S304",
        4,
        11,
        "remove it from `literals`, or write it as it stands in the text",
    ),
    "draft yes": ("ro", "date:", "draft: Da\ndate:", "F008", 4, 8, "did you mean `true`?"),
    "order text": ("ro", "date:", "order: prima\ndate:", "F008", 4, 8, "as in `order: 3`"),
    "a slug with spaces": ("ro", "date:", "slug: Despre noi\ndate:", "O704", 4, 7, "`slug: despre-noi`"),
    "a slug with a slash": ("ro", "date:", "slug: a/b\ndate:", "O704", 4, 7, "`slug: a-b`"),
    "a slug that Windows cannot store": ("ro", "date:", "slug: aux\ndate:", "O704", 4, 7, "another word than `aux`"),
    "a slug of nothing but signs": ("ro", "date:", "slug: '!!'\ndate:", "O704", 4, 7, "as in `operatiuni`"),
    "layout unknown": (
        "ro",
        "date:",
        "layout: fancy\ndate:",
        "O705",
        4,
        9,
        "add `templates/fancy.html`, or remove `layout`",
    ),
    "title nested": (
        "ro",
        "\ntitle:",
        "\ntitle:\n  ro:",
        "F008",
        3,
        3,
        "write the words of this sheet's language alone",
    ),
    "title empty": ("ro", "title: Cifre", "title:", "F009", 2, 1, "add a line `title: ...`"),
    "date american": ("ro", "2025-11-13", "11/13/2025", "F010", 4, 7, "write `2025-11-13`"),
    "date words": ("ro", "2025-11-13", "13 noiembrie 2025", "F010", 4, 7, "write `2025-11-13`"),
    "date slash": ("ro", "2025-11-13", "2025/11/13", "F010", 4, 7, "write `2025-11-13`"),
    "updated before date": (
        "ro",
        "sources:",
        "updated: 2024-01-01\nsources:",
        "F027",
        5,
        10,
        "correct one of them: `date` is the day of publication",
    ),
    "as_of wrong": (
        "ro",
        "1\n    label:",
        "1\n    as_of: decembrie 2024\n    label:",
        "F010",
        10,
        12,
        "write `2024-12`",
    ),
    "recheck wrong": (
        "ro",
        "1\n    label:",
        "1\n    recheck_by: mâine\n    label:",
        "F010",
        10,
        17,
        "write year, month and day as in 2025-11-13",
    ),
    "history list": (
        "ro",
        "1\n    label:",
        "1\n    history: [20, 19]\n    label:",
        "F008",
        10,
        14,
        "write below `history:` a line for each key",
    ),
    "history year text": (
        "ro",
        "1\n    label:",
        "1\n    history:\n      anul trecut: 20\n    label:",
        "N113",
        11,
        7,
        "write four digits without quotation marks, as in 2025",
    ),
    "chart as map": (
        "ro",
        "date:",
        "charts: {title: X}\ndate:",
        "F008",
        4,
        9,
        "write below `charts:` a line for each item that begins with a hy",
    ),
    "corrections map": (
        "ro",
        "date:",
        "corrections:\n  2025-12-01: Am corectat\ndate:",
        "F008",
        5,
        3,
        "write below `corrections:` a line for each item that begins with",
    ),
    "corrections nodate": (
        "ro",
        "date:",
        "corrections:\n  - text: Am corectat\ndate:",
        "F009",
        5,
        5,
        "add `date: ...` to what is declared here, `corrections`",
    ),
    "sum typo": ("ro", "value: 21", "sum_of: [bani, porti]", "R501", 9, 20, "did you mean `portii`?"),
    "tab in unit": (
        "ro",
        "1\n    label:",
        "1\n\t\tlabel:",
        "F005",
        10,
        1,
        "replace the tab by 4 spaces, as in line 9",
    ),
    "key capital": ("ro", "summary:", "Summary:", "F007", 3, 1, "did you mean `summary`?"),
    "key romanian": ("ro", "summary:", "titlu:", "F007", 3, 1, "did you mean `title`?"),
    "key Value": ("ro", "ii:\n    value:", "ii:\n    Value:", "F007", 9, 5, "did you mean `value`?"),
    "dashes four": ("ro", "\n---", "\n----", "F004", 20, 1, "write three hyphens, `---`, in the place of `----`"),
    "dashes long": ("ro", "---\ntitle", "—\ntitle", "F003", 1, 1, "write three hyphens, `---`, in the place of `—`"),
    "money said twice": ("ro", "{{ bani }}", "{{ bani }} lei", "R516", 21, 22, "remove “lei” behind it"),
    "quote in two kinds of marks": ("ro", 'quote: "21 de porții"', 'quote: „21 de porții"', "Q406", 13, 12, "straight"),
    "address on a disk": ("ro", "(metoda.md)", "(C:\\Ana\\metoda.pdf)", "R508", 23, 15, "its name alone, `metoda.pdf`"),
    "paragraph indented": ("ro", "\nVezi", "\n    Vezi", "M113", 23, 5, "take out the spaces"),
    "source outside its folder": (
        "ro",
        "file: sources/raport.txt",
        "file: raport.txt",
        "Q423",
        6,
        43,
        "did you mean `sources/raport.txt`?",
    ),
    "title again": ("ro", "---\nSunt", "---\n# Cifre\n\nSunt", "R532", 21, 3, "remove this heading"),
    "blank first": ("ro", "---\nt", "\n---\nt", "F003", 1, 1, "remove the empty lines above the first line `---`"),
    "toml front": ("ro", "---\ntitle", "+++\ntitle", "F003", 1, 1, "write three hyphens, `---`, in the place of `+++`"),
    "old letters": ("ro", "Sunt", "Şi sunt", "T614", 21, 1, "write “Și”"),
}
"""The language, what stands in the good sheet, what an editor wrote, and what is said of it."""


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Problem]]:
    """What is told of each row, each in sheets of its own, all of them in one site."""
    files = dict(AROUND)
    for index, (tag, old, new, *_) in enumerate(ROWS.values()):
        assert GOOD[tag].count(old) == 1, old
        changed = {**GOOD, tag: GOOD[tag].replace(old, new)}
        files |= {f"content/{language}/m{index}.md": text for language, text in changed.items()}
    problems = library.check(write_site(tmp_path_factory.mktemp("sheets"), files)).problems
    paths = {name: f"/m{index}.md" for index, name in enumerate(ROWS)}
    return {
        name: [problem for problem in problems if problem.place.path.endswith(path) and problem.code != "T621"]
        for name, path in paths.items()
    }


@pytest.mark.parametrize("name", ROWS)
def test_a_slip_is_told_once_where_it_was_made(findings: Mapping[str, list[Problem]], name: str) -> None:
    """One finding, with the code, line and column of the slip, and the way out."""
    tag, _, _, code, line, column, words = ROWS[name]
    (problem,) = findings[name]
    place = problem.place
    assert (place.path[8:10], problem.code, place.line, place.column) == (tag, code, line, column)
    assert words in told(problem, words_of("en"))[1]


def test_the_sheets_themselves_are_good(tmp_path: Path) -> None:
    """What the rows change has no finding, whatever the encoding of its source and the ends of its lines."""
    good = {f"content/{tag}/fisa.md": text for tag, text in GOOD.items()}
    root = write_site(tmp_path, {**AROUND, **good, "content/ro/fisa.md": GOOD["ro"].replace("\n", "\r\n")})
    assert {problem.code for problem in library.check(root).problems} == {"T621"}
    write_site(root, {"sources/raport.txt": AROUND["sources/raport.txt"].encode("utf-16")})
    assert {problem.code for problem in library.check(root).problems} == {"T621"}
