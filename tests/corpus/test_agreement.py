"""Languages that disagree are told of: `agreement.toml` holds sound sentences, and what is changed in one of them."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.core.problems import Severity
from tests.corpus.seeding import sheet_of
from tests.corpus.sentences import sentences
from tests.proving import SITE
from tests.support import ROOT, write_site

PAIRS: Sequence[Mapping[str, Any]] = tomllib.loads((Path(__file__).parent / "agreement.toml").read_text("utf-8"))[
    "pair"
]
LANGUAGES = ("en", "de", "fr", "ar", "ja")
LEAST_FOUND = 0.95
FAMILIES = frozenset("SP")
OTHERS = frozenset((12, 14, 65, 76, 87, 91, 96, 99, 103, 107, 110, 121, 122))
"""The sentences of `statements/` that say other things in other languages, by their number."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a translation: its kind, and the number of its pair."""

    tag: str
    kind: str
    pair: int
    old: str
    new: str


def changes() -> Iterator[Change]:
    """All changes of the corpus."""
    for number, pair in enumerate(PAIRS):
        [tag] = [tag for tag in LANGUAGES if tag in pair]
        yield from (Change(tag, kind, number, old, new) for kind, old, new in pair["changes"])


def sheets() -> Iterator[tuple[str, str, dict[int, Change]]]:
    """Sheets in which many sentences are changed, at most one time each: path, language, changes by the pair."""
    for tag in LANGUAGES:
        left = [change for change in changes() if change.tag == tag]
        rounds = 0
        while left:
            taken = {change.pair: change for change in reversed(left)}
            left = [change for change in left if taken[change.pair] is not change]
            rounds += 1
            yield f"{tag}{rounds}", tag, taken


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, int]]:
    """Language, path and line of each error or warning about figures and agreement in one site with all changes."""
    site: dict[str, str | bytes] = {"site.toml": f'{SITE["site.toml"]}[checks]\nS301 = "notice"\nS308 = "notice"\n'}
    for path, tag, taken in (*sheets(), *((f"{tag}0", tag, {}) for tag in LANGUAGES)):
        pairs = [number for number, pair in enumerate(PAIRS) if tag in pair]
        site[f"content/ro/{path}.md"] = sheet_of("ro") + "".join(f"\n{PAIRS[number]['ro']}\n" for number in pairs)
        texts = [_changed(PAIRS[number][tag], taken.get(number)) for number in pairs]
        site[f"content/{tag}/{path}.md"] = sheet_of(tag) + "".join(f"\n{text}\n" for text in texts)
    found = check(write_site(tmp_path_factory.mktemp("site"), site), Options(today=date(2025, 11, 23))).problems
    return {
        (parts[1], parts[2].removesuffix(".md"), one.place.line)
        for one in found
        if one.severity is not Severity.NOTICE and one.code[0] in FAMILIES
        for parts in [one.place.path.split("/")]
    }


def _changed(text: str, change: Change | None) -> str:
    if change is None:
        return text
    assert change.old in text, change
    return text.replace(change.old, change.new, 1)


def _line(tag: str, text: str, number: int) -> int:
    """The line on which a sentence of a sheet in `tag` stands, in the original or in the translation."""
    pairs = [each for each, pair in enumerate(PAIRS) if tag in pair]
    return sheet_of(text).count("\n") + 2 + 2 * pairs.index(number)


def test_sound_sentences_agree(told: set[tuple[str, str, int]]) -> None:
    """Nothing is told of the sentences as they are."""
    assert [one for one in told if one[1].endswith("0")] == []


def test_changes_are_told_at_their_line(
    told: set[tuple[str, str, int]], record_property: Callable[[str, object], None]
) -> None:
    """95 in a hundred changes of every kind are told; the documentation gives the figures, and what is missed."""
    missed = [
        change
        for path, tag, taken in sheets()
        for change in taken.values()
        if not {(text, path, _line(tag, text, change.pair)) for text in (tag, "ro")} & told
    ]
    record_property("missed", [f"{one.tag} {one.kind} {one.old}" for one in missed])
    every = list(changes())
    assert len(every) - len(missed) >= LEAST_FOUND * len(every), missed
    proof = (ROOT / "docs/proof.md").read_text("utf-8")
    stated = re.search(r"of (\d+) changes of (\d+) kinds, (\d+) are told", proof)
    assert stated is not None
    kinds = {change.kind for change in every}
    assert stated.groups() == (f"{len(every)}", f"{len(kinds)}", f"{len(every) - len(missed)}")


def test_sentences_that_say_the_same_agree(tmp_path: Path) -> None:
    """A hundred sentences with years, names, ages and amounts in four languages: nothing is told but what differs.

    Telephones and postcodes (P212) are those of each country.
    """
    site: dict[str, str | bytes] = {"site.toml": f'{SITE["site.toml"]}[checks]\nS301 = "notice"\nS308 = "notice"\n'}
    for tag in ("ro", *LANGUAGES[:3]):
        texts = [one.text.removeprefix("1. ") for one in sentences(tag)]
        site[f"content/{tag}/index.md"] = "---\ntitle: T\n---\n" + "\n\n".join(texts) + "\n"
    found = check(write_site(tmp_path, site), Options(today=date(2025, 11, 23))).problems
    told = {
        one.place.line
        for one in found
        if one.code[0] == "P" and one.code != "P212" and one.severity is not Severity.NOTICE
    }
    assert told

    assert {(line - 4) // 2 for line in told} <= OTHERS
