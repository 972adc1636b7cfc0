"""Earlier versions of a source file, where the site is kept in git."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

MOST_VERSIONS = 200
"""How many earlier versions of one file are looked at."""

_TIMEOUT = 20
_QUIET = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")


def earlier_versions(root: Path, path: str) -> Iterator[bytes]:
    """Give the committed versions of a file below the root, the newest first; none where there is no git."""
    listed = _git(root, "log", f"--max-count={MOST_VERSIONS}", "--format=%H", "--", path)
    for commit in (listed or b"").decode("ascii", "replace").split("\n"):
        if commit:
            data = _git(root, "cat-file", "blob", f"{commit}:./{path}")
            if data is not None:
                yield data


def _git(root: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; its arguments are no shell's
            ["git", "-C", str(root), *_QUIET, *arguments],  # noqa: S607 - git is where the user has it
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
