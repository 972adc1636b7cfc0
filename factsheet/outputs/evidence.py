"""Figures and their evidence as a page tells them: quotation, source, date, and whether it was checked."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Final

from markupsafe import Markup, escape

from factsheet.content.calculations import operation_of
from factsheet.content.kinds import kind_of
from factsheet.content.kinds.showing import machine_number
from factsheet.content.model import SELECTIONS, Language, Metric, Source
from factsheet.content.targets import anchor_of
from factsheet.l10n import cldr, dates, numbers
from factsheet.l10n.iso8601 import Stretch
from factsheet.l10n.numbers import LosesDigits
from factsheet.outputs import embeds
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.figure_markup import element
from factsheet.outputs.figure_views import Confirmed, DayView, FigureView, SourceView
from factsheet.outputs.histories import in_a_row
from factsheet.outputs.parts import caption, day_view, says_more, shape
from factsheet.outputs.passages import with_mark
from factsheet.outputs.prose import joined
from factsheet.site.asking import holders, values_of
from factsheet.site.deriving import name_of
from factsheet.site.figures import Figure
from factsheet.site.proof import Proof, confirmation, evidence, proof_of, source_language
from factsheet.site.proof.quotes import Span, marked, to_noun
from factsheet.site.site import Site

_MOST: Final = 3
"""How many equal cells are named."""


def answered(site: Site, figure: Figure, term: Callable[[str], str]) -> Markup | None:
    """Give the cells that are the answer, or the part of all that it is; `term` writes a cell; None for others."""
    asked = figure.metric.asked
    if asked is None or (table := site.table(figure.sheet, asked.table)) is None:
        return None
    values = values_of(table, asked.column)
    if asked.name in {"max", "min"}:
        cells = holders(table, asked)[:_MOST]
        return Markup("{} = ").format(asked.name) + Markup(" = ").join(term(str(cell)) for cell in cells)
    loc = site.by_tag[figure.language].numbers
    part, whole = (
        Markup('<data value="{}">{}</data>').format(number, numbers.decimal(loc, Decimal(number)).text)
        for number in (figure.machine, len(values))
    )
    share = Markup("{}\u00a0/\u00a0{}").format(part, whole)
    return share if asked.condition is not None else Markup("{} : {}").format(term(str(asked.cell)), share)


class PageEvidence:
    """The figures of one page; numbers its sources in the order in which they are first named."""

    def __init__(self, rendering: Rendering, language: Language, path: str, folder: str) -> None:
        """Start the page of the sheet `path`, in `folder`, without any source yet."""
        self._rendering = rendering
        self._site = rendering.site
        self._language = language
        self._path = path
        self._folder = folder
        self._numbers: dict[tuple[str, str], int] = {}
        self._sources: dict[tuple[str, str], SourceView] = {}
        self._known: dict[tuple[str, str], tuple[Figure, FigureView]] = {}
        """What has been said of each figure: its card and its row say the same."""
        self.taken: set[str] = set()
        """The ids that figures on the page have been given."""

    def card(self, figure: Figure, name: str) -> FigureView:
        """A figure with a card, which carries its id; `name` is what the sheet calls it."""
        is_own = figure.sheet == self._path and not (figure.metric.cell or figure.metric.asked)
        return self._row(figure, name, apart=True).having(
            shape=shape(figure),
            says_more=says_more(figure.label, figure),
            caption=caption(figure.label, figure),
            embed=embeds.code(self._rendering, self._language, self._path, figure.id, figure.label) if is_own else None,
        )

    def own(self, figure: Figure) -> FigureView:
        """A row for a figure that this sheet declares: it carries the id where nothing above does."""
        return self._row(figure, None)

    def borrowed(self, figure: Figure) -> FigureView:
        """A row for a figure of another sheet, to which its label leads."""
        addresses = self._rendering.addresses
        home = addresses.relative(self._folder, addresses.folder(self._language.tag, figure.sheet))
        markup = element(figure, name=f"{figure.sheet}/{figure.id}", isolate=self._isolate)
        return self._view(figure, markup, f"{home}#{figure.anchor}")

    def source(self, sheet: str, source: Source) -> SourceView:
        """A source that the sheet `sheet` declares."""
        if (known := self._sources.get((sheet, source.id))) is None:
            known = self._sources[sheet, source.id] = self._source(sheet, source)
        return known

    def _source(self, sheet: str, source: Source) -> SourceView:
        number = self._numbers.setdefault((sheet, source.id), len(self._numbers) + 1)
        return SourceView(
            number=dates.year(self._language.numbers, number),
            anchor=f"_source-{number}",
            title=source.title,
            publisher=source.publisher,
            url=source.url,
            lang=source.lang or self._site.settings.reference,
            day=self.day(source.date),
            accessed=self.day(source.accessed),
        )

    def sources(self) -> tuple[SourceView, ...]:
        """The list of sources: those named so far in their order, then the sheet's others."""
        for source in self._site.original(self._path).sources.values():
            self._numbers.setdefault((self._path, source.id), len(self._numbers) + 1)
        ordered = sorted(self._numbers, key=self._numbers.__getitem__)
        return tuple(self.source(sheet, self._site.original(sheet).sources[name]) for sheet, name in ordered)

    def day(self, value: date | Stretch | None) -> DayView | None:
        """A date in the page's language, where there is one."""
        return None if value is None else self.written(value)

    def written(self, value: date | Stretch) -> DayView:
        """A date that is there, in the page's language."""
        return day_view(self._language, value)

    @property
    def _isolate(self) -> bool:
        return self._language.dir == "rtl"

    def _row(self, figure: Figure, name: str | None, *, apart: bool = False) -> FigureView:
        anchor = figure.id not in self.taken
        markup = element(figure, anchor=anchor, name=name, isolate=self._isolate, apart=apart)
        self.taken.add(figure.id)
        return self._view(figure, markup, f"#{figure.anchor}")

    def _view(self, figure: Figure, markup: Markup, href: str) -> FigureView:
        known = self._known.get((figure.sheet, figure.id))
        if known is not None and known[0] is figure:
            return known[1].having(element=markup, href=href)
        view = self._told(figure, markup, href)
        self._known[figure.sheet, figure.id] = figure, view
        return view

    def _told(self, figure: Figure, markup: Markup, href: str) -> FigureView:
        metric, tag = figure.metric, self._language.tag
        source = figure.source
        note, note_lang = self._note(figure)
        quote_lang = (source.lang if source else None) or self._site.settings.reference
        (opening, closing, *_), direction = _known(quote_lang, self._language)
        quote_marks = (opening, closing)
        mark, translation = self._mark(figure), self._translation(figure, quote_lang)
        return FigureView(
            id=figure.id,
            element=markup,
            label=figure.label,
            label_lang=figure.label_language if figure.label_language != tag else None,
            note=note,
            note_lang=note_lang,
            as_of=self.day(metric.as_of),
            confidence=self._confidence(metric),
            quote=with_mark(metric.quote, mark, quote_marks) if metric.quote else None,
            quoted=metric.quote or "",
            quote_marks=quote_marks,
            mark=mark,
            quote_lang=quote_lang,
            quote_dir=direction,
            quote_language=None if quote_lang == tag else _name(quote_lang, self._language),
            translation=translation,
            translated=self._translated(figure, translation) if translation else None,
            source=self.source(figure.sheet, source) if source else None,
            proven=proof_of(self._site, figure.sheet, metric) is Proof.FULL,
            checked=self._checked(figure.sheet, metric),
            confirmed=self._confirmed(figure.sheet, metric),
            href=href,
            row=row_of(figure.id, figure.sheet, self._path),
            calculation=self._calculation(figure),
            earlier=in_a_row(self._site, self._language, figure, self._path),
        )

    def _checked(self, path: str, metric: Metric) -> DayView | None:
        """The day of the receipt of a figure, if it is about the figure as it is now."""
        found = evidence(self._site, path, metric)
        if found.receipt is None or not found.is_receipted:
            return None
        with suppress(ValueError):  # a lock that another hand wrote
            return self.day(date.fromisoformat(found.receipt.day))
        return None

    def _confirmed(self, path: str, metric: Metric) -> Confirmed | None:
        """The passage of a second source, where it is independent and says the figure."""
        if (second := confirmation(self._site, path, metric)) is None:
            return None
        lang = second.source.lang or self._site.settings.reference
        (opening, closing, *_), direction = _known(lang, self._language)
        quote = f"{opening}{second.quote}{closing}"
        return Confirmed(quote=quote, lang=lang, dir=direction, source=self.source(path, second.source))

    def _mark(self, figure: Figure) -> Span | None:
        """The words of the passage that give the figure: the same on the pages of all languages."""
        metric = figure.metric
        if not metric.quote:
            return None
        quote, loc = metric.quote, source_language(self._site, figure.source)
        reading = evidence(self._site, figure.sheet, metric).reading
        return self._site.once(figure.sheet, ("mark", metric.id), lambda: marked(metric, quote, loc, reading))

    def _confidence(self, metric: Metric) -> Markup | None:
        if metric.confidence is None:
            return None
        shown = numbers.percent(self._language.numbers, metric.confidence).text
        return Markup('<data value="{}">{}</data>').format(machine_number(metric.confidence), shown)

    def _calculation(self, figure: Figure) -> Markup | None:
        """The formula of a computed figure; None for others, and where a part cannot be shown, which is reported."""
        if (derivation := figure.metric.derivation) is None:
            return None
        try:
            if derivation.operation in SELECTIONS:
                return answered(self._site, figure, lambda name: self._term(figure.sheet, name))
            terms = [self._term(*name_of(figure.sheet, part)) for part in derivation.parts]
        except (KeyError, LosesDigits):
            return None
        operation = operation_of(derivation.operation, kind_of(figure.metric).whole)
        return Markup(operation.written(terms))  # noqa: S704 - the terms are escaped, the rest are signs

    def _term(self, sheet: str, name: str) -> str:
        """A part of a calculation as a link; raises KeyError and LosesDigits."""
        part, tag = self._site.figure(self._language.tag, sheet, name), self._language.tag
        own = sheet == self._path
        addresses = self._rendering.addresses
        home = "" if own else addresses.relative(self._folder, addresses.folder(tag, sheet))
        markup = element(part, name=name if own else f"{sheet}/{name}", isolate=self._isolate)
        return Markup('<a href="{}#{}" title="{}">{}</a>').format(home, part.anchor, part.label, markup)

    def _translation(self, figure: Figure, quote_lang: str) -> str | None:
        """The passage in the language of the page, where that is another; any figure that it proves may give it."""
        tag, path = self._language.tag, figure.sheet
        if quote_lang == tag or not figure.metric.quote:
            return None
        known = self._site.once(path, ("translations", tag), lambda: _translations(self._site, tag, path))
        return known.get(figure.id) or known.get(figure.metric.quote)

    def _translated(self, figure: Figure, translation: str) -> Span | None:
        """The words of a translated passage that give the figure; None where none do for certain."""
        metric, loc = figure.metric, self._language.numbers
        reading = kind_of(metric).read_quote(loc, metric, translation)
        span = marked(metric, translation, loc, reading) if reading.mismatch is None else None
        words = self._site.words(self._language.tag, figure.sheet, figure.id)
        return to_noun(translation, span, words.unit.values()) if span and words and words.unit else span

    def _note(self, figure: Figure) -> tuple[str | None, str | None]:
        """The note, or the reference's with its language: what limits a figure must not be lost."""
        reference = self._site.settings.reference
        if figure.note or self._language.tag == reference:
            return figure.note and joined(escape(figure.note)), None
        words = self._site.words(reference, figure.sheet, figure.id)
        return (joined(escape(words.note)), reference) if words and words.note else (None, None)


def _translations(site: Site, tag: str, path: str) -> dict[str, str]:
    """The translated passages of a sheet, by the figures that have them and by the words that they translate."""
    found: dict[str, str] = {}
    sheet = site.sheet(tag, path)
    for name, words in sheet.words.items() if sheet else ():
        metric = site.original(path).metrics.get(name)
        if words.translation and metric is not None and metric.quote:
            found[name] = found[metric.quote] = words.translation
    return found


def _name(tag: str, language: Language) -> str:
    """The name of any language in that of the page; its tag where CLDR has none."""
    try:
        return cldr.display_name(tag, language.numbers)
    except cldr.UnknownLocale:
        return tag


def row_of(metric: str, sheet: str, path: str) -> str:
    """The id of the row of a figure in the table of the sheet `path`; `sheet` declares it, or is empty for that one."""
    metric = anchor_of(metric)
    return f"_row-{metric}" if sheet in {"", path} else f"_row-{sheet}.{metric}"


def _known(tag: str, language: Language) -> tuple[tuple[str, str, str, str], str]:
    """The quotation marks and direction of any language; the page's own for one that CLDR does not know."""
    try:
        numbers = cldr.locale(tag)
    except cldr.UnknownLocale:
        return cldr.quotes(language.numbers), "auto"
    return cldr.quotes(numbers), cldr.direction(numbers)
