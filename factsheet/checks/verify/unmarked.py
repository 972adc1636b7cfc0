"""No number stands on a page outside of a figure, but for years, dates, literals and names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from factsheet.checks.verify.context import PublishedContext
from factsheet.checks.verify.pages import PublishedPage, PublishedText
from factsheet.checks.verify.records import Told
from factsheet.content.kinds.saying import numerals
from factsheet.content.passages import Literals
from factsheet.content.statements import StatementKind, read
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import Numeral, is_likely_year
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report

_FIGURES: Final = frozenset((StatementKind.COUNT, StatementKind.DOUBT, StatementKind.FRACTION, StatementKind.ROMAN))
"""What a number must be in its sentence to need an element: `check` leaves the others alone as well."""

Shown = Mapping[str, Literals]
"""The texts of figures by language: titles, links and drawings repeat them without an element."""


def shown_texts(every: Iterable[Told]) -> Shown:
    """The texts of all figures of a site."""
    return _by_language((told.lang, text) for told in every for text in told.texts)


def no_bare_figures(path: str, page: PublishedPage, shown: Shown, context: PublishedContext) -> Iterator[Problem]:
    """Report numerals in the visible text of a page that no figure, literal or date accounts for."""
    own = _by_language((mark.lang, mark.text) for mark in page.marks)
    for text in page.texts:
        loc = context.locale(text.lang)
        for numeral in _bare(loc, text, (shown, own), context) if loc else ():
            yield report("V906", _place(path, text, numeral.start), numeral=numeral.text)


def _by_language(texts: Iterable[tuple[str, str]]) -> Shown:
    found: dict[str, list[str]] = {}
    for tag, text in texts:
        found.setdefault(tag, []).append(text)
    return {tag: Literals(listed) for tag, listed in found.items()}


def _bare(
    loc: NumberLocale, text: PublishedText, shown: Iterable[Shown], context: PublishedContext
) -> Iterator[Numeral]:
    every = [one for one in numerals(loc, text.text) if not one.word and not is_likely_year(one)]
    if not every:
        return
    names = [one.digits for one in read(loc, text.text) if one.kind not in _FIGURES]
    known = [context.literals.get(text.lang), *([] if text.is_prose else [one.get(text.lang) for one in shown])]
    spans = [span for literals in known if literals for span in literals.spans(text.text)]
    for one in every:
        is_known = any(start <= one.start and one.end <= end for start, end in spans)
        if not is_known and not any(start <= one.start < end for start, end in names):
            yield one


def _place(path: str, text: PublishedText, offset: int) -> Place:
    """Where a character of a text stands; the column is exact where no entity stands before it."""
    before = text.text[:offset]
    lines = before.count("\n")
    column = offset - before.rfind("\n") if lines else text.column + offset
    return Place(path, text.line + lines, column)
