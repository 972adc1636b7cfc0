"""The languages of a site: one for each folder of `content/`."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from factsheet.content.config import TAG
from factsheet.content.model import Language
from factsheet.content.settings import LocaleSettings, Settings
from factsheet.content.text import place_at
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.records import replace
from factsheet.core.suggest import listed, nearest
from factsheet.l10n import cldr
from factsheet.l10n.cldr import UnknownLocale, UnknownNumerals


def find_languages(
    tags: Iterable[str], settings: Settings, *, written: bytes = b""
) -> tuple[tuple[Language, ...], list[Problem]]:
    """Make the languages, the reference first and the others by their tags; report folders that are none.

    `written` is site.toml as it stands, to point into.
    """
    problems: list[Problem] = []
    found: dict[str, Language] = {}
    for tag in sorted(tags, key=lambda name: (name != settings.reference, name)):
        same = next((other for other in found if other.casefold() == tag.casefold()), None)
        if same is not None:
            problems.append(report("C808", Place(f"content/{tag}"), variant="same", tag=tag, other=same))
            continue
        language = _language(tag, settings.locales.get(tag, LocaleSettings()), settings.reference)
        if isinstance(language, Problem):
            at = settings.places.get(f"locales.{tag}.{'numerals' if language.code == 'C810' else 'cldr'}")
            problems.append(replace(language, place=at) if at else language)
        else:
            found[tag] = language
    for key, wanted in (("reference", settings.reference), ("root", settings.root)):
        if wanted and wanted not in found and not problems:
            problems.append(_no_folder(key, wanted, list(found), written))
    problems.extend(_strange(settings, found))
    return tuple(found.values()), problems


def _strange(settings: Settings, found: Collection[str]) -> Iterator[Problem]:
    """Report words for what is no language, or is written almost as one of the site: `eng` for `en`."""
    texts = {"title": settings.title, "description": settings.description, "theme.footer": settings.theme.footer}
    for key, given in {**texts, **{f"classes.{name}": words for name, words in settings.classes.items()}}.items():
        for tag in filter(lambda tag: tag and tag not in found, given):
            near, place = nearest(tag, found), settings.places[f"{key}.{tag}"]
            if near or not is_language(tag, settings.locales):
                yield report("C809", place, near=near, tag=tag, known=listed(found))


def is_language(tag: str, own: Collection[str]) -> bool:
    """Whether CLDR or site.toml knows a language by this tag."""
    try:
        return tag in own or bool(cldr.locale(tag))
    except UnknownLocale:
        return False


def _no_folder(key: str, tag: str, known: list[str], written: bytes) -> Problem:
    text = written.decode("utf-8", "replace")
    at = re.search(rf"(?m)^[ \t]*{key}[ \t]*=[ \t]*", text)
    place = place_at("site.toml", text, at.end()) if at else Place("site.toml")
    values = {"tag": tag, "known": listed(known)}
    near = next((one for one in known if one == cldr.called(tag)), None) or nearest(tag, known)
    return report("C809", place, variant="" if known else "nothing", near=near, **values)


def _language(tag: str, own: LocaleSettings, reference: str) -> Language | Problem:
    place = Place("site.toml") if own != LocaleSettings() else Place(f"content/{tag}")
    if not TAG.fullmatch(tag):
        tidy = tag.replace("_", "-").strip(" -")
        tidy = reference if tidy.partition("-")[0].lower() == reference else tidy
        return report("C808", place, near=cldr.called(tag) or (tidy if TAG.fullmatch(tidy) else None), tag=tag)
    if own == LocaleSettings() and cldr.usual(tag) != tag:
        return report("C808", place, near=cldr.usual(tag), tag=tag)
    written, _, rest = tag.partition("-")
    if written != written.lower():
        near = "-".join(filter(None, (written.lower(), rest)))
        return report("C808", place, variant="capitals", tag=tag, better=near)
    try:
        numbers = cldr.locale(tag, cldr=own.cldr, numerals=own.numerals)
    except UnknownLocale as unknown:
        return report("C808", place, near=cldr.called(tag) or next(iter(unknown.near), None), tag=tag)
    except UnknownNumerals:
        return report("C810", place, numerals=own.numerals)
    name, way = own.name or cldr.autonym(numbers), own.dir or cldr.direction(numbers)
    return Language(tag=tag, name=name, dir=way, numbers=numbers)


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
