"""Commands that read for you: `read` a text, `prove` the quotes, `verify` a published site."""

import argparse
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from factsheet.builder import plugins
from factsheet.builder.pipeline import Options, assemble, read_sources
from factsheet.checks.reading import Shown, blocks
from factsheet.checks.verify import verify
from factsheet.checks.verify.digests import read_published
from factsheet.cli.arguments import Command, source_options
from factsheet.cli.printing import complain, say, show, spoken, tally, tell_count
from factsheet.content.model import Metric
from factsheet.content.passages import literal_spans
from factsheet.content.sheets.store import file_of
from factsheet.content.statements import comparing
from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.reader import read as read_statements
from factsheet.core.patterns import regex
from factsheet.core.problems import Severity
from factsheet.core.records import dataclass
from factsheet.files.writing import write_sources
from factsheet.l10n import cldr, numbers
from factsheet.l10n.cldr import NumberLocale, UnknownLocale
from factsheet.site.proof import Evidence, Proof, evidence, points
from factsheet.site.receipts import RECEIPTS, Receipt, made, name_of, write_receipts
from factsheet.site.site import Site

# `read`: the statements that a reader sees in a text, block by block, as the checks see them.

# A statement in words, in the language of the terminal.

_NO_NUMBERS = frozenset((StatementKind.NAME, StatementKind.DATE, StatementKind.TIME))
BOUNDS: Mapping[str, str] = {
    "over": "over {number}",
    "at-least": "at least {number}",
    "about": "about {number}",
    "nearly": "nearly {number}",
    "under": "under {number}",
    "up-to": "up to {number}",
}
KINDS: Mapping[StatementKind, str] = {
    StatementKind.COUNT: "typed", StatementKind.DOUBT: "a year, a name or a count", StatementKind.YEAR: "a year",
    StatementKind.DATE: "a date", StatementKind.TIME: "a time", StatementKind.NAME: "a name",
    StatementKind.ORDINAL: "an ordinal", StatementKind.FRACTION: "a part", StatementKind.ROMAN: "a Roman numeral",
    StatementKind.MULTIPLE: "a multiple", StatementKind.AGE: "an age", StatementKind.DURATION: "a length of time",
    StatementKind.RATE: "what a rate is per",
}  # fmt: skip


def said(loc: NumberLocale, one: Statement) -> str:
    """Say in words what a statement says: "over 97,000,000, USD, of victims"."""
    if one.value is None or one.kind in _NO_NUMBERS:
        return spoken(KINDS[one.kind])
    number = one.text if one.text.isdecimal() else numbers.decimal(loc, one.value).text
    parts = [spoken(BOUNDS[one.bound], number=number) if one.bound else number]
    parts += [comparing.SHORT_UNITS.get(unit, unit) for unit in (one.currency, one.unit, one.conflict) if unit]
    parts += list(one.changes)
    parts += [spoken("with signs that belong to no number")] if one.odd else []
    parts += [spoken("of {nouns}", nouns=" ".join(one.nouns[:2]))] if one.nouns else []
    return ", ".join(parts)


_PARAGRAPH = regex(r"\n[ \t]*\n")
_MOST_BYTES = 1_000_000
_SENTENCE = 76


def _read(arguments: argparse.Namespace) -> int:
    """Print the statements of a file; 2 where it cannot be read."""
    path = Path(arguments.file)
    if not path.is_file() or path.stat().st_size > _MOST_BYTES:
        return complain("there is no text {file}", "name a file of at most 1 MB", file=arguments.file)
    if arguments.locale is None:
        return _sheet(Path(arguments.root), path)
    try:
        loc = cldr.locale(arguments.locale)
    except UnknownLocale:
        return complain(
            "CLDR does not know the language {tag}", "write a tag such as ro or pt-BR", tag=arguments.locale
        )
    text = path.read_text(encoding="utf-8", errors="replace")
    for block in _PARAGRAPH.split(text):
        _print(str(text.count("\n", 0, text.find(block)) + 1), block, loc, read_statements(loc, block))
    return 0


def _sheet(root: Path, path: Path) -> int:
    site, problems = assemble(root, read_sources(root), Options(drafts=True))
    if site is None:
        show(problems, root)
        return 2
    key = next((one for one in site.sheets if (root / file_of(one)).resolve() == path.resolve()), None)
    if key is None:
        return complain("{file} is no sheet of this site", "name the language of a text with --locale", file=path)
    _print_sheet(site, *key)
    return 0


def _print_sheet(site: Site, tag: str, path: str) -> None:
    literals = site.no_figures(tag, path)
    for block in blocks(site, tag, path):
        names = literal_spans(block.text, literals)
        loc = site.by_tag[tag].numbers
        _print(str(block.passage.start), block.text, loc, block.statements, block.shown, names)


def _print(
    place: str,
    text: str,
    loc: NumberLocale,
    statements: tuple[Statement, ...],
    shown: tuple[Shown, ...] = (),
    names: Iterable[tuple[int, int]] = (),
) -> None:
    if not statements:
        return
    line = " ".join(text.split())
    print(f"{place}  {line if len(line) <= _SENTENCE else line[: _SENTENCE - 1] + '…'}")
    width = max(len(one.text) for one in statements)
    for one in statements:
        print(f"    {one.text.ljust(width)}  {said(loc, one)}  ({_origin(one, shown, names)})")


def _origin(one: Statement, shown: tuple[Shown, ...], names: Iterable[tuple[int, int]]) -> str:
    if one.overlaps(names):
        return spoken("a literal")
    reference = shown[one.figure].reference if one.figure is not None else None
    if reference is not None:
        return spoken("the figure {figure}", figure=reference.target)
    return spoken(KINDS[one.kind])


# `prove`: look for every quote in the private texts, and keep what was found for machines without them.


def _prove(arguments: argparse.Namespace) -> int:
    """Write the receipts; 1 where a quote does not stand in its text, which `check` tells of."""
    root, options = Path(arguments.root), source_options(arguments)
    site, problems = assemble(root, read_sources(root), options)
    if site is None:
        show(problems, root)
        return 2
    examined = list(_examined(site))
    if not (at_hand := [one for one in examined if one.evidence.archive is not None]):
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


# `verify`: read a published site back, and compare every figure with every other telling of it.


def _verify(arguments: argparse.Namespace) -> int:
    """Verify a folder; 0 when every figure agrees."""
    folder = Path(arguments.folder)
    if not folder.is_dir():
        return complain(
            "there is no folder {folder}",
            "name the folder of a published site, such as public; `factsheet build` makes it",
            folder=arguments.folder,
        )
    if lacking := plugins.use_of(Path(arguments.root)):
        show(lacking, Path(arguments.root))
        return 2
    problems = verify(read_published(folder))
    show(problems, folder, capped=not arguments.all)
    if failed := any(problem.severity is Severity.ERROR for problem in problems):
        say("{tally}. The site is not as it should be.", tally=tally(problems))
    elif not arguments.quiet:
        say("Verified {folder}: every figure reads back to its value.", folder=arguments.folder)
    return 1 if failed else 0


COMMANDS = (Command("prove", _prove), Command("read", _read), Command("verify", _verify))
