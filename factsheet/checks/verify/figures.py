"""Every visible figure says its machine value, and is the same in every language and format."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from fractions import Fraction
from typing import Final

from factsheet.checks.verify import readback
from factsheet.checks.verify.digests import PublishedContext
from factsheet.checks.verify.pages import PublishedFigure, PublishedPage
from factsheet.checks.verify.readback import says
from factsheet.checks.verify.records import KEYS, Right, Told, as_value
from factsheet.content.calculations import MOST_PARTS, MOST_STEPS, NoResult, in_steps, is_right, operation_of, result
from factsheet.content.kinds import KIND_BY_NAME
from factsheet.content.model import FORMS, SELECTIONS
from factsheet.content.targets import anchor_of, sheet_and_name
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.records import replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import found_in
from factsheet.l10n.reading.digits import Numeral

_MONEY_FORMS = frozenset({"text", "full", "short"})
_UNIT_FORMS = frozenset({"full", "short"})
"""The forms in which a quantity is written with the words of CLDR; a phrase of the sheet's own may stand for these."""


def agreed(every: Iterable[Told]) -> dict[str, Told]:
    """The telling of each figure that most data files give, by the figure's name; the first among equals."""
    by_name: dict[str, list[Told]] = {}
    for told in every:
        by_name.setdefault(told.name, []).append(told)
    return {
        name: max(tellings, key=lambda one: sum(other.facts == one.facts for other in tellings))
        for name, tellings in by_name.items()
    }


def data_agrees(every: Iterable[Told], by_name: Mapping[str, Told]) -> Iterator[Problem]:
    """Compare each figure of each data file with what most of them tell."""
    for told in every:
        known = by_name[told.name]
        for key in KEYS:
            if told.facts[key] != known.facts[key]:
                yield _differs(Place(told.file, told.line), told.name, key, told.facts[key], known)


def data_says(every: Iterable[Told], context: PublishedContext, right: set[Right]) -> Iterator[Problem]:
    """Read each text of each data file back; what has been read of the same facts before is `right` again."""
    for told in every:
        loc = context.locale(told.lang)
        if loc is None:
            continue
        for known in told.said:
            _, form, text, *_ = known
            if known in right:
                continue
            found = list(_said(loc, text, told.facts["value"], told, form, Place(told.file, told.line)))
            if not found:
                right.add(known)
            yield from found


def page_says(
    path: str,
    page: PublishedPage,
    every: Mapping[str, Told],
    sheets: Mapping[str, str],
    context: PublishedContext,
    right: AbstractSet[Right] = frozenset(),
    *,
    is_all: bool = True,
) -> Iterator[Problem]:
    """Read each figure and date of a page back, and compare its value with the data files.

    `sheets` gives the sheet that stands at an address; what a page says in the words of a data file is `right` there.
    Unless they are all figures that are told, one that names no sheet must be its page's.
    """
    sheet = sheets.get(page.canonical, "")
    for mark in page.marks:
        place = Place(path, mark.line, mark.column)
        told = _told(mark, sheet, every, is_all=is_all) if mark.metric else None
        if mark.form == "row":
            continue  # a name, which is compared with the table
        if mark.metric and told is None:
            yield report("V909", place, metric=mark.metric)
        form = mark.form or "text"
        if told is not None and form not in FORMS:
            shown = next((name for name, text in told.forms.items() if text == mark.text), "text")
            other = f"{told.file}:{told.line}"
            yield report("V905", place, key="form", metric=told.name, here=form, there=shown, other=other)
        if told is not None:
            is_same = mark.value == told.facts["value"]
            if is_same and (mark.lang, form, mark.text, *told.facts.values()) in right:
                continue
            if not (is_same or same_value(mark.value, told.facts["value"])):
                yield _differs(place, told.name, "value", mark.value, told)
        loc = context.locale(mark.lang)
        if loc is not None:
            yield from _said(loc, mark.text, mark.value, told, form, place)


def same_value(one: str, other: str) -> bool:
    """Tell whether two machine values are one: 12.50 and 12.5 are."""
    ends = [[as_value(end) or end for end in value.split("/")] for value in (one, other)]
    return ends[0] == ends[1]


def _told(mark: PublishedFigure, sheet: str, every: Mapping[str, Told], *, is_all: bool) -> Told | None:
    """What is told of a figure; one that names no sheet is its page's, or else any of that id."""
    where, own = sheet_and_name(mark.metric)
    name = f"{where or sheet}/{own}"
    if name in every or not is_all:
        return every.get(name)
    same = [told for told in every.values() if told.id == mark.metric]
    return next((told for told in same if same_value(told.facts["value"], mark.value)), next(iter(same), None))


def _said(loc: NumberLocale, text: str, value: str, told: Told | None, form: str, place: Place) -> Iterator[Problem]:
    kind = KIND_BY_NAME.get(told.facts["kind"]) if told else None
    own = kind.reads_back(loc, text, value) if kind else None
    if own is None:
        yield from _read(loc, text, value, told, form, place)
    elif not own:
        yield report("V904", place, text=text, value=value)


def _read(loc: NumberLocale, text: str, value: str, told: Told | None, form: str, place: Place) -> Iterator[Problem]:
    if form == "size":
        form, value = "text", value.removeprefix("-")
    if form == "words":
        spoken, form = {number for _, _, number in found_in(loc, text)}, "text"
        if spoken:
            yield from _spoken(loc, text, value, spoken, told, place)
            return
    if form == "rounded" and told is not None:
        told = _in_steps(told, value)
        form, value = "text", told.facts["value"]
    bound = told.facts["bound"] if told else "exact"
    kind = KIND_BY_NAME.get(told.facts["kind"]) if told else None
    unit = kind.unit_id(told.facts["measure"]) if told and kind else None
    beside = _beside(told, form) if told else ()
    if not says(loc, text, value, is_exact=bound == "exact", unit=unit, beside=beside):
        yield report("V904", place, text=text, value=value)
        return
    number = as_value(value)
    numeral = readback.numeral_of(loc, text, number, unit) if number is not None else None
    is_named = form in _MONEY_FORMS and readback.knows_points(loc)
    if numeral is not None and kind is not None and is_named and kind.is_in_points != numeral.points:
        yield report("V904", place, variant="unit", text=text, value=value, expected=kind.name)
    if told is not None and numeral is not None and not (kind and kind.is_time):
        yield from _qualified(loc, text, numeral, told, form, place)
        is_whole = as_value(told.facts["per"]) is None and bool(told.facts["per"])  # "mg/dl" is a unit of its own
        if unit and form in _UNIT_FORMS and not (numeral.is_measured or numeral.percent or is_whole):
            values = {"text": text, "value": value, "expected": unit}
            yield report("V904", place, variant="unit", **values)


def _spoken(
    loc: NumberLocale, text: str, value: str, spoken: AbstractSet[Decimal], told: Told | None, place: Place
) -> Iterator[Problem]:
    """Check a figure whose number is in words: the number is among those that are said, and so is its bound."""
    if as_value(value) not in spoken:
        yield report("V904", place, text=text, value=value)
    bound = told.facts["bound"] if told else "exact"
    if bound != "exact" and readback.knows_bound(loc, bound) and not readback.says_bound(loc, text, bound):
        yield report("V904", place, variant="bound", text=text, value=value, expected=bound, found="exact")


def _in_steps(told: Told, value: str) -> Told:
    """What is told of a figure in round numbers: its value and its bound are those of these."""
    number, step = as_value(value), as_value(told.round_to)
    if number is None or not step:
        return told
    round_value, bound = in_steps(number, told.facts["bound"], step)
    return replace(told, facts={**told.facts, "value": format(round_value, "f"), "bound": bound})


def _beside(told: Told, form: str) -> tuple[str, ...]:
    """The numbers that stand behind the value in a form: those of the estimate, and what the rate is per."""
    facts = told.facts
    rate = (facts["per"],) if as_value(facts["per"]) is not None and form != "number" else ()
    if form != "text":
        return rate
    return (*filter(None, (facts["out_of"], *facts["interval"].split("/"), facts["margin"])), *rate)


def _qualified(
    loc: NumberLocale, text: str, numeral: Numeral, told: Told, form: str, place: Place
) -> Iterator[Problem]:
    """Check the bound and the currency of a figure, as far as its form shows them and can be read."""
    values = {"text": text, "value": told.facts["value"]}
    bound, shown = told.facts["bound"], numeral.bound or "exact"
    shown = bound if shown == "exact" and readback.says_bound(loc, text, bound) else shown
    is_other = form == "text" and shown != bound
    if is_other and all(one == "exact" or readback.knows_bound(loc, one) for one in (bound, shown)):
        yield report("V904", place, variant="bound", expected=bound, found=shown, **values)
    currency = told.facts["currency"]
    named = numeral.currency if form in _MONEY_FORMS else None
    if currency and named and not readback.same_money(loc, currency, named):
        yield report("V904", place, variant="currency", expected=currency, found=named, **values)


def _differs(place: Place, name: str, key: str, here: str, known: Told) -> Problem:
    said = {"key": key, "metric": name, "here": here or "nothing", "there": known.facts[key] or "nothing"}
    return report("V905", place, **said, other=f"{known.file}:{known.line}")


# Every figure that is said to be computed from others is what they give, computed again from the published values.

_MOST: Final = 10_000
"""How many figures are looked at for one that is computed."""


def calculations_are_right(by_name: Mapping[str, Told]) -> Iterator[Problem]:
    """Report figures whose parts give another value, or are not published."""
    computed = [told for told in by_name.values() if told.facts["operation"]]
    if computed:
        by_name = {**{f"{told.sheet}/{anchor_of(told.id)}": told for told in by_name.values()}, **by_name}
    for told in computed:
        place, formula = Place(told.file, told.line), f"{told.facts['operation']} {told.facts['parts']}"
        try:
            exact, bounds = _again(told, by_name)
        except (KeyError, NoResult, ValueError):
            yield report("V910", place, variant="parts", metric=told.name, calculation=formula, value="")
            continue
        value = as_value(told.facts["value"])
        if value is None or not is_right(value, told.facts["bound"], exact, bounds):
            yield report("V910", place, metric=told.name, calculation=formula, value=told.facts["value"])


def _again(told: Told, by_name: Mapping[str, Told]) -> tuple[Fraction, list[str]]:
    """The exact value and the bounds of its parts; raises KeyError, ValueError and NoResult."""
    if told.facts["operation"] in SELECTIONS:
        return readback.selected(told, by_name), []
    exact = _Again(by_name).compute(told, MOST_STEPS)
    return exact, [by_name[name].facts["bound"] for name in told.facts["parts"].split(" ")]


class _Again:
    """Computes one figure from what is published, without its own value."""

    def __init__(self, by_name: Mapping[str, Told]) -> None:
        self._by_name = by_name
        self._looked_at = 0

    def compute(self, told: Told, steps: int) -> Fraction:
        """Give the exact value; raises KeyError, ValueError and NoResult."""
        self._looked_at += 1
        if steps < 0 or self._looked_at > _MOST:
            raise NoResult("deep")
        if told.facts["operation"] in SELECTIONS:
            return readback.selected(told, self._by_name)
        if not told.facts["operation"]:
            return Fraction(told.facts["value"])
        names = told.facts["parts"].split(" ")[: MOST_PARTS + 1]
        terms = [self.compute(self._by_name[name], steps - 1) for name in names]
        whole = KIND_BY_NAME[told.facts["kind"]].whole
        return result(operation_of(told.facts["operation"], whole), terms, whole)
