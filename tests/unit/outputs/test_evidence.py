"""Figures with what is told about them."""

import re
from pathlib import Path

from tests.exhibits import gallery, published
from tests.support import SETTINGS, SMALL_SITE


def test_quotation_keeps_its_language_and_its_marks(tmp_path: Path) -> None:
    """On the English page a Romanian passage stands in Romanian, between Romanian quotation marks."""
    html = published(tmp_path, SMALL_SITE).text("en/index.html")
    assert '<q lang="ro" dir="ltr">„<span class="nb"><mark>1.209 arestări</mark></span>”</q>' in html


def test_unchecked_passage_is_said_to_be_so(tmp_path: Path) -> None:
    """Without the archived text at hand, no page claims to have checked against it."""
    html = published(tmp_path, SMALL_SITE).text("en/index.html")
    assert "the full text of the source was not at hand for checking" in html
    assert "found word for word" not in html


def test_sources_are_numbered_in_the_order_they_are_named() -> None:
    """Each row names its source by number; the list below has each source once, under that number."""
    html = gallery().text("ro/index.html")
    assert re.findall(r'<li id="_source-(\d)">', html) == ["1", "2"]
    row = re.search(r'<tr id="_row-solved".*?</tr>', html, re.DOTALL)
    assert row
    assert 'href="#_source-2">Sursa 2</a>' in row[0]


def test_a_source_keeps_its_number_on_a_page(tmp_path: Path) -> None:
    """The first source that is named has the number 1, the next 2; one that no figure names comes after them."""
    sheet = """---
title: Trei surse
sources:
  nefolosita: {title: A treia, lang: ro}
  raport: {title: Raport, lang: ro}
  presa: {title: Comunicat, lang: ro}
metrics:
  a: {value: 3, label: A, source: presa, quote: "3 cazuri"}
  b: {value: 4, label: B, source: raport, quote: "4 cazuri"}
  c: {value: 5, label: C, source: presa, quote: "5 cazuri"}
highlight: [a, b, c]
---
{{ a }}, {{ b }}, {{ c }}.
"""
    html = published(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": sheet}).text("ro/index.html")
    listed = re.findall(r'<li id="_source-(\d+)">.*?(Comunicat|Raport|A treia)', html, re.DOTALL)
    assert listed == [("1", "Comunicat"), ("2", "Raport"), ("3", "A treia")]
    table = html[html.index("<table") :]
    assert re.findall(r'href="#_source-(\d+)">Sursa (\d+)<', table) == [("1", "1"), ("2", "2"), ("1", "1")]


def test_borrowed_figure_leads_home() -> None:
    """A page that shows a figure of another sheet tells its evidence too, and where it is declared."""
    html = gallery().text("ro/dosar/second/index.html")
    assert "Cifrele de pe această pagină" in html
    assert '<a href="../../#arrests">Arestări</a>' in html
    assert '„<span class="nb"><mark>1.209 arestări</mark></span>”' in html
    assert 'data-metric="index/arrests"' in html


def test_note_without_translation_is_not_lost() -> None:
    """What limits a figure is told in the original's words where the translation has none."""
    html = gallery().text("ar/index.html")
    note = '<small lang="ro" dir="auto"><span class="nb">O persoană</span> poate fi arestată de mai multe ori.</small>'
    assert note in html


def test_label_without_translation_keeps_its_language() -> None:
    """A label that has not been translated is shown in the original, and marked as such."""
    html = gallery().text("ar/index.html")
    assert '<p class="label" lang="ro" dir="auto">Cazuri rezolvate</p>' in html
