"""Each language mentions the same metrics in the same places, with the same values."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from functools import cached_property, partial
from itertools import combinations, count
from typing import Final

from factsheet.checks.links import body_place
from factsheet.checks.reading import ReadBlock, blocks
from factsheet.checks.stray import Stray, strays
from factsheet.content.markup import HEADINGS, Reference
from factsheet.content.model import Sheet
from factsheet.content.passages import TextBlock
from factsheet.content.targets import block_of
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.site.site import Site

# Which text of a translation corresponds to which text of its original.

Keyed = dict[tuple[str, int], TextBlock]
Sections = list[list[TextBlock]]


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

    def is_lost(self, passage: TextBlock) -> bool:
        """Whether the other text has fewer blocks in the section of one: what it has not may be lost as a whole."""
        here, there = self._sections
        every = [*zip(here, there, strict=False), *zip(there, here, strict=False)] if len(here) == len(there) else []
        sizes = (len(mine) - len(other) for mine, other in every if any(one is passage for one in mine))
        return passage.element not in HEADINGS and next(sizes, 0) > 0

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


def in_pairs(site: Site) -> Iterator[tuple[Sheet, Sheet, list[tuple[ReadBlock, ReadBlock]]]]:
    """Give each original with each of its translations, and their blocks that correspond one to one."""
    for path in site.paths:
        original = site.original(path)
        for sheet in site.translations(path):
            yield original, sheet, site.once(path, ("pairs", sheet.language), partial(_pairs, site, original, sheet))


def _pairs(site: Site, original: Sheet, sheet: Sheet) -> list[tuple[ReadBlock, ReadBlock]]:
    texts = (blocks(site, one.language, one.path) for one in (original, sheet))
    here, there = ({id(one.passage): one for one in text} for text in texts)
    groups = counterparts(site, original, sheet).groups
    return [(here[id(one[0])], there[id(two[0])]) for one, two, is_pair in groups if is_pair]


def sections(passages: Sequence[TextBlock]) -> list[list[TextBlock]]:
    """The blocks of a body by section: before the first heading, then each heading with what follows it."""
    found: list[list[TextBlock]] = [[]]
    for passage in passages:
        if passage.is_body:
            if passage.element in HEADINGS:
                found.append([])
            found[-1].append(passage)
    return found


def bold_alone(blocks: Sequence[Sequence[TextBlock]]) -> TextBlock | None:
    """The last paragraph of bold words alone, which look like a heading and are none."""
    texts = [one for section in blocks for one in section if one.element == "p"]
    every = ((one, (span.kind, span.start, span.end)) for one in texts[::-1] for span in one.spans)
    return next((one for one, whole in every if whole == ("strong", 0, len(one.text))), None)


def _keyed(passages: Sequence[TextBlock]) -> Iterator[tuple[tuple[str, int], TextBlock]]:
    """The texts of the front matter by their keys; equal keys are numbered."""
    numbers: dict[str, Iterator[int]] = {}
    for passage in passages:
        if not passage.is_body:
            yield (passage.key, next(numbers.setdefault(passage.key, count()))), passage


# Each language mentions the same metrics, in the same places.

Key = tuple[str, str]
"""A metric: the path of the sheet that declares it, and its id."""

_NAMED: Final = frozenset(("row", "label"))
"""Forms that are words, which stand for another metric where its figure does not."""

Mentions = list[tuple[TextBlock, list[tuple[Reference, Key]]]]
"""The blocks of a text, each with the figures and tables that it mentions."""

ById = Mapping[int, list[tuple[Reference, Key]]]
"""What the blocks of a text mention, by the ids of the blocks."""

_CROSSED, _LONG = Fraction(3, 2), 60
"""How much more alike in length exchanged paragraphs are than paired ones, and how many letters both have."""

Firsts = dict[Key, tuple[TextBlock, Reference]]


def same_figures_are_mentioned(site: Site) -> Iterator[Problem]:
    """Report metrics that one language mentions and another does not, and such as were exchanged."""
    for path in site.paths:
        original = site.original(path)
        ours = _mentions(site, path, site.passages(original.language, path))
        for sheet in site.translations(path):
            theirs = _mentions(site, path, site.passages(sheet.language, path))
            pairs = counterparts(site, original, sheet)
            here, there = _firsts(ours), _firsts(theirs)
            yield from _missing(site, here, there, sheet, pairs)
            yield from _missing(site, there, here, original, pairs)
            yield from _exchanged(ours, theirs, pairs, told=here.keys() ^ there.keys())


def _mentions(site: Site, path: str, passages: Sequence[TextBlock]) -> Mentions:
    return [(passage, list(_keys(site, path, passage))) for passage in passages]


def _keys(site: Site, path: str, passage: TextBlock) -> Iterator[tuple[Reference, Key]]:
    """The figures, their labels and the tables of a passage."""
    for reference in passage.references:
        if block_of(reference.target):
            yield reference, (path, reference.target)
        resolved = site.resolve(path, reference.target)
        if resolved is not None:
            form = f".{reference.form}" if reference.form in _NAMED else ""
            yield reference, (resolved[0], f"{resolved[1].id}{form}")


def _firsts(mentions: Mentions) -> Firsts:
    """What a text mentions, each where it does so first; words may be typed in place of a label."""
    found: Firsts = {}
    for passage, keys in mentions:
        for reference, key in keys:
            if reference.form != "label":
                found.setdefault(key, (passage, reference))
    return found


def _missing(site: Site, there: Firsts, here: Collection[Key], sheet: Sheet, pairs: Counterparts) -> Iterator[Problem]:
    """Report what `there` mentions and `here`, the text of `sheet`, does not."""
    typed: Mapping[str, Stray] | None = None
    prose = site.prose[sheet.language, sheet.path]
    told: list[object] = []
    for key, (passage, reference) in there.items():
        if key not in here:
            if typed is None:
                typed = {one.reference: one for one in strays(site, sheet.language, sheet.path) if one.code == "S302"}
            stray = typed.get(reference.target)
            counterpart = pairs.near(passage)
            place = counterpart.start if counterpart else Place(sheet.file, sheet.body_line)
            name, at = f"{{{{ {reference.target}", passage.place_of(reference)
            values: dict[str, object] = {"metric": reference.target, "there": at, "file": sheet.file}
            shown = next((code for code in prose.code if sheet.body.find(name, *code) >= 0), None)
            whole = shown or (passage if not stray and pairs.is_lost(passage) else None)
            if whole is not None and whole in told:
                continue
            told.append(whole)
            if shown is not None:
                place = body_place(sheet, shown[0])
            if stray is not None:
                place, written = stray.passage.place(stray.offset), f"{reference.target}.words"
                values |= {"numeral": stray.statement.text, "written": written}
            lost = "placed" if block_of(reference.target) else "block"
            variant = "words" if stray else "code" if shown else lost if whole else ""
            yield report("P203", place, variant=variant, block=passage.start, **values)


def _exchanged(ours: Mentions, theirs: Mentions, pairs: Counterparts, *, told: AbstractSet[Key]) -> Iterator[Problem]:
    """Report blocks that mention another figure than their counterpart, or leave one out, unless that was `told`.

    A translation may mention a figure in another block of the body than its original, as long as it does so as often.
    """
    count = _count(ours)
    count.subtract(_count(theirs))
    original = {id(passage): keys for passage, keys in ours}
    swapped: set[int] = set()
    for one, two, reference in _swapped(theirs, original, pairs):
        there = pairs.of(one) or one
        said = {"here": _called(reference), "there": "something else", "other": there.start}
        yield report("P207", one.start, variant="texts", second=two.start, **said)
        swapped |= {id(one), id(two)}
    for passage, keys in theirs:
        counterpart = pairs.of(passage)
        if counterpart is None or id(passage) in swapped or not (keys or original[id(counterpart)]):
            continue
        mine = {key: reference for reference, key in keys}
        other = {key: reference for reference, key in original[id(counterpart)]}
        surplus = [key for key in mine if key not in other]
        lacking = [key for key in other if key not in mine and key not in told]
        for key, missed in zip(surplus, lacking, strict=False):
            names = {"here": _called(mine[key]), "there": _called(other[missed])}
            yield report("P207", passage.place_of(mine[key]), **names, other=counterpart.place_of(other[missed]))
        if passage.is_body:
            for key in lacking[len(surplus) :]:
                if count[key] > 0 and not _has_digits(passage) and other[key].form != "label":
                    yield _left_out(counterpart, other[key], passage)
            for key in surplus[len(lacking) :]:
                if count[key] < 0 and key not in told and not _has_digits(counterpart) and mine[key].form != "label":
                    yield _left_out(passage, mine[key], counterpart)


def _swapped(theirs: Mentions, original: ById, pairs: Counterparts) -> Iterator[tuple[TextBlock, TextBlock, Reference]]:
    """Paragraphs that mention what each other's originals do, and are as long: they, not figures, changed places."""
    unlike = []
    for passage, keys in theirs:
        other = pairs.of(passage) if passage.element == "p" else None
        there = original[id(other)] if other is not None else ()
        if other is not None and (keys or there) and _named(keys) != _named(there):
            unlike.append((passage, other, keys, there))
    for (one, its, keys, there), (two, their, others, wanted) in combinations(unlike, 2):
        if _named(keys) == _named(wanted) and _named(others) == _named(there):
            crossed, straight = _alike(one, their) * _alike(two, its), _alike(one, its) * _alike(two, their)
            if crossed > _CROSSED * straight and len(one.text) + len(two.text) > _LONG:
                yield (one, two, keys[0][0]) if keys else (two, one, others[0][0])


def _named(keys: Iterable[tuple[Reference, Key]]) -> set[Key]:
    return {key for _, key in keys}


def _alike(one: TextBlock, other: TextBlock) -> Fraction:
    """How alike two texts are in length: 1 where they are as long."""
    shorter, longer = sorted((len(one.text), len(other.text)))
    return Fraction(shorter, longer or 1)


def _count(mentions: Mentions) -> Counter[Key]:
    """How many blocks of a body mention each figure."""
    return Counter(key for passage, keys in mentions if passage.is_body for key in {key for _, key in keys})


def _called(reference: Reference) -> str:
    return f"{reference.target}.label" if reference.form == "label" else reference.target


def _has_digits(passage: TextBlock) -> bool:
    """Whether a number is typed in it, which may be the figure: what is typed is compared by another check."""
    return any(map(str.isdecimal, passage.text))


def _left_out(passage: TextBlock, reference: Reference, elsewhere: TextBlock) -> Problem:
    return report("P204", passage.place_of(reference), here=f"{{{{ {reference.target} }}}}", other=elsewhere.start)
