"""Figures in the words of many offices: every way to say one proves it, and no way to say another does.

Each line of `wordings.tsv` has a language, the keys of a metric, passages that say it, and passages that do not.
"""

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest

from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric
from factsheet.content.sheets import read_sheet
from factsheet.l10n import cldr


class Wording(NamedTuple):
    """A figure with the ways to say it, and others."""

    tag: str
    keys: str
    proven: tuple[str, ...]
    refused: tuple[str, ...]


@lru_cache(maxsize=512)
def declared(keys: str) -> Metric:
    """The metric that has some keys, parted by semicolons."""
    lines = "".join(f"    {key.strip()}\n" for key in keys.split("; "))
    data = f"---\ntitle: A\nmetrics:\n  m:\n{lines}---\n".encode()
    sheet, problems = read_sheet("a.md", data, path="a", language="ro", is_reference=True)
    assert sheet is not None
    assert [problem.code for problem in problems] == []
    return sheet.metrics["m"]


def _rows() -> Iterator[Wording]:
    with Path(__file__).with_name("wordings.tsv").open(encoding="utf-8", newline="") as file:
        for tag, keys, proven, refused in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Wording(tag, keys, tuple(proven.split(" ;; ")), tuple(refused.split(" ;; ")))


ROWS = list(_rows())


def proves(one: Wording, passage: str) -> bool:
    """Whether a passage is taken as proof of the figure."""
    metric = declared(one.keys)
    return kind_of(metric).read_quote(cldr.locale(one.tag), metric, passage).mismatch is None


@pytest.mark.parametrize("tag", sorted({one.tag for one in ROWS}))
def test_what_proves_a_figure(tag: str) -> None:
    """Each wording of a figure is proof, and none of another value, sign, unit, denominator or bound is."""
    rows = [one for one in ROWS if one.tag == tag]
    assert [(one.keys, passage) for one in rows for passage in one.proven if not proves(one, passage)] == []
    assert [(one.keys, passage) for one in rows for passage in one.refused if proves(one, passage)] == []


def test_the_docs_count_them() -> None:
    """How many figures, languages and wordings there are stands in the docs."""
    docs = " ".join((Path(__file__).parents[2] / "docs/quality.md").read_text("utf-8").split())
    proven, refused = (sum(len(getattr(one, side)) for one in ROWS) for side in ("proven", "refused"))
    languages = len({one.tag for one in ROWS})
    assert f"has {len(ROWS)} more in {languages} languages: {proven:,} ways to say them" in docs
    assert f"and {refused:,} to say another" in docs
