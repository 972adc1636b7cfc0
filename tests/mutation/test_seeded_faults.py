"""Faults are put into the real site one by one: each is found, with the line it stands on."""

import hashlib
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.builder.state import BuildState
from factsheet.core.problems import Problem, Severity
from tests.mutation.faults import EN, RO, Fault, faults
from tests.support import ROOT, cases, write_site

TODAY = date(2026, 12, 1)
LEAST_KINDS = 20
MOST_OF_A_KIND = 2
"""A rule may find room for a hundred faults that are alike; so many of them are tried, and more in `make fuzz`."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A copy of the real site beside an archived text in which its quotes stand."""
    root = tmp_path_factory.mktemp("real")
    paths = [ROOT / "site.toml", *sorted((ROOT / "content").glob("*/*.md")), *sorted((ROOT / "locales").glob("*.po"))]
    texts = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in paths}
    quotes = re.findall(r"^    quote: \"(.*)\"$", texts[RO], re.MULTILINE)
    archive = "".join(f"Se arată {quote}, potrivit sursei.\n\n" for quote in quotes)
    digest = hashlib.sha256(archive.encode()).hexdigest()
    file = re.search(r"^    file: ([^ \n]+)", texts[RO], re.MULTILINE)
    assert file is not None
    texts[RO] = re.sub(r"^    sha256: .*$", f"    sha256: {digest}", texts[RO], flags=re.MULTILINE)
    write_site(root, {**texts, file[1]: archive})
    return root, texts


def findings(root: Path, state: BuildState | None = None) -> list[Problem]:
    """All findings about the sheets but notices; with a state only what has changed is read and checked again."""
    found = check(root, Options(today=TODAY), state=state).problems
    return [one for one in found if one.severity is not Severity.NOTICE and one.place.path.startswith("content/")]


def tells(problem: Problem, fault: Fault) -> bool:
    """Whether a finding names the file and the line of a fault, as its own place or as the other one."""
    places = {f"{fault.file}:{line}" for line in fault.lines}
    named = [str(problem.place), *(value for _, value in problem.values)]
    return any(re.match(rf"{re.escape(place)}(?!\d)", name) for place in places for name in named)


def test_the_site_without_faults_is_clean(site: tuple[Path, dict[str, str]]) -> None:
    """Nothing is found in the site as it is, so that every finding is about a fault."""
    assert findings(site[0]) == []
    proofs = check(site[0], Options(today=TODAY)).proofs
    assert (proofs.full, proofs.quote, proofs.none) == (15, 0, 0)


def _chosen(all_faults: Iterable[Fault]) -> Iterator[Fault]:
    """Some faults of each kind, from all parts of the site."""
    most = cases(MOST_OF_A_KIND, 20)
    for _, alike in groupby(all_faults, key=lambda fault: fault.kind):
        kind = list(alike)
        yield from random.sample(kind, min(most, len(kind)))


@pytest.mark.slow
@pytest.mark.chance
def test_every_seeded_fault_is_found(
    site: tuple[Path, dict[str, str]], record_property: Callable[[str, object], None]
) -> None:
    """Of the faults that each rule makes, each is told of with its line."""
    root, texts = site
    made, missed = Counter[str](), []
    state = check(root, Options(today=TODAY)).state
    for fault in _chosen(faults(texts)):
        made[fault.kind] += 1
        write_site(root, {fault.file: fault.text})
        if not any(tells(problem, fault) for problem in findings(root, state)):
            missed.append(f"{fault.kind}: {fault.file}:{min(fault.lines)} {fault.about}")
        write_site(root, {fault.file: texts[fault.file]})
    share = f"{sum(made.values()) - len(missed)} of {sum(made.values())} faults of {len(made)} kinds found"
    record_property("share", share)
    assert missed == [], share
    assert len(made) >= LEAST_KINDS
    assert {EN, RO} <= set(texts)
