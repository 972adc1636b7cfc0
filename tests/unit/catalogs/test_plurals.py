"""The plural forms that gettext gives a language."""

import pytest

from factsheet.catalogs import Plurals, plurals_of, same_plurals


@pytest.mark.parametrize(
    ("cldr", "count"), [("ro", 3), ("ro_MD", 3), ("en", 2), ("ja", 1), ("ar", 6), ("pl", 3), ("pt_BR", 2), ("sw", 2)]
)
def test_counts(cldr: str, count: int) -> None:
    """A language has as many forms as translation editors expect; one they lack has two."""
    assert plurals_of(cldr).count == count
    assert plurals_of(cldr).header.startswith(f"nplurals={count}; plural=")


ROMANIAN = plurals_of("ro")


@pytest.mark.parametrize(
    "header",
    [
        ROMANIAN.header,
        "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>=1 && n%100<=19) ? 1 : 2);",
        "nplurals=3;plural=n==1?0:(n==0||(n%100>0&&n%100<20))?1:2",
    ],
)
def test_one_rule_written_in_several_ways(header: str) -> None:
    """A header that chooses the same form for each number is the right one, however it is written."""
    assert same_plurals(header, ROMANIAN)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "nplurals=2; plural=(n != 1);",
        "nplurals=3; plural=(n != 1);",
        "nplurals=3; plural=0",
        "nplurals=3; plural=n/0",
        "nplurals=3; plural=__import__('os')",
        "nplurals=3; plural=" + "(" * 10_000,
        "nplurals=99999999999; plural=n",
        "nplurals=3",
    ],
)
def test_other_rules_are_wrong(header: str) -> None:
    """Another count, another choice, or what is no expression at all is not the language's rule."""
    assert not same_plurals(header, ROMANIAN)


def test_headers_of_one_form() -> None:
    """A language with one form has a header too."""
    assert Plurals(1, "0").header == "nplurals=1; plural=0;"
    assert same_plurals("nplurals=1; plural=0;", plurals_of("ja"))
