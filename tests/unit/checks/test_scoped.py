"""Sentences that say a figure of something else than its passage does are told; those that say it otherwise are not."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_SHEET = """---
title: Recolta
sources: {raport: {title: Raport, lang: ro}}
metrics:
  wheat: {value: 812400, measure: tonne, label: Grâu recoltat, source: raport, quote: "812.400 de tone de grâu"}
  maize: {value: 318000, measure: tonne, label: Porumb recoltat, source: raport, quote: "318.000 de tone de porumb"}
  farms:
    value: 8450
    label: Ferme
    unit: {one: "{n} fermă", few: "{n} ferme", other: "{n} de ferme"}
    source: raport
    quote: "În județ sunt 8.450 de ferme"
  checks:
    value: 460
    label: Controale
    unit: {one: "{n} control", few: "{n} controale", other: "{n} de controale"}
    source: raport
    quote: "Inspectorii au făcut 460 de controale"
  fresh:
    value: 215
    label: Combine noi
    unit: {one: "{n} combină", few: "{n} combine", other: "{n} de combine"}
    source: raport
    quote: "1.240 de combine, dintre care 215 de combine noi"
  place: {value: 3, kind: rank, label: Locul județului la grâu, source: raport, quote: "pe locul 3 la grâu"}
  ranked: {value: 7, kind: rank, label: Locul în județ, source: raport, quote: "locul 7 din județ, locul 7 în țară"}
  oldest: {value: 1921, kind: year, label: Cea mai veche fermă, source: raport, quote: "Cea mai veche fermă e din 1921"}
  sown:
    value: 98
    label: Pomi plantați
    unit: {one: "{n} pom", few: "{n} pomi", other: "{n} de pomi"}
    source: raport
    quote: "Au fost plantați 98 de pomi"
  frost:
    {value: -7.5, measure: celsius, label: Temperatura grâului, source: raport, quote: "Grâul este ținut la −7,5 °C"}
  kept:
    value: 31
    label: Partea silozului mare
    kind: percent
    source: raport
    quote: "Silozul mare a primit 31 % din recolta adunată"
  times: {value: 2, kind: times, label: Creșterea, source: raport, quote: "de două ori mai mult decât în 2020"}
charts:
  - {id: crops, type: bars, title: TITLE, metrics: [wheat, maize]}
---
"""
_RIGHT = (
    "În județ sunt {{ farms }}.",
    "Sunt {{ farms }}, iar din regiune vin și oaspeți.",
    "Fiecare dintre cele {{ farms }} are un nume.",
    "Fiecare an, cele {{ farms }} trimit un raport.",
    "Din {{ fresh }}, toate sunt noi.",
    "La grâu județul este pe {{ place }}.",
    "În țară județul este pe {{ ranked }}.",
    "Porumbul merge mai slab, dar la grâu județul este pe {{ place }}.",
    "Suprafața a crescut de {{ times }} față de 2020.",
    "Au fost {{ maize }} de porumb și {{ wheat }} de grâu.",
    "Cea mai veche dintre ferme este din {{ oldest }}.",
    "Cea mai veche casă a unei ferme este din {{ oldest }}.",
    "Pe vreme bună au mers la lucru {{ checks }}, pe jos.",
    "Au fost plantați {{ sown }}, mai mulți decât era planificat.",
    "Cei {{ sown }} vor da umbră.",
    "Marfa este ținută la {{ frost }}.",
    "În siloz, grâul este ținut mereu la {{ frost }}.",
    "Grâul rămâne la {{ frost }}.",
    "Agenții au făcut {{ checks }}.",
    "Silozul mare a luat {{ kept }} din recolta adunată.",
    "Din recolta adunată, silozul mare a primit {{ kept }}.",
)
_WRONG = (
    ("În regiune sunt {{ farms }}.", "S326"),
    ("În fiecare comună sunt {{ farms }}.", "S326"),
    ("Fiecare inspector a făcut {{ checks }}.", "S326"),
    ("Erau vechi, și alte {{ fresh }}.", "S326"),
    ("La porumb județul este pe {{ place }}.", "S326"),
    ("Seceta a lovit {{ maize }} de grâu.", "S326"),
    ("Suprafața a crescut de {{ times }} față de 2010.", "S327"),
    ("Cea mai veche moară este din {{ oldest }}.", "S326"),
    ("Au fost {{ wheat }} de grâu pe fermă.", "S326"),
    ("Au fost plantați {{ sown }} pe hectar.", "S326"),
    ("Au fost vânduți {{ sown }}.", "S326"),
    ("Vor fi plantați {{ sown }}.", "S326"),
    ("Au fost evitate {{ checks }}.", "S326"),
    ("Porumbul este ținut la {{ frost }}.", "S326"),
    ("Silozul mic a primit {{ kept }} din recolta adunată.", "S326"),
    ("Fermele au făcut {{ checks }}.", "S326"),
)
_TITLES = (("Porumbul a dat mai puțin decât grâul", False), ("Grâul a dat mai puțin decât porumbul", True))


def _told(root: Path, text: str, title: str = "Grâul și porumbul") -> list[str]:
    files = {"site.toml": 'reference = "ro"\n', "content/ro/index.md": _SHEET.replace("TITLE", title) + text + "\n"}
    codes = {"Q431", "Q432", "S311", "S324", "S326", "S327"}
    return [one.code for one in check(write_site(root, files), Options()).problems if one.code in codes]


@pytest.mark.parametrize("text", _RIGHT)
def test_what_a_figure_is_of_may_be_said_in_many_ways(tmp_path: Path, text: str) -> None:
    """Nothing is told where a sentence says what the passage says, or says each of something else."""
    assert _told(tmp_path, text) == []


@pytest.mark.parametrize(("text", "code"), _WRONG)
def test_another_thing_than_the_passage_says_is_told(tmp_path: Path, text: str, code: str) -> None:
    """A region for a county, each for all, a part as something further, another crop, another year compared."""
    assert _told(tmp_path, text) == [code]


@pytest.mark.parametrize(("title", "is_told"), _TITLES)
def test_what_is_drawn_may_be_named_by_what_sets_it_apart(tmp_path: Path, title: str, *, is_told: bool) -> None:
    """“Maize gave less than wheat” is held against the two rows, though their labels say “harvested” as well."""
    assert _told(tmp_path, "", title) == (["S324"] if is_told else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Silozul 5 s-a deschis la {{ opened }}.", ["S326"]),
        ("Silozul 7 s-a deschis la {{ opened }}.", []),
        ("Lângă silozul 5, silozul 7 s-a deschis la {{ opened }}.", []),
        ("Hala 5 s-a deschis la {{ opened }}.", []),
    ],
)
def test_a_name_with_other_digits_than_in_the_passage_is_told(tmp_path: Path, text: str, told: list[str]) -> None:
    """“Silo 5” is not “silo 7”, and what goes by another name may have any number."""
    opened = 'opened: {value: 2019-05-04, kind: date, label: Deschiderea, source: raport, quote: "QUOTE"}\ncharts:'
    quote = "Silozul 7 s-a deschis la 4 mai 2019"
    sheet = _SHEET.replace("charts:", f"  {opened.replace('QUOTE', quote)}").replace("TITLE", "Grâul și porumbul")
    files = {"site.toml": 'reference = "ro"\n', "content/ro/index.md": sheet + text + "\n"}
    codes = [one.code for one in check(write_site(tmp_path, files), Options()).problems]
    assert [one for one in codes if one == "S326"] == told
