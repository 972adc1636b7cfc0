"""The package's public names."""

import subprocess
import sys

import pytest

from factsheet import files


@pytest.mark.parametrize("name", files.__all__)
def test_public_names(name: str) -> None:
    """Each public name can be had from the package."""
    assert getattr(files, name) is not None


def test_no_other_names() -> None:
    """A name that is not public is an ordinary mistake."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        files.nothing  # noqa: B018


def test_a_light_start() -> None:
    """What a build with nothing to do needs is imported without any heavy module."""
    code = "import sys\nfrom factsheet.files import intact, scan_tree\nprint(*sorted(sys.modules))"
    ran = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "dataclasses",
        "enum",
        "pathlib",
        "json",
        "re",
        "hashlib",
        "typing",
        "ctypes",
        "shutil",
        "contextlib",
    }
    assert heavy & set(ran.stdout.split()) == set()
