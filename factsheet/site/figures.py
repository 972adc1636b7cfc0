"""A metric in one language: everything that is shown of it, and what machines are told."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from factsheet.content.calculations import in_round_numbers
from factsheet.content.catalogs import Catalog, fill, phrases
from factsheet.content.kinds import Kind, kind_of
from factsheet.content.model import FORMS, Language, Metric, MetricWords, Source
from factsheet.content.statements.language import sentences
from factsheet.core.records import dataclass, replace
from factsheet.l10n import cldr, numbers
from factsheet.l10n.numbers import UnitWidth, genders_of

PER_MESSAGES: Final = ("%(figure)s per %(number)s", "%(figure)s per person")
SCORE_MESSAGES: Final = ("%(number)s out of %(most)s",)
"""The messages that say what a rate is per and what a score is out of."""

ORDINAL_MESSAGES: Final = {
    "one": "%(number)sst",
    "two": "%(number)snd",
    "few": "%(number)srd",
    "many": "%(number)sth",
    "other": "%(number)sth",
}
"""The messages for a rank, by the category of the ordinal (CLDR); Romanian has one for all: “locul 3”."""

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
    measured: str
    """The same without the bound word, unless that stands inside a phrase."""
    number: str
    full: str
    short: str
    size: str
    """The figure without its sign, for a change whose verb says the direction."""
    rounded: str
    """The figure in round numbers, with the bound that is true of these."""
    in_words: Mapping[str, str]
    """The figure with its number in words, by the gender of its noun; nothing where it cannot be said so."""
    genders: tuple[str, ...]
    """The genders that its noun may have: the declared one, or those in which it says two; none if nothing is said."""
    machine: str
    """The value for the HTML attribute."""
    scales: tuple[int, int]
    """The powers of ten of the scale words in the text and in the short form; 0 without one."""
    is_small: bool = False
    """Whether the house style has texts say it in words."""
    row: str = ""
    """What the row of a table is called that holds this greatest or least value; empty for other figures."""
    row_key: str = ""
    """The row as its file names it."""

    @property
    def id(self) -> str:
        """The metric's identifier, the same in every language."""
        return self.metric.id

    @property
    def anchor(self) -> str:
        """The id of its element, at which links point."""
        return self.metric.anchor

    @property
    def is_time(self) -> bool:
        """Whether the value is a date, and so stands in `<time>`."""
        return kind_of(self.metric).is_html_time(self.metric.value)

    def in_style(self, words_to: int | None) -> "Figure":
        """The figure as texts of a house style show it that says what is counted in words up to a number."""
        metric, value = self.metric, self.metric.value
        if words_to is None or not self.in_words or not isinstance(value, Decimal) or value > words_to:
            return self
        return replace(self, is_small=kind_of(metric).is_spelled and metric.per is None)

    @property
    def words(self) -> str | None:
        """The figure in words; None where it has none, or where they follow a gender that is not known."""
        said = [self.in_words.get(gender) for gender in self.genders or self.in_words]
        return said[0] if said and len(set(said)) == 1 else None

    def asked(self, form: str) -> str:
        """The form that a reference in a text shows: a small number in words, where the house style has it so."""
        return "words" if self.is_small and not form else form

    def form(self, name: str) -> str:
        """The text of a form: `number`, `full`, `short` and the like, or the figure itself."""
        return str((getattr(self, name) if name in FORMS else None) or self.text)


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
    said = _Said(metric, language, catalog)
    named = kind.names(metric, language.numbers).get(words.name or "") if words else None
    unit = said.phrases((words.unit if words else None) or named or worded(kind, language, catalog))
    forms = kind.show(metric, unit, language.numbers)
    limited = said.limited(unit)
    text = forms.text if limited is unit else kind.show(metric, limited, language.numbers).text
    spelled = kind.in_words(metric, limited, language.numbers)
    full = kind.show(replace(metric, display="standard"), named, language.numbers).text if named else forms.full
    size = kind.show(unsigned(metric), limited, language.numbers).text if metric.change else text
    return Figure(
        metric=metric,
        sheet=sheet,
        language=language.tag,
        source=source,
        label=own or (fallback[1].label if fallback[1] else None) or metric.id,
        label_language=language.tag if own or not (fallback[1] and fallback[1].label) else fallback[0],
        note=words.note if words else None,
        text=said.whole(text),
        measured=said.measured(text),
        number=forms.number,
        full=said.rate(full),
        short=said.rate(forms.short, width="short"),
        size=said.whole(size),
        rounded=_rounded(metric, words, language, catalog) if metric.round_to else said.whole(text),
        in_words={gender: said.whole(text) for gender, text in spelled.items()},
        genders=_genders(words, language),
        machine=kind.machine(metric.value),
        scales=(forms.scale, forms.short_scale),
    )


def _genders(words: MetricWords | None, language: Language) -> tuple[str, ...]:
    if words is None or words.gender is not None:
        return (words.gender,) if words and words.gender else ()
    return genders_of(language.numbers, words.two) if words.two else ()


def _rounded(metric: Metric, words: MetricWords | None, language: Language, catalog: Catalog) -> str:
    return make_figure(in_round_numbers(metric), words, sheet="", source=None, language=language, catalog=catalog).text


def unsigned(metric: Metric) -> Metric:
    """Give a change as a plain number: how large it is, whichever way it goes."""
    value = metric.value
    return replace(metric, change=False, value=abs(value) if isinstance(value, Decimal) else value)


def worded(kind: Kind, language: Language, catalog: Catalog) -> Mapping[str, str] | None:
    """Give the phrases of a kind whose unit is named in the catalogues, such as percentage points."""
    if kind.has_ordinals:
        return {name: catalog.text(text, "ordinal", number="{n}") for name, text in ORDINAL_MESSAGES.items()}
    if kind.message is None:
        return None
    found = phrases(catalog, language.numbers, kind.message, kind.name)
    return {name: fill(text, {"number": "{n}", "part": "{part}"}) for name, text in found.items()}


class _Said:
    """What stands around the number of a metric in one language: its bound, what it is per, what it is out of."""

    def __init__(self, metric: Metric, language: Language, catalog: Catalog) -> None:
        self._metric = metric
        self._loc = language.numbers
        self._catalog = catalog
        self._bound = BOUND_MESSAGES.get(metric.bound)
        self._is_inside = self._has_per = False

    def phrases(self, unit: Mapping[str, str] | None) -> Mapping[str, str] | None:
        """Put what a score is out of, and what a rate is per, into the phrases of the unit."""
        number, per = "{n}", self._metric.per
        if self._metric.out_of is not None:
            most = numbers.decimal(self._loc, self._metric.out_of).text
            number = self._catalog.text(SCORE_MESSAGES[0], "score", number=number, most=most)
            unit = unit or dict.fromkeys(cldr.plural_categories(self._loc), "{n}")
        if not unit:
            return unit
        self._has_per = isinstance(per, Decimal) and any("{per}" in phrase for phrase in unit.values())
        shown = numbers.decimal(self._loc, per).text if isinstance(per, Decimal) else "{per}"
        return {name: phrase.replace("{n}", number).replace("{per}", shown) for name, phrase in unit.items()}

    def limited(self, unit: Mapping[str, str] | None) -> Mapping[str, str] | None:
        """Put the bound word to the number where words of the phrase stand before it: "de peste 3 ori".

        So it is in languages that have such words before the number, and not the noun.
        """
        if not unit or not self._leads() or all(phrase.startswith(("{n}", "{part}")) for phrase in unit.values()):
            return unit
        self._is_inside = True
        return {name: phrase.replace("{n}", self._limited("{n}")) for name, phrase in unit.items()}

    def whole(self, text: str) -> str:
        """The text with its bound and what it is per."""
        measured = self.measured(text)
        return measured if self._is_inside else self._limited(measured)

    def measured(self, text: str) -> str:
        """The text with what it is per; without its bound, unless that stands inside a phrase."""
        return text if self._has_per else self.rate(text)

    def rate(self, text: str, *, width: UnitWidth = "long") -> str:
        """The text with what it is per."""
        if (per := self._metric.per) is None:
            return text
        if isinstance(per, Decimal):
            return self._catalog.text(PER_MESSAGES[0], "per", figure=text, number=numbers.decimal(self._loc, per).text)
        if numbers.is_unit(per):
            return numbers.per(self._loc, text, per, width=width)
        return self._catalog.text(PER_MESSAGES[1], "per", figure=text)

    def _limited(self, text: str) -> str:
        return self._catalog.text(self._bound, "bound", figure=text) if self._bound else text

    def _leads(self) -> bool:
        """Whether the bound word stands before the number, and no noun does."""
        own = sentences(self._loc.code)
        return self._bound is not None and self._limited("{n}").endswith("{n}") and not own.noun_first
