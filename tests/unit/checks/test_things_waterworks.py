"""A waterworks in two languages: what a good editor may write of it is left alone, what is wrong in both is told."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_HEAD = {
    "ro": """title: Apă
date: 2025-12-30
sources:
  raport: {title: Raport, publisher: Apa, date: 2026-01-28, lang: ro}
metrics:
  bursts:
    value: 384
    label: Avarii reparate
    unit: {one: "{n} avarie", few: "{n} avarii", other: "{n} de avarii"}
    as_of: 2025
    source: raport
    quote: "Au fost reparate 384 de avarii"
    history: {2024: 445, 2023: 402, quote: "445 în 2024 și 402 în 2023"}
  change: {value: -61, change: true, label: Schimbarea avariilor}
  stolen: {value: 310000, measure: cubic-meter, interval: 260000–360000, label: Apă furată}
  price: {value: 6.85, currency: RON, per: cubic-meter, label: Prețul apei}
  failed:
    value: 23
    label: Probe neconforme
    unit: {one: "{n} probă", few: "{n} probe", other: "{n} de probe"}
    source: raport
    quote: "nu au fost conforme 23 de probe"
  lead:
    value: 150
    bound: under
    label: Locuințe cu țevi de plumb
    unit: {one: "{n} locuință", few: "{n} locuințe", other: "{n} de locuințe"}
    source: raport
    quote: "Sub 150 de locuințe au încă țevi de plumb"
  supplied:
    value: 9400000
    measure: cubic-meter
    label: Apă livrată
    as_of: 2025
    source: raport
    quote: "am livrat 9,4 milioane de metri cubi de apă potabilă"
    history: {2024: 9900000, 2023: 10300000, quote: "9,9 mil. m³ în 2024 și 10,3 mil. m³ în 2023"}
  sewage:
    value: 7100000
    measure: cubic-meter
    label: Apă uzată tratată
    source: raport
    quote: "s-au tratat 7,1 milioane de metri cubi de apă uzată"
  women: {value: 118, label: Femei, unit: {one: "{n} femeie", few: "{n} femei", other: "{n} de femei"}}
  men: {value: 246, label: Bărbați, unit: {one: "{n} bărbat", few: "{n} bărbați", other: "{n} de bărbați"}}
  start: {value: 1908-10-04, kind: date, label: Prima conductă}
  pump: {value: 1926, kind: year, label: Cea mai veche pompă}
  workers:
    value: 40–60
    kind: range
    label: Muncitori
    unit: {one: "{n} muncitor", few: "{n} muncitori", other: "{n} de muncitori"}
charts:
  - {id: staff, type: bars, title: Mai mulți bărbați decât femei, metrics: [men, women]}
  - {id: evolution, type: columns, title: Avariile, summary: Pe ani., metrics: [bursts]}
  - {id: water, type: columns, title: Apa livrată, summary: Pe ani., metrics: [supplied]}
""",
    "en": """title: Water
metrics:
  bursts: {label: Bursts repaired, unit: {one: "{n} burst", other: "{n} bursts"}}
  change: {label: Change in bursts}
  stolen: {label: Water stolen}
  price: {label: Price of water}
  failed: {label: Samples below standard, unit: {one: "{n} sample", other: "{n} samples"}}
  lead: {label: Homes with lead pipes, unit: {one: "{n} home", other: "{n} homes"}}
  supplied: {label: Water supplied}
  sewage: {label: Waste water treated}
  women: {label: Women, unit: {one: "{n} woman", other: "{n} women"}}
  men: {label: Men, unit: {one: "{n} man", other: "{n} men"}}
  start: {label: The first pipe}
  pump: {label: The oldest pump}
  workers: {label: Workers, unit: {one: "{n} worker", other: "{n} workers"}}
charts:
  - {id: staff, title: More men than women}
  - {id: evolution, title: Bursts, summary: By year.}
  - {id: water, title: Water supplied, summary: By year.}
""",
}
_RIGHT = (
    ("În 2024 fuseseră cu {{ change.size }} mai multe.", "In 2024 there had been {{ change.size }} more."),
    ("Se estimează că s-au furat {{ stolen }} de apă.", "An estimated {{ stolen }} of water were stolen."),
    ("Un metru cub de apă costă {{ price.number }} lei.", "A cubic metre of water costs {{ price.number }} lei."),
    ("{{ supplied }}, mai puțin decât în anul de dinainte.", "{{ supplied }}, less than in the year before."),
    ("{{ bursts }}, cele mai puține din ultimii trei ani.", "{{ bursts }}, the fewest in three years."),
    ("{{ supplied }}, cel mai puțin din ultimii ani.", "{{ supplied }}, the least in years."),
    ("Înainte de {{ start }} nu era nicio conductă.", "Before {{ start }} there was no pipe."),
    ("A venit într-o duminică, la {{ start }}.", "It came on Sunday, {{ start }}."),
    ("Cea mai veche pompă este din {{ pump }}.", "The oldest pump is from {{ pump }}."),
    ("{{ bursts }}, cele mai multe în ianuarie.", "{{ bursts }}, the most in January."),
)
_WRONG = (
    ("Prima conductă este dinainte de {{ start }}.", "The first pipe is from before {{ start }}.", "S328"),
    ("Cea mai nouă pompă este din {{ pump }}.", "The newest pump is from {{ pump }}.", "S326"),
    ("A venit într-o vineri, la {{ start }}.", "It came on Friday, {{ start }}.", "S316"),
    ("Peste {{ workers }} lucrează.", "Over {{ workers }} work.", "S306"),
    ("În 2025 au fost cu {{ change.size }} mai multe.", "In 2025 there were {{ change.size }} more.", "S320"),
    (
        "Față de 2024 au fost cu {{ change.size }} mai multe.",
        "Compared with 2024 there were {{ change.size }} more.",
        "S320",
    ),
    ("{{ supplied }}, mai mult decât în anul de dinainte.", "{{ supplied }}, more than in the year before.", "S322"),
    ("{{ bursts }}, mai multe decât cu un an înainte.", "{{ bursts }}, more than a year before.", "S322"),
    ("{{ bursts }}, cele mai multe din ultimii trei ani.", "{{ bursts }}, the most in three years.", "S324"),
    ("Un locuitor plătește {{ price.number }} lei.", "An inhabitant pays {{ price.number }} lei.", "S306"),
)
"""What both languages say alike, with what is told of it in each."""

_CODES = frozenset("NPQS")


def _told(root: Path, pairs: Sequence[tuple[str, ...]], heads: Mapping[str, str] = _HEAD) -> set[tuple[str, str]]:
    """What is told of blocks and of the front matter: its code, and the line in which it stands."""
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "ro"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        **{
            f"content/{tag}/index.md": f"---\n{heads[tag]}---\n" + "\n\n".join(pair[at] for pair in pairs)
            for at, tag in enumerate(("ro", "en"))
        },
    }
    write_site(root, files)
    told = [one for one in check(root, Options()).problems if one.code[0] in _CODES and one.code != "Q401"]
    return {(one.code, str(files[one.place.path]).splitlines()[one.place.line - 1]) for one in told}


def test_what_both_languages_say_wrongly_is_told(tmp_path: Path) -> None:
    """A rise where something fell, and a rate of which nothing says what it is per."""
    assert {(code, text) for *texts, code in _WRONG for text in texts} <= _told(tmp_path, _WRONG)


def test_what_is_right_is_left_alone(tmp_path: Path) -> None:
    """More in the year before a fall, an estimate with its interval, the unit of a rate as a subject; and passages."""
    assert _told(tmp_path, _RIGHT) == set()


_TITLES = (
    (
        {"ro": "title: Avariile", "en": "title: Bursts"},
        {"ro": "title: Avariile au crescut după 2024", "en": "title: Bursts rose after 2024"},
        "S322",
    ),
    (
        {"ro": "title: Avariile", "en": "title: Bursts"},
        {"ro": "title: Avariile au scăzut după 2024", "en": "title: Bursts fell after 2024"},
        "",
    ),
    (
        {"ro": "title: Avariile", "en": "title: Bursts"},
        {"ro": "title: Avariile au scăzut în 2024", "en": "title: Bursts fell in 2024"},
        "S322",
    ),
    (
        {"ro": "title: Avariile", "en": "title: Bursts"},
        {"ro": "title: Avariile au crescut în 2024", "en": "title: Bursts rose in 2024"},
        "",
    ),
    (
        {"ro": "summary: Pe ani.", "en": "summary: By year."},
        {"ro": "summary: Cele mai multe avarii au fost în 2023.", "en": "summary: The most bursts were in 2023."},
        "S324",
    ),
    (
        {"ro": "summary: Pe ani.", "en": "summary: By year."},
        {"ro": "summary: Cele mai puține avarii au fost în 2025.", "en": "summary: The fewest bursts were in 2025."},
        "",
    ),
    (
        {"ro": "Mai mulți bărbați decât femei", "en": "More men than women"},
        {"ro": "De trei ori mai mulți bărbați decât femei", "en": "Three times as many men as women"},
        "S315",
    ),
    (
        {"ro": "Mai mulți bărbați decât femei", "en": "More men than women"},
        {"ro": "De două ori mai mulți bărbați decât femei", "en": "Twice as many men as women"},
        "",
    ),
    (
        {"ro": "title: Avariile", "en": "title: Bursts"},
        {"ro": "title: Avariile s-au dublat într-un cartier", "en": "title: Bursts doubled in one district"},
        "",
    ),
)
"""What stands in the front matter, what stands there instead, and what is told of it."""


@pytest.mark.parametrize(("old", "new", "code"), _TITLES)
def test_titles_of_charts_are_of_their_years(
    tmp_path: Path, old: Mapping[str, str], new: Mapping[str, str], code: str
) -> None:
    """A rise after a year or in it, the year with the most, and by how many times one bar is longer."""
    heads = {tag: text.replace(old[tag], new[tag], 1) for tag, text in _HEAD.items()}
    assert {one for one, _ in _told(tmp_path, (), heads)} == ({code} if code else set())


@pytest.mark.parametrize(
    ("tag", "one", "two", "code"),
    [
        ("en", "title: Bursts", "title: Water supplied", "S311"),
        ("en", "title: Bursts", "title: More men than women", "S311"),
        ("ro", "label: Apă livrată", "label: Apă uzată tratată", "N129"),
    ],
)
def test_texts_that_changed_places_are_told(tmp_path: Path, tag: str, one: str, two: str, code: str) -> None:
    """Titles of charts in one language, and labels that share a word."""
    heads = {**_HEAD, tag: _HEAD[tag].replace(one, "@").replace(two, one).replace("@", two)}
    assert code in {told for told, _ in _told(tmp_path, (), heads)}


def test_names_of_rows_that_changed_places_are_told(tmp_path: Path) -> None:
    """The first cells of a typed table, where a name is the same in both languages."""
    rows = "|  | Avarii |\n|---|--:|\n| Gară | {{ bursts.number }} |\n| Deal | {{ bursts.number }} |"
    turned = rows.replace("Gară", "@").replace("Deal", "Gară").replace("@", "Deal").replace("Avarii", "Bursts")
    assert ("P211", "| Deal | {{ bursts.number }} |") in _told(tmp_path, ((rows, turned),))
    assert _told(tmp_path, ((rows, rows.replace("Avarii", "Bursts").replace("Deal", "Hill")),)) == set()
