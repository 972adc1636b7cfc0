"""Names with digits, times and ordinals that differ between two languages are told."""

import pytest

from tests.proving import EN, RO, SITE, found, place

CASES = (
    ("Regulamentul (UE) 2016/679 se aplică.", "Regulation (EU) 2016/697 applies.", True),
    ("Regulamentul (UE) 2016/679 se aplică.", "Regulation (EU) 2016/679 applies.", False),
    ("Articolul 5 se aplică.", "Article 6 applies.", True),
    ("S-a închis la ora 13:30.", "It closed at 13:40.", True),
    ("Pleacă la ora 19:45.", "It leaves at 7:45 a.m.", True),
    ("Pleacă la ora 19:46.", "It leaves at 7:46.", False),
    ("În anii ’90 s-a închis.", "It closed in the 1990s.", False),
    ("În anii ’90 s-a închis.", "It closed in the 1980s.", True),
    ("S-a închis la ora 13:30.", "It closed at 1:30 pm.", False),
    ("Sunați la 0800 123 456.", "Call 0800 123 465.", True),
    ("Sunați la 021 312 4567.", "Call +40 21 312 4567.", False),
    ("Versiunea 2.1.3 este nouă.", "Version 2.1.4 is new.", True),
    ("Tabelul 3 și tabelul 4.", "Tables 3 to 4 and 5.", True),
    ("Tabelul 3 și tabelul 4.", "Tables three and 4.", False),
    ("Vezi https://a.example/ro/2024/7.", "See https://a.example/en/2023/8.", False),
    ("Proiectul Serengeti 2.0 continuă.", "The Serengeti 2.1 project goes on.", False),
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], list[str]]:
    """One site with all sentences, and the findings about it."""
    files = {**SITE}
    for file, number in ((RO, 0), (EN, 1)):
        files[file] += "".join(f"\n{case[number]}\n" for case in CASES)
    return files, found(tmp_path_factory.mktemp("site"), files)


@pytest.mark.parametrize("case", CASES)
def test_a_name_has_the_same_digits_in_every_language(
    told: tuple[dict[str, str], list[str]], case: tuple[str, str, bool]
) -> None:
    """Of clocks and telephones it may be written in the manner of each; addresses and literals are left alone."""
    files, problems = told
    line = place(files[EN], case[1]).partition(":")[0]
    assert any(one.startswith(f"P212 {EN}:{line}:") for one in problems) is case[2]
