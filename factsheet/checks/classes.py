"""Classes of age or size are classes, and have the same ends in every language: “15–49 de ani”, “aged 15–49”."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from factsheet.content.model import Sheet
from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.reader import read
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.suggest import nearest
from factsheet.site.site import Site

_OF_TIME = frozenset((StatementKind.AGE, StatementKind.DURATION))
_SHOWN = 80
_WIDEST_JOINT = 9
"""How far apart the ends of a class may stand, in characters: “10 to 49”, “16 bis 24”."""


def classes_agree(site: Site) -> Iterator[Problem]:
    """Report classes of a sheet that are none, that only a translation has, or that differ between languages."""
    for path in site.paths:
        original = site.original(path)
        yield from _of_sheet(site, original)
        for sheet in site.translations(path):
            yield from _of_sheet(site, sheet)
            yield from _compared(site, original, sheet)


def classes_of_the_site_agree(site: Site) -> Iterator[Problem]:
    """Report the same of the classes in site.toml."""
    for name, words in site.settings.classes.items():
        places = site.settings.places
        tags = [language.tag for language in site.languages if language.tag in words]
        for tag in tags:
            place, first = (places[f"classes.{name}.{one}"] for one in (tag, tags[0]))
            yield from _none(site, tag, words[tag], place)
            if tag != tags[0]:
                yield from _differing(site, {tags[0]: words[tags[0]], tag: words[tag]}, name, place, str(first))


def _of_sheet(site: Site, sheet: Sheet) -> Iterator[Problem]:
    for name, texts in sheet.classes.items():
        yield from _none(site, sheet.language, texts, sheet.place_of(f"classes.{name}"))


def _compared(site: Site, original: Sheet, sheet: Sheet) -> Iterator[Problem]:
    for name, texts in sheet.classes.items():
        place, declared = sheet.place_of(f"classes.{name}"), original.classes.get(name)
        if declared is None:
            near = nearest(name, original.classes)
            yield report("P214", place, near=near, name=name, other=original.file)
        else:
            both = {original.language: declared, sheet.language: texts}
            yield from _differing(site, both, name, place, str(original.place_of(f"classes.{name}")))


def _none(site: Site, tag: str, texts: Sequence[str], place: Place) -> Iterator[Problem]:
    """Report a phrase that says no class: it has neither two ends nor a bound, and no word of an age."""
    for text in texts:
        if not _is_class(_statements(site, tag, text)):
            yield report("S313", place, text=text[:_SHOWN])


def _is_class(found: Sequence[Statement]) -> bool:
    is_range = any(0 < high.start - low.end <= _WIDEST_JOINT for low, high in pairwise(found))
    return is_range or any(one.bound or one.kind in _OF_TIME for one in found)


def _differing(site: Site, both: Mapping[str, Sequence[str]], name: str, place: Place, other: str) -> Iterator[Problem]:
    """Report the first phrase of either language whose numbers are not those of the first phrase of the original."""
    (first, _), *_ = rows = [(text, _ends(site, tag, text)) for tag, texts in both.items() for text in texts]
    ends = rows[0][1]
    for text, found in rows[1:]:
        if found != ends:
            yield report("P213", place, name=name, here=text[:_SHOWN], there=first[:_SHOWN], other=other)
            return


def _ends(site: Site, tag: str, text: str) -> tuple[Decimal, ...]:
    return tuple(sorted(one.value for one in _statements(site, tag, text) if one.value is not None))


def _statements(site: Site, tag: str, text: str) -> tuple[Statement, ...]:
    return read(site.by_tag[tag].numbers, text.replace("*", ""))
