"""Numbers that name a thing, an hour or a score are no figures; the same numbers in another place are."""

import pytest

from factsheet.content.statements.comparing import StatementKind
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.reader import read
from factsheet.l10n import cldr

NOUNS = Nouns((("arrests", "index/arrests"), ("arestări", "index/arrests"), ("people", "index/people")))
FIGURES = frozenset((StatementKind.COUNT, StatementKind.DOUBT))


def figures(tag: str, text: str, column: str | None = None) -> list[str]:
    """What is told as a figure in a text, as written."""
    found = read(cldr.locale(tag), text, nouns=NOUNS, column=column)
    return [one.text for one in found if one.kind in FIGURES and not one.word]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The scenario RCP 8.5 assumes high emissions; SSP2-4.5 lies in the middle."),
        ("ro", "Scenariul RCP 8.5 presupune emisii mari."),
        ("en", "At 0.55, at 6:30 and at 11 o’clock."),
        ("en", "It runs on iPhone 15, macOS 14 and LibreOffice 7.6."),
        ("ro", "Scrieți la OP 18666, CP 12."),
        ("en", "NUTS 2 regions are shown, and PISA 2022 tested pupils."),
        ("en", "Ward 7 is closed, and so is lift 2."),
        ("de", "Station 7 liegt im Haus C."),
        ("ro", "DN1 este închis la kilometrul 128."),
        ("ro", "Rezoluția 1325 a fost adoptată."),
        ("ro", "Pachetul „Fit for 55” a fost adoptat."),
        ("ro", "Apelul la 112 este gratuit."),
        ("en", "Dial 111 for advice or 999 in an emergency."),
        ("en", "The gate opens at 6, and on Friday at 9.30."),
        ("ro", "Secția a fost deschisă între 7 și 21."),
        ("en", "School starts at 8 and ends at 3."),
        ("en", "Romania beat Ukraine 3–0 in Munich."),
        ("fr", "La France a gagné 3-0 contre l'Italie."),
        ("en", "They won the final 12-15."),
        ("en", "Marks run from 1 to 10, and 5 is the pass mark."),
        ("ro", "Scara merge de la 1 (deloc) la 5 (foarte mult)."),
        ("en", "She came third in the 200m."),
        ("fr", "Elle a fini troisième du 200 m."),
        ("ro", "Un hotel de 4 stele se află lângă gară."),
        ("en", "Pupils in Year 6 sat the tests."),
        ("en", "The tests passed with >= 97."),
        ("en", "Panel 5 sits on Thursdays; Apollo 11 landed."),
        ("en", "Covid-19 arrests made the news."),
        ("fr", "Le tome 2 du rapport et la chambre 5."),
        ("ro", "Stâlpul de la parcela 27 și cel din tarlaua 6."),
        ("en", "The town was burnt in 833 AD and again around 1000 B.C.E., they say."),
        ("en", "A bridge was built there in 1492, and the base year is 1990 for all gases."),
        ("en", "See the measures under Goals 6, 9, 10, and 18."),
        ("en", "The hall is open on Friday 28 and Saturday 29."),
        ("ro", "Orașul este atestat din anul 1257; un castru a fost aici în 106 d.Hr."),
        ("de", "Das Bad, das 1879 gebaut wurde, brannte 1931 wieder ab."),
        ("de", "1856 begann der Bau."),
        ("en", "What studies say of it [3–5] holds [7 - 9]."),
        ("fr", "La foire aura lieu vendredi 28 et samedi 29, comme en 1340."),
        ("it", "Nel 2019 la biblioteca ha chiuso, dal 1998 al 2004 era in via Garibaldi 12."),
        ("it", "Il castello fu distrutto nel 1340 e nell'833 d.C. non c'era."),
        ("es", "Cerró en los 80, y en agosto del 2010 volvió a abrir."),
        ("it", "Nel gennaio del 2011 e il 3 maggio del 2012."),
        ("en", "It grew in the years up to 2016."),
        ("en", "Workers between the ages of 45 and 54 experience less of it."),
        ("it", "Nel 2024 ha aperto due parchi."),
        ("es", "En 2022 ha crecido, y cierra entre las 22 y las 6 de la noche."),
        ("es", "En el año 2010 abrió la línea 4, y en los años 80 cerró el puerto."),
        ("pt", "Em 1998 a escola mudou para a rua 25; desde 2004 fica lá."),
        ("nl", "Sinds 2004 rijdt lijn 4 niet meer, en in 1998 ging zaal 3 dicht."),
        ("pl", "W 2010 roku otwarto halę, a od 2004 działa linia 4."),
        ("en", "The town asked Moore, now 31, to return."),
        ("fr", "Bordeaux en 1441 s'ouvrent les écoles."),
        ("ar", 'يعمل في قاعة "النادي 1" كل يوم.'),
        ("en", "Call (713) 555-0142, or write to Houston, TX 77002, and to PA 16802-6601."),
        ("en", "A class 5 hurricane came, and title 20 of the arrests act was used."),
        ("en", "Classes begin at 8:00, and lunch is served from 12 to 1."),
        ("en", "Since about 1960 it has been an island."),
        ("en", "Farmers under 40 can apply."),
        ("es", "Vivió un cuarto de siglo más tarde (1400 a 1403), y hacia el 3300 aC no había nadie."),
        ("es", "Fue el 14 º país."),
        ("pt", "O jogo acabou 6 x 1, e o outro 1x1."),
        ("pt", "Na quinta-feira (3), na sexta - feira (4) e no sábado, 21, choveu."),
        ("pl", "Czynne od 10.00 do 14.00."),
        ("fr", "L'étoile HIP 12961 b est loin."),
        ("nl", "Zij wonnen met 3 - 1."),
        ("en", "Shares are given for 5-9 (%), 10-14 and 15-19."),
        ("en", "Pitt, 61, is the author of Directive 2001 / 82 / EC."),
        ("en", "It draws on the 1587 edition of the Chronicles."),
        ("pt", "Vera Lúcia Barbosa, 40, morreu em agosto de 93, e a greve parou no dia 9 de setembro de 86."),
        ("pt", "Pela lei nº. 8.880 venceram por 3 a 0, em 1m19,32s."),
        ("en", "Pensioners over 75 travel free; hotels have 3 to 5 stars, and the 60+ age group has field 7."),
        ("en", "The trend was flat; 2020 broke it."),
        ("ro", "Muzeul rămâne deschis până la 2 dimineața."),
        ("en", "His 1835 novel Le Lys is long; drafts of sonnets 138 and 144 appeared, see notes 1 and 2."),
        ("it", "Fu visto intorno al 1940 a Los Angeles, dove aumentarono."),
        ("pt", "Reinou até cerca de 1285."),
        ("ro", "Unitățile 1 și 2 funcționează; părțile 1, 2 și respectiv 3 sunt în anexă."),
        ("pl", "W motywie 117 rozporządzenia jest pole 11 zaświadczenia."),
        ("nl", "Zij wonnen de wedstrijd: 1 - 4."),
        ("en", "They voted on 7, 8 and 9 June, women in their 30's too."),
        ("hu", "1996-ban, 1998 őszén és az 1950-es években, 1949. október 18-án a 4-es metró állt."),
    ],
)
def test_what_names_is_no_figure(tag: str, text: str) -> None:
    """Nothing of the sentence is told as a figure that is typed."""
    assert figures(tag, text) == []


@pytest.mark.parametrize(
    ("tag", "text", "told"),
    [
        ("en", "RCP 8.5% of them.", ["8.5%"]),
        ("en", "Arrests 12 is too few.", ["12"]),
        ("ro", "Arestărilor 45 este puțin.", ["45"]),
        ("ro", "În spitalul nou 45 de oameni au venit.", ["45"]),
        ("en", "“We lost 40”, he said.", ["40"]),
        ("en", "Calls rose to 112.", ["112"]),
        ("en", "On Friday the rate rose to 6.", ["6"]),
        ("en", "It opens 6 new roads.", ["6"]),
        ("en", "Between 7 and 21 came.", ["7", "21"]),
        ("en", "It held 12-15.", ["12", "15"]),
        ("en", "In a match 15-12 arrests were made.", ["15", "12"]),
        ("en", "The number rose from 1 to 10.", ["1", "10"]),
        ("en", "The tunnel is 200 m long.", ["200 m"]),
        ("en", "With >= 97 arrests.", ["97"]),
        ("en", "Freed 77 hostages.", ["77"]),
        ("en", "Passengers 45 that day.", ["45"]),
        ("en", "Arrests in 2024: 1546.", ["1546"]),
        ("en", "A total of 1999 arrests.", ["1999"]),
        ("en", "The death of 1546 people.", ["1546"]),
        ("en", "All 1900 of them left.", ["1900"]),
        ("en", "The treaty of 1648 held, arrests by year: 2019, 2020.", []),
        ("en", "Spending (2024: 1800) rose.", ["1800"]),
        ("en", "It is 12½ km long, and 4/5 of homes are dry.", ["12½ km", "4/5"]),
        ("ro", "Toți cei 1900 au plecat, 4/5 din locuințe sunt goale.", ["1900", "4/5"]),
        ("ro", "Legea 4/12 din 2020 se aplică.", []),
        ("en", "On Friday 12 people left, and 12 ad pages were sold.", ["12", "12"]),
        ("en", "Deaths fell to 1209 in 1492.", ["1209"]),
        ("en", "It sold 1340 cups in 1340 shops.", ["1340", "1340"]),
        ("en", "The office counted 1290.", ["1290"]),
        ("en", "See Table 2 (1290 arrests).", ["1290"]),
        ("en", "Arrests (1290) rose, and so did Table 2 (1290).", ["1290", "1290"]),
        ("en", "Most live in the north (1250).", ["1250"]),
        ("en", "In total, 31, and the count, 31, rose.", ["31", "31"]),
        ("en", "Between 1209 and 1250 arrests were made.", ["1209", "1250"]),
        ("en", "The rate was Germany 2.5.", ["2.5"]),
        ("de", "Der Wert 2.5 und die Zahl war 31.", ["2.5", "31"]),
        ("es", "El valor medio 10.1 es alto.", ["10.1"]),
        ("en", "See Goal 6, 9 and 14 arrests.", ["14"]),
        ("de", "Er verkaufte 1950 neue Wohnungen.", ["1950"]),
        ("de", "Es kostet 1950 im Monat.", ["1950"]),
        ("de", "Die Kosten betrugen 2007 rund 576 Mrd. Euro.", ["576 Mrd. Euro"]),
        ("ro", "Peste alte două luni (29) s-a votat.", ["29"]),
        ("it", "Più di 1950 visitatori e un totale di 1850.", ["1950", "1850"]),
        ("es", "Soltaron a los 80 detenidos.", ["80"]),
        ("en", "Costs rose up to 2000.", ["2000"]),
        ("it", "Ha comprato 1800 ha di bosco.", ["1800 ha"]),
        ("es", "La ciudad tiene una población de 1950 habitantes.", ["1950"]),
        ("en", "There are 19 African countries, 300 Romanians and 250 GPS.", ["19", "300", "250"]),
        ("en", "It counts over 40, and arrests under 40 are rare.", ["40", "40"]),
        ("en", "In these areas 45 people live, in a class 12 arrests.", ["45", "12"]),
        ("en", "There were 12345678 of them.", ["12345678"]),
        ("en", "Arrests were about 1880, and about 1850 chairs.", ["1880", "1850"]),
        ("en", "They sold 5-9 chairs, 10-14 tables.", ["5", "9", "10", "14"]),
        ("en", "Hospitals, 61, and Arrests, 97, rose.", ["61", "97"]),
        ("en", "The 1850 visitors came.", ["1850"]),
        ("pt", "Os acidentes caíram de 3 a 0.", ["3", "0"]),
        ("en", "It was flat; 2020 shops broke it. Hospitals over 40 people use rose.", ["2020", "40"]),
        ("ro", "Cele 12 orașe, acele 45 de sate și unele 7.", ["12", "45", "7"]),
        ("en", "It has 45, and 8 and 9 June; 46, 8 and 9 June.", ["45", "46"]),
        ("en", "Classes end at 14:00; arrests were from 12 to 20, or 5-9, 10-14.", ["12", "20", "5", "9", "10", "14"]),
        ("ro", "Numărul era de 12.30 la 13.45.", ["12.30", "13.45"]),
        ("hu", "A létszám 3500-ra emelkedett.", ["3500"]),
        ("pl", "To kosztuje od 10.00 do 14.00 złotych.", ["10.00", "14.00 złotych"]),
    ],
)
def test_a_count_stays_one(tag: str, text: str, told: list[str]) -> None:
    """A noun of a metric, a unit or a change beats what looks like a name."""
    assert figures(tag, text) == told


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "343 Guilty Spark was there."),
        ("en", "They lived at 1776 Eye Street West, it says."),
        ("en", "The house was built circa 1880 or earlier."),
        ("en", "So did fellow 2012 presidential candidate Newt."),
        ("en", "It is a 4-cylinder engine."),
        ("ro", "8 Conform datelor cunoscute."),
        ("pt", "A receita subiu em 93."),
        ("es", "El contacto es 675611884."),
    ],
)
def test_what_may_be_a_name_is_in_doubt(tag: str, text: str) -> None:
    """A name behind a number, a rough year and very long digits may be counts, which nothing shows."""
    found = read(cldr.locale(tag), text, nouns=NOUNS)
    assert [one.kind for one in found] == [StatementKind.DOUBT]


@pytest.mark.parametrize(
    ("text", "column", "told"),
    [
        ("41", "Page", []),
        ("41–43", "Page", []),
        ("41", "Pupils", ["41"]),
        ("0–14", "Age group", []),
        ("65+", "Age group", []),
        ("Dristor 2", "From", []),
        ("Women 45", None, ["45"]),
        ("41 arrests", "Page", ["41"]),
    ],
)
def test_a_heading_names_the_numbers_below(text: str, column: str | None, told: list[str]) -> None:
    """Pages and steps are names, ages are ages; below other headings numbers count."""
    assert figures("en", text, column) == told
