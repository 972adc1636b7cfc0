"""How lock files are read."""

import json
from pathlib import Path

import pytest

from scripts.locks import Locked, node_packages, python_packages

A, B, C = "a" * 64, "b" * 64, "c" * 64

LOCK = f"""#
# This file is written by a tool
#
first==1.0 \\
    --hash=sha256:{A} \\
    --hash=sha256:{B}
    # via pyproject.toml
second==2.0rc1 ; sys_platform != "linux" \\
    --hash=sha256:{C}
    # via
    #   first
    #   pyproject.toml

# The following packages are considered to be unsafe in a requirements file:
third==3
"""


def _write(folder: Path, text: str) -> Path:
    path = folder / "some.lock"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_lock_is_read_whole(tmp_path: Path) -> None:
    """Each package comes with its version, its marker and all its hashes, none of its neighbour's."""
    assert list(python_packages(_write(tmp_path, LOCK))) == [
        Locked(name="first", version="1.0", hashes=(A, B)),
        Locked(name="second", version="2.0rc1", marker='sys_platform != "linux"', hashes=(C,)),
        Locked(name="third", version="3"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "--trusted-host example.org",
        "--find-links ../wheels",
        "-e .",
        "loose>=1.0",
        "first @ file:first.whl",
    ],
)
def test_nothing_else_may_stand_in_a_lock(tmp_path: Path, line: str) -> None:
    """Options, unpinned packages and packages from a place are refused by name."""
    with pytest.raises(ValueError, match=r"not a pinned package or a hash: ") as caught:
        list(python_packages(_write(tmp_path, f"{line}\n{LOCK}")))
    assert line in str(caught.value)


def test_npm_packages_are_read_wherever_they_lie(tmp_path: Path) -> None:
    """Nested and scoped packages come by their own names; the project itself is left out."""
    packages = {
        "": {"name": "this"},
        "node_modules/@scope/a": {"version": "1.0.0", "license": "MIT", "integrity": "sha512-x"},
        "node_modules/@scope/a/node_modules/b": {"version": "2.0.0"},
    }
    assert list(node_packages(_write(tmp_path, json.dumps({"packages": packages})))) == [
        Locked(name="@scope/a", version="1.0.0", licence="MIT", hashes=("sha512-x",)),
        Locked(name="b", version="2.0.0"),
    ]
