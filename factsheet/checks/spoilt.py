"""What a finding refuses, and what another misses: the keys of front matter by which echoes are known.

A finding *spoils* the key whose value or name it refuses; a finding that tells of something missing *needs* the keys
under which that would stand.
"""

from collections.abc import Callable, Mapping

from factsheet.core.problems import Problem

_MISSPELT = frozenset({"F007", "F016", "P202", "R507"})
"""A name is not known; where it is near one that is, that one was meant."""

_OF_UNIT = frozenset({"N108", "N122"})
"""The phrases of a unit are refused."""


def spoilt(cause: Problem) -> str:
    """The key whose value was refused, or whose name is misspelt; empty where the finding refuses none."""
    given = dict(cause.values)
    within, dot, _ = given.get("key", "").rpartition(".")
    if cause.code == "F008":
        return given["key"]
    if cause.code == "N102" and cause.variant == "time":
        return given["metric"].rpartition(".")[0]
    if cause.code in _MISSPELT and "suggestion" in given:
        return f"{within}{dot}{given['suggestion']}"
    return f"{given.get('metric')}.unit" if cause.code in _OF_UNIT else ""


NEEDS: Mapping[str, Callable[[Mapping[str, str]], tuple[str, ...]]] = {
    "F009": lambda of: (of["key"], of["key"].rpartition(".")[0]),
    "N102": lambda of: ("metrics", f"{of['metric']}.value"),
    "N124": lambda of: ("metrics", f"{of.get('metric')}.history"),
    "P202": lambda of: (of.get("section", "metrics"), of["metric"], f"metrics.{of['metric']}"),
    "Q401": lambda of: ("sources", f"{of['metric']}.source"),
    "R501": lambda of: ("metrics", _name(of["target"]), f"metrics.{_name(of['target'])}"),
    "R505": lambda of: ("metrics", "tables", of["source"]),
    "R520": lambda _: ("tables",),
    "R524": lambda _: ("charts",),
    "R506": lambda of: ("metrics", of["metric"], "highlight", "charts"),
    "R507": lambda of: ("sources", of["source"]),
    "T602": lambda of: (
        of["section"] or of["key"],
        of["metric"],
        f"{of['metric']}.{of['key']}",
        f"{of['section']}.{of['key']}",
    ),
}
"""For each code that tells of something missing: the keys under which it would stand."""

IN_ALL_LANGUAGES = frozenset({"P202", "R501", "R506", "R520", "R524", "T602"})
"""Those that miss what the original declares, whichever text misses it."""


def _name(target: str) -> str:
    return target.rpartition("/")[2]
