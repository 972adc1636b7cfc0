"""What templates are handed."""

import re
from dataclasses import fields

import pytest

from factsheet.outputs.figure_views import DayView, FigureView, SourceView
from factsheet.outputs.views import ChartView, Page, PageLink, SiteView
from tests.support import ROOT


def test_date_is_written_for_readers_and_machines() -> None:
    """The element holds the ISO date and the words, which are escaped."""
    day = DayView(iso="2025-11-13", text="13 <b>noiembrie</b>")
    assert day.element == '<time datetime="2025-11-13">13 &lt;b&gt;noiembrie&lt;/b&gt;</time>'


@pytest.mark.parametrize("view", [Page, SiteView, FigureView, SourceView, ChartView, PageLink, DayView])
def test_every_name_is_documented(view: type) -> None:
    """docs/templates.md names all that a template may use."""
    documented = set(re.findall(r"`(\w+)`", (ROOT / "docs/templates.md").read_text(encoding="utf-8")))
    assert {field.name for field in fields(view)} - documented == set()


def test_every_part_is_documented() -> None:
    """docs/templates.md names every file that a page is made of."""
    text = (ROOT / "docs/templates.md").read_text(encoding="utf-8")
    files = [path.relative_to(ROOT / "templates").as_posix() for path in (ROOT / "templates").rglob("*.html")]
    assert [name for name in files if f"`{name}`" not in text] == []
