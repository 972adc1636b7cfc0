"""A mountain rescue in two languages: what a good editor may write of it is left alone, what is wrong in both is told.

All right blocks stand in one site and all wrong ones in another, so that each is seen among the others.
"""

from pathlib import Path

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_HEAD = {
    "ro": """title: Munte
metrics:
  rescued:
    {value: 1387, label: Persoane salvate, unit: {one: "{n} persoană", few: "{n} persoane", other: "{n} de persoane"}}
  women: {value: 512, label: Femei salvate, unit: {one: "{n} femeie", few: "{n} femei", other: "{n} de femei"}}
  men: {value: 875, label: Bărbați salvați, unit: {one: "{n} bărbat", few: "{n} bărbați", other: "{n} de bărbați"}}
  share: {share_of: [men, rescued], label: Ponderea bărbaților}
  rescuers: {value: 74, label: Salvatori, unit: {one: "{n} salvator", few: "{n} salvatori", other: "{n} de salvatori"}}
  huts: {value: 23, label: Refugii, unit: {one: "{n} refugiu", few: "{n} refugii", other: "{n} de refugii"}}
  tourists: {value: 210000, label: Turiști, unit: {one: "{n} turist", few: "{n} turiști", other: "{n} de turiști"}}
  rate:
    {kind: number, value: 6.6, per: 1000, label: Rata misiunilor,
     unit: {one: "{n} misiune", few: "{n} misiuni", other: "{n} de misiuni"}}
  cold: {value: -23.4, measure: celsius, label: Temperatura minimă}
  change: {value: -6, change: true, label: Schimbarea numărului deceselor}
  cost: {value: 18400, currency: RON, label: Costul mediu al unui zbor}
""",
    "en": """title: Mountain
metrics:
  rescued: {label: People rescued, unit: {one: "{n} person", other: "{n} people"}}
  women: {label: Women rescued, unit: {one: "{n} woman", other: "{n} women"}}
  men: {label: Men rescued, unit: {one: "{n} man", other: "{n} men"}}
  share: {label: Share of men}
  rescuers: {label: Rescuers, unit: {one: "{n} rescuer", other: "{n} rescuers"}}
  huts: {label: Huts, unit: {one: "{n} hut", other: "{n} huts"}}
  tourists: {label: Tourists, unit: {one: "{n} tourist", other: "{n} tourists"}}
  rate: {label: Rate of missions, unit: {one: "{n} mission", other: "{n} missions"}}
  cold: {label: Lowest temperature}
  change: {label: Change in the number of deaths}
  cost: {label: Average cost of a flight}
""",
}
_RIGHT = (
    (
        "La o mie de turiști revin {{ rate.number }} misiuni.",
        "Per thousand tourists there were {{ rate.number }} missions.",
    ),
    (
        "La fiecare mie de turiști revin {{ rate.number }} misiuni.",
        "For every thousand tourists there were {{ rate.number }} missions.",
    ),
    ("Niciunul dintre cele {{ huts }} nu a fost închis.", "None of the {{ huts }} was closed."),
    (
        "Sunt deschise.[^1] Niciunul dintre cele {{ huts }} nu s-a închis.",
        "They are open.[^1] None of the {{ huts }} closed.",
    ),
    (
        "Au fost salvate {{ rescued }} de salvatori. Ponderea bărbaților este de {{ share }}.",
        "The rescuers rescued {{ rescued }}. The share of men is {{ share }}.",
    ),
    ("Temperatura a coborât până la {{ cold }}.", "The temperature fell to {{ cold }}."),
    ("Baza este în cel mai vechi cartier al orașului.", "The base lies in the oldest quarter of the town."),
    ("Donațiile aduc mult. Costul mediu este de {{ cost }}.", "Donations bring much. The average cost is {{ cost }}."),
    ("Au fost {{ huts }}, ca și cu un an înainte.", "There were {{ huts }} a year before."),
    ("Schimbarea este de {{ change }}.", "The change is {{ change }}."),
    (
        "| Cine | Persoane |\n|---|--:|\n| Femei | {{ women.number }} |\n| Bărbați | {{ men.number }} |",
        "| Who | People |\n|---|--:|\n| Women | {{ women.number }} |\n| Men | {{ men.number }} |",
    ),
    (
        "| Cine | Câți |\n|---|--:|\n| Total | {{ rescued.number }} |\n| Turiști | {{ tourists.number }} |",
        "| Who | How many |\n|---|--:|\n| Total | {{ rescued.number }} |\n| Tourists | {{ tourists.number }} |",
    ),
    (
        "| Ce | Numărul |\n|---|--:|\n| Refugii | {{ huts.number }} |\n| Salvatori | {{ rescuers.number }} |",
        "| What | Number |\n|---|--:|\n| Huts | {{ huts.number }} |\n| Rescuers | {{ rescuers.number }} |",
    ),
    ("[^1]: Iarna și vara.", "[^1]: In winter and in summer."),
)
_CODES = frozenset("PS")
"""The first letters of what is told of texts: figures beside words, and languages beside each other."""


def _told(root: Path, pairs: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """What is told of blocks: the language and the block in which it stands, or its code where that is another."""
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "ro"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        **{
            f"content/{tag}/index.md": f"---\n{_HEAD[tag]}---\n" + "\n\n".join(pair[at] for pair in pairs)
            for at, tag in enumerate(("ro", "en"))
        },
    }
    write_site(root, files)
    told = [one for one in check(root, Options()).problems if one.code[0] in _CODES]
    return [(one.code, str(files[one.place.path]).splitlines()[one.place.line - 1]) for one in told]


def test_what_is_right_is_left_alone(tmp_path: Path) -> None:
    """Denominators in words, “none of”, quarters of a town, heads such as “Number” and “People”, a year before."""
    assert _told(tmp_path, _RIGHT) == []
