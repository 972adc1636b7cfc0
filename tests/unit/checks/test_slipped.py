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
    },
}
_UNITS = {
    "ro": {"women": ("femeie", "femei"), "men": ("bărbat", "bărbați")},
    "en": {"women": ("woman", "women"), "men": ("man", "men")},
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
