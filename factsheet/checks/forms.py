"""Every figure can be shown in every language: all plural forms are there, and no digit is lost."""

from collections.abc import Iterator

from factsheet.content.kinds import kind_of
from factsheet.content.model import ColumnWords, Language, MetricWords, TableWords
from factsheet.l10n import cldr, numbers
from factsheet.l10n.numbers import LosesDigits
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import nearest
from factsheet.site.site import Site


def every_form_is_there(site: Site) -> Iterator[Problem]:
    """Report missing and needless plural forms, and displays that would lose a digit."""
    for language in site.languages:
        for path in site.paths:
            sheet = site.sheet(language.tag, path)
            for words in sheet.words.values() if sheet else ():
                yield from _plural_forms(words, language)
                yield from _names(site, words, language, path)
            for table in sheet.table_words.values() if sheet else ():
                yield from _plural_forms(table, language)
                for column in table.columns.values():
                    yield from _plural_forms(column, language)
            yield from _displays(site, language, path)


def _names(site: Site, words: MetricWords, language: Language, path: str) -> Iterator[Problem]:
    """Report a name of a measure whose forms are not known."""
    metric = site.original(path).metrics.get(words.id)
    if words.name is None or metric is None:
        return
    known = kind_of(metric).names(metric, language.numbers)
    if words.name not in known:
        yield report(
            "N154",
            words.place_of("name"),
            variant="choices" if known else "",
            name=words.name[:40],
            measure=metric.measure or metric.id,
            language=language.name,
            choices=", ".join(known),
        )


def _plural_forms(words: MetricWords | TableWords | ColumnWords, language: Language) -> Iterator[Problem]:
    if words.unit is None:
        return
    categories = cldr.plural_categories(language.numbers)
    written = {key.removeprefix("unit.") for key in words.places if key.startswith("unit.")}
    written -= {"two"} if isinstance(words, MetricWords) and words.two is not None else set()
    missing = [category for category in categories if category not in written]
    needless = sorted(written - set(categories))
    if len(missing) == len(needless) == 1:
        yield report(
            "N107",
            words.place_of(f"unit.{needless[0]}"),
            metric=words.id,
            category=needless[0][:40],
            language=language.name,
            near=missing[0],
            categories=", ".join(categories),
        )
        return
    for category in categories:
        if category in missing:
            yield report(
                "N106",
                words.place_of("unit"),
                metric=words.id,
                category=category,
                language=language.name,
                examples=_examples(language, category),
            )
    for category in needless:
        yield report(
            "N107",
            words.place_of(f"unit.{category}"),
            metric=words.id,
            category=category[:40],
            language=language.name,
            near=nearest(category, set(categories) - written),
            categories=", ".join(categories),
        )


def _examples(language: Language, category: str) -> str:
    found = cldr.plural_examples(language.numbers, category)
    return ", ".join(numbers.decimal(language.numbers, number).text for number in found)


def _displays(site: Site, language: Language, path: str) -> Iterator[Problem]:
    for name, metric in site.original(path).metrics.items():
        try:
            site.figure(language.tag, path, name)
        except LosesDigits:
            key = "display" if "display" in metric.places else "digits"
            value = kind_of(metric).machine(metric.value)
            yield report("N109", metric.place_of(key), metric=name, language=language.name, value=value)
