"""The ways through a language's sheets: menu, list, breadcrumbs, neighbours, and the language switcher."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from factsheet.content.model import Language, Sheet
from factsheet.content.sheets.headers import folders_of
from factsheet.core.records import dataclass, replace
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.figure_markup import Mentions
from factsheet.outputs.prose import joined
from factsheet.outputs.views import Alternate, LanguageLink, PageLink
from factsheet.site.addresses import FRONT, linked_asset, linked_sheet
from factsheet.site.site import Site

MENU = 8
"""How many sheets outside sections a language may have, its front page counted, for them to stand in the menu."""

METHOD = "method"
"""The path of the sheet that says how the figures were gathered, where a site has one."""


def navigation(rendering: Rendering, language: Language) -> "Navigation":
    """The ways through a language's sheets, made once for all its pages."""
    found = rendering.shared.get(f"navigation {language.tag}")
    if not isinstance(found, Navigation):
        found = rendering.shared[f"navigation {language.tag}"] = Navigation(rendering, language)
    return found


@dataclass(frozen=True, slots=True)
class Order:
    """The sheets of a language in reading order, and by sections."""

    paths: tuple[str, ...]
    position: Mapping[str, int]
    """Where in the order each stands."""
    sections: Mapping[str, list[str]]
    """The sheets of each section by the path of its index, those in none by nothing; the front page is left out."""

    @classmethod
    def of(cls, paths: Sequence[str]) -> "Order":
        """Arrange the sheets of a language."""
        position = {path: index for index, path in enumerate(paths)}
        sections: dict[str, list[str]] = {}
        for path in paths:
            above = [name for folder in folders_of(path) if (name := f"{folder}/{FRONT}") in position and name != path]
            if path != FRONT:
                sections.setdefault(above[-1] if above else "", []).append(path)
        return cls(tuple(paths), position, sections)


class Navigation:
    """The sheets that one language shows, in reading order."""

    def __init__(self, rendering: Rendering, language: Language) -> None:
        """Take the language whose sheets are listed."""
        self._rendering = rendering
        self._site = rendering.site
        self._addresses = rendering.addresses
        self._language = language
        self._known: Order | None = None

    @property
    def _order(self) -> Order:
        """The sheets in their order; worked out once for all pages, noted for each."""
        if self._known is None:
            self._known = Order.of(shown_paths(self._site, self._language.tag))
        self._site.tracer.note(f"shown {self._language.tag}")
        return self._known

    def link(self, path: str, folder: str, *, current: bool = False, short: bool = False) -> PageLink:
        """A link to a sheet as seen from `folder`, by its short title where it has one and that is asked for."""
        title, short_title, summary, lang = card(self._rendering, self._language.tag, path)
        return PageLink(
            title=short_title if short else title,
            summary=Markup(summary) if summary else None,  # noqa: S704 - escaped by `make_card`; kept texts are plain
            href=self._addresses.relative(folder, self._addresses.folder(self._language.tag, path)),
            lang=lang,
            current=current,
        )

    def menu(self, path: str, folder: str) -> tuple[PageLink, ...]:
        """The sheets that the settings name, or all outside sections but the front page; none where these are too many.

        To the front page the site's name leads.
        """
        named = [name.removesuffix(".md") for name in self._site.settings.menu]
        order = self._order
        chosen = [other for other in named if other in order.position] if named else order.sections.get("", [])
        if not named and len(chosen) >= MENU:
            return ()
        return tuple(self.link(other, folder, current=other == path, short=True) for other in chosen)

    def listing(self, path: str, folder: str) -> tuple[PageLink, ...]:
        """On the front page all other sheets, on the index of a section those in it, each section as a list in it."""
        return tuple(
            replace(self.link(other, folder), inside=self.listing(other, folder) if is_section(other) else ())
            for other in self._order.sections.get("" if path == FRONT else path, [])
        )

    def crumbs(self, path: str, folder: str) -> tuple[PageLink, ...]:
        """The front page and the sheets whose folders the sheet is in."""
        above = [FRONT, *(name for above in folders_of(path) for name in (f"{above}/{FRONT}", above))]
        return tuple(
            self.link(other, folder, short=True) for other in above if other in self._order.position and other != path
        )

    def neighbours(self, path: str, folder: str) -> tuple[PageLink | None, PageLink | None]:
        """The sheets before and after."""
        paths, position = self._order.paths, self._order.position[path]
        before = self.link(paths[position - 1], folder) if position else None
        after = self.link(paths[position + 1], folder) if position + 1 < len(paths) else None
        return before, after

    def method(self, path: str, folder: str) -> PageLink | None:
        """The sheet about the method, unless this is it."""
        return self.link(METHOD, folder) if METHOD in self._order.position and path != METHOD else None

    def languages(self, path: str, folder: str) -> tuple[LanguageLink, ...]:
        """The switcher: each language in which the sheet is shown, this one included."""
        return tuple(
            self.language(language, path, folder)
            for language in self._site.published
            if self._site.is_shown(language.tag, path)
        )

    def language(self, language: Language, path: str, folder: str) -> LanguageLink:
        """The sheet in another language."""
        return LanguageLink(
            tag=language.tag,
            name=language.name,
            dir=language.dir,
            href=self._addresses.relative(folder, self._addresses.folder(language.tag, path)),
            current=language.tag == self._language.tag,
        )


def is_section(path: str) -> bool:
    """Whether a sheet is the index of a folder."""
    return path.endswith(f"/{FRONT}")


def shown_paths(site: Site, tag: str) -> list[str]:
    """The sheets that a language shows, in reading order."""
    return site.tracer.task(f"shown {tag}", lambda: make_shown(site, tag))


def make_shown(site: Site, tag: str) -> list[str]:
    """The work `shown`."""
    return [path for path in site.every_path if site.is_shown(tag, path)]


Card = tuple[str, str, str | None, str | None]
"""What a link to a sheet says: title, short title or that again, summary, and its language if not the page's."""


def card(rendering: Rendering, tag: str, path: str) -> Card:
    """What links to a sheet say in a language."""
    return rendering.site.tracer.task(f"card {tag} {path}", lambda: make_card(rendering, tag, path))


def make_card(rendering: Rendering, tag: str, path: str) -> Card:
    """The work `card`."""
    sheet = rendering.site.shown(tag, path)
    if sheet is None:  # only paths that are shown are ever asked for
        raise KeyError(path)
    mentions = Mentions(rendering, sheet, taken=set())
    summary = joined(escape(mentions.plain(sheet.summary))) if sheet.summary else None
    short = mentions.plain(sheet.short_title or sheet.title)
    return mentions.plain(sheet.title), short, summary, sheet.language if sheet.language != tag else None


# Where the links of a page lead, and the set of a sheet's translations.


def alternates(rendering: Rendering, path: str) -> tuple[Alternate, ...]:
    """The set of `hreflang` links of a sheet, the same on each of its pages: real translations only."""
    site = rendering.site
    own = [language.tag for language in site.published if site.sheet(language.tag, path)]
    found = [Alternate(hreflang=tag, href=rendering.addresses.page(tag, path)) for tag in own]
    default = rendering.addresses.base if path == "index" else rendering.addresses.page(site.settings.reference, path)
    return (*found, Alternate(hreflang="x-default", href=default))


def resolve_link(rendering: Rendering, tag: str, sheet: Sheet, folder: str, address: str) -> str:
    """Turn a link to a Markdown file or to a static file into its address; other links stay as they are.

    The link stands in `sheet`, and is shown on a page of the language `tag` in `folder`.
    """
    target = linked_sheet(sheet.path, address)
    if target is not None and rendering.site.is_shown(tag, target):
        fragment = urlsplit(address).fragment
        way = rendering.addresses.relative(folder, rendering.addresses.folder(tag, target))
        return f"{way}#{fragment}" if fragment else way
    name = linked_asset(address, sheet.file)
    asset = None if name is None else rendering.assets.get(name)
    if asset:
        query, fragment = urlsplit(address)[3:]
        rest = f"{query and '?'}{query}{fragment and '#'}{fragment}"
        return rendering.addresses.relative(folder, asset) + rest
    return address
