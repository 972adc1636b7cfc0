"""A message names at most twelve things, and counts the rest."""

from pathlib import Path

import pytest

from factsheet import library
from factsheet.core.codes import message
from factsheet.tools.findings import told, words_of
from tests.support import SETTINGS, write_site

MOST = 12

SHARES = "\n".join(f"  s{index}: {{kind: percent, value: 9, label: S}}" for index in range(40))
NAMES = ", ".join(f"s{index}" for index in range(40))
METRIC = "  a: {{value: 3, label: A, {}}}"
DAYS = ", ".join(f"{day}.03.2024" for day in range(1, 29))


@pytest.mark.parametrize(
    ("code", "metrics", "rest"),
    [
        ("N110", METRIC.format("kind: zzzzzz"), ""),
        ("F007", METRIC.format("zzzzzz: 1"), ""),
        ("R501", f"{SHARES}\n{METRIC.format('label2: x')}", "{{ zzzzzz }}"),
        ("Q403", f"  a: {{kind: date, value: 2025-01-01, label: A, source: s, quote: '{DAYS}'}}", ""),
        ("N149", f"{SHARES}\ncharts:\n  - {{id: c, type: share, title: T, metrics: [{NAMES}]}}", ""),
    ],
)
def test_a_long_list_is_cut(tmp_path: Path, code: str, metrics: str, rest: str) -> None:
    """Kinds, keys, metrics, dates of a quote and parts of a chart are listed up to twelve."""
    head = f"title: T\nsources: {{s: {{title: S, lang: ro}}}}\nmetrics:\n{metrics}"
    files = {"site.toml": SETTINGS, "content/ro/index.md": f"---\n{head}\n---\nText. {rest}\n"}
    problems = [one for one in library.check(write_site(tmp_path, files)).problems if one.code == code]
    assert problems
    for problem in problems:
        words = f"{message(problem)} {told(problem, words_of('en'))[1]}"
        assert " more" in words
        assert words.count(", ") < MOST + 2
