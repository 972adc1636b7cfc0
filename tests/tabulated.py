"""A small site with a table, for the tests of all that is made of tables."""

from collections.abc import Mapping

from tests.support import SETTINGS

ROMANIAN = """---
title: Prețuri
sources:
  stat: {title: Institutul de statistică, lang: ro}
tables:
  hicp:
    file: data/hicp.csv
    title: Rata anuală a inflației
    label: Țara
    key: territory
    kind: percent
    columns: {weight: {kind: number, label: Pondere}}
    missing: {":": nu sunt date}
    source: stat
    archive: sources/hicp.csv
    total: {row: eu, as: weighted weight, columns: [2024-09]}
---
Inflația a fost de {{ hicp[ro, 2024-09] }}.

{{ table hicp }}
"""

ENGLISH = """---
title: Prices
tables:
  hicp:
    title: Annual rate of inflation
    label: Country
    columns: {weight: Weight}
    missing: {":": no data}
---
Inflation was {{ hicp[ro, 2024-09] }}.

{{ table hicp }}
"""

DATA = "geo,2024-08,2024-09,weight\nro,5.3,4.8,40\nde,2.0,1.8,60\ngr,:,3.1,0\neu,3.3,3.0,100\n"

TABLE_SITE: Mapping[str, str] = {
    "site.toml": SETTINGS,
    "content/ro/index.md": ROMANIAN,
    "content/en/index.md": ENGLISH,
    "data/hicp.csv": DATA,
    "sources/hicp.csv": DATA,
}
"""Four rows, three columns, one cell without a value; the archive has the same cells."""

COMPUTED = ROMANIAN.replace(
    "---\nInfl",
    """metrics:
  change:
    kind: points
    change: true
    difference_of: ["hicp[ro, 2024-09]", "hicp[ro, 2024-08]"]
    label: Schimbarea
---
Schimbarea: {{ change }}. Infl""",
)
"""The Romanian sheet with a figure that is computed from two cells."""

ASKED: Mapping[str, str] = {
    **TABLE_SITE,
    "content/ro/index.md": ROMANIAN.replace(
        "    label: Țara\n",
        "    label: Țara\n    unit: {one: '{n} țară', few: '{n} țări', other: '{n} de țări'}\n",
    ).replace(
        "Inflația a fost",
        "România este pe {{ hicp[ro, 2024-09].rank }}, schimbarea este de {{ hicp[ro, 2024-09].change(2024-08) }}, "
        "maximul este {{ hicp.max(2024-09) }} în {{ hicp.max(2024-09).row }}, peste doi: "
        "{{ hicp.count(2024-09 > 2) }}. Inflația a fost",
    ),
    "content/en/index.md": ENGLISH.replace(
        "    label: Country\n", "    label: Country\n    unit: {one: '{n} country', other: '{n} countries'}\n"
    ).replace(
        "Inflation was",
        "Romania is {{ hicp[ro, 2024-09].rank }}, the change is {{ hicp[ro, 2024-09].change(2024-08) }}, the most is "
        "{{ hicp.max(2024-09) }} in {{ hicp.max(2024-09).row }}, above two: {{ hicp.count(2024-09 > 2) }}. "
        "Inflation was",
    ),
}
"""The site with figures that its table is asked for."""
