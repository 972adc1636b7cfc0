"""Templates as trees, parsed once: first to find the messages that they ask for, then to be compiled."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypedDict

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

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
    found = _trees.get(text)
    if found is None:
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


def with_gettext(environment: "Environment") -> None:
    """Set how texts for translators are read: named values, and lines joined."""
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension adds it
    environment.policies["ext.i18n.trimmed"] = True
