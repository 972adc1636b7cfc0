"""The charts of a page."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from tests.exhibits import gallery, published
from tests.proving import SETTINGS
from tests.support import SMALL_SITE

FIGURE = r'<figure class="chart[^"]*" id="_chart-{}">.*?</figure>'


def _chart(html: str, name: str) -> str:
    found = re.search(FIGURE.format(name), html, re.DOTALL)
    assert found, name
    return found[0]


def test_each_chart_says_its_data_once() -> None:
    """Images are hidden from who hears the page: the data of each chart is a list or a table in the page's numbers."""
    html = gallery().text("ro/index.html")
    for name, rows in {"money": 2, "cases": 2, "calendar": 3}.items():
        assert _chart(html, name).count("<dd") == rows
        assert "<table" not in _chart(html, name)
    for name in ("yearly", "course"):
        assert _chart(html, name).count('<th scope="row">') == 5
    for chart in re.findall(r'<figure class="chart.*?</figure>', html, re.DOTALL):
        root = ET.fromstring(chart.replace(" download ", " "))  # noqa: S314 - made here
        hidden = {one for top in root.iter() if top.get("aria-hidden") == "true" for one in top.iter("svg")}
        assert hidden == set(root.iter("svg"))
    assert '<data class="figure" data-metric="recovered" value="97000000">' in _chart(html, "money")


def test_earlier_values_are_data_but_no_figures() -> None:
    """A value of the past is readable for machines without being taken for the figure itself."""
    chart = _chart(gallery().text("ro/index.html"), "yearly")
    assert '<data data-metric="arrests@2021" value="310">310 arestări</data>' in chart
    assert 'data-metric="arrests" value="1209"' in chart


def test_figure_behind_its_true_value_is_explained() -> None:
    """Where a bar ends in strokes, a sentence says what that means; elsewhere there is none."""
    html = gallery().text("ro/index.html")
    assert "liniuțe" in _chart(html, "money")
    assert "liniuțe" not in _chart(html, "cases")


def test_untranslated_words_keep_their_language() -> None:
    """A chart whose title has no translation shows the original's, marked with its language."""
    html = gallery().text("ar/index.html")
    assert '<h3 lang="ro" dir="auto">Calendar</h3>' in _chart(html, "calendar")
    assert "<h3>الأموال</h3>" in _chart(html, "money")
    assert 'direction="rtl"' in _chart(html, "yearly")
    assert "٢٠٢١" in _chart(html, "yearly")


def test_a_timeline_says_the_notes_of_its_moments(tmp_path: Path) -> None:
    """What happened then stands beside when; bars leave notes to the table of figures."""
    front = (
        "metrics:\n  start: {kind: year, value: 2019, label: Anul, note: Atunci a început.}\n"
        "  people: {value: 12, label: Oameni, note: Numărați de noi.}\n"
        "charts:\n  - {id: when, type: timeline, title: Când, metrics: [start]}\n"
        "  - {id: many, type: bars, title: Câți, metrics: [people]}\n"
    )
    files = {"site.toml": SETTINGS, "content/ro/index.md": f"---\ntitle: Titlu\n{front}---\nText.\n"}
    html = published(tmp_path, files).text("ro/index.html")
    assert "<small>Atunci a început.</small>" in _chart(html, "when")
    assert "<small>" not in _chart(html, "many")


def test_page_without_charts_has_no_section(tmp_path: Path) -> None:
    """No heading stands over nothing."""
    assert "_charts" not in published(tmp_path, SMALL_SITE).text("ro/index.html")


def test_a_chart_has_one_scale(tmp_path: Path) -> None:
    """Where the numbers would stand in unlike scales, all of them stand with all their digits."""
    past = "{2023: 31004, 2024: 258700}"
    metrics = "".join(
        f"  {name}: {{value: {value}, currency: EUR, label: L{name}, as_of: 2025, history: {past}}}\n"
        for name, value in (("a", 900000), ("b", 1200000), ("c", 2000000))
    )
    charts = (
        "charts:\n  - {id: mixed, type: bars, title: M, metrics: [a, b]}\n"
        "  - {id: alike, type: bars, title: A, metrics: [b, c]}\n"
        "  - {id: course, type: line, title: C, metrics: [a]}\n"
    )
    files = {"content/ro/index.md": f"---\ntitle: T\nmetrics:\n{metrics}{charts}---\nText\n", "site.toml": SETTINGS}
    html = published(tmp_path, files).text("ro/index.html").replace("\u00a0", " ")
    assert "900.000 EUR" in _chart(html, "mixed")
    assert "1.200.000 EUR" in _chart(html, "mixed")
    assert "1,2 milioane EUR" in _chart(html, "alike")
    assert {"31.004 EUR", "258.700 EUR"} <= set(re.findall(r">([\d.]+ EUR)<", _chart(html, "course")))
