"""A range, a part, a length of time or a moment reads in its sentence as it reads alone: all lines in one site."""

from collections.abc import Mapping

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_VALUES = {
    "search": "kind: duration, value: PT2H30M",
    "course": "kind: duration, value: P10D",
    "night": "kind: time, value: 19:45",
    "founded": "kind: year, value: 1969",
    "season": "kind: period, value: 2024/25",
    "foreign": "kind: ratio, value: 1/5",
    "place": "kind: rank, value: 3",
    "team": "kind: range, value: 4–6",
    "ride": "kind: range, value: 25–35, measure: minute",
    "fare": "kind: range, value: 3–5, currency: EUR",
}
_LABELS: Mapping[str, tuple[str, ...]] = {
    "ro": ("Căutare", "Curs", "Tura", "Anul înființării", "Sezonul", "Străini", "Locul", "Echipa", "Drumul", "Tariful"),
    "en": ("Search", "Course", "Night shift", "Foundation", "Season", "Foreigners", "Place", "Team", "Ride", "Fare"),
    "de": ("Suche", "Kurs", "Schicht", "Gründung", "Saison", "Ausländer", "Platz", "Team", "Fahrt", "Fahrpreis"),
    "fr": (
        "Recherche",
        "Cours",
        "Équipe de nuit",
        "Fondation",
        "Saison",
        "Étrangers",
        "Rang",
        "Équipe",
        "Trajet",
        "Tarif",
    ),
    "es": (
        "Búsqueda",
        "Curso",
        "Turno",
        "Fundación",
        "Temporada",
        "Extranjeros",
        "Puesto",
        "Equipo",
        "Trayecto",
        "Tarifa",
    ),
}
_TOLD: Mapping[str, tuple[str, ...]] = {
    "ro": (
        "Căutarea durează peste {{ search }}.",
        "Căutarea durează {{ search }} pe zi.",
        "Căutarea durează jumătate din {{ search }}.",
        "Tura începe la {{ night }} dimineața.",
        "Ponderea este sub {{ foreign }}.",
        "Există de {{ founded }} de ani.",
        "Drumul ia {{ ride.number }} secunde.",
        "Tariful este de {{ fare.number }} lei.",
    ),
    "en": (
        "A search takes over {{ search }}.",
        "A search takes {{ search }} a day.",
        "A search takes half of {{ search }}.",
        "The course lasts {{ course }} a week.",
        "The shift begins at {{ night }} in the morning.",
        "The shift begins at {{ night }} a.m.",
        "The share is over {{ foreign }}.",
        "The share is half of {{ foreign }}.",
        "It is number 1{{ place.number }} in Europe.",
        "A team has at least {{ team }}.",
        "It has existed for {{ founded }} years.",
        "The ride takes {{ ride.number }} hours.",
        "The ride: {{ ride.number }}.",
        "The fare is {{ fare.number }} dollars.",
    ),
    "de": ("Die Suche dauert über {{ search }}.", "Die Schicht beginnt um {{ night }} Uhr morgens."),
    "fr": ("La recherche dure plus de {{ search }}.", "L’équipe commence à {{ night }} du matin."),
    "es": ("El turno empieza a las {{ night }} de la mañana.",),
}
_RIGHT: Mapping[str, tuple[str, ...]] = {
    "ro": (
        "Peste {{ course }} începe cursul.",
        "Cursul ține {{ course }}, de două ori pe an.",
        "Tura începe la {{ night }} în fiecare zi.",
        "Tura începe la {{ night }} seara.",
        "În prima jumătate a lui {{ founded }} era mic.",
        "De două ori în {{ season }} a nins.",
        "Pe locul al {{ place.number }}-lea în Europa.",
        "Până în {{ founded }} nu exista.",
        "Pe 12 martie {{ founded }} a fost înființat.",
        "Drumul ia {{ ride.number }} de minute.",
        "Drumul ia {{ ride.number }} min.",
        "Tariful este de {{ fare.number }} euro.",
    ),
    "en": (
        "The {{ founded }}'s charter is old.",
        "The mid-{{ founded }} reform came.",
        "In March {{ founded }} it was small.",
        "In the first half of {{ founded }} it was small.",
        "Over {{ season }} it grew.",
        "Twice in {{ season }} it snowed.",
        "The shift begins at {{ night }} every day.",
        "The shift begins at {{ night }} in the evening.",
        "The {{ place.number }}rd in Europe.",
        "No. {{ place.number }} in Europe.",
        "The course began {{ course }} a year earlier.",
        "The course lasts {{ course }} and is held every month.",
        "It takes about {{ search }} by day.",
        "About {{ foreign }} of them came.",
    ),
    "de": (
        "Die {{ founded }}er Satzung gilt noch.",
        "In der ersten Hälfte von {{ founded }} war er klein.",
        "Über die Saison {{ season }} wuchs er.",
        "Die Schicht beginnt um {{ night }} Uhr abends.",
        "Der Kurs dauert {{ course }}, zweimal im Jahr.",
        "Der {{ course }}-Kurs ist schwer.",
    ),
    "fr": (
        "Au {{ place.number }}e rang en Europe.",
        "Le {{ place.number }}ème en Europe.",
        "L’équipe commence à {{ night }} du soir.",
        "Dans la première moitié de {{ founded }} il était petit.",
        "Le cours dure {{ course }}, deux fois par an.",
    ),
    "es": (
        "El turno empieza cada día a las {{ night }} de la tarde.",
        "El curso dura {{ course }}, dos veces al año.",
        "En la primera mitad de {{ founded }} era pequeño.",
        "Alrededor de {{ foreign }} son extranjeros.",
    ),
}


def _lines(text: str, name: str) -> list[int]:
    return [number for number, line in enumerate(text.split("\n"), start=1) if line.startswith(name)]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], frozenset[str]]:
    """The codes that are told of each line, of one site in five languages."""
    files = {"site.toml": 'reference = "ro"\ntitle = "A"\nbase_url = "https://a.ro/"\n'}
    for tag, labels in _LABELS.items():
        each = zip(_VALUES.items(), labels, strict=True)
        metrics = "".join(
            f"  {name}: {{label: {label}{', ' + value if tag == 'ro' else ''}}}\n" for (name, value), label in each
        )
        body = "\n\n".join((*_TOLD[tag], *_RIGHT[tag], *(f"{{{{ {name} }}}}" for name in _VALUES)))
        files[f"content/{tag}/index.md"] = f"---\ntitle: A\nmetrics:\n{metrics}---\n{body}\n"
    root = write_site(tmp_path_factory.mktemp("site"), files)
    found: dict[tuple[str, int], set[str]] = {}
    for one in check(root, Options()).problems:
        if one.code in {"S305", "S306"}:
            found.setdefault((one.place.path, one.place.line), set()).add(one.code)
    return {
        (tag, line): frozenset(found.get((path, _lines(files[path], line)[0]), ()))
        for tag in _LABELS
        for path in [f"content/{tag}/index.md"]
        for line in (*_TOLD[tag], *_RIGHT[tag])
    }


@pytest.mark.parametrize("tag", _LABELS)
def test_words_beside_a_figure_that_change_it_are_told(
    told: Mapping[tuple[str, str], frozenset[str]], tag: str
) -> None:
    """A limit, a multiple, a rate, another part of the day and a digit beside it make another figure of it."""
    assert [line for line in _TOLD[tag] if not told[tag, line]] == []


@pytest.mark.parametrize("tag", _LABELS)
def test_words_that_leave_it_what_it_is_are_not(told: Mapping[tuple[str, str], frozenset[str]], tag: str) -> None:
    """When it happens, how often, and the endings of ordinals and years say nothing else of it."""
    assert [line for line in _RIGHT[tag] if told[tag, line]] == []
