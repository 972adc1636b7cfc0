"""A metric in one language: its bound, its words, and what stands in for words that are missing."""

from dataclasses import replace
from decimal import Decimal

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
    shown = make_figure(
        made, words, fallback=("en", fallback), sheet="index", source=None, language=RO, catalog=CATALOG
    )
    plain = {name: getattr(shown, name).replace("\u00a0", " ") for name in ("text", "number", "full", "short", "size")}
    return replace(shown, **plain)


@pytest.mark.parametrize(
    ("bound", "text"),
    [
        ("exact", "120 de victime"),
        ("over", "peste 120 de victime"),
        ("at-least", "cel puțin 120 de victime"),
        ("about", "circa 120 de victime"),
        ("nearly", "aproape 120 de victime"),
        ("up-to", "până la 120 de victime"),
        ("under", "sub 120 de victime"),
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


def words(**unit: str) -> MetricWords:
    """Words with these phrases."""
    return MetricWords(id="m", label="X", unit=unit, place=HERE)


def test_a_bound_goes_to_the_number_in_a_phrase() -> None:
    """“De peste 3 ori”, not “peste de 3 ori”; the other forms have no bound."""
    made = figure(metric("times", "3", bound="over"), None)
    assert (made.text, made.full, made.number) == ("de peste 3 ori", "de 3 ori", "3")
    by = figure(metric("percent", "50", bound="over"), words(one="cu {n} %", few="cu {n} %", other="cu {n} %"))
    assert by.text == "cu peste 50 %"


def test_the_size_of_a_change() -> None:
    """It has the words and the bound of the figure, and no sign."""
    made = figure(replace(metric("count", "285", bound="over"), value=Decimal(-285), change=True))
    assert (made.text, made.size, made.machine) == ("peste -285 de victime", "peste 285 de victime", "-285")
    assert figure(metric("count", "285")).size == "285 de victime"


@pytest.mark.parametrize(
    ("per", "unit", "text", "full"),
    [
        (Decimal(100_000), "{n} cazuri la {per} de locuitori", "9,6 cazuri la 100.000 de locuitori", "9,6 la 100.000"),
        (Decimal(100_000), "{n} cazuri", "9,6 cazuri la 100.000", "9,6 la 100.000"),
        ("day", "{n} cazuri", "9,6 cazuri pe zi", "9,6 pe zi"),
        ("person", "{n} cazuri", "9,6 cazuri pe persoană", "9,6 pe persoană"),
    ],
)
def test_what_a_rate_is_per(per: Decimal | str, unit: str, text: str, full: str) -> None:
    """Every form but the number alone says it."""
    made = figure(metric("number", "9.6", per=per), words(one=unit, few=unit, other=unit))
    assert (made.text, made.full, made.number) == (text, full, "9,6")


def test_what_a_score_is_out_of() -> None:
    """It stands behind the number, before what is counted."""
    assert figure(metric("number", "4.5", out_of=Decimal(5)), None).text == "4,5 din 5"
    unit = words(one="{n} stea", few="{n} stele", other="{n} de stele")
    assert figure(metric("number", "4.5", out_of=Decimal(5)), unit).text == "4,5 din 5 stele"


def test_words_of_the_catalogues() -> None:
    """Points, multiples, ratios and ranks need no phrases of the sheet."""
    assert figure(metric("points", "0.74"), None).text == "0,74 puncte procentuale"
    assert figure(metric("points", "20"), None).short == "20 de puncte procentuale"
    assert figure(metric("times", "2"), None).text == "de 2 ori"
    assert figure(metric("ratio", "1/5"), None).text == "1 din 5"
    assert figure(metric("rank", "3"), None).text == "locul 3"


@pytest.mark.parametrize(
    ("value", "gender", "bound", "words"),
    [
        ("4", None, "exact", "patru victime"),
        ("1", "feminine", "exact", "o victimă"),
        ("21", "feminine", "over", "peste douăzeci și una de victime"),
        ("1", None, "exact", "1 victimă"),
        ("2", "common", "exact", "2 victime"),
        ("120", "feminine", "exact", "120 de victime"),
    ],
)
def test_numbers_in_words(value: str, gender: str | None, bound: str, words: str) -> None:
    """The number is in words in the gender of the noun, with the plural form and the bound of the figure."""
    made = figure(metric("count", value, bound=bound), replace(VICTIMS, gender=gender))
    assert made.form("words").replace("\u00a0", " ") == words


def test_which_numbers_a_house_style_says_in_words() -> None:
    """What is counted, up to a number; no quantity, no rate, and only where no other form is asked for."""
    four, day = metric("count", "4"), metric("quantity", "4", measure="day")
    assert figure(four).in_style(9).asked("") == "words"
    assert [figure(four).in_style(style).asked("") for style in (None, 3)] == ["", ""]
    assert figure(four).in_style(9).asked("number") == "number"
    assert [figure(one).in_style(9).asked("") for one in (day, replace(four, per="day"))] == ["", ""]
    assert figure(day, None).form("words") == "patru zile"


def test_the_name_of_a_measure_is_chosen() -> None:
    """The name stands in the text and in the full form; without it, that of CLDR does."""
    tonnes = metric("quantity", "84000000", measure="tonne")
    named = figure(tonnes, replace(VICTIMS, unit=None, name="tone"))
    assert (named.text, named.full, named.short) == ("84 de milioane de tone", "84.000.000 de tone", "84 mil. t")
    assert figure(tonnes, None).full == "84.000.000 de tone metrice"
