"""Dates as a page shows them, as exact as they are known."""

from datetime import date

from factsheet.content.model import Language
from factsheet.l10n import dates
from factsheet.l10n.stretches import Stretch
from factsheet.outputs.figure_views import Day


def day_view(language: Language, value: date | Stretch) -> Day:
    """A date in a language: a day, or a month, a quarter and the like by its name."""
    if isinstance(value, Stretch):
        iso = value.isoformat() if value.is_standard else ""
        return Day(iso=iso, text=dates.stretch(language.numbers, value))
    return Day(iso=value.isoformat(), text=dates.date(language.numbers, value, "long"))
