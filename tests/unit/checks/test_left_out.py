"""What stands beside the whole of a figure, or before it, adds no unit, money, scale or rate: all lines in one site."""

from collections.abc import Mapping

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_VALUES = {
    "clinics": "value: 18",
    "revenue": "value: 3400000000, currency: RON",
    "subsidy": "value: 48000, currency: USD",
    "inflation": "kind: percent, value: 5.8",
    "jobless": "kind: points, value: -0.7, change: true",
    "calls": "value: 340, per: day",
}
_LABELS: Mapping[str, tuple[str, ...]] = {
    "ro": ("Clinici", "Venituri", "Subvenție", "Inflația", "Schimbarea ratei șomajului", "Apeluri"),
    "en": ("Clinics", "Revenue", "Subsidy", "Inflation", "Change in the jobless rate", "Calls"),
    "de": ("Kliniken", "Einnahmen", "Beihilfe", "Inflation", "Veränderung der Arbeitslosenquote", "Anrufe"),
    "fr": ("Cliniques", "Recettes", "Aide", "Inflation", "Évolution du taux de chômage", "Appels"),
}
_TOLD: Mapping[str, tuple[str, ...]] = {
    "ro": (
        "Subvenția în euro a fost de {{ subsidy }}.",
        "Subvenția, exprimată în euro, este de {{ subsidy }}.",
        "Subvenția (EUR): {{ subsidy }}.",
        "Subvenția a fost de {{ subsidy }} canadieni.",
        "Clinici (mii): {{ clinics.number }}.",
        "Mii de clinici: {{ clinics.number }}.",
        "Rata șomajului a scăzut cu {{ jobless.size }}%.",
        "Inflația a crescut cu {{ inflation }} puncte.",
        "Veniturile pe locuitor au fost de {{ revenue }}.",
        "Veniturile lunare au fost de {{ revenue }}.",
        "Linia primește {{ calls }} pe săptămână.",
        "Veniturile au crescut cu {{ revenue }}.",
        "Clinicile s-au redus cu {{ clinics }}.",
        "Clinici în tot anul: o mie două sute.",
        "Linia primește {{ calls }} pe lună. Atât.",
        "Rata s-a schimbat cu -{{ jobless }}.",
        "Clinicile sunt {{ clinics }} (în mii).",
        "Șomajul scade de {{ jobless.size }} ori mai puțin.",
        "| Nume | Nr. |\n|---|---:|\n| Clinici | 19 |",
    ),
    "en": (
        "The subsidy in euros was {{ subsidy }}.",
        "The subsidy was {{ subsidy }} Canadian.",
        "Clinics (thousands): {{ clinics.number }}.",
        "The jobless rate fell by {{ jobless.size }} per cent.",
        "Inflation rose {{ inflation }} points.",
        "Monthly inflation was {{ inflation }}.",
        "Clinics per 1,000 people were {{ clinics.number }}.",
        "The helpline takes {{ calls }} a week.",
        "Inflation rose by {{ inflation }}.",
        "The helpline takes {{ calls }} a month. That is all.",
        "The rate changed by +{{ jobless }}.",
        "There are {{ clinics }} clinics (in thousands).",
        "The jobless rate is {{ jobless.size }} times less.",
        "The jobless rate changed by {{ jobless }} a month.",
        "There are {{ clinics }}‰.",
        "Clinics neared {{ clinics.number }}.",
        "Clinics in the year: twelve hundred and nineteen.",
        "Clinics did not reach {{ clinics.number }}.",
    ),
    "de": ("Die Beihilfe in Euro betrug {{ subsidy }}.", "Die monatliche Inflation lag bei {{ inflation }}."),
    "fr": ("L’aide en euros était de {{ subsidy }}.", "L’inflation mensuelle était de {{ inflation }}."),
}
_RIGHT: Mapping[str, tuple[str, ...]] = {
    "ro": (
        "Subvenția, în dolari, a fost de {{ subsidy }}.",
        "Prețurile în euro scad: subvenția a fost de {{ subsidy }}.",
        "Sunt {{ clinics }}: {{ inflation }} · {{ jobless.size }} puncte.",
        "Raportul lunar spune că inflația a fost de {{ inflation }}.",
        "În zona euro au fost {{ subsidy }}.",
        "Au primit {{ subsidy }} din care o parte a fost cheltuită.",
        "Subvenția este de {{ subsidy }} și cele de anul trecut.",
        "Subvenția: {{ subsidy }} și",
    ),
    "en": (
        "In euro area countries the subsidy was {{ subsidy }}.",
        "Inflation of {{ inflation }} points to a recovery.",
        "Canadian farmers got {{ subsidy }}; American ones got none.",
        "The helpline takes {{ calls }}, a week after it opened.",
        "The monthly report says that inflation was {{ inflation }}.",
        "There were {{ calls }} a week earlier.",
        "The lines rang {{ calls.number }} times a day.",
        "The change of the jobless rate, {{ jobless }}, a year ago.",
        "The change – {{ jobless }} – is small.",
        "Inflation rose to {{ inflation }}.",
        "They got {{ subsidy }} East of the river, and {{ subsidy }} next to it.",
        "Revenue fell as inflation rose by half, to {{ inflation }}.",
    ),
    "de": ("Die Beihilfe betrug {{ subsidy }}.",),
    "fr": ("L’aide était de {{ subsidy }}.",),
}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, int]]:
    """The language and the line of each error and warning about figures."""
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "ro"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        **{f"content/{tag}/index.md": _text(tag) for tag in _LABELS},
    }
    problems = check(write_site(tmp_path_factory.mktemp("left"), files), Options()).problems
    codes = {"S301", "S305", "S306", "S307", "S314"}
    return {(one.place.path.split("/")[1], one.place.line) for one in problems if one.code in codes}


def _text(tag: str) -> str:
    """The sheet of a language."""
    rows = zip(_VALUES.items(), _LABELS[tag], strict=True)
    metrics = [f"  {name}: {{{f'{value}, ' if tag == 'ro' else ''}label: {label}}}" for (name, value), label in rows]
    return "\n\n".join(("\n".join(("---", "title: T", "metrics:", *metrics, "---")), *_TOLD[tag], *_RIGHT[tag], ""))


def _lines(tag: str, text: str) -> range:
    first = _text(tag).partition(f"\n{text}\n")[0].count("\n") + 2
    return range(first, first + text.count("\n") + 1)


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in _TOLD.items() for text in texts])
def test_what_is_added_to_a_figure_is_told(lines: set[tuple[str, int]], tag: str, text: str) -> None:
    """Money, a scale, a unit or a rate that the figure does not have is told at its line."""
    assert any((tag, line) in lines for line in _lines(tag, text))


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in _RIGHT.items() for text in texts])
def test_what_is_said_of_something_else_is_left_alone(lines: set[tuple[str, int]], tag: str, text: str) -> None:
    """The money of an area, a verb, a report and a time are not told."""
    assert not any((tag, line) in lines for line in _lines(tag, text))
