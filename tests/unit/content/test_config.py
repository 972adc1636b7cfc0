"""site.toml is read strictly, with a place for every fault."""

import pytest

from factsheet.content.config import SETTINGS, read_settings
from factsheet.content.settings import LocaleSettings, Settings, check_base_url
from factsheet.content.toml_table import MOST_REPORTED
from factsheet.core.problems import Severity
from tests.costs import costs_at_most
from tests.support import said


def test_without_a_file_the_defaults_hold() -> None:
    """A site needs no settings."""
    assert read_settings(None) == (Settings(), [])


def test_every_setting_is_read() -> None:
    """Each setting reaches its field."""
    settings, problems = read_settings(
        b"""reference = "en"
title = { en = "Facts", ro = "Cifre" }
description = "All"
base_url = "https://facts.example/sub"
root = "en"
fallback = "omit"
publisher = "P"
license = "CC BY 4.0"
license_url = "https://creativecommons.org/licenses/by/4.0/"
contact = "mailto:a@b.example"
[checks]
T601 = "notice"
R505 = "error"
[locales.ar]
name = "X"
dir = "rtl"
cldr = "ar_EG"
numerals = "latn"
"""
    )
    assert problems == []
    assert (settings.reference, settings.root, settings.fallback) == ("en", "en", "omit")
    assert settings.base_url == "https://facts.example/sub/"
    assert settings.text(settings.title, "ro") == "Cifre"
    assert settings.text(settings.description, "ro") == "All"
    assert settings.text(settings.title, "de") is None
    assert settings.checks == {"T601": Severity.NOTICE, "R505": Severity.ERROR}
    assert settings.locales == {"ar": LocaleSettings(name="X", dir="rtl", cldr="ar_EG", numerals="latn")}


@pytest.mark.parametrize("key", [one.name for one in SETTINGS])
def test_every_key_has_a_reader(key: str) -> None:
    """A value of a strange type is told for each key there is, and ends nothing."""
    (told,) = read_settings(f"{key} = 1979-05-27\n".encode())[1]
    assert (told.code, told.place.line) == ("C803", 1)


def test_redirects_are_read_with_their_places() -> None:
    """Each old address leads to a new one, and is known by its line; what is no address is a finding at its own."""
    settings, problems = read_settings(b'[redirects]\n"/a.html" = "ro/index.md"\n"b" = "/c/"\n"/d" = "/e/"\n')
    told = {old: (new, str(place)) for old, (new, place) in settings.redirects.items()}
    assert told == {"/a.html": ("ro/index.md", "site.toml:2:13"), "/d": ("/e/", "site.toml:4:8")}
    assert [(said(one).partition(" ")[0], one.code) for one in problems] == [("site.toml:3:1:", "C803")]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("reference = ro\n", "site.toml:1:13: C801"),
        ("\nreferense = 'ro'\n", "site.toml:2:1: C802"),
        ("reference = 5\n", "site.toml:1:13: C803"),
        ("title = 5\n", "site.toml:1:9: C803"),
        ("title = {ro = 5}\n", "site.toml:1:15: C803"),
        ("reference = 'română'\n", "site.toml:1:13: C804"),
        ("root = 'x y'\n", "site.toml:1:8: C804"),
        ("base_url = 'example.org'\n", "site.toml:1:12: C805"),
        ("base_url = 'https://a.example/../x'\n", "site.toml:1:12: C805"),
        ("fallback = 'maybe'\n", "site.toml:1:12: C803"),
        ("contact = 'javascript:alert(1)'\n", "site.toml:1:11: C803"),
        ("[checks]\nS999 = 'warning'\n", "site.toml:2:1: C806"),
        ("[checks]\nR505 = 'off'\n", "site.toml:2:8: C803"),
        ("[checks]\nP201 = 'warning'\n", "site.toml:2:8: C807"),
        ("checks = 5\n", "site.toml:1:10: C803"),
        ("[locales.'x y']\nname = 'A'\n", "site.toml:1:"),
        ("[locales.ar]\ndir = 'up'\n", "site.toml:2:7: C803"),
        ("[locales.ar]\nnmae = 'up'\n", "site.toml:2:1: C802"),
        ("[locales]\nar = 5\n", "site.toml:2:6: C803"),
        ("a = 'x\u200b'\n", "site.toml:1:7: F002"),
        ('publisher = "x\\u0000"\n', "site.toml:1:1: F002"),
        ('[title]\nro = "x\\u202ey"\n', "site.toml:2:1: F002"),
    ],
)
def test_faults_have_a_place(text: str, start: str) -> None:
    """Every fault is one finding at its line."""
    _, problems = read_settings(text.encode())
    assert len(problems) == 1
    assert said(problems[0]).startswith(start), said(problems[0])


@pytest.mark.parametrize(
    ("line", "is_example"),
    [
        ('base_url = "https://example.org/"', True),
        ('base_url = "http://www.example.com"', True),
        ('base_url = "https://example.net:8000/facts/"', True),
        ('base_url = "https://myexample.org/"', False),
        ('base_url = "https://example.org.ro/"', False),
        ('base_url = "https://facts.example/"', False),
        ('publisher = "Biblioteca din Valea Mică"', True),
        ('publisher = "Biblioteca"', False),
    ],
)
def test_examples_are_warned_of(line: str, is_example: bool) -> None:  # noqa: FBT001 - what the table says
    """An address at a domain for documents, and the publisher of the sample, are kept and warned of at their line."""
    settings, problems = read_settings(f"# ...\n{line}\n".encode())
    assert [said(problem).partition(" `")[0] for problem in problems] == [
        f"site.toml:2:{line.index(chr(34)) + 1}: O707"
    ] * is_example
    assert all(problem.severity is Severity.WARNING for problem in problems)
    assert line.partition('"')[2].rstrip('"/') in f"{settings.base_url} {settings.publisher}"


@pytest.mark.slow
@pytest.mark.parametrize("section", ["", "[checks]\n", "[locales]\n", "[locales.ro]\n"])
def test_a_flood_of_unknown_settings_is_capped(section: str) -> None:
    """Forty thousand settings that nobody knows are refused at once."""
    with costs_at_most(10):
        _, problems = read_settings((section + "".join(f"k{number} = 1\n" for number in range(40_000))).encode())
    assert 0 < len(problems) <= MOST_REPORTED


def test_near_misses_are_named() -> None:
    """A slip of the pen is answered by the setting that was meant."""
    _, problems = read_settings(b"referense = 'ro'\n")
    assert "did you mean `reference`?" in said(problems[0])


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://a.example", "https://a.example/"),
        ("http://127.0.0.1:8000/x/", "http://127.0.0.1:8000/x/"),
        ("http://[::1]:8000/x/", "http://[::1]:8000/x/"),
        ("https://[::1/", None),
        ("https://[1:2/", None),
        ("https://[::1::2]/", None),
        ("https://a.example:99999/", None),
        ("https://a.example:x/", None),
        ("https://a.example/%2e%2E/x", None),
        ("https://a.example/a%5c../x", None),
        ("ftp://a.example", None),
        ("https://a.example/?q", None),
        ("https://a b/", None),
        ("", None),
    ],
)
def test_base_urls(url: str, good: str | None) -> None:
    """An address gains its closing slash, or is none."""
    assert check_base_url(url) == good


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ('"2015–2026"', (2015, 2026)),
        ('" 2015 - 2026 "', (2015, 2026)),
        ('"2026–2015"', None),
        ('"2026"', None),
        ("2026", None),
    ],
)
def test_the_years_that_texts_speak_of(written: str, years: tuple[int, int] | None) -> None:
    """They are two years in their order, with a dash between them."""
    settings, problems = read_settings(f"years = {written}\n".encode())
    assert settings.years == years
    assert [problem.code for problem in problems] == ([] if years else ["C803"])
