"""Nouns that a figure says itself are not written behind it."""

from pathlib import Path

import pytest

from factsheet.checks.doubled import nouns_are_linked, nouns_stand_once, repeated
from tests.support import SMALL_SITE, write_site
from tests.translating import site_of


@pytest.mark.parametrize(
    ("shown", "following", "noun"),
    [
        ("48,210 trips", " trips a year", "trips"),
        ("48,210 trips", " Trips.", "trips"),
        ("20 de călătorii", " călătorii noi", "călătorii"),
        ("20 de călătorii", " de călătorii", "de călătorii"),
        ("140 electric bicycles", " bicycles", "bicycles"),
        ("140 electric bicycles", " electric bicycles", "electric bicycles"),
        ("34.5 km", "\u00a0km", "km"),
        ("48,210 trips", " tripsters", ""),
        ("48,210 trips", ", trips", ""),
        ("48,210 trips", "", ""),
        ("48,210 trips", " by bicycle", ""),
        ("87.5 %", " % of them", ""),
        ("14 May 2023", " 2023", ""),
    ],
)
def test_repeated(shown: str, following: str, noun: str) -> None:
    """All of the noun, or its last words, count as said twice; what only begins like it does not."""
    assert repeated(shown, following) == noun


@pytest.mark.parametrize(
    ("body", "noun"),
    [("{{ k }} lei", "lei"), ("{{ k }} leilor", "leilor"), ("{{ k }} lenți", ""), ("{{ k }} le", ""), ("{{ k }}", "")],
)
def test_money_is_named_once(tmp_path: Path, body: str, noun: str) -> None:
    """Money named again behind an amount of it is found, also with the ending of a case."""
    head = "---\ntitle: P\nmetrics:\n  k: {value: 30, currency: RON, label: K}\n---\n"
    files = {**SMALL_SITE, "content/ro/index.md": f"{head}{body}\n"}
    found = [dict(one.values)["noun"] for one in nouns_stand_once(site_of(write_site(tmp_path, files)))]
    assert found == ([noun] if noun else [])


OAMENI = '{one: "{n} om", few: "{n} oameni", other: "{n} de oameni"}'


def _links(tmp_path: Path, body: str) -> list[str]:
    head = f"---\ntitle: P\nmetrics:\n  a: {{value: 25, label: A, unit: {OAMENI}}}\n"
    head += f"  b: {{value: 15, label: B, unit: {OAMENI}}}\n"
    more = f"  m: {{value: 2000000, label: M, unit: {OAMENI}}}\n  k: {{value: 42, measure: kilometer, label: K}}\n"
    files = {**SMALL_SITE, "content/ro/index.md": f"{head}{more}---\n{body}\n"}
    return [dict(one.values)["better"] for one in nouns_are_linked(site_of(write_site(tmp_path, files)))]


@pytest.mark.parametrize(
    ("body", "better"),
    [
        ("{{ b.number }} de oameni, apoi {{ a.number }} oameni.", ["15 oameni", "25 de oameni"]),
        ("{{ m.number }} oameni au mers {{ k.number }} kilometri.", ["2 milioane de oameni", "42 de kilometri"]),
        ("Cei {{ b.number }} de *oameni*.", ["15 oameni"]),
        ("{{ a.full }} oameni, {{ m.full }} oameni, {{ k.full }} oameni.", ["25 de oameni", "2.000.000 de oameni"]),
        (
            "{{ b.number }} oameni și {{ a.number }} de oameni, pe {{ k.number }} de kilometri sau {{ k.number }} km.",
            [],
        ),
        ("Din cei {{ b.number }} de la Cluj, {{ a.number }} au venit; {{ a.number }} (oameni); {{ a }}.", []),
    ],
)
def test_a_noun_is_linked_as_its_number_asks(tmp_path: Path, body: str, better: list[str]) -> None:
    """A “de” that is missing or too much between a number alone and its noun is found, and nothing else is."""
    assert _links(tmp_path, body) == better
