"""Dates as a page shows them, as exact as they are known."""

from datetime import date
from decimal import Decimal

from markupsafe import Markup

from factsheet.content.metric import Moment
from factsheet.content.model import Language
from factsheet.l10n import dates
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.stretches import Stretch
from factsheet.outputs.figure_views import DayView


def day_view(language: Language, value: date | Stretch) -> DayView:
    """A date in a language: a day, or a month, a quarter and the like by its name."""
    if isinstance(value, Stretch):
        iso = value.isoformat() if value.is_standard else ""
        return DayView(iso=iso, text=dates.stretch(language.numbers, value))
    return DayView(iso=value.isoformat(), text=dates.date(language.numbers, value, "long"))


def short_name(loc: NumberLocale, when: Moment) -> str:
    """A time as it stands beside a value of it: a year, a day, a month and the like, in few letters."""
    if isinstance(when, Stretch):
        return dates.stretch(loc, when, short=True)
    if isinstance(when, Decimal):
        return dates.year(loc, int(when))
    return dates.date(loc, when, "medium")


def dated(name: str, when: Moment) -> Markup:
    """The name of a time, as readable for machines as the value it had; HTML has no way to write a quarter."""
    if isinstance(when, Stretch) and not when.is_standard:
        return Markup('<data value="{}">{}</data>').format(when, name)
    return Markup('<time datetime="{}">{}</time>').format(when, name)
