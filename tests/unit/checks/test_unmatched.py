"""What one language alone says beside a figure, in words or in a title, is told."""

from pathlib import Path

import pytest

from tests.proving import EN, RO, SITE, found, place, spoiled

_METRICS = {
    "course": ("kind: date, value: 2025-10-06", "Începutul cursului", "Start of the course"),
    "night": ("kind: time, value: 19:45", "Începutul turei", "Start of the shift"),
    "founded": ("kind: year, value: 1969", "Anul înființării", "Year of foundation"),
    "height": ("value: 2470, measure: meter", "Altitudinea", "Altitude"),
    "budget": ("value: 58400000, currency: RON", "Bugetul", "Budget"),
    "place": ("kind: rank, value: 3", "Locul", "Place"),
    "share": ("kind: percent, value: 32.6", "Ponderea", "Share"),
}
_ALONE = (
    ("Cursul începe pe {{ course }}.", "The course begins before {{ course }}.", True),
    ("Cursul e anunțat la {{ course }}.", "The course is announced by {{ course }}.", True),
    ("Cursul începe după {{ course }}.", "The course starts on {{ course }}.", True),
    ("Înscrieri cel târziu la {{ course }}.", "Applications by {{ course }}.", False),
    ("Înscrieri din {{ course }}.", "Applications after {{ course }}.", False),
    ("Înainte de {{ course }} era închis.", "It was closed before {{ course }}.", False),
    ("Tura începe la {{ night }}.", "The shift begins after {{ night }}.", True),
    ("O tură începe la {{ night }}.", "One shift begins at {{ night }}.", False),
    ("Există din {{ founded }}.", "It has existed since the spring of {{ founded }}.", True),
    ("A fost înființat în {{ founded }}.", "It was founded in {{ founded }} BC.", True),
    ("Din toamna lui {{ founded }} e deschis.", "It has been open since autumn {{ founded }}.", False),
    ("Refugiul e la {{ height }}.", "The shelter lies {{ height }} below sea level.", True),
    ("Refugiul e la altitudinea de {{ height }}.", "The shelter is {{ height }} above sea level.", False),
    ("Bugetul a fost de {{ budget }}.", "The budget was {{ budget }} per rescuer.", True),
    ("Bugetul pe salvator e de {{ budget }}.", "The budget is {{ budget }} per rescuer.", False),
    ("O echipă primește {{ budget }}.", "The budget per team is {{ budget }}.", False),
    ("Ponderea e de {{ share }}.", "The share is {{ share }}. A quarter of them were women.", True),
    ("Ponderea era {{ share }} în prima parte.", "The share was {{ share }} in the first half.", False),
    ("Ponderea a ajuns la {{ share }}.", "The share has doubled to {{ share }}.", True),
    ("Tura începe la ora {{ night }}.", "The shift ends at {{ night }}.", True),
    ("Noul curs începe pe {{ course }}.", "The old course begins on {{ course }}.", True),
    ("Au murit 3 oameni; bugetul e {{ budget }}.", "They helped 3 people; the budget is {{ budget }}.", True),
    ("E deschis din {{ founded }}.", "It has existed since {{ founded }} and opens at 8:15 a.m.", True),
    ("Din {{ founded }} deschide la ora opt.", "Since {{ founded }} it has opened at 8 a.m.", False),
    ("Din {{ founded }} deschide dimineața.", "Since {{ founded }} it opens at 8:30 a.m.", False),
    ("Ocupă {{ place }}.", "It is {{ place }} from the bottom.", True),
    ("E pe {{ place }} din 40.", "It is {{ place }} out of 40.", False),
    ("Ponderea lor: {{ share.number }}%.", "Their share: {{ share.number }} per cent.", False),
    ("Ponderea, {{ share }}, crește.", "The share, {{ share.number }} per cent of all, rises.", False),
    ("Datele sunt verificate: {{ share }}.", "The data are double-checked: {{ share }}.", False),
    ("Seara, la {{ night }}, începe tura.", "The shift begins at {{ night }} at night.", False),
)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], set[int]]:
    """One site with all pairs, and the lines at which something is told of either language."""
    files: dict[str, str] = {"site.toml": SITE["site.toml"]}
    for file, number in ((RO, 0), (EN, 1)):
        rows = (
            f"  {name}: {{{f'{declared}, ' if number == 0 else ''}label: {labels[number]}}}"
            for name, (declared, *labels) in _METRICS.items()
        )
        texts = "\n\n".join((ro, en)[number] for ro, en, _ in _ALONE)
        files[file] = "\n".join(("---", "title: T", "metrics:", *rows, "---", texts, ""))
    problems = found(tmp_path_factory.mktemp("alone"), files)
    return files, {int(one.split(":")[1]) for one in problems if one.split(" ")[0] in {"P215", "P218"}}


@pytest.mark.parametrize("pair", _ALONE)
def test_what_one_language_alone_says_of_a_figure_is_told(
    alone: tuple[dict[str, str], set[int]], pair: tuple[str, str, bool]
) -> None:
    """A limit of a day, a season of a year, what an amount is per, a part; but not what the other says in its way."""
    files, lines = alone
    assert (int(place(files[EN], pair[1]).partition(":")[0]) in lines) is pair[2]


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("Facts in two years", True),
        ("Facts in million lei", True),
        ("Twice as many", True),
        ("Up by a tenth", True),
        ("A fact sheet", False),
        ("One sheet", False),
        ("More every year", False),
    ],
)
def test_a_title_says_what_the_other_says(tmp_path: Path, title: str, *, is_told: bool) -> None:
    """A number in words, a scale or money in the title of one language is told."""
    files = spoiled(EN, ("title: Example", f"title: {title}"))
    assert any(one.startswith("P218") for one in found(tmp_path, files)) is is_told


def test_a_language_whose_number_words_are_not_read_says_nothing_less(tmp_path: Path) -> None:
    """A title in Italian may say “six” in a word that the tool does not know."""
    files = {
        **{path: text for path, text in SITE.items() if path != EN},
        "content/it/index.md": SITE[EN].replace("title: Example", "title: In sei anni"),
        RO: SITE[RO].replace("title: Exemplu", "title: În șase ani"),
    }
    assert not [one for one in found(tmp_path, files) if one.startswith("P218")]
