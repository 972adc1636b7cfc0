"""Babel's private data are where and what this package takes them to be."""

import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from babel.core import get_cldr_version, get_global
from babel.dates import format_date
from babel.numbers import format_decimal
from babel.plural import PluralRule

from factsheet.l10n import cldr, numbers
from factsheet.l10n.cldr import source

TABLES = {
    "number_symbols": Mapping,
    "numbering_systems": Mapping,
    "default_numbering_system": str,
    "decimal_formats": Mapping,
    "percent_formats": Mapping,
    "currency_formats": Mapping,
    "compact_decimal_formats": Mapping,
    "compact_currency_formats": Mapping,
    "currency_symbols": Mapping,
    "currency_names": Mapping,
    "currency_names_plural": Mapping,
    "currency_unit_patterns": Mapping,
    "unit_patterns": Mapping,
    "months": Mapping,
    "days": Mapping,
    "eras": Mapping,
    "date_formats": Mapping,
    "datetime_skeletons": Mapping,
    "interval_formats": Mapping,
    "list_patterns": Mapping,
}


def test_release() -> None:
    """Babel carries the release of CLDR that the other data are of."""
    assert get_cldr_version() == source.CLDR_VERSION


@pytest.mark.parametrize("identifier", ["ro", "ja", "ar_EG", "sw", "zh_Hant_TW"])
def test_tables(identifier: str) -> None:
    """Each table that is read stands in Babel's data and is of the kind expected."""
    data = source.data(identifier)
    wrong = [key for key, kind in TABLES.items() if not isinstance(data[key], kind) and not hasattr(data[key], "items")]
    assert wrong == []


def test_merged_tables_do_not_depend_on_what_was_used() -> None:
    """What one locale's aliases lead to is not kept for another: the months of Persian are never Japanese."""
    code = (
        "import sys; from babel import Locale, localedata; from factsheet.l10n.cldr import source\n"
        "for name in sys.argv[1:]: dict(Locale.parse(name).months['stand-alone']['wide'])\n"
        "print(source._merged('fa')['months'], sorted(localedata._cache))"
    )
    alone, after = (_said(code, *names) for names in ((), ("ja",)))
    assert after.removesuffix(" ['fa', 'ja', 'root']") == alone.removesuffix(" ['fa', 'root']")


def test_babel_stays_what_it_is() -> None:
    """A plugin in the same process may use Babel as it is documented."""
    loc = cldr.locale("ro")
    assert numbers.decimal(loc, Decimal("1209.5")).text == "1.209,5"
    assert format_decimal(Decimal("1209.5"), locale="ro") == "1.209,5"
    assert format_date(date(2025, 11, 13), "long", locale="ro") == "13 noiembrie 2025"
    rule = PluralRule({"one": "i = 1 and v = 0", "few": "n % 10 = 2..4"})
    assert [rule(number) for number in (1, 2, 5, Decimal("1.0"))] == ["one", "few", "other", "other"]


def _said(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.strip()


def test_leaves() -> None:
    """The leaves that are read are patterns, texts and names, as in the release at hand."""
    data = source.data("ro")
    assert data["decimal_formats"][None].pattern == "#,##0.###"
    assert data["currency_formats"]["standard"].pattern == "#,##0.00\u00a0¤"
    assert data["compact_decimal_formats"]["long"]["other"]["1000000"].pattern == "0 de milioane"
    assert data["number_symbols"]["latn"]["group"] == "."
    assert data["currency_unit_patterns"]["other"] == "{0} de {1}"
    assert data["currency_names_plural"]["USD"]["few"] == "dolari americani"
    assert data["unit_patterns"]["length-kilometer"]["long"]["other"] == "{0} de kilometri"
    assert data["months"]["format"]["wide"][9] == "septembrie"
    assert data["interval_formats"]["yMMMd"]["d"] == ["d–", "d MMM y"]
    assert data["interval_formats"][None] == "{0}\u2009–\u2009{1}"
    assert data["datetime_skeletons"]["yMMMM"].pattern == "MMMM y"
    assert data["list_patterns"]["standard"]["end"] == "{0} și {1}"
    assert data["eras"]["abbreviated"][1] == "d.Hr."


def test_patterns_need_nothing_of_babel() -> None:
    """They are plain, so that to read tables that were kept imports none of what Babel writes with."""
    data = source.data("ro")
    patterns = [data[name]["long"] for name in ("date_formats", "time_formats")]
    patterns += [data["decimal_formats"][None], data["datetime_skeletons"]["yMMMM"]]
    patterns += [data["compact_decimal_formats"]["long"]["other"]["1000000"]]
    assert {type(pattern) for pattern in patterns} == {source.Pattern}


def test_everywhere() -> None:
    """The tables that hold for all locales have what is read from them."""
    assert source.everywhere("currency_fractions")["JPY"][0] == 0
    assert source.everywhere("currency_fractions")["DEFAULT"][0] == 2
    assert "RON" in source.everywhere("all_currencies")
    assert source.aliases().languages["iw"] == "he"
    likely = source.aliases().likely
    assert {tag: likely.get(tag) for tag in get_global("likely_subtags")} == get_global("likely_subtags")
    assert (likely.get("zh_T"), likely.get("ZZ", "-")) == ("", "-")


def test_babel_is_imported_late() -> None:
    """Importing the formatting package loads no locale data and not Babel itself."""
    code = "import sys; from factsheet.l10n import numbers, dates, names; assert 'babel' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_languages_keep_their_months() -> None:
    """Persian months are Persian, whatever languages have been asked for before."""
    code = """
import datetime as dt
from factsheet.l10n import cldr, dates
first, last = dt.date(2025, 9, 3), dt.date(2025, 10, 20)
for tag in ("ja", "zh-Hans", "bs", "fa"):
    locale = cldr.locale(tag)
    names = [cldr.months(locale, width, context) for width in ("wide", "abbreviated") for context in
             ("format", "stand-alone")]
    said = dates.date_range(locale, first, last, "medium")
print(ascii(said))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ascii("۳ سپتامبر تا ۲۰ اکتبر ۲۰۲۵")
