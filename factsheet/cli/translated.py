"""`translated`: mark translations as current."""

import argparse
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

from factsheet.builder.pipeline import Options, assemble, prepare, read_sources
from factsheet.cli.printing import complain, show, tell_count
from factsheet.content.sheets.store import Key, Unreadable, file_of
from factsheet.core.problems import Problem
from factsheet.core.suggest import listed, nearest
from factsheet.files.writing import write_sources
from factsheet.site.site import Site
from factsheet.site.translations import LOCK, LockEntry, TranslationBlock, align, marked, partly_marked, write_lock

NAME = "translated"
HELP = "mark translations as current: they render their originals as these are now"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the files."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="a translation, as in content/en/index.md")
    parser.add_argument("--all", action="store_true", help="every translation of the site")
    parser.add_argument(
        "--block",
        type=int,
        action="append",
        default=[],
        metavar="LINE",
        help="only the block of the translation at this line (may be repeated); the others stay as they are",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the lock; 0 when every file was a translation of something."""
    root, options = Path(arguments.root), Options(drafts=True)
    sources = read_sources(root)
    try:  # only what is named is read
        return _mark(root, arguments, *prepare(root, sources, options))
    except Unreadable:
        return _mark(root, arguments, *assemble(root, sources, options))


def _mark(root: Path, arguments: argparse.Namespace, site: Site | None, problems: list[Problem]) -> int:
    faults = [problem for problem in problems if problem.place.path == LOCK or site is None]
    if site is None or faults:
        show(faults, root)
        return 2 if any(problem.code[0] == "C" for problem in faults) else 1
    keys = {file_of(key): key for key in site.sheets}
    lock: dict[str, LockEntry] = {file: entry for file, entry in site.lock.items() if file in keys}
    files = [_below(root, given) for given in arguments.files] or _every(site, arguments)
    for file, line in product((file for file in files if file in keys), arguments.block):
        if not 1 < line <= (root / file).read_bytes().count(b"\n"):
            return complain("{file} has no line {line}", "name the line as `status` shows it", file=file, line=line)
    for file in files:
        entry = _entry(site, keys[file], arguments.block) if file in keys else None
        if entry is None:
            _refuse(site, file, keys)
            return 2
        lock[file] = entry
    write_sources(root, {LOCK: write_lock(lock)})
    tell_count(
        "Marked {count} translation as current in {file}.",
        "Marked {count} translations as current in {file}.",
        len(set(files)),
        file=LOCK,
    )
    return 0


def _below(root: Path, given: str) -> str:
    """The path as the site has it: from the root, whether it was written from there or from the current folder."""
    path = Path(given)
    resolved = path.resolve()
    if path.is_file() and resolved.is_relative_to(root.resolve()):
        return resolved.relative_to(root.resolve()).as_posix()
    return path.as_posix()


def _every(site: Site, arguments: argparse.Namespace) -> list[str]:
    """The files of all translations, with `--all`; else one that is none, to be refused."""
    if not arguments.all:
        return [""]
    reference = site.settings.reference
    return [file_of((tag, path)) for tag, path in site.sheets if tag != reference and (reference, path) in site.sheets]


def _entry(site: Site, key: Key, lines: Sequence[int]) -> LockEntry | None:
    tag, path = key
    original = site.sheet(site.settings.reference, path)
    if original is None or tag == site.settings.reference:
        return None
    ours, theirs = site.blocks(original), site.blocks(site.sheets[key])
    if not lines:
        return marked(ours, theirs)
    chosen = {id(block) for line in lines for block in [_block_at(theirs, line)] if block}
    bodies = [block for block in ours if not block.key], [block for block in theirs if not block.key]
    keys = {block.key for block in theirs if block.key and id(block) in chosen}
    pairs = align(*bodies)
    current = {id(bodies[0][index]) for index, own in pairs.items() if id(bodies[1][own]) in chosen}
    lock = site.lock.get(file_of(key))
    return partly_marked(lock, ours, theirs, lambda block: block.key in keys if block.key else id(block) in current)


def _block_at(blocks: Sequence[TranslationBlock], line: int) -> TranslationBlock | None:
    """The block of a sheet that stands at a line: the last one that begins there or before."""
    before = [block for block in blocks if block.place.line <= line]
    return max(before, key=lambda block: block.place.line, default=None)


def _refuse(site: Site, file: str, keys: Mapping[str, Key]) -> None:
    reference = site.settings.reference
    files = [file for file, (tag, _) in keys.items() if tag != reference]
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
        whole = f"/{file.removesuffix('.md')}.md"
        near = next((one for one in files if f"/{one}".endswith(whole)), None) or nearest(file, files)
        complain("there is no translation {file}", "name one of: {files}", file=file, near=near, files=listed(files))
