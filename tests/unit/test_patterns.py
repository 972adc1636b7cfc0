"""Regular expressions that are compiled when they are first used."""

import importlib
import pkgutil
import re

import pytest

import factsheet
from factsheet import patterns
from factsheet.patterns import programs, regex, use


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


def test_a_program_is_what_re_compiles() -> None:
    """What is kept of a pattern makes the same one again, for every pattern of the engine on every Python."""
    made = programs()
    assert len(made) > 300
    for (pattern, flags), program in made.items():
        restored, compiled = patterns._restored(pattern, program), re.compile(pattern, flags)  # noqa: SLF001
        assert restored == compiled  # `re` compares their code
        assert (restored.groups, restored.groupindex) == (compiled.groups, compiled.groupindex)


def test_a_pattern_whose_program_is_known_is_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first use takes the program."""
    waiting = regex(r"of (?P<number>4\d)")
    monkeypatch.setattr(patterns, "_known", {})
    use(programs())
    monkeypatch.setattr(re, "compile", None)
    found = waiting.search("12 of 40")
    assert found is not None
    assert (found["number"], found.lastgroup, found.re.pattern) == ("40", "number", waiting.pattern)


def test_another_re_is_no_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `re` is not made as is expected, nothing is kept, and patterns are compiled as ever."""
    monkeypatch.setattr(patterns, "import_module", lambda _: None)
    assert programs() == {}
    assert regex("4.").findall("40") == ["40"]
