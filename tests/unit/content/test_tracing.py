"""Work is done again where an answer has changed, and only there."""

import json

import pytest

from factsheet.content.tracing import Trace, Tracer, digest_of


class World:
    """Files with letters, and work that counts how often it is done."""

    def __init__(self, **files: str) -> None:
        """Start with these files."""
        self.files = files
        self.done: list[str] = []

    def tracer(self, previous: Tracer | None = None) -> Tracer:
        """A tracer that knows these files, and the work of an earlier one."""
        tracer = Tracer(
            previous=previous.traces if previous else {},
            before=previous.answers if previous else {},
            leaves={"file": lambda name: digest_of(self.files.get(name, ""))},
        )
        tracer.makers["upper"] = lambda name: self.upper(tracer, name)
        return tracer

    def upper(self, tracer: Tracer, name: str) -> str:
        """The work `upper`: a file in capitals."""
        tracer.note(f"file {name}")
        self.done.append(f"upper {name}")
        return self.files[name].upper()

    def both(self, tracer: Tracer) -> str:
        """The work `both`: two files in capitals, joined."""

        def make() -> str:
            self.done.append("both")
            return "".join(tracer.task(f"upper {name}", lambda name=name: self.upper(tracer, name)) for name in "ab")  # type: ignore[misc]

        return tracer.task("both", make)


def test_work_is_done_once() -> None:
    """A second question for the same work is answered without doing it again."""
    world = World(a="x", b="y")
    tracer = world.tracer()
    assert [world.both(tracer), world.both(tracer)] == ["XY", "XY"]
    assert world.done == ["both", "upper a", "upper b"]


def test_nothing_changed() -> None:
    """Where all answers are as before, nothing at all is done."""
    world = World(a="x", b="y")
    first = world.tracer()
    world.both(first)
    world.done.clear()
    assert world.both(world.tracer(first)) == "XY"
    assert world.done == []


def test_each_piece_of_work_has_what_it_asked_for_itself() -> None:
    """Work inside of other work keeps what it asks for; the work around it has asked for the work alone."""
    tracer = World(a="x", b="y").tracer()
    World(a="x", b="y").both(tracer)
    asked = {name: set(trace.asked) for name, trace in tracer.traces.items()}
    assert asked == {"upper a": {"file a"}, "upper b": {"file b"}, "both": {"upper a", "upper b"}}


def test_only_what_an_edit_reaches_is_done() -> None:
    """A changed file costs the work that asked for it, and the work that asked for that."""
    world = World(a="x", b="y")
    first = world.tracer()
    world.both(first)
    world.done.clear()
    world.files["b"] = "z"
    assert world.both(world.tracer(first)) == "XZ"
    assert sorted(world.done) == ["both", "upper b"]


def test_a_change_that_changes_no_answer_stops_there() -> None:
    """Where a file changed and what was made of it did not, the work that stands on it is taken over."""
    world = World(a="x", b="y")
    first = world.tracer()
    world.both(first)
    world.done.clear()
    world.files["b"] = "Y"
    assert world.both(world.tracer(first)) == "XY"
    assert world.done == ["upper b"]


def test_what_is_due_is_told_before_it_is_done() -> None:
    """Whether work is to be done is told without doing the work inside of it, or by doing it, as one asks."""
    world = World(a="x", b="y")
    first = world.tracer()
    assert first.is_due("both", {"upper"})
    world.both(first)
    assert not first.is_due("both", {"upper"})
    world.done.clear()
    assert not world.tracer(first).is_due("both", {"upper"})
    world.files["b"] = "Y"
    second = world.tracer(first)
    assert second.is_due("both", {"upper"})
    assert not second.is_due("upper a", {"upper"})
    assert world.done == []
    assert not second.is_due("both", ())
    assert world.done == ["upper b"]


def test_what_no_change_reaches_is_not_looked_at() -> None:
    """Work whose files are as they were is remembered for the build after, also where nobody asks for it."""
    world = World(a="x", b="y", c="z")
    first = world.tracer()
    world.both(first)
    first.task("upper c", lambda: world.upper(first, "c"))
    world.files["b"] = "w"
    second = world.tracer(first)
    assert second.reached == {"file b", "upper b", "both"}
    assert world.both(second) == "XW"
    traces, answers = second.remembered()
    assert set(traces) == {"upper a", "upper b", "upper c", "both"}
    assert {name for trace in traces.values() for name in trace.asked} <= set(answers)


def test_what_surely_is_the_same_is_not_looked_at() -> None:
    """Where whoever runs the work can tell that a thing is what it was, its digest is not worked out."""
    world = World(a="x", b="y")
    first = world.tracer()
    world.both(first)
    looked: list[str] = []

    def file(name: str) -> str:
        looked.append(name)
        return digest_of(world.files[name])

    second = world.tracer(first)
    second.leaves = {"file": file}
    second.same = {"file": lambda name: name == "a"}
    assert world.both(second) == "XY"
    assert (looked, second.reached) == (["b"], set())


def test_what_a_change_reached_is_forgotten() -> None:
    """Work on a file that has changed is not remembered unless it is done again."""
    world = World(a="x", b="y")
    first = world.tracer()
    world.both(first)
    del world.files["b"]
    assert set(world.tracer(first).remembered()[0]) == {"upper a"}


def test_work_taken_over_is_there_for_the_next_build() -> None:
    """Three builds in a row: what the second takes over the third takes over from it."""
    world = World(a="x", b="y")
    first = world.tracer()
    world.both(first)
    second = world.tracer(first)
    world.both(second)
    world.done.clear()
    assert world.both(world.tracer(second)) == "XY"
    assert world.done == []


def test_what_is_noted_outside_of_work_is_no_matter() -> None:
    """A question that no work asks is noted nowhere."""
    world = World(a="x")
    tracer = world.tracer()
    tracer.note("file a")
    assert tracer.traces == {}


def test_work_that_fails_leaves_no_trace() -> None:
    """An exception ends the work; it is neither kept nor counted to the work around it."""
    tracer = World().tracer()

    def fail() -> str:
        raise KeyError("a")

    def around() -> str:
        with pytest.raises(KeyError):
            tracer.task("inner", fail)
        return "done"

    assert tracer.task("outer", around) == "done"
    assert set(tracer.traces) == {"outer"}
    assert tracer.traces["outer"].asked == ()


def test_an_answer_may_need_work() -> None:
    """To know whether older work still holds, work that it asked for is done by name."""
    world = World(a="x")
    tracer = world.tracer()
    tracer.previous = {"outer": Trace(("upper a",), "old")}
    tracer.before = {"upper a": digest_of("X")}
    assert tracer.task("outer", lambda: "new") == "old"
    assert world.done == ["upper a"]


def test_digests_tell_values_apart() -> None:
    """Equal values have equal digests; a text differs from the list that holds it."""
    assert digest_of(["a", 1]) == digest_of(["a", 1])
    assert len({digest_of(value) for value in ("a", ["a"], "b", None, 0, {"a": 1})}) == 6


def test_values_keep_their_digest_when_they_are_kept_as_json() -> None:
    """A tuple comes back from JSON as a list: its digest is the same, or all that asked for it would be done again."""
    value = ("1", False, None)
    assert digest_of(value) == digest_of(json.loads(json.dumps(value)))
