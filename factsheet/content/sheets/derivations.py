"""How front matter says that a figure is computed from others: `share_of: [part, whole]`."""

from collections.abc import Sequence

from factsheet.content.calculations import MOST_PARTS
from factsheet.content.frontmatter import Fields, Scalar
from factsheet.content.model import OPERATIONS, Derivation
from factsheet.problems.codes import report

_PAIR = 2


def is_derived(entry: Fields) -> bool:
    """Whether a metric names an operation."""
    return any(key in entry for key in OPERATIONS)


def read_derivation(entry: Fields) -> Derivation | None:
    """Read the operation and its parts; None where there is none to be had, which has been reported."""
    key, *others = (key for key in OPERATIONS if key in entry)
    for other in others:
        entry.problems.append(report("N140", entry.key_place(other), metric=entry.within, key=key, other=other))
    parts = entry.scalars(key)
    if others or not _are_enough(entry, key, parts):
        return None
    return Derivation(
        operation=key,
        parts=tuple(part.text for part in parts),
        place=entry.key_place(key),
        places={str(index): part.place for index, part in enumerate(parts)},
    )


def _are_enough(entry: Fields, key: str, parts: Sequence[Scalar]) -> bool:
    """Whether there are as many parts as the operation takes, each named once."""
    named = [part.text for part in parts]
    twice = next((part for index, part in enumerate(parts) if part.text in named[:index]), None)
    if twice is not None:
        place, values = twice.place, {"part": twice.text[:80]}
        entry.problems.append(report("N141", place, variant="twice", metric=entry.within, key=key, found=2, **values))
        return False
    is_sum = key == "sum_of"
    if (_PAIR <= len(parts) <= MOST_PARTS) if is_sum else len(parts) == _PAIR:
        return True
    variant = "sum" if is_sum else ""
    entry.problems.append(
        report("N141", entry.key_place(key), variant=variant, metric=entry.within, key=key, found=len(parts), part="")
    )
    return False
