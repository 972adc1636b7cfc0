"""Slips of editors around figures with a history, cells, corrections and charts are told, right ones are not."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_SHEET = """---
title: Donatorii
sources: {raport: {title: Raport, lang: ro, file: sources/raport.txt}}
metrics:
  donors:
    value: 14820
    label: Donatori
    as_of: 2025
    unit: {one: "{n} donator", few: "{n} donatori", other: "{n} de donatori"}
    history: {2024: 15310, 2023: 13970}
  men: {value: 8240, label: Bărbați, unit: {one: "{n} bărbat", few: "{n} bărbați", other: "{n} de bărbați"}}
  women: {value: 6580, label: Femei, unit: {one: "{n} femeie", few: "{n} femei", other: "{n} de femei"}}
  new:
    value: 2360
    label: Donatori noi
    unit: {one: "{n} donator nou", few: "{n} donatori noi", other: "{n} de donatori noi"}
  gap: {difference_of: [men, women], label: Diferența}
  visits: {value: 142, label: Vizite, unit: {one: "{n} dată", few: "{n} ori", other: "{n} de ori"}}
  blood: {value: 21450, label: Sânge, unit: {one: "{n} unitate", few: "{n} unități", other: "{n} de unități"}}
  lost: {value: 410, label: Pierderi, unit: {one: "{n} unitate", few: "{n} unități", other: "{n} de unități"}}
  less:
    value: -3.2
    kind: percent
    change: true
    label: Schimbare
    source: raport
    quote: "cu 3,2 % mai puțin decât în 2024"
  start:
    value: 2025-02-03
    kind: date
    label: Prima sesiune
    source: raport
    quote: "Sesiunile au început la 3 februarie 2025"
tables:
  groups: {file: data/groups.csv, title: "TABLE", label: Grupa, key: grupa, kind: count}
charts:
  - {id: years, type: columns, title: "YEARS", metrics: [donors]}
  - {id: sexes, type: bars, title: "SEXES", metrics: [men, women]}
  - {id: units, type: bars, title: "UNITS", metrics: [blood, lost]}
corrections:
  - {date: 2025-12-01, text: "FIXED"}
---
TEXT
"""
_USUAL = {
    "TABLE": "Donatori pe grupe",
    "YEARS": "Donatorii pe ani",
    "SEXES": "Donatorii pe sexe",
    "UNITS": "Unități de sânge",
    "FIXED": "Femei: 6.850 → {{ women }}",
    "TEXT": "Text.",
}
_RIGHT = (
    ("TEXT", "Numărul donatorilor a scăzut la {{ donors }}."),
    ("TEXT", "Față de 2023, numărul donatorilor a crescut la {{ donors }}."),
    ("TEXT", "S-a recoltat {{ blood }}, cu {{ less.size }} mai puțin decât în 2024."),
    ("TEXT", "Grupa A a avut {{ groups[A, 2024] }} în 2024."),
    ("TEXT", "Grupa A: {{ groups[A, 2025] }}, ceva mai puțini decât în 2024, când au fost {{ groups[A, 2024] }}."),
    ("TEXT", "Din grupa A au fost {{ groups[A, 2025] }}, cei mai mulți, și din grupa B {{ groups[B, 2025] }}."),
    ("TEXT", "Au donat {{ men }}, cu {{ gap }} mai mulți decât femeile, care au fost {{ women }}."),
    ("TEXT", "Cel mai des a venit cineva de {{ visits }}."),
    ("TEXT", "Sesiunile au început la {{ start }}."),
    ("FIXED", "Donatori noi: 2.630 → {{ new }}"),
    ("YEARS", "Cu o zecime mai puțini donatori decât în 2019"),
    ("SEXES", "Oameni noi, pe sexe"),
    ("UNITS", "Pungi de sânge"),
)
_WRONG = (
    ("TEXT", "Numărul donatorilor a crescut la {{ donors }}.", "S322"),
    ("TEXT", "S-a recoltat {{ blood }}, cu {{ less.size }} mai puțin decât în 2023.", "S327"),
    ("TEXT", "Grupa A a avut {{ groups[A, 2024] }} în 2023.", "S311"),
    ("TEXT", "Au donat {{ men }}. Din grupa cu cei mai mulți, B, au fost {{ groups[B, 2025] }}.", "S311"),
    ("TEXT", "Au venit de trei ori câte {{ men }}.", "S306"),
    ("TEXT", "Sesiunile au început înainte de {{ start }}.", "S328"),
    ("FIXED", "Femei: 6.850 → {{ men }}", "S311"),
    ("FIXED", "Bărbați: 6.850 → {{ women }}", "S311"),
    ("TABLE", "Donatori noi pe grupe", "S311"),
    ("YEARS", "De două ori mai mulți donatori decât în 2024", "S315"),
    ("SEXES", "Donatorii noi pe sexe", "S311"),
    ("UNITS", "Litri de sânge", "S314"),
)


def _told(root: Path, place: str, text: str) -> list[str]:
    sheet = _SHEET
    for name, usual in _USUAL.items():
        sheet = sheet.replace(name, text if name == place else usual)
    files = {
        "site.toml": 'reference = "ro"\n',
        "content/ro/index.md": sheet,
        "data/groups.csv": "grupa,2024,2025\nA,6120,5930\nB,2680,2590\n",
        "sources/raport.txt": "A fost cu 3,2 % mai puțin decât în 2024. Sesiunile au început la 3 februarie 2025.",
    }
    codes = ("Q401", "Q412", "C", "D", "R", "M", "O", "F")
    return [one.code for one in check(write_site(root, files), Options()).problems if not one.code.startswith(codes)]


@pytest.mark.parametrize(("place", "text"), _RIGHT)
def test_right_sentences_are_left_alone(tmp_path: Path, place: str, text: str) -> None:
    """A year that is compared with, a column's own year, other units of which nobody knows more."""
    assert _told(tmp_path, place, text) == []


@pytest.mark.parametrize(("place", "text", "code"), _WRONG)
def test_slips_are_told(tmp_path: Path, place: str, text: str, code: str) -> None:
    """The last way of a figure, the year behind it, the name before an arrow, what a chart is called."""
    assert code in _told(tmp_path, place, text)
