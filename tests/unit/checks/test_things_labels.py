"""Labels that were exchanged are told by what stands with their figures in the same language."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_RO = """---
title: A
sources:
  s: {title: A, lang: ro}
metrics:
  search: {kind: duration, value: PT2H30M, label: Durata unei căutări, source: s, quote: "căutări de 2 h 30 min"}
  course: {kind: duration, value: P10D, label: Durata unui curs, source: s, quote: "un curs ține 10 zile"}
  women: {value: 12, label: Femei ajutate}
  men: {value: 34, label: Bărbați ajutați}
  budget: {value: 900, currency: RON, label: Buget}
  gifts: {value: 300, currency: EUR, label: Donații}
---
Ține {{ search }}, apoi {{ course }}. Femei: {{ women }}; bărbați: {{ men }}. S-au cheltuit {{ budget }} și {{ gifts }}.
"""
_OTHERS = {
    "en": ("Length of a search", "Length of the course", "Women helped", "Men helped", "Budget", "Gifts"),
    "de": ("Dauer einer Suche", "Dauer des Kurses", "Frauen", "Männer", "Haushalt", "Spenden"),
    "fr": ("Durée d’une recherche", "Durée du cours", "Femmes", "Hommes", "Budget", "Dons"),
    "es": ("Duración de una búsqueda", "Duración del curso", "Mujeres", "Hombres", "Presupuesto", "Donaciones"),
}
_BODIES = {
    "en": "A search takes {{ search }}, and a course {{ course }}. Women: {{ women }}; men: {{ men }}. "
    "The budget was {{ budget }}, gifts brought {{ gifts }}.",
    "de": "Eine Suche dauert {{ search }}, ein Kurs {{ course }}. Frauen: {{ women }}; Männer: {{ men }}. "
    "Der Haushalt betrug {{ budget }}, die Spenden {{ gifts }}.",
    "fr": "Une recherche dure {{ search }}, un cours {{ course }}. Femmes : {{ women }} ; hommes : {{ men }}. "
    "Le budget était de {{ budget }}, les dons de {{ gifts }}.",
    "es": "Una búsqueda dura {{ search }}, un curso {{ course }}. Mujeres: {{ women }}; hombres: {{ men }}. "
    "El presupuesto fue de {{ budget }}, las donaciones de {{ gifts }}.",
}
_NAMES = ("search", "course", "women", "men", "budget", "gifts")


def _told(folder: Path, tag: str, labels: tuple[str, ...], ro: str = _RO) -> list[tuple[str, str]]:
    metrics = "".join(f"  {name}: {{label: {label}}}\n" for name, label in zip(_NAMES, labels, strict=True))
    sheet = f"---\ntitle: A\nmetrics:\n{metrics}---\n{_BODIES[tag]}\n"
    files = {
        "site.toml": 'reference = "ro"\ntitle = "A"\n',
        "content/ro/index.md": ro,
        f"content/{tag}/index.md": sheet,
    }
    found = check(write_site(folder, files), Options()).problems
    values = [dict(one.values) for one in found if one.code == "N129"]
    return [(one["metric"], one["other"]) for one in values]


@pytest.mark.parametrize("tag", _OTHERS)
def test_exchanged_labels_of_a_translation_are_told(tmp_path: Path, tag: str) -> None:
    """Each pair that was exchanged is told once; labels that stand where they belong are not."""
    a, b, c, d, e, f = _OTHERS[tag]
    assert _told(tmp_path / "right", tag, (a, b, c, d, e, f)) == []
    assert _told(tmp_path / "wrong", tag, (b, a, d, c, f, e)) == [
        ("search", "course"),
        ("women", "men"),
        ("budget", "gifts"),
    ]


def test_the_original_is_held_to_its_passages(tmp_path: Path) -> None:
    """Where the sentences do not name a figure, its quote does."""
    ro = _RO.replace("Durata unei căutări", "X").replace("Durata unui curs", "Durata unei căutări")
    assert _told(tmp_path, "en", _OTHERS["en"], ro.replace("label: X", "label: Durata unui curs")) == [
        ("search", "course")
    ]


@pytest.mark.parametrize(
    "labels",
    [
        ("How long one looks", "How long one learns", "Females", "Males", "Funds", "Presents"),
        ("Search after a course", "Course for a search", "Women, not men", "Men, not women", "Budget", "Gifts"),
        ("Search", "Search course", "Women and men", "Men", "Budget without gifts", "Gifts to the budget"),
        ("Course", "Training", "Men", "People", "Gifts", "Donations"),
    ],
)
def test_labels_in_other_words_are_left_alone(tmp_path: Path, labels: tuple[str, ...]) -> None:
    """A label that names nothing else of its figure, or the other beside its own, was not exchanged."""
    assert _told(tmp_path, "en", labels) == []


_COUNTED = {
    "deaths": ("Morți", "mort", "morți", "Births", "death", "deaths"),
    "women": ("Femei ajutate", "femeie", "femei", "Women helped", "girl", "girls"),
    "dogs": ("Câini de căutare", "câine", "câini", "Search dogs", "dog", "dogs"),
    "beds": ("Paturi", "pat", "paturi", "Beds in hospitals", "hospital bed", "hospital beds"),
    "patients": ("Pacienți", "pacient", "pacienți", "Patients", "person", "people"),
    "raids": ("Descinderi", "operațiune", "operațiuni", "Raids", "operation", "operations"),
    "crew": ("Echipaje", "echipaj", "echipaje", "Crews", "team", "teams"),
    "rate": ("Accidente", "accident", "accidente", "Incidence", "accident per {per}", "accidents per {per}"),
}
_TABLE_OF = """tables:
  t: {{{0}columns: {{n: {{label: {1}, unit: {2}}}}}}}
"""


def test_a_label_names_what_its_unit_counts(tmp_path: Path) -> None:
    """Not where it does so in no language, `nouns` says it, or “people” are counted; columns of tables are held too."""
    ro, en = [], []
    for name, (label, one, few, english, single, plural) in _COUNTED.items():
        unit = f'{{one: "{{n}} {one}", few: "{{n}} {few}", other: "{{n}} de {few}"}}'
        per = ", per: 1000" if name == "rate" else ""
        ro.append(f"  {name}: {{value: 30{per}, label: {label}, unit: {unit}}}\n")
        nouns = ", nouns: [crews]" if name == "crew" else ""
        en.append(f'  {name}: {{label: {english}, unit: {{one: "{{n}} {single}", other: "{{n}} {plural}"}}{nouns}}}\n')
    unit = '{one: "{n} cameră", few: "{n} camere", other: "{n} de camere"}'
    table = _TABLE_OF.format("file: data/t.csv, ", "Camere", unit)
    other = _TABLE_OF.format("", "Floors", '{one: "{n} room", other: "{n} rooms"}')
    body = "---\n" + " ".join(f"{{{{ {name} }}}}." for name in _COUNTED) + "\n\n{{ table t }}\n"
    files = {
        "site.toml": 'reference = "ro"\ntitle = "A"\n',
        "data/t.csv": "k,n\na,3\n",
        "content/ro/index.md": f"---\ntitle: A\nmetrics:\n{''.join(ro)}{table}{body}",
        "content/en/index.md": f"---\ntitle: A\nmetrics:\n{''.join(en)}{other}{body}",
    }
    found = [one for one in check(write_site(tmp_path, files), Options()).problems if one.code == "N137"]
    assert [(dict(one.values)["metric"], one.place.path) for one in found] == [
        ("deaths", "content/en/index.md"),
        ("women", "content/en/index.md"),
        ("t[n]", "content/en/index.md"),
    ]


_ROW = "---\ntitle: A\nmetrics:\n  {}\n---\n| A | B |\n|---|---|\n| {} | {{{{ helpers }}}} |\n"


@pytest.mark.parametrize(("text", "is_told"), [("volunteers who help", False), ("those who help", True)])
def test_a_label_may_be_what_a_text_calls_its_unit(tmp_path: Path, text: str, is_told: bool) -> None:  # noqa: FBT001
    """“Helpers” are volunteers where the row of their figure says so."""
    ro, en = (
        f'helpers: {{{value}label: {label}, unit: {{one: "{{n}} {one}", {few}other: "{{n}} {other}"}}}}'
        for value, label, one, few, other in (
            ("value: 21, ", "Voluntari", "voluntar", 'few: "{n} voluntari", ', "de voluntari"),
            ("", "Helpers", "volunteer", "", "volunteers"),
        )
    )
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "ro"\ntitle = "A"\n',
        "content/ro/index.md": _ROW.format(ro, "ei"),
        "content/en/index.md": _ROW.format(en, text),
    }
    codes = [one.code for one in check(write_site(tmp_path, files), Options()).problems]
    assert ("N137" in codes) is is_told


_CHART = """---
title: T
metrics:
  accidents: {value: 17, label: Accidents, unit: {one: "{n} accident", other: "{n} accidents"}, history: {2023: 25}}
  riders: {value: 90, label: Riders, unit: {one: "{n} rider", other: "{n} riders"}}
charts: [{id: c, type: columns, title: TITLE, summary: Drawn., metrics: [accidents]}]
---
{{ accidents }} and {{ riders }}.
"""


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("Ever fewer riders", True),
        ("More riders than in 2023", True),
        ("Ever fewer accidents", False),
        ("Riders are ever safer", False),
        ("Fewer accidents for more riders", False),
    ],
)
def test_a_chart_names_what_it_draws(tmp_path: Path, title: str, *, is_told: bool) -> None:
    """A title that compares numbers of what another figure counts is told, where it names none of those drawn."""
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "en"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        "content/en/index.md": _CHART.replace("TITLE", title),
    }
    assert ("S311" in {one.code for one in check(write_site(tmp_path, files), Options()).problems}) is is_told
