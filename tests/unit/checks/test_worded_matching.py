"""What one text alone limits, and what stands in another order, in pairs of sentences."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

SETTINGS = (
    'reference = "en"\ntitle = "E"\nbase_url = "https://facts.example/"\n[checks]\nS301 = "notice"\nS308 = "notice"\n'
)
TOLD = frozenset(("P204", "P205", "P208", "P209", "P212", "P215", "P216", "P217"))


def codes(folder: Path, english: str, romanian: str) -> list[str]:
    """The codes of the errors and warnings about agreement in a site of one sentence."""
    texts = {"en": english, "ro": romanian}
    files = {f"content/{tag}/index.md": f"---\ntitle: A\n---\n{text}\n" for tag, text in texts.items()}
    problems = check(write_site(folder, {"site.toml": SETTINGS, **files}), Options()).problems
    return [one.code for one in problems if one.code in TOLD]


@pytest.mark.parametrize(
    ("code", "english", "romanian"),
    [
        ("P215", "She worked there for over 20 years.", "A lucrat acolo timp de 20 de ani."),
        ("P215", "In 1879 he was over 3 years old.", "În 1879 avea 3 ani."),
        ("P215", "It held regular concerts in the last over 20 years.", "A susținut concerte în ultimii 20 de ani."),
        ("P215", "The city marked its 40th anniversary.", "Orașul sărbătorea cel puțin 40 de ani de existență."),
        (
            "P208",
            "The Housing Act 2003 followed the Land Act 1975.",
            "Legea din 1975 a urmat Legii Terenurilor din 2003.",
        ),
        ("P208", "It grew in the 1980s and closed in the 1970s.", "A crescut în anii 1970 și s-a închis în anii 1980."),
        ("P208", "Mayors were Ionescu (14) and Popescu (16).", "Primari au fost Ionescu (16) și Popescu (14)."),
        ("P208", "The score was 21 to 20.", "Scorul a fost 20 la 21."),
        ("P216", "The index advanced 6.48 points.", "Indicele a scăzut cu 6,48 puncte."),
        (
            "P216",
            "It ended the week after gaining 30.46 yesterday.",
            "A încheiat săptămâna după ce a pierdut ieri 30,46.",
        ),
        ("P215", "Executions increased in 2007.", "Execuțiile au scăzut în 2007."),
        ("P217", "A car had not burnt outside the house at 11.", "O mașină a ars în afara casei la 11."),
        ("P217", "He fled to the North after killing 5 men.", "A fugit la nord după ce nu a ucis 5 oameni."),
        (
            "P217",
            "Revenue hits a record of 38 billion dollars.",
            "Veniturile nu au atins un record de 38 de miliarde de dolari.",
        ),
        ("P215", "The firm owns five refineries.", "Firma deține nouă rafinării."),
        ("P215", "The team lost four consecutive times.", "Echipa are a șasea înfrângere consecutivă."),
        ("P215", "Among the dead was a father-of-four.", "Printre victime era tatăl a cinci copii."),
        ("P215", "He scored on 52 hours.", "A marcat în minutul 52."),
        ("P215", "The city marked its 40th anniversary.", "Orașul sărbătorea 40 de luni de existență."),
        ("P215", "She was 1:09.02 hours slower.", "A fost cu 1:09,02 minute mai lentă."),
        ("P209", "The peak is 4892 feet high.", "Vârful are 4892 m."),
        ("P209", "It sends 600 Mb/s.", "Trimite 600 MB/s."),
        ("P216", "There is a 30% chance of a boost.", "Probabilitatea de scădere este de 30%."),
        ("P216", "Revenue was up a tad, from $610 million.", "Veniturile au scăzut de la 610 milioane de dolari."),
        (
            "P215",
            "The pair won nine points and lost 5&4 in four matches.",
            "Perechea a câștigat patru puncte și a pierdut cu 5-4 în patru meciuri.",
        ),
        ("P215", "Both sides agreed to talks.", "Cele trei părți au convenit."),
        (
            "P215",
            "A three-judge panel of the 8th court met.",
            "Un comitet de opt judecători ai celei de-a 8-a curți s-a întrunit.",
        ),
    ],
)
def test_what_differs_is_told(tmp_path: Path, code: str, english: str, romanian: str) -> None:
    """A bound of one text alone, another order and another number in words are told."""
    assert code in codes(tmp_path, english, romanian)


@pytest.mark.parametrize(
    ("english", "romanian"),
    [
        ("There was rain over 3 days.", "A plouat 3 zile."),
        ("IPv6 and 5G coverage is described.", "Acoperirea 5G și IPv6 este descrisă."),
        (
            "The shares fell 89 cents or more than 27 percent.",
            "Acțiunile au scăzut cu 89 de cenți sau mai mult de 27%.",
        ),
        ("The drop was 3 %, above the average.", "Scăderea a fost de 3 %, peste media UE."),
        ("The drop was 3 %, above the average.", "Scăderea a fost de 3 % peste media UE."),
        ("Growth was 29 % lower in May.", "Creșterea a fost cu 29 % mai redusă în mai."),
        ("The market fell after rate hikes of 2 %.", "Piața a scăzut după creșteri ale dobânzii de 2 %."),
        ("Gold fell to $367.90/368.60 an ounce.", "Aurul a scăzut la 367,90/368,60 dolari pe uncie."),
        (
            "A 33 % increase in profit behind a 12 % jump in sales.",
            "O creștere de 33 % a profitului, pe o creștere de 12 % a vânzărilor.",
        ),
        ("The votes did not reach 5,000.", "Voturile au fost sub 5.000."),
        ("It is a new law of two parts.", "Este o nouă lege în două părți."),
        ("It is Pennsylvania's 17th district.", "Este al 17-lea district."),
        ("The team lost six consecutive times.", "Echipa are a șasea înfrângere consecutivă."),
        ("36 percent say it has grown worse.", "36% spun că s-a schimbat în sens negativ."),
        ("He spoke after the 9/11 attacks.", "A vorbit după atacurile din 11 septembrie."),
        ("It lost 16/32 in price.", "A pierdut 16/32 din preț."),
        ("He is 1-of-4 players.", "Este unul din cei patru jucători."),
        ("It peaked in the 10th century.", "Apogeul a fost în secolul 10."),
        ("The war is in its eighth year.", "Războiul are opt ani."),
        ("He was a father-of-four.", "Era tatăl a patru copii."),
        ("Work began after 5 1/2 years.", "Lucrările au început după 5 ani și jumătate."),
        ("It took one and a half hours.", "A durat o oră și jumătate."),
        ("Shares fell three percent to 165-1/4.", "Acțiunile au scăzut cu trei la sută la 165-1/4."),
        ("Heating oil settled .85 cent lower.", "Păcura a scăzut cu 0,85 cenți."),
        ("As of August 2020 there were 95 cases.", "Până în august 2020 erau 95 de cazuri."),
        ("As of August 2020 there were 95 cases.", "Din august 2020 erau 95 de cazuri."),
        ("It was built in the 1850s.", "A fost construită între 1850 și 1860."),
        ("She was third in the 200m.", "A fost a treia la 200 m."),
        ("She visited both France and two towns.", "A vizitat și Franța, și două orașe."),
    ],
)
def test_what_agrees_is_left_alone(tmp_path: Path, english: str, romanian: str) -> None:
    """Ways and lengths of time, names with letters, and "nouă" that is new are no differences."""
    assert codes(tmp_path, english, romanian) == []


def test_bounds_of_one_side_beside_money_of_one_text(tmp_path: Path) -> None:
    """Two bounds of one side, of which one text alone names the money, are compared without a fault."""
    assert codes(tmp_path, "It paid over $15 billion.", "A plătit mai mult de 15 miliarde.") == []
    assert codes(tmp_path, "It paid at least $15 billion.", "A plătit peste 15 miliarde.") == []
