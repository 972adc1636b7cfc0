"""Bounds of what a template may cost: how much it makes, and for how long it runs.

The sandbox of Jinja keeps templates from running code, but not from asking for ten gigabytes of one letter. What
can grow from a short expression is refused before it is made; loops are ended by the clock.
"""

import signal
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import wraps
from types import FrameType
from typing import Any, Final

from markupsafe import Markup, escape

from factsheet.content.catalogs import Catalog, fill, placeholders
from factsheet.core.patterns import regex
from factsheet.core.suggest import listed

MOST_MADE: Final = 1_000_000
"""The largest number a template may hand to a function, and the longest text or list it may multiply."""

MOST_OUTPUT: Final = 20_000_000
"""The longest page, in characters."""

SECONDS: Final = 5.0
"""How long one page may take, in seconds of a processor: on a busy machine a page comes later, and still comes."""

_SOON: Final = 0.01
_MOST_BITS: Final = 10_000
_WIDE: Final = regex(rf"\d{{{len(str(MOST_MADE))}}}")
_SIZED = ("batch", "center", "format", "indent", "round", "slice", "truncate", "urlize", "wordwrap")


class TookTooLong(Exception):
    """The template is still at it after `SECONDS`."""


class UnfitValue(Exception):
    """A template puts out what is no text; carries what is said of it."""

    def __init__(self, reason: str, **said: str) -> None:
        super().__init__(reason)
        self.said = said


_KINDS: Final = {"none": "nothing", "value": "a thing of several parts", "call": "a function", "list": "a list"}


def check_text(value: object, parts: Collection[str]) -> None:
    """Refuse to put out what readers would see as a name of Python's; `parts` are those of a view."""
    if value is None or isinstance(value, tuple | list | dict) or callable(value) or parts:
        variant = "none" if value is None else "value" if parts else "call" if callable(value) else "list"
        listing = listed(f"`.{part}`" for part in sorted(parts))
        raise UnfitValue(f"it puts out {_KINDS[variant]}, which is no text", variant=variant, known=listing)


def refusal(why: str) -> Exception:
    """The error of Jinja's for what a template may not do."""
    from jinja2.exceptions import SecurityError

    return SecurityError(why)


def check_arguments(arguments: Sequence[object], named: Mapping[str, object]) -> None:
    """Refuse numbers that would make giants: `'x'.center(10 ** 10)`; raises SecurityError."""
    for value in (*arguments, *named.values()):
        if isinstance(value, int) and abs(value) > MOST_MADE:
            raise refusal(f"{str(value)[:20]} is too large a number for a template")


def check_format(text: object) -> None:
    """Refuse formats with a width of many digits: `'%1000000000d'`; raises SecurityError."""
    if isinstance(text, str) and _WIDE.search(text):
        raise refusal("this format asks for too long a text")


def check_operands(operator: str, left: Any, right: Any) -> None:  # noqa: ANN401 - templates hand over anything
    """Refuse products that are too large; raises SecurityError."""
    if operator == "%":
        check_format(left)
        return
    if operator == "+":
        too_large = _size(left) + _size(right) > MOST_OUTPUT
    elif operator == "**":
        too_large = isinstance(left, int) and isinstance(right, int) and left.bit_length() * abs(right) > _MOST_BITS
    else:
        too_large = _is_giant(left, right)
    if too_large:
        raise refusal(f"the result of {operator} is too large for a template")


def check_parts(parts: Sequence[object]) -> None:
    """Refuse texts joined by `~` that are too long: doubled often enough, one letter fills the memory."""
    if sum(_size(part) for part in parts) > MOST_OUTPUT:
        raise refusal("the result of ~ is too large for a template")


def _size(value: object) -> int:
    return len(value) if isinstance(value, str | list | tuple) else 0


def _is_giant(left: Any, right: Any) -> bool:  # noqa: ANN401 - the same
    if isinstance(left, int) and isinstance(right, int):
        return left.bit_length() + right.bit_length() > _MOST_BITS
    times, what = (left, right) if isinstance(left, int) else (right, left)
    return isinstance(times, int) and hasattr(what, "__len__") and times * len(what) > MOST_MADE


def bounded_filters(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """The filters whose result grows with a number, each refusing numbers that are too large."""
    return {name: _bounded(filters[name]) for name in _SIZED}


def _bounded(given: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(given)
    def bounded(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - the same
        check_arguments(arguments, named)
        if given.__name__ == "do_format" and arguments:
            check_format(str(arguments[0]))
        return given(*arguments, **named)

    return bounded


@contextmanager
def time_limit(seconds: float = SECONDS) -> Iterator[None]:
    """End what is done inside with TookTooLong after so many seconds of a processor, between two steps of Python.

    The alarm is a signal, which only the main thread of a Unix process can have; builds and the preview render
    there. On Windows there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    end = time.thread_time() + seconds

    def ring(_number: int, _frame: FrameType | None) -> None:
        left = end - time.thread_time()
        if left <= 0:
            raise TookTooLong(f"it takes longer than {SECONDS:.0f} seconds")
        signal.setitimer(signal.ITIMER_REAL, max(left, _SOON))

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


# What templates call for a text in the language of their page: gettext's functions, without trust in translators.


class Translator:
    """A function that templates call for a text; it escapes what the translator wrote and what is filled in."""

    def __init__(self, catalog: Catalog, *, in_context: bool = False) -> None:
        """Take the catalogue; with `in_context` the first argument is the context of the message."""
        self._catalog = catalog
        self._in_context = in_context
        self._known: dict[tuple[str, str], Markup] = {}

    def __call__(self, *message: str, **values: Any) -> Markup:  # noqa: ANN401 - templates hand over anything
        """The text in the language of the catalogue."""
        context, msgid = message if self._in_context else ("", *message)
        if values:
            return self._translated(context, msgid, values)
        self._catalog.ask(context, msgid)
        if (found := self._known.get((context, msgid))) is None:
            found = self._known[context, msgid] = self._translated(context, msgid, values)
        return found

    def _translated(self, context: str, msgid: str, values: Mapping[str, Any]) -> Markup:
        message = self._catalog.find(msgid, context)
        return self._filled(message.strings[0] if message else msgid, values)

    @staticmethod
    def _filled(text: str, values: Mapping[str, Any]) -> Markup:
        if text.count("%(") > len(values) and (lost := sorted(placeholders(text) - values.keys())):
            reason = f"the message has a place `%({lost[0]})s`, which is given no value"
            raise UnfitValue(reason, variant="filled", name=lost[0])
        escaped = {name: str(escape(value)) for name, value in values.items()}
        return Markup(fill(str(escape(text)), escaped))  # noqa: S704 - text and values are escaped


class PluralTranslator(Translator):
    """A function that templates call for a text that goes with a number, as `ngettext("%(num)s page", ...)`."""

    def __call__(self, *message: Any, **values: Any) -> Markup:  # noqa: ANN401 - templates hand over anything
        """The text for a whole number, the last argument, which fills `%(num)s` unless that is given."""
        *context, singular, plural, number = message
        text = self._catalog.plural(singular, plural, int(number), context[0] if self._in_context else "")
        return self._filled(text, {"num": number, **values})


def translators(catalog: Catalog) -> dict[str, Translator]:
    """The functions of a catalogue, by the names that templates know them by."""
    gettext = Translator(catalog)
    return {
        "gettext": gettext,
        "_": gettext,
        "pgettext": Translator(catalog, in_context=True),
        "ngettext": PluralTranslator(catalog),
        "npgettext": PluralTranslator(catalog, in_context=True),
    }
