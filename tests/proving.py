"""A two-language site to spoil, and the findings about it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from factsheet.builder.pipeline import Options, check
from factsheet.core.codes import message
from factsheet.core.problems import Problem
from tests.support import write_site

SETTINGS = 'reference = "ro"\ntitle = "Exemplu"\nbase_url = "https://facts.example/"\n'

ROMANIAN = """---
title: Exemplu
metrics:
  arrests:
    value: 1209
    label: Arestări
    unit: {one: "{n} arestare", few: "{n} arestări", other: "{n} de arestări"}
    source: presa
    quote: "1.209 arestări"
  victims:
    value: 120000
    bound: over
    label: Victime
    unit: {one: "{n} victimă", few: "{n} victime", other: "{n} de victime"}
    source: presa
    quote: "peste 120.000 de victime"
  recovered:
    value: 97000000
    currency: USD
    label: Bani
    unit: {one: "{n} dolar", few: "{n} dolari", other: "{n} de dolari"}
    source: presa
    quote: "97 milioane de dolari"
  operations:
    value: 4
    label: Operațiuni
    unit: {one: "{n} operațiune", few: "{n} operațiuni", other: "{n} de operațiuni"}
    source: presa
    quote: "patru operațiuni"
sources:
  presa: {title: Comunicat, lang: ro, file: presa.txt}
literals: ["Serengeti 2.0"]
---
Bilanțul din 13 noiembrie 2025: {{ arrests }}.

## Urmări

- {{ victims }};
- {{ recovered }}.

După {{ operations }}, Serengeti 2.0 continuă.
"""

ENGLISH = """---
title: Example
metrics:
  arrests:
    label: Arrests
    unit: {one: "{n} arrest", other: "{n} arrests"}
  victims:
    label: Victims
    unit: {one: "{n} victim", other: "{n} victims"}
  recovered:
    label: Money
  operations:
    label: Operations
    unit: {one: "{n} operation", other: "{n} operations"}
---
The results of 13 November 2025: {{ arrests }}.

## Consequences

- {{ victims }};
- {{ recovered }}.

After {{ operations }}, Serengeti 2.0 goes on.
"""

RO, EN = "content/ro/index.md", "content/en/index.md"

SITE: Mapping[str, str] = {"site.toml": SETTINGS, RO: ROMANIAN, EN: ENGLISH}

ARCHIVE = "Au fost 1.209 arestări şi peste 120.000 de victime,\n97 milioane de dolari, patru operațiuni.\n"

FAMILIES = "FNOPQRS"
"""The families of codes that these tests are about."""


def spoiled(file: str, *changes: tuple[str, str]) -> dict[str, str]:
    """Give the site with words of one file replaced, each of which must be there."""
    text = SITE[file]
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return {**SITE, file: text}


def problems(root: Path, files: Mapping[str, str | bytes], *, today: date | None = None) -> list[Problem]:
    """Check a site and give the findings of these families."""
    result = check(write_site(root, files), Options(today=today))
    return [problem for problem in result.problems if problem.code[0] in FAMILIES]


def found(root: Path, files: Mapping[str, str | bytes], *, today: date | None = None) -> list[str]:
    """Check a site and give its findings as `code file:line:column`."""
    return [f"{one.code} {one.place}" for one in problems(root, files, today=today)]


def told(root: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """Check a site and give the messages of its findings."""
    return [f"{one.code} {message(one)}" for one in problems(root, files)]


def place(text: str, words: str) -> str:
    """The line and column at which words first stand in a text."""
    offset = text.index(words)
    return f"{text.count(chr(10), 0, offset) + 1}:{offset - text.rfind(chr(10), 0, offset)}"
