"""The languages of a site: one for each folder of `content/`."""

from collections.abc import Iterable, Mapping

from factsheet.codes import report
from factsheet.config import TAG
from factsheet.l10n import cldr
from factsheet.l10n.cldr import UnknownLocale, UnknownNumerals
from factsheet.model import Language, LocaleSettings, Settings
from factsheet.problems import Place, Problem
from factsheet.suggest import listed


def find_languages(tags: Iterable[str], settings: Settings) -> tuple[tuple[Language, ...], list[Problem]]:
    """Make the languages, the reference first and the others by their tags; report folders that are none."""
    problems: list[Problem] = []
    found: dict[str, Language] = {}
    for tag in sorted(tags, key=lambda name: (name != settings.reference, name)):
        language = _language(tag, settings.locales.get(tag, LocaleSettings()), problems)
        if language is not None:
            found[tag] = language
    for wanted in filter(None, (settings.reference, settings.root)):
        if wanted not in found and not problems:
            problems.append(report("C809", Place("site.toml"), tag=wanted, known=listed(found) or "none yet"))
    return tuple(found.values()), problems


def _language(tag: str, own: LocaleSettings, problems: list[Problem]) -> Language | None:
    place = Place("site.toml") if own != LocaleSettings() else Place(f"content/{tag}")
    if not TAG.fullmatch(tag):
        problems.append(report("C808", place, tag=tag[:40]))
        return None
    try:
        numbers = cldr.locale(tag, cldr=own.cldr, numerals=own.numerals)
    except UnknownLocale as unknown:
        problems.append(report("C808", place, near=unknown.near[0] if unknown.near else None, tag=tag))
        return None
    except UnknownNumerals:
        problems.append(report("C810", place, numerals=own.numerals))
        return None
    return Language(
        tag=tag,
        name=own.name or cldr.autonym(numbers),
        dir=own.dir or cldr.direction(numbers),
        numbers=numbers,
    )


def by_folder(paths: Iterable[str]) -> Mapping[str, list[str]]:
    """Group `content/<tag>/...` paths by their tag."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        _, tag, rest = path.split("/", maxsplit=2) if path.count("/") > 1 else ("", "", "")
        if rest:
            groups.setdefault(tag, []).append(path)
    return groups


def named_in(language: Language, reader: Language) -> str:
    """The name of a language as it stands in a sentence of the reader's; its own where CLDR does not have it."""
    try:
        return cldr.display_name(language.tag, reader.numbers)
    except UnknownLocale:
        return language.name
