"""What is shown is read back by the rules of its language, and what a table was asked is answered again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from factsheet.checks.verify.digests import PublishedContext
from factsheet.checks.verify.pages import PublishedPage, PublishedText
from factsheet.checks.verify.records import Told, as_value
from factsheet.content.calculations import COMPARISONS
from factsheet.content.kinds.dating import is_written, says_dates, says_span, says_stretch, year_said
from factsheet.content.kinds.quotes import numerals
from factsheet.content.passages import Literals
from factsheet.content.statements.comparing import StatementKind
from factsheet.content.statements.reader import read
from factsheet.content.targets import EVERY, CellTarget, Question, cell_of, question_of, sheet_and_name
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.l10n import dates as dates_of
from factsheet.l10n.cldr import NumberLocale, currency_narrow
from factsheet.l10n.iso8601 import parse_day, parse_stretch
from factsheet.l10n.reading.digits import Numeral, is_likely_year, is_year_like
from factsheet.l10n.reading.language import language
from factsheet.l10n.reading.stretches import written_dates

# Does a visible text say a machine value? It is read back by the rules of its language.

_MOMENT: Final = regex(r"(\d{4}-\d{2}-\d{2})T[\d:.+Z-]+")
_NUMBER: Final = regex(r"-?\d+(?:\.\d+)?")
_OF_THE_TOOL: Final = "en"


def says(
    loc: NumberLocale,
    text: str,
    value: str,
    *,
    is_exact: bool = True,
    unit: str | None = None,
    beside: Sequence[str] = (),
) -> bool:
    """Tell whether the text gives the value: a number, a date, or two of them with a slash between.

    A figure that is not exact may be rounded to the last digit shown. No other numeral may stand in the text
    but those of `beside`, in their order. `unit` is the id of the CLDR unit that the figure is in.
    """
    ends = [value] if parse_stretch(value) else value.split("/")
    stretches = [parse_stretch(end) for end in ends]
    if len(stretches) > 1 and stretches[0] and stretches[-1] and stretches[0].unit == "month":
        return says_span(loc, text, stretches[0].first, stretches[-1].last)
    if not 1 <= len(ends) <= 2:  # noqa: PLR2004 - the two ends of a span
        return False
    if all(_NUMBER.fullmatch(end) for end in ends):
        every = _without(numerals(loc, text, unit), [Decimal(one) for one in beside])
        if every is None:
            return False
        values = [Decimal(end) for end in ends]
        return _says_numbers(loc, text, _of_figure(loc, text, every, values), values, is_exact=is_exact)
    days = [parse_day(end) for end in ends]
    if len(days) > 1 and days[0] and days[1] and says_span(loc, text, days[0], days[1]):
        return True
    return all(_says_date(loc, text, _MOMENT.sub(r"\1", end)) for end in ends)


def _without(every: Sequence[Numeral], beside: Sequence[Decimal]) -> Sequence[Numeral] | None:
    """The numerals but those of `beside`, at the end of the text or, in Japanese, its beginning; None without them."""
    for first in range(min(1, len(beside)) + 1):
        last = len(every) - len(beside) + first
        if [one.value for one in (*every[last:], *every[:first])] == list(beside):
            return every[first:last]
    return None


_ASIDES: Final = frozenset((StatementKind.RATE, StatementKind.AGE, StatementKind.NAME))


def _of_figure(loc: NumberLocale, text: str, every: Sequence[Numeral], values: Sequence[Decimal]) -> Sequence[Numeral]:
    """The numerals but those that the words of a unit bring: "per 100,000 people", "people aged 65 and over"."""
    if len(every) <= len(values):
        return every
    asides = [one.digits for one in read(loc, text) if one.kind in _ASIDES]
    return [one for one in every if one.value in values or not any(one.start in range(*span) for span in asides)]


def numeral_of(loc: NumberLocale, text: str, value: Decimal, unit: str | None) -> Numeral | None:
    """The numeral of a text that gives a value, or the first one where none does so to the digit."""
    every = numerals(loc, text, unit)
    return next((one for one in every if one.value == value), next(iter(every), None))


def same_money(loc: NumberLocale, one: str, other: str) -> bool:
    """Tell whether two currencies are one, or share the sign by which the text names them."""
    return one == other or currency_narrow(loc, one) == currency_narrow(loc, other)


def knows_bound(loc: NumberLocale, bound: str) -> bool:
    """Tell whether words for a bound are known in the language, so that their absence means something."""
    prose = language(loc.code)
    phrases = (*prose.bounds.get(bound, ()), *prose.bounds_after.get(bound, ()))
    return any(character.isalpha() for phrase in phrases for character in phrase)


def knows_points(loc: NumberLocale) -> bool:
    """Tell whether words for percentage points are known in the language."""
    return bool(language(loc.code).points)


def says_bound(loc: NumberLocale, text: str, bound: str) -> bool:
    """Tell whether a figure's text begins or ends with words for a bound, its noun between them and the number.

    A language that has no catalogue shows the words of the tool, which are English.
    """
    own, folded = language(loc.code), text.casefold()
    before = (*own.bounds.get(bound, ()), *language(_OF_THE_TOOL).bounds.get(bound, ()))
    begins = any(folded.startswith(phrase.casefold()) for phrase in before)
    return begins or any(folded.endswith(phrase.casefold()) for phrase in own.bounds_after.get(bound, ()))


def _says_numbers(
    loc: NumberLocale, text: str, read: Sequence[Numeral], values: list[Decimal], *, is_exact: bool
) -> bool:
    every = [one for one in read if not one.word] or list(read)
    if not every:
        return False
    found = {value for value in values if any(_fits(one, value, is_exact=is_exact) for one in every)}
    if found == set(values):
        return all(any(_fits(one, value, is_exact=is_exact) for value in values) for one in every)
    years = {year_said(mention.value) for mention in written_dates(loc, text)}
    return bool(years) and all(value in years for value in values)


def _fits(numeral: Numeral, value: Decimal, *, is_exact: bool) -> bool:
    return numeral.value == value or (not is_exact and abs(numeral.value - value) * 2 <= numeral.ulp)


def _says_date(loc: NumberLocale, text: str, value: str) -> bool:
    stretch, day = parse_stretch(value), parse_day(value)
    if stretch is not None and stretch.unit == "month":
        month = (stretch.first.year, stretch.first.month)
        forms = (dates_of.stretch(loc, stretch, short=short) for short in (False, True))
        return month in {mention.value for mention in written_dates(loc, text)} or is_written(loc, text, forms)
    if stretch is not None and stretch.unit != "year":
        return says_stretch(loc, text, stretch)
    if day is not None:
        return says_dates(loc, text, [day]).mismatch is None
    return value.isdecimal() and any(is_year_like(one) and one.value == Decimal(value) for one in numerals(loc, text))


# No number stands on a page outside of a figure, but for years, dates, literals and names.

_FIGURES: Final = frozenset((StatementKind.COUNT, StatementKind.FRACTION, StatementKind.ROMAN))
"""What a number must be in its sentence to need an element: the others `check` leaves alone, or only warns of."""

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
    names = [one.digits for one in read(loc, text.text) if one.kind not in _FIGURES or one.lone]
    known = [context.literals.get(text.lang), *([] if text.is_prose else [one.get(text.lang) for one in shown])]
    spans = [span for literals in known if literals for span in literals.spans(text.text)]
    for one in every:
        is_known = any(start <= one.start and one.end <= end for start, end in spans)
        if not is_known and not any(one.start in range(*span) for span in names):
            yield one


def _place(path: str, text: PublishedText, offset: int) -> Place:
    """Where a character of a text stands; the column is exact where no entity stands before it."""
    before = text.text[:offset]
    lines = before.count("\n")
    column = offset - before.rfind("\n") if lines else text.column + offset
    return Place(path, text.line + lines, column)


# What a table was asked, answered again from its published cells: the id of such a figure says the question.


def selected(told: Told, by_name: Mapping[str, Told]) -> Fraction:
    """Answer a question over whole columns again; raises ValueError and KeyError where it cannot be answered."""
    asked = question_of(told.id)
    if asked is None or told.facts["operation"] != f"{asked.name}_of":
        raise ValueError(told.id)
    values = _values(asked, told.sheet, by_name)
    if asked.name in {"max", "min"}:
        return Fraction((max if asked.name == "max" else min)(values.values()))
    if asked.condition is not None:
        return Fraction(sum(COMPARISONS[asked.condition.sign](one, asked.condition.number) for one in values.values()))
    return Fraction(1 + sum(one > values[asked.cell] for one in values.values()))


def _values(asked: Question, sheet: str, by_name: Mapping[str, Told]) -> dict[CellTarget, Decimal]:
    """The published numbers of the columns that a question is about, without those of the total."""
    found: dict[CellTarget, Decimal] = {}
    for told in by_name.values():
        cell = cell_of(told.id) if told.sheet == sheet and not told.is_total else None
        if cell is None or cell.table != asked.table or asked.column not in {cell.column, EVERY}:
            continue
        if (value := as_value(told.facts["value"])) is not None:
            found[cell] = value
    return found


def rows_are_right(
    path: str, page: PublishedPage, by_name: Mapping[str, Told], every: Mapping[tuple[str, str], Told], sheet: str
) -> Iterator[Problem]:
    """Report names of rows on a page that do not hold the greatest or least value which they are said to hold.

    `every` gives the cells by language and name.
    """
    for mark in page.marks:
        if mark.form != "row":
            continue
        where, name = sheet_and_name(mark.metric)
        asked, where = question_of(name), where or sheet
        told = by_name.get(f"{where}/{name}")
        if asked is None or told is None:
            yield report("V909", Place(path, mark.line, mark.column), metric=mark.metric)
            continue
        columns = {cell.column for cell in _values(asked, where, by_name)}
        cells = [every.get((mark.lang, f"{where}/{CellTarget(asked.table, mark.value, column)}")) for column in columns]
        held = [one for one in cells if one and not one.is_total and one.facts["value"] == told.facts["value"]]
        if not any(one.row == mark.text for one in held):
            values = {"text": mark.text, "value": f"{told.id} {told.facts['value']}"}
            yield report("V904", Place(path, mark.line, mark.column), **values)
