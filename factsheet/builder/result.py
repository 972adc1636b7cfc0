"""What a build comes to: files, findings, what the next one can take over; and how it is read back beforehand."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from factsheet.builder.state import BuildState
from factsheet.builder.workers import chosen
from factsheet.core.problems import Place, Problem, Severity
from factsheet.core.records import dataclass, field, replace
from factsheet.files.marker import digest as digest_of
from factsheet.files.marker import read_marker
from factsheet.files.survey import parent
from factsheet.site.proof import Tally
from factsheet.site.site import Site


@dataclass(frozen=True, kw_only=True)
class Result:
    """A build: files to publish, and findings. Nothing is published while `has_errors`."""

    artifacts: Mapping[str, bytes] = field(default_factory=dict)
    """The files that were rendered."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """The digest of each file of the site."""
    unchanged: Mapping[str, str] = field(default_factory=dict)
    """The files that are as an earlier build made them, by their digest."""
    problems: tuple[Problem, ...] = ()
    site: Site | None = None
    proofs: Tally = field(default_factory=Tally)
    """How many figures are proven, and against what."""
    state: BuildState = field(default_factory=BuildState)
    """What the next build can take over once this one has been published."""
    others: tuple[str, ...] = ()
    """Files outside the site's folders that were looked at: archived sources, and plugins."""
    needs_readback: bool = False
    """Whether templates or plugins of the site write on pages: what they make of a figure is seen there only."""

    @property
    def has_errors(self) -> bool:
        """Whether a finding stops publication."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def has_warnings(self) -> bool:
        """Whether a finding stops publication under `--strict`."""
        return any(problem.severity is Severity.WARNING for problem in self.problems)

    @property
    def has_bad_settings(self) -> bool:
        """Whether site.toml is at fault, which has an exit code of its own."""
        return any(problem.code[0] == "C" for problem in self.problems)

    @property
    def file_count(self) -> int:
        """How many files the site has."""
        return len(self.artifacts) + len(self.unchanged)


# What a build made, read back as a stranger would read it, before it takes the place of the published site.

_PAGE = ".html"
_DATA = (".csv", ".json", ".xlsx")
_TOLD = (*_DATA, ".svg")
"""Files with which pages are compared, or that are compared with each other."""


def read_back(folder: Path, result: Result, jobs: int = 1) -> list[Problem]:
    """Compare each figure on the pages that were made anew with what the data files tell; see `verify`.

    Pages are held against the published ones in `jobs` processes where there are many.

    Pages that are as they were have been read before, or read as those that have, and so has what their data files
    say. These are compared with as they lie in `folder`, where the site was published; one that differs there is left
    out, for publishing finds it and has all pages made anew.
    """
    from factsheet.checks import verify
    from factsheet.checks.verify.digests import FILE, how_numbers_read

    listed = read_marker(os.fspath(folder)) or {}
    published = partial(_as_listed, folder, listed)
    before = published(FILE) or b""
    is_read_so = how_numbers_read(result.artifacts.get(FILE, before)) == how_numbers_read(before)
    alike = frozenset(_read_before(result, listed, published, jobs) if is_read_so else ())
    files = {path: data for path, data in result.artifacts.items() if path not in alike}
    if not any(path.endswith(_PAGE) for path in files):
        return []
    are_apart = any("/table-" in path or "/chart-" in path for path in result.unchanged)  # they name other sheets
    told = verify.of_reached(files, published) if is_read_so and not are_apart else None
    if told and not verify.read_back({FILE: before, **files}, told=told):
        return []
    known = dict(_kept_data(folder, result))
    typed = {one.given["numeral"]: one.place for one in result.problems if one.code == "S312"}
    return list(dict.fromkeys(_at_its_template(one, typed) for one in verify.read_back({**known, **files}, known)))


def _at_its_template(found: Problem, typed: Mapping[str, Place]) -> Problem:
    """A number on a page that a template is known to type, told there: once, and not at each page that shows it."""
    place = typed.get(found.given["numeral"]) if found.code == "V906" else None
    return replace(found, place=place) if place else found


def _as_listed(folder: Path, listed: Mapping[str, str], path: str) -> bytes | None:
    """A file that lies in the folder as it was published."""
    from factsheet.checks.verify.digests import read_published_file

    data = read_published_file(folder, path)
    return data if data is not None and digest_of(data) == listed.get(path) else None


def _read_before(
    result: Result, listed: Mapping[str, str], published: Callable[[str], bytes | None], jobs: int
) -> Iterable[str]:
    """The pages that read as those in their place, which were published beside data that tell the same."""
    from factsheet.checks.verify.digests import FILE
    from factsheet.checks.verify.edited import read_alike

    told = [
        {path: digest for path, digest in files.items() if path.endswith(_TOLD) and path != FILE}
        for files in (listed, result.digests)
    ]
    if told[0] != told[1]:
        return ()

    def is_alike(path: str) -> bool:
        before = published(path)
        pages = (before or b"", result.artifacts[path])
        return before is not None and read_alike(*(each.decode(errors="replace") for each in pages))

    return chosen([path for path in result.artifacts if path.endswith(_PAGE)], is_alike, jobs)


def _kept_data(folder: Path, result: Result) -> Iterator[tuple[str, bytes]]:
    """The data files that are as they were; where that is all of a folder, one of each that tell the same."""
    fresh = {parent(path) for path in result.artifacts if path.endswith(_DATA)}
    for path in result.unchanged:
        is_told = path.endswith(_DATA) and (path.endswith(".json") or parent(path) in fresh or "/chart-" in path)
        data = _as_listed(folder, result.unchanged, path) if is_told else None
        if data is not None:
            yield path, data
