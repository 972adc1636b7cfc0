"""What stands over figures says what they are in: labels, notes, titles, columns and rows of tables."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_TABLE = """---
title: {title}
metrics:
  budget: {{{budget}label: "{label}"{note}}}
  deaths: {{{deaths}label: "{deaths_label}"}}
charts: [{{id: c, type: bars, title: "{chart}", metrics: [deaths]}}]
tables:
  t:
    {file}title: "{table}"
    rows: {{cluj: "{cluj}", dolj: "{dolj}"}}
    columns:
      b: {{{b}label: "{column}"}}
      n: {{{n}label: "{count}"}}
{sources}---
## {section}

{{{{ budget }}}} {{{{ deaths }}}}

{{{{ table t }}}}

{{{{ chart c }}}}
"""
_DECLARED = {
    "budget": "value: 2400000000, currency: EUR, source: s, quote: a budget of 2.4 billion euros, ",
    "deaths": "value: 1545, per: 100000, source: s, quote: 1545 deaths per 100000 people, ",
    "file": "file: data/t.csv\n    source: s\n    ",
    "b": "currency: RON, ",
    "n": "kind: count, ",
    "sources": "sources: {s: {title: Report, lang: en}}\n",
}
_TRANSLATED = dict.fromkeys(_DECLARED, "")
_WORDS = {
    "title": "Title",
    "label": "Budget",
    "note": "",
    "deaths_label": "Deaths",
    "chart": "Deaths",
    "table": "Counties",
    "cluj": "Cluj",
    "dolj": "Dolj",
    "column": "Budget",
    "count": "Children",
    "section": "Figures",
}


def _told(root: Path, original: dict[str, str], translation: dict[str, str]) -> set[str]:
    files = {
        "site.toml": 'reference = "en"\ntitle = {en = "Facts", ro = "Fapte"}\nbase_url = "https://facts.example/"\n',
        "data/t.csv": "key,b,n\ncluj,1350,412\ndolj,650,200\n",
        "content/en/index.md": _TABLE.format(**_DECLARED | _WORDS | original),
        "content/ro/index.md": _TABLE.format(**_TRANSLATED | _WORDS | translation),
    }
    result = check(write_site(root, files), Options())
    return {one.code for one in result.problems if one.code in {"S314", "D134"}}


@pytest.mark.parametrize(
    ("original", "translation", "codes"),
    [
        ({}, {}, set()),
        ({"label": "Budget (euros)", "column": "Budget (lei)"}, {"label": "Buget (euro)"}, set()),
        ({"label": "Budget (million dollars)"}, {}, {"S314"}),
        ({"note": ", note: The figure is in dollars."}, {}, {"S314"}),
        ({"chart": "Deaths, in thousands"}, {}, {"S314"}),
        ({"count": "Children (hundreds)"}, {}, {"S314"}),
        ({"note": ", note: Per month."}, {}, {"S314"}),
        ({"note": ", note: A month earlier it was more."}, {}, set()),
        ({"chart": "Bars"}, {"chart": "Grade"}, set()),  # a word that names a unit, too
        ({"chart": "Deaths per day"}, {}, {"S314"}),
        ({"deaths_label": "Deaths per 100,000"}, {"deaths_label": "Decese la un milion"}, {"S314"}),
        ({"table": "Budgets, in thousands of euros"}, {}, {"S314"}),
        ({"column": "Budget (thousand lei)"}, {}, {"S314"}),
        ({}, {"column": "Buget (euro)"}, {"S314"}),
        ({"count": "Children (%)"}, {}, {"S314"}),
        ({}, {"count": "Copii la mia de locuitori"}, {"S314"}),
        ({"section": "Money, in lei"}, {}, {"S314"}),
        ({}, {"section": "Bani (mii)"}, {"S314"}),
        ({"section": "Money, in euros"}, {"section": "Mii de copii"}, set()),
        ({}, {"dolj": "Cluj"}, {"D134"}),
        ({}, {"cluj": "Dolj", "dolj": "Cluj"}, {"D134"}),
    ],
)
def test_what_is_said_over_figures_is_what_they_are_in(
    tmp_path: Path, original: dict[str, str], translation: dict[str, str], codes: set[str]
) -> None:
    """A scale, a currency, a unit or a denominator over a figure is its own, and each row has a name of its own."""
    assert _told(tmp_path, original, translation) == codes


@pytest.mark.parametrize(
    ("title", "summary", "told"),
    [
        ("Dolj has the most children", "Cluj leads", ["Dolj has the most children"]),
        ("Cluj has the most children", "Dolj has the fewest", []),
        ("Cluj has the highest number", "The smallest is Cluj", ["The smallest is Cluj"]),
        ("Cluj has the most, Dolj the fewest", "Most children live in Dolj", []),
        ("Between Cluj and Dolj", "Cluj has the most, Dolj less", []),
    ],
)
def test_the_title_of_a_chart_names_the_bar_that_has_the_most(
    tmp_path: Path, title: str, summary: str, told: list[str]
) -> None:
    """A title that names one bar and gives it the most or the least is held against the values."""
    drawn = '"t[cluj, n]", "t[dolj, n]"'
    chart = f'title: "Deaths", metrics: [deaths]}}, {{id: d, type: bars, title: "{title}", summary: "{summary}", '
    sheet = _TABLE.format(**_DECLARED | _WORDS).replace('title: "Deaths", ', f"{chart}metrics: [{drawn}]}}, {{id: e, ")
    sheet = sheet.replace("{id: e, metrics: [deaths]}", "").replace(", ]", "]")
    files = {"site.toml": 'reference = "en"\ntitle = "A"\n', "data/t.csv": "key,b,n\ncluj,1350,412\ndolj,650,200\n"}
    found = check(write_site(tmp_path, {**files, "content/en/index.md": sheet}), Options()).problems
    assert [dict(one.values)["head"] for one in found if one.code == "S324"] == told
