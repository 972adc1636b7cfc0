"""How far each figure is proven: against the full text of its source, against its quote, or not at all."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import repeat
from typing import Final

from factsheet.content.archives import Archive
from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import Mismatch, QuoteReading, closest
from factsheet.content.model import SELECTIONS, HistoryPoint, Metric, Source, Span
from factsheet.content.targets import CellTarget
from factsheet.core.records import NamedTuple, dataclass, replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.site.proof.cells import Comparison, compared, compared_series, source_language
from factsheet.site.proof.quotes import parts_of, stands_in
from factsheet.site.receipts import Receipt, name_of
from factsheet.site.site import Site

__all__ = [
    "Comparison", "Evidence", "Mismatch", "Proof", "ProvenPoint", "QuoteReading", "Tally", "are_independent",
    "compared", "compared_series", "confirmation", "evidence", "points", "proof_of", "source_language", "stands_in",
    "tally",
]  # fmt: skip


class Proof(StrEnum):
    """What a figure has been checked against."""

    FULL = "full"
    """Its quote says it, and stands in the archived text of the source, or did when that was at hand."""
    QUOTE = "quote"
    """Its quote says it; the text of the source is not at hand."""
    NONE = "none"


_RANKS: Final = tuple(Proof)
"""From the best to the worst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was found out about one metric."""

    source: Source | None
    reading: QuoteReading | None
    """What the quote says; None where there is no quote."""
    archive: Archive | None
    is_pinned: bool
    """Whether the archive is the one whose digest is pinned, or none is."""
    is_quoted: bool
    """Whether the quote stands in the archive."""
    receipt: Receipt | None = None
    """What was found out where the text was at hand, if that was kept."""
    is_receipted: bool = False
    """Whether the receipt is about the figure, its quote and its source as they are now."""

    @property
    def proof(self) -> Proof:
        """How far the figure is proven."""
        if self.source is None or self.reading is None or self.reading.mismatch is not None:
            return Proof.NONE
        if self.archive is None:
            return Proof.FULL if self.is_receipted else Proof.QUOTE
        return Proof.FULL if self.is_pinned and self.is_quoted else Proof.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenPoint:
    """One value of a history, as the metric was then, and what stands behind it."""

    point: HistoryPoint
    metric: Metric
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many figures of a site are proven, and against what."""

    full: int = 0
    quote: int = 0
    none: int = 0

    @property
    def figures(self) -> int:
        """All figures."""
        return self.full + self.quote + self.none


def evidence(site: Site, path: str, metric: Metric) -> Evidence:
    """Examine what stands behind a metric that the sheet `path` declares, once."""
    return site.once(path, ("evidence", metric.id), lambda: _examined(site, path, metric))


def _examined(site: Site, path: str, metric: Metric) -> Evidence:
    source = site.source(path, metric)
    archive = site.archives.get(source.archive) if source else None
    quote, receipt = metric.quote, site.receipts.get(name_of(path, metric))
    return Evidence(
        source=source,
        reading=_said(source_language(site, source), metric, quote) if quote else None,
        archive=archive,
        is_pinned=archive is None or source is None or source.sha256 in {None, archive.sha256},
        is_quoted=archive is not None and quote is not None and stands_in(quote, archive.text),
        receipt=receipt,
        is_receipted=receipt is not None and receipt.holds(source, metric, archive.sha256 if archive else None),
    )


def _said(loc: NumberLocale, metric: Metric, quote: str) -> QuoteReading:
    """What a quote says: a number with its unit and bound must stand in one of the passages that it joins."""
    kind, parts = kind_of(metric), parts_of(quote)
    if len(parts) == 1 or isinstance(metric.value, Span):
        return kind.read_quote(loc, metric, quote)
    every = [kind.read_quote(loc, metric, part) for part in parts]
    said = closest(every, ())
    if said.mismatch is not Mismatch.VALUE:
        return said
    return QuoteReading(Mismatch.VALUE, ", ".join(filter(None, (one.found for one in every))))


def proof_of(site: Site, path: str, metric: Metric) -> Proof:
    """Tell how far a metric that the sheet `path` declares is proven.

    A figure that is computed is proven as far as the weakest of its parts, or by a passage of its own.
    """
    if metric.cell is not None:
        return _of_table(site, path, metric.cell.table, metric.cell)
    if metric.asked is not None and metric.derivation and metric.derivation.operation in SELECTIONS:
        return _of_table(site, path, metric.asked.table)
    own = evidence(site, path, metric).proof
    if metric.derivation is None or own is Proof.FULL:
        return own
    parts = [site.resolve(path, part) for part in metric.derivation.parts]
    weakest = max((proof_of(site, *part) for part in parts if part), key=_RANKS.index, default=Proof.NONE)
    return min(own, weakest, key=_RANKS.index)


def _level(found: Comparison) -> Proof:
    """What cells that agree are proven against: the publisher's own file, or rows that it prints."""
    if not found.is_compared:
        return Proof.NONE
    return Proof.FULL if found.file or found.is_archived else Proof.QUOTE


def _of_table(site: Site, path: str, name: str, cell: CellTarget | None = None) -> Proof:
    """A cell is proven by the publisher's own file, in which it must be the same; what is asked, by the whole table."""
    table = site.table(path, name)
    if table is None or table.declared.source is None:
        return Proof.NONE
    found = compared(site, path, name)
    is_same = found.is_proven if cell is None else (cell.row, cell.column) not in found.differing
    return _level(found) if is_same else Proof.NONE


def are_independent(first: Source | None, second: Source | None) -> bool:
    """Whether two sources are told to be of two publishers: another copy of one confirms nothing."""
    if first is None or second is None or first.id == second.id:
        return False
    return first.publisher is None or first.publisher != second.publisher


class Second(NamedTuple):
    """What a second source says of a figure."""

    source: Source
    quote: str


def confirmation(site: Site, path: str, metric: Metric) -> Second | None:
    """The passage of a second, independent source that says the figure too, as far as its text is at hand."""
    second = metric.confirmed
    if second is None or second.quote is None or (source := site.source(path, second)) is None:
        return None
    if not are_independent(site.source(path, metric), source):
        return None
    return Second(source, second.quote) if evidence(site, path, second).proof is not Proof.NONE else None


def points(site: Site, path: str, metric: Metric) -> Iterator[ProvenPoint]:
    """Examine the values of a metric's history, in the order of the sheet.

    A passage that the history names must prove a value; that of the metric may.
    """
    for point in metric.history:
        then = metric.at(point)
        if point.is_filed:
            yield ProvenPoint(point=point, metric=then, evidence=_of_series(site, path, metric, then))
            continue
        found = evidence(site, path, then)
        has_own = point.quote is not None
        is_lent = not has_own and found.reading is not None and found.reading.mismatch is None
        found = found if has_own or is_lent else replace(found, reading=None)
        yield ProvenPoint(point=point, metric=then, evidence=found)


def _of_series(site: Site, path: str, metric: Metric, then: Metric) -> Evidence:
    """An earlier value that stands in a file is proven by the publisher's own, in which it must be the same."""
    compared = compared_series(site, path, metric.id)
    row = then.id.partition("@")[2]
    agrees = bool(compared.file) and not any(one == row for one, _ in compared.differing)
    archive = site.archives.get(f"{compared.file}#") if agrees else None
    reading = QuoteReading(None, "", "exact") if agrees else None
    return Evidence(source=site.source(path, then), reading=reading, archive=archive, is_pinned=True, is_quoted=agrees)


def tally(site: Site) -> Tally:
    """Count the figures of the site by what they are proven against."""
    metrics = [(path, metric) for path in site.paths for metric in site.original(path).metrics.values()]
    proofs = [proof_of(site, path, metric) for path, metric in metrics]
    proofs += [one.evidence.proof for path, metric in metrics for one in points(site, path, metric)]
    proofs += [proof for path in site.paths for proof in _of_cells(site, path)]
    return Tally(full=proofs.count(Proof.FULL), quote=proofs.count(Proof.QUOTE), none=proofs.count(Proof.NONE))


def _of_cells(site: Site, path: str) -> Iterator[Proof]:
    """How far each cell of the tables of a sheet is proven."""
    for name, declared in site.original(path).tables.items():
        found = compared(site, path, name)
        agreed = found.agreed if found.is_compared and declared.source else 0
        yield from repeat(_level(found), agreed)
        yield from repeat(Proof.NONE, found.cells - agreed)
