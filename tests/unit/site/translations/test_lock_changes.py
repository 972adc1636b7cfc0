"""What is found to have changed since a translation was marked."""

import pytest

from factsheet.content.model import MetricWords, Sheet
from factsheet.core.problems import Place
from factsheet.site.translations import Changes, blocks, compare, marked

BODY = "# Head\n\nOne. Two. Three.\n\n- a b\n- c d\n\nLast {{ arrests }} here.\n"


def _sheet(body: str, *, title: str = "T", label: str | None = None) -> Sheet:
    words = {"m": MetricWords(id="m", label=label, place=Place("a"))} if label else {}
    return Sheet(path="a", language="ro", file="a", title=title, words=words, body=body)


def _changes(before: str, after: str) -> Changes:
    return compare(marked(blocks(_sheet(before)), blocks(_sheet(before))), blocks(_sheet(after)))


def _told(changes: Changes) -> list[tuple[str, int | None]]:
    return [(change.what, change.block.place.line if change.block else None) for change in changes.stale]


@pytest.mark.parametrize(
    "after",
    [
        BODY,
        BODY.replace("arrests", "arrests.number"),
        BODY.replace("One. Two.", "One.\nTwo."),
        BODY.replace("- a b", "*   a  b"),
        BODY.replace("# Head", "Head\n===="),
    ],
)
def test_values_and_spaces_make_no_work(after: str) -> None:
    """Another form of a figure, other line ends or other marks leave every translation current."""
    assert _changes(BODY, after) == Changes()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Two.", "Deux.", [("changed", 3)]),
        ("Head", "Tête", [("changed", 1)]),
        ("- c d", "- c e", [("changed", 6)]),
        ("- c d\n", "- c d\n- e f\n", [("new", 7)]),
        ("- c d\n", "", [("removed", None)]),
        ("Last", "New.\n\nLast", [("new", 8)]),
    ],
)
def test_one_change_is_one_block(old: str, new: str, told: list[tuple[str, int | None]]) -> None:
    """A change is told of exactly the block that changed, at its line."""
    assert _told(_changes(BODY, BODY.replace(old, new))) == told


def test_moved_blocks_are_known_again() -> None:
    """A block that only moved is no work, and is named as moved."""
    changes = _changes("a one\n\nb two\n\nc three\n", "c three\n\na one\n\nb two\n")
    assert changes.stale == ()
    assert [block.text for block in changes.moved] == ["c three"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One. Two. Three.\n", "One.\n\nTwo. Three.\n"),
        ("One. Two. Three.\n", "One.\n\nTwo.\n\nThree.\n"),
        ("One.\n\nTwo. Three.\n", "One. Two. Three.\n"),
        ("One.\n\nTwo!\n\nThree?\n", "One. Two! Three?\n"),
    ],
)
def test_split_and_joined_blocks_are_known_again(before: str, after: str) -> None:
    """A paragraph cut in two, or two made one, is no work when no word has changed."""
    assert _changes(before, after).stale == ()


def test_words_of_the_front_matter() -> None:
    """A changed title and a new label are told by their keys."""
    entry = marked(blocks(_sheet("")), blocks(_sheet("")))
    changes = compare(entry, blocks(_sheet("", title="U", label="L")))
    assert [(change.what, change.key) for change in changes.stale] == [
        ("changed", "title"),
        ("new", "metrics.m.label"),
    ]


def test_removed_words_make_no_work() -> None:
    """A label that the original dropped leaves the translation current: another check sees to it."""
    entry = marked(blocks(_sheet("", label="L")), blocks(_sheet("")))
    assert compare(entry, blocks(_sheet(""))).stale == ()


def test_equal_blocks_are_counted() -> None:
    """Of two blocks with one text, each is known once."""
    assert _told(_changes("same text\n", "same text\n\nsame text\n")) == [("new", 3)]
