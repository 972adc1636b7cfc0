"""A text that may take long is converted in a process of its own, which is ended in time, and tells the same."""

import io
import json
import resource
import signal
import subprocess
import sys
import time
from collections import deque
from typing import Any

import pytest

from factsheet.content.markup import Prose, Typography, Unrenderable, apart, prose
from tests.support import ROOT

ROMANIAN = Typography(open="„", close="”", back_to_text="Înapoi", inner_open="«", inner_close="»", alerts=("Notă",) * 7)
EVERYTHING = """# Titlu *mare* {#sus .ales}

Sunt {{ arrests.short }} arestări[^a] și `{{ code }}`, &amp; "citat" pe https://facts.example/a(b),
![poză](p.png "{{ t }}").

> [!NOTE]
> Vezi [aici](#sus "titlu") <kbd style="x">K</kbd> și <a onclick=x href="C:\\\\a">b</a>.

| a | {{ b }} |
|:-:|---|
| 1 | *doi* |

- [x] unu
3. trei

[^a]: O notă.
"""


class Child:
    """A child that works within this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self.asked: list[dict[str, Any]] = []
        self.limits: list[tuple[int, tuple[int, int]]] = []
        monkeypatch.setattr(resource, "setrlimit", lambda *limit: self.limits.append(limit))
        monkeypatch.setattr(subprocess, "run", self.run)
        monkeypatch.setattr(apart, "_slow", deque(maxlen=apart.MOST_SLOW))

    def run(self, command: list[str], *, input: bytes, **how: object) -> subprocess.CompletedProcess[bytes]:  # noqa: A002 - its name
        """Do what the command says: set limits and the path, and serve one text."""
        self.asked.append({"command": command, "given": input, **how})
        python, isolated, flag, code, *arguments = command
        assert (python, isolated, flag) == (sys.executable, "-I", "-c")
        said = io.BytesIO()
        with self._patch.context() as here:
            here.setattr(sys, "argv", ["-c", *arguments])
            here.setattr(sys, "path", list(sys.path))
            here.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(input)))
            here.setattr(sys, "stdout", io.TextIOWrapper(said, write_through=True))
            exec(code, {})  # noqa: S102 - what the child runs
            sys.stdout.detach()  # type: ignore[union-attr] # so that what was written stays open
        return subprocess.CompletedProcess(command, 0, said.getvalue(), b"")


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Child:
    """A child that works within this process."""
    return Child(monkeypatch)


def test_a_child_tells_all_that_this_process_would(child: Child) -> None:
    """Every field of what a text becomes comes back, and is what it is without a child."""
    here = prose.prose_of(EVERYTHING, ROMANIAN)
    parts = (here.references, here.links, here.ids, here.runs, here.code, here.slips)
    assert all(parts)
    assert any(run.cell for run in here.runs)
    assert any(run.marker for run in here.runs)
    there = apart.convert_apart(EVERYTHING, ROMANIAN)
    assert there == here
    assert [type(one) for part in (there.references, there.links, there.runs, there.slips) for one in part] == [
        type(one) for part in (here.references, here.links, here.runs, here.slips) for one in part
    ]
    assert child.limits == [
        (resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000)),
        (resource.RLIMIT_CPU, (3, 5)),
        (resource.RLIMIT_CORE, (0, 0)),
    ]
    assert child.asked[0]["timeout"] == 60.0
    assert child.asked[0]["capture_output"] is True
    assert child.asked[0]["check"] is False
    assert child.asked[0]["command"][6:] == [str(ROOT), *filter(None, sys.path)]


def test_a_child_tells_of_what_cannot_be_rendered(child: Child) -> None:
    """The code, the line and the words of a fault come back."""
    with pytest.raises(Unrenderable) as caught:
        apart.convert_apart("one\n\n" + "- " * 1_000 + "a", ROMANIAN)
    assert (caught.value.code, caught.value.line) == ("F020", 3)
    assert caught.value.values == {"reason": "it is nested too deeply"}
    assert len(child.asked) == 1


def test_without_limits_of_the_system_a_text_is_converted_still(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has none; time is bounded there by the clock."""
    monkeypatch.setitem(sys.modules, "resource", None)
    assert apart.convert_apart("a", ROMANIAN).html == "<p>a</p>"
    assert not child.limits


def ended(monkeypatch: pytest.MonkeyPatch, code: int | None) -> None:
    """Let each child end so; None where it has to be ended."""

    def run(command: list[str], **how: Any) -> subprocess.CompletedProcess[bytes]:  # noqa: ANN401
        if code is None:
            raise subprocess.TimeoutExpired(command, how["timeout"])
        return subprocess.CompletedProcess(command, code, b"", b"")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(apart, "_slow", deque(maxlen=apart.MOST_SLOW))


@pytest.mark.parametrize("code", [None, -signal.SIGXCPU, -signal.SIGKILL])
def test_after_two_slow_texts_others_are_not_tried(monkeypatch: pytest.MonkeyPatch, code: int | None) -> None:
    """For half a minute; then they are tried again."""
    ended(monkeypatch, code)
    clock = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    said = []
    for at in (100.0, 110.0, 129.9, 130.0, 139.9, 140.0):
        clock[0] = at
        with pytest.raises(apart.Stopped) as caught:
            apart.convert_apart("a", ROMANIAN)
        said.append((str(caught.value), caught.value.is_certain))
    slow, untried = ("it takes longer than 3 seconds", True), ("others before it took too long", False)
    assert said == [slow, slow, untried, slow, untried, slow]


def test_a_child_that_fails_is_told_from_a_slow_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many do."""
    ended(monkeypatch, 1)
    for _ in range(4):
        with pytest.raises(apart.Stopped, match=r"^it is nested too deeply or takes too much memory$") as caught:
            apart.convert_apart("a", ROMANIAN)
        assert caught.value.is_certain


def test_what_was_stopped_once_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that was tried is remembered with its typography; one that was not is tried the next time."""
    tried: list[str] = []
    certain = [True]

    def stop(text: str, _: Typography) -> Prose:
        tried.append(text)
        raise apart.Stopped("it is slow", is_certain=certain[0])

    monkeypatch.setattr(apart, "convert_apart", stop)
    monkeypatch.setattr(prose, "_stopped", {})
    monkeypatch.setattr(prose, "_MOST_REMEMBERED", 2)

    def said(text: str) -> tuple[str, int, dict[str, str]]:
        with pytest.raises(Unrenderable) as caught:
            prose.convert(text, ROMANIAN)
        return caught.value.code, caught.value.line, caught.value.values

    many = "a\n\nb" + " <b>x</b>" * 300
    reason = {"reason": "it holds more than 500 tags or angle brackets, and it is slow"}
    assert said(many) == said(many) == ("F020", 3, reason)
    assert tried == [many]
    certain[0] = False
    assert said(f"{many}c") == said(f"{many}c")
    assert tried == [many, f"{many}c", f"{many}c"]
    certain[0] = True
    for end in "defd":
        said(f"{many}{end}")
    assert [text[-1] for text in tried[3:]] == ["d", "e", "f"], "two are remembered: the first and the fourth"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<" * 500, None),
        ("<" * 501, ("more than 500 tags or angle brackets", 0)),
        ("a|" * 3_000, None),
        ("a|" * 3_001, ("more than 3000 cells of tables", 1)),
        ("a" * 40_000, None),
        ("a" * 40_001, ("a text as long as this", 0)),
        ("\n" * 2_000, None),
        ("\n" * 2_001, ("a text as long as this", 0)),
    ],
)
def test_signs_of_a_slow_text(text: str, what: tuple[str, int] | None) -> None:
    """Counts far above what people write, and the place of the first of what is counted."""
    sign = prose.first_sign(text)
    assert (sign and (sign.what, sign.offset)) == what


def test_giants_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Characters and numbers have a limit; the line is that of the first number beyond it."""
    done = prose.prose_of("a", ROMANIAN)
    monkeypatch.setattr(apart, "convert_apart", lambda *_: done)
    assert prose.convert("a" * 200_000, ROMANIAN) is prose.convert("1\n" * 4_000, ROMANIAN) is done
    for text, line, values in (
        ("a" * 200_001, 1, {"what": "the text", "limit": "200000 characters"}),
        ("1\n" * 4_000 + "2", 4_001, {"what": "the count of numbers in the text", "limit": "4000"}),
    ):
        with pytest.raises(Unrenderable) as caught:
            prose.convert(text, ROMANIAN)
        assert (caught.value.code, caught.value.line, caught.value.values) == ("F012", line, values)


@pytest.mark.parametrize("text", ["<div>" * 250 + "a", "one\n\n" + "<div>" * 250 + "a"])
def test_elements_nested_without_end_are_refused(text: str) -> None:
    """At the line of the first element."""
    with pytest.raises(Unrenderable) as caught:
        prose.convert(text, ROMANIAN)
    assert (caught.value.code, caught.value.line) == ("F020", text.count("\n") + 1)
    assert caught.value.values == {"reason": "it is nested too deeply"}


def test_an_error_of_the_conversion_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong, the text is refused with the kind of the error, and nothing ends."""

    def fail(*_: object) -> Prose:
        raise RecursionError

    monkeypatch.setattr(prose, "prose_of", fail)
    with pytest.raises(Unrenderable) as caught:
        prose.convert("a", ROMANIAN)
    assert (caught.value.code, caught.value.line) == ("F020", 1)
    assert caught.value.values == {
        "reason": "Markdown ends with RecursionError, most often for what is nested too deeply"
    }


def test_what_is_handed_to_a_child_is_ascii(child: Child) -> None:
    """So that no encoding of the system can change it."""
    apart.convert_apart("ț", ROMANIAN)
    assert json.loads(child.asked[0]["given"].decode("ascii"))[1] == "ț"
