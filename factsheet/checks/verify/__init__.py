"""Reading a published site back, as a stranger would: from its pages and data files alone."""

from collections.abc import Collection, Mapping

from factsheet.checks.verify.digests import FILE, LIST, files_are_as_published, read_context
from factsheet.checks.verify.drawings import drawings_agree
from factsheet.checks.verify.edited import of_reached
from factsheet.checks.verify.figures import agreed, calculations_are_right, data_agrees, data_says, page_says
from factsheet.checks.verify.linked import books_agree, charts_tell, linked_data_agrees, read_tables
from factsheet.checks.verify.pages import read_page
from factsheet.checks.verify.pictured import pictures_agree
from factsheet.checks.verify.readback import no_bare_figures, rows_are_right, shown_texts
from factsheet.checks.verify.records import Right, read_told, sheet_addresses
from factsheet.core.problems import Problem

__all__ = ["LIST", "of_reached", "read_back", "verify"]


def verify(files: Mapping[str, bytes]) -> list[Problem]:
    """Verify a published site, given as its files by their paths; findings are in the order of the files."""
    found = {*files_are_as_published(files), *read_back(files)}
    return sorted(found, key=lambda problem: problem.sort_key)


def read_back(
    files: Mapping[str, bytes],
    known: Collection[str] = frozenset(),
    told: tuple[Mapping[str, bytes], Mapping[str, bytes]] | None = None,
) -> list[Problem]:
    """Read every figure back and compare all tellings of it, whatever the digests say.

    What data files say that are `known`, as they have been read back before, is compared and not read again. `told` is
    what `of_reached` gives: what data files tell of some sheets, and what of it has been read back before.
    """
    context = read_context(files.get(FILE))
    figures, unread = read_told(told[0] if told else files)
    tables, unread_tables = read_tables(files)
    every, problems = [*figures, *tables], [*unread, *unread_tables]
    by_name = agreed(every)
    problems.extend(data_agrees(every, by_name))
    problems.extend(charts_tell(files, every))
    problems.extend(pictures_agree(files, context))
    right: set[Right] = {one for known_told in read_told(told[1])[0] for one in known_told.said} if told else set()
    right.update(one for told in every if told.file in known for one in told.said)
    problems.extend(data_says((told for told in every if told.file not in known), context, right))
    problems.extend(calculations_are_right(by_name))
    problems.extend(books_agree(files, {problem.place.path for problem in problems}))
    cells = {(told.lang, told.name): told for told in every if told.row}
    by_url = {told.url: told for told in figures}
    shown = shown_texts(figures)
    sheets = sheet_addresses(figures)
    for path in sorted(files):
        if path.endswith(".html") and path not in context.copied:
            html = files[path].decode("utf-8", errors="replace")
            page = read_page(html)
            problems.extend(page_says(path, page, by_name, sheets, context, right, is_all=not told))
            problems.extend(rows_are_right(path, page, by_name, cells, sheets.get(page.canonical, "")))
            problems.extend(linked_data_agrees(path, page, by_url))
            problems.extend(drawings_agree(path, html, context))
            problems.extend(no_bare_figures(path, page, shown, context))
    return problems
