"""`read`: the statements that a reader sees in a text, block by block, as the checks see them."""

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path

from factsheet.builder.pipeline import Options, assemble, read_sources
from factsheet.checks.reading import Shown, blocks
from factsheet.cli.printing import complain, show, spoken
from factsheet.content.passages import literal_spans
from factsheet.content.sheets.store import file_of
from factsheet.content.statements import comparing
from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.reader import read as read_statements
from factsheet.core.patterns import regex
from factsheet.l10n import cldr, numbers
from factsheet.l10n.cldr import NumberLocale, UnknownLocale
from factsheet.site.site import Site

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


NAME = "read"
HELP = "show what is read in a text: every number, and what it says"

_PARAGRAPH = regex(r"\n[ \t]*\n")
_MOST_BYTES = 1_000_000
_SENTENCE = 76


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file and its language."""
    parser.add_argument("file", metavar="FILE", help="a sheet of the site, or any other text")
    parser.add_argument("--locale", metavar="TAG", help="the language of a text that is no sheet")


def run(arguments: argparse.Namespace) -> int:
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
