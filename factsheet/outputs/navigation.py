"""The ways through a language's sheets: menu, list, breadcrumbs, neighbours, and the language switcher."""

from factsheet.content.model import Language
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.mentions import Mentions
from factsheet.outputs.views import LanguageLink, PageLink
from factsheet.site.site import Site

MENU = 8
"""How many sheets a language may have for all of them to stand in the menu of every page."""

METHOD = "method"
"""The path of the sheet that says how the figures were gathered, where a site has one."""


def navigation(rendering: Rendering, language: Language) -> "Navigation":
    """The ways through a language's sheets, made once for all its pages."""
    found = rendering.shared.get(f"navigation {language.tag}")
    if not isinstance(found, Navigation):
        found = rendering.shared[f"navigation {language.tag}"] = Navigation(rendering, language)
    return found


class Navigation:
    """The sheets that one language shows, in reading order."""

    def __init__(self, rendering: Rendering, language: Language) -> None:
        """Take the language whose sheets are listed."""
        self._rendering = rendering
        self._site = rendering.site
        self._addresses = rendering.addresses
        self._language = language
        self._known: tuple[tuple[str, ...], dict[str, int]] = ((), {})

    @property
    def paths(self) -> tuple[str, ...]:
        """The sheets that the language shows."""
        return self._listed()[0]

    @property
    def _position(self) -> dict[str, int]:
        return self._listed()[1]

    def _listed(self) -> tuple[tuple[str, ...], dict[str, int]]:
        """The sheets, and where in the order each stands; worked out once for all pages, noted for each."""
        if not self._known[0]:
            paths = shown_paths(self._site, self._language.tag)
            self._known = (tuple(paths), {path: index for index, path in enumerate(paths)})
        self._site.tracer.note(f"shown {self._language.tag}")
        return self._known

    def link(self, path: str, folder: str, *, current: bool = False) -> PageLink:
        """A link to a sheet as seen from `folder`."""
        title, summary, lang = card(self._rendering, self._language.tag, path)
        return PageLink(
            title=title,
            summary=summary,
            href=self._addresses.relative(folder, self._addresses.folder(self._language.tag, path)),
            lang=lang,
            current=current,
        )

    def menu(self, path: str, folder: str) -> tuple[PageLink, ...]:
        """Every sheet but the front page, to which the site's name leads; none where there are too many."""
        if len(self.paths) > MENU:
            return ()
        return tuple(self.link(other, folder, current=other == path) for other in self.paths if other != "index")

    def listing(self, path: str, folder: str) -> tuple[PageLink, ...]:
        """On the front page, all other sheets."""
        if path != "index":
            return ()
        return tuple(self.link(other, folder) for other in self.paths if other != path)

    def crumbs(self, path: str, folder: str) -> tuple[PageLink, ...]:
        """The front page and the sheets whose folders the sheet is in."""
        parts = path.split("/")
        above = ["index", *("/".join(parts[:count]) for count in range(1, len(parts)))]
        return tuple(self.link(other, folder) for other in above if other in self._position and other != path)

    def neighbours(self, path: str, folder: str) -> tuple[PageLink | None, PageLink | None]:
        """The sheets before and after."""
        position = self._position[path]
        before = self.link(self.paths[position - 1], folder) if position else None
        after = self.link(self.paths[position + 1], folder) if position + 1 < len(self.paths) else None
        return before, after

    def method(self, path: str, folder: str) -> PageLink | None:
        """The sheet about the method, unless this is it."""
        return self.link(METHOD, folder) if METHOD in self._position and path != METHOD else None

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


def shown_paths(site: Site, tag: str) -> list[str]:
    """The sheets that a language shows, in reading order."""
    return site.tracer.task(f"shown {tag}", lambda: make_shown(site, tag))


def make_shown(site: Site, tag: str) -> list[str]:
    """The work `shown`."""
    return [path for path in site.every_path if site.is_shown(tag, path)]


Card = tuple[str, str | None, str | None]
"""What a link to a sheet says: its title, its summary, and its language where that is not the page's."""


def card(rendering: Rendering, tag: str, path: str) -> Card:
    """What links to a sheet say in a language."""
    return rendering.site.tracer.task(f"card {tag} {path}", lambda: make_card(rendering, tag, path))


def make_card(rendering: Rendering, tag: str, path: str) -> Card:
    """The work `card`."""
    sheet = rendering.site.shown(tag, path)
    if sheet is None:  # only paths that are shown are ever asked for
        raise KeyError(path)
    mentions = Mentions(rendering, sheet, taken=set())
    summary = mentions.plain(sheet.summary) if sheet.summary else None
    return mentions.plain(sheet.title), summary, sheet.language if sheet.language != tag else None
