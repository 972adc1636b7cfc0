"""A metric in one language: everything that is shown of it, and what machines are told."""

from dataclasses import dataclass
from typing import Final

from factsheet.content.catalogs import Catalog
from factsheet.content.kinds import kind_of
from factsheet.content.model import Language, Metric, MetricWords, Source

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
        """The text of a form: `number`, `full`, `short`, `label`, or the figure itself."""
        forms = {"number": self.number, "full": self.full, "short": self.short, "label": self.label}
        return forms.get(name, self.text)


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
    forms = kind.show(metric, words.unit if words else None, language.numbers)
    bound = BOUND_MESSAGES.get(metric.bound)
    return Figure(
        metric=metric,
        sheet=sheet,
        language=language.tag,
        source=source,
        label=own or (fallback[1].label if fallback[1] else None) or metric.id,
        label_language=language.tag if own or not (fallback[1] and fallback[1].label) else fallback[0],
        note=words.note if words else None,
        text=catalog.text(bound, "bound", figure=forms.text) if bound else forms.text,
        number=forms.number,
        full=forms.full,
        short=forms.short,
        machine=kind.machine(metric.value),
    )
