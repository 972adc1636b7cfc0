"""What templates call for a text in the language of their page: gettext's functions, without trust in translators."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from factsheet.content.catalogs import Catalog, fill


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
        found = self._known.get((context, msgid))
        if found is None:
            found = self._known[context, msgid] = self._translated(context, msgid, values)
        return found

    def _translated(self, context: str, msgid: str, values: Mapping[str, Any]) -> Markup:
        message = self._catalog.find(msgid, context)
        text = str(escape(message.strings[0] if message else msgid))
        escaped = {name: str(escape(value)) for name, value in values.items()}
        return Markup(fill(text, escaped))  # noqa: S704 - text and values are escaped above


class PluralTranslator:
    """A function that templates call for a text that goes with a number, as `ngettext("%(num)s page", ...)`."""

    def __init__(self, catalog: Catalog, *, in_context: bool = False) -> None:
        """Take the catalogue; with `in_context` the first argument is the context of the message."""
        self._catalog = catalog
        self._in_context = in_context

    def __call__(self, *message: Any, **values: Any) -> Markup:  # noqa: ANN401 - templates hand over anything
        """The text for a whole number, the last argument, which fills `%(num)s` unless that is given."""
        *context, singular, plural, number = message
        text = self._catalog.plural(singular, plural, int(number), context[0] if self._in_context else "")
        escaped = {name: str(escape(value)) for name, value in {"num": number, **values}.items()}
        return Markup(fill(str(escape(text)), escaped))  # noqa: S704 - text and values are escaped above


def translators(catalog: Catalog) -> dict[str, Translator | PluralTranslator]:
    """The functions of a catalogue, by the names that templates know them by."""
    gettext = Translator(catalog)
    return {
        "gettext": gettext,
        "_": gettext,
        "pgettext": Translator(catalog, in_context=True),
        "ngettext": PluralTranslator(catalog),
        "npgettext": PluralTranslator(catalog, in_context=True),
    }
