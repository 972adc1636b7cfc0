"""`translated`: mark translations as current."""

import argparse
from pathlib import Path

from factsheet.cli.language import counted
from factsheet.cli.printing import complain, show, tell
from factsheet.files.writing import write_sources
from factsheet.pipeline import Options, assemble, read_sources
from factsheet.site import Site
from factsheet.suggest import nearest
from factsheet.translations import LOCK, Entry, marked, write_lock

NAME = "translated"
HELP = "mark translations as current: they render their originals as these are now"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the files."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a translation, as in content/en/index.md")


def run(arguments: argparse.Namespace) -> int:
    """Write the lock; 0 when every file was a translation of something."""
    root = Path(arguments.root)
    site, problems = assemble(root, read_sources(root), Options(drafts=True))
    faults = [problem for problem in problems if problem.code == "T640" or site is None]
    if site is None or faults:
        show(faults, root)
        return 2 if any(problem.code[0] == "C" for problem in faults) else 1
    lock: dict[str, Entry] = {file: entry for file, entry in site.lock.items() if _exists(site, file)}
    for given in arguments.files:
        file = _below(root, given)
        entry = _entry(site, file)
        if entry is None:
            _refuse(site, file)
            return 2
        lock[file] = entry
    write_sources(root, {LOCK: write_lock(lock)})
    count = len(set(arguments.files))
    tell(
        counted(
            "Marked {count} translation as current in {file}.",
            "Marked {count} translations as current in {file}.",
            count,
            file=LOCK,
        )
    )
    return 0


def _exists(site: Site, file: str) -> bool:
    return any(sheet.file == file for sheet in site.sheets.values())


def _below(root: Path, given: str) -> str:
    """The path as the site has it: from the root, whether it was written from there or from the current folder."""
    path = Path(given)
    resolved = path.resolve()
    if path.is_file() and resolved.is_relative_to(root.resolve()):
        return resolved.relative_to(root.resolve()).as_posix()
    return path.as_posix()


def _entry(site: Site, file: str) -> Entry | None:
    for (tag, path), sheet in site.sheets.items():
        if sheet.file == file and tag != site.settings.reference:
            original = site.sheet(site.settings.reference, path)
            return None if original is None else marked(site.blocks(original), site.blocks(sheet))
    return None


def _refuse(site: Site, file: str) -> None:
    reference = site.settings.reference
    files = [sheet.file for sheet in site.sheets.values() if sheet.language != reference]
    close = nearest(file, files)
    if file.startswith(f"content/{reference}/"):
        complain(
            "{file} is an original",
            "name its translations: {files}"
            if files
            else "it has no translation yet; `factsheet new locale` makes one",
            file=file,
            files=", ".join(files[:3]),
        )
    else:
        complain(
            "there is no translation {file}",
            "did you mean {close}?" if close else "name a file such as content/en/index.md",
            file=file,
            close=close,
        )
