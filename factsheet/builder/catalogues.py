"""The catalogues of a site: each language's own over the default one, and the messages that are asked for."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from factsheet.checks.catalogues import short
from factsheet.content.catalogs import Catalog, Wanted, files_of, merged, parse, read_catalog
from factsheet.content.model import Language
from factsheet.content.sources import Sources, is_default
from factsheet.core.codes import report
from factsheet.core.derived import derived
from factsheet.core.problems import Place, Problem
from factsheet.l10n import cldr
from factsheet.site.extraction import joined, messages_of_engine, template_messages

TEMPLATE_FILE = "locales/messages.pot"
"""What translators start from: all messages, none translated."""


def read_catalogs(languages: Iterable[Language], sources: Sources) -> tuple[dict[str, Catalog], list[Problem]]:
    """The catalogue of each language: the site's own, over the tool's, over that of the language at large."""
    problems: list[Problem] = []
    catalogs = {}
    for language in languages:
        files = files_of(language.numbers, (*sources.catalogs, *sources.default_catalogs))
        own = Catalog(language=language.tag, file=files[0])
        for file in files:
            if file in sources.catalogs:
                read, faults = _read(language.tag, file, sources.catalogs[file])
                problems.extend(faults)
                own = merged(own, read)
        for file in files:
            if file in sources.default_catalogs:
                default = _read(language.tag, file, sources.default_catalogs[file])[0]
                problems.extend(_unconfirmed(own, default))
                own = merged(own, default)
        catalogs[language.tag] = own
        problems.extend(_misnamed(language.tag, sources.catalogs))
    return catalogs, problems


def _read(tag: str, file: str, data: bytes) -> tuple[Catalog, list[Problem]]:
    """Read a catalogue; one that comes with the engine is read once for all builds."""
    if file == f"locales/{tag}.po" and is_default(file, data):
        return _read_default(tag, file, data)
    return read_catalog(tag, file, data)


@lru_cache(maxsize=64)
def _read_default(tag: str, file: str, data: bytes) -> tuple[Catalog, list[Problem]]:
    return derived(f"catalogue-{tag}", data, lambda: read_catalog(tag, file, data))


def _unconfirmed(own: Catalog, default: Catalog) -> Iterator[Problem]:
    """Report texts of the site that are fuzzy, so that those of the tool are shown in their place."""
    for key, message in own.messages.items():
        if message.fuzzy and any(message.strings) and key in default.messages and message.place.path == own.file:
            yield report("T608", message.place, message=short(message.id))


def _misnamed(tag: str, files: Iterable[str]) -> Iterator[Problem]:
    """Report catalogues that a language would have if they were named as its folder is: `RO.po`, `ro_RO.po`."""
    for file in [one for one in files if one.endswith(".po")]:
        name = file[len("locales/") : -len(".po")]
        plain = name.partition("/")[0].replace("_", "-").casefold()
        is_meant = plain == tag.casefold() or ("_" in name and plain.partition("-")[0] == tag)
        is_meant = is_meant or (bool(name) and cldr.called(name) == tag)
        if name != tag and is_meant:
            yield report("T641", Place(file), file=file, better=f"locales/{tag}.po")


def wanted_messages(sources: Sources) -> tuple[list[Wanted], list[Problem]]:
    """The messages that the templates and the engine itself ask for."""
    given = sources.default_catalogs.get(TEMPLATE_FILE) or sources.catalogs.get(TEMPLATE_FILE) or b""
    asked, problems = template_messages(
        {name: data for name, data in sources.templates.items() if name.endswith(".html")}
    )
    return joined(asked, _messages_of_engine(given)), problems


@lru_cache(maxsize=8)
def _messages_of_engine(template: bytes) -> tuple[Wanted, ...]:
    """What the engine asks for, read once in a process that builds again and again."""
    if is_default(TEMPLATE_FILE, template):
        return derived("messages-of-engine", template, lambda: _read_messages(template))
    return _read_messages(template)


def _read_messages(template: bytes) -> tuple[Wanted, ...]:
    entries, _ = parse(TEMPLATE_FILE, template.decode("utf-8", "replace"))
    return tuple(messages_of_engine(entries))
