"""Drafts that a command puts beside the sheets of a site."""

from collections.abc import Mapping
from pathlib import Path

from factsheet.cli.printing import complain, say, tell
from factsheet.files.writing import write_sources


def write_drafts(root: Path, files: Mapping[str, bytes]) -> int:
    """Write new sheets and name them; the exit code is 2 where one is there already or cannot be written."""
    try:
        write_sources(root, files, replace=False)
    except FileExistsError as error:
        complain("{file} is there already", "name another sheet, or edit this one", file=error)
        return 2
    except OSError as error:
        complain(
            "{file}: {reason}", "see that the folder can be written to", file=error.filename, reason=error.strerror
        )
        return 2
    say("Made, as drafts that are shown by `serve` and not published:")
    for file in files:
        tell(f"    {file}")
    return 0
