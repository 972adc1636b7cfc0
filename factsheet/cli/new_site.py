"""`new site DIR`: a site of two sheets in two languages, ready to be changed."""

import argparse
from pathlib import Path

from factsheet.cli.printing import complain, say, tell
from factsheet.files.writing import write_sources

NAME = "site"
HELP = "begin a site: two sheets in two languages, settings for editors, a workflow that publishes"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the folder."""
    parser.add_argument("folder", metavar="DIR", help="a folder that is empty or not there yet")
    parser.add_argument(
        "--languages", metavar="TAGS", help="the languages, as in ro,en,hu (default: those of the sample)"
    )
    parser.add_argument("--reference", metavar="TAG", help="the language of the originals (default: the first one)")
    parser.add_argument("--empty", action="store_true", help="begin with an empty front page in place of the sample")


def run(arguments: argparse.Namespace) -> int:
    """Write the site; 0 when it is there, 2 when the folder holds something already."""
    from factsheet.builder.pipeline import Options, assemble, read_sources
    from factsheet.site.translations import LOCK, marked, write_lock

    folder = Path(arguments.folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            complain("{folder} is not empty", "name a new folder: nothing that is there is touched", folder=folder)
            return 2
        files = _files(arguments, folder)
        if files is None:
            return 2
        write_sources(folder, files, replace=False)
        site, _ = assemble(folder, read_sources(folder), Options())
        if site is None:
            complain("the site that was made cannot be read", "this is a fault of the tool")
            return 2
        lock = {
            sheet.file: marked(site.blocks(site.original(path)), site.blocks(sheet))
            for path in site.paths
            for sheet in site.translations(path)
        }
        write_sources(folder, {LOCK: write_lock(lock)})
    except OSError as error:
        complain("{file}: {reason}", "name another folder", file=error.filename or folder, reason=error.strerror)
        return 2
    say("Made a site in {folder}. What to do next:", folder=folder)
    if folder.resolve() != Path.cwd():
        tell(f"    cd {arguments.folder}")
    say("Run `factsheet serve --open`, change {file} and save it.", file=f"content/{site.settings.reference}/index.md")
    return 0


def _files(arguments: argparse.Namespace, folder: Path) -> dict[str, bytes] | None:
    """The files of the site; None, having said why, where a language is none."""
    from factsheet.cli.new_locale import find_language
    from factsheet.content.settings import Settings
    from factsheet.tools.scaffold import SAMPLE, empty_site, new_site

    given = [tag for tag in (arguments.languages or "").replace(" ", "").split(",") if tag]
    languages = given or [arguments.reference or SAMPLE[0]]
    reference = arguments.reference or languages[0]
    if not arguments.empty and not given and reference == SAMPLE[0]:
        return new_site()
    tags = dict.fromkeys((reference, *languages))
    if any(find_language(tag, Settings(reference=tag)) is None for tag in tags):
        return None
    if tuple(tags) == SAMPLE and not arguments.empty:
        return new_site()
    return empty_site(tuple(tags), reference, folder.resolve().name.replace("-", " ").capitalize())
