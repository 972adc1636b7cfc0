"""gettext catalogues, read straight from `locales/<tag>.po` with the line of every message."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Final

from factsheet.content.catalogs.plurals import Plurals, plurals_of, read_plurals
from factsheet.content.catalogs.pofile import PoEntry, header_fields, parse
from factsheet.content.text import decode, place_at
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass, field
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale, script

_PLACEHOLDER = regex(r"%\(([a-z_]+)\)s")

_TO_FILL = regex(r"%%|%\(([a-z_]+)\)s")

Key = tuple[str, str]
"""Context (empty where there is none) and msgid: what a message is looked up by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One entry of a catalogue; `strings` has one text, or one for each plural form."""

    id: str
    context: str = ""
    plural: str | None = None
    strings: tuple[str, ...]
    fuzzy: bool = False
    place: Place
    formula: str = ""
    """The header `Plural-Forms` of its catalogue, which says which number takes which form."""

    def form(self, number: int) -> str:
        """The form for a number; the last one where the formula does not say."""
        plurals = read_plurals(self.formula) if len(self.strings) > 1 else None
        return self.strings[min(plurals.form(abs(number)), len(self.strings) - 1) if plurals else -1]

    @property
    def is_translated(self) -> bool:
        """Whether every form is there and a translator has confirmed it."""
        return not self.fuzzy and bool(self.strings) and all(self.strings)


def _tell_nobody(context: str, msgid: str) -> None:
    del context, msgid


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """The words of the interface in one language."""

    language: str
    file: str
    messages: Mapping[Key, Message] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    header_place: Place | None = None
    ask: Callable[[str, str], None] = field(default=_tell_nobody, compare=False, repr=False)
    """Is told the context and the msgid of every message that is looked up."""

    def find(self, msgid: str, context: str = "") -> Message | None:
        """The entry, if it has been translated."""
        self.ask(context, msgid)
        message = self.messages.get((context, msgid))
        return message if message and message.is_translated else None

    def text(self, msgid: str, context: str = "", **values: object) -> str:
        """The translation with its placeholders filled; the msgid itself stands in for a missing one."""
        message = self.find(msgid, context)
        return fill(message.strings[0] if message else msgid, values)

    def plural(self, singular: str, plural: str, number: int, context: str = "") -> str:
        """The translation for a number, its placeholders not filled; a missing one is as English has it."""
        message = self.find(singular, context)
        if message is None or message.plural is None:
            return singular if number == 1 else plural
        return message.form(number)

    @property
    def unread(self) -> bool:
        """Whether there is no catalogue at all."""
        return not self.messages


def fill(text: str, values: Mapping[str, object]) -> str:
    """Fill `%(name)s` placeholders and turn `%%` into `%`; an unknown placeholder stays as it is."""
    if "%" not in text:
        return text
    return _TO_FILL.sub(lambda match: str(values.get(match[1], match[0])) if match[1] else "%", text)


def placeholders(text: str) -> frozenset[str]:
    """The names of the placeholders in a message."""
    return frozenset(_PLACEHOLDER.findall(text))


def read_catalog(language: str, file: str, data: bytes) -> tuple[Catalog, list[Problem]]:
    """Read a .po file; what is not understood gives findings, and the other entries are kept."""
    catalog, problems = _read(language, file, data)
    return catalog, list(problems)


@lru_cache(maxsize=64)
def _read(language: str, file: str, data: bytes) -> tuple[Catalog, tuple[Problem, ...]]:
    """Read the same bytes once in a process that builds again and again."""
    text, problems = decode(file, data)
    if problems:
        return Catalog(language=language, file=file), tuple(problems)
    entries, problems = parse(file, text)
    header = next((entry for entry in entries if not entry.id and not entry.obsolete), None)
    headers = header_fields(header.strings[0]) if header else {}
    formula, at = headers.get("Plural-Forms", ""), text.find('"Plural-Forms')
    messages = {entry.key: _message(file, entry, formula) for entry in entries if entry.id and not entry.obsolete}
    place = place_at(file, text, at) if at >= 0 else Place(file, header.string_line if header else 1)
    found = Catalog(language=language, file=file, messages=messages, headers=headers, header_place=place)
    given = headers.get("Language", "").replace("_", "-").partition("@")[0]
    if not _are_kin(given, language):
        problems.append(report("T645", place_at(file, text, text.find('"Language')), given=given, tag=language))
    return found, tuple(problems)


def _are_kin(*tags: str) -> bool:
    """Whether two tags name one language, as `no` and `nb` do, or one of them none that is known."""
    try:
        one, other = map(cldr.locale, tags)
    except cldr.UnknownLocale:
        return True
    names = sorted(map(cldr.autonym, (one, other)))
    return one.code == other.code or names[1].startswith(names[0])


def _message(file: str, entry: PoEntry, formula: str) -> Message:
    said = {"id": entry.id, "context": entry.context or "", "formula": formula}
    place = Place(file, entry.string_line)
    return Message(plural=entry.plural, strings=entry.strings, fuzzy=entry.is_fuzzy, place=place, **said)


def merged(own: Catalog, default: Catalog | None) -> Catalog:
    """A site's own catalogue over the one that comes with the tool; what it leaves untranslated is taken from there."""
    if default is None:
        return own
    translated = {key: message for key, message in own.messages.items() if message.is_translated}
    messages = {**own.messages, **default.messages, **translated}
    headers, place = own.headers or default.headers, own.header_place or default.header_place
    return Catalog(language=own.language, file=own.file, messages=messages, headers=headers, header_place=place)


def missing(catalog: Catalog, wanted: Iterable[Key]) -> list[Key]:
    """The messages that templates ask for and the catalogue does not have."""
    return [key for key in wanted if catalog.find(key[1], key[0]) is None]


# Which catalogue serves a language that has none of its own: that of the same language in the same script.


def files_of(loc: NumberLocale, files: Iterable[str]) -> list[str]:
    """The catalogues that may be read for a language: its own, be it there or not, and that of the language at large.

    `ro-MD` is served by `ro`, but `sr-Latn` never by `sr`, which is written in another script.
    """
    language, _, rest = loc.tag.partition("-")
    large = {one for one in files if rest and one.casefold() == f"locales/{language}.po".casefold()}
    return [f"locales/{loc.tag}.po", *(one for one in sorted(large) if _script_of(one) == script(loc))]


def _script_of(file: str) -> str | None:
    """The script of the language that a catalogue is named by; None where CLDR does not know it."""
    try:
        return script(cldr.locale(file.removeprefix("locales/").removesuffix(".po")))
    except cldr.UnknownLocale:
        return None


# The forms of a message by the plural categories of CLDR, for a number that need not be whole.

_ENGLISH: Final = "en"


def phrases(catalog: Catalog, loc: NumberLocale, message: tuple[str, str], context: str) -> Mapping[str, str]:
    """Give the translation of a message, singular and plural, by plural category; placeholders are left to be filled.

    gettext counts whole numbers only: a category that none has (Polish fractions) takes the last form.
    """
    found = catalog.find(message[0], context)
    own = read_plurals(found.formula) or plurals_of(loc.cldr) if found else plurals_of(_ENGLISH)
    texts = found.strings if found else message
    return {name: texts[_place(loc, own, name, len(texts) - 1)] for name in cldr.plural_categories(loc)}


def _place(loc: NumberLocale, rule: Plurals, category: str, last: int) -> int:
    whole = (int(number) for number in cldr.plural_examples(loc, category) if number == int(number))
    number = next(whole, None)
    return last if number is None else min(rule.form(number), last)
