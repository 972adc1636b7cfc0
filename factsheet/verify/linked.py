"""The figures that a page tells search engines (JSON-LD) are those of the data files."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from factsheet.codes import report
from factsheet.problems import Place, Problem
from factsheet.verify.pages import Page
from factsheet.verify.told import Told, as_value

_NAMES: Final = ("@id", "url", "identifier", "propertyID")
_VALUES: Final = ("value", "minValue", "maxValue")
_MOST: Final = 100_000


def linked_data_agrees(path: str, page: Page, every: Mapping[str, Told]) -> Iterator[Problem]:
    """Report values in JSON-LD that are not those of their figure, and scripts that are no JSON."""
    by_url = {told.url: told for told in every.values()}
    for script, line in page.scripts:
        try:
            read = json.loads(script, parse_float=Decimal, parse_int=Decimal)
        except (ValueError, RecursionError) as error:
            yield report("V907", Place(path, line), reason=str(error)[:200])
            continue
        for node in _nodes(read):
            told = _told(node, by_url, every)
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


def _told(node: Mapping[str, object], by_url: Mapping[str, Told], every: Mapping[str, Told]) -> Told | None:
    for name in _NAMES:
        value = node.get(name)
        if isinstance(value, str):
            found = by_url.get(value) or every.get(value)
            if found is not None:
                return found
    return None


def _compared(place: Place, node: Mapping[str, object], told: Told) -> Iterator[Problem]:
    ends = {as_value(end) or end for end in told.facts["value"].split("/")}
    for key in _VALUES:
        said = node.get(key)
        if isinstance(said, Decimal | str) and said != "":
            value = said if isinstance(said, Decimal) else as_value(said) or said
            if value not in ends:
                yield report(
                    "V905",
                    place,
                    key=key,
                    metric=told.name,
                    here=str(said)[:80],
                    there=told.facts["value"],
                    other=f"{told.file}:{told.line}",
                )
