"""What a build remembers of the one before: the work that was done, and what all of it stood on."""

import hashlib
from collections.abc import Callable, Mapping

from factsheet.builder.cache.journal import Journal
from factsheet.builder.options import Options
from factsheet.builder.spill import Spill
from factsheet.content.settings import UNDERLYING, Settings
from factsheet.content.sources import Sources
from factsheet.content.tracing import Trace
from factsheet.files import Known
from factsheet.files.engine import engine
from factsheet.records import dataclass, field, fields

_TRACED = frozenset(("today", "base_url"))
"""The options that the work asks for which needs them."""


@dataclass(frozen=True, kw_only=True)
class Memory:
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
    journal: Journal | None = None
    """What the file on the disk says of the memory that the build began with."""
    gathered: frozenset[str] = frozenset()
    """The outputs to which something was added in this build."""
    sources: Sources | None = None
    """What was read for that build, where this process did."""
    known: Known = field(default_factory=dict)
    """The files that this process has read."""

    def texts(self, name: str) -> Spill:
        """What the sheets add to an output, by path."""
        return self.own[name] if name in self.own else self.kept(name)

    @staticmethod
    def environment_of(sources: Sources, settings: Settings, options: Options, *, plugins: str = "") -> str:
        """The digest of what is not traced one by one: languages, options, the engine and the plugins, by theirs."""
        state = hashlib.blake2b(digest_size=16)
        state.update(f"{engine()} {plugins}".encode())
        for part in fields(options):
            if part.name not in _TRACED:
                state.update(repr((part.name, getattr(options, part.name))).encode())
        state.update(repr([(name, getattr(settings, name)) for name in sorted(UNDERLYING)]).encode())
        if options.pseudo:  # what is made up of all messages is made up anew
            for files in (sources.catalogs, sources.default_catalogs, sources.templates, sources.static):
                for path in sorted(files):
                    state.update(f"{path} {len(files[path])}\n".encode())
                    state.update(files[path])
        state.update(repr(sorted({path.split("/")[1] for path in sources.content})).encode())
        return state.hexdigest()
