"""What a page says to machines in the words of schema.org: one JSON-LD graph, with the page's own figures in it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final
from urllib.parse import urljoin

from markupsafe import Markup

from factsheet.content.catalogs import Catalog
from factsheet.content.model import LOWER_BOUNDS, UPPER_BOUNDS, Language, Metric, Span
from factsheet.core.records import dataclass
from factsheet.l10n import ranges
from factsheet.outputs import cards, csvw, descriptors, feed, hosting
from factsheet.outputs.artifacts import Rendering, site_title, to_script_json
from factsheet.outputs.cards import Property, properties
from factsheet.outputs.csvw import DESCRIPTION, Node, data_sets, filled, unit_text
from factsheet.outputs.data import machine_value
from factsheet.outputs.figure_views import SourceView
from factsheet.outputs.histories import earlier
from factsheet.outputs.parts import day_view
from factsheet.outputs.views import Page
from factsheet.site.figures import Figure

HEADLINE: Final = 110
"""How many characters of a title search engines take."""

DESCRIBED: Final = 50
"""How many characters of a data set's description they ask for."""


def graph(rendering: Rendering, language: Language, page: Page, path: str, image: str | None) -> Node:
    """Give the graph of a page: article, data set, an observation per figure, sources, publisher, breadcrumbs.

    Values are those of the figures shown: a number for an exact value, `minValue` or `maxValue` for a bound, both
    for a span. `image` is the address of the page's card, where it has one.
    """
    return {"@context": "https://schema.org", "@graph": list(_Graph(rendering, language, page, path, image).nodes())}


class _Graph:
    def __init__(self, rendering: Rendering, language: Language, page: Page, path: str, image: str | None) -> None:
        self.site = rendering.site
        self.settings = rendering.site.settings
        self.addresses = rendering.addresses
        self.rendering = rendering
        self.language = language
        self.page = page
        self.path = path
        self.image = image
        self.url = rendering.addresses.page(language.tag, path)
        self.original = rendering.site.original(path)
        self.figures = rendering.site.figures(language.tag, path)
        self.sources = {view.id: view.source for view in reversed(page.figures)}
        self.calculations = {
            view.id: view.calculation.striptags() for view in reversed(page.figures) if view.calculation
        }
        self.publisher: Node = {"@id": f"{rendering.addresses.base}#_publisher"}

    def nodes(self) -> Iterator[Node]:
        yield self.article()
        if self.figures:
            yield self.dataset()
            for figure in self.figures:
                yield self.observation(figure)
                yield from (self.past(figure, then) for then in earlier(self.site, self.language.tag, figure))
        yield from data_sets(self.rendering, self.language, self.page, self.path)
        yield from (self.work(source) for source in self.page.sources)
        yield {**self.publisher, "@type": "Organization", "name": self.page.author, "url": self.addresses.base}
        if self.page.crumbs:
            yield self.breadcrumbs()

    def article(self) -> Node:
        page = self.page
        dated = page.published is not None
        return filled(
            {
                "@id": self.url,
                "@type": "Article" if dated else "WebPage",
                "url": self.url,
                "headline" if dated else "name": page.title[:HEADLINE],
                "description": page.description,
                "inLanguage": page.content_lang,
                "datePublished": page.published and page.published.iso,
                "dateModified": page.updated.iso if page.updated else page.published and page.published.iso,
                "author": self.publisher if dated else None,
                "publisher": self.publisher,
                "license": self.settings.license_url or self.settings.license,
                "image": self.image,
                "isPartOf": {
                    "@type": "WebSite",
                    "name": site_title(self.rendering, self.language),
                    "url": self.addresses.base,
                },
                **self.translations(),
                "correction": [
                    {"@type": "CorrectionComment", "datePublished": entry.day.iso, "text": entry.plain}
                    for entry in page.corrections
                ],
                "mainEntity": {"@id": f"{self.url}#_dataset"} if self.figures else None,
            }
        )

    def translations(self) -> Node:
        """The original of a translation, or the translations of an original; nothing for a text that stands in."""
        reference = self.settings.reference
        if self.site.sheet(self.language.tag, self.path) is None:
            return {}
        if self.language.tag != reference:
            return {"translationOfWork": {"@id": self.addresses.page(reference, self.path)}}
        others = [
            sheet.language
            for sheet in self.site.translations(self.path)
            if self.site.by_tag[sheet.language] in self.site.published
        ]
        return {"workTranslation": [{"@id": self.addresses.page(tag, self.path)} for tag in others]}

    def dataset(self) -> Node:
        page = self.page
        catalog = self.site.catalogs[self.language.tag]
        labels = [figure.label for figure in self.figures]
        return filled(
            {
                "@id": f"{self.url}#_dataset",
                "@type": "Dataset",
                "name": catalog.text("Figures of “%(title)s”", title=page.title),
                "description": self.description(catalog, labels),
                "url": self.url,
                "inLanguage": self.language.tag,
                "license": self.settings.license_url or self.settings.license,
                "creator": self.publisher,
                "isAccessibleForFree": True,
                "datePublished": page.published and page.published.iso,
                "dateModified": page.updated and page.updated.iso,
                "isBasedOn": [{"@id": f"{self.url}#{anchor}"} for anchor in self.own_sources()],
                "variableMeasured": labels,
                "mentions": [{"@id": f"{self.url}#{figure.anchor}"} for figure in self.figures],
                "distribution": [
                    {"@type": "DataDownload", "encodingFormat": media, "contentUrl": self.data(name)}
                    for name, media in (("figures.csv", "text/csv"), ("figures.json", "application/json"))
                ],
            }
        )

    def own_sources(self) -> dict[str, None]:
        """The anchors of the sources that the sheet's own figures are taken from, each once."""
        sources = (self.sources.get(figure.id) for figure in self.figures)
        return dict.fromkeys(source.anchor for source in sources if source)

    def description(self, catalog: Catalog, labels: list[str]) -> str:
        """What the sheet is about; where that is shorter than search engines ask for, also what is measured."""
        about = self.page.description or self.settings.text(self.settings.description, self.language.tag) or ""
        if len(about) >= DESCRIBED:
            return about[:DESCRIPTION]
        sentence = catalog.text(
            "The figures of this fact sheet, each with its source and the passage it comes from: %(figures)s.",
            figures=ranges.join(self.language.numbers, labels),
        )
        return f"{about} {sentence}".strip()[:DESCRIPTION]

    def data(self, name: str) -> str:
        return self.addresses.absolute(self.addresses.data_folder(self.language.tag, self.path) + name)

    def observation(self, figure: Figure) -> Node:
        metric = figure.metric
        source = self.sources.get(figure.id)
        return filled(
            {
                "@id": f"{self.url}#{figure.anchor}",
                "@type": "Observation",
                "description": figure.text,
                **self.about(figure),
                **measured(metric),
                "unitText": unit_text(metric),
                "observationDate": day_view(self.language, metric.as_of).iso or None if metric.as_of else None,
                "measurementMethod": self.calculations.get(figure.id),
                "subjectOf": {"@id": f"{self.url}#{source.anchor}"} if source else None,
            }
        )

    def about(self, figure: Figure) -> Node:
        """What is measured, and of what: the subject of the sheet."""
        return {"variableMeasured": figure.label, "observationAbout": {"@type": "Thing", "name": self.page.title}}

    def past(self, figure: Figure, then: Figure) -> Node:
        """The figure as it was, its address being that of today's with the time behind it."""
        name = then.id.partition("@")[2]
        when = next(point.when for point in figure.metric.history if str(point.when) == name)
        return filled(
            {
                "@id": f"{self.url}#{figure.anchor}@{name}",
                "@type": "Observation",
                "description": then.text,
                **self.about(then),
                **measured(then.metric),
                "unitText": unit_text(then.metric),
                "observationDate": name if isinstance(when, Decimal) else day_view(self.language, when).iso or None,
            }
        )

    def work(self, source: SourceView) -> Node:
        return filled(
            {
                "@id": f"{self.url}#{source.anchor}",
                "@type": "CreativeWork",
                "name": source.title,
                "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
                "datePublished": source.day and source.day.iso,
                "inLanguage": source.lang,
                "url": source.url,
            }
        )

    def breadcrumbs(self) -> Node:
        steps = [(link.title, urljoin(self.url, link.href)) for link in self.page.crumbs]
        return {
            "@id": f"{self.url}#_breadcrumbs",
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": position, "name": name, "item": address}
                for position, (name, address) in enumerate((*steps, (self.page.title, self.url)), start=1)
            ],
        }


def measured(metric: Metric) -> Node:
    """The value as properties of a schema.org Observation, which is a QuantitativeValue: plain numbers, or dates."""
    value = metric.value
    if isinstance(value, Span):
        return {"minValue": machine_value(value.low), "maxValue": machine_value(value.high)}
    if metric.bound in LOWER_BOUNDS:
        return {"minValue": machine_value(value)}
    if metric.bound in UPPER_BOUNDS:
        return {"maxValue": machine_value(value)}
    if metric.interval is not None:
        ends = machine_value(metric.interval.low), machine_value(metric.interval.high)
        return {"value": machine_value(value), "minValue": ends[0], "maxValue": ends[1]}
    return {"value": machine_value(value), **({"marginOfError": metric.margin} if metric.margin else {})}


# What the head of a page holds for machines: the graph, the card, the feed and the manifest.


@dataclass(frozen=True, slots=True, kw_only=True)
class Machines:
    """What `parts/machines.html` is handed."""

    graph: Markup
    """JSON-LD, made safe to stand in a script element."""
    properties: tuple[Property, ...]
    card: str
    """The kind of card that networks without Open Graph show."""
    feed: str
    manifest: str
    table_metadata: str
    """The description of the table of figures that the page offers."""
    package: str
    """The package of all figures in the language."""
    touch_icon: str | None


def machines(rendering: Rendering, language: Language, page: Page, path: str) -> Machines:
    """Gather what a page tells machines, with addresses as seen from the page."""
    addresses = rendering.addresses
    folder = addresses.folder(language.tag, path)
    home = addresses.home(language.tag)
    picture = cards.picture(rendering, language, path)
    icon = rendering.assets.get(hosting.TOUCH_ICON)
    data = to_script_json(graph(rendering, language, page, path, picture.address if picture else None))
    return Machines(
        graph=Markup(data),  # noqa: S704 - to_script_json leaves nothing that ends the element
        properties=tuple(properties(rendering, language, page, path, picture)),
        card="summary_large_image" if picture else "summary",
        feed=addresses.relative(folder, home + feed.NAME),
        manifest=addresses.relative(folder, home + hosting.MANIFEST_NAME),
        table_metadata=page.csv.removesuffix(csvw.TABLE_FILE) + csvw.NAME,
        package=addresses.relative(folder, home + descriptors.NAME),
        touch_icon=icon and addresses.relative(folder, icon),
    )
