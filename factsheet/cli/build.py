"""`build`: prove everything, render it, and publish it all or nothing."""

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from factsheet.builder import store, up_to_date
from factsheet.builder.pipeline import Result, build, publish_result
from factsheet.builder.result import read_back
from factsheet.builder.state import BuildState, KnownAddresses, known_addresses, note_addresses
from factsheet.builder.workers import cores
from factsheet.checks.addresses import published_pages
from factsheet.cli.arguments import Command, site_options, whole
from factsheet.cli.check import exit_code, with_departed
from factsheet.cli.printing import complain, counted, say, seconds, show, spoken, tally, tell, tell_count
from factsheet.core.records import replace
from factsheet.files.marker import NotAsLeft, OutputRefused, PublishFailed, check_output

MOST_JOBS = 256
"""More processes than any machine has cores for a site."""


def run(arguments: argparse.Namespace) -> int:
    """Build the site; 0 when it has been published."""
    root = Path(arguments.root)
    output = str(root / "public" if arguments.output is None else Path(arguments.output).expanduser())
    if arguments.pdf:
        from factsheet.outputs.offline import lack_of_pdf

        if lack := lack_of_pdf():
            return complain(
                "there can be no PDF: {reason}", "install it with: pip install 'factsheet[pdf]'", reason=lack
            )
    if arguments.search:
        from factsheet.cli.besides import can_index

        if not can_index():
            complain("there will be no search", "install it with: pip install 'factsheet[search]'")
            arguments.search = False
    try:
        folder = check_output(root, output, base=Path.cwd())
        return _build(root, folder, output, arguments)
    except OutputRefused as refused:
        return complain(
            "{path}: {reason}", "name another folder with --output", path=refused.shown, reason=refused.message
        )
    except PublishFailed as failed:
        what = spoken(failed.text, **failed.values)
        return complain("{path}: {reason}", "the site published before is untouched", path=failed.path, reason=what)


COMMANDS = (Command("build", run, {"jobs": whole(1, MOST_JOBS)}),)


def _build(root: Path, folder: Path, output: str, arguments: argparse.Namespace) -> int:
    """Build and publish, taking over from the last build what is the same."""
    started = time.time_ns()
    unkept = arguments.no_cache or arguments.compress or arguments.verify or arguments.search
    cached = not unkept and store.is_inside(root)
    kept = store.folder_of(root, folder)
    state = store.begun(root, kept) if cached else BuildState()
    result = with_departed(_run(root, arguments, state), root, folder, site_options(arguments))
    known = known_addresses(folder, kept if cached else None)
    printed = show(result.problems, root, capped=not arguments.all)
    if code := exit_code(result, strict=arguments.strict):
        if cached and result.state.environment:
            store.save(kept, result.state.unpublished(state))
        say("{tally}. Nothing was published.", tally=tally(result.problems))
        return code
    published = root / store.FOLDER / "published" if cached else None
    try:
        final = _published(folder, result, arguments, keep=published)
    except NotAsLeft:
        final = _published(folder, _run(root, arguments, BuildState()), arguments, keep=published)
    if final is None:
        return 1
    result = final
    again = _tell(result, output, arguments)
    if cached:
        store.save(kept, result.state)
        _note(kept, known, result, with_drafts=arguments.drafts)
        up_to_date.keep(arguments.given, str(folder), result.others, (printed, again), started)
    return 0


def _tell(result: Result, output: str, arguments: argparse.Namespace) -> str:
    """Say what was published; give what a build says that finds nothing to do after this one."""
    notes = tally(result.problems)
    notes = f" ({notes})" if notes else ""
    if not arguments.quiet:
        tell_count(
            "Published {count} file in {folder}{notes}.",
            "Published {count} files in {folder}{notes}.",
            result.file_count,
            folder=output,
            notes=notes,
        )
    for path in sorted(result.artifacts) if arguments.verbose else ():
        tell(f"    {path}")
    again = counted(
        "Nothing has changed: {count} file in {folder}{notes}.",
        "Nothing has changed: {count} files in {folder}{notes}.",
        result.file_count,
        folder=up_to_date.OUTPUT,
        notes=notes,
    )
    return "" if arguments.quiet else f"{again}\n"


def _published(folder: Path, result: Result, arguments: argparse.Namespace, *, keep: Path | None) -> Result | None:
    """Read back, add what hosts and readers are offered besides, and publish; None where a page tells wrong figures.

    Raises NotAsLeft where files of the build before are not what they were.
    """
    if not _reads_back(folder, result, arguments):
        return None
    if arguments.search:
        result = _with_index(result)
    if arguments.compress:
        result = _with_copies(result)
    publish_result(folder, result, keep=keep)
    return result


def _note(kept: Path, known: KnownAddresses, result: Result, *, with_drafts: bool) -> None:
    """Note the addresses of the pages for the builds to come; those of drafts are promised to nobody."""
    is_whole = not any(problem.code == "O714" for problem in result.problems)
    if not with_drafts:
        now = published_pages({**result.artifacts, **result.unchanged}) | known.every if is_whole else known.before
        note_addresses(kept, now)


def _reads_back(folder: Path, result: Result, arguments: argparse.Namespace) -> bool:
    """Verify the pages that were made, where it is asked for or other hands than ours made them.

    Findings show no lines, for the files are nowhere yet.
    """
    if not (arguments.verify or result.needs_readback):
        return True
    problems = read_back(folder, result, arguments.jobs or cores())
    show(problems, Path(os.devnull), capped=not arguments.all)
    if problems:
        say("{tally}. Nothing was published.", tally=tally(problems))
    return not problems


def _run(root: Path, arguments: argparse.Namespace, state: BuildState) -> Result:
    formats = {"html": arguments.single_file, "pdf": arguments.pdf, "search": arguments.search}
    options = site_options(arguments)
    if arguments.pdf:  # fonts in a PDF are dated by this, else by the clock; the day of the build stays what it is
        arguments.today = options.today
        os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    options = replace(options, formats=tuple(name for name, wanted in formats.items() if wanted))
    with progress(spoken("Building"), os.environ, quiet=arguments.quiet):
        return build(root, options, state=state, jobs=arguments.jobs or cores())


# A line that says that a long work goes on: on a terminal only, and only after a moment.

AFTER = 1
"""Seconds after which a work counts as long; the line is renewed as often."""

_CLEAR = "\r\x1b[K"


@contextmanager
def progress(text: str, environment: Mapping[str, str], *, quiet: bool = False) -> Iterator[None]:
    """Show `text` and the seconds so far while the block runs, and take the line away at its end.

    A timer of the system shows it, not a thread, for the build may fork. It counts the time that is computed, and
    leaves the other timer to the bounds of templates. Where there is no such timer, nothing is shown.
    """
    stream = sys.stderr
    if quiet or not stream.isatty() or environment.get("TERM") == "dumb" or not hasattr(signal, "setitimer"):
        yield
        return
    started = time.monotonic()
    shown = False

    def show_time(_number: int, _frame: FrameType | None) -> None:
        nonlocal shown
        shown = True
        stream.write(f"{_CLEAR}{text} {seconds(time.monotonic() - started, 0)} s")
        stream.flush()

    before = signal.signal(signal.SIGVTALRM, show_time)
    signal.setitimer(signal.ITIMER_VIRTUAL, AFTER, AFTER)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        if shown:
            stream.write(_CLEAR)
            stream.flush()


def _with_index(result: Result) -> Result:
    """Add the index of all pages of sheets; raises SystemExit(2) where it cannot be made."""
    from factsheet.cli.besides import IndexFailed, index
    from factsheet.site.addresses import Addresses

    if result.site is None:
        return result
    addresses = Addresses(result.site)
    keys = [(language.tag, path) for language in result.site.published for path in result.site.every_path]
    names = [f"{addresses.folder(tag, path)}index.html" for tag, path in keys if result.site.shown(tag, path)]
    pages = {name: result.artifacts[name] for name in names if name in result.artifacts}
    try:
        return replace(result, artifacts={**result.artifacts, **index(pages)})
    except IndexFailed as failed:
        complain(
            "the pages could not be indexed: {reason}", "nothing was published; build without --search", reason=failed
        )
        raise SystemExit(2) from failed


def _with_copies(result: Result) -> Result:
    """Add compressed copies; say so where those of one sort cannot be made."""
    from factsheet.cli.besides import compressed, has_brotli

    if not has_brotli():
        complain("there will be no .br files, only .gz", "install the package brotli to have both")
    return replace(result, artifacts={**result.artifacts, **dict(compressed(result.artifacts))})
