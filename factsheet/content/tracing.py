"""What each piece of work asked for, so that it is done again only where an answer has changed.

Work has a name and gives a plain value (what JSON can hold). While it runs, everything it asks for is noted: source
files, and other work. It is as good as new when all of that has the same digest as before ("verifying traces", as
in Mokhov, Mitchell and Peyton Jones, "Build Systems à la Carte", 2018). Nobody keeps a list of dependencies.
"""

import hashlib
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from factsheet.core.records import dataclass, field

T = TypeVar("T")


@dataclass(slots=True)
class Trace:
    """A piece of work that was done: what it asked for and what came of it."""

    asked: tuple[str, ...]
    """The names of what the work asked for."""
    value: object
    digest: str = ""
    """The digest of the value, worked out when other work asks for it."""


def digest_of(value: object) -> str:
    """A short digest of a plain value: 128 bits of BLAKE2b over its text."""
    plain = list(value) if isinstance(value, tuple) else value  # as it is when it comes back from JSON
    return digest_of_bytes((plain if isinstance(plain, str) else repr(plain)).encode())


def digest_of_bytes(data: bytes) -> str:
    """The digest of a text as its bytes in UTF-8."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def digest_of_texts(texts: Iterable[str]) -> str:
    """A short digest of many texts in their order, none of which holds a NUL."""
    return digest_of("\0".join(texts))


class _Nowhere(dict[Any, Any]):
    """What was asked for where no work is under way: nothing is left to be noted."""

    def __contains__(self, name: object) -> bool:
        return True


V = TypeVar("V")


@dataclass(frozen=True)
class Noted(Mapping[str, V]):
    """A mapping of which all that is asked for is noted.

    An entry is noted as "`kind` name", whether there is one as "is-`kind` name", and all names as "`kind`s".
    """

    kind: str
    entries: Mapping[str, V]
    tracer: "Tracer"

    def __getitem__(self, name: str) -> V:
        self.tracer.note(f"{self.kind} {name}")
        return self.entries[name]

    def __contains__(self, name: object) -> bool:
        self.tracer.note(f"is-{self.kind} {name}")
        return name in self.entries

    def __iter__(self) -> Iterator[str]:
        self.tracer.note(f"{self.kind}s")
        return iter(self.entries)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(kw_only=True)
class Tracer:
    """Runs work and notes what it asks for; work of an earlier build is taken over where nothing has changed."""

    previous: Mapping[str, Trace] = field(default_factory=dict)
    """The work of an earlier build."""
    before: Mapping[str, str] = field(default_factory=dict)
    """The digests of the answers that it got, by name."""
    leaves: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    """For each kind of thing that is no work, such as a file: how to tell the digest of one by its name."""
    same: Mapping[str, Callable[[str], bool]] = field(default_factory=dict)
    """For kinds of such things: how to tell, without its digest, that one surely is what it was."""
    makers: dict[str, Callable[[str], object]] = field(default_factory=dict)
    """For each kind of work: how to do it by name, where another piece of work must know the answer."""
    traces: dict[str, Trace] = field(default_factory=dict)
    """The work that is done or taken over in this build."""
    answers: dict[str, str] = field(default_factory=dict)
    """The digests of the answers that were given in this build, by name."""
    frame: dict[str, None] = field(default_factory=_Nowhere)
    """What the work under way is noted to ask for: who asks for something again and again may look whether it is."""
    taken: dict[int, Mapping[str, None]] = field(default_factory=_Nowhere)
    """What `note_all` was given for it, by its `id`: most is given again and again."""
    _stale: set[str] = field(default_factory=set)
    _reached: set[str] | None = None

    def note(self, name: str) -> None:
        """Note that the work under way asks for something."""
        if name not in self.frame:
            self.answer(name)
            self.frame[name] = None

    def note_all(self, names: Mapping[str, None]) -> None:
        """Note that the work under way asks for things that have been answered in this build already."""
        if id(names) not in self.taken:
            self.taken[id(names)] = names
            self.frame.update(names)

    def task(self, name: str, make: Callable[[], T]) -> T:
        """Do the work, or take over its value; the work under way is noted to ask for it."""
        trace = self.current(name) or self._done(name, make)
        if name not in self.frame:
            self._digest(name, trace)
            self.frame[name] = None
        return trace.value  # type: ignore[return-value]  # the value is what `make` of the same name gave

    def current(self, name: str) -> Trace | None:
        """The work if it has been done in this build, or in an earlier one with the same answers."""
        found = self.traces.get(name)
        if found is None and name not in self._stale:
            old = self.previous.get(name)
            if old is not None and (name not in self.reached or self._holds(old)):
                found = self.traces[name] = old
            else:
                self._stale.add(name)
        return found

    def is_due(self, name: str, inner: Collection[str]) -> bool:
        """Whether work is to be done, or may be: work of the kinds `inner` that it asks for is not done to tell.

        So it is known before the work is shared out. Where such work gives what it gave, less is done.
        """
        if name in self.traces:
            return False
        old = self.previous.get(name)
        return old is None or any(
            self.is_due(one, inner) if one.partition(" ")[0] in inner else self.answer(one) != self.before.get(one)
            for one in (old.asked if name in self.reached else ())
            if one in self.reached
        )

    def answer(self, name: str) -> str:
        """The digest of a file's bytes or of a piece of work's value, as they are now."""
        if (found := self.answers.get(name)) is None:
            kind, _, rest = name.partition(" ")
            if (leaf := self.leaves.get(kind)) is None:
                trace = self.current(name) or self._done(name, lambda: self.makers[kind](rest))
                return self._digest(name, trace)
            found = self.answers[name] = leaf(rest)
        return found

    @property
    def reached(self) -> set[str]:
        """What a change since the earlier build may reach: things that changed, and the work that stands on them.

        All other work holds as it is, without a look at what it asked for.
        """
        if self._reached is None:
            self._reached = reached = set(self._changed())
            new, rest = [""], dict(self.previous)
            while new:
                new = [name for name, trace in rest.items() if not reached.isdisjoint(trace.asked)]
                reached.update(new)
                for name in new:
                    del rest[name]
        return self._reached

    def remembered(self) -> tuple[dict[str, Trace], dict[str, str]]:
        """The work that the next build can take over, and the answers that it got.

        That is the work of this build, and what no change has reached of the one before.
        """
        reached = self.reached
        traces = {name: trace for name, trace in self.previous.items() if name not in reached}
        answers = {name: digest for name, digest in self.before.items() if name not in reached}
        return {**traces, **self.traces}, {**answers, **self.answers}

    def _changed(self) -> Iterator[str]:
        """What was asked for and is no work, but is not what it was; or cannot be told yet."""
        for name, digest in self.before.items():
            kind, _, rest = name.partition(" ")
            if kind not in self.leaves:
                is_known = name in self.previous
            else:
                if (is_same := self.same.get(kind)) is not None and is_same(rest):
                    self.answers[name] = digest
                is_known = self.answer(name) == digest
            if not is_known:
                yield name

    def _holds(self, trace: Trace) -> bool:
        """Whether every answer that the work got is still the same."""
        asked = filter(self.reached.__contains__, trace.asked)
        return all(self.answer(name) == self.before.get(name) for name in asked)

    def _done(self, name: str, make: Callable[[], object]) -> Trace:
        value, frame = self.recorded(make)
        trace = self.traces[name] = Trace(tuple(map(sys.intern, frame)), value)
        return trace

    def recorded(self, make: Callable[[], T]) -> tuple[T, dict[str, None]]:
        """Do something as work of its own; give what came of it and what was asked for."""
        before = self.frame, self.taken
        self.frame, self.taken = frame, _ = {}, {}  # type: dict[str, None], dict[int, Mapping[str, None]]
        try:
            return make(), frame
        finally:
            self.frame, self.taken = before

    def _digest(self, name: str, trace: Trace) -> str:
        if not trace.digest:
            trace.digest = digest_of(trace.value)
        self.answers[name] = trace.digest
        return trace.digest
