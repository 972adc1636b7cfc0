"""The traces of builds in one file, to which a build adds what is new, so that an edit costs what it changed.

Each line is a batch: its SHA-256, and JSON. A batch names the one before it, so that of two builds at once one counts,
and what follows damage does not. Names of things are written once and told by their number from then on.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from factsheet.content.tracing import Trace
from factsheet.records import dataclass, field

MOST_BYTES = 512 * 1024 * 1024
"""The largest journal of earlier builds that is read, in bytes."""

_DIGITS = 64


@dataclass(kw_only=True)
class Journal:
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


def read(file: Path) -> Journal:
    """What a file says, up to where it is damaged; an empty journal where it says nothing."""
    found = Journal()
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
                return Journal()
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
