"""What is measured: a state of the site to build from, by name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.corpus import REFERENCE, Page, with_new_figure, with_new_sentence
from benchmarks.measure import Run, run
from benchmarks.tools.base import Tool

COLD: Final = "cold"
BODY: Final = "one body changed"
METRIC: Final = "one metric changed"
MEMORY: Final = "cold, memory watched"
SCENARIOS: Final = (
    COLD,
    "nothing changed",
    BODY,
    METRIC,
    "one catalogue entry changed",
    "one template changed",
)


class Unchanged(Exception):
    """A page does not show the edit that was made, so its time means nothing."""


@dataclass(slots=True, kw_only=True)
class Place:
    """A generator's own copy of the corpus on disk, and how many edits it has had."""

    tool: Tool
    folder: Path
    pages: Sequence[Page]
    editions: int = field(default=0)
    last: dict[str, int] = field(default_factory=dict)
    """The last edition of the body and of the figure: an edit of one leaves the other as it is."""

    @property
    def edited(self) -> Page:
        """The sheet that is edited: in the middle, and not the front page where there are others."""
        return self.pages[len(self.pages) // 2]

    def take(self, scenario: str) -> Run:
        """Bring the site into the state of a scenario, build it, and see that the edit is in the page."""
        shows = self.prepare(scenario)
        measured = run(
            self.tool.command(self.folder),
            self.folder,
            self.tool.environment(),
            watched=scenario == MEMORY,
        )
        self.prove(shows)
        return measured

    def prepare(self, scenario: str) -> str:
        """Clean the site, or edit it; give what the page must show afterwards."""
        self.editions += 1
        if scenario in {BODY, METRIC}:
            return self.edit(scenario)
        match scenario:
            case "one catalogue entry changed":
                return self.tool.write_entry(self.folder, self.editions)
            case "one template changed":
                return self.tool.write_template(self.folder, self.editions)
            case "nothing changed":
                return ""
            case _:
                self.tool.clean(self.folder)
                return ""

    def edit(self, scenario: str) -> str:
        """Write the sheet with another sentence or another figure; give what its page must show."""
        self.last[scenario] = self.editions
        page, shows = self.edited, ""
        for changed, edited in ((BODY, with_new_sentence), (METRIC, with_new_figure)):
            if changed in self.last:
                made = edited(page, self.last[changed])
                page, shows = made.page, made.shows if changed == scenario else shows
        self.tool.write_page(self.folder, page)
        return shows

    def prove(self, shows: str) -> None:
        """See that the page holds a text; Unchanged when it does not."""
        path = self.tool.output(self.folder, REFERENCE, self.edited.path)
        if shows not in path.read_text("utf-8"):
            raise Unchanged(f"{self.tool.name}: {path} does not show “{shows}”")
