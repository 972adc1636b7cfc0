"""Ordinals, Roman numerals, rates in words and limits of days and years say the same in every language."""

from pathlib import Path

import pytest

from tests.proving import EN, RO, SITE, found, place, spoiled

CASES = (
    ("Capitolul IV descrie metoda.", "Chapter VI describes the method.", "P215"),
    ("Capitolul IV arată metoda.", "Chapter IV shows the method.", ""),
    ("În secolul al XIX-lea erau puține.", "They were few in the 19th century.", ""),
    ("În secolul al XVIII-lea erau puține.", "They were few in the 20th century.", "P215"),
    ("Trimestrul întâi a fost bun.", "The second quarter was good.", "P215"),
    ("A patra ediție a apărut.", "The fifth edition is out.", "P215"),
    ("Al treilea caz e gata.", "The third case is ready.", ""),
    ("O treime au plecat, al doilea rând.", "A third have left, the second row.", ""),
    ("Taxa se plătește lunar.", "The tax is paid yearly.", "P215"),
    ("Taxa se ia anual.", "The tax is taken yearly.", ""),
    ("După 2015 s-a schimbat.", "Before 2015 it changed.", "P209"),
    ("După 2016 s-a schimbat.", "After 2016 it changed.", ""),
    ("Până la 1 ianuarie se aplică.", "It applies from 1 January.", "P209"),
    ("Între 2015 și 2020 s-a mers.", "They went from 2015 to 2020.", ""),
    ("Cel mult o treime au venit.", "At least a third came.", "P209"),
    ("Numărul lor s-a dublat.", "The number of them halved.", "P215"),
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], list[str]]:
    """One site with all sentences, and the findings about it."""
    files = {**SITE}
    for file, number in ((RO, 0), (EN, 1)):
        files[file] += "".join(f"\n{case[number]}\n" for case in CASES)
    return files, found(tmp_path_factory.mktemp("site"), files)


@pytest.mark.parametrize("case", CASES)
def test_words_say_the_same(told: tuple[dict[str, str], list[str]], case: tuple[str, str, str]) -> None:
    """Where both blocks have as many of them; a range has two limits of its own."""
    files, problems = told
    line = place(files[EN], case[1]).partition(":")[0]
    codes = {one.split(" ")[0] for one in problems if f" {EN}:{line}:" in one}
    assert codes & {"P209", "P215"} == ({case[2]} if case[2] else set())


_METRICS = {
    "course": ("kind: date, value: 2025-10-06", "Începutul cursului", "Start of the course"),
    "night": ("kind: time, value: 19:45", "Începutul turei", "Start of the shift"),
    "founded": ("kind: year, value: 1969", "Anul înființării", "Year of foundation"),
    "height": ("value: 2470, measure: meter", "Altitudinea", "Altitude"),
    "budget": ("value: 58400000, currency: RON", "Bugetul", "Budget"),
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
    ("Seara, la {{ night }}, începe tura.", "The shift begins at {{ night }} at night.", False),
)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], set[int]]:
    """One site with all pairs, and the lines at which something is told of either language."""
    files = {"site.toml": SITE["site.toml"]}
    for file, number in ((RO, 0), (EN, 1)):
        rows = (
            f"  {name}: {{{f'{declared}, ' if number == 0 else ''}label: {labels[number]}}}"
            for name, (declared, *labels) in _METRICS.items()
        )
        texts = "\n\n".join(pair[number] for pair in _ALONE)
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
    ],
)
def test_a_title_says_what_the_other_says(tmp_path: Path, title: str, *, is_told: bool) -> None:
    """A number in words, a scale or money in the title of one language is told."""
    files = spoiled(EN, ("title: Example", f"title: {title}"))
    assert any(one.startswith("P218") for one in found(tmp_path, files)) is is_told
