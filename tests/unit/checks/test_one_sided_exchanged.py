"""Texts that one language exchanged are told by the words that stand together elsewhere."""

from pathlib import Path

import pytest

from factsheet import library
from tests.support import SMALL_SITE, write_site

RO, EN = "content/ro/about.md", "content/en/about.md"

ORIGINAL = """---
title: Despre
charts:
  - {id: deaths, type: bars, metrics: [deaths, beds], title: Decese pe spitale}
  - {id: beds, type: bars, metrics: [beds, deaths], title: Paturi libere}
metrics:
  deaths:
    value: 12
    label: Decese
    note: Fără cele de acasă
    unit: {one: "{n} deces", few: "{n} decese", other: "{n} de decese"}
  beds:
    value: 30
    label: Paturi
    note: Doar cele libere
    unit: {one: "{n} pat", few: "{n} paturi", other: "{n} de paturi"}
---
Acasă n-a murit nimeni: {{ deaths }}. Spitalele sunt multe.

Erau libere {{ beds }}.

| Cine | Ce |
|---|---|
| Europol | numără decese |
| Crucea Roșie | numără paturi |

- numărătoarea de acasă
- numărătoarea de la Crucea Roșie
"""

OWN = """---
title: About
charts:
  - {id: deaths, title: Deaths by hospital}
  - {id: beds, title: Free beds}
metrics:
  deaths: {label: Deaths, note: Without those at home, unit: {one: "{n} death", other: "{n} deaths"}}
  beds: {label: Beds, note: Only the free ones, unit: {one: "{n} bed", other: "{n} beds"}}
---
At home nobody died: {{ deaths }}. The hospitals are many.

Free were {{ beds }}.

| Who | What |
|---|---|
| Europol | counts deaths |
| Red Cross | counts beds |

- the count at home
- the count of the Red Cross
"""


def _told(root: Path, *exchanged: str) -> list[str]:
    """What is told of two texts that change places in English."""
    own = (
        OWN.replace(exchanged[0], "@").replace(exchanged[1], exchanged[0]).replace("@", exchanged[1])
        if exchanged
        else OWN
    )
    files = {**SMALL_SITE, RO: ORIGINAL, EN: own}
    found = library.check(write_site(root, files)).problems
    return [f"{one.place.path}:{one.place.line} {dict(one.values)['there']}" for one in found if one.code == "P211"]


def test_texts_that_correspond_are_right(tmp_path: Path) -> None:
    """Nothing is told of a translation whose texts stand where their originals do."""
    assert _told(tmp_path) == []


@pytest.mark.parametrize(
    ("one", "two", "line", "there"),
    [
        ("Deaths by hospital", "Free beds", 4, "“Decese pe spitale”"),
        ("Without those at home", "Only the free ones", 7, "“Fără cele de acasă”"),
        ("label: Deaths", "label: Beds", 7, "“Decese”"),
        ("| Europol", "| Red Cross", 16, "“Europol”"),
        ("the count at home", "the count of the Red Cross", 19, "“numărătoarea de acasă”"),
    ],
)
def test_texts_of_one_sort_that_change_places_are_told(
    tmp_path: Path, one: str, two: str, line: int, there: str
) -> None:
    """Titles, notes, labels, names of rows and items are known by what stands beside them in other passages."""
    assert _told(tmp_path, one, two) == [f"{EN}:{line} {there}"]
