"""Laws of reading: what is shown parses back to what was declared, in every language and style."""

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from zlib import crc32

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factsheet.content.kinds import kind_of
from factsheet.l10n import cldr, numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import Display, LosesDigits
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.stretches import written_dates
from tests.coverage.test_wordings import declared
from tests.support import cases

FILE: Final = Path(__file__).parent.parent / "oracle" / "icu-cldr47.json"
ORACLE: Final[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))
TAGS: Final = sorted(ORACLE["results"])
STYLES: Final = {
    name: style
    for name, style in ORACLE["styles"].items()
    if style["ours"]["call"] in ("decimal", "percent", "currency", "unit")
}
LEAST: Final = Decimal("0.999")
WHOLE: Final = ("ro", "en", "en-GB", "en-IN")
"""The languages of which every text is looked at, and read back without exception."""
CODES: Final = ("USD", "EUR", "RON", "GBP", "JPY", "CHF", "MXN", "INR")
UNITS: Final = ("length-kilometer", "duration-day", "mass-kilogram", "digital-megabyte", "length-meter")
UNDECIDABLE: Final = {
    "ca": frozenset(("MCF",)),  # "10 kMCF" is 10 thousand francs of Monaco, or 10 milliard of the Comoros (CF)
    "es": frozenset(("MCF",)),
    "fr-CA": frozenset(("ARS",)),  # "1 MARS" is a million pesos, or the first of March in capitals
}
"""Currencies whose short compact form is also that of something else."""

local = st.sampled_from([cldr.locale(tag) for tag in TAGS if tag not in ("bn", "ne")])
"""CLDR gives one scale word of Bengali and one of Nepali two values each; nobody can read those."""
whole = st.integers(-(10**29), 10**29).map(Decimal) | st.integers(-99_999, 99_999).map(Decimal)
amounts = whole | st.builds(
    lambda digits, power: Decimal(format(Decimal(digits).scaleb(power), "f")),
    st.integers(-9999, 9999),
    st.integers(-2, 13),
)
displays: st.SearchStrategy[Display] = st.sampled_from(["standard", "compact-long", "compact-short"])
texts = st.text(st.sampled_from("0123456789.,' \u00a0-–%$€mlnei()/:+\u200eșȘă\u0306百万٣٬\n"), max_size=60)


def is_read_back(found: tuple[Numeral, ...], declared: Decimal) -> bool:
    """Tell whether one numeral was read whose last digit shown leaves room for the value declared."""
    return len(found) == 1 and abs(found[0].value - declared) * 2 <= (found[0].ulp if found[0].value != declared else 0)


def writes_scale_and_money_together(tag: str) -> bool:
    """Tell whether a language's short compact money has a letter right beside the sign of the currency."""
    rows = cldr.compact(cldr.locale(tag), "currency", "short").values()
    return any(re.search(r"[^\W\d_]¤", pattern) for row in rows for pattern in row.values())


@pytest.fixture(scope="module")
def missed(pytestconfig: pytest.Config) -> Counter[str]:
    """Count what ICU writes and is not read back, by language; "all" counts everything.

    Of the languages that nobody here reads, `make test` looks at one text of ten, and `make fuzz` at all.
    """
    counts: Counter[str] = Counter()
    seed, parts = pytestconfig.getoption("randomly_seed"), cases(10, 1)
    for tag in TAGS:
        for name, style in STYLES.items():
            loc = cldr.locale(tag, numerals=style["ours"].get("numerals"))
            shown = zip(style["values"], ORACLE["results"][tag].get(name, ()), strict=False)
            for value, text in shown:
                is_looked_at = tag in WHOLE or crc32(f"{seed} {tag} {name} {value}".encode()) % parts == 0
                if text is not None and is_looked_at:
                    counts["all"] += 1
                    found = read(loc, text, unit=style["ours"].get("unit"))
                    counts[tag] += not is_read_back(found, Decimal(value))
    return counts


@pytest.mark.chance
def test_what_icu_writes_is_read_back(missed: Counter[str]) -> None:
    """At least 99.9 % of ICU's texts, over all languages and styles, give the value they were made from."""
    wrong = sum(count for tag, count in missed.items() if tag != "all")
    assert missed["all"] > cases(8_000, 80_000)
    assert Decimal(missed["all"] - wrong) / missed["all"] >= LEAST


def test_romanian_and_english_are_read_back_without_exception(missed: Counter[str]) -> None:
    """Every text of ICU in Romanian and English gives its value."""
    assert set(TAGS) >= set(WHOLE)
    assert [missed[tag] for tag in WHOLE] == [0] * len(WHOLE)


def test_dates_that_icu_writes_are_read_back() -> None:
    """Long and medium dates give their value in every language but Basque, which inflects them."""
    wrong = []
    for tag in TAGS:
        for name in ("date long", "date medium"):
            loc = cldr.locale(tag)
            shown = zip(ORACLE["styles"][name]["values"], ORACLE["results"][tag][name], strict=True)
            for value, text in shown:
                found = [str(mention.value) for mention in written_dates(loc, text)]
                if found != [value]:
                    wrong.append((tag, text))
    assert {tag for tag, _ in wrong} <= {"eu"}


@pytest.mark.parametrize(
    ("keys", "tags"),
    [
        ("kind: range; value: 5000000–20000000; currency: EUR", "et ja ko ro si sv sw"),
        ("kind: period; value: 2024-07–2025-06", "bg en hy lo lt lv sk"),
        ("kind: period; value: 2024-03-05–2024-04-02", "ja ko lo sw zh-Hans"),
        ("kind: date; value: 2025-H1", "eu hu kk lo my ne si th"),
        ("value: 2.5; measure: permille", "es it pt-PT"),
        ("kind: duration; value: P1Y6M", "bn gu km mr my ta te"),
    ],
)
def test_what_is_shown_of_a_span_says_it(keys: str, tags: str) -> None:
    """Ranges, periods, parts of years, shares of a thousand and durations are proof of themselves."""
    metric = declared(keys)
    kind = kind_of(metric)
    shown = {loc: kind.show(metric, None, loc).text for loc in map(cldr.locale, tags.split())}
    assert [text for loc, text in shown.items() if kind.read_quote(loc, metric, text).mismatch is not None] == []


@given(local, amounts, displays)
@example(cldr.locale("it"), Decimal(-1000), "compact-long")  # "-mille", a number without a digit
@example(cldr.locale("af"), Decimal(-(10**28) - 1), "standard")  # more digits than decimals carry by default
def test_a_number_is_read_back(loc: NumberLocale, value: Decimal, display: Display) -> None:
    """A plain or compact number gives its value."""
    try:
        shown = numbers.decimal(loc, value, display=display)
    except LosesDigits:
        return
    assert [found.value for found in read(loc, shown.text)] == [value]


@given(local, amounts)
def test_a_percentage_is_read_back(loc: NumberLocale, value: Decimal) -> None:
    """A percentage gives its value, and says that it is one."""
    shown = numbers.percent(loc, value)
    assert [(found.value, found.percent) for found in read(loc, shown.text)] == [(value, True)]


@given(local, amounts, displays, st.sampled_from(CODES), st.sampled_from(["symbol", "code", "name"]))
@example(cldr.locale("ca"), Decimal(1000), "compact-short", "MXN", "symbol")  # "1 kMXN": k and MXN, not kM and XN
@example(cldr.locale("it"), Decimal(-1000), "compact-long", "USD", "symbol")  # "-mille USD"
def test_money_is_read_back(
    loc: NumberLocale, value: Decimal, display: Display, code: str, width: numbers.CurrencyWidth
) -> None:
    """An amount of money gives its value and its currency."""
    try:
        shown = numbers.currency(loc, value, code, width=width, display=display)
    except LosesDigits:
        return
    assert [(found.value, found.currency) for found in read(loc, shown.text)] == [(value, code)]


@pytest.mark.parametrize("tag", [tag for tag in TAGS if writes_scale_and_money_together(tag)])
def test_every_currency_is_told_from_the_scale_glued_to_it(tag: str) -> None:
    """Where a scale and money are written as one word ("1 kMXN"), each is found, whatever the currency."""
    loc = cldr.locale(tag)
    currencies = sorted(cldr.currency_codes() - UNDECIDABLE.get(tag, frozenset()))
    assert len(currencies) > 100
    for code in currencies:
        for power in (3, 6, 10):
            value = Decimal(10) ** power
            shown = numbers.currency(loc, value, code, display="compact-short")
            assert [(found.value, found.currency) for found in read(loc, shown.text)] == [(value, code)], shown.text


@given(local, amounts, displays, st.sampled_from(UNITS), st.sampled_from(["long", "short", "narrow"]))
@example(cldr.locale("af"), Decimal(-(10**28) - 1), "standard", "length-kilometer", "long")
def test_a_quantity_is_read_back(
    loc: NumberLocale, value: Decimal, display: Display, unit: str, width: numbers.UnitWidth
) -> None:
    """A quantity in a known unit gives its value."""
    try:
        shown = numbers.unit(loc, value, unit, width=width, display=display)
    except LosesDigits:
        return
    assert [found.value for found in read(loc, shown.text, unit=unit)] == [value]


@given(local, texts)
def test_numerals_are_in_order_and_apart(loc: NumberLocale, text: str) -> None:
    """Spans are those of the text, in order and without overlap, whatever the text."""
    end = 0
    for numeral in read(loc, text):
        assert end <= numeral.start < numeral.end <= len(text)
        assert text[numeral.start : numeral.end] == numeral.text
        assert numeral.ulp > 0
        end = numeral.end
