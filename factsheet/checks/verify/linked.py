"""The figures that a page tells search engines (JSON-LD) are those of the data files."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from factsheet.checks.verify.pages import PublishedPage
from factsheet.checks.verify.records import Told, as_value
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report

_NAMES: Final = ("@id", "url")
_MOST: Final = 100_000


def linked_data_agrees(path: str, page: PublishedPage, by_url: Mapping[str, Told]) -> Iterator[Problem]:
    """Report what JSON-LD says of a figure and the data files do not, and scripts that are no JSON.

    `by_url` gives the figures by their addresses, in every language.
    """
    for script, line in page.scripts:
        try:
            read = json.loads(script, parse_float=Decimal, parse_int=Decimal)
        except (ValueError, RecursionError) as error:
            yield report("V907", Place(path, line), reason=str(error)[:200])
            continue
        for node in _nodes(read):
            told = _told(node, by_url)
            if told is not None:
                yield from _compared(Place(path, line), node, told)


def _nodes(read: object) -> Iterator[Mapping[str, object]]:
    """Every object in a document."""
    waiting = [read]
    for _ in range(_MOST):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _told(node: Mapping[str, object], by_url: Mapping[str, Told]) -> Told | None:
    names = (node.get(name) for name in _NAMES)
    return next((by_url[name] for name in names if isinstance(name, str) and name in by_url), None)


def _compared(place: Place, node: Mapping[str, object], told: Told) -> Iterator[Problem]:
    spread = (told.facts["interval"] or told.facts["value"]).split("/")
    expected = {"value": told.facts["value"], "minValue": spread[0], "maxValue": spread[-1]}
    expected["marginOfError"] = told.facts["margin"]
    if node.get("@type") == "Observation":
        expected["description"] = told.forms["text"]
    for key, value in expected.items():
        said = node.get(key)
        is_whole = isinstance(said, str) and said == told.facts["value"]  # "1/3" is a ratio, and has no ends
        if isinstance(said, Decimal | str) and said != "" and not _same(said, value) and not is_whole:
            yield report(
                "V905",
                place,
                key=key,
                metric=told.name,
                here=str(said)[:80],
                there=value,
                other=f"{told.file}:{told.line}",
            )


def _same(said: Decimal | str, value: str) -> bool:
    if isinstance(said, Decimal):
        return said == as_value(value)
    return said == value or (as_value(said) is not None and as_value(said) == as_value(value))
