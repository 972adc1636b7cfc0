"""Each language mentions the same metrics in the same places, with the same values."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import count

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds import BadValue, Details, kind_of
from factsheet.content.markup import Reference
from factsheet.content.model import Chart, Group, Metric, MetricWords, Restated, Sheet, Span
from factsheet.content.passages import TextBlock
from factsheet.content.targets import block_of
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import counterpart, nearest
from factsheet.site.site import Site

# Which text of a translation corresponds to which text of its original.

Keyed = dict[tuple[str, int], TextBlock]
Sections = list[list[TextBlock]]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Counterparts:
    """Pairs the passages of two sheets: front matter by its key, blocks by section and position."""

    def __init__(self, ours: Sequence[TextBlock], theirs: Sequence[TextBlock]) -> None:
        """Pair what can be paired; of sections whose blocks differ in kind, only the headings are paired."""
        self._pairs: dict[int, TextBlock] = {}
        self._headings: dict[int, TextBlock] = {}
        self._texts = ours, theirs
        self._sections = sections(ours), sections(theirs)
        keyed = dict(_keyed(ours)), dict(_keyed(theirs))
        self._pair(*keyed, *self._sections)
        self._pair(*keyed[::-1], *self._sections[::-1])

    def of(self, passage: TextBlock) -> TextBlock | None:
        """The counterpart of a passage of either sheet."""
        return self._pairs.get(id(passage))

    def near(self, passage: TextBlock) -> TextBlock | None:
        """The counterpart of a passage, or else the heading of the section that corresponds to its own."""
        return self.of(passage) or self._headings.get(id(passage))

    @cached_property
    def groups(self) -> list[tuple[list[TextBlock], list[TextBlock], bool]]:
        """The passages of both that say the same: pairs of one each, then what is left of each section, or of all."""
        pairs = ((one, self.of(one)) for one in self._texts[0])
        found = [([one], [two], True) for one, two in pairs if two is not None]
        loose = [self._loose(text) for text in self._texts]
        here, there = self._sections
        if len(here) == len(there):
            found += [(self._loose(mine), self._loose(other), False) for mine, other in zip(here, there, strict=True)]
            loose = [[one for one in text if not one.is_body] for text in loose]
        return [*found, (loose[0], loose[1], False)]

    def _loose(self, passages: Sequence[TextBlock]) -> list[TextBlock]:
        return [one for one in passages if self.of(one) is None]

    def _pair(self, ours: Keyed, theirs: Keyed, here: Sections, there: Sections) -> None:
        for key, passage in ours.items():
            if key in theirs:
                self._pairs[id(passage)] = theirs[key]
        if len(here) != len(there):
            return
        for mine, other in zip(here, there, strict=True):
            same = [block.element for block in mine] == [block.element for block in other]
            for one, two in zip(mine if same else mine[:1], other, strict=False):
                self._pairs[id(one)] = two
            self._headings.update((id(one), other[0]) for one in mine if other)


def counterparts(site: Site, original: Sheet, translation: Sheet) -> Counterparts:
    """The pairs of an original and one of its translations, made once for all checks."""
    tag, path = translation.language, translation.path

    def make() -> Counterparts:
        return Counterparts(site.passages(original.language, path), site.passages(tag, path))

    return site.once(path, ("counterparts", tag), make)


def sections(passages: Sequence[TextBlock]) -> list[list[TextBlock]]:
    """The blocks of a body by section: before the first heading, then each heading with what follows it."""
    found: list[list[TextBlock]] = [[]]
    for passage in passages:
        if passage.is_body:
            if passage.element in HEADINGS:
                found.append([])
            found[-1].append(passage)
    return found


def _keyed(passages: Sequence[TextBlock]) -> Iterator[tuple[tuple[str, int], TextBlock]]:
    """The texts of the front matter by their keys; equal keys are numbered."""
    numbers: dict[str, Iterator[int]] = {}
    for passage in passages:
        if not passage.is_body:
            yield (passage.key, next(numbers.setdefault(passage.key, count()))), passage


# Each language mentions the same metrics, in the same places.

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


# A translation that repeats a value agrees with the reference, which declares it.

INHERITED = ("highlight", "sources", "order", "layout")
"""Sheet keys that only the reference sheet may hold."""


def values_agree(site: Site) -> Iterator[Problem]:
    """Report values that differ, words for metrics that do not exist, and keys of the reference only."""
    for path in site.paths:
        original = site.original(path)
        for sheet in site.translations(path):
            for key in INHERITED:
                if key in sheet.places:
                    yield report("F017", sheet.place_of(key), key=key)
            for words in sheet.words.values():
                yield from _of_metric(original, words, sheet.words)
            yield from _unknown(original, sheet.charts, [chart.id for chart in original.charts])
            yield from _unknown(original, sheet.groups, [group.id for group in original.groups])


def _unknown(original: Sheet, entries: Iterable[Chart | Group], known: Sequence[str]) -> Iterator[Problem]:
    """Report words for charts or groups that the original does not have."""
    for entry in entries:
        if entry.id not in known:
            near = nearest(entry.id, known)
            yield report("P202", entry.place, metric=entry.id, near=near, other=original.file)


def _of_metric(original: Sheet, words: MetricWords, every: Iterable[str]) -> Iterator[Problem]:
    metric = original.metrics.get(words.id)
    if metric is None:
        if words.id not in original.words:
            yield report(
                "P202",
                words.place,
                metric=words.id,
                near=counterpart(words.id, original.metrics, every),
                other=original.file,
            )
        return
    for restated in words.restated:
        yield from _compared(metric, restated)


def agrees(metric: Metric, restated: Restated) -> bool:
    """Tell whether a repeated value says what the reference declares."""
    return not any(_compared(metric, restated))


def _compared(metric: Metric, restated: Restated) -> Iterator[Problem]:
    there = _declared(metric, restated.key)
    if restated.key == "value":
        kind = kind_of(metric)
        scalar = Scalar(restated.text, restated.place, restated.quoted)
        is_rate = metric.per is not None or metric.out_of is not None
        details = Details(currency=metric.currency, measure=metric.measure, change=metric.change, is_rate=is_rate)
        try:
            value = kind.read(scalar, details)
        except BadValue as bad:
            yield report(bad.code, restated.place, variant=bad.variant, metric=metric.id, **bad.values)
            return
        here = kind.machine(value)
    else:
        here = restated.text.strip(" \t\r\n")
    if here != there:
        yield report(
            "P201",
            restated.place,
            metric=metric.id,
            key=restated.key,
            here=here[:200],
            there=there or "nothing",
            other=str(metric.place_of(restated.key)),
        )


def _declared(metric: Metric, key: str) -> str:
    """A key of the reference as text."""
    if key == "value":
        return kind_of(metric).machine(metric.value)
    declared = getattr(metric, key, None)
    if isinstance(declared, Span):
        return f"{declared.low}–{declared.high}"
    if isinstance(declared, bool):
        return str(declared).lower()
    return "" if declared is None else str(declared)
