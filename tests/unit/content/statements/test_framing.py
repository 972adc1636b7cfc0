"""Numbers that only say how a text or its figures are made are no figures; counts beside them are."""

from decimal import Decimal

import pytest

from factsheet.content.statements.comparing import FigureSpan, StatementKind
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.reader import read
from factsheet.l10n import cldr

NOUNS = Nouns((("arrests", "index/arrests"), ("arestări", "index/arrests")))
FIGURES = frozenset((StatementKind.COUNT, StatementKind.DOUBT))


def figures(tag: str, text: str) -> list[str]:
    """What is told as a figure in a text, as written."""
    return [one.text for one in read(cldr.locale(tag), text, nouns=NOUNS) if one.kind in FIGURES and not one.word]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The aims are (1) to protect, (2) to prevent and (3) to punish."),
        ("en", "It has two parts: 1) the law, 2) the practice."),
        ("en", "The index (2015 = 100) fell."),
        ("ja", "消費者物価指数(2020年=100)は上がった。"),
        ("en", "Answers: 1 = low, 2 = medium, 3 = high."),
        ("en", "Months: 10 = October, 11 = November."),
        ("en", "On a scale from 1 (never) to 5 (always)."),
        ("en", "Households of 1, 2, 3, 4 or 5 persons."),
        ("en", "The coefficient lies between 0 and 1."),
        ("fr", "Les notes vont de 0 à 10."),
        ("en", "The 95% confidence interval is shown."),
        ("de", "Das 95-%-Konfidenzintervall steht daneben."),
        ("ro", "Intervalul de încredere de 95 % este în paranteză."),
        ("en", "The poorest 20% and the richest 10% of households."),
        ("fr", "Les 20 % les plus pauvres."),
        ("en", "Percentages may not add up to 100 because of rounding."),
        ("ja", "合計が100%にならないことがある。"),
        ("en", "Numbers are rounded to the nearest 1,000."),
        ("en", "The 100-metre final was on Friday."),
        ("ro", "Finala de 100 de metri a fost vineri."),
        ("en", "Write to 10 Downing Street or 45-47 St James's Square."),
        ("ar", "المكتب في شارع الملك فيصل 12."),
        ("en", "Use version >= 97."),
        ("en", "Lines 1 and 2 of the metro; buses 4, 7 and 11."),
        ("ro", "Liniile 1 și 2 de metrou, magistrala 5 de metrou."),
        ("ro", "Str. Lipscani 12, strada Apolodor 17."),
        ("en", "The suspects were aged between 22 and 47."),
        ("en", "The 16–24 age group."),
        ("de", "Jugendliche bis 14 zahlen die Hälfte."),
        ("fr", "Il répond 24 heures sur 24 et 7 jours sur 7."),
        ("ro", "Din 3 în 3 luni apare un buletin."),
        ("en", "It appears at t+30."),
        ("ja", "電話は(03)5555-7788。"),
        ("ja", "一般の検査を一斉に行った。"),
    ],
)
def test_what_only_frames_is_no_figure(tag: str, text: str) -> None:
    """Nothing of the sentence is told as a figure that is typed."""
    assert figures(tag, text) == []


@pytest.mark.parametrize(
    ("tag", "text", "told"),
    [
        ("en", "They made (1) 290 arrests.", ["1", "290"]),
        ("en", "Among them (13) were minors.", ["13"]),
        ("en", "The index reached 100.", ["100"]),
        ("en", "Confidence rose to 95%.", ["95%"]),
        ("en", "Of the shares, 45 were sold.", ["45"]),
        ("en", "Some 12, 13 and 14 houses burned.", ["12", "13", "14"]),
        ("en", "The counts were 4, 8, 9, 10 and 6.", ["4", "8", "9", "10", "6"]),
        ("ro", "Între 71 și 79 de ani și 980 de pacienți.", ["980"]),
        ("pl", "na granicy lasu (1150-1250 m)", ["1150", "1250 m"]),
        ("es", "Los 95 nuevos aparcamientos", ["95"]),
        ("en", "We served 0 to 12 meals.", ["0", "12"]),
        ("en", "Over 90 were hurt.", ["90"]),
        ("fr", "Plus de 90 personnes sont venues.", ["90"]),
        ("en", "In these cases 45 people lost money.", ["45"]),
        ("en", "In one day 12 houses burned.", ["12"]),
        ("en", "Within 24 hours, 45 lorries came.", ["45"]),
        ("ro", "În 24 de ore și 45 de camioane.", ["45"]),
        ("en", "The index (2015 = 45) fell.", ["45"]),
        ("en", "Rank 12 in the world is ours.", ["12"]),
        ("ro", "Nota 9,5 a fost cea mai mare.", ["9,5"]),
        ("en", "In Kenya 45 people were held.", ["45"]),
        ("en", "Guards in South Africa 45 people strong.", ["45"]),
        ("de", "In diesen Fällen starben in Berlin 45 Personen.", ["45"]),
        ("ro", "În Kenya 12 oameni au fost reținuți.", ["12"]),
        ("ro", "Fondul a ajuns la 100.000 de lei.", ["100.000 de lei"]),
        ("ro", "Populația a crescut la 100.000 de locuitori.", ["100.000"]),
        ("ja", "12世帯と12項目。", ["12", "12"]),
        ("de", "Sie halfen an 54 Menschen.", ["54"]),
    ],
)
def test_what_counts_something_is_told(tag: str, text: str, told: list[str]) -> None:
    """A count beside the same words stays a figure."""
    assert figures(tag, text) == told


@pytest.mark.parametrize(
    ("text", "value", "beside"),
    [
        ("1,209 arrests (thousands)", 1_209_000, ""),
        ("1,209 arrests (in all)", 1209, ""),
        ("1,209 arrests per 100,000 people", 1209, "per 100,000"),
        ("1,209 arrests per 12 houses", 1209, ""),
    ],
)
def test_what_follows_the_noun_of_a_figure_is_read(text: str, value: int, beside: str) -> None:
    """A scale word in brackets multiplies a figure, and a round number makes a rate of it."""
    one = read(cldr.locale("en"), text, marks=(FigureSpan(0, 13),), nouns=NOUNS)[0]
    assert (one.value, one.beside) == (Decimal(value), beside)


@pytest.mark.parametrize(
    ("tag", "text", "kind"),
    [
        ("en", "Total: 1850", StatementKind.COUNT),
        ("en", "Total: 2024", StatementKind.COUNT),
        ("en", "The total 2024", StatementKind.YEAR),
        ("en", "Arrests: 2024", StatementKind.COUNT),
        ("ro", "În total 1850", StatementKind.COUNT),
        ("en", "For 1850 visitors it was good.", StatementKind.DOUBT),
        ("en", "For 2024 visitors must book.", StatementKind.YEAR),
        ("en", "In 1850 visitors came by boat.", StatementKind.YEAR),
        ("en", "It costs 1999.", StatementKind.DOUBT),
        ("ro", "Bugetul a crescut la 2000.", StatementKind.DOUBT),
        ("ro", "Bugetul a scăzut în 2020.", StatementKind.YEAR),
        ("en", "It went to 2020.", StatementKind.YEAR),
    ],
)
def test_four_digits_are_a_year_where_no_sum_is_said(tag: str, text: str, kind: StatementKind) -> None:
    """A word for a sum, or the noun of a metric and a colon, makes a count of them."""
    [one] = read(cldr.locale(tag), text, nouns=NOUNS)
    assert one.kind is kind


@pytest.mark.parametrize(
    ("tag", "text", "is_counted"),
    [
        ("en", "One in three arrests is in July.", False),
        ("es", "Una de cada tres detenciones.", False),
        ("nl", "Een op de drie arrestaties.", False),
        ("en", "In July three arrests were made.", True),
        ("es", "Hubo tres detenciones.", True),
        ("nl", "Drie arrestaties.", True),
    ],
)
def test_the_whole_of_a_part_counts_nothing(tag: str, text: str, *, is_counted: bool) -> None:
    """A number in words behind "one in" is a whole, no count of what stands behind it."""
    nouns = Nouns((("arrests", "a"), ("detenciones", "a"), ("arrestaties", "a")))
    assert any(one.counted for one in read(cldr.locale(tag), text, nouns=nouns)) is is_counted
