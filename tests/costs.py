"""What a piece of work costs this process and the ones that it has waited for, by the processor's own clock.

Other work on the machine makes this work later, not dearer: a test that bounds its cost says the same under any load.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final

_ROUNDS: Final = 6
_ROOM: Final = 2.25
"""How much dearer a character of the long text may be than one of the short text; of a square it is four times."""


@contextmanager
def costs_at_most(seconds: float) -> Iterator[None]:
    """Fail if what is done inside takes more seconds of a processor."""
    begun = spent()
    yield
    assert spent() - begun < seconds


def spent() -> float:
    """The seconds of a processor that this process and its ended children have had."""
    return sum(os.times()[:4])


def grows_with_the_text(work: Callable[[str], object], short: str, long: str, *, refused: type[Exception]) -> bool:
    """Whether a text about four times as long takes about four times as long; being `refused` is an end like any.

    Both are timed in turn until one round says yes, so that what else the machine does in between decides nothing:
    of work that grows faster no round says so.
    """
    allowed = _ROOM * len(long) / len(short)
    best_short = best_long = float("inf")
    for _ in range(_ROUNDS):
        best_short = min(best_short, _seconds_of(work, short, refused))
        best_long = min(best_long, _seconds_of(work, long, refused))
        if best_long < allowed * best_short + 0.05:
            return True
    return False


def _seconds_of(work: Callable[[str], object], text: str, refused: type[Exception]) -> float:
    begun = time.process_time()
    with suppress(refused):
        work(text)
    return time.process_time() - begun
