"""Pages as templates are handed them, kept from build to build: behind a change of a template nothing else is done."""

import json
from collections.abc import Callable
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
    earlier: Callable[[], Spill]
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


# What templates are handed of a page, as JSON and back.
#
# A record is an object with the name of its class, which stands in `_CLASSES`, and its number and values behind it; one
# that has been written is its number behind no name. Tuples are arrays. Markup, which is long, stands behind the JSON.

_BETWEEN = "\0"
"""What parts the texts: none of a page holds it."""
_MARKUP = "<"
_PLAIN = frozenset((str, int, bool, type(None)))


class NotKeepable(Exception):
    """A view holds something that is no view, as a chart does its figures."""


def _records(module: ModuleType) -> dict[str, type]:
    """The classes of records that a module declares."""
    own = {name: one for name, one in vars(module).items() if getattr(one, "__module__", "") == module.__name__}
    return {name: one for name, one in own.items() if isinstance(one, type) and is_dataclass(one)}


_CLASSES = {name: one for module in (views, figure_views, json_ld, cards) for name, one in _records(module).items()}
_NAMES = {one: tuple(field.name for field in fields(one)) for one in _CLASSES.values()}
_CLOSED = {one for one in _NAMES if hasattr(one, "__slots__")}
_GETTERS = {one: attrgetter(*names) for one, names in _NAMES.items() if len(names) > 1}
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def to_text(value: object) -> bytes:
    """Write records of views, tuples and texts as text; raises NotKeepable for anything else."""
    numbers: dict[int, int] = {}
    texts: list[str] = []

    def plain(one: Any) -> object:  # noqa: ANN401 - any view
        kind = type(one)
        if kind in _PLAIN:
            return one
        if kind is Markup:
            texts.append(one)
            return {_MARKUP: len(texts)}
        if kind is tuple:
            return [plain(each) for each in one]
        if kind not in _GETTERS:
            raise NotKeepable(kind.__name__)
        if id(one) in numbers:
            return {"": numbers[id(one)]}
        number = numbers[id(one)] = len(numbers)
        values = [each if type(each) in _PLAIN else plain(each) for each in _GETTERS[kind](one)]
        return {kind.__name__: [number, *values]}

    whole = _BETWEEN.join((_ENCODER.encode(plain(value)), *texts))
    if whole.count(_BETWEEN) > len(texts):
        raise NotKeepable(_BETWEEN)
    return whole.encode()


def from_text(text: bytes) -> Any:  # noqa: ANN401 - what `to_text` was given
    """Give what a text was written of; raises ValueError, LookupError or TypeError where it is none."""
    known: dict[int, object] = {}
    texts = text.decode().split(_BETWEEN)

    def view(written: dict[str, Any]) -> object:
        ((name, given),) = written.items()
        if name == _MARKUP:
            return str.__new__(Markup, texts[given])  # as it was written: nothing is asked whether it is safe
        if name == "":
            return known[given]
        number, *values = given
        found = known[number] = _record(_CLASSES[name], [_frozen(one) if type(one) is list else one for one in values])
        return found

    return _frozen(json.loads(texts[0], object_hook=view))


def _frozen(value: object) -> object:
    return tuple(map(_frozen, value)) if type(value) is list else value


def _record(kind: type, values: list[Any]) -> Any:  # noqa: ANN401 - any view
    """Make a record of the values of its fields; past `__init__` where it has no slots, which is quicker."""
    named = zip(_NAMES[kind], values, strict=True)
    if kind in _CLOSED:
        return kind(**dict(named))
    made: Any = object.__new__(kind)
    made.__dict__.update(named)
    return made
