"""What a piece of work costs this process and the ones that it has waited for, by the processor's own clock.

Other work on the machine makes this work later, not dearer: a test that bounds its cost says the same under any load.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def costs_at_most(seconds: float) -> Iterator[None]:
    """Fail if what is done inside takes more seconds of a processor."""
    begun = spent()
    yield
    assert spent() - begun < seconds


def spent() -> float:
    """The seconds of a processor that this process and its ended children have had."""
    return sum(os.times()[:4])
