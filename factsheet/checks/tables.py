"""Tables: their files can be read, rows have names in every language, cells are those of the archive."""

from collections.abc import Collection, Iterator

from factsheet.checks.links import body_place, unknown_source
from factsheet.checks.references import mentioned, named, within
from factsheet.content.markup import Prose, Reference, alone
from factsheet.content.model import Sheet
from factsheet.content.passages import mentions
from factsheet.content.tables.dialect import MOST_CELLS
from factsheet.content.tables.grid import Grid
from factsheet.content.targets import EVERY, CellTarget, asks, block_of, cell_of, sheet_and_name
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.suggest import counterpart, listed, nearest
from factsheet.site.proof import Comparison, compared, compared_series
from factsheet.site.site import Site
from factsheet.site.tabulating import DataTable, points_of
from factsheet.site.wordings import needs_names, unknown_rows, unnamed_columns, unnamed_rows

_PARTED = regex(r"(?P<table>[\w-]+)[ \t]*[\[({<](?P<row>[^\s,;:|.]+)[\s,;:|.]+(?P<column>[^\s,;:|.\])}>]+)[\])}>]?")
"""A cell whose row and column are parted by another sign than a comma, or that stand in other brackets."""
_ADDRESS = regex(r"(?P<table>[\w-]+)\[(?P<column>[B-Z])(?P<row>[2-9]|[1-9][0-9]{1,3})\]")
"""The address of a cell in a spreadsheet, whose first row and first column hold names."""


def tables_can_be_read(site: Site) -> Iterator[Problem]:
    """Report what is wrong with the files of tables, and with what is declared of them."""
    for sheet, table in _tables(site):
        yield from table.problems
        source = table.declared.source
        if source is not None and source not in sheet.sources:
            yield unknown_source(table.declared.place_of("source"), source, sheet.sources)
    yield from _overfull(site)
    for _, table in _series(site):
        yield from (*table.problems, *points_of(table)[1])


def _overfull(site: Site) -> Iterator[Problem]:
    """Report the table with which a sheet has more cells than one may have; the first alone tells."""
    held: dict[str, int] = {}
    for sheet, table in _tables(site):
        before = held.get(sheet.path, 0)
        held[sheet.path] = before + len(table.grid.cells)
        if before <= MOST_CELLS < held[sheet.path]:
            values = {"cells": held[sheet.path], "most": MOST_CELLS}
            yield report("D104", table.declared.place, variant="sheet", **values)


_ID = regex(r"[a-z][a-z0-9_-]*")
"""A name of a row that is no word for readers."""


def rows_have_names(site: Site) -> Iterator[Problem]:
    """Report rows without a name, of a kind that CLDR names or in a language that gives none, and columns without."""
    for sheet, table in _tables(site):
        name = table.declared.id
        yield from unnamed_rows(table, sheet.table_words.get(name), site.reference)
        if not _is_misread(site, sheet, table):
            yield from unnamed_columns(table, sheet.table_words.get(name), site.reference)
        own = sheet.table_words[name].rows if name in sheet.table_words else {}
        bare = [row for row in table.grid.rows if row not in own] if own and not table.declared.names else []
        if 0 < len(bare) < len(own) and all(_ID.fullmatch(row) for row in bare):
            values = {"table": name, "language": site.reference.name}
            yield report("D120", table.declared.place_of("rows"), variant="bare", rows=listed(bare), **values)
        for translation in site.translations(sheet.path) if needs_names(table) else ():
            words = translation.table_words.get(name)
            values = {"table": name, "language": site.by_tag[translation.language].name}
            if words is None or not words.rows:
                yield report("D120", words.place if words else translation.place_of("tables"), **values)
            elif lacking := [row for row in own if row in table.grid.rows and row not in words.rows]:
                strange = next((row for row in words.rows if row not in table.grid.rows), "")
                if near := nearest(strange, lacking):
                    yield report("D118", words.rows[strange].place, near=near, table=name, name=strange)
                else:
                    yield report("D120", words.place, variant="some", rows=listed(lacking), **values)


def _is_misread(site: Site, sheet: Sheet, table: DataTable) -> bool:
    """Whether none of the rows is known, so that what names them must be corrected first."""
    unknown = unknown_rows(table, sheet.table_words.get(table.declared.id), site.reference)
    return len(unknown) == len(table.grid.rows) > 1


def cells_are_proven(site: Site) -> Iterator[Problem]:
    """Report cells that differ from the publisher's own file, and each table that has none."""
    for table, found, of in _compared(site):
        yield from found.problems
        if table.grid.cells and not table.is_refused:
            yield from _unproven(site, table, found, of)


def _unproven(site: Site, table: DataTable, found: Comparison, of: str) -> Iterator[Problem]:
    """Report a table that nothing proves, and one of which the quoted rows say a part."""
    declared, cells = table.declared, found.cells
    if declared.archive is not None and declared.archive == declared.file:
        variant, key = "own", "archive"
    elif declared.source is None:
        variant, key = "source", "file"
    elif found.quote and found.agreed < cells and not found.problems:
        variant, key, cells = "part", "quote", cells - found.agreed
    elif found.is_compared:
        return
    elif declared.archive and site.archives.is_lost(f"{declared.archive}#"):
        variant, key = "lost", "archive"
    else:
        variant, key = of, "file"
    if variant not in {"", "series"} or declared.archive is None:
        values = {"cells": cells, "table": declared.id, "file": declared.archive or ""}
        yield report("D123", declared.place_of(key), variant=variant, **values)


def references_to_tables_resolve(site: Site) -> Iterator[Problem]:
    """Report tables, cells and charts that are mentioned and not there, and tables and charts inside a sentence."""
    for (tag, path), sheet in site.sheets.items():
        if (site.settings.reference, path) not in site.sheets:
            continue
        prose = site.prose[tag, path]
        shown, twice = alone(prose), _repeated(prose)
        for index, one in enumerate(prose.references):
            if not one.in_code:
                place = body_place(sheet, one.offset)
                yield from _reference(site, sheet, one, place, is_alone=index in shown)
                if index in twice:
                    yield report("R522", place, variant="twice", written=f"{{{{ {one.target} }}}}")
        for text in sheet.texts():
            for one in mentions(text):
                yield from _reference(site, sheet, one, text.place, is_alone=None)
    for path in site.paths:
        original = site.original(path)
        for target, place in named(original):
            yield from _cell(site, original, target, place)


def _reference(site: Site, sheet: Sheet, one: Reference, place: Place, *, is_alone: bool | None) -> Iterator[Problem]:
    """A table, a chart or a cell that a text mentions; `is_alone` is None in front matter."""
    block = block_of(one.target)
    if block is None:
        yield from _cell(site, sheet, one.target, place)
        return
    original, name = site.original(sheet.path), block.name
    is_table = block.kind == "table"
    known = list(original.table_words) if is_table else [chart.id for chart in original.charts]
    if name not in known:
        values = {block.kind: name, "known": listed(known) or "none"}
        values |= _meant(site, sheet, name, known, block.kind)
        yield report("R520" if is_table else "R524", within(sheet, place, name), **values)
    elif not is_alone:
        variant = "where" if is_alone is None else ""
        yield report("R522", place, variant=variant, written=f"{{{{ {one.target} }}}}")
    elif one.form:
        yield report("R522", place, variant="form", written=f"{{{{ {one.target} }}}}", form=one.form)


def _meant(site: Site, sheet: Sheet, name: str, known: Collection[str], kind: str) -> dict[str, str]:
    """The table or chart that a name was most likely meant as: a close one, or the only one that no text mentions.

    That one was given its name later, so that all mentions are one slip: the original's is told.
    """
    near = nearest(name, known)
    if near:
        return {"near": near}
    original, translations = site.original(sheet.path), site.translations(sheet.path)
    used = [name for one in (original, *translations) for name in _named(site, one, kind)]
    lacking = set(known).intersection(used).difference(_named(site, sheet, kind))
    if len(lacking) == 1:
        return {"near": lacking.pop()}
    renamed = counterpart(name, known, used)
    return {"near": renamed, "original": original.file} if renamed else {}


def _named(site: Site, sheet: Sheet, kind: str) -> Iterator[str]:
    """The tables or charts that a sheet mentions."""
    for target, _, _ in mentioned(sheet, site.prose[sheet.language, sheet.path]):
        block, cell = block_of(target), cell_of(target)
        if block is not None and block.kind == kind:
            yield block.name
        elif cell is not None and kind == "table":
            yield cell.table


def _repeated(prose: Prose) -> frozenset[int]:
    """The references that put a chart into a text which has it already: its parts have ids."""
    every = [(index, block_of(prose.references[index].target)) for index in sorted(alone(prose))]
    placed = [(index, block) for index, block in every if block and block.kind == "chart"]
    first = {block: index for index, block in reversed(placed)}
    return frozenset(index for index, block in placed if first[block] != index)


def _no_cell(site: Site, path: str, target: str, place: Place) -> Problem:
    """The finding for what looks like a cell and is none, or like the address of one in a spreadsheet."""
    found, at = _PARTED.fullmatch(target), _ADDRESS.fullmatch(target)
    is_known = found is not None and found["table"] in site.original(path).tables
    near = "{table}[{row}, {column}]".format_map(found.groupdict()) if found and is_known else None
    if at and (table := site.table(path, at["table"])):
        rows, columns = (
            list(table.grid.rows)[int(at["row"]) - 2 :],
            list(table.grid.columns)[ord(at["column"]) - ord("B") :],
        )
        near = f"{table.declared.id}[{rows[0]}, {columns[0]}]" if rows and columns else near
    return report("R501", place, near=near, target=target, known="cells as table[row, column]")


def _cell(site: Site, sheet: Sheet, target: str, place: Place) -> Iterator[Problem]:
    where, name = sheet_and_name(target)
    cell, path = cell_of(name), where or sheet.path
    if asks(name):
        return  # said where what is asked is checked
    if cell is None or (site.settings.reference, path) not in site.sheets:
        if "[" in target:
            yield _no_cell(site, path, target, place)
        return
    table = site.table(path, cell.table)
    if table is None and cell.table in site.original(path).table_words:
        return  # its declaration was refused, which has been said
    if table is None:
        known = site.original(path).tables
        values = {"table": cell.table, "known": listed(known) or "none"}
        yield report("R520", place, **values, **_meant(site, site.original(path), cell.table, known, "table"))
        return
    grid = table.grid
    for one, known_names in ((cell.row, grid.rows), (cell.column, grid.columns)):
        if not table.is_refused and one not in {*known_names, EVERY}:
            words = site.wordings(sheet.language, path, cell.table)
            meant = words.meant(one, known_names) if words else None
            near = _cell_meant(cell, grid, meant, is_row=known_names is grid.rows)
            values = {"table": cell.table, "name": one, "known": listed(known_names)}
            yield report("R521", within(sheet, place, one), near=near, **values)
            return
    found = grid.cells.get((cell.row, cell.column))
    if found is not None and found.value is None:
        yield report("R523", place, cell=str(cell), mark=found.mark)


def _cell_meant(cell: CellTarget, grid: Grid, meant: str | None, *, is_row: bool) -> str | None:
    """The cell as its reference was most likely meant: with the name that is `meant`, or with both names exchanged."""
    row, column = (meant, cell.column) if is_row else (cell.row, meant)
    if cell.row in grid.columns and cell.column in grid.rows:
        meant, row, column = cell.column, cell.column, cell.row
    return meant and f"{cell.table}[{row}, {column}]"


def _compared(site: Site) -> Iterator[tuple[DataTable, Comparison, str]]:
    """Each table and each file of earlier values, a `series`, that can be compared, with what comparing it gave."""
    for sheet, table in _tables(site):
        if not _is_misread(site, sheet, table):
            yield table, compared(site, sheet.path, table.declared.id), ""
    for path, table in _series(site):
        if not points_of(table)[1]:
            yield table, compared_series(site, path, table.declared.id), "series"


def _series(site: Site) -> Iterator[tuple[str, DataTable]]:
    for path in site.paths:
        for name in site.original(path).metrics:
            table = site.series(path, name)
            if table is not None:
                yield path, table


def _tables(site: Site) -> Iterator[tuple[Sheet, DataTable]]:
    for path in site.paths:
        sheet = site.original(path)
        for name in sheet.tables:
            table = site.table(path, name)
            if table is not None:
                yield sheet, table
