"""A plugin: one value that holds all that it adds, and refuses what would only be noticed later."""

from collections.abc import Iterable, Mapping

from jinja2.filters import FILTERS

from factsheet.checks import Check
from factsheet.content.kinds import KINDS
from factsheet.content.kinds.base import Kind
from factsheet.outputs import OUTPUTS
from factsheet.outputs.artifacts import Output
from factsheet.outputs.templating import Filter
from factsheet.problems import Code
from factsheet.problems.codes import OF_PLUGINS
from factsheet.records import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """All that one plugin adds.

    Raises TypeError for what is no kind, check, output or filter, and ValueError for a name that cannot be taken.
    """

    kinds: tuple[Kind, ...] = ()
    """Kinds of value: instances, not classes."""
    checks: tuple[Check, ...] = ()
    """Functions that are given the site, listing one sheet in all its languages, and give problems."""
    codes: tuple[Code, ...] = ()
    """The codes that the checks report, X000 to X999."""
    outputs: tuple[Output, ...] = ()
    """What is published besides."""
    filters: Mapping[str, Filter] = field(default_factory=dict)
    """Filters of templates by name."""

    def __post_init__(self) -> None:
        """Refuse what would only be noticed later, or change the tool itself."""
        _each("kinds", self.kinds, Kind)
        _each("codes", self.codes, Code)
        _each("outputs", self.outputs, Output)
        for what, functions in (("checks", self.checks), ("filters", self.filters.values())):
            _functions(what, functions)
        if bad := [code.id for code in self.codes if not OF_PLUGINS.fullmatch(code.id)]:
            raise ValueError(f"the code {bad[0]} is not one of X000 to X999")
        own = {"kind": [one.name for one in self.kinds], "output": [one.name for one in self.outputs]}
        taken = {"kind": {one.name for one in KINDS}, "output": {one.name for one in OUTPUTS}, "filter": set(FILTERS)}
        for what, names in {**own, "filter": list(self.filters)}.items():
            _names(what, names, taken[what])


def _each(what: str, given: tuple[object, ...], kind: type) -> None:
    if wrong := [one for one in given if not isinstance(one, kind)]:
        raise TypeError(f"`{what}` holds {wrong[0]!r}, which is no {kind.__name__}")


def _functions(what: str, given: Iterable[object]) -> None:
    if wrong := [one for one in given if not callable(one)]:
        raise TypeError(f"`{what}` holds {wrong[0]!r}, which is no function")


def _names(what: str, names: list[str], taken: set[str]) -> None:
    for name in names:
        if not name.replace("-", "_").isidentifier() or not name.isascii():
            raise ValueError(f"the {what} {name!r} needs a name of letters, digits and hyphens")
        if name in taken or names.count(name) > 1:
            raise ValueError(f"the {what} `{name}` is there already")
