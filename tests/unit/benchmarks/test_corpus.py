"""The corpus is the same everywhere, and holds what the page of benchmarks says."""

import re

import pytest

from benchmarks.corpus import LANGUAGES, pages, with_new_figure, with_new_sentence
from benchmarks.corpus.pages import category
from benchmarks.corpus.words import COUNTS, MONEY

CORPUS = pages(40)
MENTION = re.compile(r"\{\{ ([a-z]+) \}\}")


def test_twice_the_same() -> None:
    """The same number of sheets is the same corpus each time."""
    assert pages(40) == CORPUS


def test_seeds_differ() -> None:
    """Another seed gives other facts."""
    assert pages(2, seed=1)[0].facts != CORPUS[0].facts


def test_paths() -> None:
    """The first sheet is the front page, and no two have one path."""
    assert CORPUS[0].path == "index"
    assert len({page.path for page in CORPUS}) == 40


@pytest.mark.parametrize("tag", LANGUAGES)
def test_contents(tag: str) -> None:
    """Every sheet has five headings, a list, a table, three links and some 620 words."""
    for page in CORPUS:
        body = page.bodies[tag]
        assert body.count("\n## ") + body.startswith("## ") == 5
        assert body.count("\n- ") == 6
        assert body.count("| --- | --- |") == 1
        assert len(re.findall(r"\]\([a-z0-9-]+\.md\)", body)) == 3
        assert 560 < len(body.split(" ")) < 720


def test_mentions() -> None:
    """Every figure of a sheet is mentioned, ten times in all, and in the same order in both languages."""
    for page in CORPUS:
        ro, en = (MENTION.findall(page.bodies[tag]) for tag in LANGUAGES)
        assert ro == en
        assert len(ro) == 10
        assert set(ro) == {fact.id for fact in page.facts}


def test_links_lead_somewhere() -> None:
    """Every link leads to a sheet of the corpus."""
    paths = {page.path for page in CORPUS}
    for page in CORPUS:
        assert set(re.findall(r"\]\(([a-z0-9-]+)\.md\)", page.bodies["ro"])) <= paths


def test_no_digits_in_prose() -> None:
    """Prose has no digits of its own: every number is a mention of a figure, and digits stand only in addresses."""
    for page in CORPUS:
        for body in page.bodies.values():
            assert not re.search(r"[0-9]", re.sub(r"\([a-z0-9-]+\.md\)", "", body))


def test_eight_facts() -> None:
    """A sheet has eight different figures, each within the sizes of its noun, each with its text in its quote."""
    for page in CORPUS:
        assert len({fact.id for fact in page.facts}) == 8
        for fact in page.facts:
            assert fact.noun.low <= fact.value * (10 if fact.noun.kind == "percent" else 1) <= fact.noun.high
            assert fact.text in fact.quote
            assert ("peste" in fact.quote) is fact.over


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *((value, "few") for value in (0, 2, 19, 101, 119, 1209)),
        *((value, "other") for value in (20, 97, 100, 120, 120_000)),
        (1, "one"),
    ],
)
def test_category(value: int, expected: str) -> None:
    """Romanian counts 0, 2 to 19 and 101 to 119 without `de`, the rest with it."""
    assert category(value) == expected


def test_forms() -> None:
    """Every noun has all plural forms of both languages, each with a place for the number."""
    for noun in (*COUNTS, *MONEY):
        assert set(noun.forms["ro"]) == {"one", "few", "other"}
        assert set(noun.forms["en"]) == {"one", "other"}
        assert all("{n}" in form for forms in noun.forms.values() for form in forms.values())


def test_kinds() -> None:
    """The facts of a sheet are five counts, two sums of money and a share."""
    assert [fact.noun.kind for fact in CORPUS[7].facts] == ["count"] * 5 + ["money"] * 2 + ["percent"]


def test_new_sentences_differ() -> None:
    """Each edition of a body holds a word that no other has, in the Romanian text only."""
    first, second = with_new_sentence(CORPUS[3], 1), with_new_sentence(CORPUS[3], 12)
    assert first.shows in first.page.bodies["ro"]
    assert first.shows not in first.page.bodies["en"]
    assert not second.page.bodies["ro"].startswith(f"Textul de față este {first.shows}.")


def test_new_figures_differ() -> None:
    """Each edition of a figure has another value, and a quote that says so."""
    values = {with_new_figure(CORPUS[3], edition).page.facts[0].value for edition in range(9)}
    assert len(values) == 9
    assert CORPUS[3].facts[0].value not in values
    edited = with_new_figure(CORPUS[3], 1)
    assert edited.page.facts[0].text in edited.page.facts[0].quote
    assert str(edited.page.facts[0].value) in edited.shows


def test_names_are_added() -> None:
    """Each sheet has as many names as are asked for, in both languages; all else stays as it is without them."""
    plain, [named] = pages(1)[0], pages(1, names=9)
    assert (plain.names, named.facts) == ((), plain.facts)
    assert named.names
    assert all(name in body and re.search(r"\d", name) for name in named.names for body in named.bodies.values())
