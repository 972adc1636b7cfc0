"""The words of the site in `site.toml`, its title and description, as units for translators, and their way back."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.content.model import Language
from factsheet.problems import Place
from factsheet.site.site import Site
from factsheet.site.translations import TranslationBlock
from factsheet.tools.exchange.units import ExchangeUnit

PATH: Final = "site.toml"
"""The file, which stands for a sheet in the names of units."""

KEYS: Final = ("title", "description")
"""The settings that are words for readers."""


_VALUE: Final = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\{[^{}\n]*\})"""
"""A text or a table on one line of TOML."""


def site_units(site: Site, language: Language) -> Iterator[ExchangeUnit]:
    """Give the title and the description; one text for all languages counts as its own translation."""
    settings = site.settings
    for key in KEYS:
        texts: Mapping[str, str] = getattr(settings, key)
        source = settings.text(texts, settings.reference)
        if source is not None:
            found = next((name for name in (f"{key}.{settings.reference}", key) if name in settings.places), "")
            place = settings.places.get(found, Place(PATH))
            yield ExchangeUnit(
                id=key,
                path=PATH,
                key=key,
                kind="word",
                source=source,
                target=settings.text(texts, language.tag) or "",
                stale=False,
                place=place,
                original=TranslationBlock(key=key, kind="word", text=source, place=place),
                own=None,
            )


def with_site_word(text: str, key: str, tag: str, words: str, *, languages: tuple[str, ...]) -> str:
    """Give `site.toml` with a text of one language; one text for all languages becomes a table of one for each.

    Everything else stays as it is. Raises LookupError where the text has no place in it.
    """
    table = tomllib.loads(text)
    rest = {name: value for name, value in table.items() if name != key}
    for edited in _edits(text, key, tag, words, table.get(key), languages):
        try:
            found = tomllib.loads(edited)
        except tomllib.TOMLDecodeError:
            continue
        own = found.pop(key, None)
        if isinstance(own, dict) and own.get(tag) == words and found == rest:
            return edited
    raise LookupError(key)


def _edits(text: str, key: str, tag: str, words: str, given: object, languages: tuple[str, ...]) -> Iterator[str]:
    """Ways of putting the text in, of which the first that gives what is wanted is taken."""
    line = f"{tag} = {_quoted(words)}"
    header = re.search(rf"^\[{key}\][^\n]*\n", text, re.MULTILINE)
    if header is not None:
        part = re.match(r"(?:(?!\[).*\n?)*", text[header.end() :])
        own = part[0] if part else ""
        old = rf"(?m)^{re.escape(tag)}\s*=.*$"
        body = re.sub(old, lambda _: line, own) if re.search(old, own) else f"{line}\n{own}"
        yield text[: header.end()] + body + text[header.end() + len(own) :]
    texts = dict.fromkeys(languages, given) if isinstance(given, str) else given
    if isinstance(texts, dict):
        entries = ", ".join(f"{name} = {_quoted(str(one))}" for name, one in {**texts, tag: words}.items())
        yield re.sub(rf"(?m)^{key}[ \t]*=[ \t]*{_VALUE}", lambda _: f"{key} = {{{entries}}}", text, count=1)


def _quoted(words: str) -> str:
    """A text as a basic string of TOML, which escapes as JSON does."""
    return json.dumps(words, ensure_ascii=False)
