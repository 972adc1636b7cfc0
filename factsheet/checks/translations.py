"""Sheets come in pairs: each translation has its original, and each original its translations."""

from collections.abc import Iterator
from dataclasses import replace

from factsheet.codes import report
from factsheet.model import Language, Sheet
from factsheet.problems import Place, Problem, Severity
from factsheet.sheets.shelf import Sheets
from factsheet.site import Site
from factsheet.suggest import nearest


def sheets_pair(site: Site) -> Iterator[Problem]:
    """Report missing translations, translations of nothing, and words that have not been translated."""
    reference = site.settings.reference
    for (tag, path), sheet in site.sheets.items():
        if tag != reference and not _is_written(site, reference, path):
            yield report(
                "T603",
                Place(sheet.file),
                other=f"content/{reference}/{path}.md",
                near=nearest(path, site.every_path),
            )
    for path in site.paths:
        original = site.original(path)
        for language in site.languages:
            if language.tag == reference:
                yield from _words(original, original, language)
                continue
            translation = site.sheet(language.tag, path)
            if translation is not None:
                yield from _words(original, translation, language)
            elif _is_missing(site, language.tag, path):
                yield _missing(site, original, language)


def _is_written(site: Site, tag: str, path: str) -> bool:
    """Whether there is a file for the sheet in a language, be it a draft or one that cannot be read.

    Nothing is noted here: the files of a sheet that is checked are noted in all languages.
    """
    files = site.sheets.shelf.files if isinstance(site.sheets, Sheets) else {**site.sheets, **site.drafts}
    return (tag, path) in files


def _is_missing(site: Site, tag: str, path: str) -> bool:
    """A draft counts as missing; a file that cannot be read does not, for that is said where it fails."""
    return (tag, path) in site.drafts or not _is_written(site, tag, path)


def _missing(site: Site, original: Sheet, language: Language) -> Problem:
    file = f"content/{language.tag}/{original.path}.md"
    variant = "draft" if (language.tag, original.path) in site.drafts else ""
    found = report("T601", Place(original.file), variant=variant, language=language.name, file=file)
    if site.settings.fallback != "error":
        return found
    return replace(found, severity=Severity.ERROR)


def _words(original: Sheet, sheet: Sheet, language: Language) -> Iterator[Problem]:
    for name in original.metrics:
        own, first = sheet.words.get(name), original.words[name]
        place = own.place if own else Place(sheet.file)
        if own is None or own.label is None:
            yield report("T602", place, language=language.name, key="label", metric=name)
        if first.unit and original.metrics[name].kind == "count" and (own is None or own.unit is None):
            yield report("T602", place, language=language.name, key="unit", metric=name)
