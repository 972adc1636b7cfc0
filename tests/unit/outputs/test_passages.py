"""The words of the sources, with marks on the figures that they prove."""

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.exhibits import Exhibit, published
from tests.support import SETTINGS

SENTENCE = "Operațiunile au dus la 1.209 arestări și la recuperarea a peste 97 de milioane de dolari, spune raportul"

ROMANIAN = f"""---
title: Pasaje
highlight: [arrests, recovered]
sources: {{presa: {{title: Comunicat, lang: ro}}}}
metrics:
  arrests:
    value: 1209
    label: Arestări
    unit: {{one: "{{n}} arestare", few: "{{n}} arestări", other: "{{n}} de arestări"}}
    note: Redată ca în sursă.
    source: presa
    quote: "{SENTENCE}"
  recovered:
    value: 97000000
    bound: over
    currency: USD
    label: Bani recuperați
    unit: {{one: "{{n}} dolar", few: "{{n}} dolari", other: "{{n}} de dolari"}}
    source: presa
    quote: "{SENTENCE}"
  packages: {{value: 13, label: Pachete, source: presa, quote: "13 pachete"}}
  bare: {{value: 8, label: Fără pasaj}}
---
Întâi {{{{ arrests }}}}.

## Titlu

Apoi {{{{ packages }}}}, [{{{{ packages }}}}](#titlu) și {{{{ bare }}}}.
"""

ENGLISH = """---
title: Passages
metrics:
  arrests:
    label: Arrests
    unit: {one: "{n} arrest", other: "{n} arrests"}
    translation: The operations led to 1,209 arrests and to the recovery of over $97 million, the report says
  recovered: {label: Money recovered}
  packages: {label: Packages, translation: 13 packages}
  bare: {label: Without a passage}
---
First {{ arrests }}.

## Heading

Then {{ packages }}, [{{ packages }}](#heading) and {{ bare }}.
"""


@cache
def site() -> Exhibit:
    """A sheet whose two key figures stand in one sentence of the source."""
    files = {"site.toml": SETTINGS, "content/ro/index.md": ROMANIAN, "content/en/index.md": ENGLISH}
    with TemporaryDirectory() as folder:
        return published(Path(folder), files)


def test_one_passage_proves_several_figures() -> None:
    """The sentence stands once, large, with a numbered mark on each figure; marks and cards lead to each other."""
    html = site().text("ro/index.html")
    passage = html.partition('<section class="passage"')[2].partition("</section>")[0]
    passage = re.sub(r'<span class="nb">([^<]*|<mark.*?</mark>)</span>', r"\1", passage)
    assert re.findall(r'<mark id="([^"]*)"><a href="([^"]*)">([^<]*)</a><sup[^>]*>(\d)</sup></mark>', passage) == [
        ("_s-arrests", "#arrests", "1.209 arestări", "1"),
        ("_s-recovered", "#recovered", "peste 97 de milioane de dolari", "2"),
    ]
    assert re.sub(r"<sup.*?</sup>|<[^>]*>", "", passage.partition("<blockquote")[2]).startswith(
        f' lang="ro" dir="ltr">„{SENTENCE}”'
    )
    for name in ("arrests", "recovered"):
        assert f'<a class="evidence" href="#_s-{name}">' in html
    assert "Our translation" not in passage
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))


def test_a_translation_has_marks_on_the_same_figures() -> None:
    """Each figure is marked with the number of the original, also where another figure gives the translation."""
    html = site().text("en/index.html")
    large, notes = (re.sub(r"</?span[^>]*>|<sup[^>]*>|<a [^>]*>|</a>", "", part) for part in _translations(html))
    assert "<mark>1,209 arrests1</sup></mark> and" in large
    assert "<mark>over $97 million2</sup></mark>," in large
    assert notes == "<mark>13 packages</mark>"


def _translations(html: str) -> list[str]:
    return re.findall(r'<(?:p|span) class="translation">(.*?)(?:</p>|</span>\s*</li>)', html, re.DOTALL)


def test_a_reader_of_another_language_gets_a_translation_that_is_marked_as_ours() -> None:
    """The language of the original is named, both texts bear their own, and the original alone has linked marks."""
    html = site().text("en/index.html")
    passage = html.partition('<section class="passage"')[2].partition("</section>")[0]
    assert "Original, in Romanian" in passage
    assert '<blockquote lang="ro" dir="ltr">' in passage
    assert re.search(
        r'Our translation</p>\s*<p class="translation">The operations led to <span class="nb"><mark>1', passage
    )
    assert (passage.count("<mark id="), passage.count("<mark>")) == (2, 2)


def test_other_passages_stand_beside_the_text_that_mentions_them_first() -> None:
    """A figure of the text leads to its passage, but not from inside another link; without a passage it is no link."""
    html = site().text("en/index.html")
    text = html.partition('<div class="prose"')[2].partition('<section aria-labelledby="_figures"')[0]
    assert '<a class="in" href="#_s-arrests"><data' in text
    text = re.sub(r'<span class="nb">([^<]*|<mark.*?</mark>)</span>', r"\1", text)
    assert '<li><q lang="ro" dir="ltr">„<mark id="_s-packages"><a href="#packages">13 pachete</a></mark>”</q>' in text
    assert '<span class="translation"><mark>13 packages</mark></span>' in text
    assert text.count('href="#_s-packages"') == 1
    assert not re.search(r'<a class="in"[^>]*><data[^>]*data-metric="bare"', text)


def test_a_short_passage_of_one_figure_is_not_shown_large(tmp_path: Path) -> None:
    """A quote that is hardly more than its number stands beside the text and in the table only."""
    text = ROMANIAN.replace("highlight: [arrests, recovered]", "highlight: [packages]")
    html = published(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": text}).text("ro/index.html")
    assert 'class="passage"' not in html
    assert '<a class="evidence" href="#_s-packages">' in html


def test_the_table_says_a_passage_once(tmp_path: Path) -> None:
    """Of a passage that stands large, or in a row before, a row has its own words, which lead to the whole."""
    large = _rows(site().text("ro/index.html"))
    assert re.findall(r'<a href="([^"]*)" class="above"><q[^>]*>(.*?)</q>', large) == [
        ("#_s-arrests", "„… <mark>1.209 arestări</mark> …”"),
        ("#_s-recovered", "„… <mark>peste 97 de milioane de dolari</mark> …”"),
    ]
    cards = ROMANIAN.replace("highlight: [arrests, recovered]", "highlight: [packages]")
    twice = _rows(published(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": cards}).text("ro/index.html"))
    assert f'<q lang="ro" dir="ltr">„{SENTENCE}”</q>'.replace("1.209 arestări", "<mark>1.209 arestări</mark>") in twice
    assert '<a href="#_row-arrests"><q lang="ro" dir="ltr">„… <mark>peste 97' in twice


def _rows(html: str) -> str:
    table = html.partition('<table class="figures"')[2].partition("</table>")[0]
    return re.sub(r'</?span( class="nb")?>', "", re.sub(r"\s+", " ", table))
