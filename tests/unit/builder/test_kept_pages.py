"""Pages are kept as templates are handed them: a template or a word of the interface makes none of them anew."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from factsheet.builder.spill import Spill
from factsheet.builder.state import PAGES, BuildState
from factsheet.builder.tasks import Tasks
from factsheet.content.sources import defaults
from factsheet.outputs import Rendering, pages
from tests.assembling import FILES, remembered, units_of

CHART = FILES["content/ro/index.md"].replace(
    "metrics:", "charts:\n  - {id: c, type: bars, title: Cifre, metrics: [arrests]}\nmetrics:", 1
)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are made, by language and path, as a test goes on."""
    found: list[str] = []
    make = pages.make_values

    def noted(rendering: Rendering, tag: str, path: str) -> pages.PageValues:
        found.append(f"{tag} {path}")
        return make(rendering, tag, path)

    monkeypatch.setattr("factsheet.builder.kept_pages.make_values", noted)
    return found


def with_template(word: str, files: Mapping[str, str]) -> dict[str, str]:
    """The files with a template of the sheets that says a word."""
    text = (defaults() / "templates/sheet.html").read_text("utf-8")
    return {**files, "templates/sheet.html": text.replace("<h1 ", f'<h1 class="{word}" ')}


def rendered(units: Tasks) -> dict[str, bytes]:
    """All files of the sheets that are made now."""
    for path in units.site.every_path:
        units.render(path)
    return {path: units.made[path] for path in units.made}


def test_a_template_makes_no_page_anew(tmp_path: Path, made: list[str]) -> None:
    """Its pages are rendered of what was kept, as a clean build renders them; data files are not looked at."""
    state = remembered(units_of(tmp_path))
    assert len(made) == len(set(made)) == 6
    files = with_template("a", FILES)
    made.clear()
    again = rendered(units_of(tmp_path, files, state))
    assert made == []
    clean = rendered(units_of(tmp_path, files))
    assert again == {path: clean[path] for path in again}
    assert all(path.endswith("index.html") for path in again)
    assert b'<h1 class="a"' in again["en/index.html"]


@pytest.mark.parametrize(
    "damage", [lambda _: b"", lambda text: text[:-1], lambda text: b"[]" + text], ids=["lost", "cut", "more"]
)
def test_what_is_not_as_it_was_kept_is_made_anew(
    tmp_path: Path, made: list[str], damage: Callable[[bytes], bytes]
) -> None:
    """A text that is lost or damaged costs its page, and is there again for the next build."""
    state = remembered(units_of(tmp_path))
    kept = {name: damage(text) if name == "en index" else text for name, text in state.texts(PAGES).items()}
    state = BuildState(traces=state.traces, answers=state.answers, own={**state.own, PAGES: Spill({**kept})})
    made.clear()
    units = units_of(tmp_path, with_template("a", FILES), state)
    rendered(units)
    assert made == ["en index"]
    assert list(units.texts[PAGES]) == ["en index"]


def test_a_page_with_a_chart_is_made_by_whoever_shows_it(tmp_path: Path, made: list[str]) -> None:
    """It is not kept, and an edit of its sheet is seen all the same."""
    files = {**FILES, "content/ro/index.md": CHART}
    state = remembered(units_of(tmp_path, files))
    assert "ro index" not in state.texts(PAGES)
    assert "page ro index" not in state.traces
    made.clear()
    edited = {**files, "content/ro/index.md": f"{CHART}\nÎncă o propoziție.\n"}
    assert "<p>Încă " in rendered(units_of(tmp_path, edited, state))["ro/index.html"].decode()
    assert "ro index" in made


def test_a_page_that_can_be_kept_no_more_is_rendered(tmp_path: Path) -> None:
    """A chart that comes to a sheet, and one that goes, are on its page."""
    charted = {**FILES, "content/ro/index.md": CHART}
    state = remembered(units_of(tmp_path))
    units = units_of(tmp_path, charted, state)
    assert b'id="_chart-c"' in rendered(units)["ro/index.html"]
    state = BuildState(traces=units.site.tracer.traces, answers=units.site.tracer.answers, own=units.texts)
    assert b'id="_chart-c"' not in rendered(units_of(tmp_path, FILES, state))["ro/index.html"]
