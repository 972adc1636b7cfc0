"""The data files of charts give the values that all others give."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from factsheet.checks.verify.figures import same_value
from factsheet.checks.verify.records import Told
from factsheet.content.targets import sheet_and_name
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report

_PREFIX = "chart-"


def charts_tell(files: Mapping[str, bytes], every: Iterable[Told]) -> Iterator[Problem]:
    """Report each value of `chart-*.csv` that its figure does not have."""
    known: dict[str, list[Told]] = {}
    for told in every:
        known.setdefault(told.id, []).append(told)
    for path in sorted(files):
        if path.rpartition("/")[2].startswith(_PREFIX) and path.endswith(".csv"):
            yield from _chart(path, files[path], known)


def _chart(path: str, data: bytes, known: Mapping[str, list[Told]]) -> Iterator[Problem]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8", errors="replace"), newline=""))
    for line, row in enumerate(rows, start=2):
        name, value = row.get("id") or "", row.get("value") or ""
        told = known.get(sheet_and_name(name)[1], [])
        if not told:
            yield report("V909", Place(path, line), metric=name)
        elif not any(same_value(value, one.facts["value"]) for one in told):
            there = told[0]
            other = f"{there.file}:{there.line}"
            values = {"key": "value", "metric": name, "here": value or "nothing", "there": there.facts["value"]}
            yield report("V905", Place(path, line), other=other, **values)
