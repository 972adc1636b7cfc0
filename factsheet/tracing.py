"""What each piece of work asked for, so that it is done again only where an answer has changed.

Work has a name and gives a plain value (what JSON can hold). While it runs, everything it asks for is noted: source
files, and other work. It is as good as new when all of that has the same digest as before ("verifying traces", as
in Mokhov, Mitchell and Peyton Jones, "Build Systems à la Carte", 2018). Nobody keeps a list of dependencies.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

Asked = Mapping[str, str]
"""What a piece of work asked for, each with the digest of the answer it got."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Trace:
    """A piece of work that was done: what it asked for and what came of it."""

    asked: Asked
    value: object


def digest_of(value: object) -> str:
    """A short digest of a plain value: 128 bits of BLAKE2b over its text."""
    plain = list(value) if isinstance(value, tuple) else value  # as it is when it comes back from JSON
    data = plain.encode() if isinstance(plain, str) else repr(plain).encode()
    return hashlib.blake2b(data, digest_size=16).hexdigest()


@dataclass(kw_only=True)
class Tracer:
    """Runs work and notes what it asks for; work of an earlier build is taken over where nothing has changed."""

    previous: Mapping[str, Trace] = field(default_factory=dict)
    leaves: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    """For each kind of thing that is no work, such as a file: how to tell the digest of one by its name."""
    makers: dict[str, Callable[[str], object]] = field(default_factory=dict)
    """For each kind of work: how to do it by name, where another piece of work must know the answer."""
    traces: dict[str, Trace] = field(default_factory=dict)
    """The work that is done or taken over in this build."""
    _frames: list[dict[str, str]] = field(default_factory=list)
    _digests: dict[str, str] = field(default_factory=dict)
    _stale: set[str] = field(default_factory=set)

    def note(self, name: str) -> None:
        """Note that the work under way asks for something."""
        if self._frames and name not in self._frames[-1]:
            self._frames[-1][name] = self.answer(name)

    def task(self, name: str, make: Callable[[], T]) -> T:
        """Do the work, or take over its value; the work under way is noted to ask for it."""
        trace = self.current(name) or self._done(name, make)
        if self._frames:
            self._frames[-1][name] = self._digest(name, trace)
        return trace.value  # type: ignore[return-value]  # the value is what `make` of the same name gave

    def current(self, name: str) -> Trace | None:
        """The work if it has been done in this build, or in an earlier one with the same answers."""
        found = self.traces.get(name)
        if found is None and name not in self._stale:
            old = self.previous.get(name)
            if old is not None and all(self.answer(asked) == digest for asked, digest in old.asked.items()):
                found = self.traces[name] = old
            else:
                self._stale.add(name)
        return found

    def answer(self, name: str) -> str:
        """The digest of a file's bytes or of a piece of work's value, as they are now."""
        found = self._digests.get(name)
        if found is None:
            kind, _, rest = name.partition(" ")
            leaf = self.leaves.get(kind)
            if leaf is None:
                trace = self.current(name) or self._done(name, lambda: self.makers[kind](rest))
                return self._digest(name, trace)
            found = self._digests[name] = leaf(rest)
        return found

    def _done(self, name: str, make: Callable[[], object]) -> Trace:
        frame: dict[str, str] = {}
        self._frames.append(frame)
        try:
            value = make()
        finally:
            self._frames.pop()
        trace = self.traces[name] = Trace(frame, value)
        return trace

    def _digest(self, name: str, trace: Trace) -> str:
        found = self._digests.get(name)
        if found is None:
            found = self._digests[name] = digest_of(trace.value)
        return found
