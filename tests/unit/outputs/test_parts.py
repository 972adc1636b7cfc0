"""A figure taken apart for its card."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from factsheet.outputs.parts import caption, element_parts, parts, says_more, shape
from factsheet.site.figures import Figure
from tests.exhibits import published
from tests.support import SETTINGS


def _figure(text: str, measured: str, number: str, kind: str = "count") -> Figure:
    """A figure as far as its text is looked at."""
    metric = SimpleNamespace(kind=kind)
    return cast("Figure", SimpleNamespace(text=text, measured=measured, number=number, metric=metric))


CASES = [
    ("peste 120.000 de victime", "120.000 de victime", "120.000", "bound:peste| |num:120.000| |unit:de victime"),
    ("97 de milioane de dolari", "97 de milioane de dolari", "97 de milioane", "num:97| |unit:de milioane de dolari"),
    ("over $678 million", "$678 million", "678 million", "bound:over| |num:$678| |unit:million"),
    ("1.7万人超", "1.7万人", "1.7万", "num:1.7万|unit:人|bound:超"),
    ("zaidi ya watu 120,000", "watu 120,000", "120,000", "bound:zaidi ya| |unit:watu| |num:120,000"),
    ("12,5\u00a0%", "12,5\u00a0%", "12,5", "num:12,5\u00a0%"),
    (
        "\u200f97\u00a0مليون\u00a0US$",
        "\u200f97\u00a0مليون\u00a0US$",
        "97\u00a0مليون",
        "num:\u200f97|\u00a0|unit:مليون\u00a0US$",
    ),
    ("de peste 3 ori", "3 ori", "3", "bound:de peste| |num:3| |unit:ori"),
    ("patru", "patru", "patru", "num:patru"),
    ("1.3 [1.1–1.5]", "1.3 [1.1–1.5]", "1.3", "num:1.3| |unit:[1.1–1.5]"),
    ("72% [64% – 79%]", "72% [64% – 79%]", "72", "num:72%| |unit:[64% – 79%]"),
    (
        "77 de decese la 1.000.000 de locuitori",
        "77 de decese la 1.000.000 de locuitori",
        "77",
        "num:77| |unit:de decese la 1.000.000 de locuitori",
    ),
    ("4.7 out of 5", "4.7 out of 5", "4.7", "num:4.7| |unit:out of 5"),
    ("15% – 20%", "15% – 20%", "15–20", "num:15% – 20%"),
    ("1.5 of 15 and 25 or 5", "1.5 of 15 and 25 or 5", "5", "unit:1.5 of 15 and 25 or| |num:5"),
    ("52 x 5", "52 x 5", "5", "unit:52 x| |num:5"),
    ("1 in 5", "1 in 5", "1 in 5", "num:1 in 5"),
    ("2 h 30 min", "2 h 30 min", "2 h 30 min", "num:2 h 30 min"),
    ("peste trei", "trei sute", "300", "num:peste trei"),
]


@pytest.mark.parametrize(("text", "measured", "number", "wanted"), CASES)
def test_parts_follow_the_language(text: str, measured: str, number: str, wanted: str) -> None:
    """Bound word, number and unit stand in the order of the language, and together are the text again."""
    found = parts(_figure(text, measured, number))
    assert "".join(part.text for part in found) == text
    assert "|".join(f"{part.role}:{part.text}" if part.role else part.text for part in found) == wanted


@pytest.mark.parametrize(("text", "wanted"), [("4th", "num:4th"), ("locul 4", "unit:locul| |num:4")])
def test_the_ending_of_an_ordinal_belongs_to_it(text: str, wanted: str) -> None:
    """What is joined to a rank is no unit."""
    found = parts(_figure(text, text, "4", "rank"))
    assert "|".join(f"{part.role}:{part.text}" if part.role else part.text for part in found) == wanted


def test_marks_of_direction_stay_with_the_sign_between_them() -> None:
    """The mark behind an Arabic per cent sign is part of the number: alone it would let the sign change sides."""
    text = "12.5\u200e%\u200e"
    assert element_parts(_figure(text, text, text, "percent")) == f'<b class="num">{text}</b>'


def test_a_bound_behind_the_unit_stands_within_it() -> None:
    """Both stay on one line beside the number: "1.7万人超"; a bound alone is no part of a unit."""
    found = element_parts(_figure("1.7万人超", "1.7万人", "1.7万", "count"))
    assert found == '<b class="num">1.7万</b><span class="unit">人<span class="bound">超</span></span>'
    alone = element_parts(_figure("12.5%超", "12.5%", "12.5%", "percent"))
    assert alone == '<b class="num">12.5%</b><span class="bound">超</span>'


def test_dates_are_one_number() -> None:
    """A day or a period is not taken apart: its words belong to it."""
    day = _figure("13 noiembrie 2025", "13 noiembrie 2025", "13 noiembrie 2025", "date")
    assert element_parts(day) == '<b class="num">13 noiembrie 2025</b>'


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        ("4", "n1"),
        ("1.209", "n5"),
        ("120.000", "n7"),
        ("1.234.567.890", "n12 long"),
        ("1.7万", "n5"),
        ("9" * 40, "n24 long"),
    ],
)
def test_shape_tells_how_wide_a_number_is(number: str, wanted: str) -> None:
    """Points are half as wide as digits, Han characters twice as wide; no class is asked for that is not there."""
    assert shape(_figure(number, number, number)) == wanted


@pytest.mark.parametrize(
    ("label", "text", "wanted"),
    [
        ("Arestări", "1.209 arestări", False),
        ("Puncte acționabile", "peste 17.000 de puncte acționabile", False),
        ("Victime identificate", "peste 120.000 de victime", True),
        ("Money recovered", "$97 million", True),
        ("逮捕者", "1,209人の逮捕者", False),
    ],
)
def test_a_label_is_shown_where_it_says_more(label: str, text: str, *, wanted: bool) -> None:
    """A label whose words all stand in the figure would be said twice."""
    assert says_more(label, _figure(text, text, "1")) is wanted


@pytest.mark.parametrize(
    ("label", "text", "wanted"),
    [
        ("Victime identificate", "peste 120.000 de victime", "de victime identificate"),
        ("African countries targeted", "19 African countries", "African countries targeted"),
        ("Member organisations", "over 30 organisations", ""),
        ("Arrests", "1,209 arrests", ""),
        ("Victime de război", "zaidi ya watu 120,000", ""),
    ],
)
def test_a_label_goes_on_from_the_unit(label: str, text: str, wanted: str) -> None:
    """A label that begins with the noun of the figure adds its other words behind the unit, which is said once."""
    number = next(word for word in text.split() if word[0].isdigit())
    measured = text.removeprefix("peste ").removeprefix("over ")
    assert caption(label, _figure(text, measured, number)) == wanted


def test_figures_stand_in_groups(tmp_path: Path) -> None:
    """Each group stands under its heading, in the language's words or the original's; a metric of none has no card."""
    sheet = """---
title: Grupe
highlight: [a]
groups:
  - {id: first, title: Întâi, metrics: [b, c, a]}
  - {id: then, title: Apoi, metrics: [d]}
metrics:
  a: {value: 3, label: A}
  b: {value: 4, label: B}
  c: {value: 5, label: C}
  d: {value: 6, label: D}
  e: {value: 7, label: E}
---
{{ a }}, {{ b }}, {{ c }}, {{ d }}, {{ e }}.
"""
    body = sheet.rpartition("---")[2]
    english = f"---\ntitle: Groups\ngroups:\n  - {{id: first, title: First}}\n---{body}"
    files = {"site.toml": SETTINGS, "content/ro/index.md": sheet, "content/en/index.md": english}
    html = published(tmp_path, files).text("en/index.html").partition('class="wrap key"')[2].partition("</section>")[0]
    assert '<h3 id="_group-first">First</h3>' in html
    assert '<h3 id="_group-then" lang="ro" dir="auto">Apoi</h3>' in html
    order = [html.index(f'id="{name}"') for name in ("_group-first", "b", "c", "a", "_group-then", "d")]
    assert order == sorted(order)
    assert 'id="e"' not in html
