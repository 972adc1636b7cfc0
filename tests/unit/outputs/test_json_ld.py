"""The JSON-LD of a page: one graph, the same values as the page, safe inside HTML."""

import json
import re
from decimal import Decimal
from typing import Any

import pytest

from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric, Span
from factsheet.core.problems import Place
from factsheet.outputs.json_ld import measured
from tests.rich_site import rich_site

BASE = "https://facts.example/atlas/"


def graph(path: str) -> dict[str, dict[str, Any]]:
    """The nodes of a page's graph by their `@id`."""
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', rich_site().text(path), re.DOTALL)
    read = json.loads(script, parse_float=Decimal)
    assert read["@context"] == "https://schema.org"
    nodes = {node["@id"]: node for node in read["@graph"]}
    assert len(nodes) == len(read["@graph"])
    return nodes


def metric(**values: object) -> Metric:
    """A metric of which only the value and how it is meant matter."""
    given = {"id": "x", "kind": "count", "value": Decimal(1209), "place": Place("content/ro/index.md"), **values}
    return Metric(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("bound", "key"),
    [
        ("exact", "value"),
        ("about", "value"),
        ("nearly", "value"),
        ("over", "minValue"),
        ("at-least", "minValue"),
        ("up-to", "maxValue"),
    ],
)
def test_a_bound_is_told_as_data(bound: str, key: str) -> None:
    """Over and at least give a least value, up to a greatest one, and nothing else hides in words."""
    assert measured(metric(bound=bound)) == {key: Decimal(1209)}


def test_a_span_has_two_ends() -> None:
    """A range or a period gives both its ends."""
    assert measured(metric(value=Span(Decimal(2024), Decimal(2025)))) == {
        "minValue": Decimal(2024),
        "maxValue": Decimal(2025),
    }


def _unit_text(made: Metric) -> str | None:
    return kind_of(made).unit_text(made)


def test_units_are_named_for_machines() -> None:
    """Money has its ISO code, a quantity its CLDR unit, a share the percent sign, a count nothing."""
    assert _unit_text(metric(kind="money", currency="USD")) == "USD"
    assert _unit_text(metric(kind="quantity", measure="length-kilometer")) == "length-kilometer"
    assert _unit_text(metric(kind="percent")) == "%"
    assert _unit_text(metric()) is None


def test_every_figure_is_an_observation_with_its_value_as_a_number() -> None:
    """Each figure of the sheet is told with the address of its permalink and a plain JSON number, date or bound."""
    nodes = graph("ro/index.html")
    told = {
        name: {key: nodes[f"{BASE}ro/#{name}"].get(key) for key in ("value", "minValue", "maxValue")}
        for name in ("arrests", "victims", "lost", "paid", "years", "founded")
    }
    assert told["arrests"] == {"value": 1209, "minValue": None, "maxValue": None}
    assert told["victims"] == {"value": None, "minValue": 120000, "maxValue": None}
    assert told["lost"] == {"value": None, "minValue": None, "maxValue": Decimal("12.5")}
    assert told["paid"] == {"value": 97000000, "minValue": None, "maxValue": None}
    assert told["years"] == {"value": None, "minValue": 2024, "maxValue": 2025}
    assert told["founded"]["value"] == "2023-05-01"
    assert "seized" not in "".join(nodes)


def test_an_observation_tells_its_day_and_its_source() -> None:
    """The day is its own `as_of`, never the source's; what is measured of what is said; the source is in the graph."""
    nodes = graph("en/index.html")
    arrests, victims = nodes[f"{BASE}en/#arrests"], nodes[f"{BASE}en/#victims"]
    assert arrests["observationDate"] == "2025-01-31"
    assert "observationDate" not in victims
    assert (arrests["variableMeasured"], arrests["observationAbout"]["@type"]) == ("Arrests & more", "Thing")
    assert not any("citation" in node for node in nodes.values() if node["@type"] == "Observation")
    work = nodes[arrests["subjectOf"]["@id"]]
    assert (work["name"], work["url"], work["inLanguage"]) == (
        "Comunicat, „ediția” 2",
        "https://press.example/a?b=1&c=2",
        "ro",
    )
    assert arrests["description"] == "1,209 arrests"


def test_translations_name_each_other() -> None:
    """The original names its translations, and each of these the original."""
    assert graph("ro/index.html")[f"{BASE}ro/"]["workTranslation"] == [{"@id": f"{BASE}ar/"}, {"@id": f"{BASE}en/"}]
    assert graph("en/index.html")[f"{BASE}en/"]["translationOfWork"] == {"@id": f"{BASE}ro/"}


def test_a_text_that_stands_in_is_no_translation() -> None:
    """A page that shows the original in another language says which language it is in, and claims no translation."""
    page = graph("ar/mai-mult/index.html")[f"{BASE}ar/mai-mult/"]
    assert page["inLanguage"] == "ro"
    assert "translationOfWork" not in page
    assert "workTranslation" not in page


def test_the_data_set_can_be_found_and_fetched() -> None:
    """A data set has the description, licence, creator, variables and files that search engines ask for."""
    nodes = graph("ro/index.html")
    dataset = nodes[f"{BASE}ro/#_dataset"]
    assert nodes[f"{BASE}ro/"]["mainEntity"] == {"@id": dataset["@id"]}
    assert 50 <= len(dataset["description"]) <= 5000
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert dataset["variableMeasured"] == ["Arestări", "Victime", "Pierderi", "Plăți", "Perioada", "Înființare"]
    assert dataset["isBasedOn"] == [{"@id": f"{BASE}ro/#_source-1"}]
    for download in dataset["distribution"]:
        assert download["contentUrl"].removeprefix(BASE) in rich_site().files
    assert {one["@id"] for one in dataset["mentions"]} <= set(nodes)


def test_a_page_without_figures_has_no_data_set() -> None:
    """Nothing is said of data where a sheet declares none; without a date it is a page, no article."""
    nodes = graph("ro/about/index.html")
    assert {node["@type"] for node in nodes.values()} == {"WebPage", "Organization", "BreadcrumbList"}


def test_breadcrumbs_lead_from_the_front_page_to_this_one() -> None:
    """A page below the front page lists the way to it, in full addresses, counted from one."""
    (crumbs,) = [node for node in graph("en/more/index.html").values() if node["@type"] == "BreadcrumbList"]
    steps = [(step["position"], step["item"]) for step in crumbs["itemListElement"]]
    assert steps == [(1, f"{BASE}en/"), (2, f"{BASE}en/more/")]


def test_nothing_in_it_ends_the_script() -> None:
    """Titles with HTML in them stay text: no letter of HTML is left in the script."""
    html = rich_site().text("ro/index.html")
    (script,) = re.findall(r'ld\+json">(.*?)</script>', html, re.DOTALL)
    assert not re.search(r"[<>&]", script)
    assert graph("ro/index.html")[f"{BASE}ro/"]["headline"] == "Cifre „alese” </script> & <b>"


def test_corrections_are_told() -> None:
    """A dated correction is part of the article."""
    (correction,) = graph("ro/index.html")[f"{BASE}ro/"]["correction"]
    assert correction["datePublished"] == "2025-05-06"
    assert correction["text"].startswith("Cifra <arestărilor>")
