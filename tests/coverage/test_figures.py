"""Figures of public fact sheets: each is declared as it is, shown right, proven by its passage, and by no other.

`site/` holds them, in passages of our own words; `shown.tsv` what a reader is shown of each; `changes.toml` what is
changed in the passages.
"""

import csv
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from factsheet.builder.assembly import assemble
from factsheet.builder.options import Options
from factsheet.builder.pipeline import build, read_sources
from factsheet.checks.verify import read_back
from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric
from factsheet.core.problems import Severity
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.site.proof import Proof, evidence, source_language
from factsheet.site.site import Site

HERE = Path(__file__).parent
SITE = HERE / "site"
CHANGES: Mapping[str, Mapping[str, Mapping[str, str]]] = tomllib.loads((HERE / "changes.toml").read_text("utf-8"))
_DIGIT = re.compile(r"(?<![^\W\d_])\d")


class Passage(NamedTuple):
    """A figure with the passage that proves it."""

    metric: Metric
    quote: str
    loc: NumberLocale


@pytest.fixture(scope="module")
def site() -> Site:
    """The site with all its figures, read and not rendered."""
    made, _ = assemble(SITE, read_sources(SITE), Options())
    assert made is not None
    return made


@pytest.fixture(scope="module")
def passages(site: Site) -> list[Passage]:
    """Every figure with its passage."""
    return [
        Passage(metric, metric.quote or "", source_language(site, site.source(path, metric)))
        for path in site.paths
        for metric in site.original(path).metrics.values()
    ]


@pytest.fixture(scope="module")
def published() -> Mapping[str, bytes]:
    """The published site, which the build has read back."""
    result = build(SITE, Options())
    assert [str(one) for one in result.problems if one.severity is Severity.ERROR] == []
    return dict(result.artifacts)


@pytest.fixture(scope="module")
def shown(published: Mapping[str, bytes]) -> Mapping[str, Mapping[str, str]]:
    """What is published of each figure, by language."""
    return {tag: dict(_texts(published[f"{tag}/figures.json"])) for tag in ("ro", "en")}


def _texts(data: bytes) -> Iterator[tuple[str, str]]:
    for sheet in json.loads(data)["sheets"]:
        for figure in sheet["figures"]:
            yield figure["id"], figure["text"].replace("\u00a0", " ")


def test_every_figure_is_shown_right(shown: Mapping[str, Mapping[str, str]]) -> None:
    """Readers of both languages see each figure with its sign, unit, interval, denominator and bound."""
    with (HERE / "shown.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert shown == {"ro": {row[0]: row[1] for row in rows}, "en": {row[0]: row[2] for row in rows}}


def test_how_sure_an_estimate_is(published: Mapping[str, bytes]) -> None:
    """The confidence of an interval stands on the page, readable for machines, and in the data."""
    assert b'<data value="95">95%</data>' in published["en/hiv/index.html"]
    rows = [one for sheet in json.loads(published["en/figures.json"])["sheets"] for one in sheet["figures"]]
    assert [(one["id"], one["interval"]) for one in rows if one["confidence"] == 95] == [
        ("hiv-b", {"low": 34_000_000, "high": 39_800_000})
    ]


def test_every_figure_is_verified(published: Mapping[str, bytes]) -> None:
    """Pages, data files and what search engines are told read back to the declared values."""
    assert [str(one) for one in read_back(published)] == []


def test_every_figure_is_proven(site: Site) -> None:
    """Each passage says its figure, and stands in the archived text."""
    found = {
        f"{path}/{metric.id}": evidence(site, path, metric).proof
        for path in site.paths
        for metric in site.original(path).metrics.values()
    }
    assert {name: proof for name, proof in found.items() if proof is not Proof.FULL} == {}
    assert len(found) > 250


def test_a_wrong_digit_is_refused(passages: list[Passage]) -> None:
    """Whichever digit of a passage is another, it proves its figure no more."""
    assert [changed for one in passages for changed in _other_digits(one.quote) if proves(one, changed)] == []


@pytest.mark.parametrize("aspect", ["scale", "words", "sign", "unit", "denominator", "bound", "currency"])
def test_a_wrong_word_is_refused(passages: list[Passage], aspect: str) -> None:
    """A passage with another scale, number word, sign, unit, denominator, bound or currency is no proof."""
    tried, believed = 0, []
    for one in passages:
        for old, new in CHANGES[one.loc.tag].get(aspect, {}).items():
            for changed in _other_words(one.quote, old, new):
                tried += 1
                believed += [changed] if proves(one, changed) else []
    assert believed == []
    assert tried > 1


def test_every_change_is_tried(passages: list[Passage]) -> None:
    """No line of `changes.toml` is without a passage."""
    idle = [
        (tag, old)
        for tag, aspects in CHANGES.items()
        for changes in aspects.values()
        for old, new in changes.items()
        if not any(list(_other_words(one.quote, old, new)) for one in passages if one.loc == cldr.locale(tag))
    ]
    assert idle == []


def proves(one: Passage, quote: str) -> bool:
    """Whether a passage is taken as proof of the figure."""
    return kind_of(one.metric).read_quote(one.loc, one.metric, quote).mismatch is None


def _other_digits(quote: str) -> Iterator[str]:
    for digit in _DIGIT.finditer(quote):
        other = "8" if digit[0] == "9" else str(int(digit[0]) + 1)
        yield quote[: digit.start()] + other + quote[digit.end() :]


def _other_words(quote: str, old: str, new: str) -> Iterator[str]:
    before, after = (r"(?<![^\W\d_])" if old[0].isalpha() else ""), (r"(?![^\W_])" if old[-1].isalpha() else "")
    for found in re.finditer(before + re.escape(old) + after, quote, re.IGNORECASE):
        yield quote[: found.start()] + new + quote[found.end() :]
