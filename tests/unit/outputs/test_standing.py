"""How well the figures of a page are proven."""

import csv
import json
import re
from pathlib import Path

from tests.exhibits import gallery, published
from tests.support import ROMANIAN, SETTINGS, run_here, write_site


def _strip(html: str) -> str:
    """The strip beside the title, its spaces drawn together."""
    return re.sub(r"\s+", " ", html.partition('<aside class="standing"')[2].partition("</aside>")[0])


def test_figures_are_counted_by_what_stands_behind_them(tmp_path: Path) -> None:
    """What was found in the full text, what only a passage says, and what has no passage are counted apart."""
    text = """---
title: Trei feluri
sources: {presa: {title: Comunicat, file: presa.txt}, alta: {title: Raport, lang: ro}}
metrics:
  a: {value: 3, label: A, source: presa, quote: "3 cazuri"}
  b: {value: 4, label: B, source: alta, quote: "4 cazuri"}
  c: {value: 5, label: C}
---
{{ a }}, {{ b }}, {{ c }}.
"""
    files = {"site.toml": SETTINGS, "content/ro/index.md": text, "presa.txt": "Au fost 3 cazuri."}
    strip = _strip(published(tmp_path, files).text("ro/index.html"))
    assert re.findall(r'<b class="number num( \w+)?">([^<]*)</b>', strip) == [
        (" ok", "1/3"),
        ("", "1/3"),
        (" warn", "1/3"),
        (" warn", "0/3"),
        ("", "2"),
    ]
    assert '<a href="#_sources">Surse</a>' in strip


def test_figures_that_a_second_source_confirms_are_counted(tmp_path: Path) -> None:
    """Another publisher's passage that says the figure confirms it, also in the data; one of the same does not."""
    text = """---
title: Două surse
sources:
  presa: {title: Comunicat, publisher: Poliția}
  alta: {title: Alt comunicat, publisher: Poliția}
  ziar: {title: Articol, publisher: Ziarul}
metrics:
  a: {value: 3, label: A, source: presa, quote: "3 cazuri", confirmed_by: {source: ziar, quote: "cele 3 cazuri"}}
  b: {value: 4, label: B, source: presa, quote: "4 cazuri", confirmed_by: {source: alta, quote: "4 cazuri"}}
---
{{ a }}, {{ b }}.
"""
    shown = published(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": text})
    html = shown.text("ro/index.html")
    assert '<b class="number num warn">1/2</b> <span>Cifre confirmate de o a doua sursă' in _strip(html)
    assert '<q lang="ro" dir="ltr">„cele 3 cazuri”</q>' in html
    first, other = json.loads(shown.text("ro/figures.json"))["sheets"][0]["figures"]
    assert first["confirmed_by"]["source"]["publisher"] == "Ziarul"
    assert first["confirmed_by"]["quote"] == "cele 3 cazuri"
    assert "confirmed_by" not in other
    rows = csv.DictReader(shown.text("ro/figures.csv").lstrip("\ufeff").splitlines())
    assert [(row["confirmed_by"], row["confirmed_quote"]) for row in rows] == [("Ziarul", "cele 3 cazuri"), ("", "")]


def test_the_day_of_the_check_is_that_of_the_receipt(tmp_path: Path) -> None:
    """The strip tells when a passage was last looked up in the full text, as `proofs.lock` keeps it."""
    text = ROMANIAN.replace("title: Comunicat de presă", "title: Comunicat de presă, file: presa.txt")
    files = {"site.toml": SETTINGS, "content/ro/index.md": text, "presa.txt": "Au fost 1.209 arestări."}
    root = write_site(tmp_path, files)
    assert run_here("prove", "--root", root, "--today", "2026-01-02").returncode == 0
    strip = _strip(published(root, {}).text("ro/index.html"))
    assert '<dt>Verificată</dt><dd><time datetime="2026-01-02">' in strip


def test_the_only_source_is_named_and_linked(tmp_path: Path) -> None:
    """One source is named; its address is linked, or its entry where it has none."""
    for address, href in (("", "#_source-1"), (', url: "https://press.example/"', "https://press.example/")):
        text = ROMANIAN.replace("title: Comunicat de presă", f"title: Comunicat de presă{address}")

        files = {"site.toml": SETTINGS, "content/ro/index.md": text}
        html = published(tmp_path / str(len(address)), files).text("ro/index.html")
        assert f'<a href="{href}" lang="ro" dir="auto">Comunicat de presă</a>' in _strip(html)
        assert f'<li><a href="{href}">Sursa</a></li>' in html


def test_dates_are_told_apart() -> None:
    """The newest source, the sheet, its last change and the last reading each have a date of their own."""
    strip = _strip(gallery().text("ro/index.html"))
    days = re.findall(r'<dt>([^<]*)</dt><dd><time datetime="([^"]*)">', strip)
    assert days == [
        ("Sursa", "2025-11-13"),
        ("Fișa", "2025-11-13"),
        ("Actualizată", "2025-12-01"),
        ("Sursa consultată", "2025-11-20"),
    ]


def test_a_page_with_nothing_to_prove_has_no_strip(tmp_path: Path) -> None:
    """Without figures, sources and dates there is no empty landmark and no rule; a date alone is shown."""
    files = {"site.toml": SETTINGS, "content/ro/index.md": "---\ntitle: Despre noi\n---\nNimic.\n"}
    assert 'class="standing"' not in published(tmp_path / "bare", files).text("ro/index.html")
    dated = {**files, "content/ro/index.md": "---\ntitle: Despre noi\ndate: 2026-11-23\n---\nNimic.\n"}
    assert '<dl class="dates">' in _strip(published(tmp_path / "dated", dated).text("ro/index.html"))
