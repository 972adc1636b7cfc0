"""The plural forms that tools give a language."""

import gettext
import json
from functools import cache
from pathlib import Path

import pytest
from weblate_language_data.languages import LANGUAGES
from weblate_language_data.plurals import EXTRAPLURALS

from factsheet.content.catalogs import Plurals, fits, plurals_of, read_plurals
from factsheet.content.catalogs.plurals import CONVENTIONS
from factsheet.l10n import cldr

GETTEXT = json.loads((Path(__file__).parent / "gettext-plurals.json").read_text(encoding="utf-8"))
"""What `msginit` writes, by the name of the language."""


@cache
def weblate() -> list[tuple[str, str, str]]:
    """For each entry of Weblate's data its code, the data of CLDR for it, and its header."""
    entries = ((code, f"nplurals={count}; plural={rule};") for code, _, count, rule in (*LANGUAGES, *EXTRAPLURALS))
    tags = ((code, code.replace("_", "-"), header) for code, header in entries)
    return [(code, cldr.locale(tag).cldr, header) for code, tag, header in tags if _is_known(tag)]


def _is_known(tag: str) -> bool:
    try:
        cldr.locale(tag)
    except cldr.UnknownLocale:
        return False
    return True


def _accepted(header: str, name: str) -> bool:
    plurals = read_plurals(header)
    return plurals is not None and fits(plurals, name)


def test_every_formula_of_weblate_is_accepted() -> None:
    """For each language that CLDR knows, each formula that Weblate writes serves it."""
    assert len(weblate()) > 400
    assert [(code, header) for code, name, header in weblate() if not _accepted(header, name)] == []


def test_every_formula_of_gettext_is_accepted() -> None:
    """What `msginit` writes into a new catalogue serves its language."""
    assert len(GETTEXT) > 80
    refused = [code for code, header in GETTEXT.items() if not _accepted(header, cldr.locale(code).cldr)]
    assert refused == []


def test_every_new_catalogue_is_accepted() -> None:
    """The header that a new catalogue gets serves its language."""
    names = {name for _, name, _ in weblate()}
    assert [name for name in names if not _accepted(plurals_of(name).header, name)] == []


def test_formulas_of_other_languages_are_refused() -> None:
    """A formula that gives one form where a language has several is refused for it."""
    many = ["ro", "pl", "ru", "cs", "lt", "ga", "sl", "ar"]
    assert [name for name in many if _accepted("nplurals=2; plural=(n != 1);", name)] == []
    assert [name for name in (*many, "en", "hu", "de") if _accepted("nplurals=1; plural=0;", name)] == ["hu"]


def test_no_convention_is_superfluous() -> None:
    """Each formula of the table is one that Weblate writes."""
    written = {(name, _choices(header)) for _, name, header in weblate()}
    ours = [(name, _choices(f"plural={rule};")) for name, rules in CONVENTIONS.items() for rule in rules]
    assert [each for each in ours if each not in written] == []


def _choices(header: str) -> tuple[int, ...]:
    chosen = gettext.c2py(header.rpartition("plural=")[2].rstrip(";"))
    return tuple(int(chosen(number)) for number in range(1000))


@pytest.mark.parametrize(
    ("cldr", "header"),
    [
        ("ro", "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2);"),
        ("ro_MD", "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2);"),
        ("en", "nplurals=2; plural=(n != 1);"),
        ("hu", "nplurals=2; plural=(n != 1);"),
        ("tr", "nplurals=2; plural=(n != 1);"),
        ("pt_BR", "nplurals=2; plural=(n > 1);"),
        ("am", "nplurals=2; plural=(n > 1);"),
        ("id", "nplurals=1; plural=0;"),
        ("", "nplurals=2; plural=(n != 1);"),
    ],
)
def test_the_formula_of_a_new_catalogue(cldr: str, header: str) -> None:
    """It groups the numbers as CLDR does, in the words of translation editors or in simple ones."""
    assert plurals_of(cldr).header == header


def test_a_rule_of_cldr_alone_is_written_in_c() -> None:
    """Latvian has a form for zero and the tens, which no translation editor knows."""
    latvian = plurals_of("lv")
    assert latvian.count == 3
    assert _choices(latvian.header)[:3] == (0, 1, 2)


@pytest.mark.parametrize(
    "header",
    [
        "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>=1 && n%100<=19) ? 1 : 2);",
        "nplurals=3;plural=n==1?0:(n==0||(n%100>0&&n%100<20))?1:2",
        "nplurals=3; plural=(n==1 ? 2 : n==0 ||\t(n%100>=1 && n%100<=19) ? 0 : 1);",
        "nplurals=4; plural=(n==1 ? 0 : n==0 || (n%100>=1 && n%100<=19) ? 1 : n==20 ? 2 : 3);",
    ],
)
def test_one_rule_written_in_several_ways(header: str) -> None:
    """A formula that gives the same numbers the same form fits, however it is written and its forms are numbered."""
    assert _accepted(header, "ro")


@pytest.mark.parametrize(
    "header",
    [
        "",
        "nplurals=3",
        "nplurals=3; plural=",
        "nplurals=2; plural=n==1 ? 0 : n==2 ? 1 : 2",
        "nplurals=3; plural=n/0",
        "nplurals=3; plural=__import__('os')",
        "nplurals=3; plural=" + "(" * 10_000,
        "nplurals=99999999999; plural=n",
        "nplurals=0; plural=0",
        "nplurals=७; plural=0",
        "nplurals=INTEGER; plural=EXPRESSION;",
    ],
)
def test_what_is_no_formula(header: str) -> None:
    """A header without a count, without an expression, or with one that fails or gives a form too many is not read."""
    assert read_plurals(header) is None


@pytest.mark.parametrize(
    "header", ["nplurals=2; plural=(n != 1);", "nplurals=3; plural=(n != 1);", "nplurals=3; plural=0"]
)
def test_other_rules_do_not_fit(header: str) -> None:
    """A formula that gives one form to numbers which the language tells apart does not fit."""
    plurals = read_plurals(header)
    assert plurals is not None
    assert not fits(plurals, "ro")


def test_headers_of_one_form() -> None:
    """A language with one form has a header too."""
    assert Plurals(1, "0").header == "nplurals=1; plural=0;"
    assert _accepted("nplurals=1; plural=0;", "ja")
