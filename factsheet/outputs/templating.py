"""Jinja for the site owner's templates: sandboxed, escaping, strict, and without trust in translators."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from traceback import walk_tb
from typing import TYPE_CHECKING, Any, Final

from factsheet.content.catalogs import Catalog
from factsheet.content.sources import default_file, is_default_template
from factsheet.core.codes import report
from factsheet.core.patterns import note_late, regex
from factsheet.core.problems import Place, Problem, WithProblem
from factsheet.core.suggest import listed, nearest
from factsheet.l10n.reading.synonyms import name_meant
from factsheet.outputs.bounds import MOST_OUTPUT, TookTooLong, Translator, UnfitValue, time_limit, translators
from factsheet.outputs.running import whole
from factsheet.site.extraction import ASSET, no_asset, pointed, unreadable

if TYPE_CHECKING:
    from factsheet.outputs.jinja import Sandbox

FOLDER: Final = "templates/"

Filter = Callable[..., object]
"""A filter of templates: takes what stands before the `|`, and the arguments behind it."""

_MOST_NAMES: Final = 40
"""How many names are listed where one is missing: as many as a page has."""

NO_FILTERS: Final[Mapping[str, Filter]] = {}

_UNKNOWN: Final = regex(r"'(\w+)' is undefined")


_WITHOUT_NAMES: Final[Mapping[str, str]] = {"str": "a text", "tuple": "a list", "markup": "an element"}
_LACKING: Final = regex(r"'(?:[\w.]+\.)?(\w+) object' has no attribute '(\w+)'")


def _attributes(view: str) -> list[str]:
    """What a view has, by the name of its class; nothing for other objects."""
    from factsheet.outputs import views

    return [name for name in getattr(getattr(views, view, None), "__annotations__", ()) if name[0] != "_"]


class TemplateFault(WithProblem):
    """A template that cannot be rendered; carries the finding."""


class MissingAsset(Exception):
    """A template asks for the address of a static file that is not there."""

    def __init__(self, name: str, files: Collection[str]) -> None:
        super().__init__(name)
        self.name = name
        self.files = files


def _failed(error: Exception, place: Place, reason: str, names: Collection[str], files: Collection[str]) -> Problem:
    """The finding for a template that failed; a name that is missing is asked for by what it is close to."""
    from jinja2 import TemplateNotFound

    if isinstance(error, TemplateNotFound):
        reason, near = f"there is no template `{error!s}`", nearest(str(error), files)
        return report("O702", place, variant="template", reason=reason, near=near)
    if isinstance(error, UnfitValue):
        return report("O702", place, reason=reason, **error.said)
    if lacking := _LACKING.match(reason):
        thing, name = lacking[1].removesuffix("View").lower(), lacking[2]
        if thing in _WITHOUT_NAMES:
            return report("O702", place, variant=thing, reason=f"{_WITHOUT_NAMES[thing]} has no `{name}`", name=name)
        reason = f"`{thing}` has no `{name}`"
        return _no_name(place, reason, name, _attributes(lacking[1]))
    unknown = _UNKNOWN.match(reason)
    if unknown and unknown[1] in _attributes("Page"):
        return report("O702", place, reason=reason, near=f"page.{unknown[1]}")
    return _no_name(place, reason, unknown[1], names) if unknown else report("O702", place, reason=reason)


def _no_name(place: Place, reason: str, name: str, known: Collection[str]) -> Problem:
    variant, names = "names" if known else "", listed(sorted(known), most=_MOST_NAMES)
    return report("O702", place, variant=variant, reason=reason, near=name_meant(name, known), known=names)


class Asset:
    """A function that templates call for the address of a static file, as seen from their page."""

    def __init__(self, address: Callable[[str], str], files: Collection[str]) -> None:
        """Take how to tell the address of a file by its name below `static/`, and all such names."""
        self._address = address
        self._files = files

    def __call__(self, name: object) -> str:
        """The address of a file. Raises MissingAsset."""
        if not isinstance(name, str) or name not in self._files:
            raise MissingAsset(str(name), self._files)
        return self._address(name)


class Templates:
    """The templates of a site, compiled once."""

    def __init__(
        self,
        sources: Mapping[str, bytes],
        note: Callable[[str], None] = lambda _: None,
        *,
        filters: Mapping[str, Filter] = NO_FILTERS,
    ) -> None:
        """Take the templates by their path below `templates/`; `note` is told the name of each that is used.

        `filters` are those of plugins. One that fails raises TemplateFault.
        """
        self._note = note
        self._known: dict[str, tuple[Catalog, dict[str, Translator]]] = {}
        self._endless: dict[str, Problem] = {}
        self._ordered = tuple(sorted(sources.items()))
        self._filters = tuple(filters.items())
        is_own = not filters and all(is_default_template(*one) for one in self._ordered)
        self._whole = whole(self._ordered) if is_own else None

    @cached_property
    def environment(self) -> "Sandbox":
        """The environment in which templates are run one by one."""
        note_late("factsheet.site.extraction")
        from factsheet.outputs.jinja import environment_of

        return environment_of(self._ordered, self._filters)

    def _translators(self, catalog: Catalog) -> dict[str, Translator]:
        """The functions of a catalogue, made once."""
        known = self._known.get(catalog.language)
        if known is None or known[0] is not catalog:
            known = self._known[catalog.language] = (catalog, translators(catalog))
        return known[1]

    def render(self, name: str, catalog: Catalog, values: Mapping[str, Any]) -> str:
        """Render one template in the language of a catalogue.

        Raises TemplateFault with the place of what is wrong; a template that took too long once is not tried again.
        """
        if name in self._endless:
            raise TemplateFault(self._endless[name])
        try:
            asset = getattr(values.get("site"), "asset", None)
            named = {**self._translators(catalog), **values, **({"asset": asset} if asset else {})}
            if (text := self._in_one_piece(name, named)) is None:
                self.environment.note = self._note
                with time_limit():
                    text = self.environment.get_template(name).render(named)
            _check_text(text)
        except TemplateFault:  # of a plugin's filter, which has said what failed
            raise
        except Exception as error:  # whatever a template does, it is the template's fault
            problem = self._problem(name, error, values)
            source = dict(self._ordered).get(problem.place.path.removeprefix(FOLDER), b"")
            raise TemplateFault(pointed(problem, source)) from error
        return text

    def _in_one_piece(self, name: str, values: Mapping[str, Any]) -> str | None:
        """Render a template where all are the engine's; None for others, and where it fails: its parts have places."""
        if self._whole is not None:
            self._whole.note = self._note
            with suppress(Exception):
                return self._whole.render(name, values)
        return None

    def _problem(self, name: str, error: Exception, values: Mapping[str, Any]) -> Problem:
        """The finding for what a template raised."""
        from jinja2 import TemplateSyntaxError

        if isinstance(error, TemplateSyntaxError):
            return unreadable(Place(f"templates/{error.name or name}", error.lineno), error.message or "")
        places = _places(name, error)
        place = places[-1]
        if isinstance(error, MissingAsset):
            return no_asset(place, error.name, error.files)
        if isinstance(error, MemoryError):
            return report("O702", place, reason="it asks for more memory than there is")
        reason = str(error) or type(error).__name__
        if (lost := _UNKNOWN.match(reason)) and (told := self._unset(lost[1], reason, places)):
            return told
        line = dict(self._ordered).get(place.path.removeprefix(FOLDER), b"").decode(errors="replace").split("\n")
        if lost and (bare := re.search(rf"\basset\(\s*({lost[1]}[\w./-]*)\s*\)", "".join(line[place.line - 1 :][:1]))):
            return report("O702", place, variant="quotes", reason=reason, better=f'asset("{bare[1]}")')
        problem = _failed(error, place, reason, (*values, ASSET, "gettext"), files=dict(self._ordered))
        if isinstance(error, TookTooLong):
            self._endless[name] = problem
        return problem

    def _unset(self, name: str, reason: str, places: Sequence[Place]) -> Problem | None:
        """The finding for a name of one of the tool's templates that the site's own should set, as its default does."""
        sources = dict(self._ordered)
        files = [place.path.removeprefix(FOLDER) for place in places]
        own = [at for at, file in enumerate(files) if not is_default_template(file, sources.get(file, b""))]
        is_below = own and own[-1] < len(files) - 1
        default = default_file(places[own[-1]].path) or default_file(f"{FOLDER}sheet.html") if is_below else None
        found = re.search(rf"{{%-? set {name} = .+?%}}", (default or b"").decode())
        values = {"reason": reason, "file": places[-1].path, "better": found and found[0]}
        return report("O702", places[own[-1]], variant="unset", **values) if found else None


def _check_text(text: str) -> None:
    """Refuse a page that no file can hold; raises ValueError."""
    if len(text) > MOST_OUTPUT:
        raise ValueError(f"the page is longer than {MOST_OUTPUT} characters")
    try:
        text.encode("utf-16")  # a fifth of the work of UTF-8
    except UnicodeEncodeError as error:
        raise ValueError("the page holds half a character, which no file can") from error


def _places(name: str, error: BaseException) -> list[Place]:
    """The lines of a template, and of those it extends or includes, through which an error came by its traceback."""
    every = ((frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    return [Place(f"{FOLDER}{name}"), *(Place(file, line) for file, line in every if file.startswith(FOLDER))]
