"""What a build remembers of the one before: the work that was done, and what all of it stood on."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from factsheet.builder.options import Options
from factsheet.builder.spill import Spill
from factsheet.checks.addresses import published_pages
from factsheet.content.settings import UNDERLYING, Settings
from factsheet.content.sources import Sources
from factsheet.content.tracing import Trace
from factsheet.core.engine import engine
from factsheet.core.records import dataclass, field, fields, replace
from factsheet.files.marker import read_marker
from factsheet.files.reading import Known

# The traces of builds in one file, to which a build adds what is new, so that an edit costs what it changed.
#
# Each line is a batch: its SHA-256, and JSON. A batch names the one before it, so that of two builds at once
# one counts, and what follows damage does not. Names of things are written once and told by their number from then on.

PAGES = "pages"
"""The name of the texts with what templates are handed of pages."""

MOST_BYTES = 512 * 1024 * 1024
"""The largest log of earlier builds that is read, in bytes."""

_DIGITS = 64


@dataclass(kw_only=True)
class BuildLog:
    """What a file says: the work that was done, and the digests of the answers that it got."""

    environment: str = ""
    traces: dict[str, Trace] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    """All things that were ever asked for, by their number."""
    last: str = ""
    """The digest of the last batch."""
    first: int = 0
    """The size of the first batch in bytes."""
    size: int = 0
    """The size of all batches."""

    def take(self, batch: Mapping[str, Any]) -> None:
        """Take in one batch; raises KeyError, IndexError, TypeError or ValueError where it is none."""
        self.environment = str(batch["environment"])
        self.names += batch["names"]
        name_at = self.names.__getitem__
        self.answers.update(zip(map(name_at, batch["asked"]), batch["answers"], strict=True))
        for number in batch["gone"]:
            del self.answers[name_at(number)]
        for name in batch["dropped"]:
            del self.traces[name]
        self.traces.update(
            (name, Trace(tuple(map(name_at, asked)), value, digest))
            for name, (asked, value, digest) in batch["traces"].items()
        )

    def batch(self, environment: str, traces: Mapping[str, Trace], answers: Mapping[str, str]) -> dict[str, Any]:
        """What must be added so that the file says this."""
        at = {name: number for number, name in enumerate(self.names)}
        new = [name for name in answers if name not in at]
        at.update((name, len(self.names) + number) for number, name in enumerate(new))
        changed = {name: digest for name, digest in answers.items() if self.answers.get(name) != digest}
        number_of = at.__getitem__
        return {
            "environment": environment,
            "after": self.last,
            "names": new,
            "asked": list(map(number_of, changed)),
            "answers": list(changed.values()),
            "gone": [at[name] for name in self.answers if name not in answers],
            "dropped": [name for name in self.traces if name not in traces],
            "traces": {
                name: [list(map(number_of, trace.asked)), trace.value, trace.digest]
                for name, trace in traces.items()
                if self.traces.get(name) is not trace
            },
        }


def read(file: Path) -> BuildLog:
    """What a file says, up to where it is damaged; an empty log where it says nothing."""
    found = BuildLog()
    with suppress(OSError), file.open("rb") as handle:
        while (line := handle.readline(MOST_BYTES)) and found.size <= MOST_BYTES:
            text = line[_DIGITS + 1 : -1]
            if not line.endswith(b"\n") or line[: _DIGITS + 1] != _head(text):
                break
            try:
                batch = json.loads(text)
                if batch["after"] != found.last:
                    break
                found.take(batch)
            except (AttributeError, LookupError, TypeError, ValueError, RecursionError, MemoryError):
                return BuildLog()
            found.last = line[:_DIGITS].decode()
            found.size += len(line)
            found.first = found.first or len(line)
    return found


def written(batch: Mapping[str, Any]) -> Iterator[bytes]:
    """A batch as it stands in a file."""
    text = json.dumps(batch, ensure_ascii=False, separators=(",", ":")).encode()
    yield _head(text)
    yield text
    yield b"\n"


def _head(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode() + b" "


_TRACED = frozenset(("today", "base_url", "drafts"))
"""The options that the work asks for which needs them."""

_OF_FILES = ("render ", "written ", "facts ", "page ", "site ")
"""How the names of the work begin that makes files."""


@dataclass(frozen=True, kw_only=True)
class BuildState:
    """The traces of a build. They hold only for the same environment."""

    environment: str = ""
    """A digest of what all work stands on: languages, options, and the engine itself."""
    traces: Mapping[str, Trace] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    """The digests of what the work asked for, by name."""
    own: Mapping[str, Spill] = field(default_factory=dict)
    """What the sheets add to outputs, by path, as far as this process knows it."""
    kept: Callable[[str], Spill] = field(default=lambda _: Spill())
    """What they add as it was kept on the disk: asked for only where an output must be put together again."""
    log: BuildLog | None = None
    """What the file on the disk says of the state that the build began with."""
    gathered: frozenset[str] = frozenset()
    """The outputs to which something was added in this build."""
    pages: Spill = field(default_factory=Spill)
    """What templates are handed of the pages that were made in this build, by language and path."""
    sources: Sources | None = None
    """What was read for that build, where this process did."""
    known: Known = field(default_factory=dict)
    """The files that this process has read."""
    copies: MutableMapping[str, bytes] = field(default_factory=dict)
    """Smaller copies of pictures, which no environment but their names tells apart."""

    def texts(self, name: str) -> Spill:
        """What the sheets add to an output, by path."""
        return self.own[name] if name in self.own else self.kept(name)

    def without_files(self) -> "BuildState":
        """What a build into another folder can take over: all that says nothing of files."""
        traces = {name: trace for name, trace in self.traces.items() if not name.startswith(_OF_FILES)}
        return BuildState(
            environment=self.environment,
            traces=traces,
            answers=self.answers,
            sources=self.sources,
            known=self.known,
            copies=self.copies,
        )

    def unpublished(self, before: "BuildState") -> "BuildState":
        """What can be taken over where the files of this build were put nowhere; `before` is what it began with.

        Files that were made before hold, and so do those of the whole site of which nothing that they asked for has
        changed; that sheets have gathered something else for them is told when the next build has made it.
        """
        if self.environment != before.environment:
            return self.without_files()
        files = {name: one for name, one in before.traces.items() if name.startswith(_OF_FILES)}
        for name in [name for name in files if not name.startswith("site ")]:
            if self.traces.get(name) is not files[name]:
                del files[name]
        answers = dict(self.answers)
        for name in [name for name in files if name.startswith("site ")]:
            gathered = [one for one in files[name].asked if one.startswith("gathered ")]
            if all(answers.get(one) == before.answers[one] for one in files[name].asked if one not in gathered):
                answers.update((one, before.answers[one]) for one in gathered)
            else:
                del files[name]
        plain = {name: trace for name, trace in self.traces.items() if not name.startswith(_OF_FILES)}
        return replace(
            self, traces={**plain, **files}, answers=answers, own=before.own, gathered=frozenset(), pages=Spill()
        )

    @staticmethod
    def environment_of(sources: Sources, settings: Settings, options: Options, *, plugins: str = "") -> str:
        """The digest of what is not traced one by one: languages, options, the engine and the plugins, by theirs."""
        digest = hashlib.blake2b(digest_size=16)
        digest.update(f"{engine()} {plugins}".encode())
        for part in fields(options):
            if part.name not in _TRACED:
                digest.update(repr((part.name, getattr(options, part.name))).encode())
        digest.update(repr([(name, getattr(settings, name)) for name in sorted(UNDERLYING)]).encode())
        if options.pseudo:  # what is made up of all messages is made up anew
            for files in (sources.catalogs, sources.default_catalogs, sources.templates, sources.static):
                for path in sorted(files):
                    digest.update(f"{path} {len(files[path])}\n".encode())
                    digest.update(files[path])
        digest.update(repr(sorted({path.split("/")[1] for path in sources.content})).encode())
        return digest.hexdigest()


# The addresses that builds into a folder have published: what the folder lists, and what was noted before.

NAME = "addresses"
"""The name of the file with what was noted."""


@dataclass(frozen=True, kw_only=True)
class KnownAddresses:
    """The addresses that were published."""

    every: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    """Those that were published before any of them was lost: a page that is none of them is new."""


def known_addresses(folder: Path, kept: Path | None) -> KnownAddresses:
    """The pages in the published folder, and those that were noted in the cache; none where nothing can be read."""
    listed: frozenset[str] = frozenset()
    noted: frozenset[str] = frozenset()
    with suppress(OSError):
        listed = published_pages(read_marker(str(folder)) or {})
    if kept is not None:
        with suppress(OSError, UnicodeDecodeError):
            noted = frozenset((kept / NAME).read_text(encoding="utf-8").splitlines())
    return KnownAddresses(every=listed | noted, before=noted or listed)


def note_addresses(kept: Path, addresses: Collection[str]) -> None:
    """Note addresses for the builds to come; a disk that does not let it is no matter."""
    with suppress(OSError):
        kept.mkdir(parents=True, exist_ok=True)
        (kept / NAME).write_text("".join(f"{address}\n" for address in sorted(addresses)), encoding="utf-8")
