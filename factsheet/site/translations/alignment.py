"""Which block of a translation renders which block of the original."""

from collections.abc import Sequence

from factsheet.patterns import regex
from factsheet.site.translations.blocks import TranslationBlock

_TARGET = regex(r"\{\{[ \t]*+([^{}\n.]{1,200}?)(?:\.[a-z]+)?[ \t]*\}\}")

Signature = tuple[str, tuple[str, ...]]


def align(original: Sequence[TranslationBlock], own: Sequence[TranslationBlock]) -> dict[int, int]:
    """Pair the blocks of two bodies by their kind and by the figures in them: positions to positions.

    Blocks that have no counterpart are left out.
    """
    if [block.kind for block in original] == [block.kind for block in own]:
        return dict(enumerate(range(len(own))))
    pairs: dict[int, int] = {}
    ours, theirs = [_signature(block) for block in original], [_signature(block) for block in own]
    from difflib import SequenceMatcher

    for operation, start, end, first, last in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if operation == "equal":
            pairs.update(zip(range(start, end), range(first, last), strict=True))
        elif operation == "replace":
            pairs.update(_by_kind(original, own, range(start, end), range(first, last)))
    return pairs


def _signature(block: TranslationBlock) -> Signature:
    return block.kind, tuple(_TARGET.findall(block.text))


def _by_kind(
    original: Sequence[TranslationBlock], own: Sequence[TranslationBlock], ours: range, theirs: range
) -> dict[int, int]:
    """Pair what is left between two certain pairs, in order, where the kinds are equal."""
    pairs: dict[int, int] = {}
    free = list(theirs)
    for position in ours:
        found = next((index for index in free if own[index].kind == original[position].kind), None)
        if found is not None:
            pairs[position] = found
            free = [index for index in free if index > found]
    return pairs
