"""A metric in one language: its bound, its words, and what stands in for words that are missing."""

from dataclasses import replace

import pytest

from factsheet.content.catalogs import read_catalog
from factsheet.content.model import BOUNDS, Language, Metric, MetricWords
from factsheet.l10n.cldr import locale
from factsheet.l10n.numbers import LosesDigits
from factsheet.site.figures import BOUND_MESSAGES, Figure, make_figure
from tests.counting import HERE, metric
from tests.support import ROOT

RO = Language(tag="ro", name="Română", dir="ltr", numbers=locale("ro"))
CATALOG, _ = read_catalog("ro", "locales/ro.po", (ROOT / "locales/ro.po").read_bytes())
VICTIMS = MetricWords(
    id="m", label="Victime", unit={"one": "{n} victimă", "few": "{n} victime", "other": "{n} de victime"}, place=HERE
)


def figure(made: Metric, words: MetricWords | None = VICTIMS, fallback: MetricWords | None = None) -> Figure:
    """Show a metric in Romanian; the reference language is English."""
    return make_figure(made, words, fallback=("en", fallback), sheet="index", source=None, language=RO, catalog=CATALOG)


@pytest.mark.parametrize(
    ("bound", "text"),
    [
        ("exact", "120 de victime"),
        ("over", "peste 120 de victime"),
        ("at-least", "cel puțin 120 de victime"),
        ("about", "circa 120 de victime"),
        ("nearly", "aproape 120 de victime"),
        ("up-to", "până la 120 de victime"),
    ],
)
def test_bounds_are_words_of_the_catalogue(bound: str, text: str) -> None:
    """The bound stands with the whole figure, and only there."""
    made = figure(metric("count", "120", bound=bound))
    assert made.text == text
    assert (made.number, made.full, made.short, made.machine) == ("120", "120", "120", "120")


def test_every_bound_has_its_message() -> None:
    """No bound but `exact` is without words."""
    assert set(BOUNDS) - set(BOUND_MESSAGES) == {"exact"}


def test_the_forms_of_a_reference() -> None:
    """Each form gives its own text; no form, and one that nobody knows, gives the figure."""
    made = figure(metric("count", "97000000"))
    assert made.form("") == made.form("else") == "97 de milioane de victime"
    assert [made.form(name) for name in ("number", "full", "label")] == ["97 de milioane", "97.000.000", "Victime"]
    assert made.form("short") == made.short


def test_a_missing_label() -> None:
    """The label of the reference stands in, with its language; after that the id."""
    made = metric("count", "5")
    bare = replace(VICTIMS, label=None)
    theirs = replace(VICTIMS, label="Victims")
    assert (figure(made, bare, theirs).label, figure(made, bare, theirs).label_language) == ("Victims", "en")
    assert (figure(made, None, theirs).label, figure(made, None, theirs).text) == ("Victims", "5")
    assert (figure(made, bare).label, figure(made, bare).label_language) == ("m", "ro")


def test_the_unit_of_the_reference_never_stands_in() -> None:
    """A noun of another language beside a number would be wrong; the number alone is not."""
    english = replace(VICTIMS, unit={"one": "{n} victim", "other": "{n} victims"})
    assert figure(metric("count", "5"), replace(VICTIMS, unit=None), english).text == "5"


def test_only_dates_are_times() -> None:
    """A date stands in an element of its own kind; years and periods do not."""
    assert figure(metric("date", "2025-11-13")).is_time
    assert not figure(metric("year", "2025")).is_time


def test_a_figure_that_would_lose_a_digit_is_none() -> None:
    """Where the display is not exact there is no figure."""
    with pytest.raises(LosesDigits):
        figure(metric("count", "1234567", display="compact-long"))
