"""Titles of the site and of sources hold no figures."""

from datetime import date
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.core.problems import Severity
from tests.proving import RO, SITE, found, place, spoiled
from tests.support import write_site


@pytest.mark.parametrize(
    ("title", "columns"),
    [
        ('"9.999 de cărți"', [10]),
        ('{ ro = "9.999 de cărți", en = "Books" }', [17]),
        ('"9.999 de \\u0063ărți"', [1]),
        ('"Agenda 2030 și COP21"', []),
    ],
)
def test_a_number_in_the_title_of_the_site_is_told(tmp_path: Path, title: str, columns: list[int]) -> None:
    """It stands on every page, in no sheet."""
    settings = SITE["site.toml"].replace('"Exemplu"', title)
    told = [one for one in found(tmp_path, {**SITE, "site.toml": settings}) if one.startswith("S3")]
    assert told == [f"S312 site.toml:2:{column}" for column in columns]


@pytest.mark.parametrize(
    ("settings", "severities"),
    [
        ('title = "9.999 de cărți"', [Severity.ERROR]),
        ('title = "T"\ndescription = "Cele 9.999 de cărți"', [Severity.ERROR]),
        ('title = "Teatrul celor 9.999"\nterms = ["Teatrul celor 9.999"]', []),
        ('title = "Două arestări"', [Severity.WARNING]),
    ],
)
def test_a_figure_on_every_page_is_an_error(tmp_path: Path, settings: str, severities: list[Severity]) -> None:
    """It is typed by hand as one in a sheet is, where it is no declared name; in words it may be no figure."""
    files = {**SITE, "site.toml": SITE["site.toml"].replace('title = "Exemplu"', settings)}
    every = check(write_site(tmp_path, files), Options(today=date(2025, 11, 23))).problems
    assert [one.severity for one in every if one.code == "S312"] == severities


@pytest.mark.parametrize(
    ("footer", "is_told"),
    [
        ('{ ro = "Sumele sunt în mii.", en = "Rounded." }', True),
        ('{ ro = "Rotunjite.", en = "Amounts in euros." }', True),
        ('{ ro = "Sume în euro.", en = "Amounts in euros." }', False),
        ('"Sumele sunt în mii."', False),
        ('{ ro = "Deschis de luni până vineri.", en = "Open every day." }', True),
        ('{ ro = "Deschis de luni până vineri.", en = "Open from Monday to Friday." }', False),
        ('{ ro = "Deschis zilnic.", en = "Open daily since 1985." }', True),
        ('{ ro = "Deschis din 1985.", en = "Open since 1985." }', False),
        ('{ ro = "Deschis până la ora 16.", en = "Open until 4 p.m." }', False),
        ('{ ro = "Zece ani de drum.", en = "A year on the road." }', True),
        ('{ ro = "Douăsprezece luni de drum.", en = "A year on the road." }', False),
    ],
)
def test_the_foot_of_a_page_says_one_thing_in_every_language(tmp_path: Path, footer: str, *, is_told: bool) -> None:
    """A scale, money, a day, a year or a length of time that one language alone says there is told."""
    settings = f"{SITE['site.toml']}\n[theme]\nfooter = {footer}\n"
    assert any(one.startswith("P218") for one in found(tmp_path, {**SITE, "site.toml": settings})) is is_told


@pytest.mark.parametrize(
    ("title", "literals", "is_told"),
    [
        ("9.999 de cărți", "", True),
        ("Raport anual 2024", "", False),
        ("9.999 de cărți", '"9.999", ', False),
    ],
)
def test_a_number_in_the_title_of_a_source_is_told(tmp_path: Path, title: str, literals: str, *, is_told: bool) -> None:
    """It is read in the language of the source; a literal of the sheet is a name there too."""
    quoted = f'"{title}"'
    written = f"title: {quoted}"
    files = spoiled(RO, ("title: Comunicat", written), ("literals: [", f"literals: [{literals}"))
    told = [one for one in found(tmp_path, files) if one.startswith("S3")]
    assert told == [f"S312 {RO}:{place(files[RO], quoted)}"] * is_told
