"""Prove, without a network, that every dependency is locked, licensed and without a known hole.

    python -m scripts.dependencies

What is allowed and what is known stands in dependencies.toml. Prints each finding; exits with 1 if any.
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from typing import Any

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from scripts.locks import DEVELOPMENT, INSTALLERS, ROOT, RUNTIME, Locked, node_packages, python_packages


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """A known vulnerability, and the versions of a package that have it."""

    package: str
    advisory: str
    affected: tuple[SpecifierSet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What dependencies.toml allows and knows."""

    shipped: frozenset[str]
    tools: frozenset[str]
    licences: Mapping[str, str]
    holes: tuple[Hole, ...]


def main() -> int:
    """Print the findings; 0 if there are none."""
    findings = list(find())
    for finding in findings:
        print(f"dependencies: {finding}", file=sys.stderr)
    return 1 if findings else 0


def find() -> Iterator[str]:
    """All that is wrong with the dependencies of this checkout."""
    policy = read_policy()
    runtime, development, installers = (list(python_packages(lock)) for lock in (RUNTIME, DEVELOPMENT, INSTALLERS))
    page_checkers = list(node_packages())
    yield from unlocked([*runtime, *development, *installers, *page_checkers])
    yield from unequal(runtime, development)
    yield from unanswered(required(), development)
    yield from unanswered(required_of_group("installers"), installers)
    yield from outdated_environment(development)
    yield from unlicensed(runtime, policy.licences, policy.shipped)
    yield from unlicensed([*development, *installers], policy.licences, policy.shipped | policy.tools)
    yield from relicensed(development, policy.licences)
    stated = stated_licences(page_checkers, policy.licences)
    yield from unlicensed(page_checkers, stated, policy.shipped | policy.tools)
    # Installers are old on purpose, as on people's machines, and are given nothing but our own locked wheels.
    yield from vulnerable([*development, *page_checkers], policy.holes)


def read_policy() -> Policy:
    """The contents of dependencies.toml."""
    data = _toml("scripts/dependencies.toml")
    holes = (
        Hole(package=name, advisory=advisory, affected=tuple(map(SpecifierSet, ranges.split("||"))))
        for name, known in data["holes"].items()
        for advisory, ranges in known.items()
    )
    return Policy(
        shipped=frozenset(data["allowed"]["shipped"]),
        tools=frozenset(data["allowed"]["tools"]),
        licences=data["licences"],
        holes=tuple(holes),
    )


def required() -> list[Requirement]:
    """What pyproject.toml asks for: dependencies, extras and the development group."""
    data = _toml("pyproject.toml")
    lists = [data["project"]["dependencies"], *data["project"]["optional-dependencies"].values()]
    return [*(Requirement(each) for wanted in lists for each in wanted), *required_of_group("dev")]


def required_of_group(name: str) -> list[Requirement]:
    """What a dependency group of pyproject.toml asks for."""
    return [Requirement(each) for each in _toml("pyproject.toml")["dependency-groups"][name]]


def unlocked(packages: Iterable[Locked]) -> Iterator[str]:
    """Packages whose files are not pinned by a hash."""
    for each in packages:
        if not each.hashes:
            yield f"{each.name} {each.version} has no hash in its lock: run `make lock`"


def unequal(runtime: Iterable[Locked], development: Iterable[Locked]) -> Iterator[str]:
    """Packages that a site gets at another version than its tests."""
    tested = {each.name: each.version for each in development}
    for each in runtime:
        other = tested.get(each.name)
        if other != each.version:
            yield f"{each.name} is {each.version} for a site and {other} in tests: run `make lock`"


def unanswered(wanted: Iterable[Requirement], locked: Iterable[Locked]) -> Iterator[str]:
    """Requirements of pyproject.toml that the lock does not meet."""
    versions = {canonicalize_name(each.name): each.version for each in locked}
    for requirement in wanted:
        version = versions.get(canonicalize_name(requirement.name))
        if version is None or version not in requirement.specifier:
            yield f"{requirement} is asked for, but {version or 'nothing'} is locked: run `make lock`"


def outdated_environment(locked: Iterable[Locked]) -> Iterator[str]:
    """Packages installed here at another version than the lock's."""
    for each in locked:
        if each.marker and not Marker(each.marker).evaluate():
            continue
        installed = _installed(each.name)
        if installed is None or Version(installed["Version"]) != Version(each.version):
            found = installed["Version"] if installed else "not"
            yield f"{each.name} {each.version} is locked, {found} installed: remove .venv and run `make`"


def stated_licences(packages: Iterable[Locked], known: Mapping[str, str]) -> dict[str, str]:
    """Give what packages of npm state; where that is "SEE LICENSE IN" a file, what was read there."""
    return {
        each.name: known.get(each.name, "none")
        if (each.licence or "").startswith("SEE LICENSE")
        else each.licence or "none"
        for each in packages
    }


def unlicensed(packages: Iterable[Locked], licences: Mapping[str, str], allowed: frozenset[str]) -> Iterator[str]:
    """Packages under no licence known, or one not allowed."""
    for each in packages:
        licence = licences.get(each.name)
        if licence is None:
            yield f"{each.name} has no licence in scripts/dependencies.toml: look it up and add it"
        elif not is_allowed(licence, allowed):
            yield f"{each.name} is under {licence}, which is not allowed here"


def is_allowed(expression: str, allowed: frozenset[str]) -> bool:
    """Whether a licence expression (SPDX, without nested parentheses) leaves a choice that is allowed."""
    choices = expression.strip("()").split(" OR ")
    return any(all(part in allowed for part in choice.split(" AND ")) for choice in choices)


def relicensed(packages: Iterable[Locked], licences: Mapping[str, str]) -> Iterator[str]:
    """Packages whose installed release states another licence than the one recorded."""
    for each in packages:
        installed = _installed(each.name)
        stated = installed["License-Expression"] if installed and "License-Expression" in installed else None
        if stated and stated != licences.get(each.name, stated):
            yield f"{each.name} {each.version} is under {stated}, but {licences[each.name]} is recorded"


def vulnerable(packages: Iterable[Locked], holes: Iterable[Hole]) -> Iterator[str]:
    """Packages at a version with a known hole."""
    known = list(holes)
    for each in packages:
        for hole in known:
            if each.name == hole.package and any(each.version in affected for affected in hole.affected):
                yield f"{each.name} {each.version} has {hole.advisory}: run `make lock`"


def _installed(name: str) -> metadata.PackageMetadata | None:
    try:
        return metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / name).read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
