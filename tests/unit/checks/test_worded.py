"""Ordinals, Roman numerals, rates in words and limits of days and years say the same in every language."""

import pytest

from tests.proving import EN, RO, SITE, found, place

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
    ("În trimestrul II 2024 s-a închis.", "It closed in Q3 2024.", "P215"),
    ("În semestrul I 2024 s-a deschis.", "It opened in the second half of 2024.", "P215"),
    ("În trimestrul III 2024 a mers.", "It ran in the third quarter of 2024.", ""),
    ("Numărul lor s-a dublat.", "The number of them halved.", "P215"),
    ("O a doua victimă, apoi primul om.", "A third victim, then a man.", "P215"),
    ("O a treia victimă, apoi un om.", "A third victim, then one man.", ""),
    ("Echipa e pe locul șase.", "The team is in sixth place.", ""),
    ("Echipa e pe locul șapte acum.", "The team is in sixth place now.", "P215"),
    ("În trimestrul patru a căzut.", "In the fourth quarter it fell.", ""),
    ("În trimestrul trei a căzut mult.", "In the fourth quarter it fell much.", "P215"),
    ("Se văd luni la masă.", "They meet on Tuesday at table.", "P215"),
    ("Se văd luni la masă.", "They meet on Monday at table.", ""),
    ("S-au văzut trei luni și sâmbătă.", "They met for three months and on Saturday.", ""),
    ("S-au văzut ultimele luni, sâmbăta.", "They met in the last months, on Saturdays.", ""),
    ("Începând de marti se plânge.", "From Friday on they weep.", "P215"),
    ("În iunie e cald, în mai e rece.", "June is hot, and April is cold.", "P215"),
    ("În mai puțin de un an vine iunie.", "June comes in less than a year.", ""),
    ("Vine sâmbătă și duminică.", "It comes on Friday, Saturday and Monday.", "P215"),
    ("Vine sâmbătă și duminică.", "It comes on Friday, Saturday and Sunday.", ""),
    ("Costurile zilnice sunt mari.", "Costs are high each year.", "P215"),
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
