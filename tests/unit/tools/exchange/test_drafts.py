"""A sheet to begin a translation with."""

from factsheet.content.sheets import read_sheet
from factsheet.tools.exchange.words_in_yaml import draft
from tests.translating import ROMANIAN


def test_a_draft_holds_the_words_and_none_of_the_values() -> None:
    """Every word is there to be translated, for the language's own plural categories; values and sources are not."""
    original, _ = read_sheet("content/ro/index.md", ROMANIAN.encode(), path="index", language="ro", is_reference=True)
    assert original is not None
    text = draft(original, ("one", "few", "many", "other"))
    head, _, body = text.removeprefix("---\n").partition("---\n")
    assert body == original.body
    assert head == (
        "title: Cifrele\n"
        "summary: Pe scurt.\n"
        "draft: true\n"
        "metrics:\n"
        "  arrests:\n"
        "    label: Arestări\n"
        '    unit: {one: "{n} arestare", few: "{n} arestări", many: "{n} de arestări", other: "{n} de arestări"}\n'
        "    note: O notă.\n"
        "  growth:\n"
        "    label: Creștere\n"
    )


def test_a_draft_is_a_sheet_without_findings() -> None:
    """Charts and corrections are carried over too, and what is written can be read."""
    full = ROMANIAN.replace(
        "highlight: [arrests]",
        "charts: [{id: c, type: bars, title: 'T: 1', summary: S, metrics: [arrests]}]\n"
        "corrections: [{date: 2025-01-02, text: 'Era 5: greșit'}]",
    )
    original, problems = read_sheet("a.md", full.encode(), path="index", language="ro", is_reference=True)
    assert original is not None
    assert problems == []
    text = draft(original, ("other",))
    sheet, problems = read_sheet("b.md", text.encode(), path="index", language="ja", is_reference=False)
    assert problems == []
    assert sheet is not None
    assert [(chart.id, chart.title, chart.summary) for chart in sheet.charts] == [("c", "T: 1", "S")]
    assert [entry.text for entry in sheet.corrections] == ["Era 5: greșit"]
    assert sheet.draft
