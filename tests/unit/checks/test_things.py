"""A noun that one metric counts stands for no noun of another in the other language."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_METRICS = {
    "ro": 'nurses: {value: 412, label: Asistente, unit: {one: "{n} asistentă", few: "{n} asistente", other: "{n} de '
    'asistente"}}\n  doctors: {value: 188, label: Medici, unit: {one: "{n} medic", few: "{n} medici", '
    'other: "{n} de medici"}}',
    "en": 'nurses: {label: Nurses, unit: {one: "{n} nurse", other: "{n} nurses"}}\n  doctors: {label: Doctors, unit: '
    '{one: "{n} doctor", other: "{n} doctors"}}',
}
_WRONG = (
    ("Asistentele lucrează noaptea.", "Doctors work at night."),
    ("- Medici: mulți", "- Nurses: many"),
    ("Dintre asistente, medicii și pacienții lor.", "Of nurses, nurses and their patients."),
    ("Asistente: {{ nurses.number }}, apoi {{ doctors }}.", "Doctors: {{ nurses.number }}, then {{ doctors }}."),
)
_RIGHT = (
    ("Medicii lucrează cu asistentele.", "Nurses and doctors work together."),
    ("Asistentele lucrează noaptea.", "They work at night."),
    ("Personalul lucrează noaptea.", "Doctors work at night."),
    ("Lucrează {{ nurses }} și {{ doctors }}.", "{{ nurses }} and {{ doctors }} work here."),
    ("Medicamentele sunt scumpe.", "Nursing is dear."),
    ("Asistente: {{ nurses.number }}, apoi {{ doctors }}.", "{{ nurses }}, then doctors: {{ doctors.number }}."),
    ("Medicul și medicii lui.", "The doctor and his nurses."),
)


def _told(write: object, pairs: tuple[tuple[str, str], ...]) -> set[int]:
    sheet = "---\ntitle: T\nmetrics:\n  {}\n---\n{{{{ nurses }}}}, {{{{ doctors }}}}.\n\n{}\n"
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "ro"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        **{
            f"content/{tag}/index.md": sheet.format(_METRICS[tag], "\n\n".join(pair[at] for pair in pairs))
            for at, tag in enumerate(("ro", "en"))
        },
    }
    problems = check(write_site(write, files), Options()).problems  # type: ignore[arg-type]
    return {(one.place.line - 9) // 2 for one in problems if one.code == "P215"}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> set[int]:
    """The numbers of the pairs of which it is told that they speak of other things."""
    return _told(tmp_path_factory.mktemp("things"), (*_WRONG, *_RIGHT))


def test_another_thing_is_told(told: set[int]) -> None:
    """A noun of another metric is told at its line, and nothing is told of free translations."""
    assert told >= set(range(len(_WRONG)))


def test_free_translations_are_left_alone(told: set[int]) -> None:
    """A noun more or less, a word that only begins like one and the nouns of the figures themselves are right."""
    assert told <= {*range(len(_WRONG)), len(_WRONG) + len(_RIGHT) - 1}


def test_a_label_of_one_word_names_what_it_names_in_both_languages(tmp_path: Path) -> None:
    """What one language alone calls by one word is no thing: “Value A” and “Value I”, one of which is an article."""
    sheet = "---\ntitle: T\nmetrics:\n  one: {%s}\n  two: {%s}\n---\n{{ one }}, {{ two }}.\n"
    cases = "unit: {few: '{n} cazuri', other: '{n} de cazuri'}"
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "ro"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        "content/ro/index.md": sheet
        % (f"value: 5, label: Valoarea A, {cases}", f"value: 7, label: Valoarea I, {cases}"),
        "content/en/index.md": sheet
        % ("label: Value A, unit: {other: '{n} cases'}", "label: Value I, unit: {other: '{n} cases'}"),
    }
    assert "P215" not in {one.code for one in check(write_site(tmp_path, files), Options()).problems}
