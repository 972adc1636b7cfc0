"""The pages of the sheets, in every language."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from markupsafe import Markup

from factsheet.content.languages import named_in
from factsheet.content.markup import blocks
from factsheet.content.model import Group, Language, Sheet
from factsheet.content.targets import sheet_and_name
from factsheet.core.records import replace
from factsheet.outputs.artifacts import Rendering, site_title
from factsheet.outputs.data import WORKBOOK
from factsheet.outputs.data_tables import Tables
from factsheet.outputs.embeds import chart_name, charts_of, framed, framed_charts, wide_code
from factsheet.outputs.evidence import PageEvidence, row_of
from factsheet.outputs.figure_markup import Mentions
from factsheet.outputs.figure_views import CardGroup, FigureView, Section, TableCode, standing
from factsheet.outputs.json_ld import Machines, machines
from factsheet.outputs.navigation import Navigation, alternates, navigation, resolve_link
from factsheet.outputs.parts import ungrouped
from factsheet.outputs.passages import Passages, sections
from factsheet.outputs.pictures import with_pictures
from factsheet.outputs.prose import joined, place_of, with_charts, with_ids_of, with_regions
from factsheet.outputs.views import ChartView, CorrectionView, FileView, Page
from factsheet.site.figures import Figure
from factsheet.site.proof import compared

TOOLS_FROM = 8
"""How many rows make a table of figures worth filtering."""


PageValues = tuple[str, Page, Machines]
"""The name of a page's template, and what it is handed of the page."""


def make_values(rendering: Rendering, tag: str, path: str) -> PageValues:
    """Make what templates are handed of a page that is shown. Raises TemplateFault for a chart in its text."""
    site, language = rendering.site, rendering.site.by_tag[tag]
    sheet = site.sheets[site.shown_as(tag, path) or tag, path]
    page = PageMaker(rendering, language, sheet, navigation(rendering, language)).page()
    return f"{sheet.layout or 'sheet'}.html", page, machines(rendering, language, page, path)


class PageMaker:
    """Turns one sheet in one language into the values of its page."""

    def __init__(self, rendering: Rendering, language: Language, sheet: Sheet, navigation: Navigation) -> None:
        """Take the sheet whose text is shown: the language's own, or the reference's in its place."""
        self.rendering = rendering
        self.site = rendering.site
        self.addresses = rendering.addresses
        self.language = language
        self.sheet = sheet
        self.path = sheet.path
        self.folder = self.addresses.folder(language.tag, self.path)
        self.original = self.site.original(self.path)
        self.own = sheet.language == language.tag
        self.navigation = navigation
        self.evidence = PageEvidence(rendering, language, self.path, self.folder)

    def page(self) -> Page:
        """All that the template is handed. Cards come first: they take the ids of their figures.

        Raises TemplateFault for a chart in the text.
        """
        content = self.site.by_tag[self.sheet.language]
        groups = tuple(self._groups())
        prose = self.site.prose[self.sheet.language, self.path]
        shown = blocks(prose, "table")
        tables = Tables(self.rendering, content, self.path, self.evidence, shown, self.language.tag)
        mentions = Mentions(
            self.rendering,
            self.sheet,
            taken=self.evidence.taken,
            isolate=content.dir == "rtl",
            blocks=lambda block: place_of(block.name) if block.kind == "chart" else tables.html(block.name),
        )
        summary = joined(mentions.inline(self.sheet.summary)) if self.sheet.summary else None
        filled = self._with_ids(mentions.body(prose, self._link))
        body = with_regions(with_pictures(self.rendering, filled, self.sheet.file, prose.links, self._link))
        figures = tuple(self._figures(mentions))
        cards = [figure for group in groups for figure in group.cards]
        passages = Passages(self.language, cards, (*figures, *cards))
        drawn = {chart.id.removeprefix("_chart-"): chart for chart in self._charts()}
        parts = tuple(self._sections(body, passages, drawn))
        placed = blocks(prose, "chart")
        groups = tuple(replace(group, cards=tuple(map(passages.of_card, group.cards))) for group in groups)
        sources = self.evidence.sources()
        published = self.evidence.day(self.sheet.date or self.original.date)
        updated = self.evidence.day(self.sheet.updated or self.original.updated)
        state = self.site.state(self.language.tag, self.path)
        previous, following = self.navigation.neighbours(self.path, self.folder)
        return Page(
            lang=self.language.tag,
            dir=self.language.dir,
            title=mentions.plain(self.sheet.title),
            summary=summary,
            description=mentions.plain(self.sheet.summary) if self.sheet.summary else None,
            canonical=self.addresses.page(self.sheet.language, self.path),
            alternates=alternates(self.rendering, self.path) if self.own else (),
            languages=self.navigation.languages(self.path, self.folder),
            state=state,
            content_lang=content.tag,
            content_dir=content.dir,
            content_language_name=named_in(content, self.language),
            original=None
            if state == "complete"
            else self.navigation.language(self.site.reference, self.path, self.folder),
            groups=groups,
            embeds=(*(figure for figure in cards if figure.embed), *self._framed(content)),
            passage=passages.large,
            sections=parts,
            charts=tuple(chart for name, chart in drawn.items() if name not in placed),
            figures=tuple(passages.said_once(figures)),
            declares_figures=bool(self.original.metrics or self.original.tables),
            has_evidence=any(figure.has_evidence for figure in figures),
            has_tools=len(figures) >= TOOLS_FROM,
            standing=standing(
                self.language,
                figures,
                sources,
                tables=[compared(self.site, self.path, name) for name in self.original.tables],
                published=published,
                updated=updated,
            ),
            sources=sources,
            corrections=tuple(self._corrections(mentions)),
            published=published,
            updated=updated,
            author=self.site.settings.publisher or site_title(self.rendering, self.language),
            menu=self.navigation.menu(self.path, self.folder),
            listing=self.navigation.listing(self.path, self.folder),
            crumbs=self.navigation.crumbs(self.path, self.folder),
            method=self.navigation.method(self.path, self.folder),
            previous=previous,
            next=following,
            workbook=self.addresses.relative(self.folder, self.addresses.home(self.language.tag) + WORKBOOK),
            csv=self._data("figures.csv"),
            json=self._data("figures.json"),
            edit=self._edit(),
        )

    def _charts(self) -> Iterator[ChartView]:
        """The charts, each with its sources and the ways to its files."""
        for chart in charts_of(self.rendering, self.language, self.sheet):
            from factsheet.outputs.chart_files import file_name, formats

            named = {(one.sheet, one.source.id): one.source for _, _, one in chart.data if one.source}
            sources = tuple(self.evidence.source(sheet, source) for (sheet, _), source in named.items())
            name = chart.id.removeprefix("_chart-")
            ends, folder = (
                formats(self.rendering, self.language, chart),
                self.addresses.data_folder(self.language.tag, self.path),
            )
            ways = {end: self.addresses.relative(self.folder, folder + file_name(name, end)) for end in ends}
            yield replace(
                chart, sources=sources, files=tuple(FileView(name=end.upper(), href=way) for end, way in ways.items())
            )

    def _with_ids(self, body: Markup) -> Markup:
        """The text with the ids of the original's headings."""
        reference = self.site.settings.reference
        if self.sheet.language == reference:
            return body
        html = with_ids_of(self.site.prose[reference, self.path].html, body)
        return Markup(html)  # noqa: S704 - only ids of the site's own texts are changed

    def _framed(self, content: Language) -> Iterator[TableCode]:
        """The code with which other sites frame the tables of the text, and the charts."""
        tag = self.language.tag
        for name in framed(self.rendering, self.sheet):
            words = self.site.wordings(content.tag, self.path, name)
            title = words.text("title") if words else None
            label, lang = (title.text, title.language) if title else (name, tag)
            code = wide_code(self.rendering, tag, self.path, f"table.{name}", label)
            yield TableCode(label=label, label_lang=None if lang == tag else lang, embed=code)
        for chart in framed_charts(self.rendering, self.language, self.sheet):
            code = wide_code(self.rendering, tag, self.path, chart_name(chart), chart.title)
            yield TableCode(label=chart.title, label_lang=chart.title_lang, embed=code)

    def _sections(self, body: str, passages: Passages, drawn: Mapping[str, ChartView]) -> Iterator[Section]:
        """The text by its headings, each part with the passages of the figures that it is the first to mention."""
        catalog = self.site.catalogs[self.language.tag]

        def draw(chart: ChartView) -> str:
            chart = chart if self.own else replace(chart, lang=self.language.tag, dir=self.language.dir)
            return self.rendering.templates.render("parts/chart.html", catalog, {"chart": chart})

        def way(name: str) -> str | None:
            sheet, metric = sheet_and_name(name)
            return passages.way(row_of(metric, sheet, self.path))

        for section in sections(body, way):
            yield replace(section, html=with_charts(joined(section.html), drawn, draw), notes=passages.notes())

    def _groups(self) -> Iterator[CardGroup]:
        """The groups that hold a card; first the cards that stand in none. Each figure has one card."""
        shown: set[str] = set()
        first = self._group("_cards", None, ungrouped(self.original), shown)
        groups = (self._group(f"_group-{group.id}", group, group.metrics, shown) for group in self.original.groups)
        yield from (group for group in (first, *groups) if group.cards)

    def _group(self, name: str, group: Group | None, targets: Iterable[str], shown: set[str]) -> CardGroup:
        title, tag = self._title_of(group) if group else (None, None)
        named = [(target, self._figure(target)) for target in targets if target not in shown]
        shown.update(target for target, _ in named)
        cards = tuple(self.evidence.card(figure, target) for target, figure in named if figure is not None)
        return CardGroup(id=name, title=title, title_lang=tag, cards=cards)

    def _title_of(self, group: Group) -> tuple[str | None, str | None]:
        """The heading of a group, or the reference's with its language."""
        own = next((entry.title for entry in self.sheet.groups if entry.id == group.id), None)
        reference = self.site.settings.reference
        tag = self.sheet.language if own else reference
        return own or group.title, None if tag == self.language.tag else tag

    def _figures(self, mentions: Mentions) -> Iterator[FigureView]:
        for figure in self.site.figures(self.language.tag, self.path):
            yield self.evidence.own(figure)
        for sheet, name in mentions.shown:
            borrowed = None if sheet == self.path else self._figure(f"{sheet}/{name}")
            if borrowed is not None:
                yield self.evidence.borrowed(borrowed)

    def _figure(self, target: str) -> Figure | None:
        """The figure that a reference names, in the page's language."""
        return self.site.shown_figure(self.language.tag, self.path, target)

    def _corrections(self, mentions: Mentions) -> Iterator[CorrectionView]:
        for entry in self.sheet.corrections:
            yield CorrectionView(
                day=self.evidence.written(entry.date),
                text=mentions.inline(entry.text),
                plain=mentions.plain(entry.text),
            )

    def _data(self, name: str) -> str:
        """The way to the sheet's data; to the whole language's where the sheet declares no figure."""
        tag = self.language.tag
        folder = (
            self.addresses.data_folder(tag, self.path)
            if self.original.metrics or self.original.tables
            else self.addresses.home(tag)
        )
        return self.addresses.relative(self.folder, folder + name)

    def _edit(self) -> str | None:
        """Where the file of the page's text can be edited, as the site's settings say."""
        address = self.site.settings.edit_url
        return address and address.replace("{file}", quote(self.sheet.file))

    def _link(self, index: int) -> str:
        """The address of a link of the body, as it must be from this page."""
        link = self.site.prose[self.sheet.language, self.path].links[index]
        return resolve_link(self.rendering, self.language.tag, self.sheet, self.folder, link.address)
