"""What a drawn chart says is read back, and held against the table beside it."""

import re
import unicodedata
from collections.abc import Mapping

import pytest

from factsheet.builder.pipeline import Options, build
from factsheet.checks.verify import read_back
from tests.support import SETTINGS, codes, write_site

UNIT = "{one: '{n} om', few: '{n} oameni', other: '{n} de oameni'}"
SOURCE = "source: presa"

ROMANIAN = f"""---
title: Exemplu
metrics:
  many: {{value: 1209, label: Un nume care este prea lung pentru un singur rând, unit: {UNIT}, {SOURCE}}}
  more: {{value: 12000, bound: over, label: Victime, unit: {UNIT}, {SOURCE}}}
  long:
    value: 1700000
    label: Oameni
    unit: {UNIT}
    as_of: 2025-03-01
    history: {{2019: 1000000, 2020: 1234567, 2021: 1300000, 2022: 1500000, 2023: 1600000, 2024: 1650000}}
  short:
    value: 170
    label: Puțini
    unit: {UNIT}
    as_of: 2025-03-01
    history: {{2023-01-15: 140, 2024-02-20: 150}}
  other:
    value: 95
    label: Alții
    unit: {UNIT}
    as_of: 2025-03-01
    history: {{2023-01-15: 120, 2024-02-20: 110}}
  period: {{kind: period, value: 2019-2024, label: Perioada, {SOURCE}}}
  day: {{kind: date, value: 2022-05-04, label: Ziua, {SOURCE}}}
charts:
  - {{id: bars, type: bars, title: Bare, metrics: [many, more]}}
  - {{id: time, type: timeline, title: Timp, metrics: [period, day]}}
  - {{id: columns, type: columns, title: Coloane, metrics: [long]}}
  - {{id: line, type: line, title: Linie, metrics: [short]}}
  - {{id: several, type: line, title: Linii, metrics: [short, other]}}
  - {{id: small, type: multiples, title: Mici, metrics: [short, other]}}
  - {{id: grouped, type: grouped, title: Grupe, metrics: [short, other]}}
  - {{id: stacked, type: stacked, title: Părți, metrics: [short, other]}}
  - {{id: change, type: change, title: Schimbări, metrics: [short, other]}}
sources:
  presa: {{title: Comunicat, lang: ro}}
---
"""

PERSIAN = (
    "---\ntitle: A\nmetrics:\n"
    + "".join(
        f"  {name}: {{label: L, unit: {{one: '{{n}} a', other: '{{n}} b'}}}}\n"
        for name in ("many", "more", "long", "short", "other")
    )
    + "  period: {label: L}\n  day: {label: L}\n---\n"
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """A site with charts of all shapes, in a language with digits of its own that runs from the right as well."""
    sheets = {"content/ro/index.md": ROMANIAN, "content/fa/index.md": PERSIAN}
    root = write_site(tmp_path_factory.mktemp("site"), {"site.toml": SETTINGS + "[checks]\nQ402='notice'\n", **sheets})
    result = build(root, Options())
    return dict(result.artifacts)


def read(files: Mapping[str, bytes], path: str, html: str) -> list[str]:
    """The codes of what is found when one page is another."""
    data = {name: content for name, content in files.items() if name.endswith(("figures.json", "info.json"))}
    return codes(read_back({**data, path: html.encode()}))


def test_charts_of_all_shapes_read_back(files: Mapping[str, bytes]) -> None:
    """As it was built, nothing is found."""
    assert 'class="drawing"' in files["fa/index.html"].decode()
    assert read_back(files) == []


@pytest.mark.slow
@pytest.mark.parametrize("path", ["ro/index.html", "fa/index.html"])
def test_every_text_of_a_drawing_is_read(files: Mapping[str, bytes], path: str) -> None:
    """A digit changed on an axis, at a point, at the end of a line or in a time is found by reading alone."""
    html = files[path].decode()
    tried, missed = 0, []
    for chart in re.finditer(r'<figure class="chart.*?</figure>', html, re.DOTALL):
        for text in re.finditer(r"<(?:text|time)\b[^>]*>([^<]+)<", chart[0]):
            for digit in list(re.finditer(r"\d", text[1]))[-1:]:
                at = chart.start() + text.start(1) + digit.start()
                wrong = chr(ord(html[at]) + (1 if unicodedata.decimal(html[at]) < 9 else -1))
                tried += 1
                if "V904" not in read(files, path, html[:at] + wrong + html[at + 1 :]):
                    missed.append(text[0])
    assert missed == []
    assert tried > 20


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        (r'<text class="tick"[^>]*>2019</text>', ""),
        (r"<dd>(?:(?!</dd>).)*1\.209 oameni.*?</dd>", "<dd></dd>"),
        (r'<svg class="bar".*?</svg>', ""),
        (r'(<rect class="mark s1"[^>]* width=")10', r"\g<1>20"),
        (r'(<text class="tick"[^>]*>)2024</text>', r"\g<1></text>"),
    ],
)
def test_what_is_missing_is_found(files: Mapping[str, bytes], pattern: str, instead: str) -> None:
    """A text that is gone from a drawing, or a row from its table, is a finding too."""
    html = files["ro/index.html"].decode()
    start = html.index('id="_charts"')
    changed = html[:start] + re.sub(pattern, instead, html[start:], count=1, flags=re.DOTALL)
    assert changed != html
    assert "V904" in read(files, "ro/index.html", changed)


def test_a_chart_without_a_table_is_left_alone(files: Mapping[str, bytes]) -> None:
    """A site whose own template shows no table has nothing to hold its drawings against."""
    html = re.sub(r"<table>(?:(?!</table>).)*?</table>", "", files["ro/index.html"].decode(), flags=re.DOTALL)
    assert read(files, "ro/index.html", html) == []
