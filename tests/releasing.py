"""Releases of packages that hold next to nothing, for tests that install from a lock without a network.

A wheel made here has the name, the version and the requirements of a real package, extras and markers
included. So installers have to choose as they do on a real index, but there is little to copy.
"""

import gzip
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from fcntl import LOCK_EX, flock
from importlib import metadata
from pathlib import Path

from packaging.version import Version

from scripts.locks import Locked

_KEPT = ("Requires-Dist", "Provides-Extra")
_NOT_OF_A_WHEEL = {"INSTALLER", "REQUESTED", "RECORD", "direct_url.json"}


def newer(version: str) -> str:
    """A version that comes right after another one: `7.17.3` gives `7.17.3.1`."""
    return ".".join(map(str, [*Version(version).release, 1]))


def wheel(folder: Path, name: str, version: str) -> Path:
    """Write a wheel that holds nothing but metadata; it requires what the package of this name here requires."""
    try:
        known = metadata.metadata(name)
    except metadata.PackageNotFoundError:  # locked for other machines
        required = []
    else:
        required = [f"{key}: {value}" for key in _KEPT for value in known.get_all(key, [])]
    stated = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *required, ""]
    return _wheel(
        folder,
        name,
        version,
        {
            "METADATA": "\n".join(stated).encode(),
            "WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        },
    )


def wheel_of_installed(folder: Path, name: str) -> Path:
    """Write the wheel of a pure package that is installed here, with its modules."""
    installed = metadata.distribution(name)
    files = [path for path in installed.files or () if path.parts[0] != ".." and path.suffix != ".pyc"]
    modules = {str(path): path.read_binary() for path in files if not path.parts[0].endswith(".dist-info")}
    about = {
        "/".join(path.parts[1:]): path.read_binary()
        for path in files
        if path.parts[0].endswith(".dist-info") and path.name not in _NOT_OF_A_WHEEL
    }
    return _wheel(folder, name, installed.version, about, modules)


def _wheel(
    folder: Path, name: str, version: str, about: Mapping[str, bytes], modules: Mapping[str, bytes] | None = None
) -> Path:
    stem = f"{name.replace('-', '_')}-{version}"
    files = {**(modules or {}), **{f"{stem}.dist-info/{path}": data for path, data in about.items()}}
    record = f"{stem}.dist-info/RECORD"
    target = folder / f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(target, "w") as archive:
        files[record] = "".join(f"{path},,\n" for path in [*files, record]).encode()
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path), data)  # at no time, so that a wheel made twice is the same
    return target


def lock(wheels: Mapping[str, Path], packages: Iterable[Locked]) -> str:
    """Give the text of a lock of these packages, with the hashes of other wheels of theirs, by name."""
    return "".join(_line(each, wheels[each.name]) for each in packages)


def _line(package: Locked, wheel: Path) -> str:
    when = f" ; {package.marker}" if package.marker else ""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"{package.name}=={package.version}{when} --hash=sha256:{digest}\n"


def archives_of(checkout: Path, folder: Path) -> tuple[Path, Path]:
    """Make the wheel and the source archive of a checkout in a folder, or take those that another process made."""
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w", encoding="utf-8") as lock:
        flock(lock, LOCK_EX)
        if not (folder / "complete").exists():
            command = [sys.executable, "-I", "-m", "build", "--no-isolation", "--outdir", str(folder), str(checkout)]
            subprocess.run(command, cwd=folder, capture_output=True, check=True)
            (folder / "complete").touch()
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


def npm_tarball(name: str, version: str) -> bytes:
    """Give the archive of an npm package that holds nothing but its `package.json`."""
    data = json.dumps({"name": name, "version": version}).encode()
    member = tarfile.TarInfo("package/package.json")
    member.size = len(data)
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        archive.addfile(member, io.BytesIO(data))
    return gzip.compress(target.getvalue(), mtime=0)
