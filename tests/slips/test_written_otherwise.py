"""Values in the notation of a language, names that were changed, references written in another way: each told once.

Each row changes one passage of a good sheet; `¦` stands where the caret is to be.
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
sources:
  raport: {title: Raport, lang: ro}
metrics:
  seri:
    value: 31
    as_of: 2025
    label: Seri
    unit: {one: "{n} seară", few: "{n} seri", other: "{n} de seri"}
    source: raport
    quote: "31 de seri în 2025"
    history:
      quote: "24 în 2024"
      2024: 24
  moment:
    kind: date
    value: 1997-05-14
    label: Deschisă
    source: raport
    quote: "14 mai 1997"
  index:
    kind: number
    value: 92.5
    label: Indice
    source: raport
    quote: "92,5"
tables:
  preturi:
    file: data/preturi.csv
    title: Prețuri
    label: Țara
    key: territory
    kind: number
    digits: 1
    source: raport
    quote: |
      Țara | 2024 | 2025
      România | 31,5 | 33,0
charts:
  - {id: grafic, type: columns, title: Seri, summary: Pe ani., metrics: [seri]}
---
Au fost {{ seri }}, din {{ moment }}, indice {{ index }}.

## Capitol {#capitol}

În România {{ preturi[ro, 2025] }}.

{{ chart grafic }}

{{ table preturi }}
""",
    "en": """---
title: Figures
metrics:
  seri: {label: Evenings, unit: {one: "{n} evening", other: "{n} evenings"}}
  moment: {label: Opened}
  index: {label: Index}
tables:
  preturi: {title: Prices, label: Country}
charts:
  - {id: grafic, title: Evenings, summary: By year.}
---
There were {{ seri }}, since {{ moment }}, index {{ index }}.

## Chapter {#capitol}

In Romania {{ preturi[ro, 2025] }}.

{{ chart grafic }}

{{ table preturi }}
""",
}
AROUND: Mapping[str, str] = {
    "site.toml": SETTINGS,
    "content/ro/index.md": "---\ntitle: Pagina\n---\nText.\n",
    "content/en/index.md": "---\ntitle: Page\n---\nText.\n",
    "data/preturi.csv": "territory,2024,2025\nro,31.5,33.0\n",
}
DATE = "    kind: date\n    value: 1997-05-14"
INDEX = "    value: 92.5"

Row = tuple[str, str, str, str, str]

ROWS: Mapping[str, Row] = {
    # A value in the notation of the language.
    "day with points": ("ro", DATE, "    kind: date\n    value: ¦14.05.1997", "N119", "`1997-05-14`"),
    "day in words": ("ro", DATE, "    kind: date\n    value: ¦14 mai 1997", "N119", "`1997-05-14`"),
    "period with a word": ("ro", DATE, "    kind: period\n    value: ¦2024 to 2025", "N120", "`2024–2025`"),
    "period in words": (
        "ro", DATE, "    kind: period\n    value: ¦1 iunie 2024 – 31 august 2024", "N120", "`2024-06-01–2024-08-31`",
    ),
    "ratio with a word": ("ro", DATE, "    kind: ratio\n    value: ¦1 in 5", "N135", "`1/5`"),
    "ratio with a colon": ("ro", DATE, "    kind: ratio\n    value: ¦1:5", "N135", "`1/5`"),
    "duration in signs": ("ro", DATE, "    kind: duration\n    value: ¦2h30", "N153", "`PT2H30M`"),
    "duration in words": ("ro", DATE, "    kind: duration\n    value: ¦2 ore și 30 de minute", "N153", "`PT2H30M`"),
    "time of twelve hours": ("ro", DATE, "    kind: time\n    value: ¦7:45 pm", "N155", "`19:45`"),
    "time with a point": ("ro", DATE, "    kind: time\n    value: ¦19.45", "N155", "`19:45`"),
    "year with a word": ("ro", DATE, "    kind: year\n    value: ¦anul 1997", "N113", "`1997`"),
    "range with words": ("ro", DATE, "    kind: range\n    value: ¦110 până la 140", "N121", "`110–140`"),
    "year of a history with a word": ("ro", "      2024: 24", "      ¦anul 2024: 24", "N113", "`2024`"),
    "value of a history with a noun": ("ro", "      2024: 24", "      2024: ¦24 de seri", "N101", "`24`"),
    "interval with commas": ("ro", INDEX, f"{INDEX}\n    interval: ¦90,1–94,2", "N121", "`90.1–94.2`"),
    "margin with its sign": ("ro", INDEX, f"{INDEX}\n    margin: ¦± 0,5", "N101", "`0.5`"),
    "day with a short year": ("ro", "title: Cifre", "title: Cifre\ndate: ¦15.01.26", "F010", "`2026-01-15`"),
    "day with a time": ("ro", "title: Cifre", "title: Cifre\ndate: ¦2026-01-15 10:30", "F010", "`2026-01-15`"),
    "template with its ending": ("ro", "title: Cifre", "title: Cifre\nlayout: ¦sheet.html", "F008", "`sheet`"),
    "confidence with its sign": (
        "ro", 'quote: "92,5"', 'quote: "92,5"\n    confidence: ¦95%', "N101", "`95`",
    ),
    "columns as a list": ("ro", "    digits: 1\n", "    digits: 1\n    columns: ¦[2024]\n", "F008", "2024: {label:"),
    # A name that was changed where it is declared.
    "table renamed": ("ro", "  preturi:\n", "  costuri:\n", "R520", "`costuri`"),
    "chart renamed": ("ro", "{id: grafic", "{id: figura", "R524", "`figura`"),
    "metric renamed": ("ro", "  seri:\n", "  intalniri:\n", "R501", "`intalniri`"),
    "source renamed": ("ro", "  raport: {", "  bilant: {", "R507", "bilant"),
    # The value that is wrong has the caret, wherever it stands.
    "source misspelt": ("ro", 'source: raport\n    quote: "14', 'source: ¦raprot\n    quote: "14', "R507", "`raport`"),
    "metric of a chart": ("ro", "metrics: [seri]", "metrics: [¦serii]", "R501", "`seri`"),
    "language of a source": ("ro", "lang: ro", "lang: ¦română", "Q409", "`ro`"),
    "address of a source": ("ro", "lang: ro", "lang: ro, url: ¦www.raport.ro", "F008", "https://www.raport.ro"),
    "key of a table": ("ro", "key: territory", "key: ¦teritory", "D114", "`territory`"),
    "file of a table": ("ro", "data/preturi.csv", "¦data/pret.csv", "D101", "`data/preturi.csv`"),
    "table of a chart": ("ro", "metrics: [seri]}", "table: ¦pretur}", "R520", "`preturi`"),
    "key of a source": ("ro", "    label: Indice", "    label: Indice\n    ¦url: https://x.ro", "F007", "`sources`"),
    "digest of a source": ("ro", "lang: ro", "lang: ro, sha256: ¦abc", "F008", "sha256sum"),
    "parts of a sum": ("ro", "tables:\n", "  suma: {label: Suma, sum_of: ¦[seri]}\ntables:\n", "N141", "sum_of"),
    "form left out": ("ro", '{one: "{n} seară", few: "{n} seri",', '¦{one: "{n} seară",', "N106", "few:"),
    # A reference in another notation.
    "form misspelt": ("ro", "{{ seri }},", "{{ seri.¦numar }},", "R502", "`.number`"),
    "beginning left out": ("ro", "{{ index }}", "¦index }}", "R509", "`{{ index }}`"),
    "form behind a bar": ("ro", "{{ seri }},", "¦{{ seri | number }},", "R501", "`seri.number`"),
    "form behind a space": ("ro", "{{ seri }},", "¦{{ seri number }},", "R501", "`seri.number`"),
    "cell with a semicolon": ("ro", "{{ preturi[ro,", "¦{{ preturi[ro;", "R501", "`preturi[ro, 2025]`"),
    "table in a sentence": ("ro", "{{ preturi[ro, 2025] }}", "¦{{ preturi }}", "R525", "`{{ table preturi }}`"),
    "row misspelt": ("ro", "preturi[ro,", "preturi[¦rom,", "R521", "`preturi[ro, 2025]`"),
    "column misspelt": ("ro", "preturi[ro, 2025]", "preturi[ro, ¦2026]", "R521", "`preturi[ro, 2025]`"),
    "table misspelt": ("ro", "table preturi", "table ¦pretur", "R520", "`preturi`"),
    "chart misspelt": ("en", "chart grafic", "chart ¦grafik", "R524", "`grafic`"),
    "name translated": ("en", "{{ index }}", "¦{{ rate }}", "R501", "`index`"),
    "name of a source": ("ro", "{{ index }}", "¦{{ raport }}", "R501", "use one of: seri, moment, index"),
    "chart named as a figure": ("ro", "{{ chart grafic }}", "¦{{ grafic }}", "R501", "`chart grafic`"),
    "sum in a text": ("ro", "{{ index }}", "¦{{ seri + index }}", "R501", "`total: {sum_of: [seri, index], label"),
    "earlier value in a text": ("ro", "{{ seri }},", "{{ seri.¦2024 }},", "R502", "such as `seri-2024`"),
    "form that is a key": ("ro", "{{ index }}", "{{ index.¦value }}", "R502", "`.number`"),
    "value with a plus": ("ro", "value: 31\n", "value: ¦31+\n", "N101", "`bound: at-least`: a value is digits alone"),
    "forms of another program": ("en", '{one: "{n} ev', '{¦singular: "{n} ev', "N107", "`one`"),
    "place of the number": ("en", '"{n} evenings"', '¦"%n evenings"', "N108", '"{n} evenings"'),
    "words of both languages": ("ro", "label: Seri\n", "label: ¦{ro: Seri, en: Evenings}\n", "F008", "`label: Seri`"),
    "day before month": ("ro", "sources:\n", "date: ¦2025-20-01\nsources:\n", "F010", "`2025-01-20`"),
    "truth in another language": ("ro", "sources:\n", "draft: ¦nu\nsources:\n", "F008", "`false`"),
    "place in words": ("ro", "sources:\n", "order: ¦prima\nsources:\n", "F008", "`order: 3`"),
    "labels of other programs": ("ro", "sources:\n", "¦tags: [apa, aer]\nsources:\n", "F007", "remove it"),
    "gender cut short": ("ro", "label: Seri\n", "label: Seri\n    gender: ¦f\n", "N150", "`feminine`"),
    "comment without an end": ("ro", "## Capitol", "¦<!-- DE REVĂZUT\n\n## Capitol", "M103", "close it"),
    "name of another figure": ("ro", "  index:\n", "  ¦seri:\n", "F006", "keep one of the two"),
    "second value of a year": ("ro", "      2024: 24\n", "      2024: 24\n      ¦2025: 30\n", "D132", "which is right"),
    "chart translated": ("en", "chart grafic", "chart ¦diagram", "R524", "`grafic`"),
    "picture of a wiki": ("ro", "## Capitol", "¦![[hol.jpg]]\n\n## Capitol", "M106", "`![words](picture.jpg)`"),
    "one star too few": ("ro", "din {{ moment }}", "¦**din* {{ moment }}", "M106", "`**words**`"),
    "table that proves itself": (
        "ro", "    file: data/preturi.csv\n", "    file: data/preturi.csv\n    archive: ¦data/preturi.csv\n", "D123",
        "compared with itself",
    ),
    "question that is none": ("ro", "{{ preturi[ro, 2025] }}", "¦{{ preturi.count(2025) }}", "R525", "count(2024 > 0)"),
    "chart among the cards": ("ro", "sources:\n", "highlight: [¦grafic, seri]\nsources:\n", "R501", "use one of: seri"),
    # A number in words, and a word that is the value of another key.
    "digits in words": ("ro", INDEX, f"{INDEX}\n    digits: ¦două zecimale", "F008", "`2`"),
    "thousands in words": ("ro", "    as_of: 2025", "    as_of: 2025\n    round_to: ¦mii", "N101", "`1000`"),
    "people of a rate": ("ro", INDEX, f"{INDEX}\n    per: ¦1000 de locuitori", "N130", "`1000`"),
    "kind as a way of writing": ("ro", INDEX, f"{INDEX}\n    display: ¦percent", "F015", "`kind: percent`"),
    "currency as a kind": ("ro", "    as_of: 2025", "    as_of: 2025\n    kind: ¦lei", "N110", "`currency: RON`"),
    "scale as a bound": ("ro", INDEX, f"{INDEX}\n    bound: ¦million", "F015", "`scale: million`"),
    "currency as a measure": ("ro", DATE, "    measure: ¦USD\n    value: 14", "N105", "`currency: USD`"),
    # One for several, several for one.
    "two sources of a figure": (
        "ro", 'source: raport\n    quote: "31', 'source: ¦raport, ziar\n    quote: "31', "F008", "confirmed_by",
    ),
    "source in brackets": (
        "ro", 'source: raport\n    quote: "31', 'source: ¦[raport]\n    quote: "31', "F008", 'source: "raport"',
    ),
    "quote as a list": ("ro", 'quote: "92,5"', 'quote: ¦["92,5"]', "F008", 'quote: "92,5"'),
    "chart without its hyphen": ("ro", "  - {id: grafic, ", "  ¦grafic: {id: grafic, ", "F008", "`  - id: grafic`"),
    "correction without keys": (
        "ro", "sources:\n", "corrections:\n  - ¦Seri, 13 în loc de 31\nsources:\n", "F008", 'text: "Seri, 13 în loc',
    ),
    # Keys of other programs, and of other places.
    "order of another program": ("ro", "sources:\n", "¦weight: 3\nsources:\n", "F007", "`order`"),
    "summary of another program": ("ro", "sources:\n", "¦excerpt: Pe scurt\nsources:\n", "F007", "`summary`"),
    "day of a figure": ("ro", "    label: Indice", "    label: Indice\n    ¦date: 2025-12-31", "F007", "`as_of`"),
    "setting in a sheet": ("ro", "sources:\n", "¦base_url: https://x.ro/\nsources:\n", "F007", "site.toml"),
    "command of another program": (
        "ro", "## Capitol", '¦{{< figure src="a.png" >}}\n\n## Capitol', "R501", "remove these braces",
    ),
    "command in brackets": (
        "ro", "## Capitol", '¦[gallery ids="11,12" columns="2"]\n\n## Capitol', "M106", "of other programs",
    ),
    "history as a list": (
        "ro", '    history:\n      quote: "24 în 2024"\n      2024: 24', "    history: ¦[24, 27]", "F008", "2024: 24",
    ),
    "day of a history": ("ro", "      2024: 24", "      ¦31.12.2024: 24", "N113", "`2024-12-31`"),
    "second source by its name": (
        "ro", 'quote: "92,5"', 'quote: "92,5"\n    confirmed_by: ¦raport', "F008", "`  source: raport`",
    ),
    "type of a chart in two words": ("ro", "type: columns", "type: ¦line chart", "F015", "`line`"),
    "chart named before its word": ("ro", "{{ chart grafic }}", "¦{{ grafic chart }}", "R501", "`chart grafic`"),
    "bold over two paragraphs": (
        "ro", "În România {{ preturi[ro, 2025] }}.", "¦**În România {{ preturi[ro, 2025] }}.\n\nEa**", "M106", "again",
    ),
    "greater numbers without their word": (
        "ro", 'other: "{n} de seri"', '¦other: "{n} seri"', "N158", '`other: "{n} de seri"`',
    ),
    "sign that YAML takes for a text": ("ro", INDEX, f"{INDEX}\n    bound: ¦>", "F015", "`over`"),
    "figure set off in its own entry": (
        "ro", INDEX, f"{INDEX}\n    ¦highlight: true", "F007", "write `index` into a line",
    ),
    "rows from the greatest": (
        "ro", "    digits: 1\n", "    digits: 1\n    sort: ¦-2025\n", "D118", "`2025 descending`",
    ),
    "table without its word": ("ro", "{{ table preturi }}", "¦{{ preturi }}", "R525", "`{{ table preturi }}`"),
    "heading without its space": ("ro", "## Capitol", "¦##Capitol", "M106", "a space between the signs"),
}  # fmt: skip
FIRST = {"table renamed": (47, 12), "chart renamed": (49, 10), "metric renamed": (41, 74), "source renamed": (11, 13)}
"""Where the first mention of a changed name stands."""


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Problem]]:
    """What is told of each row, each in sheets of its own, all of them in one site."""
    files = dict(AROUND)
    for index, (tag, old, new, *_) in enumerate(ROWS.values()):
        assert GOOD[tag].count(old) == 1, old
        changed = {**GOOD, tag: GOOD[tag].replace(old, new.replace("¦", ""))}
        files |= {f"content/{language}/m{index}.md": text for language, text in changed.items()}
    problems = library.check(write_site(tmp_path_factory.mktemp("otherwise"), files)).problems
    return {
        name: [one for one in problems if one.place.path.endswith(f"/m{index}.md") and one.code != "T621"]
        for index, name in enumerate(ROWS)
    }


@pytest.mark.parametrize("name", ROWS)
def test_a_slip_is_told_once_where_it_was_made(findings: Mapping[str, list[Problem]], name: str) -> None:
    """One finding, with the code, line and column of the slip, and the way out."""
    tag, old, new, code, words = ROWS[name]
    (problem,) = findings[name]
    before = GOOD[tag].replace(old, new).partition("¦")[0]
    at = FIRST.get(name) or (before.count("\n") + 1, len(before) - before.rfind("\n"))
    place = problem.place
    assert (place.path[8:10], problem.code, place.line, place.column) == (tag, code, *at)
    assert words in told(problem, words_of("en"))[1]


def test_the_sheets_themselves_are_good(tmp_path: Path) -> None:
    """What the rows change has no finding."""
    root = write_site(tmp_path, {**AROUND, **{f"content/{tag}/fisa.md": text for tag, text in GOOD.items()}})
    assert {problem.code for problem in library.check(root).problems} == {"T621"}
