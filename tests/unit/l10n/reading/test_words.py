"""Numbers in words."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.lexicon import lexicon
from factsheet.l10n.reading.words import number_words


def values(tag: str, text: str) -> list[Decimal | int]:
    """Give the values of the numbers in words of a text."""
    return [found.value for found in number_words(lexicon(cldr.locale(tag)), text)]


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("ro", "patru operațiuni", 4),
        ("ro", "două sute douăzeci și una", 221),
        ("ro", "o sută", 100),
        ("ro", "o mie", 1000),
        ("ro", "o mie două sute", 1200),
        ("ro", "un milion", 1000000),
        ("ro", "zece mii", 10000),
        ("ro", "douăzeci de mii", 20000),
        ("ro", "Nouăzeci și nouă", 99),
        ("ro", "în nouă țări", 9),
        ("ro", "Nouă țări", 9),
        ("ro", "nouă mii", 9000),
        ("en", "twenty-one", 21),
        ("en", "Ninety nine", 99),
        ("en", "one hundred and five", 105),
        ("en", "a hundred", 100),
        ("en", "a million", 1000000),
        ("en", "two million three hundred thousand", 2300000),
        ("en", "two thousand", 2000),
        ("en", "zero", 0),
        ("fr", "mille personnes", 1000),
        ("es", "treinta y dos casas", 32),
        ("es", "dos mil millones de euros", 2000000000),
        ("it", "ventotto treni", 28),
        ("it", "con sei treni", 6),
        ("pt", "vinte e duas escolas", 22),
        ("pl", "dwadzieścia jeden szkół", 21),
        ("pl", "trzech milionów", 3000000),
        ("nl", "drieëntwintig treinen", 23),
        ("hu", "huszonhárom iskola", 23),
        ("ar", "خمس مدارس", 5),
        ("ar", "ثلاثة عشر قطارا", 13),
        ("ar", "ثمانية وعشرون قطارا", 28),
        ("ar", "ثلاثة ملايين يورو", 3000000),
        ("de", "anderthalb millionen", 1_500_000),
        ("nl", "anderhalf miljoen", 1_500_000),
        ("pl", "półtora miliona", 1_500_000),
        ("ru", "полтора миллиона", 1_500_000),
        ("hu", "másfél millió", 1_500_000),
        ("de", "anderthalb stunden", Decimal("1.5")),
        ("ro", "o mie unu de bilete", 1001),
        ("ro", "o mie și una de nopți", 1001),
        ("en", "one hundred and one people", 101),
        ("en", "two thousand and five people", 2005),
        ("es", "ciento dos casas", 102),
        ("es", "doscientos mil euros", 200_000),
        ("pt", "mil e duzentas casas", 1200),
        ("pl", "sto dwadzieścia jeden domów", 121),
        ("cs", "pět set třicet domů", 530),
        ("ru", "двести тридцать три дома", 233),
        ("uk", "сто один будинок", 101),
        ("bg", "сто и двадесет къщи", 120),
    ],
)
def test_words_add_up(tag: str, text: str, value: int) -> None:
    """Parts add up while each is smaller than the last."""
    assert values(tag, text) == [value]


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("en", "between one hundred and one thousand people", [100, 1000]),
        ("en", "between one hundred and two hundred", [100, 200]),
        ("en", "between two thousand and five thousand", [2000, 5000]),
        ("ro", "între o sută și două sute de oameni", [100, 200]),
        ("pt", "entre cem e duzentas casas", [100, 200]),
    ],
)
def test_a_range_joins_no_two_numbers(tag: str, text: str, found: list[int]) -> None:
    """Behind "and" a number that is no smaller part is another one."""
    assert values(tag, text) == found


@pytest.mark.parametrize(("tag", "text"), [("hu", "a jövő hét"), ("fr", "un train neuf"), ("ar", "الرابعة عشرة")])
def test_words_of_two_meanings_need_a_word_before_them(tag: str, text: str) -> None:
    """Hungarian "hét" is seven and a week, French "neuf" nine and new; the ten of an ordinal is no number."""
    assert values(tag, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("-mille", (0, 6, True)),
        ("perdite di -mille USD", (11, 17, True)),
        ("(-mille)", (1, 7, True)),
        ("- mille", (2, 7, False)),
    ],
)
def test_a_word_that_is_a_number_may_have_a_minus(text: str, found: tuple[int, int, bool]) -> None:
    """A minus right before "mille" is its sign; a dash with a space behind it is none."""
    words = [(one.start, one.end, one.negative) for one in number_words(lexicon(cldr.locale("it")), text)]
    assert words == [found]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ro", "un raport și o analiză"),
        ("ro", "una dintre ele, unu la unu"),
        ("ro", "o nouă campanie"),
        ("ro", "a doua oară"),
        ("ro", "zeci de mii, sute de milioane"),
        ("ro", "jumătate de milion, un sfert de milion"),
        ("ro", "două treimi"),
        ("ro", "prezentul contează"),
        ("en", "one of a kind"),
        ("en", "the second and the third"),
        ("en", "two-thirds, two thirds"),
        ("en", "two-factor, fifty-fifty"),
        ("en", "half a million"),
        ("en", "thousands of people, the million"),
        ("en", "tension, often, network"),
        ("lv", "divi simti"),
        ("it", "due-mille, -due"),
    ],
)
def test_other_words_are_left_alone(tag: str, text: str) -> None:
    """Articles, ordinals, fractions and vague amounts are no numbers."""
    assert values(tag, text) == []


def test_every_number_to_a_hundred_is_known() -> None:
    """The tables for 0 to 100 have no hole, in any gender."""
    numbers = lexicon(cldr.locale("ro")).language.numbers
    assert set(numbers.small.values()) | set(numbers.ones.values()) == set(range(20))
    assert set(numbers.tens.values()) == set(range(20, 100, 10))
    english = lexicon(cldr.locale("en")).language.numbers
    assert set(english.small.values()) | set(english.ones.values()) == set(range(20))
