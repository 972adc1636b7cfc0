"""Numbers in words can be said: the figure has words, and the gender that they follow is known."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from factsheet.checks.reading import with_original
from factsheet.checks.references import mentioned
from factsheet.content.model import Language, MetricWords
from factsheet.l10n import spelled
from factsheet.l10n.numbers import LosesDigits
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import listed
from factsheet.site.figures import Figure
from factsheet.site.site import Site


def numbers_can_be_said(site: Site) -> Iterator[Problem]:
    """Report genders that a language does not have, and figures that are to be in words and cannot be."""
    for tag, path in with_original(site):
        language, sheet = site.by_tag[tag], site.sheets[tag, path]
        for words in sheet.words.values():
            yield from _gender(language, words)
        told = set()
        for target, form, place in mentioned(sheet, site.prose[tag, path]):
            figure = _figure(site, tag, path, target)
            if figure is None or figure.asked(form) != "words" or figure.words is not None:
                continue
            if not figure.in_words and spelled.in_words(language.numbers, Decimal(1)):
                yield report("R502", place, variant="words", form=form, metric=target)
            elif figure.in_words and target not in told:
                told.add(target)
                counted = site.words(tag, figure.sheet, figure.id)
                where = counted.place_of("unit") if counted else place
                yield report("N151", where, metric=target, choices=_listed(figure.in_words.items()))


def _gender(language: Language, words: MetricWords) -> Iterator[Problem]:
    known = spelled.genders(language.numbers)
    if words.gender is not None and words.gender not in known:
        two = spelled.in_words(language.numbers, Decimal(2))
        yield report(
            "N150",
            words.place_of("gender"),
            variant="choices" if known else "",
            gender=words.gender[:40],
            language=language.name,
            choices=_listed((one, two[one]) for one in known),
        )
    if words.two is not None and not spelled.genders_of(language.numbers, words.two):
        said = dict.fromkeys(spelled.in_words(language.numbers, Decimal(2)).values())
        yield report(
            "N156",
            words.place_of("unit.two"),
            phrase=words.two[:60],
            language=language.name,
            choices=listed(said),
        )


def _listed(said: Iterable[tuple[str, str]]) -> str:
    """The genders, each with what it sounds like: "feminine (două)"."""
    return ", ".join(f"{gender} ({text})" for gender, text in said)


def _figure(site: Site, tag: str, path: str, target: str) -> Figure | None:
    found = site.resolve(path, target)
    try:
        return site.figure(tag, found[0], found[1].id) if found else None
    except LosesDigits:
        return None
