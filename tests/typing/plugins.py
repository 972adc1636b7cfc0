"""A plugin as mypy reads it: never run. What is refused has an ignore, which mypy reports where it is not needed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import assert_type

from factsheet.plugins import (
    Artifact,
    Check,
    Code,
    Details,
    Forms,
    Kind,
    Metric,
    Number,
    NumberLocale,
    Output,
    Plugin,
    Problem,
    Rendering,
    Scalar,
    Severity,
    Sheet,
    Site,
    Value,
    number_of,
    numbers,
    report,
)


class Decibels(Number):
    """A kind that shows its number with a sign of its own."""

    name = "decibels"

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read whole numbers."""
        assert_type(details, Details)
        return Decimal(scalar.text)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the number."""
        assert_type(unit, Mapping[str, str] | None)
        text = numbers.decimal(loc, number_of(metric.value)).text
        return Forms(text=text, number=text, full=text, short=text)


def titles(site: Site) -> Iterator[Problem]:
    """Report each title."""
    for sheet in site.sheets.values():
        assert_type(sheet, Sheet)
        yield report("X001", sheet.place_of("title"), title=sheet.title)


def gather(rendering: Rendering, path: str) -> str:
    """Give a title."""
    return rendering.site.original(path).title


def combine(_rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give a file."""
    yield "titles.txt", "\n".join(gathered.values()).encode()


CODE = Code(id="X001", severity=Severity.NOTICE, message="m", fix="f", meaning="m", example="e")
PLUGIN = Plugin(
    kinds=(Decibels(),),
    checks=(titles,),
    codes=(CODE,),
    outputs=(Output(name="titles", gather=gather, combine=combine),),
    filters={"shout": str.upper},
)
assert_type(PLUGIN.kinds, tuple[Kind, ...])
assert_type(PLUGIN.checks, tuple[Check, ...])

Plugin(kinds=(Decibels,))  # type: ignore[arg-type]
Plugin(checks=(gather,))  # type: ignore[arg-type]
Plugin(outputs=(combine,))  # type: ignore[arg-type]
Plugin(filters=(str.upper,))  # type: ignore[arg-type]
Plugin(names=("x",))  # type: ignore[call-arg]
