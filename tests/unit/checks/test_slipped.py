"""Slips of an editor or a translator around figures: every line stands in one site, those that are right too."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_VALUES = {
    "women": "value: 64",
    "men": "value: 81",
    "loan": "value: 5400000, currency: CAD",
    "gift": "value: 1200000, currency: USD",
    "grant": "value: 18400000, currency: EUR",
    "tour": "kind: duration, value: PT2H40M",
    "ride": "value: 25, measure: minute",
    "salt": "value: 11.3, measure: milligram, per: liter",
    "visits": "value: 4812, as_of: 2025, history: {2022: 4510, 2023: 4655}",
    "frost": "value: -2.5, measure: celsius",
    "depth": "value: 2.4, measure: meter",
    "opening": 'kind: time, value: "07:45"',
    "plan": "kind: period, value: 2021–2027",
    "place": "kind: rank, value: 4",
    "drains": "kind: percent, value: 63.4",
    "wells": "kind: ratio, value: 1/8",
    "fish": "value: -1240, change: true",
    "towns": "value: 22, bound: at-least",
    "study": "kind: duration, value: PT3H30M",
    "growth": "kind: times, value: 3",
    "parcel": "kind: duration, value: PT1H20M",
    "deal": "kind: period, value: 2023–2026",
    "cost": "value: 2800000, currency: RON",
    "fee": "value: 15.5, currency: RON",
}
_LABELS: Mapping[str, Mapping[str, str]] = {
    "ro": {
        "women": "Femei angajate",
        "men": "Bărbați angajați",
        "loan": "Împrumut",
        "gift": "Donație",
        "grant": "Grant",
        "tour": "Tur ghidat",
        "ride": "Drum",
        "salt": "Sare",
        "visits": "Vizite",
        "frost": "Temperatura aerului",
        "depth": "Adâncimea medie",
        "opening": "Ora deschiderii",
        "plan": "Programul de restaurare",
        "place": "Locul după vizite",
        "drains": "Locuințe cu canalizare",
        "wells": "Fântâni poluate",
        "fish": "Păstrăvi",
        "towns": "Comune cu plan",
        "study": "Durata unei analize",
        "growth": "Creșterea numărului de voluntari",
        "deal": "Contractul de livrare",
        "parcel": "Durata unei livrări",
        "cost": "Costul programului",
        "fee": "Taxa",
    },
    "en": {
        "women": "Women employed",
        "men": "Men employed",
        "loan": "Loan",
        "gift": "Donation",
        "grant": "Grant",
        "tour": "Guided tour",
        "ride": "Ride",
        "salt": "Salt",
        "visits": "Visits",
        "frost": "Air temperature",
        "depth": "Mean depth",
        "opening": "Hour of opening",
        "plan": "Restoration programme",
        "place": "Place by visits",
        "drains": "Homes with a drain",
        "wells": "Polluted wells",
        "fish": "Trout",
        "towns": "Communes with a plan",
        "study": "Duration of an analysis",
        "growth": "Growth in the number of volunteers",
        "deal": "Delivery contract",
        "parcel": "Duration of a delivery",
        "cost": "Cost of the programme",
        "fee": "Fee",
    },
}
_UNITS = {
    "ro": {
        "women": ("femeie", "femei"),
        "men": ("bărbat", "bărbați"),
        "visits": ("vizită", "vizite"),
        "fish": ("păstrăv", "păstrăvi"),
        "towns": ("comună", "comune"),
    },
    "en": {
        "women": ("woman", "women"),
        "men": ("man", "men"),
        "visits": ("visit", "visits"),
        "fish": ("trout", "trout"),
        "towns": ("commune", "communes"),
    },
}
_TOLD: Mapping[str, tuple[str, ...]] = {
    "ro": (
        "Femei angajate: {{ men.number }}.",
        "Grantul, în milioane de euro, este de {{ grant.full }}.",
        "Împrumutul, în dolari americani, este de {{ loan.number }}.",
        "Am împrumutat {{ loan.number }} de dolari.",
        "Turul (minute): {{ tour }}.",
        "| Ce | Ore |\\n|---|---:|\\n| Drumul | {{ ride.number }} |",
        "| Ce | Zile |\\n|---|---:|\\n| Turul | {{ tour }} |",
        "| Sala | Obiecte |\\n|---|---:|\\n| Sala de sud | {{ t[nord, b2025].number }} |",
        "Din 2023 vizitele au scăzut la {{ visits.number }}.",
        "Aerul a fost peste zero: {{ frost }}.",
        "Adâncimea maximă a fost de {{ depth }}.",
        "Se deschide seara, la {{ opening }}.",
        "Programul de restaurare se încheie în 2026.",
        "Suntem pe locul {{ place }} de la coadă.",
        "Au canalizare {{ drains }} dintre fântâni.",
        "Au plan cel puțin {{ towns.number }} de orașe.",
        "O analiză durează două ore și jumătate.",
        "Numărul voluntarilor s-a dublat.",
        "### Mai mulți păstrăvi\\n\\nSunt cu {{ fish.size }} mai puțini.",
    ),
    "en": (
        "Women employed: {{ men.number }}.",
        "The grant, in millions of euros, is {{ grant.full }}.",
        "The loan, in US dollars, is {{ loan.number }}.",
        "We borrowed {{ loan.number }} dollars.",
        "The tour (minutes): {{ tour }}.",
        "| What | Hours |\\n|---|---:|\\n| The ride | {{ ride.number }} |",
        "| What | Days |\\n|---|---:|\\n| The tour | {{ tour }} |",
        "| Room | Objects |\\n|---|---:|\\n| South room | {{ t[nord, b2025].number }} |",
        "From 2023 on visits fell to {{ visits.number }}.",
        "The air was above zero: {{ frost }}.",
        "The greatest depth was {{ depth }}.",
        "It opens in the evening, at {{ opening }}.",
        "The restoration programme ends in 2026.",
        "We are in {{ place }} place from the bottom.",
        "{{ drains }} of wells have a drain.",
        "At least {{ towns.number }} cities have a plan.",
        "An analysis takes two and a half hours.",
        "The number of volunteers doubled.",
        "### More trout\\n\\nThere are {{ fish.size }} fewer.",
    ),
}
_RIGHT: Mapping[str, tuple[str, ...]] = {
    "ro": (
        "Femei angajate: {{ women.number }}; bărbați angajați: {{ men.number }}.",
        "Grantul, în milioane de euro, este de {{ grant }}, plătit în lei.",
        "Împrumutul, în dolari canadieni, este de {{ loan.number }}.",
        "Donația este de {{ gift.number }} de dolari.",
        "Turul (ore și minute): {{ tour }}.",
        "| Ce | Minute |\\n|---|---:|\\n| Drumul | {{ ride.number }} |",
        "| Ce | Ore |\\n|---|---:|\\n| Turul | {{ tour }} |",
        "| Sala | Obiecte |\\n|---|---:|\\n| Sala de nord | {{ t[nord, b2025].number }} |",
        "| | Lei |\\n|---|---:|\\n| Nord | {{ t[nord, c].number }} |",
        "Sarea, în miligrame pe litru: {{ salt.number }}.",
        "Plătit în lei, turul ține {{ tour }}.",
        "O livrare: {{ parcel }}.",
        "Costă {{ fee }}.",
        "| Ce | Ore și minute |\\n|---|---|\\n| Livrarea | {{ tour }} |",
        "Din 2023 vizitele au crescut la {{ visits.number }}.",
        "Aerul a fost sub zero: {{ frost }}.",
        "Adâncimea medie a fost de {{ depth }}, iar cea mai mare sală e la nord.",
        "Se deschide dimineața, la {{ opening }}.",
        "Programul de restaurare a început în 2021.",
        "Suntem pe locul {{ place }} din toată țara.",
        "Au scurgere {{ drains }} dintre locuințe.",
        "Sunt poluate {{ wells }} dintre fântâni.",
        "Au plan cel puțin {{ towns.number }} de comune.",
        "O analiză durează trei ore și jumătate.",
        "Numărul voluntarilor s-a triplat.",
        "Păstrăvii sunt mai puțini cu {{ fish.size }}.",
        "### Mai puțini păstrăvi",
    ),
    "en": (
        "Women employed: {{ women.number }}; men employed: {{ men.number }}.",
        "The grant, paid in euros, is {{ grant }}.",
        "The loan, in Canadian dollars, is {{ loan.number }}.",
        "The donation is {{ gift.number }} dollars.",
        "The tour (hours and minutes): {{ tour }}.",
        "| What | Minutes |\\n|---|---:|\\n| The ride | {{ ride.number }} |",
        "| What | Hours |\\n|---|---:|\\n| The tour | {{ tour }} |",
        "| Room | Objects |\\n|---|---:|\\n| North room | {{ t[nord, b2025].number }} |",
        "| | Lei |\\n|---|---:|\\n| North | {{ t[nord, c].number }} |",
        "Salt, in milligrams per litre: {{ salt.number }}.",
        "Paid in lei, the tour takes {{ tour }}.",
        "A delivery: {{ parcel }}.",
        "It costs {{ fee }}.",
        "| What | Hours and minutes |\\n|---|---|\\n| The delivery | {{ tour }} |",
        "From 2023 on visits rose to {{ visits.number }}.",
        "The air was below zero: {{ frost }}.",
        "The mean depth was {{ depth }}, and the largest room is in the north.",
        "It opens in the morning, at {{ opening }}.",
        "The restoration programme began in 2021.",
        "We are in {{ place }} place in the whole country.",
        "{{ drains }} of homes have one.",
        "{{ wells }} wells are polluted.",
        "At least {{ towns.number }} communes have a plan.",
        "An analysis takes three and a half hours.",
        "The number of volunteers tripled.",
        "Trout are fewer by {{ fish.size }}.",
        "### Fewer trout",
    ),
}
_ROWS = {
    "ro": "{nord: Sala de nord, sud: Sala de sud}",
    "en": "{nord: North room, sud: South room}",
}
_TABLE = """tables:
  t:
    {file}title: T
    rows: {rows}
    columns:
      b2025: {{{count}label: "2025"}}
      c: {{{money}label: {cost}}}
"""


def _site(tag: str, lines: tuple[str, ...], rows: str = "") -> Mapping[str, str]:
    files = {
        "site.toml": 'reference = "ro"\ntitle = {ro = "Muzeul", en = "The museum"}\nbase_url = "https://m.example/"\n',
        "data/t.csv": "key,b2025,c\nnord,120,3000\nsud,340,5000\n",
    }
    for one in ("ro", "en"):
        is_first = one == "ro"
        table = _TABLE.format(
            file="file: data/t.csv\n    " if is_first else "",
            count="kind: count, " if is_first else "",
            money="currency: RON, " if is_first else "",
            cost="Cost",
            rows=rows if rows and tag == one else _ROWS[one],
        )
        head = f"---\ntitle: T\n{table}metrics:\n"
        for name, value in _VALUES.items():
            forms = _UNITS[one].get(name)
            plural = 'few: "{n} %s", other: "{n} de %s"' if is_first else 'other: "{n} %s"'
            words = (forms[1],) * plural.count("%s") if forms else ()
            unit = f', unit: {{one: "{{n}} {forms[0]}", {plural % words}}}' if forms else ""
            head += f"  {name}: {{{value + ', ' if is_first else ''}label: {_LABELS[one][name]}{unit}}}\n"
        body = "\n\n".join(lines).replace("\\n", "\n") if one == tag else ""
        files[f"content/{one}/index.md"] = f"{head}---\n{body}\n\n{{{{ table t }}}}\n"
    return files


def _told(root: Path, files: Mapping[str, str], tag: str) -> list[tuple[int, str]]:
    found = check(write_site(root, files), Options()).problems
    return [(one.place.line, one.code) for one in found if one.code[0] == "S" and f"/{tag}/" in one.place.path]


@pytest.mark.parametrize("tag", ["ro", "en"])
def test_what_makes_another_figure_of_one_is_told(tmp_path: Path, tag: str) -> None:
    """A scale, money, a unit of time or a name that is another's, before a figure or over it."""
    files = _site(tag, _TOLD[tag])
    lines = files[f"content/{tag}/index.md"].splitlines()
    starts = [lines.index(one.split("\\n")[0]) + 1 for one in _TOLD[tag]]
    told = {line for line, _ in _told(tmp_path, files, tag)}
    ends = [*starts[1:], len(lines)]
    assert [
        one for one, first, last in zip(_TOLD[tag], starts, ends, strict=True) if not told & {*range(first, last)}
    ] == []


@pytest.mark.parametrize("tag", ["ro", "en"])
def test_what_is_right_beside_it_is_left_alone(tmp_path: Path, tag: str) -> None:
    """The same shapes with the right words."""
    files = _site(tag, _RIGHT[tag])
    lines = files[f"content/{tag}/index.md"].splitlines()
    assert [(lines[line - 1], code) for line, code in _told(tmp_path, files, tag)] == []


@pytest.mark.parametrize(
    ("tag", "rows"), [("ro", "{nord: Sud, sud: Nord}"), ("en", "{nord: South room, sud: North room}")]
)
def test_rows_are_called_by_their_own_names(tmp_path: Path, tag: str, rows: str) -> None:
    """Names that were exchanged are those of the keys of other rows."""
    found = check(write_site(tmp_path, _site(tag, (), rows)), Options()).problems
    assert ("D134" in {one.code for one in found}) is (tag == "ro")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("label: Women employed", "label: Men employed", "N129"),
        ("title: T\n", "title: The museum in 2024\n", "S327"),
        ("title: T\n", "title: The museum 2024\n", "S327"),
        ("title: T\n", "title: The flood of 2010\n", ""),
        ("title: T\n", "title: The museum 2026\n", ""),
        ("label: Visits", "label: Visits, note: Visits in 2023.", "S327"),
        ("label: Visits", "label: Visits, note: Visits rose in 2023.", ""),
    ],
)
def test_words_above_the_text_say_what_figures_are(tmp_path: Path, old: str, new: str, code: str) -> None:
    """Two figures of one label, and a year of which the figures are not."""
    files = _site("en", ())
    files = {**files, "content/en/index.md": files["content/en/index.md"].replace(old, new, 1)}
    found = check(write_site(tmp_path, files), Options()).problems
    assert {one.code for one in found if one.code in {"N129", "S327"} and "/en/" in one.place.path} == {code} - {""}


@pytest.mark.parametrize(
    ("label", "quote", "told"),
    [
        ("Homes connected to the sewer", "63 homes are connected to the sewer", 0),
        ("Homes not connected to the sewer", "63 homes are connected to the sewer", 1),
        ("Homes not connected to the sewer", "63 homes are unconnected to the sewer", 0),
        ("Unpaid bills of homes", "63 homes have paid bills", 1),
        ("Homes without a sewer", "63 homes lack a sewer", 1),
        ("Undergraduate homes", "63 homes of graduates", 0),
    ],
)
def test_a_label_denies_nothing_that_its_passage_says(tmp_path: Path, label: str, quote: str, told: int) -> None:
    """What is not connected is none of what is."""
    sheet = f"""---
title: T
sources: {{s: {{title: R, lang: en}}}}
metrics:
  homes: {{value: 63, label: {label}, unit: {{one: "{{n}} home", other: "{{n}} homes"}}, source: s, quote: {quote}}}
---
{{{{ homes }}}}
"""
    site = {"site.toml": 'reference = "en"\ntitle = {en = "F"}\nbase_url = "https://m.example/"\n'}
    found = check(write_site(tmp_path, {**site, "content/en/index.md": sheet}), Options()).problems
    assert [one.code for one in found].count("Q431") == told
