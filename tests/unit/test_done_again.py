"""After an edit a build does again what the edit reaches, and nothing else: `done_again.txt` has it for each edit.

A build that did everything again would find the same and make the same files (`test_recorded_inputs.py`); its editor
would wait. Work is named as the engine names it: `check index` are all checks of a sheet, `page ro index` what its
template is handed, `render index` its files, `site feed` a file of the whole site. Behind `gone` stands work of whose
outcome nothing is left. `make golden` writes the file.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from factsheet.builder.pipeline import build
from tests.edits import BEFORE, EDITS, SITE, put

FILE = Path(__file__).parent / "done_again.txt"


def done(root: Path, name: str) -> Iterator[str]:
    """The work that is done again after an edit, kind by kind, and that which is gone."""
    edit = EDITS[name]
    put(root, {**SITE, **edit.before})
    state = build(root, BEFORE).state
    put(root, edit.after)
    options = replace(BEFORE, today=edit.day or BEFORE.today, drafts=edit.drafts)
    before, after = state.traces, build(root, options, state=state).state.traces
    yield from _by_kind("", (work for work, trace in after.items() if before.get(work) is not trace))
    yield from _by_kind("gone ", before.keys() - after.keys())


def _by_kind(mark: str, names: Iterable[str]) -> Iterator[str]:
    kinds = defaultdict[str, list[str]](list)
    for name in sorted(names):
        kind, _, what = name.partition(" ")
        kinds[kind].append(what)
    yield from (f"    {mark}{kind}: {', '.join(what)}".rstrip(": ") for kind, what in kinds.items())


def test_an_edit_is_followed_by_what_it_reaches(tmp_path: Path, *, rewrite_golden: bool) -> None:
    """Each edit has the work that it had when this was read."""
    lines: list[str] = []
    for number, name in enumerate(EDITS):
        lines += [name, *done(tmp_path / str(number), name)]
    if rewrite_golden:
        FILE.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert FILE.read_text("utf-8").splitlines() == lines
