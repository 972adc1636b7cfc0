"""What is written out in one language has its equal in the other."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.proving import EN, RO, SITE, found, place, spoiled, told
from tests.support import write_site


def both(romanian: str, english: str) -> dict[str, str]:
    """The site with a last sentence in each language, its figures weighed as warnings."""
    return {
        **SITE,
        "site.toml": SITE["site.toml"] + '[checks]\nS301 = "warning"\n',
        RO: SITE[RO] + f"\n{romanian}\n",
        EN: SITE[EN] + f"\n{english}\n",
    }


def test_a_date_that_differs_is_found(tmp_path: Path) -> None:
    """A date that differs is reported in the translation, with the place of the other."""
    files = spoiled(EN, ("13 November", "14 November"))
    assert found(tmp_path, files) == [f"P205 {EN}:{place(files[EN], '14 November')}"]
    assert "14 November 2025" in told(tmp_path, files)[0]


@pytest.mark.parametrize(
    ("romanian", "english"),
    [
        ("Au fost 16.181 de cazuri.", "There were 16,181 cases."),
        ("O creștere de 12,5 %.", "A rise of 12.5%."),
        ("Cinci milioane, adică 5 milioane.", "5 million."),
        ("Trei țări.", "3 countries."),
        ("În 2019 și în martie 2020.", "In 2019 and in March 2020."),
        ("Între 3 și 20 septembrie 2024.", "From 3 to 20 September 2024."),
        ("Una din trei femei a văzut.", "1 in 3 women saw it."),
        ("O jumătate de oră.", "30 minutes."),
        ("Creșterea a scăzut la 3 la sută.", "The rise slowed to 3 per cent."),
        ("În perioada 2015–2020 și în sezonul 2023/24.", "Between 2015 and 2020, and from 2023 to 2024."),
        ("Circa 1 % din teren.", "About one percent of the land."),
        ("În 2019 a fost campioană.", "In 2019 she was the 2019 champion."),
        ("Emisiunea începe la 23:45, despre Munca 4.0.", "The Work 4.0 show is on at 23.45."),
        ("De la 17 la aproape 25 la sută.", "From 17 to nearly 25 per cent."),
        ("Rareori vin 12 oameni.", "Not often do 12 people come."),
        ("Monede din 1600 î.e.n.", "Coins of 1600 B.C.E."),
        ("Linia se va deschide până în 2030.", "The line will open by 2030."),
        ("În ultimii 20 de ani, timp de 14 zile.", "In the last two decades, for two weeks."),
        ("Întâi decembrie este sărbătoare.", "1 December is a holiday."),
        ("Între 3 și peste 10 milioane de oameni.", "Between 3 million and over 10 million people."),
        ("Casele din anii 1960.", "The houses of the 60s."),
        ("Nu doar atât: un fond dă cel mult 1.500 de euro.", "Not only that: a fund gives up to 1,500 euros."),
        (
            "Cele 3 ședințe au avut loc în sala cea mare a primăriei, ceea ce nimeni nu ceruse.",
            "The 3 sessions were held in the great room of the town hall.",
        ),
    ],
)
def test_equal_figures_agree_however_they_are_written(tmp_path: Path, romanian: str, english: str) -> None:
    """Numbers, percentages and dates are compared by value, a number in words counting as its equal."""
    assert [one for one in found(tmp_path, both(romanian, english)) if one[0] == "P"] == []


@pytest.mark.parametrize(
    ("romanian", "english", "wrong"),
    [
        ("Au fost 16.181 de cazuri.", "There were 16,118 cases.", "16,118"),
        ("O creștere de 12,5 %.", "A rise of 12.4%.", "12.4%"),
        ("În 2019.", "In 2018.", "2018"),
        ("În 2019 și în 2020.", "In 2019 and in 2018.", "2018"),
        ("În perioada 2015–2020.", "Between 2015 and 2021.", "2021"),
        ("Una din trei femei a văzut.", "1 in 4 women saw it.", "4"),
        ("O jumătate de oră.", "40 minutes.", "40 minutes"),
        ("În martie 2020.", "In May 2020.", "May 2020"),
    ],
)
def test_a_figure_that_differs_is_found(tmp_path: Path, romanian: str, english: str, wrong: str) -> None:
    """A figure that differs is reported once, in the translation, at its own column."""
    files = both(romanian, english)
    found_here = [one for one in found(tmp_path, files) if one[0] == "P"]
    assert [one.partition(" ")[2] for one in found_here] == [f"{EN}:{place(files[EN], wrong)}"]


def test_a_figure_without_any_equal_is_found_where_it_stands(tmp_path: Path) -> None:
    """A year that only the original names is reported in the original."""
    files = both("În 2019.", "Later.")
    assert f"P204 {RO}:{place(files[RO], '2019')}" in found(tmp_path, files)


def test_a_literal_needs_no_equal(tmp_path: Path) -> None:
    """Digits that are names may stand in one language only."""
    files = spoiled(EN, (", Serengeti 2.0 goes", ", it goes"))
    assert found(tmp_path, files) == []


@pytest.mark.parametrize(
    ("romanian", "english", "code"),
    [
        ("Au fost 5 milioane de euro.", "There were 5 million dollars.", "P209"),
        ("Cel mult 95 de zile.", "At least 95 days.", "P209"),
        ("Erau {{ victims }}, da.", "There were {{ victims.number }} victims, yes.", "P209"),
        ("Erau {{ victims.number }} de victime, da.", "There were {{ victims }}, yes.", "P209"),
        ("Erau {{ victims.number }} de victime, da.", "There were {{ victims.number }} victims, yes.", ""),
        ("Erau {{ victims }}, da.", "There were over {{ victims.number }} victims, yes.", ""),
        ("Circa 700 de sportivi.", "More than 700 athletes.", "P215"),
        ("La 95 nu s-a ajuns.", "95 was reached.", "P217"),
        (
            "Ei nu au spus nimănui din tot satul lor de munte că unul din cei 95 a plecat.",
            "They said one of 95 left.",
            "P217",
        ),
        ("S-a plătit în bani de-ai lor (95 Nu).", "It was paid in their money (95).", ""),
        ("Franța a pierdut, Italia a crescut cu 12 %.", "France lost, Italy fell by 12%.", "P216"),
        ("Au venit cel puțin încă 30 de oameni.", "At least another 30 people came.", ""),
        ("A marcat în minutul zilei după 12 ture.", "He scored in the 34th minute after 12 laps.", "P212"),
        ("A marcat în minutul 34 după 12 ture.", "He scored in the 34th minute after 12 laps.", ""),
        ("Nu a fost afară nimeni.", "All 12 were outside.", "P204"),
        ("Cei 12 nu aveau resurse afară.", "The 12 had resources outside.", "P217"),
        ("Cei 12 erau nevinovați.", "The 12 were not guilty.", ""),
        ("Cei 12 erau vinovați.", "The 12 were not guilty.", "P217"),
        ("A învins cu 1-3.", "It won by 3-1.", "P208"),
        ("A învins cu scorul 3 la 1.", "It won by 3-1.", ""),
        ("Erau 20 la 1.", "They were 1 to 20.", "P208"),
        ("De la 20 de oameni 12 dolari.", "From $20 people 12 meals.", "P215"),
        ("S-a vândut cu 367,90/368,60 dolari.", "It sold for $367.90/368.60.", "P210"),
        ("Ambele au plecat la 12.", "Three left at 12.", "P215"),
        ("Cele două au plecat la 12.", "Both left at 12.", ""),
        ("Sunt 80 km (50 de km) de mers.", "It is 80 km (50 mi) to go.", "P209"),
        ("Indicele mai extins al țării a scăzut cu 12 %.", "The broader index climbed 12%.", "P216"),
        ("Trei oameni au venit la 12.", "Three men came at 12 with 3 dogs.", "P204"),
        ("Au durat 6 luni.", "They took 6 weeks.", "P209"),
        ("Linia va fi gata până în 2030.", "The line will be ready from 2030.", "P209"),
        ("Au fost 400 de oameni.", "Some 400 people.", "P210"),
        ("În 2019 12 și în 2021 18.", "In 2021 12 and in 2019 18.", "P208"),
        ("Pe 3 mai, 12 oameni și 18 câini.", "On 3 May, 18 people and 12 dogs.", "P208"),
        (
            "| A | B |\n|---|---|\n| Ana | 1931 |\n| Ion | 1945 |",
            "| A | B |\n|---|---|\n| A | 1945 |\n| J | 1931 |",
            "P211",
        ),
        ("Între 3 martie și 14 aprilie 2025.", "From 3 March to 14 April 2025.", ""),
        ("Între 3 și 14 aprilie 2025.", "From 3 to 14 April 2025.", ""),
        ("Pe 13 noiembrie 2025.", "On 13 November.", "P212"),
        ("Pe 13 noiembrie 2025.", "On 12 November.", "P205"),
        ("A scăzut cu −6 %.", "It fell by 6%.", "P204"),
        ("A durat 5 saptamani.", "It took 5 days.", "P209"),
        ("Numărul lor scade la 352.", "Their number rises to 352.", "P216"),
        ("Numărul lor se ridică la 352.", "Their number falls to 352.", "P216"),
        ("Leul s-a apreciat cu 6 %.", "The leu weakened by 6%.", "P216"),
        ("{{ arrests }} acolo.", "1,209 arrests there.", ""),
    ],
)
def test_what_differs_has_its_code(tmp_path: Path, romanian: str, english: str, code: str) -> None:
    """Money, units, bounds, order and place are compared beside the values."""
    told = {one[:4] for one in found(tmp_path, both(romanian, english)) if one[0] == "P" and one[:4] not in "P203 P206"}
    assert told == ({code} if code else set())


@pytest.mark.parametrize(
    ("romanian", "english", "codes"),
    [
        ("Am scris 19 clinici.", "We wrote 19 clinics.", []),
        ("Am scris 19 clinici.", "We wrote 20 clinics.", ["P204"]),
        ("Am scris 1.554.", "We wrote 1,455.", ["P204"]),
    ],
)
def test_corrections_name_one_old_number(tmp_path: Path, romanian: str, english: str, codes: list[str]) -> None:
    """The number that was wrong is typed, and the same in every language."""
    files = dict(SITE)
    for file, text in ((RO, romanian), (EN, english)):
        files[file] = files[file].replace("---\n", f'---\ncorrections: [{{date: 2025-12-01, text: "{text}"}}]\n', 1)
    assert [one[:4] for one in found(tmp_path, files) if one[0] == "P"] == codes


@pytest.mark.parametrize(
    ("german", "english", "is_told"),
    [
        ("Nach der zweimonatigen Pause.", "After the 2 month break.", False),
        ("Nach der dreimonatigen Pause.", "After the 2 month break.", True),
    ],
)
def test_a_length_of_time_may_be_one_word(tmp_path: Path, german: str, english: str, *, is_told: bool) -> None:
    """A number that is one word with its unit is the number of the other language."""
    sheets = {
        f"content/{tag}/index.md": f"---\ntitle: A\n---\n{text}\n" for tag, text in (("en", english), ("de", german))
    }
    settings = 'reference = "en"\ntitle = "E"\nbase_url = "https://facts.example/"\n'
    codes = [one.code for one in check(write_site(tmp_path, {"site.toml": settings, **sheets}), Options()).problems]
    assert ("P204" in codes) is is_told


_ENGLISH = (
    "The works lasted three months.",
    "There are twenty-eight lines and five depots.",
    "It won the 14th prize.",
    "The town gave AUD$45 million.",
)
_SAID = {
    "es": (
        "Las obras duraron tres meses.",
        "Hay veintiocho líneas y cinco depósitos.",
        "Ganó el 14.º premio.",
        "La ciudad dio 45 millones de dólares australianos.",
    ),
    "it": (
        "I lavori durarono tre mesi.",
        "Ci sono ventotto linee e cinque depositi.",
        "Vinse il 14º premio.",
        "La città diede 45 milioni di dollari australiani.",
    ),
    "pl": (
        "Prace trwały trzy miesiące.",
        "Jest dwadzieścia osiem linii i pięć zajezdni.",
        "Zdobył 14. nagrodę.",
        "Miasto dało 45 milionów dolarów australijskich.",
    ),
    "ar": (
        "استمرت الأشغال ثلاثة أشهر.",
        "هناك ثمانية وعشرون خطا وخمسة مستودعات.",
        "فاز بالجائزة الرابعة عشرة.",
        "قدمت المدينة 45 مليون دولار أسترالي.",
    ),
}
_SLIPS = {
    "es": (("tres", "cuatro"), ("veintiocho", "veintinueve"), ("14.º", "15.º"), ("australianos", "canadienses")),
    "it": (("tre ", "sei "), ("ventotto", "ventinove"), ("14º", "15º"), ("australiani", "canadesi")),
    "pl": (("trzy", "cztery"), ("dwadzieścia", "trzydzieści"), ("14.", "15."), ("australijskich", "kanadyjskich")),
    "ar": (("ثلاثة", "أربعة"), ("وعشرون", "وثلاثون"), ("الرابعة", "الخامسة"), ("أسترالي", "كندي")),
}


@pytest.mark.parametrize("tag", sorted(_SAID))
def test_numbers_in_words_are_those_of_the_original(tmp_path: Path, tag: str) -> None:
    """Numbers in words and ordinals of several words are compared, and money that is named by a code and a sign."""
    wrong = [text.replace(*slip) for text, slip in zip(_SAID[tag], _SLIPS[tag], strict=True)]
    sheets = {"en": (*_ENGLISH, *_ENGLISH), tag: (*_SAID[tag], *wrong)}
    files: dict[str, str | bytes] = {
        f"content/{one}/index.md": "\n\n".join(("---\ntitle: A\n---", *texts)) for one, texts in sheets.items()
    }
    settings = 'reference = "en"\ntitle = "E"\nbase_url = "https://facts.example/"\n'
    problems = check(write_site(tmp_path, {"site.toml": settings, **files}), Options()).problems
    told = {one.place.line for one in problems if one.code in {"P204", "P209", "P212", "P215"}}
    assert {(line - 5) // 2 for line in told} == {4, 5, 6, 7}


_IN_WORDS_AND_FORMS = (
    ("ar", "The rule is of July 8.", "القاعدة في الثامن من تموز.", "القاعدة في التاسع من تموز."),
    ("ar", "It was refused on 12 October.", "رفض في الثاني عشر من تشرين الأول.", "رفض في الثالث عشر من تشرين الأول."),
    ("ar", "It began on February 16.", "بدأ في 16 من شباط.", "بدأ في 17 من شباط."),
    ("ar", "It opened in July 2020.", "افتتح في تموز عام 2020.", "افتتح في حزيران عام 2020."),
    ("ar", "Maria, 29, drives it.", "تقوده ماريا -29 عاما- كل يوم.", "تقوده ماريا -28 عاما- كل يوم."),
    ("hu", "It opened in March 2017.", "2017 márciusában nyílt meg.", "2017 áprilisában nyílt meg."),
    ("hu", "It opens in June 2027.", "2027. júniusában nyílik.", "2027. júliusában nyílik."),
    (
        "nl",
        "The tour ends on September 16.",
        "De reis eindigt op zestien september.",
        "De reis eindigt op zes september.",
    ),
    (
        "nl",
        "It starts at 8:30 p.m. in the town.",
        "Het begint om 20.30 uur in de stad.",
        "Het begint om 20.40 uur in de stad.",
    ),
    ("pl", "It began on 3 May.", "Zaczęło się trzeciego maja.", "Zaczęło się czwartego maja."),
    ("fr", "A market of the 18th century.", "Un marché du XVIIIe siècle.", "Un marché du XVIIe siècle."),
    ("ja", "A market of the 17th century.", "17世紀の市場。", "16世紀の市場。"),
    ("ja", "It is the seventh country.", "7番目の国です。", "8番目の国です。"),
    ("ja", "It starts at 8:30 p.m. in the town.", "町で午後8時30分に始まる。", "町で午後9時30分に始まる。"),
    (
        "fr",
        "It starts at 23:35 in the town.",
        "Cela commence à 23\u00a0h\u00a035 en ville.",
        "Cela commence à 22\u00a0h\u00a035 en ville.",
    ),
    ("pl", "It was built in June 1887.", "Przed czerwcem 1887 r. go nie było.", "Przed lipcem 1887 r. go nie było."),
    ("ar", "Omar, 25, drives it.", "يقوده عمر صاحب الخمسة وعشرين عاما.", "يقوده عمر صاحب الستة وعشرين عاما."),
    ("ar", "Omar, 21, drives it.", "يقوده عمر صاحب الواحد وعشرين عاما.", "يقوده عمر صاحب الواحد وثلاثين عاما."),
    ("ja", "He came twenty-fourth in the race.", "競走で24位になった。", "競走で25位になった。"),
    ("ar", "Mona, 18, drives it.", "تقوده منى في الثامنة عشرة من عمرها.", "تقوده منى في التاسعة عشرة من عمرها."),
    ("ja", "The works took four years.", "工事は4年間で終わった。", "工事は6年間で終わった。"),
    ("tr", "The wind reached 70 km/h.", "Rüzgar saatte 70 km'ye ulaştı.", "Rüzgar günde 70 km'ye ulaştı."),
    ("ru", "It opened in August 2011.", "Открылся в августе 2011 года.", "Открылся в сентябре 2011 года."),
    ("uk", "The works took five years.", "Роботи тривали п’ять років.", "Роботи тривали дев’ять років."),
    ("cs", "A market of the 1800s.", "Trh z 19. století.", "Trh z 18. století."),
    ("fa", "The works took four months.", "کارها چهار ماه طول کشید.", "کارها پنج ماه طول کشید."),
    ("ar", "It opened in the 1970s.", "افتتح في السبعينيات.", "افتتح في الثمانينيات."),
    ("zh", "It takes place in December.", "每年 12 月份举行。", "每年 11 月份举行。"),
    (
        "it",
        "A town of the 16th century BC.",
        "Una città del sedicesimo secolo a.C.",
        "Una città del quinto secolo a.C.",
    ),
    ("it", "A town of the 5th century BC.", "Una città del V secolo a.C.", "Una città del X secolo a.C."),
    ("pt", "Trade fell in the 1960s.", "O comércio caiu na década de 60.", "O comércio caiu na década de 70."),
    ("pt", "Doors of at least 120 metres.", "Portas de pelo menos de 120 metros.", "Portas de menos de 120 metros."),
    ("pl", "They paid $120 each.", "Zapłacili po 120 dolarów na osobę.", "Zapłacili po 120 dolarów dziennie."),
    ("pl", "There were 40 others in the yard.", "Było 40 innych na dziedzińcu.", "Było 40 innych na dzień."),
    ("de", "It took four years.", "Es dauerte 4 Jahre.", "Es dauerte weniger als 4 Jahre."),
    ("ko", "It is the seventh country.", "7번째 나라이다.", "8번째 나라이다."),
    ("ko", "It starts at 7:19 a.m. in the town.", "오전 7시 19분에 시작한다.", "오전 8시 19분에 시작한다."),
)


@pytest.mark.parametrize(("tag", "english", "right", "wrong"), _IN_WORDS_AND_FORMS)
def test_days_times_and_centuries_in_the_forms_of_a_language(
    tmp_path: Path, tag: str, english: str, right: str, wrong: str
) -> None:
    """Days in words, months with endings, hours, centuries and lengths of time say what the original says."""
    files: dict[str, str | bytes] = {
        f"content/{one}/index.md": f"---\ntitle: A\n---\n{first}\n\n{second}\n"
        for one, first, second in (("en", english, english), (tag, right, wrong))
    }
    settings = 'reference = "en"\ntitle = "E"\nbase_url = "https://facts.example/"\n'
    problems = check(write_site(tmp_path, {"site.toml": settings, **files}), Options()).problems
    told = {one.place.line for one in problems if one.code in {"P204", "P205", "P209", "P212", "P215"}}
    assert told == {6}
