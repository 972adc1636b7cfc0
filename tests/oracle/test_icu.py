"""What we write, compared with what ICU writes from the same release of CLDR."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from factsheet.l10n import cldr, dates, iso8601, numbers, ranges
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.names import sort_key
from factsheet.l10n.numbers import FormattedNumber

HERE: Final = Path(__file__).parent
ORACLE: Final[Mapping[str, Any]] = json.loads((HERE / "icu-cldr47.json").read_text("utf-8"))
EXCEPTIONS: Final[Mapping[str, Any]] = json.loads((HERE / "exceptions.json").read_text("utf-8"))
LEAST: Final = Decimal("0.9968")

Ask = Mapping[str, Any]
Case = tuple[str, str, str]
"""Locale, style and value (as JSON) of one question."""


def number(loc: NumberLocale, ask: Ask, value: str) -> FormattedNumber:
    """Write one number in the style asked for."""
    options = {key: option for key, option in ask.items() if key not in ("call", "code", "unit")}
    amount = Decimal(value)
    match ask["call"]:
        case "decimal":
            return numbers.decimal(loc, amount, exact=False, **options)
        case "percent":
            return numbers.percent(loc, amount, exact=False)
        case "currency":
            return numbers.currency(loc, amount, ask["code"], exact=False, **options)
        case _:
            return numbers.unit(loc, amount, ask["unit"], exact=False, **options)


def as_v8(text: str) -> str:
    """Give a date or a time as V8 hands it out: with plain spaces where ICU writes narrow ones.

    V8 replaces U+202F in `format` alone: what `formatToParts` and `formatRange` give has it, from the same ICU.
    """
    return text.replace("\u202f", " ")


def day(loc: NumberLocale, ask: Ask, value: str) -> str:
    """Write a date."""
    return as_v8(dates.date(loc, date.fromisoformat(value), ask["width"]))


def days(loc: NumberLocale, ask: Ask, value: list[str]) -> str:
    """Write a range of dates; two dates that are written alike are one, which V8 hands to `format`."""
    first, last = map(date.fromisoformat, value)
    text = dates.date_range(loc, first, last, ask["width"])
    return as_v8(text) if text == dates.date(loc, first, ask["width"]) else text


def span(loc: NumberLocale, ask: Ask, value: list[str]) -> str:
    """Write a range of numbers."""
    low, high = (number(loc, ask["of"], end) for end in value)
    return numbers.number_range(loc, low, high).text


def moment(loc: NumberLocale, _: Ask, value: str) -> str:
    """Write a time of day."""
    made = iso8601.parse_time(value)
    assert made is not None
    return as_v8(dates.time_of_day(loc, made))


OTHERS: Final[Mapping[str, Callable[[NumberLocale, Ask, Any], str]]] = {
    "date": day,
    "date_range": days,
    "join": lambda loc, ask, value: ranges.join(loc, value, ask["kind"]),
    "plural": lambda loc, _, value: cldr.plural_category(loc, Decimal(value)),
    "plural_range": lambda loc, _, value: cldr.joined_category(
        loc, *(cldr.plural_category(loc, Decimal(end)) for end in value)
    ),
    "range": span,
    "time": moment,
}


def answer(loc: NumberLocale, ask: Ask, value: Any, expected: str) -> str:  # noqa: ANN401 (a leaf of JSON)
    """Answer one question of the oracle."""
    if ask["call"] == "sort":
        names = sorted(expected.split("|"))
        names.sort(key=lambda name: sort_key(loc, name))
        return "|".join(names)
    if ask["call"] in OTHERS:
        return OTHERS[ask["call"]](loc, ask, value)
    return number(loc, ask, value).text


def differences(tag: str) -> Iterator[tuple[Case, str, str]]:
    """Give each question of one locale whose answers differ, with ICU's and ours."""
    loc = cldr.locale(tag)
    for style, texts in ORACLE["results"][tag].items():
        ask, values = ORACLE["styles"][style]["ours"], ORACLE["styles"][style]["values"]
        for value, expected in zip(values, texts, strict=True):
            ours = answer(loc, ask, value, expected)
            if ours != expected:
                yield (tag, style, json.dumps(value)), expected, ours


def excepted() -> list[Case]:
    """Give every question listed as an exception."""
    return [
        (tag, style, json.dumps(value))
        for locales in EXCEPTIONS.values()
        for tag, styles in locales.items()
        for style, values in styles.items()
        for value in (ORACLE["styles"][style]["values"] if values == "all" else values)
    ]


@pytest.mark.parametrize("tag", sorted(ORACLE["results"]))
def test_every_answer_is_icus_or_a_listed_exception(tag: str) -> None:
    """Each text equals ICU's byte for byte, but for the exceptions, each of which still is one."""
    found = {case: (expected, ours) for case, expected, ours in differences(tag)}
    listed = {case for case in excepted() if case[0] == tag}
    assert {case: texts for case, texts in found.items() if case not in listed} == {}
    assert listed - found.keys() == set()


def test_exceptions_are_few() -> None:
    """At least 99.68 % of the oracle agrees, and no exception is listed twice."""
    questions = sum(len(texts) for styles in ORACLE["results"].values() for texts in styles.values())
    exceptions = excepted()
    assert len(set(exceptions)) == len(exceptions)
    assert 1 - Decimal(len(exceptions)) / questions >= LEAST


def test_the_docs_give_the_share_that_agrees() -> None:
    """How many texts are compared, and how many are equal, stands in the docs."""
    docs = (HERE.parents[1] / "docs/quality.md").read_text("utf-8")
    calls = {style: entry["ours"]["call"] for style, entry in ORACLE["styles"].items()}
    asked: Counter[bool] = Counter()
    for styles in ORACLE["results"].values():
        for style, texts in styles.items():
            asked[calls[style] == "time"] += len(texts)
    unlike = Counter(calls[style] == "time" for _, style, _ in excepted())
    rows = [(asked[False], unlike[False]), (asked[True], unlike[True]), (asked.total(), unlike.total())]
    for many, differing in rows:
        share = (100 * (1 - Decimal(differing) / many)).quantize(Decimal("0.01"))
        assert f"| {many:,} | {share.normalize() if share == 100 else share:f} % |" in docs


def test_oracle_carries_the_release_of_the_data() -> None:
    """The oracle, Babel and the supplement are of one release of CLDR."""
    assert ORACLE["cldr"].startswith(f"{cldr.CLDR_VERSION}.")


def test_oracle_is_wide() -> None:
    """The oracle covers the languages and styles that the formatting promises."""
    wanted = "ro en en-GB en-IN de de-CH fr es es-MX pt-BR pt-PT it nl pl cs hu bg uk el sv tr ar ar-EG fa he hi"
    wanted += " bn ja zh-Hans zh-Hant ko sw da fi nb ca sk hr sr sl lt lv et"
    assert set(wanted.split(" ")) <= set(ORACLE["results"])
    calls = {style["ours"]["call"] for style in ORACLE["styles"].values()}
    assert calls >= {"decimal", "percent", "currency", "unit", *OTHERS}
