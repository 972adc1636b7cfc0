"""The page checkers are those of `package-lock.json`, whatever was released since.

The registry here is made for it: a server on this machine that offers the locked release of each package and
a newer one, which hold nothing but their names.
"""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pytest

from scripts.locks import PAGE_CHECKERS, ROOT, node_packages
from tests import releasing

NPM: Final = Path(sys.executable).with_name("npm")
MANIFEST: Final = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))


def _newer(version: str) -> str:
    """The version after another one that a range such as `^1.2.3` takes as well."""
    major, minor, patch = version.split("-", maxsplit=1)[0].split(".")
    return f"{major}.{minor}.{int(patch) + 1}"


def _integrity(data: bytes) -> str:
    """The digest of a file as npm's lock writes it: https://www.w3.org/TR/SRI/."""
    return "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()


class _Registry(BaseHTTPRequestHandler):
    """Answers for the locked packages: what releases there are, and their files."""

    def __init__(self, releases: dict[str, set[str]], *arguments: object) -> None:
        self.releases = releases
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        name, _, version = unquote(self.path).strip("/").partition("/-/")
        if name not in self.releases:
            self.send_error(404)
            return
        body = releasing.npm_tarball(name, version) if version else json.dumps(self._document(name)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _document(self, name: str) -> dict[str, object]:
        """What a registry tells of a package, in the short form that installers ask for."""
        host = self.headers["Host"]
        versions = {
            version: {
                "name": name,
                "version": version,
                "dist": {
                    "tarball": f"http://{host}/{name}/-/{version}",
                    "integrity": _integrity(releasing.npm_tarball(name, version)),
                },
            }
            for version in self.releases[name]
        }
        return {"name": name, "versions": versions, "dist-tags": {"latest": max(versions, key=_order)}}

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _order(version: str) -> list[int]:
    return [int(part) for part in version.split("-", maxsplit=1)[0].split(".")]


@pytest.fixture
def registry() -> Iterator[str]:
    """The address of a registry that offers each locked package, and a newer release of it."""
    releases: dict[str, set[str]] = {}
    for each in node_packages():
        releases.setdefault(each.name, set()).update((each.version, _newer(each.version)))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Registry, releases)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with this repository's files for npm; the lock has the digests of the packages made here."""
    for name in ("package.json", ".npmrc"):
        shutil.copy(ROOT / name, tmp_path)
    lock = json.loads(PAGE_CHECKERS.read_text(encoding="utf-8"))
    for folder, entry in lock["packages"].items():
        if folder:
            name = folder.rpartition("node_modules/")[2]
            entry["integrity"] = _integrity(releasing.npm_tarball(name, entry["version"]))
    (tmp_path / PAGE_CHECKERS.name).write_text(json.dumps(lock), encoding="utf-8")
    return tmp_path


def _npm(command: str, checkout: Path, registry: str) -> subprocess.CompletedProcess[str]:
    """Run npm as the Makefile does, with another registry and without the settings of the person at the keyboard."""
    environment = {name: value for name, value in os.environ.items() if not name.lower().startswith("npm_")} | {
        "PATH": f"{NPM.parent}{os.pathsep}{os.environ['PATH']}",
        "npm_config_registry": registry,
        "npm_config_cache": str(checkout / "cache"),
        "npm_config_userconfig": str(checkout / "no user's"),
        "npm_config_globalconfig": str(checkout / "no machine's"),
    }
    return subprocess.run(
        [NPM, command], cwd=checkout, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


def _installed(checkout: Path) -> dict[str, str]:
    """The version of each package in `node_modules`, by its folder."""
    found = (checkout / "node_modules").rglob("package.json")
    return {
        str(path.parent.relative_to(checkout)): json.loads(path.read_text(encoding="utf-8"))["version"]
        for path in found
    }


@pytest.mark.slow
def test_the_locked_releases_are_installed(checkout: Path, registry: str) -> None:
    """Where every package has a newer release in reach of `package.json`, `npm ci` installs the locked one of each."""
    done = _npm("ci", checkout, registry)
    assert done.returncode == 0, done.stderr
    locked = json.loads(PAGE_CHECKERS.read_text(encoding="utf-8"))["packages"]
    assert _installed(checkout) == {folder: entry["version"] for folder, entry in locked.items() if folder}


@pytest.mark.slow
def test_an_installation_that_resolves_would_fail_here(checkout: Path, registry: str) -> None:
    """Without the lock, the same registry gives the newer release of each package that `package.json` names."""
    locked = {each.name: each.version for each in node_packages(checkout / PAGE_CHECKERS.name)}
    (checkout / PAGE_CHECKERS.name).unlink()
    assert _npm("install", checkout, registry).returncode == 0
    installed = _installed(checkout)
    named = MANIFEST["devDependencies"]
    assert {installed[f"node_modules/{name}"] for name in named} == {_newer(locked[name]) for name in named}


def test_another_file_of_the_same_version_is_refused(checkout: Path, registry: str) -> None:
    """A package whose digest is not the locked one is not installed."""
    shutil.copy(PAGE_CHECKERS, checkout)
    assert "EINTEGRITY" in _npm("ci", checkout, registry).stderr
    assert not (checkout / "node_modules/.package-lock.json").exists()
