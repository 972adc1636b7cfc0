"""The engine's own templates as one piece of code each, run without Jinja, which a small build has no time to import.

Templates that come with the engine to the byte are compiled once (`outputs.jinja`) and kept as code. What this
code asks of Jinja stands here; what does not makes it fail, and a template that fails is run by Jinja, piece by piece
(`outputs.templating`), which also tells what is wrong.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, Final

from markupsafe import Markup, escape, soft_str

from factsheet.core.derived import derived
from factsheet.core.patterns import regex

Root = Callable[["_Context"], Iterator[str]]
"""What the code of a template defines: gives the pieces of its text."""

_SPECIAL: Final = regex("[&<>'\"]")
"""What is escaped in HTML."""


def written(value: object) -> str:
    """Escape a value that is put out; most are safe already, or a text in which nothing is to be escaped."""
    if value.__class__ is Markup or (value.__class__ is str and not _SPECIAL.search(value)):
        return value
    return escape(value)


class _Missing:
    """The value of a name that was not given, of which nothing may be asked but whether it was."""

    def _fail(self, *_: object) -> Any:  # noqa: ANN401 - gives nothing
        raise LookupError

    __str__ = __bool__ = __eq__ = __hash__ = _fail


class _Context:
    """The names that a template is given, and those that it sets itself."""

    autoescape: Final = True

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given
        self.vars: dict[str, Any] = {}
        self.exported_vars: set[str] = set()

    @property
    def eval_ctx(self) -> "_Context":
        """Itself; were it kept, no page could be let go of before garbage is looked for."""
        return self

    def resolve_or_missing(self, name: str) -> Any:  # noqa: ANN401 - templates are given anything
        return self.vars[name] if name in self.vars else self._given.get(name, _MISSING)


def _join(parts: Iterable[object]) -> str:
    """Join what stands around `~`: as text for readers where a part is such, and as any text otherwise."""
    texts = [soft_str(part) for part in parts]
    return Markup("").join(texts) if any(hasattr(text, "__html__") for text in texts) else "".join(texts)


def _loop(given: Iterable[Any], _undefined: None) -> Iterator[tuple[Any, SimpleNamespace]]:
    for index, item in enumerate(given):
        yield item, SimpleNamespace(index0=index, index=index + 1, first=not index)


def _macro(_environment: object, function: Callable[..., str], *_: object) -> Callable[..., Markup]:
    return lambda *given: Markup(function(*given))  # noqa: S704 - the code of a macro escapes what it puts out


_MISSING: Final = _Missing()

_NAMES: Final = {
    "missing": _MISSING,
    "Undefined": None,
    "Markup": Markup,
    "markup_join": _join,
    "LoopContext": _loop,
    "Macro": _macro,
    "environment": SimpleNamespace(
        filters={"length": len},
        tests={"defined": lambda value: value is not _MISSING},
        undefined=None,
        concat="".join,
        checked=lambda parts: parts,
        written=written,
    ),
}
"""What the code finds, by the names that Jinja's compiler writes."""


class Whole:
    """The templates of the engine, each joined with what it includes and extends."""

    note: Callable[[str], None]
    """Is told the name of each template that a page is made of."""

    def __init__(self, sources: Sequence[tuple[str, bytes]]) -> None:
        """Take all of them, by name and source."""
        self._texts = dict(sources)
        self._all = b"\0".join(part for name, data in sources for part in (name.encode(), data))
        self._made: dict[str, tuple[Root, tuple[str, ...]]] = {}

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Render a template; fails where Jinja might not."""
        if name not in self._made:
            self._made[name] = self._load(name)
        root, parts = self._made[name]
        for part in parts:
            self.note(f"template {part}")
        return "".join(root(_Context(values)))

    def _load(self, name: str) -> tuple[Root, tuple[str, ...]]:
        code, parts = derived(f"whole-{name}", self._all, lambda: self._compiled(name))
        space = dict(_NAMES)
        exec(marshal.loads(code), space)  # noqa: S102, S302 - of the engine's own
        return space["root"], parts  # type: ignore[return-value]  # Jinja's compiler defines it

    def _compiled(self, name: str) -> tuple[bytes, tuple[str, ...]]:
        from factsheet.outputs.jinja import compiled

        return compiled(name, self._texts)


whole = lru_cache(maxsize=2)(Whole)
"""Gives the templates of the engine, kept as long as a warm process builds with the same ones."""


def without_indentation(template: bytes) -> bytes:
    """Give a template without what its lines begin with, which no reader of a page sees and each would load."""
    return b"\n".join(line.lstrip(b" ") for line in template.split(b"\n"))
