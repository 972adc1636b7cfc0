"""A little fuzzing in every run, always the same; `make fuzz` goes on with other inputs for as long as it is let."""

import random
from itertools import islice

import pytest

from tests.fuzz.targets import SEEDS, TARGETS, attempt, encoded, inputs, refused_sheets, sheet_of

INPUTS = {"build": 30, "markdown": 150, "numerals": 60}
"""How many inputs are made for a target; for the others, a thousand. They differ in what one costs."""


@pytest.mark.chance
@pytest.mark.parametrize("name", TARGETS)
def test_nothing_is_found(name: str) -> None:
    """No input makes a reader raise, hang, act or lose a figure."""
    seed = random.randrange(10**6)  # noqa: S311 (an order, not a secret)
    for data in islice(inputs(name, random.Random(seed)), INPUTS.get(name, 1000)):  # noqa: S311 (the same)
        assert attempt(name, data) == "", f"seed {seed}: {data!r}"


@pytest.mark.parametrize("name", [name for name in TARGETS if name != "build"])
def test_what_was_found_before_is_mended(name: str) -> None:
    """No input that has once broken something breaks it again."""
    assert [seed for seed in SEEDS[name] if attempt(name, encoded(seed))] == []


def test_what_broke_a_build_before_is_mended() -> None:
    """Inputs that once broke a build, each a sheet of one site, are refused or harmless; without those, it is built."""
    sheets = {f"content/ro/s{number}.md": sheet_of(encoded(seed)) for number, seed in enumerate(SEEDS["build"])}
    refused = refused_sheets(sheets)
    built = {path: data for path, data in sheets.items() if path not in refused}
    assert min(len(refused), len(built)) > 40
    assert refused_sheets(built) == set()


def test_a_find_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a target raises is told, not swallowed."""

    def broken(_: bytes) -> None:
        raise KeyError("x")

    monkeypatch.setitem(TARGETS, "numerals", broken)
    assert attempt("numerals", b"12") == "KeyError: 'x'"
