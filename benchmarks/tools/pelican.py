"""Pelican, with its cache on."""

import json
from pathlib import Path

from benchmarks.corpus import Page
from benchmarks.tools.jinja import Jinja


class Pelican(Jinja):
    """The usual generator of the Python world."""

    name = "Pelican"
    template = Path("theme", "templates", "page.html")
    sitemap = Path("theme", "templates", "sitemap.html")
    static = Path("theme", "static", "style.css")
    arguments = ("pelican", "--quiet", "--settings", "pelicanconf.py")
    kept = ("cache",)

    def header(self, page: Page, tag: str) -> str:
        """Write the metadata of a sheet, its facts on one line."""
        head = {
            "Title": page.titles[tag],
            "Summary": page.summaries[tag],
            "Date": "2025-11-13",
            "Lang": tag,
            "Slug": page.path,
            "Order": f"{page.order:06}",
            "Facts": json.dumps(facts(page, tag), ensure_ascii=False),
        }
        if page.path == "index":
            head |= {"Url": f"{tag}/", "Save_as": f"{tag}/index.html"}
        return "".join(f"{name}: {text}\n" for name, text in head.items())


def facts(page: Page, tag: str) -> dict[str, object]:
    """Give the facts of a sheet as Pelican's plugin reads them."""
    return {
        "date": "2025-11-13",
        "cards": [fact.id for fact in page.facts],
        "sources": {
            "raport": {
                "title": "Raportul anual cu anexe",
                "publisher": "Primăria",
                "date": "2025-11-13",
                "lang": "ro",
            }
        },
        "metrics": {
            fact.id: {
                "value": float(fact.value) if fact.noun.kind == "percent" else int(fact.value),
                "kind": fact.noun.kind,
                "over": fact.over,
                "label": fact.noun.label[tag],
                "source": "raport",
                "quote": fact.quote,
            }
            for fact in page.facts
        },
    }
