"""Units and bounds leave the figures that they are put around what they are."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.core.codes import message
from tests.proving import EN, RO, SITE, found, place, problems, spoiled
from tests.support import write_site

BOUND = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgctxt "bound"\nmsgid "over %(figure)s"\n'


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("{n} thousand arrests", "N126"),
        ("minus {n} arrests", "N126"),
        ("{n} per cent of arrests", "N126"),
        ("{n} dozen arrests", "N126"),
        ("€{n}", "N126"),
        ("half of {n} arrests", "N127"),
        ("no {n} arrests", "N127"),
        ("{n} victims", "N128"),
    ],
)
def test_a_unit_that_changes_the_number_is_told_at_its_phrase(tmp_path: Path, unit: str, code: str) -> None:
    """A unit is read with the number put in: it may not scale, negate, price or share it, nor count something else."""
    files = spoiled(EN, ('one: "{n} arrest", other: "{n} arrests"', f'one: "{{n}} arrest", other: "{unit}"'))
    told = [one for one in found(tmp_path, files) if one.startswith("N12")]
    assert told == [f"{code} {EN}:{place(files[EN], f'{unit}') if code != 'N128' else place(files[EN], 'one: ')}"] or (
        [one.partition(" ")[0] for one in told] == [code]
    )


@pytest.mark.parametrize("unit", ["{n} days", "{n} kilometres", "{n} new arrests", "the {n} arrests"])
def test_a_unit_of_measure_may_be_written_as_words(tmp_path: Path, unit: str) -> None:
    """A count that declares no measure may count days."""
    files = spoiled(EN, ('other: "{n} arrests"', f'other: "{unit}"'))
    assert [one for one in found(tmp_path, files) if one.startswith("N12")] == []


def test_a_noun_may_be_called_as_money_is(tmp_path: Path) -> None:
    """French books are “livres”, as pounds are: a count of them, its quote and its noun in a sentence are right."""
    sheet = """---
title: Bibliothèque
sources: {rapport: {title: Rapport, lang: fr}}
metrics:
  lent:
    value: 1209
    label: Livres
    unit: {one: "{n} livre", many: "{n} de livres", other: "{n} livres"}
    source: rapport
    quote: "1 209 livres"
---
Il y a {{ lent }}, oui, {{ lent.number }} livres.
"""
    files = {
        "site.toml": 'reference = "fr"\ntitle = "B"\nbase_url = "https://facts.example/"\n',
        "content/fr/index.md": sheet,
    }
    assert [one for one in found(tmp_path, files) if one[0] in "NSQ"] == []


def test_percentage_points_are_declared_as_such(tmp_path: Path) -> None:
    """The way out of a percentage in points is the kind for them."""
    files = spoiled(RO, ('other: "{n} de operațiuni"', 'other: "{n} de puncte procentuale"'))
    told = [one for one in problems(tmp_path, files) if one.code == "N126"]
    assert [one.variant for one in told] == ["points"]


def test_money_in_words_must_be_of_the_currency(tmp_path: Path) -> None:
    """Euros are not dollars."""
    files = spoiled(RO, ("{n} de dolari", "{n} de euro"))
    assert [one[:4] for one in found(tmp_path, files) if one.startswith("N")] == ["N126"]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("over %(figure)s", []),
        ("more than %(figure)s", []),
        ("under %(figure)s", ["T616"]),
        ("over a dozen %(figure)s", ["T616"]),
        ("%(figure)s thousand", ["T616"]),
    ],
)
def test_a_bound_is_translated_by_words_that_say_it(tmp_path: Path, words: str, codes: list[str]) -> None:
    """A translation of a bound is read with a number put in, at its line of the catalogue."""
    files = {**SITE, "locales/en.po": f'{BOUND}msgstr "{words}"\n'}
    told = [one for one in check(write_site(tmp_path, files), Options()).problems if one.code == "T616"]
    assert [one.code for one in told] == codes
    assert all(one.place.path == "locales/en.po" and "should be > 1,300" in message(one) for one in told)


@pytest.mark.parametrize(
    ("file", "changes", "is_told"),
    [
        (
            EN,
            [("label: Arrests", "label: X"), ("label: Victims", "label: Arrests"), ("label: X", "label: Victims")],
            True,
        ),
        (EN, [('"{n} arrests"', '"{n} x"'), ('"{n} victims"', '"{n} arrests"'), ('"{n} x"', '"{n} victims"')], True),
        (
            RO,
            [("label: Arestări", "label: X"), ("label: Victime", "label: Arestări"), ("label: X", "label: Victime")],
            True,
        ),
        (EN, [("label: Arrests", "label: Arrests of victims")], False),
        (EN, [("label: Arrests", "label: Held")], False),
    ],
)
def test_exchanged_labels_and_units_are_found(
    tmp_path: Path, file: str, changes: list[tuple[str, str]], *, is_told: bool
) -> None:
    """Two units that count what the label of the other names are told, in the original too."""
    assert [one[:4] for one in found(tmp_path, spoiled(file, *changes)) if one[:4] == "N129"] == ["N129"] * is_told


@pytest.mark.parametrize(
    ("phrase", "codes"),
    [
        ("{n} beds per {per} people", []),
        ("{n} beds", []),
        ("{n} beds per {per},000 people", ["N126"]),
        ("{n} beds per 1,000 people", ["N126"]),
        ("{n} beds per million people", ["N126"]),
        ("{n} beds per hundred people", ["N126"]),
    ],
)
def test_a_rate_is_per_what_its_metric_declares(tmp_path: Path, phrase: str, codes: list[str]) -> None:
    """A unit that says another denominator is an error; the words of the tool say one that it leaves out."""
    assert _told_of_unit(tmp_path, phrase, "per: 1000") == codes


@pytest.mark.parametrize(
    ("phrase", "codes"),
    [
        ("{n} beds a day", ["N127"]),
        ("{n} beds per person", ["N127"]),
        ("{n} beds a year", []),
        ("{n} kg of beds", ["N127"]),
        ("{n} yards", []),
    ],
)
def test_a_translation_makes_no_rate_and_no_measure_of_a_count(tmp_path: Path, phrase: str, codes: list[str]) -> None:
    """A denominator or a measure that the original does not have is told; a year, in which all is counted, is none."""
    assert _told_of_unit(tmp_path, phrase, "source: presa") == codes


def _told_of_unit(tmp_path: Path, phrase: str, more: str) -> list[str]:
    """The findings about units where a translation has this phrase for a metric with one more key."""
    own = "{n} paturi" + (" la {per} de locuitori" if "per" in more else "")
    unit = f'{{one: "{own}", few: "{own}", other: "{own}"}}'
    files = spoiled(
        RO, ("  operations:\n", f"  beds: {{value: 7, label: Paturi, unit: {unit}, {more}}}\n  operations:\n")
    )
    english = f'  beds: {{label: Beds, unit: {{one: "{phrase}", other: "{phrase}"}}}}\n  operations:\n'
    files = {**files, EN: files[EN].replace("  operations:\n", english, 1)}
    return [one[:4] for one in found(tmp_path, files) if one[:3] == "N12"]
