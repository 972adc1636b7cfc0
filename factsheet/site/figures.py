"""A metric in one language: everything that is shown of it, and what machines are told."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from factsheet.content.catalogs import Catalog, phrases
from factsheet.content.kinds import Kind, kind_of
from factsheet.content.model import FORMS, Language, Metric, MetricWords, Source

BOUND_MESSAGES: Final = {
    "over": "over %(figure)s",
    "at-least": "at least %(figure)s",
    "about": "about %(figure)s",
    "nearly": "nearly %(figure)s",
    "up-to": "up to %(figure)s",
    "under": "under %(figure)s",
}
"""The catalogue messages, of context `bound`, that put a bound word to a figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A metric with its words in one language."""

    metric: Metric
    sheet: str
    """The path of the sheet that declares it."""
    language: str
    source: Source | None
    label: str
    label_language: str
    """The language of the label: the reference's where it has not been translated."""
    note: str | None
    text: str
    """Bound word, number and unit: what `{{ id }}` shows."""
    number: str
    full: str
    short: str
    size: str
    """The figure without its sign, for a change whose verb says the direction."""
    machine: str
    """The value for the HTML attribute."""

    @property
    def id(self) -> str:
        """The metric's identifier, the same in every language."""
        return self.metric.id

    @property
    def is_time(self) -> bool:
        """Whether the value is a date, and so stands in `<time>`."""
        return kind_of(self.metric).is_moment

    def form(self, name: str) -> str:
        """The text of a form: `number`, `full`, `short`, `label`, `size`, or the figure itself."""
        return str(getattr(self, name)) if name in FORMS else self.text


def make_figure(
    metric: Metric,
    words: MetricWords | None,
    *,
    fallback: tuple[str, MetricWords | None] = ("", None),
    sheet: str,
    source: Source | None,
    language: Language,
    catalog: Catalog,
) -> Figure:
    """Show a metric in a language; raises LosesDigits where its display is not exact.

    `fallback` is the reference language and its words: their label stands in for a missing one, their unit
    never.
    """
    own = words.label if words else None
    kind = kind_of(metric)
    unit = (words.unit if words else None) or worded(kind, language, catalog)
    forms = kind.show(metric, unit, language.numbers)
    size = kind.show(unsigned(metric), unit, language.numbers).text if metric.change else forms.text
    bound = BOUND_MESSAGES.get(metric.bound)

    def limited(text: str) -> str:
        return catalog.text(bound, "bound", figure=text) if bound else text

    return Figure(
        metric=metric,
        sheet=sheet,
        language=language.tag,
        source=source,
        label=own or (fallback[1].label if fallback[1] else None) or metric.id,
        label_language=language.tag if own or not (fallback[1] and fallback[1].label) else fallback[0],
        note=words.note if words else None,
        text=limited(forms.text),
        number=forms.number,
        full=forms.full,
        short=forms.short,
        size=limited(size),
        machine=kind.machine(metric.value),
    )


def unsigned(metric: Metric) -> Metric:
    """Give a change as a plain number: how large it is, whichever way it goes."""
    value = metric.value
    return replace(metric, change=False, value=abs(value) if isinstance(value, Decimal) else value)


def worded(kind: Kind, language: Language, catalog: Catalog) -> Mapping[str, str] | None:
    """Give the phrases of a kind whose unit is named in the catalogues, such as percentage points."""
    if kind.message is None:
        return None
    found = phrases(catalog, language.numbers, kind.message, kind.name)
    return {category: text.replace("%(number)s", "{n}") for category, text in found.items()}
