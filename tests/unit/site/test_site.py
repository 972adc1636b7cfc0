"""The questions that checks and outputs ask of a site."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.content.model import Sheet
from factsheet.site.site import Site
from factsheet.site.translations import marked
from tests.assembling import FILES, site_of
from tests.support import SETTINGS


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The site of `FILES`."""
    return site_of(tmp_path)


def test_reading_order(site: Site) -> None:
    """The front page comes first, then what has an order, by it, then the rest by name; drafts are not listed."""
    assert site.paths == ("index", "metoda", "urmari")


def test_drafts(tmp_path: Path) -> None:
    """Drafts are sheets like others where they are asked for, and apart where they are not."""
    hidden = site_of(tmp_path)
    shown = site_of(tmp_path, options=Options(drafts=True))
    assert "dosar/nota" not in hidden.paths
    assert ("ro", "dosar/nota") in hidden.drafts
    assert shown.paths == ("index", "metoda", "urmari", "dosar/nota")
    assert ("ro", "dosar/nota") not in shown.drafts


def test_who_is_published(tmp_path: Path) -> None:
    """All languages are published, or those that were named."""
    assert [one.tag for one in site_of(tmp_path).published] == ["ro", "en"]
    assert [one.tag for one in site_of(tmp_path, options=Options(locales=("en",))).published] == ["en"]


def test_sheets(site: Site) -> None:
    """A sheet is found by language and path; its original must be there, its translations may be."""
    assert site.original("urmari").title == "Urmări"
    assert [sheet.title for sheet in site.translations("urmari")] == ["Aftermath"]
    assert list(site.translations("metoda")) == []
    assert site.sheet("en", "metoda") is None
    with pytest.raises(KeyError):
        site.original("nowhere")


@pytest.mark.parametrize(
    ("fallback", "title", "state"),
    [("notice", "Metoda", "fallback"), ("error", "Metoda", "fallback"), ("omit", None, "omitted")],
)
def test_what_stands_in_for_a_missing_translation(tmp_path: Path, fallback: str, title: str | None, state: str) -> None:
    """The original is shown, or nothing where the site wants it so."""
    site = site_of(tmp_path, {**FILES, "site.toml": f'{SETTINGS}fallback = "{fallback}"\n'})
    shown = site.shown("en", "metoda")
    assert (shown and shown.title) == title
    assert site.is_shown("en", "metoda") == (title is not None)
    assert site.state("en", "metoda") == state
    assert site.state("en", "urmari") == "complete"
    assert site.is_shown("en", "urmari")


def test_references(site: Site) -> None:
    """A reference names a metric of its own sheet, or of another by its path."""
    own, other = site.resolve("index", "arrests"), site.resolve("urmari", "index/arrests")
    assert own is not None
    assert own == other
    assert own[0] == "index"
    assert own[1].value == Decimal(1209)
    assert site.resolve("urmari", "arrests") is None
    assert site.resolve("index", "nowhere/arrests") is None


def test_figures(site: Site) -> None:
    """A metric is shown in each language with that language's words."""
    assert site.figure("ro", "index", "arrests").text == "1.209 arestări"
    assert site.figure("en", "index", "arrests").text == "1,209 arrests"
    assert [figure.id for figure in site.figures("en", "index")] == ["arrests"]
    assert site.figure("en", "index", "arrests") is site.figure("en", "index", "arrests")
    with pytest.raises(KeyError):
        site.figure("en", "index", "victims")


def test_figures_that_cannot_be_shown(tmp_path: Path) -> None:
    """A figure that would lose a digit is left out of the list."""
    spoiled = FILES["content/ro/index.md"].replace("value: 1209", "value: 1234567\n    display: compact-long")
    assert site_of(tmp_path, {**FILES, "content/ro/index.md": spoiled}).figures("ro", "index") == []


def test_sources_and_words(site: Site) -> None:
    """Each metric has its source, and its words in the languages that have the sheet."""
    source = site.source("index", site.original("index").metrics["arrests"])
    assert source is not None
    assert source.title == "Comunicat de presă"
    words = site.words("en", "index", "arrests")
    assert words is not None
    assert words.label == "Arrests"
    assert site.words("en", "metoda", "arrests") is None


def test_metrics_by_value(site: Site) -> None:
    """A value leads to the metrics that declare it."""
    assert [(path, metric.id) for path, metric in site.metrics_by_value[Decimal(1209)]] == [("index", "arrests")]


def test_literals(tmp_path: Path) -> None:
    """Names with digits are those of the original and those of the translation."""
    files = {
        **FILES,
        "content/ro/metoda.md": '---\ntitle: Metoda\nliterals: ["G20", "2.0"]\n---\nG20 și 2.0.\n',
        "content/en/metoda.md": '---\ntitle: Method\nliterals: ["2.0", "EC3"]\n---\nG20, 2.0 and EC3.\n',
    }
    site = site_of(tmp_path, files)
    assert site.literals("en", "metoda") == ("G20", "2.0", "EC3")
    assert site.literals("ro", "metoda") == ("G20", "2.0")


def test_the_phrases_of_units(site: Site) -> None:
    """The phrases of units and the labels of a language are listed, each with its metric."""
    assert site.phrases("en")[:2] == (("index/arrests", "{n} arrest"), ("index/arrests", "{n} arrests"))


def test_the_view_from_one_sheet(tmp_path: Path) -> None:
    """Seen from one sheet, the others are not listed, but found when they are asked for."""
    site = site_of(tmp_path)
    seen = site.focused("urmari")
    assert seen.paths == ("urmari",)
    assert set(_keys(seen)) == {("ro", "urmari"), ("en", "urmari")}
    assert seen.original("index").title == "Exemplu"
    assert seen.every_path == site.paths
    assert site.focused("dosar/nota").paths == ()
    assert set(seen.metrics_by_value) == {Decimal(1209)}
    assert set(_keys(seen.everywhere)) == set(_keys(site))
    assert seen.everywhere.paths == site.paths


def _keys(site: Site) -> Iterator[tuple[str, str]]:
    yield from site.sheets


def test_the_day(tmp_path: Path) -> None:
    """The day is what the command line says, and none where nobody asks."""
    assert site_of(tmp_path).today is None
    assert site_of(tmp_path, options=Options(today=date(2025, 11, 13))).today == date(2025, 11, 13)


def test_passages(site: Site) -> None:
    """The texts of a sheet hold the words of its front matter and of its body."""
    assert [passage.text for passage in site.passages("en", "urmari") if passage.key == "title"] == ["Aftermath"]
    assert any(passage.is_body for passage in site.passages("en", "urmari"))
    with pytest.raises(KeyError):
        site.passages("en", "metoda")


def test_a_translation_that_has_fallen_behind(tmp_path: Path) -> None:
    """What the lock says of a translation makes it stale once its original has another sentence."""
    site = site_of(tmp_path)
    entries = {
        sheet.file: marked(site.blocks(site.original(path)), site.blocks(sheet)) for path, sheet in _translated(site)
    }
    assert site.state("en", "urmari") == "complete"
    changed = {**FILES, "content/ro/urmari.md": FILES["content/ro/urmari.md"].replace("După", "Înainte de")}
    later = replace(site_of(tmp_path, changed), lock=entries)
    assert later.state("en", "urmari") == "stale"
    assert later.state("en", "index") == "complete"
    assert not later.changes("ro", "urmari").stale


def _translated(site: Site) -> Iterator[tuple[str, Sheet]]:
    for path in site.paths:
        for sheet in site.translations(path):
            yield path, sheet
