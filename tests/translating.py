"""Sites for tests of translation: two sheets in Romanian, with English that renders them."""

from collections.abc import Mapping
from pathlib import Path

from factsheet.builder.pipeline import Options, assemble
from factsheet.content.sources import read_sources
from factsheet.site.site import Site
from factsheet.site.translations import marked, write_lock
from tests.support import SETTINGS, write_site

ROMANIAN = """---
title: Cifrele
summary: Pe scurt.
highlight: [arrests]
sources:
  presa: {title: Comunicat, lang: ro}
metrics:
  arrests:
    value: 1209
    label: Arestări
    unit: {one: "{n} arestare", few: "{n} arestări", other: "{n} de arestări"}
    note: O notă.
    source: presa
    quote: "1.209 arestări"
  growth:
    kind: percent
    value: 12
    label: Creștere
    source: presa
    quote: "12%"
literals: ["100%"]
---
# Rezultate

Operațiunile au dus la {{ arrests }}. A doua propoziție este aici.

- Primul punct, cu {{ growth }};
- Al doilea punct.

Ultimul paragraf are 100% încredere.
"""

ENGLISH = """---
title: The figures
summary: In short.
metrics:
  arrests:
    label: Arrests   # a comment that stays
    unit: {one: "{n} arrest", other: "{n} arrests"}
    note: 'A note.'
  growth: {label: Growth}
---
# Results

The operations led to {{arrests}}. The second
sentence is here.

- The first point, with {{ growth }};
- The second point.

The last paragraph is 100% sure.
"""

FILES: Mapping[str, str] = {
    "site.toml": SETTINGS,
    "content/ro/index.md": ROMANIAN,
    "content/en/index.md": ENGLISH,
}


def site_of(root: Path) -> Site:
    """Read the site below a folder, which must be one without a fault in its form."""
    site, problems = assemble(root, read_sources(root), Options())
    assert site is not None, problems
    return site


def translated_site(root: Path, files: Mapping[str, str] = FILES) -> Site:
    """Write a site whose translations are all marked as current, and read it."""
    site = site_of(write_site(root, files))
    lock = {
        sheet.file: marked(site.blocks(site.original(path)), site.blocks(sheet))
        for path in site.paths
        for sheet in site.translations(path)
    }
    (root / "translations.lock").write_bytes(write_lock(lock))
    return site_of(root)


def in_git(folder: Path) -> list[str]:
    """The beginning of a git command in a folder, whoever is at the keyboard."""
    settings = ("user.name=a", "user.email=a@b.example", "commit.gpgsign=false")
    return ["git", "-C", str(folder), *(part for setting in settings for part in ("-c", setting))]
