"""`check`: prove everything, write nothing."""

import argparse
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from factsheet.builder import store
from factsheet.builder.pipeline import Options, Result, check
from factsheet.builder.state import known_addresses
from factsheet.builder.workers import cores
from factsheet.checks.addresses import departed, published_pages
from factsheet.checks.restated import Known, published_figures, silent_changes
from factsheet.cli.arguments import Command, site_options
from factsheet.cli.printing import complain, counted, number, say, show, spoken, tally, tell, words
from factsheet.content.text import decode
from factsheet.core.codes import report, with_severity
from factsheet.core.problems import Place, Problem, Severity, Words
from factsheet.core.records import replace
from factsheet.site.addresses import Addresses
from factsheet.tools.findings import told

if TYPE_CHECKING:
    from factsheet.site.proof import Tally
    from factsheet.site.site import Site
    from factsheet.tools.fixing import Edit


def run(arguments: argparse.Namespace) -> int:
    """Check the site; 0 when it is clean."""
    root, options = Path(arguments.root), site_options(arguments)
    if arguments.fix:
        _mend(root, options)
    result = _checked(root, options)
    if arguments.markdown and result.site is not None:
        try:
            result = replace(result, problems=(*result.problems, *_opinions(result.site)))
        except ImportError:
            return complain(
                "there is no second reader of Markdown", "install it with: pip install 'factsheet[markdown]'"
            )
    if arguments.external and result.site is not None:
        from factsheet.cli.external import dead_links

        result = _with(result, dead_links(result.site))
    _print(result, root, arguments)
    code = exit_code(result, strict=arguments.strict)
    if not arguments.quiet or code:
        if found := tally(result.problems):
            tell(found)
        else:
            say("No problems found.")
    if result.site is not None and not arguments.quiet:
        tell(proofs(result.proofs))
    return code


COMMANDS = (Command("check", run),)


def _checked(root: Path, options: Options) -> Result:
    """Check the site, with what is gone from the folder where it is published."""
    return with_departed(check(root, options, state=store.last(root), jobs=cores()), root, root / "public", options)


def with_departed(result: Result, root: Path, folder: Path, options: Options) -> Result:
    """Add what is to be said of pages and figures that were published in a folder and are there no longer, or changed.

    Of a build of some languages, or with languages that are made up, nothing can be said.
    """
    if result.site is None or options.locales or options.pseudo:
        return result
    kept = store.folder_of(root, folder.resolve()) if store.is_inside(root) else None
    known = known_addresses(folder, kept)
    found = list(_changed(result, result.site, folder))
    if known.every and not known.every <= published_pages({**result.artifacts, **result.unchanged}):
        found.extend(departed(result.site, known.every, known.before))
    if not found:
        return result
    return _with(result, found)


def _with(result: Result, found: Iterable[Problem]) -> Result:
    """Add findings to a result, each with the weight that the site's settings give it."""
    from factsheet.checks.cascading import without_repeats

    weights = dict(result.site.settings.checks) if result.site else {}
    every = sorted((*result.problems, *with_severity(found, weights)), key=lambda one: one.sort_key)
    return replace(result, problems=tuple(without_repeats(every)))


def _changed(result: Result, site: "Site", folder: Path) -> Iterator[Problem]:
    """Tell of figures that were published with another value, where the data file is not known to be the same.

    The file of a sheet tells of it, and where there is none, that of all sheets.
    """
    addresses, tag = Addresses(site), site.settings.reference
    every = f"{addresses.home(tag)}figures.json"

    @cache
    def known(file: str) -> Known:
        with suppress(OSError):
            return published_figures((folder / file).read_bytes())
        return {}

    for path in () if every in result.unchanged else site.paths:
        own = f"{addresses.data_folder(tag, path)}figures.json"
        if own not in result.unchanged:
            told_of = any(path == sheet for sheet, _ in known(own))
            yield from silent_changes(site, known(own if told_of else every), [path])


def _opinions(site: "Site") -> Iterator[Problem]:
    """Tell where GitHub would make something else of a text; raises ImportError without the extra."""
    from factsheet.content.markup.opinion import second_opinion

    for key, sheet in site.sheets.items():
        for found in second_opinion(sheet.body, site.prose[key]):
            place = Place(sheet.file, sheet.body_line + found.line - 1)
            yield report("M107", place, ours=found.ours, theirs=found.theirs)


def proofs(found: "Tally") -> str:
    """Say how many figures are proven, and against what."""
    return spoken(
        "{figures}: {full} proven against the full text, {quote} against their quote only, {none} without proof.",
        figures=counted("{count} figure", "{count} figures", found.figures),
        full=number(found.full),
        quote=number(found.quote),
        none=number(found.none),
    )


def _print(result: Result, root: Path, arguments: argparse.Namespace) -> None:
    if arguments.format == "text":
        show(result.problems, root, capped=not arguments.all)
    elif arguments.format == "json":
        print(as_json(result.problems, words(), result.proofs if result.site else None))
    else:
        for line in as_annotations(result.problems, words(), folder=arguments.root):
            print(line)


def _mend(root: Path, options: Options) -> None:
    """Correct what has one safe answer; print the difference on standard output."""
    from factsheet.builder.pipeline import read_sources
    from factsheet.files.writing import write_sources
    from factsheet.tools.fixing import corrected, diff, edits

    content = read_sources(root).content
    result = _checked(root, options)
    if result.site is None:
        return
    texts = {path: decode(path, data)[0] for path, data in content.items()}
    by_file: dict[str, list[Edit]] = {}
    for edit in edits(result.site, result.problems, texts):
        by_file.setdefault(edit.place.path, []).append(edit)
    changed = {path: corrected(content[path], found) for path, found in sorted(by_file.items())}
    for path, data in changed.items():
        for line in diff(path, content[path], data):
            print(line)
    write_sources(root, {path: data for path, data in changed.items() if data != content[path]})


def exit_code(result: Result, *, strict: bool) -> int:
    """Tell settings at fault (2) from content at fault (1)."""
    if result.has_errors or (strict and result.has_warnings):
        return 2 if result.has_bad_settings else 1
    return 0


# Findings for programs: JSON with a stable shape, and annotations as GitHub's workflow commands.

FORMATS = ("text", "json", "github")
"""What `check --format` takes."""

VERSION = 1
"""Of the shape of the JSON: a key may be added, but none changes its meaning or goes away."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def as_json(problems: Iterable[Problem], words: Words, proven: "Tally | None") -> str:
    """Write findings as one JSON object: `version`, `problems`, `counts`, and `figures` by their proof."""
    listed = list(problems)
    counts = {severity.value: sum(one.severity is severity for one in listed) for severity in Severity}
    figures = proven and {"full": proven.full, "quote": proven.quote, "none": proven.none}
    report = {
        "version": VERSION,
        "problems": [_entry(problem, words) for problem in listed],
        "counts": counts,
        "figures": figures,
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def as_annotations(problems: Iterable[Problem], words: Words, *, folder: str) -> Iterator[str]:
    """Write each finding as a workflow command, which GitHub shows beside the line in a pull request.

    `folder` is the site's, as seen from the folder of the repository in which the command runs.
    """
    for problem in problems:
        place, (message, fix) = problem.place, told(problem, words)
        file = (PurePath(folder) / place.path).as_posix()
        properties = {"file": file, "line": place.line, "col": place.column, "title": problem.code}
        safe = {name: _data(str(value)).replace(":", "%3A").replace(",", "%2C") for name, value in properties.items()}
        written = ",".join(f"{name}={value}" for name, value in safe.items())
        text = _data(f"{message}\n{fix}")
        yield f"::{_COMMANDS[problem.severity]} {written}::{text}"


def _entry(problem: Problem, words: Words) -> dict[str, object]:
    message, fix = told(problem, words)
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": message,
        "fix": fix,
        "values": dict(problem.values),
    }


def _data(text: str) -> str:
    """Escape a message as the runner expects it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
