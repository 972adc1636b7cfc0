"""`proofs.lock`: which quotes were found in the private texts of their sources, for machines without these texts.

Written by `prove`. A receipt holds digests only: it says that a quote stood in a text, and tells neither.
"""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from factsheet import __version__
from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric, Source
from factsheet.problems import Problem
from factsheet.records import asdict, dataclass
from factsheet.site.locks import LockFile

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
