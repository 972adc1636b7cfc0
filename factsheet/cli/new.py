"""What is made for an owner to change: `new` sites, sheets, tables and languages, `eject`ed defaults, `hosting`."""

import argparse
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from factsheet.builder.pipeline import Options, assemble, defaults, read_sources
from factsheet.checks.pages import is_good
from factsheet.cli import new_locale
from factsheet.cli.arguments import HIGHEST_PORT, Command, base_url, site_of, whole
from factsheet.cli.printing import Ended, complain, say, show, tell
from factsheet.content.text import MAX_BYTES
from factsheet.core.suggest import nearest
from factsheet.files.reading import read_tree
from factsheet.files.writing import write_sources
from factsheet.site.addresses import FRONT, plain_address
from factsheet.site.translations import LOCK, marked, write_lock

# `new site DIR`: a site of two sheets in two languages, ready to be changed.


def _make_site(arguments: argparse.Namespace) -> int:
    """Write the site; 0 when it is there, 2 when the folder holds something already."""
    folder = Path(arguments.folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            return complain(
                "{folder} is not empty", "name a new folder: nothing that is there is touched", folder=folder
            )
        write_sources(folder, _files(arguments, folder), replace=False)
        site, _ = assemble(folder, read_sources(folder), Options())
        if site is None:
            return complain("the site that was made cannot be read", "this is a fault of the tool")
        lock = {
            sheet.file: marked(site.blocks(site.original(path)), site.blocks(sheet))
            for path in site.paths
            for sheet in site.translations(path)
        }
        write_sources(folder, {LOCK: write_lock(lock)})
    except OSError as error:
        return complain("{file}: {reason}", "name another folder", file=error.filename or folder, reason=error.strerror)
    say("Made a site in {folder}. What to do next:", folder=folder)
    if folder.resolve() != Path.cwd():
        tell(f"    cd {arguments.folder}")
    say("Run `factsheet serve --open`, change {file} and save it.", file=f"content/{site.settings.reference}/index.md")
    return 0


def _files(arguments: argparse.Namespace, folder: Path) -> dict[str, bytes]:
    """The files of the site; raises Ended, having said why, where a language is none."""
    from factsheet.content.settings import Settings
    from factsheet.tools.scaffold import SAMPLE, empty_site, new_site

    given = [tag for tag in (arguments.languages or "").replace(" ", "").split(",") if tag]
    languages = given or [arguments.reference or SAMPLE[0]]
    reference = arguments.reference or languages[0]
    if not arguments.empty and not given and reference == SAMPLE[0]:
        return new_site()
    tags = dict.fromkeys((reference, *languages))
    for tag in tags:
        new_locale.find_language(tag, Settings(reference=tag))
    if tuple(tags) == SAMPLE and not arguments.empty:
        return new_site()
    return empty_site(tuple(tags), reference, folder.resolve().name.replace("-", " ").capitalize())


# `new sheet SLUG`: a sheet in every language, as a draft.


def _make_sheet(arguments: argparse.Namespace) -> int:
    """Write the files; 0 when they are there, 2 when one of them was there already or the name is not usable."""
    from factsheet.tools.scaffold import new_sheet

    root, title = Path(arguments.root), arguments.slug.removesuffix(".md")
    if title.startswith("content/"):  # a file, as it would be called: the same is made in every language
        title = title.split("/", 2)[2] if title.count("/") > 1 else title.partition("/")[2]
    path = plain_address(title)
    if path != FRONT and not is_good(path):
        return complain(
            "{name} cannot be a sheet's name",
            "use small letters, digits and hyphens, as in `our-method`",
            name=arguments.slug,
        )
    site = site_of(root, read_sources(root), Options(drafts=True))
    return _write_drafts(root, new_sheet(site, path, title=title.rpartition("/")[2] if title != path else None))


# `new table FILE`: a sheet that shows the table of a data file, in every language, as a draft.


def _write_drafts(root: Path, files: Mapping[str, bytes]) -> int:
    """Write new sheets and name them; the exit code is 2 where one is there already or cannot be written."""
    try:
        write_sources(root, files, replace=False)
    except FileExistsError as error:
        return complain("{file} is there already", "name another sheet, or edit this one", file=error)
    except OSError as error:
        return complain(
            "{file}: {reason}", "see that the folder can be written to", file=error.filename, reason=error.strerror
        )
    say("Made, as drafts that are shown by `serve` and not published:")
    for file in files:
        tell(f"    {file}")
    return 0


def _make_table(arguments: argparse.Namespace) -> int:
    """Write the files; 0 when they are there, 1 when the file cannot be read, 2 when one was there already."""
    from factsheet.content.tables.dialect import Unusable
    from factsheet.tools.scaffold import new_table

    root = Path(arguments.root)
    sources = read_sources(root)
    file = arguments.file.removeprefix("./")
    if file not in sources.data:
        return complain(
            "{file} is no table" if (root / file).is_file() else "{file} is not there",
            "put a CSV, TSV, XLSX or ODS file into `data/`, beside `content/`, and name it",
            file=file,
            near=f"data/{file}" if f"data/{file}" in sources.data else nearest(file, sources.data),
        )
    site = site_of(root, sources, Options(drafts=True))
    try:
        files = new_table(site, file, sources.data[file], sheet=arguments.sheet, cells=arguments.range)
    except Unusable as unusable:
        show([unusable.problem], root)
        return 1
    return _write_drafts(root, files)


PARTS = (
    Command("new site", _make_site),
    Command("new sheet", _make_sheet),
    Command("new table", _make_table),
    new_locale.COMMAND,
)
"""What can be made, in the order of the help."""


# `eject PATH`: a default of the tool as a file of the site, to be changed.

FOLDERS: Final = ("templates", "static")
"""The folders of which a file of the site takes the place of the tool's."""

_MOST = 500


def _eject(arguments: argparse.Namespace) -> int:
    """Copy the file; 2 where there is no such default, or the site has its own."""
    root = Path(arguments.root)
    known, _ = read_tree(defaults(), FOLDERS, max_bytes=MAX_BYTES, max_files=_MOST)
    if arguments.path is None:
        for path in known:
            tell(path)
        return 0
    path = arguments.path.removeprefix("./")
    if path not in known:
        near = next((one for one in known if Path(one).name == Path(path).name or Path(one).stem == path), None)
        near = near or nearest(path, known)
        return complain("there is no default {file}", "`factsheet eject` lists them", file=path, near=near)
    try:
        write_sources(root, {path: known[path].data}, replace=False)
    except FileExistsError:
        return complain("{file} is there already", "change it where it is: nothing that is there is touched", file=path)
    say("Made {file}. It takes the place of the tool's own, and later versions of that do not reach it.", file=path)
    return 0


# `hosting SERVER`: the configuration of a web server for this site.


def _hosting(arguments: argparse.Namespace) -> int:
    """Print the configuration; 1 or 2 where the site cannot be read."""
    from factsheet.tools.hosting import configuration, served

    root, folder = Path(arguments.root), arguments.folder or ""
    if folder and not re.fullmatch(r"/[^\s\"'{};]*", folder):  # what servers read otherwise
        plain = re.sub(r"[\s\"'{};]+", "-", folder.removeprefix("/").removeprefix("srv/"))
        near = f"--folder /srv/{plain}"
        return complain("{folder} is no whole path on the server", "begin it with /", folder=folder, near=near)
    options = Options(base_url=arguments.base_url and base_url(arguments.base_url))
    try:
        site = site_of(root, read_sources(root), options)
    except Ended:
        say("Nothing was written.")
        raise
    folder = folder or str((root / "public").resolve())
    print(configuration(arguments.server, served(site, folder, arguments.port)), end="")
    return 0


COMMANDS = (
    Command("new", lambda given: given.make(given), parts=PARTS),
    Command("eject", _eject),
    Command("hosting", _hosting, {"port": whole(1, HIGHEST_PORT)}),
)
