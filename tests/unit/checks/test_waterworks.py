"""A waterworks in two languages: what a good editor may write of it is left alone, what is wrong in both is told."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_HEAD = {
    "ro": """title: Apă
date: 2026-02-10
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
""",
    "en": """title: Water
metrics:
  bursts: {label: Bursts repaired, unit: {one: "{n} burst", other: "{n} bursts"}}
  change: {label: Change in bursts}
  stolen: {label: Water stolen}
  price: {label: Price of water}
  failed: {label: Samples below standard, unit: {one: "{n} sample", other: "{n} samples"}}
  lead: {label: Homes with lead pipes, unit: {one: "{n} home", other: "{n} homes"}}
""",
}
_RIGHT = (
    ("În 2024 fuseseră cu {{ change.size }} mai multe.", "In 2024 there had been {{ change.size }} more."),
    ("Se estimează că s-au furat {{ stolen }} de apă.", "An estimated {{ stolen }} of water were stolen."),
    ("Un metru cub de apă costă {{ price.number }} lei.", "A cubic metre of water costs {{ price.number }} lei."),
)
_WRONG = (
    ("În 2025 au fost cu {{ change.size }} mai multe.", "In 2025 there were {{ change.size }} more.", "S320"),
    (
        "Față de 2024 au fost cu {{ change.size }} mai multe.",
        "Compared with 2024 there were {{ change.size }} more.",
        "S320",
    ),
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
