"""Sheets come in pairs, or it is said which one is missing."""

from pathlib import Path

import pytest

from factsheet.checks.translations import sheets_pair
from factsheet.core.problems import Problem, Severity
from factsheet.site.translations import LOCK, marked, write_lock
from tests.support import SETTINGS, SMALL_SITE, write_site
from tests.translating import site_of

MORE = {"content/ro/more.md": "---\ntitle: Mai mult\n---\nText.\n"}


def _found(root: Path, files: dict[str, str]) -> list[Problem]:
    return list(sheets_pair(site_of(write_site(root, {**SMALL_SITE, **files}))))


def test_a_pair_is_silent(tmp_path: Path) -> None:
    """A sheet in each language, with all its words, is no finding."""
    assert _found(tmp_path, {}) == []


def test_a_missing_translation_is_a_warning(tmp_path: Path) -> None:
    """The original is where it is said, and the file to write is named."""
    (problem,) = _found(tmp_path, MORE)
    assert (problem.code, problem.place.path, problem.severity) == ("T601", "content/ro/more.md", Severity.WARNING)
    assert dict(problem.values)["file"] == "content/en/more.md"


def test_a_missing_translation_may_be_an_error(tmp_path: Path) -> None:
    """With fallback = "error" nothing is published until every sheet is there."""
    (problem,) = _found(tmp_path, {**MORE, "site.toml": SETTINGS + 'fallback = "error"\n'})
    assert problem.severity is Severity.ERROR


def test_a_draft_counts_as_missing(tmp_path: Path) -> None:
    """A draft is no translation yet, and the way out is to finish it."""
    (problem,) = _found(tmp_path, {**MORE, "content/en/more.md": "---\ntitle: More\ndraft: true\n---\nText.\n"})
    assert (problem.code, problem.variant) == ("T601", "draft")


def test_a_draft_with_the_words_of_the_original_is_not_finished(tmp_path: Path) -> None:
    """What `new locale` begins is marked as current; it is finished when nothing of the original is left in it."""
    files = {"content/ro/more.md": "---\ntitle: Mai mult\n---\nAici stau patru cuvinte și încă unul.\n"}
    own = {"content/en/more.md": files["content/ro/more.md"].replace("---\nA", "draft: true\n---\nA")}
    root = write_site(tmp_path, {**SMALL_SITE, **files, **own})
    site = site_of(root)
    lock = {"content/en/more.md": marked(site.blocks(site.original("more")), site.blocks(site.original("more")))}
    (root / LOCK).write_bytes(write_lock({**site.lock, **lock}))
    assert [one.variant for one in sheets_pair(site_of(root))] == ["draft"]
    text = "---\ntitle: More\ndraft: true\n---\nHere are four words and more.\n"
    write_site(root, {"content/en/more.md": text})
    assert [one.variant for one in sheets_pair(site_of(root))] == ["finished"]


@pytest.mark.parametrize(("name", "variant"), [("mor", "suggest"), ("indx", "")])
def test_a_translation_of_nothing(tmp_path: Path, name: str, variant: str) -> None:
    """A sheet without an original is an error, with a near miss where a sheet that is not translated has one."""
    more = {**MORE, "content/en/more.md": MORE["content/ro/more.md"]} if not variant else MORE
    found = _found(tmp_path, {**more, f"content/en/{name}.md": "---\ntitle: X\n---\n"})
    (problem,) = (one for one in found if one.code != "T601")
    assert (problem.code, problem.variant, problem.severity) == ("T603", variant, Severity.ERROR)


def test_a_translation_of_a_draft_waits(tmp_path: Path) -> None:
    """While the original is a draft, its translation is no translation of nothing."""
    files = {
        "content/ro/more.md": "---\ntitle: M\ndraft: true\n---\n",
        "content/en/more.md": "---\ntitle: M\n---\n",
    }
    assert _found(tmp_path, files) == []


@pytest.mark.parametrize("broken", ["---\ntitle: [\n---\n", "---\ntitle: M\n---\n" + "[" * 20_000])
@pytest.mark.parametrize("tag", ["ro", "en"])
def test_a_sheet_that_cannot_be_read_is_not_called_missing(tmp_path: Path, tag: str, broken: str) -> None:
    """What is wrong with it is said once, where it is: there is no second finding that nobody wrote it."""
    files = {f"content/{each}/more.md": "---\ntitle: M\n---\nText.\n" for each in ("ro", "en")}
    assert _found(tmp_path, {**files, f"content/{tag}/more.md": broken}) == []


@pytest.mark.parametrize(
    ("line", "key"),
    [("    label: Arrests\n", "label"), ('    unit: {one: "{n} arrest", other: "{n} arrests"}\n', "unit")],
)
def test_missing_words_are_named(tmp_path: Path, line: str, key: str) -> None:
    """A label or a unit that a translation lacks is reported at its metric."""
    english = SMALL_SITE["content/en/index.md"].replace(line, "")
    (problem,) = _found(tmp_path, {"content/en/index.md": english})
    assert (problem.code, dict(problem.values)["key"], problem.place.line) == ("T602", key, 4)


@pytest.mark.parametrize(
    ("romanian", "expected"),
    [
        ("summary: Pe scurt\n", ("sheet", "index", "summary", 1)),
        (
            "corrections: [{date: 2026-01-02, text: Era greșit}]\n",
            ("correction", "corrections (2026-01-02)", "text", 1),
        ),
        ("charts: [{id: all, type: bars, title: Toate, metrics: [arrests]}]\n", ("", "all", "title", 1)),
    ],
)
def test_every_text_of_the_original_is_wanted(
    tmp_path: Path, romanian: str, expected: tuple[str, str, str, int]
) -> None:
    """A summary, a correction or a chart's title that a translation lacks is reported as a label is."""
    original = SMALL_SITE["content/ro/index.md"].replace("metrics:\n", f"{romanian}metrics:\n", 1)
    (problem,) = _found(tmp_path, {"content/ro/index.md": original})
    values = dict(problem.values)
    assert (problem.variant, values["metric"], values["key"], problem.place.line) == expected


def test_a_chart_without_a_title_is_named_where_it_stands(tmp_path: Path) -> None:
    """What is missing in an entry that the translation has is said at that entry."""
    chart = "charts: [{id: all, type: bars, title: Toate, metrics: [arrests]}]\n"
    files = {
        "content/ro/index.md": SMALL_SITE["content/ro/index.md"].replace("metrics:\n", f"{chart}metrics:\n", 1),
        "content/en/index.md": SMALL_SITE["content/en/index.md"].replace(
            "metrics:\n", "charts:\n  - id: all\nmetrics:\n", 1
        ),
    }
    (problem,) = _found(tmp_path, files)
    assert (problem.code, problem.place.line) == ("T602", 4)


@pytest.mark.parametrize(("lang", "codes"), [("en", []), ("fr", ["T602"])])
def test_a_passage_in_the_language_of_the_page_is_not_translated(tmp_path: Path, lang: str, codes: list[str]) -> None:
    """Only a passage in a third language is translated in every language."""
    lines = f"sources:\n  s: {{title: S, publisher: P, date: 2025-01-01, lang: {lang}}}\nmetrics:\n"
    added = f"{lines}  m: {{value: 3, label: M, source: s, quote: 3 m, translation: 3 m}}\n"
    files = {
        "content/ro/index.md": SMALL_SITE["content/ro/index.md"].replace("metrics:\n", added, 1),
        "content/en/index.md": SMALL_SITE["content/en/index.md"].replace(
            "metrics:\n", "metrics:\n  m: {label: M}\n", 1
        ),
    }
    assert [one.code for one in _found(tmp_path, files) if one.code == "T602"] == codes
