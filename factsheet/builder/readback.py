"""What a build made, read back as a stranger would read it, before it takes the place of the published site."""

from collections.abc import Iterator
from pathlib import Path

from factsheet.builder.pipeline import Result
from factsheet.core.problems import Problem
from factsheet.files.marker import digest as digest_of

_PAGE = ".html"
_DATA = (".csv", ".json", ".xlsx")


def read_back(folder: Path, result: Result) -> list[Problem]:
    """Compare each figure on the pages that were made anew with what the data files tell; see `verify`.

    Pages that are as they were have been read before, and so has what their data files say. These are compared with
    as they lie in `folder`, where the site was published; one that differs there is left out, for publishing finds it
    and has all pages made anew.
    """
    from factsheet.checks import verify

    if not any(path.endswith(_PAGE) for path in result.artifacts):
        return []
    known = dict(_kept_data(folder, result))
    return verify.read_back({**known, **result.artifacts}, known)


def _kept_data(folder: Path, result: Result) -> Iterator[tuple[str, bytes]]:
    from factsheet.checks.verify.digests import read_published_file

    for path, digest in result.unchanged.items():
        data = read_published_file(folder, path) if path.endswith(_DATA) else None
        if data is not None and digest_of(data) == digest:
            yield path, data
