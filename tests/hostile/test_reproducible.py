"""The same sources give the same bytes, whoever builds them, where, when and how."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.hostile.pythons import Unavailable, candidates, python_with_packages
from tests.hostile.trees import plant
from tests.support import ROOT, run_here, tree

TODAY = ("--today", "2026-01-01")
MISSING = "not tested, for want of"
OTHER_PYTHONS = ("3.14", "3.13", "3.12")


def made(
    root: Path,
    *arguments: str,
    python: str = sys.executable,
    umask: int = 0o022,
    variables: Mapping[str, str] | None = None,
) -> dict[str, bytes]:
    """Build a site afresh in an environment of its own, and give what was published."""
    shutil.rmtree(root / "public", ignore_errors=True)
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **(variables or {})}
    command = [python, str(ROOT / "build.py"), "--root", str(root), *TODAY, "-q", *arguments]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=600, umask=umask, cwd=root
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(root / "public")


def made_here(root: Path, *arguments: str) -> dict[str, bytes]:
    """Build a site afresh in this process, and give what was published."""
    shutil.rmtree(root / "public", ignore_errors=True)
    done = run_here("build", "--root", root, "-q", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(root / "public")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with every folder, and sheets enough for several processes."""
    root = plant(tmp_path_factory.mktemp("site") / "site")
    settings = root / "site.toml"
    settings.write_text(f'security_contact = "mailto:us@facts.example"\n{settings.read_text("utf-8")}', "utf-8")
    for number in range(9):
        for tag in ("ro", "en"):
            order = f"order: {number % 7}\n" if tag == "ro" else ""
            sheet = f"---\ntitle: Fișa {chr(97 + number % 26)}\n{order}---\nText „citat”.\n"
            (root / f"content/{tag}/s{number}.md").write_text(sheet, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def expected(site: Path) -> dict[str, bytes]:
    """The site as it is built without cache, in one process."""
    return made(site, "--no-cache", "-j", "1")


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths of files that are not the same."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.mark.parametrize(
    ("jobs", "variables"),
    [
        ("2", {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "0"}),
        ("7", {"TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG.UTF-8", "PYTHONHASHSEED": "1"}),
        (
            "1",
            {
                "TZ": ":bad",
                "LC_ALL": "POSIX",
                "LANG": "ro_RO.ISO-8859-2",
                "PYTHONHASHSEED": "4294967295",
                "PYTHONUTF8": "0",
                "PYTHONOPTIMIZE": "1",
                "COLUMNS": "20",
                "NO_COLOR": "1",
            },
        ),
    ],
    ids=["east", "west", "bad and optimised"],
)
def test_surroundings(site: Path, expected: dict[str, bytes], jobs: str, variables: dict[str, str]) -> None:
    """Time zone, locale, hash seed, umask, the interpreter's options and the number of processes leave no trace."""
    assert differences(made(site, "--no-cache", "-j", jobs, umask=0o077, variables=variables), expected) == []


def test_place_and_order_of_files(site: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    """Another folder, with its files made in another order and at another time, gives the same site."""
    copy = tmp_path / "a folder ă"
    for path in sorted((path for path in site.rglob("*") if path.is_file()), reverse=True):
        inner = path.relative_to(site)
        if inner.parts[0] not in {"public", ".cache"}:
            (copy / inner).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy / inner)
            os.utime(copy / inner, (10**9, 10**9))
    assert differences(made(copy, "--no-cache"), expected) == []


def test_date_of_the_sources(site: Path, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """The little that depends on the day, the end of a contact for security, depends on SOURCE_DATE_EPOCH instead."""
    assert differences(made_here(site, "--no-cache", "--today", "2031-12-31"), expected) != []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2026, 1, 1, 12, tzinfo=UTC).timestamp())))
    assert differences(made_here(site, "--no-cache"), expected) == []


def test_cache(site: Path, expected: dict[str, bytes]) -> None:
    """A cold cache, one of another process, and one from before an edit that was taken back give the same site."""
    shutil.rmtree(site / ".cache", ignore_errors=True)
    assert differences(made(site, variables={"PYTHONHASHSEED": "5"}), expected) == []
    assert differences(made(site, variables={"PYTHONHASHSEED": "6"}), expected) == []
    sheet = site / "content/ro/s3.md"
    before = sheet.read_bytes()
    sheet.write_bytes(before + b"\nMai mult.\n")
    assert differences(made_here(site, *TODAY), expected) != []
    sheet.write_bytes(before)
    assert differences(made_here(site, *TODAY), expected) == []


def _damaged(data: bytes) -> Iterator[bytes]:
    yield b""
    yield data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :]
    yield b"\x80\x04cos\nsystem\n(S'touch ran'\ntR."


def test_damaged_cache(site: Path, expected: dict[str, bytes]) -> None:
    """Each file of the cache, emptied, cut, flipped or replaced, changes nothing and runs nothing."""
    made_here(site, *TODAY)
    for path in sorted(path for path in (site / ".cache").rglob("*") if path.is_file())[:2]:
        data = path.read_bytes()
        for damage in _damaged(data or b"x"):
            if path.exists():
                path.write_bytes(damage)
            assert differences(made_here(site, *TODAY), expected) == [], path
    assert not (site / "ran").exists()
    assert not Path("ran").exists()


@pytest.mark.slow
def test_other_pythons(site: Path, expected: dict[str, bytes]) -> None:
    """The newest other Python of the machine, with the locked packages, builds the same bytes.

    CI compares the expected sites of `tests/sites` in each Python that is supported.
    """
    missing = []
    for version in OTHER_PYTHONS:
        try:
            python = str(python_with_packages(version))
        except Unavailable as lack:
            missing.append(str(lack))
            continue
        made_there = made(site, "--no-cache", python=python, variables={"FACTSHEET_REEXECUTED": "1"})
        assert differences(made_there, expected) == []
        return
    pytest.skip(f"{MISSING} {missing[0]}")


def test_pythons_are_found_where_people_keep_them(tmp_path: Path) -> None:
    """The PATH comes first, then the newest Python of pyenv, uv and a hosted runner."""
    places = ["bin/python3.12", ".pyenv/versions/3.12.9/bin/python", ".pyenv/versions/3.12.1/bin/python"]
    places += [".local/share/uv/python/cpython-3.12.4-linux/bin/python3.12", "tools/Python/3.12.7/x64/bin/python"]
    for place in (*places, ".pyenv/versions/3.13.0/bin/python"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text("#!/bin/sh\n")
        (tmp_path / place).chmod(0o755)
    variables = {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path), "RUNNER_TOOL_CACHE": str(tmp_path / "tools")}
    assert [str(path.relative_to(tmp_path)) for path in candidates("3.12", variables)] == places
