"""`prove`: look for every quote in the private texts, and keep what was found for machines without them."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from factsheet.builder.pipeline import assemble, read_sources
from factsheet.cli.arguments import add_source_options, source_options
from factsheet.cli.printing import complain, show, tell_count
from factsheet.content.model import Metric
from factsheet.core.records import dataclass
from factsheet.files.writing import write_sources
from factsheet.site.proof import Evidence, Proof, evidence, points
from factsheet.site.receipts import RECEIPTS, Receipt, made, name_of, write_receipts
from factsheet.site.site import Site

NAME = "prove"
HELP = "look for every quote in the texts of the sources, and write proofs.lock"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add where the texts are, and the day."""
    add_source_options(parser, today="the day that the receipts name (default: today)")


def run(arguments: argparse.Namespace) -> int:
    """Write the receipts; 1 where a quote does not stand in its text, which `check` tells of."""
    root, options = Path(arguments.root), source_options(arguments)
    site, problems = assemble(root, read_sources(root), options)
    if site is None:
        show(problems, root)
        return 2
    examined = list(_examined(site))
    at_hand = [one for one in examined if one.evidence.archive is not None]
    if not at_hand:
        return complain("no text of a source is at hand", "name its folder with --sources")
    new = {one.name: one.receipt(str(options.today)) for one in at_hand if one.evidence.proof is Proof.FULL}
    missing = {one.name: one.evidence.receipt for one in examined if one.evidence.archive is None}
    kept = {name: receipt for name, receipt in missing.items() if receipt is not None}
    write_sources(root, {RECEIPTS: write_receipts({**kept, **new})})
    tell_count(
        "{count} figure stands in the text of its source. {file} says so now.",
        "{count} figures stand in the texts of their sources. {file} says so now.",
        len(new),
        file=RECEIPTS,
    )
    if len(new) < len(at_hand):
        complain("not every quote stands in its text", "run `check` to see which does not")
        return 1
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Examined:
    """A figure as it is, was or is confirmed, with the quote that says so."""

    name: str
    metric: Metric
    evidence: Evidence

    def receipt(self, day: str) -> Receipt:
        """The receipt; one that still holds keeps its day, so that nothing changes for nothing."""
        before, archive = self.evidence.receipt, self.evidence.archive
        is_same = before is not None and self.evidence.is_receipted
        return before if before and is_same else made(self.metric, archive.sha256 if archive else "", day)


def _examined(site: Site) -> Iterator[_Examined]:
    for path in site.every_path:
        for metric in site.original(path).metrics.values():
            every = [(metric, evidence(site, path, metric))]
            if second := metric.confirmed:
                every.append((second, evidence(site, path, second)))
            every += [(one.metric, one.evidence) for one in points(site, path, metric)]
            for one, found in every:
                if found.reading is not None:
                    yield _Examined(name=name_of(path, one), metric=one, evidence=found)
