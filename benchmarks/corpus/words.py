"""The words that the sheets of the corpus are made of, in Romanian and in English."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

Both = Mapping[str, str]
"""A text by language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What a figure counts: its label, its form by plural category, and the sizes it may take."""

    id: str
    kind: str = "count"
    label: Both
    forms: Mapping[str, Both]
    low: int
    high: int
    step: int = 1


def _noun(
    name: str, labels: str, ro: str, en: str, sizes: tuple[int, int], *, kind: str = "count", step: int = 1
) -> Noun:
    """Read a row: `label ro|label en`, `one|few` in Romanian, `one|other` in English."""
    label_ro, label_en = labels.split("|")
    one, few = ro.split("|")
    single, many = en.split("|")
    return Noun(
        id=name,
        kind=kind,
        label={"ro": label_ro, "en": label_en},
        forms={
            "ro": {"one": f"{{n}} {one}", "few": f"{{n}} {few}", "other": f"{{n}} de {few}"},
            "en": {"one": f"{{n}} {single}", "other": f"{{n}} {many}"},
        },
        low=sizes[0],
        high=sizes[1],
        step=step,
    )


COUNTS: Final = (
    _noun("trees", "Arbori plantați|Trees planted", "arbore|arbori", "tree|trees", (120, 90_000)),
    _noun("volunteers", "Voluntari|Volunteers", "voluntar|voluntari", "volunteer|volunteers", (12, 4_000)),
    _noun("schools", "Școli cuprinse|Schools taking part", "școală|școli", "school|schools", (3, 300)),
    _noun("pupils", "Elevi instruiți|Pupils taught", "elev|elevi", "pupil|pupils", (400, 60_000)),
    _noun("visits", "Vizite la bibliotecă|Library visits", "vizită|vizite", "visit|visits", (900, 400_000)),
    _noun("reports", "Sesizări rezolvate|Reports resolved", "sesizare|sesizări", "report|reports", (20, 9_000)),
    _noun("stations", "Stații de măsurare|Stations", "stație|stații", "station|stations", (2, 190)),
    _noun("samples", "Probe analizate|Samples tested", "probă|probe", "sample|samples", (101, 20_000)),
    _noun("bridges", "Poduri verificate|Bridges checked", "pod|poduri", "bridge|bridges", (2, 120)),
    _noun("lamps", "Lămpi înlocuite|Lamps replaced", "lampă|lămpi", "lamp|lamps", (40, 30_000)),
    _noun("beds", "Paturi de spital|Hospital beds", "pat|paturi", "bed|beds", (19, 2_500)),
    _noun("families", "Familii ajutate|Families helped", "familie|familii", "family|families", (13, 7_000)),
)
MONEY: Final = (
    _noun(
        "grants",
        "Granturi acordate|Grants awarded",
        "euro|euro",
        "euro|euros",
        (200_000, 90_000_000),
        kind="money",
        step=100_000,
    ),
    _noun(
        "savings",
        "Economii obținute|Savings made",
        "euro|euro",
        "euro|euros",
        (10_000, 900_000),
        kind="money",
        step=500,
    ),
    _noun(
        "works",
        "Lucrări plătite|Works paid for",
        "euro|euro",
        "euro|euros",
        (300_000, 600_000_000),
        kind="money",
        step=100_000,
    ),
)
SHARES: Final = (
    _noun("recycled", "Deșeuri reciclate|Waste recycled", "|", "|", (50, 960), kind="percent"),
    _noun("satisfied", "Locuitori mulțumiți|Residents satisfied", "|", "|", (200, 990), kind="percent"),
)

TOPICS: Final[tuple[tuple[str, Both], ...]] = (
    ("parks", {"ro": "parcuri", "en": "parks"}),
    ("water", {"ro": "apă", "en": "water"}),
    ("roads", {"ro": "drumuri", "en": "roads"}),
    ("health", {"ro": "sănătate", "en": "health"}),
    ("schools", {"ro": "școli", "en": "schools"}),
    ("libraries", {"ro": "biblioteci", "en": "libraries"}),
    ("lighting", {"ro": "iluminat", "en": "lighting"}),
    ("waste", {"ro": "deșeuri", "en": "waste"}),
)
PLACES: Final = (
    "Albeni",
    "Brăești",
    "Cerna",
    "Dorna",
    "Fântânele",
    "Grădiștea",
    "Izvoarele",
    "Lipova",
    "Măgura",
    "Negrești",
    "Ocnița",
    "Poiana",
    "Răchita",
    "Șoimuș",
    "Țibana",
    "Valea Seacă",
)
NAMES: Final = ("Apollo", "Codex", "Delta", "Meridian", "Orizont")
"""Names that a number follows."""

HEADINGS: Final[tuple[Both, ...]] = (
    {"ro": "Ce s-a făcut", "en": "What was done"},
    {"ro": "Cum s-a lucrat", "en": "How the work went"},
    {"ro": "Cine a contribuit", "en": "Who took part"},
    {"ro": "Ce arată datele", "en": "What the data show"},
    {"ro": "Ce urmează", "en": "What comes next"},
)
