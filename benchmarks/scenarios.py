"""What is measured: a state of the site to build from, by name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.corpus import REFERENCE, Page, with_new_figure, with_new_sentence
from benchmarks.measure import Run, run
from benchmarks.tools.base import Tool

COLD: Final = "cold"
MEMORY: Final = "cold, memory watched"
SCENARIOS: Final = (
    COLD,
    "nothing changed",
    "one body changed",
    "one metric changed",
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
        match scenario:
            case "one body changed":
                edited = with_new_sentence(self.edited, self.editions)
            case "one metric changed":
                edited = with_new_figure(self.edited, self.editions)
            case "one catalogue entry changed":
                return self.tool.write_entry(self.folder, self.editions)
            case "one template changed":
                return self.tool.write_template(self.folder, self.editions)
            case "nothing changed":
                return ""
            case _:
                self.tool.clean(self.folder)
                return ""
        self.tool.write_page(self.folder, edited.page)
        return edited.shows

    def prove(self, shows: str) -> None:
        """See that the page holds a text; Unchanged when it does not."""
        path = self.tool.output(self.folder, REFERENCE, self.edited.path)
        if shows not in path.read_text("utf-8"):
            raise Unchanged(f"{self.tool.name}: {path} does not show “{shows}”")
