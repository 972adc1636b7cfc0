"""No number stands on a page outside of a figure, but for years, dates, literals and names."""

from collections.abc import Iterable, Iterator, Mapping

from factsheet.checks.verify.context import Context
from factsheet.checks.verify.pages import Page, Text
from factsheet.checks.verify.told import Told
from factsheet.content.kinds.saying import numerals
from factsheet.content.passages import literal_spans
from factsheet.content.passages.numerals import flattened
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import Numeral, is_likely_year
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report


def shown_texts(every: Iterable[Told], page: Page) -> dict[str, set[str]]:
    """The texts of figures by language: titles, links and drawings repeat them without an element."""
    shown: dict[str, set[str]] = {}
    for told in every:
        shown.setdefault(told.lang, set()).update(told.forms.values())
    for mark in page.marks:
        shown.setdefault(mark.lang, set()).add(mark.text)
    return shown


def no_bare_figures(path: str, page: Page, shown: Mapping[str, set[str]], context: Context) -> Iterator[Problem]:
    """Report numerals in the visible text of a page that no figure, literal or date accounts for."""
    for text in page.texts:
        loc = context.locale(text.lang)
        for numeral in _bare(loc, text, shown, context) if loc else ():
            yield report("V906", _place(path, text, numeral.start), numeral=numeral.text)


def _bare(loc: NumberLocale, text: Text, shown: Mapping[str, set[str]], context: Context) -> Iterator[Numeral]:
    every = [one for one in numerals(loc, text.text) if not one.word and not is_likely_year(one)]
    if not every:
        return
    allowed = context.literals.get(text.lang, ())
    flat = flattened(text.text)
    repeated = () if text.is_prose else [one for one in shown.get(text.lang, ()) if flattened(one) in flat]
    spans = literal_spans(text.text, (*allowed, *repeated))
    yield from (one for one in every if not any(start <= one.start and one.end <= end for start, end in spans))


def _place(path: str, text: Text, offset: int) -> Place:
    """Where a character of a text stands; the column is exact where no entity stands before it."""
    before = text.text[:offset]
    lines = before.count("\n")
    column = offset - before.rfind("\n") if lines else text.column + offset
    return Place(path, text.line + lines, column)
