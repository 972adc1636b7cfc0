"""What stands in one language alone, as a paragraph that a translation lost, or in the place of another text there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import chain, combinations, takewhile
from operator import itemgetter, or_
from typing import Final

from factsheet.checks.catalogues import short
from factsheet.checks.links import body_place
from factsheet.checks.parity import in_pairs
from factsheet.checks.reading import ReadBlock
from factsheet.content.markup import GAP
from factsheet.content.model import Sheet
from factsheet.content.statements.grammar import Grammar, grammar
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import fold
from factsheet.site.addresses import linked_sheet
from factsheet.site.site import Site
from factsheet.site.translations import TranslationBlock, align

# What stands in one language alone: a paragraph that a translation lost, a note that it added.

_TEXTS: Final = frozenset(("paragraph", "quote", "note", "item", *(f"heading{level}" for level in range(1, 7))))
"""The kinds of blocks that are named by their words: tables are compared by their shape."""

_SAID: Final = frozenset(("note", "summary"))
"""The words of front matter that say something of their own, which readers of every language should be told."""

_SOME: Final = 8
"""How many words a text has at the least that no two languages have in common."""

_OF_PICTURES: Final = frozenset(("attribute", "figcaption"))
"""The elements of what a picture is described by, and of what stands below it."""

_WORD: Final = 4
"""How many letters a word in small letters has at least that belongs to a phrase, and not to a name."""

_BOLD: Final = regex(r"\*\*(?=\S)[^*]+\*\*")

_TOLD_OF: Final = regex(r"\{\{|\d")
"""What is compared as a figure: that it is lost is told elsewhere."""

_LEAST: Final = 18
"""How many letters a text has at least that a translation is told to have added: less may be what it parted."""

_LONG: Final = 80
"""How many letters a text has at the least, and the others of its sheet, for its length to be judged."""

_THIRDS: Final = 2
"""How many thirds of the length to be expected a text has at the most that lost one of three sentences."""

_ENDS: Final = regex(r"[.!?…]+[\"”’»)*_]*(?=\s|$)|[。！？؟।]")
"""Where a sentence ends."""

Blocks = Sequence[TranslationBlock]
Pairs = Sequence[tuple[TranslationBlock, TranslationBlock]]
"""The blocks of an original, each with that of its translation."""


def languages_say_as_much(site: Site) -> Iterator[Problem]:
    """Report the first paragraph or footnote that a translation lost, or its links, and notes that it alone has."""
    for path in site.paths:
        original = site.original(path)
        for sheet in site.translations(path):
            body, own = ([block for block in site.blocks(one) if not block.key] for one in (original, sheet))
            is_alike = [block.kind for block in body] == [block.kind for block in own]
            pairs = {} if is_alike else align(body, own)
            yield from (lost := () if is_alike or not own else tuple(_lost(site, original, sheet, body, own, pairs)))
            if not lost and not site.changes(sheet.language, sheet.path).stale:
                both = [*zip(body, own, strict=True)] if is_alike else [(body[at], own[to]) for at, to in pairs.items()]
                yield from (*_unlinked(site, original, sheet), *_plain(both), *_shorter(both))
            yield from (*_added(original, sheet), *_copied(site, sheet), *_unspoken(site, original, sheet))


def _lost(
    site: Site, original: Sheet, sheet: Sheet, body: Blocks, own: Blocks, pairs: Mapping[int, int]
) -> Iterator[Problem]:
    """A text is lost where the translation has no block for it; new ones are told, and so are those removed."""
    stale = site.changes(sheet.language, sheet.path).stale
    new = {change.block for change in stale}
    back = {two: one for one, two in pairs.items()}
    lost, added = _alone(body, own, pairs), _alone(own, body, back)
    if added and lost:
        return  # the same texts, as blocks of another kind
    lost = [at for at in lost if body[at] not in new]
    if lost:
        after = next((own[pairs[one]] for one in range(lost[0], len(body)) if one in pairs), own[-1])
        values = {"text": short(body[lost[0]].text), "other": body[lost[0]].place, "more": len(lost) - 1}
        yield report("T623", after.place, variant="many" if lost[1:] else "", **values)
    added = [at for at in added if sum(map(str.isalpha, own[at].text)) >= _LEAST]
    if added and all(change.block for change in stale):
        before = next((body[back[one]] for one in range(added[0], -1, -1) if one in back), body[0])
        mine, variant = own[added[0]], "many" if added[1:] else ""
        if twin := next((one for one in own if one is not mine and one.text == mine.text), None):
            before, variant = twin, "twice"
        values = {"text": short(mine.text), "other": before.place, "more": len(added) - 1}
        yield report("T626", mine.place, variant=variant, file=original.file, **values)


def _alone(blocks: Blocks, others: Blocks, pairs: Mapping[int, int]) -> list[int]:
    """The texts that the others do not have, by their places: none that a neighbour there is the longer for."""

    def is_within(at: int) -> bool:
        beside = range(at - 1, -1, -1), range(at + 1, len(blocks))
        near = [next((one for one in way if blocks[one].kind in _TEXTS and one in pairs), None) for way in beside]
        grown = (len(others[pairs[one]].text) - len(blocks[one].text) for one in near if one is not None)
        return any(2 * more > len(blocks[at].text) for more in grown)

    lone = (at for at, block in enumerate(blocks) if at not in pairs and block.kind in _TEXTS)
    lone = (at for at in lone if "{{" not in blocks[at].text)
    return [at for at in lone if blocks[at].kind.startswith("heading") or not is_within(at)]


def _unlinked(site: Site, original: Sheet, sheet: Sheet) -> Iterator[Problem]:
    """A link to a sheet is lost where the translation leads there nowhere, and has fewer links than the original."""
    links = [site.prose[one.language, one.path].links for one in (original, sheet)]
    there, here = ({linked_sheet(sheet.path, link.address): link for link in each} for each in links)
    for path in sorted(filter(None, there.keys() - here.keys())) if len(links[1]) < len(links[0]) else ():
        place = body_place(original, there[path].offset)
        yield report("T625", Place(sheet.file, sheet.body_line), link=there[path].address, other=place)


def _plain(pairs: Pairs) -> Iterator[Problem]:
    """Report a text that is set in bold where the translation is not."""
    for block, own in pairs:
        if "**" in block.text and "**" not in own.text and block.kind != "code" and _BOLD.search(block.text):
            yield report("T643", own.place, other=block.place)


def _shorter(pairs: Pairs) -> Iterator[Problem]:
    """Report a text that has fewer sentences than its original, and is shorter by far than the others make expect."""
    whole = theirs = 0
    for block, own in pairs:
        whole, theirs = whole + len(block.text), theirs + len(own.text)
    for block, own in pairs:
        size, rest = len(block.text), whole - len(block.text)
        if size < _LONG or rest < _LONG or 3 * len(own.text) * rest > _THIRDS * size * (theirs - len(own.text)):
            continue
        here, there = (len(_ENDS.findall(one.text)) or 1 for one in (own, block))
        if block.kind in _TEXTS and here < there:
            yield report("T644", own.place, here=here, there=there, other=block.place)


def _unspoken(site: Site, original: Sheet, sheet: Sheet) -> Iterator[Problem]:
    """Report the description or caption of a picture that is a phrase in the words of the original still."""
    stops = grammar(site.by_tag[original.language].numbers).stops
    there, here = (site.passages(one.language, one.path) for one in (original, sheet))
    texts = {
        one.text: one.start for one in there if one.element in _OF_PICTURES and stops.intersection(one.text.split())
    }
    lines = {*original.body.split("\n")}.intersection(sheet.body.split("\n"))  # told as such
    of_one = original.language.partition("-")[0] == sheet.language.partition("-")[0]
    for one in here if texts and not of_one else ():
        words = [word for word in one.text.split() if word not in stops and word.islower() and len(word) >= _WORD]
        is_line = any(one.text in line for line in lines)
        if one.element in _OF_PICTURES and one.text in texts and words and not is_line:
            yield report("T622", one.start, other=texts[one.text])


def _copied(site: Site, sheet: Sheet) -> Iterator[Problem]:
    """Report a translation of some length whose text is that of an earlier language, which is not close to its own."""
    body = sheet.body.split()
    others = takewhile(lambda one: one is not sheet, site.translations(sheet.path)) if len(body) > _SOME else ()
    for other in others:
        if other.body.split() == body and other.language.partition("-")[0] != sheet.language.partition("-")[0]:
            yield report("T642", Place(sheet.file, sheet.body_line), other=other.file)
            return


def _added(original: Sheet, sheet: Sheet) -> Iterator[Problem]:
    known = {text.key for text in original.texts()}
    for text in sheet.texts():
        within, _, name = text.key.rpartition(".")
        metric = within.removeprefix("metrics.")
        is_own = name in _SAID and text.key not in known and not _TOLD_OF.search(text.text)
        if is_own and (metric in original.metrics or not within):
            yield report("T624", text.place, key=name, of=metric or sheet.path, other=original.file)


# Two texts of one sort, labels, titles, notes, rows or items, that stand in each other's place in one language.

_STEM: Final = 5
"""So many letters of a word stay in all its forms."""

_ALL: Final = 1000
"""What the likeness of two texts is of."""

_LIKER: Final = 150
_SURE: Final = 500
"""How much liker two texts are together to each other's original than to their own."""

_OUTER: Final = 5
"""So many letters at both ends of a key of the front matter tell its sort: `metrics.arrests.label`."""

_NUMBER: Final = "{n}"
_PLACED: Final = frozenset(("li", "td"))


def texts_keep_their_places(site: Site) -> Iterator[Problem]:
    """Report two texts of one sort of which each says in one language what the other says in the other.

    No dictionary is asked: words say the same that stand in the same passages of both languages.
    """
    for original, sheet, pairs in in_pairs(site):
        locs = site.by_tag[original.language].numbers, site.by_tag[sheet.language].numbers
        for one, two in _Places(locs, pairs).exchanged():
            there, here = pairs[one][0], pairs[two][1]
            shown = (f"“{short(text.replace(GAP, _NUMBER))}”" for text in (here.text, there.text))
            texts = dict(zip(("here", "there"), shown, strict=True))
            yield report("P211", pairs[one][1].passage.start, **texts, other=there.passage.start)


class _Places:
    """The texts of two languages, and the passages in which each word stands, a bit for each."""

    def __init__(self, locs: Sequence[NumberLocale], pairs: Sequence[tuple[ReadBlock, ReadBlock]]) -> None:
        """Note where each word of a text stands that has others of its sort: every page pays for it."""
        sorts = defaultdict[tuple[str, object], list[int]](list)
        for number, pair in enumerate(pairs):
            passage = pair[0].passage
            if passage.front is not None:
                sorts[passage.key[:_OUTER], passage.key[-_OUTER:]].append(number)
            elif passage.element in _PLACED and not passage.references:
                sorts[passage.element, (passage.cell or (0, 0))[1]].append(number)
        self._sorts = [sort for sort in sorts.values() if sort[1:]]
        sides, stem = tuple(map(grammar, locs)), itemgetter(slice(_STEM))

        def stems(text: ReadBlock, own: Grammar) -> frozenset[str]:
            return frozenset(map(stem, fold(text.text, own.code).words - own.stops))

        said = [tuple(map(stems, pair, sides)) for pair in pairs if self._sorts]
        self._texts = {at: [[word for word in one if word[2:]] for one in said[at]] for at in chain(*self._sorts)}
        asked = {word for texts in self._texts.values() for one in texts for word in one}
        self._seen = defaultdict[str, int](int), defaultdict[str, int](int)
        for number, texts in enumerate(said):
            for seen, one in zip(self._seen, texts, strict=True):
                for word in one & asked:
                    seen[word] |= 1 << number

    def exchanged(self) -> Iterator[tuple[int, int]]:
        """Give the texts of one sort of which each is liker to the other's original than to its own."""
        for sort in self._sorts:
            about = dict[int, tuple[int, int]]()
            for number in sort:
                first, second = self._texts[number]
                every = (self._seen[0][word] | self._seen[1][word] for word in first)
                about[number] = reduce(or_, every, 0), reduce(or_, map(self._seen[1].__getitem__, second), 0)
            for one, two in combinations(about, 2):
                (here, mine), (other, theirs) = about[one], about[two]
                if here & theirs & ~(1 << one) and other & mine & ~(1 << two) and self._is_crossed(one, two):
                    yield one, two

    def _is_crossed(self, one: int, two: int) -> bool:
        both = 1 << one | 1 << two
        crossed = self._likeness(one, two, both)
        other = self._likeness(two, one, both) if crossed >= _LIKER else 0
        if other < _LIKER:
            return False
        own, theirs = self._likeness(one, one, both), self._likeness(two, two, both)
        return crossed + other - own - theirs > _SURE and crossed > own and other > theirs

    def _likeness(self, here: int, there: int, both: int) -> int:
        """How much of a text of the original one of the translation says, but for words that both of two texts have.

        What is spelt alike is a name, or of one root.
        """
        (mine, theirs), count, total = self._seen, 0, 0
        others = [word for word in self._texts[there][1] if theirs[word] & both == 1 << there]
        for word in self._texts[here][0]:
            if mine[word] & both == 1 << here:
                best, places = _ALL if word in others else 0, mine[word] & ~both
                for other in others if places and not best else ():
                    if places & theirs[other]:
                        either = places | theirs[other] & ~both
                        best = max(best, _ALL * (places & theirs[other]).bit_count() // either.bit_count())
                count, total = count + 1, total + best
        return total // count if count else 0
