"""Each language mentions the same metrics, in the same places."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from factsheet.checks.counterparts import Counterparts, counterparts
from factsheet.content.markup import Reference
from factsheet.content.model import Sheet
from factsheet.content.passages import TextBlock
from factsheet.content.targets import block_of
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site

Key = tuple[str, str]
"""A metric: the path of the sheet that declares it, and its id."""

Mentions = list[tuple[TextBlock, list[tuple[Reference, Key]]]]
"""The blocks of a text, each with the figures and tables that it mentions."""


def same_figures_are_mentioned(site: Site) -> Iterator[Problem]:
    """Report metrics that one language mentions and another does not, and such as were exchanged."""
    for path in site.paths:
        original = site.original(path)
        ours = _mentions(site, path, site.passages(original.language, path))
        for sheet in site.translations(path):
            theirs = _mentions(site, path, site.passages(sheet.language, path))
            pairs = counterparts(site, original, sheet)
            here, there = _firsts(ours), _firsts(theirs)
            yield from _missing(here, there, sheet, pairs)
            yield from _missing(there, here, original, pairs)
            yield from _exchanged(ours, theirs, pairs, told=here.keys() ^ there.keys())


def _mentions(site: Site, path: str, passages: Sequence[TextBlock]) -> Mentions:
    return [(passage, list(_keys(site, path, passage))) for passage in passages]


def _keys(site: Site, path: str, passage: TextBlock) -> Iterator[tuple[Reference, Key]]:
    """The figures and tables of a passage; a label is words, and no figure."""
    for reference in passage.references:
        if block_of(reference.target):
            yield reference, (path, reference.target)
        resolved = site.resolve(path, reference.target)
        if resolved is not None and reference.form != "label":
            form = ".row" if reference.form == "row" else ""
            yield reference, (resolved[0], f"{resolved[1].id}{form}")


def _firsts(mentions: Mentions) -> dict[Key, tuple[TextBlock, Reference]]:
    """What a text mentions, each where it does so first."""
    found: dict[Key, tuple[TextBlock, Reference]] = {}
    for passage, keys in mentions:
        for reference, key in keys:
            found.setdefault(key, (passage, reference))
    return found


def _missing(
    there: Mapping[Key, tuple[TextBlock, Reference]], here: Collection[Key], sheet: Sheet, pairs: Counterparts
) -> Iterator[Problem]:
    """Report what `there` mentions and `here`, the text of `sheet`, does not."""
    for key, (passage, reference) in there.items():
        if key not in here:
            counterpart = pairs.near(passage)
            place = counterpart.start if counterpart else Place(sheet.file, sheet.body_line)
            there_at = passage.place_of(reference)
            yield report("P203", place, metric=reference.target, there=there_at, file=sheet.file)


def _exchanged(ours: Mentions, theirs: Mentions, pairs: Counterparts, *, told: AbstractSet[Key]) -> Iterator[Problem]:
    """Report blocks that mention another figure than their counterpart, or leave one out, unless that was `told`.

    A translation may mention a figure in another block of the body than its original, as long as it does so as often.
    """
    count = _count(ours)
    count.subtract(_count(theirs))
    original = {id(passage): keys for passage, keys in ours}
    for passage, keys in theirs:
        counterpart = pairs.of(passage)
        if counterpart is None:
            continue
        mine = {key: reference for reference, key in keys}
        other = {key: reference for reference, key in original[id(counterpart)]}
        surplus = [key for key in mine if key not in other]
        lacking = [key for key in other if key not in mine and key not in told]
        for key, missed in zip(surplus, lacking, strict=False):
            yield report(
                "P207",
                passage.place_of(mine[key]),
                here=mine[key].target,
                there=other[missed].target,
                other=counterpart.place_of(other[missed]),
            )
        if passage.is_body:
            for key in lacking[len(surplus) :]:
                if count[key] > 0 and not _has_digits(passage):
                    yield _left_out(counterpart, other[key], passage)
            for key in surplus[len(lacking) :]:
                if count[key] < 0 and key not in told and not _has_digits(counterpart):
                    yield _left_out(passage, mine[key], counterpart)


def _count(mentions: Mentions) -> Counter[Key]:
    """How many blocks of a body mention each figure."""
    return Counter(key for passage, keys in mentions if passage.is_body for key in {key for _, key in keys})


def _has_digits(passage: TextBlock) -> bool:
    """Whether a number is typed in it, which may be the figure: what is typed is compared by another check."""
    return any(map(str.isdecimal, passage.text))


def _left_out(passage: TextBlock, reference: Reference, elsewhere: TextBlock) -> Problem:
    return report("P204", passage.place_of(reference), here=f"{{{{ {reference.target} }}}}", other=elsewhere.start)
