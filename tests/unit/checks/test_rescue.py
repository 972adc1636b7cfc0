"""A mountain rescue in two languages: what a good editor may write of it is left alone, what is wrong in both is told.

All right blocks stand in one site and all wrong ones in another, so that each is seen among the others.
"""

from collections.abc import Mapping, Sequence
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
  hospital:
    {value: 604, label: Persoane transportate la spital,
     unit: {one: "{n} persoană", few: "{n} persoane", other: "{n} de persoane"}}
  before: {value: 1111, label: Misiuni în 2024, unit: {one: "{n} misiune", few: "{n} misiuni", other: "{n} de misiuni"}}
  missions: {value: 1214, label: Misiuni, unit: {one: "{n} misiune", few: "{n} misiuni", other: "{n} de misiuni"}}
  growth: {change_of: [before, missions], label: Creșterea misiunilor}
  founded: {kind: date, value: 1973-06-14, label: Înființarea serviciului}
  earliest: {kind: time, value: 04:50, label: Cel mai devreme apel}
  calls: {value: 1846, label: Apeluri, unit: {one: "{n} apel", few: "{n} apeluri", other: "{n} de apeluri"}}
  doubled: {kind: times, value: 2, label: Creșterea apelurilor în zece ani}
  uninsured: {kind: percent, value: 71, label: Turiști fără asigurare}
  ski: {kind: points, value: -3.1, change: true, label: Schimbarea ponderii accidentelor de schi}
charts:
  - {id: who, type: bars, title: Salvați, metrics: [men, women]}
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
  hospital: {label: People taken to hospital, unit: {one: "{n} person", other: "{n} people"}}
  before: {label: Missions in 2024, unit: {one: "{n} mission", other: "{n} missions"}}
  missions: {label: Missions, unit: {one: "{n} mission", other: "{n} missions"}}
  growth: {label: Growth of the missions}
  founded: {label: Founding of the service}
  earliest: {label: The earliest call}
  calls: {label: Calls, unit: {one: "{n} call", other: "{n} calls"}}
  doubled: {label: Growth of the calls in ten years}
  uninsured: {label: Tourists without insurance}
  ski: {label: Change in the share of ski accidents}
charts:
  - {id: who, title: Rescued}
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
    ("Înainte de {{ founded }} nu era nimeni.", "Before {{ founded }} there was nobody."),
    ("Echipa dinainte de {{ founded }} era mică.", "The team before {{ founded }} was small."),
    ("Din {{ founded }} apelurile au crescut {{ doubled }}.", "Since {{ founded }} calls grew {{ doubled }}."),
    ("În zece ani s-au înmulțit {{ doubled }}.", "In ten years they grew {{ doubled }}."),
    (
        "Misiunile au fost mai multe decât în 2024, când au fost {{ before }}.",
        "There were more missions than in 2024, when there were {{ before }}.",
    ),
    ("Turiștii nu aveau asigurare: {{ uninsured }}.", "The tourists had no insurance: {{ uninsured }}."),
    ("Ponderea a scăzut cu {{ ski.size }}.", "The share fell by {{ ski.size }}."),
    ("Creșterea misiunilor este de {{ growth.size }}.", "The growth of the missions is {{ growth.size }}."),
    ("Cel mai devreme apel a venit la {{ earliest }}.", "The earliest call came at {{ earliest }}."),
    ("Din bugetul lor au fost salvate {{ rescued }}.", "By their budget {{ rescued }} were rescued."),
    ("Dintre cele salvate, {{ hospital }} au plecat cu elicopterul.", "Of those rescued, {{ hospital }} left by air."),
    ("[^1]: Iarna și vara.", "[^1]: In winter and in summer."),
)
_WRONG = (
    ("A fost înființat înainte de {{ founded }}.", "It was founded before {{ founded }}.", "S328"),
    ("A fost înființat după {{ founded }}.", "It was founded after {{ founded }}.", "S328"),
    ("Au crescut {{ doubled }} în douăzeci de ani.", "They grew {{ doubled }} in twenty years.", "S326"),
    (
        "Misiunile au fost mai puține decât în 2024, când au fost {{ before }}.",
        "There were fewer missions than in 2024, when there were {{ before }}.",
        "S324",
    ),
    ("Aveau asigurare {{ uninsured }} dintre turiști.", "{{ uninsured }} of the tourists had insurance.", "S326"),
    ("Ponderea a scăzut la {{ ski.size }}.", "The share fell to {{ ski.size }}.", "S306"),
    ("Creșterea refugiilor este de {{ growth.size }}.", "The growth of the huts is {{ growth.size }}.", "S311"),
    ("Ponderea femeilor este de {{ share }}.", "The share of women is {{ share }}.", "S311"),
    ("Au fost transportate la spital {{ rescued }}.", "{{ rescued }} were taken to hospital.", "S311"),
    ("Refugii: {{ huts }} → 32.", "Huts: {{ huts }} → 32.", "S306"),
    ("Misiunile au crescut {{ doubled }} în zece ani.", "Missions grew {{ doubled }} in ten years.", "S311"),
    ("Cel mai târziu apel a venit la {{ earliest }}.", "The latest call came at {{ earliest }}.", "S326"),
)
"""What both languages say alike, with what is told of it in each."""

_CODES = frozenset("PS")
"""The first letters of what is told of texts: figures beside words, and languages beside each other."""


def _told(root: Path, pairs: Sequence[tuple[str, ...]], heads: Mapping[str, str] = _HEAD) -> list[tuple[str, str]]:
    """What is told of blocks: the language and the block in which it stands, or its code where that is another."""
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "ro"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        **{
            f"content/{tag}/index.md": f"---\n{heads[tag]}---\n" + "\n\n".join(pair[at] for pair in pairs)
            for at, tag in enumerate(("ro", "en"))
        },
    }
    write_site(root, files)
    told = [one for one in check(root, Options()).problems if one.code[0] in _CODES]
    return [(one.code, str(files[one.place.path]).splitlines()[one.place.line - 1]) for one in told]


def test_what_both_languages_say_wrongly_is_told(tmp_path: Path) -> None:
    """Limits of days, lengths of time, what a figure is compared with, is of, and is corrected to."""
    told = set(_told(tmp_path, tuple(pair[:2] for pair in _WRONG)))
    assert {(code, text) for *texts, code in _WRONG for text in texts} <= told


def test_titles_of_charts_compare_what_they_draw(tmp_path: Path) -> None:
    """“More women than men” over both, though other women are counted too."""
    more = {"ro": "title: Salvați,", "en": "title: Rescued}"}
    wrong = {"ro": "title: Mai multe femei decât bărbați,", "en": "title: More women than men}"}
    heads = {tag: _HEAD[tag].replace(more[tag], wrong[tag]) for tag in _HEAD}
    assert {code for code, _ in _told(tmp_path, (), heads)} == {"S324"}


def test_what_is_right_is_left_alone(tmp_path: Path) -> None:
    """Denominators in words, “none of”, quarters of a town, heads such as “Number” and “People”, a year before."""
    assert _told(tmp_path, _RIGHT) == []
