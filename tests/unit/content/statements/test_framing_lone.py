"""Numbers of which nothing tells what they are, and numbers that visibly count, measure, compare or sum up."""

import pytest

from factsheet.content.statements.comparing import FigureSpan
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.reader import read
from factsheet.l10n import cldr

KNOWN = Nouns((("arrests", "arrests"), ("arestări", "arrests"), ("逮捕", "arrests")))


def lone(tag: str, text: str, marks: tuple[FigureSpan, ...] = ()) -> list[str]:
    """The numbers of a text of which nothing tells what they are."""
    return [one.text for one in read(cldr.locale(tag), text, marks=marks, nouns=KNOWN) if one.lone]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "It was ⟦28⟧ then."),
        ("en", "They all saw it on the ⟦747⟧, which was late."),
        ("en", "There are two ways: ⟦1⟧) by train, or by bus."),
        ("en", "The matter is settled (⟦588⟧)."),
        ("en", "The team was beaten ⟦95⟧ to ⟦1⟧."),
        ("en", "The judge ruled in ⟦80⟧ and ⟦84⟧."),
        ("ro", "Avea ⟦19⟧, cum a scris chiar el."),
        ("ro", "La ⟦28⟧ s-a mutat la Cluj."),
        ("ro", "A domnit între ⟦956⟧-⟦970⟧."),
        ("de", "Sie war damals ⟦40⟧ und blond."),
        ("fr", "Elle n'avait alors que ⟦19⟧, dit-elle."),
        ("es", "Empezó a cantar cuando tenía ⟦12⟧."),
        ("de", "Dort hatte ⟦40⟧ keine Zimmer frei."),
        ("ja", "ファルコン⟦1⟧は成功した。"),
        ("ja", "タイムクライシス⟦4⟧の項を参照。"),
        ("ro", "Riscul a scăzut la vârstnici (⟦57⟧)."),
        ("it", "Lo hanno visto su rete ⟦4⟧ (la sera)."),
    ],
)
def test_nothing_tells_what_such_numbers_are(tag: str, text: str) -> None:
    """An age, a name, a mark of a list, a score or a count: the sentence does not say."""
    marked = [part.partition("⟧")[0] for part in text.split("⟦")[1:]]
    assert lone(tag, text.replace("⟦", "").replace("⟧", "")) == marked


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "97"),  # a cell, a key figure
        ("en", "Cluj: 120"),
        ("en", "Cluj – 120."),
        ("en", "In Cluj there were 97 children."),
        ("en", "There were 12 of them."),
        ("en", "It costs 97."),
        ("en", "The total was 97."),
        ("en", "The rate rose to 97."),
        ("en", "More than 97 were there."),
        ("en", "The police spoke of arrests, and there were 97."),
        ("en", "1290. arrests"),
        ("en", "It took 3 of 79 seats."),
        ("en", "It has 18, 20 and 27 members."),
        ("en", "It took 3 to 5 million."),
        ("en", "It has 20 members in one town and 7 in another."),
        ("en", "It was 12.5 then."),
        ("en", "It was 1,209 then."),
        ("en", "It was -7 then."),
        ("en", "It was 12090 then."),
        ("ro", "Prețul a crescut la 97."),
        ("ro", "Erau 97 dintre ei."),
        ("ro", "Despre arestări se știe puțin: au fost cel puțin 97."),
        ("de", "Es waren insgesamt 97."),
        ("de", "Dort gab es 97 mehr Zimmer."),
        ("ja", "97台があった。"),
        ("ja", "86のトラックがあった。"),
        ("ja", "逮捕は97。"),
    ],
)
def test_what_visibly_counts_or_measures_is_no_lone_number(tag: str, text: str) -> None:
    """A noun, a unit, a bound, groups of digits, a sum, a change, a neighbour or a metric's noun tells what it is."""
    assert lone(tag, text) == []


def test_a_number_that_goes_with_a_figure_is_of_what_that_is() -> None:
    """The other end of a range, and the next of a list, are no lone numbers."""
    assert lone("en", "It fined 1,209 and 97 last week.", (FigureSpan(9, 14),)) == []


def test_a_cell_is_of_what_its_heading_says() -> None:
    """A number with a word in a cell of a table counts what the column is headed with."""
    found = read(cldr.locale("en"), "97 in May", column="Visits", head="Visits")
    assert [one.lone for one in found] == [False]
