"""Pure functions give what was read once and kept, whole: a line is a call, the next all that it gives.

The calls were found by search: of all that the tests ask and the corpora hold, the shortest that between them tell the
engine from most of its small faults (`docs/testing.md`). Add calls by hand; `make golden` writes what they give.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.calls.rendering import namespace, rendered

HERE = Path(__file__).parent
_CALL = ">>> "


def sections(text: str) -> Mapping[str, Mapping[str, str]]:
    """The calls of each module with what they give; a section begins with the module's name behind a `#`."""
    found: dict[str, dict[str, str]] = {}
    module = call = ""
    for line in text.split("\n"):
        if line.startswith("# "):
            module = line.removeprefix("# ")
            found.setdefault(module, {})
        elif line.startswith(_CALL):
            call = line.removeprefix(_CALL)
        elif line:
            found[module][call] = f"{found[module][call]}\n{line}" if call in found[module] else line
    return found


def written(found: Mapping[str, Mapping[str, str]]) -> str:
    """The text of sections."""
    parts = (f"# {module}\n\n" + "".join(_lines(calls)) for module, calls in found.items())
    return "\n".join(parts)


def _lines(calls: Mapping[str, str]) -> list[str]:
    return [f"{_CALL}{call}\n{given}\n" for call, given in calls.items()]


FILES = {file.name: sections(file.read_text("utf-8")) for file in sorted(HERE.glob("*.txt"))}


@pytest.mark.parametrize(("file", "module"), [(file, module) for file, found in FILES.items() for module in found])
def test_calls(file: str, module: str, *, rewrite_golden: bool) -> None:
    """Each call gives what it gave when the answer was read and kept."""
    names = namespace(module)
    made = {call: rendered(call, names) for call in FILES[file][module]}
    gone = [call for call, given in made.items() if given.startswith("raises NameError")]
    assert not gone, "of functions that are gone or stand elsewhere: move or remove these calls"
    if rewrite_golden:
        path = HERE / file
        path.write_text(written({**sections(path.read_text("utf-8")), module: made}), "utf-8")
    else:
        assert FILES[file][module] == made
