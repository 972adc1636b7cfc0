"""Slips that have consequences all over a site, each told once: with its code, its place, and the way out.

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
sources:
  raport:
    title: Raport
    lang: ro
    file: sources/raport.txt
metrics:
  trips:
    value: 48210
    label: Călătorii
    unit: {one: "{n} călătorie", few: "{n} călătorii", other: "{n} de călătorii"}
    source: raport
    quote: "S-au făcut 48.210 călătorii"
    history:
      quote: "31.050 în 2024 și 22.400 în 2023"
      2024: 31050
      2023: 22400
  upkeep:
    value: 1200000
    currency: RON
    label: Întreținere
    source: raport
    quote: "Întreținerea a costat 1,2 milioane de lei"
  double:
    sum_of: [trips, trips2]
    label: Împreună
    unit: {one: "{n} călătorie", few: "{n} călătorii", other: "{n} de călătorii"}
  trips2:
    value: 30
    label: Altele
    unit: {one: "{n} călătorie", few: "{n} călătorii", other: "{n} de călătorii"}
    source: raport
    quote: "alte 30 de călătorii"
highlight: [trips, upkeep, double]
charts:
  - id: evolution
    type: columns
    title: Tot mai multe călătorii
    summary: Numărul călătoriilor a crescut.
    metrics: [trips]
---
Locuitorii au făcut {{ trips }}.[^1]

[^1]: Întreținerea a costat {{ upkeep }}.

## Ce spun

{{ chart evolution }}

Vezi [metoda](metoda.md).

| An | Cine |
|---|---|
| ultimul | mulți |
""",
    "en": """---
title: Figures
summary: One year.
metrics:
  trips:
    label: Trips
    unit: {one: "{n} trip", other: "{n} trips"}
  upkeep:
    label: Upkeep
  double:
    label: Together
    unit: {one: "{n} trip", other: "{n} trips"}
  trips2:
    label: Others
    unit: {one: "{n} trip", other: "{n} trips"}
charts:
  - id: evolution
    title: More and more trips
    summary: The number of trips has grown.
---
People made {{ trips }}.[^1]

[^1]: The upkeep cost {{ upkeep }}.

## What they say

{{ chart evolution }}

See [the method](metoda.md).

| Year | Who |
|---|---|
| last | many |
""",
}
AROUND: Mapping[str, str] = {
    "site.toml": SETTINGS,
    "content/ro/index.md": "---\ntitle: Cifre\n---\nText.\n",
    "content/en/index.md": "---\ntitle: Figures\n---\nText.\n",
    "content/ro/metoda.md": "---\ntitle: Metoda\n---\nText.\n",
    "content/en/metoda.md": "---\ntitle: Method\n---\nText.\n",
    "sources/raport.txt": "S-au făcut 48.210 călătorii, "
    "după 31.050 în 2024 și 22.400 în 2023, și alte 30 de călătorii. "
    "Întreținerea a costat 1,2 milioane de lei.\n",
}
"""What the sheets link to and quote."""

Row = tuple[str, str, str, str, int, int, str]

ROWS: Mapping[str, Row] = {
    "metrics misspelt": ("ro", "metrics:\n  trips:", "metric:\n  trips:", "F007", 9, 1, "did you mean `metrics`?"),
    "name refused": ("ro", "\n  upkeep:", "\n  Cost nou:", "F016", 20, 3, "did you mean `cost-nou`?"),
    "list without brackets": (
        "ro",
        "[trips, upkeep, double]",
        "trips, upkeep, double",
        "F008",
        36,
        12,
        "write brackets around the list: `highlight: [trips, upkeep, double]`",
    ),
    "parts without brackets": (
        "ro",
        "[trips, trips2]",
        "trips, trips2",
        "F008",
        27,
        13,
        "write brackets around the list: `sum_of: [trips, trips2]`",
    ),
    "summary in brackets": (
        "en",
        "summary: One year.",
        "summary: [One year, in figures]",
        "F008",
        3,
        10,
        'write it without brackets: `summary: "One year, in figures"`',
    ),
    "name twice": (
        "en",
        "\n  upkeep:",
        "\n  trips:",
        "F006",
        8,
        3,
        "keep one of the two, or give one of them the name that it should have",
    ),
    "phrases without number": (
        "en",
        '{one: "{n} trip", other: "{n} trips"}\n  upkeep',
        '{one: "{n} trip", other: "trips"}\n  upkeep',
        "N108",
        7,
        36,
        'put `{n}` where the number stands: "{n} trips"',
    ),
    "chart unknown in translation": (
        "en",
        "- id: evolution",
        "- id: evolutie",
        "P202",
        17,
        9,
        "did you mean `evolution`? It is declared in content/ro/",
    ),
    "name translated": ("en", "\n  upkeep:", "\n  intretinere:", "P202", 8, 3, "did you mean `upkeep`?"),
    "years beside history": (
        "ro",
        "      2024: 31050\n      2023: 22400",
        "    2024: 31050\n    2023: 22400",
        "F007",
        18,
        5,
        "earlier values stand under `history`",
    ),
    "forms of another language": (
        "en",
        '{one: "{n} trip", other: "{n} trips"}\n  upkeep',
        '{singular: "{n} trip", plural: "{n} trips"}\n  upkeep',
        "N107",
        7,
        12,
        '`unit: {one: "{n} trip", other: "{n} trips"}`',
    ),
    "label for a name": ("ro", "metrics: [trips]", "metrics: [Călătorii]", "R501", 42, 15, "did you mean `trips`?"),
    "quote parted as in print": (
        "ro",
        '"S-au făcut 48.210 călătorii"',
        '"S-au făcut 48.210 călă-\n      torii"',
        "Q406",
        15,
        12,
        "copy it as it stands in the source: S-au făcut 48.210 călătorii",
    ),
    "footnote without its text": (
        "en",
        "\n[^1]: The upkeep cost {{ upkeep }}.\n",
        "\nTrips cost {{ upkeep }}.\n",
        "M106",
        21,
        25,
        "the text of the footnote",
    ),
    "mail without its scheme": (
        "en",
        "](metoda.md)",
        "](us@facts.example)",
        "R503",
        29,
        18,
        "`mailto:us@facts.example`",
    ),
    "picture on a disk": (
        "en",
        "See [",
        "![A](file:///C:/a.png) [",
        "R508",
        29,
        6,
        "write its name alone, `a.png`",
    ),
    "link to the beginning of a heading": (
        "ro",
        "](metoda.md)",
        "](#ce-sp)",
        "R504",
        52,
        15,
        "did you mean `#ce-spun`?",
    ),
    "character of HTML": ("en", "title: Figures", "title: Cats &amp; dogs", "M106", 2, 8, "the character itself: `&`"),
    "sharp for a number": (
        "en",
        'other: "{n} trips"}\n  upkeep',
        'other: "# trips"}\n  upkeep',
        "N108",
        7,
        36,
        '"{n} trips"',
    ),
    "quote of another text": (
        "ro",
        '"alte 30 de călătorii"',
        '"Other 31 trips"',
        "Q406",
        35,
        12,
        'write `quote: "30 de călătorii"`',
    ),
    "footnote without its caret": ("ro", "{{ trips }}.[^1]", "{{ trips }}.[1]", "M112", 44, 33, "with a caret"),
    "charts without hyphen": ("en", "  - id: evolution", "    id: evolution", "F008", 17, 5, "begins with a hyphen"),
    "figure misspelt": (
        "en",
        "People made {{ trips }}",
        "People made {{ trip }}",
        "R501",
        21,
        13,
        "did you mean `trips`?",
    ),
    "brace forgotten": ("ro", "{{ trips }}", "{{ trips }", "R509", 44, 21, "two braces before it and two after it"),
    "chart misspelt": (
        "en",
        "{{ chart evolution }}",
        "{{ chart evolutoin }}",
        "R524",
        27,
        10,
        "did you mean `evolution`?",
    ),
    "identifier translated": (
        "en",
        "{{ trips }}",
        "{{ călătorii }}",
        "R501",
        21,
        13,
        "did you mean `trips`?",
    ),
    "quote without accents": (
        "ro",
        '"Întreținerea a costat',
        '"Intretinerea a costat',
        "Q406",
        25,
        12,
        "copy it as it stands in the source: Întreținerea a costat 1,2 milioane de lei.",
    ),
    "quote with another number": (
        "ro",
        '"S-au făcut 48.210 călătorii"',
        '"S-au făcut 48.201 călătorii"',
        "Q406",
        15,
        12,
        "copy it as it stands in the source: S-au făcut 48.210 călătorii",
    ),
    "file with a capital": (
        "ro",
        "file: sources/raport.txt",
        "file: sources/Raport.txt",
        "Q423",
        8,
        11,
        "did you mean `sources/raport.txt`?",
    ),
    "language by its name": ("ro", "lang: ro", "lang: romana", "Q409", 7, 11, "write the tag of the language: `ro`"),
    "code never closed": (
        "en",
        "| Year | Who |",
        "```\n| Year | Who |",
        "M111",
        31,
        1,
        "write a line of its own, ```, where the code ends",
    ),
    "cell too many": (
        "en",
        "| last | many |",
        "| last | many | more |",
        "M110",
        33,
        17,
        "add a column to the first row and to the line `|---|` below it",
    ),
    "table without its second line": (
        "en",
        "|---|---|\n",
        "",
        "M106",
        31,
        1,
        "with a part for each of its cells: `|---|---|`",
    ),
    "footnote without a mark": (
        "en",
        "## What",
        "[^9]: A note.\n\n## What",
        "M112",
        25,
        1,
        "write `[^9]` in the text where it belongs, or remove it",
    ),
    "footnote of another name": ("en", "[^1]: The", "[^2]: The", "M106", 21, 25, "write `[^2]`"),
    "bold never closed": ("en", "People made", "**People made", "M106", 21, 1, "write `**` again where the words end"),
    "bold never opened": ("en", "See [", "See** [", "M106", 29, 4, "before the first word that it is for"),
    "two phrases without quotation marks": (
        "en",
        '{one: "{n} trip", other: "{n} trips"}\n  upkeep',
        "{one: {n} trip, other: {n} trips}\n  upkeep",
        "F005",
        7,
        17,
        'put the text in quotation marks: {one: "{n} trip", other: "{n} trips"}',
    ),
    "noun twice": ("en", "{{ trips }}", "{{ trips }} trips", "R516", 21, 13, "remove “trips” behind it, or write"),
    "figure and noun typed": (
        "en",
        "{{ trips }}",
        "48,210 trips",
        "S301",
        21,
        13,
        "write `{{ trips }}` in the place of “48,210 trips”",
    ),
    "figure of the other language": (
        "en",
        "See [",
        "See 1,5 million in [",
        "S303",
        29,
        5,
        "declare 1500000 under `metrics` and refer to it",
    ),
    "two ends": ("ro", "value: 30", "value: 30-35", "N101", 31, 12, "write `kind: range` above this line"),
    "letters for digits": ("ro", "value: 30", "value: 3O", "N101", 31, 12, "write 30: a letter stands here"),
    "scale word": ("ro", "value: 1200000", "value: 1,2 mil.", "N101", 21, 12, "write `value: 1200000`"),
    "unit behind the value": (
        "ro",
        "value: 1200000",
        "value: 1200000 lei",
        "N101",
        21,
        12,
        "write `value: 1200000`, `currency: RON`",
    ),
    "heading without space": (
        "en",
        "## What",
        "##What",
        "M106",
        25,
        1,
        "write a space between the signs and the words",
    ),
    # Each cause is named, in the language in which it was typed, and what it spoils is not told as well.
    "month before year": (
        "ro",
        "    history:\n",
        "    as_of: 12.2025\n    history:\n",
        "F010",
        16,
        12,
        "write `2025-12`",
    ),
    "history without a value": (
        "ro",
        "      2024: 31050",
        "      2024:",
        "N102",
        18,
        7,
        "write the value behind the colon",
    ),
    "history on one line": (
        "ro",
        """    history:
      quote: "31.050 în 2024 și 22.400 în 2023"
      2024: 31050
      2023: 22400
""",
        "    history: 2023: 22400, 2024: 31050\n",
        "F005",
        16,
        14,
        "{2023: 22400, 2024: 31050}",
    ),
    "sum with a plus": ("ro", "[trips, trips2]", "trips + trips2", "F008", 27, 13, "`sum_of: [trips, trips2]`"),
    "source by its file": (
        "ro",
        "Întreținere\n    source: raport",
        "Întreținere\n    source: sources/raport.txt",
        "R507",
        24,
        13,
        "did you mean `raport`?",
    ),
    "two sources": (
        "ro",
        "Întreținere\n    source: raport",
        "Întreținere\n    source: [raport, ziar]",
        "F008",
        24,
        13,
        "`confirmed_by`",
    ),
    "quote with a page number": (
        "ro",
        '"Întreținerea a costat 1,2 milioane de lei"',
        '"1,2 milioane de lei (p. 12)"',
        "Q406",
        25,
        12,
        'write `quote: "1,2 milioane de lei"`',
    ),
    "formula": ("ro", "value: 30\n", "value: =10+20\n", "N101", 31, 12, "a value is no formula"),
    "comment with strokes": ("ro", "value: 30\n", "value: 30 // sigur\n", "F030", 31, 12, "# sigur"),
    "compound unit by its sign": (
        "ro",
        "currency: RON",
        "measure: mg/l",
        "N105",
        22,
        14,
        "did you mean `milligram-per-liter`?",
    ),
    "key in Romanian": ("ro", "summary: Un an.", "rezumat: Un an.", "F007", 3, 1, "did you mean `summary`?"),
    "source in Romanian": (
        "ro",
        'source: raport\n    quote: "alte',
        'sursa: raport\n    quote: "alte',
        "F007",
        34,
        5,
        "did you mean `source`?",
    ),
    "chart in Romanian": ("ro", "type: columns", "type: coloane", "F015", 39, 11, "did you mean `columns`?"),
    "key in German": ("en", "title: Figures", "titel: Figures", "F007", 2, 1, "did you mean `title`?"),
    "percent by its sign": ("ro", "currency: RON", "kind: %", "F005", 22, 11, "write the name, `percent`"),
    "charts without hyphens": (
        "ro",
        "  - id: evolution\n    type",
        "  evolution:\n    type",
        "F008",
        38,
        3,
        "`  - id: evolution`",
    ),
    "answer around the sheet": (
        "en",
        "---\ntitle: Figures",
        "Here it is:\n\n---\ntitle: Figures",
        "F003",
        1,
        1,
        "in line 3",
    ),
    "sheet as a block of code": (
        "en",
        "---\ntitle: Figures",
        "```markdown\n---\ntitle: Figures",
        "F003",
        1,
        1,
        "remove the lines of backticks",
    ),
    "scale in Romanian": (
        "ro",
        "currency: RON",
        "currency: RON\n    scale: mii",
        "F015",
        23,
        12,
        "did you mean `thousand`?",
    ),
    "gender in Romanian": (
        "ro",
        "label: Altele",
        "label: Altele\n    gender: feminin",
        "N150",
        33,
        13,
        "did you mean `feminine`?",
    ),
    "interval with a unit": (
        "ro",
        "currency: RON",
        "currency: RON\n    interval: 1100000–1300000 lei",
        "N121",
        23,
        15,
        "did you mean `1100000–1300000`?",
    ),
    "sources as a word": (
        "ro",
        "\nmetrics:\n",
        "\ntables: preturi.csv\nmetrics:\n",
        "F008",
        9,
        9,
        "`  prices: {file: data/prices.csv",
    ),
    "source on a disk of Windows": (
        "ro",
        "file: sources/raport.txt",
        "file: C:\\Ana\\raport.txt",
        "Q410",
        8,
        11,
        "did you mean `sources/raport.txt`?",
    ),
    "words of a picture in marks of print": (
        "ro",
        "Vezi [metoda](metoda.md)",
        "Vezi [metoda](metoda.md „cum”)",
        "M106",
        52,
        6,
        "straight quotation marks around the words behind the address",
    ),
    "cells of a spreadsheet": (
        "ro",
        "Vezi [metoda]",
        "ian\t52\nmai\t61\n\nVezi [metoda]",
        "M106",
        52,
        1,
        "put `|` around each, as in `| ian | 52 |`, and a line `|---|---|`",
    ),
    "cells without numbers": (
        "ro",
        "Vezi [metoda]",
        "Luna\tCine\nmai\tmulți\n\nVezi [metoda]",
        "M106",
        52,
        1,
        "`| Luna | Cine |`",
    ),
    "value left empty": ("ro", "value: 48210", "value:", "N102", 11, 5, "write `value: 48210`"),
    "forms named by other words": (
        "en",
        '{one: "{n} trip", other: "{n} trips"}\n  upkeep',
        '{unu: "{n} trip", multe: "{n} trips"}\n  upkeep',
        "N107",
        7,
        12,
        '`unit: {one: "{n} trip", other: "{n} trips"}`',
    ),
    "quote in another language": (
        "ro",
        '"alte 30 de călătorii"',
        '"30 other trips"',
        "Q406",
        35,
        12,
        'write `quote: "30 de călătorii"`',
    ),
    "no source at all": (
        "ro",
        '    source: raport\n    quote: "S-au făcut 48.210 călătorii"\n',
        "",
        "Q401",
        10,
        3,
        'add `source: raport` and `quote: "48.210 călătorii"`',
    ),
    "underscore in a name": (
        "ro",
        "  upkeep:\n    value: 1200000\n",
        "  up_keep:\n    value: 1200000\n",
        "F016",
        20,
        3,
        "did you mean `up-keep`?",
    ),
    "chart without a name": ("ro", "  - id: evolution\n    type", "  - type", "F009", 38, 5, "add `id: ...`"),
    "chart of another name": ("ro", "{{ chart evolution }}", "{{ chart rising }}", "R524", 50, 10, "`evolution`"),
    "source that is a text": (
        "ro",
        "  raport:\n    title: Raport\n    lang: ro\n    file: sources/raport.txt\n",
        "  raport: Raport\n",
        "F008",
        5,
        11,
        '`raport: {title: "Raport"}`',
    ),
    "sources with hyphens": ("ro", "  raport:\n", "  - raport:\n", "F008", 5, 3, "as in `  raport:`"),
    "signs that touch no word": (
        "ro",
        "Vezi [metoda]",
        "Vezi ** aici ** [metoda]",
        "M106",
        52,
        6,
        "let the signs touch the words",
    ),
    "address with a space": (
        "ro",
        "Vezi [metoda](metoda.md)",
        "Vezi [metoda](metoda noua.md)",
        "M106",
        52,
        6,
        "`[metoda](<metoda noua.md>)`",
    ),
    "two names in one reference": (
        "ro",
        "{{ trips }}.",
        "{{ trips, trips2 }}.",
        "R501",
        44,
        21,
        "`{{ trips }}, {{ trips2 }}`",
    ),
    "comma left out between names": (
        "ro",
        "[trips, upkeep, double]",
        "[trips upkeep, double]",
        "R501",
        36,
        13,
        "name each by itself: `trips, upkeep`",
    ),
    "sign before a quoted value": (
        "ro",
        "value: 48210",
        'value: ">48210"',
        "N101",
        11,
        12,
        "write `value: 48210`, `bound: over`",
    ),
    "money that does not say its currency": (
        "ro",
        "currency: RON",
        "kind: money",
        "N116",
        21,
        12,
        "add `currency: RON`",
    ),
    "address for a quote": (
        "ro",
        '"alte 30 de călătorii"',
        "https://example.org/raport#p4",
        "Q406",
        35,
        12,
        'write `quote: "30 de călătorii"`',
    ),
    "quote of another figure": (
        "ro",
        '"alte 30 de călătorii"',
        '"48.210 călătorii"',
        "Q403",
        35,
        12,
        'write `quote: "30 de călătorii"`, which stands in',
    ),
    "forms named by numbers": (
        "ro",
        '{one: "{n} călătorie", few: "{n} călătorii", other: "{n} de călătorii"}\n    source: raport\n    quote: "S',
        '{1: "{n} călătorie", 2: "{n} călătorii", 20: "{n} de călătorii"}\n    source: raport\n    quote: "S',
        "N107",
        13,
        12,
        '`unit: {one: "{n} călătorie", few: "{n} călătorii", other: "{n} de călătorii"}`',
    ),
    "error of a spreadsheet": ("ro", "value: 48210", "value: #N/A", "F025", 11, 12, "write the number: a spreadsheet"),
    "text in a block of code": (
        "ro",
        "Locuitorii au făcut {{ trips }}.[^1]",
        "```markdown\nLocuitorii au făcut {{ trips }}.\n```\n\nAșa.[^1]",
        "P203",
        45,
        1,
        "take it out of the code",
    ),
    "raised sign": (
        "ro",
        "{{ trips }}.[^1]\n\n[^1]:",
        "{{ trips }}.¹\n\n¹",
        "S301",
        44,
        33,
        "write `[^1]` in the place of `¹`",
    ),
    "word for a form": ("ro", "{{ trips }}.", "{{ trips.valoare }}.", "R502", 44, 30, "did you mean `.number`?"),
    "name of a currency in full": ("ro", "currency: RON", "currency: leu românesc", "N104", 22, 15, "`RON`"),
    "citation of a chat program": (
        "ro",
        "{{ trips }}.[^1]",
        "{{ trips }}.[^1]【12†source】",
        "S301",
        44,
        38,
        "remove `【12†source】`",
    ),
    "bullet of a word processor": (
        "ro",
        "Vezi [metoda]",
        "o\tunu\n\nVezi [metoda]",
        "M106",
        52,
        1,
        "begin the item with `- `",
    ),
    "address with brackets and spaces": (
        "ro",
        "Vezi [metoda](metoda.md)",
        "Vezi [metoda](metoda (cea nouă).md)",
        "M106",
        52,
        6,
        "between `<` and `>`",
    ),
    "raised number": (
        "ro",
        "{{ trips }}.[^1]",
        "{{ trips }}.<sup>1</sup>",
        "S301",
        44,
        38,
        "write `[^1]` in the place of",
    ),
    "brace of a chart": ("ro", "{{ chart evolution }}", "{{ chart evolution }", "R509", 50, 1, "two braces before it"),
    "invisible in a reference": ("ro", "{{ upkeep }}", "{{ up\u200bkeep }}", "F002", 46, 34, "delete the character"),
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
    problems = library.check(write_site(tmp_path_factory.mktemp("once"), files)).problems
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
    """What the rows change has no finding."""
    good = {f"content/{tag}/fisa.md": text for tag, text in GOOD.items()}
    good["content/en/fisa.md"] = GOOD["en"].replace("title: Figures", "title: R&D of Johnson &Johnson; AT&T")
    root = write_site(tmp_path, {**AROUND, **good})
    assert {problem.code for problem in library.check(root).problems} == {"T621"}
