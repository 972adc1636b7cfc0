"""Programs that tests need: those of the machine, else fetched from Debian's packages where that may be done."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

MISSING = "not tested, for want of"


def missing(what: str) -> NoReturn:
    """Skip a test for want of a program, with a reason that the run tells at its end; fail it in CI."""
    reason = f"{MISSING} {what}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def program(name: str, package: str) -> str:
    """The path of a program, which a package of Debian has."""
    found = _found(name)
    if found is None and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        _fetch(package)
        found = _found(name)
    return found or missing(f"{name} (apt-get install {package})")


def _found(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin:/usr/bin")


def _fetch(package: str) -> None:
    import fcntl  # not on Windows, which has no such packages

    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    with Path(tempfile.gettempdir(), "factsheet-tests-apt.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # one worker at a time
        for step in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", package]):
            subprocess.run(["apt-get", *step], env=environment, capture_output=True, check=False, timeout=300)
