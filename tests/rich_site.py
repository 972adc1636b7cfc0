"""A site that uses all that machines are told: kinds, bounds, corrections, a text that stands in, odd letters."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.exhibits import Exhibit
from tests.support import write_site

SETTINGS = """
reference = "ro"
title = { ro = "Cifre", en = "Figures", ar = "أرقام" }
description = { ro = "Cifre <și> dovezi & altele", en = "Figures & proofs" }
base_url = "https://facts.example/atlas/"
publisher = "Ziarul <Exemplu> & fiii"
license = "CC BY 4.0"
license_url = "https://creativecommons.org/licenses/by/4.0/"
security_contact = "mailto:security@facts.example"
"""

INDEX = """---
title: Cifre „alese” </script> & <b>
summary: Pe scurt, {{ arrests }} și altele.
date: 2025-03-01
updated: 2025-04-02
highlight: [arrests, more/seized]
sources:
  presa:
    title: "Comunicat, „ediția” 2"
    publisher: Ziarul
    date: 2025-02-03
    url: "https://press.example/a?b=1&c=2"
    lang: ro
metrics:
  arrests:
    value: 1209
    label: Arestări
    unit: {one: "{n} arestare", few: "{n} arestări", other: "{n} de arestări"}
    source: presa
    quote: "1.209 arestări"
    as_of: 2025-01-31
  victims:
    value: 120000
    bound: over
    label: Victime
    unit: {one: "{n} victimă", few: "{n} victime", other: "{n} de victime"}
    source: presa
    quote: "peste 120.000 de victime"
  lost:
    value: 12.5
    kind: percent
    bound: up-to
    label: Pierderi
    source: presa
    quote: "până la 12,5 %"
  paid:
    value: 97000000
    currency: USD
    bound: about
    label: Plăți
    source: presa
    quote: "circa 97 de milioane de dolari"
  years:
    kind: period
    value: 2024–2025
    label: Perioada
    source: presa
    quote: "2024-2025"
  founded:
    kind: date
    value: 2023-05-01
    label: Înființare
    source: presa
    quote: "1 mai 2023"
corrections:
  - {date: 2025-05-06, text: "Cifra <arestărilor> era greșită & a fost corectată."}
---
{{ arrests }}, {{ victims }}, {{ lost }}, {{ paid }}, {{ years }}, {{ founded }}, {{ more/seized }}.
"""

INDEX_EN = """---
title: Chosen figures </script> & <b>
summary: In short, {{ arrests }} and others.
metrics:
  arrests: {label: "Arrests & more", unit: {one: "{n} arrest", other: "{n} arrests"}}
  victims: {label: Victims, unit: {one: "{n} victim", other: "{n} victims"}}
  lost: {label: Losses}
  paid: {label: Payments}
  years: {label: Period}
  founded: {label: Founded}
---
{{ arrests }}, {{ victims }}, {{ lost }}, {{ paid }}, {{ years }}, {{ founded }}, {{ more/seized }}.
"""

INDEX_AR = """---
title: أرقام مختارة
summary: باختصار.
metrics:
  arrests: {label: "الاعتقالات"}
  victims: {label: "الضحايا"}
  lost: {label: "الخسائر"}
  paid: {label: "المدفوعات"}
  years: {label: "الفترة"}
  founded: {label: "التأسيس"}
---
{{ arrests.number }}، {{ victims }}، {{ lost }}، {{ paid }}،
{{ years }}، {{ founded }}، {{ more/seized }}.
"""

MORE = """---
title: Mai mult
slug: mai-mult
date: 2025-03-02
sources:
  presa: {title: Comunicat, lang: ro}
metrics:
  seized:
    value: 3
    bound: at-least
    label: Confiscări
    unit: {one: "{n} confiscare", few: "{n} confiscări", other: "{n} de confiscări"}
    source: presa
    quote: "cel puțin 3 confiscări"
---
Au fost {{ seized }}.
"""

MORE_EN = """---
title: More
metrics:
  seized: {label: Seizures, unit: {one: "{n} seizure", other: "{n} seizures"}}
---
There were {{ seized }}.
"""

ABOUT = """---
title: Despre
---
Nicio cifră aici.
"""

RICH_SITE: Mapping[str, str] = {
    "site.toml": SETTINGS,
    "content/ro/index.md": INDEX,
    "content/en/index.md": INDEX_EN,
    "content/ar/index.md": INDEX_AR,
    "content/ro/more.md": MORE,
    "content/en/more.md": MORE_EN,
    "content/ro/about.md": ABOUT,
}


RICH = "rich-"
"""What the names of the folders begin with in which it is built."""
TODAY = date(2026, 11, 23)


@cache
def rich_site() -> Exhibit:
    """The site, built once."""
    return build_rich({})


def build_rich(changes: Mapping[str, str], **options: object) -> Exhibit:
    """The site with some files changed, built with options of the pipeline."""
    from factsheet.builder.pipeline import Options, build

    with TemporaryDirectory(prefix=RICH) as folder:
        root = write_site(Path(folder), {**RICH_SITE, **changes})
        result = build(root, Options(today=TODAY, **options))  # type: ignore[arg-type]
    assert not result.has_errors, result.problems
    return Exhibit(result.artifacts, "/atlas/")
