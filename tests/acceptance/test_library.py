"""The example of a library: what follows from its figures is computed, and said so on the page and to machines."""

import csv
import json
import re

import pytest

from factsheet.checks.verify import read_back
from tests.exhibits import Exhibit, example

TEXTS = {
    "ro": {
        "readers": "800 de persoane înscrise",
        "women-share": "51,5\u00a0%",
        "growth": "+25\u00a0%",
        "income": "120.000\u00a0RON",
        "rest": "72.000\u00a0RON",
        "books-share": "40\u00a0%",
    },
    "en": {"readers": "800 registered people", "women-share": "51.5%", "growth": "+25%", "books-share": "40%"},
}


@pytest.fixture(scope="module")
def library() -> Exhibit:
    """The example, built strictly."""
    return example("library")


@pytest.mark.parametrize(("tag", "name"), [(tag, name) for tag, texts in TEXTS.items() for name in texts])
def test_results_are_shown_in_each_language(library: Exhibit, tag: str, name: str) -> None:
    """A computed figure is written by the rules of its language."""
    figures = json.loads(library.text(f"{tag}/figures.json"))["sheets"]
    texts = {figure["id"]: figure["text"] for sheet in figures for figure in sheet["figures"]}
    assert texts[name] == TEXTS[tag][name]


def test_the_calculation_is_the_evidence(library: Exhibit) -> None:
    """On the page stands the formula, each part a link to where it is declared, also on another sheet."""
    html = library.text("en/money/index.html")
    formula = re.search(r"Calculated: (.*?)</", html[html.index('id="rest"') :].replace("</data></a>", ""))
    assert formula
    assert '<a href="../#income"' in formula[1]
    assert '<a href="#books"' in formula[1]
    assert re.sub(r"<[^>]*>", "", formula[1]) == "RON\u00a0120,000 − RON\u00a048,000"


def test_machines_are_told_the_operation_and_its_parts(library: Exhibit) -> None:
    """JSON, CSV and JSON-LD name what a figure is computed from."""
    sheets = json.loads(library.text("ro/figures.json"))["sheets"]
    income = next(one for sheet in sheets for one in sheet["figures"] if one["id"] == "income")
    assert (income["operation"], income["parts"]) == ("sum_of", ["bani/town", "bani/gifts"])
    rows = csv.DictReader(library.text("ro/figures.csv").splitlines())
    row = next(row for row in rows if (row["sheet"], row["id"]) == ("index", "income"))
    assert (row["operation"], row["parts"]) == ("sum_of", "bani/town bani/gifts")
    assert '"measurementMethod":"(800 registered people − 640 people) ÷ 640 people"' in library.text("en/index.html")


def test_a_round_number_says_so_and_is_verified(library: Exhibit) -> None:
    """The summary says "about", machines are told the exact value, and another round number is found."""
    html = library.text("en/index.html")
    mention = 'data-form="rounded" value="12800">about 13,000 books<'
    assert mention in html
    wrong = {**library.files, "en/index.html": html.replace(mention, mention.replace("13,000", "12,000")).encode()}
    assert [problem.code for problem in read_back(wrong)] == ["V904"]
    bare = {**library.files, "en/index.html": html.replace(mention, mention.replace("about ", "")).encode()}
    assert [problem.variant for problem in read_back(bare)] == ["bound"]
