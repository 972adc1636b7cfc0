"""The date that words of front matter say as seen from today: "yesterday", "last year", "in six months"."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from factsheet.checks.senses import words_said
from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.core.records import replace
from factsheet.l10n.cldr import NumberLocale, locale
from factsheet.l10n.reading.times import durations
from factsheet.site.site import Site

_MONTHS: Final = {"year": 12, "month": 1}
_DAYS: Final = {"week": 7, "day": 1}
_SECONDS: Final = 86400
_STEPS: Final = regex(r"([a-z]+)([-+]?[0-9])")


def with_dates(site: Site, tag: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give the findings of a sheet, those of a date in words with the date that the words say today."""
    for problem in problems:
        given = problem.given
        if problem.code == "F010" and not given["better"] and (today := site.today):
            own = next(language.numbers for language in site.languages if language.tag == tag)
            every = (_said(loc, given, today, problem.variant) for loc in (own, locale("en")))
            if better := next(filter(None, every), ""):
                yield replace(problem, variant="exact", values=tuple({**given, "better": better}.items()))
                continue
        yield problem


def _said(loc: NumberLocale, given: dict[str, str], today: date, variant: str) -> str:
    """The date in words of a language; a past one as exact as they are, where that may stand there, or none."""
    is_ahead = given["key"].endswith("recheck_by")
    if when := words_said(loc, given["value"]).get("when"):
        unit, steps = _STEPS.findall(str(when[0][0]))[0]
        months, days = int(steps) * _MONTHS.get(unit, 0), int(steps) * _DAYS.get(unit, 0)
    elif found := durations(loc, given["value"]):
        value, sign = found[0].value, 1 if is_ahead else -1
        unit, (length, seconds) = value.parts[-1][0], value.length
        months, days = sign * int(length), sign * int(seconds / _SECONDS)
    else:
        return ""
    from calendar import monthrange  # few builds ask

    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    day = date(year, month + 1, min(today.day, monthrange(year, month + 1)[1])) + timedelta(days)
    if unit == "day" or is_ahead:
        return str(day)
    exact = {"year": f"{day:%Y}", "month": f"{day:%Y-%m}", "week": f"{day:%G-W%V}"}
    return exact.get(unit, "") if variant == "moment" else ""
