"""Numbers in sentences are told of, and what only looks like them is left alone: measured on a held-out half."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.proving import EN, RO, SITE
from tests.support import ROOT, write_site

FILES = {"ro": RO, "en": EN}
LEAST_CASES = 120
GOOD_ENOUGH = 0.94


@dataclass(frozen=True, kw_only=True)
class Case:
    """A sentence and what is to be said of it."""

    tag: str
    text: str
    expected: frozenset[str]

    @property
    def is_held_out(self) -> bool:
        """Whether it belongs to the half that the tool is never adjusted to."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 1


def cases() -> Iterator[Case]:
    """All sentences."""
    table = tomllib.loads((Path(__file__).parent / "findings.toml").read_text(encoding="utf-8"))
    for tag, kinds in table.items():
        for text, *expected in kinds["found"]:
            yield Case(tag=tag, text=text, expected=frozenset(expected))
        for text in kinds["alone"]:
            yield Case(tag=tag, text=text, expected=frozenset())


@dataclass(frozen=True, kw_only=True)
class Score:
    """How many findings are right, wrong and missing."""

    right: int
    wrong: int
    missing: int

    @property
    def precision(self) -> float:
        """The share of what is said that is right."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is to be said that is said."""
        return self.right / (self.right + self.missing)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, frozenset[str]]:
    """What the tool says of each sentence, all of them in one site."""
    root = tmp_path_factory.mktemp("corpus")
    texts = {tag: [SITE[file]] for tag, file in FILES.items()}
    for case in cases():
        texts[case.tag].append(f"\nA) {case.text}\n")
    write_site(root, {**SITE, **{FILES[tag]: "".join(parts) for tag, parts in texts.items()}})
    lines = {file: (root / file).read_text(encoding="utf-8").split("\n") for file in FILES.values()}
    found: dict[str, set[str]] = {}
    for problem in check(root, Options(today=date(2025, 11, 23))).problems:
        if problem.code in {"S301", "S302", "S303", "S308"}:
            text = lines[problem.place.path][problem.place.line - 1].removeprefix("A) ")
            found.setdefault(text, set()).add(f"{problem.code} {dict(problem.values)['numeral']}")
    return {text: frozenset(findings) for text, findings in found.items()}


def score(said: dict[str, frozenset[str]], chosen: list[Case]) -> Score:
    """Compare what is said with what is to be said."""
    pairs = [(case.expected, said.get(case.text, frozenset())) for case in chosen]
    return Score(
        right=sum(len(expected & given) for expected, given in pairs),
        wrong=sum(len(given - expected) for expected, given in pairs),
        missing=sum(len(expected - given) for expected, given in pairs),
    )


def test_there_are_enough_cases() -> None:
    """At least 120 sentences, of which about half are to be left alone."""
    every = list(cases())
    assert len(every) >= LEAST_CASES
    assert 0.4 < sum(not case.expected for case in every) / len(every) < 0.6
    assert len({case.text for case in every}) == len(every)


def test_every_sentence_that_may_be_looked_at_is_right(said: dict[str, frozenset[str]]) -> None:
    """In the half that is open, each sentence gets its findings and no others."""
    wrong = {
        case.text: sorted(said.get(case.text, ()))
        for case in cases()
        if not case.is_held_out and said.get(case.text, frozenset()) != case.expected
    }
    assert wrong == {}


def test_the_held_out_half_is_measured(said: dict[str, frozenset[str]]) -> None:
    """Precision and recall on the other half are good, and are those that the documentation gives."""
    measured = score(said, [case for case in cases() if case.is_held_out])
    assert measured.precision >= GOOD_ENOUGH, measured
    assert measured.recall >= GOOD_ENOUGH, measured
    documented = (ROOT / "docs/proof.md").read_text(encoding="utf-8")
    stated = re.search(r"precision (\d\.\d{3}), recall (\d\.\d{3})", documented)
    assert stated is not None
    assert stated.groups() == (f"{measured.precision:.3f}", f"{measured.recall:.3f}")
