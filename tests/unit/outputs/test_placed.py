"""Charts in the text."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.exhibits import published
from tests.support import SMALL_SITE, write_site

RO, EN = "content/ro/index.md", "content/en/index.md"
CHARTS = "charts:\n  - {{id: {}, {}title: {}}}\n"
DRAWN = "type: bars, metrics: [arrests], "


def site(*, body: str = "{{ chart money }}", head: str = "") -> dict[str, str]:
    """The small site with a chart whose place is `body`, in two languages."""
    files = dict(SMALL_SITE)
    for path, keys, title in ((RO, DRAWN, "Arestați"), (EN, "", "Arrested")):
        front, _, text = files[path].removeprefix("---\n").partition("---\n")
        own = head if path == RO else ""
        files[path] = (
            f"---\n{front}{own}{CHARTS.format('money', keys, title)}---\n{text}\n## A\n\n{body}\n\n### B\n\nC.\n"
        )
    return files


def test_a_chart_stands_where_the_text_puts_it(tmp_path: Path) -> None:
    """It is drawn there in the language of the page, one heading below that above it, and nowhere else."""
    for tag, title in (("ro", "Arestați"), ("en", "Arrested")):
        html = published(tmp_path, site()).text(f"{tag}/index.html")
        assert html.count('id="_chart-money"') == 1
        assert html.index('<h2 id="a">') < html.index(f"<h3>{title}</h3>") < html.index('<h3 id="b">')
        assert "_charts" not in html


def test_a_chart_in_a_text_of_another_language_says_its_own(tmp_path: Path) -> None:
    """Where the original stands in for a missing translation, the chart is in the language of the page."""
    files = {**SMALL_SITE, "content/ro/other.md": site()[RO]}
    html = published(tmp_path, files).text("en/other/index.html")
    assert '<figure class="chart bars" id="_chart-money" lang="en" dir="ltr">' in html
    assert '<h3 lang="ro" dir="auto">Arestați</h3>' in html


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{{ chart money }}", []),
        ("{{ chart mony }}", ["R524 suggest"]),
        ("See {{ chart money }}.", ["R522 "]),
        ("{{ chart money.number }}", ["R522 form"]),
        ("{{ chart money }}\n\n{{ chart money }}", ["R522 twice"]),
    ],
)
def test_what_a_text_cannot_place_is_told_at_its_line(tmp_path: Path, body: str, expected: list[str]) -> None:
    """Unknown charts, charts inside a sentence, with a form or a second time are errors in each language."""
    problems = check(write_site(tmp_path, site(body=body)), Options()).problems
    told = [one for one in problems if one.code in {"R522", "R524", "R501"}]
    assert [f"{one.code} {one.variant or ''}" for one in told if one.place.path == RO] == expected
    assert len(told) == 2 * len(expected)
    assert all(one.place.line and one.place.column for one in told)


def test_a_translation_keeps_the_charts_of_the_text(tmp_path: Path) -> None:
    """A chart that one language places and another does not is told of like a figure."""
    files = site()
    files[EN] = files[EN].replace("{{ chart money }}", "D.")
    assert "P203" in {one.code for one in check(write_site(tmp_path, files), Options()).problems}
