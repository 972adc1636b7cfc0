"""Figures in HTML."""

import re
from pathlib import Path

from tests.exhibits import gallery, published
from tests.support import SETTINGS, SMALL_SITE


def test_figure_carries_its_value(tmp_path: Path) -> None:
    """The card holds the figure with its id, its value for machines and its parts; the prose repeats the words."""
    html = published(tmp_path, SMALL_SITE).text("ro/index.html")
    apart = '<b class="num">1.209</b> <span class="unit">arestări</span>'
    assert html.count(f'<data class="figure" id="arrests" data-metric="arrests" value="1209">{apart}</data>') == 1
    assert '<data class="figure" data-metric="arrests" value="1209">1.209 arestări</data>' in html
    assert html.count('id="arrests"') == 1


def test_first_mention_has_the_id_where_there_is_no_card(tmp_path: Path) -> None:
    """A figure that is not highlighted has its permanent link at its first mention."""
    files = {**SMALL_SITE, "content/ro/index.md": _without_cards(SMALL_SITE["content/ro/index.md"])}
    html = published(tmp_path, files).text("ro/index.html")
    assert html.index('id="arrests"') > html.index('class="prose"')
    assert html.count('id="arrests"') == 1


def _without_cards(sheet: str) -> str:
    return sheet.replace("metrics:", "highlight: []\nmetrics:", 1)


def test_each_figure_of_a_summary_stands_in_its_place(tmp_path: Path) -> None:
    """A summary that names several figures shows each where it was named, the first as well as the last."""
    sheet = """---
title: Trei
summary: "Întâi {{ a }}, apoi {{ b }}, la urmă {{ c }} și iar {{ a }}."
metrics:
  a: {value: 3, label: A}
  b: {value: 4, label: B}
  c: {value: 5, label: C}
---
{{ a }}, {{ b }}, {{ c }}.
"""
    html = published(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": sheet}).text("ro/index.html")
    summary = html[html.index("Întâi", html.index("<body")) :].partition("</p>")[0]
    assert re.sub("<[^>]*>", "", summary) == "Întâi 3, apoi 4, la urmă 5 și iar 3."
    assert re.findall('data-metric="(.)"', summary) == ["a", "b", "c", "a"]


def test_dates_are_times_and_isolated_from_right_to_left() -> None:
    """A day is a `time` element; on a page from right to left each figure is isolated from its neighbours."""
    html = gallery().text("ar/index.html")
    assert '<bdi dir="rtl"><time class="figure" id="report" data-metric="report" datetime="2025-03-09">' in html
    assert "<bdi dir=" not in gallery().text("ro/index.html").partition("_reuse")[0]


def test_words_of_content_are_never_markup(tmp_path: Path) -> None:
    """A label, a unit or a title that looks like markup is shown as it was typed."""
    sheet = """---
title: <script>alert()</script>
summary: '{{ arrests }} "><img src=x onerror=alert()>'
metrics:
  arrests:
    value: 5
    label: <b>gras</b>
    unit: {one: "{n} <i>unu</i>", few: "{n} <i>puține</i>", other: "{n} <i>multe</i>"}
---
{{ arrests }}
"""
    html = published(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": sheet}).text("ro/index.html")
    for spelled in ("<script>alert", "<img", "<b>gras", "<i>"):
        assert spelled not in html
    assert "&lt;i&gt;puține&lt;/i&gt;" in html
