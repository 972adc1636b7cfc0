"""Words that no translation exchanges are compared, and right translations are left alone: all pairs in one site."""

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.checks.senses import differing, spoken, words_said
from factsheet.checks.worded import denied_by_one
from factsheet.l10n import cldr
from tests.support import write_site

_RIGHT = (
    ("În mai a plouat luni de zile.", "In May it rained for months."),
    ("Mai multe luni de muncă.", "More months of work."),
    ("Mai toți au venit duminica.", "Nearly everyone came on Sundays."),
    ("Toate drepturile sunt rezervate.", "All rights reserved."),
    ("Nu toți au primit banii.", "Not everyone got the money."),
    ("Niciunul dintre ei nu a venit.", "None of them came."),
    ("Cei mai mulți stau la oraș, puțini la sat.", "Most live in towns, few in villages."),
    ("Scăderea a fost mai mică decât anul trecut.", "The fall was smaller than last year."),
    ("Creșterea a încetinit.", "Growth slowed."),
    ("A scăzut numărul celor fără loc de muncă.", "Fewer people are out of work."),
    ("Mii și mii de oameni, zi de zi.", "Thousands upon thousands of people, day after day."),
    ("Zeci de mii de oameni.", "Tens of thousands of people."),
    ("Vara, seara, orașul e gol.", "On summer evenings the town is empty."),
    ("Prețul în euro, nu în lei.", "The price in euros, not in lei."),
    ("Raportul anual arată creșterea lunară.", "The annual report shows monthly growth."),
    ("De luni până vineri, dimineața.", "Monday to Friday, in the morning."),
    ("Marșul din martie a început la prânz.", "The march in March began at noon."),
    ("Cel mai mare oraș are cea mai mică rată.", "The largest city has the lowest rate."),
    ("Cel mai înalt refugiu e în cea mai joasă zonă.", "The highest shelter is in the lowest area."),
    ("Mai puțin înseamnă mai mult.", "Less is more."),
    ("În fiecare an, toamna.", "Every year, in autumn."),
    ("Nu e totul: mai e mult.", "That is not all: there is more."),
    ("În vara anului trecut, în august.", "Last August."),
    ("Sub media europeană.", "Below the European average."),
    ("Fiecare zi contează.", "Each day counts."),
    ("Creșterea a scăzut.", "Growth is not what it was."),
)
_WRONG = (
    ("Miercuri a început.", "It began on Thursday."),
    ("În aprilie a început.", "It began in August."),
    ("Sute de oameni au venit.", "Thousands of people came."),
    ("Prețul în lei scade.", "The price in euros falls."),
    ("Nu toate sunt deschise.", "All are open."),
    ("Prețurile au crescut.", "Prices fell."),
    ("La prânz se închide.", "It closes at midnight."),
    ("Anul trecut a plouat.", "This year it rained."),
    ("Cea mai mare valoare.", "The lowest value."),
    ("Trimestrial.", "Monthly."),
    ("În fiecare zi.", "Every week."),
    ("Peste media UE.", "Below the EU average."),
    ("Ea a scăzut, după o scădere a prețurilor.", "It rose when the prices did."),
)


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> set[int]:
    """The lines of the translation of which it is told that they say otherwise."""
    pairs = (*_RIGHT, *_WRONG)
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "ro"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        "content/ro/index.md": "\n\n".join(("---\ntitle: T\n---", *(one for one, _ in pairs))),
        "content/en/index.md": "\n\n".join(("---\ntitle: T\n---", *(two for _, two in pairs))),
    }
    problems = check(write_site(tmp_path_factory.mktemp("senses"), files), Options()).problems
    return {one.place.line for one in problems if one.code == "P215"}


@pytest.mark.parametrize("number", range(len(_RIGHT)), ids=[two for _, two in _RIGHT])
def test_a_right_translation_is_left_alone(lines: set[int], number: int) -> None:
    """What is said once more, once less or by other words in a translation is not told."""
    assert 5 + 2 * number not in lines


@pytest.mark.parametrize("number", range(len(_WRONG)), ids=[two for _, two in _WRONG])
def test_an_exchanged_word_is_told(lines: set[int], number: int) -> None:
    """A day, a month, a season, an hour, a quantity, a rate, money and a direction are told at their line."""
    assert 5 + 2 * (len(_RIGHT) + number) in lines


_CONTRARY = (
    ("ro", "Muzeul este deschis.", "en", "The museum has closed."),
    ("ro", "Temperatura minimă.", "de", "Die Höchsttemperatur."),
    ("ro", "Temperatura minimă.", "fr", "La température maximale."),
    ("en", "The wing is closed.", "es", "El ala está abierta."),
    ("en", "Clean water.", "it", "Acqua inquinata."),
    ("en", "Minimum age.", "pt", "Idade máxima."),
    ("en", "Imports of steel.", "pl", "Eksport stali."),
    ("en", "Private schools.", "nl", "Openbare scholen."),
    ("en", "The shop is open.", "hu", "A bolt zárva van."),
    ("en", "The highest value.", "ar", "أدنى قيمة."),
    ("en", "The ward was opened again.", "ar", "أغلق القسم من جديد."),
    ("en", "Their number rises.", "ja", "その数は減っている。"),
)
_SAME = (
    ("en", "The museum is not open.", "ro", "Muzeul este închis."),
    ("en", "Children are excluded.", "ro", "Copiii nu sunt incluși."),
    ("en", "The shop is closed.", "hu", "A bolt nincs nyitva."),
    ("en", "The water is not clean.", "ja", "水は汚れている。"),
    ("en", "At least it is open.", "de", "Mindestens ist es offen."),
    ("en", "They did not visit all of them.", "ro", "Nu toate au fost vizitate."),
)


@pytest.mark.parametrize(("tag", "one", "other", "two"), _CONTRARY, ids=[each[3] for each in _CONTRARY])
def test_contraries_are_known(tag: str, one: str, other: str, two: str) -> None:
    """What is open in one language and closed in another is told, by the beginning of a word or by all of it."""
    assert list(differing(spoken(cldr.locale(tag), one), spoken(cldr.locale(other), two)))


@pytest.mark.parametrize(("tag", "one", "other", "two"), _SAME, ids=[each[3] for each in _SAME])
def test_a_denied_contrary_says_the_same(tag: str, one: str, other: str, two: str) -> None:
    """What is not open is closed."""
    sides = spoken(cldr.locale(tag), one), spoken(cldr.locale(other), two)
    assert not list(differing(*sides))
    assert not denied_by_one(*sides)


def test_a_denial_alone_is_told() -> None:
    """A short sentence is denied in both languages or in neither."""
    one, two = spoken(cldr.locale("en"), "The ward is not full."), spoken(cldr.locale("ro"), "Secția este plină.")
    assert denied_by_one(one, two)
    assert not denied_by_one(two, two)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Cei mai mulți vin iarna.", [("quantity", "most")]),
        ("Cele mai multe sunt noi.", [("quantity", "most")]),
        ("Vin cât mai mulți.", [("amount-no", "more")]),
    ],
)
def test_most_is_a_part_and_more_is_none(text: str, said: list[tuple[str, str]]) -> None:
    """“Cei mai mulți” says a part of all, as “most” does, and “mai mulți” only that there are more."""
    found = words_said(cldr.locale("ro"), text)
    assert [(of, one[0]) for of in ("quantity", "amount-no") for one in found.get(of, ())] == said
