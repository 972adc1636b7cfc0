"""Sheets for generators without inheritance: each language's file holds the values too."""

import re
from collections.abc import Callable
from typing import Final

from benchmarks.corpus import Fact, Page
from benchmarks.tools.yaml_text import scalar

REFERENCE_MARK: Final = re.compile(r"\{\{ ([a-z]+) \}\}")
LINK: Final = re.compile(r"\]\(([a-z0-9-]+)\.md\)")


def body(page: Page, tag: str, figure: Callable[[str], str]) -> str:
    """Write the prose with the generator's own call for a figure, and links to finished addresses."""
    linked = LINK.sub(lambda found: f"](/{tag}/{'' if found[1] == 'index' else found[1] + '/'})", page.bodies[tag])
    return REFERENCE_MARK.sub(lambda found: figure(found[1]), linked)


def head(page: Page, tag: str) -> list[str]:
    """Write the front matter that all of them share, as lines of YAML."""
    return [
        f"title: {scalar(page.titles[tag])}",
        f"summary: {scalar(page.summaries[tag])}",
        "date: 2025-11-13",
        f"weight: {page.order}",
        f"cards: [{', '.join(fact.id for fact in page.facts)}]",
        "sources:",
        "  raport: {title: Raportul anual cu anexe, publisher: Primăria, date: 2025-11-13, lang: ro}",
        "metrics:",
        *(line for fact in page.facts for line in metric(fact, tag)),
    ]


def metric(fact: Fact, tag: str) -> list[str]:
    """Write one metric with its value."""
    return [
        f"  {fact.id}:",
        f"    value: {fact.value}",
        f"    kind: {fact.noun.kind}",
        f"    over: {str(fact.over).lower()}",
        f"    label: {scalar(fact.noun.label[tag])}",
        "    source: raport",
        f"    quote: {scalar(fact.quote)}",
    ]
