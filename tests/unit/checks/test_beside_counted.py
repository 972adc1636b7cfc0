"""A bare number stands before a noun that its metric says of itself, or its passage: all lines in one site."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_QUOTE = "S-au făcut 1.209 arestări de hoți, de către 4–6 agenți"
_UNITS: Mapping[str, tuple[str, str]] = {
    "ro": (
        '{one: "{n} arestare", few: "{n} arestări", other: "{n} de arestări"}',
        '{one: "{n} agent", few: "{n} agenți", other: "{n} de agenți"}',
    ),
    "en": ('{one: "{n} arrest", other: "{n} arrests"}', '{one: "{n} agent", other: "{n} agents"}'),
    "de": ('{one: "{n} Festnahme", other: "{n} Festnahmen"}', '{one: "{n} Kraft", other: "{n} Kräfte"}'),
    "fr": (
        '{one: "{n} arrestation", many: "{n} d’arrestations", other: "{n} arrestations"}',
        '{one: "{n} agent", many: "{n} d’agents", other: "{n} agents"}',
    ),
    "ar": (
        "{" + ", ".join(f'{one}: "{{n}} اعتقال"' for one in ("zero", "one", "two", "few", "many", "other")) + "}",
        "{" + ", ".join(f'{one}: "{{n}} ضابط"' for one in ("zero", "one", "two", "few", "many", "other")) + "}",
    ),
}
_NOUNS = {"ro": "suspecți", "en": "suspects", "de": "Verdächtige", "fr": "suspects", "ar": "مشتبه"}
_TOLD: Mapping[str, tuple[str, ...]] = {
    "ro": ("Au fost {{ arrests.number }} de răniți.", "O echipă are {{ team.number }} câini."),
    "en": (
        "There were {{ arrests.number }} injuries.",
        "{{ arrests.number }} convictions.",
        "The {{ arrests.number }} police patrols took weeks.",
        "A team has {{ team.number }} dogs.",
    ),
    "de": ("Es gab {{ arrests.number }} Verletzte.", "Ein Trupp hat {{ team.number }} junge Hunde."),
    "fr": ("Il y a eu {{ arrests.number }} blessés.", "Une équipe a {{ team.number }} chiens."),
    "ar": ("كانت هناك {{ arrests.number }} دورية.",),
}
_RIGHT: Mapping[str, tuple[str, ...]] = {
    "ro": (
        "Au fost {{ arrests.number }} de suspecți.",
        "Au fost prinși {{ arrests.number }} de hoți.",
        "Au fost arestați {{ arrests.number }} de bărbați.",
        "Au fost oprite {{ arrests.number }} de persoane.",
        "Cifra {{ arrests.number }} se scrie altfel în engleză.",
    ),
    "en": (
        "There were {{ arrests.number }} suspects.",
        "There were {{ arrests.number }} new arrests.",
        "There were {{ arrests.number }} thieves caught.",
        "Police arrested {{ arrests.number }} drivers.",
        "There were {{ arrests.number }} people.",
        "By our rules: {{ arrests.number }} looks different in Romanian.",
        "{{ arrests.number }} took place at night.",
    ),
    "de": (
        "Es gab {{ arrests.number }} Verdächtige.",
        "Man hat {{ arrests.number }} Männer festgenommen.",
        "Es gab {{ arrests.number }} Massenfestnahmen.",
        "Es waren {{ arrests.number }} Personen.",
        "Es waren {{ arrests.number }} mehr als erwartet.",
    ),
    "fr": (
        "Il y a eu {{ arrests.number }} suspects.",
        "La police a arrêté {{ arrests.number }} conducteurs.",
        "Il y a eu {{ arrests.number }} personnes.",
    ),
    "ar": ("كانت هناك {{ arrests.number }} حالة.",),
}


def _sheet(tag: str, bodies: tuple[str, ...]) -> str:
    arrests, team = _UNITS[tag]
    label = {"ro": "Cifra", "en": "The sum", "de": "Die Summe", "fr": "La somme", "ar": "المجموع"}[tag]
    value = f', value: 1209, source: press, quote: "{_QUOTE}"' if tag == "ro" else ""
    said = "" if tag == "ro" else ', translation: "1209 thieves"' if tag == "en" else ""
    lines = (
        "---",
        "title: T",
        *(["sources:", "  press: {title: P, publisher: P, date: 2024-01-02, lang: ro}"] if tag == "ro" else []),
        "metrics:",
        f"  arrests: {{label: {label}, unit: {arrests}, nouns: [{_NOUNS[tag]}]{value}{said}}}",
        f"  team: {{label: {label}, unit: {team}{', kind: range, value: 4–6' if tag == 'ro' else ''}}}",
        "---",
    )
    return "\n".join((*lines, *(f"{one}\n" for one in bodies)))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> frozenset[tuple[str, str]]:
    """The lines of which it is told that a number stands before a noun of something else, by language."""
    every = {tag: (*_TOLD[tag], *_RIGHT[tag]) for tag in _UNITS}
    files = {f"content/{tag}/index.md": _sheet(tag, bodies) for tag, bodies in every.items()}
    root = write_site(
        tmp_path_factory.mktemp("counted"),
        {"site.toml": 'reference = "ro"\ntitle = "T"\nbase_url = "https://facts.example/"\n', **files},
    )
    found = (one for one in check(root, Options()).problems if one.code == "S323")
    lines = ((Path(one.place.path).parts[1], one.place) for one in found)
    return frozenset((tag, files[place.path].splitlines()[place.line - 1]) for tag, place in lines)


@pytest.mark.parametrize("tag", _UNITS)
def test_a_noun_of_something_else_is_told(told: frozenset[tuple[str, str]], tag: str) -> None:
    """“1,209 injuries” is none of the arrests, nor are “dogs” the size of a team of agents."""
    assert {line for one, line in told if one == tag} >= set(_TOLD[tag])


@pytest.mark.parametrize("tag", _UNITS)
def test_a_noun_that_the_metric_says_of_itself_is_right(told: frozenset[tuple[str, str]], tag: str) -> None:
    """Its unit, `nouns`, quote and translation count, a word of its unit in the sentence, and “people”."""
    assert {line for one, line in told if one == tag} & set(_RIGHT[tag]) == set()


@pytest.mark.parametrize(
    ("quote", "told"), [("about 68.5% were men", 0), ("about 68.5% of those on board were men", 1)]
)
def test_a_share_is_of_another_whole_where_something_says_its_own(tmp_path: Path, quote: str, told: int) -> None:
    """“Share of men” names the part; where no passage says the whole, “of the sailors” contradicts nothing."""
    sheet = f"""---
title: A
sources: {{log: {{title: Log, lang: en}}}}
metrics:
  sailors: {{value: 108, label: Sailors, unit: {{one: "{{n}} sailor", other: "{{n}} sailors"}}}}
  men: {{value: 68.5, kind: percent, bound: about, label: Share of men, source: log, quote: "{quote}"}}
---
Men are {{{{ men }}}} of the sailors.
"""
    site = write_site(tmp_path, {"site.toml": 'reference = "en"\ntitle = "A"\n', "content/en/index.md": sheet})
    assert [one.code for one in check(site, Options()).problems].count("S323") == told
