"""Every figure can be computed, shown in every language, said in words and drawn."""

import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from factsheet.checks.reading import with_original
from factsheet.checks.references import every_mention
from factsheet.content.kinds import kind_of
from factsheet.content.model import Chart, ColumnWords, Language, MetricWords, TableWords
from factsheet.content.sheets.units import linked, unit_meant
from factsheet.content.statements.grammar import Grammar, grammar
from factsheet.content.statements.nouns import is_form
from factsheet.core.codes import report
from factsheet.core.patterns import LETTERS, regex
from factsheet.core.problems import Problem
from factsheet.core.suggest import listed, nearest
from factsheet.l10n import cldr, numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import LosesDigits
from factsheet.l10n.reading.fold import unaccented
from factsheet.site.charting import Fault, faults
from factsheet.site.site import Site

# Every figure that is computed from others can be, and what is declared of it is the result.


def calculations_are_right(site: Site) -> Iterator[Problem]:
    """Report calculations without a result, and declared values and bounds that are not the result."""
    for path in site.paths:
        yield from site.derivations(path).problems


# Every figure can be shown in every language: all plural forms are there, and no digit is lost.


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
        place, variant = words.place_of("name"), "choices" if known else ""
        said = {"name": words.name, "measure": metric.measure or metric.id, "language": language.name}
        yield report("N154", place, variant=variant, **said, choices=", ".join(known))


def _plural_forms(words: MetricWords | TableWords | ColumnWords, language: Language) -> Iterator[Problem]:
    if words.unit is None:
        return
    categories = cldr.plural_categories(language.numbers)
    written = {key.removeprefix("unit.") for key in words.places if key.startswith("unit.")}
    written -= {"two"} if isinstance(words, MetricWords) and words.two is not None else set()
    missing = [category for category in categories if category not in written]
    needless = sorted(written - set(categories))
    said = {"language": language.name, "categories": ", ".join(categories)}

    def refused(category: str, near: str | None, *, variant: str = "") -> Problem:
        place, shown = words.place_of(f"unit.{category}"), category
        return report("N107", place, variant=variant, near=near, metric=words.id, category=shown, **said)

    if len(missing) == len(needless) == 1:
        yield refused(needless[0], missing[0])
    elif needless and not written & set(categories):
        first = min(needless, key=lambda one: (words.place_of(f"unit.{one}"), one))
        said["better"] = unit_meant(language.numbers, words.unit)
        yield refused(first, None, variant="none")
    else:
        for category in missing[:1]:
            found = cldr.plural_examples(language.numbers, category)
            examples = ", ".join(numbers.decimal(language.numbers, number).text for number in found)
            known = {one: phrase for one, phrase in words.unit.items() if one in categories}
            shown = {"category": category, "better": unit_meant(language.numbers, known)}
            yield report("N106", words.place_of("unit"), metric=words.id, examples=examples, **said, **shown)
        yield from (refused(one, nearest(one, set(categories) - written)) for one in needless)
        yield from _without_link(words, language)
        yield from _exchanged(words, language)
        yield from _of_two_nouns(words, language)


def _without_link(words: MetricWords | TableWords | ColumnWords, language: Language) -> Iterator[Problem]:
    """Report a form of greater numbers that is that of small ones, without the word between number and noun."""
    few, other = (words.unit or {}).get("few", ""), (words.unit or {}).get("other", "")
    if few == other and (better := linked(language.numbers, other)) != other:
        place = words.place_of("unit.other")
        yield report("N158", place, metric=words.id, phrase=other, language=language.name, better=better)


_STEM_END = regex(r"[^\W\d_]{2,}?(?P<vowel>[aeiouyąęóаеёиіоуыэюяєїў])?")


_ACCENT = regex("[\u0300-\u036f]")
_GAP = regex(r"\{\w+\}")
_HEBREW = "\u0590"
"""Where scripts begin in which words have other beginnings in the plural."""

_LEAST, _SHORT = 3, 5
_LONGEST_ENDING = 3
"""How long an ending of a plural is in languages that have one form of it."""


_ENDINGS_OF_ONE = {("er", "e"), ("ie", "i")}
"""Ends of a singular and its plural that is shorter: ein Freiwilliger, zwei Freiwillige; o femeie, două femei."""


def _exchanged(words: MetricWords | TableWords | ColumnWords, language: Language) -> Iterator[Problem]:
    """Report forms that have changed places: in Slavic that of 3 ends with a vowel, and that of 1 is no longer one."""
    one, three, five = (cldr.plural_category(language.numbers, Decimal(number)) for number in (1, 3, 5))
    three = one if three == five else three
    unit, loc = words.unit or {}, language.numbers
    forms = [unit.get(category, "") for category in (three, five)]
    few, many = next(((a, b) for a, b in zip(*(form.split() for form in forms), strict=False) if a != b), ("", ""))
    ends = [_STEM_END.fullmatch(word) for word in (few, many)]
    is_bare = three == "few" != five and ends[0] and ends[1] and not ends[0]["vowel"] and ends[1]["vowel"]
    is_linked = one == three != five == "few" and forms[0] != unit.get("other", "") == linked(loc, forms[0])
    if is_bare or (three == "one" and few != many and (is_linked or _is_plural(few, many))):
        said = {"category": three, "other": five, "phrase": forms[1], "theirs": forms[0], "language": language.name}
        yield report("N159", words.place_of(f"unit.{three}"), metric=words.id, **said)


def _is_plural(word: str, other: str) -> bool:
    """Whether a word is the other one with an ending, or with a sign on one of its letters: Schäden, Schaden."""
    signs = [unicodedata.normalize("NFD", one) for one in (word, other)]
    plain = [_ACCENT.sub("", one) for one in signs]
    is_longer = plain[0].startswith(plain[1]) and 0 < len(signs[0]) - len(signs[1]) <= _LONGEST_ENDING
    return is_longer and "" < other < _HEBREW and (word[-2:], other[-1:]) not in _ENDINGS_OF_ONE


def _of_two_nouns(words: MetricWords | TableWords | ColumnWords, language: Language) -> Iterator[Problem]:
    """Report forms each of which has a word that is none of the other's: “{n} fine”, “{n} warnings”."""
    forms = words.unit or {}
    if found := _two_nouns(language.numbers, tuple(forms.values())):
        index, one, other = found
        yield report("N160", words.place_of(f"unit.{list(forms)[index]}"), metric=words.id, one=one, other=other)


@lru_cache(maxsize=1_024)
def _two_nouns(loc: NumberLocale, forms: tuple[str, ...]) -> tuple[int, str, str] | None:
    """Give the first form of another noun than the first of all has, by its index, and both nouns."""
    own = grammar(loc)
    if not forms or not own.stops or own.own.noun_first:
        return None
    mine, *others = words = [LETTERS.findall(_GAP.sub("", phrase.lower())) for phrase in forms]
    if any(words) and (bare := next((phrase for phrase in forms if phrase.strip() == "{n}"), "")):
        return forms.index(bare), next(filter(None, words))[0], bare
    for index, theirs in enumerate(others, 1):
        left, right = (
            [
                one
                for one in some
                if len(one) >= _LEAST and one < _HEBREW and one not in own.stops
                if not any(_may_be_forms(own, one, two) for two in every)
            ]
            for some, every in ((mine, theirs), (theirs, mine))
        )
        if left and right:
            return index, left[0], right[0]
    return None


def _may_be_forms(own: Grammar, one: str, two: str) -> bool:
    """Whether two words begin alike as forms of one do, "man" and "men"; long ones with two letters."""
    one, two = unaccented(one), unaccented(two)
    common = 2 if min(len(one), len(two)) > _SHORT else 1
    is_part = common > 1 and (two[:4] in one or one[:4] in two)  # "Überfahrt", "Fahrten"
    is_known = any(is_form(each, two) for each in own.own.suppletive.get(one, "").split())
    return one[:common] == two[:common] or is_known or is_part


def _displays(site: Site, language: Language, path: str) -> Iterator[Problem]:
    for name, metric in site.original(path).metrics.items():
        try:
            site.figure(language.tag, path, name)
        except LosesDigits:
            key = "display" if "display" in metric.places else "digits"
            value = kind_of(metric).machine(metric.value)
            yield report("N109", metric.place_of(key), metric=name, language=language.name, value=value)


# Numbers in words can be said: the figure has words, and the gender that they follow is known.


def numbers_can_be_said(site: Site) -> Iterator[Problem]:
    """Report genders that a language does not have, and figures that are to be in words and cannot be."""
    for tag, path in with_original(site):
        language, sheet = site.by_tag[tag], site.sheets[tag, path]
        for words in sheet.words.values():
            yield from _gender(language, words)
        told = set()
        for target, form, place in every_mention(site, tag, path):
            figure = site.shown_figure(tag, path, target)
            if figure is None or figure.asked(form) != "words" or figure.words is not None:
                continue
            if not figure.in_words and numbers.in_words(language.numbers, Decimal(1)):
                yield report("R502", place, variant="words", form=form, metric=target)
            elif figure.in_words and target not in told:
                told.add(target)
                counted = site.words(tag, figure.sheet, figure.id)
                where = counted.place_of("unit") if counted else place
                yield report("N151", where, metric=target, choices=_listed(figure.in_words.items()))


def _gender(language: Language, words: MetricWords) -> Iterator[Problem]:
    known = numbers.genders(language.numbers)
    if words.gender is not None and words.gender not in known:
        two = numbers.in_words(language.numbers, Decimal(2))
        place, variant, near = words.place_of("gender"), "choices" if known else "", nearest(words.gender, known)
        choices = _listed((one, two[one]) for one in known)
        said = {"gender": words.gender, "language": language.name, "choices": choices}
        yield report("N150", place, variant=variant, near=near, **said)
    if words.two is not None and not numbers.genders_of(language.numbers, words.two):
        forms = dict.fromkeys(numbers.in_words(language.numbers, Decimal(2)).values())
        place, choices = words.place_of("unit.two"), listed(forms)
        yield report("N156", place, phrase=words.two, language=language.name, choices=choices)


def _listed(said: Iterable[tuple[str, str]]) -> str:
    """The genders, each with what it sounds like: "feminine (două)"."""
    return ", ".join(f"{gender} ({text})" for gender, text in said)


# Every chart can be drawn honestly: lengths of one unit, shares of one whole, points of one history.

_CODES = {"units": "N123", "share": "N125", "sum": "N149"}


def charts_can_be_drawn(site: Site) -> Iterator[Problem]:
    """Report each chart whose figures cannot stand in it."""
    for path in site.paths:
        for chart in site.original(path).charts:
            yield from _chart(site, path, chart)


def _chart(site: Site, path: str, chart: Chart) -> Iterator[Problem]:
    found = [entry for target in chart.metrics if (entry := site.resolve(path, target))]
    every = ((metric.id, site.words(site.settings.reference, where, metric.id)) for where, metric in found)
    words = {name: given for name, given in every if given}
    if chart.type is not None and len(found) == len(chart.metrics):
        yield from (_problem(chart, fault) for fault in faults(chart, [metric for _, metric in found], words))


def _problem(chart: Chart, fault: Fault) -> Problem:
    """A finding where a chart names a metric, or where it begins."""
    code, named = _CODES.get(fault.reason, "N124"), fault.metric in chart.metrics
    at = chart.metrics.index(fault.metric) if named else -1
    said = {"chart": chart.id, "type": chart.type, "metric": fault.metric, "other": fault.other}
    place, variant = chart.places.get(f"metrics.{at}", chart.place), fault.reason if code == "N124" else ""
    return report(code, place, variant=variant, **said)
