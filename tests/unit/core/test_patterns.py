"""Regular expressions that are compiled when they are first used."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import factsheet
from factsheet.core import patterns
from factsheet.core.patterns import note_late, note_libraries, programs, programs_of, regex, use


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
    assert (waiting.groups, waiting.split("1a2")) == (1, ["", "1", "a", "2", ""])


def of_engine() -> list[Any]:
    """The patterns that are names of the engine's modules."""
    waiting: list[Any] = []
    for module in pkgutil.walk_packages(factsheet.__path__, "factsheet."):
        if module.name != "factsheet.__main__":
            values = vars(importlib.import_module(module.name)).values()
            waiting += [one for one in values if isinstance(one, patterns._Ready)]  # noqa: SLF001
    return waiting


def test_every_pattern_of_the_engine_compiles() -> None:
    """No mistake waits for its first use."""
    assert len([one.flags for one in of_engine()]) > 300


def test_a_program_is_what_re_compiles() -> None:
    """What is kept of a pattern makes the same one again, for every pattern of the engine on every Python."""
    made = programs_of({(one.pattern, int(one.given)) for one in of_engine()})
    assert len(made) > 300
    for (pattern, flags), program in made.items():
        restored, compiled = patterns._restored(pattern, program), re.compile(pattern, flags)  # noqa: SLF001
        assert restored == compiled  # `re` compares their code
        assert (restored.groups, restored.groupindex) == (compiled.groups, compiled.groupindex)


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process that knows nothing yet; what `re` holds is as before afterwards."""
    for name in ("_known", "_compiled", "_of_libraries"):
        monkeypatch.setattr(patterns, name, {})
    monkeypatch.setattr(patterns, "_noted", [])
    monkeypatch.setattr(re, "_cache", {}, raising=False)
    for noting in (note_libraries, note_late):
        noting.cache_clear()
    yield
    for noting in (note_libraries, note_late):
        noting.cache_clear()


def test_a_search_from_before_a_text_begins_with_it() -> None:
    """A place below zero is the beginning, for the engine looks some letters back without asking how many there are."""
    pattern = regex(r"\Aa|b")
    assert [one.span() for one in pattern.finditer("abb", -5, 2)] == [(0, 1), (1, 2)]
    assert pattern.search("cb", -5, 1) is None
    assert pattern.match("ab", -1)


@pytest.mark.usefixtures("fresh")
def test_a_mistake_is_told_at_the_first_use() -> None:
    """A pattern that is none raises what `re.compile` raises, and nothing is kept of it."""
    with pytest.raises(re.error):
        regex("(").search("a")
    assert not patterns.has_compiled()
    assert programs() == ({}, {})


@pytest.mark.usefixtures("fresh")
def test_a_pattern_whose_program_is_known_is_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one process has used another takes over, and has nothing more to keep."""
    assert regex(r"of (?P<number>4\d)").search("of 40")
    assert patterns.has_compiled()
    own, of_libraries = programs()
    assert (list(own), of_libraries) == ([(r"of (?P<number>4\d)", 0)], {})
    monkeypatch.setattr(patterns, "_known", {})
    use(own, of_libraries)
    monkeypatch.setattr(re, "compile", None)
    waiting = regex(r"of (?P<number>4\d)")
    found = waiting.search("12 of 40")
    assert found is not None
    assert (found["number"], found.lastgroup, found.re.pattern) == ("40", "number", waiting.pattern)
    assert not patterns.has_compiled()


@pytest.mark.usefixtures("fresh")
def test_what_libraries_compile_is_found_by_re_in_the_next_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their patterns are noted once, before a site is read: what is compiled of its texts is kept nowhere."""
    compiled = re.compile("of a library [0-9]+", re.IGNORECASE)
    note_libraries()
    re.compile("of a site")
    note_libraries()
    own, of_libraries = programs()
    assert (own, list(of_libraries)) == ({}, [("of a library [0-9]+", re.IGNORECASE)])
    monkeypatch.setattr(re, "_cache", {})
    use(own, of_libraries)
    monkeypatch.setattr(re, "_compiler", None)
    assert re.compile("of a library [0-9]+", re.IGNORECASE) == compiled


@pytest.mark.usefixtures("fresh")
def test_libraries_that_are_set_up_late_are_noted_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was compiled of a site before then is kept nowhere; what is known already is no reason to keep all anew."""

    class Late:
        @staticmethod
        def set_up_libraries() -> None:
            re.compile("of a template [0-9]+")

    for is_first in (True, False):
        re.compile("of a site")
        with monkeypatch.context() as modules:
            modules.setattr(patterns, "import_module", lambda _: Late)
            note_late("late")
        assert patterns.has_compiled() is is_first
        assert list(programs()[1]) == [("of a template [0-9]+", 0)]
        note_late.cache_clear()


@pytest.mark.usefixtures("fresh")
def test_another_re_is_no_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `re` is not made as is expected, nothing is kept, and patterns are compiled as ever."""
    monkeypatch.setattr(patterns, "import_module", lambda _: None)
    monkeypatch.delattr(re, "_cache")
    note_libraries()
    assert programs_of([("4.", 0)]) == {}
    use({}, {})
    monkeypatch.setattr(re, "_cache", {}, raising=False)
    assert regex("4.").findall("40") == ["40"]
    assert programs() == ({}, {})


def test_more_patterns_of_libraries_than_are_kept_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an earlier process has left more than the most, no further ones are noted, and nothing fails."""
    many = dict.fromkeys((f"x{number}", 0) for number in range(patterns.MOST_OF_LIBRARIES + 1))
    monkeypatch.setattr(patterns, "_of_libraries", many)
    note_libraries.cache_clear()
    note_libraries()
    note_libraries.cache_clear()
    assert len(many) == patterns.MOST_OF_LIBRARIES + 1
