"""A text is read once, as a reader would, into statements."""

from decimal import Decimal

import pytest

from factsheet.content.statements.comparing import FigureSpan, Statement, StatementKind
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.reader import read
from factsheet.content.statements.text import FoldedText
from factsheet.l10n import cldr

NOUNS = {
    "en": Nouns((("arrests", "index/arrests"), ("victims", "index/victims"))),
    "ro": Nouns((("arestări", "index/arrests"),)),
    "de": Nouns((("festnahmen", "index/arrests"),)),
    "fr": Nouns((("arrestations", "index/arrests"),)),
    "ja": Nouns((("逮捕", "index/arrests"),)),
}


def statements(tag: str, text: str, *, head: str | None = None) -> tuple[Statement, ...]:
    """The statements of a text in a language, with the nouns of a site."""
    return read(cldr.locale(tag), text, nouns=NOUNS.get(tag, Nouns()), head=head)


def kinds(tag: str, text: str) -> list[tuple[str, str]]:
    """What each number of a text is."""
    return [(one.text, one.kind.value) for one in statements(tag, text)]


@pytest.mark.parametrize(
    ("tag", "text", "value", "bound", "currency", "unit"),
    [
        ("en", "It was over $97 million.", 97_000_000, "over", "USD", None),
        ("en", "Below 120,000 came.", 120_000, "under", None, None),
        ("en", "It cost 97 million Canadian dollars.", 97_000_000, None, "CAD", None),
        ("en", "It cost 50 euro cents.", 50, None, "EUR/100", None),
        ("en", "It rose by 4.1 percentage points.", "4.1", None, None, "points"),
        ("en", "The line has 2,450 kilometres.", 2450, None, None, "kilometer"),
        ("en", "İzmir has a line of 2,450 Kilometres.", 2450, None, None, "kilometer"),
        ("en", "There were 13 hundred rooms.", 1300, None, None, None),
        ("en", "There were 13 dozen of them.", 156, None, None, None),
        ("en", "A fall of −12.5%.", "-12.5", None, None, "percent"),
        ("en", "It was minus 12.5 %.", "-12.5", None, None, "percent"),
        ("en", "About 400 or more took part.", 400, "about", None, None),
        ("en", "Some 17,000 readers or fewer came.", 17_000, "about", None, None),
        ("ro", "Au fost peste 97 de milioane de euro.", 97_000_000, "over", "EUR", None),
        ("ro", "A crescut cu 4,1 puncte procentuale.", "4.1", None, None, "points"),
        ("ro", "Au fost 13 duzini.", 156, None, None, None),
        ("ro", "Sub 120.000 de oameni au venit.", 120_000, "under", None, None),
        ("de", "Es waren rund 3,4 Mrd. Pfund.", 3_400_000_000, "about", "GBP", None),
        ("fr", "Près de 97 millions de dollars américains.", 97_000_000, "nearly", "USD", None),
        ("ar", "بلغت الخسائر 3.5 مليار دولار.", 3_500_000_000, None, "USD", None),
        ("en", "It was 27-percent higher.", 27, None, None, "percent"),
        ("en", "A $70-million fund.", 70_000_000, None, "USD", None),
        ("en", "It took 27 percent of $", 27, None, None, "percent"),
        ("ro", "Au fost 37 de procente.", 37, None, None, "percent"),
        ("en", "It took an hour and a half.", "1.5", None, None, "hour"),
        ("ro", "A durat o oră și jumătate.", "1.5", None, None, "hour"),
        ("fr", "Elle a duré une heure et demie.", "1.5", None, None, "hour"),
        ("es", "Duró un año y medio.", "1.5", None, None, "year"),
        ("ro", "A durat două ore și jumătate.", "2.5", None, None, "hour"),
        ("en", "It took one and a half hours.", "1.5", None, None, "hour"),
        ("en", "It fell by 3½ %.", "3.5", None, None, "percent"),
        ("en", "His average was .828.", "0.828", None, None, None),
        ("en", "It has 2,450 m of track.", 2450, None, None, "meter"),
        ("ro", "Vârful are 4892 m.", 4892, None, None, "meter"),
        ("en", "There are 12 M here.", 12_000_000, None, None, None),
        ("en", "It sends 600 Mb/s.", 600, None, None, "megabit"),
        ("pl", "Przesyła 600 MB/s.", 600, None, None, "megabyte"),
        ("ja", "12万人以上が名乗り出た。", 120_000, "at-least", None, None),
        ("ja", "3億4000万ユーロだった。", 340_000_000, None, "EUR", None),
    ],
)
def test_a_number_is_read_with_all_that_belongs_to_it(
    tag: str, text: str, value: str | int, bound: str | None, currency: str | None, unit: str | None
) -> None:
    """Value, bound, currency and unit are those that a reader takes it for."""
    [one] = statements(tag, text)
    assert (one.value, one.bound, one.currency, one.unit) == (Decimal(value), bound, currency, unit)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "Compared with 2024, arrests fell.", [("2024", "year")]),
        ("en", "In the post-9/11 world.", [("9/11", "name")]),
        ("en", "In 2024 arrests rose.", [("2024", "year")]),
        ("en", "There were 1850 arrests.", [("1850", "count")]),
        ("en", "About 1850 phones.", [("1850", "count")]),
        ("en", "The 2021 census was late.", [("2021", "year")]),
        ("en", "The 1850 phones rang.", [("1850", "count")]),
        ("en", "2024 phones were tested.", [("2024", "doubt")]),
        ("en", "By mid-2024 it was done.", [("2024", "year")]),
        ("en", "The 2023–24 season began.", [("2023–24", "year")]),
        ("en", "Between 2015 and 2024 it grew.", [("2015", "year"), ("2024", "year")]),
        ("en", "On 27 and 29 May 2024.", [("27 and 29 May 2024", "date")]),
        ("en", "From August 13 to 15 it was closed.", [("August 13 to 15", "date")]),
        ("en", "It begins at 10:30.", [("10:30", "time")]),
        ("en", "It begins at 10 a.m. sharp.", [("10", "time")]),
        ("en", "Type 2 diabetes.", [("2", "name")]),
        ("en", "It runs on Windows 11.", [("11", "name")]),
        ("en", "We saw Apollo 11 land.", [("11", "name")]),
        ("en", "Freed 77 hostages.", [("77", "doubt")]),
        ("en", "It ended. Freed: 3. Apollo 11 landed.", [("3", "count"), ("11", "name")]),
        ("en", "The tally is 49 752 now.", [("49 752", "count")]),
        ("en", "A 501(c)(3) charity.", [("501(c)(3)", "name")]),
        ("en", "No. 1290 arrests were made.", [("1290", "count")]),
        ("en", "See page 3 of 12.", [("3", "name"), ("12", "name")]),
        ("en", "We use iOS 17 now.", [("17", "name")]),
        ("en", "It is his 1948 novel.", [("1948", "year")]),
        ("en", "Another 18 came.", [("18", "count")]),
        ("de", "Die 15- bis 64-Jährigen.", [("15", "name"), ("64-Jährigen", "name")]),
        ("zh", "2024 年 3 月 14 日召开。", [("2024 年 3 月 14 日", "date")]),
        ("ro", "La 7 p.m. a plecat.", [("7", "time")]),
        ("en", "Table 1290 shows it.", [("1290", "name")]),
        ("en", "At 12:09 arrests began.", [("12:09", "count")]),
        ("en", "Of 1e3 arrests.", [("1e3", "count")]),
        ("en", "In the last 10 years it grew.", [("10 years", "duration")]),
        ("en", "Children aged 5 to 14 were asked.", [("5", "age"), ("14", "age")]),
        ("en", "It is 9.6 per 100,000 people.", [("9.6", "count"), ("100,000", "rate")]),
        ("en", "The top 10 are listed.", [("10", "name")]),
        ("en", "The 3rd edition.", [("3rd", "ordinal")]),
        ("en", "On XIX arrests.", [("XIX", "roman")]),
        ("en", "World War II ended.", []),
        ("en", "½ of it, ⑫ of them.", [("½", "fraction"), ("⑫", "count")]),
        ("ro", "Cele 1850 de telefoane.", [("1850", "count")]),
        ("ro", "Tot 77 de lucruri.", [("77", "count")]),
        ("ro", "Față de 2024, a scăzut.", [("2024", "year")]),
        ("ro", "Între 1.I și 30.IX.2025.", [("1.I", "date"), ("30.IX.2025", "date")]),
        ("de", "Im 21. Jahrhundert.", [("21.", "ordinal")]),
        ("de", "1990 wurde es gebaut.", [("1990", "year")]),
        ("hu", "Kinek főztünk 2025-ben, a 2019-es adatok szerint.", [("2025", "year"), ("2019", "name")]),
        ("hu", "A szám 2020-ig nőtt.", [("2020", "year")]),
        ("fi", "Vuonna 2025 avattiin.", [("2025", "doubt")]),
        ("fi", "Talossa on 1850 tuolia.", [("1850", "count")]),
        ("fr", "Paris, 75002 Paris.", [("75002", "name")]),
        ("fr", "Les 10 premiers sont là.", [("10", "name")]),
        ("fr", "De 9 h 00 à 17 h 30.", [("9 h 00", "name"), ("17 h 30", "name")]),
        ("ja", "5歳の子ども、3階。", [("5", "name"), ("3", "name")]),
        ("ja", "1990年代。", [("1990", "year")]),
        ("ja", "パリのCOP21で。", [("21", "name")]),
    ],
)
def test_what_a_number_is(tag: str, text: str, expected: list[tuple[str, str]]) -> None:
    """Years, dates, names and counts are told apart by what stands around them; a known noun beats every mask."""
    assert kinds(tag, text) == expected


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "Twelve hundred and ninety arrests.", 1290),
        ("en", "Half a million arrests.", 500_000),
        ("en", "Half a dozen arrests.", 6),
        ("de", "Ein halbes Dutzend Festnahmen.", 6),
        ("fr", "Une demi-douzaine d’arrestations.", 6),
        ("ro", "Jumătate de duzină de arestări.", 6),
        ("en", "A dozen arrests.", 12),
        ("ro", "O mie două sute de arestări.", 1200),
        ("de", "Zweitausendfünfhundert Festnahmen.", 2500),
        ("fr", "Deux mille arrestations.", 2000),
        ("fr", "Un demi-million d'arrestations.", 500_000),
        ("ja", "千二百件の逮捕。", 1200),
    ],
)
def test_numbers_in_words_before_the_noun_of_a_metric(tag: str, text: str, value: int) -> None:
    """They are read, and the metric whose noun they count is known."""
    [one] = [one for one in statements(tag, text) if one.word and one.kind is StatementKind.COUNT]
    assert (one.value, one.counted) == (Decimal(value), frozenset({"index/arrests"}))


@pytest.mark.parametrize("text", ["No figures at all.", "", "Only words, and commas; nothing else"])
def test_a_text_without_numbers_has_no_statements(text: str) -> None:
    """There is nothing to read, and nothing is looked for."""
    assert statements("en", text) == ()


@pytest.mark.parametrize(
    ("text", "mark", "odd"),
    [
        ("131,209 arrests", FigureSpan(0, 2), True),
        ("1,209e3", FigureSpan(0, 5), True),
        ("1,209x of it", FigureSpan(0, 5), True),
        ("4:30 arrests", FigureSpan(0, 1), True),
        ("13² rooms", FigureSpan(0, 2), True),
        ("±13 rooms", FigureSpan(1, 3), True),
        ("Article 13 applies", FigureSpan(8, 10), False),
        ("and 1,209, then", FigureSpan(4, 9), False),
        ("the year 2,024 books", FigureSpan(9, 14), False),
    ],
)
def test_what_stands_in_a_figures_element(text: str, mark: FigureSpan, *, odd: bool) -> None:
    """It is never a name; letters, digits and signs glued to it are noted."""
    [one] = [one for one in read(cldr.locale("en"), text, marks=(mark,)) if one.figure == 0][:1]
    assert one.odd is odd


def test_an_element_may_begin_with_a_minus() -> None:
    """The minus of the element is its own, even right behind a word of a script without spaces."""
    [one] = read(cldr.locale("zh"), "最低温度为-5摄氏度。", marks=(FigureSpan(5, 10),))
    assert one.value == Decimal(-5)


def test_a_unit_that_is_known_comes_before_a_scale() -> None:
    """“1.9 K” is no thousand where the figure is in kelvins."""
    marks = (FigureSpan(0, 5, "temperature-kelvin"),)
    [one] = read(cldr.locale("en"), "1.9 K", marks=marks)
    assert (one.value, one.unit) == (Decimal("1.9"), "kelvin")


@pytest.mark.parametrize(
    ("head", "kind"), [("Year", StatementKind.YEAR), ("Books", StatementKind.COUNT), (None, StatementKind.YEAR)]
)
def test_four_digits_alone_in_a_cell(head: str | None, kind: StatementKind) -> None:
    """They are a year below a heading of years, and a count below another one."""
    assert [one.kind for one in statements("en", "1850", head=head)] == [kind]


@pytest.mark.parametrize(
    ("text", "changes", "second", "conflict"),
    [
        ("half of over 17,000 readers", ("half of",), None, ""),
        ("ten times 1,209 books", ("times",), None, ""),
        ("no 1,209 books", ("no",), None, ""),
        ("below over 17,000 readers", (), "under", ""),
        ("over exactly 12 readers", (), "exactly", ""),
        ("€97 million dollars", (), None, "USD"),
        ("97 million dollars%", (), None, "percent"),
    ],
)
def test_words_that_say_another_number(text: str, changes: tuple[str, ...], second: str | None, conflict: str) -> None:
    """Multipliers, negations, second bounds and second currencies are kept beside the number."""
    one = statements("en", text)[-1]
    assert (one.changes, one.second_bound, one.conflict) == (changes, second, conflict)


def test_places_are_those_of_the_text_that_was_given() -> None:
    """Decomposed letters before a number do not move it."""
    text = "Sînt toţi: ţări 1.209 arestări"
    [one] = statements("ro", text)
    assert text[slice(*one.digits)] == one.text == "1.209"


def test_what_stands_in_the_next_element_is_its_own() -> None:
    """The currency with which one figure begins does not belong to the one before it."""
    first, second = read(
        cldr.locale("en"), "Of 999,999 RON 97 they had.", marks=(FigureSpan(3, 10), FigureSpan(11, 17))
    )
    assert (first.currency, second.currency, second.value) == (None, "RON", Decimal(97))


@pytest.mark.parametrize(
    ("text", "without", "within"),
    [
        ("In 1850 schools opened.", StatementKind.YEAR, StatementKind.COUNT),
        ("In 2024 schools opened.", StatementKind.YEAR, StatementKind.YEAR),
        ("2024 phones were tested.", StatementKind.DOUBT, StatementKind.YEAR),
        ("About 2024 phones were tested.", StatementKind.COUNT, StatementKind.COUNT),
        ("Since 1850.", StatementKind.YEAR, StatementKind.YEAR),
    ],
)
def test_a_site_may_say_which_years_it_speaks_of(text: str, without: StatementKind, within: StatementKind) -> None:
    """Outside of them four digits before a word are a number; inside, one that begins a sentence is a year."""
    assert [one.kind for one in read(cldr.locale("en"), text)] == [without]
    assert [one.kind for one in read(cldr.locale("en"), text, nouns=Nouns(years=(2015, 2026)))] == [within]


BEFORE = {
    "en": "show over at least about not more than half of no minus the a some exceeded No. only fell by “over ~ (under",
    "ro": "arată peste cel puțin circa nu mai mult de jumătate din niciun minus o cele au depășit nr. doar cu sub",
    "fr": "montrent plus de au moins environ pas plus de la moitié de aucun moins les une n° seulement d'environ",
    "de": "zeigen über mindestens rund nicht mehr als die Hälfte von kein minus die eine Nr. nur",
    "ja": "約 半分の 第 少なくとも",
    "he": "מעל לפחות כ",
}


@pytest.mark.parametrize("tag", BEFORE)
def test_words_before_a_number_are_skipped_only_where_they_say_nothing(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A number is read as it is where all words before it are looked at, whichever of them stand there."""
    words = BEFORE[tag].split(" ")
    texts = [f"{one} {two} 120 people" for one in words for two in words[:6]]
    quick = [read.__wrapped__(cldr.locale(tag), text) for text in texts]
    monkeypatch.setattr(FoldedText, "is_silent_before", lambda *_: False)
    assert quick == [read.__wrapped__(cldr.locale(tag), text) for text in texts]


def test_nought_is_a_word_of_its_own_in_japanese() -> None:
    """The word for nought is read beside the numerals, which have no sign for it in running text."""
    found = read(cldr.locale("ja"), "死者はゼロ人、負傷者は十二人。")
    assert [(one.text, one.value) for one in found] == [("ゼロ", Decimal(0)), ("十二", Decimal(12))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It was −5–−3 °C.", [(-5, "celsius"), (-3, "celsius")]),
        ("It was −5–+3 °C.", [(-5, "celsius"), (3, "celsius")]),
        ("It was 3–5 °C.", [(3, "celsius"), (5, "celsius")]),
        ("We had 97 and $99 of it.", [(97, None), (99, "USD")]),
        ("Between 97 and $99 of it.", [(97, "USD"), (99, "USD")]),
        ("It was 97 and 99 dollars.", [(97, "USD"), (99, "USD")]),
    ],
)
def test_the_ends_of_a_range_have_their_own_signs(text: str, said: list[tuple[int, str | None]]) -> None:
    """A minus behind the dash is of the upper end, and money before a number of none that stands before it."""
    assert [(one.value, one.unit or one.currency) for one in statements("en", text)] == [
        (Decimal(value), of) for value, of in said
    ]


@pytest.mark.parametrize(
    ("tag", "text", "values"),
    [
        ("en", "3–5 thousand pounds", [3000, 5000]),
        ("ro", "între 3 și 5 milioane", [3_000_000, 5_000_000]),
        ("pl", "od 3 do 5 milionów", [3_000_000, 5_000_000]),
        ("de", "2,5 bis 5 Millionen Euro", [2_500_000, 5_000_000]),
        ("ar", "ما بين 3 و5 ملايين", [3_000_000, 5_000_000]),
        ("ro", "de la 800 la 5 milioane", [800, 5_000_000]),
        ("en", "from 3 million to 5 million", [3_000_000, 5_000_000]),
    ],
)
def test_the_lower_end_of_a_range_has_the_scale_of_the_upper(tag: str, text: str, values: list[int]) -> None:
    """A scale word behind the upper end is of both, unless the lower one is the larger number."""
    assert [one.value for one in read(cldr.locale(tag), text)] == values
