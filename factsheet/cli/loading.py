"""The site that a command works on."""

from collections.abc import Mapping
from pathlib import Path

from factsheet.builder.pipeline import Options, assemble
from factsheet.cli.printing import Ended, complain, say, show, tell
from factsheet.content.sources import Sources
from factsheet.files.writing import write_sources
from factsheet.site.site import Site
from factsheet.site.translations import LOCK


def site_of(root: Path, sources: Sources, options: Options) -> Site:
    """Make the site; where none can be made, show what is wrong and raise Ended.

    A lock that cannot be read ends it too: a command that writes it anew would lose what it remembers.
    """
    site, problems = assemble(root, sources, options)
    spoilt = [problem for problem in problems if problem.place.path == LOCK]
    if site is not None and not spoilt:
        return site
    problems = problems if site is None else spoilt
    show(problems, root)
    raise Ended(2 if any(problem.code[0] == "C" for problem in problems) else 1)


# Drafts that a command puts beside the sheets of a site.


def write_drafts(root: Path, files: Mapping[str, bytes]) -> int:
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
