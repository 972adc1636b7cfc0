"""Regular expressions that are compiled when they are first used."""

import importlib
import pkgutil
import re

import pytest

import factsheet
from factsheet.patterns import regex


def test_it_is_the_pattern() -> None:
    """What a compiled pattern can do, one that waits can do."""
    waiting = regex(r"(?P<digits>\d+)", re.ASCII)
    assert waiting.pattern == r"(?P<digits>\d+)"
    assert waiting.sub("n", "12 of 40") == "n of n"
    found = waiting.search("of 40")
    assert found is not None
    assert found["digits"] == "40"
    assert waiting.flags == re.ASCII
    assert regex(rb"\d").findall(b"a1") == [b"1"]


def test_a_mistake_is_told_at_the_first_use() -> None:
    """A pattern that is none raises what `re.compile` raises."""
    with pytest.raises(re.error):
        regex("(").search("a")


def test_every_pattern_of_the_engine_compiles() -> None:
    """No mistake waits for its first use."""
    kind, waiting = type(regex("")), []
    for module in pkgutil.walk_packages(factsheet.__path__, "factsheet."):
        if module.name != "factsheet.__main__":
            values = vars(importlib.import_module(module.name)).values()
            waiting += [one for one in values if type(one) is kind]
    assert len([one.flags for one in waiting]) > 300
