"""A few seconds of fuzzing in every run; `python -m tests.fuzz` goes on for as long as it is let."""

import random
import time
from itertools import islice

import pytest

from tests.fuzz.targets import TARGETS, attempt, inputs

SECONDS = {"build": 5.0}


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_is_found(name: str) -> None:
    """No input makes a reader raise, hang, act or lose a figure."""
    seed = random.randrange(10**6)  # noqa: S311 (an order, not a secret)
    until = time.monotonic() + SECONDS.get(name, 2.0)
    for data in islice(inputs(name, random.Random(seed)), 2000):  # noqa: S311 (the same)
        assert attempt(name, data) == "", f"seed {seed}: {data!r}"
        if time.monotonic() > until:
            break


def test_a_find_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a target raises is told, not swallowed."""

    def broken(_: bytes) -> None:
        raise KeyError("x")

    monkeypatch.setitem(TARGETS, "numerals", broken)
    assert attempt("numerals", b"12") == "KeyError: 'x'"
