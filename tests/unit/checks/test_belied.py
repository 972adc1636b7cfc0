"""Sentences that say the contrary of what their figure is called, or another year, are told; right ones are not."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_METRICS = """  cold: {value: -6.5, measure: celsius, label: Lowest temperature}
  opening: {value: 2024-03-14, kind: date, label: Opening of the new wing}
  occupancy: {value: 84.5, kind: percent, label: Occupancy of beds}
  pipe: {value: 37.5, measure: kilometer, label: Length of the pipe}
  start: {value: 07:30, kind: time, label: Start of the opening hours}
  beds:
    {value: 640, as_of: 2024, label: Beds, unit: {one: "{n} bed", other: "{n} beds"}, history: {2022: 600, 2023: 620}}
  rooms: {value: 40, label: Rooms, unit: {one: "{n} room", other: "{n} rooms"}, history: {2022: 30}}
  trips: {value: 12, label: Trips in winter, unit: {one: "{n} trip", other: "{n} trips"}}
  back: {value: 61.5, kind: percent, label: Patients who come back}
  way: {value: 3.5, measure: kilometer, label: Average way}
  wards: {value: 9, as_of: 2025-01-31, label: Wards, unit: {one: "{n} ward", other: "{n} wards"}}
"""
_CONTRARY = (
    "The highest temperature was {{ cold }}.",
    "The maximum was {{ cold }} in January.",
    "The wing was closed on {{ opening }}.",
    "{{ occupancy }} of the beds are free.",
    "The width of the pipe is {{ pipe }}.",
    "The pipe is {{ pipe }} deep.",
    "Opening hours end at {{ start }}.",
    "In summer there were {{ trips }}.",
    "The total way was {{ way }}.",
    "{{ back }} of the patients do not come back.",
    "{{ back }} of them didn't come back.",
)
_OTHER_YEARS = (
    "In 2022 the hospital had {{ beds }}.",
    "In 2022, {{ beds }} stood there.",
    "There were {{ beds }} in 2023.",
    "In 2022 there were {{ rooms }}.",
    "In 2021 there were {{ wards }}.",
    "In 2023 there were {{ beds }}, and {{ rooms }}.",
    "There were {{ beds }} in 2023, more than in 2022.",
    "During 2023 there were {{ beds }}, more than in 2022.",
)
_LIMITS = (
    "| Ward | At least |\n|---|---:|\n| All | {{ rooms.number }} |",
    "| Ward | Rooms, at most |\n|---|---:|\n| All | {{ rooms.number }} |",
    "Over:\n\n- {{ rooms }}",
)
_NO_LIMITS = (
    "| Ward | Maximum |\n|---|---:|\n| All | {{ rooms.number }} |",
    "| Ward | Rooms |\n|---|---:|\n| All | {{ rooms.number }} |",
    "| At least two wards | Rooms |\n|---|---:|\n| All | {{ rooms.number }} |",
    "In all:\n\n- {{ rooms }}",
)
_RIGHT = (
    "The lowest temperature was {{ cold }}.",
    "It was {{ cold }}.",
    "In winter there were {{ trips }}, in summer none.",
    "In all, the average way is {{ way }}.",
    "Not all patients come back: {{ back }}.",
    "It did not take {{ way }} of way.",
    "No more than {{ back }} come back.",
    "{{ back }} come back, and the others do not come back.",
    "There were {{ beds }} in 2022 rooms, and {{ rooms }}.",
    "The plan of 2022 had {{ beds }}, and {{ rooms }}.",
    "The highest point had {{ cold }}.",
    "The lowest and the highest differ: {{ cold }} is the lowest.",
    "The highest was in July; in January it was {{ cold }}.",
    "It was not the highest that {{ cold }} is.",
    "The old wing was closed when the new one opened on {{ opening }}.",
    "On {{ opening }} it began.",
    "{{ occupancy }} of the beds are occupied, the others are free.",
    "The pipe is {{ pipe }} long.",
    "It is closed until {{ start }}.",
    "It starts at {{ start }}.",
    "In 2024 the hospital had {{ beds }}.",
    "There were {{ beds }} in 2024.",
    "In 2019 a law was passed, and there are {{ beds }}.",
    "Since 2022 it has had {{ beds }}.",
    "There are {{ beds }} in 2022 rooms.",
    "In 2022 the plan was 600, and {{ beds }} came of it.",
    "In 2021 there were {{ rooms }}.",
    "In 2024 there were {{ wards }}.",
    "In 2025 there were {{ wards }}.",
    "Compared with 2022, {{ beds }} are many.",
    "Between 2022 and 2024 it got {{ beds }}.",
    "By 2022 {{ rooms }} had been planned.",
    "In 2022 the mayor said that {{ beds }} were enough.",
    "{{ beds }} stand in the house that was built in 1990.",
)


@pytest.fixture(scope="module")
def codes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What is told of each sentence."""
    texts = (*_CONTRARY, *_OTHER_YEARS, *_RIGHT)
    sheet = f"---\ntitle: T\nmetrics:\n{_METRICS}---\n" + "\n\n".join(texts) + "\n"
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "en"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        "content/en/index.md": sheet,
    }
    first = sheet[: sheet.index(texts[0])].count("\n") + 1
    found: dict[str, set[str]] = {text: set() for text in texts}
    for one in check(write_site(tmp_path_factory.mktemp("belied"), files), Options()).problems:
        if one.code in {"S326", "S327"}:
            found[texts[(one.place.line - first) // 2]].add(one.code)
    return found


def test_the_contrary_of_a_label_is_told(codes: dict[str, set[str]]) -> None:
    """The highest is not the lowest, and what is closed has not been opened."""
    assert {text: codes[text] for text in _CONTRARY} == {text: {"S326"} for text in _CONTRARY}


def test_another_year_is_told(codes: dict[str, set[str]]) -> None:
    """A sentence that begins or ends with another year says the value of that year."""
    assert {text: codes[text] for text in _OTHER_YEARS} == {text: {"S327"} for text in _OTHER_YEARS}


def test_right_sentences_are_left_alone(codes: dict[str, set[str]]) -> None:
    """Both ends in one clause, a denial, another clause and another place of the year say nothing else."""
    assert {text: codes[text] for text in _RIGHT if codes[text]} == {}


@pytest.mark.parametrize(
    ("text", "is_told"), [(one, True) for one in _LIMITS] + [(one, False) for one in _NO_LIMITS], ids=range(7)
)
def test_a_heading_that_is_a_limit_is_told(tmp_path: Path, text: str, is_told: bool) -> None:  # noqa: FBT001
    """Below “At least” no exact figure stands; “Maximum” is the name of a column."""
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "en"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        "content/en/index.md": f"---\ntitle: T\nmetrics:\n{_METRICS}---\n{text}\n",
    }
    assert ("S328" in {one.code for one in check(write_site(tmp_path, files), Options()).problems}) is is_told


_CHART = "charts:\n  - {id: c, type: columns, title: TITLE, summary: Drawn., metrics: [beds]}\n"


@pytest.mark.parametrize(
    ("text", "title", "label", "is_told"),
    [
        ("| Thing | 2022 |\n|---|---:|\n| Beds | {{ beds }} |", "Beds", "Beds", True),
        ("| Year | Beds |\n|---|---:|\n| 2023 | {{ beds }} |", "Beds", "Beds", True),
        ("## Beds in 2022\n\nThere are {{ beds }}.", "Beds", "Beds", True),
        ("- 2023: {{ beds }}", "Beds", "Beds", True),
        ("- 2024: {{ beds }}", "Beds", "Beds", False),
        ("{{ beds }}", "Beds, 2019–2024", "Beds", True),
        ("{{ beds }}", "Beds", "Beds in 2021", True),
        ("{{ beds }}", "More beds since 2015", "Beds", True),
        ("| Thing | 2024 |\n|---|---:|\n| Beds | {{ beds }} |", "Beds", "Beds in 2024", False),
        ("| Year | Beds |\n|---|---:|\n| 2024 | {{ beds }} |", "Beds, 2022–2024", "Beds", False),
        ("## More beds than in 2022\n\nThere are {{ beds }}.", "More beds than in 2022", "Beds", False),
        ("## Beds in 2022 and 2024\n\nThere are {{ beds }}.", "Beds since 2022", "Beds", False),
        ("## A law passed in 2022\n\nThere are {{ beds }}.", "Beds", "Beds", False),
        ("## Beds in 2022\n\nThere are {{ beds }} in 2024.", "Beds", "Beds", False),
    ],
)
def test_the_year_over_a_figure_is_its_own(tmp_path: Path, text: str, title: str, label: str, *, is_told: bool) -> None:
    """A heading of a column, a row or a section, the title of a chart and a label say no other year."""
    metrics = _METRICS.replace("label: Beds", f"label: {label}") + _CHART.replace("TITLE", repr(title))
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "en"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        "content/en/index.md": f"---\ntitle: T\nmetrics:\n{metrics}---\n{text}\n",
    }
    assert ("S327" in {one.code for one in check(write_site(tmp_path, files), Options()).problems}) is is_told
