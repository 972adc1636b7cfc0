"""The units of a build: what is checked and what is rendered of one sheet, each as work that can be traced.

The value of a unit is plain (JSON can hold it); the bytes of the files it makes are kept beside it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from factsheet import checks, outputs
from factsheet.builder.kept_pages import KeptPages
from factsheet.builder.spill import Spill
from factsheet.checks import dated
from factsheet.content.assets import ROOT
from factsheet.content.sheets.store import Key, Restart, file_of, key_of
from factsheet.content.tracing import digest_of_bytes, digest_of_texts
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem, Severity
from factsheet.core.records import dataclass, field
from factsheet.outputs import Artifact, Output, Rendering, site_pages
from factsheet.outputs.navigation import make_card, make_shown
from factsheet.site.proof import tally
from factsheet.site.site import Site

Plain = dict[str, Any]
"""A value of mappings, lists, texts and numbers."""


class Forgotten(Restart):
    """What an earlier build gathered is not there any more: all must be rendered again."""


@dataclass(frozen=True, kw_only=True)
class Tasks:
    """The work of one build."""

    site: Site
    rendering: Rendering
    made: Spill = field(default_factory=Spill)
    """The files that have been rendered in this build."""
    texts: dict[str, Spill]
    """What has been gathered in this build, by output and path."""
    earlier: Callable[[str], Spill]
    """What an earlier build gathered for an output, by path."""
    pages: KeptPages | None = None
    """What is kept of pages; None where nothing is."""
    added: tuple[checks.Check, ...] = ()
    """The checks of plugins."""

    def all_paths(self) -> list[str]:
        """Every path for which there is a file in any language, also without an original."""
        return sorted({path for _, path in self.site.sheets.shelf.files})

    def register_answers(self) -> None:
        """Tell the tracer how to answer for the work that lists and links sheets."""
        makers = self.site.tracer.makers
        makers["folder"] = lambda name: self.rendering.addresses.make_folder(*key_of(name))
        makers["shown"] = lambda tag: make_shown(self.rendering.site, tag)
        makers["card"] = lambda name: make_card(self.rendering, *key_of(name))
        makers["facts"] = self._facts
        makers["written"] = lambda name: self._written(*key_of(name))
        makers["places"] = lambda name: site_pages.make_places(self.rendering, *key_of(name))
        if (pages := self.pages) is not None:
            makers["page"] = lambda name: pages.make(self.rendering, name)

    def catalogs(self) -> list[Plain]:
        """The works `catalogs` and `words`: the findings of catalogues and templates, which no sheet bears on."""
        works = {"catalogs": checks.of_catalogs, "words": checks.of_words}
        return [
            self.site.tracer.task(name, lambda check=check: {"problems": [to_plain(one) for one in check(self.site)]})  # type: ignore[misc]
            for name, check in works.items()
        ]

    def compare(self, gathered: Mapping[str, Mapping[str, str]]) -> list[Problem]:
        """The works `compare`, one for each check of the whole site: the findings that only show beside other sheets.

        `gathered` is what the work `check` gives under this name, by path in reading order.
        """
        tracer = self.site.tracer
        texts = {
            check.name: {path: parts[check.name] for path, parts in gathered.items()} for check in checks.SITE_CHECKS
        }
        tracer.leaves = {**tracer.leaves, "compared": lambda name: digest_of_texts(chain(*texts[name].items()))}
        found = [
            tracer.task(f"compare {check.name}", lambda check=check: self._compare(check, texts[check.name]))  # type: ignore[misc]
            for check in checks.SITE_CHECKS
        ]
        return [to_problem(plain) for part in found for plain in part["problems"]]

    def check(self, path: str) -> Plain:
        """The work `check`: the findings of one sheet in all languages."""
        return self.site.tracer.task(f"check {path}", lambda: self._check(path))

    def render(self, path: str) -> Plain:
        """The files of one sheet in all languages: the work `render` gives the names of the works that make them."""
        task = self.site.tracer.task
        parts: list[Plain] = [task(name, dict) for name in task(f"render {path}", lambda: self._render(path))]
        files, twice = files_of(parts, ())
        problems = [*(problem for part in parts for problem in part["problems"]), *map(to_plain, twice)]
        return {**parts[0], "files": files, "problems": problems}

    def combine(self, rendered: Mapping[str, Plain]) -> list[Plain]:
        """The work `site`, one for each output: the files of the whole site.

        `rendered` are the values of the work `render`, by path in reading order.
        """
        tracer = self.site.tracer
        digests = {
            output.name: {path: value["gathered"].get(output.name, "") for path, value in rendered.items()}
            for output in outputs.every(self.rendering)
            if output.combine
        }
        tracer.leaves = {**tracer.leaves, "gathered": lambda name: digest_of_texts(chain(*digests[name].items()))}
        return [
            tracer.task(f"site {output.name}", lambda output=output: self._combine(output, digests[output.name]))  # type: ignore[misc]
            for output in outputs.every(self.rendering)
            if output.combine
        ]

    def _check(self, path: str) -> Plain:
        found: list[Problem] = []
        for key in self._own(path):
            if problems := self.site.sheets.shelf.read(key)[1]:
                found.extend(dated.with_dates(self.site, key[0], problems))
        found.extend(checks.of_sheet(self.site, path, self.added))
        proofs = tally(self.site.focused(path))
        return {
            "problems": [to_plain(problem) for problem in dict.fromkeys(found)],
            "gathered": checks.gather(self.site, path),
            "proofs": [proofs.full, proofs.quote, proofs.none],
        }

    def _compare(self, check: checks.SiteCheck, texts: Mapping[str, str]) -> Plain:
        self.site.tracer.note(f"compared {check.name}")
        return {"problems": [to_plain(problem) for problem in check.combine(self.site, texts)]}

    def samples(self, paths: Iterable[str]) -> list[Plain]:
        """The work `render` for one sheet of each layout, and the pages of no sheet: every template is tried."""
        chosen: dict[str | None, str] = {}
        for path in paths:
            if self.is_sound(path):
                chosen.setdefault(self.site.original(path).layout, path)
        return [*map(self.render, chosen.values()), self._combine(site_pages.INTERFACE, {})]

    def is_sound(self, path: str) -> bool:
        """Whether a sheet has been checked without an error, and can be rendered."""
        problems = self.check(path)["problems"]
        is_good = not any(to_problem(plain).severity is Severity.ERROR for plain in problems)
        return is_good and self._is_shown(path)

    def _is_shown(self, path: str) -> bool:
        return (self.site.settings.reference, path) in self.site.sheets

    def folders(self, paths: Iterable[str]) -> dict[str, str]:
        """Some sheets by the folders of their pages in the output."""
        site, addresses = self.site, self.rendering.addresses
        return {
            addresses.folder(language.tag, path): path
            for path in paths
            if self._is_shown(path)
            for language in site.published
            if site.is_shown(language.tag, path)
        }

    def assets(self) -> dict[str, bytes]:
        """The static files by their path in the output, which every page needs."""
        rendering = self.rendering
        return {rendering.assets[name]: data for name, data in rendering.static.items()}

    def forget(self, path: str) -> None:
        """Let go of all that was made on the way to the files of a sheet."""
        self.site.forget(path)

    def _own(self, path: str) -> list[Key]:
        """The files of one sheet, noted whether they are there or not."""
        keys = [(language.tag, path) for language in self.site.languages]
        for key in keys:
            self.site.tracer.note(f"file {file_of(key)}")
        return [key for key in keys if key in self.site.sheets.shelf.files]

    def _render(self, path: str) -> list[str]:
        """The works `facts`, the same whatever templates say, and `written`, the page of each language."""
        site = self.rendering.site
        tags = [language.tag for language in site.published if site.is_shown(language.tag, path)]
        names = [f"facts {path}", *(f"written {tag} {path}" for tag in tags)]
        for name in names:
            self.site.tracer.note(name)
        return names

    def _written(self, tag: str, path: str) -> Plain:
        self.site.tracer.task(f"facts {path}", dict)  # done: beside other data the same page is read back
        return self._collected(outputs.of_page(self.rendering, tag, path))

    def _facts(self, path: str) -> Plain:
        self._own(path)
        before = len(self.rendering.problems)
        gathered = {name: text.encode() for name, text in outputs.gather(self.rendering, path).items()}
        files = self._collected(outputs.of_sheet(self.rendering, path), before)
        for name, data in gathered.items():
            self.texts_of(name)[path] = data
        return {**files, "gathered": {name: digest_of_bytes(data) for name, data in gathered.items()}}

    def _combine(self, output: Output, digests: Mapping[str, str]) -> Plain:
        self.site.tracer.note(f"gathered {output.name}")
        if output.combine is None:
            return {"files": {}, "problems": []}
        gathered = self.gathered(output.name, digests) if output.gather else {}
        artifacts = outputs.until_fault(self.rendering, output.combine(self.rendering, gathered))
        return self._collected(self._without_replaced(artifacts) if output.gives_way else artifacts)

    def _without_replaced(self, artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
        """Leave out the files for which the site has one of its own in `static/root/`, and tell of each."""
        for path, data in artifacts:
            if f"{ROOT}{path}" in self.rendering.static:
                self.rendering.problems.append(report("O708", Place(f"static/{ROOT}{path}"), path=path))
            else:
                yield path, data

    def texts_of(self, name: str) -> Spill:
        """What has been gathered for an output in this build, kept where the files are."""
        return self.texts.setdefault(name, Spill(drawers=self.made.drawers))

    def gathered(self, name: str, digests: Mapping[str, str]) -> "Gathered":
        """What all sheets add to an output, in this build or an earlier one."""
        now = self.texts_of(name)
        return Gathered(digests, now if len(now) == len(digests) else self.earlier(name).under(now))

    def _collected(self, artifacts: Iterable[Artifact], before: int | None = None) -> Plain:
        """Keep files; give their digests, and the problems of making them: those behind the first `before`."""
        before = len(self.rendering.problems) if before is None else before
        files: dict[str, str] = {}
        for path, data in artifacts:
            if path in files:
                problem = report("O703", Place(path), path=path, one="one output", other="another")
                self.rendering.problems.append(problem)
            files[path] = outputs.digest(data)
            self.made[path] = data
        found = self.rendering.problems[before:]
        return {"files": files, "problems": [to_plain(problem) for problem in found]}


@dataclass(frozen=True)
class Gathered(Mapping[str, str]):
    """What sheets add to an output, read when it is asked for. Raises Forgotten where it is not what it was."""

    digests: Mapping[str, str]
    """The digest of what each sheet adds, by path."""
    texts: Spill

    def __getitem__(self, path: str) -> str:
        digest = self.digests[path]
        data = self.texts.get(path, b"")
        if digest_of_bytes(data) != digest:
            raise Forgotten(path)
        return data.decode()

    def __iter__(self) -> Iterator[str]:
        return iter(self.digests)

    def __len__(self) -> int:
        return len(self.digests)


def to_plain(problem: Problem) -> list[Any]:
    """A finding as JSON can hold it."""
    place = problem.place
    values = [list(pair) for pair in problem.values]
    return [problem.code, place.path, place.line, place.column, str(problem.severity), values, problem.variant]


def to_problem(plain: list[Any]) -> Problem:
    """The finding that `to_plain` was given."""
    code, path, line, column, severity, values, variant = plain
    return Problem(
        code=code,
        place=Place(path, line, column),
        severity=Severity(severity),
        values=tuple((name, value) for name, value in values),
        variant=variant,
    )


def problems_of(parts: Iterable[Plain]) -> list[Problem]:
    """Give the findings of the parts of a build."""
    return [to_problem(plain) for part in parts for plain in part["problems"]]


def files_of(parts: Iterable[Plain], copied: Collection[str]) -> tuple[dict[str, str], list[Problem]]:
    """The files of all parts with their digests; paths that two of them give are reported."""
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for part in parts:
        for path, digest in part["files"].items():
            if path in files and path in copied:
                problems.append(report("O709", Place(f"static/{ROOT}{path}"), path=path, other=path))
            elif path in files:
                problems.append(report("O703", Place(path), path=path, one="one output", other="another"))
            files[path] = digest
    return files, problems
