"""`import FILE`: translations from a translators' tool back into the sheets."""

import argparse
import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from factsheet.builder.pipeline import Options, read_sources
from factsheet.cli.loading import site_of
from factsheet.cli.new_locale import find_language
from factsheet.cli.printing import complain, say, show, tell_count
from factsheet.content.text import decode
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.suggest import listed, nearest
from factsheet.files.writing import write_sources
from factsheet.site.translations import LOCK, write_lock
from factsheet.tools.exchange.importing import put_back
from factsheet.tools.exchange.po import Imported, from_po
from factsheet.tools.exchange.words_in_yaml import PATH as SETTINGS
from factsheet.tools.exchange.xliff import from_xliff

NAME = "import"
HELP = "put the translations of an exported file back into the sheets"

MAX_BYTES = 50_000_000
"""The largest file that is taken back: a whole site's texts may be in it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file."""
    parser.add_argument("file", metavar="FILE", help="a .po or XLIFF file that `export` wrote")


def run(arguments: argparse.Namespace) -> int:
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
    sources = read_sources(root)
    site = site_of(root, sources, Options())
    tag, imported, problems = read_exchange(arguments.file, data)
    if problems:
        show(problems, root)
        return 1
    language = find_language(tag, site.settings)
    if language.tag == site.settings.reference:
        return complain("{tag} is the language of the originals", "name a file that `factsheet export` wrote", tag=tag)
    texts = {path: found[0] for path, raw in sources.content.items() if (found := decode(path, raw))[0]}
    if sources.settings is not None:
        texts[SETTINGS] = decode(SETTINGS, sources.settings)[0]
    outcome = put_back(site, language, texts, imported)
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
