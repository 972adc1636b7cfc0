"""The pages of the sheets, in every language."""

from collections.abc import Iterator

from factsheet.content.languages import named_in
from factsheet.content.model import Language, Sheet
from factsheet.l10n.numbers import LosesDigits
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.charts import charts
from factsheet.outputs.evidence import Evidence
from factsheet.outputs.frame import site_title, site_view
from factsheet.outputs.links import alternates, resolve_link
from factsheet.outputs.machines import machines
from factsheet.outputs.mentions import Mentions
from factsheet.outputs.navigation import Navigation, navigation
from factsheet.outputs.pictures import with_sizes
from factsheet.outputs.regions import with_regions
from factsheet.outputs.templating import TemplateFault
from factsheet.outputs.views import CorrectionView, FigureView, LanguageLink, Page
from factsheet.site.figures import Figure

TOOLS_FROM = 8
"""How many rows make a table of figures worth filtering."""


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the pages of a sheet, one for each language in which it is shown."""
    site = rendering.site
    for language in site.published:
        sheet = site.shown(language.tag, path)
        if sheet is None:
            continue
        page = PageMaker(rendering, language, sheet, navigation(rendering, language)).page()
        template = f"{sheet.layout or 'sheet'}.html"
        folder = rendering.addresses.folder(language.tag, path)
        values = {
            "page": page,
            "site": site_view(rendering, language, folder),
            "machines": machines(rendering, language, page, path),
        }
        try:
            html = rendering.templates.render(template, site.catalogs[language.tag], values)
        except TemplateFault as fault:
            rendering.problems.append(fault.problem)
            return
        yield f"{folder}index.html", html.encode()


OUTPUT = Output(name="pages", of_sheet=of_sheet)


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
        self.evidence = Evidence(rendering, language, self.path, self.folder)

    def page(self) -> Page:
        """All that the template is handed. Cards come first: they take the ids of their figures."""
        content = self.site.by_tag[self.sheet.language]
        cards = tuple(self._cards())
        mentions = Mentions(self.rendering, self.sheet, taken=self.evidence.taken, isolate=content.dir == "rtl")
        summary = mentions.inline(self.sheet.summary) if self.sheet.summary else None
        prose = self.site.prose[self.sheet.language, self.path]
        body = with_regions(with_sizes(self.rendering, mentions.body(prose, self._link), prose.links, self._link))
        figures = tuple(self._figures(mentions))
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
            original=None if state == "complete" else self._original(),
            cards=cards,
            body=body,
            charts=tuple(charts(self.rendering, self.language, self.sheet)),
            figures=figures,
            declares_figures=bool(self.original.metrics),
            has_evidence=any(figure.has_evidence for figure in figures),
            has_tools=len(figures) >= TOOLS_FROM,
            sources=self.evidence.sources(),
            corrections=tuple(self._corrections()),
            published=self.evidence.day(self.sheet.date or self.original.date),
            updated=self.evidence.day(self.sheet.updated or self.original.updated),
            author=self.site.settings.publisher or site_title(self.rendering, self.language),
            menu=self.navigation.menu(self.path, self.folder),
            listing=self.navigation.listing(self.path, self.folder),
            crumbs=self.navigation.crumbs(self.path, self.folder),
            method=self.navigation.method(self.path, self.folder),
            previous=previous,
            next=following,
            csv=self._data("figures.csv"),
            json=self._data("figures.json"),
        )

    def _cards(self) -> Iterator[FigureView]:
        highlight = self.original.highlight
        for target in tuple(self.original.metrics) if highlight is None else highlight:
            figure = self._figure(target)
            if figure is not None:
                yield self.evidence.card(figure, target)

    def _figures(self, mentions: Mentions) -> Iterator[FigureView]:
        for figure in self.site.figures(self.language.tag, self.path):
            yield self.evidence.own(figure)
        for sheet, name in mentions.shown:
            borrowed = None if sheet == self.path else self._figure(f"{sheet}/{name}")
            if borrowed is not None:
                yield self.evidence.borrowed(borrowed)

    def _figure(self, target: str) -> Figure | None:
        """The figure that a reference names, in the page's language."""
        found = self.site.resolve(self.path, target)
        try:
            return found and self.site.figure(self.language.tag, found[0], found[1].id)
        except LosesDigits:  # reported by the checks
            return None

    def _corrections(self) -> Iterator[CorrectionView]:
        for entry in self.sheet.corrections:
            yield CorrectionView(day=self.evidence.written(entry.date), text=entry.text)

    def _original(self) -> LanguageLink:
        return self.navigation.language(self.site.reference, self.path, self.folder)

    def _data(self, name: str) -> str:
        """The way to the sheet's data; to the whole language's where the sheet declares no figure."""
        tag = self.language.tag
        folder = self.addresses.data_folder(tag, self.path) if self.original.metrics else self.addresses.home(tag)
        return self.addresses.relative(self.folder, folder + name)

    def _link(self, index: int) -> str:
        """The address of a link of the body, as it must be from this page."""
        link = self.site.prose[self.sheet.language, self.path].links[index]
        return resolve_link(self.rendering, self.language.tag, self.path, self.folder, link.address)
