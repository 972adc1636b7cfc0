"""A day, a length of time or a part that is typed beside the name of a figure is that figure, in one site."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_SHEETS = {
    "ro": ("Lansarea liniei", "Anii programului", "Sticle reciclate", "Media de ședere", "Drumul la gară"),
    "en": ("Launch of the line", "Years of the programme", "Bottles recycled", "Average stay", "Ride to the station"),
    "de": ("Start der Linie", "Jahre des Programms", "Recycelte Flaschen", "Mittlerer Aufenthalt", "Fahrt zum Bahnhof"),
    "fr": (
        "Lancement de la ligne",
        "Années du programme",
        "Bouteilles recyclées",
        "Séjour moyen",
        "Trajet vers la gare",
    ),
    "ar": ("إطلاق الخط", "أعوام البرنامج", "القوارير المعاد تدويرها", "متوسط الإقامة", "الرحلة إلى المحطة"),
    "ja": ("路線の開通", "事業の期間", "瓶の再利用率", "平均の滞在", "駅までの移動"),
}
_VALUES = (
    *("kind: date, value: 2023-09-18", "kind: period, value: 2019–2022", "kind: ratio, value: 2/3"),
    *("kind: duration, value: P2DT12H", "kind: range, value: 25–35, measure: minute"),
)
_TOLD = {
    "ro": (
        "Linia a fost lansată pe 19 septembrie 2023.",
        "Linia a fost lansată în octombrie 2023.",
        "Linia a fost lansată în 2022.",
        "Lansarea: 18 august 2023.",
        "Programul a durat din 2019 până în 2023.",
        "Programul (2018–2022) s-a încheiat.",
        "O treime din sticle sunt reciclate.",
        "Trei din patru sticle sunt reciclate.",
        "Media de ședere este de zece ore.",
        "Media de ședere este de peste trei zile.",
        "Media de ședere este de o săptămână.",
        "Drumul la gară durează 15–20 de minute.",
        "Drumul la gară durează între douăzeci și treizeci de minute.",
        "Drumul la gară durează cel mult treizeci de minute.",
        "Drumul la gară ia o oră.",
    ),
    "en": (
        "The line was launched on 8 September 2023.",
        "Launch of the line: 18 September 2024.",
        "The programme ran from 2020 to 2022.",
        "Half of all bottles are recycled.",
        "The average stay is ten hours.",
        "The average stay was less than two days.",
        "The ride to the station takes fifty minutes.",
        "The ride to the station takes an hour.",
        "The ride to the station takes 15 to 20 minutes.",
        "Ride to the station: an hour.",
    ),
    "de": (
        "Die Linie startete am 19. September 2023.",
        "Ein Drittel der Flaschen wird recycelt.",
        "Der mittlere Aufenthalt beträgt zehn Tage.",
        "Die Fahrt zum Bahnhof dauert eine Stunde.",
    ),
    "fr": (
        "La ligne a été lancée le 19 septembre 2023.",
        "Les trois quarts des bouteilles sont recyclés.",
        "Le séjour moyen est de dix jours.",
        "Le trajet vers la gare dure une heure.",
    ),
    "ar": (
        "تستغرق الرحلة إلى المحطة ساعتين.",
        "تستغرق الرحلة إلى المحطة 50 دقيقة.",
        "يبلغ متوسط الإقامة عشرة أيام.",
    ),
    "ja": (
        "駅までの移動は三時間かかる。",
        "駅までの移動は50分かかる。",
        "平均の滞在は七日間だ。",
    ),
}
_RIGHT = {
    "ro": (
        "Linia a fost lansată pe 18 septembrie 2023.",
        "Linia, lansată în septembrie 2023, e lungă.",
        "Linia a fost lansată pe {{ launch }} și prelungită pe 3 mai 2025.",
        "Linia, lansată în 2023, a fost prelungită pe 3 mai 2025.",
        "Programul a început în 2024.",
        "Două treimi din sticle sunt reciclate.",
        "Linia are o gară din 2011.",
        "Media de ședere este de două zile și jumătate.",
        "Media de ședere este de aproape trei zile.",
        "Media de ședere este cu o zi mai scurtă decât în alte spitale.",
        "Drumul la gară durează cel mult 35 de minute.",
        "Drumul la gară durează o jumătate de oră.",
        "Drumul la gară este închis două zile.",
        "Biletul pentru drumul la gară este valabil două zile.",
    ),
    "en": (
        "The programme ran from 2023 to 2027.",
        "Two thirds of the bottles are recycled, a third is not.",
        "The average stay is sixty hours.",
        "Ride to the station: half an hour.",
        "The average stay is over two days.",
        "The average stay was ten days in 1990.",
        "The average stay is an hour longer than before.",
        "The ride to the station takes about half an hour.",
        "The ride to the station takes {{ ride }}, with a stop of a minute.",
        "Tickets for the ride to the station are valid for two days.",
    ),
    "de": (
        "Die Linie startete am 18. September 2023.",
        "Die Fahrt zum Bahnhof dauert zwischen 25 und 35 Minuten.",
    ),
    "fr": (
        "La ligne a été lancée le 18 septembre 2023.",
        "Le trajet vers la gare dure une demi-heure.",
    ),
    "ar": (
        "تستغرق الرحلة إلى المحطة نصف ساعة.",
        "تستغرق الرحلة إلى المحطة نحو 30 دقيقة.",
        "تذكرة الرحلة إلى المحطة صالحة يومين.",
    ),
    "ja": (
        "駅までの移動は30分かかる。",
        "駅までの移動の切符は二日間使える。",
    ),
}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, int]]:
    """The language and the line of each typed value that is told."""
    root = tmp_path_factory.mktemp("named")
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "ro"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        **{f"content/{tag}/index.md": _text(tag) for tag in _SHEETS},
    }
    problems = check(write_site(root, files), Options()).problems
    return {(one.place.path.split("/")[1], one.place.line) for one in problems if one.code == "S315"}


def _text(tag: str) -> str:
    """The sheet of a language."""
    pairs = zip(("launch", "years", "bottles", "stay", "ride"), _VALUES, _SHEETS[tag], strict=True)
    metrics = [f"  {name}: {{{f'{value}, ' if tag == 'ro' else ''}label: {label}}}" for name, value, label in pairs]
    head = "\n".join(("---", "title: T", "metrics:", *metrics, "---"))
    return "\n\n".join((head, *_TOLD[tag], *_RIGHT[tag], ""))


def _line(tag: str, text: str) -> int:
    return _text(tag).partition(f"\n{text}\n")[0].count("\n") + 2


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in _TOLD.items() for text in texts])
def test_another_value_beside_the_name_of_a_figure_is_told(lines: set[tuple[str, int]], tag: str, text: str) -> None:
    """A day, a month, a year, the end of a period or a part that contradicts the figure is told at its line."""
    assert (tag, _line(tag, text)) in lines


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in _RIGHT.items() for text in texts])
def test_what_agrees_or_is_of_something_else_is_left_alone(lines: set[tuple[str, int]], tag: str, text: str) -> None:
    """What says less than the figure, or has other days beside the right one, is not told."""
    assert (tag, _line(tag, text)) not in lines


@pytest.mark.parametrize(
    ("tag", "text", "is_told"),
    [
        ("ro", "Marți, 18 septembrie 2023.", True),
        ("ro", "Marți, {{ launch }}, a plouat.", True),
        ("ro", "Luni, 18 septembrie 2023.", False),
        ("ro", "Vara lui 18 septembrie 2023.", False),
        ("en", "On Tuesday, 18 September 2023.", True),
        ("en", "On Monday, 18 September 2023.", False),
        ("de", "Am Dienstag, dem 18. September 2023.", True),
        ("de", "Am Montag, dem 18. September 2023.", False),
        ("de", "Am 18. September 2023 (Di.) ging es los.", True),
        ("de", "Am 18. September 2023 (Mo) ging es los.", False),
        ("fr", "Le mardi 18 septembre 2023.", True),
        ("ja", "2023年9月18日（火）に開通した。", True),
        ("ja", "2023年9月18日火曜日に開通した。", True),
        ("ja", "令和5年9月18日（火）に開通した。", True),
        ("ja", "2023年9月18日（月）に開通した。", False),
        ("ja", "2023年9月18日土砂災害が起きた。", False),
    ],
)
def test_a_whole_date_has_one_day_of_the_week(tmp_path: Path, tag: str, text: str, *, is_told: bool) -> None:
    """The day of the week right before a date, typed or of a figure, is that of the calendar."""
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "ro"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        **{f"content/{one}/index.md": _text(one) + (f"\n{text}\n" if one == tag else "") for one in ("ro", tag)},
    }
    problems = check(write_site(tmp_path, files), Options()).problems
    assert [one.code for one in problems if one.code == "S316"] == ["S316"] * is_told


_CHANGES = """---
title: T
metrics:
  tickets: {kind: times, value: 2, label: Bicycle tickets}
  growth: {kind: percent, value: 8.2, change: true, label: Growth in the number of passengers}
  accidents:
    value: 17
    label: Accidents
    unit: {one: "{n} accident", other: "{n} accidents"}
    history: {2023: 25, 2024: 22}
  train: {kind: time, value: 04:35, label: First train}
charts:
  - {id: c, type: columns, title: TITLE, summary: Drawn., metrics: [accidents]}
---
"""


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Bicycle tickets tripled.", True),
        ("Four times as many bicycle tickets.", True),
        ("The number of passengers doubled.", True),
        ("Passengers rose by half.", True),
        ("Accidents were halved.", True),
        ("Accidents more than doubled.", True),
        ("Accidents fell by half compared with 2023.", True),
        ("The first train leaves at six in the evening.", True),
        ("The first train leaves at eight o’clock.", True),
        ("Bicycle tickets doubled.", False),
        ("The first train leaves at five in the morning.", False),
        ("The first train leaves before six in the morning.", False),
        ("The first train has eight cars.", False),
        ("Twice as many bicycle tickets.", False),
        ("The number of passengers has not doubled.", False),
        ("Passengers pay double on Sundays.", False),
        ("Accidents fell by a third compared with 2023.", False),
        ("Accidents fell by a quarter compared with 2024.", False),
        ("Accidents have been halved since 1990.", False),
        ("Accidents with two victims doubled.", False),
        ("Double fares end accidents.", False),
    ],
)
def test_a_multiple_in_words_is_the_change(tmp_path: Path, text: str, *, is_told: bool) -> None:
    """A clause that says nothing but by how many times something has changed is held to the change or the history."""
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "en"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        "content/en/index.md": f"{_CHANGES}{text}\n",
    }
    problems = check(write_site(tmp_path, files), Options()).problems
    assert [one.code for one in problems if one.code == "S315"] == ["S315"] * is_told


@pytest.mark.parametrize(
    ("title", "codes"),
    [("Accidents were halved", {"S315"}), ("A third fewer accidents", set()), ("Accidents fell by a third", set())],
)
def test_the_title_of_a_chart_says_the_change(tmp_path: Path, title: str, codes: set[str]) -> None:
    """What a title says of how something has changed is held to what its chart draws."""
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "en"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        "content/en/index.md": f"{_CHANGES.replace('TITLE', title)}{{{{ accidents }}}}\n",
    }
    found = {one.code for one in check(write_site(tmp_path, files), Options()).problems}
    assert found & {"S315"} == codes
