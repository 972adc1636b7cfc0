"""Pages as templates are handed them, kept from build to build: behind a change of a template nothing else is done."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from operator import attrgetter
from types import ModuleType
from typing import Any

from markupsafe import Markup

from factsheet.builder.spill import Spill
from factsheet.content.sheets.store import key_of
from factsheet.content.tracing import Tracer, digest_of_bytes
from factsheet.core.records import dataclass, field, fields, is_dataclass
from factsheet.outputs import Rendering, cards, figure_views, json_ld, views
from factsheet.outputs.pages import PageValues, make_values
from factsheet.outputs.templating import TemplateFault


@dataclass(frozen=True, kw_only=True)
class KeptPages:
    """The works `page TAG PATH`, whose value is the digest of a text; the texts lie beside the traces.

    A page with a chart or with findings cannot be kept: it is made again each time it is needed.
    """

    tracer: Tracer
    earlier: Callable[[], Spill] = field(default=Spill)
    """The texts that an earlier build made."""
    texts: Spill = field(default_factory=Spill)
    """Those that were made in this build."""

    def take(self, rendering: Rendering, tag: str, path: str) -> PageValues:
        """Give a page as it was kept, or make it. Raises TemplateFault for a chart in its text."""
        name = f"{tag} {path}"
        kept = self.tracer.current(f"page {name}")
        found = self._found(name, str(kept.value)) if kept else None
        if found is not None:
            self.tracer.task(f"page {name}", str)  # done, and noted as asked for
            return found
        (made, text), asked = self.tracer.recorded(lambda: _attempted(rendering, tag, path))
        if text and kept is None:

            def keep() -> str:
                self.tracer.note_all(asked)
                return self._keep(name, text)

            self.tracer.task(f"page {name}", keep)
        else:
            self.tracer.note_all(asked)
            if text:
                self._keep(name, text)  # it was lost
        if isinstance(made, TemplateFault):
            raise made
        return made

    def make(self, rendering: Rendering, name: str) -> str:
        """Make a page and keep its text; return the digest of the text, which is empty where it cannot be kept."""
        before = len(rendering.problems)
        _, text = _attempted(rendering, *key_of(name))
        del rendering.problems[before:]  # who shows the page makes it again
        return self._keep(name, text) if text else ""

    def _keep(self, name: str, text: bytes) -> str:
        self.texts[name] = text
        return digest_of_bytes(text)

    def _found(self, name: str, digest: str) -> PageValues | None:
        """What was kept; None where it is not there, or not what it was."""
        if not digest:
            return None
        for texts in (self.texts, self.earlier()):
            data = texts.get(name, b"")
            if digest_of_bytes(data) == digest:
                with suppress(ValueError, LookupError, TypeError):
                    found: PageValues = from_text(data)
                    return found
        return None


def _attempted(rendering: Rendering, tag: str, path: str) -> tuple[PageValues | TemplateFault, bytes]:
    """Make a page; give what came of it, and its text where it can be kept."""
    before = len(rendering.problems)
    try:
        made = make_values(rendering, tag, path)
    except TemplateFault as fault:
        return fault, b""
    if len(rendering.problems) > before:
        return made, b""
    try:
        return made, to_text(made)
    except (NotKeepable, UnicodeEncodeError):
        return made, b""


# What templates are handed of a page, as text and back.
#
# The text is one piece for each value, behind a sign that tells its kind. No class is named in it that does not stand
# in `_CLASSES`; what has been written before is written as its number.

_BETWEEN = "\0"
"""What parts the pieces: no text of a page holds it."""
_TEXT, _MARKUP, _WHOLE, _TUPLE, _RECORD, _AGAIN = "'<#(:="
_PLAIN = {None: "-", True: "t", False: "f"}
_PLAINLY = {sign: value for value, sign in _PLAIN.items()}
_LONG = 24
"""From so many characters on a text that comes again is written as its number."""


class NotKeepable(Exception):
    """A view holds something that is no view, as a chart does its figures."""


def _records(module: ModuleType) -> dict[str, type]:
    """The classes of records that a module declares."""
    own = {name: one for name, one in vars(module).items() if getattr(one, "__module__", "") == module.__name__}
    return {name: one for name, one in own.items() if isinstance(one, type) and is_dataclass(one)}


_CLASSES = {name: one for module in (views, figure_views, json_ld, cards) for name, one in _records(module).items()}
_NAMES = {one: tuple(field.name for field in fields(one)) for one in _CLASSES.values()}
_GETTERS = {one: attrgetter(*names) for one, names in _NAMES.items() if len(names) > 1}


def to_text(value: object) -> bytes:
    """Write records of views, tuples and texts as text; raises NotKeepable for anything else."""
    writing = _Writing()
    writing.put((value,))
    text = _BETWEEN.join(writing.pieces)
    if text.count(_BETWEEN) != len(writing.pieces) - 1:
        raise NotKeepable(_BETWEEN)
    return text.encode()


def from_text(text: bytes) -> Any:  # noqa: ANN401 - what `to_text` was given
    """Give what a text was written of; raises ValueError, LookupError or TypeError where it is none."""
    pieces = iter(text.decode().split(_BETWEEN))
    try:
        found = _Reading(pieces).value()
    except StopIteration:
        raise ValueError(_BETWEEN) from None
    for piece in pieces:
        raise ValueError(piece)
    return found


class _Writing:
    """The pieces that have been written by now."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._numbers: dict[object, int] = {}
        self._alive: list[object] = []  # so that no other gets the identity of one that is gone

    def put(self, values: tuple[Any, ...]) -> None:
        """Write values one after the other; most are short texts."""
        write = self.pieces.append
        for one in values:
            kind = type(one)
            if kind is str:
                if len(one) < _LONG or self._is_new(one, one):
                    write(_TEXT + one)
            elif one is None or kind is bool:
                write(_PLAIN[one])
            elif kind is tuple:
                write(f"{_TUPLE}{len(one)}")
                self.put(one)
            elif kind is int:
                write(f"{_WHOLE}{one}")
            else:
                self._put_view(one, kind)

    def _put_view(self, one: Any, kind: type) -> None:  # noqa: ANN401 - markup or any record
        if kind is Markup:
            text = str(one)
            if self._is_new((kind, text), one):
                self.pieces.append(_MARKUP + text)
        elif kind not in _GETTERS:
            raise NotKeepable(kind.__name__)
        elif id(one) in self._numbers:
            self.pieces.append(f"{_AGAIN}{self._numbers[id(one)]}")
        else:
            self.pieces.append(_RECORD + kind.__name__)
            self.put(_GETTERS[kind](one))
            self._is_new(id(one), one)

    def _is_new(self, key: object, value: object) -> bool:
        """Give a value its number; write that of one that has been written."""
        known = self._numbers.setdefault(key, len(self._alive))
        if known < len(self._alive):
            self.pieces.append(f"{_AGAIN}{known}")
            return False
        self._alive.append(value)
        return True


class _Reading:
    """The values that have been read by now, in the order in which they were written."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._known: list[Any] = []

    def value(self) -> Any:  # noqa: ANN401 - any view
        """Read one value, with all that is in it."""
        piece = next(self._pieces)
        sign, rest = piece[0], piece[1:]
        if sign == _TEXT:
            if len(rest) >= _LONG:
                self._known.append(rest)
            return rest
        if sign == _AGAIN:
            return self._known[int(rest)]
        if sign == _TUPLE:
            return tuple([self.value() for _ in range(int(rest))])
        if sign == _WHOLE:
            return int(rest)
        if sign == _MARKUP:
            made: Any = Markup(rest)  # noqa: S704 - as it was written
        elif sign == _RECORD:
            kind = _CLASSES[rest]
            made = _record(kind, [self.value() for _ in _NAMES[kind]])
        else:
            return _PLAINLY[piece]
        self._known.append(made)
        return made


def _record(kind: type, values: list[Any]) -> Any:  # noqa: ANN401 - any view
    """Make a record of the values of its fields; past `__init__` where it has no slots, which is quicker."""
    named = dict(zip(_NAMES[kind], values, strict=True))
    if not hasattr(kind, "__slots__"):
        made: Any = object.__new__(kind)
        made.__dict__.update(named)
        return made
    return kind(**named)
