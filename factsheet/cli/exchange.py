"""Texts on their way to translators and back: `export`, `import`, and `translated` for what needed no change."""

import argparse
import os
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

from factsheet.builder.pipeline import Options, prepare, read_sources
from factsheet.cli.arguments import Command, site_of, usable, whole
from factsheet.cli.new_locale import find_language, tag_meant
from factsheet.cli.printing import complain, number, say, show, tell_count
from factsheet.content.sheets.store import Key, Unreadable, file_of
from factsheet.content.sources import Sources
from factsheet.content.text import decode
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.suggest import listed, nearest
from factsheet.files.writing import write_sources
from factsheet.site.site import Site
from factsheet.site.translations import LOCK, LockEntry, TranslationBlock, align, marked, partly_marked, write_lock
from factsheet.tools.exchange.importing import put_back
from factsheet.tools.exchange.units import Imported, from_po, to_po, units
from factsheet.tools.exchange.words_in_yaml import PATH as SETTINGS
from factsheet.tools.exchange.words_in_yaml import site_units
from factsheet.tools.exchange.xliff import from_xliff, to_old_xliff, to_xliff

# `export TAG`: the texts of a site as a file for translators' tools.

FORMATS = {"po": to_po, "xliff": to_xliff, "xliff-1.2": to_old_xliff}
"""The formats by their names, each with what writes it."""


def _is_catalogue(file: Path, root: Path) -> bool:
    return file.resolve().parent == (root / "locales").resolve()


def _export(arguments: argparse.Namespace) -> int:
    """Write the file; 0 when it is there."""
    root = Path(arguments.root)
    sources = read_sources(root)
    site = site_of(root, sources, Options())
    language = find_language(arguments.tag, site.settings)
    if language.tag == site.settings.reference:
        return complain(
            "{tag} is the language of the originals", "name the language to translate into", tag=language.tag
        )
    found = [*site_units(site, language), *units(site, language)]
    text = FORMATS[arguments.format](found, language, site.reference)
    if arguments.output == "-":
        sys.stdout.write(text)
        return 0
    target = Path(arguments.output or f"{language.tag}.{'po' if arguments.format == 'po' else 'xlf'}")
    if _is_catalogue(target, root):
        return complain(
            "{file} is a catalogue of the interface",
            "name a file elsewhere: the texts of sheets are no words of it",
            file=target,
        )
    imported = read_exchange(str(target), target.read_bytes())[1] if target.is_file() else ()
    if waiting := put_back(site, language, _texts(sources), imported).changed:
        return complain(
            "{file} holds translations that are not in the sheets yet: {count}",
            "take them over first, `factsheet import {file}`, or name another file with --output",
            file=target,
            count=number(waiting),
        )
    try:
        target.write_bytes(text.encode())
    except OSError as error:
        return complain(
            "{file} cannot be written: {reason}", "name another file with --output", file=target, reason=error.strerror
        )
    left = sum(not unit.target or unit.stale for unit in found)
    tell_count(
        "Wrote {count} text to {file}; left to translate: {left}. `factsheet import {file}` takes it back.",
        "Wrote {count} texts to {file}; left to translate: {left}. `factsheet import {file}` takes them back.",
        len(found),
        file=target,
        left=number(left),
    )
    return 0


def _texts(sources: Sources) -> dict[str, str]:
    """The sheets and the settings as they are, by their paths."""
    files = {**sources.content, **({} if sources.settings is None else {SETTINGS: sources.settings})}
    return {path: found[0] for path, raw in files.items() if (found := decode(path, raw))[0]}


# `import FILE`: translations from a translators' tool back into the sheets.

MAX_BYTES = 50_000_000
"""The largest file that is taken back: a whole site's texts may be in it."""


def _import(arguments: argparse.Namespace) -> int:
    """Take the translations over; 1 where some were refused."""
    root = Path(arguments.root)
    try:
        data = Path(arguments.file).read_bytes()
    except OSError:
        return complain(
            "{file} cannot be read" if os.path.lexists(arguments.file) else "{file} is not there",
            "name a file that `factsheet export` wrote",
            file=arguments.file,
            near=nearest(arguments.file, (str(file) for file in Path().glob("*.[px][ol]*"))),
        )
    if _is_catalogue(Path(arguments.file), root):
        return complain(
            "{file} is a catalogue of the interface",
            "change it where it is: it is read from there; `import` takes back what `factsheet export` wrote",
            file=arguments.file,
        )
    sources = read_sources(root)
    site = site_of(root, sources, Options())
    tag, imported, problems = read_exchange(arguments.file, data)
    if problems:
        show(problems, root)
        return 1
    meant = tag_meant(arguments.file, tag, [one.tag for one in site.languages])
    if meant is None:
        return 2
    language = find_language(meant, site.settings)
    if language.tag == site.settings.reference:
        return complain(
            "{tag} is the language of the originals",
            "write the language of the translation into the first lines of the file",
            tag=tag,
        )
    outcome = put_back(site, language, _texts(sources), imported)
    show(outcome.problems, root)
    files = {path: text.encode() for path, text in outcome.files.items()}
    if outcome.marks:
        files[LOCK] = write_lock({**site.lock, **outcome.marks})
    write_sources(root, files)
    _tell(outcome.changed, sorted(outcome.files))
    return 1 if outcome.problems else 0


def read_exchange(path: str, data: bytes) -> tuple[str, list[Imported], list[Problem]]:
    """Read an exported file, whichever of the two formats it is in."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):  # as Trados, memoQ and other tools of Windows write
        data = data.decode("utf-16", "replace").encode()
    if data[:4] in {b"\xde\x12\x04\x95", b"\x95\x04\x12\xde"}:
        return "", [], [report("T630", Place(path), variant="compiled", reason="it is compiled, as programs read it")]
    if data.startswith((b"PK", b"%PDF")):
        return "", [], [report("T630", Place(path), variant="document", reason="it is a document or an archive")]
    text, problems = decode(path, data, most=MAX_BYTES)
    if problems:
        return "", [], problems
    if text.startswith("---") or path.endswith((".toml", ".csv", ".lock")):
        reason = "it is a sheet of the site" if text.startswith("---") else "it is a file of the site"
        return "", [], [report("T630", Place(path), variant="sheet", reason=reason)]
    return from_xliff(path, text) if text.lstrip(" \t\n").startswith("<") else from_po(path, text)


def _tell(changed: int, files: list[str]) -> None:
    if not changed:
        say("Nothing had changed.")
        return
    into = listed(files)
    tell_count("Took over {count} text into {files}.", "Took over {count} texts into {files}.", changed, files=into)
    say("Texts that came back as translated are marked as current; `factsheet status` says what is left.")


# `translated`: mark translations as current.


def _translated(arguments: argparse.Namespace) -> int:
    """Write the lock; 0 when every file was a translation of something."""
    root, options = Path(arguments.root), Options(drafts=True)
    sources = read_sources(root)
    try:  # only what is named is read
        return _mark(root, arguments, usable(root, *prepare(root, sources, options)))
    except Unreadable:
        return _mark(root, arguments, site_of(root, sources, options))


def _mark(root: Path, arguments: argparse.Namespace, site: Site) -> int:
    keys = {file_of(key): key for key in site.sheets}
    lock: dict[str, LockEntry] = {file: entry for file, entry in site.lock.items() if file in keys}
    if not (arguments.files or arguments.all):
        return complain("no translation is named", "name one, as in content/en/index.md, or add --all for every one")
    files = [file for given in arguments.files for file in _within(site, root, _below(root, given))] or _every(site)
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
    if path.exists() and resolved.is_relative_to(root.resolve()):
        return resolved.relative_to(root.resolve()).as_posix()
    return path.as_posix()


def _within(site: Site, root: Path, named: str) -> list[str]:
    """The translations in a folder, or what is named itself."""
    every = _every(site) if (root / named).is_dir() else []
    return [file for file in every if file.startswith(f"{named}/")] or [named]


def _every(site: Site) -> list[str]:
    """The files of all translations."""
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
        files = [one for one in files if keys[one][1] == keys.get(file, ("", ""))[1]] or files
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


COMMANDS = (
    Command("translated", _translated, {"block": whole(1, MAX_BYTES)}),
    Command("export", _export),
    Command("import", _import),
)
