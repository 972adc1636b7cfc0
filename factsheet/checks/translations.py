"""Sheets come in pairs: each translation has its original, and each original its translations."""

from collections.abc import Iterator

from factsheet.content.kinds import kind_of
from factsheet.content.model import Language, Sheet
from factsheet.content.sheets.store import Sheets
from factsheet.content.texts import SheetText, declarations
from factsheet.problems import Place, Problem, Severity
from factsheet.problems.codes import report
from factsheet.problems.suggest import nearest
from factsheet.records import replace
from factsheet.site.site import Site


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
    """Report texts of the original that the sheet lacks, and metrics without a label."""
    wanted = [f"metrics.{name}.label" for name in original.metrics]
    wanted += [text.key for text in original.texts() if text.declared.translatable and not _is_optional(original, text)]
    own, there = dict(declarations(sheet)), {text.key for text in sheet.texts()}
    for key in dict.fromkeys(key for key in wanted if key not in there):
        within, _, name = key.rpartition(".")
        section, _, entry = within.partition(".")
        place = own[f"{within}."].place_of(name) if f"{within}." in own else Place(sheet.file)
        named = {"key": name, "metric": within if entry.isdecimal() else entry or original.path, "section": section}
        yield report("T602", place, variant="" if within else "sheet", language=language.name, **named)


def _is_optional(original: Sheet, text: SheetText) -> bool:
    """Whether a translation can do without: phrases of money, words of a metric whose value is refused, rows."""
    section, _, name = text.key.rpartition(".")[0].partition(".")
    if section == "tables":
        return name.endswith(".rows")  # CLDR may have them; else that is told once for the table
    if section != "metrics":
        return False
    return name not in original.metrics or (bool(text.form) and not kind_of(original.metrics[name]).needs_unit)
