"""What the lock files say: each package, its version, when it is needed, and its hashes."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"
INSTALLERS = ROOT / "requirements-installers.lock"
PAGE_CHECKERS = ROOT / "package-lock.json"

_REQUIREMENT = re.compile(
    r"(?m)^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\\n]+)(?: ; (?P<marker>[^\\\n]+?))?(?= \\|$)"
)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})\b")
_OTHER_LINE = re.compile(r"(?m)^(?![A-Za-z0-9._-]+==| +--hash=sha256:[0-9a-f]{64}(?: \\)?$| *#|$).+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """A package at the one version that may be installed."""

    name: str
    version: str
    marker: str | None = None
    hashes: tuple[str, ...] = ()
    licence: str | None = None


def python_packages(lock: Path) -> Iterator[Locked]:
    """The packages of a lock written by pip-compile.

    Raises ValueError for a line that is neither a pinned package, a hash nor a comment: an option in a lock
    would send every user to where its writer happened to look for packages.
    """
    text = lock.read_text(encoding="utf-8")
    if strange := _OTHER_LINE.search(text):
        raise ValueError(f"{lock.name}: not a pinned package or a hash: {strange[0]}")
    found = list(_REQUIREMENT.finditer(text))
    ends = [each.start() for each in found[1:]] + [len(text)]
    for match, end in zip(found, ends, strict=True):
        hashes = tuple(_HASH.findall(text, match.end(), end))
        yield Locked(name=match["name"], version=match["version"], marker=match["marker"], hashes=hashes)


def node_packages(lock: Path = PAGE_CHECKERS) -> Iterator[Locked]:
    """The packages of npm's lock."""
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    for folder, entry in packages.items():
        if folder:
            hashes = (entry["integrity"],) if "integrity" in entry else ()
            name = folder.rpartition("node_modules/")[2]
            yield Locked(name=name, version=entry["version"], hashes=hashes, licence=entry.get("license"))
