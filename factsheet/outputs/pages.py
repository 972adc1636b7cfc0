"""The pages of the sheets, in every language."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from markupsafe import Markup

from factsheet.figures import Figure
from factsheet.l10n import dates
from factsheet.model import Language, Sheet, Source
from factsheet.outputs.artifacts import Artifact, Rendering
from factsheet.outputs.mentions import Mentions, element
from factsheet.outputs.templating import TemplateFault, Templates
from factsheet.outputs.views import (
    Alternate,
    CorrectionView,
    Day,
    FigureView,
    LanguageLink,
    Page,
    PageLink,
    SiteView,
    SourceView,
    day,
)
from factsheet.site import Site


def render(rendering: Rendering) -> Iterator[Artifact]:
    """Give a page for each sheet and language that is shown."""
    site = rendering.site
    templates = Templates(site.templates)
    for language in site.published:
        for path in site.paths:
            sheet = site.shown(language.tag, path)
            if sheet is None:
                continue
            page = _PageMaker(rendering, language, sheet).page()
            template = f"{sheet.layout or 'sheet'}.html"
            folder = rendering.addresses.folder(language.tag, path)
            values = {"page": page, "site": site_view(rendering, language, folder)}
            try:
                html = templates.render(template, site.catalogs[language.tag], values)
            except TemplateFault as fault:
                rendering.problems.append(fault.problem)
                return
            yield f"{folder}index.html", html.encode()


def site_view(rendering: Rendering, language: Language, folder: str, *, absolute: bool = False) -> SiteView:
    """What all pages of a language share, with addresses as seen from `folder`, or from the root of the host."""
    site, settings = rendering.site, rendering.site.settings
    base = rendering.addresses.base_path

    def address(output_path: str) -> str:
        return base + output_path if absolute else rendering.addresses.relative(folder, output_path)

    front = site.shown(language.tag, "index")
    return SiteView(
        title=settings.text(settings.title, language.tag) or (front.title if front else language.name),
        description=settings.text(settings.description, language.tag),
        publisher=settings.publisher,
        license=settings.license,
        license_url=settings.license_url,
        contact=settings.contact,
        home=address(rendering.addresses.home(language.tag)),
        stylesheet=address(rendering.assets["style.css"]),
        script=address(rendering.assets["script.js"]),
        icon=address(rendering.assets["icon.svg"]),
    )


def alternates(rendering: Rendering, path: str) -> tuple[Alternate, ...]:
    """The set of `hreflang` links of a sheet, the same on each of its pages: real translations only."""
    site = rendering.site
    own = [language.tag for language in site.published if site.sheet(language.tag, path)]
    found = [Alternate(hreflang=tag, href=rendering.addresses.page(tag, path)) for tag in own]
    default = (
        rendering.addresses.base
        if path == "index"
        else rendering.addresses.page(site.settings.reference, path)
    )
    return (*found, Alternate(hreflang="x-default", href=default))


class _PageMaker:
    """Turns one sheet in one language into the values of its page."""

    def __init__(self, rendering: Rendering, language: Language, sheet: Sheet) -> None:
        self.rendering = rendering
        self.site: Site = rendering.site
        self.addresses = rendering.addresses
        self.language = language
        self.sheet = sheet
        self.path = sheet.path
        self.folder = self.addresses.folder(language.tag, self.path)
        self.original = self.site.original(self.path)
        self.own = sheet.language == language.tag
        self.taken: set[str] = set()
        self.rtl = language.dir == "rtl"

    def page(self) -> Page:
        cards = tuple(
            self._card(target) for target in self._highlight() if self.site.resolve(self.path, target)
        )
        content = self.site.by_tag[self.sheet.language]
        mentions = Mentions(self.rendering, self.sheet, taken=self.taken, isolate=content.dir == "rtl")
        summary = mentions.inline(self.sheet.summary) if self.sheet.summary else None
        body = mentions.body(self.site.prose[self.sheet.language, self.path], self._link)
        rows = tuple(self._row(figure) for figure in self.site.figures(self.language.tag, self.path))
        neighbours = self._neighbours()
        return Page(
            lang=self.language.tag,
            dir=self.language.dir,
            title=mentions.plain(self.sheet.title),
            summary=summary,
            description=mentions.plain(self.sheet.summary) if self.sheet.summary else None,
            canonical=self.addresses.page(self.sheet.language, self.path),
            alternates=alternates(self.rendering, self.path) if self.own else (),
            languages=self.languages(),
            state="complete" if self.own else "fallback",
            content_lang=content.tag,
            content_dir=content.dir,
            content_language_name=content.name,
            cards=cards,
            body=body,
            figures=rows,
            sources=tuple(self._source(source) for source in self.original.sources.values()),
            corrections=tuple(
                CorrectionView(day=self._day(entry.date), text=entry.text) for entry in self.sheet.corrections
            ),
            published=self._maybe_day(self.sheet.date or self.original.date),
            updated=self._maybe_day(self.sheet.updated or self.original.updated),
            sheets=tuple(self.link_to(path) for path in self._shown_paths()),
            previous=neighbours[0],
            next=neighbours[1],
            csv=self.addresses.relative(self.folder, self._data("figures.csv")),
            json=self.addresses.relative(self.folder, self._data("figures.json")),
        )

    def languages(self) -> tuple[LanguageLink, ...]:
        """The switcher: each language in which the sheet is shown."""
        return tuple(
            LanguageLink(
                tag=language.tag,
                name=language.name,
                dir=language.dir,
                href=self.addresses.relative(self.folder, self.addresses.folder(language.tag, self.path)),
                current=language.tag == self.language.tag,
            )
            for language in self.site.published
            if self.site.shown(language.tag, self.path)
        )

    def link_to(self, path: str) -> PageLink:
        """A link to a sheet in the page's language."""
        sheet = self.site.shown(self.language.tag, path)
        assert sheet is not None
        mentions = Mentions(self.rendering, sheet, taken=set())
        return PageLink(
            title=mentions.plain(sheet.title),
            summary=mentions.plain(sheet.summary) if sheet.summary else None,
            href=self.addresses.relative(self.folder, self.addresses.folder(self.language.tag, path)),
            lang=sheet.language if sheet.language != self.language.tag else None,
            current=path == self.path,
        )

    def _highlight(self) -> tuple[str, ...]:
        return tuple(self.original.metrics) if self.original.highlight is None else self.original.highlight

    def _shown_paths(self) -> list[str]:
        return [path for path in self.site.paths if self.site.shown(self.language.tag, path)]

    def _neighbours(self) -> tuple[PageLink | None, PageLink | None]:
        paths = self._shown_paths()
        position = paths.index(self.path)
        before = self.link_to(paths[position - 1]) if position else None
        after = self.link_to(paths[position + 1]) if position + 1 < len(paths) else None
        return before, after

    def _card(self, target: str) -> FigureView:
        found = self.site.resolve(self.path, target)
        assert found is not None
        figure = self.site.figure(self.language.tag, found[0], found[1].id)
        anchor = figure.id not in self.taken
        self.taken.add(figure.id)
        return self._view(figure, element(figure, anchor=anchor, name=target, isolate=self.rtl), "")

    def _row(self, figure: Figure) -> FigureView:
        anchor = "" if figure.id in self.taken else figure.id
        self.taken.add(figure.id)
        return self._view(figure, element(figure, anchor=bool(anchor), isolate=self.rtl), anchor)

    def _view(self, figure: Figure, markup: Markup, anchor: str) -> FigureView:
        metric, tag = figure.metric, self.language.tag
        reference = self.site.settings.reference
        source = figure.source
        return FigureView(
            id=figure.id,
            anchor=anchor,
            element=markup,
            text=figure.text,
            label=figure.label,
            label_lang=figure.label_language if figure.label_language != tag else None,
            note=figure.note,
            note_lang=None,
            as_of=self._maybe_day(metric.as_of),
            quote=metric.quote,
            quote_lang=(source.lang if source else None) or reference,
            source=self._source(source) if source else None,
            proven=False,
            href=f"#{figure.id}",
        )

    def _source(self, source: Source) -> SourceView:
        return SourceView(
            title=source.title,
            publisher=source.publisher,
            url=source.url,
            lang=source.lang or self.site.settings.reference,
            day=self._maybe_day(source.date),
            accessed=self._maybe_day(source.accessed),
        )

    def _data(self, name: str) -> str:
        return self.addresses.data_folder(self.language.tag, self.path) + name

    def _day(self, value: date) -> Day:
        return Day(iso=value.isoformat(), text=dates.date(self.language.numbers, value, "long"))

    def _maybe_day(self, value: date | None) -> Day | None:
        return day(value, dates.date(self.language.numbers, value, "long")) if value else None

    def _link(self, index: int) -> str:
        """The address of a link of the body, as it must be from this page."""
        link = self.site.prose[self.sheet.language, self.path].links[index]
        return resolve_link(self.rendering, self.language.tag, self.path, self.folder, link.address)


def resolve_link(rendering: Rendering, tag: str, path: str, folder: str, address: str) -> str:
    """Turn a link to a Markdown file or to a static file into its address; other links stay as they are."""
    target = linked_sheet(path, address)
    if target is not None and rendering.site.shown(tag, target):
        fragment = urlsplit(address).fragment
        way = rendering.addresses.relative(folder, rendering.addresses.folder(tag, target))
        return f"{way}#{fragment}" if fragment else way
    asset = rendering.assets.get(address.removeprefix("/static/"))
    if address.startswith("/static/") and asset:
        return rendering.addresses.relative(folder, asset)
    return address


def linked_sheet(path: str, address: str) -> str | None:
    """The path of the sheet that a relative link to a `.md` file names; None for any other address."""
    import posixpath

    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
        return None
    below = (
        parts.path.removeprefix("/")
        if parts.path.startswith("/")
        else posixpath.join(posixpath.dirname(path), parts.path)
    )
    return posixpath.normpath(below).removesuffix(".md")
