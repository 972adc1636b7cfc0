"""`proofs.lock`: which quotes were found in the private texts of their sources, for machines without these texts.

Written by `prove`. A receipt holds digests only: it says that a quote stood in a text, and tells neither.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final, Generic, TypeVar

from factsheet import __version__
from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric, Source
from factsheet.content.text import MAX_LOCK_BYTES, decode
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.records import asdict, dataclass

# Lock files: what the tool keeps beside the sheets, as JSON with a version, read as anything that is not trusted.

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class LockFile(Generic[Entry]):
    """One of these files: what it is called, what it says of itself, and how an entry of it is read."""

    file: str
    about: str
    version: int
    key: str
    """What its entries stand under."""
    entry: Callable[[Mapping[str, object]], Entry]
    """Reads an entry; raises KeyError, TypeError or ValueError where it is not as the tool writes it."""
    code: str
    """The finding that it cannot be read."""

    def read(self, data: bytes | None) -> tuple[Mapping[str, Entry], tuple[Problem, ...]]:
        """Read the entries; a file that cannot be read is a finding, and holds nothing."""
        if data is None:
            return {}, ()
        text, problems = decode(self.file, data, most=MAX_LOCK_BYTES)
        if problems:
            return {}, tuple(problems)
        try:
            table = json.loads(text)
            if not isinstance(table, dict) or table.get("version") != self.version:
                return {}, (self._fault(f"this is not version {self.version} of the file"),)
            return {str(name): self.entry(given) for name, given in table[self.key].items()}, ()
        except json.JSONDecodeError as error:
            return {}, (self._fault(error.msg, Place(self.file, error.lineno, error.colno)),)
        except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
            return {}, (self._fault("an entry is not as the tool writes it"),)

    def written(self, entries: Mapping[str, object]) -> bytes:
        """Write plain entries in the order of their names, so that changes merge and read well."""
        table = {"about": self.about, "version": self.version, self.key: dict(sorted(entries.items()))}
        return (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode()

    def _fault(self, reason: str, place: Place | None = None) -> Problem:
        return report(self.code, place or Place(self.file), reason=reason)


RECEIPTS: Final = "proofs.lock"
VERSION: Final = 1

_ABOUT: Final = "Kept by `prove`: which quotes were found in the texts of their sources, and when."


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What `prove` found out about one figure."""

    source: str
    """The SHA-256 of the text in which the quote stood."""
    quote: str
    """The SHA-256 of the quote."""
    value: str
    """The value as machines read it."""
    tool: str
    """The version of the tool that looked."""
    day: str
    """The day on which it did, as YYYY-MM-DD."""

    def holds(self, source: Source | None, metric: Metric, text: str | None) -> bool:
        """Whether it is about the figure as it is declared now, and of this version: another may read otherwise.

        `text` is the SHA-256 of the text that is at hand, if one is.
        """
        pinned = source.sha256 if source else None
        is_same_text = {pinned, text} <= {None, self.source}
        return is_same_text and self.tool == __version__ and (self.quote, self.value) == _facts(metric)


Receipts = Mapping[str, Receipt]
"""Receipts by what they are about: `path/metric`, and `path/metric@2023` for an earlier value."""


def made(metric: Metric, source: str, day: str) -> Receipt:
    """The receipt of a figure whose quote stands in the text with the SHA-256 `source`."""
    quote, value = _facts(metric)
    return Receipt(source=source, quote=quote, value=value, tool=__version__, day=day)


def name_of(path: str, metric: Metric) -> str:
    """What the receipt of a figure is known by."""
    return f"{path}/{metric.id}"


def _facts(metric: Metric) -> tuple[str, str]:
    quote = hashlib.sha256((metric.quote or "").encode()).hexdigest()
    return quote, kind_of(metric).machine(metric.value)


def _receipt(given: Mapping[str, object]) -> Receipt:
    if not all(isinstance(one, str) for one in given.values()):
        raise TypeError
    return Receipt(**given)  # type: ignore[arg-type]


_FILE: Final = LockFile(file=RECEIPTS, about=_ABOUT, version=VERSION, key="figures", entry=_receipt, code="Q429")


@lru_cache(maxsize=1)
def read_receipts(data: bytes | None) -> tuple[Receipts, tuple[Problem, ...]]:
    """Read the file; one that cannot be read is a finding, and proves nothing."""
    return _FILE.read(data)


def write_receipts(receipts: Receipts) -> bytes:
    """Write the file in the order of the figures."""
    return _FILE.written({name: asdict(receipt) for name, receipt in receipts.items()})
