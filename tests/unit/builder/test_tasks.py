"""The work of a build, one sheet at a time, and what of it is left to do after an edit."""

from pathlib import Path

import pytest

from factsheet.builder.spill import Spill
from factsheet.builder.state import BuildState
from factsheet.builder.tasks import Forgotten, Tasks, to_plain, to_problem
from factsheet.content.sources import defaults
from factsheet.content.tracing import digest_of
from factsheet.core.codes import report
from factsheet.core.problems import Place, Severity
from factsheet.outputs import Rendering
from tests.assembling import FILES, remembered, units_of


def test_findings_survive_the_way_to_plain_values() -> None:
    """A finding written as plain values is the same finding when it is read."""
    problem = report(
        "P201", Place("a.md", 3, 7), key="value", metric="arrests", here="1290", there="1209", other="b.md:2"
    )
    assert to_problem(to_plain(problem)) == problem
    assert to_problem(to_plain(problem)).severity is Severity.ERROR


def test_every_file_is_looked_at(tmp_path: Path) -> None:
    """Work is done for every path in any language, also where there is no original, and for drafts."""
    units = units_of(tmp_path, {**FILES, "content/en/lost.md": "---\ntitle: Lost\n---\n"})
    assert units.all_paths() == ["dosar/nota", "index", "lost", "metoda", "urmari"]


def test_checking(tmp_path: Path) -> None:
    """A sheet's findings are those of reading it and of the checks; its figures are counted by their proof."""
    files = {**FILES, "content/en/index.md": FILES["content/en/index.md"].replace("label:", "lable:")}
    value = units_of(tmp_path, files).check("index")
    assert "F007" in [to_problem(plain).code for plain in value["problems"]]
    assert value["proofs"] == [0, 1, 0]


def test_rendering(tmp_path: Path) -> None:
    """A sheet gives its pages and data files in every language, and their bytes are kept beside the value."""
    units = units_of(tmp_path)
    value = units.render("urmari")
    assert {"ro/ce-a-urmat/index.html", "en/urmari/index.html", "en/urmari/figures.csv"} <= set(value["files"])
    assert set(value["files"]) == set(units.made)
    assert value["problems"] == []


def test_combining(tmp_path: Path) -> None:
    """What sheets add to an output is put together, in reading order."""
    units = units_of(tmp_path)
    parts = units.combine({path: units.render(path) for path in units.site.every_path})
    files = {path for part in parts for path in part["files"]}
    assert {"sitemap.xml", "robots.txt", "ro/figures.json", "index.html"} <= files


def test_nothing_is_left_to_do(tmp_path: Path) -> None:
    """After a build of the same files no sheet is checked, rendered or put together again."""
    state = remembered(units_of(tmp_path))
    again = units_of(tmp_path, state=state)
    remembered(again)
    assert again.made == {}


def test_an_edit_costs_its_own_sheet(tmp_path: Path) -> None:
    """A changed sentence renders the pages of its sheet; those that only link to it are left."""
    state = remembered(units_of(tmp_path))
    edited = {**FILES, "content/en/urmari.md": f"{FILES['content/en/urmari.md']}\nLater.\n"}
    again = units_of(tmp_path, edited, state)
    remembered(again)
    pages = {path for path in again.made if path.endswith("index.html") and "embed" not in path}
    assert "en/urmari/index.html" in pages
    assert not {"ro/metoda/index.html", "en/metoda/index.html"} & pages


MARKED = {
    **FILES,
    "content/ro/metoda.md": "---\ntitle: Metoda\norder: 1\n---\n"
    "Text.[^1] ![O pisică](/static/pisica.svg)\n\n[^1]: Notă.\n",
}
"""The same site, and on one sheet alone a note and a picture."""


@pytest.mark.parametrize(
    ("file", "text", "reached"),
    [
        ("templates/sheet.html", "{# #}", {"index", "metoda", "urmari"}),
        ("templates/parts/nobody.html", "x", set()),
        ("templates/404.html", "x", set()),
        ("static/pisica.svg", "<svg/>", {"metoda"}),
        ("static/nobody.svg", "<svg/>", set()),
        ("static/style.css", "p {}", {"index", "metoda", "urmari"}),
        ("locales/ro.po", 'msgid "Skip to the content"\nmsgstr "Sari"\n', {"index", "metoda", "urmari"}),
        ("locales/ro.po", 'msgid "Back to the text"\nmsgstr "Sus"\n', {"metoda"}),
        ("locales/ro.po", 'msgid "Nobody asks"\nmsgstr "Nimeni"\n', set()),
        ("site.toml", 'description = "Despre."', {"index", "metoda", "urmari"}),
        ("site.toml", "embeds = false", {"index"}),
        ("site.toml", 'fallback = "omit"', {"index", "metoda", "urmari"}),
        ("site.toml", 'security_contact = "mailto:a@b.example"', set()),
        ("site.toml", 'checks = { S301 = "error" }', set()),
        ("site.toml", "cards = false", set()),
    ],
)
def test_what_all_sheets_share_is_asked_for(tmp_path: Path, file: str, text: str, reached: set[str]) -> None:
    """A template, asset, setting or entry of a catalogue costs the sheets whose pages used it, and no check of one."""
    files: dict[str, str | bytes] = {**MARKED, "static/pisica.svg": "<svg></svg>"}
    for name in ("templates/sheet.html", "static/style.css"):
        files[name] = (defaults() / name).read_bytes()
    state = remembered(units_of(tmp_path, files))
    given = files.get(file, "")
    again = units_of(tmp_path, {**files, file: f"{given.decode() if isinstance(given, bytes) else given}{text}"}, state)
    for path in again.all_paths():
        again.check(path)
    again.combine({path: again.render(path) for path in again.site.every_path})
    done = {name for name, trace in again.site.tracer.traces.items() if trace is not state.traces.get(name)}
    assert {name.partition(" ")[2] for name in done if name.startswith("render ")} == reached
    assert not {name for name in done if name.startswith("check ")} or any(
        word in text for word in ("Back to the text", "fallback")
    )


def test_sheets_are_compared_when_what_they_say_differs(tmp_path: Path) -> None:
    """A new sentence leaves the comparison of sheets as it was; a figure that nobody shows any more is found."""

    def compared(body: str, state: BuildState | None = None) -> tuple[Tasks, list[str]]:
        units = units_of(tmp_path, {**FILES, "content/ro/urmari.md": f"{head}{body}"}, state)
        parts = {path: units.check(path)["gathered"] for path in units.all_paths()}
        return units, [problem.code for problem in units.compare(parts)]

    head = "---\ntitle: Urmări\nhighlight: []\nmetrics:\n  m: {value: 5, label: Cazuri}\n---\n"
    first, codes = compared("Sunt {{ m }}.\n")
    assert codes == []
    state = BuildState(traces=first.site.tracer.traces, answers=first.site.tracer.answers)
    second, codes = compared("Sunt {{ m }}. Atât.\n", state)
    assert codes == []
    assert second.site.tracer.traces["compare uses"] is state.traces["compare uses"]
    assert compared("Nu sunt.\n", state)[1] == ["R506"]


def test_words_of_a_figure_are_asked_for(tmp_path: Path) -> None:
    """The words of a bound are a catalogue's: a figure that shows them is made anew when they change, no other is."""
    bound = FILES["content/ro/urmari.md"].replace(
        "order: 2\n", "order: 2\nmetrics:\n  m: {value: 5, bound: over, label: Cazuri}\n"
    )
    files = {**FILES, "content/ro/urmari.md": f"{bound}{{{{ m }}}}\n"}
    state = remembered(units_of(tmp_path, files))
    words = 'msgctxt "bound"\nmsgid "over %(figure)s"\nmsgstr "mai mult de %(figure)s"\n'
    again = units_of(tmp_path, {**files, "locales/ro.po": words}, state)
    assert again.check("metoda") is state.traces["check metoda"].value
    again.render("metoda")
    assert not again.made
    again.render("urmari")
    assert "mai mult de\u00a05" in again.made["ro/ce-a-urmat/index.html"].decode().replace(" 5", "\u00a05")


def test_a_word_of_one_language_leaves_the_pages_of_the_others(tmp_path: Path) -> None:
    """An entry of a catalogue costs the pages of its language, and those to which one of these leads elsewhere now."""
    state = remembered(units_of(tmp_path))
    entry = 'msgid "Skip to the content"\nmsgstr "Sari la text"\n'
    files = {**FILES, "locales/ro.po": entry}
    again, clean = units_of(tmp_path, files, state), units_of(tmp_path, files)
    assert again.render("urmari") == clean.render("urmari")
    assert set(again.made) == {"ro/ce-a-urmat/index.html"}
    assert again.made["ro/ce-a-urmat/index.html"] == clean.made["ro/ce-a-urmat/index.html"]


def test_a_page_that_another_leads_to_is_asked_for_its_places(tmp_path: Path) -> None:
    """A heading that only one language has had is in the ways of the others once they have it."""
    title = {tag: FILES[f"content/{tag}/index.md"] for tag in ("ro", "en")}
    files = {**FILES, "content/ro/index.md": title["ro"] + "\n## Same\n", "content/en/index.md": title["en"]}
    state = remembered(units_of(tmp_path, files))
    files["content/en/index.md"] += "\n## Same\n"
    again, clean = units_of(tmp_path, files, state), units_of(tmp_path, files)
    assert again.render("index") == clean.render("index")
    assert b'/#same" lang="en"' in again.made["ro/index.html"]


def test_what_an_earlier_build_gathered_must_be_there(tmp_path: Path) -> None:
    """Where the texts of an earlier build are lost, all is rendered again rather than anything left out."""
    first = units_of(tmp_path)
    state = remembered(first)
    lost = BuildState(traces=state.traces, answers=state.answers)
    edited = {**FILES, "content/ro/metoda.md": FILES["content/ro/metoda.md"].replace("Text", "Altfel")}
    again = units_of(tmp_path, edited, lost)
    rendered = {path: again.render(path) for path in again.site.every_path}
    with pytest.raises(Forgotten):
        again.combine(rendered)


def test_gathered_texts_are_those_of_now(tmp_path: Path) -> None:
    """What was rendered in this build stands over what an earlier one left."""
    site = units_of(tmp_path)
    units = Tasks(
        site=site.site,
        rendering=Rendering(site=site.site),
        texts={"feed": Spill({"a": b"new"})},
        earlier=lambda _: Spill({"a": b"old", "b": b"kept"}),
    )
    digests = {"a": digest_of("new"), "b": digest_of("kept")}
    assert dict(units.gathered("feed", digests)) == {"a": "new", "b": "kept"}


def test_two_sheets_of_one_name(tmp_path: Path) -> None:
    """Sheets with one address each say that they make the same file, so that the build can tell of both."""
    files = {**FILES, "content/ro/urmari.md": FILES["content/ro/urmari.md"].replace("ce-a-urmat", "metoda")}
    units = units_of(tmp_path, files)
    first, second = units.render("metoda"), units.render("urmari")
    assert "ro/metoda/index.html" in first["files"]
    assert "ro/metoda/index.html" in second["files"]
    assert first["files"]["ro/metoda/index.html"] != second["files"]["ro/metoda/index.html"]


def test_a_suggestion_stands_on_other_files(tmp_path: Path) -> None:
    """A translation of nothing is told which sheet lacks one: that is told anew when a file comes or goes."""
    files = {**FILES, "content/en/lost.md": "---\ntitle: Lost\n---\n", "content/en/metoda.md": "---\ntitle: M\n---\n"}
    state = remembered(units_of(tmp_path, files))
    (tmp_path / "content/en/metoda.md").unlink()
    del files["content/en/metoda.md"]
    again = units_of(tmp_path, files, state)
    assert again.check("lost") is not state.traces["check lost"].value
