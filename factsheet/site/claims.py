"""What is declared of a table against its cells: names that are there, groups, intervals, totals."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from factsheet.content.calculations import is_right, rounded
from factsheet.content.kinds.showing import machine_number
from factsheet.content.model import Table, TableWords, Total
from factsheet.content.tables import Grid
from factsheet.content.targets import CellTarget
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import counterpart, listed, nearest


def strangers(table: Table, words: TableWords | None, grid: Grid) -> Iterator[Problem]:
    """Report rows and columns that are named and not there."""
    place, total = table.place_of, table.total
    rows = [(row, one.place) for row, one in (words.rows if words else {}).items()]
    rows += [(row, place("highlight")) for row in table.highlight]
    columns = [(table.sort, place("sort"))] if table.sort and table.sort != grid.key else []
    if total is not None:
        rows += [(row, total.place) for row in (total.row, *total.of)]
        columns += [(column, total.place) for column in (*total.columns, total.weight) if column]
    for known, named in ((grid.rows, rows), (grid.columns, columns)):
        for name, at in named:
            if name not in known:
                values = {"table": table.id, "name": name[:60], "known": listed(known), "file": grid.file}
                near = nearest(name, known)
                other = None if near else counterpart(name, known, [one for one, _ in named])
                said = {"variant": "other", "other": other[:60]} if other else {}
                yield report("D118", at, near=near, **values, **said)


def apart(table: Table, words: TableWords | None, grid: Grid) -> Iterator[Problem]:
    """Report groups whose columns are not there, stand apart, or stand in another group as well."""
    columns, taken = list(grid.columns), set[str]()
    for group in words.groups if words else ():
        place = group.place_of("columns")
        strange = next((one for one in group.columns if one not in columns), None)
        if strange is not None:
            values = {"table": table.id, "name": strange[:60], "known": listed(columns)}
            yield report("D118", place, near=nearest(strange, columns), **values)
            continue
        at = sorted(columns.index(one) for one in set(group.columns))
        if not at or at != list(range(at[0], at[0] + len(at))) or taken & set(group.columns):
            yield report("D126", place, group=group.id)
        taken.update(group.columns)


def wrong_intervals(table: Table, grid: Grid) -> Iterator[Problem]:
    """Report intervals of which one end is missing, and such as do not hold their value."""
    for column in grid.columns:
        ends = table.columns[column].ends if column in table.columns else ()
        for row in grid.rows if ends and set(ends) <= grid.every_column.keys() else ():
            low, high = (number_in(grid, row, end) for end in ends)
            value = number_in(grid, row, column)
            if low is None and high is None:
                continue
            if low is not None and high is not None and low <= (low if value is None else value) <= high and low < high:
                continue
            at = ends[0] if (row, ends[0]) in grid.cells else column
            said = [machine_number(end) if end is not None else "?" for end in (low, high)]
            cell = str(CellTarget(table.id, row, column))
            yield report("D125", grid.place(row, at), cell=cell, low=said[0], high=said[1])


def wrong_total(table: Table, grid: Grid) -> Iterator[Problem]:
    """Report cells of the total that do not follow from the rows it is made of."""
    total = table.total
    if total is None or total.row not in grid.rows:
        return
    rows = total.of or tuple(row for row in grid.rows if row != total.row)
    for column, metric in grid.columns.items():
        if column == total.weight or (total.columns and column not in total.columns):
            continue
        declared, exact = number_in(grid, total.row, column), _aggregate(grid, total, rows, column)
        if declared is not None and exact is not None and not is_right(declared, metric.bound, exact, ()):
            digits = max(0, -int(declared.as_tuple().exponent))
            right = machine_number(rounded(exact, digits))
            cell = str(CellTarget(table.id, total.row, column))
            yield report("D117", grid.place(total.row, column), cell=cell, value=machine_number(declared), right=right)


def _aggregate(grid: Grid, total: Total, rows: tuple[str, ...], column: str) -> Fraction | None:
    """What the rows give together; None where one of them has no number."""
    values = [number_in(grid, row, column) for row in rows]
    weights = [number_in(grid, row, total.weight) if total.weight else Decimal(1) for row in rows]
    both = [(value, weight) for value, weight in zip(values, weights, strict=True) if value is not None]
    pairs = [(Fraction(value), Fraction(weight)) for value, weight in both if weight is not None]
    if len(pairs) < len(rows) or not pairs:
        return None
    amount = sum((value * weight for value, weight in pairs), Fraction(0))
    whole = sum((weight for _, weight in pairs), Fraction(0))
    return amount if total.aggregate == "sum" else amount / whole if whole else None


def number_in(grid: Grid, row: str, column: str) -> Decimal | None:
    """Give the number in a cell; None where there is none."""
    cell = grid.cells.get((row, column))
    return cell.value if cell and isinstance(cell.value, Decimal) else None
