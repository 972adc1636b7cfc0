"""Which messages are asked for: by templates, by the engine's own modules, and in which order translators see them."""

import io
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypedDict

from factsheet.content.catalogs import PoEntry, Wanted
from factsheet.content.sources import is_default_template
from factsheet.core.codes import report
from factsheet.core.derived import Made, derived
from factsheet.core.patterns import note_late, regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import replace
from factsheet.core.suggest import nearest

if TYPE_CHECKING:
    from jinja2 import Environment, nodes


# Templates as trees, parsed once: first to find the messages that they ask for, then to be compiled.

MOST_TREES: Final = 256
"""How many trees are kept for whoever compiles them; of more, the oldest go."""


class _Reading(TypedDict):
    trim_blocks: bool
    lstrip_blocks: bool
    keep_trailing_newline: bool


READING: Final[_Reading] = {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True}
"""How space around the signs of a template is read."""

_trees: "dict[str, nodes.Template]" = {}


def tree_of(text: str) -> "nodes.Template":
    """Parse a template, and keep its tree to be compiled; raises TemplateSyntaxError and RecursionError."""
    if (found := _trees.get(text)) is None:
        found = _trees[text] = _environment().parse(text)
        if len(_trees) > MOST_TREES:
            del _trees[next(iter(_trees))]
    return found


def taken(text: str) -> "nodes.Template | None":
    """Give the tree of a template away, where there is one: whoever compiles it changes it."""
    return _trees.pop(text, None)


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    """How templates are read; see `outputs.templating` for how they are run."""
    from jinja2 import Environment

    made = Environment(autoescape=True, extensions=["jinja2.ext.i18n"], **READING)
    with_gettext(made)
    return made


def set_up_libraries() -> None:
    """Have Jinja compile what it reads every template with."""
    _environment().parse("")


def with_gettext(environment: "Environment") -> None:
    """Set how texts for translators are read: named values, and lines joined."""
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension adds it
    environment.policies["ext.i18n.trimmed"] = True


ENGINE = "factsheet/"
"""How the places of messages begin that the engine asks for."""

ASSET = "asset"
"""The function that templates call for the address of a static file."""

_KEYWORDS = ("_", "gettext", "ngettext", "pgettext", "npgettext")
_OPTIONS = {"silent": "false", "trimmed": "true", "newstyle_gettext": "true"}
_NOTE = "Translators:"
_NO_FILTER = regex(r"No (?:filter|test) named '(\w+)'")
_PRINTED = regex(r"unexpected char '[\u2018-\u201f\u00ab\u00bb]'")

Found = tuple[str, str, str | None, str]
"""Context, msgid, plural, and the note for translators."""


def template_messages(templates: Mapping[str, bytes]) -> tuple[list[Wanted], list[Problem]]:
    """The messages of templates, by their path below `templates/`; one that cannot be read is a finding."""
    found: list[tuple[str, Found]] = []
    problems: list[Problem] = []
    for name, data in sorted(templates.items()):
        try:
            found.extend((f"templates/{name}", message) for message in _once("messages", name, data, _messages_of))
        except _BadTemplate as bad:
            problems.append(pointed(unreadable(Place(f"templates/{name}", bad.line), str(bad)), data))
    return collected(found), problems


_NAMED = regex(r"[`']([^`']{1,80}?)(?: %\})?[`']")
_NO_TAG = regex(r"Encountered unknown tag '(\w+)'")
_TAGS = frozenset(
    f"{end}{tag}" for end in ("", "end") for tag in ("block", "call", "filter", "for", "if", "macro", "set", "trans")
) | frozenset(("include", "extends", "import", "from", "else", "elif"))
_UNENDED = regex(r"innermost block that needs to be closed is '(\w+)'")
_BRACE = regex(
    r"unexpected '[}%]'|unexpected end of (?:print statement|template)$|expected token 'end of (?:print|statement)"
)


def unreadable(place: Place, reason: str) -> Problem:
    """The finding for a template that Jinja cannot read."""
    from jinja2.filters import FILTERS
    from jinja2.tests import TESTS

    if filtered := _NO_FILTER.match(reason):
        return report("O701", place, variant="filter", reason=reason, near=nearest(filtered[1], {*FILTERS, *TESTS}))
    if tag := _NO_TAG.match(reason):
        return report("O701", place, reason=reason, near=nearest(tag[1], _TAGS))
    if unended := _UNENDED.search(reason):
        opened = f"`{{% {unended[1]} %}}` is opened and never closed"
        return report("O701", place, variant="unended", reason=opened, tag=unended[1])
    if reason.endswith("got '='"):
        return report("O701", place, variant="equals", reason="one `=` gives a value, and nothing is given one here")
    if _BRACE.search(reason):
        return report("O701", place, variant="brace", reason="`{{ … }}` and `{% … %}` have two signs on both sides")
    return report("O701", place, variant="typographic" if _PRINTED.search(reason) else "", reason=reason)


def pointed(problem: Problem, data: bytes) -> Problem:
    """The finding at the word of its line that it names, or at the first command there: Jinja tells only of lines."""
    said, line = problem.given, data.decode("utf-8-sig", "replace").split("\n")[problem.place.line - 1 :][:1]
    words = [said["name"], *reversed(_NAMED.findall(said["reason"])), "{%", "{{"]
    whole = (re.search(rf"(?:\b|(?=\W)){re.escape(word)}", "".join(line)) for word in words if word)
    at = next((found.start() for found in whole if found), 0)
    return replace(problem, place=replace(problem.place, column=at + 1))


@lru_cache(maxsize=256)
def asked_assets(name: str, data: bytes) -> tuple[tuple[int, str], ...]:
    """The static files that a template asks for by name, as in `asset("logo.png")`, each with its line.

    What cannot be read is told elsewhere.
    """
    return _once("assets", name, data, _assets_of) if ASSET.encode() in data else ()


def no_asset(place: Place, name: str, files: Collection[str]) -> Problem:
    """The finding for a static file that is not there, with the one of `files` that was most likely meant."""
    below = re.sub(r"^/?static/", "", name)
    variant, near = ("below", None) if below in files else ("", nearest(name, files))
    return report("O712", place, variant=variant, file=f"static/{name}", name=name, near=near, better=below)


def _assets_of(data: bytes) -> tuple[tuple[int, str], ...]:
    from jinja2 import TemplateSyntaxError, nodes

    try:
        tree = tree_of(data.decode("utf-8-sig", "replace"))
    except (TemplateSyntaxError, RecursionError):
        return ()
    asking = (call for call in tree.find_all(nodes.Call) if getattr(call.node, "name", "") == ASSET)
    named = ((call.lineno, name) for call in asking for name in call.args[:1])
    return tuple((line, str(name.value)) for line, name in named if isinstance(name, nodes.Const))


def named_templates(templates: Mapping[str, bytes]) -> frozenset[str] | None:
    """The templates that others include, extend or import; None where one computes a name, or cannot be read."""
    names = [one for name, data in templates.items() for one in _once("named", name, data, _named_in)]
    return None if None in names else frozenset(filter(None, names))


def _named_in(data: bytes) -> tuple[str | None, ...]:
    from jinja2 import TemplateSyntaxError, meta

    try:
        return tuple(meta.find_referenced_templates(tree_of(data.decode("utf-8-sig", "replace"))))
    except (TemplateSyntaxError, RecursionError):
        return (None,)


def lost_parts(templates: Mapping[str, bytes], name: str) -> tuple[list[tuple[int, str]], list[str]]:
    """The blocks of a template, or "" for words in none, that those it extends do not show, and what these show."""
    from jinja2 import TemplateSyntaxError, nodes

    left, trees = dict(templates), list["nodes.Template"]()
    try:
        while data := left.pop(name, None):
            trees.append(tree_of(data.decode("utf-8-sig", "replace")))
            name = next((getattr(one.template, "value", "") for one in trees[-1].find_all(nodes.Extends)), "")
    except (TemplateSyntaxError, RecursionError):
        return [], []
    known = [block.name for tree in trees[1:] for block in tree.find_all(nodes.Block)]
    lost = [(one.lineno, one.name) for one in trees[0].body if isinstance(one, nodes.Block) and one.name not in known]
    texts = (one for output in trees[0].body if isinstance(output, nodes.Output) for one in output.nodes)
    lost += [(one.lineno, "") for one in texts if not (isinstance(one, nodes.TemplateData) and one.data.isspace())][:1]
    return (lost if known else []), known


class _BadTemplate(Exception):
    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


def _once(kind: str, name: str, data: bytes, make: Callable[[bytes], Made]) -> Made:
    """What a template says; of one that comes with the engine it is read once for all builds."""
    if is_default_template(name, data):
        return derived(f"{kind}-{name}", data, lambda: make(data))
    note_late(__name__)
    return make(data)


@lru_cache(maxsize=256)
def _messages_of(data: bytes) -> tuple[Found, ...]:
    from jinja2 import TemplateSyntaxError
    from jinja2.ext import babel_extract, extract_from_ast

    try:
        if _NOTE.encode() in data:
            calls = list(babel_extract(io.BytesIO(data), _KEYWORDS, [_NOTE], dict(_OPTIONS)))
        else:
            calls = [(*call, []) for call in extract_from_ast(tree_of(data.decode()), _KEYWORDS)]
    except TemplateSyntaxError as error:
        raise _BadTemplate(error.message or "", error.lineno) from error
    except UnicodeDecodeError as error:
        raise _BadTemplate("it is not UTF-8", 1) from error
    except RecursionError as error:
        raise _BadTemplate("it is nested too deeply", 1) from error
    found = (_message(name, texts, notes) for _, name, texts, notes in calls)
    return tuple(message for message in found if message is not None)


def _message(name: str, texts: object, notes: list[str]) -> Found | None:
    given = [text for text in (texts if isinstance(texts, tuple) else (texts,)) if isinstance(text, str)]
    context = given.pop(0) if name in {"pgettext", "npgettext"} and given else ""
    if not given:
        return None
    plural = given[1] if name in {"ngettext", "npgettext"} and len(given) > 1 else None
    note = " ".join(line.removeprefix(_NOTE).strip(" \t") for line in notes)
    return context, given[0], plural, note


def messages_of_engine(entries: Iterable[PoEntry]) -> list[Wanted]:
    """What the engine asks for, as the template of catalogues that comes with it says."""
    asked = ((one, tuple(place for place in one.references if place.startswith(ENGINE))) for one in entries if one.id)
    return [
        Wanted(id=one.id, context=one.context or "", plural=one.plural, places=places, notes=one.notes)
        for one, places in asked
        if places
    ]


def joined(*groups: Iterable[Wanted]) -> list[Wanted]:
    """Several lists as one: each message once, with all its places."""
    return collected(
        (place, (message.context, message.id, message.plural, " ".join(message.notes)))
        for group in groups
        for message in group
        for place in message.places
    )


def collected(found: Iterable[tuple[str, Found]]) -> list[Wanted]:
    """Each message once, at the first place that asks for it."""
    places: dict[tuple[str, str], list[str]] = {}
    first: dict[tuple[str, str], Found] = {}
    for place, message in found:
        key = message[:2]
        first.setdefault(key, message)
        if place not in places.setdefault(key, []):
            places[key].append(place)
    return [
        Wanted(id=msgid, context=context, plural=plural, places=tuple(places[key]), notes=(note,) if note else ())
        for key, (context, msgid, plural, note) in first.items()
    ]
