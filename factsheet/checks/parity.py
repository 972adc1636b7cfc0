"""Each language mentions the same metrics, in the same places."""

from collections import Counter
from collections.abc import Iterator, Sequence
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

Mentions = dict[Key, tuple[TextBlock, Reference]]
"""The metrics that a text mentions, each where it does so first."""


def same_figures_are_mentioned(site: Site) -> Iterator[Problem]:
    """Report metrics that one language mentions and another does not, and such as were exchanged."""
    for path in site.paths:
        original = site.original(path)
        ours = site.passages(original.language, path)
        for sheet in site.translations(path):
            theirs = site.passages(sheet.language, path)
            pairs = counterparts(site, original, sheet)
            here, there = _mentions(site, path, ours), _mentions(site, path, theirs)
            yield from _missing(here, there, sheet, pairs)
            yield from _missing(there, here, original, pairs)
            told = here.keys() ^ there.keys()
            yield from _exchanged(site, path, ours, theirs, pairs, told)


def _mentions(site: Site, path: str, passages: Sequence[TextBlock]) -> Mentions:
    found: Mentions = {}
    for passage in passages:
        for reference, key in _keys(site, path, passage):
            found.setdefault(key, (passage, reference))
    return found


def _keys(site: Site, path: str, passage: TextBlock) -> Iterator[tuple[Reference, Key]]:
    """The figures and tables of a passage; a label is words, and no figure."""
    for reference in passage.references:
        if block_of(reference.target):
            yield reference, (path, reference.target)
        resolved = site.resolve(path, reference.target)
        if resolved is not None and reference.form != "label":
            form = ".row" if reference.form == "row" else ""
            yield reference, (resolved[0], f"{resolved[1].id}{form}")


def _missing(there: Mentions, here: Mentions, sheet: Sheet, pairs: Counterparts) -> Iterator[Problem]:
    """Report what `there` mentions and `here`, the text of `sheet`, does not."""
    for key, (passage, reference) in there.items():
        if key not in here:
            counterpart = pairs.near(passage)
            place = counterpart.start if counterpart else Place(sheet.file, sheet.body_line)
            there_at = passage.place_of(reference)
            yield report("P203", place, metric=reference.target, there=there_at, file=sheet.file)


def _exchanged(
    site: Site,
    path: str,
    ours: Sequence[TextBlock],
    theirs: Sequence[TextBlock],
    pairs: Counterparts,
    told: AbstractSet[Key],
) -> Iterator[Problem]:
    """Report blocks that mention another figure than their counterpart, or leave one out, unless that was `told`.

    A translation may mention a figure in another block of the body than its original, as long as it does so as often.
    """
    count = _count(site, path, ours)
    count.subtract(_count(site, path, theirs))
    for passage in theirs:
        counterpart = pairs.of(passage)
        if counterpart is None:
            continue
        mine = {key: reference for reference, key in _keys(site, path, passage)}
        other = {key: reference for reference, key in _keys(site, path, counterpart)}
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
        if passage.key == "body":
            for key in lacking[len(surplus) :]:
                if count[key] > 0 and not _has_digits(passage):
                    yield _left_out(counterpart, other[key], passage)
            for key in surplus[len(lacking) :]:
                if count[key] < 0 and key not in told and not _has_digits(counterpart):
                    yield _left_out(passage, mine[key], counterpart)


def _count(site: Site, path: str, passages: Sequence[TextBlock]) -> Counter[Key]:
    """How many blocks of a body mention each figure."""
    body = (passage for passage in passages if passage.key == "body")
    return Counter(key for passage in body for key in {key for _, key in _keys(site, path, passage)})


def _has_digits(passage: TextBlock) -> bool:
    """Whether a number is typed in it, which may be the figure: what is typed is compared by another check."""
    return any(map(str.isdecimal, passage.text))


def _left_out(passage: TextBlock, reference: Reference, elsewhere: TextBlock) -> Problem:
    return report("P204", passage.place_of(reference), here=f"{{{{ {reference.target} }}}}", other=elsewhere.start)
