"""Which text of a translation corresponds to which text of its original."""

from collections.abc import Iterator, Sequence
from itertools import count

from factsheet.content.model import Sheet
from factsheet.content.passages import TextBlock
from factsheet.site.site import Site

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

    def groups(self) -> Iterator[tuple[list[TextBlock], list[TextBlock], bool]]:
        """The passages of both that say the same: pairs of one each, then what is left of each section, or of all."""
        pairs = ((one, self.of(one)) for one in self._texts[0])
        yield from (([one], [two], True) for one, two in pairs if two is not None)
        loose = [self._loose(text) for text in self._texts]
        here, there = self._sections
        if len(here) == len(there):
            for mine, other in zip(here, there, strict=True):
                yield self._loose(mine), self._loose(other), False
            loose = [[one for one in text if not one.is_body] for text in loose]
        yield loose[0], loose[1], False

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
